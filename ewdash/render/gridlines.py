"""The ground of a plot: its grid, the words at its axes, and their titles."""

from collections.abc import Iterator

from matplotlib.artist import Artist

from ewdash.charts import theme
from ewdash.render import layout
from ewdash.render.axes import LINEAR, Axis, Ticks
from ewdash.render.canvas import Box
from ewdash.render.layout import Grid
from ewdash.render.style import Pen, Plot, rule
from ewdash.render.text import LEADING, fitted, plain, width, written

GAP, RULE = 0.4, 1.2  # letters between an axis and its words; pixels of a line of the grid on a slide


def ground(plot: Plot, grid: Grid, pen: Pen, room: Box, *, across: bool, upright: bool) -> Iterator[Artist]:
    """Yield the ground of a plot.

    Args:
        plot: The plot.
        grid: All plots of the figure.
        pen: Sizes.
        room: The room that the plots share.
        across: Whether the words of the lying axis stand here and not at another plot.
        upright: The same of the upright axis.
    """
    lying = layout.ticks(plot.x, plot.box.width, pen, upright=False)
    standing = layout.ticks(plot.y, plot.box.height, pen, upright=True)
    yield from _lines(plot, plot.x, lying, pen, upright=False)
    yield from _lines(plot, plot.y, standing, pen, upright=True)
    if across:
        yield from _under(plot, lying, grid, pen)
    if upright:
        yield from _beside(plot, standing, pen, room)


def _lines(plot: Plot, axis: Axis, found: Ticks, pen: Pen, *, upright: bool) -> Iterator[Artist]:
    """Yield a line at each tick; that of zero is darker where the axis counts."""
    if axis.layout.showgrid is False or axis.layout.visible is False:
        return
    box = plot.box
    for at, _ in found:
        zero = at == 0 and axis.kind == LINEAR and not axis.lettered
        hue = theme.MUTED if zero else axis.layout.gridcolor
        spot = float(plot.upright(at) if upright else plot.across(at))
        if upright:
            yield rule([box.left, box.right], [spot, spot], hue, RULE * pen.unit)
        else:
            yield rule([spot, spot], [box.bottom, box.top], hue, RULE * pen.unit)


def _under(plot: Plot, found: Ticks, grid: Grid, pen: Pen) -> Iterator[Artist]:
    """Yield words and title of the lying axis."""
    axis, box = plot.x, plot.box
    size, hue = pen.letters(axis.layout.tickfont.size), str(axis.layout.tickfont.color or theme.MUTED)
    room = box.width / max(len(found), 1) * layout.BETWEEN if axis.lettered else box.width
    moved = axis.period * box.width / ((axis.high - axis.low) or 1.0)
    for at, name in found if layout.shows(axis) else []:
        for row, line in enumerate(fitted(name, size, room)):
            y = box.bottom - pen.text * GAP - size * (0.95 + row * LEADING)
            yield written(line, float(plot.across(at)) + moved, y, size, colour=hue, across="center")
    if axis.layout.title.text:
        size = pen.letters()
        y = box.bottom - layout.under(axis, grid.across, pen) + size * 0.35
        middle = (box.left + box.right) / 2
        yield written(plain(axis.layout.title.text), middle, y, size, colour=theme.MUTED, across="center")


def _beside(plot: Plot, found: Ticks, pen: Pen, room: Box) -> Iterator[Artist]:
    """Yield words and title of the upright axis."""
    axis, box = plot.y, plot.box
    size, hue = pen.letters(axis.layout.tickfont.size), str(axis.layout.tickfont.color or theme.MUTED)
    edge = box.left - pen.text * GAP
    for at, name in found if layout.shows(axis) else []:
        lines = fitted(name, size, room.width * layout.NAMES)
        for row, line in enumerate(lines):
            y = float(plot.upright(at)) + ((len(lines) - 1) / 2 - row) * size * layout.ROOMY[1]
            yield written(line, edge, y, size, colour=hue, across="right", upright="center")
    if axis.layout.title.text:
        size, name = pen.letters(), plain(axis.layout.title.text)
        x = box.left - layout.beside(axis, box.height, pen, room) + size * 0.9
        # In a low plot the title reaches down beside the next, not up over the legend.
        y = min((box.bottom + box.top) / 2, box.top - width(name, size) / 2)
        yield written(name, x, y, size, colour=theme.MUTED, across="center", rotation=90)
