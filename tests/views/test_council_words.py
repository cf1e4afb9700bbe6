"""A page could count an act twice, give it to another body, or list what came after its month."""

import contextlib

import pandas as pd
import pytest

from ewdash.analysis.council_acts import acts, texts
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.views import (
    cooperation,
    council_overview,
    councils,
    country_councils,
    region,
    signals,
    situation,
    track,
    violence,
    watchlists,
)
from ewdash.views.briefings import country as briefing
from tests.reading import installed

RECORD = installed()
FINAL = pd.Timestamp(2024, 12, 1)


@pytest.mark.parametrize(
    ("iso3", "day", "body"),
    [
        ("CUB", "14 April 2005", "Commission on Human Rights"),
        ("SDN", "9 October 2024", "Human Rights Council"),
    ],
)
def test_the_last_act_on_the_human_rights_side_names_its_body(iso3, day, body):
    rights, council = situation.last_acts(RECORD, country=iso3, month=FINAL)
    assert (rights.label, rights.value) == (f"Last act: {body}", day)
    assert council.label == "Last act: Security Council"


def test_each_last_act_of_a_region_stands_with_its_body():
    table = region.lines(RECORD, month=FINAL, region=None, group=None, back=1).table.set_index("iso3")
    assert table.loc["CUB", "hrc_body"] == "CHR"
    assert table.loc["SDN", "hrc_body"] == "HRC"
    dated = ~table["hrc_date"].isin([translate("none-verified"), translate("none-recorded")])
    assert table["hrc_body"].notna().eq(dated).all()
    assert set(table["hrc_body"].dropna()) <= {"HRC", "CHR", "OHCHR"}


@pytest.mark.parametrize("month", [pd.Timestamp(1990, 6, 1), pd.Timestamp(2005, 6, 1)])
@pytest.mark.parametrize("iso3", ["SDN", "IRQ", "ISR", "MMR"])
def test_a_page_that_stands_in_the_past_lists_nothing_later(iso3, month):
    end = (month + pd.offsets.MonthEnd(0)).date()
    asked = {"country": iso3, "month": month, "years": 10}
    assert all(day <= end for day in councils.record_of_acts(RECORD, **asked).table["date"])
    with contextlib.suppress(NotCoveredError):
        assert all(day <= end for day in country_councils.to_new_york(RECORD, **asked).table["date"])
    read = violence.escalation(RECORD, country=iso3, month=month, years=10).reading
    assert all(int(heading) <= month.year for heading, _ in read)
    table = cooperation.state_part(RECORD, **asked).table
    dated = table[table["coop_part"] != translate("coop-part-treaty")]["coop_when"]
    dated = [*dated, *cooperation.treaties(RECORD, **asked).table["coop_when"]]
    assert all(when[:4] <= f"{month.year}" for when in dated)


def test_the_list_of_acts_counts_each_text_once():
    block = councils.record_of_acts(RECORD, country="LBY", month=FINAL, years=10)
    rows = acts(councils.acts_of(RECORD, "LBY"))
    rows = rows[rows["date"] <= FINAL + pd.offsets.MonthEnd(0)]
    mechanisms = block.table["action_type"].eq(translate("class-living-mechanism")).sum()
    reviews = block.table["action_type"].eq(translate("action-upr-review")).sum()
    assert len(block.table) - mechanisms - reviews == len(rows) > len(texts(rows))
    assert f"{len(texts(rows))} acts and crossings up to" in block.caption
    assert f"{mechanisms} mechanisms alive, {reviews} reviews" in block.caption


@pytest.mark.parametrize("country", ["SDN", "MMR", "ISR", "SYR"])
def test_the_one_table_of_acts_marks_all_that_a_briefing_passes_on(country):
    asked = {"country": country, "month": pd.Timestamp("2026-06-01"), "years": 10}
    table = councils.record_of_acts(RECORD, **asked).table
    marked = table.loc[table["new_york"].eq(translate("yes")), ["date", "label"]]
    passed = country_councils.to_new_york(RECORD, **asked).table[["date", "label"]]
    assert sorted(map(tuple, marked.values)) == sorted(map(tuple, passed.values))
    assert len(marked) < len(table)


def test_the_pack_counts_each_text_once_and_names_the_bodies():
    made = briefing.situation_briefing(
        RECORD,
        country="BDI",
        month=pd.Timestamp(2016, 12, 1),
        years=2,
        sections=("bridge",),
        address="",
        note=None,
    )
    message = " ".join(part.message for part in made.parts)
    assert "4 of the Human Rights Council" in message
    assert "High Commissioner’s Office" not in message  # its briefings are crossings, told as days heard


def test_that_no_act_is_on_record_is_not_told_as_inaction():
    gaps = council_overview.gaps(RECORD, region=None, group=None)
    quiet = gaps.table["gap"].str.startswith("An alert")
    assert quiet.any()
    assert set(gaps.table.loc[quiet, "gap"]) == {
        "An alert, and no verified act of either Council on record within a year"
    }
    listed = watchlists.unanswered(RECORD, month=FINAL, region=None, group=None)
    assert "after 2019 are not systematically in the record" in listed.reads


@pytest.mark.parametrize("iso3", ["SDN", "ISL", "UKR"])
def test_as_many_onsets_came_without_an_alert_as_the_track_record_page_names(iso3):
    card = signals.alert_card(RECORD, country=iso3, month=FINAL)
    named = len(track.misses(RECORD).table)
    told = dict(card.lines)[translate("alert-label-missed")]
    assert f"{named} came without one; the Track record page names them" in told


@pytest.mark.parametrize(("month", "end"), [("2026-04-01", "2100-01-01"), ("2016-06-01", "2016-06-30")])
def test_the_shares_of_the_clock_are_those_of_its_table_whose_year_was_over(month, end):
    shown = country_councils.clock_shares(RECORD, country="SDN", month=pd.Timestamp(month), years=None).table
    rows = RECORD.table("response_clock")
    year = pd.Timedelta(days=365)
    covered = rows["covered_to"].clip(upper=pd.Timestamp(end))
    rows = rows[rows["date"].ge("2006-06-19") & (rows["date"] + year).le(covered)]
    within = (
        rows["days"].le(365).fillna(value=False).groupby([rows["sign"], rows["body"], rows["held"]]).mean()
    )
    assert len(shown) == 3
    for sign, row in zip(("alert", "acute", "crisis"), shown.to_dict("records"), strict=True):
        assert row["sign"] == translate(f"sign-of-{sign}")
        for body in ("hrc", "sc"):
            for column, held in (("held", True), ("new", False)):
                assert int(row[f"{body}_{column}"]) == round(100 * within[sign, body, held])
