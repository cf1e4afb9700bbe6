"""What comes next could be put before the wrong session, called ended, or paired with the wrong Council."""

import pandas as pd
import pytest

from ewdash.analysis import due
from ewdash.data import store

DAY = pd.Timestamp(2026, 11, 26)
NO_REVIEWS = pd.DataFrame(columns=["iso3", "cycle", "session", "opens", "month", "source", "confidence"])
BLANK = {
    **{"mandate": "A mandate", "iso3": "SDN", "body": "HRC", "kind": "special_rapporteur"},
    **{"set_by": "A/HRC/RES/61/1", "set_on": pd.Timestamp(2026, 3, 31), "ends": pd.NaT, "months": pd.NA},
    **{"rule": "date", "asks": None, "due": None, "source": "a test", "confidence": "verified"},
}


def recorded(*more):
    """Return a record that ends with session 61 and the presidencies of 2026, and what is added."""
    rows = [
        ("HRC 60", "regular", "2025-09-08", "2025-10-08", None, "verified"),
        ("HRC 61", "regular", "2026-02-23", "2026-03-31", None, "verified"),
        ("SC 2026-11", "presidency", "2026-11-01", "2026-11-30", "LVA", "recalled"),
        ("SC 2026-12", "presidency", "2026-12-01", "2026-12-31", "LBR", "recalled"),
        *more,
    ]
    table = pd.DataFrame(rows, columns=["session", "kind", "start", "end", "iso3", "confidence"])
    return table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))


def mandates(*rows):
    table = pd.DataFrame([BLANK | row for row in rows])
    for day in ("set_on", "ends"):
        table[day] = pd.to_datetime(table[day])
    return table


def listed(*rows, day=DAY, reviews=NO_REVIEWS, sessions=None):
    table = recorded() if sessions is None else sessions
    return due.listing(mandates(*rows), reviews, table, day=pd.Timestamp(day))


def term(**row):
    rows = listed(row)
    return rows[rows["what"] == "term"].iloc[0]


@pytest.mark.parametrize(
    ("end", "session"),
    [
        ("2027-03-31", "HRC 64"),  # in its months
        ("2027-04-03", "HRC 64"),
        ("2027-02-10", "HRC 63"),  # before late February: the last to open by then
        ("2026-12-31", "HRC 63"),
        ("2027-07-08", "HRC 65"),
        ("2027-08-01", "HRC 65"),
        ("2027-09-30", "HRC 66"),
        ("2028-04-03", "HRC 67"),
        ("2026-10-06", "HRC 63"),  # set at session 60 for one year
        ("2026-07-08", "HRC 62"),
        ("2026-03-31", "HRC 61"),
    ],
)
def test_a_term_is_taken_up_by_the_last_regular_session_to_open_by_its_end(end, session):
    assert term(ends=end)["meeting"] == session


def test_sessions_are_counted_from_the_last_on_record_three_a_year():
    rows = due.sessions(recorded(), until=pd.Timestamp(2028, 3, 1)).set_index("meeting")
    assert list(rows.index) == [f"HRC {number}" for number in range(60, 68)]
    assert not rows.loc["HRC 61", "by_rule"]
    assert rows.loc["HRC 62":, "by_rule"].all()
    months = [
        (opens.month, closes.month) for opens, closes in zip(rows["opens"], rows["closes"], strict=True)
    ]
    assert months[2:] == [(6, 7), (9, 10), (2, 4), (6, 7), (9, 10), (2, 4)]


def test_a_session_that_the_record_skips_or_leaves_open_has_its_days_by_rule():
    rows = due.sessions(
        recorded(("HRC 63", "regular", "2026-09-07", None, None, "verified")), until=pd.Timestamp(2027, 1, 1)
    ).set_index("meeting")
    assert rows["basis"].to_dict() == {
        "HRC 60": "held",
        "HRC 61": "held",
        "HRC 62": "rule",
        "HRC 63": "rule",  # its opening is on record, its last day is not
        "HRC 64": "rule",
    }
    assert rows.loc["HRC 62", "by_rule"]
    assert rows.loc["HRC 62", "opens"].month == 6
    assert not rows.loc["HRC 63", "by_rule"]
    assert rows.loc["HRC 63", "closes"].month == 10


def test_a_session_that_is_planned_in_the_table_is_none_that_was_held():
    planned = recorded(("HRC 63", "regular", "2026-09-07", "2026-10-07", None, "planned"))
    rows = due.sessions(planned, until=pd.Timestamp(2027, 1, 1)).set_index("meeting")
    assert rows.loc["HRC 63", "basis"] == "planned"
    assert not rows.loc["HRC 63", "by_rule"]
    row = listed({"ends": "2026-12-31"}, sessions=planned).iloc[0]
    assert (row["meeting"], row["state"], row["basis"]) == ("HRC 63", "session-past", "planned")
    month = listed({"body": "SC", "ends": "2026-12-31"}).iloc[0]
    assert month["basis"] == "held"  # a month of the calendar needs no plan


def test_the_days_by_rule_hold_every_regular_session_since_2021():
    rows = store.load("session")
    rows = rows[(rows["kind"] == "regular") & (rows["start"] >= "2021")]
    assert len(rows) >= 16
    for opens, closes in zip(rows["start"], rows["end"].fillna(rows["start"]), strict=True):
        assert any(
            first <= (opens.month, opens.day) and (closes.month, closes.day) <= last
            for first, last in due.SLOTS
        ), opens


def test_a_term_before_the_security_council_is_of_the_month_of_its_end_and_who_presides_then():
    row = term(body="SC", ends="2026-12-20")
    assert (row["meeting"], row["presidency"], row["state"]) == ("SC 2026-12", "LBR", "due")


def test_who_presides_in_2027_is_not_known():
    row = term(body="SC", ends="2027-01-31")
    assert row["meeting"] == "SC 2027-01"
    assert pd.isna(row["presidency"])


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"ends": "2026-11-26"}, "session-past"),  # on its last day; session 63 closed in October
        ({"ends": "2027-03-31"}, "due"),
        ({"ends": "2026-11-25"}, "past"),
        ({"body": "SC", "ends": "2026-11-26"}, "due"),
        ({"body": "SC", "ends": "2026-11-25"}, "past"),
        ({"body": "SC", "ends": "2026-12-31", "rule": "final"}, "final"),
        ({"body": "SC", "ends": "2026-11-26", "rule": "final"}, "final"),  # on its last day
        ({"body": "SC", "ends": "2026-11-25", "rule": "final"}, "final-past"),
        ({"rule": "open"}, "open"),
        ({"rule": "unknown"}, "unknown"),
        ({"rule": "session"}, "unknown"),
    ],
)
def test_the_state_of_a_term_is_never_ended(row, state):
    assert term(**row)["state"] == state
    assert "ended" not in due.STATES


def test_a_term_to_a_session_ends_with_the_last_that_its_text_names_or_its_months_count():
    asked = term(rule="session", set_by="A/HRC/RES/60/1", asks="oral_update;report", due="HRC 63;HRC 66")
    assert (asked["meeting"], asked["state"]) == ("HRC 66", "due")
    counted = term(rule="session", set_by="A/HRC/RES/60/1", months=12)
    assert (counted["meeting"], counted["state"]) == ("HRC 63", "past")


def test_only_the_term_that_was_set_last_counts_of_each_mandate_and_country():
    rows = listed(
        {"ends": "2026-03-31", "set_on": "2025-03-31", "set_by": "old"},
        {"ends": "2027-03-31", "set_by": "new"},
        {"ends": "2026-12-31", "iso3": "TCD", "set_by": "of another country"},
        {"ends": "2027-01-31", "iso3": None, "set_by": "thematic"},
    )
    assert sorted(rows["set_by"]) == ["new", "of another country", "thematic"]


def test_reports_and_updates_stand_with_their_session_or_month():
    rows = listed(
        {
            "ends": "2027-04-03",
            "asks": "oral_update;report;interactive_dialogue",
            "due": "HRC 63;HRC 64;",
        },
        {"body": "SC", "mandate": "A mission", "ends": "2027-01-31", "asks": "sg_report", "due": "2026-12"},
    )
    items = rows[rows["what"] != "term"].set_index("what")
    assert items["meeting"].to_dict() == {
        "oral_update": "HRC 63",
        "report": "HRC 64",
        "sg_report": "SC 2026-12",
    }
    assert items["state"].to_dict() == {"oral_update": "passed", "report": "due", "sg_report": "due"}
    assert items.loc["sg_report", "presidency"] == "LBR"
    whole = rows[rows["what"] == "term"].iloc[-1].to_dict()  # what has no session stays with its mandate
    assert due.asks(whole) == [("oral_update", "HRC 63"), ("report", "HRC 64"), ("interactive_dialogue", "")]


def test_a_report_to_a_session_years_ahead_has_its_months():
    rows = listed({"rule": "open", "asks": "report", "due": "HRC 75"})
    assert rows[rows["what"] == "report"]["opens"].iloc[0].year == 2030


def test_reviews_are_of_the_month_in_which_the_working_group_opens():
    reviews = pd.DataFrame(
        [("SDN", 4, 54, pd.NaT, "2027-01-01"), ("TCD", 4, 53, "2026-11-02", "2026-11-01")],
        columns=["iso3", "cycle", "session", "opens", "month"],
    ).assign(source="a test", confidence="recalled")
    for day in ("opens", "month"):
        reviews[day] = pd.to_datetime(reviews[day])
    rows = listed({"ends": "2027-03-31"}, reviews=reviews, day="2026-12-01").set_index("iso3")
    rows = rows[rows["what"] == "review"]
    assert rows["meeting"].to_dict() == {"SDN": "UPR 54", "TCD": "UPR 53"}
    assert rows["state"].to_dict() == {"SDN": "due", "TCD": "passed"}
    assert rows["by_rule"].to_dict() == {"SDN": True, "TCD": False}
    assert set(rows["basis"]) == {"month"}


def test_what_comes_is_cut_at_the_months_asked_for_their_last_day_included():
    rows = listed(
        {"body": "SC", "ends": "2027-02-26"}, {"body": "SC", "ends": "2027-02-27", "mandate": "Another"}
    )
    assert due.coming(rows, day=DAY, months=3)["ends"].dt.day.tolist() == [26]


def test_ninety_days_count_their_last_day():
    rows = listed(
        {"body": "SC", "ends": DAY + pd.Timedelta(days=90)},
        {"body": "SC", "ends": DAY + pd.Timedelta(days=91), "mandate": "Another"},
    )
    assert due.within_days(rows, day=DAY)["mandate"].tolist() == ["A mandate"]


def test_what_has_newly_passed_its_end_came_after_the_moment():
    rows = listed(
        {"ends": "2026-10-06"},
        {"ends": "2026-10-07", "mandate": "Another"},
        {"ends": "2027-10-07", "mandate": "To come"},
    )
    found = due.newly_past(rows, since=pd.Timestamp(2026, 10, 6))
    assert found["mandate"].tolist() == ["Another"]


def test_a_final_term_that_has_newly_passed_keeps_its_word():
    rows = listed({"body": "SC", "ends": "2026-10-31", "rule": "final"})
    assert due.newly_past(rows, since=pd.Timestamp(2026, 10, 6))["state"].tolist() == ["final-past"]
    assert due.coming(rows, day=DAY, months=12).empty


# Session 64 by rule: 22 February to 5 April 2027.
@pytest.mark.parametrize(
    ("end", "apart"),
    [("2027-07-31", 87), ("2027-08-31", None), ("2027-01-31", 22), ("2026-12-01", 83), ("2026-11-30", 84)],
)
def test_two_councils_meet_in_a_quarter_where_no_more_than_ninety_days_lie_between(end, apart):
    rows = listed(
        {"ends": "2027-03-31"}, {"body": "SC", "ends": end, "mandate": "A mission", "kind": "peacekeeping"}
    )
    found = due.both_councils(rows, day=DAY, months=12)
    assert found["apart"].tolist() == ([] if apart is None else [apart])


@pytest.mark.parametrize(("opens", "found"), [("2027-07-04", True), ("2027-07-05", False)])
def test_the_ninetieth_day_is_of_the_quarter_and_the_next_is_not(opens, found):
    rows = listed({"ends": "2027-03-31"}, {"body": "SC", "ends": "2027-07-31", "mandate": "A mission"})
    rows.loc[rows["body"] == "SC", "opens"] = pd.Timestamp(opens)
    assert (len(due.both_councils(rows, day=DAY, months=12)) == 1) is found


def test_which_way_an_input_can_go_follows_from_the_order_of_the_two():
    first = {"ends": "2027-03-31"}
    before = listed(first, {"body": "SC", "ends": "2027-01-31", "mandate": "A mission"})
    after = listed(first, {"body": "SC", "ends": "2027-05-31", "mandate": "A mission"})
    ways = [
        due.both_councils(rows, day=DAY, months=12)[["to_new_york", "to_geneva"]].iloc[0].tolist()
        for rows in (before, after)
    ]
    assert ways == [[False, True], [True, False]]


def test_pairs_are_of_one_situation_that_is_not_over_and_not_of_another_matter():
    sc = {"body": "SC", "mandate": "A mission", "ends": "2027-01-31"}
    hrc = {"ends": "2027-03-31"}
    golan = "United Nations Disengagement Observer Force (UNDOF)"
    for row in (
        sc | {"iso3": "TCD"},
        sc | {"iso3": None},
        sc | {"ends": "2026-11-25"},
        sc | {"mandate": golan},
    ):
        assert due.both_councils(listed(hrc, row), day=DAY, months=12).empty
    assert due.both_councils(listed(hrc, sc), day=DAY, months=1).empty
    assert len(due.both_councils(listed(hrc, sc), day=DAY, months=2)) == 1


def test_nothing_on_record_gives_an_empty_listing():
    empty = due.listing(mandates({}).iloc[:0], NO_REVIEWS, recorded(), day=DAY)
    assert list(empty.columns) == list(due.COLUMNS)
    assert due.both_councils(empty, day=DAY, months=12).empty


def test_the_recorded_end_of_a_mechanism_is_that_of_its_last_text_alone():
    mechanisms = pd.DataFrame(
        [
            ("A mandate", "SDN", "A/HRC/RES/1/1", "A/HRC/RES/61/1"),
            ("A mandate", "TCD", "A/HRC/RES/61/1", None),  # of another country
            ("Renewed since", "SDN", "A/HRC/RES/1/1", "A/HRC/RES/63/1"),
            ("New", "SDN", "A/HRC/RES/61/1", None),
        ],
        columns=["mechanism", "iso3", "established_by", "renewed_by"],
        index=[7, 8, 9, 10],
    )
    terms = mandates(
        {"ends": "2025-10-06", "set_by": "A/HRC/RES/57/1", "set_on": "2024-10-06"},
        {"ends": "2026-10-06"},
        {"ends": "2026-10-06", "mandate": "Renewed since"},
        {"ends": "2026-10-07", "mandate": "New"},
        {"ends": "2026-10-08", "mandate": "New", "body": "SC", "set_on": "2026-04-30"},
    )
    ends = due.recorded_ends(mechanisms, terms, day=DAY)
    assert ends.dropna().to_dict() == {7: pd.Timestamp(2026, 10, 6), 10: pd.Timestamp(2026, 10, 7)}
    assert due.recorded_ends(mechanisms, terms, day=pd.Timestamp(2026, 1, 1)).isna().all()


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ({}, True),
        ({"action_type": "draft_rejected", "date": "2027-10-06"}, True),  # a year after the end
        ({"date": "2027-10-07"}, False),
        ({"date": "2025-10-06"}, False),  # the day of the text that set the term
        ({"iso3": "TCD"}, False),
        ({"action_type": "resolution"}, False),
        ({"body": "GA"}, False),
    ],
)
def test_a_draft_that_failed_stands_beside_a_past_term_of_its_country_from_its_text_to_a_year_after(
    act, found
):
    draft = {"iso3": "SDN", "body": "SC", "action_type": "veto", "symbol": "S/2026/1", "date": "2026-09-30"}
    acts = pd.DataFrame([draft | act])
    acts["date"] = pd.to_datetime(acts["date"])
    day = pd.Timestamp(2028, 1, 1)
    past = {"body": "SC", "set_on": "2025-10-06", "ends": "2026-10-06"}
    (own,) = due.failed_drafts(listed(past, day=day), acts, day=day)
    assert len(own) == found
    (early,) = due.failed_drafts(listed(past, day=day), acts, day=pd.Timestamp(2025, 10, 5))
    assert early.empty  # not known then
    for other in (past | {"body": "HRC"}, past | {"ends": "2028-10-06"}):
        assert due.failed_drafts(listed(other, day=day), acts, day=day)[0].empty
