"""Deaths around the creation of an investigative body, and how often New York took it up."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.charts.trends import PRELIMINARY_PATTERN
from ewdash.i18n import translate
from ewdash.model.situations import FINAL

TICKS = (-24, -12, 0, 12, 24)  # months since the creation
OWN, OTHERS = 0.6, 0.4  # of the height: the situation, the comparable ones
YEARS = {1: theme.SHARES[3], 3: theme.SHARES[4], 5: theme.SHARES[5]}  # years after -> colour


def before_after(window: pd.DataFrame, band: pd.DataFrame) -> Figure:
    """Draw deaths around a creation above, and those of comparable situations on the matching month below.

    Each panel has a scale of its own, because situations differ by orders of magnitude.

    Args:
        window: ``offset`` (months since the creation), ``vintage`` (one), ``deaths_dated`` and
            ``deaths_civilians`` (people, NA where not known).
        band: ``offset``, ``low``, ``median``, ``high``; may be empty.

    Returns:
        A figure with bars of all deaths and of civilians, a band, a median and a line at creation.
    """
    rows = 2 if len(band) else 1
    figure = stacked(
        rows=rows,
        cols=1,
        subplot_titles=[translate("accountability-own"), translate("accountability-others")][:rows],
        vertical_spacing=0.18,
        row_heights=[OWN, OTHERS][:rows],
    )
    preliminary = len(window) > 0 and window["vintage"].iloc[0] != FINAL
    for column, colour in (("deaths_dated", theme.FAINT), ("deaths_civilians", theme.RED)):
        name = translate(f"accountability-{column.replace('_', '-')}")
        figure.add_bar(
            name=translate("preliminary-of", what=name) if preliminary else name,
            x=window["offset"].tolist(),
            y=window[column].astype("Float64").astype(object).where(window[column].notna(), None).tolist(),
            marker={
                "color": colour,
                "line": {"width": 0},
                "pattern": PRELIMINARY_PATTERN if preliminary else None,
            },
            hovertemplate="%{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            row=1,
            col=1,
        )
    if len(band):
        _band(figure, band)
    figure.update_layout({**theme.LAYOUT, "height": 400 if rows > 1 else 280, "barmode": "overlay"})
    figure.update_layout(margin={"l": 64, "r": 16, "t": 84, "b": 48})
    figure.update_layout(legend={**theme.LAYOUT["legend"], "y": 1.1, "traceorder": "normal"})
    figure.update_xaxes(**theme.AXIS, tickvals=list(TICKS), range=[TICKS[0] - 0.7, TICKS[-1] + 0.7])
    figure.update_xaxes(title_text=translate("axis-months-since"), row=rows, col=1)
    figure.update_yaxes(**theme.AXIS, rangemode="tozero", tickformat=",d", nticks=5)
    figure.update_yaxes(title_text=translate("axis-deaths-month"))
    for row in range(1, rows + 1):
        figure.add_vline(x=0, row=row, col=1, line={"color": theme.INK, "width": 2, "dash": "dot"})
    figure.update_annotations(font={"size": 14, "color": theme.INK})
    return figure


def _band(figure: Figure, band: pd.DataFrame) -> None:
    """Draw the quartiles and the median of comparable situations."""
    x = band["offset"].tolist()
    edge = {"width": 0, "color": theme.DEEP_BLUE}
    common: dict[str, Any] = {"x": x, "mode": "lines", "row": 2, "col": 1}
    figure.add_scatter(y=band["low"].tolist(), line=edge, showlegend=False, hoverinfo="skip", **common)
    figure.add_scatter(
        name=translate("accountability-quartiles"),
        y=band["high"].tolist(),
        line=edge,
        fill="tonexty",
        fillcolor=theme.rgba(theme.DEEP_BLUE, 0.2),
        hovertemplate="%{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
        **common,
    )
    figure.add_scatter(
        name=translate("accountability-median"),
        y=band["median"].tolist(),
        line={"color": theme.DEEP_BLUE, "width": 2.5},
        hovertemplate="%{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
        **common,
    )


def uptake(shares: pd.DataFrame) -> Figure:
    """Draw the share of bodies that each step of the Security Council followed, by years.

    Args:
        shares: `accountability.shares`: ``step``, ``years``, ``cases``, ``followed``, ``share``.

    Returns:
        A figure with one trace of bars for each number of years.
    """
    figure = Figure(layout=theme.LAYOUT)
    steps = shares["step"].drop_duplicates().tolist()[::-1]
    for years, colour in YEARS.items():
        part = shares[shares["years"] == years].set_index("step").reindex(steps).dropna()
        if part.empty:
            continue
        figure.add_bar(
            name=translate("accountability-within", years=years, cases=_cases(part["cases"].to_dict())),
            orientation="h",
            y=[translate(f"step-{step}") for step in part.index],
            x=part["share"].tolist(),
            marker={"color": colour, "line": {"width": 0}},
            customdata=[
                translate("n-of-m", used=int(row["followed"]), of=int(row["cases"]))
                for row in part.to_dict("records")
            ],
            hovertemplate="%{y}: %{x:.0%} (%{customdata})<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(height=300, barmode="group", legend_traceorder="normal")
    figure.update_layout(margin={"l": 210, "r": 16, "t": 56, "b": 40})
    figure.update_xaxes(**theme.AXIS, range=[0, 1], tickformat=".0%")
    figure.update_yaxes(**theme.AXIS)
    return figure


def _cases(cases: Mapping[Hashable, int]) -> str:
    """Return of how many bodies shares are: by kind of step where the record of one ends before another."""
    heard, cited = (int(cases.get(step, 0)) for step in ("heard", "cited"))
    most = int(max(cases.values()))
    same = "yes" if heard == cited == most else "no"
    return translate("accountability-of", heard=heard, cited=cited, most=most, same=same)
