"""Trend charts: deaths by type, civilians, rights and displacement over time."""

import textwrap
from collections.abc import Sequence

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.i18n import translate

MONTH = 26 * 24 * 3600 * 1000  # milliseconds: a bar a little narrower than a month
LEGEND = 56  # pixels: two rows of legend at half a laptop's width
NAME_COLUMNS = 26  # characters over a third of half a laptop's width
PRELIMINARY_PATTERN = {"shape": "/", "fgcolor": theme.PAPER, "solidity": 0.4, "fillmode": "overlay"}


def _figure(*, height: int, y_title: str) -> Figure:
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=height, margin={"t": LEGEND})
    figure.update_xaxes(**theme.AXIS)
    figure.update_yaxes(**theme.AXIS, rangemode="tozero")
    figure.update_yaxes(title_text=y_title, tickformat=",d")
    return figure


def deaths_by_type(years: pd.DataFrame) -> Figure:
    """Draw deaths per year, stacked by type of violence; preliminary years hatched.

    Args:
        years: One row per ``year`` and ``type`` with ``deaths_best`` (people) and
            ``preliminary`` (bool).

    Returns:
        A figure with one trace per type, and one per type for preliminary years.
    """
    figure = _figure(height=380, y_title=translate("axis-deaths-year"))
    for kind, colour in theme.TYPES.items():
        for preliminary, part in years[years["type"] == kind].groupby("preliminary"):
            name = translate(f"type-{kind.replace('_', '-')}")
            figure.add_bar(
                name=translate("preliminary-of", what=name) if preliminary else name,
                x=part["year"].tolist(),
                y=part["deaths_best"].tolist(),
                marker={"color": colour, "pattern": PRELIMINARY_PATTERN if preliminary else None},
                showlegend=not preliminary,
                hovertemplate="%{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            )
    figure.update_layout(barmode="stack", legend_traceorder="normal")
    figure.update_xaxes(tickformat="d")  # a year has no half
    return figure


def civilians(months: pd.DataFrame, *, period: tuple[pd.Timestamp, pd.Timestamp]) -> Figure:
    """Draw civilian deaths per month beside all deaths; each vintage is a line of its own.

    Args:
        months: ``month``, ``vintage``, ``deaths_best`` and ``deaths_civilians`` (people, NA
            where the vintage does not say).
        period: First and last day of the axis.

    Returns:
        A figure with two traces per vintage.
    """
    figure = _figure(height=380, y_title=translate("axis-deaths-month"))
    for vintage, part in months.groupby("vintage", observed=True, sort=False):
        for column, colour in (("deaths_best", theme.FAINT), ("deaths_civilians", theme.RED)):
            if part[column].isna().all():
                continue
            name = translate(f"series-{column.replace('_', '-')}")
            figure.add_bar(
                name=name if vintage == "final" else translate("preliminary-of", what=name),
                x=part["month"].dt.strftime("%Y-%m-%d").tolist(),
                y=part[column].astype("Float64").astype(object).where(part[column].notna(), None).tolist(),
                marker={
                    "color": colour,
                    "line": {"width": 0},
                    "pattern": None if vintage == "final" else PRELIMINARY_PATTERN,
                },
                showlegend=vintage == "final",
                width=MONTH,
                offset=0,
                hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            )
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    return figure


def rights(values: pd.DataFrame, indicators: Sequence[str], *, better_up: dict[str, bool]) -> Figure:
    """Draw one small chart per rights index, all on the scale from 0 to 1.

    Args:
        values: ``year``, ``indicator``, ``value``.
        indicators: Which, in order; at most six.
        better_up: Whether a higher value of the indicator is better.

    Returns:
        A figure with one trace per indicator; each title says which direction is better.
    """
    names = [translate(f"indicator-{key.replace('_', '-')}") for key in indicators]
    direction = [translate("higher-better" if better_up[key] else "higher-worse") for key in indicators]
    titles = [
        f"{'<br>'.join(textwrap.wrap(name, NAME_COLUMNS))}<br><span style='font-size:12px'>{way}</span>"
        for name, way in zip(names, direction, strict=True)
    ]
    columns = 3
    rows = -(-len(indicators) // columns)
    figure = stacked(
        rows=rows,
        cols=columns,
        shared_yaxes=True,
        subplot_titles=titles,
        vertical_spacing=0.26,
        horizontal_spacing=0.04,
    )
    for place, (key, name) in enumerate(zip(indicators, names, strict=True)):
        part = values[values["indicator"] == key].sort_values("year", kind="stable")
        years = pd.RangeIndex(part["year"].min(), part["year"].max() + 1) if len(part) else pd.RangeIndex(0)
        line = part.set_index("year")["value"].reindex(years)
        figure.add_scatter(
            name=name,
            x=list(line.index),
            y=line.astype(object).where(line.notna(), None).tolist(),
            mode="lines",
            line={"color": theme.DEEP_BLUE, "width": 2.5},
            connectgaps=False,
            showlegend=False,
            hovertemplate="%{x}: %{y:.2f}<extra>%{fullData.name}</extra>",
            row=place // columns + 1,
            col=place % columns + 1,
        )
    figure.update_layout(
        {**theme.LAYOUT, "height": 215 * rows + 60, "margin": theme.LAYOUT["margin"] | {"t": 68}}
    )
    figure.update_xaxes(**theme.AXIS, tickformat="d")
    figure.update_yaxes(**theme.AXIS, range=[0, 1])
    figure.update_annotations(font={"size": 14, "color": theme.INK})
    return figure


def displacement(years: pd.DataFrame, columns: Sequence[str]) -> Figure:
    """Draw end-of-year stocks of displaced people, a gap where no estimate exists.

    Args:
        years: ``year`` and one column per stock (people; NA where not reported).
        columns: Which stocks, in order; at most six.

    Returns:
        A figure with one trace per stock that has any value.
    """
    figure = _figure(height=380, y_title=translate("axis-people"))
    for column, colour in zip(columns, theme.LINES, strict=False):
        line = years.set_index("year")[column]
        if line.isna().all():
            continue
        figure.add_scatter(
            name=translate(f"series-{column.replace('_', '-')}"),
            x=line.index.tolist(),
            y=line.astype(object).where(line.notna(), None).tolist(),
            mode="lines+markers",
            line={"color": colour, "width": 2.5},
            marker={"size": 5},
            connectgaps=False,
            hovertemplate="%{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
        )
    figure.update_xaxes(tickformat="d")
    figure.update_yaxes(tickformat="~s")
    return figure
