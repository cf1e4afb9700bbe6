"""Lets the reader choose what a briefing is on: a situation, a region or group, or a comparison."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ewdash.papers.pack import Pack
from ewdash.ui import cache, selectors
from ewdash.views import briefing, compare, handouts, sides
from ewdash.views.months import default_month, month_options


@dataclass(frozen=True)
class Subject:
    """What is asked for: the function that makes the pack, its selections, and the note's key."""

    make: Callable[..., Pack]
    selection: dict[str, Any]
    key: str


def chosen(kind: str) -> Subject | None:
    """Show the controls of a kind of subject; None while nothing is chosen."""
    return {"situation": _situation, "region": _region, "comparison": _comparison}[kind]()


def _month() -> Any:  # noqa: ANN401 - a month of the record
    return selectors.month(cache.view(month_options), default=cache.view(default_month))


def _situation() -> Subject | None:
    with st.container(key="controls"):
        left, middle, right = st.columns([1.6, 1.2, 1], vertical_alignment="bottom")
    with left:
        country = selectors.country(cache.places().options())
    with middle:
        month = _month()
    with right:
        years = selectors.years()
    if country is None:
        return None
    asked = {"country": country, "month": month, "years": years}
    return Subject(briefing.situation_pack, asked, country)


def _region() -> Subject:
    places = cache.places()
    with st.container(key="controls"):
        left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        region = selectors.region(places.regions())
    with middle:
        group = selectors.group(places.groups())
    with right:
        month = _month()
    asked = {"month": month, "region": region, "group": group}
    return Subject(handouts.region_pack, asked, f"{region or 'world'}/{group or 'all'}")


def _comparison() -> Subject | None:
    with st.container(key="controls"):
        left, right = st.columns([3, 1.2], vertical_alignment="bottom")
        below = st.columns(5, vertical_alignment="bottom")
    with right:
        month = _month()
    first = cache.view(compare.shown_first, country=st.query_params.get("country"), month=month)
    with left:
        countries = selectors.countries(cache.places().options(), first=first, most=compare.MOST)
    choice = {"onset": sides.ONSETS[0]}
    for place, (name, keys) in zip(below, sides.CHOICES.items(), strict=False):
        with place:
            choice[name] = selectors.named(name, keys)
    with below[4]:
        years = selectors.years()
    if not countries:
        return None
    asked = {"countries": countries, "month": month, "years": years, **choice}
    return Subject(handouts.comparison_pack, asked, ",".join(sorted(countries)))
