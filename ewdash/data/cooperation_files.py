"""Files of a State's cooperation that a user brings: treaties, standing invitations, visits.

Three layouts, known by their headings (whatever their case; other columns are not read). A country is
``iso3`` or ``country``, a code or a name. A day is 2026-01-31; where the layout says “time”, a year or a
month does as well, and no day is made of it.

- `TREATIES`: ``treaty`` (a word of `vocabulary.TREATIES`, or the Office's own code such as CCPR-OP1),
  ``status`` (party, signed, none), ``year`` of becoming a party (may be empty), ``as_of`` (the day of the
  list, the same in each row, and not before the table that it replaces).
- `INVITATIONS`: ``since`` (a time, may be empty), ``source`` (may be empty); a row is a State that extended
  a standing invitation to all thematic special procedures.
- `VISITS`: ``mandate``, ``status`` (requested, reminder, accepted, completed, refused), ``from`` and ``to``
  (times, may be empty), ``source`` (may be empty).

One file of each layout is kept, apart from the tables, until a newer one was read whole. None of these
leaves the machine: the dashboard marks it “user upload”.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa

from ewdash.data import home, own_file, spreadsheets, store
from ewdash.data.spreadsheets import Formula
from ewdash.model.errors import ListDamagedError, NamedFileError, UploadRefusedError
from ewdash.model.gazetteer import Gazetteer, folded
from ewdash.model.vocabulary import TREATIES as KEYS
from ewdash.model.vocabulary import TREATY_STATUS, VISIT_STATUS

TREATIES, INVITATIONS, VISITS = "treaty-status", "standing-invitations", "visits"
# Layout -> its columns beside the country; those without which it is not this layout come first.
REQUIRED = {
    TREATIES: ("treaty", "status", "as_of"),
    VISITS: ("mandate", "status"),
    INVITATIONS: ("since",),
}
FURTHER = {TREATIES: ("year",), VISITS: ("from", "to", "source"), INVITATIONS: ("source",)}
UNIQUE = {TREATIES: ("iso3", "treaty"), VISITS: ("iso3", "mandate", "status", "from"), INVITATIONS: ("iso3",)}
MAY_BE_EMPTY = ("since", "from", "to", "source", "year")
FAULTS = (
    "missing",
    "formula",
    "country",
    "word",
    "time",
    "day",
    "year",
    "future",
    "order",
    "twice",
    "older",
    "days",
)
# The Office's own codes and words -> ours.
_CODES = {
    "cerd": "ICERD",
    "ccpr": "ICCPR",
    "ccpr-op1": "ICCPR-OP1",
    "ccpr-op2": "ICCPR-OP2",
    "ccpr-op2-dp": "ICCPR-OP2",
    "cescr": "ICESCR",
    "cescr-op": "ICESCR-OP",
    "cat-op": "OPCAT",
    "cmw": "ICMW",
    "ced": "CPED",
    **{key.casefold(): key for key in KEYS},
}
_STATUS = {"state party": "party", "signatory": "signed", "no action": "none"}
_TIME = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
FIRST_YEAR = 1900
MAX_TEXT = 300
START = 64 * 1024  # bytes by which a large file is recognised


@dataclass(frozen=True)
class Refusal:
    """Why a row cannot be kept."""

    row: int  # number in the file, headings are row 1
    column: str
    value: str
    fault: str  # one of `FAULTS`


@dataclass(frozen=True)
class Reading:
    """What a file brings: its layout, the rows that can be kept, and why others cannot."""

    layout: str
    rows: pd.DataFrame
    refusals: tuple[Refusal, ...]
    file: str
    digest: str


@dataclass(frozen=True)
class Brought:
    """A file that is kept.

    Attributes:
        layout: Its layout.
        file: Its name as it was brought.
        fetched: The day on which it was brought.
        digest: SHA-256 of it.
        path: Its rows, as Parquet.
    """

    layout: str
    file: str
    fetched: date
    digest: str
    path: Path


class _Fault(Exception):  # noqa: N818 - no error of the program: a cell is refused
    """A cell cannot be kept, and why."""


def place() -> Path:
    """Return the folder of the files; it need not be there."""
    return home.place() / home.COOPERATION


def layout_of(headings: tuple[str, ...]) -> str:
    """Return the layout of headings; nothing where they are of none."""
    names = {_heading(text) for text in headings}
    if not names & {"iso3", "country"}:
        return ""
    return next((layout for layout, needed in REQUIRED.items() if names.issuperset(needed)), "")


def recognises(path: Path) -> bool:
    """Tell whether a file has one of the layouts; what is no table at all is told by another importer.

    Raises:
        NamedFileError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(spreadsheets.MAX_BYTES + 1)
    except OSError as error:
        raise NamedFileError(file=path.name, reason=error.strerror or type(error).__name__) from error
    if len(content) > spreadsheets.MAX_BYTES:  # told where it is read, if its first line is of a layout
        content = content[:START].partition(b"\n")[0] + b"\nx"
    try:
        return bool(layout_of(spreadsheets.read(content).headings))
    except UploadRefusedError:
        return False


def read(content: bytes, gazetteer: Gazetteer, *, today: date, file: str) -> Reading:
    """Read a file; nothing is kept.

    Args:
        content: CSV or XLSX.
        gazetteer: Finds countries by code and name.
        today: A later day is refused.
        file: Its name.

    Raises:
        UploadRefusedError: If it is no table, of none of the layouts, or has a heading twice.
    """
    grid = spreadsheets.read(content)
    headings = [_heading(text) for text in grid.headings]
    layout = layout_of(grid.headings)
    if not layout:
        raise UploadRefusedError(fault="layout", value="")
    columns = ("iso3", *REQUIRED[layout], *FURTHER[layout])
    given = {name: headings.index(name) for name in (*columns, "country") if name in headings}
    doubles = [name for name in given if headings.count(name) > 1]
    if doubles:
        raise UploadRefusedError(fault="doubles", value=", ".join(doubles))
    rows, refusals, seen = [], [], set()
    for number, cells in grid.rows:
        row = {name: cells[at] if at < len(cells) else "" for name, at in given.items()}
        values, faults = _values(layout, row, gazetteer, today)
        key = tuple(values.get(name) for name in UNIQUE[layout])
        if not faults and key in seen:
            faults[UNIQUE[layout][-1]] = "twice"
        if faults:
            refusals += [Refusal(number, name, row.get(name, ""), fault) for name, fault in faults.items()]
        else:
            seen.add(key)
            rows.append(values)
    frame = pd.DataFrame(rows, columns=list(columns), dtype="str")
    if layout == TREATIES:
        frame = frame.assign(year=pd.to_numeric(frame["year"]).astype("Int64"))
        days = sorted(set(frame["as_of"]))
        if len(days) > 1:
            refusals.append(Refusal(1, "as_of", ", ".join(days[:2]), "days"))
    digest = hashlib.sha256(content).hexdigest()
    return Reading(layout, frame, tuple(refusals), own_file.clean(file), digest)


def keep(reading: Reading, *, today: date) -> None:
    """Keep the rows that can be kept; an older file of the layout gives way when they stand.

    Raises:
        ValueError: If there are none, or a list has several days.
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be written; the older file then stays.
    """
    if reading.rows.empty or any(one.fault == "days" for one in reading.refusals):
        raise ValueError("nothing to keep")
    facts = {
        "layout": reading.layout,
        "file": reading.file,
        "fetched": f"{today}",
        "digest": reading.digest,
    }
    home.keep_rows(reading.rows, facts, name=home.COOPERATION, layout=reading.layout)


def brought(layout: str) -> tuple[Brought, pd.DataFrame] | None:
    """Return the file of a layout that is kept, with its rows; None where none is.

    Raises:
        HomeUnusableError: If its facts are damaged.
        ListDamagedError: If its rows are.
    """
    for one in home.kept(place(), Brought):
        if one.layout == layout:
            try:
                rows = pd.read_parquet(one.path, columns=["iso3", *REQUIRED[layout], *FURTHER[layout]])
            except (pa.ArrowException, OSError, ValueError, KeyError) as error:
                raise ListDamagedError(layout=layout) from error
            return one, rows
    return None


def remove(layout: str) -> None:
    """Remove the file of a layout, damaged or not.

    Raises:
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be removed.
    """
    home.remove(home.COOPERATION, layout)


def _heading(text: str) -> str:
    return re.sub(r"[\s-]+", "_", folded(text.lstrip("\ufeff")))


def _values(
    layout: str, row: Mapping[str, str], gazetteer: Gazetteer, today: date
) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return the values of a row that can be kept, and column -> fault of those that cannot."""
    country = "iso3" if row.get("iso3", "").strip() else "country"
    values: dict[str, str | None] = {}
    faults: dict[str, str] = {}
    makes = _makes(layout, gazetteer, today)
    for name in ("iso3", *REQUIRED[layout], *FURTHER[layout]):
        cell = row.get(country if name == "iso3" else name, "")
        text = own_file.clean(cell)
        column = (country if country in row else "iso3") if name == "iso3" else name
        try:
            if isinstance(cell, Formula):
                raise _Fault("formula")
            if not text and name not in MAY_BE_EMPTY:
                raise _Fault("missing")
            values[name] = makes[name](text) if text else None
        except _Fault as fault:
            faults[column] = str(fault)
    first, last = values.get("from"), values.get("to")
    if first and last and last < first[: len(last)]:
        faults["to"] = "order"
    # A visit that was agreed may lie ahead; one that took place may not.
    if first and values.get("status") == "completed" and first > f"{today}"[: len(first)]:
        faults["from"] = "future"
    return values, faults


def _makes(layout: str, gazetteer: Gazetteer, today: date) -> dict[str, Callable[[str], str]]:
    status = TREATY_STATUS if layout == TREATIES else VISIT_STATUS

    def country(text: str) -> str:
        found = gazetteer.find(text)
        if len(found) != 1:
            raise _Fault("country")
        return found[0]

    def word(text: str) -> str:
        found = _STATUS.get(folded(text), folded(text))
        if found not in status:
            raise _Fault("word")
        return found

    def treaty(text: str) -> str:
        found = _CODES.get(re.sub(r"[\s_]+", "-", text.casefold()))
        if found is None:
            raise _Fault("word")
        return found

    def year(text: str) -> str:
        if not re.fullmatch(r"\d{4}", text) or int(text) < FIRST_YEAR:
            raise _Fault("year")
        return _past(text, today)

    replaced = store.card("treaty_status").provenance.covers_to

    def as_of(text: str) -> str:
        if not own_file.is_day(text):
            raise _Fault("day")
        if date.fromisoformat(text) < replaced:
            raise _Fault("older")
        return _past(text, today)

    return {
        "iso3": country,
        "status": word,
        "treaty": treaty,
        "year": year,
        "as_of": as_of,
        "since": lambda text: _past(_time(text), today),
        **dict.fromkeys(("from", "to"), _time),
        **dict.fromkeys(("mandate", "source"), lambda text: text[:MAX_TEXT]),
    }


def _time(text: str) -> str:
    if not _TIME.fullmatch(text) or (len(text) == len("2026-01-31") and not own_file.is_day(text)):
        raise _Fault("time")
    return text


def _past(text: str, today: date) -> str:
    if text > f"{today}"[: len(text)]:
        raise _Fault("future")
    return text
