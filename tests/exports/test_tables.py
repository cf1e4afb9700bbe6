"""A table taken away could lose its country, its units or its key, or open as one column of text."""

import csv as comma
import io
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

import pandas as pd
import pytest

from ewdash.exports.tables import Table, csv, headed, key, workbook

ROWS = pd.DataFrame(
    {
        "month": [date(2024, 11, 1), date(2024, 12, 1)],
        "vintage": ["final", "=cmd|' /C calc'!A0"],
        "deaths_best": pd.array([1200, None], dtype="Int64"),
        "change": [1.5, None],
        "preliminary": [False, True],
        "deaths_low": [3.0, 4.0],
    }
)
TABLE = Table("months", "Chad: months", ROWS, source="Source: UCDP", place="Chad")


def test_headings_are_plain_with_units_and_a_country_comes_first():
    names = list(headed(TABLE).columns)
    assert names[0] == "Country or territory"
    assert "Deaths, best estimate (people)" in names
    assert "Change against the monthly mean of the year before (times)" in names
    assert headed(TABLE)["Country or territory"].tolist() == ["Chad", "Chad"]
    assert headed(TABLE)["Preliminary"].tolist() == ["no", "yes"]
    assert next(iter(ROWS.columns)) == "month"


def test_a_table_of_a_region_or_of_all_says_so_and_one_with_countries_keeps_them():
    part = ROWS[["month"]]
    assert headed(Table("x", "x", part, source="s", place="the world")).iloc[0, 0] == "The world"
    assert headed(Table("x", "x", part, source="s")).iloc[0, 0] == "All countries and territories"
    named = part.assign(country=["Mali", "Niger"])
    assert headed(Table("x", "x", named, source="s", place="Africa")).iloc[:, 0].tolist() == ["Mali", "Niger"]
    assert list(headed(Table("x", "x", part, source="s", place=None)).columns) == ["Month"]


def test_csv_is_read_by_programs_with_points_and_by_a_french_or_german_spreadsheet_with_commas():
    plain = pd.read_csv(io.BytesIO(csv(TABLE)))
    assert plain.iloc[0]["Deaths, best estimate (people)"] == 1200
    content = csv(TABLE, regional=True)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(comma.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert {len(line) for line in lines} == {8}
    assert lines[1][lines[0].index("Change against the monthly mean of the year before (times)")] == "1,5"
    assert pd.read_csv(io.BytesIO(content), sep=";", decimal=",").equals(plain)


@pytest.mark.parametrize("regional", [False, True])
def test_no_cell_of_a_csv_runs_as_a_formula(regional):
    found = csv(TABLE, regional=regional).decode("utf-8-sig")
    assert "'=cmd" in found
    assert not any(
        cell.startswith("=") for line in found.splitlines() for cell in line.split(";" if regional else ",")
    )


SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_DAY = date(1899, 12, 30)  # from which a workbook counts days


def sheets(content):
    """Return the cells of each sheet by its name: text, or a number; a cell that is not there is None."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        parts = {
            name: ElementTree.fromstring(made.read(name)) for name in made.namelist() if name.endswith("xml")
        }
    shared = ["".join(text.itertext()) for text in parts.get("xl/sharedStrings.xml", ())]

    def value(cell):
        if cell.get("t") == "inlineStr":
            return "".join(cell.itertext())
        return shared[int(cell[0].text)] if cell.get("t") == "s" else float(cell[0].text)

    found = {}
    for place, sheet in enumerate(parts["xl/workbook.xml"].find(f"{SPACE}sheets"), start=1):
        cells = parts[f"xl/worksheets/sheet{place}.xml"].iter(f"{SPACE}c")
        found[sheet.get("name")] = {cell.get("r"): value(cell) for cell in cells}
        assert not list(parts[f"xl/worksheets/sheet{place}.xml"].iter(f"{SPACE}f"))
    return found


def test_a_workbook_holds_numbers_as_numbers_days_as_days_and_no_formula():
    found = sheets(workbook([TABLE], ["Chad", "How to cite it"]))
    assert list(found) == ["months", "Notes and sources", "Key to the codes"]
    cells = found["months"]
    columns = {name: cell[0] for cell, name in cells.items() if cell[1:] == "1"}
    month, deaths = columns["Month"], columns["Deaths, best estimate (people)"]
    assert FIRST_DAY + timedelta(days=cells[f"{month}2"]) == date(2024, 11, 1)
    assert (cells[f"{deaths}2"], cells.get(f"{deaths}3")) == (1200, None)
    assert cells[f"{columns['Change against the monthly mean of the year before (times)']}2"] == 1.5
    assert cells[f"{columns['Final or preliminary']}3"] == "=cmd|' /C calc'!A0"
    assert cells[f"{columns['Source']}2"] == "Source: UCDP"
    assert list(found["Notes and sources"].values()) == ["Chad", "How to cite it"]
    codes = list(found["Key to the codes"].values())
    assert codes[codes.index("Final or preliminary") + 1].startswith("“final” is UCDP’s yearly release")


def test_the_same_table_gives_the_same_workbook():
    assert workbook([TABLE], ["a"]) == workbook([TABLE], ["a"])


def test_coded_columns_have_their_key_once():
    rows = pd.DataFrame({"where_prec": [1], "stage": [5], "place": ["x"]})
    names = [
        name for name, _ in key([TABLE, Table("a", "a", rows, source="s"), Table("b", "b", rows, source="s")])
    ]
    assert names.count("Precision of place (code 1 to 7)") == names.count("Stage") == 1
    assert "Place" not in names
