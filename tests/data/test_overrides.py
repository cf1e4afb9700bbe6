"""An analyst's own stage could be lost, doubled, or written into the project's tables."""

import pandas as pd

from ewdash.data import overrides, store

MONTH = pd.Timestamp(2024, 3, 1)


def test_nothing_is_kept_before_something_is_given():
    assert store.load("override").empty
    assert not overrides.place().exists()


def test_a_second_reading_for_the_same_month_replaces_the_first():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    overrides.save(iso3="SDN", month=MONTH, stage=4, reason=" more reports ", author="A")
    overrides.save(iso3="TCD", month=MONTH, stage=2, reason="'); DROP TABLE override; --", author="B")
    rows = store.load("override")
    assert rows[rows["iso3"] == "SDN"][["stage", "reason"]].values.tolist() == [[4, "more reports"]]
    assert len(rows) == 2
    overrides.remove("SDN")
    assert store.load("override")["iso3"].tolist() == ["TCD"]
