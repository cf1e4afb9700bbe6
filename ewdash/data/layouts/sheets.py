"""The sheets of an Excel workbook as text: values only, never a formula, a macro or a link."""

import csv
import itertools
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ewdash.model.errors import FileTooLargeError, FileUnreadableError

MAX_BYTES = 2**30  # unfolded, all parts together
MAX_TEXTS = 2**28  # unfolded, the part of shared texts, which is held in memory
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384  # of an Excel sheet
MAX_SHEETS = 100


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    try:
        with zipfile.ZipFile(path) as parts:
            sizes = {part.filename: part.file_size for part in parts.infolist()}
        if sum(sizes.values()) > MAX_BYTES or sizes.get("xl/sharedStrings.xml", 0) > MAX_TEXTS:
            raise FileTooLargeError(given=path.name, most=MAX_BYTES // 2**30, unit="bytes")
        with path.open("rb") as file:  # by its bytes: openpyxl refuses names it does not know
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        InvalidFileException,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        AssertionError,
    ) as error:  # what openpyxl raises over damaged parts is not of one kind
        raise FileUnreadableError(given=path.name, fault="workbook") from error


def headings(path: Path) -> dict[str, list[list[str]]]:
    """Return the first rows of each sheet that are not blank, at most three.

    Raises:
        FileTooLargeError: If the workbook unfolds beyond the bounds.
        FileUnreadableError: If it is damaged.
    """
    with _opened(path) as book:
        return {
            sheet.title: list(itertools.islice(filter(any, _rows(path, sheet, MAX_COLUMNS)), 3))
            for sheet in book.worksheets[:MAX_SHEETS]
        }


def write_csv(path: Path, name: str, target: Path) -> int:
    """Write a sheet as CSV in UTF-8, one line a row from the first that is not blank.

    Returns:
        How many rows stand blank above it.

    Raises:
        FileTooLargeError: If the sheet has more rows than Excel can hold.
        FileUnreadableError: If it is damaged.
        OSError: If the target cannot be written.
    """
    first = next(iter(headings(path)[name]), [])
    with _opened(path) as book, target.open("w", encoding="utf-8", newline="", errors="replace") as out:
        lines = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
        skipped, begun = 0, False
        for row in _rows(path, book[name], len(first) + 1):
            begun = begun or any(row)
            skipped += not begun
            if begun:
                lines.writerow(row)
    return skipped


def _rows(path: Path, sheet: object, width: int) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # what the file says of its own size is not trusted
    rows: Iterable[tuple[object, ...]] = sheet.iter_rows(max_col=width, values_only=True)  # type: ignore[attr-defined]
    for place, row in enumerate(rows):
        if place > MAX_ROWS:
            raise FileTooLargeError(given=path.name, most=MAX_BYTES // 2**30, unit="bytes")
        cells = [_text(cell) for cell in row]
        while len(cells) > 1 and not cells[-1] and width == MAX_COLUMNS:
            cells.pop()
        yield cells


def _text(cell: object) -> str:
    """Return a cell as text: a day as 2026-01-31, a whole number without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, (datetime, date)):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
