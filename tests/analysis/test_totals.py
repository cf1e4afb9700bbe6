"""A regional total could add two states of the record, count a pair twice, or hide a missing band."""

import functools

import pandas as pd
import pytest

from ewdash.analysis import levels, totals, vintages
from ewdash.data import store
from ewdash.model.places import Places

LOAD = functools.cache(store.load)
MONTH = pd.Timestamp(2024, 12, 1)


def record():
    return vintages.series(LOAD("conflict_month"), LOAD("conflict_month_recent"))


@functools.cache
def grids():
    final = LOAD("conflict_month")
    return totals.deaths(record(), final[final["basis"] == "joint"])


def of_year(places, month):
    now = {row["iso3"]: row for row in levels.at_month(record(), month).to_dict("records")}
    return totals.of_year(now, grids(), places, month)


def inside(region):
    return Places(LOAD("country")).within(region=region, group=None)


def plain(region, first, last):
    """Sum `conflict_month` by hand: single countries for the best, the pair's row for the band."""
    rows = pd.read_parquet(store.DATA / "conflict_month" / "conflict_month.parquet")
    rows = rows[rows["month"].between(first, last)]
    single = rows[rows["iso3"].isin(inside(region))]
    banded = rows[rows["iso3"].isin([*inside(region), "NGA+NER"]) & ~rows["iso3"].isin(["NGA", "NER"])]
    low, high = banded["deaths_low"].sum(), banded["deaths_high"].sum()
    return int(single["deaths_best"].sum()), int(low), int(high)


def test_a_regions_year_is_the_sum_of_its_rows():
    for region in ("africa", "western-africa", "americas", "asia"):
        found = of_year(inside(region), MONTH)
        low_high = plain(region, "2024-01-01", "2024-12-01")
        if region in ("americas", "asia"):  # without Niger and Nigeria the pair's row must not count
            rows = LOAD("conflict_month")
            rows = rows[rows["month"].dt.year.eq(2024) & rows["iso3"].isin(inside(region))]
            low_high = (low_high[0], int(rows["deaths_low"].sum()), int(rows["deaths_high"].sum()))
        assert (found.deaths, found.low, found.high) == low_high
        assert found.vintage == "final"


def test_a_regions_month_is_the_sum_of_its_rows():
    found = totals.monthly(grids(), inside("africa"))
    found = found[(found["month"] == MONTH) & (found["vintage"] == "final")].iloc[0]
    best, low, high = plain("africa", MONTH, MONTH)
    assert (found["deaths_best"], found["deaths_low"], found["deaths_high"]) == (best, low, high)
    assert found["countries"] == 54


def test_without_its_neighbour_a_country_of_the_pair_leaves_the_band_unknown():
    found = of_year(["NGA", "GHA"], MONTH)
    assert (found.low, found.high) == (None, None)
    months = totals.monthly(grids(), ["NGA", "GHA"])
    assert months.loc[months["vintage"] == "final", "deaths_low"].isna().all()


def test_preliminary_months_have_no_band():
    found = of_year(inside("africa"), pd.Timestamp(2026, 2, 1))
    assert (found.vintage, found.low, found.high) == ("candidate", None, None)


def test_a_year_that_joins_two_states_of_the_record_has_no_total():
    assert of_year(inside("africa"), pd.Timestamp(2025, 6, 1)) is None


def test_final_and_preliminary_months_stay_rows_of_their_own():
    found = totals.monthly(grids(), inside("africa"))
    assert not found.duplicated(["month", "vintage"]).any()
    assert set(found.loc[found["month"] == "2025-01-01", "vintage"]) == {"candidate", "lower_bound"}


def test_nothing_covered_is_no_total_rather_than_zero():
    assert of_year(["PSE"], MONTH) is None
    assert totals.monthly(grids(), ["PSE"]).empty


@pytest.mark.parametrize("month", ["1994-04-01", "2024-12-01", "2026-02-01", "2026-05-01"])
@pytest.mark.parametrize("area", ["africa", "asia", "western-africa"])
def test_one_month_alone_is_the_months_row_as_it_is_drawn(area, month):
    rows = vintages.drawn(totals.monthly(grids(), inside(area)))
    for row in rows[rows["month"] == month].to_dict("records"):
        found = totals.of_month(grids(), inside(area), pd.Timestamp(month), row["vintage"])
        low, high = (None if pd.isna(row[name]) else row[name] for name in ("deaths_low", "deaths_high"))
        assert (found.deaths, found.low, found.high) == (row["deaths_dated"], low, high)
        assert found.crossing == row["deaths_best"] - row["deaths_dated"]
        assert found.countries == row["countries"]
