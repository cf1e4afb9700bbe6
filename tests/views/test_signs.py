"""What is looked up of all months could differ from what the signals say of one."""

import pandas as pd
import pytest

from ewdash.analysis import signals_at
from ewdash.data.record import opened
from ewdash.views.months import newest
from ewdash.views.signals import signals
from ewdash.views.signs import PART, WHOLE, signs

RECORD = opened()


@pytest.mark.parametrize("month", ["1989-12-01", "1990-06-01", "2012-03-01", "2024-12-01", "2026-04-01"])
@pytest.mark.parametrize("region", [None, "africa", "melanesia"])
def test_a_month_says_what_the_signals_say_of_it(month, region):
    month = pd.Timestamp(month)
    last, inside = newest(RECORD, month), RECORD.places.within(region=region, group=None)
    rows = signals(RECORD)
    rows = rows[rows["iso3"].isin(inside) & rows["month"].le(last)]
    found = signs(RECORD, set(inside), month, last)
    now = signals_at.at_month(rows, month)
    assert [row["iso3"] for row in found.stages] == now["iso3"].tolist()
    assert [row["stage"] for row in found.stages] == now["stage"].tolist()
    assert [signals_at.reason(row) for row in found.stages] == [
        signals_at.reason(row) for row in now.to_dict("records")
    ]
    moved = [row for row in found.stages if pd.notna(row["before"])]
    told = signals_at.moved(rows, now)
    for name in ("iso3", "before", "since", "direction"):
        assert [row[name] for row in moved] == told[name].tolist()
    alerts, crossing = signals_at.recent_alerts(rows, last), signals_at.crossing(rows, last)
    names = ["iso3", "month", "vintage", "alert", "deaths_month"]
    assert [alert[:5] for alert in found.alerts] == [*alerts[names].itertuples(index=False, name=None)]
    assert [(row["iso3"], row["month"]) for row in found.crossing] == list(
        zip(crossing["iso3"], crossing["month"], strict=True)
    )
    window = signals_at.window(rows, last)
    assert found.known is (len(window) > 0)
    by_month = {day: set(part["unjudged"]) for day, part in window.groupby("month")}
    assert found.unjudged == {
        PART: [day for day, given in by_month.items() if PART in given],
        WHOLE: [day for day, given in by_month.items() if given == {WHOLE}],
    }


def test_stages_of_all_months_move_as_those_of_one():
    rows = signals(RECORD)
    every = signals_at.moved(rows, signals_at.of_each_month(rows))
    for month in (pd.Timestamp("1990-01-01"), pd.Timestamp("2008-10-01"), rows["month"].max()):
        one = signals_at.moved(rows, signals_at.at_month(rows, month))
        pd.testing.assert_frame_equal(every[every["month"] == month], one)
