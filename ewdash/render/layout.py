"""Sharing a page among the plots of a figure, so that every word on it has room."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ewdash.charts.axes import LEAST
from ewdash.render.axes import Axis, Ticks, root
from ewdash.render.bars import pair
from ewdash.render.canvas import Box, NoRoomError, NotDrawnError
from ewdash.render.style import Pen, Plot
from ewdash.render.text import (
    LEADING,
    Line,
    Run,
    bold,
    fitted,
    line_width,
    plain_line,
    told,
    width,
    wrapped,
)

NAMES = 0.3  # of the page's width: longer words at an upright axis are broken
PLOT = 0.7  # of a page's width: no less is a plot that stands alone beside its names
THICK = 170  # pixels on a slide: a bar is never thicker
# From a page with room to one that is full: pixels of the least a plot without words at its side
# takes, which of the pairs below holds, and whether a scale said again under a lower plot is left out.
FULLER = ((120, 0, False), (120, 1, False), (120, 1, True), (60, 1, True))
# Line height over letters of words at an upright axis, and of words in cells; where rows are many.
ROOMY, CELLS = (1.25, 1.02), (1.7, 1.4)
AIR, TITLED = (1.3, 0.5), (1.25, 1.1)  # over letters, between plots and of a line of a title
BETWEEN = 0.95  # of the space between two ticks that a word may fill
APART = 3.0  # over letters, between plots beside each other: half a word on either side, and air
NEAR = 0.02  # of a figure's height between a title and the plot it stands over


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
    least: Sequence[float],
    ends: tuple[float, float],
) -> Share:
    """Give each span what its gaps leave over, in proportion, and at least what it needs.

    Args:
        spans: From and to of each, as shares of the figure, lowest first.
        gaps: Pixels before the first span, between each two, and after the last.
        least: Pixels that each span needs; together with the gaps no more than there are.
        ends: Pixels between which they stand.

    Raises:
        NotDrawnError: If spans overlap.
    """
    if any(after[0] < before[1] - 1e-9 for before, after in itertools.pairwise(spans)):
        raise NotDrawnError("domain", spans)
    room = ends[1] - ends[0] - sum(gaps)
    weights = np.array([end - start for start, end in spans])
    needed = np.array(least, dtype=float)
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
    silent: frozenset[str]  # lying axes whose words stand under a lower plot already

    def worded(self, names: tuple[str, str], axes: dict[str, Axis]) -> tuple[bool, bool]:
        """Tell whether the words of a plot's lying and upright axis stand at it."""
        (x, y), found = names, list(self.plots)
        return stands_at(x, y, found, axes) and x not in self.silent, stands_at(y, x, found, axes)


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
    found = pairs(figure)
    columns = sorted({axes[x].domain for x, _ in found})
    rows = sorted({axes[y].domain for _, y in found})
    sides = [0.0] * (len(columns) + 1)
    for x, y in found:
        if stands_at(y, x, found, axes):
            place = columns.index(axes[x].domain)
            height = room.height * (axes[y].domain[1] - axes[y].domain[0])
            sides[place] = max(sides[place], beside(axes[y], height, pen, room))
    sides[1:-1] = [max(side + pen.text, pen.letters() * APART) for side in sides[1:-1]]
    sides[-1] = max(_overhang([axes[x] for x, _ in found], pen), _reach(figure, axes, pen, room))
    across = shared(columns, sides, [0.0] * len(columns), (room.left, room.right))
    titles = _titles(figure, rows, across, columns, pen)
    gaps, least, silent = _rows(figure, axes, pen, room, across, titles)
    low, high = room.bottom, room.top
    bars = [axes[y] for _, y in found if axes[y].names]
    if bars and len(rows) == 1:
        most = sum(gaps) + THICK * pen.unit * max(len(axis.names) for axis in bars)
        spare = max(0.0, high - low - most)
        low, high = low + spare / 2, high - spare / 2
    upright = shared(rows, gaps, least, (low, high))
    plots = {}
    for x, y in found:
        left, right = (across.at(edge) for edge in axes[x].domain)
        bottom, top = (upright.at(edge) for edge in axes[y].domain)
        plots[x, y] = Plot(axes[x], axes[y], Box(left, bottom, right, top))
    return Grid(plots, across, upright, titles, silent)


def _rows(
    figure: go.Figure, axes: dict[str, Axis], pen: Pen, room: Box, across: Share, titles: dict[int, Title]
) -> tuple[list[float], list[float], frozenset[str]]:
    """Return the gaps between rows of plots, the least each row needs, and whose words are left out.

    Raises:
        NoRoomError: If they need more room than there is.
    """
    found = pairs(figure)
    rows = sorted({axes[y].domain for _, y in found})
    celled = {pair(trace)[1] for trace in figure.data if trace.type == "heatmap"}
    lines = [
        max((len(title.lines) for title in titles.values() if _over(title.note, row)), default=0)
        for row in rows
    ]
    gaps, least = [0.0], [0.0]
    for plain, dense, once in FULLER:
        silent = _repeated(found, axes) if once else frozenset()
        feet, least = [0.0] * len(rows), [0.0] * len(rows)
        for x, y in found:
            row = rows.index(axes[y].domain)
            least[row] = max(least[row], _least(axes[y], pen, room, (plain, dense), y in celled))
            least[row] = max(least[row], _tied(figure, y, pen))
            if y == "y":
                least[row] = max(least[row], (figure.layout.meta or {}).get(LEAST, 0) * room.height)
            if x not in silent and stands_at(x, y, found, axes):
                feet[row] = max(feet[row], under(axes[x], across, pen))
        air, over = pen.text * AIR[dense], [count * pen.letters() * TITLED[dense] for count in lines]
        between = [foot + title + air for foot, title in zip(feet[1:], over, strict=False)]
        gaps = [feet[0], *between, over[-1] + air / 2]
        if sum(least) + sum(gaps) <= room.height:
            return gaps, least, silent
    raise NoRoomError("height", round(sum(least) + sum(gaps)))


def stands_at(name: str, other: str, found: Sequence[tuple[str, str]], axes: dict[str, Axis]) -> bool:
    """Tell whether the words of an axis stand at the plot that it shares with another.

    Args:
        name: The axis.
        other: The other axis of the plot.
        found: All pairs of axes.
        axes: The axes by name.
    """
    anchor = axes[name].layout.anchor
    partners = {y if name == x else x for x, y in found if name in (x, y)}
    return anchor == other or anchor not in partners


def shows(axis: Axis) -> bool:
    """Tell whether an axis has words at its ticks."""
    return axis.layout.showticklabels is not False and axis.layout.visible is not False


def ticks(axis: Axis, pixels: float, pen: Pen, *, upright: bool) -> Ticks:
    """Return the ticks of an axis that is so many pixels long."""
    return axis.ticks(pixels, pen.letters(axis.layout.tickfont.size), upright=upright)


def beside(axis: Axis, pixels: float, pen: Pen, room: Box) -> float:
    """Return the room that the words at an upright axis need beside it."""
    titled = pen.letters() * LEADING * 1.2 if axis.layout.title.text else 0.0
    if not shows(axis):
        return titled
    size = pen.letters(axis.layout.tickfont.size)
    lines = [
        line
        for _, name in ticks(axis, pixels, pen, upright=True)
        for line in fitted(name, size, room.width * NAMES)
    ]
    return max((width(line, size) for line in lines), default=0.0) + pen.text * 0.6 + titled


def _repeated(found: Sequence[tuple[str, str]], axes: dict[str, Axis]) -> frozenset[str]:
    """Return the lying axes that say again what the one under the lowest plot says."""
    lowest = min(axes[y].domain for _, y in found)
    last = {x for x, y in found if axes[y].domain == lowest and shows(axes[x])}
    said = {root(x, axes) for x in last}
    return frozenset(x for x, _ in found if x not in last and root(x, axes) in said)


def under(axis: Axis, across: Share, pen: Pen) -> float:
    """Return the room that the words at a lying axis need under it."""
    start, end = (across.at(edge) for edge in axis.domain)
    pixels = end - start
    titled = pen.letters() * LEADING * 1.25 if axis.layout.title.text else 0.0
    if not shows(axis):
        return titled
    size = pen.letters(axis.layout.tickfont.size)
    found = ticks(axis, pixels, pen, upright=False)
    room = pixels / max(len(found), 1) * BETWEEN if axis.lettered else pixels
    lines = max((len(fitted(name, size, room)) for _, name in found), default=0)
    return lines * size * LEADING + pen.text * 0.6 + titled


def _overhang(found: Sequence[Axis], pen: Pen) -> float:
    """Return the room right of the last plot for half of the last word under it."""
    seen = [axis for axis in found if shows(axis) and not axis.lettered]
    last = [ticks(axis, 1000, pen, upright=False)[-1:] for axis in seen if not axis.period]
    return max([pen.text, *(width(name, pen.letters()) / 2 for one in last for _, name in one)])


def _reach(figure: go.Figure, axes: dict[str, Axis], pen: Pen, room: Box) -> float:
    """Return the room right of the last plot for words that a line ties to a mark in it."""
    found = [0.0]
    for note in figure.layout.annotations:
        if note.showarrow is not False and (note.xref or "x") in axes:
            size, axis = pen.letters(note.font.size), axes[note.xref or "x"]
            wide = max((line_width(line, size) for line in told(note.text or "")), default=0.0)
            left = 1.0 - float(axis.share(axis.numbers([note.x]))[0])  # of the plot, right of the mark
            found.append(wide + (note.ax or 0) * pen.scale + pen.text - left * room.width * PLOT)
    return max(found)


def _least(axis: Axis, pen: Pen, room: Box, fuller: tuple[int, int], celled: bool) -> float:
    """Return the least height of a plot: a line for each word at its axis."""
    plain, dense = fuller
    if axis.layout.visible is False:  # an axis of rows that is not shown itself
        return pen.letters() * LEADING * abs(axis.high - axis.low)
    if not (axis.lettered and shows(axis)):
        return plain * pen.unit
    size = pen.letters(axis.layout.tickfont.size)
    line = size * (CELLS if celled else ROOMY)[dense]
    found = ticks(axis, room.height, pen, upright=True)
    nearest = float(np.diff([at for at, _ in found]).min()) if len(found) > 1 else 1.0
    rows = abs(axis.high - axis.low) / nearest
    return line * rows * max((len(fitted(name, size, room.width * NAMES)) for _, name in found), default=1)


def _tied(figure: go.Figure, axis: str, pen: Pen) -> float:
    """Return the height of the words that lines tie to marks of a plot, one over the other."""
    return sum(
        len(told(note.text or "")) * pen.letters(note.font.size) * LEADING
        for note in figure.layout.annotations
        if note.showarrow is not False and (note.yref or "y") == axis
    )


def _over(note: Any, row: tuple[float, float]) -> bool:  # noqa: ANN401 - Plotly's annotation
    return note.yanchor == "bottom" and abs(float(note.y) - row[1]) < NEAR


def _titles(
    figure: go.Figure,
    rows: Sequence[tuple[float, float]],
    across: Share,
    columns: Sequence[tuple[float, float]],
    pen: Pen,
) -> dict[int, Title]:
    """Return the annotations that are titles of plots, broken to the width of theirs."""
    found = {}
    for place, note in enumerate(figure.layout.annotations):
        if (note.xref, note.yref) != ("paper", "paper") or not any(_over(note, row) for row in rows):
            continue
        span = next((span for span in columns if span[0] - NEAR <= note.x <= span[1] + NEAR), columns[0])
        room = across.at(span[1]) - across.at(span[0])
        size = pen.letters(note.font.size)
        lines: list[Line] = []
        for line in told(f"<b>{note.text}</b>" if bold(note.font.weight) else str(note.text or "")):
            if line_width(line, size) <= room:
                lines.append(line)
                continue
            weight = max(run.weight for run in line)
            broken = wrapped(plain_line(line), size, room, weight=weight)
            lines += [(Run(row, weight),) for row in broken]
        found[place] = Title(note, tuple(lines))
    return found
