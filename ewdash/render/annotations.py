"""Annotations and shapes of a Plotly figure in pixels: titles of plots, words beside marks, lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from matplotlib.artist import Artist
from matplotlib.patheffects import withStroke

from ewdash.charts import theme
from ewdash.charts.captions import SOURCE, TITLE
from ewdash.render.axes import Axis
from ewdash.render.canvas import NotDrawnError
from ewdash.render.layout import Grid, Title
from ewdash.render.scatter import HALO
from ewdash.render.scatter import words as words_at
from ewdash.render.style import DASHES, Pen, colour, known, rule, shapes
from ewdash.render.text import LEADING, Across, bold, line_width, line_written, told

LEADER = 1.5  # pixels on a slide of the line that ties words to a mark
ABOVE = 0.4  # of the letters, between a plot and the title over it


@dataclass
class Tied:
    """Words that a line ties to a mark: where the mark is, and where the words have room."""

    note: Any  # the figure's annotation
    spot: tuple[float, float]
    x: float
    y: float
    size: float

    @property
    def height(self) -> float:
        """Pixels that the words take."""
        return len(told(self.note.text or "")) * self.size * LEADING


def spot(value: Any, ref: str, grid: Grid, axes: dict[str, Axis]) -> float:  # noqa: ANN401 - Plotly's
    """Return where a value of an axis, of an axis' length or of the whole figure stands, in pixels.

    Args:
        value: The value.
        ref: What it refers to: an axis, "x domain" and the like, or "x paper" and "y paper".
        grid: The plots on the page.
        axes: The axes by name.
    """
    share = grid.across if ref.startswith("x") else grid.upright
    if ref in ("x paper", "y paper"):
        return share.at(float(value))
    name, _, whole = ref.partition(" ")
    axis = known(name, axes, "axis")
    part = float(value) if whole else float(axis.share(axis.numbers([value]))[0])
    start, end = (share.at(edge) for edge in axis.domain)
    return start + part * (end - start)


def _ref(given: str | None, letter: str) -> str:
    return f"{letter} paper" if given == "paper" else given or letter


def shape(given: Any, grid: Grid, axes: dict[str, Axis], pen: Pen) -> Artist:  # noqa: ANN401 - Plotly's
    """Return a line or rectangle of the layout.

    Raises:
        NotDrawnError: If it is another shape.
    """
    across, upright = _ref(given.xref, "x"), _ref(given.yref, "y")
    x = [spot(value, across, grid, axes) for value in (given.x0, given.x1)]
    y = [spot(value, upright, grid, axes) for value in (given.y0, given.y1)]
    order = 1.5 if given.layer == "below" else 5.0
    line = max(2 * pen.unit, (2 if given.line.width is None else given.line.width) * pen.scale)
    if given.type == "line":
        dash = known(given.line.dash or "solid", DASHES, "dash")
        return rule(x, y, given.line.color or theme.MUTED, line, dash=dash, order=order)
    if given.type != "rect":
        raise NotDrawnError("shape.type", given.type)
    ring = np.array([(x[0], y[0]), (x[0], y[1]), (x[1], y[1]), (x[1], y[0])])
    edged = line if given.line.width else 0.0
    edge = colour(given.line.color or theme.MUTED) if edged else colour(theme.PAPER, 0)
    fill = colour(given.fillcolor or "rgba(0,0,0,0)", given.opacity)
    return shapes([ring], [fill], order=order, edge=edge, line=edged)


def words(figure: go.Figure, grid: Grid, axes: dict[str, Axis], pen: Pen) -> Iterator[Artist]:
    """Yield the annotations of a figure, without the title and source that only a page needs.

    Raises:
        NotDrawnError: If one has the head of an arrow.
    """
    tied: dict[str, list[Tied]] = {}
    for place, note in enumerate(figure.layout.annotations):
        if note.name in (TITLE, SOURCE):
            continue
        at = (
            spot(note.x, _ref(note.xref, "x"), grid, axes),
            spot(note.y, _ref(note.yref, "y"), grid, axes),
        )
        if place in grid.titles:
            yield from _title(grid.titles[place], at, pen)
        elif note.showarrow is False:
            yield from _words(note, at, pen)
        elif note.arrowhead != 0:
            raise NotDrawnError("annotation.arrowhead", note.arrowhead)
        else:
            size = pen.letters(note.font.size)
            x = at[0] + (note.ax or 0) * pen.scale
            tied.setdefault(_ref(note.yref, "y"), []).append(Tied(note, at, x, at[1], size))
    for ref, group in tied.items():
        ends = sorted(spot(share, f"{ref} domain", grid, axes) for share in (0, 1))
        yield from _tied(group, (ends[0], ends[1]), pen)


def _title(title: Title, at: tuple[float, float], pen: Pen) -> Iterator[Artist]:
    """Yield the title of a plot, over it."""
    note, size = title.note, pen.letters(title.note.font.size)
    across: Across = note.xanchor if note.xanchor in ("left", "right") else "center"
    for row, line in enumerate(reversed(title.lines)):
        base = at[1] + pen.text * ABOVE + row * size * LEADING
        yield from line_written(
            line, at[0], base, size, colour=str(note.font.color or theme.INK), across=across
        )


def _words(note: Any, at: tuple[float, float], pen: Pen) -> Iterator[Artist]:  # noqa: ANN401 - Plotly's
    """Yield words at a place; where they are shifted, by so many of their own letters as on the page."""
    size, given = pen.letters(note.font.size), note.font.size or 14
    place = {"top": "bottom", "bottom": "top"}.get(note.yanchor, "middle")
    beside = {"left": "right", "right": "left"}.get(note.xanchor, "center")
    shifted = tuple(
        end + (shift or 0) * size / given for end, shift in zip(at, (note.xshift, note.yshift), strict=True)
    )
    text = f"<b>{note.text}</b>" if bold(note.font.weight) else str(note.text or "")
    hue, turned = str(note.font.color or theme.INK), -(note.textangle or 0)
    for drawn in words_at(
        text, (shifted[0], shifted[1]), size, hue, place=f"{place} {beside}", rotation=turned
    ):
        if note.bgcolor:
            drawn.set_path_effects([withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
        yield drawn


def _tied(group: list[Tied], ends: tuple[float, float], pen: Pen) -> Iterator[Artist]:
    """Yield words tied to marks, moved up or down until none lies over another."""
    group.sort(key=lambda one: (-one.y, one.note.ay or 0))
    above = ends[1] + group[0].height / 2
    for one in group:  # from the top down, none higher than there is room for
        one.y = min(one.y, above - one.height / 2)
        above = one.y - one.height / 2
    under = ends[0] - group[-1].height / 2
    for one in reversed(group):  # and up again from the foot
        one.y = max(one.y, under + one.height / 2)
        under = one.y + one.height / 2
    for one in group:
        note, hue = one.note, str(one.note.font.color or theme.INK)
        wide = max(line_width(line, one.size) for line in told(note.text))
        left = one.x if note.xanchor == "left" else one.x - wide
        # Dotted and thin: a solid line would look like data.
        led = (one.spot[0], one.x), (one.spot[1], one.y)
        yield rule(*led, note.arrowcolor or hue, LEADER * pen.unit, dash=DASHES["dot"])
        yield from words_at(note.text, (left, one.y), one.size, hue, place="middle right", away=3 * pen.unit)
