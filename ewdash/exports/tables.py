"""Tables to take away: plain headings with units, a place in each row, as CSV and as a workbook.

A workbook (XLSX) opens in a spreadsheet of any language, with numbers as numbers and days as days.
A CSV with commas and decimal points is read by programs; a spreadsheet set to French or German reads
semicolons and decimal commas (`csv` with ``regional``).
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import pandas as pd

from ewdash.data.spreadsheets import FORMULA
from ewdash.exports.archive import settled
from ewdash.i18n import has, translate

if TYPE_CHECKING:
    import xlsxwriter

MAX_SHEET, MAX_CELL = 31, 32_767  # characters of a sheet's name and of a cell, by the file's format
MIN_WIDTH, MAX_WIDTH, WIDTH_NOTES = 9, 48, 110  # characters of a column
FIRST_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - when the workbook was made: no clock is written


@dataclass(frozen=True)
class Table:
    """The numbers behind a figure."""

    name: str  # of its file and sheet, without ending
    title: str
    rows: pd.DataFrame  # with the columns' own names, `column-<name>` in the catalogue
    source: str
    place: str | None = ""  # of all rows, where no column names it; "" is all; None: they have none


def heading(column: str) -> str:
    """Return the plain name of a column with its unit: `column-<name>.file`, else `column-<name>`."""
    message = f"column-{column.replace('_', '-')}"
    if has(f"{message}.file"):
        return translate(f"{message}.file")
    return translate(message) if has(message) else column


def headed(table: Table) -> pd.DataFrame:
    """Return a table as it is written: a place first, whole numbers whole, yes and no in words.

    The input is not changed.
    """
    rows = table.rows.copy()
    for column in rows.columns:
        if pd.api.types.is_bool_dtype(rows[column]):
            rows[column] = rows[column].map({True: translate("yes"), False: translate("no")})
        elif pd.api.types.is_float_dtype(rows[column]) and rows[column].dropna().mod(1).eq(0).all():
            rows[column] = rows[column].astype("Int64")
    if table.place is not None and "country" not in rows:
        rows.insert(0, "country", (table.place[:1].upper() + table.place[1:]) or translate("all-places"))
    elif "country" in rows:
        rows.insert(0, "country", rows.pop("country"))
    return rows.rename(columns=heading)


def key(tables: Iterable[Table]) -> list[tuple[str, str]]:
    """Return the coded columns of tables with what their codes mean, each once."""
    columns = dict.fromkeys(column for table in tables for column in table.rows.columns)
    messages = {column: f"column-{column.replace('_', '-')}.key" for column in columns}
    return [(heading(column), translate(message)) for column, message in messages.items() if has(message)]


def csv(table: Table, *, regional: bool = False) -> bytes:
    """Return a table as CSV in UTF-8 with its source in a last column; no cell can run as a formula.

    Args:
        table: The table.
        regional: Semicolons and decimal commas, as a spreadsheet set to French or German reads them.
    """
    rows = headed(table)
    rows[translate("column-source")] = table.source
    rows = harmless(rows)
    separator, decimal = (";", ",") if regional else (",", ".")
    return rows.to_csv(index=False, sep=separator, decimal=decimal).encode("utf-8-sig")


def harmless(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table in which no cell can run as a formula: an apostrophe stands before one that would.

    A carriage return, which pandas does not quote and readers take for the end of a row, is a new line.
    """
    out = rows.copy(deep=False)
    for column in out.select_dtypes(include=["object", "str", "category"]).columns:
        text = out[column].astype(object)
        risky = text.map(lambda cell: isinstance(cell, str) and (cell.startswith(FORMULA) or "\r" in cell))
        if risky.any():
            out[column] = text.where(~risky.astype(bool), text.map(_harmless))
    return out


def _harmless(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    line = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{line}" if line.startswith(FORMULA) else line


def workbook(tables: Sequence[Table], notes: Sequence[str]) -> bytes:
    """Return tables as one XLSX: a sheet for each, one of notes, and one with the key of the codes.

    The same tables give the same bytes.

    Args:
        tables: The tables, each with a name of its own.
        notes: Title, sources, citations and caveats, a line each.
    """
    import xlsxwriter  # when a file is asked for: no page waits for it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": FIRST_DAY, "title": tables[0].title, "author": translate("product")})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for table in tables:
        _sheet(book, table, bold)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(translate("sheet-notes")[:MAX_SHEET])
    sheet.set_column(0, 0, WIDTH_NOTES)
    for place, line in enumerate(notes):
        sheet.write_string(place, 0, line[:MAX_CELL], wrapped)
    codes = key(tables)
    if codes:
        sheet = book.add_worksheet(translate("sheet-key")[:MAX_SHEET])
        sheet.set_column(0, 0, MAX_WIDTH)
        sheet.set_column(1, 1, WIDTH_NOTES)
        for place, pair in enumerate([(translate("key-column"), translate("key-meaning")), *codes]):
            for column, text in enumerate(pair):
                sheet.write_string(place, column, text, wrapped if place else bold)
    book.close()
    return settled(out.getvalue())


def _sheet(book: "xlsxwriter.Workbook", table: Table, bold: object) -> None:
    """Add the sheet of a table: text as text, numbers as numbers, days as days, nothing where unknown."""
    rows = headed(table)
    rows[translate("column-source")] = table.source
    sheet = book.add_worksheet(table.name[:MAX_SHEET])
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    for column, name in enumerate(rows.columns):
        sheet.write_string(0, column, str(name), bold)
        longest = max((len(str(cell)) for cell in rows[name].head(200)), default=0)
        sheet.set_column(column, column, min(max(longest + 1, len(str(name)) // 2, MIN_WIDTH), MAX_WIDTH))
        for line, cell in enumerate(rows[name], start=1):
            if pd.isna(cell):
                continue
            if isinstance(cell, str):
                sheet.write_string(line, column, cell[:MAX_CELL])
            elif isinstance(cell, date):  # a moment is one, too
                sheet.write_datetime(line, column, cell, days)
            else:
                sheet.write_number(line, column, cell)
    sheet.autofilter(0, 0, max(len(rows), 1), len(rows.columns) - 1)
