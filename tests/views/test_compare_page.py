"""A comparison could call an unlike thing alike, or leave a situation out without a word."""

import io

import pandas as pd
import pytest

from ewdash.analysis import onsets, panels
from ewdash.analysis.council_acts import texts
from ewdash.charts import comparisons, theme
from ewdash.exports.tables import csv
from ewdash.i18n import translate
from ewdash.model.lanes import CROSSINGS
from ewdash.views import councils
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.comparison import page, sentences
from tests.reading import installed

RECORD = installed()
LOAD = RECORD.table
FINAL, CANDIDATE, BOUND = pd.Timestamp(2024, 12, 1), pd.Timestamp(2026, 2, 1), pd.Timestamp(2026, 5, 1)
READ = {"record": RECORD}
CHOICE = {
    "month": FINAL,
    "years": 10,
    "measure": "absolute",
    "by": "calendar",
    "span": "year",
    "axis": "linear",
    "onset": "latest",
}


def compared(*countries, **changed):
    return page.compare_view(**READ, countries=countries, **(CHOICE | changed))


def test_the_sentence_names_the_highest_with_its_band_and_ranks_no_other():
    view = compared("SDN", "SSD", "ISL")
    rows = LOAD("conflict_month")
    year = rows[rows["month"].dt.year.eq(2024)].groupby("iso3")[["deaths_best", "deaths_low", "deaths_high"]]
    sums = year.sum().astype(int)
    best, low, high = sums.loc["SDN"]
    assert f", the Sudan has the most reported deaths of these: {best:,} ({low:,}–{high:,})" in view.headline
    assert "times" not in view.headline
    assert "South Sudan" not in view.headline.split(" None recorded")[0]
    assert "None recorded: Iceland." in view.headline


def test_deaths_without_an_act_on_record_are_the_finding_with_period_and_state():
    rows = LOAD("conflict_month")
    rows = rows[(rows["iso3"] == "BFA") & (rows["month"].dt.year == 2024)]
    best, low, high = (int(rows[name].sum()) for name in ("deaths_best", "deaths_low", "deaths_high"))
    acts = councils.acts_about(RECORD, ("BFA",))
    acts = acts[acts["date"].between("2015-01-01", "2024-12-31") & (acts["iso3"] == "BFA")]
    assert acts.empty  # the premise; with an act, the sentence must change
    view = compared("BFA", "MLI", "NER")
    assert view.headline == (
        f"Burkina Faso: {best:,} ({low:,}–{high:,}) reported deaths in the twelve months to December 2024,"
        " and no act of either Council on record from January 2015 to December 2024."
    )
    assert "no judgement of a State or a Council" in " ".join(view.notes[: view.urgent])
    assert "(preliminary), and no act" in compared("BFA", "MLI", month=CANDIDATE).headline
    assert "at least" in compared("BFA", "MLI", month=BOUND).headline


def test_where_each_has_acts_of_both_councils_the_sentence_says_so():
    headline = compared("SDN", "SSD").headline
    assert headline.endswith(
        "Acts of both Councils are on record for each from January 2015 to December 2024."
    )
    assert "no act" not in headline


def situation(name, deaths, *, low=None, high=None, vintage="final", acts=None, unverified=0):
    return sentences.Reading(
        iso3=name,
        name=name,
        said=name,
        value=float(deaths),
        deaths=deaths,
        low=low,
        high=high,
        before=None,
        vintage=vintage,
        population=None,
        rate=None,
        index=None,
        first=None,
        last=None,
        onset=None,
        covered_from=None,
        acts={"HRC": 1, "SC": 1} if acts is None else acts,
        unverified=unverified,
        missing=None,
    )


def headline(*readings):
    period = ("January 2015", "December 2024")
    found = sentences.differences(readings, aligned=False, measure="absolute", month=FINAL, period=period)
    return found[0]


def test_two_with_the_same_count_are_called_equal_and_none_the_highest():
    text = headline(situation("A", 50), situation("B", 50), situation("C", 30))
    assert "2 of these have the same highest count of reported deaths: A, B, 50 each" in text
    assert "has the most" not in text


def test_estimates_that_overlap_leave_open_which_is_higher():
    text = headline(situation("A", 50, low=40, high=60), situation("B", 45, low=30, high=48))
    assert "cannot be told, because the low and high estimates overlap: B 45 (30–48)." in text
    text = headline(situation("A", 50, low=49, high=60), situation("B", 45, low=30, high=48))
    assert "cannot be told" not in text


def test_figures_of_different_states_are_not_ranked():
    text = headline(situation("A", 50), situation("B", 45, vintage="candidate"))
    assert "cannot be told, because some figures are final and others preliminary" in text
    assert "B 45 (preliminary)" in text
    assert "A has the most" not in text


def test_acts_of_one_council_alone_and_unverified_acts_are_told_apart():
    assert "No act of the Security Council is on record" in headline(situation("A", 50, acts={"HRC": 2}))
    assert "No act of the human-rights side is on record" in headline(situation("A", 50, acts={"SC": 2}))
    assert "No act of the" not in headline(situation("A", 50, acts={"CHR": 1, "SC": 2}))
    assert "no verified act of either Council" in headline(situation("A", 50, acts={}, unverified=1))


def test_few_deaths_without_an_act_are_no_finding():
    assert "act" not in headline(situation("A", 24, acts={}))


def test_the_file_says_what_each_point_holds():
    view = compared("BFA", "SDN", month=CANDIDATE)
    rows = pd.read_csv(io.BytesIO(csv(view.picture.numbers)))
    assert set(rows["Unit"]) == {"people"}
    assert rows["Each point holds"].str.contains("twelve months that end with this month").all()
    months = rows["First and last month of what the row holds"].str.split(" to ", expand=True)
    assert (months[1] == rows["Month"].str[:7]).all()
    assert (pd.to_datetime(months[0]) + pd.DateOffset(months=11) == pd.to_datetime(months[1])).all()
    final = rows["Final or preliminary"] == "final"
    assert 0 < final.sum() < len(rows)
    cards = {True: RECORD.card("conflict_month"), False: RECORD.card("conflict_month_recent")}
    for state, card in cards.items():
        assert set(rows.loc[final == state, "Release of the data"]) == {card.provenance.version}
        assert set(rows.loc[final == state, "Accessed"]) == {f"{card.provenance.accessed}"}
    own = rows[(rows["ISO code"] == "BFA") & (rows["Month"] == "2024-12-01")].iloc[0]
    deaths = LOAD("conflict_month").query("iso3 == 'BFA' and month >= '2024-01-01' and month <= '2024-12-31'")
    assert own["Deaths in twelve months"] == deaths["deaths_best"].sum()


@pytest.mark.parametrize("measure", ["absolute", "per_million", "indexed"])
@pytest.mark.parametrize("span", ["year", "month"])
def test_the_file_names_unit_and_definition_for_each_measure(measure, span):
    table = compared("SDN", "SSD", measure=measure, span=span).picture.table
    assert table["unit"].nunique() == table["holds"].nunique() == 1
    assert ("twelve months that end" in table["holds"].iloc[0]) == (span == "year")
    assert ("million" in table["unit"].iloc[0]) == (measure == "per_million")


def test_each_is_told_against_its_own_year_before():
    text = " ".join(compared("SDN", "SSD", "ISL").lines)
    rows = LOAD("conflict_month")
    year = rows.groupby(["iso3", rows["month"].dt.year])["deaths_best"].sum()
    assert f"Fewer: Sudan ({year['SDN', 2024]:,} after {year['SDN', 2023]:,})" in text
    assert f"before: South Sudan ({year['SSD', 2024]:,} after {year['SSD', 2023]:,})" in text
    assert "As many: Iceland (0 after 0)" in text


def test_a_rate_is_divided_by_the_people_of_the_year():
    view = compared("SDN", "ISR", measure="per_million")
    people = LOAD("population_year").set_index(["iso3", "year"])["population"]
    deaths = LOAD("conflict_month")
    deaths = deaths[deaths["month"].dt.year.eq(2024)].groupby("iso3")["deaths_best"].sum()
    table = view.figures.table.set_index("country")
    for code, name in (("SDN", "Sudan"), ("ISR", "Israel")):
        rate = deaths[code] / people[code, 2024] * 1e6
        assert table.loc[name, "per_million"] == pytest.approx(rate, abs=0.005)
    assert "Israel has the most reported deaths per million people" in view.headline


def test_preliminary_figures_are_called_so_and_not_compared_with_final_ones():
    view = compared("SDN", "SSD", month=CANDIDATE)
    assert "preliminary" in view.headline
    assert any("withheld" in line and "Sudan" in line for line in view.lines)
    assert any("Only alerts and stages run from final into preliminary months" in note for note in view.notes)


def test_the_sentence_says_of_how_many_where_one_has_no_figure():
    assert "the most reported deaths of the 2 covered" in compared("SDN", "SSD", "PSE").headline
    assert "the most reported deaths of these" in compared("SDN", "SSD").headline
    aligned = compared("SDN", "SSD", "ISL", by="onset").headline
    assert "the most reported deaths of the 2 with a figure" in aligned


def test_a_lower_bound_is_called_so_in_the_sentence():
    headline = compared("SDN", "SSD", month=BOUND).headline
    assert "deaths of these: at least" in headline
    assert ", preliminary." in headline


def test_the_end_of_each_record_of_acts_is_named_where_months_run_past_it():
    lines = " ".join(compared("SDN", "SSD", month=CANDIDATE).lines)
    assert "to February 2026 (the record of Security Council texts is systematic to 27 January" in lines
    assert "systematic" not in " ".join(compared("SDN", "SSD").lines)


def test_a_place_that_is_not_covered_is_named_and_keeps_its_lanes():
    view = compared("PSE", "SYR")
    assert "State of Palestine" not in view.headline
    assert any(note.startswith("Not covered") and "State of Palestine" in note for note in view.notes)
    assert set(view.picture.table["country"]) == {"Syrian Arab Republic"}
    assert any(heading.startswith("State of Palestine") for heading, _ in view.picture.reading)
    print_ = " ".join(view.picture.small_print)
    assert "without a course: State of Palestine" in print_
    assert "UCDP files events in Gaza and the West Bank under Israel" in print_
    row = view.figures.table.set_index("country").loc["State of Palestine"]
    assert pd.isna(row["deaths_12"])
    assert row["hrc_acts"] > 0


def test_acts_on_a_place_stand_where_its_deaths_are_filed_and_this_is_said():
    view = compared("ISR")
    assert view.figures.table["hrc_acts"].iloc[0] > 0
    assert any("lanes hold also acts on the State of Palestine" in note for note in view.notes)


def test_an_onset_is_the_one_of_the_track_record():
    view = compared("SDN", "UKR", by="onset")
    final = LOAD("conflict_month")
    final = final[final["basis"] != "joint"]
    grid = panels.panel(final[["iso3", "month", "deaths_best"]])
    found, _ = onsets.onsets(grid.deaths)
    for code, name in (("SDN", "Sudan"), ("UKR", "Ukraine")):
        last = grid.months[found[:, grid.iso3.index(code)]].max()
        assert f"{name} {last:%B %Y}" in " ".join(view.lines)
        zero = view.picture.table.query("country == @name and months_since == 0")["month"].iloc[0]
        assert zero == last.date()


def test_a_situation_without_an_onset_is_left_out_by_name_never_drawn_at_zero():
    view = compared("UKR", "ISL", by="onset")
    assert set(view.picture.table["country"]) == {"Ukraine"}
    assert any("Without an onset up to December 2024" in note and "Iceland" in note for note in view.notes)
    assert "Iceland" not in view.headline + " ".join(view.lines)


def test_without_any_onset_there_is_no_picture_and_the_page_says_why():
    view = compared("BOL", "ISL", by="onset")
    assert view.picture is None
    assert "the notes below say why" in view.headline


def test_an_onset_after_the_month_does_not_count_and_nothing_later_is_drawn():
    view = compared("UKR", by="onset", month=pd.Timestamp(2016, 12, 1))
    assert "Ukraine February 2014" in " ".join(view.lines)
    assert str(view.picture.table["month"].max()) == "2016-12-01"


def test_the_first_and_the_deadliest_onset_can_be_chosen():
    assert "Ethiopia January 1990" in " ".join(compared("ETH", by="onset", onset="first").lines)
    deadliest = " ".join(compared("RWA", by="onset", onset="deadliest").lines)
    assert "Rwanda March 1994" in deadliest  # 10 deaths and twice the mean: before April


def test_an_index_on_a_year_without_deaths_is_withheld_by_name():
    view = compared("SYR", "ISL", measure="indexed", years=20)
    assert any("index is withheld: Iceland" in note for note in view.notes)
    assert set(view.picture.table["country"]) == {"Syrian Arab Republic"}


def test_an_index_before_the_record_is_withheld_by_name():
    view = compared("SYR", "SDN", measure="indexed", years=None)
    assert any("are not covered, so the index is withheld" in note for note in view.notes)
    assert view.picture.table.empty


def test_no_preliminary_month_is_indexed():
    view = compared("SDN", "UKR", measure="indexed", month=CANDIDATE)
    assert set(view.picture.table["vintage"]) == {"final"}
    assert any("index is of final months only" in note for note in view.notes)


def test_a_record_that_begins_later_is_told():
    view = compared("SDN", "SSD", years=20)
    assert any("South Sudan from January 2011" in note for note in view.notes)
    assert any("filed under the Sudan" in note for note in view.notes)
    assert not any("filed under the Sudan" in note for note in compared("SDN", "SSD", years=5).notes)


def test_the_number_of_acts_is_that_of_the_texts_among_the_verified_marks_drawn():
    view = compared("SYR", "UKR")
    codes = {"Syrian Arab Republic": "SYR", "Ukraine": "UKR"}
    for trace in view.picture.figure.validated().data:
        if trace.name in codes and trace.mode == "markers":
            rows = councils.acts_about(RECORD, [codes[trace.name]])
            rows = rows[rows["date"].dt.strftime("%Y-%m-%d").isin(trace.x)]
            solid = sum(not symbol.endswith("-open") for symbol in trace.marker.symbol)
            assert solid == rows["verified"].sum()
            row = view.figures.table.set_index("country").loc[trace.name]
            rows = rows[~rows["act_class"].isin(CROSSINGS)]
            own = texts(rows[rows["verified"]])["body"].value_counts()
            assert {body: row[column] for column, body in page.ACT_COLUMNS.items() if row[column]} == dict(
                own
            )
            assert row["unverified"] == len(texts(rows[~rows["verified"]]))


def test_twelve_acts_in_twenty_one_rows_are_twelve():
    view = compared("SDN", month=pd.Timestamp(2018, 12, 1))
    row = view.figures.table.iloc[0]
    assert (row["hrc_acts"], row["ohchr_acts"]) == (11, 0)
    assert any("Sudan 11 HRC, " in line for line in view.lines)


@pytest.mark.parametrize(("country", "month"), [("SDN", "2019-12-01"), ("BDI", "2016-12-01")])
def test_acts_are_counted_as_in_a_briefing(country, month):
    """What passed between the Councils, as the hearing of 14 June 2019 on the Sudan, is apart in both."""
    month = pd.Timestamp(month)
    row = compared(country, month=month, years=5).figures.table.iloc[0]
    parts = {"country": country, "month": month, "years": 5, "sections": ("bridge",)}
    made = situation_briefing(RECORD, **parts, address="", note=None)
    message = " ".join(part.message for part in made.parts)
    for column, body in page.ACT_COLUMNS.items():
        said = translate("acts-of-body", acts=int(row[column]), body=body.lower())
        assert (said in message) == (row[column] > 0)
    told = f" of {translate('body-ohchr')}"
    assert (told in message) == (row["ohchr_acts"] > 0)


@pytest.mark.parametrize("measure", ["absolute", "per_million", "indexed"])
@pytest.mark.parametrize("by", ["calendar", "onset"])
@pytest.mark.parametrize("span", ["year", "month"])
@pytest.mark.parametrize(
    "countries", [("VAT", "TWN"), ("YUG", "DDR"), ("NER", "NGA"), ("ATF",), ("XKX", "SRB")]
)
def test_every_choice_gives_a_sentence(countries, measure, by, span):
    view = compared(*countries, measure=measure, by=by, span=span, years=None, axis="log")
    assert view.headline.endswith(".")


def test_what_is_shown_first_is_the_country_chosen_before_with_its_region():
    first = page.shown_first(country="BFA", month=FINAL, **READ)
    assert first[0] == "BFA"
    assert first[1:] == ("SDN", "COD")
    alone = page.shown_first(country=None, month=FINAL, **READ)
    assert alone[0] == "UKR"
    assert "chosen on another page" in page.told_first(countries=first, country="BFA", **READ)


def test_a_course_that_leaves_others_too_low_to_read_is_told_beside_the_picture():
    view = compared("UKR", "MLI", "NER")
    (note,) = view.picture.notes
    assert "Beside Ukraine" in note
    assert note.split(": ")[1].startswith("Mali, Niger.")
    assert note in " ".join(view.picture.small_print)
    assert not compared("UKR", "MLI", axis="log").picture.notes
    assert not compared("BFA", "MLI").picture.notes


def test_a_set_fills_the_comparison_with_its_deadliest_and_names_the_rest():
    sahel = RECORD.places.within(region="sahel", group=None)
    first = page.shown_first(country=None, month=FINAL, region="sahel", **READ)
    rows = LOAD("conflict_month")
    sums = (
        rows[rows["month"].dt.year.eq(2024) & rows["iso3"].isin(sahel)].groupby("iso3")["deaths_best"].sum()
    )
    assert list(first) == list(sums.sort_values(ascending=False).index[:6])
    told = page.told_first(countries=first, country=None, region="sahel", **READ)
    assert f"the 6 of {len(sahel)} with the most reported deaths" in told
    for code in set(sahel) - set(first):
        assert RECORD.places.name(code) in told
    assert page.shown_first(country="SEN", month=FINAL, region="sahel", **READ)[0] == "SEN"


def test_an_own_list_is_compared_whole_where_it_can_be():
    first = page.shown_first(country=None, month=FINAL, region="SDN,TCD", **READ)
    assert first == ("SDN", "TCD")
    told = page.told_first(countries=first, country=None, region="SDN,TCD", **READ)
    assert "all 2 are shown until you choose" in told
    assert "Left out" not in told


def test_the_acts_can_be_read_as_a_list_country_by_country():
    view = compared("SYR", "UKR")
    lines = [line for _, part in view.picture.reading for line in part]
    drawn = sum(len(trace.x) for trace in view.picture.figure.validated().data if trace.xaxis == "x2")
    assert len(lines) == drawn > 60
    assert view.picture.reading[0][0].startswith("Syrian Arab Republic, 20")


def test_the_acts_of_each_council_have_its_hue():
    found = {council: set() for council in comparisons.LANES}
    for trace in compared("SDN", "UKR").picture.figure.data:
        colours = trace.get("marker", {}).get("color")
        if trace.get("xaxis") == "x2" and isinstance(colours, list):
            for rank, colour in zip(trace["y"], colours, strict=True):
                found[comparisons.LANES[rank]].add(colour)
    assert found == {council: {theme.COUNCILS[council]} for council in found}


def test_the_final_year_of_each_comes_before_figures_of_other_releases():
    table = LOAD("conflict_year_settled")
    final = table[table["year"] == 2025].set_index("iso3")["deaths_best"]
    assert (final["SDN"], final["UKR"]) == (75174, 90345)
    told = compared("SDN", "UKR", "PSE", month=CANDIDATE).headline
    assert told.startswith(
        "Deaths in organised violence in 2025 (final, UCDP 26.1): Sudan (75,174), Ukraine (90,345)."
    )
    assert (
        "Not listed in the copies of UCDP’s release 26.1 at hand, so not known: State of Palestine." in told
    )
    assert "What follows is of other releases. In the twelve months to February 2026" in told
    assert "26.1" not in compared("SDN", "UKR").headline


def test_a_comparison_with_months_of_several_states_is_withheld_for_that_reason():
    (line,) = [line for line in compared("SDN", "UKR", month=CANDIDATE).lines if "withheld" in line]
    assert "not all months are of one state (final, preliminary or lower bound)" in line


def test_a_caption_promises_low_and_high_estimates_only_where_they_are_given():
    view = compared("SDN", "UKR", month=CANDIDATE)
    assert view.figures.table["low_12"].isna().all()
    assert view.picture.handling.endswith("table below where they are given.")
