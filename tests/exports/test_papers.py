"""A paper could run over its pages, lose a source, say another thing twice, or run what a user wrote."""

import functools
import io
import json
import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import docx
import pandas as pd
import pptx
import pytest
from docx.oxml.ns import qn

from ewdash.data import notes, store
from ewdash.exports import document as document_module
from ewdash.exports import fonts
from ewdash.exports import pdf as pdf_module
from ewdash.exports import slides as slides_module
from ewdash.exports.briefing import PAGES, Note
from ewdash.exports.bundle import bundle
from ewdash.exports.document import document
from ewdash.exports.images import image, paper_size, screens
from ewdash.exports.pdf import pdf
from ewdash.exports.slides import FOOT, MAX_FOOT, slides
from ewdash.exports.slideshow import show
from ewdash.exports.tables import csv
from ewdash.model.datasets import LAYOUTS
from ewdash.model.errors import DatasetMissingError, PaperFailedError
from ewdash.views.briefings.comparison import comparison_briefing
from ewdash.views.briefings.country import SECTIONS, situation_briefing
from ewdash.views.briefings.region import region_briefing
from ewdash.views.since import digest_briefing
from ewdash.views.subjects import included_parts
from tests.reading import Reading, installed

ROOT = Path(__file__).resolve().parents[2]
RECORD = installed()
LOAD = RECORD.table
CARD = functools.cache(store.card)
WHOLE = PAGES + 1  # with the page of citations and caveats
ADDRESS = "http://localhost:8501/briefing?country=SDN"
# 300 acts, three acts, none at all, a long name, no cover, a preliminary month, a lower bound.
CASES = {
    "SYR": ("SYR", "2024-12", None),
    "TUR": ("TUR", "2024-12", 10),
    "ISL": ("ISL", "2024-12", 5),
    "GBR": ("GBR", "2024-12", 20),
    "PSE": ("PSE", "2024-12", 10),
    "SDN": ("SDN", "2026-02", 10),
    "HTI": ("HTI", "2026-05", 5),
}


@functools.cache
def pack(iso3="SDN", month="2024-12", years=10, sections=(), note=None, record=RECORD):
    return situation_briefing(
        country=iso3,
        month=pd.Timestamp(f"{month}-01"),
        years=years,
        sections=included_parts("situation", sections),
        address=ADDRESS,
        note=note,
        record=record,
    )


PICTURES = {}


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch):
    """Draw a picture once for all the packs and notes that it stands beside."""
    for module in (pdf_module, document_module, slides_module):
        monkeypatch.setattr(module, "image", kept)


def kept(part, **asked):
    key = id(part.drawing), part.title, *sorted(asked.items())
    if key not in PICTURES:
        PICTURES[key] = part.drawing, image(part, **asked)
    return PICTURES[key][1]


def noted(note, **asked):
    """Return a pack with a note beside the parts that it has without one, made once."""
    return replace(pack(**asked), note=note)


FILES = {}


def file(make, whole):
    """Return a file of a pack, made once; the pack is kept with it, so that no other has its place."""
    if (make, id(whole)) not in FILES:
        FILES[make, id(whole)] = whole, make(whole)
    return FILES[make, id(whole)][1]


def opened(content):
    """Return everything in a PDF's streams, and how many pages it has."""
    text = content
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, flags=re.S):
        try:
            text += zlib.decompress(stream)
        except zlib.error:
            continue
    return text, len(re.findall(rb"/Type\s*/Page\b", text))


def written_in(content):
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def words_of(deck):
    return "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )


@pytest.mark.parametrize("case", CASES)
def test_a_paper_has_two_pages_and_one_of_references_whatever_it_holds(case):
    text, pages = opened(file(pdf, pack(*CASES[case])))
    assert pages <= WHOLE
    assert pages == WHOLE or case == "ISL"
    assert b"/StructTreeRoot" in text
    assert b"/Outlines" in text
    assert b"/FontFile" in text


@pytest.mark.parametrize("make", [pdf, slides, document, bundle])
def test_the_same_pack_gives_the_same_file(make, monkeypatch):
    before = file(make, pack())
    monkeypatch.setitem(globals(), "PICTURES", {})  # drawn anew
    assert before == make(pack())


def test_every_slide_is_16_by_9_with_a_message_a_source_and_the_note_on_boundaries():
    deck = pptx.Presentation(io.BytesIO(file(slides, pack())))
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    for slide in deck.slides:
        text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert slide.shapes.title.text_frame.text
        assert "do not imply official endorsement" in text
        assert pack().stamp in text
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            if not shape.has_table:
                assert shape.top + shape.height <= deck.slide_height


def test_pictures_say_what_they_show_to_those_who_do_not_see_them():
    deck = pptx.Presentation(io.BytesIO(file(slides, pack())))
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    drawn = [part for part in pack().parts if part.drawing is not None]
    assert len(pictures) == len(drawn) == 3
    told = [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures]
    assert told == [part.alt for part in drawn]
    paper = docx.Document(io.BytesIO(file(document, pack())))
    assert [shape._inline.docPr.get("descr") for shape in paper.inline_shapes] == told


def test_a_list_too_long_for_its_slides_says_what_it_leaves_out():
    whole = pack(*CASES["SYR"])
    listed = next(part for part in whole.parts if part.key == "newyork").table
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    own = [head == [str(name) for name in listed.columns] for head in heads]
    shown = sum(len(table.rows) - 1 for table, mine in zip(tables, own, strict=True) if mine)
    assert f"{len(listed) - shown} more rows" in words_of(deck)


def test_the_tables_carry_every_row_and_their_source():
    whole = pack(*CASES["SYR"])
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        names = made.namelist()
        acts = pd.read_csv(made.open("brief.csv"))
        about = made.read("README.txt").decode()
    assert {"README.txt", "sources.csv", "brief.csv", "new-york.csv", "clock.csv", "by-type.csv"} <= set(
        names
    )
    assert len(acts) > 250
    assert acts["Source"].str.contains("ewdash").all()
    assert acts["Country or territory"].eq("Syrian Arab Republic").all()
    assert ADDRESS in about
    assert whole.stamp in about


def test_only_the_parts_chosen_are_in_it():
    assert [part.key for part in pack(sections=("gap", "map")).parts] == ["map", "gap"]
    ahead = [key for key in SECTIONS if key != "due"]  # nothing is due in a paper on the past
    assert [part.key for part in pack().parts] == ahead
    assert [part.key for part in pack(month="2026-04").parts] == list(SECTIONS)


@pytest.mark.parametrize("kind", ["situation", "region", "comparison", "digest"])
def test_every_file_carries_the_citations_asked_for_and_the_caveats_of_its_cards_each_once(kind):
    whole = KINDS_OF_PACK[kind]()
    tables = {card.title: card for card in map(CARD, LAYOUTS)}
    assert [title for title, _ in whole.caveats] == list(dict.fromkeys(title for title, _ in whole.caveats))
    for title, caveats in whole.caveats:
        assert caveats == tables[title].caveats
    wanted = {line for title, _ in whole.caveats for line in tables[title].provenance.citation}
    assert set(whole.citations) == wanted
    lines = [*whole.citations, *(line for _, caveats in whole.caveats for line in caveats)]
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        about = made.read("README.txt").decode()
    shown = json.dumps(show(whole).slides, ensure_ascii=False)
    printed = json.dumps(pdf_module._content(whole, rows=1, size=8.0), ensure_ascii=False)
    for text in (words_of(deck), written_in(file(document, whole)), about, shown, printed):
        for line in lines:
            assert text.count(line) == lines.count(line) or text.count(json.dumps(line)[1:-1]) == lines.count(
                line
            )


def test_the_sources_of_a_part_that_is_left_out_are_left_out_too():
    titles = [title for title, _ in pack(sections=("gap",)).caveats]
    assert CARD("geometry").title not in titles
    assert CARD("upr_review").title not in titles
    assert CARD("conflict_month").title in titles
    assert CARD("geometry").title in [title for title, _ in pack(sections=("map",)).caveats]


def test_slides_of_caveats_hold_no_more_than_can_be_read():
    deck = pptx.Presentation(io.BytesIO(file(slides, pack())))
    known = [slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("What to know")]
    assert len(known) >= len(pack().caveats)
    for slide in known:
        assert sum(len(shape.text_frame.text) for shape in slide.shapes if shape.has_text_frame) < 2500


def test_what_cannot_be_made_is_told_among_what_is_not_known():
    whole = pack(*CASES["PSE"])
    keys = {part.key for part in whole.parts}
    assert "trend" not in keys
    assert any("State of Palestine" in line for line in whole.unknown)


def test_a_note_is_included_only_when_asked_with_author_and_day_and_is_never_run():
    note = Note('#panic("x") *a* <b> =1+1 中国 السودان Україна', "A. Analyst", "25 November 2026")
    assert pack(sections=("gap",), note=note).note == note
    with_note = noted(note)
    assert "A. Analyst" not in written_in(file(document, pack()))
    assert "A. Analyst, 25 November 2026" in written_in(file(document, with_note))
    assert note.text in written_in(file(document, with_note))
    deck = pptx.Presentation(io.BytesIO(file(slides, with_note)))
    assert note.text in words_of(deck)
    assert "A. Analyst, 25 November 2026" in words_of(deck)
    text, pages = opened(file(pdf, with_note))
    assert pages == WHOLE
    assert b"NotoSansSC" in text
    assert b"NotoSansArabic" in text


WORST = {
    "wide": "W" * notes.MAX_LENGTH,
    "a letter a line": "a\n" * (notes.MAX_LENGTH // 2),
    "short lines": "Seen on the road.\n" * 60,
    "words": "中国" * (notes.MAX_LENGTH // 2),
}


@pytest.mark.parametrize("text", WORST)
@pytest.mark.parametrize("subject", ["SYR", "SDN", "africa"])
def test_no_note_that_can_be_kept_makes_a_third_page(subject, text):
    note = Note(WORST[text], "A. Analyst", "25 November 2026")
    whole = replace(of_region() if subject == "africa" else pack(*CASES[subject]), note=note)
    assert opened(pdf(whole))[1] == WHOLE


def test_a_note_keeps_what_a_file_can_hold_and_nothing_else():
    note = Note("Seen\x00 \x07twice\x0band\tonce\ud800\uffff\r\n\nagain", "A.\x00 Analyst", "")
    assert note.text == "Seen twice\nand once\nagain"
    assert note.author == "A. Analyst"
    whole = noted(note)
    assert "and once" in written_in(file(document, whole))
    assert "and once" in words_of(pptx.Presentation(io.BytesIO(file(slides, whole))))
    assert opened(file(pdf, whole))[1] == WHOLE


SCRIPTS = {
    "Burmese": "မြန်မာနိုင်ငံ",
    "Amharic": "ኢትዮጵያ",
    "Thai": "ประเทศไทย",
    "Korean": "대한민국",
    "Tamil": "இலங்கை",
    "Bengali": "বাংলাদেশ",
    "Khmer": "កម្ពុជា",
    "emoji": "😀 👩‍👩‍👧 🇨🇭 ❤️",
    "Hindi": "भारत",
    "Sinhala": "ශ්‍රී ලංකා",
    "Lao": "ລາວ",
    "Hebrew": "עברית",
    "Georgian": "საქართველო",
    "Japanese": "日本のメモ",
    "Dari": "افغانستان",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_note_and_a_name_in_any_of_these_scripts_are_set_with_no_letter_lost(script):
    words = SCRIPTS[script]
    assert [letter for letter in words if fonts.lacks(letter)] == []
    whole = noted(Note(words, words, "25 November 2026"), sections=("gap",))
    text, pages = opened(file(pdf, whole))
    assert pages
    assert b"/StructTreeRoot" in text
    for other in (
        written_in(file(document, whole)),
        words_of(pptx.Presentation(io.BytesIO(file(slides, whole)))),
    ):
        assert other.count(words) == 2


def test_a_letter_that_no_typeface_has_is_replaced_and_named():
    whole = noted(Note("Seen \U00013000 and \u0f00.", "\u0f00", "25 November 2026"), sections=("gap",))
    content = pdf_module._legible(pdf_module._content(whole, rows=1, size=8.0))
    assert content["note"]["text"] == "Seen □ and □."
    assert content["note"]["signed"].startswith("□, 25 November 2026")
    told = (
        "No typeface of this paper has 2 letters of it, shown as □: U+13000 EGYPTIAN HIEROGLYPH A001, U+0F00"
    )
    assert content["letters"].startswith(told)
    assert opened(file(pdf, whole))[1] == 2
    assert pdf_module._legible(pdf_module._content(pack(), rows=90, size=8.0))["letters"] == ""


def test_a_paper_that_the_typesetter_refuses_is_told_as_a_sentence(monkeypatch):
    monkeypatch.setattr(pdf_module, "_legible", lambda content: {**content, "letters": "\u0f00"})
    with pytest.raises(PaperFailedError, match="The paper cannot be set: PDF/UA-1 error") as told:
        pdf(pack(sections=("gap",)))
    assert "hold the same" in told.value.advice


RIGHT_TO_LEFT = Note("السودان: شوهد في 25 نوفمبر (UNITAMS)", "أحمد", "25 November 2026")


def test_a_note_from_right_to_left_runs_so_in_every_format():
    whole = noted(RIGHT_TO_LEFT, sections=("gap",))
    assert pdf_module._content(whole, rows=1, size=8.0)["note"]["rtl"] is True
    paper = docx.Document(io.BytesIO(file(document, whole)))
    (written,) = [paragraph for paragraph in paper.paragraphs if paragraph.text == RIGHT_TO_LEFT.text]
    assert written._p.pPr.find(qn("w:bidi")) is not None
    assert written.runs[0]._r.rPr.find(qn("w:rtl")) is not None
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    frames = [shape.text_frame for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    runs = {
        paragraph.text.removeprefix("• "): paragraph._p.pPr
        for frame in frames
        for paragraph in frame.paragraphs
    }
    assert runs[RIGHT_TO_LEFT.text].get("rtl") == "1"
    assert runs[RIGHT_TO_LEFT.text].get("algn") == "r"
    assert runs[RIGHT_TO_LEFT.signature].get("rtl") is None
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        assert RIGHT_TO_LEFT.text in made.read("README.txt").decode().splitlines()
    presenter = (ROOT / "ewdash" / "ui" / "presenter.js").read_text(encoding="utf-8")
    assert 'html("li", line, list).dir = "auto"' in presenter


def test_the_day_stays_behind_a_name_that_runs_from_right_to_left():
    assert RIGHT_TO_LEFT.signature.startswith("أحمد\u200e, 25 November 2026")
    assert Note("x", "A. Analyst", "1 May 2026").signature.startswith("A. Analyst, 1 May 2026")
    assert not Note("UNITAMS السودان", "", "").rtl
    assert Note("12. السودان UNITAMS", "", "").rtl


def test_tables_of_a_document_repeat_their_heading_and_say_what_they_hold():
    paper = docx.Document(io.BytesIO(file(document, pack())))
    assert len(paper.tables) >= 2
    for table in paper.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        for name in ("w:tblCaption", "w:tblDescription"):
            assert len(table._tbl.tblPr.find(qn(name)).get(qn("w:val"))) > 10


def test_lists_fill_the_pages_before_rows_are_left_out(monkeypatch):
    left = []
    whole = pack(*CASES["PSE"])
    listed = next(part.table for part in whole.parts if part.key == "newyork")
    given = pdf_module._content

    def seen(*args, **asked):
        left.append(asked)
        return given(*args, **asked)

    monkeypatch.setattr(pdf_module, "_content", seen)
    pdf(whole)
    assert 19 <= left[-1]["rows"] < len(listed)


def test_the_largest_type_that_holds_enough_rows_wins_and_else_the_smallest():
    fitting = pdf_module._fitting
    assert fitting(lambda rows, size: True, 160) == (pdf_module.MAX_ROWS, 8.5)
    assert fitting(lambda rows, size: rows <= 20, 160) == (20, 8.5)
    assert fitting(lambda rows, size: rows <= (10 if size > 8 else 40), 160) == (40, 8.0)
    assert fitting(lambda rows, size: rows <= (3 if size > 8 else 9), 160) == (9, pdf_module.SIZES[-1])
    assert fitting(lambda rows, size: rows <= 6, 6) == (6, 8.5)
    assert fitting(lambda rows, size: size < 8, 0) == (0, 7.7)
    assert fitting(lambda rows, size: False, 160) == (0, pdf_module.SIZES[-1])


def test_hollow_and_open_marks_are_explained_on_every_paper():
    told = "Hollow marks of acts: recalled, not verified. Open marks of deaths: preliminary."
    assert told in pack().confidence
    rows = pdf_module._content(pack(), rows=1, size=8.0)["rows"]
    assert [part["title"] for row in rows for part in row if part["marks"] == told] == [
        "Sudan: deaths, stage and what each Council did"
    ]


def test_small_print_of_slides_fits_its_box_with_the_state_first_and_the_rest_in_the_notes():
    whole = of_comparison(("SDN", "PSE", "TUV", "BOL", "PRK", "COD"))
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    for slide in deck.slides:
        foot = next(
            shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.top >= FOOT
        )
        assert foot.startswith(whole.stamp)
        assert "do not imply official endorsement" in foot
        assert len(foot) <= MAX_FOOT
        assert whole.boundary in foot + slide.notes_slide.notes_text_frame.text
    assert whole.boundary in words_of(deck)


def test_a_comparison_stands_on_two_screens_and_on_a_taller_part_of_the_paper():
    whole = of_comparison(("SDN", "PSE", "TUV", "BOL", "PRK", "COD"))
    courses, lanes = screens(whole.parts[0])
    assert courses.message == whole.headline
    assert lanes.message.endswith("(continued)")
    assert paper_size(whole.parts[0], (1600, 800))[1] > 1200
    assert paper_size(pack().parts[3], (1600, 800)) == (1600, 800)
    for made in screens(pack().parts[3]):
        assert made == pack().parts[3]


def test_another_state_of_the_data_has_another_stamp():
    def changed(table):
        card = CARD(table)
        return replace(card, sha256="0" * 64) if table == "track_record" else card

    other = situation_briefing(
        country="SDN",
        month=pd.Timestamp("2024-12-01"),
        years=10,
        sections=included_parts("situation", ("alert",)),
        address=ADDRESS,
        note=None,
        record=Reading(describe=changed),
    )
    assert other.stamp != pack().stamp


@pytest.mark.parametrize("case", CASES)
def test_each_view_of_presenter_mode_has_one_message_its_source_and_the_boundary_note(case):
    views = show(pack(*CASES[case])).slides
    assert len(views) >= 4
    for view in views:
        assert view["title"]
        assert "do not imply official endorsement" in view["foot"]
        assert pack(*CASES[case]).stamp in view["foot"]


@functools.cache
def of_digest():
    return digest_briefing(
        RECORD, since="2026-11-01", scope=None, name="the world", of="world", address=ADDRESS
    )


KINDS_OF_PACK = {
    "situation": lambda: pack(),
    "region": lambda: of_region(),
    "comparison": lambda: of_comparison(),
    "digest": of_digest,
}


@functools.cache
def of_region(region="africa", month="2024-12", sections=()):
    return region_briefing(
        month=pd.Timestamp(f"{month}-01"),
        region=region,
        group=None,
        back=1,
        years=5,
        scale="common",
        sections=included_parts("region", sections),
        address=ADDRESS,
        note=None,
        record=RECORD,
    )


@functools.cache
def of_comparison(countries=("SDN", "SSD", "ETH"), by="calendar", measure="absolute"):
    return comparison_briefing(
        countries=countries,
        month=pd.Timestamp("2024-12-01"),
        years=10,
        sections=included_parts("comparison", ()),
        address=ADDRESS,
        note=None,
        record=RECORD,
        measure=measure,
        by=by,
        span="year",
        axis="linear",
        onset="latest",
    )


OTHERS = {
    "a continent": lambda: of_region(),
    "a preliminary month": lambda: of_region("western-asia", "2026-02"),
    "a quiet region": lambda: of_region("oceania"),
    "three situations": lambda: of_comparison(),
    "six long names": lambda: of_comparison(("COD", "BOL", "VEN", "IRN", "GBR", "LAO")),
    "without cover": lambda: of_comparison(("PSE", "XKX")),
    "by onset": lambda: of_comparison(("SYR", "ISL"), by="onset", measure="per_million"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_region_or_comparison_is_a_paper_slides_a_document_and_tables_too(name):
    whole = OTHERS[name]()
    _, pages = opened(file(pdf, whole))
    assert 2 <= pages <= WHOLE
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    assert whole.headline in words_of(deck)
    assert "do not imply official endorsement" in words_of(deck)
    assert docx.Document(io.BytesIO(file(document, whole))).paragraphs
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        assert {"README.txt", "sources.csv"} < set(made.namelist())


def test_a_region_holds_its_parts_and_a_line_for_each_country():
    keys = [part.key for part in of_region().parts]
    assert keys == ["moved", "map", "together", "multiples", "lines"]
    lines = of_region().parts[-1].table
    tables = {table.name: table for table in of_region().tables}
    assert len(lines) == len(pd.read_csv(io.BytesIO(csv(tables["review"])))) == 60


def test_figures_of_a_table_are_written_with_separators_and_gaps_said():
    from ewdash.exports.cells import cell, shares

    assert [cell(value) for value in (109276265, 2.0, 0.416, None, pd.NA, "final", True)] == [
        "109,276,265",
        "2",
        "0.42",
        "not given",
        "not given",
        "final",
        "True",
    ]
    assert sum(shares(pd.DataFrame({"a": ["x" * 90], "b": [1]}))) == pytest.approx(1)


def text_of(made):
    return "\n".join([made.headline, *(f"{a} {b}" for a, b in made.measures), *made.unknown]) + "\n".join(
        "\n".join([part.message, *part.lines]) for part in made.parts
    )


def test_a_pack_of_a_past_month_holds_nothing_later():
    told = text_of(pack("RWA", "1994-04"))
    days = [int(year) for year in re.findall(r"\b\d{1,2} \w+ ((?:19|20)\d\d)\b", told)]
    coverage = {2026}  # the days up to which acts are recorded at all
    assert max(day for day in days if day not in coverage) == 1994
    figure = next(part.drawing for part in pack("RWA", "1994-04").parts if part.key == "bridge")
    assert figure.validated().layout.xaxis.range[1] == "1994-04-30"
    assert "45/31" not in told
    (months,) = (table for table in pack("RWA", "1994-04").tables if table.name == "months")
    table = pd.read_csv(io.BytesIO(csv(months)))
    assert table["Month"].max() < "1994-05"
    assert table["Deaths, best estimate (people)"].iloc[-1] == 741096


def test_a_pack_of_the_latest_month_holds_all_that_is_on_record():
    made = pack("SDN", "2026-02")
    table = next(part.table for part in made.parts if part.key == "newyork")
    assert str(table.iloc[0, 0]) >= "2026-02-13"


def test_reviews_are_no_acts_of_the_council_and_no_death_is_told_in_words():
    parts = {part.key: part for part in pack("TUV").parts}
    assert "verified acts, one text counted once: none" in parts["bridge"].message
    assert parts["trend"].drawing is None
    assert parts["trend"].message == "Tuvalu: no death in organised violence is recorded from 2015 to 2024."


def test_a_mechanism_is_not_asked_of_what_the_council_heard_before_it_was_created():
    (line,) = [line for line in text_of(pack("SDN", "2026-02")).splitlines() if "was created. What" in line]
    assert line.startswith(
        "Independent International Fact-Finding Mission for the Sudan: we found no briefing"
    )


@pytest.mark.parametrize("missing", ["geometry", "upr_review", "hrc_mechanism", "track_record"])
def test_a_pack_without_one_table_says_so_and_holds_the_rest(missing):
    def read(table):
        if table == missing:
            raise DatasetMissingError(table=table)
        return LOAD(table)

    def describe(table):
        if table == missing:
            raise DatasetMissingError(table=table)
        return CARD(table)

    made = pack(record=Reading(read, describe))
    assert len(made.parts) >= 5
    assert str(DatasetMissingError(table=missing)) in made.unknown


@pytest.mark.parametrize(
    ("area", "name", "title"),
    [
        ("sahel", "sahel-2024-12", "The Sahel"),
        ("TCD,SSD,SDN", "tcd-ssd-sdn-2024-12", "Chad, South Sudan, the Sudan"),
    ],
)
def test_the_pack_of_a_set_or_own_list_is_named_after_it_and_says_who_is_in(area, name, title):
    pack = of_region(area)
    assert (pack.name, pack.title) == (name, title)
    assert RECORD.places.membership_notes(area)[0] in pack.boundary
    assert ("Sets of countries" in {title for title, _ in pack.caveats}) == (area == "sahel")
    assert file(pdf, pack).startswith(b"%PDF")


MAPPED = {
    "a country": lambda: pack("SDN", "2026-02"),
    "a region": lambda: of_region("western-asia", "2026-02"),
    "the world": lambda: of_region(None, "2026-02"),
}
BOUNDARIES = "The boundaries and names shown and the designations used on this map do not imply official"


@pytest.mark.parametrize("name", MAPPED)
def test_the_note_on_boundaries_stands_directly_under_a_map_in_every_file_and_on_the_screen(name):
    whole = MAPPED[name]()
    (part,) = [part for part in whole.parts if part.key == "map"]
    assert part.boundary.startswith(BOUNDARIES)
    for words in ("on this map", "Boundaries: UN Geodata, simplified."):
        assert words in part.boundary
    if name != "a region":
        assert "The final status of the Abyei area is not yet determined." in part.boundary
    _, pages = opened(file(pdf, whole))
    assert pages <= WHOLE
    content = pdf_module._content(whole, rows=1, size=8.0)
    printed = [each["boundary"] for row in content["rows"] for each in row if each["boundary"]]
    assert printed == [part.boundary]
    template = (ROOT / "ewdash" / "exports" / "pack.typ").read_text(encoding="utf-8")
    drawn = template.count("picture(part)") - 1  # where it is defined
    assert drawn == template.count("picture(part); source(part.boundary)") == 2
    lines = written_in(file(document, whole)).splitlines()
    assert lines[lines.index(part.boundary) - 1] == ""  # the paragraph of the picture
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    (slide,) = [
        each for each in deck.slides if part.boundary in [shape.text_frame.text for shape in framed(each)]
    ]
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    (note,) = [shape for shape in framed(slide) if shape.text_frame.text == part.boundary]
    assert note.top == picture.top + picture.height
    assert note.top + note.height <= FOOT
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        assert f"{part.title}. {part.boundary}" in made.read("README.txt").decode().split("\n\n")
    (view,) = [view for view in show(whole).slides if view.get("alt") == part.alt]
    assert view["foot"].startswith(part.boundary)


def framed(slide):
    return [shape for shape in slide.shapes if shape.has_text_frame]


def test_what_must_be_known_of_the_headline_stands_with_it_and_under_no_map_or_table():
    whole = pack("SDN", "2026-02")
    assert any(
        note.startswith("Of the deaths of these twelve months, 3,021 are in events") for note in whole.notes
    )
    assert "That was said of 10 countries in 2025, and right for 6." in whole.headline
    assert any(note.startswith("Preliminary: Published by UCDP within weeks") for note in whole.notes)
    for note in whole.notes:
        assert note not in whole.boundary
        assert note not in whole.unknown
    opening, beside, *views = show(whole).slides
    assert opening["lead"] == beside["title"] == whole.headline
    assert beside["lines"] == list(whole.notes)
    assert not any(note in view["foot"] for note in whole.notes for view in views)
    deck = pptx.Presentation(io.BytesIO(file(slides, whole)))
    told = [
        slide
        for slide in deck.slides
        if whole.notes[0] in "".join(shape.text_frame.text for shape in framed(slide))
    ]
    assert [slide.shapes.title.text_frame.text for slide in told] == [whole.headline]
    lines = written_in(file(document, whole)).splitlines()
    assert lines[lines.index(whole.headline) + 1] == whole.notes[0]
    assert " ".join(whole.notes) == pdf_module._content(whole, rows=1, size=8.0)["notes"]
    with zipfile.ZipFile(io.BytesIO(file(bundle, whole))) as made:
        about = made.read("README.txt").decode().split("\n\n")
    assert about[about.index(whole.headline) + 1] == whole.notes[0]


def test_the_legend_of_a_country_and_its_neighbours_counts_no_countries_of_the_world():
    (drawing,) = [part.drawing for part in pack("SDN", "2026-02").parts if part.key == "map"]
    assert {kind["count"] for kind in drawing.spec["classes"]} == {None}
    assert "number of countries" not in drawing.spec["words"]["legend"]
    (drawing,) = [part.drawing for part in of_region().parts if part.key == "map"]
    assert sum(kind["count"] for kind in drawing.spec["classes"]) > 50


def test_the_preliminary_year_of_a_trend_says_the_final_count_that_it_does_not_draw():
    (part,) = [part for part in pack("SDN", "2026-04").parts if part.key == "trend"]
    told = "The hatched 2025 is preliminary; the final count, 75,174 (UCDP 26.1), is not drawn."
    assert part.message.endswith(told)
    (past,) = [part for part in pack().parts if part.key == "trend"]
    assert "26.1" not in past.message


@pytest.mark.parametrize("make", [pack, of_region])
def test_the_release_behind_the_last_final_year_is_among_the_sources(make):
    title = RECORD.card("conflict_year_settled").title
    made = make(month="2026-04")
    assert "(final, UCDP 26.1)" in " ".join([made.headline, *made.notes])
    assert title in dict(made.caveats)
    assert title not in dict(make(month="2024-06").caveats)  # no sentence of it stands there


def test_columns_of_a_wide_table_leave_room_for_their_widest_word():
    from ewdash.exports.cells import ROOM, shares

    whole = of_comparison(("SDN", "MMR", "UKR"))
    table = next(part.table for part in whole.parts if part.key == "figures")
    given = dict(zip(table.columns, (share * ROOM for share in shares(table)), strict=True))
    assert sum(given.values()) == pytest.approx(ROOM)
    assert given["Acts of OHCHR"] >= 1.4 * len("OHCHR") + 1
