"""A State could be said to be a party that is none, or to have refused what no text says it refused."""

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.data.tables import mechanism_access, treaty_status
from ewdash.model.errors import HandLineError, SourceTotalError
from ewdash.model.vocabulary import TREATIES

TREATY = store.load("treaty_status")
ACCESS = store.load("mechanism_access")


# As published by the Office in mid-2022, without the parties that are not Member States of the United
# Nations: the Cook Islands, Niue, the Holy See, the State of Palestine, the European Union.
@pytest.mark.parametrize(
    ("treaty", "published", "others"),
    [
        ("CRC", 196, 4),
        ("CEDAW", 189, 2),
        ("CAT", 173, 2),
        ("ICCPR", 173, 1),
        ("ICESCR", 171, 1),
        ("ICERD", 182, 2),
        ("CRPD", 185, 3),
        ("ICMW", 57, 0),
        ("CPED", 68, 0),
    ],
)
def test_as_many_states_are_parties_as_were_published(treaty, published, others):
    parties = TREATY[(TREATY["treaty"] == treaty) & (TREATY["status"] == "party")]
    assert len(parties) == published - others


@pytest.mark.parametrize(
    ("iso3", "known"),
    [
        ("SYR", {"CAT": 2004, "CEDAW": 2003, "CRC": 1993, "ICCPR": 1969, "OPCAT": "none"}),
        ("USA", {"CRC": "signed", "CEDAW": "signed", "ICCPR": 1992, "CAT": 1994, "ICERD": 1994}),
        ("SDN", {"CAT": 2021, "CEDAW": "none", "CRC": 1990, "ICCPR": 1986, "CPED": 2021}),
        ("MMR", {"CRC": 1991, "CEDAW": 1997, "ICESCR": 2017, "ICCPR": "none", "CRPD": 2011}),
        ("PRK", {"CRC": 1990, "CEDAW": 2001, "ICCPR": 1981, "CAT": "none", "CRPD": 2016}),
    ],
)
def test_five_states_have_the_treaties_that_we_know_by_hand(iso3, known):
    rows = TREATY[TREATY["iso3"] == iso3].set_index("treaty")
    for treaty, fact in known.items():
        status, year = rows.loc[treaty, ["status", "year"]]
        assert (year if status == "party" else status) == fact, treaty


def test_a_year_is_that_of_a_party_and_of_no_other():
    assert TREATY.loc[TREATY["status"] != "party", "year"].isna().all()
    assert TREATY.loc[TREATY["status"] == "party", "year"].notna().all()


def test_what_the_file_does_not_have_is_unknown_and_not_none():
    cells = TREATY.groupby("iso3")["treaty"].nunique()
    assert cells[cells < len(TREATIES)].to_dict() == {"GAB": 17}
    assert not {"PSE", "VAT"} & set(TREATY["iso3"])


def test_a_correction_fails_when_the_file_needs_it_no_longer(tmp_path, monkeypatch):
    rows = [f"AAA,{treaty},none," for treaty in TREATIES]
    text = "\n".join(["iso3,treaty,status,year_party", *rows])
    (tmp_path / treaty_status.FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(treaty_status, "ROWS", len(rows))
    with pytest.raises(SourceTotalError):
        treaty_status.build(tmp_path)


def test_each_row_on_access_names_the_text_that_says_so():
    assert ACCESS["symbol"].str.match(r"A/").all()
    assert ACCESS["says"].str.len().gt(10).all()
    verified = ACCESS[ACCESS["confidence"] == "verified"]
    assert len(verified) == 14
    assert not verified["source"].str.startswith("own knowledge").any()


@pytest.mark.parametrize(
    ("iso3", "symbol", "access"),
    [
        ("PRK", "A/HRC/25/63", "refused"),
        ("ERI", "A/HRC/29/42", "refused"),
        ("COD", "A/HRC/RES/38/20", "granted"),
        ("LBY", "A/HRC/50/63", "partial"),
    ],
)
def test_access_is_as_the_text_says(iso3, symbol, access):
    row = ACCESS[(ACCESS["iso3"] == iso3) & (ACCESS["symbol"] == symbol)]
    assert row["access"].tolist() == [access]


def test_a_year_alone_makes_no_false_day():
    years = ACCESS[ACCESS["date"].isna()]
    assert len(years)
    assert years["year"].between(2007, 2024).all()


HEADER = ",".join(mechanism_access.LINE)
GOOD = "PRK,Commission of inquiry,refused,2014-02-07,A/HRC/25/63,no answer,A/HRC/25/63,verified"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (GOOD.replace("refused", "barred"), "access"),
        (GOOD.replace("A/HRC/25/63,no", "HRC report,no"), "symbol"),
        (GOOD.replace("2014-02-07", "2062"), "date"),
        (GOOD.replace("2014-02-07", "7 February"), "date"),
        (GOOD.replace(",A/HRC/25/63,verified", ",own knowledge,verified"), "source"),
        (GOOD.replace("PRK", "XYZ"), "iso3"),
        (f"{GOOD}\n{GOOD}", "symbol"),
    ],
)
def test_a_wrong_line_on_access_is_refused_by_column(tmp_path, line, column):
    (tmp_path / "access.csv").write_text(f"{HEADER}\n{line}\n", encoding="utf-8")
    (tmp_path / "country.csv").write_text("iso3\nPRK\n", encoding="utf-8")
    with pytest.raises(HandLineError) as refused:
        mechanism_access.joined(pd.DataFrame(), tmp_path)
    assert refused.value.facts["column"] == column
