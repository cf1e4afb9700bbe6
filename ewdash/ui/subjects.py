"""Lets the reader choose what a briefing is on: a situation, a region or group, or a comparison."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ewdash.exports.briefing import Briefing, Note
from ewdash.ui import cache, frame, selectors
from ewdash.ui.downloads import Later
from ewdash.views import region as review
from ewdash.views import trends
from ewdash.views.briefings.builder import Preview
from ewdash.views.briefings.comparison import comparison_briefing, comparison_preview
from ewdash.views.briefings.country import situation_briefing, situation_preview
from ewdash.views.briefings.region import region_briefing, region_preview
from ewdash.views.comparison import inputs, page
from ewdash.views.months import default_month, month_options


@dataclass(frozen=True)
class Subject:
    """What is asked for: what makes the pack, what is shown of it, its selections, and who is in."""

    make: Callable[..., Briefing]
    preview: Callable[..., Preview]
    selection: dict[str, Any]
    key: str  # of the note
    notes: tuple[str, ...] = ()


def pack(subject: Subject, *, address: str, note: Note | None, **asked: Any) -> Later:  # noqa: ANN401
    """Return what is shown of the pack on a subject until one of its files is asked for, and what makes it.

    Args:
        subject: What it is on.
        address: Of the page that makes it.
        note: The analyst's note, if it is asked for.
        **asked: What else `Subject.make` takes.
    """
    asked |= subject.selection
    shown = cache.view(subject.preview, **asked)
    make = cache.later(subject.make, **asked, address=address, note=note)
    return Later(shown.name, False, address, make, note, shown.headline, shown.parts)


def selected_subject(kind: str) -> Subject | None:
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
    selection = {"country": country, "month": month, "years": years}
    return Subject(situation_briefing, situation_preview, selection, country)


def _region() -> Subject | None:
    places = cache.places()
    with st.container(key="controls"):
        row = st.columns([1, 1.3, 1.45, 1, 0.9, 1], vertical_alignment="bottom")
    with row[0]:
        region = selectors.region(places)
    with row[1]:
        group = selectors.group(places.groups())
    with row[2]:
        month = _month()
    with row[3]:
        back = review.MONTHS_BACK[selectors.option("back", review.MONTHS_BACK)]
    with row[4]:
        years = selectors.years(trends.YEARS, default="5")
    with row[5]:
        scale = selectors.option("scale", trends.SCALES)
    empty = cache.view(review.nobody, region=region, group=group)
    if empty:
        frame.headline(empty)
        return None
    selection = {
        "month": month,
        "region": region,
        "group": group,
        "back": back,
        "years": years,
        "scale": scale,
    }
    key = f"{region or 'world'}/{group or 'all'}"
    return Subject(region_briefing, region_preview, selection, key, places.membership_notes(region))


def _comparison() -> Subject | None:
    selection = selected_comparison()
    selection.pop("region")  # its countries are chosen by now
    if not selection["countries"]:
        return None
    key = ",".join(sorted(selection["countries"]))
    return Subject(comparison_briefing, comparison_preview, selection, key)


def _refill() -> None:
    """Forget the countries compared, because they are to be those of another region or set."""
    st.query_params.pop("countries", None)
    st.session_state.pop("kept-countries", None)


def selected_comparison() -> dict[str, Any]:
    """Show the controls of a comparison; return what is compared and how, with the region chosen."""
    with st.container(key="controls"):
        top = st.columns([1.1, 2.6, 1.2], vertical_alignment="bottom")
        below = st.columns([1.1, 0.9, 0.9, 0.9, 0.9, 0.9], vertical_alignment="bottom")
    places = cache.places()
    with top[2]:
        month = _month()
    selectors.named_country(places.options())
    with top[0]:
        region = selectors.region(places, changing=_refill)
    country = st.query_params.get("country")
    first = cache.view(page.shown_first, country=country, month=month, region=region)
    with top[1]:
        countries = selectors.countries(places.options(), first=first, limit=page.MAX_COUNTRIES)
    choice = {"onset": inputs.ONSETS[0]}
    for place, (name, keys) in zip(below, inputs.CHOICES.items(), strict=False):
        with place:
            choice[name] = selectors.option(name, keys)
    aligned = choice["by"] == "onset"
    with below[4]:
        years = selectors.years(message="years-after" if aligned else "last-years")
    if aligned:
        with below[5]:
            choice["onset"] = selectors.option("onset", inputs.ONSETS)
    return {"countries": countries, "month": month, "years": years, "region": region, **choice}
