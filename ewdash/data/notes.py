"""Analysts' notes for briefings: kept in the local file of overrides, apart from the tables."""

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


def save(subject: str, *, text: str, author: str) -> None:
    """Keep the note on a subject, without control characters; a second replaces the first.

    Raises:
        ValueError: If the note is empty or longer than `LONGEST`.
        NotesUnusableError: See `overrides.told`.
    """
    note = overrides.clean(text)
    if not note or len(text) > LONGEST:
        raise ValueError(len(text))
    command = "INSERT OR REPLACE INTO note (subject, text, author) VALUES (?, ?, ?)"
    overrides.changed(_LAYOUT, command, (subject, note, overrides.clean(author)))


def remove(subject: str) -> None:
    """Forget the note on a subject.

    Raises:
        NotesUnusableError: See `overrides.told`.
    """
    overrides.changed(_LAYOUT, "DELETE FROM note WHERE subject = ?", (subject,))


def load(subject: str) -> Kept | None:
    """Return the note on a subject, None where there is none.

    Raises:
        NotesUnusableError: See `overrides.told`.
    """
    with overrides.told():
        found = overrides.rows("note", "text, author, written", where="subject = ?", values=(subject,))
        return Kept(found[0][0], found[0][1], date.fromisoformat(found[0][2])) if found else None
