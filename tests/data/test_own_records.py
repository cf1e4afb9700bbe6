"""A record could be kept half, twice, for somebody else, or beside a history that does not tell of it."""

import io
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ewdash.data import own_file, own_records, record_sheets, spreadsheets
from ewdash.data.record import opened
from ewdash.exports import record_sheets as sheets
from ewdash.model.errors import NotesChangedError, UploadRefusedError
from ewdash.model.violations import COLUMNS, LISTS, SOURCE_TYPES, TYPES, VERIFICATION
from tests.data.test_own_file import record

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 26)
VICTIMS = "victims_low,victims_best,victims_high"
HEAD = f"date_from,date_to,iso3,violation_type,{VICTIMS},source_type,verification,note"
GOOD = "2026-03-05,2026-03-06,SDN,torture,1,2,3,media,alleged,"


def read(content, kept=None):
    content = content if isinstance(content, bytes) else content.encode()
    return record_sheets.read(content, opened().gazetteer, today=TODAY, kept=kept or {})


def faults(line):
    return [(refusal.column, refusal.fault) for refusal in read(f"{HEAD}\n{line}\n").refusals]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (GOOD, []),
        ("2026-02-30,,SDN,torture,,,,media,alleged,", [("date_from", "not-a-day")]),
        ("05/03/2026,,SDN,torture,,,,media,alleged,", [("date_from", "not-a-day")]),
        ("2026-03-05 10:30:00,,SDN,torture,,,,media,alleged,", [("date_from", "not-a-day")]),
        ("2026-11-27,,SDN,torture,,,,media,alleged,", [("date_from", "future")]),
        ("1026-01-01,,SDN,torture,,,,media,alleged,", [("date_from", "too-early")]),
        (",,SDN,torture,,,,media,alleged,", [("date_from", "missing")]),
        ("2026-03-05,2026-03-04,SDN,torture,,,,media,alleged,", [("date_to", "reversed")]),
        ("2026-03-05,,Atlantis,torture,,,,media,alleged,", [("iso3", "unknown-country")]),
        ("2026-03-05,,,torture,,,,media,alleged,", [("iso3", "missing")]),
        ("2026-03-05,,SDN,murder,,,,media,alleged,", [("violation_type", "not-in-list")]),
        ("2026-03-05,,SDN,torture,,,,rumour,alleged,", [("source_type", "not-in-list")]),
        ("2026-03-05,,SDN,torture,,,,media,true,", [("verification", "not-in-list")]),
        ("2026-03-05,,SDN,torture,-1,,,media,alleged,", [("victims_low", "negative")]),
        ("2026-03-05,,SDN,torture,,1.5,,media,alleged,", [("victims_best", "not-a-number")]),
        ("2026-03-05,,SDN,torture,,some,,media,alleged,", [("victims_best", "not-a-number")]),
        ("2026-03-05,,SDN,torture,,99999999,,media,alleged,", [("victims_best", "too-many")]),
        (
            "2026-03-05,,SDN,torture,5,,2,media,alleged,",
            [("victims_low", "out-of-order"), ("victims_high", "out-of-order")],
        ),
        (f"2026-03-05,,SDN,torture,,,,media,alleged,{'x' * 1201}", [("note", "too-long")]),
    ],
)
def test_a_cell_is_refused_by_column_and_reason(line, expected):
    assert faults(line) == expected


@pytest.mark.parametrize("fault", record_sheets.FAULTS)
def test_each_reason_is_a_sentence(fault):
    said = sheets.said(record_sheets.Refusal(2, "iso3", "x", fault))
    assert said.endswith(".")


@pytest.mark.parametrize("place", ["SDN", "SD", "729", "Sudan", "sudan", " the Sudan ".strip()[4:]])
def test_a_country_is_taken_by_code_number_and_name(place):
    (kept,) = read(f"{HEAD}\n2026-03-05,,{place},torture,,,,media,alleged,\n").records
    assert kept["iso3"] == "SDN"


def test_na_is_namibia():
    (kept,) = read(f"{HEAD}\n2026-03-05,,NA,torture,,,,media,alleged,\n").records
    assert kept["iso3"] == "NAM"


def test_an_unknown_number_is_not_zero_and_a_month_is_its_days():
    (kept,) = read(f"{HEAD}\n2026-02,,SDN,Torture and ill-treatment,,,,Media,Alleged,\n").records
    assert (kept["date_from"], kept["date_to"]) == ("2026-02-01", "2026-02-28")
    assert [kept[f"victims_{name}"] for name in ("low", "best", "high")] == [None] * 3
    assert kept["violation_type"] == "torture"
    (kept,) = read(f"{HEAD}\n2026-11,,SDN,torture,,,,media,alleged,\n").records
    assert kept["date_to"] == "2026-11-26"  # the month is not over


BAD_FILES = {
    "empty": b"",
    "blank": b" \r\n\r\n",
    "headings alone": HEAD.encode(),
    "other headings": b"a,b\n1,2\n",
    "doubled headings": f"{HEAD},iso3\n{GOOD},TCD\n".encode(),
    "a row too wide": f"{HEAD}\n{GOOD},,,x\n".encode(),
    "ten thousand columns": (",".join(f"c{n}" for n in range(10_000)) + "\n1\n").encode(),
    "a web page": b"<!DOCTYPE html><table><tr><td>1</td></tr></table>",
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "no workbook": b"PK\x03\x04" + bytes(300),
    "no letters": HEAD.encode() + b"\n\x81\x8d\x00\n",
    "open quotes": f'{HEAD}\n"2026-03-05\n'.encode() + b"x" * 200_000,
    "too large": b"a" * (spreadsheets.MAX_BYTES + 1),
    "too many rows": f"{HEAD}\n".encode() + f"{GOOD}\n".encode() * (spreadsheets.MAX_ROWS + 1),
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_as_a_whole_with_the_next_step(content):
    with pytest.raises(UploadRefusedError, match=r"Nothing was kept\.$") as told:
        read(content)
    assert told.value.advice.endswith(".")
    assert len(str(told.value)) < 300


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


def test_a_workbook_that_unfolds_to_very_much_or_names_entities_is_refused():
    for content in (
        archive(**{f"part{n}": b"0" * 10_000_000 for n in range(21)}),
        archive(**{f"part{n}": b"" for n in range(spreadsheets.MAX_PARTS + 1)}),
        archive(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        archive(text=b"no workbook"),
    ):
        with pytest.raises(UploadRefusedError):
            read(content)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_formula_is_refused_and_a_day_of_a_workbook_taken():
    head = HEAD.split(",")
    row = [date(2026, 3, 5), None, "SDN", "torture", 1, 2.0, 3, "media", "alleged", "text"]
    reading = read(workbook(head, row, [*row[:9], "=1+1"], ["=TODAY()", *row[1:]]))
    assert len(reading.records) == 1
    assert reading.records[0]["date_from"] == "2026-03-05"
    assert reading.records[0]["victims_best"] == 2
    assert [(one.row, one.column, one.fault) for one in reading.refusals] == [
        (3, "note", "formula"),
        (4, "date_from", "formula"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_usual_form_of_a_text_file_reads_alike(encoding, end, separator):
    text = end.join([HEAD, f"{GOOD}Größe d’un café"]).replace(",", separator)
    (kept,) = read(text.encode(encoding)).records
    assert kept["note"] == "Größe d’un café"


def test_columns_that_the_layout_lacks_are_named():
    assert read(f"{HEAD},weather\n{GOOD},rain\n").unread == ("weather",)


def test_an_id_is_given_once_and_the_same_record_again_changes_nothing():
    line = f"a1,{GOOD}"
    text = f"record_id,{HEAD}\n{line}\n"
    first = read(f"{text}{line}\n")
    assert [(one.row, one.fault) for one in first.refusals] == [(3, "id-twice")]
    own_records.add(first.records, owner="A", by="A")
    again = read(text, own_records.kept_ids())
    assert (again.known, again.records, again.refusals) == (1, (), ())
    other = read(text.replace("alleged", "verified"), own_records.kept_ids())
    assert [one.fault for one in other.refusals] == ["id-taken"]


@pytest.mark.parametrize("form", [sheets.as_csv, sheets.as_workbook])
def test_a_corrected_template_says_why_and_reads_again(form):
    bad = "2026-02-30,,SDN,torture,-5,,,media,alleged,=x"
    reading = read(f"{HEAD}\n{GOOD}\n{bad}\n")
    content = form(sheets.corrected(reading), sheets.CORRECTED)
    again = read(content)
    assert [(one.column, one.fault) for one in again.refusals] == [
        (one.column, one.fault) for one in reading.refusals
    ]
    assert again.unread == ()
    assert "It is no day" in sheets.corrected(reading)[0]["why_refused"]
    assert sheets.corrected(reading)[0]["row"] == "3"
    mended = sheets.corrected(reading)[0] | {"date_from": "2026-02-28", "victims_low": ""}
    assert len(read(form([mended], sheets.CORRECTED)).records) == 1


def test_the_template_holds_the_closed_lists():
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_workbook([])))
    assert [cell.value for cell in book["records"][1]] == list(COLUMNS)
    listed = {
        column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["lists"].columns
    }
    assert all(tuple(listed[name]) == terms for name, terms in LISTS.items())
    with pytest.raises(UploadRefusedError, match="no record"):
        read(sheets.as_workbook([]))


def test_likenesses_need_country_type_days_and_victims():
    new = [
        record(),
        record(date_from="2026-03-08", date_to="2026-03-09"),  # three days later
        record(date_from="2026-03-20", date_to="2026-03-20"),
        record(iso3="TCD"),
        record(violation_type="food"),
        record(victims_low=50, victims_best=50, victims_high=50),
    ]
    kept = [
        record(
            record_id="k", date_from="2026-03-22", date_to="2026-03-22", victims_low=None, victims_best=None
        )
    ]
    found = own_records.likenesses(new, kept)
    assert [(like.new, like.other, like.other_new, like.days) for like in found] == [
        (1, "", 0, 3),
        (2, "k", None, 2),
    ]


def test_very_many_records_of_one_day_are_compared_in_time():
    new = [record(victims_low=2**n, victims_best=2**n, victims_high=2**n) for n in range(23)] * 1000
    assert len(own_records.likenesses(new, [])) > 20_000


def test_who_changed_which_status_when_and_why_is_kept():
    (made,) = own_records.add([record()], owner="A", by="A")
    first = own_records.standing(made)
    own_records.amend(first, values={"verification": "reported"}, reason="two sources", by="B")
    with pytest.raises(NotesChangedError):  # who was shown the state before
        own_records.amend(first, values={"verification": "verified"}, reason="seen", by="C")
    with pytest.raises(ValueError, match="verified"):
        own_records.amend(own_records.standing(made), values={"verification": "verified"}, reason=" ", by="C")
    with pytest.raises(ValueError, match="99"):
        own_records.amend(own_records.standing(made), values={"victims_low": 99}, reason="x", by="C")
    lines = own_records.history(made)
    assert [(line["act"], line["changed_by"], line["reason"]) for line in lines] == [
        ("added", "A", ""),
        ("changed", "B", "two sources"),
    ]
    assert own_records.load()["verification"].tolist() == ["reported"]


def test_what_is_removed_leaves_its_history_unless_that_goes_too():
    ids = own_records.add([record(), record()], owner="A", by="A")
    own_records.remove([own_records.standing(ids[0])], reason="a slip", by="B")
    assert [line["act"] for line in own_records.history(ids[0])] == ["added", "removed"]
    own_records.remove([own_records.standing(ids[1])], reason="", by="B", with_history=True)
    assert own_records.history(ids[1]) == []
    assert own_records.load().empty


def test_with_sign_in_a_person_sees_and_changes_their_own_and_the_teams():
    own_records.add([record(record_id="a")], owner="A", by="A")
    own_records.add([record(record_id="t")], owner="team", by="A")
    assert own_records.load("A")["record_id"].tolist() == ["a", "t"]
    assert own_records.load("B")["record_id"].tolist() == ["t"]
    assert own_records.load()["record_id"].tolist() == ["a", "t"]
    assert own_records.standing("a", "B") is None
    row = own_records.standing("a")
    with pytest.raises(NotesChangedError):
        own_records.remove([row], reason="", by="B", viewer="B")
    with pytest.raises(NotesChangedError):
        own_records.amend(row, values={"verification": "verified"}, reason="x", by="B", viewer="B")
    assert own_records.standing("a") == row


def test_with_sign_in_an_id_of_somebody_else_is_neither_known_nor_taken():
    own_records.add([record(record_id="a", note="hers")], owner="A", by="A")
    own_records.add([record(record_id="t", owner="team")], owner="A", by="A")
    assert set(own_records.kept_ids("B")) == {"t"}
    assert set(own_records.kept_ids()) == {"a", "t"}
    before = own_records.standing("a"), own_records.history("a")
    given = own_records.add([record(record_id="a"), record(record_id="b")], owner="B", by="B", viewer="B")
    assert given[0] not in ("", "a")
    assert given[1] == "b"
    assert set(own_records.kept_ids("B")) == {"t", *given}
    assert (own_records.standing("a"), own_records.history("a")) == before


def test_records_are_kept_all_or_none():
    with pytest.raises(NotesChangedError):
        own_records.add([record(record_id="a"), record(record_id="a")], owner="A", by="A")
    assert own_records.load().empty
    assert own_records.history() == []


@pytest.mark.skipif(os.name != "posix", reason="a home folder of Windows is closed as it is")
def test_records_are_closed_to_other_users():
    own_records.add([record()], owner="A", by="A")
    assert own_file.place().stat().st_mode & 0o777 == 0o600
    assert own_file.place().parent.stat().st_mode & 0o777 == 0o700


WRITER = """
import sys
sys.path.insert(0, ".")
from ewdash.data import own_file, own_records
from tests.data.test_own_file import record
own_file.WAIT = 60
for number in range(20):
    own_records.add([record(record_id=f"{sys.argv[1]}{number}")] , owner="A", by=sys.argv[1])
    own_records.amend(own_records.standing(f"{sys.argv[1]}{number}"),
                      values={"verification": "verified"}, reason="seen", by=sys.argv[1])
"""


def test_two_processes_that_write_at_once_both_keep_what_they_wrote():
    running = [subprocess.Popen([sys.executable, "-c", WRITER, name], cwd=ROOT) for name in "AB"]
    assert [process.wait() for process in running] == [0, 0]
    assert len(own_records.load()) == 40
    assert own_records.load()["verification"].eq("verified").all()
    assert len(own_records.history()) == 80


KILLED = """
import os, signal, sys
sys.path.insert(0, ".")
from ewdash.data import own_file, own_records
from tests.data.test_own_file import record
left = [int(sys.argv[1])]
plain = own_records.insert
def dying(connection, row):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    left[0] -= 1
    connection.execute("PRAGMA cache_size = 1")
    plain(connection, row)
own_records.insert = dying
own_records.add([record(note="x" * 1000) for _ in range(300)], owner="A", by="A")
"""


@pytest.mark.parametrize("after", [0, 1, 250])
def test_an_import_killed_at_any_row_leaves_what_was_there(after):
    own_records.add([record(record_id="before")], owner="A", by="A")
    done = subprocess.run([sys.executable, "-c", KILLED, str(after)], cwd=ROOT, check=False)
    assert done.returncode != 0
    assert own_records.load()["record_id"].tolist() == ["before"]
    assert len(own_records.history()) == 1
    own_records.add([record()], owner="A", by="A")


texts = st.text(max_size=40)
days = st.dates(date(1900, 1, 1), TODAY).map(str)
numbers = st.lists(st.integers(0, 10_000_000), min_size=3, max_size=3).map(sorted)


@st.composite
def victims(draw):
    known = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    return [number if is_known else None for number, is_known in zip(draw(numbers), known, strict=True)]


SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def records(draw):
    first, last = sorted((draw(days), draw(days)))
    low, best, high = draw(victims())
    return {
        "record_id": draw(st.uuids().map(str)),
        "date_from": first,
        "date_to": last,
        "iso3": draw(st.sampled_from(["SDN", "NAM", "CIV"])),
        "admin1": own_file.clean(draw(texts)),
        "violation_type": draw(st.sampled_from(TYPES)),
        "victims_low": low,
        "victims_best": best,
        "victims_high": high,
        "source_type": draw(st.sampled_from(SOURCE_TYPES)),
        "verification": draw(st.sampled_from(VERIFICATION)),
        "note": own_file.clean(draw(texts | texts.map("={}".format) | texts.map("'={}".format))),
        "owner": own_file.clean(draw(texts)),
    }


@SLOW
@given(st.lists(records(), min_size=1, max_size=5, unique_by=lambda row: row["record_id"]), st.booleans())
def test_records_that_are_written_out_read_again_the_same(rows, as_workbook):
    content = (sheets.as_workbook if as_workbook else sheets.as_csv)(rows)
    reading = read(content)
    assert reading.refusals == ()
    assert list(reading.records) == rows


@SLOW
@given(st.binary(max_size=2000) | st.text(max_size=500).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(content):
    with suppress(UploadRefusedError):  # any other error is a fault
        assert read(content).rows


@SLOW
@given(st.lists(st.lists(texts.filter(lambda text: "\0" not in text), min_size=9, max_size=9), min_size=1))
def test_any_cells_are_kept_or_refused_and_counted(rows):
    lines = [dict(zip(HEAD.split(","), ["x", *row], strict=True)) for row in rows]
    reading = read(sheets.as_csv(lines, HEAD.split(",")))
    assert reading.rows == len(reading.refused) == len(rows)
    assert all(sheets.said(refusal) for refusal in reading.refusals)


@SLOW
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=20))
def test_a_workbook_with_any_fault_in_its_bytes_is_read_or_refused(place, noise):
    content = bytearray(sheets.as_workbook([record()]))
    start = place % len(content)
    content[start : start + len(noise)] = noise
    with suppress(UploadRefusedError):
        assert read(bytes(content)).rows
