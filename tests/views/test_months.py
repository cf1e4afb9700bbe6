"""How far the record reaches could be told wrongly."""

from datetime import date

import pandas as pd
import pytest

from ewdash.views import months
from tests.reading import installed


@pytest.mark.parametrize(
    ("today", "behind"),
    [
        (date(2026, 7, 1), "one month behind"),
        (date(2026, 11, 26), "5 months"),
        (date(2027, 6, 30), "12 months"),
    ],
)
def test_the_reach_of_the_record_is_told_in_whole_months(today, behind):
    sentence = months.reach(installed(), today=today)
    assert sentence.startswith("On record: deaths to June 2026")
    assert behind in sentence
    assert "31 March 2026" in sentence


def test_months_of_which_nothing_is_on_record_are_told_in_order(monkeypatch):
    held = pd.DataFrame({"month": pd.to_datetime(["2001-06-01", "2001-01-01", "2001-03-01", "2001-03-01"])})
    monkeypatch.setattr(months, "country_months", lambda record: held)
    assert months._missing(None) == [pd.Timestamp(2001, month, 1) for month in (2, 4, 5)]
    monkeypatch.setattr(months, "country_months", lambda record: held.iloc[2:])
    assert months._missing(None) == []
