"""What the server keeps between visits: tables and finished views, until a file changes.

Frames and figures are shared by every visitor, so nothing downstream may change them.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

import pandas as pd
import streamlit as st

from ewdash.data import overrides, store
from ewdash.model.datasets import LAYOUTS, Card
from ewdash.model.errors import NotesUnusableError
from ewdash.model.places import Places
from ewdash.model.words import LANGUAGE

T = TypeVar("T")
# A view is a few hundred kilobytes; the two hundred last used stay.
VIEWS = 200


def _stamp() -> tuple[tuple[str, int], ...]:
    """Identify the installed tables by file and time, so that a changed file is read again."""
    found = []
    for path in (
        *(path for table in LAYOUTS for path in store.files(table, root=store.DATA)),
        overrides.place(),
    ):
        with suppress(FileNotFoundError):  # moved by an update since it was listed, or not there at all
            found.append((f"{path.parent.name}/{path.name}", path.stat().st_mtime_ns))
    return tuple(found)


@st.cache_resource(show_spinner=False, max_entries=4 * len(LAYOUTS))
def _table(table: str, _part: tuple[tuple[str, int], ...], stamp: str) -> pd.DataFrame:
    return store.load(table)


def load(table: str) -> pd.DataFrame:
    """Return a table, read once; treat it as read-only."""
    if table in overrides.READ:
        return store.load(table)
    part = tuple(entry for entry in _stamp() if entry[0].startswith(f"{table}/"))
    return _table(table, part, repr(part))


def places() -> Places:
    """Return the countries and territories."""
    return Places(load("country"))


def card(table: str) -> Card:
    """Return a table's card."""
    return store.card(table)


@st.cache_resource(show_spinner=False, max_entries=VIEWS)
def _view(name: str, selection: str, language: str, stamp: str, _make: Callable[[], object]) -> object:
    return _make()


def view(make: Callable[..., T], **selection: object) -> T:
    """Return ``make(load=..., describe=..., **selection)``, made once per selection and data."""
    unusable: list[str] = []

    def read(table: str) -> pd.DataFrame:
        try:
            return load(table)
        except NotesUnusableError:
            unusable.append(table)
            raise

    def made() -> T:
        return make(load=read, describe=card, **selection)

    name = f"{make.__module__}.{make.__qualname__}"
    asked = (name, repr(sorted(selection.items())), LANGUAGE.get(), repr(_stamp()))
    found = cast("T", _view(*asked, made))
    if unusable:  # a lock passes, and leaves no trace by which a kept view would be made again
        _view.clear(*asked, made)
    return found
