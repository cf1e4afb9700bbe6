"""Rows cut from a table could be another country's, or a shared word be lost."""

import shutil

import numpy as np
import pandas as pd
import pytest

from ewdash.analysis import vintages
from ewdash.data.record import Parts, Record, opened, shared, spans, within
from ewdash.model.errors import DatasetDamagedError
from ewdash.model.indicators import HEADLINE_INDICATORS
from ewdash.views import rights
from ewdash.views.months import country_months, drawn_months
from ewdash.views.signals import signals, signals_between, signals_now

RECORD = opened()


@pytest.mark.parametrize("countries", [["SDN"], ["SYR", "MLI", "SYR"], ["ZZZ", "NER"], ["ZZZ"], []])
def test_the_rows_of_some_countries_are_all_of_theirs_and_no_others(countries):
    every = country_months(RECORD)
    plain = every[every["iso3"].isin(countries)].reset_index(drop=True)
    pd.testing.assert_frame_equal(within(every, spans(every["iso3"]), countries), plain)
    pd.testing.assert_frame_equal(country_months(RECORD, countries), plain)


def test_months_to_draw_are_those_of_the_period():
    first, last = pd.Timestamp(2020, 2, 1), pd.Timestamp(2020, 12, 31)
    rows = drawn_months(RECORD, ["MLI", "NER"], first, last)
    assert rows.groupby("iso3").size().to_dict() == {"MLI": 11, "NER": 11}
    assert rows["month"].between(first, last).all()
    every = vintages.drawn(vintages.most_complete(country_months(RECORD), ["iso3", "month"]))
    plain = every[every["iso3"].isin(["MLI", "NER"]) & every["month"].between(first, last)]
    pd.testing.assert_frame_equal(rows, plain.reset_index(drop=True))
    none = drawn_months(RECORD, ["ZZZ"], first, last)
    assert none.empty
    assert list(none) == list(rows)


def test_signals_of_some_months_are_those_of_the_table():
    first, last = pd.Timestamp(2024, 7, 1), pd.Timestamp(2024, 12, 1)
    every = signals(RECORD)
    plain = every[every["month"].between(first, last)].sort_values(["iso3", "month", "vintage"])
    cut = signals_between(RECORD, first, last).sort_values(["iso3", "month", "vintage"])
    pd.testing.assert_frame_equal(cut.reset_index(drop=True), plain.reset_index(drop=True))
    now = signals_now(RECORD, "SDN", last)
    assert now[["iso3", "month", "vintage"]].to_numpy().tolist() == [["SDN", last, "final"]]
    assert signals_now(RECORD, "ZZZ", last).empty


def test_a_word_is_held_once_and_says_the_same():
    words = pd.array(["Mali", None, "Niger", "Mali"], dtype=pd.StringDtype("python", na_value=float("nan")))
    table = pd.DataFrame({"deaths": [1, 2, 3, 4], "name": words, "high": pd.array([1, None, 3, 4], "Int64")})
    with pd.option_context("mode.string_storage", "python"):
        held = shared(table.to_parquet())
    pd.testing.assert_frame_equal(held, table, check_column_type=False)
    assert held["name"].iloc[0] is held["name"].iloc[3]


@pytest.mark.parametrize(
    "codes", [["MLI", "MLI", "NER"], ["NER", "MLI", "NER"], ["SYR", None, "MLI", "SYR"], []]
)
def test_the_rows_of_each_country_are_told_apart_in_their_order(codes):
    rows = pd.DataFrame({"iso3": pd.array(codes, dtype="str"), "deaths": range(len(codes))})
    parts = Parts(rows)
    assert set(parts) == set(filter(None, codes))
    for code, part in parts.items():
        pd.testing.assert_frame_equal(part, rows[rows["iso3"] == code])


def test_a_table_that_passes_is_that_of_the_file_and_is_not_kept():
    record = Record()
    passing = record.passing("level_month")
    assert ("table", "level_month") not in record._made
    pd.testing.assert_frame_equal(passing, record.table("level_month"))


def test_the_rights_indices_held_are_the_headline_ones_of_the_newest_release():
    table = RECORD.passing("rights_year")
    held = RECORD.once(rights.headlines)
    assert set(held["version"]) == {"v16"}
    assert {"v14", "v15"} < set(table["version"])
    assert set(held["indicator"]) == set(HEADLINE_INDICATORS)
    pd.testing.assert_frame_equal(held, table.loc[held.index])
    newest = table["version"].eq("v16") & table["indicator"].isin(HEADLINE_INDICATORS)
    assert len(held) == newest.sum()


def test_the_rows_of_a_country_are_held_once():
    part, whole = RECORD.of("conflict_month", "SDN"), RECORD.table("conflict_month")
    assert np.shares_memory(part["deaths_best"].to_numpy(), whole["deaths_best"].to_numpy())


def test_checking_a_table_holds_none_of_its_rows(tmp_path):
    copied = tmp_path / "data"
    shutil.copytree(RECORD.root, copied)
    record = Record(copied)
    record.check("vote")
    assert not any(isinstance(made, pd.DataFrame) for made in vars(record)["_made"].values())
    (copied / "vote" / record.card("vote").file).write_bytes(b"not what was written")
    with pytest.raises(DatasetDamagedError):
        Record(copied).check("vote")
