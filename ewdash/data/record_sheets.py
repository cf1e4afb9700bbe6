"""Reads a user's violation records from a table: what can be kept, and what is refused by row and column."""

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ewdash.data import own_file, spreadsheets
from ewdash.data.own_records import Record
from ewdash.data.spreadsheets import Formula, Grid
from ewdash.i18n import translate
from ewdash.model.errors import UploadRefusedError
from ewdash.model.gazetteer import Gazetteer, folded
from ewdash.model.violations import (
    COLUMNS,
    FIRST_YEAR,
    LENGTHS,
    LISTS,
    MAX_VICTIMS,
    REQUIRED,
    VICTIMS,
)

SHEET = "records"  # of a workbook; else its first
WHY, ROW = "why_refused", "row"  # columns of a corrected template, not read again
ALSO = {"country": "iso3", "type": "violation_type", "source": "source_type", "status": "verification"}
FAULTS = (
    *("missing", "formula", "not-a-day", "reversed", "future", "too-early"),
    *("unknown-country", "several-countries", "not-in-list", "not-a-number", "negative", "too-many"),
    *("out-of-order", "too-long", "id-twice", "id-taken"),
)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?Z?$")


@dataclass(frozen=True)
class Refusal:
    """Why one cell cannot be kept."""

    row: int  # number in the file, headings are row 1
    column: str
    value: str
    fault: str  # one of `FAULTS`


@dataclass(frozen=True)
class Reading:
    """What a file brings."""

    records: tuple[Record, ...]  # that can be kept
    numbers: tuple[int, ...]  # row of each in the file
    refusals: tuple[Refusal, ...]
    refused: Mapping[int, Mapping[str, str]]  # row -> its cells by column
    known: int  # rows that are kept already just as they are
    unread: tuple[str, ...]  # headings of columns that the layout lacks
    encoding: str

    @property
    def rows(self) -> int:
        """Rows in the file."""
        return len(self.records) + len(self.refused) + self.known


class _Fault(Exception):  # noqa: N818 - no error of the program: a cell is refused
    """A cell cannot be kept, and why."""


def recognised(headings: tuple[str, ...]) -> bool:
    """Tell whether the headings are those of this layout."""
    return set(REQUIRED) <= {_heading(text) for text in headings}


def read(content: bytes, gazetteer: Gazetteer, *, today: date, kept: Mapping[str, Record]) -> Reading:
    """Read a file of records; nothing is kept.

    Args:
        content: The file: CSV or XLSX.
        gazetteer: Finds countries by code and name.
        today: A later day is refused.
        kept: Id -> record, of all that are kept: an id is given once.

    Raises:
        UploadRefusedError: If the whole file is refused.
    """
    return of_grid(spreadsheets.read(content, sheet=SHEET), gazetteer, today=today, kept=kept)


def of_grid(grid: Grid, gazetteer: Gazetteer, *, today: date, kept: Mapping[str, Record]) -> Reading:
    """Read records from rows of text; see `read`."""
    headings = tuple(_heading(text) for text in grid.headings)
    missing = [name for name in REQUIRED if name not in headings]
    if missing:
        raise UploadRefusedError(fault="headings", value=", ".join(missing))
    doubles = {name for name in headings if name in COLUMNS and headings.count(name) > 1}
    if doubles:
        raise UploadRefusedError(fault="doubles", value=", ".join(sorted(doubles)))
    unread = tuple(
        text
        for text, name in zip(grid.headings, headings, strict=True)
        if name not in (*COLUMNS, WHY, ROW) and text.strip()
    )
    records: list[Record] = []
    numbers: list[int] = []
    refusals: list[Refusal] = []
    refused: dict[int, Mapping[str, str]] = {}
    ids: set[str] = set()
    known = 0
    for number, row in grid.rows:
        cells = dict.fromkeys(COLUMNS, "") | {
            name: text for name, text in zip(headings, row, strict=False) if name in COLUMNS
        }
        record, faults = _record(cells, gazetteer, today)
        record_id = str(record.get("record_id", ""))
        standing = kept.get(record_id) if record_id and not faults else None
        if record_id and record_id in ids:
            faults["record_id"] = "id-twice"
        elif standing is not None:
            if all(standing[name] == record[name] for name in COLUMNS[:-1]):
                known += 1
                continue
            faults["record_id"] = "id-taken"
        if faults:
            refused[number] = cells
            refusals += [Refusal(number, name, cells[name], fault) for name, fault in faults.items()]
        else:
            ids.add(record_id)
            records.append(record)
            numbers.append(number)
    ids.discard("")
    return Reading(tuple(records), tuple(numbers), tuple(refusals), refused, known, unread, grid.encoding)


def _heading(text: str) -> str:
    name = re.sub(r"[\s-]+", "_", folded(text.lstrip("\ufeff")))
    return ALSO.get(name, name)


def _record(
    cells: Mapping[str, str], gazetteer: Gazetteer, today: date
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values of a row that can be kept, and column -> fault of those that cannot."""
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}

    def take(name: str, make: Callable[[str], Any]) -> None:
        text = own_file.clean(cells[name])
        try:
            if isinstance(cells[name], Formula):
                raise _Fault("formula")
            if not text and name in REQUIRED:
                raise _Fault("missing")
            values[name] = make(text)
        except _Fault as fault:
            faults[name] = str(fault)

    take("date_from", lambda text: _day(text, today, last=False))
    take("date_to", lambda text: _day(text or cells["date_from"].strip(), today, last=True))
    take("iso3", lambda text: _country(text, gazetteer))
    for name in LISTS:
        take(name, lambda text, name=name: _listed(text, name))  # type: ignore[misc]
    for name in VICTIMS:
        take(name, _number)
    for name in LENGTHS:
        take(name, lambda text, name=name: _short(text, name))  # type: ignore[misc]
    if not cells["date_to"].strip():
        faults.pop("date_to", None)  # told of the other
    if {"date_from", "date_to"} <= set(values) and values["date_to"] < values["date_from"]:
        faults["date_to"] = "reversed"
    given = [values[name] for name in VICTIMS if values.get(name) is not None]
    if given != sorted(given):
        faults.update({name: "out-of-order" for name in VICTIMS if cells[name].strip()})
    return values, faults


@functools.lru_cache(maxsize=4096)
def _day(text: str, today: date, *, last: bool) -> str:
    """Return a day as the file writes it; a month is its first or last day, today at the latest."""
    try:
        month = _MONTH.fullmatch(text)
        if month:
            first = date(int(month[1]), int(month[2]), 1)
            after = (first + timedelta(days=32)).replace(day=1)
            day = after - timedelta(days=1) if last else first
            if first <= today < day:
                day = today
        else:
            plain = _MIDNIGHT.sub("", text)
            if len(plain) != len("2026-01-31"):
                raise _Fault("not-a-day")
            day = date.fromisoformat(plain)
    except (ValueError, OverflowError) as error:
        raise _Fault("not-a-day") from error
    if day > today:
        raise _Fault("future")
    if day.year < FIRST_YEAR:
        raise _Fault("too-early")
    return day.isoformat()


def _country(text: str, gazetteer: Gazetteer) -> str:
    found = gazetteer.find(text)
    if not found:
        raise _Fault("unknown-country")
    if len(found) > 1:
        raise _Fault("several-countries")
    return found[0]


def term(column: str, key: str) -> str:
    """Return a word of a closed list in the reader's language."""
    return translate(f"{column.replace('_', '-')}-{key.replace('_', '-')}")


def _listed(text: str, column: str) -> str:
    if text in LISTS[column]:
        return text
    word = re.sub(r"[\s-]+", "_", folded(text))
    if word in LISTS[column]:
        return word
    for key in LISTS[column]:
        if folded(text) == folded(term(column, key)):
            return key
    raise _Fault("not-in-list")


def _number(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[+-]?[0-9]{1,15}(\.0*)?", text):
        raise _Fault("not-a-number")
    number = int(text.split(".")[0])
    if number < 0:
        raise _Fault("negative")
    if number > MAX_VICTIMS:
        raise _Fault("too-many")
    return number


def _short(text: str, name: str) -> str:
    if len(text) > LENGTHS[name]:
        raise _Fault("too-long")
    return text
