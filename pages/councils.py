"""Councils: how the Human Rights Council and the Security Council connect, and where they do not."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, selectors, since
from ewdash.views import connections

frame.opened("page-councils")
with notices.told():
    places = cache.places()
    region, group = selectors.area(places)
    frame.headline(cache.view(connections.headline))
    since.box(places.scope(region=region, group=group))
    section = selectors.section(connections.SECTIONS, name="part")
    chosen = {}
    if section == "matrix":
        with st.columns([1, 2])[0]:
            chosen = {"standing": selectors.standing(connections.STANDINGS)}
    for make in connections.SECTIONS[section]:
        with notices.told():
            figure.shown(cache.view(make, region=region, group=group, **chosen))
frame.closed()
