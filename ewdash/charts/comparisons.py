"""Several situations on one time axis: their courses above, and each with two lanes of Council acts."""

import math
import re
import textwrap
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.comparisons import Course
from ewdash.charts import axes, theme
from ewdash.charts.figures import Figure
from ewdash.charts.label_placement import Label, spread
from ewdash.charts.lanes import ENDED, MARKS, SIZES
from ewdash.i18n import translate
from ewdash.model.lanes import CROSSINGS
from ewdash.model.situations import FINAL

MOST = 6  # lines a reader can tell apart, and colours there are
LINES, ROW, TITLE, GAP = 270, 22, 24, 14  # pixels: the courses, a row of acts, its title, between lanes
TOP, BOTTOM, LEFT, RIGHT = 40, 30, 76, 158  # pixels around; the right holds the names
YEARS, SILENT = 30, 26  # pixels for the years under the courses, or for a word where there is none
KINDS, KIND = 3, 18  # marks named in one row, at half a laptop's width; pixels of a row
NAME_COLUMNS, NAME_LINE = 20, 17  # characters, and pixels of a line, of a name beside its course
LANES = ("sc", "hrc")  # from below
LANES_LEAST, COURSES_LEAST = 0.3, 0.42  # of the height, where lanes take no more than they need
LANES_BELOW = "lanes-below"  # in the figure's meta: the part of its height that the lanes take
# Shape and letter of each course: with its colour they tell it apart in print, too.
SHAPES = ("circle", "square", "diamond", "triangle-up", "star", "cross")
LETTERS = ("●", "■", "◆", "▲", "★", "✚")
# Classes of act -> the name of their mark in the key, in its order. Classes that say the same share one.
NAME_OF = {
    "special_sitting": "sitting",
    "investigation": "accountability",
    "accountability": "accountability",
    "country_mandate": "mandate",
    "technical_cooperation": "cooperation",
    **dict.fromkeys(CROSSINGS, "crossing"),
    "text": "text",
    "meeting": "meeting",
    "peace_operation": "operation",
    "sanctions": "sanctions",
    "veto": "veto",
}
Parts = list[dict[str, Any]]
Act: TypeAlias = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Drawn:
    """The course of one situation as it is drawn: its months, and what stands at each of them."""

    course: Course
    values: Sequence[float]  # of the measure
    since: Sequence[int]  # months from the start of the axis
    x: Sequence[Any]  # places on the axis
    told: Sequence[str]  # hover text


@dataclass(frozen=True)
class Entry:
    """One situation: its name beside the course, and what stands over its lanes."""

    iso3: str
    name: str
    title: str


@dataclass(frozen=True)
class Axes:
    """What the axes count: days (as text) or months since the onset, and the measure."""

    span: tuple[Any, Any]
    x_title: str
    y_title: str
    log: bool = False
    dated: bool = True

    def along(self, x: Any) -> float:  # noqa: ANN401 - a day as text, or a number
        """Return how far along the axis a value lies, from 0 to 1."""
        first, at, last = (
            pd.Timestamp(value).value if self.dated else float(value)
            for value in (self.span[0], x, self.span[1])
        )
        return float((at - first) / (last - first))


def compared(
    courses: Mapping[str, Drawn], acts: Sequence[Act], entries: Sequence[Entry], *, over: Axes
) -> Figure:
    """Draw the courses of up to six situations, and under them the acts of both Councils on each.

    Args:
        courses: The courses by iso3, each with a month; a country without an entry has no course.
        acts: ``iso3``, ``x``, ``council`` (hrc, sc), ``act_class``, ``label``, ``symbol``, ``date``,
            ``instrument_status``, ``verified``.
        entries: The situations, in the order of their colours.
        over: The axes.

    Returns:
        A figure with, for each situation, a line (final record), open marks (preliminary), its
        name, and one trace of acts: hollow where unverified.
    """
    tall = TITLE + ROW * len(LANES)
    marks = _marks(acts)
    lines = LINES + YEARS if len(courses) else SILENT
    head = lines + (TITLE + KIND * math.ceil(len(marks) / KINDS) if marks else 0)
    inner = head + len(entries) * tall + (len(entries) - 1) * GAP
    bottom = BOTTOM if over.dated else BOTTOM + TITLE
    measure, top = _measure(courses, over)
    below = theme.AXIS | {"range": list(over.span), "type": "date" if over.dated else "linear"}
    below |= {} if over.dated else {"dtick": 12}
    layout: dict[str, Any] = {
        **theme.LAYOUT,
        "height": inner + TOP + bottom,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": bottom},
        "hovermode": "closest",
        "legend": theme.LAYOUT["legend"] | {"y": 1 + 6 / inner},
        "xaxis": below | {"anchor": "y"},
        "xaxis2": below
        | {
            "anchor": f"y{len(entries) + 1}",
            "matches": "x",
            "title": theme.AXIS["title"] | {"text": over.x_title, "standoff": 4},
        },
        "yaxis": measure | {"domain": [1 - min(LINES, lines) / inner, 1]},
        "shapes": _border(courses, over, lanes=len(entries)),
        "meta": {LANES_BELOW: 1 - lines / inner} if len(courses) else {},
    }
    traces, notes = _courses(courses, entries, top, over)
    for place, entry in enumerate(entries):
        upper = 1 - (head + place * (tall + GAP) + TITLE) / inner
        part = [act for act in acts if act["iso3"] == entry.iso3]
        layout[f"yaxis{place + 2}"] = _lane_axis([max(upper - ROW * len(LANES) / inner, 0), upper])
        traces += _lanes(part, entry, f"y{place + 2}", over)
        notes.append(_note(f"{_swatch(place)} <b>{entry.name}</b> · {entry.title}", upper))
    if not courses:
        notes.append(_note(translate("course-none"), 1) | {"yanchor": "top"})
    if marks:
        last, upper = len(entries) + 2, 1 - (lines + TITLE) / inner
        layout |= _marks_axes([1 - head / inner, upper], len(marks), last)
        traces.append(_marks_named(marks, last))
        notes.append(_note(translate("marks-legend"), upper) | {"font": {"size": 12, "color": theme.MUTED}})
    return Figure(traces, layout | {"annotations": notes})


def _measure(courses: Mapping[str, Drawn], over: Axes) -> tuple[dict[str, Any], float]:
    """Return the measure's axis and its upper end."""
    axis = theme.AXIS | {"title": theme.AXIS["title"] | {"text": over.y_title}}
    if not courses:
        return axis | {"range": [0, 1], "tickvals": []}, 1.0
    highest = max(1.0, *(max(drawn.values) for drawn in courses.values()))
    if over.log:
        positions, names = axes.log_ticks(highest)
        top = axes.HEADROOM * float(axes.logged(pd.Series([highest])).iloc[0])
        return axis | {"tickvals": positions, "ticktext": names, "range": [0, top]}, top
    top = axes.HEADROOM * highest
    return axis | {"range": [0, top], "tickformat": "~s" if highest >= 1e6 else ",", "nticks": 7}, top


def _border(courses: Mapping[str, Drawn], over: Axes, *, lanes: int) -> Parts:
    """Return the line where the final record ends, or, on an axis of months, at the onset."""
    final = [drawn.course.months[drawn.course.vintages == FINAL] for drawn in courses.values()]
    ends = [months[-1] for months in final if len(months)]
    months = sum(len(drawn.values) for drawn in courses.values())
    if over.dated and (sum(map(len, final)) == months or not ends):
        return []
    at = str(max(ends).astype("datetime64[D]") + 16) if over.dated else 0
    line = {"color": theme.MUTED, "width": 1, "dash": "dash"}
    places = ["", *([] if over.dated else [str(lane + 2) for lane in range(lanes)])]
    return [
        {
            "type": "line",
            "x0": at,
            "x1": at,
            "y0": 0,
            "y1": 1,
            "xref": "x2" if place else "x",
            "yref": f"y{place} domain",
            "line": line,
            "layer": "below",
        }
        for place in places
    ]


def _courses(
    courses: Mapping[str, Drawn], entries: Sequence[Entry], top: float, over: Axes
) -> tuple[Parts, Parts]:
    """Return each situation's course in its colour, and its name where the course ends."""
    traces, ends = [], []
    drawn: dict[str, None] = {}
    for place, entry in enumerate(entries):
        if entry.iso3 not in courses:
            continue
        part = courses[entry.iso3]
        heights = axes.logged(pd.Series(part.values)).tolist() if over.log else part.values
        vintages = part.course.vintages.tolist()
        for vintage in dict.fromkeys(vintages):
            own = [at for at, state in enumerate(vintages) if state == vintage]
            holes = set(_holes(part.course, own)) if vintage == FINAL else ()
            points = [
                point for at in own for point in ([(at, None)] if at in holes else []) + [(at, heights[at])]
            ]
            traces.append(
                {
                    "type": "scatter",
                    "name": translate(f"series-{vintage.replace('_', '-')}"),
                    "x": [part.x[at] for at, _ in points],
                    "y": [height for _, height in points],
                    "text": [part.told[at] for at, _ in points],
                    "hovertemplate": f"{entry.name}<br>%{{text}}<extra>%{{fullData.name}}</extra>",
                    "showlegend": False,
                    "connectgaps": False,
                    **_style(vintage, theme.LINES[place], SHAPES[place]),
                }
            )
            drawn[vintage] = None
        ends.append((place, entry, part.x[-1], heights[-1]))
    for vintage in drawn:  # states of the record are told apart in grey: colours are countries
        name = translate(f"series-{vintage.replace('_', '-')}")
        style = _style(vintage, theme.MUTED, SHAPES[0])
        traces.append({"type": "scatter", "name": name, "x": [None], "y": [None], **style})
    return traces, _names(ends, top, over)


def _style(vintage: str, colour: str, shape: str) -> dict[str, Any]:
    """Return a line for the final record, open marks for preliminary months."""
    if vintage == FINAL:
        return {"mode": "lines", "line": {"color": colour, "width": 2.5}}
    marker = {"symbol": f"{shape}-open", "size": 8, "color": colour, "line": {"width": 1.6}}
    return {"mode": "markers", "marker": marker}


def _holes(course: Course, places: Sequence[int]) -> list[int]:
    """Return the months of a final course before which one is missing, so that the line breaks."""
    months = course.months[places].astype(int)
    return [places[at + 1] for at in np.flatnonzero(np.diff(months) > 1).tolist()]


def _names(ends: Sequence[tuple[int, Entry, Any, float]], top: float, over: Axes) -> Parts:
    """Return each name beside the end of its course, with a line to it where it had to give way."""
    names = [textwrap.wrap(entry.name, NAME_COLUMNS) for _, entry, _, _ in ends]
    labels = [
        Label(LINES * (1 - height / top), NAME_LINE * len(name) + 3, over.along(x))
        for (_, _, x, height), name in zip(ends, names, strict=True)
    ]
    middles = spread(labels, room=LINES)
    return [
        {
            "x": x,
            "y": height,
            "xref": "x",
            "yref": "y",
            "ax": 16,
            "ay": middle - label.middle,
            "text": f"{_swatch(place)} {'<br>'.join(name)}",
            "align": "left",
            "xanchor": "left",
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": theme.PALE,
            "font": {"size": 13, "color": theme.INK},
            "bgcolor": theme.rgba(theme.PAPER, 0.85),
        }
        for (place, _, x, height), name, label, middle in zip(ends, names, labels, middles, strict=True)
    ]


def _swatch(place: int) -> str:
    return f"<span style='color:{theme.LINES[place]}'>{LETTERS[place]}</span>"


def _lane_axis(domain: list[float]) -> dict[str, Any]:
    return theme.AXIS | {
        "domain": domain,
        "anchor": "x2",
        "range": [-0.6, len(LANES) - 0.4],
        "tickvals": list(range(len(LANES))),
        "ticktext": [translate(f"lane-mark-{lane}") for lane in LANES],
        "showgrid": False,
        "zeroline": False,
    }


def _lanes(acts: Sequence[Act], entry: Entry, axis: str, over: Axes) -> Parts:
    """Return the acts on one situation, and a word where a lane holds none."""
    status = [act["instrument_status"] or "n/a" for act in acts]
    pairs = zip(status, acts, strict=True)
    shapes = [ENDED if state == "ended" else _shape(act["act_class"]) for state, act in pairs]
    sure = [act["verified"] for act in acts]
    hues = [theme.COUNCILS.get(act["council"], theme.MUTED) for act in acts]
    place = {"type": "scatter", "xaxis": "x2", "yaxis": axis, "showlegend": False}
    marker = {
        "symbol": [shape if known else f"{shape}-open" for shape, known in zip(shapes, sure, strict=True)],
        "size": [SIZES[state] - 1 for state in status],
        "color": hues,
        "opacity": 0.75,
        "line": {"width": [0.5 if known else 1.5 for known in sure], "color": hues},
    }
    found: Parts = [
        place
        | {
            "name": entry.name,
            "x": [act["x"] for act in acts],
            "y": [LANES.index(act["council"]) for act in acts],
            "mode": "markers",
            "marker": marker,
            "text": [f"{i18n.day(act['date'])}<br>{act['label']}<br>{act['symbol'] or ''}" for act in acts],
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]
    for rank, lane in enumerate(LANES):
        if not any(act["council"] == lane for act in acts):  # that nothing is recorded is a fact to show
            found.append(
                place
                | {
                    "x": [over.span[0]],
                    "y": [rank],
                    "mode": "text",
                    "text": [f"  {translate('lane-empty')}"],
                    "textposition": "middle right",
                    "textfont": {"color": theme.MUTED, "size": 12},
                    "hoverinfo": "skip",
                }
            )
    return found


def _note(text: str, upper: float) -> dict[str, Any]:
    """Return words over a part of the figure, from its left edge."""
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 6 - LEFT,
        "y": upper,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": theme.INK},
    }


def _marks(acts: Sequence[Act]) -> list[tuple[str, str]]:
    """Return the marks that are drawn, in the order of `NAME_OF`, and the one of what ended."""
    held = {act["act_class"] for act in acts}
    marks = {name: _shape(kind) for kind, name in NAME_OF.items() if kind in held}
    ended = {"ended": ENDED} if any(act["instrument_status"] == "ended" for act in acts) else {}
    return list((marks | ended).items())


def _shape(kind: str) -> str:
    """Return the mark of a class of act; all crossings have one here, where no line joins the lanes."""
    return MARKS["briefing" if kind in CROSSINGS else kind][0]


def _marks_axes(domain: list[float], count: int, number: int) -> dict[str, Any]:
    """Return the axes of the legend: a grid of fixed columns, which no browser wraps."""
    plain = {"visible": False, "fixedrange": True}
    return {
        "xaxis3": plain | {"anchor": f"y{number}", "range": [-0.05, KINDS]},
        f"yaxis{number}": plain
        | {"anchor": "x3", "domain": domain, "range": [0.5 - math.ceil(count / KINDS), 0.5]},
    }


def _marks_named(marks: Sequence[tuple[str, str]], number: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [place % KINDS for place in range(len(marks))],
        "y": [-(place // KINDS) for place in range(len(marks))],
        "text": [f" {translate(f'mark-{mark}')}" for mark, _ in marks],
        "mode": "markers+text",
        "textposition": "middle right",
        "textfont": {"size": 12, "color": theme.INK},
        "marker": {"symbol": [shape for _, shape in marks], "size": 9, "color": theme.MUTED},
        "xaxis": "x3",
        "yaxis": f"y{number}",
        "hoverinfo": "skip",
        "showlegend": False,
    }


def laned(figure: Figure) -> bool:
    """Tell whether a figure is one of `compared`, with courses over lanes."""
    return LANES_BELOW in figure.layout.get("meta", {})


def parted(figure: Figure) -> tuple[Figure, ...]:
    """Return courses and lanes as figures of their own, for a screen that cannot hold both.

    Any other figure is returned as it is.
    """
    if not laned(figure):
        return (figure,)
    found = []
    for whole, own in ((figure, True), (heightened(figure, share=1.0), False)):
        layout = {**whole.layout, "meta": {}}
        layout["annotations"] = [
            note for note in whole.layout["annotations"] if (note.get("yref") == "y") is own
        ]
        layout["shapes"] = [
            line for line in whole.layout["shapes"] if (line.get("yref") == "y domain") is own
        ]
        if own:
            layout["yaxis"] = layout["yaxis"] | {"domain": [0, 1]}
            # Over the lanes their axis says what both count; alone, the courses say it themselves.
            layout["xaxis"] = layout["xaxis"] | {"title": layout["xaxis2"]["title"]}
        layout["height"] = LINES if own else layout["height"] - LINES
        traces = [trace for trace in whole.data if (trace.get("yaxis", "y") == "y") is own]
        found.append(Figure(traces, layout))
    return tuple(found)


def heightened(figure: Figure, *, share: float = LANES_LEAST) -> Figure:
    """Return a comparison whose lanes take another part of its height, the courses the rest.

    Any other figure is returned as it is.

    Args:
        figure: Of `compared`.
        share: Of the height, for the lanes and what stands over them.
    """
    if not laned(figure):
        return figure
    factor = share / figure.layout["meta"][LANES_BELOW]
    new = Figure(figure.data, figure.layout)
    for name, axis in new.layout.items():
        if re.fullmatch(r"yaxis\d+", name):
            axis["domain"] = [min(edge * factor, 1) for edge in axis["domain"]]
    for note in new.layout["annotations"]:
        if note.get("yref") == "paper" and "name" not in note:
            note["y"] *= factor
    new.layout["meta"] = {**figure.layout["meta"], axes.MIN_HEIGHT: COURSES_LEAST}
    new.layout["yaxis"]["domain"] = [min(share + GAP / figure.layout["height"], 1), 1]
    return new
