"""The title could name the wrong month or act, and a month's name could hide a higher one beside it."""

import pandas as pd
import pytest

from ewdash import i18n
from ewdash.analysis import vintages
from ewdash.charts import theme
from ewdash.charts.captions import NAME
from ewdash.model.situations import BANDS
from ewdash.views import councils, country_councils, peaks, situation, violence
from ewdash.views.months import country_months, period
from tests.reading import installed

RECORD = installed()
PERIOD = (pd.Timestamp("2016-07-01"), pd.Timestamp("2026-06-30"))
MONTH = pd.Timestamp("2026-06-01")


def months(country, period=PERIOD):
    rows = country_months(RECORD, [country])
    return vintages.drawn(rows[rows["month"].between(*period)])


def timeline(country, years=10):
    return violence.escalation(RECORD, country=country, month=MONTH, years=years)


def test_the_highest_months_are_named_with_their_deaths_and_what_kind_of_figure_they_are():
    found = peaks.highest(RECORD, "SDN", months("SDN"), PERIOD)
    assert found["label"].tolist() == ["Oct 2025<br>4,592 so far", "Nov 2023<br>2,102"]


def test_a_month_is_named_by_the_place_of_an_event_that_holds_most_of_its_deaths():
    whole = (pd.Timestamp("1989-01-01"), PERIOD[1])
    found = peaks.highest(RECORD, "SDN", months("SDN", whole), whole).set_index("month")
    events = RECORD.of("conflict_event", "SDN")
    shataya = events[events["place"].eq("Shataya village") & events["month"].eq(pd.Timestamp("2004-02-01"))]
    assert found.loc["2004-02-01", "label"].startswith("Feb 2004, Shataya village")
    assert 2 * shataya["deaths_best"].max() >= found.loc["2004-02-01", "deaths_dated"]


@pytest.mark.parametrize("country", ["SDN", "ETH", "UKR", "MEX", "SYR", "COD", "AFG"])
def test_no_higher_month_stands_near_a_named_one(country):
    rows, span = months(country), PERIOD[1] - PERIOD[0]
    rows = vintages.most_complete(rows[rows["deaths_dated"].notna()], ["month"])
    found = peaks.highest(RECORD, country, rows, PERIOD)
    assert 1 <= len(found) <= peaks.MOST
    for month, deaths in zip(found["month"], found["deaths_dated"], strict=True):
        near = rows[(rows["month"] - month).abs() < peaks.APART * span]
        assert near["deaths_dated"].max() == deaths >= BANDS[2]


def test_the_title_says_the_highest_month_and_the_first_act_of_each_council_from_it_on():
    title = timeline("SDN").title
    assert title.startswith(
        "Sudan: deaths in events inside one month were highest in October 2025 (4,592 so far)"
    )
    acts = councils.acts_of(RECORD, "SDN")
    acts = acts[acts["verified"] & acts["date"].ge("2025-10-01")]
    for council, name in (("hrc", "human-rights side"), ("sc", "Security Council")):
        first = acts.loc[acts["council"] == council, "date"].iloc[0]
        assert f"{name} {first.day} {first:%B %Y}" in title


def test_no_act_on_record_is_told_with_the_end_of_the_record():
    assert "Security Council none on record to 27 January 2026" in timeline("ETH").title


def test_events_over_several_months_that_hold_more_are_named_as_left_aside():
    assert "deaths in events inside one month were highest in" in timeline("ETH").title
    assert any("Events that cross a month’s end hold" in note for note in timeline("ETH").notes)
    assert timeline("AFG").title.startswith("Afghanistan: deaths were highest in ")


@pytest.mark.parametrize(("country", "years"), [("TZA", 10), ("TZA", 5), ("SDN", 10)])
def test_a_final_year_that_no_month_can_hold_is_told_beside_the_highest_month(country, years):
    year = int(RECORD.of("conflict_year_settled", country).set_index("year").loc[2025, "deaths_best"])
    axis = period(country_months(RECORD), years)
    assert year > 12 * months(country, axis)["deaths_dated"].max()
    assert f"; all of 2025: {year:,} (final)" in timeline(country, years).title


def test_a_country_whose_longer_events_hold_more_has_no_plain_peak():
    title = timeline("HTI").title
    assert title.startswith("Haiti: deaths in events inside one month were highest in December 2024 (336).")
    assert "all of 2" not in title
    early = violence.escalation(RECORD, country="TZA", month=pd.Timestamp("2008-12-01"), years=10).title
    assert "2025" not in early, "no year is told that is not on the axis"


def test_the_title_says_from_which_day_acts_are_looked_for_and_which_are_left_aside():
    """An act in the month of the deaths may precede them; a veto is an act, and is not meant here."""
    assert "in the title, vetoes." in timeline("UKR").caption
    assert "First verified acts from 1 October 2025 on:" in timeline("SDN").title
    vetoed = installed().table("council_action").query("iso3 == 'UKR' and action_type == 'veto'")["date"]
    assert vetoed.between("2022-03-01", "2025-02-24").any()
    assert "First verified acts from 1 March 2022 on:" in timeline("UKR").title


def test_where_few_or_none_died_the_title_says_so_and_counts_no_days():
    assert timeline("ISL").title == "Iceland: no death recorded in this period"
    assert timeline("SEN").title == "Senegal: no month with 25 deaths in this period"


def test_names_stand_above_their_marks_and_inside_the_axis():
    figure = timeline("SDN").figure
    names = [note for note in figure.layout["annotations"] if note.get("name") == NAME]
    top = figure.layout["yaxis"]["range"][1]
    assert [note["y"] for note in names] == [4592, 2102]
    assert top > 1.2 * max(note["y"] for note in names)


def test_each_council_has_its_hue_and_stages_share_no_colour_with_levels():
    figure = timeline("SDN", years=None).figure
    marks = {
        trace["yaxis"]: trace["marker"]["color"]
        for trace in figure.data
        if trace.get("mode") == "markers" and trace["yaxis"] != "y"
    }
    hues = list(dict.fromkeys(marks.values()))
    assert hues[0] == theme.COUNCILS["hrc"]
    assert theme.COUNCILS["sc"] in hues
    assert theme.COUNCILS["sc"] != theme.COUNCILS["hrc"]
    assert not set(theme.STAGES) & set(theme.LEVELS)


@pytest.mark.parametrize("country", ["IRN", "SDN", "ISR", "SSD", "CAF", "SYR", "BDI", "DJI"])
@pytest.mark.parametrize("years", [5, 10, 20])
def test_title_and_clock_count_from_the_same_day(country, years):
    """Where the highest month has an alert, the clock's first acts are the title's."""
    axis = period(country_months(RECORD), years)
    facts = peaks.finding(RECORD, country, months(country, axis), axis)
    clocks = country_councils.clocks_of(RECORD, "alert")
    clocks = clocks[clocks["iso3"] == country]
    for row in clocks.to_dict("records"):
        acted = row["body"] in ("hrc", "sc") and pd.notna(row["days"])
        if acted and i18n.month(row["date"]) == facts["month"]:
            assert facts[row["body"]] == i18n.day(row["acted"])


def test_acts_on_the_golan_are_no_acts_on_syria():
    assert "30 June 2025" not in timeline("SYR", 5).title
    last = situation.last_acts(RECORD, country="SYR", month=MONTH)
    assert not any("Golan" in (act.explained or "") or "UNDOF" in (act.explained or "") for act in last)
    table = councils.record_of_acts(RECORD, country="SYR", month=MONTH, years=10).table
    golan = table[table["label"].str.contains("Golan")]
    assert len(golan)
    assert set(golan["new_york"]) == {""}


@pytest.mark.parametrize(("country", "label"), [("YEM", "rejected by vote"), ("ETH", "lapsed")])
def test_what_was_rejected_or_lapsed_is_not_passed_on(country, label):
    table = councils.record_of_acts(RECORD, country=country, month=MONTH, years=10).table
    rows = table[table["label"].str.contains(label)]
    assert len(rows)
    assert set(rows["new_york"]) == {""}


@pytest.mark.parametrize("country", ["BIH", "HRV"])
def test_acts_recorded_under_former_yugoslavia_are_not_told_as_none(country):
    assert "human-rights side recorded under Yugoslavia (former)" in timeline(country, None).title
