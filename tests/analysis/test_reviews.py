"""A review could call noise a move, compare two states of the record, or call silence unchanged."""

import copy

import pandas as pd
import pytest

from ewdash.analysis import reviews
from ewdash.analysis.signals_at import all_alerts, latest

NOW, BEFORE = pd.Timestamp(2024, 12, 1), pd.Timestamp(2024, 11, 1)


def rows(iso3="AAA", *, before, now, vintage="final"):
    """Return two months of `signal_month`; each side is (stage, deaths in twelve months)."""
    levels = [0, 1, 25, 100, 1000]
    sides = []
    for month, (stage, deaths), more in (
        (BEFORE, before, {}),
        (NOW, now[:2], now[2] if len(now) > 2 else {}),
    ):
        sides.append(
            {
                "iso3": iso3,
                "month": month,
                "vintage": vintage,
                "deaths_month": 30,
                "deaths_12": deaths,
                "change": 2.0,
                "alert": 0,
                "score": 0.0,
                "stage": stage,
                "level": None if deaths is None else sum(deaths >= edge for edge in levels) - 1,
            }
            | more
        )
    return pd.DataFrame(sides)


def review(record, month, back=1):
    """Return the review of a month of `signal_month` against one so many months before."""
    earlier = month - pd.DateOffset(months=back)
    sides = (record[record["month"] == day].to_dict("records") for day in (month, earlier))
    return reviews.review(*sides, latest(all_alerts(record), earlier, month))


def direction(**sides):
    return review(rows(**sides), NOW)[0]["direction"]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((4, 500), (4, 500), "same"),
        ((4, 500), (5, 1000), "worse"),
        ((5, 1000), (6, 900), "better"),
        ((6, 50), (2, 50), "worse"),  # de-escalation is less than a deteriorating pattern
        ((0, 20), (0, 25), "worse"),  # the level opens at 25
        ((0, 25), (0, 24), "better"),
        ((0, 0), (0, 1), "same"),  # one death would decide
        ((0, 24), (0, 0), "same"),
        ((4, 500), (4, 500, {"alert": 1}), "worse"),
        ((5, 1000), (4, 999, {"alert": 2}), "worse"),  # the warning counts where signs disagree
    ],
)
def test_the_direction_follows_from_alert_stage_and_level(before, now, expected):
    assert direction(before=before, now=now) == expected


def test_where_signs_disagree_both_stay_in_the_columns():
    now = review(rows(before=(5, 1000), now=(4, 999, {"alert": 2})), NOW)[0]
    assert (now["alerted"].strength, now["stage_moved"], now["level_moved"]) == (2, -1, -1)


def test_two_states_of_the_record_are_never_compared():
    final = rows(before=(4, 900), now=(4, 900)).head(1)
    candidate = rows(before=(4, 500), now=(4, 500), vintage="candidate").tail(1)
    assert [row["direction"] for row in review(pd.concat([final, candidate]), NOW)] == ["withheld"]


def test_lower_bounds_can_show_a_rise_and_never_a_fall():
    fell = review(rows(before=(4, 500), now=(2, 90), vintage="lower_bound"), NOW)[0]
    assert (fell["direction"], fell["fell_short"]) == ("withheld", True)
    assert (fell["stage_moved"], fell["level_moved"]) == (0, 0)
    assert direction(before=(2, 90), now=(4, 500), vintage="lower_bound") == "worse"
    assert direction(before=(4, 500), now=(2, 90), vintage="candidate") == "better"


def test_lower_bounds_rise_no_further_than_a_more_complete_record_already_was():
    bounds = rows(before=(2, 90), now=(4, 500), vintage="lower_bound")
    fuller = rows(before=(4, 500), now=(4, 500), vintage="candidate").head(1)
    assert review(pd.concat([bounds, fuller]), NOW)[0]["stage_moved"] == 0
    fuller = fuller.assign(stage=2)
    assert review(pd.concat([bounds, fuller]), NOW)[0]["stage_moved"] == 1


def test_an_alert_is_known_even_where_the_comparison_is_withheld():
    alone = rows(before=(None, None), now=(4, 500, {"alert": 1})).tail(1)
    assert [row["direction"] for row in review(alone, NOW)] == ["worse"]


def test_a_country_without_twelve_months_has_no_row():
    assert review(rows(before=(None, None), now=(None, None)), NOW) == []


def test_an_older_alert_counts_when_the_other_month_lies_before_it():
    record = rows(before=(4, 500), now=(4, 500))
    record.loc[0, "alert"] = 2
    older = record.head(1).assign(month=pd.Timestamp(2024, 9, 1), alert=0)
    record = pd.concat([record, older])
    assert review(record, NOW, back=1)[0]["direction"] == "same"
    now = review(record, NOW, back=3)[0]
    assert (now["direction"], now["alerted"].strength, now["alerted"].month) == ("worse", 2, BEFORE)


def test_strong_alerts_stand_first_then_stages_then_the_rise_and_the_rest_by_deaths():
    record = pd.concat(
        [
            rows("CCC", before=(4, 500), now=(4, 500, {"alert": 1, "change": 9.0})),
            rows("BBB", before=(1, 30), now=(4, 500, {"alert": 1})),
            rows("AAA", before=(4, 500), now=(4, 500, {"alert": 2})),
            rows("EEE", before=(4, 200), now=(4, 200)),
            rows("DDD", before=(4, 500), now=(4, 500)),
            rows("FFF", before=(5, 1000), now=(4, 999)),
        ]
    )
    assert [row["iso3"] for row in review(record, NOW)] == ["AAA", "BBB", "CCC", "FFF", "DDD", "EEE"]


def test_the_input_is_not_changed():
    record = rows(before=(4, 500), now=(5, 1000))
    sides = [record[record["month"] == day].to_dict("records") for day in (NOW, BEFORE)]
    kept = copy.deepcopy(sides)
    reviews.review(*sides, {})
    assert sides == kept
