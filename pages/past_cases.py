"""Past cases: month by month, what was knowable when, and what each Council did."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, replay, selectors, since
from ewdash.views import cases

frame.page_header("page-past-cases")
with notices.show_errors():
    case = selectors.one_of("case", cache.view(cases.case_options), default=cases.ORDER[0])
    month = replay.step(cache.view(cases.months, case=case))
    view = cache.view(cases.replay, case=case, month=month)
    frame.headline(view.headline)
    since.show_data_news()
    with st.container(key="board"):
        left, right = st.columns([2.2, 1])
    with left:
        figure.show_block(view.block)
    with right:
        replay.show_list("case-news", view.news)
        replay.show_list("case-gaps", view.gaps)
        replay.show_list("case-closing", view.closing)
frame.page_footer()
