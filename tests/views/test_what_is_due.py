"""What is due could be left out in silence, said to have ended, advised upon, or of the wrong day."""

import functools
import re
from datetime import date

import pandas as pd
import pytest

from ewdash.analysis import due as rules
from ewdash.charts import dues
from ewdash.data.record import Record
from ewdash.model.errors import DatasetMissingError, NotCoveredError, NothingDueError
from ewdash.render import render
from ewdash.views import cooperation, due, due_before_both, due_calendar, subjects
from ewdash.views.briefings.comparison import comparison_briefing
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.briefings.region import region_briefing
from ewdash.views.months import FAR_FUTURE
from ewdash.views.pictures import picture
from tests.reading import installed

DAY = pd.Timestamp(2026, 11, 26)
APRIL = pd.Timestamp(2026, 4, 1)
BLANK = {
    **{"mandate": "A mandate", "iso3": "SDN", "body": "HRC", "kind": "special_rapporteur"},
    **{"set_by": "A/HRC/RES/61/1", "set_on": "2026-03-31", "ends": None, "months": pd.NA},
    **{"rule": "date", "asks": None, "due": None, "source": "a test", "confidence": "verified"},
}
MISSION = {"body": "SC", "kind": "peacekeeping", "mandate": "A mission", "set_by": "S/RES/2814 (2026)"}
PANEL = {**MISSION, "mandate": "A panel of no country", "kind": "sanctions_panel"}


class Terms(Record):
    """The installed record with terms of its own, and with no sessions after the 61st but those given."""

    def __init__(self, *rows, reviews=(), missing=(), planned=()):
        super().__init__(state=repr((rows, reviews, missing, planned)))
        self.rows, self.reviews, self.missing, self.planned = rows, reviews, missing, planned

    def table(self, name):
        if name in self.missing:
            raise DatasetMissingError(table=name)
        if name == "mandate_term":
            table = pd.DataFrame([BLANK | row for row in self.rows], columns=list(BLANK))
            return table.assign(ends=pd.to_datetime(table["ends"]), set_on=pd.to_datetime(table["set_on"]))
        if name == "upr_due":
            names = ["iso3", "cycle", "session", "opens", "month", "source", "confidence"]
            table = pd.DataFrame(self.reviews, columns=names)
            return table.assign(opens=pd.to_datetime(table["opens"]), month=pd.to_datetime(table["month"]))
        rows = super().table(name)
        if name == "session":
            known = (rows["kind"] != "regular") | (rows["start"] < "2026-04")
            more = [
                {"session": name, "kind": "regular", "start": start, "end": end}
                | {"confidence": "planned", "origin": "added"}
                for name, start, end in self.planned
            ]
            more = pd.DataFrame(more, columns=rows.columns).astype(rows.dtypes)
            return pd.concat([rows[known], more], ignore_index=True)
        return rows


SOME = Terms(
    {"ends": "2027-03-31", "asks": "report;oral_update", "due": "HRC 64;"},
    {**MISSION, "ends": "2027-01-31"},
    {"mandate": "Past", "ends": "2026-10-06"},
    {"mandate": "Open", "rule": "open", "iso3": "TCD"},
    {"mandate": "Not known", "rule": "unknown", "iso3": "TCD"},
    {**PANEL, "iso3": None, "ends": "2026-12-31"},
    {"mandate": "Later", "iso3": "MLI", "ends": "2028-03-31"},
    {**MISSION, "mandate": "Last", "iso3": "LBN", "rule": "final", "ends": "2026-12-31"},
    reviews=[("TCD", 4, 54, None, "2027-01-01", "the order", "recalled")],
)  # fmt: skip


def asked(record=SOME, **more):
    return {"record": record, "day": DAY, "region": None, "group": None, **more}


def test_the_headline_counts_ends_by_council_reports_reviews_and_what_is_past():
    assert due.headline(**asked()) == (
        "What is due in the world within 12 months of 26 November 2026: one recorded end before the Human "
        "Rights Council, 3 before the Security Council; one report, update or dialogue; one review. "
        "Reviews on record up to session 54 (January 2027). "
        "One mandate is past the recorded end: renewal not on record. "
        "One of all these is recalled, unverified."
    )
    assert "no recorded end before the Human Rights Council, 2 before" in due.headline(
        **asked(months=3, kind="mission")
    )


def test_the_list_stands_in_order_of_date_with_session_month_presidency_and_state():
    table = due.ahead(**asked()).table.set_index("due_mandate")
    assert table["date"].is_monotonic_increasing
    assert list(table.columns) == [name for name in due.COLUMNS if name != "due_mandate"]
    whole = table[table["due_what"] == "Recorded end"]
    assert whole.loc["A mandate", "due_meeting"] == "HRC 64, Feb 2027 to Apr 2027 (months by rule)"
    assert whole.loc["A mandate", "asked"] == "Report (HRC 64); Oral update"
    assert whole.loc["A mandate", "symbol"] == "A/HRC/RES/61/1"
    assert whole.loc["A mission", "due_meeting"] == "January 2027"
    assert whole.loc["A mission", "presidency"] == "not known: the members of 2027 are not on record"
    assert whole.loc["Last", "presidency"] == "Liberia (recalled, unverified)"
    assert whole.loc["Last", "due_state"] == "due; by its text a final term"
    assert whole["due_source"].eq("a test").all()


LAST = {**MISSION, "mandate": "Last", "iso3": "YEM", "rule": "final", "ends": "2026-10-31"}


def test_a_day_is_told_only_where_it_is_known_and_else_the_month():
    """A review of January, or a report to a session whose days are by rule, is of no first day."""
    rows = due.listing(installed(), DAY)
    told = due.table(installed(), rows)["date"]
    term, held = (
        rows["what"].eq(rules.TERM),
        rows["body"].eq("HRC") & ~rows["by_rule"].astype("boolean").fillna(True),
    )
    known = (term & rows["ends"].notna()) | held
    dated = rows["date"].notna()
    assert set(told[dated & known].str.len()) == {len("2026-11-26")}
    assert set(told[dated & ~known].str.len()) == {len("2026-11")}
    assert set(told[rows["meeting"].eq("UPR 54")]) == {"2027-01"}
    assert told[~dated].isna().all()
    reports = rows["what"].ne(rules.TERM) & rows["body"].eq("SC")
    assert reports.any()
    assert set(told[reports].str.len()) == {len("2026-11")}


def test_a_final_term_whose_end_is_past_says_what_its_text_set_and_not_that_a_renewal_is_missing():
    record = Terms(LAST, {"mandate": "Past", "ends": "2026-10-06", "iso3": "YEM"})
    said = "final term, set to end on 31 October 2026 by S/RES/2814 (2026); its end is past"
    table = due.past(**asked(record)).table.set_index("due_mandate")
    assert table["due_state"].to_dict() == {
        "Past": "past its recorded end: renewal not on record",
        "Last": said,
    }
    assert "1 past the recorded end, 1 past that of a final term" in due.past(**asked(record)).caption
    own = due.of_country(record, country="YEM", month=APRIL, years=10, day=DAY)
    assert own.table.set_index("due_mandate").loc["Last", "due_state"] == said
    assert "Final term, its set end is past: Last (Recorded end, 31 October 2026)." in own.notes[0]
    assert due.headline(**asked(record)).endswith(
        "One mandate is past the recorded end: renewal not on record. "
        "One final term has its set end behind it."
    )
    assert "No recorded end has passed" not in due.headline(**asked(Terms(LAST)))
    lines = due.lines(record, scope=("YEM",), since=date(2026, 9, 30), day=DAY)
    assert lines[1:] == (
        "Newly past the recorded end, renewal not on record: Past (Recorded end, 6 October 2026).",
        "Newly past the end that its last text set for a final term: Last (Recorded end, 31 October 2026).",
    )
    paper = due.section(record, scope=("YEM",), name="Yemen", day=DAY).lines
    assert paper[:2] == (
        "Past the recorded end, renewal not on record: Past (Recorded end, 6 October 2026).",
        "Final term, its set end is past: Last (Recorded end, 31 October 2026).",
    )


@pytest.mark.parametrize(("country", "mission"), [("IRQ", "UNAMI"), ("YEM", "UNMHA"), ("SOM", "UNTMIS")])
def test_missions_on_record_whose_last_term_has_passed_are_told_as_such(country, mission):
    table = due.of_country(installed(), country=country, month=APRIL, years=10, day=DAY).table
    (state,) = table.loc[table["due_mandate"].str.contains(mission), "due_state"]
    assert state.startswith("final term, set to end on ")
    assert "renewal" not in state


PLANNED = ("HRC 63", pd.Timestamp(2026, 9, 7), pd.Timestamp(2026, 10, 7))


@pytest.mark.parametrize(
    ("planned", "row", "day", "said"),
    [
        (
            (PLANNED,),
            {"ends": "2026-12-31"},
            DAY,
            "due; the last regular session before its end was planned to close on 7 October 2026, "
            "renewal not on record",
        ),
        (
            (),
            {"ends": "2026-12-31"},
            DAY,
            "due; the last regular session before its end was by rule to close by 13 October 2026, "
            "renewal not on record",
        ),
        (
            (),
            {"ends": "2026-04-05", "set_on": "2025-03-31"},
            pd.Timestamp(2026, 4, 2),
            "due; the last regular session before its end has closed, renewal not on record",
        ),
        (
            (PLANNED,),
            {"rule": "session", "asks": "report", "due": "HRC 63"},
            DAY,
            "its last session was planned to close on 7 October 2026: renewal not on record",
        ),
    ],
)
def test_only_a_session_that_was_held_has_closed(planned, row, day, said):
    record = Terms(row, planned=planned)
    own = due.of_country(record, country="SDN", month=APRIL, years=10, day=day).table
    (state,) = own.loc[own["due_what"] == "Recorded end", "due_state"]
    assert state == said


@pytest.mark.parametrize(
    ("planned", "day", "said", "meeting"),
    [
        (
            (PLANNED,),
            "2026-09-15",
            "due in this session, planned for 7 September 2026 to 7 October 2026",
            "HRC 63, Sep 2026 to Oct 2026 (planned)",
        ),
        (
            (),
            "2026-09-15",
            "due in this session, by rule from 7 September 2026 to 13 October 2026",
            "HRC 63, Sep 2026 to Oct 2026 (months by rule)",
        ),
    ],
)
def test_only_a_session_that_was_held_has_begun(planned, day, said, meeting):
    record = Terms({"rule": "open", "asks": "report", "due": "HRC 63"}, planned=planned)
    rows = due.ahead(**asked(record, day=pd.Timestamp(day))).table
    assert rows[["due_state", "due_meeting"]].to_numpy().tolist() == [[said, meeting]]


@pytest.mark.parametrize("day", ["2026-11-01", "2026-11-26", "2026-11-30"])
def test_a_review_of_which_the_month_alone_is_known_is_not_to_come_within_that_month(day):
    reviews = [
        ("TCD", 4, 53, None, "2026-11-01", "the order", "recalled"),
        ("MLI", 4, 53, None, "2026-11-01", "the order", "recalled"),
    ]
    record = Terms({"rule": "open", "iso3": "TCD"}, reviews=reviews)
    day = pd.Timestamp(day)
    ahead = due.ahead(**asked(record, day=day))
    assert ahead.table.empty
    said = "Whether they have taken place is not on record either (2 recalled)."
    note = f"2 reviews are of November 2026, their days not on record (Chad, Mali). {said}"
    assert note in ahead.notes[0]
    apart = "apart from these, 2 reviews of November 2026, whose days are not on record."
    assert f"; no review after this month; {apart}" in due.headline(**asked(record, day=day))
    own = due.of_country(record, country="TCD", month=APRIL, years=10, day=day)
    states = own.table.set_index("due_what")["due_state"]
    assert states["Review"] == "in November 2026; whether it has taken place is not on record"
    assert "One review is of November 2026, its day not on record. Whether it has taken" in " ".join(
        own.notes
    )
    assert own.caption.startswith("Nothing on record is due in these months.")
    counted = note.replace(" (Chad, Mali)", "")  # in a list of what is new, a line
    assert counted in due.lines(record, scope=None, since=date(2026, 3, 31), day=day)
    assert len(due.ahead(**asked(record, day=pd.Timestamp(2026, 10, 31))).table) == 2


def test_the_fourteen_reviews_of_november_2026_are_counted_apart_and_that_of_the_united_states_too():
    world = due.ahead(**asked(installed()))
    assert not world.table["due_meeting"].str.contains("working group 53").any()
    assert "14 reviews are of November 2026, their days not on record" in " ".join(world.notes)
    assert "; 12 reviews; apart from these, 14 reviews of November 2026" in due.headline(**asked(installed()))
    own = due.of_country(installed(), country="USA", month=APRIL, years=10, day=DAY)
    said = (
        "One review is of November 2026, its day not on record. Whether it has taken place is not on record"
    )
    assert own.notes[-1].startswith(said)
    assert " ".join(own.notes).count(said) == 1
    assert cooperation.review_note(installed(), "USA", FAR_FUTURE).startswith(said)
    assert own.table["due_state"].tolist() == [
        "in November 2026; whether it has taken place is not on record"
    ]


def test_a_month_of_the_security_council_has_begun_on_any_day_of_it():
    month = {**MISSION, "rule": "open", "asks": "sg_report", "due": "2026-11"}
    table = due.ahead(**asked(Terms(month))).table
    assert table["due_state"].tolist() == ["due in this session or month, which has begun"]


def test_no_session_on_record_that_is_only_planned_or_by_rule_is_told_as_held():
    record = installed()
    every = due.listing(record, DAY)
    words = due.table(record, every)["due_state"]
    unsure = every["basis"].ne("held") & every["ends"].isna()
    assert unsure.sum() >= 10
    assert not words[unsure | every["state"].eq("session-past")].str.contains("has closed|has begun").any()


def test_no_row_of_the_world_is_left_out_in_silence():
    ahead, past = due.ahead(**asked()), due.past(**asked())
    assert len(ahead.table) + len(past.table) + 1 == len(due.listing(SOME, DAY))
    assert ahead.notes[0] == "One thing on record comes later than these months."
    assert "A panel of no country" in set(ahead.table["due_mandate"])
    assert ahead.table.set_index("due_mandate").loc["A panel of no country", "country"] == "no one country"


REACH = "Reviews on record up to session 54 (January 2027)"


def test_reviews_say_how_far_they_are_on_record_and_whose_is_not():
    record = installed()
    world = due.ahead(**asked(record))
    said = f"{REACH}; later ones are not on record. Next review not on record: Myanmar, Ukraine."
    assert said in world.notes
    assert any(said in line for line in world.about)  # and in the file
    assert f"{REACH}; later ones are not on record." in due.ahead(**asked(record, region="africa")).notes
    assert f" {REACH}. " in due.headline(**asked(record))
    for more in ({"body": "sc"}, {"kind": "mission"}):
        assert "Reviews on record" not in " ".join(due.ahead(**asked(record, **more)).notes)
        assert "Reviews on record" not in due.headline(**asked(record, **more))
    table = record.table("upr_due")
    assert f"Reviews on record up to session {table['session'].max()} (January 2027)" == REACH


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("UKR", f"Next review of Ukraine: not on record. {REACH}; later ones are not."),
        ("MMR", f"Next review of Myanmar: not on record. {REACH}; later ones are not."),
        ("HTI", None),
    ],
)
def test_a_situation_whose_next_review_is_not_on_record_says_so_with_the_reach(country, said):
    block = due.of_country(installed(), country=country, month=APRIL, years=10, day=DAY)
    paper = due.section(installed(), scope=(country,), name="it", day=DAY)
    listed = block.table["due_what"].eq("Review").any()
    if said:
        assert said in block.notes
        assert said in paper.lines
        assert not listed
    else:
        assert listed == any(record_iso == country for record_iso in installed().table("upr_due")["iso3"])


def test_after_the_month_of_a_review_the_next_is_not_on_record():
    reviews = [("TCD", 4, 52, None, "2026-05-01", "the order", "recalled")]
    block = due.of_country(Terms({"rule": "open", "iso3": "TCD"}, reviews=reviews), country="TCD",
                           month=APRIL, years=10, day=DAY)  # fmt: skip
    assert block.notes[-1] == (
        "Whether the review of Chad in session 52 of the working group took place is not on record, nor is "
        "the one after it. Reviews on record up to session 52 (May 2026)."
    )


def test_a_region_says_how_many_rows_of_no_one_country_stand_with_the_world():
    africa = due.ahead(**asked(region="africa"))
    assert "One row of no one country is listed with the world only." in " ".join(africa.notes)
    assert "A panel of no country" not in set(africa.table["due_mandate"])
    missions = due.ahead(**asked(region="africa", kind="mission"))  # the panel is none, with the world too
    assert "of no one country" not in " ".join(missions.notes)


def test_what_has_passed_is_not_listed_and_counted():
    record = Terms({"ends": "2027-03-31", "asks": "oral_update", "due": "HRC 63"})
    block = due.ahead(**asked(record))
    assert block.table["due_what"].tolist() == ["Recorded end"]
    assert (
        "one report or review whose session or month was set, planned or by rule before this day"
        in " ".join(block.notes)
    )


def test_past_is_never_called_ended_and_stands_first():
    table = due.past(**asked()).table
    assert table["due_mandate"].tolist() == ["Past", "Open", "Not known"]
    assert table["due_state"].tolist() == [
        "past its recorded end: renewal not on record",
        "open, without a term",
        "term not on record",
    ]


@pytest.mark.parametrize(
    ("more", "mandates"),
    [
        ({"body": "sc"}, {"A mission", "A panel of no country", "Last"}),
        ({"kind": "sanctions"}, {"A panel of no country"}),
        ({"kind": "country-mandate"}, {"A mandate"}),
        ({"months": 3, "body": "hrc", "kind": "country-mandate"}, {"A mandate"}),
        ({"region": "western-asia"}, {"Last"}),
        ({"day": pd.Timestamp(2027, 2, 1), "body": "sc"}, set()),
    ],
)
def test_the_list_is_narrowed_by_body_kind_horizon_place_and_day(more, mandates):
    table = due.ahead(**asked(**more)).table
    assert set(table["due_mandate"]) == mandates


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("americas", "the Americas"),
        ("caribbean", "the Caribbean"),
        ("sahel", "the Sahel"),
        ("asia", "Asia"),
        (None, "the world"),
    ],
)
def test_the_sentence_names_its_scope_as_one_says_it(region, said):
    assert due.headline(**asked(region=region)).startswith(f"What is due in {said} within")


def test_a_narrowed_list_says_so_in_its_sentence_its_titles_and_its_files():
    more = {"body": "sc", "kind": "mission"}
    only = "Security Council; Missions and forces only"
    assert f"What is due in the world ({only}) within 12 months" in due.headline(**asked(**more))
    assert "review" not in due.headline(**asked(**more))
    for make in (due.ahead, due.past):
        record = Terms({**MISSION, "rule": "open"}, {**MISSION, "mandate": "Another", "ends": "2027-01-31"})
        block = make(**asked(record, **more))
        assert block.title.endswith(f", {only}")
        assert block.about[0] == block.title
        assert "only" not in make(**asked(record)).title
    assert f"NAME:What is due\\, the world\\, {only.replace(';', chr(92) + ';')}" in (
        due_calendar.calendar_file(**asked(**more)).decode().replace("\r\n ", "")
    )


def test_the_list_of_both_councils_is_not_narrowed_by_body_or_kind_and_says_so_in_its_file():
    whole = due_before_both.both(**asked())
    for more in ({"body": "sc"}, {"kind": "sanctions"}, {"body": "hrc", "kind": "review"}):
        block = due_before_both.both(**asked(**more))
        pd.testing.assert_frame_equal(block.table, whole.table)
        assert "does not narrow this list" in block.caption
        assert any("does not narrow this list" in line for line in block.about)
    assert "not narrow" not in whole.caption


def test_every_count_says_how_many_of_its_rows_are_recalled():
    own = {"confidence": "recalled"}
    record = Terms(
        {"ends": "2027-03-31", **own},
        {**MISSION, "ends": "2027-01-31"},
        {"mandate": "Past", "ends": "2026-10-06", **own},
        {"mandate": "Open", "rule": "open", "iso3": "TCD", **own},
        {"mandate": "Later", "iso3": "MLI", "ends": "2028-03-31", **own},
        {**PANEL, "iso3": None, "ends": "2026-12-31", **own},
    )
    assert due.headline(**asked(record)).endswith(" 3 of all these are recalled, unverified.")
    notes = " ".join(due.ahead(**asked(record, region="africa")).notes)
    assert "One thing on record comes later than these months (1 recalled)." in notes
    assert "One row of no one country is listed with the world only (1 recalled)." in notes
    assert "Recalled among these: 2." in due.past(**asked(record)).caption
    both = due_before_both.both(**asked(record))
    assert "One situation here rests on a recalled row in part." in both.notes
    named = due.lines(record, scope=("SDN",), since=date(2026, 3, 31), day=DAY)
    assert named[1].endswith("Past (Recorded end, 6 October 2026) (recalled, unverified).")
    world = due.lines(record, scope=None, since=date(2026, 3, 31), day=DAY)
    assert world[0].endswith("(1 of all these recalled).")
    assert world[1].endswith("Sudan (1 recalled).")
    verified = Terms({"ends": "2027-03-31"}, {"mandate": "Past", "ends": "2026-10-06"})
    assert "recalled" not in due.headline(**asked(verified)) + due.past(**asked(verified)).caption


def test_every_kind_of_mandate_can_be_chosen():
    chosen = [kind for name, kinds in due.KINDS.items() if name != due.ALL for kind in kinds]
    assert sorted(chosen) == sorted(due.KINDS[due.ALL])


def test_both_councils_in_a_quarter_say_what_the_order_of_the_two_allows():
    row = due_before_both.both(**asked()).table.iloc[0]
    assert row["country"] == "Sudan"
    assert row["apart"] == 22
    assert row["due_hrc"].startswith(
        "HRC 64, Feb 2027 to Apr 2027 (months by rule): Report, A mandate; Recorded end"
    )
    assert row["to_new_york"].startswith(
        "HRC 64, Feb 2027 to Apr 2027 (months by rule) opens after these months."
    )
    assert "A mandate (A/HRC/RES/61/1)" in row["to_new_york"]
    assert re.search(r"A/HRC/RES/\S+ \(\d+ \w+ 20\d\d\)", row["to_new_york"])  # a text already on record
    assert "January 2027 comes before the session is over" in row["to_geneva"]
    assert "A mission (S/RES/2814 (2026))" in row["to_geneva"]


def test_a_situation_whose_other_mandates_are_past_their_end_is_named():
    record = Terms(
        {"ends": "2027-03-31"},
        {**MISSION, "ends": "2027-01-31"},
        {"iso3": "SSD", "ends": "2027-03-31", "mandate": "Another"},
        {**MISSION, "iso3": "SSD", "ends": "2026-04-30", "mandate": "Past"},
    )
    block = due_before_both.both(**asked(record))
    assert block.table["country"].tolist() == ["Sudan"]
    assert block.notes[0].startswith("Before one Council in these months")
    assert "South Sudan" in block.notes[0]


def test_no_sentence_advises_how_to_vote_or_claims_an_effect():
    words = " ".join(
        [
            *(
                str(cell)
                for make in due_before_both.BLOCKS
                for cell in make(**asked()).table.to_numpy().ravel()
            ),
            *(
                line
                for make in due_before_both.BLOCKS
                for line in (make(**asked()).caption, *make(**asked()).notes)
            ),
        ]
    )
    words = words.replace("never that the mandate has ended.", "")
    for word in ("should", "vote", "recommend", "must", "led to", " ended."):
        assert word not in words


def test_a_country_has_all_its_terms_and_says_so_where_there_is_none():
    block = due.of_country(SOME, country="TCD", month=APRIL, years=10, day=DAY)
    assert set(block.table["due_state"]) == {"open, without a term", "term not on record", "due"}
    assert block.table["country"].eq("Chad").all()
    with pytest.raises(
        NothingDueError,
        match=r"No term, report or review .* is on record for France\. Reviews on record up to session 54",
    ):
        due.of_country(SOME, country="FRA", month=APRIL, years=10, day=DAY)
    with pytest.raises(
        NotCoveredError, match="Both Councils in the same quarter: nothing on record for Chad"
    ):
        due_before_both.both_of_country(SOME, country="TCD", month=APRIL, years=10, day=DAY)


def test_a_view_of_a_past_month_knows_no_term_text_or_review_of_later():
    record = Terms(
        {"set_by": "A/HRC/RES/58/1", "set_on": "2025-04-04", "ends": "2026-04-04"},
        {"set_by": "A/HRC/RES/61/1", "set_on": "2026-03-31", "ends": "2027-03-31"},
        {**MISSION, "set_on": "2026-01-29", "ends": "2027-01-31"},
        {**MISSION, "mandate": "Old", "set_by": "S/RES/2762 (2025)", "set_on": "2025-01-17",
         "ends": "2026-01-31"},
        reviews=[("SDN", 4, 54, None, "2027-01-01", "the order", "recalled")],
    )  # fmt: skip
    past = due.of_country(record, country="SDN", month=pd.Timestamp(2025, 12, 1), years=10, day=DAY)
    assert "from 31 December 2025" in past.title
    assert past.table["symbol"].tolist() == ["S/RES/2762 (2025)", "A/HRC/RES/58/1"]
    assert past.table["due_state"].tolist() == ["due", "due"]
    assert "Reviews to come are not told here" in " ".join(past.notes)
    assert "Reviews on record up to" not in " ".join(past.notes)
    both = due_before_both.both_of_country(
        record, country="SDN", month=pd.Timestamp(2025, 12, 1), years=10, day=DAY
    )
    assert not both.table.map(lambda cell: "61/1" in str(cell) or "2814" in str(cell)).to_numpy().any()
    assert "review" not in past.notes[0]
    with pytest.raises(NothingDueError, match="Looked from 31 December 2024: of each mandate mostly"):
        due.of_country(record, country="SDN", month=pd.Timestamp(2024, 12, 1), years=10, day=DAY)
    present = due.of_country(record, country="SDN", month=APRIL, years=10, day=DAY)
    assert "from 26 November 2026" in present.title
    assert "A/HRC/RES/61/1" in set(present.table["symbol"])


@pytest.mark.parametrize("country", ["SDN", "YEM", "IRQ", "AFG", "SYR", "COD"])
def test_no_text_on_record_is_told_before_its_day(country):
    set_on = installed().table("mandate_term").set_index("set_by")["set_on"].groupby(level=0).max()
    told = 0
    for month in pd.date_range("2023-06-01", "2026-03-01", freq="3MS"):
        try:
            table = due.of_country(installed(), country=country, month=month, years=10, day=DAY).table
        except NothingDueError:
            continue
        days = table["symbol"].map(set_on).dropna()
        told += len(days)
        assert (days <= month + pd.offsets.MonthEnd(0)).all()
    assert told


def test_places_whose_deaths_are_filed_under_a_country_stand_with_it_by_name():
    record = Terms({"iso3": "PSE", "rule": "open"})
    block = due.of_country(record, country="ISR", month=APRIL, years=10, day=DAY)
    assert block.table["country"].tolist() == ["State of Palestine"]


def test_without_a_day_it_is_looked_from_the_day_of_the_record():
    block = due.of_country(SOME, country="SDN", month=APRIL, years=10)
    assert "23 November 2026" in block.title


def test_without_the_calendar_of_reviews_the_terms_stay_and_it_is_told():
    record = Terms({"ends": "2027-03-31"}, missing=("upr_due",))
    block = due.ahead(**asked(record))
    assert len(block.table) == 1
    assert "upr_due" in block.notes[-1]
    assert [card.table for card in block.cards] == ["mandate_term", "session"]


@pytest.mark.parametrize("table", ["mandate_term", "session"])
def test_without_terms_or_sessions_it_is_told(table):
    record = Terms({"ends": "2027-03-31"}, missing=(table,))
    with pytest.raises(DatasetMissingError, match=table):
        due.ahead(**asked(record))
    assert table in due.lines(record, scope=None, since=date(2026, 3, 31), day=DAY)[0]


def test_nothing_due_is_a_list_of_no_rows_and_no_picture():
    block = due.ahead(**asked(kind="sanctions", region="africa"))
    assert block.figure is None
    assert block.table.empty
    assert block.caption.startswith("Nothing on record is due in these months.")


def test_what_is_new_says_what_is_due_in_ninety_days_and_what_has_newly_passed():
    near, past = due.lines(SOME, scope=("SDN",), since=date(2026, 3, 31), day=DAY)
    assert near == (
        "Due within 90 days of 26 November 2026: A mission (Recorded end, 31 January 2027), "
        "A mandate (Report, February 2027)."
    )
    assert past == "Newly past the recorded end, renewal not on record: Past (Recorded end, 6 October 2026)."
    world = due.lines(SOME, scope=None, since=date(2026, 10, 6), day=DAY)
    assert world == (
        "Due within 90 days of 26 November 2026: A panel of no country, Lebanon, Sudan; one review "
        "(1 of all these recalled).",
    )
    nothing = due.lines(SOME, scope=("FRA",), since=date(2026, 3, 31), day=DAY)
    assert nothing == ("Nothing on record is due within 90 days of 26 November 2026.",)


def marks(count, name="Democratic Republic of the Congo"):
    return pd.DataFrame(
        {
            "lane": ["hrc", "sc"] * (count // 2),
            "what": "term",
            "date": [DAY + pd.Timedelta(days=7 * (number % 40)) for number in range(count)],
            "label": name,
            "hover": "x",
        }
    )


def test_no_name_of_the_picture_touches_another_at_half_a_laptop():
    period = (DAY, DAY + pd.DateOffset(months=12))
    spans = dues._spans(marks(40), period)
    rows = dues._rows(spans)
    for number, (start, end, _) in enumerate(spans):
        assert start >= -40
        for other in range(number):
            if rows[other][0] == rows[number][0]:
                assert end <= spans[other][0] or spans[other][1] <= start


def test_every_thing_due_is_a_mark_and_the_legend_names_each_kind_once():
    block = due.ahead(**asked())
    drawn = [trace for trace in block.figure.data if "markers" in trace["mode"]]
    assert sum(len(trace["x"]) for trace in drawn) == len(block.table)
    named = [trace["name"] for trace in drawn if trace["showlegend"]]
    assert named == ["Recorded end", "Report or update", "Periodic Review"]
    words = {text for trace in block.figure.data for text in trace["text"]}
    assert {
        "HRC 64 (by rule)",
        "HRC 65 (by rule)",
        "HRC 66 (by rule)",
        "Sudan",
        "A panel of no country",
    } <= words


def test_the_picture_of_the_world_can_be_taken_away():
    block = due.ahead(installed(), day=DAY, region=None, group=None)
    assert picture(block, form="svg").startswith(b"<?xml")
    assert render(block.figure, title="t", lines=[], form="png", heading=False)


def test_the_calendar_has_an_entry_for_each_row_with_symbol_session_and_confidence():
    icalendar = pytest.importorskip("icalendar")
    content = due_calendar.calendar_file(**asked())
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == len(due.ahead(**asked()).table)
    assert len({str(event["uid"]) for event in events}) == len(events)
    end = next(event for event in events if str(event["summary"]).startswith("HRC 64: Recorded end"))
    assert str(end["summary"]) == "HRC 64: Recorded end, A mandate (Sudan)"
    assert end.decoded("dtstart") == date(2027, 3, 31)
    assert str(end["url"]) == "https://undocs.org/A/HRC/RES/61/1"
    for line in (
        "Symbol: A/HRC/RES/61/1",
        "Session or month: HRC 64, Feb 2027 to Apr 2027 (months by rule)",
        "Recorded end: 31 March 2027",
        "Confidence: verified",
        "Where the term is from: a test",
    ):
        assert line in str(end["description"])
    report = next(event for event in events if "Report" in str(event["summary"]))
    assert (report.decoded("dtstart"), report.decoded("dtend")) == (date(2027, 2, 22), date(2027, 4, 6))
    assert str(report["status"]) == "TENTATIVE"
    assert content == due_calendar.calendar_file(**asked())


SHARED = {"address": "", "note": None, "day": DAY}
PACKS = {
    "situation": functools.partial(situation_briefing, SOME, country="SDN", years=5, **SHARED),
    "region": functools.partial(
        region_briefing, SOME, region="africa", group=None, back=1, years=5, scale="same", **SHARED
    ),
    "comparison": functools.partial(
        comparison_briefing,
        SOME,
        countries=("SDN", "TCD"),
        years=5,
        **{"measure": "absolute", "by": "calendar", "span": "year", "axis": "linear", "onset": "latest"},
        **SHARED,
    ),
}


@pytest.mark.parametrize("kind", PACKS)
def test_every_briefing_says_what_is_due_by_default_and_none_on_the_past_does(kind):
    assert "due" in subjects.included_parts(kind, ())
    made = PACKS[kind](month=APRIL, sections=("due",))
    part = next(part for part in made.parts if part.key == "due")
    assert "within 12 months of 26 November 2026" in part.message
    assert "Past the recorded end, renewal not on record" in part.lines[0]
    assert len(part.table) >= 2
    assert any("mandates of both Councils" in title for title, _ in made.caveats)
    past = PACKS[kind](month=pd.Timestamp(2024, 12, 1), sections=("due",))
    assert all(part.key != "due" for part in past.parts)


# Terms whose session or month is worked out by hand from their texts.
@pytest.mark.parametrize(
    ("set_by", "mandate", "meeting"),
    [
        ("A/HRC/RES/60/2", "Special Rapporteur on Afghanistan", "HRC 63"),
        ("S/RES/2814 (2026)", "BINUH", "SC 2027-01"),
        ("S/RES/2790 (2025)", "UNIFIL", "SC 2026-12"),
        ("S/RES/2808 (2025)", "MONUSCO", "SC 2026-12"),
        ("A/HRC/RES/61/30", "Special Rapporteur on Myanmar", "HRC 64"),
        ("A/HRC/RES/61/2", "Commission on Human Rights in South Sudan", "HRC 64"),
    ],
)
def test_terms_on_record_come_before_the_session_or_month_counted_by_hand(set_by, mandate, meeting):
    rows = due.listing(installed(), DAY)
    rows = rows[(rows["what"] == rules.TERM) & rows["mandate"].str.contains(mandate, regex=False)]
    assert rows.set_index("set_by").loc[set_by, "meeting"] == meeting


@pytest.mark.parametrize(
    ("country", "day"), [("BLR", "2025-06-30"), ("SYR", "2025-06-30"), ("SDN", "2025-12-31")]
)
def test_looked_from_a_past_day_the_days_of_later_sessions_are_told_as_known_now(country, day):
    day = pd.Timestamp(day)
    said = f"Days of sessions that open after {day.day} {day:%B %Y} are told as they are known now"
    own = due.of_country(installed(), country=country, month=day.replace(day=1), years=10, day=DAY)
    assert own.table["due_meeting"].str.contains("2026").any()
    assert said in " ".join(own.notes)
    assert said in " ".join(due.ahead(**asked(installed(), day=day)).notes)
    assert said in " ".join(due_before_both.both(**asked(installed(), day=day)).notes)
    calendar = due_calendar.calendar_file(**asked(installed(), day=day)).decode().replace("\r\n ", "")
    assert said in calendar
    now = due.of_country(installed(), country=country, month=APRIL, years=10, day=DAY)
    assert "as they are known now" not in " ".join(now.notes)


def test_a_draft_that_was_not_adopted_stands_beside_the_term_that_is_past_its_end():
    draft = "a draft on the situation was not adopted on 28 March 2024 (S/2024/255)"
    record = installed()
    states = due.past(**asked(record)).table.set_index("due_mandate")["due_state"]
    korea = states[states.str.contains("was not adopted")]
    assert korea.to_dict() == {
        "Panel of Experts on the Democratic People’s Republic of Korea": "past its recorded end: renewal "
        f"not on record; {draft}"
    }
    own = due.of_country(record, country="PRK", month=APRIL, years=10, day=DAY).table
    assert own["due_state"].str.endswith(draft).sum() == 1
    (note,) = [note for note in due_before_both.both(**asked(record)).notes if "of the other past" in note]
    assert f"Democratic People’s Republic of Korea ({draft})" in note
