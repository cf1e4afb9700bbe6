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
from ewdash.render.axes import Axis
from ewdash.render.canvas import TEXT, Box, NotDrawnError

T = TypeVar("T")
Colour: TypeAlias = tuple[float, float, float, float]
CLEAR: Colour = (0.0, 0.0, 0.0, 0.0)
DASHES: dict[str, Any] = {
    "solid": "solid",
    "dot": (0, (1, 2)),
    "dash": (0, (5, 3)),
    "longdash": (0, (8, 4)),
    "dashdot": (0, (5, 2, 1, 2)),
}
HATCHES = {"/": "//", "\\": "\\\\", "x": "xx", "-": "--", "|": "||", "+": "++", ".": ".."}
PAGE_TEXT = 14  # pixels of a chart's letters on the page
THINNEST, SMALLEST, OUTLINE = 3.0, 9.0, 2.2  # pixels of lines, marks and hollow marks on a slide
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

    def letters(self, given: float | None = None) -> float:
        """Return the size of letters that have a size on the page."""
        return max(self.text, float(round((given or PAGE_TEXT) * self.scale)))

    def line(self, given: float | None) -> float:
        """Return the width of a line of data."""
        return max(THINNEST * self.unit, (2 if given is None else given) * self.scale)

    def mark(self, given: float | None) -> float:
        """Return the size of a mark."""
        return max(SMALLEST * self.unit, (6 if given is None else given) * self.scale)


@dataclass(frozen=True)
class Plot:
    """Where one pair of axes stands on the page."""

    x: Axis
    y: Axis
    box: Box

    def across(self, values: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return numbers of the x axis in pixels."""
        return self.box.left + self.x.share(values) * self.box.width

    def upright(self, values: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return numbers of the y axis in pixels."""
        return self.box.bottom + self.y.share(values) * self.box.height

    def corners(self, edges: np.ndarray) -> np.ndarray:
        """Return rectangles given as x0, x1, y0, y1 as their four corners in pixels."""
        left, right = self.across(edges[:, 0]), self.across(edges[:, 1])
        low, high = self.upright(edges[:, 2]), self.upright(edges[:, 3])
        rings = [np.column_stack(pair) for pair in ((left, low), (left, high), (right, high), (right, low))]
        return np.stack(rings, axis=1)


def known(name: str, of: Mapping[str, T], what: str) -> T:
    """Return an entry of a table of what can be drawn.

    Raises:
        NotDrawnError: If the table lacks it.
    """
    if name not in of:
        raise NotDrawnError(what, name)
    return of[name]


def each(value: Any, count: int) -> list[Any]:  # noqa: ANN401 - one value, or one for each
    """Return a value for each of a number of marks, given one for all or one for each."""
    return list(value) if isinstance(value, (tuple, list, np.ndarray)) else [value] * count


def first(value: Any) -> Any:  # noqa: ANN401 - one value, or one for each
    """Return the value of the first mark."""
    return next(iter(each(value, 1)), None)


def colour(given: object, opacity: float | None = None) -> Colour:
    """Return a colour written as hex or as rgba(), with a further opacity.

    Raises:
        ValueError: If it is written otherwise.
    """
    text = str(given or theme.DEEP_BLUE)
    if text.startswith("rgb"):
        parts = [float(part) for part in text[text.index("(") + 1 : -1].split(",")]
        red, green, blue, alpha = (*(part / 255 for part in parts[:3]), *(parts[3:] or [1.0]))
    else:
        red, green, blue, alpha = to_rgba(text)
    return red, green, blue, alpha * (1.0 if opacity is None else opacity)


def scaled(scale: Iterable[tuple[float, str]], share: float) -> Colour:
    """Return the colour at a share of a scale; two colours at one place of it are a step."""
    stops = [(float(at), colour(hue)) for at, hue in scale]
    share = min(max(share, stops[0][0]), stops[-1][0])
    for (start, one), (end, other) in itertools.pairwise(stops):
        if start <= share <= end and end > start:
            red, green, blue, alpha = np.array(one) + (np.array(other) - one) * (share - start) / (
                end - start
            )
            return float(red), float(green), float(blue), float(alpha)
    return stops[-1][1]


def shapes(
    rings: Iterable[np.ndarray],
    fills: Iterable[Colour],
    *,
    order: float,
    edge: Colour = CLEAR,
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


def hatched(drawn: PolyCollection, sign: str, lines: Colour, width: float) -> PolyCollection:
    """Lay the lines of a pattern over shapes."""
    drawn.set_hatch(sign)
    drawn.set_hatchcolor([lines])
    drawn.set_hatch_linewidth(width)
    return drawn


def rule(
    x: Sequence[float],
    y: Sequence[float],
    hue: object,
    line: float,
    *,
    dash: Any = "solid",  # noqa: ANN401 - one of matplotlib's
    order: float = 1.0,
) -> Line2D:
    """Return a straight line of the ground, in pixels."""
    return Line2D(
        x,
        y,
        color=colour(hue or theme.RULE),
        linewidth=line,
        linestyle=dash,
        zorder=order,
        transform=IdentityTransform(),
    )
