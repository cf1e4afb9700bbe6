"""The escalation timeline: deaths, levels and what each Council did, on one time axis."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.charts import axes, captions, own_records, theme
from ewdash.charts import lanes as marks
from ewdash.charts.figures import Figure, stacked
from ewdash.i18n import translate
from ewdash.model.lanes import LANES
from ewdash.model.situations import VINTAGES

Days: TypeAlias = npt.NDArray[np.datetime64]
Places: TypeAlias = npt.NDArray[np.intp]
DEATHS_HEIGHT, STEP_HEIGHT = 210, 30  # of the deaths, and of one state of the record in levels or stages
GAP, TOP, BOTTOM = 40, 76, 32  # pixels between the lanes, for years and titles, and around them
HALF_MONTH, MONTH = np.timedelta64(15, "D"), np.timedelta64(31, "D")  # a month at the longest
BEYOND = np.timedelta64(16, "D")  # from a month's first day, by which its mark stands, to behind the mark
NUMBER_SHARE = 0.12  # of the stretch that holds a name: enough for its number
DAYS_A_MONTH = 365.25 / 12
HEADROOM = 1.3  # of the highest deaths: the axis ends above the name of the highest month
NAME_SHIFT = 8  # pixels between a month's mark and its name
EDGE = 0.1  # of the axis: names nearer to its ends run inwards
NAMED_FROM = 20  # months a level must last for its name to fit at ten years a screen
# Vintages of levels and stages -> their rows, each only where it has months.
PRELIMINARY = (("candidate", "lower_bound"), "level-preliminary")
STEP_ROWS = (PRELIMINARY, (("final",), "level-final"), (("analyst",), "level-analyst"))


@dataclass(frozen=True)
class Steps:
    """A quantity drawn as named stretches: its column, messages and colours."""

    column: str
    message: str
    colours: Sequence[str]
    inks: Sequence[str]
    room: float = 1.0  # of a level's name: how much longer a stretch must be to hold its name
    numbered: bool = False  # names begin with the number, which stands alone in a shorter stretch


LEVEL = Steps("level", "level", theme.LEVELS, theme.LEVEL_INK)
STAGE = Steps("stage", "stage", theme.STAGES, theme.STAGE_INK, 1.3, numbered=True)
FEW = 5  # deaths a month below which whole steps and a fixed axis keep zero from looking large


@dataclass(frozen=True)
class Look:
    """How large marks and lines of the deaths are, and which states of the record are drawn."""

    line: int
    mark: int
    edge: float
    alerts: tuple[int, int]  # plain, strong
    early: tuple[str, ...]
    band: bool  # whether low and high estimates are drawn


ON_SCREEN = Look(2, 7, 1.5, (10, 13), ("candidate", "lower_bound"), band=True)
IN_PRINT = Look(3, 9, 2, (14, 14), ("candidate",), band=False)
EARLY_SHAPES = {"candidate": "circle-open", "lower_bound": "triangle-up-open"}
# The timeline in brief: pixels it is laid out for, shares of its height, and the space for a lane's key.
BRIEF, BRIEF_HEIGHTS, BRIEF_SPACE = (1600, 860), {"deaths": 8.0, "stage": 1.1, "lane": 1.0}, 0.045
NUMBERED, NAMED = 40, 7  # of a brief's axis, the part a stretch must fill to hold its number, its name


def escalation(
    months: pd.DataFrame,
    levels: pd.DataFrame,
    actions: pd.DataFrame,
    *,
    lanes: Mapping[str, Sequence[str]],
    period: tuple[pd.Timestamp, pd.Timestamp],
    stages: pd.DataFrame | None = None,
    since: pd.Timestamp | None = None,
    spans: pd.DataFrame | None = None,
    peaks: pd.DataFrame | None = None,
    own: pd.DataFrame | None = None,
    unsourced: Sequence[str] = (),
) -> Figure:
    """Draw deaths per month, level bands, stages and one lane per Council over one axis.

    Args:
        months: `ewdash.analysis.vintages.drawn`: ``month``, ``vintage``, ``deaths_dated``, ``deaths_low``,
            ``deaths_high`` (people).
        levels: ``month``, ``vintage``, ``level`` (0-4, NA where withheld).
        actions: ``date``, ``lane``, ``act_class``, ``label``, ``symbol``, ``instrument_status``,
            ``verified`` (bool).
        lanes: The classes of action in each lane, in order, top first.
        period: First and last day of the axis.
        stages: ``month``, ``vintage``, ``stage`` (0-6), ``alert`` (0-2), ``unjudged``,
            ``deaths_month``; None where they cannot be read.
        since: A day after which things are new to the reader: marked by a line.
        spans: ``date``, ``date_end``, ``deaths_best`` of events that cross a month's end, drawn across
            their days; None where their days are not known.
        peaks: ``month``, ``deaths_dated``, ``label`` of the months that are named; None names none.
        own: A user's own records (`own_records.lane`), in a lane of their own below; None draws none.
        unsourced: Lanes whose title names what has no source.

    Returns:
        A figure with the traces of the three vintages, alerts, levels and stages, and one trace
        per class of action and confidence (`ewdash.charts.lanes`).
    """
    staged = stages is not None and len(stages) > 0
    stepped = [levels, *([stages] if stages is not None and staged else [])]
    above = [DEATHS_HEIGHT, *(STEP_HEIGHT * len(_step_rows(each)) for each in stepped)] if len(months) else []
    heights = [*above, *(marks.ROW * max(len(rows), 1) for rows in lanes.values())]
    has_own = own is not None and not own.empty
    if own is not None and has_own:
        heights.append(marks.ROW * len(own_records.steps(own)))
    gaps = GAP * (len(heights) - 1)
    titles = ["", translate("axis-level"), translate("axis-stage")][: len(above)] + [
        " ".join([translate(f"lane-{lane}"), *([translate("lane-no-source")] if lane in unsourced else [])])
        for lane in lanes
    ]
    titles += [translate("lane-own")] if has_own else []
    figure = stacked(
        rows=len(heights),
        cols=1,
        row_heights=heights,
        vertical_spacing=GAP / (sum(heights) + gaps) if gaps else 0,
        subplot_titles=titles,
    )
    figure.update_annotations(
        x=0, xanchor="left", font={"size": 13, "color": theme.INK, "weight": 600}, yshift=-2
    )
    figure.update_layout({**theme.LAYOUT, "height": sum(heights) + gaps + TOP + BOTTOM})
    figure.update_layout(margin={"l": 205, "r": 16, "t": TOP, "b": BOTTOM}, hovermode="closest")
    stretched = theme.AXIS | {"fixedrange": False}  # a zoom stretches time, never the measure
    figure.update_xaxes(**stretched, showgrid=True, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_yaxes(**theme.AXIS)
    if above:
        _deaths(figure, months, ON_SCREEN)
        _spans(figure, spans, ON_SCREEN)
        _peaks(figure, peaks, period, size=12)
        figure.update_xaxes(showticklabels=True, row=1, col=1)  # years near the deaths, not only below
        span = (period[1] - period[0]).days / 365.25
        _steps(figure, levels, LEVEL, row=2, years=span)
        if stages is not None and staged:
            _alerts(figure, stages, months, ON_SCREEN)
            _steps(figure, stages, STAGE, row=3, years=span)
    acts = marks.by_lane(actions)
    for row, (lane, classes) in enumerate(lanes.items(), start=len(above) + 1):
        marks.lane(figure, acts.get(lane, []), classes, row=row, period=period)
    if own is not None and has_own:
        own_records.lane(figure, own, row=len(heights))
    if since is not None and period[0] < since < period[1]:
        _since(figure, since)
    if "between" in lanes:
        places = {lane: row for row, lane in enumerate(lanes, start=len(above) + 1)}
        marks.crossings(figure, acts.get("between", []), places)
    return figure


def brief(
    months: pd.DataFrame,
    stages: pd.DataFrame,
    actions: pd.DataFrame,
    *,
    lanes: Sequence[str],
    period: tuple[pd.Timestamp, pd.Timestamp],
    spans: pd.DataFrame | None = None,
    peaks: pd.DataFrame | None = None,
) -> Figure:
    """Draw the timeline for a slide or a page: deaths, one row of stages, and one row a lane.

    Args:
        months: See `escalation`.
        stages: See `escalation`; the newest state of the record stands in each month.
        actions: See `escalation`, within the period.
        lanes: The lanes to draw, top first.
        period: First and last day of the axis.
        spans: See `escalation`.
        peaks: See `escalation`.

    Returns:
        A figure with a trace of final deaths, one of preliminary ones, alerts, a row of stage
        cells, and one trace per lane, class and confidence.
    """
    rows = ["deaths", "stage", *lanes] if len(months) else list(lanes)
    acts = {lane: list[marks.Act]() for lane in lanes} | marks.by_lane(actions)
    first = len(rows) - len(lanes) + 1
    figure = stacked(
        rows=len(rows),
        cols=1,
        row_heights=[BRIEF_HEIGHTS.get(row, BRIEF_HEIGHTS["lane"]) for row in rows],
        vertical_spacing=BRIEF_SPACE,
        subplot_titles=[""] * (first - 1) + [marks.printed_key(acts[lane], LANES[lane]) for lane in lanes],
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 15, "color": theme.INK})
    figure.update_layout({**theme.LAYOUT, "width": BRIEF[0], "height": BRIEF[1]})
    figure.update_layout(margin={"l": 210, "r": 16, "t": 46, "b": 36}, showlegend=True)
    figure.update_xaxes(**theme.AXIS, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_yaxes(**theme.AXIS)
    if len(months):
        _deaths(figure, months, IN_PRINT)
        _spans(figure, spans, IN_PRINT)
        _peaks(figure, peaks, period, size=15)
        if (stages["alert"].fillna(0) > 0).any():
            _alerts(figure, stages, months, IN_PRINT)
        _stage_row(figure, stages)
    for row, lane in enumerate(lanes, start=first):
        marks.single_row(figure, acts[lane], lane, LANES[lane], row=row, period=period)
    if "between" in lanes:
        marks.crossings(figure, acts["between"], {lane: row for row, lane in enumerate(lanes, start=first)})
    return figure


def _since(figure: Figure, since: pd.Timestamp) -> None:
    """Draw a line across all rows at the day after which things are new."""
    day = f"{since:%Y-%m-%d}"
    line = {"color": theme.BLUE, "width": 2, "dash": "dash"}
    figure.add_shape(type="line", x0=day, x1=day, xref="x", yref="paper", y0=0, y1=1, line=line)
    figure.add_annotation(
        text=translate("choose-since"),
        x=day,
        xref="x",
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": theme.DEEP_BLUE},
    )


def _days(dates: "pd.Series[Any] | Days") -> list[str]:
    days: list[str] = np.datetime_as_string(np.asarray(dates), unit="D").tolist()
    return days


def _values(column: pd.Series) -> list[Any]:
    known = column.notna().tolist()
    return [value if held else None for value, held in zip(column.tolist(), known, strict=True)]


def _deaths(figure: Figure, months: pd.DataFrame, look: Look) -> None:
    figure.update_yaxes(
        title_text=translate("axis-deaths-month"), rangemode="tozero", tickformat=",d", row=1, col=1
    )
    if months["deaths_dated"].max() < FEW:
        figure.update_yaxes(dtick=1, range=[0, FEW], row=1, col=1)
    of_rows = months["vintage"].to_numpy()
    every_day, deaths = _days(months["month"]), _values(months["deaths_dated"])
    final = np.flatnonzero(of_rows == "final")
    days = [every_day[place] for place in final.tolist()]
    edge, bounds = axes.band(months[["month", "deaths_low", "deaths_high"]].take(final))
    if look.band and edge:
        figure.add_scatter(
            name=translate("series-low-high"),
            x=edge,
            y=bounds,
            fill="toself",
            fillcolor=theme.rgba(theme.RED, 0.22),
            line={"width": 0},
            mode="lines",
            hoverinfo="skip",
            row=1,
            col=1,
        )
    if days:
        figure.add_scatter(
            name=translate("series-final"),
            x=days,
            y=[deaths[place] for place in final.tolist()],
            mode="lines",
            line={"color": theme.RED, "width": look.line},
            hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            row=1,
            col=1,
        )
    for vintage in look.early:
        places = np.flatnonzero(of_rows == vintage).tolist()
        if not places:
            continue
        places.sort(key=every_day.__getitem__)
        figure.add_scatter(
            name=translate(f"series-{vintage.replace('_', '-')}"),
            x=[every_day[place] for place in places],
            y=[deaths[place] for place in places],
            mode="markers",
            marker={
                "symbol": EARLY_SHAPES[vintage],
                "size": look.mark,
                "color": theme.MUTED,
                "line": {"width": look.edge},
            },
            hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            row=1,
            col=1,
        )
    if look.band and days and max(every_day) > max(days):
        border = str(np.datetime64(max(days)) + BEYOND)
        figure.add_vline(x=border, line={"color": theme.MUTED, "width": 1, "dash": "dash"}, row=1, col=1)


def _spans(figure: Figure, spans: pd.DataFrame | None, look: Look) -> None:
    """Draw each event that crosses a month's end across its days, as high as its deaths a month."""
    if spans is None or spans.empty:
        return
    days = (spans["date_end"] - spans["date"]).dt.days + 1
    x: list[str | None] = []
    y: list[float | None] = []
    text: list[str | None] = []
    for begin, end, deaths, lasted in zip(
        spans["date"], spans["date_end"], spans["deaths_best"], days, strict=True
    ):
        height = round(float(deaths) / lasted * DAYS_A_MONTH, 1)
        told = translate(
            "span-told", deaths=int(deaths), first=i18n.day(begin), last=i18n.day(end), month=round(height)
        )
        x += [f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}", None]
        y += [height, height, None]
        text += [told, told, None]
    figure.add_scatter(
        name=translate("series-spans"),
        x=x,
        y=y,
        text=text,
        mode="lines",
        line={"color": theme.BLUE, "width": look.line + 1},
        hovertemplate="%{text}<extra>%{fullData.name}</extra>",
        row=1,
        col=1,
    )


def _peaks(
    figure: Figure,
    peaks: pd.DataFrame | None,
    period: tuple[pd.Timestamp, pd.Timestamp],
    *,
    size: int,
) -> None:
    """Name the highest months over their marks, and leave room above for the names."""
    if peaks is None or peaks.empty:
        return
    drawn = [
        float(value)
        for trace in figure.data
        if trace.get("yaxis") == "y"
        for value in trace["y"]
        if value is not None
    ]
    figure.update_yaxes(range=[0, HEADROOM * max(drawn)], row=1, col=1)
    for month, deaths, label in zip(
        peaks["month"], peaks["deaths_dated"].astype(int), peaks["label"], strict=True
    ):
        share = (month - period[0]) / (period[1] - period[0])
        figure.add_annotation(
            name=captions.NAME,
            text=label,
            x=f"{month:%Y-%m-%d}",
            xref="x",
            y=deaths,
            yref="y",
            xanchor="left" if share < EDGE else "right" if share > 1 - EDGE else "center",
            yanchor="bottom",
            yshift=NAME_SHIFT,
            showarrow=False,
            bgcolor=theme.rgba(theme.PAPER, 0.75),  # lines pass behind the words
            font={"size": size, "color": theme.INK},
        )


def _first(
    frame: pd.DataFrame, vintages: Iterable[str], known: "npt.NDArray[np.bool_] | bool" = True
) -> tuple[Days, Places]:
    """Return each month of some vintages once, in order, and where its row stands: the first vintage's.

    Args:
        frame: ``month`` and ``vintage``.
        vintages: The one that goes before the others first.
        known: Which rows are looked at.
    """
    of_rows = frame["vintage"].to_numpy()
    rows = np.concatenate([np.flatnonzero((of_rows == vintage) & known) for vintage in vintages])
    months, first = np.unique(frame["month"].to_numpy()[rows].astype("datetime64[D]"), return_index=True)
    return months, rows[first]


def _alerts(figure: Figure, stages: pd.DataFrame, months: pd.DataFrame, look: Look) -> None:
    """Mark the months of alerts, and those that are open, above the deaths that are drawn there."""
    days, rows = _first(stages, VINTAGES)  # each month in its most complete vintage
    alerts = stages["alert"].to_numpy(dtype=float, na_value=np.nan)[rows]
    crossing = (stages["unjudged"] == "crossing").to_numpy(dtype=bool, na_value=False)[rows]
    keys = zip(_days(months["month"]), months["vintage"].tolist(), strict=True)
    drawn = dict(zip(keys, _values(months["deaths_dated"]), strict=True))
    vintages, alone = stages["vintage"].tolist(), _values(stages["deaths_month"])

    def marked(chosen: "npt.NDArray[np.bool_]") -> tuple[list[str], list[Any]]:
        x = _days(days[chosen])
        heights = []
        for day, place in zip(x, rows[chosen].tolist(), strict=True):
            height = drawn.get((day, vintages[place]))
            heights.append(alone[place] if height is None else height)
        return x, heights

    _open_alerts(figure, *marked(crossing), look)
    x, heights = marked(alerts > 0)
    figure.add_scatter(
        name=translate("series-alert"),
        x=x,
        y=heights,
        mode="markers",
        marker={
            "symbol": "triangle-down",
            "size": [look.alerts[alert == 2] for alert in alerts[alerts > 0].tolist()],
            "color": theme.INK,
            "line": {"width": 1, "color": theme.PAPER},
        },
        hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
        row=1,
        col=1,
    )


def _open_alerts(figure: Figure, days: list[str], heights: list[Any], look: Look) -> None:
    """Mark the months for which events that run over their end leave open whether there is an alert."""
    if not days:
        return
    figure.add_scatter(
        name=translate("series-alert-open"),
        x=days,
        y=heights,
        mode="markers",
        marker={"symbol": "triangle-down-open", "size": look.alerts[False], "color": theme.INK},
        hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
        row=1,
        col=1,
    )


def _step_rows(frame: pd.DataFrame) -> list[tuple[tuple[str, ...], str]]:
    """Return the rows that levels or stages take, lowest first: the final record's at least."""
    held = set(frame["vintage"].tolist())
    return [line for line in STEP_ROWS if held.intersection(line[0])] or [STEP_ROWS[1]]


def _steps(figure: Figure, frame: pd.DataFrame, steps: Steps, *, row: int, years: float) -> None:
    """Draw each month's step as a cell; the preliminary record has a row of its own."""
    lines = _step_rows(frame)
    names, top = [translate(name) for _, name in lines], len(lines)
    figure.update_yaxes(
        tickvals=list(range(top)), ticktext=names, range=[-0.5, top - 0.5], showgrid=False, row=row, col=1
    )
    step = frame[steps.column].to_numpy(dtype=float, na_value=np.nan)
    for line, (vintages, name) in enumerate(lines):
        months, rows = _first(frame, vintages, ~np.isnan(step))
        if not len(rows):
            continue
        values = step[rows].astype(int)
        _cells(figure, months, values, steps, translate(name), (row, line), gap=4)
        _step_names(
            figure,
            months,
            values,
            steps,
            (row, line),
            shortest=NAMED_FROM * steps.room * years / 10,
            last=name == PRELIMINARY[1],  # too short a record to hold a name
        )


def _cells(
    figure: Figure,
    months: Days,
    values: Places,
    steps: Steps,
    name: str,
    place: tuple[int, int],
    *,
    gap: int,
) -> None:
    """Draw a cell a month in the colour of its step, in a row of the figure and a line of that row."""
    row, line = place
    names = [translate(f"{steps.message}-{step}") for step in range(len(steps.colours))]
    count = len(steps.colours)
    edges = [(step + side) / count for step in range(count) for side in (0, 1)]
    figure.add_heatmap(
        name=name,
        x=_days(months),
        y=[line],
        z=[values.tolist()],
        text=[[names[value] for value in values.tolist()]],
        zmin=-0.5,
        zmax=count - 0.5,
        colorscale=[[edge, steps.colours[step // 2]] for step, edge in enumerate(edges)],
        showscale=False,
        ygap=gap,
        hovertemplate="%{x|%b %Y}: %{text}<extra>%{fullData.name}</extra>",
        row=row,
        col=1,
    )


def _stretches(months: Days, values: Places) -> Iterator[tuple[int, int]]:
    """Return where the stretches of months without a gap in which the step is the same begin and end."""
    turns = (np.diff(values) != 0) | (np.diff(months) > MONTH)
    ends = [0, *(np.flatnonzero(turns) + 1).tolist(), len(values)]
    return itertools.pairwise(ends if len(values) else [])


def _stage_row(figure: Figure, stages: pd.DataFrame) -> None:
    """Draw one row of stages, each month in the newest state of the record that knows it."""
    step = stages["stage"].to_numpy(dtype=float, na_value=np.nan)
    newest = sorted(set(stages["vintage"].tolist()), reverse=True)
    months, rows = _first(stages, newest, ~np.isnan(step))
    values = step[rows].astype(int)
    if len(rows):
        _cells(figure, months, values, STAGE, translate("axis-stage"), (2, 0), gap=0)
    for first, end in _stretches(months, values):
        count, stage = end - first, int(values[first])
        if count * NUMBERED >= len(months):
            figure.add_scatter(
                x=[str(months[first + count // 2])],
                y=[0],
                mode="text",
                text=[translate(f"stage-{stage}") if count * NAMED >= len(months) else str(stage)],
                textfont={"size": 15, "color": STAGE.inks[stage]},
                showlegend=False,
                row=2,
                col=1,
            )
    figure.update_yaxes(
        tickvals=[0], ticktext=[translate("axis-stage")], range=[-0.5, 0.5], showgrid=False, row=2, col=1
    )


def _step_names(
    figure: Figure,
    months: Days,
    values: Places,
    steps: Steps,
    place: tuple[int, int],
    *,
    shortest: float,
    last: bool,
) -> None:
    """Write the step's name into each stretch long enough to hold it, or the last one's before them all."""
    row, line = place
    for first, end in _stretches(months, values):
        value, count = int(values[first]), end - first
        held = count >= shortest
        beside = not held and last and end == len(months)
        alone = not held and not last and steps.numbered and count >= shortest * NUMBER_SHARE
        if held or beside or alone:
            start = months[0] - HALF_MONTH  # where the first cell begins
            day = start if beside else months[first + count // 2]
            name = str(value) if alone else translate(f"{steps.message}-{value}")
            figure.add_scatter(
                x=[str(day)],
                y=[line],
                text=[f"{name}  " if beside else name],
                mode="text",
                textposition="middle left" if beside else "middle center",
                textfont={"color": theme.INK if beside else steps.inks[value], "size": 12},
                hoverinfo="skip",
                showlegend=False,
                row=row,
                col=1,
            )
