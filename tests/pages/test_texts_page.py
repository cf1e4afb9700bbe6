"""Texts could join the record unasked, stand there unmarked, or stay when they are taken away."""

from ewdash.data import adopted_texts, home
from tests import text_files as files
from tests.pages.test_copies_page import brought
from tests.pages.test_pages import opened, said
from tests.pages.test_records_page import press


def test_texts_are_told_before_they_are_kept_marked_when_shown_and_go_when_that_is_confirmed(tmp_path):
    at = brought(files.session_file(tmp_path / "s.csv"))
    assert "4 are new to the record, 3 under a country" in said(at)
    assert "Human Rights Council: the record would be whole to 6 July 2026." in said(at)
    assert home.current() is None
    at = press(at, "texts-keep")
    assert [one.file for one in adopted_texts.held()] == ["s.csv"]
    tables = [frame.value.to_string() for frame in opened("pages/situation.py", country="HTI").dataframe]
    assert any("Council resolution (from a file loaded here)" in table for table in tables)
    at = press(opened("pages/data.py", part="copies"), "texts-remove")
    assert "The texts of “s.csv” would leave the record of this machine." in said(at)
    press(at, "texts-asked-yes")
    assert adopted_texts.held() == []
