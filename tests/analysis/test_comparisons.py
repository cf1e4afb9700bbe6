"""A comparison could divide by the wrong people, index on nothing, or align at the wrong month."""

import functools

import numpy as np
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


def course(record, *, run=1):
    """Return the course of the one country of a record."""
    (found,) = comparisons.courses(comparisons.series(record, months=run)).values()
    return found


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
    known = comparisons.people(LOAD("population_year"))["SDN"]
    month = pd.Timestamp("2024-12-01")
    (course,) = comparisons.courses(found).values()
    course = course.between(month, month)
    (rate,) = comparisons.per_million(course, known)
    # By hand: 7,103 deaths in 2024, 50,448,963 people: 140.795...
    assert (course.deaths.tolist(), known[2024]) == ([7103], 50_448_963)
    assert rate == pytest.approx(7103 * 1_000_000 / 50_448_963)
    assert rate == pytest.approx(140.796, abs=0.001)


def test_the_year_after_the_last_population_takes_the_last_and_no_later_year_does():
    rates = comparisons.per_million(course(months([5] * 24, first="2019-07-01")), {2019: 1_000_000})
    assert rates[:18].tolist() == [5] * 18  # of 2019, and of 2020
    assert np.isnan(rates[18:]).all()
    assert comparisons.population([2018, 2019, 2020, 2021], {2019: 7, 2018: 6})[:3].tolist() == [6, 7, 7]


def test_without_population_the_rate_is_unknown_not_zero():
    assert np.isnan(comparisons.per_million(course(months([5])), {})).all()


def test_an_index_is_a_hundred_times_the_monthly_mean_before():
    record = months([10] * 12 + [25] * 12)
    base = comparisons.base(course(record), pd.Timestamp(2021, 1, 1))
    assert base == 10
    one = comparisons.indexed(course(record), base, months=1)
    year = comparisons.indexed(course(record, run=12), base, months=12)
    assert one[-1] == year[-1] == 250
    assert year[0] == 100


@pytest.mark.parametrize("deaths", [[0] * 24, [1] * 12])
def test_nothing_or_an_unknown_year_before_gives_no_index(deaths):
    record = months(deaths)
    start = pd.Timestamp(2021, 1, 1) if len(deaths) > 12 else pd.Timestamp(2020, 6, 1)
    base = comparisons.base(course(record), start)
    assert np.isnan(comparisons.indexed(course(record), base, months=1)).all()


def test_preliminary_months_are_not_indexed_on_final_ones():
    record = pd.concat([months([10] * 12), months([10] * 12, first="2021-01-01", vintage="candidate")])
    one = course(record)
    base = comparisons.base(course(record[record["vintage"] == "final"]), pd.Timestamp(2021, 1, 1))
    known = ~np.isnan(comparisons.indexed(one, base, months=1))
    assert set(one.vintages[known]) == {"final"}
    assert known.sum() == 12


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
        ("latest", "2015-05-01", "2012-01"),  # the six months of the next one are not over
        ("latest", "2015-06-01", "2015-01"),
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


def test_nothing_compared_is_an_empty_course_of_the_same_types():
    found = comparisons.series(months([]), months=12)
    assert found.empty
    assert comparisons.courses(found) == {}
    assert comparisons.onset_months(months([])).empty
    none = comparisons.onset_months(months([]))
    assert comparisons.selected_onsets(none, "latest", until=pd.Timestamp.now()) == {}


@pytest.mark.parametrize("until", ["2012-03-01", "2012-06-01", "2015-05-01", "2015-06-01", "2015-12-01"])
def test_an_onset_known_by_a_month_is_one_of_the_record_cut_there(until):
    record, end = two_onsets(), pd.Timestamp(until)
    cut = comparisons.onset_months(record[record["month"] <= end])
    found = comparisons.selected_onsets(comparisons.onset_months(record), "latest", until=end)
    assert found == dict(zip(cut["iso3"], cut["month"], strict=True))
