"""Compare: up to six situations side by side, and what each Council did on them."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, selectors, since
from ewdash.views import compare, sides
from ewdash.views.months import default_month, month_options

frame.opened("page-compare")
with notices.told():
    places = cache.places()
    with st.container(key="controls"):
        top = st.columns([3, 1.2], vertical_alignment="bottom")
        below = st.columns([1.1, 0.9, 0.9, 0.9, 0.9, 0.9], vertical_alignment="bottom")
    with top[1]:
        month = selectors.month(cache.view(month_options), default=cache.view(default_month))
    country = st.query_params.get("country")
    first = cache.view(compare.shown_first, country=country, month=month)
    with top[0]:
        countries = selectors.countries(places.options(), first=first, most=compare.MOST)
    choice = {"onset": sides.ONSETS[0]}
    for place, (name, keys) in zip(below, sides.CHOICES.items(), strict=False):
        with place:
            choice[name] = selectors.named(name, keys)
    with below[4]:
        years = selectors.years(message="years-after" if choice["by"] == "onset" else "last-years")
    if choice["by"] == "onset":
        with below[5]:
            choice["onset"] = selectors.named("onset", sides.ONSETS)
    if not countries:
        frame.guide("compare-guide")
    else:
        if "countries" not in st.query_params:
            st.caption(cache.view(compare.told_first, countries=countries, country=country))
        view = cache.view(compare.compare_view, countries=countries, month=month, years=years, **choice)
        frame.headline(view.headline)
        frame.brief(of="comparison", countries=",".join(countries), **choice)
        since.box(countries)
        frame.listed(view.lines)
        frame.notes(view.notes)
        if view.picture is not None:
            figure.shown(view.picture)
        figure.shown(view.figures)
frame.closed()
