"""A figure could say more than the record: a floor as a count, a smoothed multiple as a plain one."""

import re

import pandas as pd
import pytest

from ewdash.views import measure, region, signals, situation, world
from tests.reading import installed

RECORD = installed()
LOAD = RECORD.table
FINAL, CANDIDATE, BOUND = pd.Timestamp(2024, 12, 1), pd.Timestamp(2026, 2, 1), pd.Timestamp(2026, 5, 1)
APRIL_1994 = pd.Timestamp(1994, 4, 1)
READ = {"record": RECORD}


def tiles(country, month):
    found = situation.answer(country=country, month=month, **READ).measures
    return [tile.value for tile in found[:3]]


def big(country, month):
    lines = dict(signals.alert_card(country=country, month=month, **READ).lines)
    return lines["How big"]


def reviewed(area, month, group=None):
    return region.region_view(month=month, region=area, group=group, back=1, **READ)


@pytest.mark.parametrize(
    ("change", "written"),
    [(0.04, "under 0.1"), (0.34, "0.3"), (9.96, "10"), (17.6, "18"), (67372.5, "67,000")],
)
def test_a_multiple_has_no_more_digits_than_it_can_bear(change, written):
    assert measure.multiple(change) == written


def test_a_rise_is_told_with_both_its_sides_and_the_death_added_to_each():
    rows = LOAD("conflict_month")
    rows = rows[rows["iso3"] == "RWA"].set_index("month")["deaths_dated"]
    deaths = int(rows[APRIL_1994])
    mean = rows[pd.date_range("1993-04-01", "1994-03-01", freq="MS")].mean()
    sentence = big("RWA", APRIL_1994)
    assert f"{deaths:,} deaths, against {mean:.1f} a month in the year before" in sentence
    assert measure.multiple((deaths + 1) / (mean + 1)) == "60,000"
    assert "(60,000 times, with one death added to both sides; 90 in 100: " in sentence
    assert "Another 110,679 are in events that begin in the month and end later" in sentence


def test_each_list_of_rises_says_that_a_death_is_added():
    view = reviewed("americas", FINAL)
    told = "336 deaths in events inside the month, against 64 a month in the year before (5.2 times, with one"
    assert told in view.moved[0][1][0].evidence
    assert "one death is added to both sides" in view.rule
    lists = {name: make() for name, make in worlds(FINAL).lists.items()}
    assert "one death added to both sides" in lists["change"].reads


def worlds(month):
    return world.world_view(month=month, region=None, group=None, layer="level", **READ)


def test_nothing_against_nothing_is_a_multiple_nowhere():
    assert tiles("SEN", FINAL)[2] == "none recorded"
    lines = region.lines(month=FINAL, region="africa", group=None, back=1, **READ).table.set_index("iso3")
    assert lines.loc[["SEN", "CPV"], "change"].isna().all()
    everywhere = worlds(FINAL).block.table.set_index("iso3")
    assert everywhere.loc[["SEN", "CPV"], "change"].isna().all()
    assert everywhere.loc["HTI", "change"] == 5.2


def test_a_lower_bound_is_never_a_plain_count_nor_a_zero():
    rows = LOAD("conflict_month_recent")
    rows = rows[rows["vintage"].eq("lower_bound") & rows["month"].eq(BOUND)].set_index("iso3")["deaths_best"]
    assert tiles("SDN", BOUND) == ["1,000 or more deaths", f"at least {rows['SDN']}", "withheld"]
    assert tiles("VEN", BOUND) == ["100 or more deaths", "none recorded so far", "withheld"]
    assert tiles("SDN", CANDIDATE)[1] == "327 so far"
    assert "at least 131 deaths. In the twelve months to it: at least 580." in big("HTI", BOUND)
    assert "84 deaths so far, against 3.8" in big("VEN", BOUND)  # of January: more than a lower bound


def test_a_region_on_lower_bounds_says_so_in_its_sentence_and_figures():
    view = reviewed("africa", BOUND)
    assert view.headline.startswith("Africa, May 2026 (preliminary, lower bounds) against April 2026:")
    found = region.measures(month=BOUND, region="africa", group=None, **READ)
    assert [tile.value.startswith("at least ") for tile in found] == [True, True, False, True]
    assert "at least 32 deaths in twelve months" in view.moved[0][1][0].evidence
    assert not any("higher" in heading for heading, _, _ in view.moved)
    table = region.lines(month=BOUND, region="africa", group=None, back=1, **READ).table
    assert table["change"].isna().all()


def test_the_world_on_lower_bounds_says_so_and_lists_no_rises():
    view = worlds(BOUND)
    assert "at least 17 countries" in view.headline
    lists = {name: make() for name, make in view.lists.items()}
    assert lists["change"].rows.empty
    assert "withheld" in lists["change"].reads
    assert "only lower bounds" in lists["level"].reads
    assert any("how much a lower bound misses" in notice for notice in view.notices)


def test_the_settled_year_stands_first_and_no_factor_is_told():
    answer = situation.answer(country="SDN", month=CANDIDATE, **READ)
    assert answer.headline.startswith(
        "Sudan: 75,174 deaths in organised violence in 2025 (final, UCDP 26.1); 7,103 in 2024 by the same"
    )
    assert not re.search(r"35\s%", " ".join((answer.headline, *answer.notes)))
    assert "245,464" in worlds(CANDIDATE).headline
    assert "245,464" not in worlds(FINAL).headline


def test_a_settled_year_that_is_not_at_hand_is_said_to_be_unknown():
    assert (
        "the final figure of 2025 is not known here"
        in situation.answer(country="HTI", month=CANDIDATE, **READ).headline
    )


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("SDN", "higher once final"),
        ("BFA", "lower once final"),
        ("ISR", "cannot be told"),
        ("HTI", "half as high again"),
        ("UKR", "release 26.1 has changed that year"),
        ("CHE", "too few to say which is more"),
    ],
)
def test_across_states_of_the_record_a_direction_or_a_reason_is_told(country, told):
    headline = situation.answer(country=country, month=pd.Timestamp(2026, 4, 1), **READ).headline
    assert told in headline
    assert "withheld" not in headline


@pytest.mark.parametrize(("country", "direction"), [("SDN", "higher"), ("BFA", "lower")])
def test_a_direction_is_told_with_how_often_just_that_one_came_true(country, direction):
    """Told together, the seven falls that all came true would lend themselves to the rises."""
    headline = situation.answer(country=country, month=pd.Timestamp(2026, 4, 1), **READ).headline
    trial = installed().table("verdict_year").query("direction == @direction and settled.notna()")
    right = int((trial["settled"] == direction).sum())
    assert f"said of {len(trial)} countries in 2025, and right for {right}." in headline
    assert 0 < right <= len(trial)
    assert "(part final, part preliminary)" in headline, "no sum is drawn of two states"


@pytest.mark.parametrize("country", ["ISR", "HTI", "UKR", "CHE", "SDN", "MEX"])
@pytest.mark.parametrize("month", [CANDIDATE, pd.Timestamp(2026, 4, 1), BOUND])
def test_headline_and_measures_never_answer_one_question_in_two_ways(country, month):
    found = situation.answer(country=country, month=month, **READ)
    change = found.measures[2]
    assert change.label == "One month against the mean"
    assert change.explained.startswith(f"{month:%B %Y} alone, not the twelve months")
    refused = [words for words in ("cannot be told", "not compared", "too few") if words in found.headline]
    if refused and "\N{MULTIPLICATION SIGN}" in change.value:
        assert "hese twelve months" in found.headline


def test_a_months_figure_is_not_a_years_total():
    answer = situation.answer(country="MEX", month=pd.Timestamp(2018, 1, 1), **READ)
    month = next(tile for tile in answer.measures if tile.label == "Deaths in January 2018")
    assert month.value == "140"
    assert "9,824 more are in events that begin in it and end later" in month.explained
    assert "Of the deaths of these twelve months, 9,876 are in events that cross a month’s end" in " ".join(
        answer.notes
    )


def test_a_figure_on_events_under_review_or_at_sea_says_so_first():
    iran = situation.answer(country="IRN", month=pd.Timestamp(2026, 4, 1), **READ)
    assert "13,280 are in one event (UCDP’s status: Check type of violence)" in iran.notes[0]
    lanka = situation.answer(country="LKA", month=pd.Timestamp(2026, 4, 1), **READ)
    assert "a warship sunk in international waters" in lanka.notes[0]
    assert lanka.measures[0].value == "None recorded"


def test_names_inside_sentences_have_their_article():
    assert "for the Sudan in" in signals.alert_card(country="SDN", month=CANDIDATE, **READ).headline
    assert "under the Netherlands" in situation.answer(country="ABW", month=FINAL, **READ).headline


def test_a_share_of_all_is_not_written_in_a_hundred():
    assert signals.in_ten(0.999) == "nearly all"
    assert signals.in_ten(0.97) == "about 97 in 100"
