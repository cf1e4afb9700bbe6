"""Scatter traces of a Plotly figure in pixels: lines, bands, marks and words."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme
from ewdash.render.canvas import NotDrawnError
from ewdash.render.style import DASHES, OUTLINE, Colour, Pen, Plot, colour, each, first, known, shapes
from ewdash.render.text import LEADING, SPACE, Across, Upright, line_written, told, width

BOWTIE = Path([(-1, 1), (-1, -1), (1, 1), (1, -1), (-1, 1)], closed=True)
# Plotly's symbols: matplotlib's marker, and its size over Plotly's.
SYMBOLS: dict[str, tuple[str | Path, float]] = {
    "circle": ("o", 1.0),
    "square": ("s", 0.95),
    "diamond": ("D", 0.9),
    "triangle-up": ("^", 1.15),
    "triangle-down": ("v", 1.15),
    "triangle-left": ("<", 1.15),
    "triangle-right": (">", 1.15),
    "star": ("*", 1.45),
    "pentagon": ("p", 1.1),
    "hexagon": ("h", 1.1),
    "hexagon2": ("H", 1.1),
    "x": ("X", 1.1),
    "cross": ("P", 1.1),
    "bowtie": (BOWTIE, 1.2),
    "star-diamond": (Path.unit_regular_star(4, 0.4), 1.5),
}
STROKES = {"x-thin": "x", "cross-thin": "+", "line-ew": "_", "line-ns": "|"}
STEPS: dict[str, Any] = {"linear": "default", "hv": "steps-post", "vh": "steps-pre", "hvh": "steps-mid"}
FILLS = ("none", "toself", "tozeroy", "tonexty")
SIDES: dict[str, Across] = {"left": "right", "right": "left", "center": "center"}
UPRIGHT: dict[str, Upright] = {"top": "bottom", "bottom": "top", "middle": "center"}
WORDS_ORDER = 6.0  # words lie over everything
HALO = 0.25  # of the letters: paper around words that a line may run through


def scatter(trace: Any, plot: Plot, pen: Pen, *, before: Any) -> Iterator[tuple[str, Artist]]:  # noqa: ANN401
    """Yield what a scatter trace shows, each part with its kind.

    Args:
        trace: The trace.
        plot: Its axes.
        pen: Sizes.
        before: The scatter trace before it on the same axes, for a band between the two.

    Raises:
        NotDrawnError: If it has a fill, dash, shape or symbol that is not drawn.
    """
    x, y = plot.x.numbers(trace.x), plot.y.numbers(trace.y)
    mode = trace.mode or "lines+markers"
    if (trace.fill or "none") not in FILLS:
        raise NotDrawnError("fill", trace.fill)
    if (trace.fill or "none") != "none" and len(x):
        yield "band", plot.box.clipped(_band(trace, plot, x, y, before))
    if "lines" in mode and trace.line.width != 0 and len(x):
        yield "line", plot.box.clipped(_line(trace, plot, pen, x, y))
    shares = plot.x.share(x), plot.y.share(y)
    inside = np.logical_and.reduce([(share >= -1e-9) & (share <= 1 + 1e-9) for share in shares])
    if "markers" in mode:
        yield from (("marks", drawn) for drawn in _marks(trace, plot, pen, x, y, np.flatnonzero(inside)))
    if "text" in mode:
        away = pen.mark(first(trace.marker.size)) / 2 + pen.text * 0.3 if "markers" in mode else 0.0
        texts = each(trace.text, len(x))
        places = each(trace.textposition or "middle center", len(x))
        sizes, hues = each(trace.textfont.size, len(x)), each(trace.textfont.color, len(x))
        for i in np.flatnonzero(inside):
            spot = float(plot.across(x[i])), float(plot.upright(y[i]))
            size, hue = pen.letters(sizes[i] or 12), str(hues[i] or theme.INK)
            for drawn in words(str(texts[i] or ""), spot, size, hue, place=places[i], away=away):
                if away:
                    drawn.set_path_effects([withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
                yield "words", _held(drawn, plot, size)


def _held(drawn: Text, plot: Plot, size: float) -> Text:
    """Move words that would leave the plot to its edge."""
    start, air = drawn.get_position()[0], size * SPACE
    end = start + width(drawn.get_text(), size)
    drawn.set_x(start + max(plot.box.left + air - start, 0.0) + min(plot.box.right - air - end, 0.0))
    return drawn


def _band(trace: Any, plot: Plot, x: np.ndarray, y: np.ndarray, before: Any) -> Artist:  # noqa: ANN401
    if trace.fill == "tozeroy":
        x, y = np.concatenate([x, x[::-1]]), np.concatenate([y, np.zeros(len(y))])
    elif trace.fill == "tonexty" and before is not None:
        x = np.concatenate([x, plot.x.numbers(before.x)[::-1]])
        y = np.concatenate([y, plot.y.numbers(before.y)[::-1]])
    fill = colour(trace.fillcolor) if trace.fillcolor else colour(trace.line.color, 0.5)
    edge = np.column_stack([plot.across(x), plot.upright(y)])
    gaps = np.flatnonzero(np.isnan(edge).any(axis=1))
    parts = [part[~np.isnan(part).any(axis=1)] for part in np.split(edge, gaps)]
    return shapes([part for part in parts if len(part)], [fill], order=2)


def _line(trace: Any, plot: Plot, pen: Pen, x: np.ndarray, y: np.ndarray) -> Line2D:  # noqa: ANN401
    if trace.connectgaps:
        held = np.isfinite(x) & np.isfinite(y)
        x, y = x[held], y[held]
    return line(trace, pen, plot.across(x), plot.upright(y))


def line(trace: Any, pen: Pen, x: Any, y: Any) -> Line2D:  # noqa: ANN401
    """Return a trace's line through given pixels; around a filled shape it is no line of data."""
    filled = trace.fill == "toself"
    return Line2D(
        x,
        y,
        color=colour(trace.line.color, trace.opacity),
        linewidth=(trace.line.width or 2) * pen.scale if filled else pen.line(trace.line.width),
        linestyle=known(trace.line.dash or "solid", DASHES, "dash"),
        drawstyle=known(trace.line.shape or "linear", STEPS, "line.shape"),
        solid_joinstyle="round",
        solid_capstyle="round",
        transform=IdentityTransform(),
        zorder=3,
    )


def _marks(
    trace: Any,  # noqa: ANN401
    plot: Plot,
    pen: Pen,
    x: np.ndarray,
    y: np.ndarray,
    inside: np.ndarray,
) -> Iterator[Line2D]:
    """Yield the marks of a trace, those that look alike together."""
    marker, count = trace.marker, len(x)
    columns = (marker.symbol, marker.size, marker.color, marker.opacity)
    looks = list(zip(*(each(column, count) for column in columns), strict=True))
    for look in dict.fromkeys(looks[i] for i in inside):
        alike = [i for i in inside if looks[i] == look]
        yield mark(trace, pen, look, plot.across(x[alike]), plot.upright(y[alike]))


def mark(trace: Any, pen: Pen, look: tuple[Any, ...], x: Any, y: Any) -> Line2D:  # noqa: ANN401
    """Return marks of one look at given pixels.

    Args:
        trace: The trace.
        pen: Sizes.
        look: Symbol, size, colour and opacity.
        x: Pixels across.
        y: Pixels upright.

    Raises:
        NotDrawnError: If the symbol is not drawn.
    """
    symbol, size, hue, opacity = look
    shape = str(symbol or "circle").removesuffix("-open")
    given = trace.marker.line
    hue = hue or trace.line.color
    fill, edge = colour(hue, opacity), colour(first(given.color) or hue, opacity)
    width, wider = (first(given.width) or 0) * pen.scale, 1.0
    sign: str | Path
    if shape in STROKES:
        sign, width = STROKES[shape], pen.line(first(given.width) or 0)
    else:
        sign, wider = known(shape, SYMBOLS, "symbol")
        if str(symbol).endswith("-open"):
            fill, edge = _hollow(hue, opacity)
            width = max(width, OUTLINE * pen.unit)
    return Line2D(
        np.atleast_1d(x),
        np.atleast_1d(y),
        linestyle="none",
        marker=sign,
        markersize=pen.mark(size) * wider,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=width,
        transform=IdentityTransform(),
        zorder=4,
    )


def _hollow(hue: object, opacity: float | None) -> tuple[Colour, Colour]:
    """Return fill and edge of a hollow mark: paper, so that it hides what it lies on."""
    return colour(theme.PAPER), colour(hue, opacity)


def words(
    markup: str,
    spot: tuple[float, float],
    size: float,
    hue: str,
    *,
    place: str,
    away: float = 0.0,
    rotation: float = 0.0,
) -> Iterator[Text]:
    """Yield the lines of a text beside a spot.

    Args:
        markup: Text in Plotly's markup.
        spot: Pixels across and upright.
        size: Letter size in pixels.
        hue: Hex colour.
        place: Where the text stands: top, middle or bottom, and left, center or right.
        away: Pixels between the spot and the text.
        rotation: Degrees, counter-clockwise; lines of turned words stand beside each other.
    """
    upright, _, across = place.partition(" ")
    x = spot[0] + {"left": -away, "right": away, "center": 0}[across]
    y = spot[1] + {"top": away, "bottom": -away, "middle": 0}[upright]
    lines = told(markup)
    under = {"top": 0.0, "bottom": float(len(lines) - 1), "middle": (len(lines) - 1) / 2}[upright]
    turn = math.radians(rotation)
    for row, line in enumerate(lines):
        lift = (len(lines) - 1 - row - under) * size * LEADING
        for drawn in line_written(
            line,
            x - lift * math.sin(turn),
            y + lift * math.cos(turn),
            size,
            colour=hue,
            across=SIDES[across],
            upright=UPRIGHT[upright],
            rotation=rotation,
        ):
            drawn.set_zorder(WORDS_ORDER)
            yield drawn
