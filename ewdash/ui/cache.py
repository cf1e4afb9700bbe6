"""What the server keeps between visits: the record, and finished views, until a file changes.

Frames and figures are shared by every visitor, so nothing downstream may change them.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from ewdash.data import overrides
from ewdash.data.record import UNUSABLE, Record, opened
from ewdash.i18n import LANGUAGE
from ewdash.model.places import Places

T = TypeVar("T")
P = ParamSpec("P")
# A view is a few hundred kilobytes; the thousand last used stay.
VIEWS = 1000
_RECORD: ContextVar[Record] = ContextVar("record")


def look() -> None:
    """Look once in a run of a page whether a file has changed; the whole run then stands on one state."""
    _RECORD.set(opened())


def record() -> Record:
    """Return the record this run stands on."""
    current = _RECORD.get(None)
    return opened() if current is None else current


def places() -> Places:
    """Return the countries and territories."""
    return record().places


def _own() -> int:
    """Identify the analysts' own stages by the time of their file."""
    path = overrides.place()
    return path.stat().st_mtime_ns if path.exists() else 0


@st.cache_resource(show_spinner=False, max_entries=VIEWS)
def _view(
    name: str, selection: str, language: str, state: str, own: int, _make: Callable[[], object]
) -> object:
    return _make()


def view(make: "Callable[Concatenate[Record, P], T]", *nothing: P.args, **selection: P.kwargs) -> T:
    """Return ``make(record, **selection)``, made once per selection and state of the data."""
    del nothing
    current = record()
    name = f"{make.__module__}.{make.__qualname__}"
    key = (name, repr(sorted(selection.items())), LANGUAGE.get(), current.state, _own())
    unusable: list[str] = []

    def make_view() -> T:
        mark = UNUSABLE.set(unusable)
        try:
            return make(current, **selection)  # type: ignore[call-arg]
        finally:
            UNUSABLE.reset(mark)

    result = cast("T", _view(*key, make_view))
    if unusable:  # a lock passes, and leaves no trace by which a kept view would be made again
        _view.clear(*key, make_view)
    return result
