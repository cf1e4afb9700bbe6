"""The UN Security Council Debates corpus that a user brings: who was heard after our record of speakers ends.

Accepted is the table of speeches of version 6.1 (1992 to 2023; Schoenfeld, Eckhard, Patz, van Meegdenburg,
Pires; doi 10.7910/DVN/KGVSYH, CC0), in either of its two forms, known by their bytes and headings:

- ``docs_meta.RData``: R's own format (gzip, bzip2, xz or none; serialization 2 or 3), in it the object
  ``meta_speeches``. Other objects, such as the meetings, are not read.
- ``speaker.tsv``: UTF-8, tabs between cells, no quoting, ``NA`` for missing. A line that a cell's own
  line break has split (36 rows of S/PV.5225) is joined again; the heading of the row numbers may be absent.

A speech is a row. Needed are ``date`` (2021-03-01), ``role`` (the office, empty where the record gives
none), ``meeting_symbol`` or ``spv`` (S/PV.8699, also with “(Resumption 1)”), ``country_org`` or
``country`` (“UN” for its officials), ``topic`` (the agenda item) and ``speech_format`` (In-Person, VTC).
``agenda_item_manual`` (the item by a common name) and ``agenda_item1`` (Thematic, or a continent) are used
where they are there. No other column is read; above all not ``speaker``, which is a person.

Kept is a row per meeting and office of `heard.GROUPS`, of formal meetings after `heard.WHOLE_TO`. A speech
in a videoconference is none in a formal meeting. An empty role is an office unknown: who is not found here
may have spoken, so no meeting is ever told as one without the human-rights side.

References:
    Schoenfeld et al. (2025), The UN Security Council debates 1992-2023, arXiv:1906.10969v3.
"""

import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import IO

import pandas as pd
import pyarrow as pa

from ewdash.data import adopted_texts, home, own_file, r_table
from ewdash.data.tables import un_names
from ewdash.i18n import translate
from ewdash.model import heard
from ewdash.model.errors import (
    CopyDamagedError,
    FileTooLargeError,
    FileUnreadableError,
    HomeUnusableError,
    LayoutIncompleteError,
    NamedFileError,
    ReadingUnwritableError,
)

LAYOUT, OBJECT = "sc-debates", "meta_speeches"
# What is read of a speech -> the columns that may hold it, the first found counting.
NEEDED = {
    "date": ("date",),
    "role": ("role",),
    "symbol": ("meeting_symbol", "spv"),
    "country": ("country_org", "country"),
    "topic": ("topic",),
    "format": ("speech_format",),
}
FURTHER = {"matter": ("agenda_item_manual",), "scope": ("agenda_item1",)}
MARK = "participanttype"  # a heading of no other table
KEPT = ("date", "symbol", "office", "group", "topic", "thematic", "iso3", "situation")
# Why speeches are left out; the words are in the catalogue.
LEFT = ("video", "day", "number", "format", "line")
MAX_PACKED, MAX_UNPACKED, MAX_TEXT = 64, 512, 256  # megabytes; the files have 2, some 100 and 33
MEGABYTE = 2**20
SECONDS = 900  # for reading an R file; the corpus takes one to three minutes
START = 64 * 1024  # bytes in which a heading ends
MAX_WORDS = 300  # characters of an agenda item
_R_FILE = (b"RDX2\n", b"RDX3\n")
_PACKED: dict[bytes, Callable[..., io.BufferedIOBase]] = {
    b"\x1f\x8b": gzip.GzipFile,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
_UNPACKING = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_NUMBER = re.compile(r"(?:S/?PV\.?\s*)?(\d{3,5})(?!\d)", re.IGNORECASE)
_VIDEO = re.compile(r"vtc|video|tele-?conference", re.IGNORECASE)
_IN_PERSON = ("in-person", "in person")
_UN = ("un", "united nations")


@dataclass(frozen=True)
class Counts:
    """What a file holds, in speeches unless another unit is named.

    Attributes:
        speeches: All.
        meetings: Formal meetings, by number.
        first: Day of the first speech in one; empty where there is none.
        last: Day of the last.
        offices: Those with an office.
        groups: Group of `heard.GROUPS` -> those in formal meetings, of all years.
        alike: Those under an office that speaks of human rights or such a mandate, and is none of these.
        officials: Those of UN officials in formal meetings after `heard.WHOLE_TO`.
        unnamed: Of them, those without an office.
        left: Reason of `LEFT` -> those left out for it.
    """

    speeches: int = 0
    meetings: int = 0
    first: str = ""
    last: str = ""
    offices: int = 0
    groups: Mapping[str, int] = field(default_factory=dict)
    alike: int = 0
    officials: int = 0
    unnamed: int = 0
    left: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A file that was read whole and is not kept: its counts, and its rows that can be kept (`KEPT`)."""

    file: str
    digest: str
    counts: Counts
    rows: pd.DataFrame


@dataclass(frozen=True)
class Brought:
    """The file that is kept.

    Attributes:
        file: Its name as it was brought.
        fetched: The day on which it was brought, in UTC.
        digest: SHA-256 of it.
        last: Day of its last speech in a formal meeting.
        officials: See `Counts`.
        unnamed: See `Counts`.
        video: Speeches in videoconferences, left out.
        path: Its rows, as Parquet.
    """

    file: str
    fetched: date
    digest: str
    last: str
    officials: int
    unnamed: int
    video: int
    path: Path


def recognises(path: Path) -> bool:
    """Tell whether a file is R's, or the corpus's table of speeches by its headings.

    Raises:
        NamedFileError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(START)
    except OSError as error:
        raise NamedFileError(file=path.name, reason=error.strerror or type(error).__name__) from error
    if start.startswith(_R_FILE):
        return True
    for mark, opener in _PACKED.items():
        if start.startswith(mark):
            with suppress(*_UNPACKING), opener(path) as packed:
                return packed.read(len(_R_FILE[0])) in _R_FILE
            return False
    line = start.partition(b"\n")[0].decode("utf-8-sig", errors="replace")
    return "\t" in line and MARK in _headings(line)


def read(path: Path, *, acts: pd.DataFrame, today: date, file: str = "") -> Reading:
    """Read a file that `recognises` knows; nothing is kept.

    Args:
        path: The file.
        acts: The table ``council_action``, whose situations name countries.
        today: A speech of a later day is left out.
        file: Its name, where the path has another.

    Raises:
        FileTooLargeError: If it is larger than any file of the corpus, packed or unpacked.
        FileUnreadableError: If it is damaged, holds no table of speeches, or takes too long.
        LayoutIncompleteError: If a column is missing.
        ReadingUnwritableError: If there is no room to unpack it.
        NamedFileError: If it cannot be read.
    """
    name = own_file.clean(file or path.name)[: adopted_texts.MAX_NAME]
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            start = opened.read(8)
        text = not start.startswith((*_R_FILE, *_PACKED))
        if size > (MAX_TEXT if text else MAX_PACKED) * MEGABYTE:
            raise FileTooLargeError(given=name, most=MAX_TEXT if text else MAX_PACKED, unit="megabytes")
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        cells, broken = _text_cells(path, name) if text else (_r_cells(path, start, name), 0)
    except OSError as error:
        raise NamedFileError(file=name, reason=error.strerror or type(error).__name__) from error
    counts, rows = _speeches(cells, broken=broken, acts=acts, today=today)
    return Reading(name, digest, counts, rows)


def keep(reading: Reading, *, today: date) -> None:
    """Keep what a file brings; an older one gives way when the new one stands.

    Raises:
        ValueError: If there is nothing to keep.
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be written; the older file then stays.
    """
    if reading.rows.empty:
        raise ValueError("nothing to keep")
    counts = reading.counts
    facts: dict[str, str | int] = {
        "file": reading.file,
        "fetched": f"{today}",
        "digest": reading.digest,
        "last": counts.last,
        "officials": counts.officials,
        "unnamed": counts.unnamed,
        "video": counts.left.get("video", 0),
    }
    home.keep_rows(reading.rows, facts, name=home.DEBATES, layout=LAYOUT)


def place() -> Path:
    """Return the folder of what is kept; it need not be there."""
    return home.place() / home.DEBATES


def brought() -> tuple[Brought, pd.DataFrame] | None:
    """Return what is kept, with its rows (`KEPT`); None where nothing is.

    Raises:
        CopyDamagedError: If it is not as it was kept.
    """
    try:
        found = home.kept(place(), Brought)
        if not found:
            return None
        (one,) = found
        if not all(isinstance(getattr(one, name.name), int) for name in fields(one) if name.type is int):
            raise TypeError(one.file)
        rows = pd.read_parquet(one.path, columns=list(KEPT))
        return one, rows.assign(date=pd.to_datetime(rows["date"]).astype("datetime64[us]"))
    except (HomeUnusableError, pa.ArrowException, OSError, ValueError, TypeError, KeyError) as error:
        raise CopyDamagedError(layout=LAYOUT) from error


def remove() -> None:
    """Remove what is kept, damaged or not.

    Raises:
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be removed.
    """
    home.remove(home.DEBATES, LAYOUT)


def _headings(line: str) -> list[str]:
    return [_bare(cell).casefold() for cell in line.rstrip("\r\n").split("\t")]


def _bare(cell: str) -> str:
    """Return a cell without one pair of quotation marks around it, as some copies have them."""
    cell = cell.strip()
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _places(names: list[str]) -> dict[str, str]:
    """Return what is read -> the name of its column.

    Raises:
        LayoutIncompleteError: If one is missing.
    """
    found = {
        key: name
        for key, options in (NEEDED | FURTHER).items()
        for name in [next((one for one in options if one in names), "")]
        if name
    }
    missing = [" / ".join(options) for key, options in NEEDED.items() if key not in found]
    if missing:
        layout = translate(f"layout-{LAYOUT}")
        raise LayoutIncompleteError(layout=layout, missing=", ".join(missing), count=len(missing))
    return found


def _text_cells(path: Path, name: str) -> tuple[pd.DataFrame, int]:
    """Return the cells of a table of speeches as text, and how many lines could not be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            names = _headings(next(lines, ""))
            columns = _places(names)
            rows, broken = _split(lines, len(names))
    except UnicodeDecodeError as error:
        raise FileUnreadableError(given=name, fault="text") from error
    width = len(rows[0]) if rows else len(names)
    shift = width - len(names)  # R leaves out the heading of the row numbers
    at = {key: names.index(column) + shift for key, column in columns.items()}
    cells = {key: [_bare(row[place]) for row in rows] for key, place in at.items()}
    return _cells(pd.DataFrame(cells, dtype="str")), broken


def _split(lines: IO[str], headings: int) -> tuple[list[list[str]], int]:
    """Split lines at tabs; those that a line break inside a cell has split are joined again."""
    rows: list[list[str]] = []
    broken, width, before = 0, 0, ""
    for line in lines:
        text = line.rstrip("\r\n")
        whole = f"{before} {text}" if before else text
        found = whole.count("\t") + 1
        width = width or (headings + 1 if found == headings + 1 else headings)
        if found > width and before:  # what came before is no beginning of this line
            broken, whole, found = broken + 1, text, text.count("\t") + 1
        if found < width:
            before = whole
            continue
        before = ""
        if found == width:
            rows.append(whole.split("\t"))
        else:
            broken += 1
    return rows, broken + bool(before.strip())


def _r_cells(path: Path, start: bytes, name: str) -> pd.DataFrame:
    """Return the cells of the table of speeches in an R file, which another process reads."""
    with tempfile.TemporaryDirectory(prefix="ewdash-") as folder:
        plain = Path(folder) / "plain"
        _unpack(path, start, plain, name)
        columns = [one for options in (NEEDED | FURTHER).values() for one in options]
        command = [sys.executable, "-I", r_table.__file__, str(plain), OBJECT, folder, *columns]
        try:
            ended = subprocess.run(
                command,
                cwd=folder,
                env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            ).returncode
        except subprocess.TimeoutExpired as error:
            raise FileUnreadableError(given=name, fault="r-time") from error
        faults = {0: "", r_table.NO_OBJECT: "r-object"}
        if fault := faults.get(ended, "r-damaged"):
            raise FileUnreadableError(given=name, fault=fault)
        try:
            names = json.loads((Path(folder) / "columns.json").read_text(encoding="utf-8"))
            found = _places(names)
            rows = pd.read_parquet(Path(folder) / "rows.parquet", columns=list(found.values()))
        except (pa.ArrowException, OSError, ValueError, KeyError) as error:
            raise FileUnreadableError(given=name, fault="r-damaged") from error
    return _cells(rows.rename(columns={column: key for key, column in found.items()}))


def _unpack(path: Path, start: bytes, target: Path, name: str) -> None:
    """Write an R file unpacked.

    Raises:
        FileTooLargeError: If it unfolds beyond the bound; it stops there.
        FileUnreadableError: If it is damaged.
        ReadingUnwritableError: If the disk has no room.
    """
    opener = next((opener for mark, opener in _PACKED.items() if start.startswith(mark)), Path.open)
    done = 0
    try:
        with target.open("wb") as out:
            for block in _blocks(path, opener, name):
                done += len(block)
                if done > MAX_UNPACKED * MEGABYTE:
                    raise FileTooLargeError(given=name, most=MAX_UNPACKED, unit="megabytes")
                out.write(block)
    except OSError as error:
        raise ReadingUnwritableError(reason=error.strerror or str(error)) from error


def _blocks(path: Path, opener: Callable[..., io.BufferedIOBase], name: str) -> Iterator[bytes]:
    try:
        with opener(path, "rb") as packed:
            while block := packed.read(4 * MEGABYTE):
                yield block
    except _UNPACKING as error:
        raise FileUnreadableError(given=name, fault="r-damaged") from error


def _cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return cells as text without what stands for a missing one; what is not in the file is missing."""
    frame = frame.reindex(columns=[*NEEDED, *FURTHER]).astype("str")
    text = frame.apply(lambda cells: cells.str.strip().str.replace("''", "'", regex=False))
    cells: pd.DataFrame = text.mask(text.isin(["", "NA"]))
    return cells


def _speeches(
    cells: pd.DataFrame, *, broken: int, acts: pd.DataFrame, today: date
) -> tuple[Counts, pd.DataFrame]:
    """Return what speeches are in all, and those that can be kept."""
    day = pd.to_datetime(cells["date"].str.slice(0, 10), format="%Y-%m-%d", errors="coerce")
    number = cells["symbol"].str.extract(_NUMBER, expand=False)
    form = cells["format"].str.casefold()
    video = form.str.contains(_VIDEO).fillna(False).astype("bool")
    faults = {
        "video": video,
        "format": ~form.isin(_IN_PERSON),
        "day": day.isna() | (day > pd.Timestamp(today)),
        "number": number.isna(),
    }
    left, sound = {"line": broken}, pd.Series(True, index=cells.index)
    for reason, fault in faults.items():
        left[reason] = int((sound & fault).sum())
        sound &= ~fault
    labels = {label: heard.office(label) for label in cells["role"].dropna().unique()}
    office = cells["role"].map(lambda label: labels[label], na_action="ignore")
    known = sound & office.notna()
    alike = {
        label for label, one in labels.items() if one is None and heard.ALIKE.search(heard.normal(label))
    }
    later = sound & (day > pd.Timestamp(heard.WHOLE_TO))
    officials = later & cells["country"].str.casefold().isin(_UN)
    groups = pd.Series([one.group for one in office[known]]).value_counts()
    counts = Counts(
        speeches=len(cells) + broken,
        meetings=int(number[sound].nunique()),
        first=f"{day[sound].min():%Y-%m-%d}" if sound.any() else "",
        last=f"{day[sound].max():%Y-%m-%d}" if sound.any() else "",
        offices=int(cells["role"].notna().sum()),
        groups={group: int(groups.get(group, 0)) for group in heard.SIDE_OF},
        alike=int((sound & cells["role"].isin(alike)).sum()),
        officials=int(officials.sum()),
        unnamed=int((officials & cells["role"].isna()).sum()),
        left={reason: left[reason] for reason in LEFT},
    )
    chosen = known & later
    rows = pd.DataFrame(
        {
            "date": day[chosen].astype("datetime64[us]"),
            "symbol": "S/PV." + number[chosen],
            "office": [own_file.clean(one.name)[:MAX_WORDS] for one in office[chosen]],
            "group": [one.group for one in office[chosen]],
            "topic": _words(cells.loc[chosen, "topic"]),
            "thematic": cells.loc[chosen, "scope"].str.casefold().eq("thematic").fillna(False).astype("bool"),
            "matter": _words(cells.loc[chosen, "matter"]),
        }
    )
    rows = rows.sort_values(["date", "symbol", "office"], kind="stable")
    rows = rows.drop_duplicates(["symbol", "office"], ignore_index=True)
    return counts, _placed(rows, acts)[list(KEPT)]


def _words(cells: "pd.Series[str]") -> "pd.Series[str]":
    """Return agenda items in words that can be shown, States by their names at the United Nations."""
    clean = cells.map(lambda text: own_file.clean(text)[:MAX_WORDS], na_action="ignore")
    return un_names.un_named(clean).astype("str")


def _placed(rows: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the one situation that the agenda item names, or else its common name.

    ``iso3`` and ``situation`` are NA where none or several are named, and where the two disagree.
    """
    names = adopted_texts.situations(acts)
    found = []
    for printed, common in zip(
        adopted_texts.placed(rows["topic"], names), adopted_texts.placed(rows["matter"], names), strict=True
    ):
        agree = printed is None or common is None or printed[1] == common[1]
        found.append((printed or common) if agree else None)
    return rows.assign(
        situation=pd.Series([one and one[0] for one in found], index=rows.index, dtype="str"),
        iso3=pd.Series([one and one[1] for one in found], index=rows.index, dtype="str"),
    )
