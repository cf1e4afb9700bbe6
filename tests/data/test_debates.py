"""A file of debates could be misread, half kept, hold a person's name, or do harm when it is read."""

import bz2
import gzip
import lzma
from datetime import date

import pandas as pd
import pytest

from ewdash.__main__ import main
from ewdash.data import debates, home
from ewdash.data.record import opened
from ewdash.model.errors import (
    CopyDamagedError,
    FileTooLargeError,
    FileUnreadableError,
    LayoutIncompleteError,
)
from tests import debate_files as files

TODAY = date(2026, 11, 27)
KEPT = {
    ("S/PV.8801", "High Commissioner for Human Rights"): ("HTI", "Haiti"),
    ("S/PV.8802", files.CHILDREN): (None, None),  # a thematic meeting is on no country
    ("S/PV.8804", "Assistant Secretary-General for Human Rights"): ("SYR", "Syrian Arab Republic"),
    # A letter names who wrote it; the common name of its item says what it is about.
    ("S/PV.8805", "High Commissioner for Human Rights"): ("UKR", "Ukraine"),
    ("S/PV.8806", "High Commissioner for Human Rights"): (None, None),  # no country: a gulf
    ("S/PV.8807", "High Commissioner for Human Rights"): (None, None),  # two countries
    ("S/PV.9052", "High Commissioner for Human Rights"): (None, None),
}


def read(path):
    assert debates.recognises(path)
    return debates.read(path, acts=opened().table("council_action"), today=TODAY)


@pytest.fixture
def reading(tmp_path):
    return read(files.text_file(tmp_path / "speaker.tsv"))


def kept(rows):
    named = rows[["iso3", "situation"]].astype("object").where(rows[["iso3", "situation"]].notna(), None)
    return {
        key: tuple(place)
        for key, place in zip(
            zip(rows["symbol"], rows["office"], strict=True), named.to_numpy().tolist(), strict=True
        )
    }


def test_the_r_file_with_two_objects_and_the_table_of_text_say_the_same(tmp_path, reading):
    rows = read(files.r_file(tmp_path / "docs_meta.RData", newer=True))
    assert kept(rows.rows) == kept(reading.rows) == KEPT
    assert rows.counts == reading.counts
    assert rows.digest != reading.digest


def test_what_a_file_holds_is_counted_whole(reading):
    counts = reading.counts
    assert (counts.speeches, counts.meetings, counts.first, counts.last) == (
        15, 10, "2019-05-01", "2022-06-03",
    )  # fmt: skip
    assert counts.offices == 13
    assert {group: found for group, found in counts.groups.items() if found} == {
        "high_commissioner": 7, "assistant_secretary_general": 1, "children": 1,
    }  # fmt: skip
    assert counts.alike == 1  # the minister
    assert (counts.officials, counts.unnamed) == (9, 1)
    assert counts.left == {"video": 1, "day": 1, "number": 1, "format": 0, "line": 0}


def test_meetings_to_the_end_of_the_record_are_left_to_it(reading):
    assert reading.rows["date"].min() == pd.Timestamp("2021-06-01")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_an_r_file_is_known_by_its_bytes_however_it_is_packed_and_named(tmp_path, pack):
    path = tmp_path / "corpus.csv"
    for start in (b"RDX2\n", b"RDX3\n"):
        path.write_bytes(pack(start + b"X\n\0\0\0\x03"))
        assert debates.recognises(path)
    for other in (b"X\n\0\0\0\x03", b"a\tb\n1\t2\n", b"", b"{}", b"PK\x03\x04"):
        path.write_bytes(pack(other))
        assert not debates.recognises(path)


def test_no_speaker_is_kept_or_told(tmp_path, capsys):
    path = files.text_file(tmp_path / "speaker.tsv")
    assert main(["import", str(path)]) == 0
    assert files.NAME not in capsys.readouterr().out
    _, rows = debates.brought()
    assert "speaker" not in rows.columns
    assert list(rows.columns) == list(debates.KEPT)
    assert files.NAME not in rows.to_csv()
    stored = [file.read_bytes() for file in home.place().rglob("*") if file.is_file()]
    assert len(stored) == 3
    assert not any(files.NAME.encode() in content for content in stored)


def test_a_foreign_r_file_a_damaged_one_and_one_without_columns_are_told_in_a_sentence(tmp_path, capsys):
    foreign = files.r_file(tmp_path / "foreign.RData", name="mtcars")
    damaged = tmp_path / "damaged.RData"
    damaged.write_bytes(gzip.decompress(foreign.read_bytes())[:-200])
    lacking = files.text_file(tmp_path / "lacking.tsv", files.frame().drop(columns=["role", "topic"]))
    for path, said in (
        (foreign, "a file of R without the table “meta_speeches”"),
        (lacking, "columns are missing: role, topic"),
        (damaged, "its R data are damaged"),
    ):
        assert main(["import", str(path)]) == 1
        told = capsys.readouterr()
        assert said in told.err
        assert "Nothing was changed." in told.err
        assert "Traceback" not in told.err + told.out
    assert debates.brought() is None


def test_cut_archives_and_those_that_unfold_too_far_are_refused_before_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(debates.subprocess, "run", lambda *a, **k: pytest.fail("the file was read"))
    path = tmp_path / "cut.RData"
    path.write_bytes(gzip.compress(b"RDX3\n" + bytes(9_000_000))[:-20])
    with pytest.raises(FileUnreadableError, match="damaged"):
        read(path)
    monkeypatch.setattr(debates, "MAX_UNPACKED", 1)
    path.write_bytes(gzip.compress(b"RDX3\n" + bytes(9_000_000)))
    with pytest.raises(FileTooLargeError, match="1 megabytes, unfolded"):
        read(path)
    monkeypatch.setattr(debates, "MAX_PACKED", 0)
    with pytest.raises(FileTooLargeError):
        read(path)
    monkeypatch.setattr(debates, "MAX_TEXT", 0)
    with pytest.raises(FileTooLargeError):
        read(files.text_file(tmp_path / "speaker.tsv"))


def test_a_file_that_takes_too_long_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.RData"
    path.write_bytes(b"RDX3\n")

    def late(*command, timeout, **more):
        raise debates.subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(debates.subprocess, "run", late)
    with pytest.raises(FileUnreadableError, match="longer to read than a quarter of an hour"):
        read(path)


def test_split_lines_are_joined_others_counted_and_quotation_marks_are_no_fences(tmp_path):
    rows = files.frame()
    rows.loc[2, "topic"] = 'The question "concerning\nHaiti'
    rows.loc[3, "topic"] = "The question\tconcerning Haiti"  # a cell more than there are headings
    path = files.text_file(tmp_path / "speaker.tsv", rows)
    reading = read(path)
    assert reading.counts.speeches == 15
    assert reading.counts.left["line"] == 1
    assert kept(reading.rows) == KEPT
    path.write_text(path.read_text(encoding="utf-8") + "17\tcut", encoding="utf-8")
    assert read(path).counts.left["line"] == 2


def test_headings_for_the_row_numbers_other_names_and_quoted_cells_are_read_alike(tmp_path):
    rows = files.frame().rename(columns={"country_org": "country", "meeting_symbol": "spv"})
    path = files.text_file(tmp_path / "speaker.tab", rows, numbered=False)
    assert kept(read(path).rows) == KEPT
    lines = path.read_text(encoding="utf-8").splitlines()
    quoted = ["\t".join(f'"{cell}"' for cell in line.split("\t")) for line in lines]
    path.write_text("\n".join(quoted), encoding="utf-8")
    assert kept(read(path).rows) == KEPT
    with pytest.raises(LayoutIncompleteError, match="speech_format"):
        read(files.text_file(tmp_path / "v5.tsv", rows.drop(columns="speech_format")))
    path.write_bytes(path.read_bytes() + b"\xff\xfe")
    with pytest.raises(FileUnreadableError):
        read(path)


def test_apostrophes_that_r_doubled_and_common_names_are_understood(tmp_path):
    rows = files.frame()
    rows["topic"] = "The situation in the Democratic People''s Republic of Korea"
    rows["agenda_item_manual"] = "DPRK"
    found = read(files.text_file(tmp_path / "speaker.tsv", rows)).rows
    assert set(found["iso3"]) == {"PRK"}
    rows["agenda_item_manual"] = "Haiti"  # the two names disagree
    assert read(files.text_file(tmp_path / "speaker.tsv", rows)).rows["iso3"].isna().all()


def test_a_file_stays_until_a_newer_was_read_whole_or_it_is_taken_away(tmp_path, reading):
    debates.keep(reading, today=TODAY)
    one, rows = debates.brought()
    assert (one.file, one.fetched, one.last) == ("speaker.tsv", TODAY, "2022-06-03")
    assert (one.officials, one.unnamed, one.video) == (9, 1, 1)
    pd.testing.assert_frame_equal(rows, reading.rows, check_dtype=False)
    nothing = read(files.text_file(tmp_path / "old.tsv", files.frame(files.SPEECHES[:2])))
    with pytest.raises(ValueError, match="nothing to keep"):
        debates.keep(nothing, today=TODAY)
    assert debates.brought()[0].file == "speaker.tsv"
    before = opened()
    debates.keep(read(files.text_file(tmp_path / "new.tsv", files.frame(files.SPEECHES[:4]))), today=TODAY)
    one, rows = debates.brought()
    assert (one.file, len(rows)) == ("new.tsv", 1)
    assert opened() is not before  # pages are made anew
    debates.remove()
    assert debates.brought() is None
    debates.keep(reading, today=TODAY)
    home.forget_everything()
    assert debates.brought() is None


@pytest.mark.parametrize("ending", ["json", "parquet"])
def test_what_was_damaged_since_is_told_and_can_be_removed(reading, ending):
    debates.keep(reading, today=TODAY)
    (debates.place() / f"{debates.LAYOUT}.{ending}").write_text("{}", encoding="utf-8")
    with pytest.raises(CopyDamagedError):
        debates.brought()
    debates.remove()
    assert debates.brought() is None


def test_a_file_without_a_later_meeting_of_that_side_is_told_and_not_kept(tmp_path, capsys):
    path = files.text_file(tmp_path / "old.tsv", files.frame(files.SPEECHES[:2]))
    assert main(["import", str(path)]) == 1
    assert "so nothing is kept" in capsys.readouterr().out
    assert debates.brought() is None


def test_the_command_says_what_the_file_holds(tmp_path, capsys):
    assert main(["import", str(files.text_file(tmp_path / "speaker.tsv"))]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "“speaker.tsv” is the UN Security Council Debates corpus (table of speeches): 15 speeches in 10 "
        "formal meetings, 2019 to 2022.",
        "Speeches that carry an office: 13. Of the others (2) the office is not known; it does not follow "
        "that nobody of the human-rights side spoke.",
        "High Commissioner, speeches in formal meetings: 7",
        "Assistant Secretary-General for Human Rights, speeches in formal meetings: 1",
        "Special Representative, children, speeches in formal meetings: 1",
        "Speeches under an office that speaks of human rights and is none of those above, not read: 1",
        "Speeches in videoconferences, which are no formal meetings, not read: 1",
        "Speeches without a day, or of one that has not come yet, not read: 1",
        "Speeches without the number of a meeting, not read: 1",
        "Meetings after 31 December 2020 with the human-rights side: 6, not on record yet: 5. With related "
        "mandates: 1. On one country: 3.",
        "Speeches by UN officials in formal meetings after 31 December 2020: 9, without an office: 1.",
        "Kept. Councils lists the meetings under “Heard” as user upload. They go with “python -m ewdash "
        "update --forget”, or on the page Data.",
    ]
    assert main(["import", str(tmp_path / "speaker.tsv")]) == 0
    assert "It replaces the file that is kept: “speaker.tsv”" in capsys.readouterr().out
