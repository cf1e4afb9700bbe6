"""Analysts' own stages: kept in one local file, apart from the tables, so that an update leaves them."""

import os
import re
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash.model.errors import NotesChangedError, NotesLockedError, NotesUnusableError
from ewdash.model.situations import STAGES

TABLE, FAULTS = "override", "override_fault"  # the readings, and the lines that cannot be used
PLACE = "EWDASH_NOTES"  # environment variable: the folder of the file
COLUMNS = ["iso3", "month", "stage", "reason", "author", "written"]
REASON, AUTHOR = 300, 80  # characters at most
WAIT = 0.6  # seconds for which another process may hold the file
_LAYOUT = """CREATE TABLE IF NOT EXISTS override (
    iso3 TEXT NOT NULL, month TEXT NOT NULL, stage INTEGER NOT NULL, reason TEXT NOT NULL,
    author TEXT NOT NULL, written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (iso3, month))"""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # all but the new line
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_locked: dict[Path, float] = {}  # when a file was last found locked

Rows = tuple[tuple[Any, ...], ...]
Where = tuple[str, str, str, tuple[object, ...]]  # table, columns, condition and its values


def place() -> Path:
    """Return the file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(PLACE) or Path.home() / ".ewdash") / "overrides.sqlite"


@contextmanager
def file_errors() -> Iterator[None]:
    """Tell a file that cannot be read or written in words.

    Raises:
        NotesLockedError: If another program holds it.
        NotesUnusableError: If it is damaged, of another kind, or closed to this program.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY:
            _locked[place()] = time.monotonic()
            raise NotesLockedError(file=place().name) from error
        raise NotesUnusableError(file=place().name) from error


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    """Open the file, which must be there, and see that it is closed to other users."""
    _keep_private()
    # One page asks several times: it waits once.
    waits = time.monotonic() - _locked.get(place(), float("-inf")) > 1
    # Not read-only: what a killed process left half-written is undone by the first that opens it.
    address = f"{place().absolute().as_uri()}?mode=rw"
    with closing(
        sqlite3.connect(address, uri=True, timeout=WAIT if waits else 0, isolation_level=None)
    ) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        yield connection


def _keep_private() -> None:
    """Close the file, what SQLite keeps beside it, and a folder of its own to other users."""
    if os.name != "posix":
        return  # a home folder of Windows is closed to others as it is
    folder = place().parent
    with suppress(OSError):  # another user's: not ours to close
        own = [path for path in folder.iterdir() if path.name.startswith(place().name)]
        # A folder that was named and holds other things serves somebody else as well.
        alone = len(own) == len(list(folder.iterdir())) and not folder.stat().st_mode & stat.S_ISVTX
        for path, max_mode in [*((path, 0o600) for path in own), *([(folder, 0o700)] if alone else [])]:
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & ~max_mode:
                path.chmod(mode & max_mode)


def _rows(
    connection: sqlite3.Connection, table: str, columns: str, where: str, values: tuple[object, ...]
) -> Rows:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    query = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY 1, 2"
    return tuple(connection.execute(query, values).fetchall()) if tables else ()


def rows(table: str, columns: str, *, where: str = "TRUE", values: tuple[object, ...] = ()) -> Rows:
    """Read rows of a table and change nothing; none where the file or the table is not there.

    Raises:
        NotesUnusableError: See `file_errors`.
    """
    with file_errors():
        if not place().exists():
            return ()
        with _opened() as connection:
            return _rows(connection, table, columns, where, values)


def change(
    layout: str,
    command: str,
    values: tuple[object, ...],
    *,
    shown: Rows,
    of: Where,
) -> None:
    """Run a command that writes, if what it replaces is still what its writer was shown.

    Args:
        layout: Makes the table where it is not there.
        command: What to run.
        values: Its values.
        shown: The rows that the writer was shown to stand there.
        of: Where they stand.

    Raises:
        NotesChangedError: If others stand there now; nothing is changed.
        NotesUnusableError: See `file_errors`.
    """
    with file_errors():
        place().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives the files that it makes beside this one the same mode.
        with suppress(FileExistsError):
            os.close(os.open(place(), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with _opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if _rows(connection, *of) != shown:
                raise NotesChangedError
            connection.execute(layout)
            connection.execute(command, values)
            connection.execute("COMMIT")


def clean(text: str) -> str:
    """Return what an analyst wrote without control characters and spaces around it."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n")).strip()


def standing(iso3: str, month: pd.Timestamp | None = None) -> Rows:
    """Return the readings of one country, of one month or of all, as they stand in the file: `COLUMNS`.

    Raises:
        NotesUnusableError: See `file_errors`.
    """
    table, columns, where, values = _of(iso3, month)
    return rows(table, columns, where=where, values=values)


def _of(iso3: str, month: pd.Timestamp | None) -> Where:
    columns = ", ".join(COLUMNS)
    if month is None:
        return TABLE, columns, "iso3 = ?", (iso3,)
    return TABLE, columns, "iso3 = ? AND month = ?", (iso3, f"{month:%Y-%m-%d}")


def save(*, iso3: str, month: pd.Timestamp, stage: int, reason: str, author: str, shown: Rows = ()) -> None:
    """Keep one reading, in place of the one that its writer was shown (`standing`), if any.

    Raises:
        ValueError: If the reason is empty or longer than `REASON`, or the author than `AUTHOR`.
        NotesChangedError, NotesUnusableError: See `change`.
    """
    why, who = clean(reason), clean(author)
    if not 0 < len(why) <= REASON or len(who) > AUTHOR:
        raise ValueError(len(why), len(who))
    change(
        _LAYOUT,
        "INSERT OR REPLACE INTO override (iso3, month, stage, reason, author) VALUES (?, ?, ?, ?, ?)",
        (iso3, f"{month:%Y-%m-%d}", stage, why, who),
        shown=shown,
        of=_of(iso3, month),
    )


def remove(iso3: str, *, shown: Rows) -> None:
    """Forget all readings of one country, if they are those that were shown.

    Raises:
        NotesChangedError, NotesUnusableError: See `change`.
    """
    change(_LAYOUT, "DELETE FROM override WHERE iso3 = ?", (iso3,), shown=shown, of=_of(iso3, None))


def load() -> pd.DataFrame:
    """Return the readings with `COLUMNS`; none where the file is not there.

    Raises:
        NotesUnusableError: See `file_errors`.
    """
    readings = pd.DataFrame([row for row, fault in _sorted() if not fault], columns=COLUMNS)
    return readings.astype({"month": "datetime64[us]", "stage": "int64", "written": "datetime64[us]"})


def faults() -> pd.DataFrame:
    """Return the lines that the form could not have written, and which `load` leaves out.

    Returns:
        ``iso3`` and ``month`` as text, and ``fault``: which column is wrong, or ``double``.

    Raises:
        NotesUnusableError: See `file_errors`.
    """
    lines = [(str(row[0]), str(row[1]), fault) for row, fault in _sorted() if fault]
    return pd.DataFrame(lines, columns=["iso3", "month", "fault"], dtype=object)


def _sorted() -> list[tuple[tuple[Any, ...], str]]:
    """Return each row with what is wrong with it, "" if nothing is."""
    lines: list[tuple[tuple[Any, ...], str]] = []
    keys = set()
    for row in rows(TABLE, ", ".join(COLUMNS)):
        fault = _fault(*row)
        lines.append((row, fault or ("double" if row[:2] in keys else "")))
        keys.add(row[:2])
    return lines


def _fault(iso3: Any, month: Any, stage: Any, reason: Any, author: Any, written: Any) -> str:  # noqa: ANN401
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


def is_day(value: object) -> bool:
    """Tell whether a value is a day, written 2026-01-31."""
    if not isinstance(value, str) or len(value) != len("2026-01-31"):
        return False
    with suppress(ValueError):
        date.fromisoformat(value)
        return True
    return False


def moment(value: object) -> datetime | None:
    """Return a moment as SQLite writes it; None if it is none."""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        with suppress(ValueError):
            return datetime.fromisoformat(value)
    return None


READ = {TABLE: load, FAULTS: faults}  # by the name under which `store.load` hands them out
