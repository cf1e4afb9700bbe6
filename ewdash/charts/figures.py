"""A Plotly figure as plain data: built in milliseconds, validated only where it is drawn by us.

Plotly's own figures check each property as it is set, which is most of the time a page takes. What
is written here has the same names and gives the same JSON; `Figure.validated` is the checked one.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import plotly.graph_objects as go

Spec: TypeAlias = dict[str, Any]
Property: TypeAlias = Any  # what Plotly lets a property hold
PLAIN = {str, int, float, bool, type(None)}  # what cannot change
# Properties whose own name holds an underscore; any other underscore leads one level down.
UNDERSCORED = ("paper_bgcolor", "plot_bgcolor")
# Plotly's own figures have a template in any case: one by which they look as a page draws them.
EDGELESS: Spec = {"data": {"scatter": [{"marker": {"line": {"width": 0}}}]}}


def _copied(setting: Property) -> Property:
    """Return a copy that shares nothing that can change."""
    if not isinstance(setting, list):
        return setting if type(setting) in PLAIN else deepcopy(setting)
    if PLAIN.issuperset(map(type, setting)):
        return setting.copy()  # days and deaths of hundreds of months
    return [_copied(value) for value in setting]


def _merge(into: Spec, new: Mapping[str, Any]) -> None:
    """Set properties in place: mappings are merged, all else is replaced."""
    for key, value in new.items():
        first, _, rest = (key, "", "") if key in UNDERSCORED else key.partition("_")
        setting = {rest: value} if rest else value
        if isinstance(setting, Mapping):
            inside = into.setdefault(first, {})
            _merge(inside, setting)
        else:
            into[first] = _copied(setting)


def _without_edge(trace: Spec) -> Spec:
    """Return a trace whose points have no edge unless it says otherwise; Plotly would edge some of them."""
    if trace["type"] != "scatter" or "markers" not in trace.get("mode", "markers"):
        return trace
    marker = trace.get("marker", {})
    return trace | {"marker": marker | {"line": {"width": 0} | marker.get("line", {})}}


class Figure:
    """Traces and layout, with the few verbs of a Plotly figure that our charts use."""

    def __init__(
        self, data: Sequence[Mapping[str, Any]] = (), layout: Mapping[str, Any] | None = None
    ) -> None:
        """Take traces and layout as dictionaries; both are copied.

        Args:
            data: Traces.
            layout: The layout.
        """
        self.data: list[Spec] = [dict(trace) for trace in data]
        self.layout: Spec = deepcopy(dict(layout or {}))
        self._columns = 0  # of a grid of plots; 0 is a single plot

    def to_dict(self) -> Spec:
        """Return the figure as Plotly's JSON has it; treat it as read-only."""
        return {"data": self.data, "layout": self.layout}

    def as_drawn(self) -> Spec:
        """Return the figure as a page sends it, points without an edge unless they say otherwise; read-only.

        A page draws a figure and then hands the same one to Plotly again. Plotly leaves it as it stands if
        its revision tells that no data changed, and if it has no template and nothing of our own ("meta"):
        those are compared as objects, not by what they hold.
        """
        data = [_without_edge(trace) for trace in self.data]
        layout = {name: value for name, value in self.layout.items() if name != "meta"}
        written = json.dumps([data, layout], default=str)
        revision = hashlib.sha256(written.encode()).hexdigest()[:16]
        return {"data": data, "layout": layout | {"datarevision": revision}}

    def validated(self) -> "go.Figure":
        """Return Plotly's own figure, which refuses what Plotly does not know.

        Raises:
            ValueError: If a property is none of Plotly's, or its value is not allowed.
        """
        import plotly.graph_objects as go

        return go.Figure(deepcopy(self.data), deepcopy({"template": EDGELESS, **self.layout}))

    def _number(self, row: int | None, col: int | None) -> str:
        if row is None or col is None:
            return ""
        place = (row - 1) * self._columns + col
        return "" if place == 1 else str(place)

    def _add(self, kind: str, row: int | None, col: int | None, properties: Mapping[str, Any]) -> "Figure":
        trace: Spec = {"type": kind}
        _merge(trace, properties)
        if row is not None:
            number = self._number(row, col)
            trace |= {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        self.data.append(trace)
        return self

    def add_scatter(
        self, *, row: int | None = None, col: int | None = None, **properties: Property
    ) -> "Figure":
        """Add points, lines or text."""
        return self._add("scatter", row, col, properties)

    def add_bar(self, *, row: int | None = None, col: int | None = None, **properties: Property) -> "Figure":
        """Add bars."""
        return self._add("bar", row, col, properties)

    def add_heatmap(
        self, *, row: int | None = None, col: int | None = None, **properties: Property
    ) -> "Figure":
        """Add cells."""
        return self._add("heatmap", row, col, properties)

    def add_shape(self, **properties: Property) -> "Figure":
        """Add a line or rectangle."""
        self.layout.setdefault("shapes", []).append(deepcopy(properties))
        return self

    def add_vline(
        self, *, x: Property, row: int | None = None, col: int | None = None, **properties: Property
    ) -> "Figure":
        """Add an upright line over the whole height of a plot."""
        number = self._number(row, col)
        ends = {"x0": x, "x1": x, "y0": 0, "y1": 1, "xref": f"x{number}", "yref": f"y{number} domain"}
        return self.add_shape(type="line", **ends, **properties)

    def add_annotation(self, base: Mapping[str, Any] | None = None, **properties: Property) -> "Figure":
        """Add words."""
        note: Spec = {}
        _merge(note, {**(base or {}), **properties})
        self.layout.setdefault("annotations", []).append(note)
        return self

    def update_annotations(self, **properties: Property) -> "Figure":
        """Set properties of all words so far."""
        for note in self.layout.get("annotations", []):
            _merge(note, properties)
        return self

    def update_layout(self, base: Mapping[str, Any] | None = None, **properties: Property) -> "Figure":
        """Set properties of the layout."""
        _merge(self.layout, base or {})
        _merge(self.layout, properties)
        return self

    def axes(self, letter: str) -> Iterator[Spec]:
        """Yield the axes of a letter (x or y); a figure has at least one of each."""
        self.layout.setdefault(f"{letter}axis", {})
        for name, axis in self.layout.items():
            if name.startswith(f"{letter}axis"):
                yield axis

    def domain(self, row: int) -> tuple[float, float]:
        """Return the lower and upper edge of a row of plots, of the whole height."""
        low, high = self.layout[f"yaxis{self._number(row, 1)}"]["domain"]
        return low, high

    def _update_axes(
        self, letter: str, row: int | None, col: int | None, properties: Mapping[str, Any]
    ) -> None:
        if row is None:
            for axis in self.axes(letter):
                _merge(axis, properties)
        else:
            _merge(self.layout.setdefault(f"{letter}axis{self._number(row, col)}", {}), properties)

    def update_xaxes(
        self, *, row: int | None = None, col: int | None = None, **properties: Property
    ) -> "Figure":
        """Set properties of one axis of time or kind, or of all."""
        self._update_axes("x", row, col, properties)
        return self

    def update_yaxes(
        self, *, row: int | None = None, col: int | None = None, **properties: Property
    ) -> "Figure":
        """Set properties of one upright axis, or of all."""
        self._update_axes("y", row, col, properties)
        return self


def stacked(
    *,
    rows: int,
    cols: int,
    subplot_titles: Sequence[str],
    vertical_spacing: float,
    horizontal_spacing: float | None = None,
    row_heights: Sequence[float] | None = None,
    shared_yaxes: bool = False,
) -> Figure:
    """Return an empty grid of plots that share their x axes down each column.

    Args:
        rows: How many above each other.
        cols: How many side by side.
        subplot_titles: Over each plot, row by row; an empty one, or none, is left out.
        vertical_spacing: Between rows, of the whole height.
        horizontal_spacing: Between columns, of the whole width; None is a fifth of a column.
        row_heights: Of the rows, top first, in any unit; None is equal.
        shared_yaxes: Whether each row shares one upright axis.
    """
    figure = Figure()
    figure._columns = cols
    spacing = 0.2 / cols if horizontal_spacing is None else horizontal_spacing
    width = (1.0 - spacing * (cols - 1)) / cols
    free = 1.0 - vertical_spacing * (rows - 1)
    if row_heights is None:
        heights = [free / rows] * rows
    else:
        total = float(sum(row_heights))
        heights = [free * (height / total) for height in reversed(row_heights)]  # from below
    starts = [sum(heights[:place]) + place * vertical_spacing for place in range(rows)]
    for place in range(rows * cols):
        row, col = divmod(place, cols)
        number = "" if place == 0 else str(place + 1)
        below = rows - 1 - row
        left = col * (width + spacing)
        domain = [max(starts[below], 0.0), min(starts[below] + heights[below], 1.0)]
        x_axis: Spec = {"anchor": f"y{number}", "domain": [left, min(left + width, 1.0)]}
        y_axis: Spec = {"anchor": f"x{number}", "domain": domain}
        if row < rows - 1:
            bottom = (rows - 1) * cols + col
            x_axis |= {"matches": f"x{'' if bottom == 0 else bottom + 1}", "showticklabels": False}
        if shared_yaxes and col > 0:
            first = row * cols
            y_axis |= {"matches": f"y{'' if first == 0 else first + 1}", "showticklabels": False}
        figure.layout |= {f"xaxis{number}": x_axis, f"yaxis{number}": y_axis}
        if any(subplot_titles[place : place + 1]):
            figure.add_annotation(
                text=subplot_titles[place],
                x=(left + min(left + width, 1.0)) / 2,
                y=domain[1],
                xref="paper",
                yref="paper",
                xanchor="center",
                yanchor="bottom",
                showarrow=False,
                font={"size": 16},
            )
    return figure
