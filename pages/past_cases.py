"""Past cases: month by month, what was knowable when, and what each Council did."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, replay, selectors, since
from ewdash.views import cases

frame.opened("page-past-cases")
with notices.told():
    case = selectors.one_of("case", cache.view(cases.case_options), default=cases.ORDER[0])
    month = replay.step(cache.view(cases.months, case=case))
    view = cache.view(cases.replay, case=case, month=month)
    frame.headline(view.headline)
    since.data_box()
    with st.container(key="board"):
        left, right = st.columns([2.2, 1])
    with left:
        figure.shown(view.block)
    with right:
        replay.told("case-news", view.news)
        replay.told("case-gaps", view.gaps)
        replay.told("case-closing", view.closing)
frame.closed()
