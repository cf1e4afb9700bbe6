"""The outlook could take preliminary months for final ones, or promise months that are past."""

import pandas as pd
import pytest

from ewdash.i18n import translate
from ewdash.model.errors import StaleSignalsError
from ewdash.views import signals, stages, world
from tests.reading import Reading, installed

RECORD = installed()
APRIL, FINAL = pd.Timestamp(2026, 4, 1), pd.Timestamp(2024, 12, 1)


def fan(country, month=APRIL):
    return stages.fan(RECORD, country=country, month=month, years=10)


def recorded(chart):
    return next(trace for trace in chart.figure.data if trace["type"] == "bar")


@pytest.mark.parametrize("country", ["SDN", "UKR"])
def test_the_title_names_the_months_that_are_drawn_and_those_that_are_forecast(country):
    chart = fan(country)
    first = pd.Timestamp(recorded(chart)["x"][0])
    assert f"deaths per month from {first:%B %Y}, " in chart.title
    assert chart.title.endswith("in the six months after April 2026 (May 2026 to October 2026)")
    assert "next six months" not in chart.title + chart.caption


def test_preliminary_months_are_hatched_and_final_ones_are_not():
    assert recorded(fan("SDN"))["marker"]["pattern"]["shape"]
    assert recorded(fan("SDN"))["name"] == translate("series-recorded-preliminary")
    assert "Hatched bars are preliminary." in fan("SDN").caption
    final = fan("SDN", FINAL)
    assert not recorded(final)["marker"]["pattern"]
    assert "Hatched" not in final.caption


def test_nothing_moves_up_from_the_highest_level():
    caption = stages.base_rates(RECORD, country="SDN", month=APRIL, years=10).caption
    assert "stayed at the level, the highest;" in caption
    assert "moved up" not in caption
    assert "moved up" in stages.base_rates(RECORD, country="HTI", month=APRIL, years=10).caption


@pytest.mark.parametrize("country", ["SDN", "UKR", "HTI", "NGA", "TZA"])
def test_what_opened_a_stage_is_known_in_the_month_it_opened(country):
    table = stages.stage_history(RECORD, country=country, month=APRIL, years=10).table
    rows = signals.signals_of(RECORD, country)
    rows = rows.assign(
        vintage=rows["vintage"].map(lambda name: translate(f"vintage-{name.replace('_', '-')}"))
    )
    rows = rows.set_index(["month", "vintage"])["deaths_12"]
    for row in table.to_dict("records"):
        held = rows[pd.Timestamp(row["from"]), row["vintage"]]
        assert (pd.isna(held) and pd.isna(row["deaths_12"])) or held == row["deaths_12"]


def test_a_stage_that_runs_on_into_preliminary_months_was_not_opened_there():
    table = stages.stage_history(RECORD, country="SDN", month=APRIL, years=10).table
    begins = table[table["from"] == pd.Timestamp(2025, 1, 1).date()]
    assert len(begins) == 2
    assert begins["evidence"].str.startswith("Nothing opened it here: it runs on").all()
    assert not table.loc[table["vintage"] == "final", "evidence"].str.contains("runs on").any()


DECEMBER = pd.Timestamp(2025, 12, 1)


@pytest.mark.parametrize(
    ("country", "said", "month"),
    [
        (
            "SSD",
            "1,287 deaths (preliminary). The final year holds 661 (UCDP 26.1), below the 1,000 that",
            APRIL,
        ),
        (
            "GHA",
            "113 deaths (preliminary). The final year holds 98 (UCDP 26.1), below the 100 that",
            DECEMBER,
        ),
        (
            "TZA",
            "231 deaths (preliminary). The final year holds 1,009 (UCDP 26.1), not below the 1,000",
            APRIL,
        ),
    ],
)
def test_a_stage_says_where_the_final_year_lies_on_the_other_side_of_what_opens_one(country, said, month):
    (note,) = stages.stage_history(RECORD, country=country, month=month, years=10).notes
    (measure,) = stages.stage_measure(RECORD, country=country, month=month)
    assert said in note
    assert note in (measure.explained or "")
    (before,) = stages.stage_measure(RECORD, country=country, month=FINAL)
    assert note not in (before.explained or "")
    assert stages.stage_history(RECORD, country=country, month=FINAL, years=10).notes == ()


@pytest.mark.parametrize("country", ["GHA", "COL"])
def test_nothing_is_said_where_twelve_months_reach_the_threshold_whatever_was_taken_away(country):
    rows = signals.signals_now(RECORD, country, APRIL)
    counted, final = stages._last_years(RECORD)[country]
    least = 100 if country == "GHA" else 1000
    assert rows["deaths_12"].iloc[0] - (counted - final) >= least
    assert stages.stage_history(RECORD, country=country, month=APRIL, years=10).notes == ()


def test_a_final_year_that_opens_the_same_stage_is_not_named_beside_it():
    assert stages.stage_history(RECORD, country="SDN", month=APRIL, years=10).notes == ()
    everywhere = RECORD.places.within(region=None, group=None)
    (note,) = stages.final_year_notes(RECORD, everywhere, APRIL)
    assert "in Argentina, Cambodia, South Sudan, United Republic of Tanzania; there" in note
    assert (
        "Of 6 countries with 25 preliminary deaths or more the final year is not known" in note
    )  # Haiti ...
    assert stages.final_year_notes(RECORD, everywhere, FINAL) == ()
    assert stages.final_year_notes(RECORD, ["SDN"], APRIL) == ()


def test_the_map_of_stages_is_drawn_without_signals_and_says_what_is_missing():
    def table(name):
        if name == "signal_month":
            raise StaleSignalsError(table=name)
        return RECORD.table(name)

    asked = {"month": APRIL, "region": None, "group": None, "layer": "stage"}
    view = world.world_view(Reading(load=table), **asked)
    assert any("signal_month" in sentence for sentence in view.urgent)
    assert not any("rest on months" in note for note in view.notices)
    assert any("rest on months" in note for note in world.world_view(RECORD, **asked).notices)
