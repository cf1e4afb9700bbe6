"""A replay could show what came later, or claim a document that is not in the table."""

import functools

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.views import cases
from tests.pages.test_pages import opened, said

KEPT = {"load": functools.cache(store.load), "describe": store.card}


@pytest.mark.parametrize("case", cases.ORDER)
def test_no_month_holds_anything_later(case):
    steps = cases.months(case=case, **KEPT)
    for step in (steps[0], steps[len(steps) // 2], steps[-1]):
        month = pd.Timestamp(step)
        end = month + pd.offsets.MonthEnd(0)
        view = cases.replay(case=case, month=month, **KEPT)
        assert all(pd.Timestamp(day) <= end for day in view.block.table["date"])
        drawn = [trace for trace in view.block.figure.data if "mode" not in trace or trace.mode != "text"]
        for trace in drawn:
            assert all(pd.Timestamp(day) <= end for day in trace.x or ())
        assert bool(view.closing) == (step == steps[-1])


def test_a_later_month_changes_no_earlier_one():
    """Deaths after the month may be anything: the month's view says the same."""
    month = pd.Timestamp(2016, 6, 1)
    before = cases.replay(case="BDI", month=month, **KEPT)

    def other(table):
        rows = KEPT["load"](table)
        if table != "conflict_month":
            return rows
        later = (rows["iso3"] == "BDI") & (rows["month"] > month)
        return rows.assign(deaths_best=rows["deaths_best"].mask(later, 9999))

    after = cases.replay(case="BDI", month=month, load=other, describe=store.card)
    assert (before.headline, before.news, before.gaps) == (after.headline, after.news, after.gaps)


def test_burundi_in_december_2015_names_the_special_session():
    view = cases.replay(case="BDI", month=pd.Timestamp(2015, 12, 1), **KEPT)
    assert any("A/HRC/S-24" in line for line in view.news)


def test_what_is_recalled_is_marked_so():
    view = cases.replay(case="LKA", month=pd.Timestamp(2009, 5, 1), **KEPT)
    (statement,) = [line for line in view.news if "SC/9659" in line]
    assert "unverified" in statement
    (session,) = [line for line in view.news if "Special session 11" in line]
    assert "unverified" not in session


def test_rwanda_in_april_1994_is_high_intensity():
    view = cases.replay(case="RWA", month=pd.Timestamp(1994, 4, 1), **KEPT)
    assert "5 High intensity" in view.headline


def test_the_page_steps_on_and_back():
    at = opened("pages/past_cases.py", case="LKA", step="2009-03")
    assert "Sri Lanka, March 2009" in said(at)
    next(button for button in at.button if button.label == "On one month").click().run()
    assert "Sri Lanka, April 2009" in said(at)
    next(button for button in at.button if button.label == "Back one month").click().run()
    assert "Sri Lanka, March 2009" in said(at)
    assert not at.exception


@pytest.mark.parametrize("step", ["1800-01", "x", "2009-99"])
def test_an_unknown_month_begins_at_the_start(step):
    at = opened("pages/past_cases.py", case="LKA", step=step)
    assert "Sri Lanka, January 2008" in said(at)
