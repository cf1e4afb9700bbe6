"""The mark from which a reader asks what is new: chosen once, kept in the address, told on every page."""

import contextlib
from datetime import date

import streamlit as st

from ewdash.i18n import translate
from ewdash.model import moments
from ewdash.model.errors import EwdashError, UnknownMomentError
from ewdash.ui import cache, clock, notices
from ewdash.views import since

NAME = "since"
NONE, DAY = "", "day"


def selected() -> str | None:
    """Return the moment of the address, None where it names none on record or the record cannot be read."""
    return None if _fault() is not None else st.query_params.get(NAME)


def open_with_the_newest() -> None:
    """Put the newest regular session into an address that names no moment, unless none was asked for."""
    if NAME not in st.query_params and st.session_state.get("since-asked") is None:
        with contextlib.suppress(EwdashError):  # told by `control`
            newest = cache.view(since.newest_session)
            if newest is not None:
                st.query_params[NAME] = newest


def show_refusal() -> UnknownMomentError | None:
    """Return why the address's moment cannot be used, and forget it; None where it can.

    That the record cannot be read is told once, by `control`.
    """
    error = _fault()
    if not isinstance(error, UnknownMomentError):
        return None
    st.query_params.pop(NAME)
    return error


def _fault() -> EwdashError | None:
    value = st.query_params.get(NAME)
    try:
        if value is not None:
            cache.view(since.starts, since=value)
    except EwdashError as error:
        return error
    return None


def control() -> None:
    """Let the reader choose the moment, or a day of their own."""
    options = {NONE: translate("since-none"), **cache.view(since.options)}
    now = selected()
    if now is not None and now not in options:
        options[now] = since.moment_in_words(cache.record(), since=now)
    options[DAY] = translate("since-other-day")
    st.session_state[NAME] = now or st.session_state.pop("since-asked", NONE)

    def keep() -> None:
        choice = st.session_state[NAME]
        if choice in (NONE, DAY):
            st.query_params.pop(NAME, None)
            st.session_state["since-asked"] = choice
        else:
            st.query_params[NAME] = choice

    label = (
        translate("choose-since")
        if now is None
        else translate("since-label", moment=since.moment_in_short(cache.record(), since=now))
    )
    with st.popover(label, type="tertiary"):
        st.selectbox(
            translate("choose-since"),
            list(options),
            format_func=options.__getitem__,
            key=NAME,
            on_change=keep,
        )
        if st.session_state[NAME] == DAY:
            choice = st.date_input(
                translate("choose-since-day"),
                None,
                min_value=moments.FIRST,
                max_value=cache.view(since.last_day),
            )
            if isinstance(choice, date):
                st.query_params[NAME] = choice.isoformat()
                st.rerun()


def show_news(scope: tuple[str, ...] | None) -> None:
    """Show what is new in a selection, where a moment is chosen.

    Args:
        scope: Codes of the selection; None is the world.
    """
    moment = selected()
    if moment is not None:
        with notices.show_errors():
            _show_box(cache.view(since.news, since=moment, scope=scope, day=clock.today()))


def show_data_news() -> None:
    """Show what is new in the data alone, where a moment is chosen."""
    moment = selected()
    if moment is not None:
        with notices.show_errors():
            _show_box(cache.view(since.data_news, since=moment))


def _show_box(news: since.News) -> None:
    with st.container(key="since-box"), st.expander(f"**{news.sentence}**"):
        st.markdown("\n".join(f"- {line}" for line in news.lines))
