"""A text could be lost, invented, put under a wrong country, or the record be said to reach too far."""

import openpyxl
import pandas as pd
import pytest

from ewdash.__main__ import main
from ewdash.data import adopted_texts, home, store
from ewdash.data.build import rebuild
from ewdash.data.check import check
from ewdash.data.layouts import adopted, recognise
from ewdash.model.errors import EwdashError, LayoutIncompleteError
from ewdash.signals import run, texts
from tests import text_files as files

COUNTRIES = store.load("country")
ACTS, REACH = store.load("council_action"), store.load("record_reach")


def read(path):
    return adopted_texts.draft(path, countries=COUNTRIES)


def rows(path):
    return adopted_texts.rows(read(path))


def library(tmp_path, *also, layout=files.LIBRARY):
    return files.library_file(tmp_path / "votes.csv", also=also, layout=layout)


def ends(path):
    reach = adopted_texts.moved(REACH, rows(path), ACTS).set_index(["body", "series"])
    return {body: f"{reach.loc[(body, 'texts'), 'reaches_to']:%Y-%m-%d}" for body in ("HRC", "SC")}


def refused(path):
    return [(one.row, one.column, one.reason) for one in read(path).reading.refusals]


@pytest.mark.parametrize("layout", [files.LIBRARY, files.ASSEMBLY], ids=["council", "assembly"])
def test_both_layouts_of_the_library_give_each_text_once_with_its_counts(tmp_path, layout):
    vote = files.votes(
        "S/RES/2825(2026)", "2026-07-31", "x", abstain=["PAK", "SOM"], no=["RUS"], layout=layout
    )
    path = library(tmp_path, *vote, layout=layout)
    assert recognise(path) == adopted.LIBRARY
    found = rows(path)
    one = found[found["symbol"] == "S/RES/2825 (2026)"]
    assert len(one) == 15
    assert one[["yes", "no", "abstain", "not_voting"]].drop_duplicates().values.tolist() == [[12, 1, 2, 0]]
    assert set(one["outcome"]) == {"recorded_vote"}
    assert one.set_index("iso3")["vote"].loc[["PAK", "RUS", "CHN"]].tolist() == ["abstain", "no", "yes"]
    assert set(found["body"]) == {"SC"}


def test_a_text_adopted_without_a_vote_has_no_counts_and_nobody_voted(tmp_path):
    vote = files.votes("S/RES/2825(2026)", "2026-07-31", "x", modality="Without vote")
    one = rows(library(tmp_path, *vote)).query("symbol == 'S/RES/2825 (2026)'")
    assert set(one["outcome"]) == {"without_vote"}
    assert one[["yes", "no", "abstain", "not_voting", "vote"]].isna().all(axis=None)


def test_the_councils_table_gives_each_text_once(tmp_path):
    found = rows(files.session_file(tmp_path / "x.csv")).set_index("symbol")
    assert found.loc["A/HRC/RES/62/1", ["yes", "no", "abstain"]].tolist() == [24, 8, 15]
    assert found["outcome"].tolist().count("without_vote") == 3
    assert found["iso3"].isna().all()


def test_a_workbook_is_read_and_its_formulas_are_not(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(files.TABLE)
    for row in (*files.SESSION, ['=HYPERLINK("http://x")', "t", "2026-07-07", "4", "Without a vote"]):
        book.active.append(row)
    path = tmp_path / "x.xlsx"
    book.save(path)
    assert len(rows(path)) == len(files.SESSION)
    assert refused(path) == [(6, "symbol", "empty")]  # the value of a formula that nobody worked out


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("date", "31 June 2026", "day"),
        ("date", "2062-06-01", "future"),
        ("date", "46000", "spreadsheet"),
        ("date", "", "empty"),
        ("resolution", "2825", "symbol"),
        ("resolution", "=1+1", "symbol"),
        ("resolution", "S/RES/2825(2025)", "symbol"),
        ("resolution", "S/RES/" + "9" * 50_000, "symbol"),
        ("resolution", "", "empty"),
        ("ms_vote", "Yes, but", "word"),
        ("ms_vote", "", "empty"),
        ("ms_code", "", "empty"),
        ("total_yes", "many", "number"),
        ("total_no", "-1", "negative"),
        ("total_abstentions", "9999", "range"),
    ],
)
def test_a_wrong_cell_is_refused_by_row_and_column_and_the_others_stay(tmp_path, cell, value, reason):
    bad = dict(zip(files.LIBRARY, files.votes("S/RES/2825(2026)", "2026-07-31", "x")[0], strict=True))
    path = library(tmp_path, list((bad | {cell: value}).values()))
    made = read(path)
    assert refused(path) == [(122, cell, reason)]
    assert made.reading.kept == 15 * len(files.RESOLUTIONS)
    told = made.reading.refusals[0]
    assert len(told.value) <= 200
    assert told.sentence


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("symbol", "62/4", "symbol"),
        ("symbol", "A/HRC/62/L.4", "symbol"),
        ("title", "", "empty"),
        ("adopted", "Rejected", "word"),
        ("date", "July", "day"),
        ("yes", "twenty", "number"),
    ],
)
def test_a_wrong_cell_of_the_councils_table_is_refused(tmp_path, cell, value, reason):
    row = files.text("A/HRC/RES/62/4", "x", "2026-07-07", "4", "Recorded vote", ("24", "8", "15", "0"))
    bad = dict(zip(files.TABLE, row, strict=True)) | {cell: value}
    path = files.session_file(tmp_path / "x.csv", also=[list(bad.values())])
    assert refused(path) == [(6, cell, reason)]


def test_an_unknown_state_is_told_by_its_code_and_its_vote_left_out(tmp_path):
    path = library(tmp_path, *files.votes("S/RES/2825(2026)", "2026-07-31", "x", members=["USA", "ZZZ"]))
    unknown = read(path).reading.unknown
    assert [(one.code, one.rows) for one in unknown] == [("ZZZ", 1)]
    assert rows(path).query("symbol == 'S/RES/2825 (2026)'")["iso3"].tolist() == ["USA"]


def test_a_state_that_stands_twice_under_a_text_counts_once_as_it_stands_last(tmp_path):
    again = files.votes("S/RES/2824(2026)", "2026-07-14", "The situation in Libya")[0]
    path = library(tmp_path, again)
    assert read(path).reading.repeated == 1
    assert len(rows(path)) == 15 * len(files.RESOLUTIONS)


def test_a_symbol_that_stands_twice_in_the_councils_table_is_the_later_row(tmp_path):
    again = files.text("A/HRC/RES/62/2", "Another", "2026-07-03", "3", "Recorded vote", ("9", "9", "9", "9"))
    path = files.session_file(tmp_path / "x.csv", also=[again])
    assert read(path).reading.repeated == 1
    assert rows(path).set_index("symbol").loc["A/HRC/RES/62/2", "yes"] == 9


def test_rows_of_a_text_that_disagree_are_left_aside(tmp_path):
    cast = files.votes("S/RES/2825(2026)", "2026-07-31", "x", abstain=["PAK"])
    cast[3] = files.votes("S/RES/2825(2026)", "2026-07-31", "x")[3]
    path = library(tmp_path, *cast)
    assert read(path).reading.aside == {"disagree": 15}
    assert "S/RES/2825 (2026)" not in set(rows(path)["symbol"])


def test_texts_of_the_assembly_and_before_the_record_are_left_aside(tmp_path):
    assembly = files.votes("A/RES/80/1", "2025-10-01", "x", members=["USA"])
    early = files.votes("S/RES/500(1982)", "1982-01-28", "x", members=["USA"])
    assert read(library(tmp_path, *assembly, *early)).reading.aside == {"assembly": 1, "before": 1}


def test_a_file_without_a_heading_that_is_needed_is_refused_by_its_name(tmp_path):
    path = files.written(tmp_path / "x.csv", [name for name in files.LIBRARY if name != "ms_vote"], [])
    with pytest.raises(LayoutIncompleteError, match="ms_vote"):
        read(path)


def test_unknown_headings_are_refused_with_a_sentence(tmp_path):
    path = files.written(tmp_path / "x.csv", ["resolution", "state", "vote"], [["S/RES/1 (2026)", "x", "y"]])
    with pytest.raises(EwdashError, match="No layout known here") as told:
        read(path)
    assert "voting data of the UN Digital Library" in told.value.advice


def test_a_text_stands_under_a_country_only_where_its_item_names_one_situation(tmp_path):
    new = adopted_texts.brought(rows(library(tmp_path)), ACTS, REACH).set_index("symbol")
    assert not {"S/RES/2816 (2026)", "S/RES/2817 (2026)"} & set(new.index)  # they are on record
    places = {symbol: None if pd.isna(code) else code for symbol, code in new["iso3"].items()}
    assert places == {
        "S/RES/2818 (2026)": "AFG",
        "S/RES/2819 (2026)": "ESH",
        "S/RES/2820 (2026)": None,  # two situations
        "S/RES/2821 (2026)": "SSD",  # not the Sudan
        "S/RES/2822 (2026)": None,  # who wrote a letter is not what it is about
        "S/RES/2824 (2026)": "LBY",
    }
    assert set(new["action_type"]) == {"resolution"}
    assert set(new["label"]) == {"Council resolution"}


def test_a_title_names_a_state_as_the_united_nations_writes_it_in_a_sentence(tmp_path):
    made = rows(files.session_file(tmp_path / "x.csv"))
    new = adopted_texts.brought(made, ACTS, REACH).set_index("symbol")
    assert new.loc["A/HRC/RES/62/1", ["iso3", "situation"]].tolist() == ["IRN", "Iran (Islamic Republic of)"]
    assert new.loc["A/HRC/DEC/62/101", "action_type"] == "decision"


def test_the_record_reaches_to_the_last_text_before_a_number_is_missing(tmp_path):
    assert ends(library(tmp_path)) == {"HRC": "2026-03-31", "SC": "2026-06-12"}  # 2823 is missing
    assert ends(files.session_file(tmp_path / "x.csv")) == {"HRC": "2026-07-06", "SC": "2026-01-27"}


def test_a_session_that_is_missing_between_moves_nothing(tmp_path):
    later = [[cell.replace("62/", "63/") for cell in row] for row in files.SESSION]
    assert ends(files.written(tmp_path / "x.csv", files.TABLE, later))["HRC"] == "2026-03-31"


def test_counts_join_the_table_of_votes_and_never_replace_counts_on_record(tmp_path):
    names = ["symbol", "date", "body", "outcome", "yes", "no", "abstain", "not_voting"]
    old = [
        ["S/RES/2817 (2026)", "SC", "recorded_vote", 13, 0, 2, 0],
        ["S/RES/2818 (2026)", "SC", "not_recorded", pd.NA, pd.NA, pd.NA, pd.NA],
    ]
    votes = pd.DataFrame(old, columns=[name for name in names if name != "date"])
    votes = votes.assign(date=pd.Timestamp(2026, 3, 11), source="x", confidence="verified", origin="added")
    brought = rows(library(tmp_path)).assign(source="y")
    both = adopted_texts.with_counts(brought, votes).set_index("symbol")
    assert len(both) == len(files.RESOLUTIONS)
    assert both.loc["S/RES/2817 (2026)", ["yes", "abstain", "origin"]].tolist() == [13, 2, "added"]
    told = both.loc["S/RES/2818 (2026)", ["yes", "outcome", "origin"]].tolist()
    assert told == [15, "recorded_vote", "own"]


def test_a_file_is_kept_shown_and_taken_away_whole(tmp_path):
    first = texts.keep(read(library(tmp_path)))
    assert home.shown() == first
    state = texts.keep(read(files.session_file(tmp_path / "hrc.csv")))
    assert home.shown() == state
    acts = store.load("council_action", root=state)
    own = acts[acts["origin"] == "own"]
    for table in ("council_action", "record_reach", "connection", "response_clock"):
        assert check(table, root=state).rows
    assert set(own["body"]) == {"SC", "HRC"}
    assert len(acts) == len(ACTS) + len(own)
    assert own["source"].str.contains("votes.csv|hrc.csv").all()
    cast = adopted_texts.state_votes(state)
    assert list(cast.columns) == ["symbol", "iso3", "vote"]
    assert len(cast) == 15 * len(files.RESOLUTIONS)
    clock = store.load("response_clock", root=state)
    assert set(clock["covered_to"].dt.strftime("%Y-%m-%d")) == {"2026-07-06", "2026-06-12"}
    assert home.set_aside(state) == ""
    for one in adopted_texts.held():
        state = texts.remove(one.name)
    assert store.layer("council_action", root=state) == store.DATA
    assert adopted_texts.state_votes(state).empty
    assert adopted_texts.held() == []


def test_the_same_file_twice_is_kept_once(tmp_path):
    for _ in range(2):
        texts.keep(read(files.session_file(tmp_path / "x.csv")))
    assert len(adopted_texts.held()) == 1


def test_what_breaks_off_leaves_what_was_shown(tmp_path, monkeypatch):
    before = texts.keep(read(files.session_file(tmp_path / "x.csv")))

    def broken(*_args, **_more):
        raise RuntimeError

    monkeypatch.setattr(texts.run, "standing_of", broken)
    with pytest.raises(RuntimeError):
        texts.keep(read(library(tmp_path)))
    assert home.shown() == before
    assert [one.layout for one in adopted_texts.held()] == [adopted.GENEVA]
    assert [folder.name for folder in before.parent.iterdir()] == [before.name]


def test_a_new_state_of_the_repositorys_acts_sets_the_old_ones_aside(tmp_path, own_data):
    state = texts.keep(read(files.session_file(tmp_path / "x.csv")))
    assert home.set_aside(state) == ""
    hand = own_data / "hand" / "record_reach.csv"
    hand.write_text(hand.read_text(encoding="utf-8").replace("2026-01-27", "2026-01-30"), encoding="utf-8")
    rebuild(root=own_data, tables=("record_reach",))
    assert home.set_aside(state) == "stale"
    adopted_texts.renew(state)  # as “python -m ewdash signals” does
    run.standing_of(state)
    assert home.set_aside(state) == ""
    reach = store.load("record_reach", root=state).set_index(["body", "series"])
    assert f"{reach.loc[('SC', 'texts'), 'reaches_to']:%Y-%m-%d}" == "2026-01-30"
    assert f"{reach.loc[('HRC', 'texts'), 'reaches_to']:%Y-%m-%d}" == "2026-07-06"


def test_the_command_keeps_a_good_file_and_says_what_it_adds(tmp_path, capsys):
    assert main(["import", str(library(tmp_path))]) == 0
    said = capsys.readouterr().out
    assert "voting data of the UN Digital Library" in said
    assert "6 are new to the record, 4 under a country" in said
    assert "Security Council: the record would be whole to 12 June 2026." in said
    assert len(adopted_texts.held()) == 1


def test_the_command_keeps_nothing_of_a_file_with_a_bad_row_unless_asked(tmp_path, capsys):
    path = library(tmp_path, *files.votes("S/RES/2825(2026)", "2026-07-31", "x", members=["ZZZ"]))
    assert main(["import", str(path)]) == 1
    assert "ZZZ" in capsys.readouterr().out
    assert adopted_texts.held() == []
    assert main(["import", str(path), "--keep-good"]) == 0
    assert len(adopted_texts.held()) == 1
    assert main(["update", "--forget"]) == 0
    assert home.current() is None


def test_a_name_inside_the_name_of_another_place_is_not_that_country():
    names = {"guinea": ("Guinea", "GIN")}
    items = pd.Series(["Piracy in the Gulf of Guinea", "Papua New Guinea", "The situation in Guinea"])
    assert adopted_texts.placed(items, names) == [None, None, ("Guinea", "GIN")]
