"""Annotations and shapes of a Plotly figure in pixels: titles of plots, words beside marks, lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from matplotlib.artist import Artist
from matplotlib.patheffects import withStroke

from ewdash.charts import theme
from ewdash.charts.captions import NAME, SOURCE, TITLE
from ewdash.render import NotDrawnError
from ewdash.render.axes import Axis
from ewdash.render.layout import Grid, Title
from ewdash.render.scatter import HALO
from ewdash.render.scatter import words as words_at
from ewdash.render.style import DASHES, Pen, colour, lookup, shapes, straight_line
from ewdash.render.text import LEADING, HorizontalAlignment, bold, line_width, markup_lines, styled_line

LEADER_WIDTH = 1.5  # pixels on a slide of the line that ties words to a mark
TITLE_GAP = 0.4  # of the letters, between a plot and the title over it


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
        return len(markup_lines(self.note.text or "")) * self.size * LEADING


def position(value: Any, ref: str, grid: Grid, axes: dict[str, Axis]) -> float:  # noqa: ANN401 - Plotly's
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
    axis = lookup(name, axes, "axis")
    part = float(value) if whole else float(axis.share(axis.numbers([value]))[0])
    start, end = (share.at(edge) for edge in axis.domain)
    return start + part * (end - start)


def _ref(ref: str | None, letter: str) -> str:
    return f"{letter} paper" if ref == "paper" else ref or letter


def shape(spec: Any, grid: Grid, axes: dict[str, Axis], pen: Pen) -> Artist:  # noqa: ANN401 - Plotly's
    """Return a line or rectangle of the layout.

    Raises:
        NotDrawnError: If it is another shape.
    """
    x_ref, y_ref = _ref(spec.xref, "x"), _ref(spec.yref, "y")
    x = [position(value, x_ref, grid, axes) for value in (spec.x0, spec.x1)]
    y = [position(value, y_ref, grid, axes) for value in (spec.y0, spec.y1)]
    order = 1.5 if spec.layer == "below" else 5.0
    width = max(2 * pen.unit, (2 if spec.line.width is None else spec.line.width) * pen.scale)
    if spec.type == "line":
        dash = lookup(spec.line.dash or "solid", DASHES, "dash")
        return straight_line(x, y, spec.line.color or theme.MUTED, width, dash=dash, order=order)
    if spec.type != "rect":
        raise NotDrawnError("shape.type", spec.type)
    ring = np.array([(x[0], y[0]), (x[0], y[1]), (x[1], y[1]), (x[1], y[0])])
    edge_width = width if spec.line.width else 0.0
    edge = colour(spec.line.color or theme.MUTED) if edge_width else colour(theme.PAPER, 0)
    fill = colour(spec.fillcolor or "rgba(0,0,0,0)", spec.opacity)
    return shapes([ring], [fill], order=order, edge=edge, line=edge_width)


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
            position(note.x, _ref(note.xref, "x"), grid, axes),
            position(note.y, _ref(note.yref, "y"), grid, axes),
        )
        if place in grid.titles:
            yield from _title(grid.titles[place], at, pen)
        elif note.showarrow is False:
            if note.name != NAME or _held(note, at, grid, axes, pen):
                yield from _words(note, at, pen)
        elif note.arrowhead != 0:
            raise NotDrawnError("annotation.arrowhead", note.arrowhead)
        else:
            size = pen.letters(note.font.size)
            x = at[0] + (note.ax or 0) * pen.scale
            tied.setdefault(_ref(note.yref, "y"), []).append(Tied(note, at, x, at[1], size))
    for ref, group in tied.items():
        ends = sorted(position(share, f"{ref} domain", grid, axes) for share in (0, 1))
        yield from _tied(group, (ends[0], ends[1]), pen)


def _title(title: Title, at: tuple[float, float], pen: Pen) -> Iterator[Artist]:
    """Yield the title of a plot, over it."""
    note, size = title.note, pen.letters(title.note.font.size)
    horizontal: HorizontalAlignment = note.xanchor if note.xanchor in ("left", "right") else "center"
    for row, line in enumerate(reversed(title.lines)):
        base = at[1] + pen.text * TITLE_GAP + row * size * LEADING
        yield from styled_line(
            line, at[0], base, size, colour=str(note.font.color or theme.INK), horizontal=horizontal
        )


def _words(note: Any, at: tuple[float, float], pen: Pen) -> Iterator[Artist]:  # noqa: ANN401 - Plotly's
    """Yield words at a place; where they are shifted, by so many of their own letters as on the page."""
    size, page_size = pen.letters(note.font.size), note.font.size or 14
    place = {"top": "bottom", "bottom": "top"}.get(note.yanchor, "middle")
    beside = {"left": "right", "right": "left"}.get(note.xanchor, "center")
    point = tuple(
        end + (shift or 0) * size / page_size
        for end, shift in zip(at, (note.xshift, note.yshift), strict=True)
    )
    text = f"<b>{note.text}</b>" if bold(note.font.weight) else str(note.text or "")
    color, rotation = str(note.font.color or theme.INK), -(note.textangle or 0)
    for artist in words_at(
        text, (point[0], point[1]), size, color, place=f"{place} {beside}", rotation=rotation
    ):
        if note.bgcolor:
            artist.set_path_effects([withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
        yield artist


def _held(
    note: Any,  # noqa: ANN401 - Plotly's
    at: tuple[float, float],
    grid: Grid,
    axes: dict[str, Axis],
    pen: Pen,
) -> bool:
    """Tell whether the name of a mark has room over it in its plot; without room the mark has no name."""
    size = pen.letters(note.font.size)
    rows = len(markup_lines(note.text)) * LEADING + (note.yshift or 0) / note.font.size
    top = position(1, f"{_ref(note.yref, 'y')} domain", grid, axes)
    return bool(at[1] + rows * size <= top)


def _tied(group: list[Tied], ends: tuple[float, float], pen: Pen) -> Iterator[Artist]:
    """Yield words tied to marks, moved up or down until none lies over another."""
    group.sort(key=lambda label: (-label.y, label.note.ay or 0))
    above = ends[1] + group[0].height / 2
    for label in group:  # from the top down, none higher than there is room for
        label.y = min(label.y, above - label.height / 2)
        above = label.y - label.height / 2
    under = ends[0] - group[-1].height / 2
    for label in reversed(group):  # and up again from the foot
        label.y = max(label.y, under + label.height / 2)
        under = label.y + label.height / 2
    for label in group:
        note, color = label.note, str(label.note.font.color or theme.INK)
        width = max(line_width(line, label.size) for line in markup_lines(note.text))
        left = label.x if note.xanchor == "left" else label.x - width
        # Dotted and thin: a solid line would look like data.
        leader = (label.spot[0], label.x), (label.spot[1], label.y)
        yield straight_line(*leader, note.arrowcolor or color, LEADER_WIDTH * pen.unit, dash=DASHES["dot"])
        yield from words_at(
            note.text, (left, label.y), label.size, color, place="middle right", distance=3 * pen.unit
        )
