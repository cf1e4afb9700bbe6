"""Sources and methods: where each figure is from, what it cannot say, and how it is made."""

import streamlit as st

from ewdash.ui import cache, cards, frame, notices, since
from ewdash.views.sources import sources_view

frame.opened("page-sources")
with notices.told():
    view = cache.view(sources_view)
    frame.headline(view.headline)
    since.data_box()
    cards.methods(view.methods)
    cards.overview(view.overview)
    for card in view.cards:
        cards.shown(card)
st.space("small")
frame.closed()
