"""The page to New York could run over, drop an entry unsaid, or hold what is not on record."""

import functools
import io
import re
from dataclasses import replace
from datetime import date

import docx
import pandas as pd
import pytest

from ewdash.data import record as records
from ewdash.exports import pdf as pdf_module
from ewdash.exports.document import document
from ewdash.exports.pdf import held, pdf
from ewdash.model.errors import DatasetMissingError, NothingToForwardError
from ewdash.views import councils, record_reach
from ewdash.views.briefings import forward
from tests.exports.test_papers import opened
from tests.reading import Reading, installed

RECORD = installed()
ADDRESS = "http://localhost:8501/briefing?of=forward&country={}&sitting=2026-12"
LONG = ("SYR", "PSE", "COD", "SSD", "SDN", "AFG", "MMR")
SHORT = ("BGD", "XKX", "NER")  # one text of the record, or two
SITUATIONS = (*LONG, *SHORT, "IRN", "UKR", "LBY")
TODAY = date(2026, 11, 26)
DECEMBER = pd.Timestamp(2026, 12, 1)


@functools.cache
def page(country, sitting="2026-12"):
    return forward.forward_briefing(RECORD, country=country, sitting=sitting, address=ADDRESS.format(country))


@functools.cache
def paper(country):
    return pdf(page(country))


@functools.cache
def fitted(country):
    return held(page(country))


@functools.cache
def lines_of_pdf(country):
    """Return the words of the paper, part by part, as the typesetter is given them."""
    pack = page(country)
    rows, size = fitted(country)
    content = pdf_module._legible(pdf_module._content(pack, rows=rows, size=size))
    parts = [part for row in content["rows"] for part in row]
    lines = [content["title"], content["subtitle"], content["headline"]]
    for part in parts:
        lines += [
            part["title"],
            *part["lines"],
            *part["head"],
            *(cell for row in part["rows"] for cell in row),
        ]
        lines += [part["more"]] if part["more"] else []
    lines += [content["unknown"]["title"], *content["unknown"]["lines"], content["boundary"]]
    return [*lines, content["confidence"], content["stamp"]]


@functools.cache
def written(country):
    return docx.Document(io.BytesIO(document(page(country))))


def shown(country):
    """Return the entries on the paper and all that it draws from."""
    pack = page(country)
    part = pack.parts[-1]
    return part.head(fitted(country)[0]), part.table


@pytest.mark.parametrize("country", [*SITUATIONS, "CHE", "FJI"])
def test_a_paper_is_offered_under_its_own_name_and_where_there_is_one(country):
    try:
        pack = page(country)
    except NothingToForwardError as error:
        with pytest.raises(NothingToForwardError, match=re.escape(str(error))):
            forward.offer(RECORD, country=country, sitting="2026-12")
        return
    offer = forward.offer(RECORD, country=country, sitting="2026-12")
    assert (offer.name, offer.title, offer.single) == (pack.name, pack.title, pack.single)


@pytest.mark.parametrize("country", SITUATIONS)
def test_it_is_one_page_whatever_is_on_record(country):
    text, pages = opened(paper(country))
    assert pages == 1
    assert b"/StructTreeRoot" in text


@pytest.mark.parametrize("country", ["SYR", "BGD"])
def test_the_same_record_gives_the_same_bytes(country):
    assert paper(country) == pdf(replace(page(country)))
    assert document(page(country)) == document(replace(page(country)))


@pytest.mark.parametrize("country", SITUATIONS)
def test_the_document_has_the_lines_of_the_paper(country):
    paper = written(country)
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    lines = [*(paragraph.text for paragraph in paper.paragraphs), *cells]
    assert [line for line in lines_of_pdf(country) if line not in lines] == []
    (table,) = paper.tables
    assert len(table.rows) - 1 == len(shown(country)[0])


@pytest.mark.parametrize("country", SITUATIONS)
def test_what_does_not_fit_is_counted_and_its_place_is_named(country):
    some, whole = shown(country)
    left = len(whole) - len(some)
    more = [line for line in lines_of_pdf(country) if "more on record" in line]
    assert more == ([f"{left} more on record: see {ADDRESS.format(country)}"] if left else [])
    assert len(some) >= min(len(whole), 20)


@pytest.mark.parametrize("country", LONG)
def test_mechanisms_alive_the_last_of_each_kind_and_the_newest_are_kept_in_order_of_date(country):
    content = forward.entries(RECORD, country=country, day=DECEMBER)
    rows, _ = held(page(country))
    kept = content.table.iloc[sorted(content.kept[:rows])]
    left = content.table.drop(kept.index)
    assert sorted(content.kept) == list(range(len(content.table)))
    assert kept["date"].is_monotonic_increasing
    assert content.table["kind"].eq("mechanism").sum() == kept["kind"].eq("mechanism").sum() == content.living
    for kind, part in content.table.groupby("kind"):
        assert kept.loc[kept["kind"] == kind, "date"].max() == part["date"].max(), kind
    first = content.living + content.table.loc[content.table["kind"] != "mechanism", "kind"].nunique()
    newest = content.table.iloc[list(content.kept[first:rows])]["date"]
    assert left.empty or newest.min() >= left["date"].max()


@pytest.mark.parametrize("country", SITUATIONS)
def test_every_symbol_is_on_record_and_each_text_stands_once(country):
    tables = ("council_action", "council_crossing")
    symbols = {symbol for name in tables for symbol in RECORD.table(name)["symbol"].dropna()}
    symbols |= set(RECORD.table("mechanism_report")["symbol"])
    mechanisms = RECORD.table("hrc_mechanism")
    symbols |= {*mechanisms["established_by"].dropna(), *mechanisms["renewed_by"].dropna()}
    table = forward.entries(RECORD, country=country, day=DECEMBER).table
    given = table["symbol"].dropna()
    assert set(given) <= symbols
    assert (
        not table[table["kind"] != "mechanism"].dropna(subset=["symbol"]).duplicated(["date", "symbol"]).any()
    )
    acts = councils.own_acts_of(RECORD, country)
    unsure = set(acts.loc[~acts["verified"], "symbol"].dropna()) - set(acts.loc[acts["verified"], "symbol"])
    reports = RECORD.table("mechanism_report")
    unsure -= set(reports.loc[reports["confidence"] == "verified", "symbol"])
    assert not set(table.loc[table["kind"] != "mechanism", "symbol"].dropna()) & unsure


def test_the_golan_is_not_on_the_page_of_the_syrian_arab_republic():
    assert not forward.entries(RECORD, country="SYR", day=DECEMBER).table["entry"].str.contains("Golan").any()
    terms = RECORD.table("mandate_term")
    assert terms.loc[terms["iso3"] == "SYR", "mandate"].str.contains("UNDOF").any()
    assert not forward._terms(RECORD, "SYR")["mandate"].str.contains("UNDOF").any()


def test_the_page_for_the_month_in_which_a_mission_ends_names_its_text():
    assert forward.next_month(RECORD, country="COD", today=TODAY) == "2026-12"
    (ends,) = [line for line in page("COD").parts[0].lines if line.startswith("Ends in the month")]
    assert "20 December 2026 (S/RES/2808 (2025))" in ends


def test_a_final_term_is_told_as_such_before_its_end_and_after():
    (ends,) = [line for line in page("LBN").parts[0].lines if line.startswith("Ends in the month")]
    assert "31 December 2026 (S/RES/2790 (2025)), final term" in ends
    lines = page("YEM").parts[0].lines
    (final,) = [line for line in lines if "UNMHA" in line]
    assert final.startswith("Set end of a final term before the month: ")
    assert final.endswith("31 March 2026 (S/RES/2813 (2026)).")


def test_a_mechanism_whose_last_text_is_recalled_is_marked_and_counted():
    def unsure(name):
        table = RECORD.table(name)
        if name != "council_action":
            return table
        return table.assign(
            confidence=table["confidence"].mask(table["symbol"] == "A/HRC/RES/60/3", "recalled")
        )

    sure, other = (
        forward.entries(record, country="SDN", day=DECEMBER) for record in (RECORD, Reading(unsure))
    )
    marked = other.table[other.table["symbol"].eq("A/HRC/RES/60/3") & other.table["kind"].eq("mechanism")]
    assert marked["entry"].iloc[0].endswith("(recalled, unverified)")
    assert other.marked == sure.marked + 1
    words = sum(entry.endswith("(recalled, unverified)") for entry in sure.table["entry"])
    assert sure.marked == words
    if sure.marked:
        assert f"({sure.marked} of them recalled)" in page("SDN").headline


@pytest.mark.parametrize("country", ["CHE", "ISL"])
def test_a_situation_with_nothing_but_reviews_is_refused_with_a_sentence(country):
    with pytest.raises(NothingToForwardError, match="there is nothing to forward") as told:
        page(country)
    assert "Universal Periodic Review" in told.value.advice


def test_the_page_says_its_basis_its_boundary_note_and_where_the_record_ends():
    lines = "\n".join(lines_of_pdf("SDN"))
    assert "On record in Geneva on the Sudan, for the Security Council’s month December 2026" in lines
    assert "resolution 45/31 (7 October 2020), paragraph 8" in lines
    assert "do not imply official endorsement" in lines
    assert page("SDN").sources
    assert page("SDN").stamp in lines
    for day in record_reach.ends(records.opened()).values():
        assert f"{day.day} {day:%B %Y}" in lines
    assert "Presidency of the month: Liberia (recalled, unverified)." in lines
    assert "alert stands" in lines


def test_a_month_without_a_presidency_on_record_says_so():
    lines = page("SDN", "2027-05").parts[0].lines
    assert "The presidency of the month is not on record." in lines


def test_twelve_months_are_offered_from_the_present_one_on():
    months = list(forward.months(TODAY))
    assert (months[0], months[-1], len(months)) == ("2026-11", "2027-10", 12)


TERMS = pd.DataFrame(
    {
        "mandate": ["Mission A", "Mission A", "Panel B", "Mandate C"],
        "iso3": ["SDN", "SDN", "SDN", "SDN"],
        "body": ["SC", "SC", "SC", "HRC"],
        "set_by": ["S/RES/1 (2025)", "S/RES/2 (2026)", "S/RES/3 (2025)", "A/HRC/RES/60/3"],
        "set_on": pd.to_datetime(["2025-03-01", "2026-01-15", "2025-09-12", "2025-10-06"]),
        "ends": pd.to_datetime(["2026-12-15", "2027-03-12", "2026-09-12", "2027-02-01"]),
        "rule": "date",
        "confidence": "verified",
    }
)


def with_terms(name):
    return TERMS if name == "mandate_term" else RECORD.table(name)


def test_what_of_the_security_council_ends_in_the_month_is_told_by_its_last_text():
    record = Reading(with_terms)
    assert forward.next_month(record, country="SDN", today=TODAY) == "2027-03"
    assert forward.next_month(record, country="MMR", today=TODAY) == "2026-12"
    assert forward.next_month(record, country="SDN", today=date(2026, 9, 12)) == "2026-09"
    assert forward.next_month(record, country="SDN", today=date(2026, 9, 13)) == "2027-03"

    def due(sitting):
        return forward._due(record, "SDN", pd.Timestamp(f"{sitting}-01"))

    past = (
        "Recorded end before the month, renewal not on record: Panel B, 12 September 2026 (S/RES/3 (2025))."
    )
    assert due("2027-03") == ["Ends in the month: Mission A, 12 March 2027 (S/RES/2 (2026)).", past]
    none = "No end of a Security Council mandate on this situation is on record for the month."
    assert due("2026-12") == [none, past]  # the text of 2025 was followed by another


def test_without_the_table_of_terms_the_page_says_so():
    def without(name):
        if name == "mandate_term":
            raise DatasetMissingError(table=name)
        return RECORD.table(name)

    record = Reading(without)
    assert forward._due(record, "SDN", pd.Timestamp(2026, 12, 1)) == [
        "Terms of Security Council mandates are not in this record."
    ]
    assert forward.next_month(record, country="SDN", today=TODAY) == "2026-12"


PAST_ENDS = [
    ("SDN", "6 October 2026"),
    ("VEN", "11 October 2026"),
    ("ERI", "4 July 2026"),
    ("BDI", "6 October 2026"),
    ("RUS", "7 October 2026"),
    ("CAF", "8 October 2026"),
    ("SOM", "8 October 2026"),
]


@pytest.mark.parametrize(("country", "end"), PAST_ENDS)
def test_a_mechanism_past_its_recorded_end_is_told_so_where_it_is_called_alive(country, end):
    said = f"; recorded end {end}, renewal not on record"
    rows = forward.entries(RECORD, country=country, day=DECEMBER)
    alive = rows.table[rows.table["kind"] == "mechanism"]
    assert alive["entry"].str.contains(said, regex=False).sum() == rows.past == 1
    assert "(one with its recorded end before December 2026, renewal not on record)" in page(country).headline
    assert any(said in line for line in lines_of_pdf(country))
    block = forward.forward_list(RECORD, country=country, sitting="2026-12")
    note = "One mechanism alive has a recorded end before December 2026: renewal not on record."
    assert block.notes == (note,)
    assert opened(paper(country))[1] == 1


def test_a_mechanism_whose_recorded_end_is_to_come_or_of_no_day_is_not_told_as_past():
    ends = forward.entries(RECORD, country="SDN", day=pd.Timestamp(2026, 10, 6))
    assert ends.past == 0
    assert "recorded end" not in page("MMR").headline
    afghan = forward.entries(RECORD, country="AFG", day=DECEMBER).table.query("kind == 'mechanism'")
    told = afghan["entry"].str.contains("recorded end 6 October 2026, renewal not on record")
    rapporteur = afghan["entry"].str.startswith("Special Rapporteur")
    assert told.tolist() == rapporteur.tolist()  # the investigative mechanism stands without a term
    assert len(told) == 2
