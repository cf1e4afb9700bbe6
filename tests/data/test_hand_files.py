"""A hand-edited line could be lost, doubled or wrong without anyone being told where."""

import shutil
from datetime import date

import pandas as pd
import pytest

from ewdash.data import hand, store
from ewdash.data.build import BY_HAND, rebuild
from ewdash.data.check import check
from ewdash.model.errors import CodeUnknownError, HandLineError, HandStaleError, SourceFolderError

FED = ("council_action", "hrc_mechanism", "session")
NEW = {
    "council_action.csv": (
        "2026-04-14,YEM,Yemen,SC,special_political_mission,S/RES/2820 (2026),"
        "Invented for a test,renewed,a test,verified"
    ),
    "hrc_mechanism.csv": (
        "Invented Rapporteur,TCD,special_rapporteur,2026-07-08,A/HRC/RES/62/99,,,,active,a test,verified"
    ),
    "session.csv": "HRC 62,regular,2026-06-15,2026-07-08,a test,recalled",
}
TABLES = dict(zip(NEW, FED, strict=True))


@pytest.fixture
def root(tmp_path):
    for folder in ("hand", "council_crossing", "sc_meeting", *BY_HAND):
        shutil.copytree(store.DATA / folder, tmp_path / folder)
    return tmp_path


def write(root, file, *lines):
    with (root / "hand" / file).open("a", encoding="utf-8") as text:
        text.writelines(f"{line}\n" for line in lines)


def lines(root, file, errors="strict"):
    return len((root / "hand" / file).read_text(encoding="utf-8", errors=errors).split("\n")) - 1


def test_a_rebuild_without_sources_gives_the_bytes_in_the_repository(root):
    rebuild(root=root)
    for table in BY_HAND:
        assert store.card(table, root=root) == store.card(table)


@pytest.mark.parametrize("file", NEW)
def test_an_added_line_is_in_the_table_after_a_rebuild_and_not_before(root, file):
    table = TABLES[file]
    before = store.load(table, root=root)
    write(root, file, NEW[file])
    with pytest.raises(HandStaleError, match=rf"{table}.*data/hand/{file}") as told:
        check(table, root=root)
    assert told.value.advice == "Run “python -m ewdash build”."
    rebuild(root=root)
    after = store.load(table, root=root)
    assert len(after) == len(before) + 1
    assert check(table, root=root).rows == len(after)
    name = NEW[file].split(",")[0]
    assert after.query("origin == 'added'").astype(str).eq(name).any(axis=None)


def test_an_added_end_of_a_mandate_reaches_its_mechanism_in_one_rebuild(root):
    write(root, "hrc_mechanism.csv", NEW["hrc_mechanism.csv"].replace(",,,,active", ",,2026-09-30,,ended"))
    write(
        root,
        "council_action.csv",
        "2026-09-30,TCD,Chad,HRC,country_mandate_ended,A/HRC/RES/63/98,Ended,ended,a test,verified",
    )
    rebuild(root=root)
    rows = store.load("hrc_mechanism", root=root).set_index("mechanism")
    assert rows.loc["Invented Rapporteur", "ended_by"] == "A/HRC/RES/63/98"


def test_a_line_taken_out_is_noticed(root):
    path = root / "hand" / "council_action.csv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    with pytest.raises(HandStaleError):
        check("council_action", root=root)
    rebuild(root=root)
    assert check("council_action", root=root).rows == store.card("council_action").rows - 1


def test_other_line_endings_are_no_edit(root):
    path = root / "hand" / "council_action.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check("council_action", root=root)


@pytest.mark.parametrize("file", ["resolution_rule.csv", "council_review.csv"])
def test_what_only_the_full_build_applies_is_told_so(root, file):
    path = root / "hand" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(text.splitlines()[-1], text.splitlines()[-1] + "."), encoding="utf-8")
    with pytest.raises(HandStaleError) as told:
        check("council_action", root=root)
    assert "--from DIR" in told.value.advice
    rebuild(root=root)
    with pytest.raises(HandStaleError):
        check("council_action", root=root)


def test_a_refused_line_changes_no_table(root):
    write(root, "council_action.csv", NEW["council_action.csv"])
    write(root, "session.csv", "HRC 61,regular,2026-02-23,2026-03-31,a test,verified")
    last = lines(root, "session.csv")
    with pytest.raises(
        HandLineError, match=rf"session\.csv, line {last}, column session: “HRC 61” is on record"
    ):
        rebuild(root=root)
    assert store.card("council_action", root=root) == store.card("council_action")


ACT = dict(
    zip(
        [
            "date",
            "iso3",
            "situation",
            "body",
            "action_type",
            "symbol",
            "label",
            "status",
            "source",
            "confidence",
        ],
        NEW["council_action.csv"].split(","),
        strict=True,
    )
)


@pytest.mark.parametrize(
    ("cell", "value", "column", "fault"),
    [
        ("date", "14 April 2026", "date", "not a day written as"),
        ("date", "2026-02-30", "date", "not a day written as"),
        ("date", "", "date", "empty"),
        ("date", "2062-04-14", "date", "lies in the future"),
        ("date", "2025-04-14", "symbol", "not written as symbols"),
        ("iso3", "XYZ", "iso3", "not a code"),
        ("iso3", "Yemen", "iso3", "not a code"),
        ("body", "UN", "body", "vocabulary"),
        ("action_type", "speech", "action_type", "vocabulary"),
        ("action_type", "special_session", "action_type", "no act of this body"),
        ("symbol", "S/RES/2820", "symbol", "not written as symbols"),
        ("symbol", "resolution 2820", "symbol", "not written as symbols"),
        ("label", "", "label", "empty"),
        ("label", " spaced", "label", "space"),
        ("status", "extended", "instrument_status", "vocabulary"),
        ("source", "", "source", "empty"),
        ("source", "own knowledge", "source", "verified"),
        ("confidence", "sure", "confidence", "vocabulary"),
    ],
)
def test_each_kind_of_fault_is_told_by_file_line_and_column(root, cell, value, column, fault):
    write(root, "council_action.csv", "", ",".join({**ACT, cell: value}.values()))
    at = lines(root, "council_action.csv")
    with pytest.raises(HandLineError, match=rf"council_action\.csv, line {at}, column {column}: .*{fault}"):
        check("council_action", root=root)


@pytest.mark.parametrize(
    "fed", ["Invent\xe9 for a test".encode("cp1252"), b"Invented\x00for", b"a \x1b[31mtest"]
)
def test_letters_of_another_encoding_and_control_characters_are_told_by_column(root, fed):
    write(root, "council_action.csv", NEW["council_action.csv"])
    path = root / "hand" / "council_action.csv"
    path.write_bytes(path.read_bytes().replace(b"Invented for a test", fed))
    at = lines(root, "council_action.csv", errors="replace")
    told = rf"council_action\.csv, line {at}, column label: “[^\x00-\x1f]*” holds letters"
    for use in (lambda: check("council_action", root=root), lambda: rebuild(root=root)):
        with pytest.raises(HandLineError, match=told):
            use()


@pytest.mark.parametrize("day", ["2062-04-14", "9999-12-31"])
def test_an_act_that_has_not_happened_yet_is_refused_by_check_and_build(root, day):
    write(
        root,
        "council_action.csv",
        NEW["council_action.csv"].replace("2026-04-14", day).replace("S/RES/2820 (2026)", ""),
    )
    at = lines(root, "council_action.csv")
    told = rf"council_action\.csv, line {at}, column date: “{day}” lies in the future"
    for use in (lambda: check("council_action", root=root), lambda: rebuild(root=root)):
        with pytest.raises(HandLineError, match=told):
            use()


def test_the_clock_of_a_machine_that_runs_behind_refuses_nothing_on_record():
    assert hand.today(date(2099, 1, 2)) == pd.Timestamp("2099-01-02")
    assert hand.today(date(2000, 1, 1)) >= pd.Timestamp("2025-01-01")


def test_a_code_that_the_table_of_countries_lacks_is_named_with_its_rows_in_any_table():
    rows = pd.DataFrame({"iso3": ["SDN", "XYZ", None, "XYZ", "ABC"]})
    with pytest.raises(
        CodeUnknownError, match=r"“conflict_year” holds 3 rows of codes .*: ABC \(1\), XYZ \(2\)"
    ):
        hand.known("conflict_year", rows, hand.HAND)
    hand.known("conflict_year", rows.iloc[[0, 2]], hand.HAND)
    hand.known("score_model", pd.DataFrame({"score": ["x"]}), hand.HAND)


def test_a_code_taken_out_of_the_table_of_countries_is_noticed_by_check_and_build(root):
    path = root / "hand" / "country.csv"
    text = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in text if not line.startswith("TCD,")), encoding="utf-8")
    with pytest.raises(CodeUnknownError, match=r"“council_action” .* TCD \(\d+\)"):
        check("council_action", root=root)
    with pytest.raises(CodeUnknownError, match=r"“council_action” .* TCD \(\d+\)"):
        rebuild(root=root)


def test_a_long_cell_is_told_in_short(root):
    write(root, "council_action.csv", NEW["council_action.csv"].replace("SC,", "x" * 5000 + ",", 1))
    with pytest.raises(HandLineError, match=r"column body: “x{79}…”"):
        check("council_action", root=root)


def test_a_line_twice_or_on_record_is_refused(root):
    write(root, "council_action.csv", NEW["council_action.csv"], NEW["council_action.csv"])
    with pytest.raises(HandLineError, match="stands on an earlier line"):
        rebuild(root=root)
    shutil.copy(hand.HAND / "council_action.csv", root / "hand")
    known = "2024-08-28,LBN,Lebanon,SC,peacekeeping_mandate,S/RES/2749 (2024),Again,renewed,a test,verified"
    write(root, "council_action.csv", known)
    with pytest.raises(HandLineError, match="is on record already"):
        rebuild(root=root)


def test_a_crossing_of_the_second_round_is_on_record_too(root):
    row = store.load("council_crossing").dropna(subset=["symbol"]).iloc[0]
    cells = [row["date"].strftime("%Y-%m-%d"), *row.iloc[1:6], "Again", "n/a", "a test", "verified"]
    write(root, "council_action.csv", ",".join("" if pd.isna(cell) else f'"{cell}"' for cell in cells))
    with pytest.raises(HandLineError, match=r"column date: .* is on record already"):
        rebuild(root=root)


@pytest.mark.parametrize("cells", ["2026-04-14,YEM", NEW["council_action.csv"] + ",more"])
def test_too_few_or_too_many_cells_are_refused(root, cells):
    write(root, "council_action.csv", cells)
    with pytest.raises(HandLineError, match="too few or too many cells"):
        check("council_action", root=root)


def test_another_heading_is_refused_by_its_column(root):
    path = root / "hand" / "session.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("kind", "type"), encoding="utf-8")
    with pytest.raises(HandLineError, match="line 1, column kind: “type” stands"):
        check("session", root=root)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("special_rapporteur", "rapporteur", "type"),
        ("A/HRC/RES/62/99", "resolution 62/99", "established_by"),
        (",,,,active", ",,2026-07-01,,ended", "ended"),
        (",,,,active", ",,2062-07-09,,ended", "ended"),
        ("2026-07-08", "2062-07-08", "established"),
        (",,,,active", ",,2026-09-30,,active", "status"),
        ("Invented Rapporteur,TCD", "Special Rapporteur on the Islamic Republic of Iran,IRN", "mechanism"),
        ("TCD", "", "iso3"),
        ("a test", "own knowledge", "source"),
    ],
)
def test_a_fault_in_a_mechanism_is_told_by_column(root, old, new, column):
    write(root, "hrc_mechanism.csv", NEW["hrc_mechanism.csv"].replace(old, new))
    with pytest.raises(HandLineError, match=rf"hrc_mechanism\.csv, line \d+, column {column}:"):
        check("hrc_mechanism", root=root)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("HRC 62,special,2026-06-15,,a test,recalled", "session"),
        ("HRC sixty-two,regular,2026-06-15,,a test,recalled", "session"),
        ("HRC 62,presidency,2026-06-15,,a test,recalled", "kind"),
        ("HRC 62,regular,2026-06-15,2026-06-14,a test,recalled", "end"),
    ],
)
def test_a_fault_in_a_session_is_told_by_column(root, line, column):
    write(root, "session.csv", line)
    last = lines(root, "session.csv")
    with pytest.raises(HandLineError, match=rf"session\.csv, line {last}, column {column}:"):
        check("session", root=root)


def test_a_table_of_source_files_is_not_built_without_them(root):
    with pytest.raises(SourceFolderError, match="conflict_month"):
        rebuild(root=root, tables=("conflict_month",))


def test_the_command_without_a_folder_asks_for_it_where_needed(capsys):
    from ewdash.__main__ import main

    assert main(["build", "--table", "conflict_month"]) == 1
    assert "--from DIR" in capsys.readouterr().err


def test_known_missing_events_are_on_record():
    rows = store.load("council_action").query("origin == 'added'")
    known = {
        ("ICC", "investigation_opened", "COD", "2004-06-23"),
        ("ICC", "arrest_warrant", "CIV", "2011-11-23"),
        ("ICC", "withdrawal", "PHL", "2019-03-17"),
        ("SC", "mission_closed", "GEO", "2009-06-15"),
        ("SC", "sanctions_ended", "ETH", "2001-05-15"),
    }
    keys = zip(
        rows["body"], rows["action_type"], rows["iso3"], rows["date"].dt.strftime("%Y-%m-%d"), strict=True
    )
    assert known <= set(keys)


@pytest.mark.parametrize(
    ("mechanism", "body", "renewed", "renewed_by", "ended", "ended_by"),
    [
        (
            "Commission of Inquiry on Burundi",
            "HRC",
            "2020-10-06",
            "A/HRC/RES/45/19",
            "2021-10-08",
            "A/HRC/RES/48/16",
        ),
        ("Special Representative on Rwanda", "CHR", None, None, "2001-04-20", "E/CN.4/RES/2001/23"),
        ("OHCHR Sri Lanka Accountability Project", "OHCHR", "2025-10-06", "A/HRC/RES/60/1", None, None),
        (
            "Special Rapporteur on the Democratic People’s Republic of Korea",
            "CHR",
            "2026-03-30",
            "A/HRC/RES/61/27",
            None,
            None,
        ),
    ],
)
def test_a_mechanism_says_who_held_it_and_when_it_was_renewed_and_ended(
    mechanism, body, renewed, renewed_by, ended, ended_by
):
    row = store.load("hrc_mechanism").set_index("mechanism").loc[mechanism]
    assert row["body"] == body
    for column, day in (("renewed", renewed), ("ended", ended)):
        assert pd.isna(row[column]) if day is None else row[column] == pd.Timestamp(day)
    for column, symbol in (("renewed_by", renewed_by), ("ended_by", ended_by)):
        assert pd.isna(row[column]) if symbol is None else row[column] == symbol


def test_each_renewal_listed_is_among_the_acts():
    acts = set(store.load("council_action")["symbol"].dropna())
    lists = store.load("hrc_mechanism")["renewals"].dropna()
    assert {symbol for renewals in lists for symbol in renewals.split(";")} <= acts


def test_the_layouts_are_documented_to_the_last_word():
    from ewdash.data.tables import (
        council_action,
        council_review,
        councils,
        country_set,
        event_exception,
        hrc_mechanism,
        mechanism_report,
        record_reach,
        resolution_rules,
        revision,
        session,
        vote,
    )
    from ewdash.model import vocabulary

    text = (store.DATA / "README.md").read_text(encoding="utf-8")
    for columns in (
        councils.ACT,
        hrc_mechanism.LINE,
        mechanism_report.LINE,
        session.LINE,
        session.MONTH,
        record_reach.LINE,
        resolution_rules.COLUMNS,
        council_review.COLUMNS,
        revision.LINE,
        event_exception.LINE,
        country_set.LINE,
        vote.LINE,
    ):
        assert f"`{','.join(columns)}`" in text
    words = (
        *vocabulary.BODIES,
        *vocabulary.ACTION_TYPES,
        *vocabulary.INSTRUMENT_STATUS,
        *vocabulary.CONFIDENCE,
        *vocabulary.MECHANISM_TYPES,
        *vocabulary.COUNTRY_SETS,
        *vocabulary.VOTE_OUTCOMES,
        *hrc_mechanism.STATUS,
        *council_review.DECISIONS,
    )
    assert [word for word in words if f"`{word}`" not in text] == []
    for file in sorted((store.DATA / "hand").glob("*.csv")):
        assert f"`{file.name}`" in text
    assert council_action.ADDED in text


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Atlantis,name,ATL,former name,a test,verified", "iso3"),
        ("Atlantis,island,SDN,former name,a test,verified", "kind"),
        ("Atlantis,name,SDN,a legend,a test,verified", "reason"),
        ("Atlantis,name,SDN,former name,own knowledge,verified", "source"),
        ("Burma,name,MMR,former name,a test,verified", "word"),
        (",name,SDN,former name,a test,verified", "word"),
    ],
)
def test_a_wrong_word_for_search_is_refused_by_line_and_column(root, line, column):
    write(root, "place_word.csv", line)
    with pytest.raises(HandLineError) as told:
        rebuild(root=root, tables=("place_word",))
    assert told.value.facts["column"] == column
    assert told.value.facts["line"] == lines(root, "place_word.csv")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("sahel,ATL,,a test,verified", "iso3"),
        ("sahel,MLI,,a test,verified", "iso3"),
        ("atlantic,SDN,,a test,verified", "set"),
        ("sahel,SDN,2062-01-01,a test,verified", "since"),
        ("sahel,SDN,January,a test,verified", "since"),
        ("sahel,SDN,,own knowledge,verified", "source"),
        ("sahel,SDN,,,verified", "source"),
        ("sahel,SDN,,a test,likely", "confidence"),
    ],
)
def test_a_wrong_member_of_a_set_is_refused_by_line_and_column(root, line, column):
    write(root, "country_set.csv", line)
    with pytest.raises(HandLineError) as told:
        check("country_set", root=root)
    assert told.value.facts["file"] == "country_set.csv"
    assert told.value.facts["column"] == column
    assert told.value.facts["line"] == lines(root, "country_set.csv")
