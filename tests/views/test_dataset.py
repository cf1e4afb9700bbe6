"""A row could be cut, counted twice or left out unsaid, and a link, a file and Python could differ."""

import io
from pathlib import Path

import pandas as pd
import pytest

import ewdash
from ewdash.data.record import Record
from ewdash.exports import extract as forms
from ewdash.i18n import has
from ewdash.model.errors import (
    FormerCodeError,
    UnknownColumnError,
    UnknownCountryError,
    UnknownDayError,
    UnknownRegionError,
    UnknownTableError,
    UnknownValueError,
)
from ewdash.ui import official
from ewdash.views import dataset
from tests.reading import installed

RECORD = installed()


def rows(table, **given):
    return dataset.extract(RECORD, dataset.query(RECORD, table, given)).rows


def read(found):
    return pd.read_csv(io.BytesIO(b"".join(forms.csv(found))), keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("table", dataset.TABLES)
def test_each_column_is_explained_and_each_number_has_its_unit(table):
    frame = RECORD.table(table)
    for name in frame.columns:
        found = dataset.field(table, name)
        assert found.meaning, f"{table}.{name}: add field-{name.replace('_', '-')} to locales/en/fields.ftl"
        number = pd.api.types.is_numeric_dtype(frame[name]) and not pd.api.types.is_bool_dtype(frame[name])
        assert bool(found.unit) == (number and name != "year"), f"{table}.{name}"


def test_no_word_explains_a_column_that_is_not_there():
    own = {f"{t}-{c}".replace("_", "-") for t in dataset.TABLES for c in RECORD.table(t).columns}
    general = {c.replace("_", "-") for t in dataset.TABLES for c in RECORD.table(t).columns}
    text = (Path(ewdash.__file__).parent / "locales" / "en" / "fields.ftl").read_text(encoding="utf-8")
    names = [line.partition(" =")[0] for line in text.splitlines() if line.startswith("field-")]
    assert len(names) > 200
    for name in names:
        known = name.removeprefix("field-in-") in own or name.removeprefix("field-") in general
        assert known, name
        assert has(name)


@pytest.mark.parametrize("table", dataset.TABLES)
def test_a_whole_table_is_whole_and_every_value_can_be_asked_for(table):
    whole = rows(table)
    assert len(whole) == RECORD.card(table).rows
    columns = dataset.filters(RECORD, table)
    assert (
        sum(len(dataset.values(RECORD, table, column)) > 1 for column in columns.values()) <= official.COLUMNS
    )
    for name, column in columns.items():
        counts = RECORD.table(table)[column].astype("str").value_counts()
        offered = dataset.values(RECORD, table, column)
        assert len(offered) == RECORD.table(table)[column].nunique()
        for word, value in list(offered.items())[:5]:
            assert len(rows(table, **{name: word})) == counts[value] > 0
            assert "," not in word


@pytest.mark.parametrize(
    ("given", "months"),
    [
        ({"first": "2024", "last": "2024"}, 12),
        ({"first": "2024-03", "last": "2024-03"}, 1),
        ({"first": "2024-03-15", "last": "2024-04-01"}, 2),
        ({"first": "2024-11"}, 2),
        ({"last": "1989-02"}, 2),
        ({"first": "2030"}, 0),
    ],
)
def test_a_period_holds_both_its_ends(given, months):
    assert len(rows("conflict_month", country="SDN", **given)) == months


@pytest.mark.parametrize(
    "given",
    [
        {"country": "SDN"},
        {"country": "SDN", "first": "2024-01-31", "last": "2024-03"},
        {"country": "SDN", "first": "2024", "type": "one_sided,state_based"},
        {"country": "TUV"},
        {"region": "sahel", "last": "1999"},
        {"type": "non_state", "first": "2024-12-31"},
    ],
)
def test_the_table_of_events_is_never_read_whole_for_a_part_of_it(given, monkeypatch):
    record, whole = Record(), RECORD.table("conflict_event")
    table = record.table

    def read(name):
        assert name != "conflict_event", "read whole"
        return table(name)

    monkeypatch.setattr(record, "table", read)
    found = dataset.extract(record, dataset.query(record, "conflict_event", given))
    assert found.unplaced == 0
    codes = (given["country"],) if "country" in given else whole["iso3"].unique()
    if "region" in given:
        codes = RECORD.places.scope(region=given["region"], group=None)
    kept = whole["iso3"].isin(codes)
    if "first" in given:
        kept &= whole["date_end"] >= pd.Timestamp(given["first"])
    if "last" in given:
        kept &= whole["date"] <= pd.Period(given["last"]).end_time
    if "type" in given:
        kept &= whole["type"].isin(given["type"].split(","))
    assert kept.any() == (given != {"country": "TUV"})
    pd.testing.assert_frame_equal(found.rows, whole[kept].reset_index(drop=True))


def test_years_and_spans_stand_in_a_period_that_they_touch():
    assert set(rows("conflict_year", first="2022-05", last="2023-02")["year"]) == {2022, 2023}
    assert set(rows("population_year", first="2023", country="TCD")["year"]) >= {2023, 2024}
    sitting = rows("membership", first="2024-06-01", last="2024-06-01", body="SC")
    assert len(sitting) == 15
    alive = rows("hrc_mechanism", first="2026", last="2026", country="SDN")
    assert "Fact-Finding Mission" in " ".join(alive["mechanism"])
    assert alive["ended"].isna().any()
    across = rows("conflict_event", country="SDN", first="2024-01-31", last="2024-01-31")
    assert (across["date"] < pd.Timestamp(2024, 1, 31)).any()
    assert (across["date_end"] >= pd.Timestamp(2024, 1, 31)).all()


def test_rows_without_a_country_are_left_out_and_counted():
    whole = RECORD.table("council_action")
    found = dataset.extract(RECORD, dataset.query(RECORD, "council_action", {"country": "SDN"}))
    assert len(found.rows) == (whole["iso3"] == "SDN").sum()
    assert found.unplaced == whole["iso3"].isna().sum() == 17
    assert "17 rows name no country" in dataset.words(RECORD, found, dataset.Query("council_action")).lines[0]


def test_a_region_has_the_rows_of_its_countries():
    codes = RECORD.places.scope(region="sahel", group=None)
    assert set(rows("conflict_month", region="sahel")["iso3"]) <= set(codes)
    parts = sum(len(rows("conflict_month", country=code)) for code in codes)
    assert len(rows("conflict_month", region="sahel")) == parts
    assert len(rows("conflict_month", region="world")) == len(rows("conflict_month"))
    assert set(rows("conflict_month", region="SDN,TCD")["iso3"]) == {"SDN", "TCD"}


def test_the_headline_counts_before_the_rows_and_none_is_no_zero():
    asked = dataset.query(RECORD, "conflict_month", {"country": "SDN", "first": "2024"})
    said = dataset.words(RECORD, dataset.extract(RECORD, asked), asked)
    assert said.headline.startswith("12 of 83,664 rows, Sudan: Deaths")
    assert said.columns.columns.tolist() == ["Column", "What it holds", "Unit"]
    asked = dataset.query(RECORD, "conflict_month", {"country": "PSE"})
    said = dataset.words(RECORD, dataset.extract(RECORD, asked), asked)
    assert said.lines[0] == "Deaths of State of Palestine are filed under Israel."
    assert "That is no zero" in said.lines[1]


@pytest.mark.parametrize(
    ("table", "given"),
    [
        ("conflict_month", {"country": "SDN", "first": "2024-01", "last": "2024-12"}),
        ("conflict_event", {"country": "Sudan", "type": "one_sided,state_based", "first": "2024"}),
        ("council_action", {"region": "sahel", "confidence": "verified", "last": "2010-06-30"}),
        ("violation_incident", {"country": "HTI", "release": "API-sample"}),
        ("score_model", {}),
    ],
)
def test_the_python_shown_gives_the_rows_of_the_csv(table, given):
    asked = dataset.query(RECORD, table, given)
    found = dataset.extract(RECORD, asked)
    names = {}
    exec(asked.code, names)
    assert len(names["rows"]) == len(found.rows) > 0
    comma = read(found)
    assert set(comma.pop(forms.PROVENANCE)) == {found.stamp}
    again = read(forms.Extract(names["rows"], found.card, {}, found.fields)).drop(columns=forms.PROVENANCE)
    pd.testing.assert_frame_equal(comma, again)
    assert comma.columns.tolist() == names["rows"].columns.tolist()
    for name in names["rows"].select_dtypes("number"):
        pd.testing.assert_series_equal(comma[name], names["rows"][name], check_dtype=False)


def test_a_query_written_as_an_address_asks_for_the_same_again():
    given = {"country": "sd", "first": "2024", "type": "state_based,one_sided"}
    asked = dataset.query(RECORD, "conflict_event", given)
    assert asked.parameters == {"country": "SDN", "first": "2024", "type": "one_sided,state_based"}
    assert dataset.query(RECORD, "conflict_event", asked.parameters) == asked
    assert asked.link == "?country=SDN&first=2024&type=one_sided,state_based"


@pytest.mark.parametrize(
    ("table", "given", "error", "advice"),
    [
        ("geometry", {}, UnknownTableError, "Give one of these: conflict_month"),
        ("../etc", {}, UnknownTableError, "Give one of these"),
        ("score_model", {"country": "SDN"}, UnknownColumnError, "It can be asked by"),
        ("conflict_month", {"type": "x"}, UnknownColumnError, "country, region, first, last"),
        ("conflict_month", {"country": "Mordor"}, UnknownCountryError, "takes ISO codes"),
        ("conflict_month", {"country": "ANT"}, FormerCodeError, "choose one"),
        ("conflict_month", {"region": "mordor"}, UnknownRegionError, "sahel"),
        ("conflict_month", {"first": "24-01"}, UnknownDayError, "such as 2024"),
        ("conflict_month", {"first": "2024-02-30"}, UnknownDayError, "such as 2024"),
        ("conflict_month", {"first": "0000"}, UnknownDayError, "such as 2024"),
        ("conflict_month", {"first": "2024", "last": "2023-12"}, UnknownDayError, "the first not after"),
        ("conflict_year", {"type": "war"}, UnknownValueError, "non_state, one_sided, state_based."),
        ("rights_year", {"type": "war"}, UnknownValueError, "and 19 more"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(table, given, error, advice):
    with pytest.raises(error) as found:
        dataset.query(RECORD, table, given)
    assert advice in found.value.advice


def test_the_library_hands_out_rows_that_can_be_changed():
    ew = ewdash.open()
    part = ew.table("conflict_month", country="SDN", first="2024-01", last="2024-12")
    part.loc[:, "iso3"] = "changed"
    assert (ew.table("conflict_month", country="SDN")["iso3"] == "SDN").all()
    assert len(ew.table("conflict_year", type=["one_sided"], country="SDN")) == 36
    with pytest.raises(UnknownTableError):
        ew.table("nothing", country="SDN")
