"""A file could lose rows, its sources or its digits, run a formula, or say unknown where there is a zero."""

import csv as comma
import io
import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow.parquet as pq
import pytest

from ewdash.data import store
from ewdash.exports import extract as forms
from ewdash.exports.extract import Extract, Field
from ewdash.model.errors import TooManyRowsError
from tests.exports.test_tables import sheets

RISKY = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"]
CARD = replace(store.card("conflict_month"), caveats=("A floor.", "=HYPERLINK(1)"))
FRAME = pd.DataFrame(
    {
        "iso3": pd.array(["SDN", None, "NA!"], dtype="str"),
        "month": pd.to_datetime(["2024-01-01", "2024-02-01", None]),
        "deaths": [12.0, None, 0.0],
        "share": [0.1 + 0.2, None, 1.0],
        "active": [True, False, True],
        "words": pd.array(["=cmd|' /C calc'!A0", 'Ünï, "q"\n苏丹', "plain"], dtype="str"),
    }
)
FIELDS = tuple(Field(name, f"meaning of {name}", "") for name in FRAME.columns)
ONE = Extract(FRAME, CARD, {"country": "SDN", "type": "a,b"}, FIELDS, unplaced=1)


def made(form, extract=ONE):
    return b"".join(forms.FORMS[form][0](extract))


def test_a_csv_has_its_source_in_each_row_zeros_as_zeros_and_nothing_for_unknown():
    found = list(comma.reader(io.StringIO(made("csv").decode("utf-8-sig"), newline="")))
    assert found[0] == [*FRAME.columns, "provenance"]
    assert found[1][:5] == ["SDN", "2024-01-01", "12", "0.30000000000000004", "True"]
    assert found[2][:5] == ["", "2024-02-01", "", "", "False"]
    assert found[3][:3] == ["NA!", "", "0"]
    assert found[2][5] == 'Ünï, "q"\n苏丹'
    assert {row[-1] for row in found[1:]} == {ONE.stamp}
    assert "GED 25.1" in ONE.stamp
    assert "CC BY 4.0" in ONE.stamp


@pytest.mark.parametrize("text", RISKY)
def test_no_cell_runs_as_a_formula(text):
    one = Extract(pd.DataFrame({"words": [text]}), CARD, {}, (Field("words", text, text),))
    cell = list(comma.reader(io.StringIO(made("csv", one).decode("utf-8-sig"), newline="")))[1][0]
    assert cell == "'" + text.replace("\r", "\n")
    book = sheets(made("xlsx", one))  # fails where a sheet has a formula
    assert text.strip() in book["conflict_month"]["A2"]


def test_a_cell_with_any_kind_of_line_end_stays_one_cell():
    one = Extract(pd.DataFrame({"words": ["a\rb", "c\r\nd", "e\nf"]}), CARD, {}, (Field("words", "", ""),))
    found = list(comma.reader(io.StringIO(made("csv", one).decode("utf-8-sig"), newline="")))
    assert [row[0] for row in found] == ["words", "a\nb", "c\nd", "e\nf"]


def test_a_workbook_has_a_sheet_of_provenance_and_one_of_the_columns():
    book = sheets(made("xlsx"))
    assert list(book) == ["conflict_month", "Provenance", "Columns"]
    cells = book["conflict_month"]
    assert (cells["A2"], cells["C2"], cells.get("C3"), cells["C4"]) == ("SDN", 12, None, 0)
    assert cells["B2"] == (date(2024, 1, 1) - date(1899, 12, 30)).days
    about = list(book["Provenance"].values())
    for words in (CARD.provenance.version, CARD.provenance.licence, *CARD.provenance.citation, *CARD.caveats):
        assert words in about
    for pair in (
        ("accessed", str(CARD.provenance.accessed)),
        ("rows", "3"),
        ("query", "country=SDN"),
        ("query", "type=a,b"),
    ):
        assert pair in list(zip(about[::2], about[1::2], strict=True))
    assert "meaning of share" in book["Columns"].values()


def test_parquet_has_its_card_in_the_metadata_and_the_rows_unchanged():
    file = io.BytesIO(made("parquet"))
    about = json.loads(pq.read_schema(file).metadata[forms.KEY])
    assert about == ONE.provenance
    assert about["rows_without_country"] == 1
    found = pd.read_parquet(file)
    assert found.columns.tolist() == FRAME.columns.tolist()
    for name in FRAME:
        assert found[name].astype(object).fillna(0).tolist() == FRAME[name].astype(object).fillna(0).tolist()


def test_json_has_records_and_provenance():
    found = json.loads(made("json"))
    assert found["provenance"] == ONE.provenance
    assert found["columns"][0] == {"name": "iso3", "meaning": "meaning of iso3", "unit": ""}
    assert found["records"][0] == {
        "iso3": "SDN",
        "month": "2024-01-01",
        "deaths": 12,
        "share": 0.3,
        "active": True,
        "words": "=cmd|' /C calc'!A0",
    }
    assert found["records"][1]["deaths"] is None


@pytest.mark.parametrize("form", forms.FORMS)
@pytest.mark.parametrize("count", [0, 1, forms.ROWS, forms.ROWS + 1])
def test_no_row_is_lost_at_the_seams_and_the_same_rows_give_the_same_bytes(form, count):
    one = Extract(pd.DataFrame({"number": range(count)}, dtype="int64"), CARD, {}, (Field("number", "", ""),))
    content = made(form, one)
    if form == "csv":
        numbers = pd.read_csv(io.BytesIO(content))["number"]
    elif form == "json":
        numbers = pd.Series([row["number"] for row in json.loads(content)["records"]], dtype="int64")
    elif form == "parquet":
        numbers = pd.read_parquet(io.BytesIO(content))["number"]
    else:
        cells = sheets(content)["conflict_month"]
        numbers = pd.Series([cells[f"A{line + 2}"] for line in range(count)], dtype="float")
        assert len(cells) == count + 1
    assert numbers.tolist() == list(range(count))
    assert made(form, one) == content


def test_more_rows_than_a_sheet_holds_are_refused_not_cut(monkeypatch):
    monkeypatch.setattr(forms, "MAX_ROWS", 2)
    with pytest.raises(TooManyRowsError) as found:
        made("xlsx")
    assert "nothing is cut" in found.value.advice
    assert len(pd.read_csv(io.BytesIO(made("csv")))) == 3


@pytest.mark.parametrize("asked", ["../../etc/passwd", 'a"; x=', "苏丹", "x" * 900, "a\r\nSet-Cookie: b"])
def test_the_name_of_a_file_is_plain(asked):
    name = Extract(FRAME, CARD, {"country": asked}, FIELDS).name
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_.-")
    assert len(name) <= forms.MAX_NAME
