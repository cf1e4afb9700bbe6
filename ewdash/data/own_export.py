"""Everything that users wrote, as one JSON file with its history, and back again without loss."""

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ewdash.data import notes, overrides, own_file, own_records
from ewdash.data.own_file import HISTORY, KEYS, VERSION, Row
from ewdash.data.own_records import ANYBODY, STORED
from ewdash.model.errors import NoteFaultError, UploadRefusedError
from ewdash.model.violations import TEAM

FORMAT = "ewdash-own"  # how such a file names itself
MAX_BYTES = 200 * 1024 * 1024
TABLES: dict[str, tuple[str, ...]] = {
    "override": tuple(overrides.COLUMNS),
    "note": ("subject", "text", "author", "written"),
    own_records.TABLE: STORED,
}


@dataclass(frozen=True)
class Restored:
    """What an import did, in lines of all tables."""

    added: int
    known: int  # stood there just so
    set_aside: int  # something else stands there: it stays, and the line goes into the history
    left_out: int  # lines that no form or upload could have written
    renamed: int = 0  # of those brought: under another id, since somebody else's record has theirs


def exported(viewer: str = ANYBODY) -> bytes:
    """Return all stages and notes, the records that a viewer sees, and the history of each, as JSON.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, columns in TABLES.items():
        rows = own_file.rows(table, ", ".join(columns))
        tables[table] = [dict(zip(columns, row, strict=True)) for row in rows]
        tables[f"{table}_history"] = own_file.history(table)
    if viewer != ANYBODY:
        rows = own_records.standing_all(viewer)
        tables[own_records.TABLE] = [dict(zip(STORED, row, strict=True)) for row in rows]
        tables[f"{own_records.TABLE}_history"] = own_records.history(viewer=viewer)
    whole = {"format": FORMAT, "version": VERSION, "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1, default=repr).encode()


def is_export(content: bytes) -> bool:
    """Tell whether a file looks like one that `exported` made."""
    return content[:512].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def restore(content: bytes, *, by: str, viewer: str = ANYBODY) -> Restored:
    """Keep what an export holds beside what stands in the file, all or none; nothing is replaced.

    Args:
        content: What `exported` made, by this version or an earlier one.
        by: Who brings it.
        viewer: On a server with sign-in, who brings it: records of others become theirs, and one whose
            id is that of somebody else's record is kept under another id, the same each time.

    Raises:
        UploadRefusedError: If it is no such file.
        NotesUnusableError: See `own_file.writing`.
    """
    tables = _tables(content)
    counts = dict.fromkeys(("added", "known", "set_aside", "left_out", "renamed"), 0)
    with own_file.writing(wait=own_file.PATIENT) as connection:
        for table, columns in TABLES.items():
            lines = [tuple(line[name] for name in columns) for line in tables[table]]
            past = tables[f"{table}_history"]
            if table == own_records.TABLE and viewer != ANYBODY:
                held = own_records.held_by_others(connection, viewer)
                names = {name: _free(name, viewer, held) for name in held & {str(row[0]) for row in lines}}
                counts["renamed"] = len(names)
                lines = [_owned(row, viewer, names) for row in lines]
                past = [_owned_line(line, viewer, names) for line in past]
            added = _merge(connection, table, lines, by, counts)
            if viewer != ANYBODY:  # nobody writes into the history of what is not theirs
                past = [line for line in past if line["subject"] in added]
            marks = ", ".join("?" * len(HISTORY))
            connection.executemany(
                f"INSERT OR IGNORE INTO {table}_history ({', '.join(HISTORY)}) VALUES ({marks})",
                [tuple(line[name] for name in HISTORY) for line in past],
            )
    return Restored(**counts)


def _free(name: str, viewer: str, held: set[str]) -> str:
    """Return another id in place of one that others hold: for the same bringer the same each time."""
    while name in held:
        name = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([viewer, name])).hex[:12]
    return name


def _owned(row: Row, viewer: str, names: Mapping[str, str]) -> Row:
    """Return a record as its bringer's own, unless it is the team's, under an id that is free."""
    return tuple(_own(dict(zip(STORED, row, strict=True)), viewer, names).values())


def _own(record: dict[str, Any], viewer: str, names: Mapping[str, str]) -> dict[str, Any]:
    given = record.get("record_id", "")
    owner = TEAM if record.get("owner") == TEAM else viewer
    return record | {"record_id": names.get(str(given), given), "owner": owner}


def _owned_line(line: dict[str, Any], viewer: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a line of history as one of its bringer's own record."""
    own = {
        name: line[name]
        and json.dumps(_own(json.loads(line[name]), viewer, names), ensure_ascii=False, default=repr)
        for name in ("before", "after")
    }
    subject = names.get(line["subject"], line["subject"])
    new = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([subject, line["uid"]])).hex
    return line | own | {"subject": subject, "uid": line["uid"] if subject == line["subject"] else new}


def _merge(
    connection: sqlite3.Connection, table: str, lines: Iterable[Row], by: str, counts: dict[str, int]
) -> set[str]:
    """Add lines beside those of a table, count what became of each, and return the keys of those added."""
    columns, past = TABLES[table], f"{table}_history"
    rows = own_file.held(connection, table, ", ".join(columns))
    standing = {_key(table, row): row for row in rows}
    added = set()
    for row in lines:
        key = _key(table, row)
        text = own_file.as_json(columns, row)
        if key in standing:
            same = standing[key] == row
            counts["known" if same else "set_aside"] += 1
            told = own_file.held(
                connection, past, "line, uid", "subject = ? AND act = 'set_aside' AND after = ?", (key, text)
            )
            if not same and not told:
                own = own_file.as_json(columns, standing[key])
                own_file.remember(connection, table, key, act="set_aside", by=by, before=own, after=text)
        elif _UNFIT[table](row):
            counts["left_out"] += 1
        else:
            marks = ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", row)
            if own_file.held(connection, past, "line, uid", "subject = ?", (key,)):
                own_file.remember(connection, table, key, act="added", by=by, before=None, after=text)
            standing[key] = row
            added.add(key)
            counts["added"] += 1
    return added


def _key(table: str, row: Row) -> str:
    return " ".join(str(row[TABLES[table].index(name)]) for name in KEYS[table])


def _tables(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of an export, each line with all its columns and plain values.

    Raises:
        UploadRefusedError: If it is none.
    """
    if len(content) > MAX_BYTES:
        raise UploadRefusedError(fault="size", value=MAX_BYTES // 1024 // 1024)
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UploadRefusedError(fault="copy", value="") from error
    names = dict(TABLES)
    names |= {f"{table}_history": HISTORY for table in TABLES}
    version = whole.get("version") if isinstance(whole, dict) else None
    tables = whole.get("tables") if isinstance(whole, dict) and whole.get("format") == FORMAT else None
    fits = (
        isinstance(tables, dict)
        and type(version) is int
        and 0 < version <= VERSION
        and all(_plain(tables.get(table), columns) for table, columns in names.items())
    )
    if not fits or not isinstance(tables, dict):
        raise UploadRefusedError(fault="copy", value="")
    return tables


def _plain(lines: object, columns: tuple[str, ...]) -> bool:
    """Tell whether lines have all columns, and in them nothing but text, numbers and nothing."""
    nullable = (*HISTORY[-2:], "victims_low", "victims_best", "victims_high")
    return isinstance(lines, list) and all(
        isinstance(line, dict)
        and set(columns) <= set(line)
        and all(
            isinstance(line[name], str)
            or (type(line[name]) is int and abs(line[name]) < 2**63)
            or (line[name] is None and name in nullable)
            for name in columns
        )
        and (columns is not HISTORY or _history_fits(line))
        for line in lines
    )


def _history_fits(line: dict[str, Any]) -> bool:
    try:
        facts = [json.loads(line[name]) for name in ("before", "after") if line[name] is not None]
    except (ValueError, TypeError, RecursionError):
        return False
    return all(isinstance(fact, dict) for fact in facts) and all(
        isinstance(line[name], str) for name in HISTORY[:6]
    )


def _note_fault(row: Row) -> str:
    try:
        notes.read((row[1:],))
    except NoteFaultError:
        return "note"
    return ""


_UNFIT: dict[str, Callable[[Row], str]] = {
    "override": lambda row: overrides.unfit(*row),
    "note": _note_fault,
    own_records.TABLE: own_records.unfit,
}
