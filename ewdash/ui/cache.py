"""What the server keeps between visits: the record, and finished views, until a file changes.

Frames and figures are shared by every visitor, so nothing downstream may change them.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from contextvars import ContextVar
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from ewdash.data import own_file
from ewdash.data.record import UNUSABLE, Record, opened
from ewdash.i18n import LANGUAGE
from ewdash.model.errors import NotCoveredError, NothingRecordedError, PaperOutdatedError
from ewdash.model.places import Places
from ewdash.ui.readers import READERS

T = TypeVar("T")
P = ParamSpec("P")
# An answer is made of hundreds of looks into a few dozen rows, which Arrow's strings take twice as long for.
pd.set_option("mode.string_storage", "python")
# A view is a few hundred kilobytes; the thousand last used stay.
VIEWS = 1000
_RECORD: ContextVar[Record] = ContextVar("record")
_OWN: ContextVar[int] = ContextVar("own")
_VIEWS: OrderedDict[object, Future[Any]] = OrderedDict()
_LOCK = threading.Lock()  # of the list of views, not of their making


def look() -> None:
    """Look once in a run of a page whether a file has changed; the whole run then stands on one state."""
    READERS.came()
    _RECORD.set(opened())
    _OWN.set(own_state())


def has_looked() -> bool:
    """Tell whether this run stands on a state already."""
    return _RECORD.get(None) is not None


def record() -> Record:
    """Return the record this run stands on."""
    current = _RECORD.get(None)
    return opened() if current is None else current


def places() -> Places:
    """Return the countries and territories."""
    return record().places


def own_state() -> int:
    """Identify what users wrote by the time of their file."""
    path = own_file.place()
    return path.stat().st_mtime_ns if path.exists() else 0


def view(make: "Callable[Concatenate[Record, P], T]", *nothing: P.args, **selection: P.kwargs) -> T:
    """Return ``make(record, **selection)``, made once per selection and state of the data.

    Who asks for a view that somebody else is making waits for it. That nothing is on record is kept, too.
    """
    del nothing
    current = record()
    own = _OWN.get(None)
    key = (
        make.__module__,
        make.__qualname__,
        repr(sorted(selection.items())),
        LANGUAGE.get(),
        current.state,
        own_state() if own is None else own,
    )
    with _LOCK:
        mine = key not in _VIEWS
        future = _VIEWS.setdefault(key, Future())
        _VIEWS.move_to_end(key)
        if len(_VIEWS) > VIEWS:
            _VIEWS.popitem(last=False)
    if mine:
        unusable: list[str] = []
        mark = UNUSABLE.set(unusable)
        kept = False
        try:
            with READERS.served() if has_looked() else nullcontext():  # else it is made ahead (`usual`)
                future.set_result(make(current, **selection))  # type: ignore[call-arg]
            kept = not unusable  # a lock passes, and leaves no trace by which a kept view would be made again
        except BaseException as error:
            future.set_exception(error)
            kept = isinstance(error, NotCoveredError | NothingRecordedError)
        finally:
            UNUSABLE.reset(mark)
            if not kept:
                with _LOCK:
                    _VIEWS.pop(key, None)
    fault = future.exception()
    if fault is not None:
        raise fault.with_traceback(None)  # each raising would lengthen it
    result: T = future.result()
    return result


def later(
    make: "Callable[Concatenate[Record, P], T]", *nothing: P.args, **selection: P.kwargs
) -> "Callable[[], T]":
    """Return what makes a view when it is asked for, of the state that this run stands on.

    What users wrote counts where a ``viewer`` is given, whose own records the view then holds.

    Raises:
        PaperOutdatedError: When asked, if a file has changed since: the view would not be that of the page.
    """
    del nothing

    def stands() -> tuple[str, int]:
        own = _OWN.get(None) if selection.get("viewer") else 0
        return record().state, own_state() if own is None else own

    state = stands()

    def asked() -> T:
        if stands() != state:
            raise PaperOutdatedError
        return view(make, **selection)  # type: ignore[call-arg]

    return asked
