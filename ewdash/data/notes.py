"""Analysts' notes for briefings: kept in the local file, apart from the tables."""

from dataclasses import dataclass
from datetime import date

from ewdash.data import own_file
from ewdash.data.own_file import Rows, Where
from ewdash.model.errors import NoteFaultError

MAX_LENGTH = 1200  # characters that a paper of two pages can hold beside its parts


@dataclass(frozen=True)
class Kept:
    """A note as it was written."""

    text: str
    author: str
    written: date


def _of(subject: str) -> Where:
    return "note", "text, author, written", "subject = ?", (subject,)


def standing(subject: str) -> Rows:
    """Return the note on a subject as it stands in the file: text, author, day; nothing where there is none.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    table, columns, where, values = _of(subject)
    return own_file.rows(table, columns, where=where, values=values)


def save(subject: str, *, text: str, author: str, shown: Rows = ()) -> None:
    """Keep the note on a subject, in place of the one that its writer was shown (`standing`), if any.

    Raises:
        ValueError: If the note is empty or longer than `MAX_LENGTH`, or the author than a name can be.
        NotesChangedError, NotesUnusableError: See `own_file.change`.
    """
    note, who = own_file.clean(text), own_file.clean(author)
    if not note or len(text) > MAX_LENGTH or len(who) > own_file.AUTHOR:
        raise ValueError(len(text), len(who))
    command = "INSERT OR REPLACE INTO note (subject, text, author) VALUES (?, ?, ?)"
    own_file.change(command, (subject, note, who), shown=shown, of=_of(subject), by=who)


def remove(subject: str, *, shown: Rows) -> None:
    """Forget the note on a subject, if it is the one that was shown.

    Raises:
        NotesChangedError, NotesUnusableError: See `own_file.change`.
    """
    command = "DELETE FROM note WHERE subject = ?"
    own_file.change(command, (subject,), shown=shown, of=_of(subject), by="")


def load(subject: str) -> Kept | None:
    """Return the note on a subject, None where there is none.

    Raises:
        NoteFaultError: If the form could not have written it.
        NotesUnusableError: See `own_file.file_errors`.
    """
    return read(standing(subject))


def read(rows: Rows) -> Kept | None:
    """Return a note that stands in the file, None where there is none.

    Raises:
        NoteFaultError: If the form could not have written it.
    """
    if not rows:
        return None
    text, author, written = rows[0]
    fits = {
        "text": isinstance(text, str) and bool(text.strip()) and len(text) <= MAX_LENGTH,
        "author": isinstance(author, str) and len(author) <= own_file.AUTHOR,
        "written": own_file.is_day(written),
    }
    for column, fine in fits.items():
        if not fine:
            raise NoteFaultError(fault=column)
    return Kept(text, author, date.fromisoformat(written))
