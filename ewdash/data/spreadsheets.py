"""Tables that users bring, CSV or XLSX, as rows of text: bounded in size, and nothing in them is run."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from ewdash.model.errors import UploadRefusedError

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024  # bytes of a workbook's parts together
MAX_PARTS = 2000  # files in a workbook
MAX_ROWS, MAX_COLUMNS = 50_000, 100
MAX_CELL = 10_000  # characters
SEPARATORS = ",;\t"
ENCODINGS = ("utf-8-sig", "cp1252")  # tried in order; the second is what older spreadsheets write
# How a text that a spreadsheet would run begins; a file of ours writes it with an apostrophe before it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What openpyxl lets through of a workbook that is damaged.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, OSError),
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RuntimeError),
)


class Formula(str):
    """A cell that a spreadsheet would compute."""

    __slots__ = ()


@dataclass(frozen=True)
class Grid:
    """A table as its file has it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # number in the file, and cells; empty rows are left out
    encoding: str = ""  # of a text file


def read(content: bytes, *, sheet: str = "") -> Grid:
    """Return the first table of a file.

    Args:
        content: A CSV (comma, semicolon or tab between its cells) or a workbook (XLSX).
        sheet: The name of the sheet to read, where a workbook has it; else its first.

    Raises:
        UploadRefusedError: If it is neither, or too large, damaged or empty.
    """
    if len(content) > MAX_BYTES:
        raise UploadRefusedError(fault="size", value=MAX_BYTES // 1024 // 1024)
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise UploadRefusedError(fault="empty", value="")
    if start.startswith(b"PK"):
        return _grid(_of_workbook(content, sheet), "")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UploadRefusedError(fault="old", value="")
    if start.startswith(b"<"):
        raise UploadRefusedError(fault="page", value="")
    text, encoding = _decoded(content)
    return _grid(_of_text(text), encoding)


def _grid(rows: Iterable[tuple[str, ...]], encoding: str) -> Grid:
    numbered = ((number, _trimmed(row)) for number, row in enumerate(rows, start=1))
    filled = ((number, row) for number, row in numbered if row)
    headings = next(filled, (0, ()))[1]
    if not headings:
        raise UploadRefusedError(fault="empty", value="")
    if len(headings) > MAX_COLUMNS:
        raise UploadRefusedError(fault="columns", value=MAX_COLUMNS)
    body = tuple(islice(filled, MAX_ROWS + 1))
    if len(body) > MAX_ROWS:
        raise UploadRefusedError(fault="rows", value=MAX_ROWS)
    if not body:
        raise UploadRefusedError(fault="no-rows", value="")
    for number, row in body:
        if len(row) > MAX_COLUMNS:
            raise UploadRefusedError(fault="columns", value=MAX_COLUMNS)
        if len(row) > len(headings):
            raise UploadRefusedError(fault="wide", value=number)
    return Grid(headings, body, encoding)


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row without the empty cells at its end."""
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def _decoded(content: bytes) -> tuple[str, str]:
    """Return a text and the encoding it is in.

    Raises:
        UploadRefusedError: If it is in none that is known.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise UploadRefusedError(fault="encoding", value="")


def _of_text(text: str) -> Iterator[tuple[str, ...]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    try:
        # Whatever ends a line: the reader of text knows all three, also inside quotes.
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            yield tuple(_without_apostrophe(cell) for cell in row)
    except csv.Error as error:
        raise UploadRefusedError(fault="quotes", value="") from error


def _without_apostrophe(cell: str) -> str:
    """Return a cell as it was before a file of ours kept a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def _of_workbook(content: bytes, sheet: str) -> list[tuple[str, ...]]:
    # Here, not with the module: no first page waits for it.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _bounded(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        page = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
        # One more than is taken of either, to tell that there is more.
        rows = page.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS + 1)
        return [tuple(_text(cell) for cell in row) for row in rows]
    except (InvalidFileException, *_DAMAGED) as error:
        raise UploadRefusedError(fault="damaged", value="") from error


def _bounded(content: bytes) -> None:
    """Refuse a workbook that unfolds to very much, or declares entities.

    Raises:
        UploadRefusedError: If it does.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise UploadRefusedError(fault="archive", value=MAX_UNPACKED // 1024 // 1024)
        for part in parts:
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(2048).replace(b"\0", b"").upper():
                    raise UploadRefusedError(fault="damaged", value="")


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell of openpyxl, or one that is not there
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Formula(getattr(value, "text", value) or "=")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time(0) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
