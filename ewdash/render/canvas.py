"""The page that every picture is drawn on: title above, small print below, room between.

A pixel is a point here (72 of them an inch), so that the same numbers serve both formats.
"""

import io
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme
from ewdash.charts.theme import Form
from ewdash.render import SIZE, TEXT
from ewdash.render.text import LEADING, SEMIBOLD, text_line, wrapped

TITLE = 2.0  # letter size of a title over that of the small print
MARGIN = 2.8  # margin of a page over the letter size
BARE_MARGIN = 0.5  # margin of a picture that stands on a page of its own
DPI = 72
# Everything matplotlib would take from its surroundings and a picture must not depend on.
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "ewdash",
    "text.hinting": "none",
    "agg.path.chunksize": 0,
}
# Matplotlib keeps settings and fonts for the whole process: one picture is drawn at a time.
_DRAWING_LOCK = threading.Lock()


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def ring(self) -> list[tuple[float, float]]:
        """The four corners, in order."""
        left, right = self.left, self.right
        return [(left, self.bottom), (left, self.top), (right, self.top), (right, self.bottom)]

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels upright."""
        return self.top - self.bottom

    def clipped(self, artist: Artist) -> Artist:
        """Keep an artist inside the box."""
        artist.set_clip_path(Path([*self.ring, self.ring[0]]), IdentityTransform())
        return artist


@dataclass(frozen=True)
class Canvas:
    """A page with its words on it, and the room left for what it shows."""

    figure: Figure
    title: str
    lines: tuple[str, ...]
    text: float
    room: Box

    def add(self, *artists: Artist) -> None:
        """Put artists, placed in pixels, on the page."""
        for artist in artists:
            self.figure.add_artist(artist)


@contextmanager
def alone() -> Iterator[None]:
    """Draw with settings of our own while nobody else draws; nothing of them stays behind."""
    with _DRAWING_LOCK, mpl.rc_context(SETTINGS):
        yield


def canvas(
    title: str,
    lines: Sequence[str],
    *,
    size: tuple[int, int] = SIZE,
    text: float = TEXT,
    heading: bool = True,
) -> Canvas:
    """Return a page with title and small print.

    Args:
        title: Title of the picture, broken into as many lines as it needs.
        lines: Small print at the foot: caption, source, note on boundaries.
        size: Width and height in pixels.
        text: Letter size in pixels of the smallest text; all else is in proportion.
        heading: Whether the title is written; without it only a screen reader learns of it.
    """
    width, height = size
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=theme.PAPER)
    edge = text * (MARGIN if heading or lines else BARE_MARGIN)
    room = Box(edge, edge * 0.45, width - edge, height - edge * (0.5 if heading else 0.6))
    pitch = text * LEADING
    print_ = [row for line in lines for row in wrapped(line, text, room.width)]
    for place, row in enumerate(reversed(print_)):
        y = room.bottom + place * pitch + text * 0.25
        figure.add_artist(text_line(row, edge, y, text, colour=theme.MUTED))
    bottom = room.bottom + len(print_) * pitch + (text if print_ else 0)
    top = room.top
    if heading:
        title_size = text * TITLE
        for row in wrapped(title, title_size, room.width, weight=SEMIBOLD):
            top -= title_size * LEADING
            figure.add_artist(text_line(row, edge, top + title_size * 0.3, title_size, weight=SEMIBOLD))
        top -= text * 0.5
    return Canvas(figure, title, tuple(lines), text, Box(edge, bottom, width - edge, top))


def saved(page: Canvas, form: Form) -> bytes:
    """Return a page as a file: the same page gives the same bytes."""
    content = io.BytesIO()
    if form == "png":
        page.figure.savefig(content, format="png", dpi=DPI, metadata={"Software": None})
        return content.getvalue()
    metadata = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    page.figure.savefig(content, format="svg", dpi=DPI, metadata=metadata)
    return _accessible_svg(content.getvalue().decode(), page).encode()


def _accessible_svg(svg: str, page: Canvas) -> str:
    """Return an SVG in pixels, with its words for those who cannot see the outlines."""
    width, height = (f"{edge * DPI:.0f}" for edge in page.figure.get_size_inches())
    # A thousandth of a pixel is never seen; the scale of the letters stays exact.
    svg = re.sub(r"scale\([^)]*\)|(\d+\.\d{3})\d+", lambda match: match[1] or match[0], svg)
    words = f"<title>{escape(page.title)}</title><desc>{escape(' '.join(page.lines))}</desc>"
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    head = f'<svg {names} role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return re.sub(r"<svg\b[^>]*>", lambda _: head + words, svg, count=1)
