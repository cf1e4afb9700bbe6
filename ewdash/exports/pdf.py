"""A pack as a tagged PDF of two A4 pages with citations and caveats behind them, or of one page alone."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

import typst

from ewdash import i18n
from ewdash.exports.briefing import Briefing, Section
from ewdash.exports.cells import cell, shares
from ewdash.exports.fonts import LACKING, MAX_NAMED, fonts, lacks, named
from ewdash.exports.images import image, paper_size
from ewdash.i18n import LANGUAGE, translate
from ewdash.model.errors import PaperFailedError

# Points of the type to try, largest first; the rows of a list for which a smaller type is not worth
# its while, and the most that two pages could hold. What does not fit is counted and named.
SIZES, MIN_ROWS, MAX_ROWS = (8.5, 8.2, 8.0, 7.7, 7.4, 7.0, 6.6), 15, 90
WIDE_SIZE, NARROW_SIZE = (1600, 800), (1100, 760)  # pixels of a picture over the page's width, and half of it
LETTERS = {WIDE_SIZE: 24.0, NARROW_SIZE: 30.0}  # pixels of their letters: some 8 points on paper
ACT_PARTS = ("bridge", "sides")  # the parts whose drawing holds acts
LEAD_PARTS = ("since", "alert")  # the parts that stand over the pictures
STANDARD = "ua-1"  # tagged for assistive technology


def pdf(pack: Briefing) -> bytes:
    """Return the pack as PDF/UA-1, tagged, with bookmarks and embedded typefaces.

    Lists are shortened until two pages hold everything but the citations and caveats; the paper says
    how many rows it leaves out. A letter that no typeface has is replaced and named, because a paper
    for assistive technology may not hold it. The same pack gives the same bytes.

    Raises:
        PaperFailedError: If the typesetter refuses what is left.
    """
    try:
        return _set(pack)
    except typst.TypstError as error:
        raise PaperFailedError(reason=error.message) from error


def held(pack: Briefing) -> tuple[int, float]:
    """Return how many rows of each list the pages of a pack hold, and in which size of type (points)."""
    return _fit(pack, dict(_pictures(pack)))


def _set(pack: Briefing) -> bytes:
    """Return the PDF of a pack, in the largest type that its pages hold."""
    pictures = dict(_pictures(pack))
    rows, size = _fit(pack, pictures)
    inputs = _files(pack, pictures, rows, size)
    return typst.compile(inputs, font_paths=fonts(), format="pdf", pdf_standards=[STANDARD])  # type: ignore


def _files(pack: Briefing, pictures: dict[str, bytes], rows: int, size: float, **other: object) -> Any:  # noqa: ANN401 - what Typst's stubs do not know
    """Return the files of which the typesetter makes the paper."""
    content = _legible({**_content(pack, rows=rows, size=size), **other})
    return {
        "main.typ": files("ewdash.exports").joinpath("pack.typ").read_bytes(),
        "pack.json": json.dumps(content, ensure_ascii=False).encode(),
        **pictures,
    }


def _fit(pack: Briefing, pictures: dict[str, bytes]) -> tuple[int, float]:
    def fits(rows: int, size: float) -> bool:
        # The citations and caveats stand behind, on a page of their own.
        return _pages(_files(pack, pictures, rows, size, references=[])) <= pack.pages

    longest = max((len(part.table) for part in pack.parts if part.table is not None), default=0)
    return _fitting(fits, longest)


def _fitting(fits: Callable[[int, float], bool], longest: int) -> tuple[int, float]:
    """Return the rows of each list and the size of type that fill the pages.

    The largest type that leaves enough rows; where none does, the smallest, with what it leaves.

    Args:
        fits: Whether so many rows in such a type do not need more pages than there are.
        longest: Rows of the longest list.
    """
    low, high = min(longest, MIN_ROWS), min(longest, MAX_ROWS)
    size = next((size for size in SIZES if fits(low, size)), None)
    if size is None:
        size, low, high = SIZES[-1], 0, max(low - 1, 0)
    if high > low and fits(high, size):
        return high, size
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle, size) else (low, middle)
    return low, size


def _pages(inputs: Any) -> int:  # noqa: ANN401 - see `pdf`
    pages = typst.query(inputs, "<pages>", field="value", one=True, font_paths=fonts())
    return int(json.loads(pages))


def _pictures(pack: Briefing) -> Iterator[tuple[str, bytes]]:
    for part in pack.parts:
        if part.drawing is None:
            continue
        size = NARROW_SIZE if part.half else WIDE_SIZE
        picture = image(part, size=paper_size(part, size), letters=LETTERS[size], form="svg")
        yield f"{part.key}.svg", picture


def _content(pack: Briefing, *, rows: int, size: float) -> dict[str, Any]:
    """Return what the template reads."""
    note = pack.note
    return {
        "title": pack.title,
        "subtitle": pack.subtitle,
        "headline": pack.headline,
        "notes": " ".join(pack.notes),
        "measures": [list(pair) for pair in pack.measures],
        "rows": [[_part(part, rows, pack) for part in row] for row in _rows(pack.parts)],
        "unknown": {"title": translate("pack-unknown"), "lines": list(pack.unknown)},
        "boundary": pack.boundary,
        "confidence": pack.confidence,
        "sources": " ".join(pack.sources),
        "made": translate("pack-made"),
        "address": pack.address,
        "link": pack.address.startswith("http"),
        "stamp": pack.stamp,
        "product": translate("product"),
        "language": LANGUAGE.get(),
        "small": size,
        "note": None
        if note is None
        else {
            "title": translate("pack-note"),
            "text": note.text,
            "rtl": note.rtl,
            "signed": note.signature,
        },
        "references": [{"title": title, "lines": list(lines)} for title, lines in pack.references],
    }


def _legible(content: dict[str, Any]) -> dict[str, Any]:
    """Return what the template reads, each letter that no typeface has replaced and named."""
    lacking: dict[str, None] = {}

    def shown(value: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
        if isinstance(value, str):
            lacking.update(dict.fromkeys(letter for letter in value if lacks(letter)))
            return "".join(LACKING if letter in lacking else letter for letter in value)
        if isinstance(value, list):
            return [shown(part) for part in value]
        return {key: shown(part) for key, part in value.items()} if isinstance(value, dict) else value

    legible: dict[str, Any] = shown(content)
    names = i18n.listing(named(letter) for letter in list(lacking)[:MAX_NAMED])
    more = f"{names} …" if len(lacking) > MAX_NAMED else names
    sentence = translate("pack-letters", count=len(lacking), sign=LACKING, letters=more) if lacking else ""
    return {**legible, "letters": sentence}


def _rows(parts: tuple[Section, ...]) -> list[list[Section]]:
    """Return the parts in rows: wide pictures first, two halves that follow each other side by side.

    A wide picture that came after the halves could fall to the next page and leave this one empty.
    """
    rows: list[list[Section]] = []
    ordered = sorted(parts, key=_place)
    paired = {after.key for before, after in pairwise(ordered) if before.half and after.half}
    for part in ordered:
        if part.key in paired and len(rows[-1]) == 1:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _place(part: Section) -> int:
    """Return where a part stands on paper: sentences of the first page, pictures, then the rest."""
    if part.drawing is not None:
        return 2 if part.half else 1
    return 0 if part.key in LEAD_PARTS else 3


def _part(part: Section, rows: int, pack: Briefing) -> dict[str, Any]:
    """Return what the template reads of a part; a message said above is not said again."""
    table = part.table
    head = part.head(rows) if table is not None else None
    remaining = len(table) - rows if table is not None else 0
    return {
        "title": part.title,
        "message": "" if part.message in (part.title, pack.headline) else part.message,
        "lines": list(part.lines),
        "file": f"{part.key}.svg" if part.drawing is not None else None,
        "half": part.half,
        "marks": translate("pack-marks") if part.key in ACT_PARTS else "",
        "alt": part.alt,
        "head": [str(name) for name in head.columns] if head is not None else [],
        "rows": [[cell(value) for value in row] for row in head.itertuples(index=False)]
        if head is not None
        else [],
        "widths": shares(head) if head is not None else [],
        "more": pack.more(remaining),
        "boundary": part.boundary,
        "source": part.source,
    }
