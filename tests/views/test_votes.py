"""A text could be shown with another one's vote, a text without a vote as a bar of zero, or twice."""

import pandas as pd
import pytest

from ewdash.charts import votes as charts
from ewdash.data import adopted_texts, store
from ewdash.data.record import Record
from ewdash.model.datasets import LAYOUTS
from ewdash.model.errors import DatasetMissingError, NotCoveredError
from ewdash.model.vocabulary import VOTE_COUNTS as COUNTS
from ewdash.views import councils, country_councils, margins, violence, votes
from tests.reading import installed

RECORD = installed()
LAST = pd.Timestamp("2026-04-01")
WORLD = {"region": None, "group": None, "record": RECORD}


def at(country, month=LAST):
    return {"record": RECORD, "country": country, "month": month, "years": None}


def cell(table, symbol):
    (value,) = table.loc[table["symbol"] == symbol, "vote"].unique()
    return value


@pytest.mark.parametrize(
    ("country", "symbol", "words"),
    [
        ("YEM", "A/HRC/48/L.11", "not adopted: 18 yes, 21 no, 7 abstentions"),
        ("YEM", "A/HRC/RES/45/15", "22 yes, 12 no, 12 abstentions"),
        ("YEM", "A/HRC/RES/60/31", "without a vote"),
        ("YEM", "S/RES/2813 (2026)", "13 yes, 0 no, 2 abstentions"),
        ("YEM", "S/RES/2624 (2022)", "vote not on record"),
        ("PAN", "S/21084", "vetoed: 13 yes, 1 no, 1 abstention"),
        ("SYR", "S/2016/846", "vetoed: 11 yes, 2 no, 2 abstentions (recalled)"),
        ("UKR", "S/2025/115", "vetoed, counts not on record"),
        ("SYR", "A/HRC/RES/40/21", "26 yes, 16 no, 5 abstentions"),
        ("SYR", "A/HRC/RES/50/19", "by vote, counts not on record"),
        ("SYR", "A/HRC/S-17", ""),
    ],
)
def test_the_table_of_acts_says_how_each_text_was_voted_on(country, symbol, words):
    assert cell(councils.record_of_acts(**at(country)).table, symbol) == words


def test_a_mechanism_alive_and_a_review_have_no_vote():
    table = councils.record_of_acts(**at("MMR")).table
    rows = table[table["action_type"].isin(["Mechanism alive", "Reviewed (Universal Periodic Review)"])]
    assert len(rows)
    assert set(rows["vote"]) == {""}


@pytest.mark.parametrize("country", ["TUR", "ISL", "GBR"])
def test_a_country_without_any_act_has_its_reviews_listed_and_read(country):
    lanes = councils.lanes_of(RECORD, country)
    assert set(councils.listed(lanes)["vote"]) <= {"", "without a vote", "vote not on record"}
    assert len(councils.reading(lanes))
    assert set(councils.record_of_acts(**at(country)).table.columns) >= {"vote", "new_york"}


def test_a_draft_without_a_symbol_has_its_vote_and_nothing_else_of_that_day_has():
    table = councils.record_of_acts(**at("IRN")).table
    vetoed = table[table["label"].str.contains("Strait of Hormuz")]
    assert vetoed["vote"].tolist() == ["vetoed: 11 yes, 2 no, 2 abstentions"]
    rejected = table[table["label"].str.startswith("Draft of the Russian Federation")]
    assert rejected["vote"].tolist() == ["not adopted, counts not on record"]
    debate = table[table["label"].str.startswith("Urgent debate")]
    assert set(debate["vote"]) == {""}


def test_a_vote_stands_in_the_timeline_its_list_and_what_goes_to_new_york():
    block = violence.escalation(**at("SDN") | {"years": 5})
    said = "19 yes, 16 no, 12 abstentions"
    hovers = [text for trace in block.figure.data for text in trace.get("text") or []]
    assert any("A/HRC/RES/54/2" in text and text.endswith(said) for text in hovers if text)
    lines = [line for _, part in block.reading for line in part if "A/HRC/RES/54/2" in line]
    assert lines
    assert all(f"– {said}" in line for line in lines)
    newyork = country_councils.to_new_york(**at("SDN")).table
    assert said in set(newyork.loc[newyork["symbol"] == "A/HRC/RES/54/2", "vote"])


def test_without_the_table_of_votes_the_acts_stay_and_nothing_is_said_of_any(tmp_path):
    for table in LAYOUTS:
        if table != "vote" and (store.DATA / table).is_dir():
            (tmp_path / table).symlink_to(store.DATA / table)
    read = at("YEM") | {"record": Record(tmp_path)}
    block = councils.record_of_acts(**read)
    assert set(block.table["vote"]) == {""}
    assert "vote" in block.notes[0]
    assert len(violence.escalation(**read | {"years": 5}).reading)
    with pytest.raises(DatasetMissingError):
        margins.margin(**read)


def test_words_of_a_recalled_vote_say_so():
    row = {"outcome": "vetoed", "yes": 13, "no": 1, "abstain": 1, "confidence": "recalled"}
    assert votes.worded(row) == "vetoed: 13 yes, 1 no, 1 abstention (recalled)"
    assert votes.worded(row | {"outcome": "recorded_vote", "confidence": "verified"}) == (
        "13 yes, 1 no, 1 abstention"
    )


def test_a_margin_draws_each_text_once_and_none_as_zero():
    block = margins.margin(**at("YEM"))
    assert not block.table["symbol"].duplicated().any()
    assert list(block.table["date"]) == sorted(block.table["date"])
    by_name = {trace["name"]: trace for trace in block.figure.data}
    counted = block.table[block.table["yes"].notna()]
    assert by_name["Yes"]["y"] == counted["yes"].tolist()
    assert by_name["No"]["x"] == counted.index.tolist()
    silent = block.table[block.table["outcome"] == "Adopted without a vote"]
    marks = by_name["Adopted without a vote"]
    assert marks["x"] == silent.index.tolist()
    assert set(marks["y"]) == {charts.STRIP}
    assert by_name["Not adopted"]["x"] == [block.table.index[block.table["symbol"] == "A/HRC/48/L.11"][0]]
    assert len(counted) + len(silent) == len(block.table)


def test_the_sentence_counts_what_the_table_holds_and_judges_nothing():
    block = margins.margin(**at("LKA"))
    outcomes = block.table["outcome"].value_counts()
    first = block.notes[0]
    assert first.startswith(f"{len(block.table)} texts of the Human Rights Council")
    assert f"{outcomes['Adopted without a vote']} adopted without a vote" in first
    assert f"{outcomes['Adopted by recorded vote']} by vote" in first
    assert "29 yes, 12 no, 6 abstaining (27 May 2009)" in first
    assert "20 yes, 7 no, 20 abstaining (6 October 2022)" in first
    assert block.title.endswith("?")


def test_a_margin_works_with_one_text_and_says_where_there_is_none():
    block = margins.margin(**at("CHN"))
    assert block.notes[0].endswith("The one vote counted was 17 yes, 19 no, 11 abstaining (6 October 2022).")
    with pytest.raises(NotCoveredError, match="Iceland"):
        margins.margin(**at("ISL"))
    with pytest.raises(NotCoveredError, match="China"):
        margins.margin(**at("CHN", pd.Timestamp("2022-09-01")))


def test_a_margin_holds_no_later_text_and_no_other_body():
    block = margins.margin(**at("MMR", pd.Timestamp("2020-12-01")))
    assert max(block.table["date"]) <= pd.Timestamp("2020-12-31").date()
    assert block.table["symbol"].str.startswith("A/HRC/").all()


def test_texts_of_a_place_filed_elsewhere_are_named_so():
    notes = margins.margin(**at("ISR")).notes
    assert any("State of Palestine" in note for note in notes)
    assert len(margins.margin(**at("PSE")).notes) == 1


def test_voted_texts_stand_once_newest_first_with_what_is_known():
    block = margins.voted(**WORLD)
    table = block.table
    assert not table.dropna(subset=["symbol"])["symbol"].duplicated().any()
    assert table["date"].is_monotonic_decreasing
    assert not table["outcome"].isin(["Adopted without a vote", "Vote not on record"]).any()
    assert (table[[*COUNTS]].dropna() >= 0).all(axis=None)
    assert f"({table['yes'].isna().sum()} without counts)" in block.caption
    africa = margins.voted(**WORLD | {"region": "africa"}).table
    assert 0 < len(africa) < len(table)
    assert set(africa["symbol"].dropna()) < set(table["symbol"].dropna())
    assert "Myanmar" not in set(africa["situation"])


def test_shares_count_each_text_once_and_adopted_ones_alone():
    table = margins.shares(**WORLD).table
    acts = RECORD.table("council_action")
    texts = acts[acts["iso3"].notna() & acts["symbol"].fillna("").str.match(r"A/HRC/(RES|DEC)/")]
    assert table[["by_vote", "without_vote", "vote_unknown"]].sum().sum() == texts["symbol"].nunique()
    year = table.set_index("year").loc[2021]
    outcomes = RECORD.table("vote").set_index("symbol")["outcome"]
    of_year = outcomes[texts.loc[texts["date"].dt.year == 2021, "symbol"].unique()]
    assert year["by_vote"] == of_year.isin(["recorded_vote", "not_recorded"]).sum()
    assert year["share_by_vote"] == round(100 * year["by_vote"] / len(of_year))


def test_shares_of_each_year_fill_the_axis():
    figure = margins.shares(**WORLD).figure
    by_vote, without = (trace["y"] for trace in figure.data)
    assert [one + other for one, other in zip(by_vote, without, strict=True)] == pytest.approx(
        [1.0] * len(by_vote)
    )


def test_how_each_state_voted_is_shown_where_it_was_brought_and_else_said_to_lack(monkeypatch):
    plain = margins.voted(**WORLD)
    assert any(note.startswith("Counts only") for note in plain.notes)
    assert "states_yes" not in plain.table
    rows = [("A/HRC/RES/50/2", code, word) for code, word in (("FRA", "yes"), ("DEU", "yes"), ("CHN", "no"))]
    brought = pd.DataFrame(rows, columns=["symbol", "iso3", "vote"])
    monkeypatch.setattr(adopted_texts, "state_votes", lambda root: brought)
    block = margins.voted(**WORLD)
    assert not any(note.startswith("Counts only") for note in block.notes)
    row = block.table.set_index("symbol").loc["A/HRC/RES/50/2"]
    assert row["states_yes"] == "France, Germany"
    assert row["states_no"] == "China"
    assert row["states_abstain"] == ""


def test_years_are_named_where_the_names_have_room():
    dates = pd.Series(pd.to_datetime([f"{2006 + place // 5}-03-01" for place in range(100)]))
    rows = pd.DataFrame(
        {
            "date": dates,
            "symbol": "A/HRC/RES/1/1",
            "label": "Invented",
            "outcome": "recorded_vote",
            "yes": 24,
            "no": 10,
            "abstain": 13,
            "vote": "x",
        }
    )
    axis = charts.margins(rows).layout["xaxis"]
    assert (
        min(b - a for a, b in zip(axis["tickvals"], axis["tickvals"][1:], strict=False)) >= 100 / charts.GAP
    )
    assert axis["ticktext"][0] == "2006"
    assert rows["yes"].eq(24).all()  # nothing handed in is changed
