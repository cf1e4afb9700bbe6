"""The mark from which a reader asks what is new: chosen once, kept in the address, told on every page."""

from datetime import date

import streamlit as st

from ewdash.model import moments
from ewdash.model.errors import EwdashError, UnknownMomentError
from ewdash.model.words import say
from ewdash.ui import cache
from ewdash.views import since

NAME = "since"
NONE, DAY = "", "day"
FIRST = date(2006, 6, 19)  # the Human Rights Council's first day


def chosen() -> str | None:
    """Return the moment of the address, None where it names none on record."""
    given = st.query_params.get(NAME)
    return given if given and moments.day_of(given, cache.load("session")) is not None else None


def refused() -> EwdashError | None:
    """Return why the address's moment cannot be used, and forget it; None where it can."""
    given = st.query_params.get(NAME)
    if given is None or chosen() is not None:
        return None
    st.query_params.pop(NAME)
    return UnknownMomentError(given=given)


def control() -> None:
    """Let the reader choose the moment, or a day of their own."""
    options = {NONE: say("since-none"), **cache.view(since.options)}
    now = chosen()
    if now is not None and now not in options:
        options[now] = since.told(since=now, load=cache.load)
    options[DAY] = say("since-other-day")
    st.session_state[NAME] = now or st.session_state.pop("since-asked", NONE)

    def keep() -> None:
        picked = st.session_state[NAME]
        if picked in (NONE, DAY):
            st.query_params.pop(NAME, None)
            st.session_state["since-asked"] = picked
        else:
            st.query_params[NAME] = picked

    label = say("choose-since") if now is None else say("since-label", moment=options[now])
    with st.popover(label, type="tertiary"):
        st.selectbox(
            say("choose-since"), list(options), format_func=options.__getitem__, key=NAME, on_change=keep
        )
        if st.session_state[NAME] == DAY:
            picked = st.date_input(say("choose-since-day"), None, min_value=FIRST, max_value="today")
            if isinstance(picked, date):
                st.query_params[NAME] = picked.isoformat()
                st.rerun()


def box(scope: tuple[str, ...] | None) -> None:
    """Show what is new in a selection, where a moment is chosen.

    Args:
        scope: Codes of the selection; None is the world.
    """
    moment = chosen()
    if moment is None:
        return
    _shown(cache.view(since.news, since=moment, scope=scope))


def data_box() -> None:
    """Show what is new in the data alone, where a moment is chosen."""
    moment = chosen()
    if moment is not None:
        _shown(cache.view(since.data_news, since=moment))


def _shown(made: since.News) -> None:
    with st.container(key="since-box"):
        st.markdown(f"**{made.sentence}**")
        if made.lines:
            st.markdown("\n".join(f"- {line}" for line in made.lines))
