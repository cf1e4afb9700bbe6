"""How a still is drawn: places in pixels, sizes a slide can bear, and Plotly's colours and signs."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme
from ewdash.render import TEXT, NotDrawnError
from ewdash.render.axes import Axis
from ewdash.render.canvas import Box

T = TypeVar("T")
Colour: TypeAlias = tuple[float, float, float, float]
TRANSPARENT: Colour = (0.0, 0.0, 0.0, 0.0)
DASHES: dict[str, Any] = {
    "solid": "solid",
    "dot": (0, (1, 2)),
    "dash": (0, (5, 3)),
    "longdash": (0, (8, 4)),
    "dashdot": (0, (5, 2, 1, 2)),
}
HATCHES = {"/": "//", "\\": "\\\\", "x": "xx", "-": "--", "|": "||", "+": "++", ".": ".."}
PAGE_TEXT = 14  # pixels of a chart's letters on the page
MIN_LINE, MIN_MARK, OUTLINE = 3.0, 9.0, 2.2  # pixels of lines, marks and hollow marks on a slide
HATCH = 2.4  # pixels of a pattern's lines on a slide


@dataclass(frozen=True)
class Pen:
    """How much larger than on the page marks and letters are, and the least a slide allows."""

    text: float  # pixels of the smallest letters
    scale: float  # of everything over its size on the page

    @property
    def unit(self) -> float:
        """A slide's pixel at this size of letters."""
        return self.text / TEXT

    def letters(self, size: float | None = None) -> float:
        """Return the size of letters that have a size on the page."""
        return max(self.text, float(round((size or PAGE_TEXT) * self.scale)))

    def line(self, width: float | None) -> float:
        """Return the width of a line of data."""
        return max(MIN_LINE * self.unit, (2 if width is None else width) * self.scale)

    def mark(self, size: float | None) -> float:
        """Return the size of a mark."""
        return max(MIN_MARK * self.unit, (6 if size is None else size) * self.scale)


@dataclass(frozen=True)
class Plot:
    """Where one pair of axes stands on the page."""

    x: Axis
    y: Axis
    box: Box

    def x_pixels(self, values: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return numbers of the x axis in pixels."""
        return self.box.left + self.x.share(values) * self.box.width

    def y_pixels(self, values: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return numbers of the y axis in pixels."""
        return self.box.bottom + self.y.share(values) * self.box.height

    def corners(self, edges: np.ndarray) -> np.ndarray:
        """Return rectangles given as x0, x1, y0, y1 as their four corners in pixels."""
        left, right = self.x_pixels(edges[:, 0]), self.x_pixels(edges[:, 1])
        low, high = self.y_pixels(edges[:, 2]), self.y_pixels(edges[:, 3])
        rings = [np.column_stack(pair) for pair in ((left, low), (left, high), (right, high), (right, low))]
        return np.stack(rings, axis=1)


def lookup(name: str, table: Mapping[str, T], what: str) -> T:
    """Return an entry of a table of what can be drawn.

    Raises:
        NotDrawnError: If the table lacks it.
    """
    if name not in table:
        raise NotDrawnError(what, name)
    return table[name]


def each(value: Any, count: int) -> list[Any]:  # noqa: ANN401 - one value, or one for each
    """Return a value for each of a number of marks, given one for all or one for each."""
    return list(value) if isinstance(value, (tuple, list, np.ndarray)) else [value] * count


def first(value: Any) -> Any:  # noqa: ANN401 - one value, or one for each
    """Return the value of the first mark."""
    return next(iter(each(value, 1)), None)


def colour(value: object, opacity: float | None = None) -> Colour:
    """Return a colour written as hex or as rgba(), with a further opacity.

    Raises:
        ValueError: If it is written otherwise.
    """
    text = str(value or theme.DEEP_BLUE)
    if text.startswith("rgb"):
        parts = [float(part) for part in text[text.index("(") + 1 : -1].split(",")]
        red, green, blue, alpha = (*(part / 255 for part in parts[:3]), *(parts[3:] or [1.0]))
    else:
        red, green, blue, alpha = to_rgba(text)
    return red, green, blue, alpha * (1.0 if opacity is None else opacity)


def scaled(scale: Iterable[tuple[float, str]], share: float) -> Colour:
    """Return the colour at a share of a scale; two colours at one place of it are a step."""
    stops = [(float(at), colour(color)) for at, color in scale]
    share = min(max(share, stops[0][0]), stops[-1][0])
    for (start, low_color), (end, high_color) in itertools.pairwise(stops):
        if start <= share <= end and end > start:
            red, green, blue, alpha = np.array(low_color) + (np.array(high_color) - low_color) * (
                share - start
            ) / (end - start)
            return float(red), float(green), float(blue), float(alpha)
    return stops[-1][1]


def shapes(
    rings: Iterable[np.ndarray],
    fills: Iterable[Colour],
    *,
    order: float,
    edge: Colour = TRANSPARENT,
    line: float = 0,
) -> PolyCollection:
    """Return polygons in pixels as one artist, painted over what has a lower order."""
    return PolyCollection(
        list(rings),
        facecolors=list(fills),
        edgecolors=[edge],
        linewidths=[line],
        transform=IdentityTransform(),
        zorder=order,
    )


def hatched(artist: PolyCollection, pattern: str, lines: Colour, width: float) -> PolyCollection:
    """Lay the lines of a pattern over shapes."""
    artist.set_hatch(pattern)
    artist.set_hatchcolor([lines])
    artist.set_hatch_linewidth(width)
    return artist


def straight_line(
    x: Sequence[float],
    y: Sequence[float],
    color: object,
    width: float,
    *,
    dash: Any = "solid",  # noqa: ANN401 - one of matplotlib's
    order: float = 1.0,
) -> Line2D:
    """Return a straight line of the ground, in pixels."""
    return Line2D(
        x,
        y,
        color=colour(color or theme.RULE),
        linewidth=width,
        linestyle=dash,
        zorder=order,
        transform=IdentityTransform(),
    )
