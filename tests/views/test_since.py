"""Something new could be missed, told twice, or told as new though it was there before."""

from datetime import date

import pandas as pd
import pytest

from ewdash.analysis import changes, slow_indicators
from ewdash.analysis.council_acts import acts
from ewdash.data import store
from ewdash.exports.pdf import pdf
from ewdash.i18n import translate
from ewdash.model import moments
from ewdash.model.errors import DatasetMissingError, UnknownMomentError
from ewdash.views import release_news, since
from ewdash.views.councils import acts_of
from tests.reading import Reading, installed

RECORD = installed()
LOAD = RECORD.table
SESSIONS = LOAD("session")
ALL = {"record": RECORD}


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("HRC-60", date(2025, 10, 8)),
        ("HRC-S-38", date(2025, 11, 14)),
        ("SC-2025-12", date(2025, 12, 31)),
        ("2025-02-28", date(2025, 2, 28)),
        ("2025-02-30", None),
        ("HRC-99", None),
        ("SC-1999-01", None),
        ("<b>", None),
        ("", None),
    ],
)
def test_a_moment_is_the_last_day_of_its_session_or_month(given, day):
    assert moments.day_of(given, SESSIONS) == day


def test_every_moment_offered_is_one():
    found = since.options(**ALL)
    assert len(found) == sum(since.OPTION_COUNTS.values())
    assert all(since.starts(since=key, **ALL) for key in found)


def test_a_moment_has_one_name_wherever_it_is_told():
    found = since.options(**ALL)
    assert found == {key: since.moment_in_words(RECORD, since=key) for key in found}
    assert found["HRC-S-38"] == "HRC S-38 (14 November 2025)"
    assert since.moment_in_words(RECORD, since="2025-02-28") == "28 February 2025"


def test_a_session_of_which_the_days_are_planned_is_told_as_planned_and_not_as_over():
    assert since.moment_in_words(installed(), since="HRC-63") == "HRC 63 (planned to 7 October 2026)"
    assert since.moment_in_words(installed(), since="HRC-61") == "HRC 61 (to 31 March 2026)"


def test_the_last_month_offered_is_the_one_before_the_last_of_the_record():
    last = store.card("signal_month").provenance.covers_to
    months = [key for key in since.options(**ALL) if key.startswith("SC-")]
    assert months[0] == f"SC-{pd.Timestamp(last) - pd.DateOffset(months=1):%Y-%m}"


@pytest.mark.parametrize("given", ["0001-01-01", "2006-06-18", "2999-01-01", "SC-2026-12"])
def test_a_day_before_the_first_session_or_after_the_record_is_refused_with_the_span(given):
    with pytest.raises(UnknownMomentError) as found:
        since.starts(since=given, **ALL)
    assert "from 19 June 2006 to" in found.value.advice


@pytest.mark.parametrize(
    ("country", "place", "counts"),
    [
        (
            "ISR",
            "State of Palestine",
            "one text counted once: 10 of the Human Rights Council, 2 of the High Commissioner’s Office",
        ),
        ("MAR", "Western Sahara", "of the Security Council"),
    ],
)
def test_acts_on_a_place_filed_under_a_country_are_news_of_it_and_name_the_place(country, place, counts):
    made = since.news(since="2024-01-01", scope=(country,), **ALL)
    assert counts in made.sentence
    drawn = acts(acts_of(RECORD, country))
    told = made.table[made.table["kind"].isin(since.ACTS)]
    assert len(told) == (drawn["date"] > pd.Timestamp(2024, 1, 1)).sum() > 0
    assert any(f"({place})" in line for line in made.lines)


def test_acts_of_other_bodies_are_counted_and_named():
    made = since.news(since="2024-01-01", scope=("ISR", "UKR"), **ALL)
    others = "1 of the General Assembly, 3 of the International Criminal Court, 4 of the International Court"
    assert others in made.sentence
    assert any(line.startswith("Other bodies: ") and "State of Palestine" in line for line in made.lines)


def test_acts_after_the_systematic_record_are_single_additions_not_impossible():
    made = since.news(since="2026-01-28", scope=("IRN",), **ALL)
    assert (made.table["kind"] == "sc").any()
    assert "single additions" in made.lines[-1]
    assert "June 2026" in made.lines[-1]


def test_nothing_is_dated_before_the_moment_and_signs_are_told_by_month():
    made = since.news(since="HRC-S-39", scope=("VEN",), **ALL)
    assert (pd.to_datetime(made.table["date"]) > pd.Timestamp(2026, 1, 23)).all()
    assert made.lines[0].startswith(
        "January 2026, Alert: Strong alert, 84 deaths in events inside the month (preliminary"
    )
    table = since.digest(since="HRC-S-39", scope=("VEN",), name="", **ALL).table
    assert set(table[table["kind"] == "Alert"]["date"]) == {"2026-01"}


def test_an_alert_tells_its_deaths_its_reason_and_the_state_of_its_record_and_stands_before_the_data():
    table = since.digest(since="HRC-60", scope=None, name="World", **ALL).table
    haiti = table[(table["country"] == "Haiti") & (table["kind"] == "Alert")].iloc[0]
    assert haiti["what"] == "at least 131 deaths in events inside the month"
    assert haiti["vintage"] == "preliminary, lower bound"
    assert "Alert: 25 deaths or more in a month and three times" in haiti["reason"]
    data = table["kind"].isin(["New source", "Revised data", "Changed method"])
    assert data.is_monotonic_increasing
    lines = since.news(since="HRC-60", scope=None, **ALL).lines
    assert "1 preliminary, lower bound" in lines[0]


def test_without_a_card_a_change_names_its_table():
    def describe(table):
        if table == "case":
            raise DatasetMissingError(table=table)
        return store.card(table)

    lines = since.data_news(since="HRC-60", record=Reading(describe=describe)).lines
    assert any("case: 64 documents" in line for line in lines)


def test_acts_of_the_day_itself_are_not_new_and_of_the_next_day_are():
    rows = pd.DataFrame({"date": pd.to_datetime(["2025-10-08", "2025-10-09", "2025-10-10"])})
    assert changes.after(rows, date(2025, 10, 8))["date"].dt.day.tolist() == [10, 9]


def months(stages, vintage="final", alert=0):
    first = pd.date_range("2024-01-01", periods=len(stages), freq="MS")
    rows = {"iso3": "AAA", "month": first, "vintage": vintage, "stage": stages, "alert": alert}
    return pd.DataFrame(rows | {"deaths_12": 100.0})


def test_lower_bounds_change_a_stage_upwards_only_and_only_beyond_a_more_complete_record():
    bounds = months([0, 4, 2, 5], "lower_bound")
    found = changes.stages(bounds, date(2023, 12, 31))
    assert found["month"].dt.month.tolist() == [4, 2]
    found = changes.stages(pd.concat([bounds, months([5, 5, 5], "candidate")]), date(2023, 12, 31))
    assert found.empty


def test_an_alert_of_lower_bounds_gives_way_to_a_more_complete_record_of_its_month():
    rows = pd.concat([months([0, 0], "lower_bound", alert=2), months([0], "candidate")])
    assert changes.alerts(rows, date(2023, 12, 31))["month"].dt.month.tolist() == [2]


def test_a_stage_changes_inside_one_vintage_only():
    rows = pd.concat([months([1, 2, 2, 4]), months([0, 0, 0, 0], "candidate"), months([0, 5], "lower_bound")])
    found = changes.stages(rows, date(2024, 2, 28))
    assert found[["before", "stage"]].to_numpy().tolist() == [[2, 4], [1, 2]]
    assert len(changes.stages(rows, date(2024, 2, 29))) == 1


def test_an_alert_is_new_while_its_month_ends_after_the_moment():
    rows = months([0, 0, 0], alert=1)
    assert len(changes.alerts(rows, date(2024, 2, 29))) == 1
    assert len(changes.alerts(rows, date(2024, 2, 28))) == 2


def test_what_is_new_in_sudan_since_the_60th_session_is_what_the_tables_hold():
    made = since.news(since="HRC-60", scope=("SDN",), **ALL)
    day = pd.Timestamp(2025, 10, 8)
    acts = sum(
        len(table[(table["iso3"] == "SDN") & (table["date"] > day)])
        for table in (LOAD("council_action"), LOAD("council_crossing"))
    )
    told = made.table[made.table["kind"].isin(["hrc", "sc", "other"])]
    assert len(told) == acts > 0
    assert (pd.to_datetime(told["date"]) > day).all()
    assert any("Special session 38" in line for line in made.lines)
    assert not any("nan" in line for line in made.lines)


def test_a_region_holds_only_its_own_and_the_data_changes_of_all():
    whole = since.news(since="HRC-59", scope=None, **ALL).table
    part = since.news(since="HRC-59", scope=("AFG", "IRN"), **ALL).table
    own = part[~part["kind"].isin(["source", "revision", "method"])]
    assert set(own["country"]) <= {"Afghanistan", "Iran (Islamic Republic of)"}
    assert 0 < len(part) < len(whole)


def test_nothing_is_new_after_the_last_day_of_all():
    last = since.last_day(**ALL).isoformat()
    made = since.news(since=last, scope=None, **ALL)
    assert made.table.empty
    assert [line.partition(" ")[0] for line in made.lines] == [
        "Due",
        "14",
        "Alerts",
    ]  # due, and reviews of the month


def test_after_the_last_month_of_alerts_none_is_not_said_of_them():
    made = since.news(since="2026-07-01", scope=None, **ALL)
    assert "alert" not in made.sentence
    assert "changes of the data" in made.sentence


def test_an_alert_that_cannot_be_told_is_told_so_with_its_reason():
    world = since.news(since="HRC-60", scope=None, **ALL)
    open_lines = [line for line in world.lines if "cannot be told" in line or "ruled out" in line]
    assert any("United Republic of Tanzania (October 2025)" in line for line in open_lines)
    assert any("June 2026" in line and "nly lower bounds are on record" in line for line in open_lines)
    one = since.news(since="HRC-60", scope=("TZA",), **ALL)
    assert any("227 in events that begin in it and end later" in line for line in one.lines)
    assert "no alert on record" in one.sentence


def test_the_digest_is_a_paper_and_a_table_that_hold_the_same():
    asked = {"since": "HRC-60", "scope": None, "name": "the world"}
    pack = since.digest_briefing(**asked, of="world", address="http://localhost/since", **ALL)
    assert pack.name == "since-hrc-60-world"
    rows = sum(len(part.table) for part in pack.parts)
    assert rows == len(since.digest(**asked, **ALL).table) > 20
    assert [table.name for table in pack.tables] == ["since", "sources"]
    assert pdf(pack).startswith(b"%PDF")


def test_every_change_of_the_tables_names_a_table_and_a_day_not_in_the_future():
    rows = LOAD("revision")
    assert set(rows["kind"]) == {"source", "revision", "method"}
    covered = store.card("revision").provenance
    assert rows["date"].between(pd.Timestamp(covered.covers_from), pd.Timestamp(covered.covers_to)).all()


def test_a_page_without_a_present_situation_tells_of_the_data_alone():
    made = since.data_news(since="HRC-60", **ALL)
    assert len(made.lines) == len(LOAD("revision"))
    assert "alert" not in made.sentence
    assert since.data_news(since=since.last_day(**ALL).isoformat(), **ALL).lines == ()


@pytest.mark.parametrize("area", ["sahel", "TCD,SSD,SDN"])
def test_a_set_or_own_list_has_the_news_of_its_countries_alone(area):
    places = RECORD.places
    inside = places.scope(region=area, group=None)
    table = since.news(since="HRC-60", scope=inside, **ALL).table
    world = since.news(since="HRC-60", scope=None, **ALL).table
    names = {places.name(code) for own in inside for code in places.held(own)}
    assert set(table["country"].dropna()) <= names
    assert len(table[table["country"].notna()]) == world["country"].isin(names).sum() > 0


def test_the_digest_of_a_set_is_named_after_it_and_says_its_source():
    places, area = RECORD.places, "sahel"
    pack = since.digest_briefing(
        since="HRC-60",
        scope=places.scope(region=area, group=None),
        name=places.scope_name(region=area, group=None),
        of=places.scope_key(region=area, group=None),
        address="http://localhost/since?region=sahel",
        notes=places.membership_notes(area),
        **ALL,
    )
    assert pack.name == "since-hrc-60-sahel"
    assert pack.title.endswith("the Sahel")
    assert "UN Support Plan for the Sahel" in pack.boundary


def test_what_a_release_changed_adds_up_to_what_its_sentence_says():
    chart = release_news.changes(RECORD, release="26.0.4", scope=None)
    own = int(chart.table["release_deaths"].sum())
    manifest = RECORD.table("release").set_index("version").loc["26.0.4", "deaths_best"]
    assert own < manifest, "the release tells late events, too"
    late = f"{int(manifest) - own:,} in other months are not compared."
    assert f"Of its {int(manifest):,} deaths world-wide {own:,} lie there; {late}" in chart.caption
    whole = release_news.changes(RECORD, release="26.01.26.03", scope=None)
    assert "other months" not in whole.caption


def test_a_change_of_stage_is_labelled_by_what_it_stands_on():
    table = since.news(RECORD, since="HRC-61", scope=None).table
    stages = table[table["kind"] == "stage"].set_index("country")
    assert stages.loc["Italy", "vintage"] == "yearly rights indices (V-Dem, 2025)"
    assert stages.loc["Kenya", "vintage"] == "yearly displacement (UNHCR and IDMC, 2024)"
    assert stages.loc["United Republic of Tanzania", "vintage"] == "preliminary (Candidate)"
    slow = stages["reason"].isin([translate("reason-slow-rights"), translate("reason-slow-displacement")])
    assert not stages.loc[slow, "vintage"].str.contains("Candidate").any()
    line = next(line for line in since.news(RECORD, since="HRC-61", scope=None).lines if "of stage" in line)
    count = int((stages["reason"] == translate("reason-slow-rights")).sum())
    assert f"{count} yearly rights indices (V-Dem, 2025)" in line


@pytest.mark.parametrize(
    ("month", "year"), [("2026-03-01", 2024), ("2026-04-01", 2025), ("2026-12-01", 2025)]
)
def test_rights_of_a_year_are_public_from_april_of_the_next(month, year):
    assert slow_indicators.published_year(pd.Timestamp(month), slow_indicators.RIGHTS_PUBLIC) == year
