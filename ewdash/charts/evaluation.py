"""Pictures of skill: precision against recall, calibration, onsets found and missed, and the fan."""

from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.charts.trends import PRELIMINARY_PATTERN
from ewdash.i18n import translate

CURVE_HEIGHT, BASE_HEIGHT = 420, 260
MIN_AXIS = 5  # deaths a month below which the axis is fixed, so that zero does not look large
HIT_SYMBOL, MISS_SYMBOL = "circle", "x-thin-open"


def _figure(height: int) -> Figure:
    figure = Figure(layout=theme.LAYOUT)
    figure.update_layout(height=height, margin={"l": 64, "r": 24, "t": 48, "b": 56})
    figure.update_xaxes(**theme.AXIS)
    figure.update_yaxes(**theme.AXIS)
    return figure


def precision_recall(curve: pd.DataFrame, rules: pd.DataFrame, threshold: str) -> Figure:
    """Draw precision against recall: our alerts at every multiple, and each rule as a point.

    Args:
        curve: ``scope`` (the multiple), ``precision``, ``recall``, ``per_month``, in order.
        rules: ``name``, ``precision``, ``recall``, ``per_month``, ``place`` of the label.
        threshold: The multiple marked.
    """
    figure = _figure(CURVE_HEIGHT)
    hover = "%{customdata[0]}<br>%{y:.0%} / %{x:.0%}, %{customdata[1]:.2f}<extra></extra>"
    figure.add_scatter(
        name=translate("series-score"),
        x=curve["recall"].tolist(),
        y=curve["precision"].tolist(),
        customdata=curve[["scope", "per_month"]].to_numpy().tolist(),
        mode="lines",
        line={"color": theme.DEEP_BLUE, "width": 3},
        hovertemplate=hover,
    )
    point = curve[curve["scope"] == threshold]
    figure.add_scatter(
        name=translate("series-chosen"),
        x=point["recall"].tolist(),
        y=point["precision"].tolist(),
        mode="markers",
        marker={"size": 15, "color": theme.DEEP_BLUE, "line": {"width": 2, "color": theme.PAPER}},
        customdata=point[["scope", "per_month"]].to_numpy().tolist(),
        hovertemplate=hover,
    )
    figure.add_scatter(
        name=translate("series-rules"),
        x=rules["recall"].tolist(),
        y=rules["precision"].tolist(),
        text=rules["name"].tolist(),
        textposition=rules["place"].tolist(),
        mode="markers+text",
        marker={"size": 10, "color": theme.MUTED, "symbol": "diamond"},
        customdata=rules[["name", "per_month"]].to_numpy().tolist(),
        hovertemplate=hover,
    )
    figure.update_xaxes(title_text=translate("axis-recall"), tickformat=".0%", range=[0.3, 1.0])
    figure.update_yaxes(title_text=translate("axis-precision"), tickformat=".0%", range=[0.2, 0.8])
    return figure


def calibration(bins: pd.DataFrame) -> Figure:
    """Draw what was said against what came, in bins of equal size.

    Args:
        bins: ``said``, ``came`` (shares) and ``cases``.
    """
    figure = _figure(BASE_HEIGHT + 80)
    top = float(max(bins["said"].max(), bins["came"].max())) * 1.08
    figure.add_scatter(
        name=translate("series-perfect"), x=[0, top], y=[0, top], mode="lines",
        line={"color": theme.MUTED, "dash": "dash", "width": 1}, hoverinfo="skip",
    )  # fmt: skip
    figure.add_scatter(
        name=translate("series-score"),
        x=bins["said"].tolist(),
        y=bins["came"].tolist(),
        mode="lines+markers",
        marker={"size": 9, "color": theme.DEEP_BLUE},
        line={"color": theme.DEEP_BLUE, "width": 2},
        customdata=bins["cases"].tolist(),
        hovertemplate="%{x:.0%} → %{y:.0%} (%{customdata:,})<extra></extra>",
    )
    digits = ".0%" if top > 0.2 else ".1%"
    figure.update_xaxes(title_text=translate("axis-said"), tickformat=digits, range=[0, top])
    figure.update_yaxes(title_text=translate("axis-came"), tickformat=digits, range=[0, top])
    return figure


def onsets(cases: pd.DataFrame) -> Figure:
    """Draw every onset as a mark: found in blue, missed as a red cross, by region.

    Args:
        cases: ``month``, ``region`` (name), ``country`` (name), ``hit`` (bool), ``deaths_6``.
    """
    figure = _figure(BASE_HEIGHT + 60)
    for hit, symbol, colour in ((True, HIT_SYMBOL, theme.DEEP_BLUE), (False, MISS_SYMBOL, theme.RED)):
        part = cases[cases["hit"] == hit]
        figure.add_scatter(
            name=translate("series-found" if hit else "series-missed"),
            x=part["month"].dt.strftime("%Y-%m-%d").tolist(),
            y=part["region"].tolist(),
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 9 if hit else 12,
                "color": colour,
                "opacity": 0.75 if hit else 1,
                "line": {"width": 3 if not hit else 0, "color": colour},
            },
            customdata=part[["country", "deaths_6"]].astype(object).to_numpy().tolist(),
            hovertemplate="%{customdata[0]}, %{x|%b %Y}: %{customdata[1]:,}<extra></extra>",
        )
    figure.update_xaxes(type="date")
    figure.update_yaxes(type="category")
    figure.update_layout(margin={"l": 90})
    return figure


def fan(past: pd.DataFrame, ahead: pd.DataFrame, *, preliminary: bool) -> Figure:
    """Draw the last two years and the fan of the six months after them.

    Args:
        past: ``month``, ``deaths_best`` of one vintage, at most two years.
        ahead: ``target`` (month), ``q05`` to ``q95`` (people).
        preliminary: Whether the months of ``past`` are: they are hatched.
    """
    figure = _figure(BASE_HEIGHT + 80)
    months = past["month"].dt.strftime("%Y-%m-%d").tolist()
    figure.add_bar(
        name=translate("series-recorded-preliminary" if preliminary else "series-recorded"),
        x=months, y=past["deaths_best"].tolist(),
        marker={"color": theme.MUTED, "pattern": PRELIMINARY_PATTERN if preliminary else None},
        hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra></extra>",
    )  # fmt: skip
    target = ahead["target"].dt.strftime("%Y-%m-%d").tolist()
    between = "%{x|%b %Y}: %{customdata[0]:,.0f}–%{customdata[1]:,.0f}<extra>%{fullData.name}</extra>"
    for low, high, name, opacity in (
        ("q05", "q95", "series-fan-90", 0.25),
        ("q25", "q75", "series-fan-50", 0.55),
    ):
        figure.add_bar(
            name=translate(name),
            x=target,
            base=ahead[low].tolist(),
            y=(ahead[high] - ahead[low]).tolist(),
            marker={"color": theme.rgba(theme.DEEP_BLUE, opacity)},
            customdata=ahead[[low, high]].to_numpy().tolist(),
            hovertemplate=between,
        )
    figure.add_scatter(
        name=translate("series-fan-middle"), x=target, y=ahead["q50"].tolist(), mode="markers",
        marker={
            "symbol": "line-ew-open", "size": 18, "color": theme.INK,
            "line": {"width": 3, "color": theme.INK},
        },
        hovertemplate="%{x|%b %Y}: %{y:,.0f}<extra>%{fullData.name}</extra>",
    )  # fmt: skip
    if max(past["deaths_best"].max(), ahead["q95"].max()) < MIN_AXIS:
        figure.update_yaxes(dtick=1, range=[0, MIN_AXIS])
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(type="date", tickformat="%b %Y")
    figure.update_yaxes(title_text=translate("axis-deaths-month"), tickformat=",d", rangemode="tozero")
    return figure


def base_rates(shares: pd.DataFrame) -> Figure:
    """Draw where countries like this one stood a year later, in natural frequencies.

    Args:
        shares: ``state`` (words), ``after`` (0-4), ``share`` (0-1), ``label`` (words).
    """
    figure = _figure(200)
    for after, part in shares.groupby("after", sort=True):
        level = int(str(after))
        texts: list[Any] = [i18n.number(share * 100) if share >= 0.05 else "" for share in part["share"]]
        figure.add_bar(
            name=translate(f"level-{level}"),
            y=part["state"].tolist(),
            x=part["share"].tolist(),
            orientation="h",
            marker={"color": theme.LEVELS[level], "line": {"color": theme.PAPER, "width": 1}},
            text=texts,
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": theme.LEVEL_INK[level]},
            hovertemplate="%{fullData.name}: %{x:.0%}<extra></extra>",
        )
    figure.update_layout(barmode="stack", legend_traceorder="normal", margin={"l": 190, "t": 70})
    figure.update_xaxes(tickformat=".0%", range=[0, 1])
    return figure
