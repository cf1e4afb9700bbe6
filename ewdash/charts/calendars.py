"""The two Councils' calendars on one axis: sessions in Geneva, presidencies in New York."""

import textwrap

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate

NAME_COLUMNS = 30  # characters of a country's name upright in a month's cell
ROWS = ("special", "regular", "presidency")  # top first
# Where each row stands and half its height: names of States stand upright, or half a laptop
# would not hold twelve of them.
POSITIONS = {"special": 2.2, "regular": 1.45, "presidency": 0.0}
HALF_HEIGHTS = {"regular": 0.3, "presidency": 0.95}


def sessions_and_presidencies(
    sessions: pd.DataFrame, presidencies: pd.DataFrame, *, period: tuple[pd.Timestamp, pd.Timestamp]
) -> Figure:
    """Draw HRC sessions as bars and SC presidencies as a cell a month.

    Args:
        sessions: ``session``, ``kind`` (regular, special), ``start``, ``end``.
        presidencies: ``start``, ``end``, ``name``, ``member`` (bool: sits in the HRC too).
        period: First and last day of the axis.

    Returns:
        A figure with a trace per kind of session and one per kind of presidency.
    """
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=480, margin={"l": 150, "r": 16, "t": 48, "b": 56}, hovermode="closest")
    regular = sessions[sessions["kind"] == "regular"]
    _bars(figure, regular, translate("calendar-regular"), theme.DEEP_BLUE, "regular")
    figure.add_scatter(
        x=[
            f"{start + (end - start) / 2:%Y-%m-%d}"
            for start, end in zip(regular["start"], regular["end"], strict=True)
        ],
        y=[POSITIONS["regular"]] * len(regular),
        mode="text",
        text=regular["session"].tolist(),
        textfont={"size": 12, "color": theme.PAPER},
        hoverinfo="skip",
        showlegend=False,
    )
    special = sessions[sessions["kind"] == "special"]
    figure.add_scatter(
        name=translate("calendar-special"),
        x=special["start"].dt.strftime("%Y-%m-%d").tolist(),
        y=[POSITIONS["special"]] * len(special),
        text=special["session"].tolist(),
        textposition="top center",
        mode="markers+text",
        marker={"symbol": "diamond", "size": 13, "color": theme.DEEP_BLUE},
        hovertemplate="%{text}: %{x|%-d %b %Y}<extra></extra>",
        showlegend=False,
    )
    for member, part in presidencies.groupby("member"):
        name = translate("calendar-both" if member else "calendar-sc")
        _bars(figure, part, name, theme.PRESIDENCY if member else theme.GROUND, "presidency")
    for start, end, name in zip(
        presidencies["start"], presidencies["end"], presidencies["name"], strict=True
    ):
        figure.add_annotation(
            text="<br>".join(textwrap.wrap(name, NAME_COLUMNS)),
            x=f"{start + (end - start) / 2:%Y-%m-%d}",
            y=POSITIONS["presidency"],
            textangle=-90,
            showarrow=False,
            font={"size": 13, "color": theme.INK},
        )
    figure.update_xaxes(**theme.AXIS, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_xaxes(dtick="M1", tickformat="%b\n%Y", ticklabelmode="period")
    figure.update_yaxes(**theme.AXIS)
    figure.update_yaxes(
        tickvals=[POSITIONS[kind] for kind in ROWS],
        ticktext=[translate(f"calendar-row-{kind}") for kind in ROWS],
        range=[-1, 2.7],
        zeroline=False,
        showgrid=False,
    )
    return figure


def _bars(figure: Figure, rows: pd.DataFrame, name: str, colour: str, row: str) -> None:
    """Draw periods as boxes; presidencies are in the legend, sessions carry their name."""
    low, high = POSITIONS[row] - HALF_HEIGHTS[row], POSITIONS[row] + HALF_HEIGHTS[row]
    xs: list[str | None] = []
    ys: list[float | None] = []
    for start, end in zip(rows["start"], rows["end"], strict=True):
        left, right = f"{start:%Y-%m-%d}", f"{end + pd.Timedelta(days=1):%Y-%m-%d}"
        xs += [left, right, right, left, left, None]
        ys += [low, low, high, high, low, None]
    figure.add_scatter(
        name=name,
        x=xs,
        y=ys,
        mode="lines",
        fill="toself",
        fillcolor=colour,
        line={"color": theme.PAPER, "width": 1},
        hoverinfo="skip",
        showlegend=row == "presidency",
    )
