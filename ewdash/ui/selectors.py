"""What the reader chose: kept in the address, checked against the options before use."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.errors import (
    EwdashError,
    IncomparablePeriodError,
    UnknownCountryError,
    UnknownPeriodError,
)
from ewdash.model.places import Places
from ewdash.ui import frame


def _select(
    name: str, label: str, options: Mapping[str, str], *, default: str | None, stated: bool = False
) -> str | None:
    """Draw a select box whose value is the address's ``name``; options map value -> label."""
    # The address decides; without it (the browser's way back drops it) what was chosen before.
    before = st.session_state.get(f"kept-{name}", default)
    given = st.query_params.get(name, before if before in options else default)
    if given in options or given is None:
        st.session_state[name] = given

    def keep() -> None:
        chosen = st.session_state[name]
        if chosen is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = chosen

    chosen: str | None = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        placeholder=translate("choose"),
    )
    if chosen != default or name in st.query_params:  # a default of this page is no choice for others
        st.session_state[f"kept-{name}"] = chosen
    # A value that the data decides is written out, so that the link shows the same when data grow;
    # a fixed default is not, because each write is a step in the browser's history.
    if name not in st.query_params and chosen is not None and (stated or chosen != default):
        st.query_params[name] = chosen
    return chosen


def _told(error: EwdashError, name: str) -> None:
    """Say that the address asked for something unknown, and forget it."""
    frame.show_refusal(f"{error} {error.advice}")
    st.query_params.pop(name, None)
    st.session_state.pop(name, None)


def country(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a country; an unknown one in the address is told in words."""
    given = st.query_params.get("country")
    if given is not None and given not in options:
        _told(UnknownCountryError(given=given), "country")
    return _select("country", translate("choose-country"), options, default=None)


def _refused(given: str, options: Mapping[str, str]) -> EwdashError:
    """Say why a month of the address cannot be shown."""
    wanted = periods.parse(given)
    first, last = list(options)[-1], next(iter(options))
    if wanted is not None and first < given < last:
        return IncomparablePeriodError(month=i18n.month(wanted))
    ends = [i18n.month(day) for day in map(periods.parse, (first, last)) if day is not None]
    return UnknownPeriodError(given=given, first=ends[0], last=ends[1])


def month(options: Mapping[str, str], *, default: str) -> pd.Timestamp:
    """Let the reader choose a month of the record; any other in the address is told in words.

    Args:
        options: Months as the address writes them -> words, newest first.
        default: The month shown first.
    """
    given = st.query_params.get("month")
    if given is not None and given not in options:
        _told(_refused(given, options), "month")
    chosen = periods.parse(
        _select("month", translate("choose-month"), options, default=default, stated=True) or default
    )
    assert chosen is not None
    return chosen


def region(options: Mapping[str, str], *, default: str = "world") -> str | None:
    """Let the reader choose an M49 region or subregion; None is the world."""
    chosen = one_of("region", {"world": translate("all-regions"), **options}, default=default)
    return None if chosen == "world" else chosen


def group(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a regional group of the Human Rights Council; None is all."""
    chosen = one_of("group", {"all": translate("all-groups"), **options}, default="all")
    return None if chosen == "all" else chosen


def area(places: Places) -> tuple[str | None, str | None]:
    """Show the controls of a page that only a place narrows: region and group."""
    with st.container(key="controls"):
        left, right, _ = st.columns([1, 1, 1.5], vertical_alignment="bottom")
    with left:
        chosen = region(places.regions())
    with right:
        return chosen, group(places.groups())


def layer(layers: Iterable[str]) -> str:
    """Let the reader choose what the map shows."""
    options = {name: translate(f"layer-{name}") for name in layers}
    return one_of("layer", options, default=next(iter(options)))


def standing(standings: Iterable[str]) -> str:
    """Let the reader choose which situations the connection matrix lists."""
    options = {name: translate(f"standing-{name}") for name in standings}
    return one_of("standing", options, default=next(iter(options)))


# Whole years back from the end of the record; None is all of it.
PERIODS: dict[str, int | None] = {"5": 5, "10": 10, "20": 20, "all": None}


def years(
    periods: Mapping[str, int | None] = PERIODS, *, default: str = "10", message: str = "last-years"
) -> int | None:
    """Let the reader choose how far the charts go, in years; None is the whole record.

    Args:
        periods: Value in the address -> years.
        default: The value shown first.
        message: Says one option, from `years`.
    """
    options = {
        key: translate("whole-record") if span is None else translate(message, years=span)
        for key, span in periods.items()
    }
    return periods[one_of("years", options, default=default)]


def named(name: str, keys: Iterable[str]) -> str:
    """Let the reader choose one of a closed list, the first by default; `<name>-<key>` is its message."""
    options = {key: translate(f"{name}-{key.replace('_', '-')}") for key in keys}
    return one_of(name, options, default=next(iter(options)))


def several(name: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """Let the reader choose some of a list, kept in the address with commas; none is all."""
    given = st.query_params.get(name, "").split(",")
    st.session_state[name] = [value for value in given if value in options]

    def keep() -> None:
        st.query_params[name] = ",".join(st.session_state[name])
        if not st.session_state[name]:
            st.query_params.pop(name)

    label = translate(f"choose-{name}")
    st.multiselect(
        label,
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        placeholder=translate("all"),
    )
    return tuple(st.session_state[name])


NONE = "none"  # in the address: the reader emptied the list


def countries(options: Mapping[str, str], *, first: Sequence[str], most: int) -> tuple[str, ...]:
    """Let the reader choose some countries, kept in the address with commas.

    What the address names beyond the options, or beyond the most, is left out and said.

    Args:
        options: iso3 -> name.
        first: Shown until the reader chooses.
        most: How many can be chosen.
    """
    given = st.query_params.get("countries", st.session_state.get("kept-countries", "")).split(",")
    given = [code for code in given if code and code != NONE]
    kept = list(dict.fromkeys(code for code in given if code in options))[:most]
    left = [code for code in dict.fromkeys(given) if code not in kept]
    if left:
        named = ", ".join(options.get(code, code) for code in left)
        frame.show_refusal(translate("compare-left-out", given=i18n.repeated(named)))
        st.query_params["countries"] = ",".join(kept) or NONE
    elif kept and "countries" not in st.query_params:  # the browser's way back dropped it
        st.query_params["countries"] = ",".join(kept)
    emptied = st.query_params.get("countries") == NONE and not left
    st.session_state["countries"] = kept if kept or emptied else list(first)

    def keep() -> None:
        st.query_params["countries"] = ",".join(st.session_state["countries"]) or NONE
        st.session_state["kept-countries"] = st.query_params["countries"]

    st.multiselect(
        translate("choose-countries"),
        list(options),
        format_func=options.__getitem__,
        key="countries",
        max_selections=most,
        on_change=keep,
        placeholder=translate("choose"),
    )
    return tuple(st.session_state["countries"])


def switch(name: str) -> bool:
    """Let the reader turn something on; the address says so when it is."""
    st.session_state[name] = st.query_params.get(name) == "yes"

    def keep() -> None:
        if st.session_state[name]:
            st.query_params[name] = "yes"
        else:
            st.query_params.pop(name)

    return bool(st.toggle(translate(f"choose-{name}"), key=name, on_change=keep))


def section(sections: Iterable[str], *, name: str = "section") -> str:
    """Let the reader choose which part of a page is shown."""
    options = {key: translate(f"section-{key}") for key in sections}
    given = st.query_params.get(name)
    first = next(iter(options))
    st.session_state[name] = given if given in options else st.session_state.get(name) or first

    def keep() -> None:
        st.query_params[name] = st.session_state[name]

    chosen = st.segmented_control(
        translate("choose-section"),
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )
    return str(chosen or first)


def threshold(steps: Sequence[str], *, default: str) -> str:
    """Let the reader move the alert threshold, from many alerts to few."""
    given = st.query_params.get("threshold")
    if given not in steps:
        st.query_params.pop("threshold", None)
        given = st.session_state.get("threshold", default)
    st.session_state["threshold"] = given

    def keep() -> None:
        st.query_params["threshold"] = st.session_state["threshold"]

    return str(
        st.select_slider(
            translate("choose-threshold"),
            list(steps),
            key="threshold",
            on_change=keep,
            help=translate("threshold-help"),
        )
    )


def search(options: Mapping[str, str]) -> str | None:
    """Let the reader find a country by name; return it once, when chosen."""
    return st.selectbox(
        translate("open-situation"),
        list(options),
        index=None,
        format_func=options.__getitem__,
        placeholder=translate("choose"),
        key="search",
    )


def one_of(name: str, options: Mapping[str, str], *, default: str) -> str:
    """Let the reader choose one value of a closed list; the address is ignored if it has another."""
    if st.query_params.get(name, default) not in options:
        st.query_params.pop(name, None)
    return _select(name, translate(f"choose-{name}"), options, default=default) or default
