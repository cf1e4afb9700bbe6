"""The one local file of what users write (stages, notes, records): its place, layout, locking and history.

It lies apart from the tables, so that an update leaves it. Every change runs in one transaction that
first brings an older layout up, so whatever ends the program, the file holds the state before or after.
"""

import errno
import getpass
import json
import os
import re
import sqlite3
import stat
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ewdash.model.errors import (
    NotesChangedError,
    NotesFullError,
    NotesLockedError,
    NotesNewerError,
    NotesUnusableError,
)

PLACE = "EWDASH_NOTES"  # environment variable: the folder of the file
AUTHOR = 80  # characters of a name, at most
WAIT = 0.6  # seconds for which another process may hold the file
PATIENT = 30.0  # the same for a command or an import, which nobody waits for at a screen
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # all but the new line
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_locked: dict[Path, float] = {}  # when a file was last found locked

Row = tuple[Any, ...]
Rows = tuple[Row, ...]
Where = tuple[str, str, str, tuple[object, ...]]  # table, columns, condition and its values

# Table -> the columns that name what a line is of.
KEYS = {"override": ("iso3", "month"), "note": ("subject",), "violation_record": ("record_id",)}
HISTORY = ("uid", "subject", "changed", "changed_by", "act", "reason", "before", "after")
ACTS = ("added", "changed", "removed", "set_aside")  # set aside: brought by an import beside what stood


def _history_layout(table: str) -> tuple[str, ...]:
    """Return what makes the history of a table: lines can be added, and erased once their subject is gone."""
    keys = " || ' ' || ".join(KEYS[table])
    return (
        f"""CREATE TABLE IF NOT EXISTS {table}_history (
            line INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, subject TEXT NOT NULL,
            changed TEXT NOT NULL, changed_by TEXT NOT NULL, act TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '', before TEXT, after TEXT)""",
        f"CREATE INDEX IF NOT EXISTS {table}_history_subject ON {table}_history (subject)",
        f"""CREATE TRIGGER IF NOT EXISTS {table}_history_stays BEFORE UPDATE ON {table}_history
            BEGIN SELECT RAISE(ABORT, 'history is only added to'); END""",
        f"""CREATE TRIGGER IF NOT EXISTS {table}_history_kept BEFORE DELETE ON {table}_history
            WHEN EXISTS (SELECT 1 FROM {table} WHERE {keys} = OLD.subject)
            BEGIN SELECT RAISE(ABORT, 'history is only added to'); END""",
    )


# Each step leads from the version of its place to the next; a step that was released never changes.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE IF NOT EXISTS override (
            iso3 TEXT NOT NULL, month TEXT NOT NULL, stage INTEGER NOT NULL, reason TEXT NOT NULL,
            author TEXT NOT NULL, written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            PRIMARY KEY (iso3, month))""",
        """CREATE TABLE IF NOT EXISTS note (
            subject TEXT PRIMARY KEY, text TEXT NOT NULL, author TEXT NOT NULL,
            written TEXT NOT NULL DEFAULT CURRENT_DATE)""",
        """CREATE TABLE violation_record (
            record_id TEXT PRIMARY KEY, date_from TEXT NOT NULL, date_to TEXT NOT NULL, iso3 TEXT NOT NULL,
            admin1 TEXT NOT NULL, violation_type TEXT NOT NULL, victims_low INTEGER, victims_best INTEGER,
            victims_high INTEGER, source_type TEXT NOT NULL, verification TEXT NOT NULL, note TEXT NOT NULL,
            owner TEXT NOT NULL, written TEXT NOT NULL)""",
        "CREATE INDEX violation_record_iso3 ON violation_record (iso3)",
        *_history_layout("override"),
        *_history_layout("note"),
        *_history_layout("violation_record"),
    ),
)
VERSION = len(MIGRATIONS)  # of the layout, as `PRAGMA user_version` holds it


def place() -> Path:
    """Return the file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(PLACE) or Path.home() / ".ewdash") / "overrides.sqlite"


def person() -> str:
    """Return the name of the person at the machine, as the system knows it; "" where it does not."""
    with suppress(OSError, KeyError, ImportError):
        return clean(getpass.getuser())[:AUTHOR]
    return ""


def now() -> str:
    """Return this moment as the file writes it, in UTC."""
    return f"{datetime.now(tz=UTC):%Y-%m-%d %H:%M:%S}"


@contextmanager
def file_errors() -> Iterator[None]:
    """Tell a file that cannot be read or written in words.

    Raises:
        NotesLockedError: If another program holds it.
        NotesFullError: If the disk has no room for the change.
        NotesUnusableError: If it is damaged, of another kind, or closed to this program.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY:
            _locked[place()] = time.monotonic()
            raise NotesLockedError(file=place().name) from error
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        if full or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            raise NotesFullError(file=place().name) from error
        raise NotesUnusableError(file=place().name) from error


@contextmanager
def _opened(wait: float | None = None) -> Iterator[sqlite3.Connection]:
    """Open the file, which must be there, and see that it is closed to other users."""
    _keep_private()
    # One page asks several times: it waits once.
    waits = time.monotonic() - _locked.get(place(), float("-inf")) > 1
    # Not read-only: what a killed process left half-written is undone by the first that opens it.
    address = f"{place().absolute().as_uri()}?mode=rw"
    timeout = wait if wait is not None else WAIT if waits else 0
    with closing(sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
            raise NotesNewerError(file=place().name)
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


def held(
    connection: sqlite3.Connection,
    table: str,
    columns: str,
    where: str = "TRUE",
    values: tuple[object, ...] = (),
) -> Rows:
    """Return rows of a table by its first two columns; none where the table is not there."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    query = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY 1, 2"
    return tuple(connection.execute(query, values).fetchall()) if tables else ()


def rows(table: str, columns: str, *, where: str = "TRUE", values: tuple[object, ...] = ()) -> Rows:
    """Read rows of a table and change nothing; none where the file or the table is not there.

    Raises:
        NotesUnusableError: See `file_errors`.
        NotesNewerError: If a newer version of the dashboard wrote the file.
    """
    with file_errors():
        if not place().exists():
            return ()
        with _opened() as connection:
            return held(connection, table, columns, where, values)


@contextmanager
def writing(*, wait: float | None = None) -> Iterator[sqlite3.Connection]:
    """Open the file for one change: all of it is kept when the block ends, none if it raises.

    Args:
        wait: Seconds for which another process may hold the file; None is `WAIT`.

    Raises:
        NotesUnusableError: See `file_errors`.
        NotesNewerError: If a newer version of the dashboard wrote the file.
    """
    with file_errors():
        place().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives the files that it makes beside this one the same mode.
        with suppress(FileExistsError):
            os.close(os.open(place(), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with _opened(wait) as connection:
            connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten
            connection.execute("BEGIN IMMEDIATE")
            _migrate(connection)
            yield connection
            connection.execute("COMMIT")  # else the closing undoes all of it


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the layout up to `VERSION`, inside the transaction of a change."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:  # another program may have come before this one
        raise NotesNewerError(file=place().name)
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.execute(statement)
    if version < VERSION:
        connection.execute(f"PRAGMA user_version = {VERSION}")


def remember(
    connection: sqlite3.Connection,
    table: str,
    subject: str,
    *,
    act: str,
    by: str,
    before: str | None,
    after: str | None,
    reason: str = "",
    changed: str | None = None,
) -> None:
    """Add one line to the history of a table.

    Args:
        connection: In the middle of a change.
        table: Whose history.
        subject: What is changed: its key, parts with a space between them.
        act: One of `ACTS`.
        by: Who does it.
        before: What stood there, as JSON; None is nothing.
        after: What stands there now, as JSON; None is nothing.
        reason: Why, in the words of who does it.
        changed: When; None is now.
    """
    connection.execute(
        f"INSERT INTO {table}_history ({', '.join(HISTORY)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (uuid.uuid4().hex, subject, changed or now(), clean(by)[:AUTHOR], act, clean(reason), before, after),
    )


def as_json(columns: Sequence[str], row: Row) -> str:
    """Return a row as one JSON object."""
    return json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=repr)


def change(command: str, values: tuple[object, ...], *, shown: Rows, of: Where, by: str) -> None:
    """Run a command that writes, if what it replaces is still what its writer was shown.

    What stood there and what stands there now goes into the history of the table.

    Args:
        command: What to run.
        values: Its values.
        shown: The rows that the writer was shown to stand there.
        of: Where they stand; the columns of the key are among those named.
        by: Who does it; "" is the person at the machine.

    Raises:
        NotesChangedError: If others stand there now; nothing is changed.
        NotesUnusableError, NotesNewerError: See `writing`.
    """
    table, columns = of[0], tuple(name.strip() for name in of[1].split(","))
    with writing() as connection:
        before = held(connection, *of)
        if before != shown:
            raise NotesChangedError
        connection.execute(command, values)
        after = held(connection, *of)
        old, new = (_by_subject(table, columns, part, of) for part in (before, after))
        for subject in dict.fromkeys([*old, *new]):
            first, last = old.get(subject), new.get(subject)
            act = "removed" if last is None else "added" if first is None else "changed"
            remember(connection, table, subject, act=act, by=by or person(), before=first, after=last)


def _by_subject(table: str, columns: tuple[str, ...], part: Rows, of: Where) -> dict[str, str]:
    """Return subject -> its row as JSON; where the key is not among the columns, it is what was asked for."""
    whole = set(KEYS[table]) <= set(columns)
    return {
        " ".join(str(row[columns.index(name)]) for name in KEYS[table])
        if whole
        else " ".join(map(str, of[3])): as_json(columns, row)
        for row in part
    }


def history(table: str, subject: str | None = None) -> list[dict[str, Any]]:
    """Return the history of a table or of one subject, oldest first: `HISTORY`.

    Raises:
        NotesUnusableError, NotesNewerError: See `rows`.
    """
    columns = ", ".join(HISTORY)
    where, values = ("TRUE", ()) if subject is None else ("subject = ?", (subject,))
    lines = rows(f"{table}_history", f"changed, line, {columns}", where=where, values=values)
    return [dict(zip(HISTORY, line[2:], strict=True)) for line in lines]


def write_private(path: Path, content: bytes) -> None:
    """Write a file that other users cannot read, wholly or not at all.

    Raises:
        OSError: If it cannot be written; what was there stays.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def clean(text: str) -> str:
    """Return what somebody wrote without control characters, halves of characters and spaces around it."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")
    return _CONTROL.sub(" ", whole).strip()


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
