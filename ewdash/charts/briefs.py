"""The bridge in brief, for a slide or a page: deaths, stage, and one row of marks per lane."""

from collections.abc import Sequence

import pandas as pd

from ewdash.charts import lanes as marks
from ewdash.charts import theme
from ewdash.charts.figures import Figure, stacked
from ewdash.i18n import translate
from ewdash.model.lanes import LANES
from ewdash.model.situations import FINAL, STAGES

SIZE = (1600, 860)  # pixels for which the figure is laid out
HEIGHTS = {"deaths": 8.0, "stage": 1.1, "lane": 1.0}  # shares of the height
SPACE = 0.045  # of the height between two rows: the key of the next lane stands there
# Signs that a slide's key can print and that look like the marks of `ewdash.charts.lanes`.
PRINTED = ("●", "◆", "■", "▲", "★", "⬟", "⬢", "⧓")
NARROW, WIDE = 40, 7  # of the axis, the part a stretch must fill to hold its number, its name


def bridge(
    months: pd.DataFrame,
    stages: pd.DataFrame,
    actions: pd.DataFrame,
    *,
    lanes: Sequence[str],
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> Figure:
    """Draw deaths, the stage and the acts of each lane in a single row.

    Args:
        months: ``month``, ``vintage``, ``deaths_best`` (people).
        stages: ``month``, ``vintage``, ``stage``, ``alert``, ``deaths_month``.
        actions: `ewdash.analysis.council_acts.acts` within the period.
        lanes: The lanes to draw, top first.
        period: First and last day of the axis.

    Returns:
        A figure with a trace of final deaths, one of preliminary ones, alerts, a row of stage
        cells, and one trace per lane, class and confidence.
    """
    rows = ["deaths", "stage", *lanes] if len(months) else list(lanes)
    heights = [HEIGHTS.get(row, HEIGHTS["lane"]) for row in rows]
    keys = [_key(lane, actions[actions["lane"] == lane]) for lane in lanes]
    figure = stacked(
        rows=len(rows),
        cols=1,
        row_heights=heights,
        vertical_spacing=SPACE,
        subplot_titles=[*([""] * (len(rows) - len(lanes))), *keys],
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 15, "color": theme.INK})
    figure.update_layout({**theme.LAYOUT, "width": SIZE[0], "height": SIZE[1]})
    figure.update_layout(margin={"l": 210, "r": 16, "t": 46, "b": 36}, showlegend=True)
    figure.update_xaxes(**theme.AXIS, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_yaxes(**theme.AXIS)
    if len(months):
        _deaths(figure, months)
        _stage(figure, stages)
    for row, lane in enumerate(lanes, start=len(rows) - len(lanes) + 1):
        _lane(figure, actions[actions["lane"] == lane], lane, row=row, period=period)
    if "between" in lanes:
        places = {lane: row for row, lane in enumerate(lanes, start=len(rows) - len(lanes) + 1)}
        marks.crossings(figure, actions[actions["lane"] == "between"], places)
    return figure


def _key(lane: str, acts: pd.DataFrame) -> str:
    """Return the sign of each class of act that a lane holds, with its short name."""
    held = [
        f"{PRINTED[place % len(PRINTED)]} " + translate(f"kind-{kind.replace('_', '-')}")
        for place, kind in enumerate(LANES[lane])
        if (acts["act_class"] == kind).any()
    ]
    return "   ".join(held)


def _deaths(figure: Figure, months: pd.DataFrame) -> None:
    figure.update_yaxes(
        title_text=translate("axis-deaths-month"), rangemode="tozero", tickformat=",d", row=1, col=1
    )
    final = months[months["vintage"] == FINAL]
    figure.add_scatter(
        name=translate("series-final"),
        x=final["month"].dt.strftime("%Y-%m-%d").tolist(),
        y=final["deaths_best"].astype(object).where(final["deaths_best"].notna(), None).tolist(),
        mode="lines",
        line={"color": theme.RED, "width": 3},
        row=1,
        col=1,
    )
    early = months[months["vintage"] == "candidate"]
    if len(early):
        figure.add_scatter(
            name=translate("series-candidate"),
            x=early["month"].dt.strftime("%Y-%m-%d").tolist(),
            y=early["deaths_best"].astype(object).where(early["deaths_best"].notna(), None).tolist(),
            mode="markers",
            marker={"symbol": "circle-open", "size": 9, "color": theme.MUTED, "line": {"width": 2}},
            row=1,
            col=1,
        )


def _stage(figure: Figure, stages: pd.DataFrame) -> None:
    """Draw alerts over the deaths, and a cell of stage a month; the newest vintage stands last."""
    alerts = stages[stages["alert"] > 0]
    if len(alerts):
        figure.add_scatter(
            name=translate("series-alert"),
            x=alerts["month"].dt.strftime("%Y-%m-%d").tolist(),
            y=alerts["deaths_month"].astype(object).where(alerts["deaths_month"].notna(), None).tolist(),
            mode="markers",
            marker={
                "symbol": "triangle-down",
                "size": 14,
                "color": theme.INK,
                "line": {"width": 1, "color": theme.PAPER},
            },
            row=1,
            col=1,
        )
    known = stages[stages["stage"].notna()].sort_values(["month", "vintage"], ascending=[True, False])
    known = known.drop_duplicates("month")
    count = len(STAGES)
    edges = [(place + side) / count for place in range(count) for side in (0, 1)]
    figure.add_heatmap(
        name=translate("axis-stage"),
        x=known["month"].dt.strftime("%Y-%m-%d").tolist(),
        y=[0],
        z=[known["stage"].astype(int).tolist()],
        zmin=-0.5,
        zmax=count - 0.5,
        colorscale=[[edge, theme.STAGES[place // 2]] for place, edge in enumerate(edges)],
        showscale=False,
        row=2,
        col=1,
    )
    stretch = (known["stage"].ne(known["stage"].shift()) | known["month"].diff().dt.days.gt(31)).cumsum()
    for _, part in known.groupby(stretch):
        if len(part) * NARROW >= len(known):
            stage = int(part["stage"].iloc[0])
            figure.add_scatter(
                x=[f"{part['month'].iloc[len(part) // 2]:%Y-%m-%d}"],
                y=[0],
                mode="text",
                text=[translate(f"stage-{stage}") if len(part) * WIDE >= len(known) else str(stage)],
                textfont={"size": 15, "color": theme.STAGE_INK[stage]},
                showlegend=False,
                row=2,
                col=1,
            )
    figure.update_yaxes(
        tickvals=[0], ticktext=[translate("axis-stage")], range=[-0.5, 0.5], showgrid=False, row=2, col=1
    )


def _lane(
    figure: Figure,
    acts: pd.DataFrame,
    lane: str,
    *,
    row: int,
    period: tuple[pd.Timestamp, pd.Timestamp],
) -> None:
    if acts.empty:
        marks.nothing(figure, row=row, period=period)
    for place, kind in enumerate(LANES[lane]):
        for verified, part in acts[acts["act_class"] == kind].groupby("verified"):
            symbol = marks.SYMBOLS[place % len(marks.SYMBOLS)]
            marks.act_marks(figure, kind, part, symbol, bool(verified), 0, row)
    figure.update_yaxes(
        tickvals=[0],
        ticktext=[translate(f"lane-short-{lane}")],
        range=[-0.6, 0.6],
        showgrid=False,
        row=row,
        col=1,
    )
