"""Analysts' own stages: kept in one local file, apart from the tables, so that an update leaves them."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash.model.errors import NotesUnusableError

TABLE = "override"
PLACE = "EWDASH_NOTES"  # environment variable: the folder of the file
COLUMNS = ["iso3", "month", "stage", "reason", "author", "written"]
_LAYOUT = """CREATE TABLE IF NOT EXISTS override (
    iso3 TEXT NOT NULL, month TEXT NOT NULL, stage INTEGER NOT NULL, reason TEXT NOT NULL,
    author TEXT NOT NULL, written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (iso3, month))"""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # all but the new line


def place() -> Path:
    """Return the file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(PLACE) or Path.home() / ".ewdash") / "overrides.sqlite"


@contextmanager
def told() -> Iterator[None]:
    """Tell a file that cannot be read or written in words.

    Raises:
        NotesUnusableError: If it is damaged, of another kind, or closed to this program.
    """
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, TypeError) as error:
        raise NotesUnusableError(file=place().name) from error


def changed(layout: str, command: str, values: tuple[object, ...]) -> None:
    """Run a command that writes, in a file that has the table of the layout."""
    with told():
        place().parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(place())) as connection, connection:
            connection.execute(layout)
            connection.execute(command, values)


def rows(
    table: str, columns: str, *, where: str = "TRUE", values: tuple[object, ...] = ()
) -> list[tuple[Any, ...]]:
    """Read rows of a table and change nothing; none where the file or the table is not there."""
    if not place().exists():
        return []
    with closing(sqlite3.connect(f"{place().absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name = ?", (table,)).fetchall()
        query = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY 1, 2"
        return connection.execute(query, values).fetchall() if tables else []


def clean(text: str) -> str:
    """Return what an analyst wrote without control characters and spaces around it."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n")).strip()


def save(*, iso3: str, month: pd.Timestamp, stage: int, reason: str, author: str) -> None:
    """Keep one reading; a second for the same country and month replaces the first.

    Raises:
        NotesUnusableError: See `told`.
    """
    changed(
        _LAYOUT,
        "INSERT OR REPLACE INTO override (iso3, month, stage, reason, author) VALUES (?, ?, ?, ?, ?)",
        (iso3, f"{month:%Y-%m-%d}", stage, clean(reason), clean(author)),
    )


def remove(iso3: str) -> None:
    """Forget all readings of one country.

    Raises:
        NotesUnusableError: See `told`.
    """
    changed(_LAYOUT, "DELETE FROM override WHERE iso3 = ?", (iso3,))


def load() -> pd.DataFrame:
    """Return all readings with `COLUMNS`; none where the file is not there.

    Raises:
        NotesUnusableError: See `told`.
    """
    with told():
        found = pd.DataFrame(rows(TABLE, ", ".join(COLUMNS)), columns=COLUMNS)
        return found.astype({"month": "datetime64[us]", "stage": "int64", "written": "datetime64[us]"})
