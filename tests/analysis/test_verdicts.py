"""A preliminary figure could be set against a final one as if both were the same."""

import numpy as np
import pandas as pd
import pytest

from ewdash.analysis import verdicts
from ewdash.model.situations import HIGHER, LOWER, OPEN

END = pd.Timestamp("2025-12-01")


def record(before, now, *, iso3="AAA", vintages=("final", "candidate"), last=None):
    deaths = [*[before] * 12, *[now] * 12]
    if last is not None:
        deaths[-1] = last
    return pd.DataFrame(
        {
            "iso3": iso3,
            "month": pd.date_range("2024-01-01", periods=24, freq="MS"),
            "vintage": [vintages[0]] * 12 + [vintages[1]] * 12,
            "deaths_best": pd.array(deaths, dtype="Int64"),
            "deaths_excepted": pd.array([0] * 24, dtype="Int64"),
        }
    )


def past(*ratios, size=6.0):
    return pd.DataFrame(
        {"iso3": [f"X{place}" for place in range(len(ratios))], "size": size, "ratio": np.log(ratios)}
    )


def test_far_apart_is_told_with_its_share():
    found = verdicts.verdict(record(10, 100), END, past(0.8, 0.9, 1.0, 1.5))
    assert found.direction == HIGHER
    # p = 0.99 at most, tempered by 0.6: 1 / (1 + (1/99) ** 0.6)
    assert found.share == pytest.approx(0.9403, abs=1e-4)
    assert verdicts.verdict(record(100, 10), END, past(0.8, 0.9, 1.0, 1.5)).direction == LOWER


def test_what_revisions_can_turn_is_not_told():
    assert verdicts.verdict(record(100, 90), END, past(0.8, 0.9, 1.2, 1.5)).reason == "near"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (record(1, 1), "few"),
        (record(10, 100).iloc[1:], "no-record"),
        (record(10, 100, vintages=("final", "lower_bound")), "lower-bound"),
        (record(100, 10, iso3="UKR"), "undercounted"),
    ],
)
def test_what_has_misled_is_refused(rows, reason):
    found = verdicts.verdict(rows, END, past(0.8, 0.9, 1.0))
    assert (found.direction, found.reason, found.share) == (OPEN, reason, None)


def test_one_month_with_over_half_gives_a_direction_and_no_share():
    found = verdicts.verdict(record(10, 10, last=5_000), END, past(0.8, 0.9, 1.0))
    assert (found.direction, found.share) == (HIGHER, None)


def test_a_revision_is_the_final_year_against_the_preliminary_one():
    recent = pd.DataFrame(
        {
            "iso3": "AAA",
            "month": pd.date_range("2025-01-01", periods=12, freq="MS"),
            "vintage": "candidate",
            "deaths_best": 10,
        }
    )
    settled = pd.DataFrame(
        {"iso3": ["AAA", "BBB"], "year": 2025, "deaths_best": pd.array([241, None], dtype="Int64")}
    )
    found = verdicts.revisions(recent, settled)
    assert found["iso3"].tolist() == ["AAA"]
    assert np.exp(found["ratio"].iloc[0]) == pytest.approx(2.0)
