"""A user's own copies of other producers' data, kept on this machine: one of each layout.

A copy is a Parquet file of the normal form (`layouts.tidy.COLUMNS`) and a small file of facts that names
it. The facts are written last and in one step, so whatever ends the program, the copy before or the new
one stands whole. Copies are shown as user upload, never join an official figure, and are never exported:
the terms of some producers forbid passing their data on.
"""

import hashlib
import io
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ewdash.data import home, own_file
from ewdash.data.layouts import Reading, Unknown, adopted, read, recognise, tidy
from ewdash.data.layouts.recognition import LAYOUTS
from ewdash.model.errors import CopyDamagedError, EventsNoCopyError, HomeUnusableError, ReadingUnwritableError

FOLDER, VERSION = "copies", 1  # of the layout of the facts
EVENTS = "ucdp-events"  # these are a release, which `update --from` brings
COPIED = tuple(layout.key for layout in LAYOUTS if layout.key not in (EVENTS, *adopted.KEYS))
MAX_NAME = 120  # characters of a file's name
MAX_UNKNOWN = 200  # unknown codes that are kept by name; all are counted
_STORED = re.compile(r"[a-z-]+-[0-9a-f]{16}\.parquet")
DIGEST = 64  # letters of a SHA-256


@dataclass(frozen=True)
class Draft:
    """A file that was read whole and is not kept: what it held, and the Parquet file of its good rows."""

    reading: Reading
    content: bytes
    file: str

    @property
    def span(self) -> str:
        """``month`` or ``year``: what each figure is of."""
        spans = pq.read_table(io.BytesIO(self.content), columns=["span"]).column("span")
        return str(spans[0]) if len(spans) else "year"


@dataclass(frozen=True)
class Copy:
    """The facts of a copy, as its reading told them (`layouts.Reading`).

    Attributes:
        layout: Key of the layout.
        file: Name of the file as it was brought.
        brought: Day on which it was brought, in UTC.
        sha256: Digest of the file as it was brought.
        rows: Rows of the file.
        kept: Of them, rows that the copy stands for.
        written: Figures of the copy.
        refused: Rows refused.
        repeated: Rows that gave way to a later one.
        reasons: Reason -> rows refused for it.
        aside: Reason -> rows left aside.
        counts: What else was counted among the rows kept.
        unknown: Codes without a country, most deaths first, at most `MAX_UNKNOWN`.
        unknown_codes: How many such codes there were.
        unknown_rows: Rows under them.
        span: ``month`` or ``year``: what each figure is of.
        first: First day of the first period of the figures.
        last: First day of the last period of the figures.
        deaths: Deaths of the rows kept, None where the layout counts none.
        stored: Name of the Parquet file.
        digest: Its SHA-256.
    """

    layout: str
    file: str
    brought: date
    sha256: str
    rows: int
    kept: int
    written: int
    refused: int
    repeated: int
    reasons: Mapping[str, int]
    aside: Mapping[str, int]
    counts: Mapping[str, int]
    unknown: tuple[Unknown, ...]
    unknown_codes: int
    unknown_rows: int
    span: str
    first: date
    last: date
    deaths: int | None
    stored: str
    digest: str


@dataclass(frozen=True)
class Shelf:
    """All copies in the order of the layouts, and the layouts whose copy is damaged."""

    copies: tuple[Copy, ...]
    damaged: tuple[str, ...]


def place() -> Path:
    """Return the folder of the copies; it need not be there."""
    return home.place() / FOLDER


def draft(path: Path, *, countries: pd.DataFrame, file: str = "", today: date | None = None) -> Draft:
    """Read a file of another producer and keep nothing.

    Args:
        path: The file.
        countries: The table ``country``.
        file: Its name, where the path has another.
        today: See `layouts.read`.

    Raises:
        EventsNoCopyError: If it holds UCDP's events.
        FileUnreadableError, FileTooLargeError, LayoutUnknownError, LayoutIncompleteError: See `layouts.read`.
        HeadingTwiceError, ReadingUnwritableError: See `layouts.read`.
    """
    name = own_file.clean(file or path.name)[:MAX_NAME]
    if recognise(path) == EVENTS:
        raise EventsNoCopyError(given=name)
    try:
        with tempfile.TemporaryDirectory(prefix="ewdash-") as folder:
            into = Path(folder) / "rows.parquet"
            reading = read(path, into=into, countries=countries, today=today)
            return Draft(reading, into.read_bytes(), name)
    except OSError as error:
        raise ReadingUnwritableError(reason=error.strerror or str(error)) from error


def keep(made: Draft, *, today: date | None = None) -> Copy:
    """Keep a file that was read; an older copy of its layout gives way when the new one stands.

    Raises:
        ValueError: If it has no figures to keep.
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be written; the older copy then stays.
    """
    copy = _facts(made, today or datetime.now(UTC).date())
    with home.changing() as parent, _writing(parent):
        folder = parent / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        own_file.write_private(folder / copy.stored, made.content)
        facts = json.dumps({"version": VERSION, **asdict(copy)}, default=str, indent=1)
        own_file.write_private(folder / f"{copy.layout}.json", facts.encode())
        _sweep(folder)
    return copy


def remove(layout: str) -> None:
    """Remove the copy of a layout, damaged or not.

    Raises:
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be removed.
    """
    with home.changing() as parent, _writing(parent):
        (parent / FOLDER / f"{layout}.json").unlink(missing_ok=True)
        _sweep(parent / FOLDER)


def state() -> str:
    """Identify what is kept by names, sizes and times, so that a changed copy is read again."""
    with suppress(OSError):
        stamps = [(file.name, file.stat()) for file in sorted(place().iterdir())]
        return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stamps])
    return ""


def listed() -> Shelf:
    """Return what is kept; each copy is read whole to tell whether it is sound.

    Raises:
        HomeUnusableError: If the folder cannot be read.
    """
    sound, damaged = [], []
    for layout in _layouts():
        try:
            copy, _ = _opened(layout)
        except CopyDamagedError:
            damaged.append(layout)
        else:
            sound.append(copy)
    return Shelf(tuple(sound), tuple(damaged))


def load(layout: str, *, country: str | None = None) -> tuple[Copy, pd.DataFrame]:
    """Return a copy's facts and its figures, `layouts.tidy.COLUMNS`.

    Args:
        layout: Key of the layout.
        country: Its iso3; None gives the figures of all.

    Raises:
        CopyDamagedError: If it is not there as it was kept.
    """
    copy, content = _opened(layout)
    return copy, figures(content, layout=layout, country=country)


def figures(content: bytes, *, layout: str, country: str | None = None) -> pd.DataFrame:
    """Return the figures of a Parquet file of the normal form.

    Raises:
        CopyDamagedError: If it is none.
    """
    chosen = None if country is None else [("iso3", "==", country)]
    try:
        table = pq.read_table(io.BytesIO(content), columns=list(tidy.COLUMNS), filters=chosen)
        rows: pd.DataFrame = table.to_pandas()
    except (pa.ArrowException, OSError, KeyError) as error:
        raise CopyDamagedError(layout=layout) from error
    return rows


def _layouts() -> list[str]:
    """Return the layouts of which facts stand in the folder, sound or not.

    Raises:
        HomeUnusableError: If the folder cannot be read.
    """
    try:
        names = {file.name for file in place().iterdir()}
    except FileNotFoundError:
        return []
    except OSError as error:
        raise HomeUnusableError(folder=FOLDER, reason=error.strerror or str(error)) from error
    return [layout for layout in COPIED if f"{layout}.json" in names]


def _opened(layout: str) -> tuple[Copy, bytes]:
    """Return the facts and the Parquet file of a copy, which may be replaced while they are read."""
    copy = _read_facts(layout)
    for _ in range(3):
        with suppress(OSError):
            content = (place() / copy.stored).read_bytes()
            if hashlib.sha256(content).hexdigest() != copy.digest:
                break
            return copy, content
        copy, before = _read_facts(layout), copy
        if copy == before:
            break
    raise CopyDamagedError(layout=layout)


def _facts(made: Draft, today: date) -> Copy:
    reading = made.reading
    if not reading.written or reading.first is None or reading.last is None:
        raise ValueError("nothing to keep")
    digest = hashlib.sha256(made.content).hexdigest()
    return Copy(
        layout=reading.layout,
        file=made.file,
        brought=today,
        sha256=reading.sha256,
        rows=reading.rows,
        kept=reading.kept,
        written=reading.written,
        refused=reading.refused,
        repeated=reading.repeated,
        reasons=dict(reading.reasons),
        aside=dict(reading.aside),
        counts=dict(reading.counts),
        unknown=reading.unknown[:MAX_UNKNOWN],
        unknown_codes=len(reading.unknown),
        unknown_rows=sum(code.rows for code in reading.unknown),
        span=made.span,
        first=reading.first,
        last=reading.last,
        deaths=reading.deaths,
        stored=f"{reading.layout}-{digest[:16]}.parquet",
        digest=digest,
    )


def _read_facts(layout: str) -> Copy:
    """Return the facts of a copy as they stand in its file.

    Raises:
        CopyDamagedError: If they are not those that `keep` wrote.
    """
    try:
        facts = json.loads((place() / f"{layout}.json").read_text(encoding="utf-8"))
        if facts.pop("version") != VERSION or facts["layout"] != layout:
            raise ValueError(layout)
        return _checked(facts)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CopyDamagedError(layout=layout) from error


def _checked(facts: dict[str, Any]) -> Copy:
    """Return facts with the types that they must have; what has others raises."""
    days = {name: date.fromisoformat(facts[name]) for name in ("brought", "first", "last")}
    unknown = tuple(
        Unknown(str(one["code"]), str(one["name"]), int(one["rows"]), one["deaths"])
        for one in facts["unknown"]
    )
    tallies = {
        name: {str(key): int(rows) for key, rows in facts[name].items()}
        for name in ("reasons", "aside", "counts")
    }
    copy = Copy(**facts | days | tallies | {"unknown": unknown})
    texts = [copy.file, copy.sha256, copy.stored, copy.digest]
    numbers = [getattr(copy, one.name) for one in fields(Copy) if one.type is int]
    numbers += [one for one in (copy.deaths, *(code.deaths for code in unknown)) if one is not None]
    sound = all(isinstance(text, str) for text in texts) and all(type(number) is int for number in numbers)
    sound = sound and copy.span in ("month", "year")
    if not sound or not _STORED.fullmatch(copy.stored) or len(copy.digest) != DIGEST:
        raise ValueError(copy.layout)
    return copy


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tell in words what keeps the folder from being written."""
    try:
        yield
    except OSError as error:
        raise HomeUnusableError(folder=folder.name, reason=error.strerror or str(error)) from error


def _sweep(folder: Path) -> None:
    """Remove files that no facts name: of older copies, and of changes that were cut off."""
    named: dict[str, str] = {}
    for layout in COPIED:
        with suppress(CopyDamagedError):
            named[layout] = _read_facts(layout).stored
    with suppress(OSError):
        for file in folder.iterdir():
            if _stray(file.name, named, damaged=set(_layouts()) - set(named)):
                with suppress(OSError):
                    file.unlink()


def _stray(name: str, named: Mapping[str, str], *, damaged: Iterable[str]) -> bool:
    """Tell whether a file is of nothing that stands; what damaged facts may mean stays."""
    if name.startswith("."):
        return True
    of = any(name == f"{layout}.json" or name.startswith(f"{layout}-") for layout in damaged)
    return bool(_STORED.fullmatch(name)) and name not in named.values() and not of
