"""The State's part could hide what has no source, add up what must not be, or show the past what is later."""

from datetime import date

import pandas as pd
import pytest

from ewdash.data import cooperation_files as files
from ewdash.data import home
from ewdash.data.record import opened
from ewdash.i18n import translate
from ewdash.model.errors import DatasetMissingError, ListDamagedError, NotCoveredError
from ewdash.model.vocabulary import TREATIES
from ewdash.views import cooperation, councils, violence
from ewdash.views.briefings.country import situation_briefing
from tests.reading import Reading, installed

RECORD = installed()
NOW = pd.Timestamp("2026-06-01")
TODAY = date(2026, 11, 26)


@pytest.fixture
def bring(tmp_path, monkeypatch):
    monkeypatch.setenv(home.PLACE, str(tmp_path))

    def keep(text):
        files.keep(files.read(text.encode(), opened().gazetteer, today=TODAY, file="l.csv"), today=TODAY)
        return opened()

    return keep


def part(country, month=NOW, record=RECORD):
    return cooperation.state_part(record, country=country, month=month, years=None)


def drawn(country, month=NOW, record=RECORD):
    return cooperation.treaties(record, country=country, month=month, years=None)


def of(block, key):
    return block.table[block.table["coop_part"] == translate(f"coop-part-{key}")]


def test_all_parts_of_the_states_cooperation_stand_in_one_table_in_sight():
    block = part("MMR")
    assert block.figure is None  # so that the table is in sight
    assert of(block, "treaty")["coop_status"].tolist() == ["party to 6 of 18 on record"]
    assert of(block, "review")["coop_what"].tolist()[:3] == [
        "Cycle 1, session 10",
        "Cycle 2, session 23",
        "Cycle 3, session 37",
    ]
    assert "A/HRC/39/64" in of(block, "access")["symbol"].tolist()


def test_each_treaty_has_a_tile_with_its_status_in_words():
    block = drawn("MMR")
    assert len(block.table) == len(TREATIES)
    assert "state of June 2022" in block.caption
    words = [text for trace in block.figure.data for text in trace["text"]]
    assert len(words) == 2 * len(TREATIES)
    assert {"ICERD", "party 1991", "not a party"} <= set(words)


@pytest.mark.parametrize("key", ["invitation", "visit"])
def test_what_has_no_source_says_so_and_is_no_zero(key):
    row = of(part("SDN"), key)
    assert row["coop_status"].tolist() == [translate("coop-no-source")]
    assert row["coop_when"].tolist() == [""]


def test_a_place_without_treaties_on_record_is_not_said_to_have_none():
    row = of(part("PSE"), "treaty")
    assert row["coop_status"].tolist() == [translate("treaty-status-unknown")]
    for make in (drawn, part):
        with pytest.raises(NotCoveredError):
            make("ESH")
    with pytest.raises(NotCoveredError):
        drawn("PSE")


def test_a_cell_that_the_file_lacks_is_not_on_record():
    row = drawn("GAB").table.set_index("coop_treaty").loc[translate("treaty-crc-op-ic")]
    assert row["coop_status"] == translate("treaty-status-unknown")
    assert row["confidence"] == ""


def test_the_past_knows_no_later_treaty_review_or_text():
    month = pd.Timestamp("2015-06-01")
    rows = drawn("SDN", month).table.set_index("coop_treaty")
    assert rows.loc[translate("treaty-cat"), "coop_status"] == translate("treaty-status-earlier")
    assert rows.loc[translate("treaty-crc"), "coop_when"] == "1990"
    table = part("SDN", month).table
    later = table[table["coop_part"] != translate("coop-part-treaty")]
    assert max(later["coop_when"]) < "2015-07"
    assert "A/HRC/57/23" not in set(table["symbol"])


REACH = "Reviews on record up to session 54 (January 2027)"


@pytest.mark.parametrize("country", ["MMR", "UKR", "YEM"])
def test_a_next_review_that_is_not_on_record_says_so_with_its_cycle_and_the_reach(country):
    last = RECORD.of("upr_review", country)["cycle"].max()
    block = part(country)
    shown = of(block, "review").iloc[-1]
    assert shown["coop_what"] == f"Next review, cycle {last + 1}"
    assert shown["coop_status"] == "not on record"
    said = f"Next review of {RECORD.places.said(country)}: not on record. {REACH}; later ones are not."
    assert block.notes == (said,)
    assert any(said in line for line in block.about)  # and in the file


@pytest.mark.parametrize(
    ("session", "status"),
    [
        (52, "session 52, May 2026"),
        (53, "session 53, November 2026"),
        (54, "session 54, January 2027"),
    ],
)
def test_the_next_review_has_the_session_month_and_confidence_of_the_table(session, status):
    rows = RECORD.table("upr_due")
    row = rows[rows["session"] == session].iloc[0]
    block = part(row["iso3"])
    shown = of(block, "review").iloc[-1]
    assert shown["coop_what"] == f"Next review, cycle {row['cycle']}"
    assert shown["coop_status"] == status
    assert shown["coop_when"] == f"{row['month']:%Y-%m}"
    assert shown["confidence"] == "recalled, unverified"
    assert "upr_due" in [card.table for card in block.cards]
    # the record is of November 2026: of a review in May it is not known that it took place
    over = f"in session {session} of the working group took place is not on record"
    assert any(over in note for note in block.notes) == (session == 52)


def test_the_briefing_has_the_next_review_as_the_part_has_it():
    rows = RECORD.table("upr_due")
    for country in ("UKR", rows.loc[rows["session"] == 54, "iso3"].iloc[0]):
        pack = situation_briefing(
            RECORD, country=country, month=NOW, years=5, sections=("cooperation",), address="", note=None
        )
        lines = next(one.lines for one in pack.parts if one.key == "cooperation")
        said = "not on record" if country == "UKR" else "session 54, January 2027 (recalled, unverified)"
        assert f"Next review: {said}." in lines
        assert (REACH in " ".join(lines)) == (country == "UKR")


def test_without_the_calendar_of_reviews_the_rest_stays_and_it_is_told():
    def without(name):
        if name == "upr_due":
            raise DatasetMissingError(table=name)
        return RECORD.table(name)

    block = part("SDN", record=Reading(without))
    assert of(block, "review")["coop_status"].iloc[-1] == "not on record"
    assert "upr_due" in block.notes[0]
    assert "upr_due" not in [card.table for card in block.cards]


def test_a_view_of_the_past_knows_no_session_of_the_next_review():
    code = RECORD.table("upr_due")["iso3"].iloc[-1]
    block = part(code, pd.Timestamp("2015-06-01"))
    shown = of(block, "review").iloc[-1]
    assert shown["coop_status"] == "not told in a past month"
    assert shown["coop_when"] == ""
    assert "its calendar was compiled later" in block.notes[0]


def test_no_word_of_the_part_is_a_score_or_a_rank():
    block = part("PRK")
    numbers = block.table.select_dtypes("number")
    assert numbers.empty
    assert "no score, no ranking" in block.caption


def test_a_newer_list_of_treaties_stands_in_place_of_the_table(bring):
    record = bring("iso3,treaty,status,year,as_of\nSDN,CEDAW,party,2026,2026-11-01\n")
    block = drawn("SDN", record=record)
    rows = block.table.set_index("coop_treaty")
    assert rows.loc[translate("treaty-cedaw"), ["coop_status", "coop_when"]].tolist() == ["party", "2026"]
    assert rows.loc[translate("treaty-crc"), "coop_status"] == translate("treaty-status-unknown")
    assert "user upload" in rows.loc[translate("treaty-cedaw"), "confidence"]
    assert "Party to 1 of 1 on record" in block.caption
    assert "state of 1 November 2026" in block.caption
    assert "June 2022" not in block.caption


def test_invitations_and_visits_stand_in_the_table_once_a_list_is_brought(bring):
    bring("iso3,since,source\nSDN,2005,\n")
    record = bring("iso3,mandate,status,from,to,source\nSDN,Expert,completed,2020-02-01,,OHCHR\n")
    block = part("SDN", record=record)
    assert of(block, "invitation")["coop_when"].tolist() == ["2005"]
    assert of(block, "visit")["coop_status"].tolist() == [translate("visit-completed")]
    other = part("MMR", record=record)
    assert of(other, "visit")["coop_status"].tolist() == [translate("coop-not-listed")]
    drawn = councils.lanes_of(record, "SDN")
    visit = drawn[drawn["act_class"] == "visit"]
    assert visit[["lane", "verified"]].to_numpy().tolist() == [["state", False]]


def test_the_lane_says_that_visits_have_no_source_until_a_list_is_brought(bring):
    def titles(record):
        chart = violence.escalation(record, country="SDN", month=NOW, years=10)
        return " ".join(note["text"] for note in chart.figure.layout["annotations"])

    assert translate("lane-no-source") in titles(opened())
    record = bring("iso3,mandate,status,from\nSDN,Expert,completed,2020\n")
    assert translate("lane-no-source") not in titles(record)
    # Only the year is known: no day is made of it.
    assert "visit" not in set(councils.lanes_of(record, "SDN")["act_class"])


def test_a_damaged_list_takes_only_the_part_along(bring):
    record = bring("iso3,mandate,status,from\nSDN,Expert,completed,2020-02-01\n")
    files.brought(files.VISITS)[0].path.write_bytes(b"nothing")
    record = opened()
    with pytest.raises(ListDamagedError):
        part("SDN", record=record)
    assert violence.escalation(record, country="SDN", month=NOW, years=10).figure.data
