"""A file that somebody brings, as a table of text cells: what it is by its bytes, and within what bounds.

Nothing in a file is run: formulas, macros and pickles are never evaluated, names inside an archive are
never used as paths, and what unfolds beyond `MAX_UNPACKED` or `MAX_RATIO` is refused while it unfolds.
A link is followed only to a plain file; pipes and devices are refused, because reading one never ends.
"""

import codecs
import csv
import gzip
import hashlib
import io
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import pyarrow as pa
import pyarrow.parquet as pq

from ewdash.data.layouts import sheets
from ewdash.model.errors import FileTooLargeError, FileUnreadableError, ReadingUnwritableError

MAX_UNPACKED = 64 * 2**30  # bytes; 30 million events of 49 columns are 13 GB
MAX_RATIO, RATIO_FROM = 200, 100 * 2**20  # tables pack 5 to 30 times; bombs a thousand times and more
MAX_ROWS = 200_000_000  # of a Parquet file, whose bytes say little of its rows
MAX_COLUMNS = 20_000  # V-Dem has some 4,600
MAX_MEMBERS = 20  # files of an archive that are looked into for the one with known columns
MAX_HEAD = 4 * 2**20  # bytes of the beginning that are looked at
BLOCK = 4 * 2**20
ROOM = 2**30  # bytes left free on the disk
DELIMITERS = (",", ";", "\t", "|")
WINDOWS = "windows-letters"  # bytes that are not UTF-8 are read as Windows and Latin-1 wrote them
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_WEB = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<script")


def _windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return "".join(_letter(byte) for byte in odd), error.end


def _letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error(WINDOWS, _windows)


Known = Callable[[Path, bytes], bool]


@dataclass(frozen=True)
class Shape:
    """What a file is: ``text``, ``workbook`` or ``parquet``, and how it is packed.

    ``packing`` is ``""``, ``"gz"`` or ``"zip"``; ``member`` the one file of a zip; ``head`` the first bytes.
    """

    kind: str
    packing: str = ""
    member: str = ""
    head: bytes = b""


@dataclass(frozen=True)
class Table:
    """A table of text cells that DuckDB reads as it stands.

    Attributes:
        path: A CSV in UTF-8 or a Parquet file.
        parquet: Whether it is the latter.
        skipped: Rows of a sheet above its first.
    """

    path: Path
    parquet: bool = False
    skipped: int = 0


def shape(path: Path, *, known: Known = lambda path, head: False) -> Shape:
    """Return what a file is, by its bytes.

    Args:
        path: The file.
        known: Whether a file of an archive with several is the one to read, by the archive and its head.

    Raises:
        FileUnreadableError: If it is not a table that can be read.
    """
    return _shape(path, known)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file as it was brought."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shape(path: Path, known: Known) -> Shape:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise FileUnreadableError(given=path.name, fault="folder")
        if not stat.S_ISREG(about.st_mode):
            raise FileUnreadableError(given=path.name, fault="device")
        if about.st_size > MAX_UNPACKED:
            raise FileTooLargeError(given=path.name, most=MAX_UNPACKED // 2**30, unit="bytes")
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise FileUnreadableError(given=path.name, fault="missing") from error
    if not start:
        raise FileUnreadableError(given=path.name, fault="empty")
    if start.startswith(b"\x1f\x8b"):
        with _unfolding(path):
            return _inside(path, "gz", "")
    if start.startswith(b"PK"):
        with _unfolding(path), zipfile.ZipFile(path) as archive:
            if "xl/workbook.xml" in archive.namelist():
                return Shape("workbook")
            return _inside(path, "zip", _only_member(path, archive, known))
    if start.startswith(b"PAR1"):
        return Shape("parquet")
    with path.open("rb") as file:
        head = file.read(MAX_HEAD)
    return Shape(_text(path, head), head=head)


def _inside(path: Path, packing: str, member: str) -> Shape:
    with _packed(path, packing, member) as file:
        head = file.read(MAX_HEAD)
    if not head:
        raise FileUnreadableError(given=path.name, fault="empty")
    if head.startswith((b"\x1f\x8b", b"PK")) and not _is_workbook(head):
        raise FileUnreadableError(given=path.name, fault="nested")
    kind = "parquet" if head.startswith(b"PAR1") else "workbook" if _is_workbook(head) else _text(path, head)
    return Shape(kind, packing, member, head)


def _is_workbook(head: bytes) -> bool:
    return head.startswith(b"PK") and b"[Content_Types].xml" in head[:MAX_HEAD]


def _text(path: Path, head: bytes) -> str:
    if head.startswith(_OLD_EXCEL):
        raise FileUnreadableError(given=path.name, fault="old-excel")
    text = decoded(head)
    begin = text[:4096].lstrip().casefold()
    if begin.startswith(tuple(sign.decode() for sign in _WEB)):
        raise FileUnreadableError(given=path.name, fault="web-page")
    odd = sum(letter < " " and letter not in "\t\r\n" for letter in text[:4096])
    if odd * 20 > len(text[:4096]) or head.startswith(b"%PDF"):
        raise FileUnreadableError(given=path.name, fault="binary")
    if not begin and not text.strip():
        raise FileUnreadableError(given=path.name, fault="empty")
    return "text"


@contextmanager
def _unfolding(path: Path) -> Iterator[None]:
    """Turn what a damaged archive raises into a sentence."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, OSError) as error:
        raise FileUnreadableError(given=path.name, fault="archive") from error
    except (RuntimeError, NotImplementedError, ValueError) as error:  # a password, or a packing unknown here
        raise FileUnreadableError(given=path.name, fault="locked") from error


def _only_member(path: Path, archive: zipfile.ZipFile, known: Known) -> str:
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir() and not member.filename.startswith("__MACOSX/")
    ]
    if any(stat.S_ISLNK(member.external_attr >> 16) for member in members):
        raise FileUnreadableError(given=path.name, fault="link")
    fault = "several" if members else "empty"
    if 1 < len(members) <= MAX_MEMBERS:  # UNHCR's figures come with a file of footnotes
        members = [member for member in members if known(path, _head(archive, member))]
    if len(members) != 1:
        raise FileUnreadableError(given=path.name, fault=fault)
    return members[0].filename


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(MAX_HEAD)


@contextmanager
def _packed(path: Path, packing: str, member: str) -> Iterator[IO[bytes]]:
    if packing == "gz":
        with gzip.open(path) as file:
            yield cast("IO[bytes]", file)
    else:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            yield file


def encoding(head: bytes) -> str:
    """Return the encoding of a text by its first bytes; UTF-8 where nothing speaks against it."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[:4096:2].count(0), head[1:4096:2].count(0)
    if max(even, odd) * 4 > len(head[:4096:2]) and min(even, odd) * 4 < max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def decoded(head: bytes) -> str:
    """Return the beginning of a file as text; a letter that the cut has broken is left out."""
    name = encoding(head)
    errors = WINDOWS if name.startswith("utf-8") else "replace"
    decoder = codecs.getincrementaldecoder(name)(errors=errors)
    return io.IncrementalNewlineDecoder(decoder, translate=True).decode(head).replace("\0", "")


def first_records(head: bytes, delimiter: str, most: int = 3) -> list[list[str]]:
    """Return the first records of a text, blank lines left out; fewer where they cannot be read."""
    records: list[list[str]] = []
    lines = csv.reader(io.StringIO(decoded(head), newline=""), delimiter=delimiter)
    try:
        for record in lines:
            if record:
                records.append(record)
            if len(records) == most:
                break
    except csv.Error:
        pass
    return records


def unpack(path: Path, shape: Shape, workshop: Path, watch: Callable[[float], None]) -> Path:
    """Return the file that an archive holds, unfolded into the workshop within bounds.

    Raises:
        FileTooLargeError: If it unfolds beyond the bounds.
        FileUnreadableError: If the archive is damaged or locked.
        ReadingUnwritableError: If the disk has no room for it.
    """
    if not shape.packing:
        return path
    target, packed, done = workshop / "unpacked", max(path.stat().st_size, 1), 0
    with target.open("wb") as out:
        for block in _blocks(path, shape):
            done += len(block)
            if done > MAX_UNPACKED or (done > RATIO_FROM and done > packed * MAX_RATIO):
                raise FileTooLargeError(given=path.name, most=MAX_UNPACKED // 2**30, unit="bytes")
            check_room(workshop)
            try:
                out.write(block)
            except OSError as error:
                raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
            watch(min(done / (packed * 8), 0.99))
    return target


def _blocks(path: Path, shape: Shape) -> Iterator[bytes]:
    with _unfolding(path), _packed(path, shape.packing, shape.member) as file:
        while block := file.read(BLOCK):
            yield block


def check_room(folder: Path) -> None:
    """Refuse to fill the disk to its brim.

    Raises:
        ReadingUnwritableError: If less than `ROOM` is free.
    """
    if shutil.disk_usage(folder).free < ROOM:
        raise ReadingUnwritableError(reason="disk")


def table(path: Path, shape: Shape, sheet: str, workshop: Path, watch: Callable[[float], None]) -> Table:
    """Return an unpacked file as a table of text cells.

    A text that is not plain UTF-8 with one kind of line end is written anew into the workshop; so is the
    sheet of a workbook. Everything else is read where it lies.

    Raises:
        FileTooLargeError: If it has more rows, columns or text than the bounds.
        FileUnreadableError: If it is damaged.
        ReadingUnwritableError: If the workshop cannot be written.
    """
    if shape.kind == "parquet":
        return _parquet(path)
    if shape.kind == "workbook":
        target = workshop / "sheet.csv"
        try:
            skipped = sheets.write_csv(path, sheet, target)
        except OSError as error:
            raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
        return Table(target, skipped=skipped)
    return _plain(path, workshop, watch)


def _parquet(path: Path) -> Table:
    _, rows = parquet_headings(path)
    if rows > MAX_ROWS:
        raise FileTooLargeError(given=path.name, most=MAX_UNPACKED // 2**30, unit="bytes")
    return Table(path, parquet=True)


def parquet_headings(path: Path) -> tuple[tuple[str, ...], int]:
    """Return the names of the columns of a Parquet file, and its rows.

    Raises:
        FileUnreadableError: If it is damaged.
    """
    try:
        about = pq.read_metadata(path)
        return tuple(about.schema.to_arrow_schema().names), about.num_rows
    except (pa.ArrowException, OSError) as error:
        raise FileUnreadableError(given=path.name, fault="parquet") from error


def _plain(path: Path, workshop: Path, watch: Callable[[float], None]) -> Table:
    with path.open("rb") as file:
        name = encoding(file.read(MAX_HEAD))
    plain = name.startswith("utf-8") and _is_plain(path, watch)
    return Table(path if plain else _rewritten(path, name, workshop, watch))


def _is_plain(path: Path, watch: Callable[[float], None]) -> bool:
    """Tell whether a text is UTF-8 with one kind of line end, and without zero bytes."""
    whole, done = max(path.stat().st_size, 1), 0
    letters = codecs.getincrementaldecoder("utf-8")()
    ascii_before, held = True, b""
    ends: set[str] = set()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            done += len(block)
            if not (ascii_before and block.isascii()):
                ascii_before = False
                try:
                    letters.decode(block)
                except UnicodeDecodeError:
                    return False
            if held:
                block = held + block
            held = b"\r" if block.endswith(b"\r") else b""  # its line feed may follow
            if held:
                block = block[:-1]
            if b"\0" in block:
                return False
            if b"\r" in block:
                returns, pairs, feeds = (block.count(end) for end in (b"\r", b"\r\n", b"\n"))
                ends |= {name for name, found in (("\r\n", pairs), ("\n", feeds - pairs)) if found}
                if returns > pairs:
                    return False
            elif b"\n" in block:
                ends.add("\n")
            if len(ends) > 1:
                return False
            watch(done / whole)
    return not held


def has_blank_lines(path: Path) -> bool:
    """Tell whether empty lines may stand between the rows of a text, which DuckDB does not count."""
    last = b"\n"
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            block = block.removeprefix(codecs.BOM_UTF8)
            joint = last + block[:2]
            if any(two in part for two in (b"\n\n", b"\n\r\n", b"\r\r") for part in (joint, block)):
                return True
            last = block[-2:]
    return False


def _rewritten(path: Path, name: str, workshop: Path, watch: Callable[[float], None]) -> Path:
    """Write a text anew in UTF-8, each line end a line feed, without zero bytes."""
    target, whole = workshop / "rewritten.csv", max(path.stat().st_size, 1)
    errors = WINDOWS if name.startswith("utf-8") else "replace"
    with path.open("rb") as raw, io.TextIOWrapper(raw, encoding=name, errors=errors, newline=None) as text:
        try:
            with target.open("w", encoding="utf-8", newline="", errors="replace") as out:
                while block := text.read(BLOCK):
                    check_room(workshop)
                    out.write(block.replace("\0", ""))
                    watch(min(raw.tell() / whole, 1.0))
        except OSError as error:
            raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
    return target


def lines_of(path: Path, delimiter: str, records: list[int]) -> dict[int, int]:
    """Return the row of each record as a spreadsheet counts it, blank lines and the heading included.

    Args:
        path: A text in UTF-8.
        delimiter: Between its cells.
        records: Which records, the first of the file being 1, blank lines not counted.
    """
    wanted, rows, record = set(records), {}, 0
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        try:
            for row, cells in enumerate(csv.reader(text, delimiter=delimiter), 1):
                record += bool(cells)
                if cells and record in wanted:
                    rows[record] = row
                    if len(rows) == len(wanted):
                        break
        except csv.Error:  # a cell longer than the reader takes: the numbers after it are without blank lines
            pass
    return {record: rows.get(record, record) for record in records}
