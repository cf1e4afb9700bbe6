"""A record could be kept that nobody agreed to, refused without a word, or shown as if it were official."""

import pytest

from ewdash.data import own_export, own_file, own_records
from ewdash.ui import person
from tests.data.test_own_file import record
from tests.data.test_own_records import GOOD, HEAD
from tests.pages.test_pages import opened, said
from tests.pages.test_small_tables import small_tables

BAD = "2026-02-30,,SDN,torture,-5,,,media,alleged,<script>alert(1)</script>"


def brought(*lines, name="records.csv", content=None):
    at = opened("pages/data.py", part="own-records")
    content = "\n".join([HEAD, *lines]).encode() if content is None else content
    at.file_uploader[0].upload(name, content).run()
    assert not at.exception
    return at


def press(at, key):
    at.button(key=key).click().run()
    assert not at.exception
    return at


def test_nothing_is_kept_before_the_reader_says_so():
    at = brought(GOOD)
    assert "The file has one record: 1 can be kept, 0 refused." in said(at)
    assert own_records.load().empty
    press(at, "own-keep")
    assert len(own_records.load()) == 1
    assert own_records.load()["owner"].tolist() == [own_file.person()]
    assert "One record is kept" in [entry.value for entry in at.subheader]


def test_refused_rows_are_told_and_good_ones_kept_only_when_asked():
    at = brought(GOOD, BAD)
    assert "1 can be kept, 1 refused" in said(at)
    table = next(table for table in small_tables(at) if "Reason" in table)
    assert table["Column"].tolist() == ["date_from", "victims_low"]
    assert table["Row"].tolist() == ["3", "3"]
    assert own_records.load().empty
    assert at.button(key="own-keep").label == "Keep one record, leave out 1"
    press(at, "own-keep")
    assert len(own_records.load()) == 1


@pytest.mark.parametrize("content", [b"<html></html>", b"", b"a,b\n1,2\n", b"PK\x03\x04", b"{}"])
def test_a_bad_file_is_told_in_words_and_the_page_goes_on(content):
    at = brought(content=content)
    if content == b"{}":
        press(at, "own-restore")
    assert "Nothing was kept." in said(at)
    assert "Take away" in [entry.value for entry in at.subheader]
    assert not own_file.place().exists()


def test_what_may_be_there_already_is_kept_only_when_ticked():
    own_records.add([record(record_id="k")], owner="A", by="A")
    at = brought(GOOD, GOOD.replace("torture", "food"))
    assert "One record may be of an incident that is there already" in said(at)
    press(at, "own-keep")
    assert sorted(own_records.load()["violation_type"]) == ["food", "torture"]


def test_the_same_file_again_changes_nothing():
    line = f"a1,{GOOD}"
    head = f"record_id,{HEAD}"
    for _ in range(2):
        at = brought(content=f"{head}\n{line}\n".encode())
        if "0 refused." in said(at):
            press(at, "own-keep")
    assert "1 kept already just so" in said(at)
    assert len(own_records.load()) == 1


def test_records_are_filtered_by_the_address():
    own_records.add([record(), record(iso3="TCD", verification="verified")], owner="A", by="A")
    at = opened("pages/data.py", part="own-records", **{"of-country": "TCD"})
    assert "Shown: 1 of 2" in said(at)
    assert at.dataframe[0].value["Country or territory"].tolist() == ["Chad"]
    assert "Shown: 2 of 2" in said(opened("pages/data.py", part="own-records"))
    assert "Shown: 1 of 2" in said(
        opened("pages/data.py", part="own-records", **{"of-verification": "alleged"})
    )


def test_all_are_removed_when_that_is_confirmed():
    own_records.add([record(), record()], owner="A", by="A")
    at = press(opened("pages/data.py", part="own-records"), "own-remove-all")
    assert "2 records would be removed" in said(at)
    assert len(own_records.load()) == 2
    press(at, "own-asked-yes")
    assert own_records.load().empty
    assert own_records.history() == []


def test_an_export_brought_again_restores_what_was_removed():
    own_records.add([record(record_id="k")], owner="A", by="A")
    content = own_export.exported()
    own_file.place().unlink()
    at = brought(name="ewdash-own.json", content=content)
    assert own_records.load().empty
    press(at, "own-restore")
    assert own_records.load()["record_id"].tolist() == ["k"]


def test_a_line_that_no_upload_could_have_written_is_told_by_name():
    own_records.add([record(record_id="k"), record(record_id="g")], owner="A", by="A")
    with own_file.writing() as connection:
        connection.execute("UPDATE violation_record SET victims_low = 99 WHERE record_id = 'k'")
    at = opened("pages/data.py", part="own-records")
    assert "Record “k” in the file cannot be read and is left out: see its victims\\_best" in said(at) or (
        "Record “k” in the file cannot be read and is left out: see its victims_best" in said(at)
    )
    assert len(at.dataframe[0].value) == 1


def test_a_damaged_file_is_told_and_the_page_goes_on():
    own_file.place().parent.mkdir()
    own_file.place().write_bytes(b"not a database at all")
    at = opened("pages/data.py", part="own-records")
    assert "is damaged" in said(at)
    assert at.file_uploader


def test_with_sign_in_another_persons_records_are_not_shown(monkeypatch):
    own_records.add([record(record_id="a")], owner="a@example.org", by="a@example.org")
    own_records.add([record(record_id="t")], owner="team", by="a@example.org")
    for who, seen in (("a@example.org", 2), ("b@example.org", 1)):
        monkeypatch.setattr(person, "viewer", lambda who=who: who)
        at = opened("pages/data.py", part="own-records")
        assert f"Shown: {seen} of {seen}" in said(at)
        assert at.text_input(key="own-owner").disabled


def test_a_header_that_is_not_there_is_nobody(monkeypatch):
    monkeypatch.setenv(person.HEADER, "X-Forwarded-User")
    own_records.add([record()], owner="A", by="A")
    at = opened("pages/data.py", part="own-records")
    assert "Sign in to see and bring records" in said(at)
    assert not at.file_uploader
    assert not at.dataframe
    assert not small_tables(at)
