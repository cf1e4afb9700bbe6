"""A level could join two states of the record, or call an unknown sum a zero."""

import pandas as pd
import pytest

from ewdash.analysis import levels, vintages
from tests.reading import installed


def months(first, count, *, vintage="final", deaths=1, iso3="AAA", low=None, high=None):
    return pd.DataFrame(
        {
            "iso3": iso3,
            "month": pd.date_range(first, periods=count, freq="MS"),
            "vintage": vintage,
            "deaths_best": pd.array([deaths] * count, dtype="Int64"),
            "deaths_low": pd.array([low] * count, dtype="Int64"),
            "deaths_high": pd.array([high] * count, dtype="Int64"),
            "deaths_civilians": pd.array([None] * count, dtype="Int64"),
            "deaths_dated": pd.array([deaths] * count, dtype="Int64"),
            "deaths_excepted": pd.array([0] * count, dtype="Int64"),
        }
    )


@pytest.mark.parametrize(
    ("deaths", "level"),
    [(0, 0), (1, 1), (24, 1), (25, 2), (99, 2), (100, 3), (999, 3), (1000, 4), (500_000, 4)],
)
def test_bands_open_at_1_25_100_and_1000(deaths, level):
    assert levels.band(pd.Series([deaths], dtype="Int64")).iloc[0] == level


def test_an_unknown_sum_has_no_level_rather_than_level_zero():
    assert levels.band(pd.Series([None], dtype="Int64")).isna().all()


def test_twelve_months_are_summed():
    rows = months("2020-01-01", 24, deaths=10, low=8, high=30)
    now = levels.at_month(rows, pd.Timestamp("2021-12-01")).iloc[0]
    assert (now["deaths_12"], now["low_12"], now["high_12"], now["deaths_12_before"]) == (120, 96, 360, 120)
    assert now["level"] == 3


def test_final_and_candidate_months_are_never_in_one_sum():
    rows = pd.concat([months("2024-01-01", 12), months("2025-01-01", 12, vintage="candidate")])
    assert levels.at_month(rows, pd.Timestamp("2025-06-01")).empty


def test_a_change_is_withheld_where_its_months_belong_to_two_vintages():
    rows = pd.concat([months("2024-01-01", 12), months("2025-01-01", 12, vintage="candidate")])
    now = levels.at_month(rows, pd.Timestamp("2025-12-01")).iloc[0]
    assert now["vintage"] == "candidate"
    assert pd.isna(now["change"])


def test_a_months_deaths_are_told_where_there_is_nothing_to_compare_them_with():
    rows = months("2020-01-01", 12, deaths=10)
    now = levels.at_month(rows, pd.Timestamp("2020-12-01")).iloc[0]
    assert now["deaths_month"] == 10
    assert pd.isna(now["change"])


def test_the_change_is_the_month_plus_one_over_the_mean_before_plus_one():
    rows = months("2020-01-01", 13, deaths=4)
    rows.loc[12, ["deaths_best", "deaths_dated"]] = 49
    now = levels.at_month(rows, pd.Timestamp("2021-01-01")).iloc[0]
    assert now["change"] == pytest.approx(50 / 5)


def test_the_more_complete_vintage_answers():
    rows = pd.concat(
        [
            months("2025-01-01", 12, vintage="lower_bound", deaths=1),
            months("2025-01-01", 12, vintage="candidate", deaths=2),
        ]
    )
    now = levels.at_month(rows, pd.Timestamp("2025-12-01"))
    assert now[["vintage", "deaths_12"]].to_numpy().tolist() == [["candidate", 24]]


def test_a_month_missing_in_the_middle_withholds_the_level():
    rows = months("2025-01-01", 14, vintage="candidate").drop(index=5)
    assert levels.at_month(rows, pd.Timestamp("2026-02-01")).empty
    line = levels.timeline(rows).set_index("month")["level"]
    assert line.isna().all()


def test_an_unknown_month_makes_the_sum_unknown():
    rows = months("2020-01-01", 12)
    rows.loc[3, "deaths_best"] = pd.NA
    assert levels.at_month(rows, pd.Timestamp("2020-12-01")).empty


def test_the_timeline_starts_when_twelve_months_are_behind_it():
    line = levels.timeline(months("2020-01-01", 14, deaths=100))
    assert line["level"].isna().sum() == 11
    assert line["deaths_12"].iloc[-1] == 1200


def test_only_months_that_end_a_full_window_can_be_chosen():
    rows = pd.concat(
        [
            months("2024-01-01", 12),
            months("2025-01-01", 14, vintage="candidate"),
            months("2025-01-01", 15, vintage="lower_bound"),
        ]
    )
    found = levels.comparable_months(rows)
    assert [f"{row.month:%Y-%m} {row.vintage}" for row in found.itertuples()] == [
        "2024-12 final",
        "2025-12 candidate",
        "2026-01 candidate",
        "2026-02 candidate",
        "2026-03 lower_bound",
    ]


def test_movers_are_rises_of_at_least_25_deaths_largest_first():
    months = {"AAA": (24, 9.0), "BBB": (25, 2.0), "CCC": (100, 3.0), "DDD": (pd.NA, pd.NA), "EEE": (99, 1.09)}
    months |= {"FFF": (50, pd.NA), "ABC": (30, 2.0)}
    rows = [
        {"iso3": code, "deaths_month": deaths, "change": change} for code, (deaths, change) in months.items()
    ]
    assert [row["iso3"] for row in levels.movers(rows)] == ["CCC", "ABC", "BBB"]


def test_the_joint_row_of_niger_and_nigeria_is_not_counted_twice():
    final = months("2020-01-01", 1, iso3="NGA").assign(basis="split_estimate")
    joint = months("2020-01-01", 1, iso3="NGA+NER").assign(basis="joint")
    stacked = vintages.series(pd.concat([final, joint]), months("2025-01-01", 1, vintage="candidate"))
    assert stacked["iso3"].tolist() == ["AAA", "NGA"]


def test_the_input_is_not_changed():
    rows = months("2020-01-01", 24)
    before = rows.copy()
    levels.at_month(rows, pd.Timestamp("2021-12-01"))
    levels.timeline(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_a_place_without_record_has_an_empty_timeline():
    assert levels.timeline(months("2020-01-01", 12).head(0)).empty


def test_levels_read_from_the_file_are_what_the_method_gives():
    from ewdash.views.months import country_months, levels_at

    record = installed()
    for month in ("1994-04-01", "2015-07-01", "2024-12-01", "2026-02-01", "2026-05-01"):
        day = pd.Timestamp(month)
        pd.testing.assert_frame_equal(
            levels_at(record, day), levels.at_month(country_months(record), day), check_dtype=True
        )


def test_a_years_total_is_not_its_first_months():
    rows = months("2018-01-01", 36, deaths=0)
    rows.loc[24, ["deaths_best", "deaths_dated"]] = [600, 0]  # 1 January to 31 December 2020
    rows.loc[[26, 29, 33], ["deaths_best", "deaths_dated"]] = 10
    january, december = (
        levels.at_month(rows, pd.Timestamp(f"2020-{month}-01")).iloc[0] for month in ("01", "12")
    )
    assert (january["deaths_month"], january["crossing_month"], january["change"]) == (0, 600, 1)
    assert (december["deaths_12"], december["crossing_12"], december["crossing_month"]) == (630, 600, 0)


def test_a_band_that_does_not_hold_its_estimate_is_left_out():
    rows = months("2020-01-01", 12, deaths=10, low=8, high=9)
    now = levels.at_month(rows, pd.Timestamp("2020-12-01")).iloc[0]
    assert now["deaths_12"] == 120
    assert now[["low_12", "high_12"]].isna().all()


def test_no_level_rests_on_an_excepted_event():
    rows = months("2020-01-01", 12, deaths=0)
    rows.loc[5, ["deaths_best", "deaths_dated", "deaths_excepted"]] = 104
    now = levels.at_month(rows, pd.Timestamp("2020-12-01")).iloc[0]
    assert (now["deaths_12"], now["level"]) == (0, 0)
