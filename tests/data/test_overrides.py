"""An analyst's own stage could be lost, doubled, or written into the project's tables."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from ewdash.data import notes, overrides, own_file, store
from ewdash.model.errors import NoteFaultError, NotesChangedError, NotesLockedError, NotesUnusableError

ROOT = Path(__file__).resolve().parents[2]
MONTH = pd.Timestamp(2024, 3, 1)


def test_nothing_is_kept_before_something_is_given():
    assert store.load("override").empty
    assert not own_file.place().exists()


def test_a_second_reading_for_the_same_month_replaces_the_first():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    shown = overrides.standing("SDN", MONTH)
    overrides.save(iso3="SDN", month=MONTH, stage=4, reason=" more reports ", author="A", shown=shown)
    overrides.save(iso3="TCD", month=MONTH, stage=2, reason="'); DROP TABLE override; --", author="B")
    rows = store.load("override")
    assert rows[rows["iso3"] == "SDN"][["stage", "reason"]].values.tolist() == [[4, "more reports"]]
    assert len(rows) == 2
    overrides.remove("SDN", shown=overrides.standing("SDN"))
    assert store.load("override")["iso3"].tolist() == ["TCD"]


def test_stages_and_notes_share_a_file_and_reading_changes_none_of_it():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    before = own_file.place().read_bytes()
    own_file.place().chmod(0o400)
    assert notes.load("SDN") is None
    assert len(store.load("override")) == 1
    assert own_file.place().read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_file_is_told_in_words(content):
    own_file.place().parent.mkdir()
    own_file.place().write_bytes(content)
    for use in (
        overrides.load,
        lambda: overrides.remove("SDN", shown=()),
        lambda: overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A"),
        lambda: notes.load("SDN"),
        lambda: notes.save("SDN", text="Seen", author=""),
        lambda: notes.remove("SDN", shown=()),
    ):
        with pytest.raises(NotesUnusableError, match=r"overrides\.sqlite is damaged"):
            use()
    assert own_file.place().read_bytes() == content


def written(command, values=()):
    """Change the file as no form does."""
    with closing(sqlite3.connect(own_file.place())) as connection, connection:
        connection.execute(command, values)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("month", None),
        ("month", "soon"),
        ("month", "2024-13-01"),
        ("month", "2024-03-02"),
        ("stage", 9),
        ("stage", "high"),
        ("stage", 2.5),
        ("stage", None),
        ("reason", "  "),
        ("reason", "x" * 301),
        ("reason", None),
        ("author", b"\xff"),
        ("author", "x" * 81),
        ("written", "yesterday"),
        ("written", "2024-02-31 10:00:00"),
    ],
)
def test_a_line_that_the_form_could_not_have_written_is_left_out_by_name(column, value):
    overrides.save(iso3="TCD", month=MONTH, stage=3, reason="reports", author="A")
    written("ALTER TABLE override RENAME TO strict")
    written("CREATE TABLE override AS SELECT * FROM strict")
    written("INSERT INTO override SELECT * FROM strict")
    written("UPDATE override SET iso3 = 'SDN' WHERE rowid = 2")
    written(f"UPDATE override SET {column} = ? WHERE iso3 = 'SDN'", (value,))
    assert store.load("override")["iso3"].tolist() == ["TCD"]
    assert store.load("override_fault")[["iso3", "fault"]].values.tolist() == [["SDN", column]]


def test_a_second_line_for_a_month_is_left_out():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    written("ALTER TABLE override RENAME TO strict")
    written("CREATE TABLE override AS SELECT * FROM strict UNION ALL SELECT * FROM strict")
    assert len(store.load("override")) == 1
    assert store.load("override_fault")["fault"].tolist() == ["double"]


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("text", "x" * (notes.MAX_LENGTH + 1), "its text is"),
        ("text", b"\xff", "its text is"),
        ("author", "x" * 81, "its author"),
        ("written", "soon", "is no day"),
    ],
)
def test_a_note_that_the_form_could_not_have_written_is_told_by_name(column, value, told):
    notes.save("SDN", text="Seen", author="A")
    notes.save("TCD", text="Seen", author="A")
    written(f"UPDATE note SET {column} = ? WHERE subject = 'SDN'", (value,))
    with pytest.raises(NoteFaultError, match=told):
        notes.load("SDN")
    assert notes.load("TCD").text == "Seen"


def test_letters_that_are_none_do_not_hide_the_other_notes():
    notes.save("SDN", text="Seen", author="A")
    written("UPDATE note SET text = CAST(x'ff41' AS TEXT)")
    assert notes.load("SDN").text == "\ufffdA"


def test_what_somebody_else_wrote_in_between_is_neither_replaced_nor_removed():
    stage = {"iso3": "SDN", "month": MONTH, "stage": 3, "author": "A"}
    shown = overrides.standing("SDN", MONTH)
    overrides.save(**stage, reason="theirs", shown=shown)
    with pytest.raises(NotesChangedError, match="Somebody has changed"):
        overrides.save(**stage, reason="ours", shown=shown)
    with pytest.raises(NotesChangedError):
        overrides.remove("SDN", shown=shown)
    assert store.load("override")["reason"].tolist() == ["theirs"]
    notes.save("SDN", text="theirs", author="B")
    for change in (
        lambda: notes.save("SDN", text="ours", author="A"),
        lambda: notes.remove("SDN", shown=()),
    ):
        with pytest.raises(NotesChangedError):
            change()
    assert notes.load("SDN").text == "theirs"


def test_a_locked_file_is_told_as_locked_and_waited_for_once(monkeypatch):
    notes.save("SDN", text="Seen", author="A")
    waited, connect = [], sqlite3.connect

    def heard(*args, **options):
        waited.append(options["timeout"])
        return connect(*args, **options)

    with closing(connect(own_file.place(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", heard)
        for use in (
            overrides.load,
            lambda: notes.load("SDN"),
            lambda: notes.save("SDN", text="Other", author="B"),
            lambda: overrides.remove("SDN", shown=()),
        ):
            with pytest.raises(NotesLockedError, match="another program holds"):
                use()
    assert waited == [own_file.WAIT, 0, 0, 0]
    assert own_file.WAIT < 1
    assert notes.load("SDN").text == "Seen"


WRITER = """
import sys
from ewdash.data import notes, own_file
own_file.WAIT = 60  # on a busy machine too
for number in range(20):
    notes.save(f"{sys.argv[1]}{number}", text="Seen", author="A")
"""


def test_two_processes_that_write_at_once_both_keep_what_they_wrote():
    running = [subprocess.Popen([sys.executable, "-c", WRITER, name], cwd=ROOT) for name in "AB"]
    assert [process.wait() for process in running] == [0, 0]
    assert all(notes.load(f"{name}{number}") for name in "AB" for number in range(20))


KILLED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE note SET text = 'half'")
for number in range(500):  # more than the memory holds, so that the file itself is half-written
    connection.execute("INSERT INTO note (subject, text, author) VALUES (?, ?, '')", (number, "x" * 1000))
print(os.path.exists(sys.argv[1] + "-journal"), os.path.getsize(sys.argv[1]), flush=True)
os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
"""


def test_a_process_killed_while_it_wrote_leaves_the_notes_as_they_were():
    notes.save("SDN", text="Seen", author="A")
    size = own_file.place().stat().st_size
    command = [sys.executable, "-c", KILLED, str(own_file.place())]
    journal, grown = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    assert journal == "True"
    assert int(grown) > size
    assert notes.load("SDN").text == "Seen"


def modes(*paths):
    return [oct(path.stat().st_mode & 0o777) for path in paths]


@pytest.mark.skipif(os.name != "posix", reason="a home folder of Windows is closed as it is")
def test_notes_are_closed_to_other_users_and_so_is_what_lies_beside_them():
    notes.save("SDN", text="Seen", author="A")
    file = own_file.place()
    assert modes(file.parent, file) == ["0o700", "0o600"]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE note SET text = 'Other'")
        beside = [file.with_name(f"{file.name}-{end}") for end in ("wal", "shm")]
        for path in (file.parent, file, *beside):
            path.chmod(0o755)  # as an older version left them
        notes.load("SDN")
        assert modes(file.parent, file, *beside) == ["0o700", "0o600", "0o600", "0o600"]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE note SET text = 'Other'")
        file.chmod(0o644)
        notes.load("SDN")
        assert modes(file, file.with_name(f"{file.name}-journal")) == ["0o600", "0o600"]


@pytest.mark.skipif(os.name != "posix", reason="a home folder of Windows is closed as it is")
def test_a_folder_that_holds_other_things_stays_open(tmp_path, monkeypatch):
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "other").write_text("")
    monkeypatch.setenv(own_file.PLACE, str(folder))
    notes.save("SDN", text="Seen", author="A")
    assert modes(folder, own_file.place()) == ["0o755", "0o600"]


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(own_file.PLACE, str(tmp_path / "file" / "folder"))
    assert notes.load("SDN") is None
    with pytest.raises(NotesUnusableError):
        notes.save("SDN", text="Seen", author="")


def test_what_an_analyst_writes_is_kept_without_control_characters():
    notes.save("SDN", text="Seen\r\non\tthe\x00ground\x1b", author="A.\x07 Analyst\x85")
    kept = notes.load("SDN")
    assert (kept.text, kept.author) == ("Seen\non the ground", "A.  Analyst")
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="re\x00ports", author="")
    assert overrides.load()["reason"].tolist() == ["re ports"]
