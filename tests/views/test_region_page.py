"""The monthly review could miscount, hide who is not covered, or add what has no common record."""

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError, NothingRecordedError
from ewdash.model.places import Places
from ewdash.views import region, trends, world
from tests.reading import Reading, installed

RECORD = installed()
LOAD = RECORD.table
FINAL, CANDIDATE, BOUND = pd.Timestamp(2024, 12, 1), pd.Timestamp(2026, 2, 1), pd.Timestamp(2026, 5, 1)
READ = {"record": RECORD}


def place(area=None, group=None, month=FINAL):
    return {"month": month, "region": area, "group": group} | READ


@pytest.mark.parametrize("month", [FINAL, CANDIDATE, BOUND, pd.Timestamp(1994, 4, 1)])
@pytest.mark.parametrize("area", ["africa", "oceania", "americas", "western-africa"])
def test_each_place_stands_in_the_table_once(area, month):
    table = region.lines(**place(area, month=month), back=1).table
    places = Places(LOAD("country"))
    shown = [code for code in places.within(region=area, group=None) if code in places.options()]
    assert sorted(table["iso3"]) == sorted(shown)
    start = month - pd.DateOffset(months=11)
    assert set(table["period"]) == {f"{start:%Y-%m} to {month:%Y-%m}"}


def test_the_sentence_counts_what_the_table_holds():
    table = region.lines(**place("americas"), back=1).table
    counts = table["direction"].value_counts()
    headline = region.region_view(**place("americas"), back=1).headline
    assert (counts["deteriorated"], counts["improved"], counts["unchanged"], counts["not covered"]) == (
        1,
        1,
        33,
        22,
    )
    assert "of 35 countries and territories covered, 1 deteriorated, 1 improved and 33 were" in headline
    assert "22 are not covered" in headline
    assert headline.endswith("Deteriorated: Haiti. Improved: Nicaragua.")


def test_a_move_tells_its_evidence():
    (_, worse, more), *_ = region.region_view(**place("americas"), back=1).moved
    assert [move.iso3 for move in worse] == ["HTI"]
    assert more == 0
    for words in (
        "Strong alert in December 2024: 336 deaths in events inside the month, against 64 a month",
        "Stage up from 4 Active crisis to 5 High intensity",
        "Level up: 1,294 deaths in twelve months, 975 in the twelve to November 2024",
    ):
        assert words in worse[0].evidence


def test_a_preliminary_count_of_countries_says_so():
    above = region.measures(**place("africa", month=pd.Timestamp(2026, 4, 1)))[-1]
    assert above.value.partition(", ")[0].endswith(" so far")
    assert "so far" not in region.measures(**place("africa"))[-1].value


def test_no_move_from_or_to_de_escalation_is_called_up_or_down():
    rows = region.lines(**place(month=pd.Timestamp(2026, 4, 1)), back=6).table
    fragile = translate("stage-6")
    reasons = [
        reason for reason in rows["reason"] if f"from {fragile}" in reason or f"to {fragile}" in reason
    ]
    assert len(reasons) > 5
    assert not [reason for reason in reasons if "Stage up" in reason or "Stage down" in reason]


def test_the_table_adds_up_to_the_total():
    table = region.lines(**place("africa"), back=1).table
    total = region.measures(**place("africa"))[0].value
    assert total.startswith(f"{table['deaths_12'].sum():,} (")


def test_the_total_is_the_sum_of_the_record():
    rows = pd.read_parquet(store.DATA / "conflict_month" / "conflict_month.parquet")
    year = rows[rows["month"].dt.year.eq(2024)]
    inside = Places(LOAD("country")).within(region="africa", group=None)
    best = int(year[year["iso3"].isin(inside)]["deaths_best"].sum())
    banded = year[year["iso3"].isin({*inside, "NGA+NER"} - {"NGA", "NER"})]
    low, high = int(banded["deaths_low"].sum()), int(banded["deaths_high"].sum())
    assert region.measures(**place("africa"))[0].value == f"{best:,} ({low:,}–{high:,})"


def test_a_total_is_not_compared_with_another_state_of_the_record():
    assert region.measures(**place("africa", month=CANDIDATE))[2].value == "withheld"
    assert region.measures(**place("africa"))[2].value != "withheld"


def test_places_that_are_not_covered_close_the_table_without_a_figure():
    table = region.lines(**place("asia"), back=1).table
    silent = table[table["direction"] == "not covered"]
    assert "PSE" in set(silent["iso3"])
    assert silent.index.min() == len(table) - len(silent)
    assert silent[["stage", "deaths_12", "change"]].isna().all(axis=None)
    assert "under Israel" in silent.set_index("iso3").loc["PSE", "reason"]


def test_the_notes_name_who_is_not_covered_and_where_deaths_are_filed():
    text = " ".join(region.notices(**place("asia")))
    assert "State of Palestine; 2 territories" in text
    assert "Gaza and the West Bank under Israel" in text
    assert "Taiwan Province of China: The name follows United Nations usage" in text
    assert "Niger and Nigeria" not in text
    assert "Niger and Nigeria" in " ".join(region.notices(**place("western-africa")))


def test_a_month_without_an_earlier_one_in_its_record_withholds_the_comparison():
    first = place("africa", month=pd.Timestamp(2025, 1, 1))
    table = region.lines(**first, back=1).table
    assert set(table["direction"]) <= {"deteriorated", "comparison withheld", "not covered"}
    assert "a comparison with December 2024 is withheld" in region.region_view(**first, back=1).headline


def test_stages_are_compared_where_no_year_of_one_state_of_the_record_ends():
    hole = pd.Timestamp(2025, 6, 1)  # no twelve months of one state of the record end here
    headline = region.region_view(**place("polynesia", month=hole), back=1).headline
    assert "of 3 countries and territories covered, none deteriorated or improved" in headline
    assert region.measures(**place("polynesia", month=hole)) == ()


def test_a_region_and_a_group_without_common_members_say_so():
    words = region.nobody(region="africa", group="eastern_european", **READ)
    assert words.startswith("No country or territory belongs to Africa, Eastern European States")
    assert region.nobody(region="europe", group="eastern_european", **READ) == ""


def test_last_acts_are_verified_and_not_later_than_the_month():
    table = region.lines(**place("africa", month=pd.Timestamp(1994, 4, 1)), back=1).table
    days = pd.concat([table["hrc_date"], table["sc_date"]])
    assert max(day for day in days if not day.startswith("none ")) <= "1994-04-30"
    actions = LOAD("council_action")
    rwanda = actions[(actions["iso3"] == "RWA") & (actions["confidence"] == "verified")]
    rwanda = rwanda[(rwanda["body"] == "SC") & (rwanda["date"] <= "1994-04-30")]
    assert table.set_index("iso3").loc["RWA", "sc_date"] == f"{rwanda['date'].max():%Y-%m-%d}"


def test_the_small_charts_say_how_many_of_how_many():
    shown = trends.multiples(**place("africa"), back=1, years=5, scale="common")
    assert "12 of 40 countries" in shown.title
    assert len(set(shown.table["country"])) == 12
    deaths = region.lines(**place("africa"), back=1).table.set_index("country")["deaths_12"]
    assert set(deaths.nlargest(12).index) == set(shown.table["country"])


def test_the_period_ends_with_the_month_so_that_nothing_later_is_in_view():
    shown = trends.multiples(**place("africa", month=pd.Timestamp(1994, 4, 1)), back=1, years=3, scale="own")
    assert str(shown.table["month"].max()) == "1994-04-01"
    assert str(shown.table["month"].min()) == "1991-05-01"


def without_deaths(table):
    rows = LOAD(table)
    return rows.head(0) if table.startswith("conflict_month") else rows


def test_a_region_without_a_death_is_told_as_zero_and_one_without_coverage_as_silence():
    with pytest.raises(NothingRecordedError):
        trends.multiples(**place("polynesia"), back=1, years=5, scale="common")
    with pytest.raises(NotCoveredError):
        trends.together(**place("polynesia") | {"record": Reading(without_deaths)}, years=5)


def test_a_total_over_differing_coverage_says_so():
    assert trends.together(**place("africa"), years=5).notes == ()
    early = pd.Timestamp(1993, 12, 1)
    assert "between 51 and 53" in trends.together(**place("africa", month=early), years=5).notes[0]


def test_months_cut_from_the_axis_are_told():
    late = pd.Timestamp(1998, 12, 1)
    assert (
        "2 months reach beyond the axis"
        in trends.together(**place("eastern-africa", month=late), years=5).caption
    )
    caption = trends.together(**place("europe", month=late), years=5).caption
    assert "One month reaches beyond the axis" in caption
    assert "The bands of 3 months are cut at the top edge" in caption


def test_a_fall_of_lower_bounds_is_withheld_with_its_reason_and_a_rise_is_marked():
    asked = place("americas", month=BOUND)
    view = region.region_view(**asked, back=1)
    headings = [heading for heading, _, _ in view.moved]
    assert headings[1] == "Improved (0)"
    assert "For one that stands lower in lower bounds alone, the comparison is withheld" in view.headline
    assert "never a fall" in view.rule
    assert "never a fall" not in region.region_view(**place("americas"), back=1).rule
    table = region.lines(**asked, back=1).table.set_index("iso3")
    assert table.loc["ARG", "direction"] == "comparison withheld"
    assert "Lower bounds can show a rise and never a fall" in table.loc["ARG", "reason"]
    assert "Preliminary: read on lower bounds" in table.loc["HTI", "reason"]


OWN = "TCD,SSD,SDN"


@pytest.mark.parametrize("area", ["sahel", "small-island-developing-states", OWN])
def test_each_member_of_a_set_or_own_list_stands_in_the_table_once(area):
    table = region.lines(**place(area), back=1).table
    assert sorted(table["iso3"]) == sorted(RECORD.places.within(region=area, group=None))


@pytest.mark.parametrize("area", ["sahel", "lake-chad-basin"])
def test_a_set_with_niger_and_nigeria_takes_the_band_of_their_joint_row(area):
    rows = pd.read_parquet(store.DATA / "conflict_month" / "conflict_month.parquet")
    year = rows[rows["month"].dt.year.eq(2024)]
    inside = RECORD.places.within(region=area, group=None)
    best = int(year[year["iso3"].isin(inside)]["deaths_best"].sum())
    banded = year[year["iso3"].isin({*inside, "NGA+NER"} - {"NGA", "NER"})]
    low, high = int(banded["deaths_low"].sum()), int(banded["deaths_high"].sum())
    assert region.measures(**place(area))[0].value == f"{best:,} ({low:,}–{high:,})"


def test_a_list_with_one_of_the_pair_has_no_band():
    assert "(" not in region.measures(**place("GHA,NGA"))[0].value


@pytest.mark.parametrize(
    ("area", "beginning"), [("sahel", "The Sahel, December"), (OWN, "Chad, South Sudan, the Sudan, December")]
)
def test_a_set_or_own_list_begins_its_sentence_and_titles_with_its_name(area, beginning):
    assert region.region_view(**place(area), back=1).headline.startswith(beginning)
    assert trends.together(**place(area), years=5).title.startswith(beginning.split(", December")[0])


def test_a_set_says_the_source_of_its_membership_and_a_region_has_none():
    assert region.notices(**place("sahel"))[0].startswith("Sahel (UN strategy): 10 members")
    assert not any("membership" in note for note in region.notices(**place("africa")))


def test_the_map_of_a_set_or_own_list_frames_its_countries():
    for area, members in (("lake-chad-basin", ["CMR", "NER", "NGA", "TCD"]), (OWN, ["SDN", "SSD", "TCD"])):
        view = world.world_view(**place(area), layer="level")
        assert view.map["extent"] == view.map["inside"] == members
        assert set(view.block.table["iso3"]) == set(members)
        assert all(
            set(part.rows["iso3"]) <= set(members) for part in (make() for make in view.lists.values())
        )


def test_a_list_that_no_record_covers_is_not_called_quiet():
    view = world.world_view(**place("AIA,GRL"), layer="level")
    assert "covers no country in Anguilla, Greenland" in view.headline
    assert "no death" not in view.headline


def test_a_set_and_a_group_without_a_common_member_are_not_called_quiet():
    view = world.world_view(**place("sahel", "asia_pacific"), layer="level")
    assert view.headline.startswith("No country or territory belongs to the Sahel, Asia-Pacific States")


def test_where_all_countries_without_a_final_figure_are_named_they_are_not_some_of_more():
    headline = world.world_view(**place(OWN, month=CANDIDATE), layer="level").headline
    assert "Not known for Chad. What follows" in headline
    headline = world.world_view(**place("sahel", month=CANDIDATE), layer="level").headline
    assert "Not known for 4, among them Chad, Guinea, " in headline


def test_a_country_far_larger_than_all_others_is_told_beside_the_charts_and_in_the_file():
    chart = trends.multiples(
        RECORD, month=pd.Timestamp("2024-12-01"), region="europe", group=None, back=1, years=5, scale="common"
    )
    rows = RECORD.table("conflict_month")
    rows = rows[rows["month"].between("2020-01-01", "2024-12-01")]
    peaks = rows[rows["iso3"].isin(["UKR", "RUS"])].groupby("iso3")["deaths_dated"].max()
    (note,) = chart.notes
    assert f"Ukraine is far larger, up to {peaks['UKR']:,} deaths a month against {peaks['RUS']:,}" in note
    assert note in " ".join(chart.small_print)  # of the picture
    own = chart.table[chart.table["chart_scale"].str.startswith("its own")]
    assert set(own["country"]) == {"Ukraine"}
    tops = {axis["range"][1] for name, axis in chart.figure.layout.items() if name.startswith("yaxis")}
    assert len(tops) == 2
    assert max(tops) > peaks["UKR"] > min(tops) > peaks["RUS"]
    assert not any("\u25b2" in str(note.get("text")) for note in chart.figure.layout["annotations"])


def test_where_no_country_is_far_larger_all_charts_share_one_scale():
    chart = trends.multiples(
        RECORD, month=pd.Timestamp("2024-12-01"), region="sahel", group=None, back=1, years=5, scale="common"
    )
    assert not chart.notes
    assert "chart_scale" not in chart.table
    tops = {axis["range"][1] for name, axis in chart.figure.layout.items() if name.startswith("yaxis")}
    assert len(tops) == 1


@pytest.mark.parametrize(
    ("area", "month", "country"),
    [
        ("asia", "2026-04-01", "LBN"),  # a strong alert of March stands
        ("americas", "2026-04-01", "VEN"),
        ("africa", "2024-02-01", "ETH"),  # events over the month's end leave it open
        ("africa", "2017-06-01", "MLI"),
    ],
)
def test_no_alert_is_said_only_where_none_stands_and_none_is_open(area, month, country):
    view = region.region_view(installed(), month=pd.Timestamp(month), region=area, group=None, back=1)
    assert all(move.iso3 != country for move in view.moved[-1][1])


def test_an_alert_that_cannot_be_told_is_no_empty_cell():
    table = region.lines(
        installed(), month=pd.Timestamp("2026-06-01"), region="africa", group=None, back=1
    ).table
    assert translate("verdict-said-open") in set(table["alert"])
    april = region.lines(
        installed(), month=pd.Timestamp("2026-04-01"), region="africa", group=None, back=1
    ).table
    assert translate("verdict-said-open") not in set(april["alert"])
