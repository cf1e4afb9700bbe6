"""A pack as a DOCX: headings, sentences and tables that can be edited, pictures with their words."""

import io
from collections.abc import Sequence

import pandas as pd
from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from ewdash.exports.archive import settled
from ewdash.exports.briefing import Briefing, Note, Section
from ewdash.exports.cells import cell, shares
from ewdash.exports.images import image, paper_size
from ewdash.exports.pdf import held
from ewdash.i18n import translate

TEXT_WIDTH = 17.4  # centimetres of text on A4
ROWS = 15  # of a list on paper; the rest is in the tables, and the paper says how many
# Of a paper of one page: points of its letters beside those of the PDF, whose typeface is narrower, points
# of its headings, and centimetres of its margins.
NARROWER, HEADINGS, MARGINS = 1.5, {"Title": 13, "Heading 1": 8.5, "Heading 2": 8}, (1.3, 0.9)
PICTURE, LETTERS = (1600, 800), 24.0
FONT, BODY, SMALL = "Arial", 10, 8
MUTED = RGBColor(0x52, 0x60, 0x6D)


def document(pack: Briefing) -> bytes:
    """Return the pack as DOCX; the same pack gives the same bytes."""
    paper = Document()
    _page(paper)
    rows, letters = held(pack) if pack.single else (ROWS, float(BODY))
    paper.core_properties.title, paper.core_properties.author = pack.title, translate("product")
    paper.core_properties.subject = pack.subtitle
    paper.add_heading(pack.title, level=0)
    _small(paper.add_paragraph(), pack.subtitle)
    _bold(paper.add_paragraph(), pack.headline)
    if pack.measures:
        _table(
            paper,
            pd.DataFrame(
                [[value for _, value in pack.measures]], columns=[name for name, _ in pack.measures]
            ),
            title=translate("pack-measures"),
            about=pack.headline,
        )
    for words in pack.notes:
        _small(paper.add_paragraph(), words)
    if pack.note is not None:
        paper.add_heading(translate("pack-note"), level=1)
        _noted(paper.add_paragraph(), pack.note)
        _small(paper.add_paragraph(), pack.note.signature)
    for part in pack.parts:
        _part(paper, part, rows, pack)
    paper.add_heading(translate("pack-unknown"), level=1)
    _list(paper, pack.unknown)
    paper.add_heading(translate("pack-sources"), level=1)
    for words in (
        *pack.sources,
        pack.boundary,
        pack.confidence,
        pack.stamp,
        f"{translate('pack-made')} {pack.address}",
    ):
        _small(paper.add_paragraph(), words)
    for title, lines in pack.references:
        paper.add_heading(title, level=2)
        _list(paper, lines)
    if pack.single:
        _narrow(paper, letters - NARROWER)
    out = io.BytesIO()
    paper.save(out)
    return settled(out.getvalue())


def _page(paper: Paper) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.6)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = paper.styles[name]
        style.font.name = FONT
        style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    paper.styles["Normal"].font.size = Pt(BODY)


def _narrow(paper: Paper, size: float) -> None:
    """Make letters, headings, margins and the room between lines those of a paper of one page."""
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(MARGINS[0])
    section.top_margin = section.bottom_margin = Cm(MARGINS[1])
    for name, points in {"Normal": size, "List Bullet": size, **HEADINGS}.items():
        style = paper.styles[name]
        style.font.size = Pt(points)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    boxes = (box for table in paper.tables for row in table.rows for box in row.cells)
    for paragraph in (*paper.paragraphs, *(line for box in boxes for line in box.paragraphs)):
        for run in paragraph.runs:
            run.font.size = None if run.font.size is None else Pt(size)


def _part(paper: Paper, part: Section, rows: int, pack: Briefing) -> None:
    paper.add_heading(part.title, level=1)
    if part.message:
        _bold(paper.add_paragraph(), part.message)
    if part.drawing is not None:
        picture = image(part, size=paper_size(part, PICTURE), letters=LETTERS, form="png")
        shape = paper.add_picture(io.BytesIO(picture), width=Cm(TEXT_WIDTH))
        shape._inline.docPr.set("descr", part.alt)
        for words in filter(None, (part.boundary, part.caption)):
            _small(paper.add_paragraph(), words)
    _list(paper, part.lines)
    if part.table is not None and len(part.table):
        about = part.alt or part.message or part.title
        _table(paper, part.head(rows), title=part.title, about=about)
        if more := pack.more(len(part.table) - rows):
            _small(paper.add_paragraph(), more)
    if part.source:
        _small(paper.add_paragraph(), part.source)


def _list(paper: Paper, lines: Sequence[str]) -> None:
    for line in lines:
        paper.add_paragraph(line, style="List Bullet")


def _bold(paragraph: Paragraph, words: str) -> None:
    paragraph.add_run(words).bold = True


def _small(paragraph: Paragraph, words: str) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(SMALL), MUTED


def _noted(paragraph: Paragraph, note: Note) -> None:
    """Write a note in the direction in which it is read."""
    run = paragraph.add_run(note.text)
    if note.rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _table(paper: Paper, table: pd.DataFrame, *, title: str, about: str) -> None:
    """Add a table whose heading stands on each page, with its title and description for those who hear it."""
    grid = paper.add_table(rows=1, cols=len(table.columns), style="Light Grid Accent 1")
    grid.autofit = False
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for name, words in (("w:tblCaption", title), ("w:tblDescription", about)):
        element = OxmlElement(name)
        element.set(qn("w:val"), words)
        grid._tbl.tblPr.append(element)
    widths = [Cm(TEXT_WIDTH * share) for share in shares(table)]
    for place, name in enumerate(table.columns):
        _cell(grid.rows[0].cells[place], str(name), bold=True)
    for values in table.itertuples(index=False):
        row = grid.add_row()
        for place, value in enumerate(values):
            _cell(row.cells[place], cell(value), bold=False)
    for place, width in enumerate(widths):  # some readers heed the column, others its cells
        grid.columns[place].width = width
        for box in grid.columns[place].cells:
            box.width = width


def _cell(box, words: str, *, bold: bool) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    run = box.paragraphs[0].add_run(words)
    run.font.size, run.bold = Pt(SMALL), bold
