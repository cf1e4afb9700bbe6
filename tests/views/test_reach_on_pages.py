"""A page could show acts without saying how far they reach, or offer a session that is only planned."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ewdash.views import members, record_reach, since
from tests.reading import installed

RECORD = installed()
PAGES = Path(__file__).resolve().parents[2] / "pages"


def test_the_sentence_says_each_end_and_how_the_next_text_comes():
    line = record_reach.line(RECORD)
    for part in (
        "Human Rights Council texts to 31 March 2026",
        "Security Council texts to 27 January 2026 (single acts to 7 April 2026)",
        "31 December 2019",
        "What is later is unknown.",
        "data/hand/council_action.csv",
        "python -m ewdash build",
        "python -m ewdash import",
    ):
        assert part in line


@pytest.mark.parametrize("page", ["councils", "situation", "since"])
def test_each_page_of_acts_shows_the_sentence(page):
    text = (PAGES / f"{page}.py").read_text(encoding="utf-8")
    assert "st.caption(cache.view(record_reach.line))" in text


def test_the_councils_page_says_it():
    page = AppTest.from_file(str(PAGES.parent / "app.py"), default_timeout=120).run()
    page.switch_page("pages/councils.py").run()
    assert any(caption.value == record_reach.line(RECORD) for caption in page.caption)


def test_the_table_names_every_series_in_words():
    shown = record_reach.table(RECORD).table
    assert len(shown) == len(RECORD.table("record_reach"))
    assert set(shown["reach_kind"]) == {"Whole", "Sample", "Not recorded"}
    assert (shown["reaches_to"].notna() == shown["reach_kind"].eq("Whole")).all()


def test_the_calendar_marks_planned_days_and_names_the_session_without_days():
    chart = members.calendar(RECORD, region=None, group=None)
    assert "HRC 63 (planned)" in chart.table.set_index("month").loc["2026-09", "sessions"]
    assert (
        "sessions after HRC 63 and HRC S-39, and HRC 62: none drawn does not mean none held" in chart.caption
    )
    assert "The days of HRC 63 are those planned." in chart.more


def test_no_reader_is_asked_what_is_new_since_a_session_that_is_not_on_record():
    assert not {"HRC-62", "HRC-63"} & set(since.options(RECORD))
    assert since.newest_session(RECORD) == "HRC-61"
