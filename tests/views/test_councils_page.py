"""A seat, a month or a precedent could be counted for the wrong Council or drawn as nothing."""

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.views import council_overview, country_councils, members, precedents
from tests.reading import installed

RECORD = installed()
LOAD = RECORD.table
WORLD = {"region": None, "group": None, "record": RECORD}


def test_members_of_both_councils_are_those_of_both_lists():
    table = members.members(**WORLD).table
    assert (table["hrc_until"] != "").sum() == 47
    assert (table["sc_until"] != "").sum() == 15
    both = set(table[(table["hrc_until"] != "") & (table["sc_until"] != "")]["country"])
    rows = LOAD("membership")
    today = pd.Timestamp(store.card("membership").provenance.accessed)
    now = rows[(rows["start"] <= today) & (rows["end"].isna() | (rows["end"] >= today))]
    sets = [set(part["iso3"]) for _, part in now.groupby("body")]
    assert len(both) == len(sets[0] & sets[1])


def test_a_regional_group_keeps_its_own_members_only():
    table = members.members(**WORLD | {"group": "african"}).table
    assert set(table["group"]) == {"African States"}
    assert (table["hrc_until"] != "").sum() == 13


def test_the_calendar_holds_twelve_presidencies_and_each_session_in_its_months():
    table = members.calendar(**WORLD).table.set_index("month")
    assert len(table) == 12
    assert table.loc["2026-02", "presidency"].startswith("United Kingdom")
    assert table.loc["2026-02", "sessions"] == "HRC 61"
    assert table.loc["2026-01", "sessions"] == "HRC S-39"
    assert table.loc["2026-02", "hrc_member"] == "yes"
    assert table.loc["2026-01", "hrc_member"] == "no"


@pytest.mark.parametrize("standing", council_overview.STANDINGS)
def test_the_matrix_lists_the_situations_asked_for(standing):
    whole = council_overview.matrix(**WORLD).table
    part = council_overview.matrix(**WORLD, standing=standing).table
    before = (part["mechanisms"] > 0) | (part["mandate"] > 0)
    listed = part["agenda"] != "no"
    assert len(part) == len(whole) if standing == "all" else 0 < len(part) < len(whole)
    if standing == "both":
        assert (before & listed).all()
    if standing == "hrc-alone":
        assert (before & ~listed).all()
    if standing == "sc-alone":
        assert (listed & ~before).all()
    if standing == "unheard":
        assert (before & (part["heard"] == 0)).all()


def test_no_situation_with_a_recalled_sitting_shows_none():
    block = council_overview.matrix(**WORLD)
    table = block.table.set_index("country")["special"]
    assert table["Haiti"] == 1
    assert table["State of Palestine"] == 9
    acts = LOAD("council_action").query(
        "body == 'HRC' and action_type in ['special_session', 'urgent_debate']"
    )
    acts = acts.dropna(subset=["iso3"])
    unsure = acts["confidence"].ne("verified").sum()
    assert f"on record: {len(acts)}, of them {unsure} recalled" in block.more
    assert "none verified on record" in block.more


def test_each_tile_of_the_precedents_says_how_many_of_how_many():
    view = precedents.by_stage(**WORLD)
    figure = view.figure.validated()
    (tiles,) = figure.data
    assert len(tiles.text) == len(figure.layout.shapes)
    used = sorted(text for text in tiles.text if not text.startswith("0 "))
    assert used == sorted(f"{row['used']} of {row['of']}" for row in view.table.to_dict("records"))
    assert [heading for heading, _ in view.reading] == list(view.table["stage"].unique())


def test_acts_on_a_place_are_drawn_beside_the_deaths_filed_elsewhere_and_named_so():
    from ewdash.views import councils, violence

    own = councils.acts_of(RECORD, "PSE")
    there = councils.acts_of(RECORD, "ISR")
    named = there[there["label"].str.endswith("(State of Palestine)")]
    assert len(named) == len(own) > 200
    assert not own["label"].str.contains("State of Palestine\\)").any()
    notes = violence.escalation(
        country="ISR", month=pd.Timestamp(2024, 12, 1), years=None, record=RECORD
    ).notes
    assert any("State of Palestine" in note and "implies no position" in note for note in notes)
    quiet = violence.escalation(
        country="SDN", month=pd.Timestamp(2024, 12, 1), years=None, record=RECORD
    ).notes
    assert not any("implies no position" in note for note in quiet)


def test_days_of_the_clock_are_whole_numbers():
    asked = {"country": "SDN", "month": pd.Timestamp(2026, 2, 1), "years": None}
    table = country_councils.clock(RECORD, **asked).table
    assert table["days"].dtype == "Int64"
    assert table["days"].notna().any()


def test_the_clock_of_a_past_month_names_no_later_act():
    asked = {"country": "SYR", "month": pd.Timestamp(2011, 8, 1), "years": None}
    table = country_councils.clock(RECORD, **asked).table
    sc = table[table["body"] == "first act of the Security Council"]
    # The statement of 3 August 2011 is the first act; of signs after it nothing was on record by its end.
    assert set(sc["symbol"].dropna()) <= {"S/PRST/2011/16"}
    july = country_councils.clock(RECORD, **(asked | {"month": pd.Timestamp(2011, 7, 1)})).table
    quiet = july[july["body"] == "first act of the Security Council"]
    assert quiet["symbol"].isna().all()
    assert set(quiet["label"]) == {"no verified act on record up to 31 July 2011"}


def test_an_act_past_the_whole_record_stands_with_its_day_and_no_number_of_days():
    asked = {"country": "IRN", "month": pd.Timestamp(2026, 4, 1), "years": None}
    table = country_councils.clock(RECORD, **asked).table
    row = table[table["body"].eq("first act of the Security Council") & table["month"].eq("2026-01")].iloc[0]
    assert pd.isna(row["days"])
    assert row["symbol"] == "S/RES/2817 (2026)"
    assert row["label"].startswith("no verified act on record up to 27 January 2026; later, where an earlier")
    assert row["label"].endswith("(11 March 2026)")


def test_a_mechanism_alive_in_a_past_month_bears_the_renewal_of_then():
    from ewdash.views import councils

    rows = councils.living(RECORD, "UKR", pd.Timestamp("2022-06-30")).set_index("symbol")
    assert rows.loc["A/HRC/RES/49/1", "renewed_by"] == "A/HRC/RES/S-34/1"
    assert rows.loc["A/HRC/RES/49/1", "renewed"] == pd.Timestamp("2022-05-12")


def test_mechanisms_alive_whose_recorded_end_has_passed_are_counted_and_dated():
    from ewdash.views import due, mechanisms

    block = mechanisms.mechanisms(**WORLD)
    ends = block.table.set_index(["country", "mechanism"])["ends"]
    sudan = ends.xs("Independent International Fact-Finding Mission for the Sudan", level="mechanism")
    assert [f"{day}" for day in sudan] == ["2026-10-06"]
    # the list of what is due says the same of each
    rows = due.listing(RECORD, due.record_day(RECORD))
    past = rows[(rows["what"] == "term") & (rows["state"] == "past") & (rows["body"] == "HRC")]
    live = LOAD("hrc_mechanism").query("status == 'active'")
    names = set(zip(live["mechanism"], live["iso3"], strict=True))
    counted = [pair in names for pair in zip(past["mandate"], past["iso3"], strict=True)]
    assert sum(counted) == 8
    assert "On 23 November 2026, 8 of 31 were past the recorded end, renewal not on record." in block.caption


def test_mechanisms_are_listed_without_the_table_of_terms():
    from ewdash.model.errors import DatasetMissingError
    from ewdash.views import mechanisms
    from tests.reading import Reading

    def without(name):
        if name == "mandate_term":
            raise DatasetMissingError(table=name)
        return LOAD(name)

    block = mechanisms.mechanisms(Reading(without), region=None, group=None)
    assert block.table["ends"].isna().all()
    assert "Terms of mandates are not in this record." in block.caption
