"""An analyst's own stage could be lost, doubled, or written into the project's tables."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest

from ewdash.data import notes, overrides, store
from ewdash.model.errors import NotesUnusableError

MONTH = pd.Timestamp(2024, 3, 1)


def test_nothing_is_kept_before_something_is_given():
    assert store.load("override").empty
    assert not overrides.place().exists()


def test_a_second_reading_for_the_same_month_replaces_the_first():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    overrides.save(iso3="SDN", month=MONTH, stage=4, reason=" more reports ", author="A")
    overrides.save(iso3="TCD", month=MONTH, stage=2, reason="'); DROP TABLE override; --", author="B")
    rows = store.load("override")
    assert rows[rows["iso3"] == "SDN"][["stage", "reason"]].values.tolist() == [[4, "more reports"]]
    assert len(rows) == 2
    overrides.remove("SDN")
    assert store.load("override")["iso3"].tolist() == ["TCD"]


def test_stages_and_notes_share_a_file_and_reading_changes_none_of_it():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    before = overrides.place().read_bytes()
    overrides.place().chmod(0o400)
    assert notes.load("SDN") is None
    assert len(store.load("override")) == 1
    assert overrides.place().read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_file_is_told_in_words(content):
    overrides.place().parent.mkdir()
    overrides.place().write_bytes(content)
    for use in (
        overrides.load,
        lambda: overrides.remove("SDN"),
        lambda: overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A"),
        lambda: notes.load("SDN"),
        lambda: notes.save("SDN", text="Seen", author=""),
        lambda: notes.remove("SDN"),
    ):
        with pytest.raises(NotesUnusableError, match=r"overrides\.sqlite is damaged"):
            use()
    assert overrides.place().read_bytes() == content


@pytest.mark.parametrize(
    ("column", "value"), [("written", "yesterday"), ("stage", "high"), ("month", "soon")]
)
def test_a_row_of_another_kind_is_told_in_words(column, value):
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    with closing(sqlite3.connect(overrides.place())) as connection, connection:
        connection.execute(f"UPDATE override SET {column} = ?", (value,))
    with pytest.raises(NotesUnusableError):
        overrides.load()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(overrides.PLACE, str(tmp_path / "file" / "folder"))
    assert notes.load("SDN") is None
    with pytest.raises(NotesUnusableError):
        notes.save("SDN", text="Seen", author="")


def test_what_an_analyst_writes_is_kept_without_control_characters():
    notes.save("SDN", text="Seen\r\non\tthe\x00ground\x1b", author="A.\x07 Analyst\x85")
    kept = notes.load("SDN")
    assert (kept.text, kept.author) == ("Seen\non the ground", "A.  Analyst")
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="re\x00ports", author="")
    assert overrides.load()["reason"].tolist() == ["re ports"]
