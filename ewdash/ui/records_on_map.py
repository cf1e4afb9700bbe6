"""Own records on the map of World: how many each of its countries has."""

from contextlib import suppress
from typing import Any

import streamlit as st

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model.errors import NotesUnusableError
from ewdash.ui import cache, person
from ewdash.views import own_records as views


def on_map(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a map whose labels also say how many own records each country has.

    The map's own figures and its picture to take away stay as they are.

    Args:
        spec: `charts.worldmap.world_map`; not changed.
    """
    marks = {code: translate("records-map-label", records=number) for code, number in _inside(spec).items()}
    labels = {code: " ".join([label, marks.get(code, "")]).strip() for code, label in spec["labels"].items()}
    return {**spec, "labels": labels} if marks else spec


def under_map(spec: dict[str, Any]) -> None:
    """Say under a map in which of its countries own records are; nothing where there are none."""
    names, counts = cache.places().options(), _inside(spec)
    if counts:
        said = i18n.listing(f"{names.get(code, code)} {number}" for code, number in counts.items())
        st.caption(translate("records-on-map", countries=said))


def _inside(spec: dict[str, Any]) -> dict[str, int]:
    """Return iso3 -> number of own records of the countries of a map; none where they cannot be read."""
    with suppress(NotesUnusableError):  # told on the page Data and beside the timelines
        counts = cache.view(views.counted, viewer=person.viewer())
        return {code: number for code, number in counts.items() if code in spec["labels"]}
    return {}
