"""A Plotly figure as a still picture: the same numbers on a slide, without a browser.

The figure on the page is the one source of what is drawn. Only what our charts use is drawn;
anything else is refused, because a picture that leaves something out would be a wrong picture.
"""

import functools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go
from matplotlib.artist import Artist

from ewdash.render import (
    SIZE,
    TEXT,
    NoRoomError,
    NotDrawnError,
    annotations,
    bars,
    canvas,
    gridlines,
    layout,
    scatter,
)
from ewdash.render.axes import Axis, ranged
from ewdash.render.axes import axes as axes_of
from ewdash.render.canvas import Box, Canvas
from ewdash.render.legend import legend
from ewdash.render.style import PAGE_TEXT, Pen, Plot, colour, first, shapes
from ewdash.render.text import plain

KINDS = ("scatter", "bar", "heatmap")
# What a trace may carry and a still does not draw.
UNSUPPORTED = ("error_x", "error_y", "stackgroup")
PAGE = 1120.0  # pixels across a chart on the page, which its sizes were made for
MIN_HEIGHT = 8.0  # letters: the least height of what a picture shows
MAX_GROWTH = 1.3  # of the smallest letters: how much a picture with room to spare may grow


def drawn(
    figure: go.Figure,
    *,
    title: str,
    lines: Sequence[str],
    size: tuple[int, int] = SIZE,
    text: float = TEXT,
    heading: bool = True,
) -> Canvas:
    """Return the page with the figure on it; arguments and errors as of `ewdash.render.render`.

    Every artist that shows data is named after its kind and the place of its trace, as in
    ``bars-2`` for the bars of the third trace.
    """
    _check(figure)
    page = canvas.canvas(title, lines, size=size, text=text, heading=heading)
    if page.room.height < MIN_HEIGHT * text:
        raise NoRoomError("height", round(page.room.height))
    axes = axes_of(figure)
    edges = bars.placed(figure, axes)
    ranged(axes, _extents(figure, axes, edges), tight=_tight(figure))
    pen = _pen(figure, page)
    room = _legend(figure, page, pen)
    grid = layout.grid(figure, axes, pen, room)
    for names, plot in grid.plots.items():
        horizontal, vertical = grid.worded(names, axes)
        page.add(*gridlines.ground(plot, grid, pen, room, horizontal=horizontal, vertical=vertical))
    page.add(*(annotations.shape(shape, grid, axes, pen) for shape in figure.layout.shapes))
    before: dict[tuple[str, str], Any] = {}
    for place, trace in enumerate(figure.data):
        plot = grid.plots[bars.pair(trace)]
        for kind, artist in _trace(trace, plot, pen, edges.get(place), before.get(bars.pair(trace))):
            artist.set_gid(f"{kind}-{place}")
            page.add(artist)
        if trace.type == "scatter":
            before[bars.pair(trace)] = trace
    page.add(*annotations.words(figure, grid, axes, pen))
    return page


def _check(figure: go.Figure) -> None:
    """Refuse a figure of which something would not be drawn."""
    if not figure.data:
        raise NotDrawnError("trace", None)
    for trace in figure.data:
        if trace.type not in KINDS:
            raise NotDrawnError("trace.type", trace.type)
        properties = trace.to_plotly_json()
        if missing := [name for name in UNSUPPORTED if properties.get(name)]:
            raise NotDrawnError("trace", missing[0])


def _pen(figure: go.Figure, page: Canvas) -> Pen:
    """Return the sizes of a picture: as large as its room allows, within bounds."""
    margin, height = figure.layout.margin, figure.layout.height or 450
    page_height = max(height - (margin.t or 0) - (margin.b or 0), 1) + 100
    min_scale = page.text / PAGE_TEXT
    growth = min(page.room.width / PAGE, page.room.height / page_height) / min_scale
    return Pen(page.text, min_scale * min(max(growth, 1.0), MAX_GROWTH))


def _extents(figure: go.Figure, axes: dict[str, Axis], edges: bars.Edges) -> dict[str, list[float]]:
    """Return all numbers drawn on each axis."""
    extents: dict[str, list[float]] = {}
    for place, trace in enumerate(figure.data):
        x, y = bars.pair(trace)
        if place in edges:
            x_values, y_values = edges[place][:, :2].ravel(), edges[place][:, 2:].ravel()
        else:
            x_values, y_values = axes[x].numbers(trace.x), axes[y].numbers(trace.y)
        extents.setdefault(x, []).extend(x_values.tolist())
        extents.setdefault(y, []).extend(y_values.tolist())
    return extents


def _tight(figure: go.Figure) -> set[str]:
    """Return the horizontal axes on which no mark could be cut at the ends."""
    loose = {
        bars.pair(trace)[0]
        for trace in figure.data
        if (trace.type == "scatter" and {"markers", "text"} & set((trace.mode or "markers").split("+")))
        or (trace.type == "bar" and trace.orientation == "h")
    }
    return {x for x, _ in layout.pairs(figure)} - loose


def _trace(
    trace: Any,  # noqa: ANN401
    plot: Plot,
    pen: Pen,
    edges: np.ndarray | None,
    before: Any,  # noqa: ANN401
) -> Iterator[tuple[str, Artist]]:
    if edges is None:
        return scatter.scatter(trace, plot, pen, before=before)
    return (bars.bars if trace.type == "bar" else bars.cells)(trace, edges, plot, pen)


def _legend(figure: go.Figure, page: Canvas, pen: Pen) -> Box:
    """Write the legend over the plots and return the room that is left."""
    entries = [
        trace
        for trace in figure.data
        if trace.name and trace.x is not None and len(trace.x)
        if (trace.showlegend if trace.type == "heatmap" else trace.showlegend is not False)
    ]
    showlegend = figure.layout.showlegend or any(trace.showlegend for trace in entries)
    if figure.layout.showlegend is False or not entries or (len(entries) == 1 and not showlegend):
        return page.room
    if "reversed" in (figure.layout.legend.traceorder or ""):
        entries.reverse()
    handles = [(plain(trace.name), functools.partial(_key, trace, pen)) for trace in entries]
    return legend(page, handles, size=pen.letters())


def _key(trace: Any, pen: Pen, box: Box) -> Iterator[Artist]:  # noqa: ANN401
    """Yield the handle of a trace in the legend."""
    ring = np.array(box.ring)
    x, y = [box.left, box.right], [(box.bottom + box.top) / 2] * 2
    if trace.type == "bar":
        yield bars.swatch(trace, pen, [ring], [first(trace.marker.color)])
        return
    if trace.type == "heatmap":
        yield shapes([ring], [colour(trace.colorscale[-1][1])], order=2)
        return
    mode = trace.mode or "lines+markers"
    if (trace.fill or "none") != "none":
        yield shapes([ring], [colour(trace.fillcolor or trace.line.color)], order=2)
    if "lines" in mode and trace.line.width != 0 and trace.fill != "toself":
        yield scatter.line(trace, pen, x, y)
    if "markers" in mode:
        marker = trace.marker
        look = tuple(first(value) for value in (marker.symbol, marker.size, marker.color, marker.opacity))
        yield scatter.mark(trace, pen, look, sum(x) / 2, y[0])
