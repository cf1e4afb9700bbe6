"""A step that many answers take could sort or join tables again, which costs each of them milliseconds."""

import random

import numpy as np
import pandas as pd
import pytest

from ewdash.analysis import council_acts, levels, signals_at, vintages
from ewdash.data.record import opened
from ewdash.model.situations import VINTAGES
from ewdash.views.comparison.page import compare_view
from ewdash.views.councils import acts_about
from ewdash.views.months import country_months
from ewdash.views.signals import signals_between
from ewdash.views.world import world_view

LAST = pd.Timestamp("2025-08-01")  # beyond the final record: several vintages of one month


def refuse_tables(monkeypatch):
    """Refuse from here on what pandas does slowly with tables of a few hundred rows."""

    def refused(*_, **__):
        raise AssertionError("a table is sorted, joined or grouped anew in each answer")

    for name in ("sort_values", "merge", "drop_duplicates", "groupby", "unstack"):
        monkeypatch.setattr(pd.DataFrame, name, refused)


def test_the_signals_of_late_are_found_without_sorting_tables(monkeypatch):
    rows = signals_between(opened(), LAST - pd.DateOffset(months=5), LAST)
    refuse_tables(monkeypatch)
    found = signals_at.window(rows, LAST)
    assert len(rows) > len(found) > 0
    assert len(signals_at.at_month(rows, LAST))


def test_the_world_at_a_month_is_told_without_sorting_tables(monkeypatch):
    record = opened()
    selection = {"region": "africa", "group": None, "layer": "stage"}
    world_view(record, month=pd.Timestamp("2020-12-01"), **selection)
    refuse_tables(monkeypatch)
    view = world_view(record, month=pd.Timestamp("2014-05-01"), **selection)
    assert view.map["values"]
    assert not view.lists["serious"]().rows.empty


def test_situations_are_compared_without_sorting_tables(monkeypatch):
    record = opened()
    choice = {"years": None, "measure": "per_million", "by": "calendar", "span": "year", "axis": "log"}
    choice |= {"onset": "latest", "countries": ("SDN", "SYR", "ISL")}
    compare_view(record, month=pd.Timestamp("2020-12-01"), **choice)
    refuse_tables(monkeypatch)
    view = compare_view(record, month=pd.Timestamp("2014-05-01"), **choice)
    assert view.picture.figure.data
    assert len(view.picture.table) > 500


def test_acts_are_counted_without_joining_tables(monkeypatch):
    record = opened()
    acts = acts_about(record, ["SDN"])
    refuse_tables(monkeypatch)
    assert sum(council_acts.by_body(acts).values()) <= len(council_acts.texts(acts))


def test_the_most_complete_vintage_of_each_key_is_taken_in_the_order_of_the_keys():
    keys = [
        (code, month) for code in ("B", "A", "C") for month in pd.to_datetime(["2020-02-01", "2020-01-01"])
    ]
    rows = [
        (*key, vintage) for key in keys for vintage in VINTAGES if (key[0], vintage) != ("A", VINTAGES[0])
    ]
    random.Random(1).shuffle(rows)
    found = vintages.most_complete(
        pd.DataFrame(rows, columns=["iso3", "month", "vintage"]), ["iso3", "month"]
    )
    assert list(zip(found["iso3"], found["month"], strict=True)) == sorted(keys)
    best = np.where(found["iso3"] == "A", VINTAGES[1], VINTAGES[0])
    assert found["vintage"].tolist() == best.tolist()


def test_a_timeline_does_not_add_up_a_month_told_twice():
    rows = country_months(opened(), ["SDN"])
    with pytest.raises(ValueError, match="one row per month"):
        levels.timeline(pd.concat([rows, rows.tail(1)]))


@pytest.mark.parametrize("last", [LAST, pd.Timestamp("2024-12-01"), pd.Timestamp("1994-04-01")])
def test_what_is_listed_once_for_all_months_is_what_the_signals_say_at_each(last):
    rows = opened().table("signal_month")
    after = last - pd.DateOffset(months=signals_at.RECENT_MONTHS)
    recent = signals_at.recent_alerts(rows, last)
    found = signals_at.latest(signals_at.all_alerts(rows), after, last).values()
    assert [(alert.iso3, alert.month) for alert in found] == list(
        zip(recent["iso3"], recent["month"], strict=True)
    )
    months = sorted(signals_at.open_months(rows).items(), reverse=True)
    undecided = signals_at.crossing(rows, last)
    assert [(code, day) for day, codes in months for code in codes if after < day <= last] == list(
        zip(undecided["iso3"], undecided["month"], strict=True)
    )
    now = signals_at.at_month(rows, last)
    untold = signals_at.unjudged_months(rows).get(last, ())
    assert list(untold) == now.loc[now["unjudged"].notna(), "iso3"].tolist()
