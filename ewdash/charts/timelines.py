"""The escalation timeline: deaths, levels and what each Council did, on one time axis."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from ewdash.charts import theme
from ewdash.model.words import say

LANE_ROW = 26  # pixels for one class of actions: a mark and air around it
DEATHS_HEIGHT, LEVELS_HEIGHT = 300, 44
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "star", "pentagon", "x", "hexagon")


def escalation(
    months: pd.DataFrame,
    levels: pd.DataFrame,
    actions: pd.DataFrame,
    *,
    lanes: Mapping[str, Sequence[str]],
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> go.Figure:
    """Draw deaths per month, the level bands and one lane per Council over one axis.

    Args:
        months: ``month``, ``vintage``, ``deaths_best``, ``deaths_low``, ``deaths_high`` (people).
        levels: ``month``, ``vintage``, ``level`` (0-4, NA where withheld).
        actions: ``date``, ``lane``, ``class_``, ``label``, ``symbol``, ``verified`` (bool).
        lanes: The classes of action in each lane, in order, top first.
        period: First and last day of the axis.

    Returns:
        A figure with the traces of the three vintages, the levels, and one trace per class of
        action and confidence. Unverified actions are hollow marks.
    """
    heights = [DEATHS_HEIGHT, LEVELS_HEIGHT, *(LANE_ROW * max(len(rows), 1) for rows in lanes.values())]
    figure = make_subplots(
        rows=len(heights), cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.035
    )
    _deaths(figure, months)
    _levels(figure, levels)
    for row, (lane, classes) in enumerate(lanes.items(), start=3):
        _lane(figure, actions[actions["lane"] == lane], classes, row=row)
    figure.update_layout({**theme.LAYOUT, "height": int(sum(heights) * 1.14) + 80, "barmode": "overlay"})
    figure.update_layout(margin={"l": 172, "r": 16, "t": 40, "b": 32}, hovermode="closest")
    figure.update_xaxes(**theme.AXIS, range=[f"{period[0]:%Y-%m-%d}", f"{period[1]:%Y-%m-%d}"])
    figure.update_xaxes(showgrid=True)
    figure.update_yaxes(**theme.AXIS)
    figure.update_yaxes(
        title_text=say("axis-deaths-month"), rangemode="tozero", tickformat=",d", row=1, col=1
    )
    figure.update_yaxes(
        tickvals=[0], ticktext=[say("axis-level")], range=[-0.5, 0.5], showgrid=False, row=2, col=1
    )
    return figure


def _values(column: pd.Series) -> list[Any]:
    return list(column.astype(object).where(column.notna(), None))


def _deaths(figure: go.Figure, months: pd.DataFrame) -> None:
    final = months[months["vintage"] == "final"]
    days = final["month"].dt.strftime("%Y-%m-%d").tolist()
    banded = final[final["deaths_low"].notna()]
    if len(banded):
        edge = banded["month"].dt.strftime("%Y-%m-%d").tolist()
        upper = banded[["deaths_best", "deaths_high"]].max(axis=1).tolist()
        lower = banded[["deaths_best", "deaths_low"]].min(axis=1).tolist()
        figure.add_scatter(
            name=say("series-low-high"),
            x=edge + edge[::-1],
            y=upper + lower[::-1],
            fill="toself",
            fillcolor=theme.rgba(theme.RED, 0.22),
            line={"width": 0},
            mode="lines",
            hoverinfo="skip",
            row=1,
            col=1,
        )
    if len(final):
        figure.add_scatter(
            name=say("series-final"),
            x=days,
            y=_values(final["deaths_best"]),
            mode="lines",
            line={"color": theme.RED, "width": 2},
            hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            row=1,
            col=1,
        )
    for vintage, symbol in (("candidate", "circle-open"), ("lower_bound", "triangle-up-open")):
        part = months[months["vintage"] == vintage].sort_values("month")
        if part.empty:
            continue
        figure.add_scatter(
            name=say(f"series-{vintage.replace('_', '-')}"),
            x=part["month"].dt.strftime("%Y-%m-%d").tolist(),
            y=_values(part["deaths_best"]),
            mode="markers",
            marker={"symbol": symbol, "size": 7, "color": theme.MUTED, "line": {"width": 1.5}},
            hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            row=1,
            col=1,
        )
    if len(final) and months["month"].max() > final["month"].max():
        border = f"{final['month'].max() + pd.DateOffset(days=16):%Y-%m-%d}"
        figure.add_vline(x=border, line={"color": theme.MUTED, "width": 1, "dash": "dash"}, row=1, col=1)


def _levels(figure: go.Figure, levels: pd.DataFrame) -> None:
    """Draw each unbroken stretch of one level as one labelled bar."""
    for vintage in ("final", "candidate"):
        part = levels[(levels["vintage"] == vintage) & levels["level"].notna()].sort_values("month")
        stretch = (part["level"].ne(part["level"].shift()) | part["month"].diff().dt.days.gt(31)).cumsum()
        for _, months in part.groupby(stretch):
            level = int(months["level"].iloc[0])
            start, end = months["month"].iloc[0], months["month"].iloc[-1] + pd.DateOffset(months=1)
            name = say(f"level-{level}")
            figure.add_bar(
                name=name,
                orientation="h",
                y=[0],
                base=[f"{start:%Y-%m-%d}"],
                x=[(end - start).total_seconds() * 1000],
                width=0.8,
                marker={
                    "color": theme.LEVELS[level],
                    "line": {"color": theme.MUTED, "width": 0.5},
                    "pattern": {"shape": "/", "fgcolor": theme.MUTED, "solidity": 0.2}
                    if vintage != "final"
                    else None,
                },
                text=[name if len(months) >= 18 else ""],
                textposition="inside",
                insidetextanchor="middle",
                textfont={"color": theme.LEVEL_INK[level], "size": 12},
                hovertemplate=f"{name}<br>{start:%b %Y} – {months['month'].iloc[-1]:%b %Y}<extra></extra>",
                showlegend=False,
                row=2,
                col=1,
            )


def _lane(figure: go.Figure, actions: pd.DataFrame, classes: Sequence[str], *, row: int) -> None:
    ranks = {name: len(classes) - 1 - place for place, name in enumerate(classes)}
    for place, name in enumerate(classes):
        for verified, part in actions[actions["class_"] == name].groupby("verified"):
            mark = SYMBOLS[place % len(SYMBOLS)]
            text = [
                f"{day:%d %b %Y}<br>{label}<br>{symbol}"
                for day, label, symbol in zip(
                    part["date"], part["label"], part["symbol"].fillna(""), strict=True
                )
            ]
            figure.add_scatter(
                name=say(f"class-{name.replace('_', '-')}"),
                x=part["date"].dt.strftime("%Y-%m-%d").tolist(),
                y=[ranks[name]] * len(part),
                mode="markers",
                marker={
                    "symbol": mark if verified else f"{mark}-open",
                    "size": 10,
                    "color": theme.DEEP_BLUE,
                    "opacity": 0.8,
                    "line": {"width": 1.5 if not verified else 0.5, "color": theme.DEEP_BLUE},
                },
                text=text,
                hovertemplate="%{text}<extra></extra>",
                showlegend=False,
                row=row,
                col=1,
            )
    figure.update_yaxes(
        tickvals=list(ranks.values()),
        ticktext=[say(f"class-{name.replace('_', '-')}") for name in classes],
        range=[-0.7, max(len(classes), 1) - 0.3],
        row=row,
        col=1,
    )
