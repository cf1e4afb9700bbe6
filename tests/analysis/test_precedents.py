"""A precedent could be counted outside its stage, or twice."""

import pandas as pd

from ewdash.analysis import precedents


def signals(stages, iso3="AAA"):
    months = pd.date_range("2010-01-01", periods=len(stages), freq="MS")
    return pd.DataFrame({"iso3": iso3, "month": months, "vintage": "final", "stage": stages})


def test_short_stretches_and_early_ones_are_left_out():
    found = precedents.episodes(signals([0, 0, 0, 0, 3, 3, 4, 4, 4, 4]), first="2010-02")
    assert found["stage"].tolist() == [4]
    assert found["end"].tolist() == [pd.Timestamp(2010, 10, 31)]


def test_two_countries_are_never_one_stretch():
    rows = pd.concat([signals([4, 4]), signals([4, 4, 4], iso3="BBB")])
    assert precedents.episodes(rows, first="2010-01")["iso3"].tolist() == ["BBB"]


def test_an_instrument_counts_once_an_episode_from_its_first_use():
    spells = precedents.episodes(signals([4] * 12), first="2010-01")
    acts = pd.DataFrame(
        {
            "iso3": "AAA",
            "date": pd.to_datetime(["2009-12-31", "2010-01-11", "2010-06-01", "2010-07-01"]),
            "body": ["HRC", "HRC", "HRC", "SC"],
            "action_type": ["special_session", "special_session", "special_session", "resolution"],
        }
    )
    found = precedents.instruments(spells, acts)
    assert found[["stage", "act_class", "used", "of", "median"]].values.tolist() == [
        [4, "special_sitting", 1, 1, 10]
    ]
