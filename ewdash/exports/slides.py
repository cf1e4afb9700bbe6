"""A pack as slides of 16:9: text that can be edited, native tables, pictures with their words."""

import io
import math
from collections.abc import Iterator, Sequence

import pandas as pd
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from ewdash.exports.archive import settled
from ewdash.exports.briefing import Briefing, Section
from ewdash.exports.cells import cell, paged, shares, widths
from ewdash.exports.images import image, screens
from ewdash.i18n import translate

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, BODY_WIDTH = Inches(0.6), Inches(12.13)
TOP, BODY, FOOT = Inches(0.4), Inches(1.75), Inches(6.72)  # of title, body and small print
BODY_HEIGHT = FOOT - BODY - Inches(0.1)
PICTURE, LETTERS = (1820, 730), 24.0  # pixels of a picture over the body, and of its letters
INK, MUTED, BLUE = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x52, 0x60, 0x6D), RGBColor(0x14, 0x54, 0xB8)
FONT = "Arial"  # on every machine; slides carry no typefaces
LAYOUT = 5  # title only: the outline and a screen reader find the message
# Points of the body's type by how many characters it has to hold.
TITLES = ((110, 28), (180, 24), (260, 19), (10**6, 15))
SIZES = ((420, 24), (700, 20), (1100, 17), (1600, 15), (10**6, 12))
MAX_LETTERS = 1500  # characters of a slide of citations or caveats
SMALL, SMALL_LINE, SMALL_ROW = 9, 175, 0.16  # points of small print, letters of its line, inches of it
MAX_FOOT = 520  # characters of three lines of small print
ROW, LINE = 0.31, 0.19  # inches of a table's row and of a further line
TABLE_TYPE, MIN_TABLE_TYPE = 12.0, 9.0  # points of a table's type, and the least of them
LETTER = 0.085  # inches of a letter of a table


def slides(pack: Briefing) -> bytes:
    """Return the pack as PPTX; the same pack gives the same bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title, deck.core_properties.author = pack.title, translate("product")
    deck.core_properties.subject = pack.subtitle
    _opening(deck, pack)
    if pack.notes:
        _bullets(_slide(deck, pack, pack.headline), pack.notes)
    for part in pack.parts:
        _part(deck, pack, part)
    if pack.note is not None:
        slide = _slide(deck, pack, translate("pack-note"))
        _bullets(slide, [pack.note.text, pack.note.signature], rtl=(pack.note.rtl, False))
    _bullets(_slide(deck, pack, translate("pack-unknown")), [*pack.unknown, pack.confidence])
    origin = f"{translate('pack-made')} {pack.address}"
    _bullets(_slide(deck, pack, translate("pack-sources")), [*pack.sources, pack.boundary, origin])
    for title, lines in pack.references:
        for place, page in enumerate(paged(lines, MAX_LETTERS)):
            heading = translate("pack-continued", title=title) if place else title
            _bullets(_slide(deck, pack, heading), page)
    out = io.BytesIO()
    deck.save(out)
    return settled(out.getvalue())


def _slide(deck: Deck, pack: Briefing, title: str, source: str = "", *, caption: str = "") -> Slide:
    """Add a slide with its title and small print; what the foot cannot hold is told in the notes."""
    slide = deck.slides.add_slide(deck.slide_layouts[LAYOUT])
    heading = slide.shapes.title
    assert heading is not None
    heading.left, heading.top, heading.width, heading.height = (
        LEFT,
        TOP,
        BODY_WIDTH,
        BODY - TOP - Inches(0.15),
    )
    frame = heading.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    _write(frame, title, _fitting(TITLES, len(title)), bold=True)
    whole, foot = _foot(pack, source)
    box = slide.shapes.add_textbox(LEFT, FOOT, BODY_WIDTH, HEIGHT - FOOT - Inches(0.1))
    box.text_frame.word_wrap = True
    _write(box.text_frame, foot, SMALL, colour=MUTED)
    notes = " ".join(text for text in (caption, "" if foot == whole else whole) if text)
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return slide


def _foot(pack: Briefing, source: str) -> tuple[str, str]:
    """Return the small print of a slide, and as much of it as its foot holds.

    The state of the data and the note on designations always stand there.
    """
    elsewhere = translate("pack-elsewhere")
    ways = (
        (pack.stamp, pack.boundary, source),
        (pack.stamp, pack.boundary, elsewhere),
        (pack.stamp, translate("designation-note"), source, elsewhere),
        (pack.stamp, translate("designation-note"), elsewhere),
    )
    texts = [f"{way[0]} · {' '.join(text for text in way[1:] if text)}" for way in ways]
    return texts[0], next((way for way in texts if len(way) <= MAX_FOOT), texts[-1])


def _write(
    frame: TextFrame,
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor = INK,
    new: bool = False,
    rtl: bool = False,
) -> None:
    """Write one paragraph into a frame."""
    paragraph = frame.add_paragraph() if new else frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
    if rtl:
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = colour


def _opening(deck: Deck, pack: Briefing) -> None:
    slide = _slide(deck, pack, pack.title)
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, LEFT, BODY - Inches(0.1), BODY_WIDTH, Inches(0.05))
    band.fill.solid()
    band.fill.fore_color.rgb = BLUE
    band.line.fill.background()
    box = slide.shapes.add_textbox(LEFT, BODY + Inches(0.1), BODY_WIDTH, Inches(2.4))
    box.text_frame.word_wrap = True
    _write(box.text_frame, pack.subtitle, 16, colour=MUTED)
    _write(box.text_frame, pack.headline, 24, new=True)
    if pack.measures:
        table = pd.DataFrame(
            [[value for _, value in pack.measures]], columns=[name for name, _ in pack.measures]
        )
        _table(slide, table, top=BODY + Inches(2.8), size=14)


def _part(deck: Deck, pack: Briefing, part: Section) -> None:
    """Add a part's slides: its picture, or its sentences, or its table; a long table goes on once."""
    if part.drawing is not None:
        for screen in screens(part):
            _pictured(deck, pack, screen)
    elif part.lines:
        _bullets(_slide(deck, pack, part.message or part.title, part.source), part.lines)
    if part.table is not None and len(part.table):
        _tables(deck, pack, part, part.table)


def _pictured(deck: Deck, pack: Briefing, part: Section) -> None:
    slide = _slide(deck, pack, part.message or part.title, part.source, caption=part.caption)
    content = image(part, size=PICTURE, letters=LETTERS, form="png")
    picture = slide.shapes.add_picture(io.BytesIO(content), LEFT, BODY)
    lines = math.ceil(len(part.boundary) / SMALL_LINE)
    room = BODY_HEIGHT - Inches(SMALL_ROW) * lines
    scale = min(BODY_WIDTH / picture.width, room / picture.height)
    picture.width, picture.height = Emu(int(picture.width * scale)), Emu(int(picture.height * scale))
    picture.left = LEFT + Emu(int((BODY_WIDTH - picture.width) / 2))
    picture._element.nvPicPr.cNvPr.set("descr", part.alt)
    if part.boundary:
        box = slide.shapes.add_textbox(LEFT, BODY + picture.height, BODY_WIDTH, BODY_HEIGHT - picture.height)
        box.text_frame.word_wrap = True
        _write(box.text_frame, part.boundary, SMALL, colour=MUTED)


def _fitting(sizes: Sequence[tuple[int, int]], letters: int) -> int:
    """Return the points of type that hold so many characters."""
    return next(points for limit, points in sizes if letters <= limit)


def _bullets(slide: Slide, lines: Sequence[str], *, rtl: Sequence[bool] = ()) -> None:
    """Write lines with bullets; ``rtl`` tells which of them run from right to left, else none does."""
    letters = sum(len(line) for line in lines) + 40 * len(lines)
    size = _fitting(SIZES, letters)
    box = slide.shapes.add_textbox(LEFT, BODY, BODY_WIDTH, BODY_HEIGHT)
    box.text_frame.word_wrap = True
    for place, line in enumerate(lines):
        _write(box.text_frame, f"• {line}", size, new=place > 0, rtl=place < len(rtl) and rtl[place])
        box.text_frame.paragraphs[-1].space_after = Pt(size * 0.4)


def _tables(deck: Deck, pack: Briefing, part: Section, table: pd.DataFrame) -> None:
    pages = list(_fitted(table))
    for place, (start, end) in enumerate(pages[:2]):
        title = part.message if place == 0 else translate("pack-continued", title=part.title)
        slide = _slide(deck, pack, title, part.source)
        _table(slide, table.iloc[start:end], top=BODY, size=_type(table))
        remaining = len(table) - end
        if remaining and place == min(len(pages), 2) - 1:
            box = slide.shapes.add_textbox(LEFT, FOOT - Inches(0.35), BODY_WIDTH, Inches(0.3))
            _write(box.text_frame, translate("pack-more", rows=remaining), 12, colour=MUTED)


def _type(table: pd.DataFrame) -> float:
    """Return the points of a table's type: smaller where many columns must stand side by side."""
    needed = float(sum(widths(table)) * LETTER)
    return float(max(MIN_TABLE_TYPE, min(TABLE_TYPE, TABLE_TYPE * BODY_WIDTH / Inches(1) / needed)))


def _fitted(table: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Return the rows of each slide: as many as fit, by the lines their cells take."""
    widths = [share * BODY_WIDTH / Inches(1) / LETTER for share in shares(table)]
    start, used = 0, ROW
    room = BODY_HEIGHT / Inches(1) - ROW
    for place, row in enumerate(table.itertuples(index=False)):
        lines = max(math.ceil(len(cell(value)) / width) for value, width in zip(row, widths, strict=True))
        height = ROW + LINE * (lines - 1)
        if used + height > room:
            yield start, place
            start, used = place, ROW
        used += height
    yield start, len(table)


def _table(slide: Slide, table: pd.DataFrame, *, top: int, size: float) -> None:
    rows, columns = len(table) + 1, len(table.columns)
    frame = slide.shapes.add_table(rows, columns, LEFT, top, BODY_WIDTH, Inches(ROW * rows))
    grid = frame.table
    for place, share in enumerate(shares(table)):
        grid.columns[place].width = Emu(int(BODY_WIDTH * share))
    for row in grid.rows:
        row.height = Inches(ROW)
    for column, name in enumerate(table.columns):
        _fill(grid.cell(0, column), str(name), size, bold=True, ground=BLUE, ink=RGBColor(0xFF, 0xFF, 0xFF))
    for place, values in enumerate(table.itertuples(index=False), start=1):
        ground = RGBColor(0xF3, 0xF6, 0xF9) if place % 2 else RGBColor(0xFF, 0xFF, 0xFF)
        for column, value in enumerate(values):
            _fill(grid.cell(place, column), cell(value), size, bold=False, ground=ground, ink=INK)


def _fill(box, words: str, size: float, *, bold: bool, ground: RGBColor, ink: RGBColor) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    box.fill.solid()
    box.fill.fore_color.rgb = ground
    box.margin_left = box.margin_right = Inches(0.06)
    box.margin_top = box.margin_bottom = Inches(0.03)
    box.vertical_anchor = MSO_ANCHOR.MIDDLE
    box.text_frame.word_wrap = True
    _write(box.text_frame, words, size, bold=bold, colour=ink)
