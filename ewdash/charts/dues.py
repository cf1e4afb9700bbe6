"""What comes next before both Councils on one axis: sessions and months, and a mark for each thing due."""

import math
from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate

LANES = ("hrc", "sc")  # top first
SYMBOLS = {"term": "diamond", "asked": "circle", "review": "square"}
# Pixels of a plot at half a laptop's width, of a letter of a label, of a mark, and of a row of labels.
WIDTH, LETTER, MARK, ROW = 600.0, 6.3, 14.0, 19.0
HEADER = 2  # rows of a lane over its marks: its name, and its sessions or presidencies


def strip(
    marks: pd.DataFrame,
    sessions: pd.DataFrame,
    presidencies: pd.DataFrame,
    *,
    period: tuple[pd.Timestamp, pd.Timestamp],
    day: pd.Timestamp,
) -> Figure:
    """Draw sessions in Geneva as bands over months in New York, and what is due as marks with names.

    A name stands beside its mark in a row of its own wherever two would touch.

    Args:
        marks: ``lane`` (one of `LANES`), ``what`` (a key of `SYMBOLS`), ``date``, ``label``, ``hover``.
        sessions: ``name``, ``opens``, ``closes``, ``by_rule`` (bool: drawn without ground).
        presidencies: ``name``, ``opens``, ``closes``: months, or several with one name.
        period: First and last day of the axis.
        day: From which it is looked ahead: a line.

    Returns:
        A figure with a trace per lane and kind of mark, and one per row of names over a lane.
    """
    figure = Figure(layout=theme.LAYOUT)
    top, bottoms = 0, []
    for lane in LANES:
        rows = marks[marks["lane"] == lane].sort_values(["date", "label"])
        places = _rows(_spans(rows, period))
        depth = HEADER + max([place for place, _ in places], default=0) + 1
        bottom = top - depth
        if lane == "hrc":
            for session in sessions.to_dict("records"):
                _band(figure, session, (bottom + 0.4, top - 0.6))
        _header(figure, lane, top, sessions if lane == "hrc" else presidencies, period)
        ys = [top - HEADER - place for place, _ in places]
        _marks(figure, lane, rows.assign(y=ys, side=[side for _, side in places]))
        bottoms.append(bottom)
        top = bottom - 1
    for edge in bottoms[:-1]:
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=edge - 0.1,
            y1=edge - 0.1,
            line={"color": theme.RULE, "width": 1},
        )
    figure.add_vline(x=f"{day:%Y-%m-%d}", line={"color": theme.EDGE, "width": 1, "dash": "dot"})
    rows_drawn = -bottoms[-1] + 1
    figure.update_layout(
        height=round(ROW * rows_drawn) + 110,
        margin={"l": 12, "r": 12, "t": 40, "b": 48},
        hovermode="closest",
    )
    figure.update_xaxes(**theme.AXIS, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_xaxes(dtick="M1", tickformat="%b\n%Y", ticklabelmode="period")
    figure.update_yaxes(**theme.AXIS)
    figure.update_yaxes(range=[bottoms[-1] - 0.3, 0.7], zeroline=False, showgrid=False, showticklabels=False)
    return figure


def _spans(rows: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]) -> list[tuple[float, float, str]]:
    """Return where each mark and its name begin and end in pixels, and on which side the name stands."""
    whole = max((period[1] - period[0]).days, 1)
    spans = []
    for date, label in zip(rows["date"], rows["label"], strict=True):
        x, wide = (date - period[0]).days / whole * WIDTH, len(label) * LETTER + 6
        right = x + MARK / 2 + wide <= WIDTH or x - MARK / 2 - wide < 0
        spans.append(
            (x - MARK / 2, x + MARK / 2 + wide, "middle right")
            if right
            else (x - MARK / 2 - wide, x + MARK / 2, "middle left")
        )
    return spans


def _rows(spans: Sequence[tuple[float, float, str]]) -> list[tuple[int, str]]:
    """Return the row of each mark, the first in which it touches no other, and the side of its name."""
    taken: list[list[tuple[float, float]]] = []
    places = []
    for start, end, side in spans:
        free = (
            number
            for number, row in enumerate(taken)
            if all(end <= left or right <= start for left, right in row)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        places.append((number, side))
    return places


def _band(figure: Figure, session: dict[Hashable, Any], edges: tuple[float, float]) -> None:
    figure.add_shape(
        type="rect",
        layer="below",
        x0=f"{session['opens']:%Y-%m-%d}",
        x1=f"{session['closes']:%Y-%m-%d}",
        y0=edges[0],
        y1=edges[1],
        fillcolor=theme.GROUND if session["by_rule"] else theme.PRESIDENCY,
        line={"color": theme.PALE, "width": 1 if session["by_rule"] else 0},
    )


def _header(
    figure: Figure,
    lane: str,
    top: int,
    spans: pd.DataFrame,
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> None:
    """Write a lane's name, and under it the names of its sessions or presidencies where they have room."""
    figure.add_annotation(
        text=f"<b>{translate(f'due-lane-{lane}')}</b>",
        xref="paper",
        x=0,
        xanchor="left",
        y=top,
        showarrow=False,
        font={"size": 13, "color": theme.COUNCILS[lane]},
    )
    whole = max((period[1] - period[0]).days, 1)
    for row in spans.to_dict("records"):
        first, last = max(row["opens"], period[0]), min(row["closes"], period[1])
        room = (last - first).days / whole * WIDTH
        if lane == "sc" and len(row["name"]) * LETTER > room:
            continue
        middle = first + (last - first) / 2
        figure.add_scatter(
            x=[f"{middle:%Y-%m-%d}"],
            y=[top - 1],
            mode="text",
            text=[row["name"]],
            textfont={"size": 12, "color": theme.MUTED},
            hoverinfo="skip",
            showlegend=False,
        )


def _marks(figure: Figure, lane: str, rows: pd.DataFrame) -> None:
    """Draw a lane's marks; the legend holds each kind once, in the colour of the first lane that has it."""
    shown = {trace["name"] for trace in figure.data if trace.get("showlegend")}
    for what, symbol in SYMBOLS.items():
        part = rows[rows["what"] == what]
        if part.empty:
            continue
        name = translate(f"due-mark-{what}")
        figure.add_scatter(
            name=name,
            x=part["date"].dt.strftime("%Y-%m-%d").tolist(),
            y=part["y"].tolist(),
            mode="markers+text",
            text=part["label"].tolist(),
            textposition=part["side"].tolist(),
            textfont={"size": 12, "color": theme.INK},
            marker={"symbol": symbol, "size": 10, "color": theme.COUNCILS[lane]},
            customdata=part["hover"].tolist(),
            hovertemplate="%{customdata}<extra></extra>",
            cliponaxis=False,
            showlegend=name not in shown,
        )


def shortened(label: str, *, share: float = 0.5) -> str:
    """Return a label that takes no more than a share of the axis at half a laptop's width."""
    most = math.floor(WIDTH * share / LETTER)
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"
