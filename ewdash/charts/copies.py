"""A user's own copy of another producer's data as small charts, one for each measure."""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.charts.trends import MONTH, NAME_COLUMNS

COLUMNS = 3
PANEL, LINE, TICKS, BOTTOM = 120, 17, 30, 40  # pixels of a chart, of a line of its heading, of its years
COLOUR = theme.OWN[-2]
FEW = 4  # years that are all named
AIR = 1.08  # times the highest value


@dataclass(frozen=True, eq=False)
class Panel:
    """One small chart.

    Attributes:
        name: Of the measure, in words.
        unit: Of its values, in words.
        rows: ``period`` (first day) and ``value``, a row for each period of the axis; NA has no row in
            the file.
        bars: Whether they are drawn as bars, with an open circle where the value is zero; else as a line
            that breaks where there is no value.
        scale: Ends of the axis; None begins at zero and ends over the highest.
        whole: Whether the values are whole numbers.
    """

    name: str
    unit: str
    rows: pd.DataFrame
    bars: bool
    scale: tuple[float, float] | None = None
    whole: bool = True


def small_charts(panels: Sequence[Panel], *, span: str) -> Figure:
    """Draw measures in charts of their own, each with its own axis.

    Args:
        panels: At least one; the periods of all are the same.
        span: ``month`` or ``year``.

    Returns:
        A figure with one trace per measure, and one more for the zeros among bars.
    """
    headings = [[*textwrap.wrap(panel.name, NAME_COLUMNS), panel.unit] for panel in panels]
    over = LINE * max(map(len, headings)) + 8
    rows = math.ceil(len(panels) / COLUMNS)
    gap = over + TICKS
    inner = PANEL * rows + gap * (rows - 1)
    figure = stacked(
        rows=rows,
        cols=COLUMNS,
        subplot_titles=[
            f"{'<br>'.join(heading[:-1])}<br><span style='font-size:12px'>{heading[-1]}</span>"
            for heading in headings
        ],
        vertical_spacing=gap / inner,
        horizontal_spacing=0.07,
    )
    for place, panel in enumerate(panels):
        _draw(figure, panel, span, row=place // COLUMNS + 1, col=place % COLUMNS + 1)
    for place in range(len(panels), rows * COLUMNS):
        row, col = place // COLUMNS + 1, place % COLUMNS + 1
        figure.update_xaxes(visible=False, row=row, col=col)
        figure.update_yaxes(visible=False, row=row, col=col)
    margin = theme.LAYOUT["margin"] | {"t": over + 8, "b": BOTTOM}
    figure.update_layout({**theme.LAYOUT, "height": inner + over + 8 + BOTTOM, "margin": margin})
    figure.update_layout(showlegend=False)
    figure.update_xaxes(**theme.AXIS, nticks=4, showticklabels=True)
    figure.update_yaxes(**theme.AXIS, nticks=4)
    figure.update_annotations(font={"size": 14, "color": theme.INK})
    return figure


def _draw(figure: Figure, panel: Panel, span: str, *, row: int, col: int) -> None:
    values = [None if pd.isna(value) else float(value) for value in panel.rows["value"].tolist()]
    days = panel.rows["period"]
    monthly = span == "month"
    figures = ",.0f" if panel.whole else ".2f"
    shared = {
        "name": panel.name,
        "x": days.dt.strftime("%Y-%m-%d").tolist() if monthly else days.dt.year.tolist(),
        "y": values,
        "hovertemplate": f"%{{x{'|%b %Y' if monthly else ''}}}: %{{y:{figures}}}<extra></extra>",
        "row": row,
        "col": col,
    }
    if panel.bars:
        width = {"width": MONTH, "offset": 0} if monthly else {}
        figure.add_bar(**shared, **width, marker={"color": COLOUR, "line": {"width": 0}})
        middle = (days + pd.Timedelta(days=14)).dt.strftime("%Y-%m-%d").tolist()
        zeros = [day for day, value in zip(middle, values, strict=True) if value == 0]
        if zeros:  # a bar without height would look like no row at all
            circles = {"symbol": "circle-open", "size": 5, "color": COLOUR, "line": {"width": 1}}
            at = {"x": zeros, "y": [0] * len(zeros), "marker": circles}
            figure.add_scatter(**shared | at, mode="markers", cliponaxis=False)
    else:
        figure.add_scatter(
            **shared,
            mode="lines+markers",
            line={"color": COLOUR, "width": 2},
            marker={"size": 4, "color": COLOUR},
            connectgaps=False,
        )
    numbers = [0.0, *(value for value in values if value is not None)]
    low, high = panel.scale or (AIR * min(numbers), max(AIR * max(numbers), 1.0))
    figure.update_yaxes(range=[low, high], tickformat=",d" if panel.whole else "~g", row=row, col=col)
    if panel.whole and high <= 6:  # no steps between whole numbers
        figure.update_yaxes(dtick=1, row=row, col=col)
    if monthly:
        ends = [f"{days.iloc[0]:%Y-%m-%d}", f"{days.iloc[-1] + pd.offsets.MonthEnd(1):%Y-%m-%d}"]
        figure.update_xaxes(type="date", tickformat="%b %Y", range=ends, row=row, col=col)
    else:
        years = [int(days.iloc[0].year) - 0.5, int(days.iloc[-1].year) + 0.5]
        few = {"dtick": 1, "tick0": int(days.iloc[0].year)} if len(days) <= FEW else {}  # a year has no half
        figure.update_xaxes(tickformat="d", range=years, **few, row=row, col=col)
