"""Track record: how often alerts came true, what they missed, and how other rules did."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, own_rule, selectors, since
from ewdash.views import track

frame.page_header("page-track-record")
with notices.show_errors():
    frame.headline(cache.view(track.headline))
    since.show_data_news()
    st.markdown(cache.view(track.since))
    threshold = selectors.threshold(cache.view(track.thresholds), default=cache.view(track.frozen))
    st.markdown(cache.view(track.budget, threshold=threshold))
    figure.show_block(cache.view(track.rules, threshold=threshold))
    section = selectors.section([*track.SECTIONS, track.OWN], name="part")
    for make in track.SECTIONS.get(section, ()):
        with notices.show_errors():
            figure.show_block(cache.view(make))
    if section == track.OWN:
        own_rule.show()
frame.page_footer()
