"""Who uses the dashboard: the person at the machine, or on a server with sign-in who is signed in."""

import os

import streamlit as st

from ewdash.data import own_file
from ewdash.data.own_records import ANYBODY

# Environment variable: the header in which a reverse proxy names who is signed in. Only where nobody
# reaches the dashboard past the proxy, because whoever does can name anybody.
HEADER = "EWDASH_USER_HEADER"
NOBODY = "\x00"  # where sign-in is set up and nobody is: no name that is kept is this one


def viewer() -> str:
    """Return who sees records: the name signed in, `NOBODY`, or `ANYBODY` where there is no sign-in."""
    header = os.environ.get(HEADER)
    if header:
        return _name(st.context.headers.get(header, ""))
    if "is_logged_in" not in st.user:  # sign-in is not set up
        return ANYBODY
    return _name(st.user.get("email") or st.user.get("name")) if st.user.get("is_logged_in") else NOBODY


def _name(given: object) -> str:
    return own_file.clean(str(given or ""))[: own_file.AUTHOR] or NOBODY


def name() -> str:
    """Return the name under which something is kept unless another is typed."""
    return own_file.person() if viewer() == ANYBODY else viewer().strip("\x00")


def kept_as(typed: str) -> str:
    """Return under which name something is kept: who is signed in, else the name typed, else the system's."""
    return name() if viewer() != ANYBODY else own_file.clean(typed)[: own_file.AUTHOR] or name()
