"""Briefing: the paper to hand out and the screen to share, for a situation."""

import streamlit as st

from ewdash.ui import cache, frame, notices, papers, presenter, selectors
from ewdash.views import briefing
from ewdash.views.months import default_month, month_options
from ewdash.views.show import show

frame.opened("page-briefing")
with notices.told():
    places = cache.places()
    with st.container(key="controls"):
        top = st.columns([1.6, 1.2, 1], vertical_alignment="bottom")
    with top[0]:
        country = selectors.country(places.options())
    with top[1]:
        month = selectors.month(cache.view(month_options), default=cache.view(default_month))
    with top[2]:
        years = selectors.years()
    if country is None:
        frame.guide("briefing-guide")
    else:
        with st.container(key="parts-chosen"):
            left, right = st.columns([3, 1], vertical_alignment="bottom")
        with left:
            parts = briefing.chosen(selectors.several("parts", briefing.sections()))
        with right:
            noted = selectors.switch("note")
        pack = cache.view(
            briefing.situation_pack,
            country=country,
            month=month,
            years=years,
            sections=parts,
            address=papers.address(),
            note=papers.noted(country) if noted else None,
        )
        frame.headline(pack.headline)
        papers.downloads(pack)
        if presenter.asked():
            presenter.present(repr(pack.address), lambda: show(pack))
        papers.contents(pack)
        papers.note_form(country)
frame.closed()
