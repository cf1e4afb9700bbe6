"""A list that somebody brings could be read wrongly, half kept, or stand after it was removed."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from ewdash.__main__ import main
from ewdash.data import cooperation_files as files
from ewdash.data import home
from ewdash.data.record import opened
from ewdash.model.errors import ListDamagedError, UploadRefusedError

TODAY = date(2026, 11, 26)
TREATIES = """Country,Treaty,Status,Year,As_of,Note
Sudan,CCPR,State Party,1986,2026-11-01,x
SDN,CEDAW,No Action,,2026-11-01,
Türkiye,cat-op,Signatory,,2026-11-01,
"""
INVITATIONS = "iso3,since,source\nNLD,2001,OHCHR list of 1 November 2026\nARG,2001-12,\n"
VISITS = """iso3,mandate,status,from,to,source
NLD,Working Group on Arbitrary Detention,completed,2024-01-15,2024-01-25,OHCHR list
NLD,Special Rapporteur on housing,accepted,2027-03-01,2027-03-10,
NLD,Special Rapporteur on torture,requested,,,
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(home.PLACE, str(tmp_path / "home"))
    return tmp_path


def read(text):
    return files.read(text.encode(), opened().gazetteer, today=TODAY, file="list.csv")


@pytest.mark.parametrize(
    ("text", "layout", "rows"),
    [
        (TREATIES, files.TREATIES, 3),
        (INVITATIONS, files.INVITATIONS, 2),
        (VISITS, files.VISITS, 3),
    ],
)
def test_a_list_is_known_by_its_headings_and_read_whole(text, layout, rows):
    reading = read(text)
    assert reading.layout == layout
    assert len(reading.rows) == rows
    assert reading.refusals == ()


def test_names_and_the_offices_own_words_are_understood():
    rows = read(TREATIES).rows
    assert rows["iso3"].tolist() == ["SDN", "SDN", "TUR"]
    assert rows["treaty"].tolist() == ["ICCPR", "CEDAW", "OPCAT"]
    assert rows["status"].tolist() == ["party", "none", "signed"]
    assert rows["year"].tolist()[0] == 1986
    assert rows["year"].isna().tolist() == [False, True, True]


def test_a_time_stays_as_it_was_written():
    assert read(INVITATIONS).rows["since"].tolist() == ["2001", "2001-12"]


def test_a_workbook_is_read_as_a_text_is():
    book = openpyxl.Workbook()
    for line in VISITS.splitlines():
        book.active.append(line.split(","))
    content = io.BytesIO()
    book.save(content)
    reading = files.read(content.getvalue(), opened().gazetteer, today=TODAY, file="list.xlsx")
    pd.testing.assert_frame_equal(reading.rows, read(VISITS).rows)


@pytest.mark.parametrize(
    ("text", "old", "new", "column", "fault"),
    [
        (TREATIES, "Sudan,CCPR", "Atlantis,CCPR", "country", "country"),
        (TREATIES, "Sudan,CCPR", ",CCPR", "country", "missing"),
        (TREATIES, "CCPR", "Geneva Convention", "treaty", "word"),
        (TREATIES, "State Party", "ratified it", "status", "word"),
        (TREATIES, "1986", "MCMLXXXVI", "year", "year"),
        (TREATIES, "1986,2026-11-01", "1986,2022-01-01", "as_of", "older"),
        (TREATIES, "1986,2026-11-01", "1986,November", "as_of", "day"),
        (TREATIES, "1986,2026-11-01", "1986,2027-11-01", "as_of", "future"),
        (TREATIES, "1986,2026-11-01", "1986,2026-11-02", "as_of", "days"),
        (TREATIES, "Sudan,CCPR", "SDN,CEDAW", "treaty", "twice"),
        (INVITATIONS, "NLD,2001", "NLD,2062", "since", "future"),
        (INVITATIONS, "NLD,2001", "NLD,last year", "since", "time"),
        (INVITATIONS, "ARG,", "NLD,", "iso3", "twice"),
        (VISITS, "completed", "done", "status", "word"),
        (VISITS, "2024-01-25", "2024-01-05", "to", "order"),
        (VISITS, "2024-01-15", "2024-02-30", "from", "time"),
        (VISITS, "2024-01-15,2024-01-25", "2027-01-15,2027-01-25", "from", "future"),
    ],
)
def test_a_bad_row_is_refused_by_column_and_the_others_are_read(text, old, new, column, fault):
    assert old in text
    reading = read(text.replace(old, new, 1))
    assert [(one.column, one.fault) for one in reading.refusals] == [(column, fault)]


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"<html>", b"PK\x03\x04", b"iso3,iso3,since\nNLD,NLD,2001\n"]
)
def test_a_file_that_is_none_is_refused(content):
    with pytest.raises(UploadRefusedError):
        files.read(content, opened().gazetteer, today=TODAY, file="list.csv")


def test_what_is_kept_is_read_back_and_a_newer_list_takes_its_place():
    assert files.brought(files.INVITATIONS) is None
    files.keep(read(INVITATIONS), today=TODAY)
    kept, rows = files.brought(files.INVITATIONS)
    assert (kept.file, kept.fetched, len(rows)) == ("list.csv", TODAY, 2)
    files.keep(read("iso3,since\nNLD,2001\n"), today=TODAY)
    assert len(files.brought(files.INVITATIONS)[1]) == 1
    assert files.brought(files.VISITS) is None


def test_a_list_of_several_days_is_never_kept():
    with pytest.raises(ValueError, match="nothing"):
        files.keep(read(TREATIES.replace("2026-11-01", "2026-11-02", 1)), today=TODAY)


def test_a_damaged_list_is_told_and_not_shown():
    files.keep(read(VISITS), today=TODAY)
    files.brought(files.VISITS)[0].path.write_bytes(b"nothing")
    with pytest.raises(ListDamagedError):
        files.brought(files.VISITS)


def test_the_record_is_read_anew_after_a_list_was_brought():
    before = opened().state
    files.keep(read(VISITS), today=TODAY)
    assert opened().state != before


def test_the_command_tells_what_it_refuses_and_keeps_nothing(folder, capsys):
    path = folder / "visits.csv"
    path.write_text(VISITS.replace("completed", "done"), encoding="utf-8")
    assert main(["import", str(path)]) == 1
    told = capsys.readouterr().out
    assert "row 2, status, “done”" in told
    assert "Nothing was kept" in told
    assert files.brought(files.VISITS) is None
    assert main(["import", str(path), "--keep-good"]) == 0
    assert len(files.brought(files.VISITS)[1]) == 2


def test_the_command_brings_a_list_and_update_forget_removes_it(folder, capsys):
    path = folder / "treaties.csv"
    path.write_text(TREATIES, encoding="utf-8")
    assert main(["import", str(path)]) == 0
    assert "treaties and their parties" in capsys.readouterr().out
    assert files.brought(files.TREATIES) is not None
    assert main(["update", "--forget"]) == 0
    assert files.brought(files.TREATIES) is None


def test_files_of_other_layouts_are_left_to_their_importers(folder):
    path = folder / "other.csv"
    for text in ("country_text_id,year,v2x_polyarchy\nSDN,2020,0.1\n", "", "<html>"):
        path.write_text(text, encoding="utf-8")
        assert not files.recognises(path)
