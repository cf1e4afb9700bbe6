"""Rows cut from a table could be another country's, or a shared word be lost."""

import pandas as pd
import pytest

from ewdash.data.record import opened, shared, spans, within
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
    words = ["Mali", None, "Niger", "Mali"]
    column = pd.Series([None if word is None else "".join(word) for word in words])
    table = pd.DataFrame(
        {"name": column.astype(pd.StringDtype("python", na_value=float("nan"))), "deaths": 1}
    )
    held = shared(table)
    pd.testing.assert_frame_equal(held, table)
    assert held["name"].iloc[0] is held["name"].iloc[3]
