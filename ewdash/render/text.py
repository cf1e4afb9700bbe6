"""The lettering of pictures: one typeface, measured, so that a line is broken where it is full."""

import functools
import html
import logging
import math
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from font_source_sans_pro import SourceSansPro, SourceSansProSemibold
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme

HorizontalAlignment: TypeAlias = Literal["left", "center", "right"]
VerticalAlignment: TypeAlias = Literal["baseline", "center", "top", "bottom"]
REGULAR, SEMIBOLD = 400, 600
# The pages' typeface; a letter that it lacks is taken from the second.
FAMILY = ["Source Sans Pro", "DejaVu Sans"]
LEADING = 1.25  # line height over letter size
SPACE = 0.22  # width of a space over letter size
REFERENCE_SIZE = 100  # letter size at which widths are measured, once for all sizes

# That the second has no weight between regular and bold is no news to anybody.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
for file in (SourceSansPro, SourceSansProSemibold):
    fontManager.addfont(file)


@functools.cache
def _face(weight: int) -> FontProperties:
    return FontProperties(family=FAMILY, weight=weight, size=REFERENCE_SIZE)


@functools.lru_cache(maxsize=8192)
def _advance(words: str, weight: int) -> float:
    width, _, _ = text_to_path.get_text_width_height_descent(words, _face(weight), ismath=False)
    return float(width) / REFERENCE_SIZE


def width(words: str, size: float, *, weight: int = REGULAR) -> float:
    """Return the width of one line in pixels."""
    return _advance(words, weight) * size


def wrapped(words: str, size: float, room: float, *, weight: int = REGULAR) -> list[str]:
    """Break words into lines that fit the room (pixels); a single longer word stays whole."""
    lines: list[str] = []
    used = 0.0
    for word in words.split():
        needed = width(word, size, weight=weight)
        if lines and used + size * SPACE + needed <= room:
            lines[-1] += f" {word}"
            used += size * SPACE + needed
        else:
            lines.append(word)
            used = needed
    return lines


class Run(NamedTuple):
    """A part of a line that looks alike: its words, weight and colour (None: the line's)."""

    words: str
    weight: int = REGULAR
    colour: str | None = None


Line: TypeAlias = tuple[Run, ...]


def markup_lines(markup: str) -> list[Line]:
    """Return the lines of a text in Plotly's markup; empty ones are left out, spaces at ends stay."""
    lines: list[list[Run]] = [[]]
    weight = REGULAR
    colours: list[str | None] = [None]
    for part in re.split(r"(<[^>]*>)", markup):
        tag = part.lower().replace(" ", "").replace("/>", ">")
        if tag == "<br>":
            lines.append([])
        elif tag in ("<b>", "</b>"):
            weight = SEMIBOLD if tag == "<b>" else REGULAR
        elif tag.startswith("<span"):
            match = re.search(r"[\"';]color:([^;\"']+)", tag)
            colours.append(match[1] if match else colours[-1])
        elif tag == "</span>":
            colours.pop()
        elif part and not part.startswith("<"):
            lines[-1].append(Run(html.unescape(part), weight, colours[-1]))
    return [tuple(line) for line in lines if plain_line(line).strip()]


def plain_line(line: Iterable[Run]) -> str:
    """Return the words of a line."""
    return "".join(run.words for run in line)


def bold(weight: object) -> bool:
    """Tell whether a weight of Plotly's is one of the heavier ones."""
    return weight in (600, 700, 800, 900, "bold")


def line_width(line: Line, size: float) -> float:
    """Return the width of a line in pixels."""
    return sum(width(run.words, size, weight=run.weight) + size * SPACE * _ends(run.words) for run in line)


def _ends(words: str) -> int:
    """Count the spaces at both ends, which have no outline and would not be measured."""
    return len(words) - len(words.strip())


def fitted(markup: str, size: float, room: float) -> list[str]:
    """Return the lines of a text in Plotly's markup, broken so that they fit the room (pixels)."""
    return [row for line in markup_lines(markup) for row in wrapped(plain_line(line), size, room)]


def plain(markup: str) -> str:
    """Return a text in Plotly's markup as one line without it."""
    return " ".join(plain_line(line).strip() for line in markup_lines(markup))


def styled_line(
    line: Line,
    x: float,
    y: float,
    size: float,
    *,
    colour: str = theme.INK,
    horizontal: HorizontalAlignment = "left",
    vertical: VerticalAlignment = "baseline",
    rotation: float = 0.0,
) -> Iterator[Text]:
    """Yield a line, each run of it in its own weight and colour; arguments as of `text_line`."""
    start = {"left": 0.0, "center": 0.5, "right": 1.0}[horizontal] * -line_width(line, size)
    angle = math.radians(rotation)
    for run in line:
        before = size * SPACE * (len(run.words) - len(run.words.lstrip()))
        yield text_line(
            run.words.strip(),
            x + (start + before) * math.cos(angle),
            y + (start + before) * math.sin(angle),
            size,
            weight=run.weight,
            colour=run.colour or colour,
            vertical=vertical,
            rotation=rotation,
        )
        start += line_width((run,), size)


def text_line(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    weight: int = REGULAR,
    colour: str = theme.INK,
    horizontal: HorizontalAlignment = "left",
    vertical: VerticalAlignment = "baseline",
    rotation: float = 0.0,
) -> Text:
    """Return one line as an artist, placed in pixels from the lower left corner.

    Args:
        words: The line; nothing in it is read as a formula.
        x: Pixels from the left edge.
        y: Pixels from the lower edge.
        size: Letter size in pixels.
        weight: `REGULAR` or `SEMIBOLD`.
        colour: Hex colour.
        horizontal: Which side of the line is at ``x``: left, center or right.
        vertical: What of the line is at ``y``: baseline, center, top or bottom.
        rotation: Degrees, counter-clockwise.
    """
    return Text(
        x,
        y,
        words,
        fontproperties=FontProperties(family=FAMILY, weight=weight, size=size),
        color=colour,
        horizontalalignment=horizontal,
        verticalalignment="center_baseline" if vertical == "center" else vertical,
        rotation=rotation,
        rotation_mode="anchor",
        parse_math=False,
        transform=IdentityTransform(),
    )
