"""Asks before what somebody wrote is replaced or removed."""

from collections.abc import Callable
from dataclasses import dataclass

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
