"""The record could be said to reach further, or less far, than its sources do."""

import pandas as pd
import pytest

from ewdash.data import hand, store
from ewdash.data.tables import record_reach
from ewdash.model import record_reach as model

REACH = store.load("record_reach").set_index(["body", "series"])
ACTS = store.load("council_action")


@pytest.mark.parametrize(
    ("body", "read_in", "day"),
    [
        ("HRC", "lszoszk/hrc-voting", "2026-03-31"),
        ("CHR", "lszoszk/hrc-voting", "2005-04-22"),
        ("SC", "oliverunv/Voting-Agent", "2026-01-27"),
    ],
)
def test_texts_are_whole_to_the_last_one_that_a_source_of_all_texts_gave(body, read_in, day):
    whole = ACTS[(ACTS["body"] == body) & ACTS["source"].str.contains(read_in) & ACTS["symbol"].notna()]
    assert whole["date"].max() == pd.Timestamp(day)
    assert REACH.loc[(body, "texts"), "reaches_to"] == pd.Timestamp(day)


def test_the_councils_ends_are_those_of_their_texts():
    ends = model.texts(store.load("record_reach"))
    assert ends == {"hrc": pd.Timestamp(2026, 3, 31), "sc": pd.Timestamp(2026, 1, 27)}
    clock = store.load("response_clock").groupby("body")["covered_to"].unique()
    assert {body: [*days] for body, days in clock.items()} == {
        "hrc": [ends["hrc"]],
        "mechanism": [ends["hrc"]],
        "sc": [ends["sc"]],
    }


def test_meetings_are_whole_as_far_as_their_table_says():
    card, last = store.card("sc_meeting").provenance, store.load("sc_meeting")["date"].max()
    assert REACH.loc[("SC", "meetings"), "reaches_to"].date() == card.covers_to
    assert last.date() <= card.covers_to


@pytest.mark.parametrize(
    ("body", "series", "day", "symbol"),
    [
        ("SC", "texts", "2026-03-11", "S/RES/2817 (2026)"),
        ("SC", "presidential_statements", "2025-03-14", "S/PRST/2025/4"),
        ("HRC", "special_sittings", "2026-03-25", "A/HRC/RES/61/1"),
    ],
)
def test_the_last_single_act_is_the_one_on_record(body, series, day, symbol):
    assert REACH.loc[(body, series), "singles_to"] == pd.Timestamp(day)
    rows = ACTS[(ACTS["body"] == body) & (ACTS["date"] == day)]
    assert symbol in set(rows["symbol"])


def test_the_table_is_what_the_acts_of_today_make_of_the_hand_file():
    made = record_reach.joined(pd.DataFrame(), hand.HAND, store.load)
    pd.testing.assert_frame_equal(made.astype(str), store.load("record_reach").astype(str))


def test_each_act_but_a_crossing_or_a_report_is_in_a_series_of_its_body():
    acts = ACTS[ACTS["body"].isin(["HRC", "SC"]) & ACTS["symbol"].notna()]
    found = pd.Series(False, acts.index)
    for body, series in REACH.index:
        found |= model.belongs(acts, body, series)
    left = set(acts.loc[~found, "action_type"])
    assert left <= {"report", "early_warning_document", "sc_cites_hrc", "sc_agenda_added"}


@pytest.mark.parametrize(
    ("symbol", "iso3", "day", "kind"),
    [
        ("S/RES/2814 (2026)", "HTI", "2026-01-29", "special_political_mission"),
        ("S/RES/2815 (2026)", "CYP", "2026-01-30", "peacekeeping_mandate"),
        ("S/RES/2817 (2026)", "IRN", "2026-03-11", "resolution"),
    ],
)
def test_the_verified_additions_of_2026_are_on_record_once(symbol, iso3, day, kind):
    rows = ACTS[ACTS["symbol"] == symbol]
    assert len(rows) == 1
    found = rows.iloc[0]
    assert (found["iso3"], f"{found['date']:%Y-%m-%d}", found["action_type"]) == (iso3, day, kind)
    assert found["confidence"] == "verified"


def test_the_votes_of_march_and_april_2026_stand_beside_their_acts():
    rows = ACTS[(ACTS["iso3"] == "IRN") & (ACTS["body"] == "SC") & (ACTS["date"] >= "2026-03-11")]
    told = {row["action_type"]: row["label"] for row in rows.to_dict("records")}
    assert "(13-0-2)" in told["resolution"]
    assert "(11-2-2)" in told["veto"]
    assert told["draft_rejected"] == "Draft of the Russian Federation not carried"


def test_what_one_unverified_note_says_is_not_shown():
    assert not ACTS["symbol"].isin(["S/RES/2818 (2026)", "S/RES/2819 (2026)", "S/PRST/2026/1"]).any()


def test_session_63_has_its_planned_days_and_session_62_none():
    sessions = store.load("session").set_index("session")
    assert "HRC 62" not in sessions.index
    row = sessions.loc["HRC 63"]
    assert [row["start"], row["end"]] == [pd.Timestamp(2026, 9, 7), pd.Timestamp(2026, 10, 7)]
    assert row["confidence"] == "planned"
