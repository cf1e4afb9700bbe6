"""Track record: how often alerts came true, what they missed, and how other rules did."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, selectors, since
from ewdash.views import track

frame.opened("page-track-record")
with notices.told():
    frame.headline(cache.view(track.headline))
    since.data_box()
    st.markdown(cache.view(track.since))
    threshold = selectors.threshold(cache.view(track.thresholds), default=cache.view(track.frozen))
    st.markdown(cache.view(track.budget, threshold=threshold))
    figure.shown(cache.view(track.rules, threshold=threshold))
    section = selectors.section(track.SECTIONS, name="part")
    for make in track.SECTIONS[section]:
        with notices.told():
            figure.shown(cache.view(make))
frame.closed()
