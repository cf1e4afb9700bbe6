"""The ground of a plot: its grid, the words at its axes, and their titles."""

from collections.abc import Iterator

from matplotlib.artist import Artist

from ewdash.charts import theme
from ewdash.render import layout
from ewdash.render.axes import LINEAR, Axis, Ticks
from ewdash.render.canvas import Box
from ewdash.render.layout import Grid
from ewdash.render.style import Pen, Plot, straight_line
from ewdash.render.text import LEADING, fitted, plain, text_line, width

GAP = 0.4  # letters between an axis and its words
GRIDLINE_WIDTH = 1.2  # pixels of a line of the grid on a slide


def ground(
    plot: Plot, grid: Grid, pen: Pen, room: Box, *, horizontal: bool, vertical: bool
) -> Iterator[Artist]:
    """Yield the ground of a plot.

    Args:
        plot: The plot.
        grid: All plots of the figure.
        pen: Sizes.
        room: The room that the plots share.
        horizontal: Whether the words of the horizontal axis stand here and not at another plot.
        vertical: The same of the vertical axis.
    """
    x_ticks = layout.ticks(plot.x, plot.box.width, pen, vertical=False)
    y_ticks = layout.ticks(plot.y, plot.box.height, pen, vertical=True)
    yield from _lines(plot, plot.x, x_ticks, pen, vertical=False)
    yield from _lines(plot, plot.y, y_ticks, pen, vertical=True)
    if horizontal:
        yield from _under(plot, x_ticks, grid, pen)
    if vertical:
        yield from _beside(plot, y_ticks, pen, room)


def _lines(plot: Plot, axis: Axis, ticks: Ticks, pen: Pen, *, vertical: bool) -> Iterator[Artist]:
    """Yield a line at each tick; that of zero is darker where the axis counts."""
    if axis.layout.showgrid is False or axis.layout.visible is False:
        return
    box = plot.box
    for at, _ in ticks:
        zero = at == 0 and axis.kind == LINEAR and not axis.lettered
        color = theme.MUTED if zero else axis.layout.gridcolor
        position = float(plot.y_pixels(at) if vertical else plot.x_pixels(at))
        if vertical:
            yield straight_line([box.left, box.right], [position, position], color, GRIDLINE_WIDTH * pen.unit)
        else:
            yield straight_line([position, position], [box.bottom, box.top], color, GRIDLINE_WIDTH * pen.unit)


def _under(plot: Plot, ticks: Ticks, grid: Grid, pen: Pen) -> Iterator[Artist]:
    """Yield words and title of the horizontal axis."""
    axis, box = plot.x, plot.box
    size, color = pen.letters(axis.layout.tickfont.size), str(axis.layout.tickfont.color or theme.MUTED)
    room = box.width / max(len(ticks), 1) * layout.MAX_LABEL if axis.lettered else box.width
    offset = axis.period * box.width / ((axis.high - axis.low) or 1.0)
    for at, name in ticks if layout.shows(axis) else []:
        for row, line in enumerate(fitted(name, size, room)):
            y = box.bottom - pen.text * GAP - size * (0.95 + row * LEADING)
            yield text_line(
                line, float(plot.x_pixels(at)) + offset, y, size, colour=color, horizontal="center"
            )
    if axis.layout.title.text:
        size = pen.letters()
        y = box.bottom - layout.under(axis, grid.across, pen) + size * 0.35
        middle = (box.left + box.right) / 2
        yield text_line(
            plain(axis.layout.title.text), middle, y, size, colour=theme.MUTED, horizontal="center"
        )


def _beside(plot: Plot, ticks: Ticks, pen: Pen, room: Box) -> Iterator[Artist]:
    """Yield words and title of the vertical axis."""
    axis, box = plot.y, plot.box
    size, color = pen.letters(axis.layout.tickfont.size), str(axis.layout.tickfont.color or theme.MUTED)
    edge = box.left - pen.text * GAP
    for at, name in ticks if layout.shows(axis) else []:
        lines = fitted(name, size, room.width * layout.NAME_WIDTH)
        for row, line in enumerate(lines):
            y = float(plot.y_pixels(at)) + ((len(lines) - 1) / 2 - row) * size * layout.NAME_LEADING[1]
            yield text_line(line, edge, y, size, colour=color, horizontal="right", vertical="center")
    if axis.layout.title.text:
        size, name = pen.letters(), plain(axis.layout.title.text)
        x = box.left - layout.beside(axis, box.height, pen, room) + size * 0.9
        # In a low plot the title reaches down beside the next, not up over the legend.
        y = min((box.bottom + box.top) / 2, box.top - width(name, size) / 2)
        yield text_line(name, x, y, size, colour=theme.MUTED, horizontal="center", rotation=90)
