"""Deaths per month of many countries as small charts alike, and of all of them together.

Figures are put together as plain traces and one layout, because setting the axes of a dozen charts
one by one takes longer than the reader waits.
"""

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.charts import axes, theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate
from ewdash.model.situations import CANDIDATE, FINAL, LOWER_BOUND

COLUMNS = 3  # a third of half a laptop's width still holds a name
PANEL, BOTTOM, LEGEND = 92, 30, 36  # pixels of a chart, under the last, and over the headings
YEARS, LINE = 26, 17  # pixels for the years under a chart, and for each line of a heading
STEP = 15  # pixels of a line of figures over a cut axis
MAX_GAP = 12  # months: figures of a cut axis closer than that stand in one line
# Of a figure that leaves a cut axis, and of one that is preliminary: open, and no mark of the chart.
ARROW, PRELIMINARY_ARROW = "▲", "⇧"
MAX_REACH = 1.65  # times the highest value on a cut axis: so far above it the figures reach at most
TOGETHER_HEIGHT = 204  # pixels of the chart of all countries together
NAME_COLUMNS = 24  # characters over a third of half a laptop's width
COMMON, LOG, OWN = "common", "log", "own"
SCALES = (COMMON, LOG, OWN)
FAR_LARGER = 4  # times the next: on one scale with such a country, no other could be read
MIN_DEATHS = 5  # deaths a month: a lower axis would make single deaths look large
MARKS = {CANDIDATE: "circle-open", LOWER_BOUND: "triangle-up-open"}
Parts = list[dict[str, Any]]
Courses: TypeAlias = dict[str, list["Point"]]  # of countries by iso3


@dataclass(frozen=True)
class Panel:
    """What stands over one small chart: the country and a line under its name."""

    iso3: str
    name: str
    line: str


class Point(NamedTuple):
    """A month of a course: its first day, the state of the record, people, and how high they are drawn."""

    day: str
    vintage: str
    deaths: int | None
    height: float | None


def points(months: pd.DataFrame, *, log: bool = False) -> list[Point]:
    """Return months as plain values: a figure holds hundreds, each of which pandas would look up anew.

    Args:
        months: ``month``, ``vintage``, ``deaths_dated`` (people, NA where not known).
        log: Whether they are drawn on a logarithmic axis.
    """
    deaths = [None if pd.isna(value) else value for value in months["deaths_dated"].tolist()]
    heights = deaths
    if log:
        heights = [None if pd.isna(value) else value for value in axes.logged(months["deaths_dated"])]
    days = np.datetime_as_string(months["month"].to_numpy(), unit="D").tolist()
    return [Point(*point) for point in zip(days, months["vintage"].tolist(), deaths, heights, strict=True)]


def courses(months: pd.DataFrame, scale: str) -> Courses:
    """Return the months of each country, in their order.

    Args:
        months: ``iso3``, ``month``, ``vintage``, ``deaths_dated`` (people); one vintage a month.
        scale: One of `SCALES`.
    """
    by_country: Courses = {}
    for code, point in zip(months["iso3"].tolist(), points(months, log=scale == LOG), strict=True):
        by_country.setdefault(code, []).append(point)
    return by_country


def peak(course: Iterable[Point]) -> int:
    """Return the most deaths of a month, 0 where none is known."""
    return max((point.deaths for point in course if point.deaths is not None), default=0)


def _series(course: list[Point], vintages: set[str], place: str, *, fill: bool = True) -> Parts:
    """Return the traces of one course: the final record as a line, preliminary months as open marks."""
    traces = []
    for vintage in (FINAL, *MARKS):
        part = sorted(point for point in course if point.vintage == vintage)
        if not part:
            continue
        line: dict[str, Any] = {"mode": "lines", "line": {"color": theme.RED, "width": 1.8}}
        line |= {"fill": "tozeroy", "fillcolor": theme.rgba(theme.RED, 0.12)} if fill else {}
        marker = {"symbol": MARKS.get(vintage), "size": 5, "color": theme.MUTED, "line": {"width": 1.2}}
        traces.append(
            {
                "type": "scatter",
                "name": translate(f"series-{vintage.replace('_', '-')}"),
                "legendgroup": vintage,
                "showlegend": vintage not in vintages,
                "x": [point.day for point in part],
                "y": [point.height for point in part],
                "customdata": [point.deaths for point in part],
                "hovertemplate": "%{x|%b %Y}: %{customdata:,.0f}<extra>%{fullData.name}</extra>",
                "xaxis": f"x{place}",
                "yaxis": f"y{place}",
                **(line if vintage == FINAL else {"mode": "markers", "marker": marker}),
            }
        )
        vintages.add(vintage)
    return traces


def small_multiples(
    by_country: Courses,
    panels: Sequence[Panel],
    *,
    period: tuple[pd.Timestamp, pd.Timestamp],
    scale: str = COMMON,
) -> Figure:
    """Draw deaths per month of each country in a chart of its own, all alike.

    Args:
        by_country: `courses` of the countries.
        panels: The countries, in order.
        period: First and last day of every axis.
        scale: One of `SCALES`: the same axis for all, the same but logarithmic, or each its own.

    Returns:
        A figure with a chart per country; each vintage is a trace of its own. On the common
        axis the few months far above the rest leave it, with their figure written at its top;
        one country far larger than all others (`apart`) has an axis of its own.
    """
    far = apart(by_country, scale)
    rest = others(by_country, far)
    rows = math.ceil(len(panels) / COLUMNS)
    lines = 1 + max(len(textwrap.wrap(panel.name, NAME_COLUMNS)) for panel in panels)
    gap = YEARS + LINE * lines
    limit = cut(rest, scale)
    highest = max(float(peak(rest)), MIN_DEATHS)
    line_count = max(
        (len(_lines(part, limit)) for code, part in by_country.items() if code != far), default=0
    )
    panel_height = PANEL + STEP * line_count
    inner = panel_height * rows + gap * (rows - 1)
    gutter = (
        0.07 if scale == OWN or far else 0.03
    )  # of the width, between charts: each with its numbers, or not
    panel_width = (1 - gutter * (COLUMNS - 1)) / COLUMNS
    vintages: set[str] = set()
    traces, notes, layout = [], [], {}
    for number, panel in enumerate(panels):
        place = str(number + 1) if number else ""
        part = by_country.get(panel.iso3, [])
        left = (number % COLUMNS) * (panel_width + gutter)
        upper = 1 - (number // COLUMNS) * (panel_height + gap) / inner
        own, alone = limit or highest, scale == OWN or panel.iso3 == far
        if alone:
            own = float(max((point.deaths for point in part if point.deaths is not None), default=highest))
        layout[f"xaxis{place}"] = _years(period) | {
            "domain": [left, min(left + panel_width, 1)],
            "anchor": f"y{place}",
        }
        counts = _raised(_counts(max(own, MIN_DEATHS), log=scale == LOG), line_count, panel_height)
        layout[f"yaxis{place}"] = counts | {
            "domain": [max(upper - panel_height / inner, 0), upper],
            "anchor": f"x{place}",
            "showticklabels": alone or number % COLUMNS == 0,
        }
        traces += _series(part, vintages, place)
        notes.append(_heading(panel, left, upper))
        notes += _beyond(part, None if alone else limit, period, place)
    height = inner + LEGEND + LINE * lines + BOTTOM
    return Figure(
        traces,
        {
            **theme.LAYOUT,
            **layout,
            "annotations": notes,
            "height": height,
            "margin": {"l": 58, "r": 16, "t": LEGEND + LINE * lines, "b": BOTTOM},
            "legend": theme.LAYOUT["legend"] | {"y": 1 + LINE * lines / inner},
            "hovermode": "closest",
        },
    )


def _years(period: tuple[pd.Timestamp, pd.Timestamp]) -> dict[str, Any]:
    days = [f"{day:%Y-%m-%d}" for day in period]
    return theme.AXIS | {"type": "date", "range": days, "nticks": 4, "tickformat": "%Y"}


def _counts(highest: float, *, log: bool = False) -> dict[str, Any]:
    """Return an axis of deaths up to the highest, with air above it."""
    if not log:
        return theme.AXIS | {"range": [0, axes.HEADROOM * highest], "tickformat": ",d", "nticks": 4}
    positions, names = axes.log_ticks(highest)
    top = axes.HEADROOM * float(axes.logged(pd.Series([highest])).iloc[0])
    return theme.AXIS | {"range": [0, top], "tickvals": positions, "ticktext": names}


def apart(by_country: Courses, scale: str) -> str | None:
    """Return the country so far larger than all others that it needs an axis of its own; None: there is none.

    Args:
        by_country: `courses` of the countries drawn.
        scale: One of `SCALES`; only on the common one does a country flatten others.
    """
    if scale != COMMON:
        return None
    limit = cut(others(by_country, None), scale)  # a few months far above the rest leave the axis anyway
    peaks = {code: peak(course) for code, course in by_country.items()}
    heights = {code: high if limit is None else min(high, limit) for code, high in peaks.items()}
    if len(heights) <= 2:
        return None
    largest, second = sorted(heights, key=heights.__getitem__, reverse=True)[:2]
    return largest if heights[largest] > FAR_LARGER * max(heights[second], MIN_DEATHS) else None


def others(by_country: Courses, far: str | None) -> list[Point]:
    """Return the months of all countries but one."""
    return [point for code, course in by_country.items() if code != far for point in course]


def cut(course: Sequence[Point], scale: str) -> float | None:
    """Return the deaths a month at which the common axis is cut, None where it is not."""
    known = [point.deaths for point in course if point.deaths is not None]
    limit = axes.cut(known) if scale == COMMON else None
    if limit is None:
        return None
    beyond = sorted(float(value) for value in known if value > limit)
    for value in beyond:  # what would lie among the figures over the axis stays on it
        limit = value if value <= MAX_REACH * limit else limit
    return limit if beyond[-1] > limit else None


def _beyond(
    course: list[Point], limit: float | None, period: tuple[pd.Timestamp, pd.Timestamp], place: str
) -> Parts:
    """Return the figures of months that leave a cut axis, over everything that is drawn on it."""
    if limit is None:
        return []
    middle = period[0] + (period[1] - period[0]) / 2
    notes: Parts = []
    for step, part in enumerate(_lines(course, limit)):
        late = pd.Timestamp(part[0].day) > middle
        arrows = [ARROW if point.vintage == FINAL else PRELIMINARY_ARROW for point in part]
        numbers = [i18n.number(point.deaths or 0) for point in part]
        pairs = zip(numbers, arrows, strict=True) if late else zip(arrows, numbers, strict=True)
        notes.append(
            {
                "x": part[-1 if late else 0].day,
                "y": 1,
                "xref": f"x{place}",
                "yref": f"y{place} domain",
                "text": "  ".join(" ".join(pair) for pair in pairs),
                "showarrow": False,
                "yshift": -STEP * step,
                "xanchor": "right" if late else "left",
                "yanchor": "top",
                "font": {"size": 11, "color": theme.INK},
                "bgcolor": theme.rgba(theme.PAPER, 0.8),
            }
        )
    return notes


def _lines(course: list[Point], limit: float | None) -> list[list[Point]]:
    """Return the months that leave a cut axis, line by line: those near each other together."""
    lines: list[list[Point]] = []
    if limit is None:
        return lines
    for point in sorted(point for point in course if (point.deaths or 0) > axes.HEADROOM * limit):
        if lines and _number(point) - _number(lines[-1][-1]) <= MAX_GAP:
            lines[-1].append(point)
        else:
            lines.append([point])
    return lines


def _number(point: Point) -> int:
    """Return a month as a number: the next is one more."""
    year, month, _ = point.day.split("-")
    return int(year) * 12 + int(month)


def _raised(axis: dict[str, Any], lines: int, pixels: float) -> dict[str, Any]:
    """Leave room at the top of a cut axis for so many lines of figures, clear of all marks."""
    low, high = axis["range"]
    return axis | {"range": [low, high * pixels / (pixels - STEP * lines)]}


def _heading(panel: Panel, left: float, upper: float) -> dict[str, Any]:
    name = "<br>".join(textwrap.wrap(panel.name, NAME_COLUMNS))
    return {
        "text": f"<b>{name}</b><br><span style='font-size:12px'>{panel.line}</span>",
        "x": left,
        "y": upper,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 13, "color": theme.INK},
    }


def together(months: pd.DataFrame, *, period: tuple[pd.Timestamp, pd.Timestamp]) -> Figure:
    """Draw deaths per month of all countries together, between the sums of low and high estimates.

    Args:
        months: `ewdash.analysis.totals.monthly`, one vintage a month.
        period: First and last day of the axis.

    Returns:
        A figure with the band, the final record and, apart from it, the preliminary months; the
        few months far above the rest leave the axis, with their figure written at its top.
    """
    band: Parts = []
    edge, bounds = axes.band(months)
    if edge:
        band.append(
            {
                "type": "scatter",
                "name": translate("series-bounds"),
                "x": edge,
                "y": bounds,
                "fill": "toself",
                "fillcolor": theme.rgba(theme.RED, 0.25),
                "line": {"width": 0},
                "mode": "lines",
                "hoverinfo": "skip",
            }
        )
    course = points(months)
    limit = cut(course, COMMON)
    highest = float(max(peak(course), *(bound for bound in bounds if bound is not None), 0))
    title = theme.AXIS["title"] | {"text": translate("axis-deaths-month")}
    margin = theme.LAYOUT["margin"] | {"t": 72}
    counts = _raised(_counts(max(limit or highest, MIN_DEATHS)), len(_lines(course, limit)), TOGETHER_HEIGHT)
    return Figure(
        [*band, *_series(course, set(), "", fill=False)],
        {
            **theme.LAYOUT,
            "height": TOGETHER_HEIGHT + margin["t"] + margin["b"],
            "margin": margin,
            "xaxis": _years(period) | {"nticks": 8},
            "yaxis": counts | {"title": title, "nticks": 6},
            "annotations": _beyond(course, limit, period, ""),
        },
    )
