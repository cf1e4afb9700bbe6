"""The page of what is due could lose its day, hide a fault, or hand out another list than it shows."""

import re

import pytest

from tests.pages.test_pages import charts, opened, said, spoilt

DAY = "2026-11-26"
PAGE = "pages/due.py"


def tables(at):
    return [table.value for table in at.dataframe]


def test_the_page_opens_with_a_sentence_a_picture_and_its_list():
    at = opened(PAGE, **{"from": DAY})
    assert len(at.title) == 1
    assert re.match(r"What is due in the world within 12 months of 26 November 2026: ", at.title[0].value)
    assert not at.error
    assert "HRC 64 (by rule)" in charts(at)[0].proto.spec
    listed = tables(at)[0]
    assert "Recorded end" in set(listed["What is due"])
    headers = [entry.value for entry in at.header]
    assert headers[0].startswith("What is due before both Councils")
    assert headers[1].startswith("Past the recorded end")
    assert headers[2].startswith("Both Councils in the same quarter")
    assert "never that the mandate has ended" in said(at)


def test_the_day_of_the_clock_stands_in_the_address():
    at = opened(PAGE)
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", "".join(at.query_params["from"]))


@pytest.mark.parametrize("given", ["2026-13-01", "yesterday", "0001-01-01", "9999-01-01", "<b>"])
def test_a_day_of_no_use_is_told_and_today_is_shown(given):
    at = opened(PAGE, **{"from": given})
    assert "From the day" in at.warning[0].value
    assert len(at.title) == 1
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", "".join(at.query_params["from"]))


def test_the_selection_of_the_address_is_what_the_list_holds():
    at = opened(PAGE, **{"from": DAY, "region": "africa", "body": "sc", "horizon": "3"})
    listed = tables(at)[0]
    assert set(listed.get("Body", ["Security Council"])) == {"Security Council"}
    assert "What is due in Africa (Security Council only) within 3 months" in at.title[0].value
    assert at.selectbox(key="horizon").value == "3"
    assert at.selectbox(key="body").value == "sc"


def test_a_calendar_file_is_offered():
    at = opened(PAGE, **{"from": DAY, "region": "africa"})
    labels = [button.label for button in at.get("download_button")]
    assert "Calendar file (iCalendar)" in labels


@pytest.mark.parametrize("table", ["mandate_term", "session"])
def test_a_table_that_is_missing_is_told_once_and_the_page_goes_on(own_data, table):
    spoilt(own_data / table / f"{table}.parquet", "missing")
    at = opened(PAGE, **{"from": DAY})
    assert any(table in error.value for error in at.error)
    assert "not a United Nations product" in said(at)


def test_without_the_reviews_to_come_the_terms_stay(own_data):
    spoilt(own_data / "upr_due" / "upr_due.parquet", "missing")
    at = opened(PAGE, **{"from": DAY})
    assert not at.error
    assert any("upr_due" in entry.value for entry in at.info)
    assert "Recorded end" in set(tables(at)[0].get("What is due", ["Recorded end"]))


@pytest.mark.parametrize("country", ["SDN", "ISR", "PSE", "XKX", "FRA", "YUG"])
def test_a_situation_has_its_part_or_one_sentence(country):
    at = opened("pages/situation.py", country=country, section="due")
    assert not at.error
    words = said(at)
    if country in ("FRA", "YUG"):
        assert "No term, report or review before either Council is on record for" in words
        assert "not of what the Councils will do" in words
    else:
        assert "What is due before both Councils" in words


def test_a_region_holds_what_is_due_folded():
    at = opened("pages/region.py", region="africa", month="2026-04")
    assert "What is due" in [expander.label for expander in at.expander]


def test_what_is_new_says_what_is_due():
    at = opened("pages/since.py", since="HRC-61", country="HTI")
    assert "days of" in said(at)
    assert "Due within 90 days of" in said(at)


def test_the_world_page_is_as_it_was():
    assert "What is due before" not in said(opened("app.py", month="2024-12"))
