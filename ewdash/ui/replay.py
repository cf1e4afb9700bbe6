"""The controls of a replay: a slider, one step back or on, and play until stopped."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.errors import UnknownChoiceError
from ewdash.ui import frame

PACE = 1.5  # seconds a month is shown while playing


def _name(step: str) -> str:
    month = periods.parse(step)
    return i18n.month(month) if month is not None else step


def step(months: Sequence[str]) -> pd.Timestamp:
    """Let the reader choose a month of a case, the last one at first; the address holds it."""
    before = st.session_state.get("step")
    value = st.query_params.get("step", before)
    if value is not None and value not in months:
        if value != before:  # else it was a month of the case that was shown before
            shown = _name(months[-1])
            error = UnknownChoiceError(given=value, control=translate("choose-step"), shown=shown)
            frame.show_refusal(f"{error} {error.advice}")
        st.query_params.pop("step", None)
    st.session_state["step"] = value if value in months else months[-1]

    _controls(
        "step",
        {name: _name(name) for name in months},
        translate("choose-step"),
        key="step",
        playing="playing",
    )
    month = periods.parse(st.session_state["step"])
    assert month is not None
    return month


def play_months(months: Mapping[str, str], *, shown: str) -> None:
    """Let the reader play the months of the address: those that may be compared with the one shown.

    Args:
        months: The months in words, oldest first, all of one kind of figure.
        shown: The month that the page shows.
    """
    if len(months) > 1:
        st.session_state["played"] = shown
        _controls("month", months, translate("choose-played"), key="played", playing="months-playing")


def _controls(name: str, options: Mapping[str, str], label: str, *, key: str, playing: str) -> None:
    """Show slider, steps and play for a parameter of the address."""
    months = list(options)

    def move(by: int) -> None:
        place = months.index(st.session_state[key]) + by
        st.query_params[name] = months[max(0, min(place, len(months) - 1))]

    def keep() -> None:
        st.query_params[name] = st.session_state[key]

    def start() -> None:
        """Play from the beginning what is shown to its end."""
        if st.session_state[playing] and st.session_state[key] == months[-1]:
            st.query_params[name] = months[0]

    st.select_slider(label, months, key=key, format_func=options.__getitem__, on_change=keep)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(translate("step-back"), on_click=move, args=(-1,))
        st.button(translate("step-on"), on_click=move, args=(1,))
        plays = st.toggle(translate("step-play"), key=playing, on_change=start)
    if plays:
        st.session_state["shown-now"] = True
        _play(tuple(months), name, key)


@st.fragment(run_every=PACE)
def _play(months: tuple[str, ...], name: str, key: str) -> None:
    """Go one month on each time the clock, not the page, runs this."""
    frame.resume()
    if st.session_state.pop("shown-now", False):
        return
    place = months.index(st.session_state[key])
    if place + 1 < len(months):
        st.query_params[name] = months[place + 1]
        st.rerun()


def show_list(title: str, lines: Sequence[str]) -> None:
    """Show sentences under the message of a title."""
    if lines:
        st.markdown(f"**{translate(title)}**\n\n" + "\n".join(f"- {line}" for line in lines))
