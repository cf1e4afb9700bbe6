"""Sharing a page among the plots of a figure, so that every word on it has room."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ewdash.charts.axes import MIN_HEIGHT
from ewdash.render import NoRoomError, NotDrawnError
from ewdash.render.axes import Axis, Ticks, root
from ewdash.render.bars import pair
from ewdash.render.canvas import Box
from ewdash.render.style import Pen, Plot
from ewdash.render.text import (
    LEADING,
    Line,
    Run,
    bold,
    fitted,
    line_width,
    markup_lines,
    plain_line,
    width,
    wrapped,
)

NAME_WIDTH = 0.3  # of the page's width: longer words at a vertical axis are broken
PLOT_WIDTH = 0.7  # of a page's width: no less is a plot that stands alone beside its names
MAX_BAR = 170  # pixels on a slide: a bar is never thicker
# From a page with room to one that is full: pixels of the least a plot without words at its side
# takes, which of the pairs below holds, and whether a scale said again under a lower plot is left out.
DENSITIES = ((120, 0, False), (120, 1, False), (120, 1, True), (60, 1, True))
# Line height over letters of words at a vertical axis, and of words in cells; where rows are many.
NAME_LEADING, CELL_LEADING = (1.25, 1.02), (1.7, 1.4)
PLOT_PADDING, TITLE_LEADING = (1.3, 0.4), (1.25, 1.1)  # over letters, between plots and of a line of a title
MAX_LABEL = 0.95  # of the space between two ticks that a word may fill
COLUMN_GAP = 3.0  # over letters, between plots beside each other: half a word on either side, and air
MAX_TITLE_DISTANCE = 0.02  # of a figure's height between a title and the plot it stands over


@dataclass(frozen=True)
class Share:
    """How one direction of the page is shared: shares of the figure, and the same in pixels."""

    shares: np.ndarray
    pixels: np.ndarray

    def at(self, share: float) -> float:
        """Return a share of the figure in pixels."""
        return float(np.interp(share, self.shares, self.pixels))


def shared(
    spans: Sequence[tuple[float, float]],
    gaps: Sequence[float],
    min_sizes: Sequence[float],
    ends: tuple[float, float],
) -> Share:
    """Give each span what its gaps leave over, in proportion, and at least what it needs.

    Args:
        spans: From and to of each, as shares of the figure, lowest first.
        gaps: Pixels before the first span, between each two, and after the last.
        min_sizes: Pixels that each span needs; together with the gaps no more than there are.
        ends: Pixels between which they stand.

    Raises:
        NotDrawnError: If spans overlap.
    """
    if any(after[0] < before[1] - 1e-9 for before, after in itertools.pairwise(spans)):
        raise NotDrawnError("domain", spans)
    room = ends[1] - ends[0] - sum(gaps)
    weights = np.array([end - start for start, end in spans])
    needed = np.array(min_sizes, dtype=float)
    fixed = np.zeros(len(spans), dtype=bool)
    sizes = weights * room / weights.sum()
    while (short := (sizes < needed - 1e-6) & ~fixed).any() and not (fixed | short).all():
        fixed |= short
        sizes = np.where(fixed, needed, weights * (room - needed[fixed].sum()) / weights[~fixed].sum())
    edges, place = [], ends[0]
    for gap, size in zip(gaps, sizes, strict=False):
        edges += [place + gap, place + gap + size]
        place += gap + size
    return Share(np.array([edge for span in spans for edge in span]), np.array(edges))


@dataclass(frozen=True)
class Title:
    """A title over one plot: its lines, where it starts, and which row it is over."""

    note: Any  # the figure's annotation
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Grid:
    """The plots of a figure on the page."""

    plots: dict[tuple[str, str], Plot]
    across: Share
    upright: Share
    titles: dict[int, Title]  # place of the annotation -> title
    silent: frozenset[str]  # horizontal axes whose words stand under a lower plot already

    def worded(self, names: tuple[str, str], axes: dict[str, Axis]) -> tuple[bool, bool]:
        """Tell whether the words of a plot's horizontal and vertical axis stand at it."""
        (x, y), all_pairs = names, list(self.plots)
        return stands_at(x, y, all_pairs, axes) and x not in self.silent, stands_at(y, x, all_pairs, axes)


def pairs(figure: go.Figure) -> list[tuple[str, str]]:
    """Return the pairs of axes of a figure's traces, each once."""
    return list(dict.fromkeys(pair(trace) for trace in figure.data))


def grid(figure: go.Figure, axes: dict[str, Axis], pen: Pen, room: Box) -> Grid:
    """Place the plots of a figure in the room of a page.

    Args:
        figure: The figure.
        axes: Its axes, with their ends set.
        pen: Sizes.
        room: Where the plots and all words at their axes must stay.

    Raises:
        NoRoomError: If it is too small for the words at the axes.
    """
    all_pairs = pairs(figure)
    columns = sorted({axes[x].domain for x, _ in all_pairs})
    rows = sorted({axes[y].domain for _, y in all_pairs})
    sides = [0.0] * (len(columns) + 1)
    for x, y in all_pairs:
        if stands_at(y, x, all_pairs, axes):
            place = columns.index(axes[x].domain)
            height = room.height * (axes[y].domain[1] - axes[y].domain[0])
            sides[place] = max(sides[place], beside(axes[y], height, pen, room))
    sides[1:-1] = [max(side + pen.text, pen.letters() * COLUMN_GAP) for side in sides[1:-1]]
    sides[-1] = max(_overhang([axes[x] for x, _ in all_pairs], pen), _reach(figure, axes, pen, room))
    horizontal = shared(columns, sides, [0.0] * len(columns), (room.left, room.right))
    titles = _titles(figure, rows, horizontal, columns, pen)
    gaps, min_heights, silent = _rows(figure, axes, pen, room, horizontal, titles)
    low, high = room.bottom, room.top
    bars = [axes[y] for _, y in all_pairs if axes[y].names]
    if bars and len(rows) == 1:
        max_height = sum(gaps) + MAX_BAR * pen.unit * max(len(axis.names) for axis in bars)
        spare = max(0.0, high - low - max_height)
        low, high = low + spare / 2, high - spare / 2
    vertical = shared(rows, gaps, min_heights, (low, high))
    plots = {}
    for x, y in all_pairs:
        left, right = (horizontal.at(edge) for edge in axes[x].domain)
        bottom, top = (vertical.at(edge) for edge in axes[y].domain)
        plots[x, y] = Plot(axes[x], axes[y], Box(left, bottom, right, top))
    return Grid(plots, horizontal, vertical, titles, silent)


def _rows(
    figure: go.Figure, axes: dict[str, Axis], pen: Pen, room: Box, horizontal: Share, titles: dict[int, Title]
) -> tuple[list[float], list[float], frozenset[str]]:
    """Return the gaps between rows of plots, the least each row needs, and whose words are left out.

    Raises:
        NoRoomError: If they need more room than there is.
    """
    all_pairs = pairs(figure)
    rows = sorted({axes[y].domain for _, y in all_pairs})
    heatmap_axes = {pair(trace)[1] for trace in figure.data if trace.type == "heatmap"}
    lines = [
        max((len(title.lines) for title in titles.values() if _over(title.note, row)), default=0)
        for row in rows
    ]
    gaps, min_heights = [0.0], [0.0]
    for plain, dense, once in DENSITIES:
        silent = _repeated(all_pairs, axes) if once else frozenset()
        feet, min_heights = [0.0] * len(rows), [0.0] * len(rows)
        for x, y in all_pairs:
            row = rows.index(axes[y].domain)
            min_heights[row] = max(
                min_heights[row], _min_height(axes[y], pen, room, (plain, dense), y in heatmap_axes)
            )
            min_heights[row] = max(min_heights[row], _tied(figure, y, pen))
            if y == "y":
                min_heights[row] = max(
                    min_heights[row], (figure.layout.meta or {}).get(MIN_HEIGHT, 0) * room.height
                )
            if x not in silent and stands_at(x, y, all_pairs, axes):
                feet[row] = max(feet[row], under(axes[x], horizontal, pen))
        padding, title_heights = (
            pen.text * PLOT_PADDING[dense],
            [count * pen.letters() * TITLE_LEADING[dense] for count in lines],
        )
        between = [foot + title + padding for foot, title in zip(feet[1:], title_heights, strict=False)]
        gaps = [feet[0], *between, title_heights[-1] + padding / 2]
        if sum(min_heights) + sum(gaps) <= room.height:
            return gaps, min_heights, silent
    raise NoRoomError("height", round(sum(min_heights) + sum(gaps)))


def stands_at(name: str, other: str, all_pairs: Sequence[tuple[str, str]], axes: dict[str, Axis]) -> bool:
    """Tell whether the words of an axis stand at the plot that it shares with another.

    Args:
        name: The axis.
        other: The other axis of the plot.
        all_pairs: All pairs of axes.
        axes: The axes by name.
    """
    anchor = axes[name].layout.anchor
    partners = {y if name == x else x for x, y in all_pairs if name in (x, y)}
    return anchor == other or anchor not in partners


def shows(axis: Axis) -> bool:
    """Tell whether an axis has words at its ticks."""
    return axis.layout.showticklabels is not False and axis.layout.visible is not False


def ticks(axis: Axis, pixels: float, pen: Pen, *, vertical: bool) -> Ticks:
    """Return the ticks of an axis that is so many pixels long."""
    return axis.ticks(pixels, pen.letters(axis.layout.tickfont.size), vertical=vertical)


def beside(axis: Axis, pixels: float, pen: Pen, room: Box) -> float:
    """Return the room that the words at a vertical axis need beside it."""
    title_width = pen.letters() * LEADING * 1.2 if axis.layout.title.text else 0.0
    if not shows(axis):
        return title_width
    size = pen.letters(axis.layout.tickfont.size)
    lines = [
        line
        for _, name in ticks(axis, pixels, pen, vertical=True)
        for line in fitted(name, size, room.width * NAME_WIDTH)
    ]
    return max((width(line, size) for line in lines), default=0.0) + pen.text * 0.6 + title_width


def _repeated(all_pairs: Sequence[tuple[str, str]], axes: dict[str, Axis]) -> frozenset[str]:
    """Return the horizontal axes that say again what the one under the lowest plot says."""
    lowest = min(axes[y].domain for _, y in all_pairs)
    last = {x for x, y in all_pairs if axes[y].domain == lowest and shows(axes[x])}
    roots = {root(x, axes) for x in last}
    return frozenset(x for x, _ in all_pairs if x not in last and root(x, axes) in roots)


def under(axis: Axis, horizontal: Share, pen: Pen) -> float:
    """Return the room that the words at a horizontal axis need under it."""
    start, end = (horizontal.at(edge) for edge in axis.domain)
    pixels = end - start
    title_height = pen.letters() * LEADING * 1.25 if axis.layout.title.text else 0.0
    if not shows(axis):
        return title_height
    size = pen.letters(axis.layout.tickfont.size)
    labels = ticks(axis, pixels, pen, vertical=False)
    room = pixels / max(len(labels), 1) * MAX_LABEL if axis.lettered else pixels
    lines = max((len(fitted(name, size, room)) for _, name in labels), default=0)
    return lines * size * LEADING + pen.text * 0.6 + title_height


def _overhang(all_axes: Sequence[Axis], pen: Pen) -> float:
    """Return the room right of the last plot for half of the last word under it."""
    axes = [axis for axis in all_axes if shows(axis) and not axis.lettered]
    last = [ticks(axis, 1000, pen, vertical=False)[-1:] for axis in axes if not axis.period]
    return max([pen.text, *(width(name, pen.letters()) / 2 for labels in last for _, name in labels)])


def _reach(figure: go.Figure, axes: dict[str, Axis], pen: Pen, room: Box) -> float:
    """Return the room right of the last plot for words that a line ties to a mark in it."""
    widths = [0.0]
    for note in figure.layout.annotations:
        if note.showarrow is not False and (note.xref or "x") in axes:
            size, axis = pen.letters(note.font.size), axes[note.xref or "x"]
            text_width = max((line_width(line, size) for line in markup_lines(note.text or "")), default=0.0)
            left = 1.0 - float(axis.share(axis.numbers([note.x]))[0])  # of the plot, right of the mark
            widths.append(text_width + (note.ax or 0) * pen.scale + pen.text - left * room.width * PLOT_WIDTH)
    return max(widths)


def _min_height(axis: Axis, pen: Pen, room: Box, density: tuple[int, int], heatmap: bool) -> float:
    """Return the least height of a plot: a line for each word at its axis."""
    plain, dense = density
    if axis.layout.visible is False:  # an axis of rows that is not shown itself
        return pen.letters() * LEADING * abs(axis.high - axis.low)
    if not (axis.lettered and shows(axis)):
        return plain * pen.unit
    size = pen.letters(axis.layout.tickfont.size)
    line_height = size * (CELL_LEADING if heatmap else NAME_LEADING)[dense]
    labels = ticks(axis, room.height, pen, vertical=True)
    nearest = float(np.diff([at for at, _ in labels]).min()) if len(labels) > 1 else 1.0
    rows = abs(axis.high - axis.low) / nearest
    return (
        line_height
        * rows
        * max((len(fitted(name, size, room.width * NAME_WIDTH)) for _, name in labels), default=1)
    )


def _tied(figure: go.Figure, axis: str, pen: Pen) -> float:
    """Return the height of the words that lines tie to marks of a plot, one over the other."""
    return sum(
        len(markup_lines(note.text or "")) * pen.letters(note.font.size) * LEADING
        for note in figure.layout.annotations
        if note.showarrow is not False and (note.yref or "y") == axis
    )


def _over(note: Any, row: tuple[float, float]) -> bool:  # noqa: ANN401 - Plotly's annotation
    return note.yanchor == "bottom" and abs(float(note.y) - row[1]) < MAX_TITLE_DISTANCE


def _titles(
    figure: go.Figure,
    rows: Sequence[tuple[float, float]],
    horizontal: Share,
    columns: Sequence[tuple[float, float]],
    pen: Pen,
) -> dict[int, Title]:
    """Return the annotations that are titles of plots, broken to the width of theirs."""
    titles = {}
    for place, note in enumerate(figure.layout.annotations):
        if (note.xref, note.yref) != ("paper", "paper") or not any(_over(note, row) for row in rows):
            continue
        span = next(
            (
                span
                for span in columns
                if span[0] - MAX_TITLE_DISTANCE <= note.x <= span[1] + MAX_TITLE_DISTANCE
            ),
            columns[0],
        )
        room = horizontal.at(span[1]) - horizontal.at(span[0])
        size = pen.letters(note.font.size)
        lines: list[Line] = []
        for line in markup_lines(f"<b>{note.text}</b>" if bold(note.font.weight) else str(note.text or "")):
            if line_width(line, size) <= room:
                lines.append(line)
                continue
            weight = max(run.weight for run in line)
            broken = wrapped(plain_line(line), size, room, weight=weight)
            lines += [(Run(row, weight),) for row in broken]
        titles[place] = Title(note, tuple(lines))
    return titles
