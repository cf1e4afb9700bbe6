"""Something new could be missed, told twice, or told as new though it was there before."""

import functools
from datetime import date

import pandas as pd
import pytest

from ewdash.analysis import changes
from ewdash.data import store
from ewdash.model import moments
from ewdash.papers.pdf import pdf
from ewdash.views import since

LOAD = functools.cache(store.load)
SESSIONS = LOAD("session")
ALL = {"load": LOAD, "describe": store.card}


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("HRC-60", date(2025, 10, 8)),
        ("HRC-S-38", date(2025, 11, 14)),
        ("SC-2025-12", date(2025, 12, 31)),
        ("2025-02-28", date(2025, 2, 28)),
        ("2025-02-30", None),
        ("HRC-99", None),
        ("SC-1999-01", None),
        ("<b>", None),
        ("", None),
    ],
)
def test_a_moment_is_the_last_day_of_its_session_or_month(given, day):
    assert moments.day_of(given, SESSIONS) == day


def test_every_moment_offered_is_one():
    found = since.options(**ALL)
    assert len(found) == sum(since.OFFERED.values())
    assert all(moments.day_of(key, SESSIONS) for key in found)


def test_acts_of_the_day_itself_are_not_new_and_of_the_next_day_are():
    rows = pd.DataFrame({"date": pd.to_datetime(["2025-10-08", "2025-10-09", "2025-10-10"])})
    assert changes.after(rows, date(2025, 10, 8))["date"].dt.day.tolist() == [10, 9]


def months(stages, vintage="final", alert=0):
    first = pd.date_range("2024-01-01", periods=len(stages), freq="MS")
    return pd.DataFrame({"iso3": "AAA", "month": first, "vintage": vintage, "stage": stages, "alert": alert})


def test_a_stage_changes_inside_one_vintage_only_and_not_by_lower_bounds():
    rows = pd.concat([months([1, 2, 2, 4]), months([0, 0, 0, 0], "candidate"), months([0, 5], "lower_bound")])
    found = changes.stages(rows, date(2024, 2, 28))
    assert found[["before", "stage"]].to_numpy().tolist() == [[2, 4], [1, 2]]
    assert len(changes.stages(rows, date(2024, 2, 29))) == 1


def test_an_alert_is_new_while_its_month_ends_after_the_moment():
    rows = months([0, 0, 0], alert=1)
    assert len(changes.alerts(rows, date(2024, 2, 29))) == 1
    assert len(changes.alerts(rows, date(2024, 2, 28))) == 2


def test_what_is_new_in_sudan_since_the_60th_session_is_what_the_tables_hold():
    made = since.news(since="HRC-60", scope=("SDN",), **ALL)
    day = pd.Timestamp(2025, 10, 8)
    acts = sum(
        len(table[(table["iso3"] == "SDN") & (table["date"] > day)])
        for table in (LOAD("council_action"), LOAD("council_crossing"))
    )
    told = made.table[made.table["kind"].isin(["hrc", "sc", "other"])]
    assert len(told) == acts > 0
    assert (pd.to_datetime(told["date"]) > day).all()
    assert any("Special session 38" in line for line in made.lines)
    assert not any("nan" in line for line in made.lines)


def test_a_region_holds_only_its_own_and_the_data_changes_of_all():
    whole = since.news(since="HRC-59", scope=None, **ALL).table
    part = since.news(since="HRC-59", scope=("AFG", "IRN"), **ALL).table
    own = part[~part["kind"].isin(["source", "revision", "method"])]
    assert set(own["country"]) <= {"Afghanistan", "Iran (Islamic Republic of)"}
    assert 0 < len(part) < len(whole)


def test_nothing_is_new_after_the_last_day_of_all():
    made = since.news(since="2026-12-31", scope=None, **ALL)
    assert made.table.empty
    assert "no alert" in made.sentence
    assert len(made.lines) == 1


def test_the_digest_is_a_paper_and_a_table_that_hold_the_same():
    asked = {"since": "HRC-60", "scope": None, "name": "the world"}
    pack = since.digest_pack(**asked, address="http://localhost/since", **ALL)
    rows = sum(len(part.table) for part in pack.parts)
    assert rows == len(since.digest(**asked, **ALL).table) > 20
    assert [name for name, _ in pack.data] == ["since.csv", "sources.csv"]
    assert pdf(pack).startswith(b"%PDF")


def test_every_change_of_the_tables_names_a_table_and_a_day_not_in_the_future():
    rows = LOAD("revision")
    assert set(rows["kind"]) == {"source", "revision", "method"}
    covered = store.card("revision").provenance
    assert rows["date"].between(pd.Timestamp(covered.covers_from), pd.Timestamp(covered.covers_to)).all()


def test_a_page_without_a_present_situation_tells_of_the_data_alone():
    made = since.data_news(since="HRC-60", **ALL)
    assert len(made.lines) == len(LOAD("revision"))
    assert "alert" not in made.sentence
    assert since.data_news(since="2026-12-31", **ALL).lines == ()
