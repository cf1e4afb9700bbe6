"""What the reader chose: kept in the address, checked against the options before use."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.errors import (
    EwdashError,
    FormerCodeError,
    FormerStateError,
    IncomparablePeriodError,
    UnknownChoiceError,
    UnknownCountryError,
    UnknownPeriodError,
)
from ewdash.model.places import Places, region_key
from ewdash.ui import cache, frame
from ewdash.ui.place_labels import search_labels


def _before(name: str, options: Mapping[str, str], default: str | None) -> str | None:
    """Return what is shown where the address says nothing: what was chosen before, if it is still offered."""
    before: str | None = st.session_state.get(f"kept-{name}", default)
    return before if before in options else default


def _select(
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    default: str | None,
    stated: bool = False,
    searched: Mapping[str, str] | None = None,
    changing: Callable[[], None] = lambda: None,
) -> str | None:
    """Draw a select box whose value is the address's ``name``.

    Args:
        name: The parameter of the address.
        label: What stands over the box.
        options: Value in the address -> label.
        default: The value shown first.
        stated: Whether the address states a default, too.
        searched: Value -> label with words for search, for the options that are not chosen.
        changing: Called first of all when the reader chooses.
    """
    # The address decides; without it (the browser's way back drops it) what was chosen before.
    value = st.query_params.get(name, _before(name, options, default))
    if value in options or value is None:
        st.session_state[name] = value
    labels = {key: text if key == value else (searched or options)[key] for key, text in options.items()}

    def keep() -> None:
        changing()
        choice = _value(st.session_state[name], options, searched)
        if choice is None and st.session_state[name] is not None:
            return  # what no option is called: the address stays
        if choice is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = choice

    choice: str | None = st.selectbox(
        label,
        list(options),
        format_func=labels.__getitem__,
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


def _refuse(error: EwdashError, name: str, *, left: str = "") -> None:
    """Say that the address asked for something unknown, and forget it, but for what is left of it."""
    frame.show_refusal(f"{error} {error.advice}")
    if left:
        st.query_params[name] = left
        return
    st.query_params.pop(name, None)
    st.session_state.pop(name, None)


def _value(choice: str | None, options: Mapping[str, str], searched: Mapping[str, str] | None) -> str | None:
    """Return the value of what a browser sends: one of the options, or its label of a run ago."""
    if choice is None or choice in options:
        return choice
    texts = {text: key for labels in (options, searched or {}) for key, text in labels.items()}
    return texts.get(choice)


def _labels(options: Mapping[str, str]) -> Mapping[str, str]:
    """Return the labels of places with the words that find them; without the table, the names alone."""
    try:
        return cache.view(search_labels, language=frame.reader_language())
    except EwdashError as error:
        frame.show_refusal(f"{error} {error.advice}")
        return options


def _place(given: str, options: Mapping[str, str]) -> str:
    """Return the code of the place that an address means.

    Raises:
        FormerCodeError: If the code became several places; none of them is chosen.
        UnknownCountryError: If it means none.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: If the words cannot be read.
    """
    gazetteer = cache.record().gazetteer
    codes = [code for code in gazetteer.find(given) if code in options]
    if not codes:
        raise UnknownCountryError(given=given)
    if len(codes) > 1:
        raise FormerCodeError(given=given, became=_names(codes), successors=len(codes))
    return codes[0]


def _names(codes: Iterable[str]) -> str:
    """Return places with their codes, one after the other."""
    places = cache.places()
    return i18n.listing(sorted(f"{places.name(code)} ({code})" for code in codes))


def _told_of_the_past(given: str, code: str) -> None:
    """Say what became of a code that is no longer used."""
    successors = cache.record().gazetteer.former(given)
    facts = {"given": given, "became": _names(successors), "successors": len(successors)}
    if successors:
        error = FormerCodeError(**facts) if code in successors else FormerStateError(**facts)
        frame.show_refusal(f"{error} {error.advice}")


def named_country(options: Mapping[str, str]) -> None:
    """Write the address's country as its three-letter code; one that means no place is told in words."""
    given = st.query_params.get("country")
    if given is None:
        return
    try:
        code = given if given in options else _place(given, options)
        _told_of_the_past(given, code)
    except EwdashError as error:
        if given not in options:
            _refuse(error, "country")
        return
    if code != given:
        st.query_params["country"] = code


def country(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a country; an unknown one in the address is told in words."""
    named_country(options)
    return _select("country", translate("choose-country"), options, default=None, searched=_labels(options))


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


def region(
    places: Places, *, default: str = "world", changing: Callable[[], None] = lambda: None
) -> str | None:
    """Let the reader choose an M49 region or subregion, or a set of countries; None is the world.

    An own list, which only the address can give, is offered beside them.

    Args:
        places: The countries.
        default: The key shown first.
        changing: Called first of all when the reader chooses.
    """
    offered = {"world": translate("all-regions"), **places.regions()}
    try:
        offered |= places.sets()
    except EwdashError as error:
        frame.show_refusal(f"{error} {error.advice}")
    given = st.query_params.get("region")
    if given is not None and given not in offered:
        if region_key(given) in offered:
            st.query_params["region"] = region_key(given)
        else:
            _own_list(given, places)
    own = st.session_state.get("own-list")
    if own is not None:
        offered[own] = places.own_list_name(own)
    choice = one_of("region", offered, default=default, changing=changing)
    return None if choice == "world" else choice


def _own_list(given: str, places: Places) -> None:
    """Write an own list of the address as its codes, each once; what means no place is told in words."""
    options = places.options()
    asked = {word: _listed(word.strip(), options) for word in given.split(",") if word.strip()}
    codes = {code for code in asked.values() if code is not None}
    if not codes:
        return  # no list: told as any other choice that is not offered
    own = ",".join(code for code in options if code in codes)
    unknown = [word.strip() for word, code in asked.items() if code is None]
    if unknown:
        label, shown = translate("choose-region"), places.own_list_name(own)
        error = UnknownChoiceError(given=i18n.listing(unknown), control=label, shown=shown)
        frame.show_refusal(f"{error} {error.advice}")
    st.session_state["own-list"] = own
    if own != given:
        st.query_params["region"] = own


def group(options: Mapping[str, str]) -> str | None:
    """Let the reader choose a regional group of the Human Rights Council; None is all."""
    choice = one_of("group", {"all": translate("all-groups"), **options}, default="all")
    return None if choice == "all" else choice


def area(places: Places) -> tuple[str | None, str | None]:
    """Show the controls of a page that only a place narrows: region and group."""
    with st.container(key="controls"):
        left, right, _ = st.columns([1, 1, 1.5], vertical_alignment="bottom")
    with left:
        choice = region(places)
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
    given = [value for value in st.query_params.get(name, "").split(",") if value]
    values = [value for value in given if value in options]
    label = translate(f"choose-{name}")
    if values != given:
        unknown = i18n.listing(value for value in given if value not in options)
        shown = i18n.listing(options[value] for value in values) or translate("all")
        _refuse(UnknownChoiceError(given=unknown, control=label, shown=shown), name, left=",".join(values))
    st.session_state[name] = values

    def keep() -> None:
        st.query_params[name] = ",".join(st.session_state[name])
        if not st.session_state[name]:
            st.query_params.pop(name)

    st.multiselect(
        label,
        list(options),
        format_func=options.__getitem__,
        key=name,
        on_change=keep,
        placeholder=translate("all"),
        select_all=False,
    )
    return tuple(st.session_state[name])


NONE = "none"  # in the address: the reader emptied the list


def _listed(word: str, options: Mapping[str, str]) -> str | None:
    """Return the code of a place in a list of the address; None where it means none, or several."""
    if word in options:
        return word
    try:
        code = _place(word, options)
        _told_of_the_past(word, code)
    except UnknownCountryError:
        return None
    except EwdashError as error:
        frame.show_refusal(f"{error} {error.advice}")
        return None
    return code


def countries(options: Mapping[str, str], *, first: Sequence[str], limit: int) -> tuple[str, ...]:
    """Let the reader choose some countries, kept in the address with commas.

    What the address names beyond the options, or beyond the most, is left out and said.

    Args:
        options: iso3 -> name.
        first: Shown until the reader chooses.
        limit: How many can be chosen.
    """
    given = st.query_params.get("countries", st.session_state.get("kept-countries", "")).split(",")
    asked = {word: _listed(word, options) for word in dict.fromkeys(given) if word and word != NONE}
    selection = [code for code in dict.fromkeys(asked.values()) if code is not None][:limit]
    rejected = [word for word, code in asked.items() if code not in selection]
    if rejected:
        names = i18n.listing(options.get(code, code) for code in rejected)
        frame.show_refusal(translate("compare-left-out", given=i18n.repeated(names)))
        st.query_params["countries"] = ",".join(selection) or NONE
    elif selection and given != selection:  # written otherwise, or dropped by the browser's way back
        st.query_params["countries"] = ",".join(selection)
    emptied = st.query_params.get("countries") == NONE and not rejected
    shown = selection if selection or emptied else list(first)
    st.session_state["countries"] = shown
    searched = _labels(options)
    labels = {code: options[code] if code in shown else text for code, text in searched.items()}

    def keep() -> None:
        choice = (_value(code, options, searched) for code in st.session_state["countries"])
        st.query_params["countries"] = ",".join(code for code in choice if code) or NONE
        st.session_state["kept-countries"] = st.query_params["countries"]

    st.multiselect(
        translate("choose-countries"),
        list(options),
        format_func=labels.__getitem__,
        key="countries",
        max_selections=limit,
        select_all=False,  # else Enter takes all that match, not the first
        on_change=keep,
        placeholder=translate("choose"),
    )
    return tuple(st.session_state["countries"])


def acts(kinds: Mapping[str, str]) -> tuple[tuple[str, ...], bool, bool]:
    """Let the reader choose which acts are drawn: classes, turning points only, and related mandates."""
    chosen = [kind for kind in st.query_params.get("acts", "").split(",") if kind in kinds]
    filtered = bool(chosen) or "turning" in st.query_params or "mandates" in st.query_params
    with st.popover(translate("acts-drawn", filtered=str(filtered).lower()), type="tertiary"):
        return several("acts", kinds), switch("turning"), switch("mandates")


def switch(name: str, *, changing: Callable[[], None] = lambda: None) -> bool:
    """Let the reader turn something on; the address says so when it is.

    Args:
        name: Of the switch, and in the address.
        changing: Called first of all when it is turned.
    """
    label = translate(f"choose-{name}")
    given = st.query_params.get(name, "no")
    if given not in ("yes", "no"):
        _refuse(UnknownChoiceError(given=given, control=label, shown=translate("switched-off")), name)
    st.session_state[name] = given == "yes"

    def keep() -> None:
        changing()
        if st.session_state[name]:
            st.query_params[name] = "yes"
        else:
            st.query_params.pop(name, None)

    return bool(st.toggle(label, key=name, on_change=keep))


def section(sections: Iterable[str], *, name: str = "section") -> str:
    """Let the reader choose which part of a page is shown."""
    options = {key: translate(f"section-{key}") for key in sections}
    value = st.query_params.get(name)
    first = next(iter(options))
    shown = st.session_state.get(name)
    shown = shown if shown in options else first
    if value is not None and value not in options:
        _refuse(
            UnknownChoiceError(given=value, control=translate("choose-section"), shown=options[shown]), name
        )
    st.session_state[name] = value if value in options else shown

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
        shown = st.session_state.get("threshold", default)
        if value is not None:
            control = translate("choose-threshold")
            _refuse(UnknownChoiceError(given=value, control=control, shown=shown), "threshold")
        value = shown
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
    """Let the reader find a country by a name or code; return it once, when chosen."""
    return st.selectbox(
        translate("open-situation"),
        list(options),
        index=None,
        format_func=_labels(options).__getitem__,
        placeholder=translate("choose"),
        key="search",
    )


def one_of(
    name: str, options: Mapping[str, str], *, default: str, changing: Callable[[], None] = lambda: None
) -> str:
    """Let the reader choose one value of a closed list; any other in the address is told in words."""
    given, label = st.query_params.get(name), translate(f"choose-{name}")
    if given is not None and given not in options:
        key = given.strip().casefold().replace("-", "_")
        written = {value.replace("-", "_"): value for value in options}
        if key in written:
            st.query_params[name] = written[key]
        else:
            shown = options[_before(name, options, default) or default]
            _refuse(UnknownChoiceError(given=given, control=label, shown=shown), name)
    return _select(name, label, options, default=default, changing=changing) or default
