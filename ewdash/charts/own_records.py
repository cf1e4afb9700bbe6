"""A user's own violation records as pictures: marked as theirs, and apart from every official figure."""

from collections.abc import Hashable, Mapping

import pandas as pd

from ewdash import i18n
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate
from ewdash.model.violations import VERIFICATION, VICTIMS

# A hue of neither Council and no measure, deeper the surer, with an edge that is seen on paper.
COLOURS = dict(zip(VERIFICATION, theme.OWN, strict=True))
INK = theme.OWN[-1]
SYMBOLS = dict(zip(VERIFICATION, ("circle-open", "diamond-open", "circle", "diamond"), strict=True))
HEIGHT = 320


def by_month(counts: pd.DataFrame, *, period: tuple[pd.Timestamp, pd.Timestamp]) -> Figure:
    """Draw records per month, stacked by verification, the surest at the bottom.

    Args:
        counts: ``month``, ``verification`` and ``records`` (number).
        period: First and last day of the axis.

    Returns:
        A figure with one trace per step of verification that has records.
    """
    figure = Figure()
    figure.update_layout({**theme.LAYOUT, "height": HEIGHT}, barmode="stack", legend_traceorder="normal")
    figure.update_xaxes(**theme.AXIS, type="date", range=[f"{day:%Y-%m-%d}" for day in period])
    figure.update_yaxes(**theme.AXIS, title_text=translate("axis-own-records"), tickformat="d")
    figure.update_yaxes(rangemode="tozero")
    if counts["records"].groupby(counts["month"]).sum().max() < len(VERIFICATION):
        figure.update_yaxes(dtick=1)
    for step in reversed(VERIFICATION):
        part = counts[counts["verification"] == step]
        if part.empty:
            continue
        figure.add_bar(
            name=translate(f"verification-{step}"),
            x=part["month"].dt.strftime("%Y-%m-%d").tolist(),
            y=part["records"].tolist(),
            marker={"color": COLOURS[step], "line": {"width": 1, "color": INK}},
            showlegend=True,
            hovertemplate="%{x|%b %Y}: %{y}<extra>%{fullData.name}</extra>",
        )
    return figure


def steps(records: pd.DataFrame) -> list[str]:
    """Return the steps of verification that records hold, surest first: the rows of `lane`."""
    return [step for step in reversed(VERIFICATION) if records["verification"].eq(step).any()]


def lane(figure: Figure, records: pd.DataFrame, *, row: int) -> None:
    """Draw records into a row of the timeline: a mark at the first day, a line over their days.

    Args:
        figure: Changed in place.
        records: `data.own_records.load`, at least one, within the axis.
        row: Row of the figure.
    """
    rows = steps(records)
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[translate(f"verification-{step}") for step in reversed(rows)],
        range=[-0.7, len(rows) - 0.3],
        row=row,
        col=1,
    )
    for height, step in enumerate(reversed(rows)):
        part = records[records["verification"] == step]
        x: list[str | None] = []
        for first, last in zip(part["date_from"], part["date_to"], strict=True):
            if last > first:
                x += [f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}", None]
        if x:
            figure.add_scatter(
                x=x,
                y=[None if day is None else height for day in x],
                mode="lines",
                line={"color": INK, "width": 2},
                hoverinfo="skip",
                showlegend=False,
                row=row,
                col=1,
            )
        figure.add_scatter(
            name=translate(f"verification-{step}"),
            x=part["date_from"].dt.strftime("%Y-%m-%d").tolist(),
            y=[height] * len(part),
            mode="markers",
            marker={
                "symbol": SYMBOLS[step],
                "size": 10,
                "color": INK,
                "opacity": 0.8,
                "line": {"width": 1.5, "color": INK},
            },
            text=[told(record) for record in part.to_dict("records")],
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
            row=row,
            col=1,
        )


def told(record: Mapping[Hashable, object]) -> str:
    """Say one record in a line: days, type, victims, verification, and that it is a user's."""
    first, last = record["date_from"], record["date_to"]
    assert isinstance(first, pd.Timestamp)
    assert isinstance(last, pd.Timestamp)
    return translate(
        "records-record-told",
        first=i18n.day(first),
        last=i18n.day(last),
        several="yes" if last > first else "no",
        type=translate(f"violation-type-{str(record['violation_type']).replace('_', '-')}"),
        victims=victims(record),
        step=translate(f"verification-{record['verification']}"),
    )


def victims(record: Mapping[Hashable, object]) -> str:
    """Return the numbers of victims in words, such as "2 (1–5)"; unknown is said."""
    low, best, high = (None if pd.isna(record[name]) else int(str(record[name])) for name in VICTIMS)  # type: ignore[call-overload]
    known = [value for value in (low, best, high) if value is not None]
    if not known:
        return translate("cell-unknown")
    if best is not None:
        if low in (None, best) and high in (None, best):
            return i18n.number(best)
        span = {"low": i18n.number(min(known)), "high": i18n.number(max(known))}
        return translate("victims-best", best=i18n.number(best), **span)
    if low is None or high is None:
        return translate("victims-from" if high is None else "victims-to", number=i18n.number(known[0]))
    return translate("victims-between", low=i18n.number(low), high=i18n.number(high))
