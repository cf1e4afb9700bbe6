"""Analysts' notes for briefings: kept in the local file of overrides, apart from the tables."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from ewdash.data import overrides

LONGEST = 1200  # characters that a paper of two pages can hold beside its parts
_LAYOUT = """CREATE TABLE IF NOT EXISTS note (
    subject TEXT PRIMARY KEY, text TEXT NOT NULL, author TEXT NOT NULL,
    written TEXT NOT NULL DEFAULT CURRENT_DATE)"""


@dataclass(frozen=True)
class Kept:
    """A note as it was written."""

    text: str
    author: str
    written: date


def _opened() -> sqlite3.Connection:
    file = overrides.place()
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file)
    connection.execute(_LAYOUT)
    return connection


def save(subject: str, *, text: str, author: str) -> None:
    """Keep the note on a subject; a second replaces the first.

    Raises:
        ValueError: If the note is empty or longer than `LONGEST`.
    """
    if not text.strip() or len(text) > LONGEST:
        raise ValueError(len(text))
    with closing(_opened()) as connection, connection:
        connection.execute(
            "INSERT OR REPLACE INTO note (subject, text, author) VALUES (?, ?, ?)",
            (subject, text.strip(), author.strip()),
        )


def remove(subject: str) -> None:
    """Forget the note on a subject."""
    with closing(_opened()) as connection, connection:
        connection.execute("DELETE FROM note WHERE subject = ?", (subject,))


def load(subject: str) -> Kept | None:
    """Return the note on a subject, None where there is none."""
    if not overrides.place().exists():
        return None
    with closing(_opened()) as connection:
        row = connection.execute(
            "SELECT text, author, written FROM note WHERE subject = ?", (subject,)
        ).fetchone()
    return None if row is None else Kept(row[0], row[1], date.fromisoformat(row[2]))
