"""Templates for violation records, and records as they are read again: CSV and XLSX."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ewdash.data.record_sheets import ROW, SHEET, WHY, Reading, Refusal, term
from ewdash.data.spreadsheets import FORMULA
from ewdash.exports.archive import settled
from ewdash.exports.tables import FIRST_DAY, MAX_CELL
from ewdash.i18n import translate
from ewdash.model.violations import COLUMNS, LISTS, REQUIRED, VICTIMS

LISTED_ROWS = 1000  # of an empty template: those whose cells offer the closed lists
WIDTH, WIDTH_TEXT, WIDTH_NOTES = 18, 48, 90  # characters of a column
WIDE = ("note", WHY)

Line = Mapping[str, Any]


def neutral(value: object) -> str:
    """Return a cell of a CSV that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def as_csv(lines: Iterable[Line], columns: Sequence[str] = COLUMNS) -> bytes:
    """Return records as CSV in UTF-8, as `data.record_sheets.read` takes them; no cell can run as a formula.

    Args:
        lines: The records; none is an empty template.
        columns: Which, in order.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for line in lines:
        writer.writerow([neutral(line.get(name)) for name in columns])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(lines: Sequence[Line], columns: Sequence[str] = COLUMNS) -> bytes:
    """Return records as a workbook with the closed lists and what each column is on further sheets.

    Text stays text, so that no cell can run as a formula; the same records give the same bytes.

    Args:
        lines: The records; none is an empty template.
        columns: Which, in order.
    """
    import xlsxwriter  # when a file is asked for: no page waits for it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": FIRST_DAY, "author": translate("product")})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@"})  # else a spreadsheet would make days of some words
    sheet, lists, about = (book.add_worksheet(name) for name in (SHEET, "lists", "columns"))
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(columns):
        sheet.write_string(0, place, name, bold)
        sheet.set_column(place, place, WIDTH_TEXT if name in WIDE else WIDTH, text)
        for number, line in enumerate(lines, start=1):
            value = line.get(name)
            if isinstance(value, int) and name in VICTIMS:
                sheet.write_number(number, place, value)
            elif value not in (None, ""):
                sheet.write_string(number, place, str(value)[:MAX_CELL], text)
        if name in LISTS:
            letter = "ABCDEFGH"[2 * list(LISTS).index(name)]
            source = f"=lists!${letter}$2:${letter}${len(LISTS[name]) + 1}"
            options = {"validate": "list", "source": source}
            sheet.data_validation(1, place, max(len(lines), LISTED_ROWS), place, options)
    for place, (name, keys) in enumerate(LISTS.items()):
        lists.set_column(2 * place, 2 * place + 1, WIDTH_TEXT // 2)
        lists.write_string(0, 2 * place, name, bold)
        lists.write_string(0, 2 * place + 1, translate("key-meaning"), bold)
        for number, key in enumerate(keys, start=1):
            lists.write_string(number, 2 * place, key)
            lists.write_string(number, 2 * place + 1, term(name, key))
    about.set_column(0, 1, WIDTH)
    about.set_column(2, 2, WIDTH_NOTES)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, (name, needed, says) in enumerate(_columns_said()):
        for place, words in enumerate((name, needed, says)):
            about.write_string(number, place, words, wrapped if number else bold)
    book.close()
    return settled(out.getvalue())


def _columns_said() -> list[tuple[str, str, str]]:
    """Return each column, whether it must be filled, and what it takes, under headings."""
    return [
        (translate("key-column"), translate("records-needed"), translate("key-meaning")),
        *(
            (
                name,
                translate("yes" if name in REQUIRED else "no"),
                translate(f"records-takes-{_dashed(name)}"),
            )
            for name in COLUMNS
        ),
    ]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def said(refusal: Refusal) -> str:
    """Say why a cell is refused."""
    terms = LISTS.get(refusal.column, ())
    return translate(f"row-fault-{refusal.fault}", column=refusal.column, terms=len(terms))


def corrected(reading: Reading) -> list[dict[str, str]]:
    """Return the refused rows as they were, each with its number in the file and why it was refused."""
    reasons: dict[int, list[str]] = {}
    for refusal in reading.refusals:
        reasons.setdefault(refusal.row, []).append(f"{refusal.column}: {said(refusal)}")
    return [
        {**cells, ROW: str(number), WHY: " ".join(reasons[number])}
        for number, cells in reading.refused.items()
    ]


CORRECTED = (WHY, ROW, *COLUMNS)  # columns of a corrected template
