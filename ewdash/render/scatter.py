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
from ewdash.render import NotDrawnError
from ewdash.render.style import DASHES, OUTLINE, Colour, Pen, Plot, colour, each, first, lookup, shapes
from ewdash.render.text import (
    LEADING,
    SPACE,
    HorizontalAlignment,
    VerticalAlignment,
    markup_lines,
    styled_line,
    width,
)

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
SIDES: dict[str, HorizontalAlignment] = {"left": "right", "right": "left", "center": "center"}
VERTICALS: dict[str, VerticalAlignment] = {"top": "bottom", "bottom": "top", "middle": "center"}
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
        yield from (("marks", artist) for artist in _marks(trace, plot, pen, x, y, np.flatnonzero(inside)))
    if "text" in mode:
        distance = pen.mark(first(trace.marker.size)) / 2 + pen.text * 0.3 if "markers" in mode else 0.0
        texts = each(trace.text, len(x))
        places = each(trace.textposition or "middle center", len(x))
        sizes, colors = each(trace.textfont.size, len(x)), each(trace.textfont.color, len(x))
        for i in np.flatnonzero(inside):
            position = float(plot.x_pixels(x[i])), float(plot.y_pixels(y[i]))
            size, color = pen.letters(sizes[i] or 12), str(colors[i] or theme.INK)
            for artist in words(
                str(texts[i] or ""), position, size, color, place=places[i], distance=distance
            ):
                if distance:
                    artist.set_path_effects([withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
                yield "words", _inside_plot(artist, plot, size)


def _inside_plot(artist: Text, plot: Plot, size: float) -> Text:
    """Move words that would leave the plot to its edge."""
    start, padding = artist.get_position()[0], size * SPACE
    end = start + width(artist.get_text(), size)
    artist.set_x(start + max(plot.box.left + padding - start, 0.0) + min(plot.box.right - padding - end, 0.0))
    return artist


def _band(trace: Any, plot: Plot, x: np.ndarray, y: np.ndarray, before: Any) -> Artist:  # noqa: ANN401
    if trace.fill == "tozeroy":
        x, y = np.concatenate([x, x[::-1]]), np.concatenate([y, np.zeros(len(y))])
    elif trace.fill == "tonexty" and before is not None:
        x = np.concatenate([x, plot.x.numbers(before.x)[::-1]])
        y = np.concatenate([y, plot.y.numbers(before.y)[::-1]])
    fill = colour(trace.fillcolor) if trace.fillcolor else colour(trace.line.color, 0.5)
    edge = np.column_stack([plot.x_pixels(x), plot.y_pixels(y)])
    gaps = np.flatnonzero(np.isnan(edge).any(axis=1))
    parts = [part[~np.isnan(part).any(axis=1)] for part in np.split(edge, gaps)]
    return shapes([part for part in parts if len(part)], [fill], order=2)


def _line(trace: Any, plot: Plot, pen: Pen, x: np.ndarray, y: np.ndarray) -> Line2D:  # noqa: ANN401
    if trace.connectgaps:
        mask = np.isfinite(x) & np.isfinite(y)
        x, y = x[mask], y[mask]
    return line(trace, pen, plot.x_pixels(x), plot.y_pixels(y))


def line(trace: Any, pen: Pen, x: Any, y: Any) -> Line2D:  # noqa: ANN401
    """Return a trace's line through given pixels; around a filled shape it is no line of data."""
    filled = trace.fill == "toself"
    return Line2D(
        x,
        y,
        color=colour(trace.line.color, trace.opacity),
        linewidth=(trace.line.width or 2) * pen.scale if filled else pen.line(trace.line.width),
        linestyle=lookup(trace.line.dash or "solid", DASHES, "dash"),
        drawstyle=lookup(trace.line.shape or "linear", STEPS, "line.shape"),
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
        yield mark(trace, pen, look, plot.x_pixels(x[alike]), plot.y_pixels(y[alike]))


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
    symbol, size, color, opacity = look
    shape = str(symbol or "circle").removesuffix("-open")
    marker_line = trace.marker.line
    color = color or trace.line.color
    fill, edge = colour(color, opacity), colour(first(marker_line.color) or color, opacity)
    width, factor = (first(marker_line.width) or 0) * pen.scale, 1.0
    marker: str | Path
    if shape in STROKES:
        marker, width = STROKES[shape], pen.line(first(marker_line.width) or 0)
    else:
        marker, factor = lookup(shape, SYMBOLS, "symbol")
        if str(symbol).endswith("-open"):
            fill, edge = _hollow(color, opacity)
            width = max(width, OUTLINE * pen.unit)
    return Line2D(
        np.atleast_1d(x),
        np.atleast_1d(y),
        linestyle="none",
        marker=marker,
        markersize=pen.mark(size) * factor,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=width,
        transform=IdentityTransform(),
        zorder=4,
    )


def _hollow(color: object, opacity: float | None) -> tuple[Colour, Colour]:
    """Return fill and edge of a hollow mark: paper, so that it hides what it lies on."""
    return colour(theme.PAPER), colour(color, opacity)


def words(
    markup: str,
    position: tuple[float, float],
    size: float,
    color: str,
    *,
    place: str,
    distance: float = 0.0,
    rotation: float = 0.0,
) -> Iterator[Text]:
    """Yield the lines of a text beside a position.

    Args:
        markup: Text in Plotly's markup.
        position: Pixels across and upright.
        size: Letter size in pixels.
        color: Hex colour.
        place: Where the text stands: top, middle or bottom, and left, center or right.
        distance: Pixels between the position and the text.
        rotation: Degrees, counter-clockwise; lines of turned words stand beside each other.
    """
    vertical, _, horizontal = place.partition(" ")
    x = position[0] + {"left": -distance, "right": distance, "center": 0}[horizontal]
    y = position[1] + {"top": distance, "bottom": -distance, "middle": 0}[vertical]
    lines = markup_lines(markup)
    under = {"top": 0.0, "bottom": float(len(lines) - 1), "middle": (len(lines) - 1) / 2}[vertical]
    angle = math.radians(rotation)
    for row, line in enumerate(lines):
        lift = (len(lines) - 1 - row - under) * size * LEADING
        for artist in styled_line(
            line,
            x - lift * math.sin(angle),
            y + lift * math.cos(angle),
            size,
            colour=color,
            horizontal=SIDES[horizontal],
            vertical=VERTICALS[vertical],
            rotation=rotation,
        ):
            artist.set_zorder(WORDS_ORDER)
            yield artist
