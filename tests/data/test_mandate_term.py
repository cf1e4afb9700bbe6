"""A mandate could be told to end on another day than its text says, or a wrong line could enter unsaid."""

import shutil

import pandas as pd
import pytest

from ewdash.data import hand, store
from ewdash.data.build import rebuild
from ewdash.data.check import check
from ewdash.data.tables import mandate_term, upr_due
from ewdash.model import vocabulary
from ewdash.model.errors import HandLineError

# Checked by hand, each with what its text or the release on it says. Where two sources were read,
# they agree; the table names them.
TERMS = [
    ("MONUSCO", "COD", "S/RES/2808 (2025)", "2026-12-20", "extends until 20 December 2026"),
    ("UNIFIL", "LBN", "S/RES/2790 (2025)", "2026-12-31", "to extend for a final time"),
    ("UNDOF", "SYR", "S/RES/2811 (2025)", "2026-06-30", "for six months, until 30 June 2026"),
    ("UNISFA", "SSD", "S/RES/2802 (2025)", "2026-11-15", "until 15 November 2026"),
    ("MINUSCA", "CAF", "S/RES/2800 (2025)", "2026-11-15", "until 15 November 2026"),
    ("UNMISS", "SSD", "S/RES/2779 (2025)", "2026-04-30", "until 30 April next year"),
    ("MINURSO", "ESH", "S/RES/2797 (2025)", "2026-10-31", "until 31 October 2026"),
    ("UNFICYP", "CYP", "S/RES/2815 (2026)", "2027-01-31", "until 31 January 2027"),
    ("BINUH", "HTI", "S/RES/2814 (2026)", "2027-01-31", "for one year to 31 January 2027"),
    ("UNSMIL", "LBY", "S/RES/2796 (2025)", "2026-10-31", "for one year until 31 October 2026"),
    ("Verification Mission", "COL", "S/RES/2798 (2025)", "2026-10-31", "until 31 October 2026"),
    ("UNTMIS", "SOM", "S/RES/2753 (2024)", "2026-10-31", "intention to terminate by 31 October 2026"),
    ("UNMHA", "YEM", "S/RES/2813 (2026)", "2026-03-31", "for a final two-month period"),
    ("UNAMI", "IRQ", "S/RES/2732 (2024)", "2025-12-31", "for a final 19 month-period"),
    ("EUFOR Althea", "BIH", "S/RES/2795 (2025)", "2026-10-31", "for twelve months from today"),
    ("AUSSOM", "SOM", "S/RES/2809 (2025)", "2026-12-31", "until 31 December 2026"),
    ("Gang Suppression", "HTI", "S/RES/2793 (2025)", "2026-09-30", "an initial period of 12 months"),
    (
        "Board of Peace and International Stab",
        "PSE",
        "S/RES/2803 (2025)",
        "2027-12-31",
        "until 31 December 2027",
    ),
    ("Group of Experts", "COD", "S/RES/2783 (2025)", "2026-08-01", "until 1 August 2026"),
    ("Panel of Experts", "CAF", "S/RES/2789 (2025)", "2026-08-31", "until 31 August 2026"),
    ("Panel of Experts", "SSD", "S/RES/2781 (2025)", "2026-07-01", "until July 1, 2026"),
    ("Panel of Experts", "SDN", "S/RES/2791 (2025)", "2026-10-12", "until 12 October 2026"),
    ("Panel of Experts", "LBY", "S/RES/2769 (2025)", "2026-05-15", "jusqu’au 15 mai 2026"),
    ("Measures concerning Yemen", "YEM", "S/RES/2801 (2025)", "2026-11-14", "until 14 November 2026"),
    ("Panel of Experts", "SOM", "S/RES/2806 (2025)", "2026-12-31", "until 31 December 2026"),
    ("Taliban (committee", "AFG", "S/RES/2763 (2024)", "2026-02-17", "until 17 February 2026"),
    ("Taliban (committee", "AFG", "S/RES/2816 (2026)", "2027-02-17", "12 months from its expiration"),
    ("Panel of Experts", "HTI", "S/RES/2794 (2025)", "2026-11-17", "to extend for 13 months"),
    ("Special Rapporteur", "AFG", "A/HRC/RES/60/2", "2026-10-06", "for one year"),
    ("Fact-Finding", "SDN", "A/HRC/RES/60/3", "2026-10-06", "for another year"),
    ("Special Rapporteur", "IRN", "A/HRC/RES/S-39/1", "2027-01-23", "for one year"),
    ("Fact-Finding", "IRN", "A/HRC/RES/S-39/1", "2028-01-23", "for a further period of two years"),
    ("Commission", "SSD", "A/HRC/RES/61/2", "2027-03-27", "for a further period of one year"),
    ("Special Rapporteur", "ERI", "A/HRC/RES/59/1", "2026-07-04", "extended for one year"),
    ("Fact-Finding", "VEN", "A/HRC/RES/57/36", "2026-10-11", "for a period of two years"),
    ("Special Rapporteur", "BLR", "A/HRC/RES/55/27", "2025-07-12", "one year from the end of the session"),
    ("Team of international experts", "COD", "A/HRC/RES/57/34", "2025-10-11", "for a period of one year"),
]
# Texts that the record of acts does not hold, and why.
NOT_ON_RECORD = {
    "S/RES/50 (1948)": "the record of acts begins in 1989",
    "S/RES/91 (1951)": "the record of acts begins in 1989",
    "S/RES/2818 (2026)": "its number was read in no source; the term is recalled",
}
# Terms that one report alone tells, which is neither of the United Nations nor of an agency.
ONE_REPORT = [
    ("NIC", "A/HRC/RES/58/18"),
    ("BLR", "A/HRC/RES/58/19"),
    ("RUS", "A/HRC/RES/60/21"),
]


@pytest.fixture(scope="module")
def terms():
    return store.load("mandate_term")


@pytest.fixture
def root(tmp_path):
    for folder in ("hand", "mandate_term", "upr_due"):
        shutil.copytree(store.DATA / folder, tmp_path / folder)
    return tmp_path


def add(root, file, line):
    path = root / "hand" / file
    with path.open("a", encoding="utf-8") as text:
        text.write(f"{line}\n")
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(("name", "iso3", "symbol", "ends", "phrase"), TERMS)
def test_the_end_of_a_term_is_that_of_its_text(terms, name, iso3, symbol, ends, phrase):
    rows = terms[
        terms["mandate"].str.contains(name, regex=False)
        & (terms["iso3"] == iso3)
        & (terms["set_by"] == symbol)
    ]
    assert rows["ends"].to_list() == [pd.Timestamp(ends)], phrase
    assert rows["confidence"].to_list() == ["verified"]
    assert rows["rule"].isin(["final"]).all() == ("final" in phrase or "terminate" in phrase)


def test_thirty_mandates_of_both_councils_were_checked():
    councils = pd.Series([symbol[0] for _, _, symbol, _, _ in TERMS]).value_counts()
    assert councils.sum() >= 30
    assert councils["A"] >= 9
    assert councils["S"] >= 10


def test_each_term_was_set_by_an_act_on_record_on_its_day_and_for_its_country(terms):
    acts = store.load("council_action")
    rows = terms[~terms["set_by"].isin(list(NOT_ON_RECORD))]
    days = set(zip(acts["symbol"], acts["date"], strict=True))
    keys = list(zip(rows["set_by"], rows["set_on"], strict=True))
    assert [key for key in keys if key not in days] == []
    known = set(zip(acts["symbol"], acts["iso3"], strict=True))
    placed = rows[rows["iso3"].notna()]
    assert [key for key in zip(placed["set_by"], placed["iso3"], strict=True) if key not in known] == []


def test_an_exception_is_not_on_record_after_all(terms):
    assert set(terms["set_by"]) >= set(NOT_ON_RECORD)
    assert not set(store.load("council_action")["symbol"].dropna()) & set(NOT_ON_RECORD)


def test_no_mechanism_is_told_as_active_whose_last_term_on_record_ran_out_within_the_record(terms):
    reaches_to = store.card("hrc_mechanism").provenance.covers_to
    last = terms[terms["body"] == "HRC"].sort_values("set_on").groupby(["mandate", "iso3"]).tail(1)
    lapsed = last[last["ends"] <= pd.Timestamp(reaches_to)]
    rows = store.load("hrc_mechanism").merge(
        lapsed, left_on=["mechanism", "iso3"], right_on=["mandate", "iso3"]
    )
    assert len(rows) == len(lapsed)
    assert rows["set_by"].tolist() == ["A/HRC/RES/57/34"]  # the team on the Kasai
    assert rows["status"].tolist() == ["unknown"]


def test_the_inquiry_on_syria_was_taken_to_be_renewed_in_2026_and_says_that_it_was_not_read(terms):
    rows = terms[terms["set_by"] == "A/HRC/RES/61/3"]
    assert rows[["ends", "confidence"]].to_numpy().tolist() == [[pd.Timestamp("2027-03-27"), "recalled"]]
    acts = store.load("council_action").query("symbol == 'A/HRC/RES/61/3'").set_index("action_type")
    assert acts["confidence"].to_dict() == {
        "resolution": "verified",
        "investigative_body_renewed": "recalled",
    }


@pytest.mark.parametrize(("iso3", "symbol"), ONE_REPORT)
def test_a_term_that_one_report_alone_tells_is_recalled(terms, iso3, symbol):
    rows = terms[(terms["iso3"] == iso3) & (terms["set_by"] == symbol)]
    assert rows["confidence"].unique().tolist() == ["recalled"]


@pytest.mark.parametrize(
    ("name", "iso3", "symbol"),
    [
        ("Arms embargo concerning Yemen", "YEM", "S/RES/2216 (2015)"),
        ("Arms embargo concerning Lebanon", "LBN", "S/RES/1701 (2006)"),
    ],
)
def test_an_embargo_without_a_term_stands_open(terms, name, iso3, symbol):
    rows = terms[terms["mandate"].str.startswith(name) & (terms["set_by"] == symbol)]
    assert rows["iso3"].tolist() == [iso3]
    assert rows["rule"].tolist() == ["open"]
    assert rows["ends"].isna().all()
    acts = store.load("council_action").query("symbol == @symbol and action_type == 'arms_embargo'")
    assert acts["iso3"].tolist() == [iso3]


def test_each_live_mechanism_has_the_term_of_its_last_renewal_on_record(terms):
    live = store.load("hrc_mechanism").query("status == 'active'")
    last = terms[terms["body"] == "HRC"].sort_values("set_on").groupby(["mandate", "iso3"]).tail(1)
    rows = live.merge(last, left_on=["mechanism", "iso3"], right_on=["mandate", "iso3"], how="left")
    assert rows["set_by"].to_list() == live["renewed_by"].fillna(live["established_by"]).to_list()
    assert rows["set_on"].to_list() == live["renewed"].fillna(live["established"]).to_list()
    assert rows["kind"].to_list() == live["type"].to_list()


def test_each_mission_and_force_that_was_live_in_2025_has_a_term(terms):
    acts = store.load("council_action").query("body == 'SC' and date >= '2025-01-01'")
    kinds = ["peacekeeping_mandate", "special_political_mission", "use_of_force_authorised"]
    symbols = set(acts[acts["action_type"].isin([*kinds, "sanctions_renewed", "arms_embargo"])]["symbol"])
    symbols |= set(acts[acts["action_type"] == "mission_closed"]["symbol"])
    superseded = {"S/RES/2776 (2025)", "S/RES/2780 (2025)", "S/RES/2782 (2025)"}  # by 2806, 2804 and 2811
    assert symbols - set(terms["set_by"]) == superseded


def test_a_term_counted_in_months_ends_after_them(terms):
    rows = terms.dropna(subset=["months", "ends"])
    counted = [on + pd.DateOffset(months=n) for on, n in zip(rows["set_on"], rows["months"], strict=True)]
    late = (rows["ends"] - pd.Series(counted, rows.index)).dt.days
    assert late.between(-5, mandate_term.LAG).all()
    own = rows[rows["rule"].eq("months") & ~rows["mandate"].str.contains("Belarus|UNAMA|ISIL|Taliban")]
    assert late[own.index].eq(0).all()


def test_a_renewal_lies_before_the_end_it_renews_or_the_gap_is_known(terms):
    dated = terms.dropna(subset=["ends"]).sort_values(["mandate", "iso3", "set_on"])
    former = dated.groupby(["mandate", "iso3"], dropna=False)["ends"].shift()
    gaps = dated[former.notna() & (dated["set_on"] > former)]
    assert gaps["set_by"].to_list() == []


GOOD = (
    "Special Rapporteur on Invention,TCD,HRC,special_rapporteur,A/HRC/RES/61/99,2026-03-31,2027-03-31,"
    "12,months,report;oral_update,HRC 64;,a test,verified"
)


def test_a_good_line_is_in_the_table(root):
    before = len(store.load("mandate_term", root=root))
    add(root, "mandate_term.csv", GOOD)
    rebuild(root=root, tables=("mandate_term",))
    row = store.load("mandate_term", root=root).set_index("mandate").loc["Special Rapporteur on Invention"]
    assert (row["asks"], row["due"], row["months"]) == ("report;oral_update", "HRC 64;", 12)
    assert check("mandate_term", root=root).rows == before + 1


@pytest.mark.parametrize(
    ("old", "new", "column", "fault"),
    [
        ("A/HRC/RES/61/99", "61/99", "set_by", "symbol"),
        ("A/HRC/RES/61/99", "S/RES/2808 (2025)", "set_by", "symbol"),
        ("2027-03-31", "2026-03-30", "ends", "order"),
        ("2027-03-31", "2028-03-31", "ends", "term"),
        ("2027-03-31", "", "ends", "empty"),
        ("2027-03-31", "31 March 2027", "ends", "date"),
        ("2026-03-31", "2062-03-31", "set_on", "future"),
        (",12,months", ",,months", "months", "empty"),
        (",12,months", ",twelve,months", "months", "word"),
        (",12,months", ",,open", "ends", "needless"),
        (",12,months", ",12,yearly", "rule", "word"),
        ("oral_update", "tea", "asks", "word"),
        ("HRC 64;", "HRC 64", "due", "parallel"),
        ("HRC 64;", "HRC 64;summer", "due", "due"),
        ("HRC 64;", "HRC 64;2026-13", "due", "due"),
        (",HRC,special_rapporteur", ",HRC,peacekeeping", "kind", "word"),
        (",HRC,special_rapporteur", ",GA,special_rapporteur", "body", "word"),
        ("TCD", "ATL", "iso3", "country"),
        ("a test,verified", "own knowledge,verified", "source", "source"),
        ("a test,verified", "a test,sure", "confidence", "word"),
        ("Special Rapporteur on Invention", "Special Rapporteur on Iran", "mandate", "name"),
    ],
)
def test_a_wrong_term_is_refused_by_line_and_column(root, old, new, column, fault):
    assert old in GOOD
    line = add(root, "mandate_term.csv", GOOD.replace(old, new))
    with pytest.raises(HandLineError) as told:
        rebuild(root=root, tables=("mandate_term",))
    assert (told.value.facts["line"], told.value.facts["column"]) == (line, column)
    assert told.value.facts["fault"] == fault


def test_the_same_term_is_refused_twice(root):
    add(root, "mandate_term.csv", GOOD)
    line = add(root, "mandate_term.csv", GOOD.replace("2027-03-31", "2027-04-30"))
    with pytest.raises(HandLineError) as told:
        rebuild(root=root, tables=("mandate_term",))
    assert (told.value.facts["line"], told.value.facts["fault"]) == (line, "double")


def test_the_fourth_cycle_of_reviews_kept_the_order_of_the_third():
    reviews = store.load("upr_review").pivot(index="iso3", columns="cycle", values="session")
    held = reviews.dropna(subset=[3, 4])
    assert len(held) == 151
    assert (held[4] - held[3]).eq(upr_due.SESSIONS_A_CYCLE).all()


def test_each_state_not_yet_reviewed_is_due_fourteen_sessions_after_its_third():
    due = store.load("upr_due").set_index("iso3")
    reviews = store.load("upr_review").pivot(index="iso3", columns="cycle", values="session")
    open_ = reviews[reviews[4].isna()]
    assert set(open_.index) - set(due.index) == {"MMR", "UKR"}  # not held in turn; the new session not known
    assert not set(due.index) - set(open_.index)
    in_turn = due.drop(index="USA")["session"]
    assert (in_turn - open_[3].reindex(in_turn.index)).eq(upr_due.SESSIONS_A_CYCLE).all()
    assert due.loc["USA", "session"] == 53  # put off from the fiftieth
    assert due["session"].value_counts().to_dict() == {52: 14, 53: 14, 54: 12}


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("ATL,4,54,,2027-01,a test,verified", "iso3"),
        ("FRA,5,54,,2027-01,a test,verified", "cycle"),
        ("FRA,4,next,,2027-01,a test,verified", "session"),
        ("FRA,4,54,,January,a test,verified", "month"),
        ("FRA,4,54,,2027-1,a test,verified", "month"),
        ("FRA,4,54,2027-02-01,2027-01,a test,verified", "opens"),
        ("FRA,4,54,,2027-01,own knowledge,verified", "source"),
        ("BEL,4,54,,2027-01,a test,verified", "iso3"),
    ],
)
def test_a_wrong_line_of_the_calendar_of_reviews_is_refused(root, line, column):
    number = add(root, "upr_calendar.csv", line)
    with pytest.raises(HandLineError) as told:
        rebuild(root=root, tables=("upr_due",))
    assert (told.value.facts["line"], told.value.facts["column"]) == (number, column)


def test_both_layouts_are_documented_to_the_last_word():
    text = (hand.HAND.parent / "README.md").read_text(encoding="utf-8")
    for columns in (mandate_term.LINE, upr_due.LINE):
        assert f"`{','.join(columns)}`" in text
    words = (*vocabulary.MISSION_KINDS, *vocabulary.TERM_RULES, *vocabulary.MANDATE_ASKS)
    assert [word for word in words if f"`{word}`" not in text] == []
