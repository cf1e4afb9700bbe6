"""Sources and methods: where each figure is from, what it cannot say, and how it is made."""

import streamlit as st

from ewdash.ui import cache, cards, figure, frame, notices, since
from ewdash.views import record_reach
from ewdash.views.sources import sources_view

frame.page_header("page-sources")
with notices.show_errors():
    view = cache.view(sources_view)
    frame.headline(view.headline)
    since.show_data_news()
    cards.show_methods(view.methods)
    cards.show_overview(view.overview)
    with notices.show_errors():
        figure.show_block(cache.view(record_reach.table))
    cards.show_cards(view.cards)
st.space("small")
frame.page_footer()
