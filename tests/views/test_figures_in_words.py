"""A figure could say more than the record: a floor as a count, a smoothed multiple as a plain one."""

import pandas as pd
import pytest

from ewdash.data.record import Record
from ewdash.views import measure, region, signals, situation, world

RECORD = Record()
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
    rows = rows[rows["iso3"] == "RWA"].set_index("month")["deaths_best"]
    deaths = int(rows[APRIL_1994])
    mean = rows[pd.date_range("1993-04-01", "1994-03-01", freq="MS")].mean()
    sentence = big("RWA", APRIL_1994)
    assert f"{deaths:,} deaths, against {mean:.0f} a month in the year before" in sentence
    assert measure.multiple((deaths + 1) / (mean + 1)) == "67,000"
    assert "(67,000 times, with one death added to both sides; 90 in 100: 26,000 to" in sentence
    assert "the highest in 36 months" in sentence


def test_each_list_of_rises_says_that_a_death_is_added():
    view = reviewed("americas", FINAL)
    assert "336 deaths in the month, against 81 a month in the year before (4.1 times, with one" in (
        view.moved[0][1][0].evidence
    )
    assert "one death is added to both sides" in view.rule
    lists = {part.name: part for part in worlds(FINAL).lists}
    assert "one death added to both sides" in lists["change"].reads


def worlds(month):
    return world.world_view(month=month, region=None, group=None, layer="level", **READ)


def test_nothing_against_nothing_is_a_multiple_nowhere():
    assert tiles("SEN", FINAL)[2] == "none recorded"
    lines = region.lines(month=FINAL, region="africa", group=None, back=1, **READ).table.set_index("iso3")
    assert lines.loc[["SEN", "CPV"], "change"].isna().all()
    everywhere = worlds(FINAL).block.table.set_index("iso3")
    assert everywhere.loc[["SEN", "CPV"], "change"].isna().all()
    assert everywhere.loc["HTI", "change"] == 4.1


def test_a_lower_bound_is_never_a_plain_count_nor_a_zero():
    rows = LOAD("conflict_month_recent")
    rows = rows[rows["vintage"].eq("lower_bound") & rows["month"].eq(BOUND)].set_index("iso3")["deaths_best"]
    assert tiles("SDN", BOUND) == ["1,000 or more deaths", f"at least {rows['SDN']}", "withheld"]
    assert tiles("VEN", BOUND) == ["100 or more deaths", "none recorded so far", "withheld"]
    assert tiles("SDN", CANDIDATE)[1] == "325 so far"
    assert "at least 84 deaths; at least 130 in the twelve months to it" in big("VEN", BOUND)


def test_a_region_on_lower_bounds_says_so_in_its_sentence_and_figures():
    view = reviewed("africa", BOUND)
    assert view.headline.startswith("Africa, May 2026 (preliminary, lower bounds) against April 2026:")
    found = region.measures(month=BOUND, region="africa", group=None, **READ)
    assert [tile.value.startswith("at least ") for tile in found] == [True, True, False, True]
    assert "at least 438 deaths in the month." in view.moved[0][1][0].evidence
    assert not any("higher" in heading for heading, _, _ in view.moved)
    table = region.lines(month=BOUND, region="africa", group=None, back=1, **READ).table
    assert table["change"].isna().all()


def test_the_world_on_lower_bounds_says_so_and_lists_no_rises():
    view = worlds(BOUND)
    assert "at least 17 countries" in view.headline
    lists = {part.name: part for part in view.lists}
    assert lists["change"].rows.empty
    assert "withheld" in lists["change"].reads
    assert "only lower bounds" in lists["level"].reads
    assert any("how much a lower bound misses" in notice for notice in view.notices)


def test_the_share_that_2025_grew_by_is_told_as_that_of_the_world():
    notes = situation.answer(country="SDN", month=CANDIDATE, **READ).notes
    assert "World-wide, the final count for 2025 came out 35 % higher" in notes[0]


def test_names_inside_sentences_have_their_article():
    assert "for the Sudan in" in signals.alert_card(country="SDN", month=CANDIDATE, **READ).headline
    assert "under the Netherlands" in situation.answer(country="ABW", month=FINAL, **READ).headline


def test_a_share_of_all_is_not_written_in_a_hundred():
    assert signals.in_ten(0.999) == "nearly all"
    assert signals.in_ten(0.97) == "about 97 in 100"
