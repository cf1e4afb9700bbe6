"""A label could name a State otherwise than the United Nations does, in a table or in a line by hand."""

import re
import shutil

import pandas as pd
import pytest

from ewdash.data import hand, store
from ewdash.data.tables import council_action, hrc_mechanism, un_names
from ewdash.model.errors import HandLineError

# The columns that name States in words of ours.
TEXTS = {
    "council_action": ("situation", "label"),
    "council_crossing": ("situation", "label"),
    "hrc_mechanism": ("mechanism",),
    "sc_agenda": ("agenda_item",),
    "sc_meeting": ("situation",),
    "case": ("document",),
}
# Written apart from the names that the build puts in: what no reader may find.
SHORT = re.compile(
    r"\bSyria\b|\bDPRK\b|\bNorth Korea\b|\bSouth Korea\b|\bRussia\b|Cote d|d'Ivoire|\bIvory\b"
    r"|\bDRC\b|\bDR Congo\b"
    r"|(?<!Islamic Republic of )\bIran\b(?! \(Islamic Republic of\))"
    r"|(?<!Bolivarian Republic of )\bVenezuela\b(?! \(Bolivarian Republic of\))"
    r"|(?<!State of )\bPalestine\b|\bTurkey\b|\bBurma\b|\bCAR\b|\bVietnam\b|\bSwaziland\b"
    r"|(?<!United Republic of )\bTanzania\b|(?<!Republic of )\bMoldova\b"
    r"|(?<!Plurinational State of )\bBolivia\b|(?<!North )(?<!Yugoslav Republic of )\bMacedonia\b"
    r"|\bBosnia\b(?! and Herzegovina)"
)


@pytest.mark.parametrize("table", TEXTS)
def test_every_label_names_states_as_the_united_nations_does(table):
    rows = store.load(table)
    for column in TEXTS[table]:
        texts = rows[column].dropna()
        assert len(texts)
        assert texts[texts.str.contains(SHORT)].unique().tolist() == []
        assert not texts.str.contains(r"\b[Tt]he the\b|\b(?:First|Second) the\b").any()


@pytest.mark.parametrize("table", ["council_action", "council_crossing", "sc_meeting"])
def test_a_state_bears_the_name_that_it_had_at_the_united_nations_on_the_day(table):
    rows = store.load(table)
    earlier = rows[rows["date"] < "2019-02-14"]
    for column in TEXTS[table]:
        assert not earlier[column].str.contains("North Macedonia", na=False).any()
    if table != "council_crossing":
        places = rows[rows["iso3"] == "MKD"]
        assert places["situation"].unique().tolist() == ["The former Yugoslav Republic of Macedonia"]


def test_a_line_by_hand_with_a_later_name_is_refused(tmp_path):
    shutil.copytree(store.DATA / "hand", tmp_path / "hand")
    path = tmp_path / "hand" / "council_action.csv"
    text = path.read_text(encoding="utf-8").replace(
        "MKD,The former Yugoslav Republic of Macedonia", "MKD,North Macedonia"
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HandLineError, match="does not name a State"):
        council_action.added(tmp_path / "hand", store.load("council_crossing"))


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Presidential statement: Syria", "Presidential statement: Syrian Arab Republic"),
        (
            "Renewed: Special Rapporteur on Iran",
            "Renewed: Special Rapporteur on the Islamic Republic of Iran",
        ),
        ("Special session 35: Iran", "Special session 35: Iran (Islamic Republic of)"),
        ("Special Rapporteur on the DPRK", "Special Rapporteur on the Democratic People’s Republic of Korea"),
        (
            "Draft on Syria vetoed by China, Russia",
            "Draft on the Syrian Arab Republic vetoed by China, Russian Federation",
        ),
        ("Cote d'Ivoire sanctions terminated", "Côte d’Ivoire: sanctions terminated"),
        ("DPRK urged to stay in NPT", "Democratic People’s Republic of Korea urged to stay in NPT"),
        ("Occupied Syrian Golan", "Occupied Syrian Golan"),
        ("Conduct of Ukrainian forces", "Conduct of Ukrainian forces"),
    ],
)
def test_a_name_takes_the_form_of_its_place(written, named):
    once = un_names.un_named(pd.Series([written, None]))
    assert once.iloc[0] == named
    assert pd.isna(once.iloc[1])
    assert un_names.un_named(once).iloc[0] == named


@pytest.mark.parametrize(
    ("file", "line", "read"),
    [
        (
            "council_action.csv",
            "2024-01-02,SYR,Syria,SC,resolution,S/RES/9999 (2024),Text,n/a,x,verified",
            lambda folder: council_action.added(folder, store.load("council_action")),
        ),
        (
            "council_action.csv",
            "2024-01-02,RUS,Russian Federation,SC,veto,,Draft vetoed by Russia,n/a,x,verified",
            lambda folder: council_action.added(folder, store.load("council_action")),
        ),
        (
            "hrc_mechanism.csv",
            "Expert on the DPRK,PRK,special_rapporteur,2024-01-02,A/HRC/RES/99/1,,,,active,x,verified",
            lambda folder: hrc_mechanism.added(folder, store.load("hrc_mechanism")),
        ),
    ],
)
def test_a_line_with_another_name_is_refused(tmp_path, file, line, read):
    for name in (file, "country.csv"):
        shutil.copy(hand.HAND / name, tmp_path / name)
    header = (hand.HAND / file).read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / file).write_text(f"{header}\n{line}\n", encoding="utf-8")
    with pytest.raises(HandLineError, match="does not name a State"):
        read(tmp_path)


# A name in a label, each found in one: a court case, a report, a letter and a visit were called by persons.
PERSONS = re.compile(
    r"Goldstone|Gbagbo|Duterte|Kony|Lubanga|Harun|Kushayb|Bemba|Bashir|Gadd?afi|Hariri|Charles Taylor|Petrie"
    r"|Rosenthal|Dieng|Kälin"
)


@pytest.mark.parametrize(
    "table", [*TEXTS, "mechanism_report", "mechanism_access", "mandate_term", "response_clock", "track_case"]
)
def test_no_person_is_named_in_a_table(table):
    rows = store.load(table)
    for column in rows.select_dtypes(["object", "string"]):
        if column != "source":  # an address may spell one
            assert rows[column].dropna().astype(str).str.contains(PERSONS).sum() == 0, column


@pytest.mark.parametrize("path", sorted((store.DATA / "hand").glob("*.csv")), ids=lambda path: path.stem)
def test_no_person_is_named_in_a_hand_file(path):
    rows = hand.read(store.DATA / "hand", path.name, pd.read_csv(path, dtype=str, nrows=0).columns)
    kept = rows.drop(columns=[name for name in ("source", "current") if name in rows])
    assert not kept.fillna("").apply(lambda column: column.str.contains(PERSONS)).any(axis=None)


def test_a_warrant_is_told_by_its_situation_or_case():
    rows = store.load("council_action").query("action_type == 'arrest_warrant'")
    assert len(rows) == 14
    told = rows["label"].str.contains(r"situation|case ICC-|deportation of children")
    assert rows.loc[~told, "label"].tolist() == []


def test_a_paper_with_a_legal_question_is_told_by_its_own_title():
    acts = store.load("council_action").set_index("symbol")
    row = acts.loc["A/HRC/60/CRP.3"]
    assert row["label"] == (
        "Independent International Commission of Inquiry: “Legal analysis of the conduct of Israel in Gaza"
        " pursuant to the Convention on the Prevention and Punishment of the Crime of Genocide”"
        " (conference room paper)"
    )
    assert row["confidence"] == "verified"
    assert not store.load("council_action")["label"].str.contains(r"\bfinds genocide", case=False).any()
