"""A command could keep what was refused, say nothing of it, or end as if all were well."""

import json
import zipfile

import pytest

from ewdash.__main__ import main
from ewdash.data import copies, own_file, own_records, spreadsheets
from tests.copy_files import acled_file, events_file
from tests.data.test_own_records import GOOD, HEAD

BAD = "2026-02-30,,SDN,torture,,,,media,alleged,"


@pytest.fixture
def file(tmp_path):
    def write(*lines, name="records.csv"):
        path = tmp_path / name
        path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
        return str(path)

    return write


def test_good_rows_are_kept_as_the_persons_own(file, capsys):
    assert main(["import", file(GOOD)]) == 0
    assert "1 can be kept, 0 refused" in capsys.readouterr().out
    assert own_records.load()["owner"].tolist() == [own_file.person()]
    assert main(["import", file(GOOD.replace("torture", "food")), "--owner", "B. Desk"]) == 0
    assert main(["import", file(GOOD.replace("torture", "health")), "--team"]) == 0
    assert sorted(own_records.load()["owner"]) == sorted([own_file.person(), "B. Desk", "team"])


def test_refused_rows_keep_all_out_unless_the_good_ones_are_asked_for(file, capsys, tmp_path):
    path = file(GOOD, BAD)
    refused = tmp_path / "refused.csv"
    assert main(["import", path, "--refused", str(refused)]) == 1
    told = capsys.readouterr().out
    assert "row 3, date_from, “2026-02-30”: It is no day." in told
    assert "Nothing was kept." in told
    assert "It is no day" in refused.read_text(encoding="utf-8-sig")
    assert own_records.load().empty
    assert main(["import", path, "--keep-good"]) == 0
    assert len(own_records.load()) == 1


def test_what_may_be_there_already_waits_for_a_person(file, capsys):
    assert main(["import", file(GOOD, GOOD)]) == 1
    assert "row 3 may be of the same incident as row 2 (same days)" in capsys.readouterr().out
    assert own_records.load().empty
    assert main(["import", file(GOOD, GOOD), "--alike", "leave"]) == 0
    assert len(own_records.load()) == 1
    assert main(["import", file(GOOD), "--alike", "keep"]) == 0
    assert len(own_records.load()) == 2


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"<html>", b"{}", b"PK\x03\x04"])
def test_a_file_that_is_none_is_refused_with_the_next_step(content, tmp_path, capsys):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert main(["import", str(path)]) == 1
    assert "Nothing was kept." in capsys.readouterr().err
    assert not own_file.place().exists()


def test_a_file_that_is_too_large_is_told_by_its_size(file, capsys, monkeypatch):
    monkeypatch.setattr(spreadsheets, "MAX_BYTES", 200)
    assert main(["import", file(GOOD, GOOD, GOOD, GOOD)]) == 1
    assert "megabytes" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path, capsys):
    assert main(["import", str(tmp_path / "none.csv")]) == 1
    assert main(["export-own", str(tmp_path / "none" / "file.json")]) == 1
    assert capsys.readouterr().err.count("cannot be read or written") == 2


def test_an_export_is_private_and_comes_back(file, tmp_path):
    assert main(["import", file(GOOD)]) == 0
    out = tmp_path / "own.json"
    assert main(["export-own", str(out)]) == 0
    assert out.stat().st_mode & 0o077 == 0
    before = json.loads(out.read_text(encoding="utf-8"))
    own_file.place().unlink()
    assert main(["import", str(out)]) == 0
    assert main(["export-own", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == before


def test_a_copy_of_another_source_is_kept_with_its_refusals_told(tmp_path, capsys):
    path = str(acled_file(tmp_path / "acled.csv"))
    assert main(["import", path]) == 1
    told = capsys.readouterr().out
    assert "“acled.csv” is an export of ACLED, with 6 rows. Of them 4 can be kept, 1 refused" in told
    assert "rows without a code (Atlantis), one row, deaths: 5" in told
    assert "row 7, event_date, “31 February 2025”: a date is no day of the calendar" in told
    assert "Nothing was kept." in told
    assert copies.listed().copies == ()
    assert main(["import", path, "--keep-good"]) == 0
    assert [copy.file for copy in copies.listed().copies] == ["acled.csv"]
    assert main(["import", str(acled_file(tmp_path / "new.csv", good=True))]) == 0
    assert "It replaces the copy that is kept: “acled.csv”, 6 rows" in capsys.readouterr().out
    assert [copy.file for copy in copies.listed().copies] == ["new.csv"]
    assert own_records.load().empty


def test_refusals_beyond_the_first_are_counted(tmp_path, capsys):
    path = tmp_path / "many.csv"
    text = acled_file(path).read_text(encoding="utf-8")
    path.write_text(text + "".join(f"X{n},no day,a,b,,729,Sudan,,1,1\n" for n in range(30)), encoding="utf-8")
    assert main(["import", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("row ") for line in lines) == 20
    assert "… and 11 more" in lines


def test_events_of_ucdp_are_sent_to_the_update(tmp_path, capsys):
    assert main(["import", str(events_file(tmp_path / "ged.csv"))]) == 1
    assert "python -m ewdash update --from" in capsys.readouterr().err
    assert copies.listed().copies == ()


def test_a_packed_copy_is_recognised_and_a_packed_stranger_told_by_its_columns(tmp_path, capsys):
    packed = tmp_path / "acled.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(acled_file(tmp_path / "acled.csv", good=True), "acled.csv")
    assert main(["import", str(packed)]) == 0
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("other.csv", "a,b\n1,2\n")
    assert main(["import", str(packed)]) == 1
    assert "No layout known here" in capsys.readouterr().err
