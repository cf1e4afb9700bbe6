"""What the reader chose: kept in the address, checked against the options before use."""

from collections.abc import Callable, Iterable, Mapping, Sequence

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
    value = st.query_params.get(name, before if before in options else default)
    if value in options or value is None:
        st.session_state[name] = value

    def keep() -> None:
        choice = st.session_state[name]
        if choice is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = choice

    choice: str | None = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        placeholder=translate("choose"),
    )
    if choice != default or name in st.query_params:  # a default of this page is no choice for others
        st.session_state[f"kept-{name}"] = choice
    # A value that the data decides is written out, so that the link shows the same when data grow;
    # a fixed default is not, because each write is a step in the browser's history.
    if name not in st.query_params and choice is not None and (stated or choice != default):
        st.query_params[name] = choice
    return choice


def _refuse(error: EwdashError, name: str) -> None:
    """Say that the address asked for something unknown, and forget it."""
    frame.show_refusal(f"{error} {error.advice}")
    st.query_params.pop(name, None)
    st.session_state.pop(name, None)


def country(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a country; an unknown one in the address is told in words."""
    value = st.query_params.get("country")
    if value is not None and value not in options:
        _refuse(UnknownCountryError(given=value), "country")
    return _select("country", translate("choose-country"), options, default=None)


def _refusal(value: str, options: Mapping[str, str]) -> EwdashError:
    """Say why a month of the address cannot be shown."""
    start = periods.parse(value)
    first, last = list(options)[-1], next(iter(options))
    if start is not None and first < value < last:
        return IncomparablePeriodError(month=i18n.month(start))
    ends = [i18n.month(day) for day in map(periods.parse, (first, last)) if day is not None]
    return UnknownPeriodError(given=value, first=ends[0], last=ends[1])


def month(options: Mapping[str, str], *, default: str) -> pd.Timestamp:
    """Let the reader choose a month of the record; any other in the address is told in words.

    Args:
        options: Months as the address writes them -> words, newest first.
        default: The month shown first.
    """
    value = st.query_params.get("month")
    if value is not None and value not in options:
        _refuse(_refusal(value, options), "month")
    choice = periods.parse(
        _select("month", translate("choose-month"), options, default=default, stated=True) or default
    )
    assert choice is not None
    return choice


def region(options: Mapping[str, str], *, default: str = "world") -> str | None:
    """Let the reader choose an M49 region or subregion; None is the world."""
    choice = one_of("region", {"world": translate("all-regions"), **options}, default=default)
    return None if choice == "world" else choice


def group(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a regional group of the Human Rights Council; None is all."""
    choice = one_of("group", {"all": translate("all-groups"), **options}, default="all")
    return None if choice == "all" else choice


def area(places: Places) -> tuple[str | None, str | None]:
    """Show the controls of a page that only a place narrows: region and group."""
    with st.container(key="controls"):
        left, right, _ = st.columns([1, 1, 1.5], vertical_alignment="bottom")
    with left:
        choice = region(places.regions())
    with right:
        return choice, group(places.groups())


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


def option(name: str, keys: Iterable[str]) -> str:
    """Let the reader choose one of a closed list, the first by default; `<name>-<key>` is its message."""
    options = {key: translate(f"{name}-{key.replace('_', '-')}") for key in keys}
    return one_of(name, options, default=next(iter(options)))


def several(name: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """Let the reader choose some of a list, kept in the address with commas; none is all."""
    values = st.query_params.get(name, "").split(",")
    st.session_state[name] = [value for value in values if value in options]

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


def countries(options: Mapping[str, str], *, first: Sequence[str], limit: int) -> tuple[str, ...]:
    """Let the reader choose some countries, kept in the address with commas.

    What the address names beyond the options, or beyond the most, is left out and said.

    Args:
        options: iso3 -> name.
        first: Shown until the reader chooses.
        limit: How many can be chosen.
    """
    codes = st.query_params.get("countries", st.session_state.get("kept-countries", "")).split(",")
    codes = [code for code in codes if code and code != NONE]
    selection = list(dict.fromkeys(code for code in codes if code in options))[:limit]
    rejected = [code for code in dict.fromkeys(codes) if code not in selection]
    if rejected:
        names = i18n.listing(options.get(code, code) for code in rejected)
        frame.show_refusal(translate("compare-left-out", given=i18n.repeated(names)))
        st.query_params["countries"] = ",".join(selection) or NONE
    elif selection and "countries" not in st.query_params:  # the browser's way back dropped it
        st.query_params["countries"] = ",".join(selection)
    emptied = st.query_params.get("countries") == NONE and not rejected
    st.session_state["countries"] = selection if selection or emptied else list(first)

    def keep() -> None:
        st.query_params["countries"] = ",".join(st.session_state["countries"]) or NONE
        st.session_state["kept-countries"] = st.query_params["countries"]

    st.multiselect(
        translate("choose-countries"),
        list(options),
        format_func=options.__getitem__,
        key="countries",
        max_selections=limit,
        on_change=keep,
        placeholder=translate("choose"),
    )
    return tuple(st.session_state["countries"])


def switch(name: str, *, changing: Callable[[], None] = lambda: None) -> bool:
    """Let the reader turn something on; the address says so when it is.

    Args:
        name: Of the switch, and in the address.
        changing: Called first of all when it is turned.
    """
    st.session_state[name] = st.query_params.get(name) == "yes"

    def keep() -> None:
        changing()
        if st.session_state[name]:
            st.query_params[name] = "yes"
        else:
            st.query_params.pop(name)

    return bool(st.toggle(translate(f"choose-{name}"), key=name, on_change=keep))


def section(sections: Iterable[str], *, name: str = "section") -> str:
    """Let the reader choose which part of a page is shown."""
    options = {key: translate(f"section-{key}") for key in sections}
    value = st.query_params.get(name)
    first = next(iter(options))
    st.session_state[name] = value if value in options else st.session_state.get(name) or first

    def keep() -> None:
        st.query_params[name] = st.session_state[name]

    choice = st.segmented_control(
        translate("choose-section"),
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )
    return str(choice or first)


def threshold(steps: Sequence[str], *, default: str) -> str:
    """Let the reader move the alert threshold, from many alerts to few."""
    value = st.query_params.get("threshold")
    if value not in steps:
        st.query_params.pop("threshold", None)
        value = st.session_state.get("threshold", default)
    st.session_state["threshold"] = value

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
