"""A copy could be kept that nobody agreed to, be removed unasked, or be handed out."""

import pytest

from ewdash.data import copies
from ewdash.ui import person
from tests.copy_files import acled_file, draft, events_file, vdem_file
from tests.pages.test_pages import charts, opened, said
from tests.pages.test_records_page import press
from tests.pages.test_small_tables import small_tables


def brought(path):
    at = opened("pages/data.py", part="copies")
    at.file_uploader[0].upload(path.name, path.read_bytes()).run()
    assert not at.exception
    return at


def subheaders(at):
    return [entry.value for entry in at.subheader]


def test_what_a_file_holds_is_shown_before_anything_is_kept(tmp_path):
    at = brought(acled_file(tmp_path / "a.csv"))
    assert "Of them 4 can be kept, 1 refused" in said(at)
    tables = small_tables(at)
    assert any("Atlantis" in table.to_string() for table in tables)
    assert any("31 February 2025" in table.to_string() for table in tables)
    assert any("fatalities (ACLED)" in table.to_string() for table in tables)
    assert copies.listed().copies == ()
    assert at.button(key="copies-keep").label == "Keep this copy, leave out 1 refused"
    press(at, "copies-keep")
    assert [copy.file for copy in copies.listed().copies] == ["a.csv"]
    assert "One copy is kept" in subheaders(at)


def test_the_copy_that_a_file_replaces_is_named_first(tmp_path):
    copies.keep(draft(acled_file(tmp_path / "old.csv")))
    at = brought(acled_file(tmp_path / "new.csv", deaths=4, good=True))
    assert "It replaces the copy that is kept: “old.csv”, 6 rows" in said(at)
    assert at.button(key="copies-keep").label == "Keep this copy"
    press(at, "copies-keep")
    assert [copy.file for copy in copies.listed().copies] == ["new.csv"]


@pytest.mark.parametrize("content", [b"<html></html>", b"", b"a,b\n1,2\n", b"PK\x03\x04", b"\x00\x01\x02"])
def test_a_bad_file_is_told_in_words_and_the_page_goes_on(tmp_path, content):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    at = brought(path)
    assert "Nothing was changed." in said(at)
    assert "No copy is kept yet" in subheaders(at)


def test_events_of_ucdp_are_sent_to_the_update(tmp_path):
    assert "python -m ewdash update --from" in said(brought(events_file(tmp_path / "ged.csv")))


def test_a_copy_is_removed_when_that_is_confirmed(tmp_path):
    copies.keep(draft(acled_file(tmp_path / "a.csv")))
    copies.keep(draft(vdem_file(tmp_path / "v.csv")))
    at = press(opened("pages/data.py", part="copies"), "copies-remove")
    assert "an export of ACLED would be removed" in said(at)
    assert len(copies.listed().copies) == 2
    press(at, "copies-asked-yes")
    assert [copy.layout for copy in copies.listed().copies] == ["vdem"]


def test_a_damaged_copy_is_told_and_can_be_removed(tmp_path):
    kept = copies.keep(draft(acled_file(tmp_path / "a.csv")))
    (copies.place() / kept.stored).unlink()
    at = opened("pages/data.py", part="copies")
    assert "an export of ACLED on this machine is damaged" in said(at)
    press(press(at, "copies-remove"), "copies-asked-yes")
    assert copies.listed().damaged == ()


def test_situation_shows_a_copy_below_the_records_and_hands_nothing_out(tmp_path):
    plain = opened("pages/situation.py", country="SDN", section="records")
    copies.keep(draft(acled_file(tmp_path / "a![x](https:example.org).csv")))
    at = opened("pages/situation.py", country="SDN", section="records")
    assert len(charts(at)) == len(charts(plain)) + 1
    assert "Sudan: an export of ACLED (user upload)" in [entry.value for entry in at.header]
    assert "Never added to official figures" in said(at)
    assert "![x](https" not in said(at)
    assert len(at.get("download_button")) == len(plain.get("download_button"))
    other = opened("pages/situation.py", country="FRA", section="records")
    assert len(charts(other)) == len(charts(plain))


def test_nobody_who_is_not_signed_in_sees_a_copy(tmp_path, monkeypatch):
    copies.keep(draft(acled_file(tmp_path / "a.csv")))
    monkeypatch.setenv(person.HEADER, "X-Forwarded-User")
    at = opened("pages/data.py", part="copies")
    assert "Sign in to see and bring records" in said(at)
    assert not at.file_uploader
    assert not charts(opened("pages/situation.py", country="SDN", section="records"))
