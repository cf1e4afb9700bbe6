"""Moments from which a reader asks what is new: a session, a month of the Security Council, a day."""

import re
from datetime import date

import pandas as pd

from ewdash import i18n
from ewdash.model.errors import UnknownMomentError

FIRST = date(2006, 6, 19)  # the Human Rights Council's first day

_SESSION = re.compile(r"HRC-(S-)?\d{1,3}")
_MONTH = re.compile(r"SC-\d{4}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def key(session: str) -> str:
    """Return a session or month of presidency as the address writes it (``HRC-60``, ``SC-2025-12``)."""
    return session.replace(" ", "-")


def day_of(moment: str, sessions: pd.DataFrame) -> date | None:
    """Return the last day of a moment: what comes after it is new; None if it is no moment on record.

    Args:
        moment: As the address writes it: a session, a month of presidency, or a day.
        sessions: `session`: ``session``, ``end``.
    """
    if _SESSION.fullmatch(moment) or _MONTH.fullmatch(moment):
        rows = sessions[sessions["session"].map(key) == moment]
        return None if rows.empty else rows["end"].iloc[0].date()
    if _DAY.fullmatch(moment):
        try:
            return date.fromisoformat(moment)
        except ValueError:
            return None
    return None


def known(moment: str, sessions: pd.DataFrame, *, last: date) -> date:
    """Return the last day of a moment that is on record.

    Args:
        moment: As the address writes it.
        sessions: `session`.
        last: The last day of the record: after it nothing can be new.

    Raises:
        UnknownMomentError: If it is none, or lies before `FIRST` or after ``last``.
    """
    day = day_of(moment, sessions)
    if day is None or not FIRST <= day <= last:
        raise UnknownMomentError(given=moment, first=i18n.day(FIRST), last=i18n.day(last))
    return day
