"""Presenter mode as values: one message a view, with its source and the note on boundaries inside."""

import base64
import io
from dataclasses import dataclass
from typing import Any

import segno

from ewdash.exports.briefing import Briefing, Section
from ewdash.exports.cells import cell, paged
from ewdash.exports.images import image, screens
from ewdash.i18n import translate

PICTURE, LETTERS = (1800, 760), 30.0  # pixels on a stage of 1920 by 1080: 15 when seen at half its size
MAX_ADDRESS = 500  # characters of a code that can be read from a screen
MAX_LETTERS = 900  # characters of a view of citations or caveats
ROWS = 14  # of a list at most; the stage shows as many as it holds, and says how many it leaves out


@dataclass(frozen=True)
class Show:
    """The views of a pack, in order, as plain values for the browser."""

    slides: tuple[dict[str, Any], ...]


def show(pack: Briefing) -> Show:
    """Return a pack as views: headline, one for each spoken part, what is not known, and references."""
    opening = {
        "title": pack.title,
        "lead": pack.headline,
        "figures": [list(pair) for pair in pack.measures],
        "foot": _foot(pack, " ".join(pack.sources[:2])),
        "code": _code(pack.address),
        "link": pack.address,
    }
    parts: list[dict[str, Any]] = []
    if pack.notes:
        parts.append({"title": pack.headline, "lines": list(pack.notes), "foot": _foot(pack, "")})
    parts += [slide for part in pack.parts if part.spoken for slide in _slides(pack, part)]
    if pack.note is not None:
        lines = [pack.note.text, pack.note.signature]
        parts.append({"title": translate("pack-note"), "lines": lines, "foot": _foot(pack, "")})
    closing = {"title": translate("pack-unknown"), "lines": list(pack.unknown), "foot": _foot(pack, "")}
    cautions = [f"{table}: {line}" for table, lines in pack.caveats for line in lines]
    references = [
        {
            "title": translate("pack-continued", title=title) if place else title,
            "lines": page,
            "foot": _foot(pack, ""),
        }
        for title, lines in (
            (translate("pack-citations"), pack.citations),
            (translate("pack-caveats"), cautions),
        )
        for place, page in enumerate(paged(lines, MAX_LETTERS))
    ]
    return Show((opening, *parts, closing, *references))


def _slides(pack: Briefing, part: Section) -> list[dict[str, Any]]:
    common = {"title": part.message or part.title, "foot": _foot(pack, part.source)}
    slides: list[dict[str, Any]] = []
    if part.drawing is not None:
        for screen in screens(part):
            picture = _data("image/svg+xml", image(screen, size=PICTURE, letters=LETTERS, form="svg"))
            slides.append(
                {
                    **common,
                    "title": screen.message or screen.title,
                    "picture": picture,
                    "alt": screen.alt,
                    "foot": _foot(pack, part.source, note=part.boundary),
                }
            )
    elif part.lines:
        slides.append({**common, "lines": list(part.lines)})
    if part.table is not None and len(part.table):
        rows = part.table.head(ROWS)
        remaining = len(part.table) - len(rows)
        slides.append(
            {
                **common,
                "head": [str(name) for name in rows.columns],
                "rows": [[cell(value) for value in row] for row in rows.itertuples(index=False)],
                "left": remaining,
                "more": translate("pack-more", rows=remaining) if remaining else "",
            }
        )
    return slides


def _foot(pack: Briefing, source: str, *, note: str = "") -> str:
    """Return the small print of a view: under a map its own note on boundaries comes first."""
    words = (note, source) if note else (source, pack.boundary)
    return " ".join(text for text in (*words, pack.stamp) if text)


def _code(address: str) -> str:
    """Return the address as a code that a telephone reads; nothing where it is too long for one."""
    if len(address) > MAX_ADDRESS:
        return ""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=8, border=2)
    return _data("image/svg+xml", out.getvalue())


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
