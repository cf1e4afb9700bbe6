"""What users wrote could be left behind by a new version, spoiled by an old one, or lose its past."""

import json
import sqlite3
from contextlib import closing

import pandas as pd
import pytest

from ewdash.data import notes, overrides, own_export, own_file, own_records, store
from ewdash.model.errors import NotesFullError, NotesNewerError, NotesUnusableError, UploadRefusedError

MONTH = pd.Timestamp(2024, 3, 1)
# What the version before the first migration wrote.
BEFORE = """
CREATE TABLE override (
    iso3 TEXT NOT NULL, month TEXT NOT NULL, stage INTEGER NOT NULL, reason TEXT NOT NULL,
    author TEXT NOT NULL, written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (iso3, month));
CREATE TABLE note (
    subject TEXT PRIMARY KEY, text TEXT NOT NULL, author TEXT NOT NULL,
    written TEXT NOT NULL DEFAULT CURRENT_DATE);
INSERT INTO override (iso3, month, stage, reason, author) VALUES ('SDN', '2024-03-01', 3, 'old', 'A');
INSERT INTO note (subject, text, author) VALUES ('SDN', 'Seen', 'A');
"""


def script(text):
    own_file.place().parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(own_file.place())) as connection:
        connection.executescript(text)


def version():
    with closing(sqlite3.connect(own_file.place())) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def record(**values):
    return {
        "record_id": "",
        "date_from": "2026-03-05",
        "date_to": "2026-03-05",
        "iso3": "SDN",
        "admin1": "",
        "violation_type": "torture",
        "victims_low": 1,
        "victims_best": 2,
        "victims_high": None,
        "source_type": "media",
        "verification": "alleged",
        "note": "",
        "owner": "",
    } | values


def test_an_older_file_is_read_as_it_is_and_brought_up_by_the_first_change():
    script(BEFORE)
    assert store.load("override")["reason"].tolist() == ["old"]
    assert own_records.load().empty
    assert version() == 0
    own_records.add([record()], owner="A", by="A")
    assert version() == own_file.VERSION
    assert store.load("override")["reason"].tolist() == ["old"]
    assert notes.load("SDN").text == "Seen"
    overrides.remove("SDN", shown=overrides.standing("SDN"))
    assert [line["act"] for line in own_file.history("override")] == ["removed"]


def test_a_newer_file_is_neither_read_nor_changed():
    script(BEFORE + f"PRAGMA user_version = {own_file.VERSION + 1};")
    before = own_file.place().read_bytes()
    for use in (
        overrides.load,
        lambda: notes.load("SDN"),
        own_records.load,
        lambda: own_records.add([record()], owner="A", by="A"),
        lambda: notes.save("TCD", text="Seen", author=""),
    ):
        with pytest.raises(NotesNewerError, match="newer version") as told:
            use()
        assert "Update the dashboard" in told.value.advice
    assert own_file.place().read_bytes() == before


def test_a_file_brought_up_has_the_layout_of_a_new_one():
    script(BEFORE)
    own_records.add([record()], owner="A", by="A")

    def layout():
        with closing(sqlite3.connect(own_file.place())) as connection:
            rows = connection.execute("SELECT type, name FROM sqlite_master ORDER BY 1, 2").fetchall()
        return [row for row in rows if not row[1].startswith("sqlite_")]

    upgraded = layout()
    own_file.place().unlink()
    own_records.add([record()], owner="A", by="A")
    assert layout() == upgraded


def test_who_replaced_a_stage_or_a_note_stays_known():
    stage = {"iso3": "SDN", "month": MONTH, "stage": 3}
    overrides.save(**stage, reason="first", author="A")
    overrides.save(**stage, reason="second", author="B", shown=overrides.standing("SDN", MONTH))
    overrides.remove("SDN", shown=overrides.standing("SDN"))
    lines = own_file.history("override", "SDN 2024-03-01")
    assert [(line["act"], line["changed_by"]) for line in lines[:2]] == [("added", "A"), ("changed", "B")]
    assert lines[2]["act"] == "removed"
    assert lines[2]["after"] is None
    assert json.loads(lines[1]["before"])["reason"] == "first"
    assert json.loads(lines[2]["before"])["reason"] == "second"
    notes.save("SDN", text="one", author="A")
    notes.save("SDN", text="two", author="B", shown=notes.standing("SDN"))
    assert json.loads(own_file.history("note", "SDN")[1]["before"])["text"] == "one"
    assert own_file.history("note", "TCD") == []


@pytest.mark.parametrize("command", ["UPDATE {}_history SET changed_by = 'C'", "DELETE FROM {}_history"])
@pytest.mark.parametrize("table", list(own_file.KEYS))
def test_history_can_only_be_added_to(table, command):
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="first", author="A")
    notes.save("SDN", text="one", author="A")
    own_records.add([record()], owner="A", by="A")
    with pytest.raises(NotesUnusableError), own_file.writing() as connection:
        connection.execute(command.format(table))
    assert len(own_file.history(table)) == 1


def test_a_full_disk_is_told_and_nothing_is_half_kept(monkeypatch):
    own_records.add([record(record_id="before")], owner="A", by="A")
    plain = own_records.insert

    def no_more(connection, row):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        plain(connection, row)

    monkeypatch.setattr(own_records, "insert", no_more)
    with pytest.raises(NotesFullError, match="no room") as told:
        own_records.add([record(note="x" * 1200) for _ in range(50)], owner="A", by="A")
    assert "Make room" in told.value.advice
    assert own_records.load()["record_id"].tolist() == ["before"]


def filled():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="A")
    notes.save("SDN", text="Seen\non the “ground”", author="Ä")
    ids = own_records.add([record(note="=1+1"), record(iso3="TCD", owner="team")], owner="A", by="A")
    shown = own_records.standing(ids[0])
    own_records.amend(shown, values={"verification": "verified"}, reason="seen", by="B")
    own_records.remove([own_records.standing(ids[1])], reason="a slip", by="B")
    return ids


def test_what_is_exported_comes_back_without_loss():
    filled()
    content = own_export.exported()
    own_file.place().unlink()
    told = own_export.restore(content, by="C")
    assert own_export.exported() == content
    assert (told.added, told.known, told.set_aside, told.left_out) == (3, 0, 0, 0)
    again = own_export.restore(content, by="C")
    assert own_export.exported() == content
    assert (again.added, again.known) == (0, 3)


def test_an_import_replaces_nothing_and_loses_nothing():
    (first, _) = filled()
    content = own_export.exported()
    shown = own_records.standing(first)
    own_records.amend(shown, values={"verification": "reported"}, reason="doubted", by="A")
    for _ in range(2):  # a second time adds nothing
        assert own_export.restore(content, by="C").set_aside == 1
    assert own_records.load()["verification"].tolist() == ["reported"]
    acts = [line["act"] for line in own_records.history(first)]
    assert acts == ["added", "changed", "changed", "set_aside"]
    assert json.loads(own_records.history(first)[-1]["after"])["verification"] == "verified"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"format": "ewdash-own", "version": 1, "tables": {}}',
        b'{"format": "ewdash-own", "version": 99, "tables": {}}',
        b'{"format": "other", "version": 1}',
    ],
)
def test_a_file_that_is_no_export_is_refused_and_nothing_kept(content):
    with pytest.raises(UploadRefusedError, match="Nothing was kept"):
        own_export.restore(content, by="A")
    assert not own_file.place().exists()


@pytest.mark.parametrize("value", [None, [], {}, 1.5, True, 2**70])
def test_an_export_with_other_values_is_refused_as_a_whole(value):
    filled()
    whole = json.loads(own_export.exported())
    before = own_export.exported()
    whole["tables"]["violation_record"][0] |= {"record_id": "other", "iso3": value}
    with pytest.raises(UploadRefusedError):
        own_export.restore(json.dumps(whole).encode(), by="A")
    assert own_export.exported() == before


def test_a_line_that_no_upload_could_have_written_is_counted_and_left_out():
    filled()
    whole = json.loads(own_export.exported())
    whole["tables"]["violation_record"][0] |= {"record_id": "other", "victims_low": -5}
    whole["tables"]["override"][0] |= {"iso3": "TCD", "stage": 9}
    whole["tables"]["note"][0] |= {"subject": "TCD", "text": " "}
    assert own_export.restore(json.dumps(whole).encode(), by="A").left_out == 3
    assert len(own_records.load()) == 1


def test_with_sign_in_an_id_of_somebody_else_tells_nothing_of_their_record():
    own_records.add([record(record_id="x", note="hers")], owner="A", by="A")
    own_records.add([record(record_id="y", note="hers")], owner="A", by="A")
    own_records.remove([own_records.standing("y")], reason="", by="A")
    own_records.add([record(record_id="z", note="from B")], owner="B", by="B")
    before = own_records.standing("x"), own_records.history("x"), own_records.history("y")
    mine = json.loads(own_export.exported("B"))
    row, line = (mine["tables"][name][0] for name in ("violation_record", "violation_record_history"))
    mine["tables"]["violation_record"] = [row | {"record_id": name, "owner": "A"} for name in "xyz"]
    mine["tables"]["violation_record_history"] = [
        line | {"uid": name, "subject": name, "after": line["after"].replace('"B"', '"A"')} for name in "xy"
    ]
    content = json.dumps(mine).encode()
    told = own_export.restore(content, by="B", viewer="B")
    assert (told.added, told.known, told.set_aside, told.renamed) == (2, 1, 0, 2)
    again = own_export.restore(content, by="B", viewer="B")
    assert (again.added, again.known, again.set_aside) == (0, 3, 0)
    given = json.loads(own_export.exported("B"))["tables"]
    assert "hers" not in json.dumps(given)
    ids = {row["record_id"] for row in given["violation_record"]}
    assert len(ids) == 3
    assert {line["subject"] for line in given["violation_record_history"]} == ids
    assert "from B" not in own_export.exported("A").decode()
    assert (own_records.standing("x"), own_records.history("x"), own_records.history("y")) == before


def test_a_line_of_history_is_given_only_where_all_in_it_is_the_viewers_or_the_teams():
    own_records.add([record(record_id="x", note="hers")], owner="A", by="A")
    own_records.add([record(record_id="t", owner="team")], owner="A", by="A")
    hers = own_file.as_json(own_records.STORED, own_records.standing("x"))
    his = hers.replace('"A"', '"B"').replace("hers", "from B")
    with own_file.writing() as connection:  # what an earlier version wrote
        for one in ("x", "t"):
            own_file.remember(
                connection, "violation_record", one, act="set_aside", by="B", before=hers, after=his
            )
    assert "hers" not in own_export.exported("B").decode()
    assert "from B" not in own_export.exported("A").decode()
    assert [line["act"] for line in own_records.history("t", "B")] == ["added"]
    assert [line["act"] for line in own_records.history("x", "A")] == ["added"]
    assert "hers" in own_export.exported().decode()


def test_with_sign_in_nobody_exports_or_rewrites_what_is_not_theirs():
    own_records.add([record(record_id="a")], owner="A", by="A")
    own_records.add([record(record_id="b")], owner="B", by="B")
    own_records.add([record(record_id="t", owner="team")], owner="B", by="B")
    content = json.loads(own_export.exported("A"))
    assert [row["record_id"] for row in content["tables"]["violation_record"]] == ["a", "t"]
    assert {line["subject"] for line in content["tables"]["violation_record_history"]} == {"a", "t"}
    line = content["tables"]["violation_record_history"][0]
    content["tables"]["violation_record_history"] = [line | {"uid": "x", "subject": "b", "changed_by": "B"}]
    content["tables"]["violation_record"] = [
        content["tables"]["violation_record"][0] | {"record_id": "n", "owner": "B"}
    ]
    own_export.restore(json.dumps(content).encode(), by="A", viewer="A")
    assert len(own_records.history("b")) == 1
    assert own_records.standing("n", "A") is not None
    assert own_records.standing("n", "B") is None
