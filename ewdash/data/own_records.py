"""A user's own violation records: kept in the local file with their history, never added to official figures.

Whose records they are stands in ``owner``: a name, or `TEAM`. A viewer is "" (everybody at this machine
sees everything) or, on a server with sign-in, a name that sees its own records and the team's.
"""

import functools
import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ewdash.data import own_file
from ewdash.data.own_file import Row
from ewdash.model.errors import NotesChangedError
from ewdash.model.violations import (
    COLUMNS,
    LENGTHS,
    LISTS,
    NEAR_DAYS,
    NEAR_SHARE,
    TEAM,
    VICTIMS,
)

TABLE = "violation_record"
STORED = (*COLUMNS, "written")
ANYBODY = ""  # a viewer: no sign-in, so whoever can open the dashboard sees everything
REASON = 300  # characters of a reason at most
MAX_NEIGHBOURS = 50  # records of one country, type and few days that a record is compared with
Record = Mapping[str, Any]  # `COLUMNS`; days as 2026-01-31, numbers of victims as int or None


@dataclass(frozen=True)
class Likeness:
    """Two records that may be of the same incident, for a person to decide."""

    new: int  # place among the new records
    other: str  # id of a kept record; "" where the other is new as well
    other_new: int | None  # place of the other, where it is new
    days: int  # between them; 0 where they share a day


def load(viewer: str = ANYBODY) -> pd.DataFrame:
    """Return the records that a viewer sees: `STORED`, oldest first; lines of no record are left out.

    Returns:
        Days as ``datetime64``, victims as nullable whole numbers (NA: unknown).

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    return framed(standing_sound(viewer))


def framed(rows: Iterable[Row]) -> pd.DataFrame:
    """Return rows of the file (`STORED`) as `load` does; treat them as read-only."""
    lines = list(rows)
    return _framed(lines) if lines else _nothing()


@functools.cache
def _nothing() -> pd.DataFrame:
    """Return `framed` of no row: most who look have no record of their own."""
    return _framed([])


def _framed(lines: list[Row]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=list(STORED))
    kinds = {"date_from": "datetime64[us]", "date_to": "datetime64[us]", "written": "datetime64[us]"}
    kinds |= dict.fromkeys(VICTIMS, "Int64")
    frame = frame.astype(kinds)
    return frame.sort_values(["date_from", "record_id"], ignore_index=True)


def of_country(
    viewer: str, country: str, period: tuple[pd.Timestamp, pd.Timestamp] | None = None
) -> pd.DataFrame:
    """Return a viewer's records of one country, those that touch a period: as `load`.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    records = framed(row for row in _visible(viewer, country) if not unfit(row))
    if period is not None and len(records):
        records = records[records["date_from"].le(period[1]) & records["date_to"].ge(period[0])]
    return records


def faults(viewer: str = ANYBODY) -> tuple[tuple[str, str], ...]:
    """Return id and wrong column of each line that no upload could have written, and `load` leaves out.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    lines = ((str(row[0]), unfit(row)) for row in _visible(viewer))
    return tuple((record, fault) for record, fault in lines if fault)


def _visible(viewer: str, country: str | None = None) -> tuple[Row, ...]:
    where, values = _seen_by(viewer)
    if country is not None:
        where, values = f"{where} AND iso3 = ?", (*values, country)
    return own_file.rows(TABLE, ", ".join(STORED), where=where, values=values)


def _seen_by(viewer: str) -> tuple[str, tuple[object, ...]]:
    return ("TRUE", ()) if viewer == ANYBODY else ("owner IN (?, ?)", (viewer, TEAM))


def unfit(row: Row) -> str:
    """Return the first column that no upload could have written; SQLite holds any value in any."""
    values = dict(zip(STORED, row, strict=True))
    low, best, high = (values[name] for name in VICTIMS)
    numbers = [value for value in (low, best, high) if value is not None]
    fits = {
        "record_id": isinstance(values["record_id"], str) and bool(values["record_id"]),
        "date_from": own_file.is_day(values["date_from"]),
        "date_to": own_file.is_day(values["date_to"]) and values["date_from"] <= values["date_to"],
        "iso3": isinstance(values["iso3"], str) and len(values["iso3"]) == len("SDN"),
        **{name: values[name] in terms for name, terms in LISTS.items()},
        "victims_best": all(isinstance(value, int) and value >= 0 for value in numbers)
        and numbers == sorted(numbers),
        **{name: isinstance(values[name], str) for name in ("admin1", "note", "owner")},
        "written": own_file.moment(values["written"]) is not None,
    }
    return next((column for column, fine in fits.items() if not fine), "")


def standing(record_id: str, viewer: str = ANYBODY) -> Row | None:
    """Return one record as it stands in the file (`STORED`), None where a viewer sees none.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    where, values = _seen_by(viewer)
    rows = own_file.rows(
        TABLE, ", ".join(STORED), where=f"record_id = ? AND {where}", values=(record_id, *values)
    )
    return rows[0] if rows else None


def kept_ids(viewer: str = ANYBODY) -> dict[str, Record]:
    """Return each id that a viewer sees with what stands there: an id is given once.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    return {str(row[0]): dict(zip(STORED, row, strict=True)) for row in _visible(viewer)}


def held_by_others(connection: sqlite3.Connection, viewer: str) -> set[str]:
    """Return the ids that somebody else than a viewer and the team holds, or held, in the middle of a change.

    A viewer brings no record under such an id: whatever became of it would tell what is behind it.
    """
    if viewer == ANYBODY:
        return set()
    rows = own_file.held(connection, TABLE, "record_id, owner")
    lines = own_file.held(connection, f"{TABLE}_history", "subject, before, after")
    own = {str(record) for record, owner in rows if owner in (viewer, TEAM)}
    held = {str(record) for record, _ in rows}
    held |= {str(subject) for subject, *facts in lines if not _owners(facts) <= {viewer, TEAM}}
    return held - own


def _owners(facts: Iterable[str | None]) -> set[str]:
    """Return whose record a line of history is of, by what stood and what stands there."""
    return {str(json.loads(fact).get("owner", "")) for fact in facts if fact is not None}


def add(records: Sequence[Record], *, owner: str, by: str, viewer: str = ANYBODY) -> list[str]:
    """Keep records, all or none, and return their ids; one without an id is given one.

    One whose id somebody else holds whom the viewer does not see is given another.

    Args:
        records: `COLUMNS`, as `record_sheets.read` returns them; an owner of its own goes before ``owner``.
        owner: Whose they are.
        by: Who keeps them.
        viewer: On a server with sign-in, who brings them.

    Raises:
        NotesChangedError: If an id is kept by now; nothing is added.
        NotesUnusableError: See `own_file.writing`.
    """
    with own_file.writing(wait=own_file.PATIENT) as connection:
        taken = held_by_others(connection, viewer) | {""}
        given = [str(record["record_id"]) for record in records]
        ids = [uuid.uuid4().hex[:12] if one in taken else one for one in given]
        moment = own_file.now()
        for record_id, record in zip(ids, records, strict=True):
            row = (record_id, *(record[name] for name in COLUMNS[1:-1]), record["owner"] or owner, moment)
            try:
                insert(connection, row)
            except sqlite3.IntegrityError as error:
                raise NotesChangedError from error
            text = own_file.as_json(STORED, row)
            own_file.remember(
                connection, TABLE, record_id, act="added", by=by, before=None, after=text, changed=moment
            )
    return ids


def insert(connection: sqlite3.Connection, row: Row) -> None:
    """Add one row in the middle of a change: `STORED`."""
    marks = ", ".join("?" * len(STORED))
    connection.execute(f"INSERT INTO {TABLE} ({', '.join(STORED)}) VALUES ({marks})", row)


def amend(shown: Row, *, values: Mapping[str, Any], reason: str, by: str, viewer: str = ANYBODY) -> None:
    """Change a record, if it is still what was shown; what stood there goes into its history.

    Args:
        shown: The record as it was shown: `standing`.
        values: Column -> new value: a step of verification, numbers of victims, a note.
        reason: Why, in the words of who does it.
        by: Who does it.
        viewer: Who sees the record.

    Raises:
        ValueError: If no reason is given, or the record would become one that no upload can write.
        NotesChangedError: If something else stands there by now; nothing is changed.
        NotesUnusableError: See `own_file.writing`.
    """
    new = dict(zip(STORED, shown, strict=True)) | dict(values)
    after = tuple(new[name] for name in STORED)
    why = own_file.clean(reason)
    if not 0 < len(why) <= REASON or unfit(after) or len(str(new["note"])) > LENGTHS["note"]:
        raise ValueError(reason, values)
    with own_file.writing() as connection:
        _still(connection, shown, viewer)
        sets = ", ".join(f"{name} = ?" for name in STORED[1:])
        connection.execute(f"UPDATE {TABLE} SET {sets} WHERE record_id = ?", (*after[1:], shown[0]))
        old_text, new_text = (own_file.as_json(STORED, row) for row in (shown, after))
        own_file.remember(
            connection,
            TABLE,
            str(shown[0]),
            act="changed",
            by=by,
            before=old_text,
            after=new_text,
            reason=why,
        )


def _still(connection: sqlite3.Connection, shown: Row, viewer: str) -> None:
    where, values = _seen_by(viewer)
    found = own_file.held(
        connection, TABLE, ", ".join(STORED), f"record_id = ? AND {where}", (shown[0], *values)
    )
    if found != (tuple(shown),):
        raise NotesChangedError


def remove(
    shown: Iterable[Row], *, reason: str, by: str, viewer: str = ANYBODY, with_history: bool = False
) -> None:
    """Remove records, all or none, if they are still what was shown.

    Args:
        shown: The records as they were shown: `standing`.
        reason: Why, in the words of who does it; may be empty.
        by: Who does it.
        viewer: Who sees the records.
        with_history: Whether their history goes, too; else it says what stood there and who removed it.

    Raises:
        NotesChangedError: If something else stands there by now; nothing is removed.
        NotesUnusableError: See `own_file.writing`.
    """
    with own_file.writing(wait=own_file.PATIENT) as connection:
        for row in shown:
            _still(connection, row, viewer)
            connection.execute(f"DELETE FROM {TABLE} WHERE record_id = ?", (row[0],))
            if with_history:
                connection.execute(f"DELETE FROM {TABLE}_history WHERE subject = ?", (row[0],))
            else:
                text = own_file.as_json(STORED, row)
                own_file.remember(
                    connection,
                    TABLE,
                    str(row[0]),
                    act="removed",
                    by=by,
                    before=text,
                    after=None,
                    reason=reason[:REASON],
                )


def standing_all(viewer: str = ANYBODY) -> tuple[Row, ...]:
    """Return all records that a viewer sees as they stand in the file: `STORED`.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    return _visible(viewer)


def standing_sound(viewer: str = ANYBODY) -> tuple[Row, ...]:
    """Return those of `standing_all` that `load` returns, too: no line that an upload could not have written.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    return tuple(row for row in _visible(viewer) if not unfit(row))


def likenesses(new: Sequence[Record], kept: Iterable[Record]) -> list[Likeness]:
    """Return which new records may be of an incident that another new or a kept one is of.

    Same country and type, days not more than `NEAR_DAYS` apart, numbers of victims within `NEAR_SHARE`.
    One suggestion a record is enough to ask; of very many in the same days only the nearest are compared.

    Args:
        new: `COLUMNS`, in the order of the file.
        kept: The same, of the file of records.
    """
    groups: dict[tuple[str, str], list[tuple[date, date, int | None, Record]]] = {}
    entries: list[tuple[int | None, Record]] = [(None, record) for record in kept]
    entries += list(enumerate(new))
    for place, record in entries:
        first, last = (date.fromisoformat(str(record[name])) for name in ("date_from", "date_to"))
        key = (str(record["iso3"]), str(record["violation_type"]))
        groups.setdefault(key, []).append((first, last, place, record))
    found: dict[int, Likeness] = {}
    for group in groups.values():
        group.sort(key=lambda entry: entry[:2])
        for number, (first, last, place, record) in enumerate(group):
            for later_first, later_last, later_place, later in group[number + 1 : number + MAX_NEIGHBOURS]:
                if later_first - last > timedelta(days=NEAR_DAYS):
                    break
                if (place is not None or later_place is not None) and _similar(record, later):
                    days = max((later_first - last).days, (first - later_last).days, 0)
                    like = _likeness((place, record), (later_place, later), days)
                    if found.setdefault(like.new, like) is like:
                        break
    return [found[place] for place in sorted(found)]


def _likeness(one: tuple[int | None, Record], two: tuple[int | None, Record], days: int) -> Likeness:
    """Return two like records with the later of the file, or the only new one, first."""
    if one[0] is not None and two[0] is not None:
        return Likeness(max(one[0], two[0]), "", min(one[0], two[0]), days)
    new, kept = (one, two) if one[0] is not None else (two, one)
    assert new[0] is not None
    return Likeness(new[0], str(kept[1]["record_id"]), None, days)


def _similar(one: Record, two: Record) -> bool:
    spans = [[record[name] for name in VICTIMS if record[name] is not None] for record in (one, two)]
    if not all(spans):
        return True
    (low, high), (other_low, other_high) = ((min(span), max(span)) for span in spans)
    gap = max(low - other_high, other_low - high, 0)
    return bool(gap <= NEAR_SHARE * max(high, other_high))


def history(record_id: str | None = None, viewer: str = ANYBODY) -> list[dict[str, Any]]:
    """Return who changed what when, of one record or of all, oldest first: `own_file.HISTORY`.

    With a viewer, only lines in which all that stood and stands there is the viewer's or the team's.

    Raises:
        NotesUnusableError: See `own_file.file_errors`.
    """
    lines = own_file.history(TABLE, record_id)
    if viewer == ANYBODY:
        return lines
    owners = ((line, _owners((line["before"], line["after"]))) for line in lines)
    return [line for line, found in owners if found and found <= {viewer, TEAM}]


def difference(before: str | None, after: str | None) -> str:
    """Return what a line of history changed: the columns that differ, with what stood and stands there."""
    old, new = ({} if text is None else dict(json.loads(text)) for text in (before, after))
    if not old or not new:
        return ""
    changed = (name for name in new if new[name] != old.get(name))
    return "; ".join(f"{name}: {old.get(name, '')} → {new[name]}" for name in changed)
