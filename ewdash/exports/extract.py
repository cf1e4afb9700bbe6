"""Rows of a table as they are, to take away: CSV, XLSX, Parquet and JSON, each with where they are from.

Columns keep their own names in every form, so that a program that reads one reads all.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ewdash.exports.archive import settled
from ewdash.exports.tables import FIRST_DAY, MAX_CELL, MAX_SHEET, WIDTH_NOTES, harmless
from ewdash.i18n import translate
from ewdash.model.datasets import Card
from ewdash.model.errors import TooManyRowsError

PROVENANCE = "provenance"  # the last column of a CSV, which has no other place for it
KEY = b"ewdash"  # in a Parquet file's metadata
HEADINGS = ("name-heading", "meaning-heading", "unit-heading")  # of the columns explained
MAX_NAME = 120  # letters of a file's name
ROWS = 20_000  # written at a time
MAX_ROWS = 1_048_575  # of a sheet, by the file's format, below its headings


@dataclass(frozen=True)
class Field:
    """A column and what it holds."""

    name: str
    meaning: str
    unit: str


@dataclass(frozen=True, eq=False)
class Extract:
    """Rows of a table, with what was asked and where they are from."""

    rows: pd.DataFrame
    card: Card
    query: Mapping[str, str]  # as an address writes it
    fields: tuple[Field, ...]
    unplaced: int = 0  # rows of no country, left out where one is asked for

    @property
    def name(self) -> str:
        """Return the name of its files, without ending."""
        parts = "-".join([self.card.table, *self.query.values()]).lower()
        return re.sub(r"[^a-z0-9_.-]+", "-", parts)[:MAX_NAME].rstrip("-.")

    @property
    def stamp(self) -> str:
        """Return in one line where the rows are from."""
        given = self.card.provenance
        return f"{given.producer}, {given.version}; {given.licence}; {given.accessed.isoformat()}"

    @property
    def provenance(self) -> dict[str, Any]:
        """Return what must travel with the rows."""
        card = self.card
        return {
            "table": card.table,
            "title": card.title,
            "unit": card.unit,
            "producer": card.provenance.producer,
            "version": card.provenance.version,
            "licence": card.provenance.licence,
            "citation": list(card.provenance.citation),
            "address": card.provenance.address,
            "accessed": card.provenance.accessed.isoformat(),
            "covers_from": card.provenance.covers_from.isoformat(),
            "covers_to": card.provenance.covers_to.isoformat(),
            "confidence": card.provenance.confidence,
            "sha256": card.sha256,
            "query": dict(self.query),
            "rows": len(self.rows),
            "rows_of_table": card.rows,
            "rows_without_country": self.unplaced,
            "caveats": list(card.caveats),
        }


def _written(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with whole numbers whole and days as days, as every text form writes them."""
    out = rows.copy(deep=False)
    for name in out.columns:
        column = out[name]
        if pd.api.types.is_float_dtype(column) and column.dropna().mod(1).eq(0).all():
            out[name] = column.astype("Int64")
        elif pd.api.types.is_datetime64_any_dtype(column):
            out[name] = column.dt.strftime("%Y-%m-%d")
    return out


def csv(extract: Extract) -> Iterator[bytes]:
    """Yield rows as CSV in UTF-8; the last column says where they are from. No cell runs as a formula."""
    rows = _written(extract.rows).assign(**{PROVENANCE: extract.stamp})
    for start in range(0, max(len(rows), 1), ROWS):
        text = harmless(rows.iloc[start : start + ROWS]).to_csv(
            index=False, header=start == 0, lineterminator="\n"
        )
        yield text.encode("utf-8-sig" if start == 0 else "utf-8", "replace")


def json_(extract: Extract) -> Iterator[bytes]:
    """Yield rows as one JSON object: where they are from, what each column holds, and the records."""
    head = {
        "provenance": extract.provenance,
        "columns": [vars(field) for field in extract.fields],
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode("utf-8", "replace") + b', "records": ['
    rows = _written(extract.rows)
    for start in range(0, len(rows), ROWS):
        part = rows.iloc[start : start + ROWS].to_json(
            orient="records", force_ascii=False, double_precision=15
        )
        yield (b",\n" if start else b"\n") + part[1:-1].encode("utf-8", "replace")
    yield b"\n]}\n"


def parquet(extract: Extract) -> Iterator[bytes]:
    """Yield rows as Parquet (zstd), with where they are from under `KEY` in the file's metadata."""
    table = pa.Table.from_pandas(extract.rows, preserve_index=False)
    about = json.dumps(extract.provenance, ensure_ascii=False).encode("utf-8", "replace")
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), KEY: about})
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    yield out.getvalue()


def xlsx(extract: Extract) -> Iterator[bytes]:
    """Yield rows as a workbook: the rows, where they are from, and what each column holds.

    Raises:
        TooManyRowsError: If they are more than a sheet holds; nothing is cut.
    """
    import xlsxwriter  # when a file is asked for: no page waits for it

    if len(extract.rows) > MAX_ROWS:
        raise TooManyRowsError(rows=len(extract.rows), most=MAX_ROWS)
    out = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": FIRST_DAY, "title": extract.card.title, "author": translate("product")})
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    _rows_sheet(book.add_worksheet(extract.card.table[:MAX_SHEET]), extract.rows, bold, days)
    sheet = book.add_worksheet(translate("sheet-provenance")[:MAX_SHEET])
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDTH_NOTES)
    for line, (name, value) in enumerate(_lines(extract.provenance)):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, value[:MAX_CELL], wrapped)
    sheet = book.add_worksheet(translate("sheet-columns")[:MAX_SHEET])
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, WIDTH_NOTES)
    headings = [translate(f"field-{part}") for part in HEADINGS]
    for line, texts in enumerate([headings, *((f.name, f.meaning, f.unit) for f in extract.fields)]):
        for column, words in enumerate(texts):
            sheet.write_string(line, column, words, wrapped if line else bold)
    book.close()
    yield settled(out.getvalue())


def _lines(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each fact as a name and a text; a list has a line for each entry."""
    for name, value in facts.items():
        if isinstance(value, dict):
            value = [f"{key}={one}" for key, one in value.items()] or ["-"]
        for one in value if isinstance(value, list) else [value]:
            yield name, str(one)


def _rows_sheet(sheet: Any, rows: pd.DataFrame, bold: object, days: object) -> None:  # noqa: ANN401 - untyped
    """Fill the sheet of the rows: numbers as numbers, days as days, nothing where unknown."""
    sheet.freeze_panes(1, 0)
    kinds, cells = [], []
    for place, name in enumerate(rows.columns):
        column = rows[name]
        sheet.write_string(0, place, str(name), bold)
        sheet.set_column(place, place, min(max(len(str(name)) + 2, 11), 40))
        cells.append(column.astype(object).where(column.notna(), None).tolist())
        if pd.api.types.is_datetime64_any_dtype(column):
            kinds.append("day")
        elif pd.api.types.is_bool_dtype(column):
            kinds.append("bool")
        else:
            kinds.append("number" if pd.api.types.is_numeric_dtype(column) else "text")
    for line, row in enumerate(zip(*cells, strict=True), start=1):
        for place, value in enumerate(row):
            if value is None:
                continue
            if kinds[place] == "number":
                sheet.write_number(line, place, value)
            elif kinds[place] == "day":
                sheet.write_datetime(line, place, value, days)
            elif kinds[place] == "bool":
                sheet.write_boolean(line, place, bool(value))
            else:
                sheet.write_string(line, place, str(value)[:MAX_CELL])
    sheet.autofilter(0, 0, max(len(rows), 1), len(rows.columns) - 1)


# Ending -> who makes it, and its media type.
FORMS = {
    "csv": (csv, "text/csv; charset=utf-8"),
    "xlsx": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (parquet, "application/vnd.apache.parquet"),
    "json": (json_, "application/json"),
}
