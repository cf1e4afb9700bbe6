"""A comparison could divide by the wrong people, index on nothing, or align at the wrong month."""

import functools

import pandas as pd
import pytest

from ewdash.analysis import comparisons, vintages
from ewdash.data import store

LOAD = functools.cache(store.load)


def months(deaths, *, first="2020-01-01", iso3="AAA", vintage="final"):
    return pd.DataFrame(
        {
            "iso3": iso3,
            "month": pd.date_range(first, periods=len(deaths), freq="MS"),
            "vintage": vintage,
            "deaths_best": pd.array(deaths, dtype="Int64"),
            "deaths_dated": pd.array(deaths, dtype="Int64"),
        }
    )


def test_each_point_holds_the_months_that_end_there():
    found = comparisons.series(months([1, 2, 3, 4]), months=3)
    assert found["deaths"].tolist() == [6.0, 9.0]
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2020-03", "2020-04"]


def test_no_run_joins_two_states_of_the_record_or_bridges_a_gap():
    joined = pd.concat(
        [months([1] * 6), months([1] * 6, first="2020-07-01", vintage="candidate").drop(index=2)]
    )
    found = comparisons.series(joined, months=3)
    assert found["month"].dt.strftime("%m").tolist() == ["03", "04", "05", "06", "12"]


def test_an_unknown_month_leaves_a_gap_rather_than_a_smaller_sum():
    assert comparisons.series(months([1, None, 1]), months=1)["month"].dt.month.tolist() == [1, 3]


def test_a_rate_is_deaths_over_the_people_of_that_year():
    record = vintages.series(LOAD("conflict_month"), LOAD("conflict_month_recent"))
    found = comparisons.series(record[record["iso3"] == "SDN"], months=12)
    found = comparisons.per_million(found, LOAD("population_year"))
    found = found[found["month"] == "2024-12-01"].iloc[0]
    # By hand: 7,103 deaths in 2024, 50,448,963 people: 140.795...
    assert (found["deaths"], found["population"]) == (7103, 50_448_963)
    assert found["value"] == pytest.approx(7103 * 1_000_000 / 50_448_963)
    assert found["value"] == pytest.approx(140.796, abs=0.001)


def test_the_year_after_the_last_population_takes_the_last_and_no_later_year_does():
    population = pd.DataFrame({"iso3": ["AAA"], "year": [2019], "population": [1_000_000]})
    found = comparisons.series(months([5] * 24, first="2019-07-01"), months=1)
    found = comparisons.per_million(found, population).set_index("month")["value"]
    assert found["2019-12-01"] == found["2020-12-01"] == 5
    assert found.loc["2021-01-01":].isna().all()


def test_without_population_the_rate_is_unknown_not_zero():
    found = comparisons.per_million(comparisons.series(months([5]), months=1), LOAD("population_year"))
    assert found["value"].isna().all()


def test_an_index_is_a_hundred_times_the_monthly_mean_before():
    record = months([10] * 12 + [25] * 12)
    starts = pd.Series({"AAA": pd.Timestamp(2021, 1, 1)})
    base = comparisons.bases(record, starts)
    assert base["AAA"] == 10
    one = comparisons.indexed(comparisons.series(record, months=1), base, months=1)
    year = comparisons.indexed(comparisons.series(record, months=12), base, months=12)
    assert one["value"].iloc[-1] == year["value"].iloc[-1] == 250
    assert year["value"].iloc[0] == 100


@pytest.mark.parametrize("deaths", [[0] * 24, [1] * 12])
def test_nothing_or_an_unknown_year_before_gives_no_index(deaths):
    record = months(deaths)
    starts = pd.Series({"AAA": pd.Timestamp(2021, 1, 1) if len(deaths) > 12 else pd.Timestamp(2020, 6, 1)})
    base = comparisons.bases(record, starts)
    assert comparisons.indexed(comparisons.series(record, months=1), base, months=1).empty


def test_preliminary_months_are_not_indexed_on_final_ones():
    record = pd.concat([months([10] * 12), months([10] * 12, first="2021-01-01", vintage="candidate")])
    base = comparisons.bases(record, pd.Series({"AAA": pd.Timestamp(2021, 1, 1)}))
    found = comparisons.indexed(comparisons.series(record, months=1), base, months=1)
    assert set(found["vintage"]) == {"final"}


def two_onsets():
    quiet, small, large = [0] * 24, [20] * 12, [400] * 12
    return months(quiet + small + quiet + large, first="2010-01-01")


def test_an_onset_is_the_first_month_of_lasting_violence():
    found = comparisons.onset_months(two_onsets())
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2012-01", "2015-01"]
    assert found["deaths"].tolist() == [120, 2400]


@pytest.mark.parametrize(
    ("which", "until", "expected"),
    [
        ("latest", "2020-01-01", "2015-01"),
        ("first", "2020-01-01", "2012-01"),
        ("deadliest", "2020-01-01", "2015-01"),
        ("latest", "2013-01-01", "2012-01"),
    ],
)
def test_one_onset_is_chosen_up_to_the_month(which, until, expected):
    found = comparisons.selected_onsets(
        comparisons.onset_months(two_onsets()), which, until=pd.Timestamp(until)
    )
    assert f"{found['AAA']:%Y-%m}" == expected


def test_the_deadliest_onset_is_not_the_latest_when_the_earlier_one_was_larger():
    record = months([0] * 24 + [400] * 12 + [0] * 24 + [20] * 12, first="2010-01-01")
    found = comparisons.selected_onsets(
        comparisons.onset_months(record), "deadliest", until=pd.Timestamp(2020, 1, 1)
    )
    assert f"{found['AAA']:%Y-%m}" == "2012-01"


def test_an_unknown_choice_of_onset_is_refused():
    with pytest.raises(ValueError, match="largest"):
        comparisons.selected_onsets(
            comparisons.onset_months(two_onsets()), "largest", until=pd.Timestamp.now()
        )


def test_months_are_counted_from_the_onset_across_years():
    at = pd.Series(pd.to_datetime(["2022-11-01", "2024-02-01"]))
    start = pd.Series(pd.to_datetime(["2023-01-01", "2023-01-01"]))
    assert comparisons.since(at, start).tolist() == [-2, 13]


def test_nothing_compared_is_an_empty_course_of_the_same_types():
    found = comparisons.series(months([]), months=12)
    assert found.empty
    assert comparisons.onset_months(months([])).empty
    starts = comparisons.selected_onsets(
        comparisons.onset_months(months([])), "latest", until=pd.Timestamp.now()
    )
    assert comparisons.since(found["month"], comparisons.of_each(found["iso3"], starts)).empty
