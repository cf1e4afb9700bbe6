"""Analysts' own stages: kept in the local file, apart from the tables, so that an update leaves them."""

import functools
from typing import Any

import pandas as pd

from ewdash.data import own_file
from ewdash.data.own_file import AUTHOR, Rows, Where, clean, is_day, moment
from ewdash.model.situations import STAGES

TABLE, FAULTS = "override", "override_fault"  # the readings, and the lines that cannot be used
COLUMNS = ["iso3", "month", "stage", "reason", "author", "written"]
REASON = 300  # characters at most


def standing(iso3: str, month: pd.Timestamp | None = None) -> Rows:
    """Return the readings of one country, of one month or of all, as they stand in the file: `COLUMNS`.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    table, columns, where, values = _of(iso3, month)
    return own_file.rows(table, columns, where=where, values=values)


def _of(iso3: str, month: pd.Timestamp | None) -> Where:
    columns = ", ".join(COLUMNS)
    if month is None:
        return TABLE, columns, "iso3 = ?", (iso3,)
    return TABLE, columns, "iso3 = ? AND month = ?", (iso3, f"{month:%Y-%m-%d}")


def save(*, iso3: str, month: pd.Timestamp, stage: int, reason: str, author: str, shown: Rows = ()) -> None:
    """Keep one reading, in place of the one that its writer was shown (`standing`), if any.

    Raises:
        ValueError: If the reason is empty or longer than `REASON`, or the author than `AUTHOR`.
        NotesChangedError, NotesUnusableError: See `own_file.change`.
    """
    why, who = clean(reason), clean(author)
    if not 0 < len(why) <= REASON or len(who) > AUTHOR:
        raise ValueError(len(why), len(who))
    own_file.change(
        "INSERT OR REPLACE INTO override (iso3, month, stage, reason, author) VALUES (?, ?, ?, ?, ?)",
        (iso3, f"{month:%Y-%m-%d}", stage, why, who),
        shown=shown,
        of=_of(iso3, month),
        by=who,
    )


def remove(iso3: str, *, shown: Rows) -> None:
    """Forget all readings of one country, if they are those that were shown.

    Raises:
        NotesChangedError, NotesUnusableError: See `own_file.change`.
    """
    command = "DELETE FROM override WHERE iso3 = ?"
    own_file.change(command, (iso3,), shown=shown, of=_of(iso3, None), by="")


def load() -> pd.DataFrame:
    """Return the readings with `COLUMNS`; none where the file is not there.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    rows = [row for row, fault in _sorted() if not fault]
    return _framed(rows) if rows else _no_readings()


@functools.cache
def _no_readings() -> pd.DataFrame:
    """Return `load` of no reading: treat it as read-only."""
    return _framed([])


def _framed(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    readings = pd.DataFrame(rows, columns=COLUMNS)
    return readings.astype({"month": "datetime64[us]", "stage": "int64", "written": "datetime64[us]"})


def faults() -> pd.DataFrame:
    """Return the lines that the form could not have written, and which `load` leaves out.

    Returns:
        ``iso3`` and ``month`` as text, and ``fault``: which column is wrong, or ``double``.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    lines = [(str(row[0]), str(row[1]), fault) for row, fault in _sorted() if fault]
    return pd.DataFrame(lines, columns=["iso3", "month", "fault"], dtype=object)


def _sorted() -> list[tuple[tuple[Any, ...], str]]:
    """Return each row with what is wrong with it, "" if nothing is."""
    lines: list[tuple[tuple[Any, ...], str]] = []
    keys = set()
    for row in own_file.rows(TABLE, ", ".join(COLUMNS)):
        fault = unfit(*row)
        lines.append((row, fault or ("double" if row[:2] in keys else "")))
        keys.add(row[:2])
    return lines


def unfit(iso3: Any, month: Any, stage: Any, reason: Any, author: Any, written: Any) -> str:  # noqa: ANN401
    """Return the first column that the form could not have written; SQLite holds any value in any."""
    fits = {
        "iso3": isinstance(iso3, str),
        "month": is_day(month) and month.endswith("-01"),
        "stage": isinstance(stage, int) and stage in STAGES,
        "reason": isinstance(reason, str) and 0 < len(reason.strip()) <= REASON,
        "author": isinstance(author, str) and len(author) <= AUTHOR,
        "written": moment(written) is not None,
    }
    return next((column for column, fine in fits.items() if not fine), "")


READ = {TABLE: load, FAULTS: faults}  # by the name under which `store.load` hands them out
