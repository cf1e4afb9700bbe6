"""World could mark alerts that its list does not tell, hide that one cannot be told, or sort by a secret."""

import functools
import json

import pandas as pd
import pytest

from ewdash.analysis import signals_at
from ewdash.analysis.signals_at import WEIGHT
from ewdash.data.record import Record
from ewdash.model.errors import DatasetMissingError
from ewdash.views import situation, watched, watchlists
from ewdash.views.months import country_months, levels_at, newest
from ewdash.views.signals import signals
from ewdash.views.world import _alert_marks, world_view
from tests.reading import installed

RECORD = installed()
LATEST, FINAL = pd.Timestamp(2026, 4, 1), pd.Timestamp(2024, 12, 1)


@functools.cache
def shown(month=LATEST, *, region=None, group=None, layer="level"):
    return world_view(RECORD, month=month, region=region, group=group, layer=layer)


@pytest.mark.parametrize("layer", ["level", "stage"])
@pytest.mark.parametrize("month", [LATEST, FINAL])
def test_the_map_marks_each_alert_of_six_months_and_says_it(month, layer):
    view = shown(month, layer=layer)
    alerts = signals_at.recent_alerts(signals(RECORD), newest(RECORD, month))
    assert view.map["alerts"] == {row["iso3"]: int(row["alert"]) for row in alerts.to_dict("records")}
    assert view.map["alerts"]
    for code, strength in view.map["alerts"].items():
        label = view.map["labels"][code]
        assert ("strong alert" in label) is (strength == 2)
        assert "alert" in label
    without = [text for code, text in view.map["labels"].items() if code not in view.map["alerts"]]
    assert not any("(alert" in text or "(strong alert" in text for text in without)
    assert [kind["count"] for kind in view.map["rings"]] == [
        sum(value == strength for value in view.map["alerts"].values()) for strength in (1, 2)
    ]
    assert "No ring: no alert, or it cannot be told" in view.block.caption


def test_a_region_marks_its_own_alerts_only():
    inside = set(RECORD.places.within(region="africa", group=None))
    marked = set(shown(region="africa").map["alerts"])
    assert marked
    assert marked <= inside


def test_where_it_cannot_be_told_the_country_has_no_ring_and_says_so():
    rows = signals(RECORD)
    rows = rows[(rows["iso3"] == "SDN") & (rows["month"] == FINAL)]
    rows = rows.assign(alert=float("nan"), unjudged="crossing")
    alerts, crossing = signals_at.recent_alerts(rows, FINAL), signals_at.crossing(rows, FINAL)
    told = alerts.to_dict("records"), crossing.to_dict("records")
    marks = _alert_marks(*told, FINAL, RECORD.places, known=True)
    assert marks.strengths == {}
    assert marks.names["SDN"] == "Sudan (whether there is an alert cannot be told: December 2024)"
    assert marks.names["TCD"] == "Chad"


def test_without_signals_no_ring_is_promised():
    assert _alert_marks([], [], FINAL, RECORD.places, known=False).rings == ()


def lists(view):
    return {name: make() for name, make in view.lists.items()}


@pytest.fixture(scope="module")
def serious():
    return lists(shown())["serious"]


def test_the_watch_list_is_sorted_as_its_words_say(serious):
    assert serious.reads.startswith(
        "Strong alerts first, then other alerts; then by deaths in twelve months, then by height of stage."
    )
    codes = serious.rows["iso3"].tolist()
    strengths = [shown().map["alerts"].get(code, 0) for code in codes]
    assert strengths == sorted(strengths, reverse=True)
    deaths = levels_at(RECORD, LATEST).set_index("iso3")["deaths_12"].reindex(codes)
    for strength in (2, 1, 0):
        part = [deaths[code] for code, own in zip(codes, strengths, strict=True) if own == strength]
        assert part == sorted(part, reverse=True)
    assert codes[:2] == ["IRN", "LBN"]
    assert {"UKR", "SDN", "HTI", "PNG"} <= set(codes)
    assert len(codes) == len(set(codes)) > 70


def test_of_equal_deaths_the_higher_stage_stands_first(serious):
    tail = serious.rows[serious.rows["deaths_12"].str.startswith("none")]["stage"].str[0].tolist()
    places = [WEIGHT[int(stage)] for stage in tail]
    assert len(places) > 5
    assert places == sorted(places, reverse=True)


def test_each_line_says_stage_and_the_last_act_of_each_side_with_its_day(serious):
    row = serious.rows.set_index("iso3").loc["HTI"]
    assert row["alert"] == "alert, May 2026"
    assert row["stage"] == "6 De-escalation, fragile", "the stage is that of the month shown"
    assert "Stages: April 2026." in serious.reads
    assert row["hrc_date"].startswith("31 March 2026: ")
    assert row["sc_date"]


@pytest.mark.parametrize("month", [LATEST, pd.Timestamp(2019, 6, 1)])
def test_the_last_acts_are_those_of_the_situation_pages(month):
    # The Golan is another matter: `councils.acts_about` leaves it out, Syria's own page has it.
    codes = ["HTI", "SDN", "UKR", "ISR", "MMR", "PNG", "MAR", "SRB", "MLI", "LBY"]
    acts = watched.last_acts(RECORD, codes, month)
    for code in codes:
        for council, told in zip(
            watched.COUNCILS, situation.last_acts(RECORD, country=code, month=month), strict=True
        ):
            said = f"{told.value}: {told.explained}" if told.explained else ""
            assert acts.get((code, council), "") == said


def test_where_only_unverified_acts_are_on_record_the_tile_does_not_say_that_none_is():
    """Rwanda, April 1994: E/CN.4/1994/7/Add.1 of August 1993 is recalled, and stands in the table."""
    month = pd.Timestamp(1994, 4, 1)
    hrc, sc = situation.last_acts(RECORD, country="RWA", month=month)
    assert (hrc.value, hrc.explained) == ("none verified", "")
    assert sc.explained
    before, _ = situation.last_acts(RECORD, country="RWA", month=pd.Timestamp(1993, 6, 1))
    assert before.value == "none recorded"


def test_no_act_after_the_month_stands_in_a_list_of_that_month():
    acts = watched.last_acts(RECORD, ["SDN", "SYR"], pd.Timestamp(2011, 3, 1))
    assert acts
    assert all(int(text.partition(":")[0][-4:]) <= 2011 for text in acts.values())


def test_the_months_of_a_line_say_where_each_state_of_the_record_begins(serious):
    assert [(state["start"], state["key"]) for state in serious.states] == [
        (0, "final"),
        (6, "candidate"),
        (22, "lower_bound"),
    ]
    assert "light bars, from January 2025, are preliminary" in serious.reads
    assert "strokes, from May 2026, are lower bounds" in serious.reads
    months, told = serious.rows.set_index("iso3").loc["SDN", watchlists.MONTHS]
    record = country_months(RECORD, ["SDN"])
    final = record[(record["vintage"] == "final") & record["month"].between("2024-07-01", "2024-12-01")]
    assert list(months[:6]) == final["deaths_dated"].tolist()
    assert len(months) == watched.SPAN
    assert "October 2025" in told
    assert "so far" in told, "a preliminary month is never a plain number"


def test_a_list_of_final_months_has_one_state():
    assert [state["key"] for state in lists(shown(FINAL))["serious"].states] == ["final"]


def test_a_month_without_data_is_no_zero():
    first = country_months(RECORD)["month"].min()
    months, told = watched._months(RECORD, ["SDN"], first + pd.DateOffset(months=3))
    assert months[0][: watched.SPAN - 4] == (None,) * (watched.SPAN - 4)
    assert None not in months[0][-4:]
    assert f"{watched.SPAN - 4} months without data" in told[0]


def test_new_alerts_stand_strong_ones_first_then_by_deaths():
    part = shown().alerts
    assert part.rows["iso3"].tolist()[:2] == ["IRN", "LBN"]
    told = part.rows["alert"].tolist()
    assert told == sorted(told, key=lambda text: not text.startswith("strong"))
    assert part.rows["iso3"].tolist()[-1] == "HTI"
    assert set(part.rows["iso3"]) == set(shown().map["alerts"])
    assert "lower bounds" in part.reads
    assert "followed by deaths half as high again" in part.more


def test_acts_that_cannot_be_read_are_not_known_rather_than_none(monkeypatch):
    def missing(*_):
        raise DatasetMissingError(table="council_action", path="council_action.parquet")

    monkeypatch.setattr(watched, "acts_about", missing)
    view = world_view(Record(), month=FINAL, region=None, group=None, layer="level")
    row = lists(view)["serious"].rows.iloc[0]
    assert (row["hrc_date"], row["sc_date"]) == ("not known",) * 2


def test_the_map_carries_a_card_for_each_situation_on_the_watch_list_and_no_more():
    view = shown()
    assert set(view.map["cards"]) == set(lists(view)["serious"].rows["iso3"])
    stage, alert, months, peak, hrc, sc = view.map["cards"]["LBN"]
    assert stage == "5 High intensity"
    assert alert == "strong, March 2026"
    assert len(months) == watched.SPAN
    assert peak.startswith("Highest: ")
    assert hrc
    assert ": " in sc
    assert [state["key"] for state in view.map["states"]] == ["final", "candidate", "lower_bound"]


def test_what_the_map_sends_stays_small():
    view = shown()
    assert len(json.dumps(view.map).encode()) < 60_000
    assert len(json.dumps(lists(view)["serious"].rows.to_numpy().tolist()).encode()) < 45_000


def test_a_selection_without_countries_has_an_empty_list_and_no_ring():
    view = shown(region="oceania", group="african")
    assert view.map["alerts"] == {}
    assert lists(view)["serious"].rows.empty


def test_a_selection_sends_the_cards_of_its_own_countries_only():
    inside = set(RECORD.places.within(region="oceania", group=None))
    assert set(shown(region="oceania").map["cards"]) <= inside


def test_the_sentence_names_a_region_with_its_article():
    assert "covered in the Americas reached" in shown(region="americas").headline
    assert "covered in Asia reached" in shown(region="asia").headline


@pytest.mark.parametrize(
    ("month", "kind"),
    [
        (LATEST, "(preliminary)"),
        (pd.Timestamp(2025, 12, 1), "(preliminary)"),
        (pd.Timestamp(2026, 6, 1), "(preliminary, lower bounds)"),
    ],
)
@pytest.mark.parametrize("region", [None, "africa"])
def test_preliminary_counts_say_so_and_stand_apart_from_the_final_year(month, kind, region):
    final, follows, rest = shown(month, region=region).headline.partition(
        " What follows is preliminary, of another release, and not to be compared with these final figures. "
    )
    assert "2025 (final, UCDP 26.1)" in final
    assert follows
    assert rest.startswith(f"In the twelve months to {month:%B %Y} {kind}, ")
    assert "1,000 reported deaths in organised violence so far; " in rest
    assert " Highest so far: " in rest


def test_final_counts_are_no_preliminary_ones():
    headline = shown(FINAL).headline
    assert headline.startswith("In the twelve months to December 2024, 18 countries")
    assert "Highest: " in headline
    assert "so far" not in headline
