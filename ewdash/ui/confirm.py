"""Asks before what somebody wrote is replaced or removed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import notices


@dataclass(frozen=True)
class Wish:
    """What is to be done once it is confirmed: of which subject, over what, with which words."""

    of: str
    stands: str
    yes: str
    act: Callable[[], None]
    done: str


class Place(Protocol):
    """A part of the page that takes a button."""

    def button(self, label: str, *, key: str) -> bool:
        """Show a button and tell whether it was pressed."""


def wish(key: str, request: Wish) -> None:
    """Ask in the next run, and until it is answered."""
    st.session_state[key] = request
    st.rerun()


def waits(key: str, *, of: str) -> bool:
    """Tell whether an answer on a subject is waited for; what was asked of another is dropped."""
    request = st.session_state.get(key)
    if request is not None and request.of != of:
        del st.session_state[key]
    return key in st.session_state


def removal(
    key: str, *, of: str, label: str, sentence: str, remove: Callable[[], None], button: str, place: Place
) -> None:
    """Show a button that removes what a user brought, and ask before it does.

    Args:
        key: Of the question.
        of: What would be removed.
        label: On the button.
        sentence: What would be lost.
        remove: Removes it.
        button: Key of the button.
        place: Where the button stands: a column, or the page.
    """
    pending = waits(key, of=of)
    if place.button(label, key=button) and not pending:
        yes, done = translate("confirm-remove"), translate("records-removed")
        wish(key, Wish(of, sentence, yes, remove, done))
    if pending:
        ask(key)


def ask(key: str) -> None:
    """Show what would be lost, and do what was wished, or nothing, when a button is pressed."""
    request: Wish = st.session_state[key]
    st.warning(notices.plain(request.stands), icon=":material/help:")
    with st.container(horizontal=True):
        yes = st.button(request.yes, key=f"{key}-yes", type="primary")
        no = st.button(translate("confirm-no"), key=f"{key}-no")
    if yes or no:
        del st.session_state[key]
        with notices.show_errors():
            if yes:
                request.act()
                st.toast(request.done)
            st.rerun()
