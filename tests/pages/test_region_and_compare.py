"""The review and the comparison could fall silent on a bad address, or lose a page to one table."""

import pytest

from tests.pages.test_pages import charts, opened, said, spoilt
from tests.reading import installed


@pytest.mark.parametrize("month", ["2024-12", "2026-02", "2026-05", "1994-04"])
@pytest.mark.parametrize("area", ["africa", "oceania", "polynesia", "world"])
def test_the_review_opens_for_each_region_and_state_of_the_record(area, month):
    at = opened("pages/region.py", region=area, month=month)
    assert not at.error
    assert len(at.title) == 1
    assert "each country" in " ".join(entry.value for entry in at.header)


def test_africa_is_shown_first_and_the_world_where_a_group_was_chosen():
    assert opened("pages/region.py").selectbox(key="region").value == "africa"
    assert opened("pages/region.py", group="african").selectbox(key="region").value == "world"


def test_the_region_shown_first_does_not_narrow_the_world_page():
    at = opened("pages/region.py")
    at.switch_page("app.py").run()
    assert at.selectbox(key="region").value == "world"


def test_a_selection_without_a_country_says_so_and_stops():
    at = opened("pages/region.py", region="africa", group="eastern_european")
    assert "No country or territory belongs to" in said(at)
    assert not charts(at)
    assert not at.error


def test_all_nonsense_in_the_address_of_the_review_is_told():
    at = opened("pages/region.py", region="atlantis", back="9", scale="<b>", years="x", month="soon")
    told = " ".join(box.value for box in at.warning)
    assert "not a month of the record" in told
    for given, control in (
        ("atlantis", "Region or set"),
        ("9", "Compared with"),
        ("<b>", "Scale of each small chart"),
        ("x", "Period shown"),
    ):
        assert f"“{given}” for “{control}”, which has no such choice" in told.replace("\\", "")
    assert at.selectbox(key="region").value == "africa"
    assert not at.error


def test_each_move_leads_to_its_situation_with_the_month():
    at = opened("pages/region.py", region="americas", month="2024-12")
    links = [link.proto for link in at.get("page_link")]
    (haiti,) = (link for link in links if link.label == "**Haiti**")
    assert "country=HTI" in haiti.query_string
    assert "month=2024-12" in haiti.query_string


@pytest.mark.parametrize("scale", ["common", "log", "own"])
def test_each_scale_is_named_in_the_caption(scale):
    text = said(opened("pages/region.py", month="2024-12", scale=scale))
    words = {"common": "so heights compare", "log": "logarithmic scale", "own": "its own scale"}
    assert words[scale] in text


def test_without_signals_the_review_still_shows_deaths(own_data):
    spoilt(own_data / "signal_month" / "signal_month.parquet", "missing")
    at = opened("pages/region.py", month="2024-12")
    assert "signal_month" in at.error[0].value
    assert len(charts(at)) == 2


@pytest.mark.parametrize("given", ["SDN,NOPE", "SDN,<script>,SDN", "SDN,../etc"])
def test_what_is_no_country_is_left_out_and_said(given):
    at = opened("pages/compare.py", countries=given, month="2024-12")
    assert "Left out" in at.warning[0].value
    assert at.multiselect(key="countries").value == ["SDN"]


def test_a_seventh_situation_is_left_out_and_said():
    at = opened("pages/compare.py", countries="SDN,SSD,ETH,MMR,UKR,ISR,SYR", month="2024-12")
    assert "Left out: Syrian Arab Republic" in at.warning[0].value
    assert len(at.multiselect(key="countries").value) == 6


def test_until_the_reader_chooses_the_page_says_what_it_shows_and_why():
    assert "Shown until you choose" in said(opened("pages/compare.py"))
    at = opened("pages/compare.py", country="BFA", month="2024-12")
    assert at.multiselect(key="countries").value[0] == "BFA"
    assert "chosen on another page" in said(at)
    assert "Shown until" not in said(opened("pages/compare.py", countries="SDN", month="2024-12"))


def test_an_emptied_list_is_met_with_a_guide_and_stays_empty():
    at = opened("pages/compare.py", countries="none")
    assert "Choose up to six situations" in said(at)
    assert not charts(at)
    at.multiselect(key="countries").set_value(["UKR"]).run()
    assert charts(at)


@pytest.mark.parametrize("measure", ["absolute", "per_million", "indexed"])
@pytest.mark.parametrize("by", ["calendar", "onset"])
def test_each_measure_and_time_axis_opens(measure, by):
    at = opened("pages/compare.py", countries="SDN,UKR", month="2024-12", measure=measure, by=by)
    assert not at.error
    assert ("Which onset" in [box.label for box in at.selectbox]) == (by == "onset")


@pytest.mark.parametrize("table", ["council_action", "population_year", "conflict_month"])
def test_a_spoilt_table_gives_one_sentence(own_data, table):
    spoilt(own_data / table / f"{table}.parquet", "truncated")
    at = opened("pages/compare.py", countries="SDN,UKR", month="2024-12")
    assert table in at.error[0].value
    assert "not a United Nations product" in said(at)


def test_a_set_or_own_list_of_the_address_fills_the_comparison():
    at = opened("pages/compare.py", region="sahel", month="2024-12")
    assert at.multiselect(key="countries").value[0] == "BFA"
    assert len(at.multiselect(key="countries").value) == 6
    assert "Left out: " in said(at)
    assert opened("pages/compare.py", region="TCD,SDN").multiselect(key="countries").value == ["SDN", "TCD"]
    kept = opened("pages/compare.py", region="sahel", countries="UKR", month="2024-12")
    assert kept.multiselect(key="countries").value == ["UKR"]


def test_another_set_replaces_the_countries_compared():
    at = opened("pages/compare.py", countries="UKR,SDN", month="2024-12")
    at.selectbox(key="region").set_value("lake-chad-basin").run()
    basin = set(installed().places.within(region="lake-chad-basin", group=None))
    assert set(at.multiselect(key="countries").value) <= basin
    assert not at.exception
