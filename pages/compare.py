"""Compare: up to six situations side by side, and what each Council did on them."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, since, subjects
from ewdash.views.comparison import inputs, page

frame.page_header("page-compare")
with notices.show_errors():
    selection = subjects.selected_comparison()
    countries, country = selection["countries"], st.query_params.get("country")
    if not countries:
        frame.guide("compare-guide")
    else:
        if "countries" not in st.query_params:
            st.caption(cache.view(page.told_first, countries=countries, country=country))
        view = cache.view(page.compare_view, **selection)
        frame.headline(view.headline)
        frame.brief(*inputs.CHOICES, "onset", "years", of="comparison", countries=",".join(countries))
        since.show_news(countries)
        frame.bullet_list(view.lines)
        frame.notes(view.notes)
        if view.picture is not None:
            figure.show_block(view.picture)
        figure.show_block(view.figures)
frame.page_footer()
