"""Councils: how the Human Rights Council and the Security Council connect, and where they do not."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, selectors, since
from ewdash.views import council_overview, precedents, record_reach

frame.page_header("page-councils")
with notices.show_errors():
    places = cache.places()
    region, group = selectors.area(places)
    frame.headline(cache.view(council_overview.headline))
    frame.notes(places.membership_notes(region))
    since.show_news(places.scope(region=region, group=group))
    section = selectors.section(council_overview.SECTIONS, name="part")
    options = {}
    if section == "matrix":
        with st.columns([1, 2])[0]:
            options = {"standing": selectors.standing(council_overview.STANDINGS)}
    if section == "precedents":
        with st.columns([1, 2])[0]:
            options = {"form": selectors.option("format", precedents.FORMATS)}
    if section == "heard":
        options = {"mandates": selectors.switch("mandates")}
    for make in council_overview.SECTIONS[section]:
        with notices.show_errors():
            figure.show_block(cache.view(make, region=region, group=group, **options))
    st.caption(cache.view(record_reach.line))
frame.page_footer()
