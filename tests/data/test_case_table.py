"""A document could stand on a wrong day, be public too early, or be told in words that judge."""

import shutil

import pandas as pd
import pytest

from ewdash.data import hand, store
from ewdash.data.tables import case
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model.errors import HandLineError
from ewdash.views.cases import DOCUMENT_ACTS


@pytest.fixture(scope="module")
def rows():
    return store.load("case")


@pytest.mark.parametrize(
    ("iso3", "day", "kind", "symbol"),
    [
        ("RWA", "1993-08-11", "special_procedure", "E/CN.4/1994/7/Add.1"),
        ("RWA", "1994-04-20", "secretary_general", "S/1994/470"),
        ("RWA", "1994-06-28", "special_procedure", "E/CN.4/1995/7"),
        ("RWA", "1994-12-09", "un_inquiry", "S/1994/1405"),
        ("LKA", "2014-02-24", "ohchr_report", "A/HRC/25/23"),
        ("LKA", "2015-09-16", "un_inquiry", "A/HRC/30/CRP.2"),
        ("BDI", "2016-09-20", "un_inquiry", "A/HRC/33/37"),
        ("MMR", "2018-08-27", "un_inquiry", "A/HRC/39/64"),
    ],
)
def test_known_documents_stand_on_their_day(rows, iso3, day, kind, symbol):
    found = rows[(rows["iso3"] == iso3) & (rows["date"] == day) & (rows["symbol"] == symbol)]
    assert found["kind"].tolist() == [kind]
    assert found["confidence"].tolist() == ["verified"]


@pytest.mark.parametrize(
    ("iso3", "symbols"),
    [
        ("RWA", "S/26488 S/26927 S/1994/728"),
        ("LKA", "A/HRC/7/3/Add.6 A/HRC/8/3/Add.3 A/HRC/8/6/Add.4"),
        ("BDI", "S/2015/36 S/2015/926 S/2016/352 A/HRC/32/30"),
        (
            "MMR",
            "A/69/398 A/HRC/28/72 A/70/412 A/HRC/31/71 A/71/361 A/HRC/34/67 A/72/382 A/HRC/37/70"
            " A/HRC/39/CRP.2",
        ),
    ],
)
def test_each_report_of_a_case_is_there_with_a_source_or_as_recalled(rows, iso3, symbols):
    found = rows[(rows["iso3"] == iso3) & rows["symbol"].isin(symbols.split())]
    assert set(found["symbol"]) == set(symbols.split())
    own = found["source"].str.startswith(OWN_KNOWLEDGE)
    assert found["confidence"].eq("recalled").tolist() == own.tolist()


def test_the_card_counts_the_recalled_documents(rows):
    assert (rows["confidence"] == "recalled").sum() == 14
    assert "Fourteen rows are recalled" in " ".join(store.caveats("case"))


@pytest.mark.parametrize(
    ("iso3", "day", "public"),
    [
        ("LKA", "2011-03-31", "2011-04-25"),
        ("RWA", "1994-01-11", "1999-12-16"),
        ("BDI", "2014-04-03", "2014-04-09"),
    ],
)
def test_what_was_internal_carries_the_day_it_became_public(rows, iso3, day, public):
    found = rows[(rows["iso3"] == iso3) & (rows["date"] == day)]
    assert found["public"].tolist() == [pd.Timestamp(public)]


def test_sri_lanka_runs_to_the_end_of_2015(rows):
    assert rows.loc[rows["iso3"] == "LKA", "period_to"].unique().tolist() == [pd.Timestamp("2015-12-31")]


def test_each_case_has_several_documents_by_several_voices(rows):
    counts = rows.groupby("iso3").agg(documents=("document", "size"), voices=("kind", "nunique"))
    assert set(counts.index) == set(case.CASES)
    assert counts["documents"].between(6, 30).all()
    assert (counts["voices"] >= 4).all()


def test_what_is_recalled_says_so_and_what_is_verified_names_a_source(rows):
    own = rows["source"].str.startswith(OWN_KNOWLEDGE)
    assert (own == rows["confidence"].eq("recalled")).all()


def test_no_document_is_qualified_in_law(rows):
    text = " ".join(rows["document"]).lower()
    for word in ("genocid", "crime", "ethnic cleansing", "atrocit", "extermin"):
        assert word not in text


def test_acts_left_out_as_documents_are_among_the_documents(rows):
    """The replay drops these acts because the cases' own list holds them."""
    acts = store.load("council_action")
    periods = rows.groupby("iso3")[["period_from", "period_to"]].first()
    for act in acts[acts["action_type"].isin(DOCUMENT_ACTS) & acts["iso3"].isin(periods.index)].to_dict(
        "records"
    ):
        period = periods.loc[act["iso3"]]
        if not period["period_from"] <= act["date"] <= period["period_to"]:
            continue
        mine = rows[rows["iso3"] == act["iso3"]]
        near = (mine[["date", "public"]].sub(act["date"]).abs() <= pd.Timedelta(days=14)).any(axis=1)
        assert (near | mine["symbol"].eq(act["symbol"])).any(), act["label"]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("iso3", "SDN", "vocabulary"),
        ("kind", "speech", "vocabulary"),
        ("confidence", "certain", "vocabulary"),
        ("date", "13 March 2009", "not a day written as"),
        ("date", "1990-01-01", "lies before"),
        ("public", "2009-03-13", "lies before"),
        ("period_to", "2010-12-31", "other lines of the case"),
        ("symbol", "resolution 25/1", "not written as symbols"),
        ("symbol", "A/HRC/RES/25/1", "a text of a Council"),
        ("source", "", "empty"),
        ("source", OWN_KNOWLEDGE, "cannot stand for a verified fact"),
        ("document", "", "empty"),
    ],
)
def test_a_wrong_line_is_refused_by_line_and_column(tmp_path, column, value, told):
    shutil.copy(hand.HAND / case.FILE, tmp_path / case.FILE)
    lines = pd.read_csv(tmp_path / case.FILE, dtype=str, keep_default_na=False)
    place = lines.index[(lines["iso3"] == "LKA") & (lines["date"] == "2009-03-13")][0]
    lines.loc[place, column] = value
    lines.to_csv(tmp_path / case.FILE, index=False)
    with pytest.raises(HandLineError, match=rf"case\.csv, line {place + 2}, column {column}.*{told}"):
        case.documents(tmp_path)


def test_a_document_twice_is_refused(tmp_path):
    text = (hand.HAND / case.FILE).read_text(encoding="utf-8").splitlines()
    (tmp_path / case.FILE).write_text("\n".join([*text, text[-1]]) + "\n", encoding="utf-8")
    with pytest.raises(HandLineError, match="stands on an earlier line"):
        case.documents(tmp_path)
