"""A format could be counted where it was not used, told as never used, or given another text's vote."""

import pandas as pd
import pytest

from ewdash.analysis import precedents as analysis
from ewdash.model.errors import NotCoveredError
from ewdash.views import heard, precedents
from tests.reading import Reading, installed

RECORD = installed()
APRIL = pd.Timestamp(2026, 4, 1)
SILENT = ["Enhanced interactive dialogue", "Good offices"]


def alike(country, month=APRIL, record=RECORD):
    return precedents.alike(record, country=country, month=month, years=None)


@pytest.mark.parametrize("country", ["SDN", "MMR", "TCD", "CHE"])
def test_a_format_without_acts_in_the_record_is_not_on_record_and_never_0(country):
    table = alike(country).table.set_index("format")
    assert table.loc[SILENT, "uses"].tolist() == ["not on record"] * 2
    assert table.drop(SILENT)["uses"].str.fullmatch(r"\d+ of \d+").all()
    assert set(table.index) == {precedents._name(form) for form in analysis.FORMATS}


def test_few_uses_are_named_and_many_have_a_median_with_its_range():
    for country in ("SDN", "MMR", "BDI"):
        for row in alike(country).table.to_dict("records"):
            if row["uses"] == "not on record":
                continue
            used = int(row["uses"].split(" of ")[0])
            named = row["by_name"].count("; ") + 1 if row["by_name"] else 0
            assert named == (used if used < 5 else 0)
            assert pd.notna(row["median"]) == (used >= 5)
            if used >= 5:
                assert row["days_low"] <= row["median"] <= row["days_high"]


def test_a_count_is_that_of_the_cases_listed_below_it():
    counts, cases = alike("MMR").table, precedents.cases(RECORD, country="MMR", month=APRIL, years=None).table
    like = precedents.likeness(RECORD, country="MMR", month=APRIL)
    for row in counts[counts["uses"] != "not on record"].to_dict("records"):
        used, of = map(int, row["uses"].split(" of "))
        assert of == len(like.spells)
        assert (
            used
            == like.used.loc[like.used["format"].map(precedents._name) == row["format"], "spell"].nunique()
        )
        assert (used > 0) == (cases["format"] == row["format"]).any()


def test_situations_are_compared_by_stage_region_and_earlier_attention():
    sudan = precedents.likeness(RECORD, country="SDN", month=APRIL)
    assert (sudan.stage, sudan.held, sudan.scope) == (5, True, "Africa")
    assert set(sudan.spells["iso3"]) <= set(RECORD.places.within(region="africa", group=None))
    assert sudan.spells["held"].all()
    assert sudan.spells["stage"].eq(5).all()
    myanmar = precedents.likeness(RECORD, country="MMR", month=APRIL)
    assert myanmar.scope == "the world"
    assert len(myanmar.spells) >= analysis.MIN_EPISODES


def test_a_past_month_knows_nothing_later():
    like = precedents.likeness(RECORD, country="BDI", month=pd.Timestamp(2015, 6, 1))
    assert like.used["date"].max() <= pd.Timestamp(2015, 6, 30)
    assert like.spells["end"].max() <= pd.Timestamp(2015, 6, 30)
    table = precedents.cases(RECORD, country="BDI", month=pd.Timestamp(2015, 6, 1), years=None).table
    assert table["date"].dropna().max() <= pd.Timestamp(2015, 6, 30).date()


@pytest.mark.parametrize(
    ("month", "until"),
    [("2026-04-01", "December 2024"), ("2024-12-01", "December 2024"), ("2020-03-01", "March 2020")],
)
def test_stretches_are_told_up_to_the_month_chosen_or_the_end_of_the_final_figures(month, until):
    block = alike("SDN", month=pd.Timestamp(month))
    assert f"in final figures to {until}." in block.more
    like = precedents.likeness(RECORD, country="SDN", month=pd.Timestamp(month))
    assert like.spells["end"].max() <= like.until


def test_a_place_without_a_stage_is_told_in_words():
    with pytest.raises(NotCoveredError, match="State of Palestine"):
        alike("PSE")


# From the resolutions’ own records: special sessions on Libya, the Syrian Arab Republic and the Sudan.
@pytest.mark.parametrize(
    ("session", "text", "adopted"),
    [
        ("A/HRC/S-15", "A/HRC/RES/S-15/1", "without a vote"),
        ("A/HRC/S-17", "A/HRC/RES/S-17/1", "33 yes, 4 no, 9 abstentions"),
        ("A/HRC/S-36", "A/HRC/RES/S-36/1", "18 yes, 15 no, 14 abstentions"),
    ],
)
def test_what_came_of_a_session_is_its_text_and_how_it_was_adopted(session, text, adopted):
    table = precedents.uses(RECORD, region=None, group=None, form="special_session").table
    (row,) = table[table["symbol"] == session].to_dict("records")
    assert (row["text"], row["adopted"]) == (text, adopted)


def test_the_list_is_of_the_format_chosen_and_marks_what_is_not_verified():
    whole = precedents.uses(RECORD, region=None, group=None)
    assert not set(whole.table["format"]) & set(SILENT)
    assert all(name in whole.caption for name in SILENT)
    assert whole.table["confidence"].eq("recalled, unverified").any()
    debates = precedents.uses(RECORD, region=None, group=None, form="urgent_debate").table
    assert set(debates["format"]) == {"Urgent debate"}
    africa = precedents.uses(RECORD, region="africa", group=None, form="item10").table
    names = {RECORD.places.name(code) for code in RECORD.places.within(region="africa", group=None)}
    assert set(africa["situation"]) <= names
    (row,) = precedents.uses(RECORD, region=None, group=None, form="good_offices").table.to_dict("records")
    assert row["label"] == "not on record"
    title = precedents.uses(RECORD, region=None, group=None, form="good_offices").title
    assert title == "Good offices: not on record"


def test_the_golan_is_no_use_of_a_format_on_the_syrian_arab_republic():
    table = precedents.uses(RECORD, region=None, group=None).table
    assert not table["label"].str.contains("Golan", na=False).any()


def test_a_text_whose_vote_is_not_on_record_says_so_and_is_counted_apart():
    votes = RECORD.table("vote")

    def without(name):
        return votes[votes["symbol"] != "A/HRC/RES/S-17/1"] if name == "vote" else RECORD.table(name)

    record = Reading(without)
    table = precedents.uses(record, region=None, group=None, form="special_session").table
    assert table.set_index("symbol").loc["A/HRC/S-17", "adopted"] == "vote not on record"
    outcomes = alike("MMR", record=record).table.set_index("format").loc["Special session", "outcomes"]
    assert outcomes.endswith("how is not on record for 1")
    whole = alike("MMR").table.set_index("format").loc["Special session", "outcomes"]
    assert "how is not on record" not in whole


def test_how_many_uses_are_recalled_is_said_where_they_are_counted():
    for form, recalled in (("all", True), ("item10", False)):
        block = precedents.uses(RECORD, region=None, group=None, form=form)
        marked = block.table[block.table["confidence"] == "recalled, unverified"]
        single = marked.drop_duplicates(["format", "situation", "date", "symbol", "label"])
        assert (len(single) > 0) == recalled
        said = f", {len(single)} of them recalled"
        assert block.title.endswith(said) if recalled else "recalled" not in block.title


def test_a_meeting_counts_once_and_the_sample_says_how_much_of_it_is_recalled():
    sample = heard.sample(RECORD, region=None, group=None)
    listed = precedents.uses(RECORD, region=None, group=None, form="briefing").table
    for table in (sample.table, listed):
        korea = table[table["situation"] == "Democratic People’s Republic of Korea"]
        for day, symbol in (("2023-08-17", "S/PV.9398"), ("2024-06-12", None)):
            (row,) = korea[korea["date"] == pd.Timestamp(day).date()].to_dict("records")
            assert row["symbol"] == symbol if symbol else pd.isna(row["symbol"])
            assert "High Commissioner" in row["label"]
            assert "Special Rapporteur" in row["label"]
    recalled = int(sample.table["confidence"].eq("recalled, unverified").sum())
    assert recalled > 0
    assert f"; recalled: {recalled}." in sample.caption
    later = int((pd.to_datetime(sample.table["date"]) > pd.Timestamp("2020-12-31")).sum())
    assert f"{len(sample.table) - later} entries of closed" in sample.caption


@pytest.mark.parametrize("region", [None, "africa", "asia"])
@pytest.mark.parametrize("form", ["all", "special_session", "urgent_debate", "briefing", "item10"])
def test_as_many_rows_are_given_as_uses_are_said(region, form):
    """A placeholder is no use; a session on several situations is one in each, and the title says so."""
    block = precedents.uses(RECORD, region=region, group=None, form=form)
    assert block.title.startswith(f"{len(block.table)} uses of the work formats")
    assert "on record, one for each situation" in block.title
    assert not block.table["label"].eq("not on record").any()
