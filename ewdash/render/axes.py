"""The axes of a Plotly figure as numbers: kinds of values, ranges, ticks and their words."""

import functools
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import babel.dates
import numpy as np
import pandas as pd
import plotly.graph_objects as go
from matplotlib.ticker import MaxNLocator

from ewdash.i18n import LANGUAGE
from ewdash.render import NotDrawnError
from ewdash.render.text import width

LINEAR, DATE, CATEGORY = "linear", "date", "category"
DAY = 24 * 3600 * 1000  # Plotly's milliseconds
EDGE_PADDING = 0.05  # of the extent, between the outermost mark and the edge
# Months between two ticks of a time axis, and the months of a year.
MONTHS, YEAR = (1, 2, 3, 6, 12, 24, 60, 120, 240), 12
MONTH = 30.4  # days
DAYS = {"%Y": "yyyy", "%b %Y": "LLL yyyy", "%b": "LLL"}  # formats of ours, as Unicode writes them
THOUSANDS = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
Ticks = list[tuple[float, str]]


@dataclass
class Axis:
    """One axis: how its values become numbers, and which of them are in view."""

    layout: Any  # the figure's own axis
    kind: str
    names: dict[str, int] = field(default_factory=dict)  # of a category axis, with their places
    low: float = 0.0
    high: float = 1.0

    @property
    def domain(self) -> tuple[float, float]:
        """Share of the figure that the axis takes, from and to."""
        start, end = self.layout.domain or (0.0, 1.0)
        return float(start), float(end)

    def numbers(self, values: Any) -> np.ndarray:  # noqa: ANN401 - what Plotly holds
        """Return values as numbers (days on a date axis); NaN where there is none."""
        items = [] if values is None else list(values)
        if self.kind == CATEGORY:
            places = [self.names.get(str(value)) if value is not None else None for value in items]
            positions = [
                value if place is None and isinstance(value, (int, float)) else place
                for value, place in zip(items, places, strict=True)
            ]
            return np.array([math.nan if value is None else value for value in positions], dtype=float)
        if self.kind == DATE:
            days = pd.to_datetime(pd.Series(items, dtype=object), errors="coerce", format="ISO8601")
            return ((days - pd.Timestamp(0)) / pd.Timedelta(days=1)).to_numpy(dtype=float)
        return pd.to_numeric(pd.Series(items, dtype=object), errors="coerce").to_numpy(dtype=float)

    def length(self, value: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return a length given in Plotly's units in ours."""
        return np.asarray(value, dtype=float) / DAY if self.kind == DATE else np.asarray(value, dtype=float)

    def share(self, numbers: Any) -> Any:  # noqa: ANN401 - a number or numbers
        """Return where numbers stand between the ends of the axis, from 0 to 1."""
        return (np.asarray(numbers, dtype=float) - self.low) / ((self.high - self.low) or 1.0)

    def ticks(self, pixels: float, size: float, *, vertical: bool) -> Ticks:
        """Return the values marked on an axis of a length, with their words.

        Args:
            pixels: Length of the axis.
            size: Letter size in pixels.
            vertical: Whether the axis is vertical, so that words take a line each.
        """
        ticks = (
            self._explicit_ticks()
            if self.layout.tickvals is not None
            else self._automatic_ticks(pixels, size, vertical)
        )
        inside = [(at, name) for at, name in ticks if -1e-6 <= float(self.share(at)) <= 1 + 1e-6]
        return sorted(inside)

    @property
    def lettered(self) -> bool:
        """Tell whether each tick is a word of its own, which must not be left out."""
        return self.kind == CATEGORY or self.layout.ticktext is not None

    def _explicit_ticks(self) -> Ticks:
        at = self.numbers(self.layout.tickvals)
        words = self.layout.ticktext
        names = [str(name) for name in words] if words is not None else [self._name(value) for value in at]
        return list(zip(at.tolist(), names, strict=True))

    def _automatic_ticks(self, pixels: float, size: float, vertical: bool) -> Ticks:
        if self.kind == CATEGORY:
            return [(float(place), name) for name, place in self.names.items()]
        if self.kind == DATE:
            return self._dates(pixels, size)
        if self.layout.dtick is not None:
            step = float(self.layout.dtick)
            at = np.arange(math.ceil(self.low / step), math.floor(self.high / step) + 1) * step
        else:
            widest = max(width(self._name(end), size) for end in (self.low, self.high))
            room = size * 2.2 if vertical else widest + 2.5 * size
            count = max(2, min(self.layout.nticks or 10, int(pixels / room)))
            whole = (self.layout.tickformat or "").endswith("d")
            steps = [1, 2, 5, 10] if whole else [1, 2, 2.5, 5, 10]
            locator = MaxNLocator(nbins=count, steps=steps, integer=whole)
            at = np.asarray(locator.tick_values(self.low, self.high))
        return [(float(value), self._name(value)) for value in at]

    @property
    def period(self) -> float:
        """How far from its tick a name stands, where it names a period and not a day."""
        return MONTH / 2 if self.layout.ticklabelmode == "period" else 0.0

    def _dates(self, pixels: float, size: float) -> Ticks:
        first, last = (pd.Timestamp(0) + pd.Timedelta(days=end) for end in (self.low, self.high))
        dtick = str(self.layout.dtick or "")
        finest = YEAR if self.layout.tickformat == "%Y" else 1
        steps = [step for step in MONTHS if step >= finest]
        max_ticks = self.layout.nticks or math.inf
        for step in (int(dtick[1:]),) if dtick.startswith("M") else steps:
            style = self.layout.tickformat or ("%Y" if step >= YEAR else "%b %Y")
            origin = first.year - first.year % max(step // YEAR, 1)
            end = np.datetime64(last, "M") + 1
            months = pd.DatetimeIndex(np.arange(np.datetime64(f"{origin:04}-01"), end, step))
            months = months[months >= first]
            names = _days(months, style)
            gap = pixels * step * MONTH / (self.high - self.low)
            widest = max((width(name, size) for name in names), default=0.0) + size
            if gap >= widest and len(names) <= max_ticks + 1:
                break
        return list(zip(self.numbers(months).tolist(), names, strict=True))

    def _name(self, value: float) -> str:
        return number(float(value), self.layout.tickformat or "")


def number(value: float, style: str) -> str:
    """Write a number in one of d3's formats that the charts use.

    Raises:
        NotDrawnError: If the format is another.
    """
    value = 0.0 if abs(value) < 1e-12 else value
    if style == "~s":
        factor, suffix = next(((f, s) for f, s in THOUSANDS if abs(value) >= f), (1.0, ""))
        return f"{value / factor:.6g}{suffix}"
    if style == ",":
        return f"{value:,.10g}"
    if style == "":
        return f"{value:.10g}"
    if style.endswith("d"):
        return format(round(value), style)
    if style.endswith(("f", "%")):
        return format(value, style)
    raise NotDrawnError("tickformat", style)


def _days(days: pd.DatetimeIndex, style: str) -> list[str]:
    """Write days in one of the formats that the charts use; a second line only where it changes.

    Raises:
        NotDrawnError: If the format is another.
    """
    parts = style.split("\n")
    if not set(parts) <= set(DAYS):
        raise NotDrawnError("tickformat", style)
    language = LANGUAGE.get()
    names = [[_written(day, DAYS[part], language) for part in parts] for day in days]
    before = [[], *names]
    return [
        "<br>".join(
            str(line) for place, line in enumerate(lines) if not place or last[place:] != lines[place:]
        )
        for last, lines in zip(before, names, strict=False)
    ]


@functools.lru_cache(maxsize=4096)
def _written(day: pd.Timestamp, pattern: str, language: str) -> str:
    """Write a day; the axes of one paper ask for the same months again and again."""
    return str(babel.dates.format_date(day, pattern, locale=language))


def axes(figure: go.Figure) -> dict[str, Axis]:
    """Return the axes of a figure by the names its traces give them (x, x2, y ...).

    Raises:
        NotDrawnError: If an axis is of a kind that is not drawn.
    """
    by_name = {}
    for letter in "xy":
        for name in sorted({getattr(trace, f"{letter}axis", None) or letter for trace in figure.data}):
            layout = figure.layout[f"{letter}axis{name[1:]}"]
            raw = [
                value
                for trace in figure.data
                if (getattr(trace, f"{letter}axis", None) or letter) == name
                for value in (getattr(trace, letter) if getattr(trace, letter) is not None else ())
                if value is not None
            ]
            kind = layout.type if layout.type not in (None, "-") else _kind(raw)
            if kind not in (LINEAR, DATE, CATEGORY):
                raise NotDrawnError("axis.type", kind)
            if layout.overlaying or layout.side in ("top", "right"):
                raise NotDrawnError("axis.side", layout.side)
            names = _names(raw, layout) if kind == CATEGORY else {}
            by_name[name] = Axis(layout, kind, names)
    return by_name


def _kind(values: Sequence[Any]) -> str:
    """Tell what kind of values an axis holds, from the first of them."""
    first = values[0] if len(values) else 0
    if isinstance(first, str):
        return DATE if pd.notna(pd.to_datetime(first, errors="coerce", format="ISO8601")) else CATEGORY
    return DATE if isinstance(first, (pd.Timestamp, np.datetime64)) or hasattr(first, "year") else LINEAR


def _names(values: Iterable[Any], layout: Any) -> dict[str, int]:  # noqa: ANN401 - Plotly's axis
    categories = list(layout.categoryarray) if layout.categoryarray is not None else []
    names = dict.fromkeys([str(value) for value in [*categories, *values]])
    return {name: place for place, name in enumerate(names)}


def ranged(by_name: dict[str, Axis], extents: dict[str, list[float]], *, tight: Collection[str]) -> None:
    """Set the ends of every axis: as the figure says, else from what is drawn on it.

    Args:
        by_name: The axes by name; their ``low`` and ``high`` are set.
        extents: All numbers drawn on each axis; axes that match share them.
        tight: Names of axes on which nothing needs air at the ends.
    """
    groups: dict[str, list[str]] = {}
    for name in by_name:
        groups.setdefault(root(name, by_name), []).append(name)
    for names in groups.values():
        limits = next((by_name[name].layout.range for name in names if by_name[name].layout.range), None)
        axis = by_name[names[0]]
        if limits is not None:
            low, high = (float(end) for end in axis.numbers(limits))
            if axis.layout.ticktext is not None:
                low, high = _rows(axis, low, high)
        else:
            values = [value for name in names for value in extents.get(name, []) if math.isfinite(value)]
            low, high = _fitted(axis, values, 0.0 if tight and set(names) <= set(tight) else EDGE_PADDING)
        if axis.layout.autorange == "reversed" and limits is None:
            low, high = high, low
        for name in names:
            by_name[name].low, by_name[name].high = low, high


def _rows(axis: Axis, low: float, high: float) -> tuple[float, float]:
    """Return the ends of an axis of rows a step of one apart: half a row outside, not more."""
    at = np.sort(axis.numbers(axis.layout.tickvals))
    rows = len(at) and (np.diff(at) == 1).all() and low > at[0] - 1 and high < at[-1] + 1
    return (at[0] - 0.5, at[-1] + 0.5) if rows else (low, high)


def root(name: str, by_name: dict[str, Axis]) -> str:
    """Return the axis that others match, which gives all of them its ends."""
    visited = {name}
    while (other := by_name[name].layout.matches) in by_name and other not in visited:
        name = other
        visited.add(name)
    return name


def _fitted(axis: Axis, values: list[float], padding: float) -> tuple[float, float]:
    if axis.kind == CATEGORY:
        return -0.5, max(len(axis.names), 1) - 0.5
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    margin = padding * ((high - low) or abs(high) or 1.0)
    if axis.layout.rangemode == "tozero" or low == 0:
        return (low - margin if low < 0 else 0.0), (high + margin if high > 0 else 0.0) or 1.0
    return low - margin, high + margin
