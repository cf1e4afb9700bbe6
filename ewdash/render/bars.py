"""Bars and cells of a Plotly figure: where they stand, and how they are drawn."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import plotly.graph_objects as go
from matplotlib.artist import Artist

from ewdash.charts import theme
from ewdash.render import NotDrawnError
from ewdash.render.axes import DATE, MONTH, Axis
from ewdash.render.scatter import words
from ewdash.render.style import (  # fmt: skip
    HATCH,
    HATCHES,
    TRANSPARENT,
    Colour,
    Pen,
    Plot,
    colour,
    each,
    first,
    hatched,
    lookup,
    scaled,
    shapes,
)
from ewdash.render.text import width

MODES = ("stack", "overlay", "group")

Edges = dict[int, np.ndarray]  # place of a trace -> x0, x1, y0, y1 of its bars or cells, in numbers


def pair(trace: Any) -> tuple[str, str]:  # noqa: ANN401 - one of Plotly's traces
    """Return the names of a trace's axes."""
    return trace.xaxis or "x", trace.yaxis or "y"


def placed(figure: go.Figure, axes: dict[str, Axis]) -> Edges:
    """Return where the bars and cells of a figure stand.

    Raises:
        NotDrawnError: If bars are joined in a way that is not drawn.
    """
    edges: Edges = {}
    groups: dict[tuple[str, str], list[int]] = {}
    for place, trace in enumerate(figure.data):
        if trace.type == "bar":
            groups.setdefault(pair(trace), []).append(place)
        elif trace.type == "heatmap":
            x, y = (axes[name] for name in pair(trace))
            edges[place] = _cells(_edges(x, trace.x), _edges(y, trace.y))
    mode = figure.layout.barmode or "group"
    if groups and mode not in MODES:
        raise NotDrawnError("barmode", mode)
    for names, places in groups.items():
        traces = {place: figure.data[place] for place in places}
        edges |= _bars(traces, axes[names[0]], axes[names[1]], mode, figure.layout.bargap)
    return edges


def _bars(traces: dict[int, Any], x: Axis, y: Axis, mode: str, gap: float | None) -> Edges:
    """Return the bars that share a pair of axes, stacked or beside each other as they ask for."""
    rectangles: Edges = {}
    horizontal = any(trace.orientation == "h" for trace in traces.values())
    along, values = (y, x) if horizontal else (x, y)
    at = {place: along.numbers(trace.y if horizontal else trace.x) for place, trace in traces.items()}
    distinct = np.unique(
        np.concatenate([positions[np.isfinite(positions)] for positions in at.values()] or [np.array([])])
    )
    step = float(np.diff(distinct).min()) if len(distinct) > 1 else MONTH if along.kind == DATE else 1.0
    room = step * (1 - (0.2 if gap is None else gap))
    tops: dict[tuple[float, bool], float] = {}
    for number, (place, trace) in enumerate(traces.items()):
        heights = values.numbers(trace.x if horizontal else trace.y)
        share = room / len(traces) if mode == "group" else room
        thickness = np.broadcast_to(
            share if trace.width is None else along.length(trace.width), heights.shape
        )
        shift = -room / 2 + number * share if mode == "group" else -thickness / 2
        start = at[place] + (shift if trace.offset is None else along.length(trace.offset))
        base = (
            np.zeros(len(heights)) if trace.base is None else values.numbers(each(trace.base, len(heights)))
        )
        if mode == "stack" and trace.base is None:
            for i, (position, height) in enumerate(zip(at[place], heights, strict=True)):
                base[i] = tops.get((position, height < 0), 0.0)
                if math.isfinite(height):
                    tops[position, height < 0] = base[i] + height
        edges = [start, start + thickness, base, base + heights]
        rectangles[place] = np.column_stack(edges[2:] + edges[:2] if horizontal else edges)
    return rectangles


def _edges(axis: Axis, values: Any) -> np.ndarray:  # noqa: ANN401 - what Plotly holds
    """Return from and to of each cell along an axis: as wide as the narrowest step, so gaps stay."""
    positions = axis.numbers(values)
    step = (
        float(np.diff(np.unique(positions)).min())
        if len(positions) > 1
        else MONTH
        if axis.kind == DATE
        else 1.0
    )
    # Months differ by up to three days: neighbours meet half-way.
    after = np.append(np.diff(positions), step)
    before = np.insert(np.diff(positions), 0, step)
    max_gap = step * 1.2
    return np.column_stack(
        [
            positions - np.where(before <= max_gap, before, step) / 2,
            positions + np.where(after <= max_gap, after, step) / 2,
        ]
    )


def _cells(x_edges: np.ndarray, y_edges: np.ndarray) -> np.ndarray:
    """Return the edges of every cell, row by row."""
    return np.array([(*columns, *rows) for rows in y_edges for columns in x_edges])


def bars(trace: Any, edges: np.ndarray, plot: Plot, pen: Pen) -> Iterator[tuple[str, Artist]]:  # noqa: ANN401
    """Yield the bars of a trace and the words inside them, where they fit."""
    count = len(edges)
    indices = np.flatnonzero(np.isfinite(edges).all(axis=1))
    colors, texts = each(trace.marker.color, count), each(trace.text, count)
    rings = plot.corners(edges[indices])
    if len(indices):
        yield "bars", plot.box.clipped(swatch(trace, pen, rings, [colors[i] for i in indices]))
    size, ink = pen.letters(first(trace.textfont.size)), str(first(trace.textfont.color) or theme.INK)
    for i, ring in zip(indices, rings, strict=True):
        if texts[i] and width(str(texts[i]), size) <= abs(ring[2, 0] - ring[0, 0]):
            middle = ring.mean(axis=0)
            position = float(middle[0]), float(middle[1])
            for artist in words(str(texts[i]), position, size, ink, place="middle center"):
                yield "words", artist


def swatch(trace: Any, pen: Pen, rings: Any, colors: list[Any]) -> Artist:  # noqa: ANN401
    """Return shapes that look like a trace's bars."""
    marker = trace.marker
    opacity = (1.0 if trace.opacity is None else trace.opacity) * (first(marker.opacity) or 1.0)
    line = (first(marker.line.width) or 0) * pen.scale
    edge = colour(first(marker.line.color) or theme.PAPER) if line else TRANSPARENT
    artist = shapes(rings, [colour(color, opacity) for color in colors], order=2.5, edge=edge, line=line)
    if shape := first(marker.pattern.shape):
        lines = colour(first(marker.pattern.fgcolor) or theme.PAPER)
        hatched(artist, lookup(shape, HATCHES, "pattern"), lines, HATCH * pen.unit)
    return artist


def cells(trace: Any, edges: np.ndarray, plot: Plot, pen: Pen) -> Iterator[tuple[str, Artist]]:  # noqa: ANN401
    """Yield the cells of a heatmap; neighbours of one colour are one shape, so that no seam shows.

    Raises:
        NotDrawnError: If it has a scale of its own or words in its cells.
    """
    if trace.showscale is not False:
        raise NotDrawnError("showscale", trace.showscale)
    if trace.texttemplate:
        raise NotDrawnError("texttemplate", trace.texttemplate)
    values = np.array(
        [[math.nan if value is None else value for value in row] for row in trace.z], dtype=float
    )
    low = float(np.nanmin(values)) if trace.zmin is None else float(trace.zmin)
    high = float(np.nanmax(values)) if trace.zmax is None else float(trace.zmax)
    runs: list[tuple[Colour, list[float]]] = []
    for place, value in enumerate(values.ravel()):
        if math.isnan(value):
            continue
        fill = scaled(trace.colorscale, (float(value) - low) / ((high - low) or 1.0))
        corner = [float(edge) for edge in edges[place]]
        if runs and runs[-1][0] == fill and runs[-1][1][1:3] == [corner[0], corner[2]]:
            runs[-1][1][1] = corner[1]
        else:
            runs.append((fill, corner))
    rings = plot.corners(np.array([corner for _, corner in runs]).reshape(-1, 4))
    middle = rings.mean(axis=1, keepdims=True)
    gaps = np.array([trace.xgap or 0, trace.ygap or 0]) * pen.scale / 2
    rings = rings - np.sign(rings - middle) * gaps
    yield "cells", plot.box.clipped(shapes(rings, [fill for fill, _ in runs], order=2))
