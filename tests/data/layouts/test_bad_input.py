"""A file could crash the dashboard, run something, fill the disk, or leave half of itself behind."""

import gzip
import io
import os
import stat
import time
import zipfile

import openpyxl
import pandas as pd
import pytest
from brought import COUNTRIES, adds_up, event, reading, text
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ewdash.data.layouts import files, read, recognise, sheets
from ewdash.data.layouts.layout import ASIDE, COUNTED, REASONS
from ewdash.data.layouts.recognition import LAYOUTS
from ewdash.data.layouts.ucdp_events import ORDER
from ewdash.i18n import has
from ewdash.model.errors import (
    EwdashError,
    FileTooLargeError,
    FileUnreadableError,
    HeadingTwiceError,
    LayoutUnknownError,
    ReadingUnwritableError,
)

GOOD = text([event(1), event(2), event(3)])
FAST = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NASTY = [
    "=1+1",
    "\n=cmd|' /C calc'!A0",
    "＝1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "'; DROP TABLE typed; --",
    '"',
    "\0",
    "\ufeff",
    "\u202e",
    "NA",
    "9" * 400,
    "1e400",
    "-0",
    "２０２６",
    "a,b;c\td",
    "\r",
    "$HOME",
    "${jndi:ldap://x}",
]
cells = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))


def brought(folder, content, name="upload"):
    """Read a file: a reading that adds up, or an error in words; nothing else, and nothing left behind."""
    path, target = folder / name, folder / "kept"
    target.mkdir(exist_ok=True)
    into = target / "rows.parquet"
    into.write_bytes(b"what was there before")
    path.write_bytes(content)
    try:
        found = read(path, into=into, countries=COUNTRIES)
    except EwdashError as error:
        found = error
    if isinstance(found, EwdashError):
        assert str(found)
        assert found.advice
        assert into.read_bytes() == b"what was there before"
    else:
        assert adds_up(found)
        assert len(pd.read_parquet(into)) == found.written
        assert all(refusal.sentence for refusal in found.refusals)
        assert all(words for words, _ in found.told())
    assert [entry.name for entry in target.iterdir()] == ["rows.parquet"]
    return found


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(*rows, title="Sheet"):
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def changed(book, part, old, new):
    """Return a workbook with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new, 1) if name == part else content)
    return out.getvalue()


@FAST
@given(content=st.binary(max_size=300))
@example(content=b"")
@example(content=b"\n\n\n")
@example(content=b"\0" * 5000)
@example(content=b"PK\x03\x04 broken")
@example(content=b"\x1f\x8b\x08 broken")
@example(content=b"PAR1 broken PAR1")
@example(content=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
@example(content=b"%PDF-1.7\n")
@example(content=b"<!DOCTYPE html><html><body>404</body></html>")
@example(content=b'{"type": "FeatureCollection"}')
@example(content="id;relid\n".encode("utf-16"))
def test_any_bytes_are_a_sentence(tmp_path, content):
    assert isinstance(brought(tmp_path, content), (FileUnreadableError, LayoutUnknownError))


@FAST
@given(at=st.integers(0, len(GOOD.encode())), junk=st.binary(min_size=1, max_size=40), cut=st.integers(0, 30))
@example(at=len(GOOD) - 400, junk=b'"', cut=0)
@example(at=len(GOOD) - 400, junk=b"\n", cut=0)
@example(at=len(GOOD) - 400, junk=b"\xff\xfe\x00", cut=3)
@example(at=3, junk=b"\r", cut=0)
def test_a_good_file_with_junk_in_it_is_read_or_refused(tmp_path, at, junk, cut):
    whole = GOOD.encode()
    found = brought(tmp_path, whole[:at] + junk + whole[at + cut :])
    assert isinstance(found, EwdashError) or found.kept <= 4


@FAST
@given(column=st.sampled_from(ORDER), cell=cells)
@example(column="adm_1", cell="\n=1+1")
@example(column="side_a", cell="<script>alert(1)</script>")
@example(column="id", cell="9" * 400)
@example(column="best", cell="1e400")
@example(column="date_start", cell="\0")
@example(column="country_id", cell="'; DROP TABLE typed; --")
def test_any_cell_is_kept_as_text_or_refused(tmp_path, column, cell):
    rows = [event(1), event(2, **{column: cell}), event(3)]
    found = brought(tmp_path, text(rows).encode("utf-8", errors="replace"))
    assert not isinstance(found, EwdashError)
    assert found.kept >= 1


@FAST
@given(heading=st.lists(cells, max_size=60), row=st.lists(cells, max_size=60))
def test_any_heading_is_a_sentence(tmp_path, heading, row):
    found = brought(tmp_path, text([row], heading).encode("utf-8", errors="replace"))
    assert isinstance(found, EwdashError)


@pytest.mark.parametrize(
    "codec",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "latin-1",
        "cp1252",
        "cp1251",
        "shift_jis",
    ],
)
def test_every_encoding_gives_the_figures(tmp_path, codec):
    found = brought(tmp_path, text([event(1, adm_1="x" * 40), event(2)]).encode(codec))
    assert (found.kept, found.deaths) == (2, 6)


def test_one_letter_of_another_encoding_loses_no_row(tmp_path):
    rows = text([event(1, adm_1="Región"), event(2, adm_1="Wādī")]).encode()
    content = rows.replace("ó".encode(), b"\xf3")
    found = brought(tmp_path, content)
    assert found.kept == 2
    assert set(pd.read_parquet(tmp_path / "kept" / "rows.parquet")["admin1"]) == {"Región", "Wādī"}


def test_names_with_markup_and_formulas_stay_text(tmp_path):
    names = ["<script>alert(1)</script>", "\n=1+1", "＝1+1"]
    _, rows = reading(tmp_path, text([event(n, side_b=name) for n, name in enumerate(names)]))
    assert rows["side_b"].tolist() == ["<script>alert(1)</script>", "=1+1", "＝1+1"]


def test_ten_thousand_columns_are_read_and_more_than_the_bound_are_refused(tmp_path):
    extra = [f"column {place}" for place in range(10_000)]
    found = brought(tmp_path, text([event() + [1] * 10_000], [*ORDER, *extra]).encode())
    assert found.kept == 1
    extra = [f"c{place}" for place in range(files.MAX_COLUMNS)]
    assert isinstance(brought(tmp_path, text([], [*ORDER, *extra]).encode()), FileTooLargeError)


def test_a_heading_twice_is_refused_where_it_matters(tmp_path):
    found = brought(tmp_path, text([[*event(), 9]], [*ORDER, "Best"]).encode())
    assert isinstance(found, HeadingTwiceError)
    assert "best" in str(found)
    assert brought(tmp_path, text([[*event(), 9, 9]], [*ORDER, "mine", "mine"]).encode()).kept == 1


def test_a_file_of_another_kind_is_told_what_is_taken(tmp_path):
    found = brought(tmp_path, b"name,age\nA,1\n")
    assert isinstance(found, LayoutUnknownError)
    assert "“name”" in str(found)
    assert "ACLED" in found.advice


def test_a_file_beyond_the_bound_is_not_begun(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_UNPACKED", 100)
    assert isinstance(brought(tmp_path, GOOD.encode()), FileTooLargeError)


def test_figures_that_would_overflow_a_sum_are_refused(tmp_path):
    heading = "country_text_id,year,v2x_clphy,v2x_rule\n"
    found = brought(tmp_path, (heading + "SDN,2024,99999999999,0.1\nSDN,9e14,0.1,0.1\n").encode())
    assert dict(found.reasons) == {"range": 2}


def test_headings_without_rows_are_told(tmp_path):
    found = brought(tmp_path, text([]).encode())
    assert isinstance(found, FileUnreadableError)
    assert found.facts["fault"] == "rows"


def test_a_quotation_mark_that_never_closes_is_told(tmp_path):
    content = (
        text([event(1), event(2), event(3)])
        .replace("El Fasher town", '"El Fasher', 2)
        .replace('"El', "El", 1)
    )
    found = brought(tmp_path, content.encode())
    assert found.kept == 1
    assert [refusal.reason for refusal in found.refusals] == ["quote"]


def test_a_line_of_three_megabytes_is_told(tmp_path):
    found = brought(
        tmp_path, text([event(1), event(2, where_description="x" * 3_000_000), event(3)]).encode()
    )
    assert found.kept == 2
    assert [refusal.reason for refusal in found.refusals] == ["long"]
    assert all(len(refusal.value) <= 200 for refusal in found.refusals)


@pytest.mark.parametrize(
    "name", ["events.csv", "../../evil.csv", "/etc/evil.csv", "a\\..\\b.csv", "C:evil.csv"]
)
def test_the_name_inside_an_archive_is_never_a_path(tmp_path, name):
    before = sorted(entry.name for entry in tmp_path.parent.iterdir())
    assert brought(tmp_path, zipped(**{name: GOOD})).kept == 3
    assert sorted(entry.name for entry in tmp_path.parent.iterdir()) == before
    assert not list(tmp_path.rglob("evil*"))


def test_an_archive_is_read_from_inside(tmp_path):
    assert brought(tmp_path, gzip.compress(GOOD.encode())).kept == 3
    assert brought(tmp_path, zipped(**{"a/": "", "a/b.csv": GOOD, "__MACOSX/._b.csv": "x"})).kept == 3
    assert brought(tmp_path, zipped(**{"book.xlsx": workbook(ORDER, event())})).kept == 1
    path = tmp_path / "upload"
    assert recognise(path) == "ucdp-events"


def linked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("events.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (zipped(a=GOOD, b=GOOD), "several"),
        (zipped(), "empty"),
        (zipped(a=""), "empty"),
        (zipped(a=zipped(b=GOOD)), "nested"),
        (gzip.compress(gzip.compress(GOOD.encode())), "nested"),
        (gzip.compress(GOOD.encode())[:-50], "archive"),
        (zipped(a=GOOD)[:-30], "archive"),
        (linked(), "link"),
        (workbook(ORDER, event())[:-100], "archive"),
    ],
)
def test_an_archive_that_is_no_table_is_told(tmp_path, content, fault):
    found = brought(tmp_path, content)
    assert isinstance(found, FileUnreadableError)
    assert found.facts["fault"] == fault


@pytest.mark.parametrize("pack", [gzip.compress, lambda content: zipped(a=content)], ids=["gz", "zip"])
def test_an_archive_that_unfolds_without_end_is_stopped_on_the_way(tmp_path, monkeypatch, pack):
    monkeypatch.setattr(files, "RATIO_FROM", 8 * 2**20)
    written = []
    room = files.check_room
    monkeypatch.setattr(files, "check_room", lambda folder: (written.append(1), room(folder)))
    found = brought(tmp_path, pack(GOOD.encode() + b"0" * (64 * 2**20)))
    assert isinstance(found, FileTooLargeError)
    assert len(written) <= 8 * 2**20 / files.BLOCK + 1


def test_a_disk_without_room_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ROOM", 2**62)
    assert isinstance(brought(tmp_path, gzip.compress(GOOD.encode())), ReadingUnwritableError)
    assert isinstance(brought(tmp_path, GOOD.encode("utf-16")), ReadingUnwritableError)


def test_a_workbook_gives_values_and_never_formulas(tmp_path):
    rows = [event(1), event(2, best="=1+1"), event(3, date_start=pd.Timestamp("2026-01-07"), adm_1="<b>")]
    found = brought(tmp_path, workbook(ORDER, *rows))
    assert found.kept == 2
    assert [(refusal.row, refusal.column) for refusal in found.refusals] == [(3, "best")]


def test_a_workbook_is_read_from_the_first_sheet_of_a_known_layout(tmp_path):
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Read me"])
    sheet = book.create_sheet("Data")
    for row in ([], [None, None], ORDER, event(1), [], event(2, best=-1)):
        sheet.append(row)
    book.save(out)
    found = brought(tmp_path, out.getvalue())
    assert found.kept == 1
    assert [refusal.row for refusal in found.refusals] == [6]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<row r="2"', b'<row r="999999999999"'),
        (b'r="A2"', b'r="ZZZZZZZZ2"'),
        (b'r="A2"', b'r="2"'),
        (b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'),
        (b"<sheetData>", b"<sheetData><row>"),
    ],
)
def test_a_sheet_that_lies_about_its_size_is_bounded(tmp_path, monkeypatch, old, new):
    monkeypatch.setattr(sheets, "MAX_ROWS", 500)
    brought(tmp_path, changed(workbook(ORDER, event()), "xl/worksheets/sheet1.xml", old, new))


def test_entities_that_multiply_are_refused(tmp_path):
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(8)
    )
    new = laughs + b"]><worksheet><sheetData>&i;</sheetData></worksheet>"
    book = workbook(ORDER, event())
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        old = parts.read("xl/worksheets/sheet1.xml")
    found = brought(tmp_path, changed(book, "xl/worksheets/sheet1.xml", old, new))
    assert isinstance(found, EwdashError)


def test_a_workbook_that_unfolds_beyond_the_bound_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MAX_BYTES", 1000)
    assert isinstance(brought(tmp_path, workbook(ORDER, event())), FileTooLargeError)


def test_parquet_is_read_and_a_damaged_one_is_told(tmp_path):
    frame = pd.DataFrame([event(1), event(2, best=-1)], columns=ORDER).astype(str).assign(nested=[[1], [2]])
    content = frame.to_parquet()
    found = brought(tmp_path, content)
    assert (found.kept, found.refused) == (1, 1)
    assert isinstance(brought(tmp_path, content[:-20]), FileUnreadableError)
    middle = len(content) // 3
    brought(tmp_path, content[:middle] + b"\xff" * 40 + content[middle + 40 :])


def test_only_plain_files_are_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    faults = {"pipe": "device", "loop": "missing", "gone": "missing", ".": "folder", "none": "missing"}
    for name, fault in faults.items():
        with pytest.raises(FileUnreadableError) as error:
            recognise(tmp_path / name)
        assert error.value.facts["fault"] == fault


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    path = tmp_path / "upload"
    path.write_text(GOOD)
    with pytest.raises(ReadingUnwritableError):
        read(path, into=tmp_path / "no folder" / "rows.parquet", countries=COUNTRIES)
    (tmp_path / "taken").mkdir()
    with pytest.raises(ReadingUnwritableError):
        read(path, into=tmp_path / "taken", countries=COUNTRIES)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["taken", "upload"]


def test_who_stops_a_reading_leaves_nothing(tmp_path):
    path, into = tmp_path / "upload", tmp_path / "rows.parquet"
    path.write_text(GOOD)
    for most in (0.0, 0.2, 0.75, 0.9):

        def stop(share, most=most):
            if share > most:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            read(path, into=into, countries=COUNTRIES, progress=stop)
        assert [entry.name for entry in tmp_path.iterdir()] == ["upload"]


def test_what_a_killed_reading_left_is_removed_by_the_next(tmp_path):
    (tmp_path / ".reading-old").mkdir()
    (tmp_path / ".reading-new").mkdir()
    (tmp_path / ".reading-old" / "typed.parquet").write_bytes(b"x")
    long_ago = time.time() - 7 * 3600
    os.utime(tmp_path / ".reading-old", (long_ago, long_ago))
    (tmp_path / "upload").write_text(GOOD)
    read(tmp_path / "upload", into=tmp_path / "rows.parquet", countries=COUNTRIES)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".reading-new", "rows.parquet", "upload"]


def test_progress_only_grows_and_ends_at_one(tmp_path):
    shares = []
    reading(tmp_path, GOOD, progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0] >= 0, shares[-1]) == (True, 1.0)


def test_each_reason_has_its_words():
    for reason in REASONS:
        assert has(f"refusal-{reason}")
        assert has(f"refused-{reason}")
    assert all(has(f"aside-{reason}") for reason in ASIDE)
    assert all(has(f"counted-{what.replace('_', '-')}") for what in COUNTED)


def test_the_layouts_use_no_reason_without_words():
    for layout in LAYOUTS:
        query = layout.query(frozenset({*layout.required, *layout.some, *layout.order}))
        assert {reason for *_, reason in query.faults} <= set(REASONS)
        assert set(query.aside.values()) <= set(ASIDE)
        assert set(query.counts) <= set(COUNTED)
