"""Deaths per month in a region, as blocks: all countries together, and each in a small chart."""

from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, totals, vintages
from ewdash.analysis.reviews import BETTER, WORSE
from ewdash.charts import axes, small_multiples
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError, NothingRecordedError
from ewdash.views.block import Block, block
from ewdash.views.measure import counted
from ewdash.views.months import cards, drawn_months, grids, levels_at
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import reviewed

SCALES = small_multiples.SCALES
YEARS: dict[str, int | None] = {"3": 3, "5": 5, "10": 10}  # whole years up to the month
MAX_PANELS = 12  # small charts that stay readable on one screen
MIN_PEAK_SHARE = 0.1  # of the common height: below this a course cannot be read


def _period(month: pd.Timestamp, years: int) -> tuple[pd.Timestamp, pd.Timestamp]:
    return month - pd.DateOffset(months=years * levels.YEAR - 1), month + pd.offsets.MonthEnd(0)


def together(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, years: int
) -> Block:
    """Draw the deaths of all covered countries together, between their bounds.

    Raises:
        NotCoveredError: If the record covers none of them.
    """
    selection = selected(record, region, group)
    period = _period(month, years)
    monthly = totals.monthly(grids(record), selection.inside, period)
    monthly = vintages.drawn(vintages.most_complete(monthly, ["month"]))
    if monthly.empty:
        raise NotCoveredError(table=record.card("conflict_month").title, country=selection.scope)
    fewest, most = (int(monthly["countries"].agg(way)) for way in ("min", "max"))
    figure = small_multiples.together(monthly, period=period)
    return block(
        "together",
        figure,
        monthly.assign(
            month=monthly["month"].dt.date,
            vintage=[translate(f"vintage-{name.replace('_', '-')}") for name in monthly["vintage"]],
        ).reset_index(drop=True),
        *cards(record, month),
        notes=(translate("together-coverage", fewest=fewest, most=most),) if fewest != most else (),
        beyond=" ".join(
            _cut(monthly, small_multiples.COMMON) + _bands_cut(monthly, figure.layout["yaxis"]["range"][1])
        ),
        scope=selection.heading,
        countries=most,
    )


def multiples(
    record: Record,
    *,
    month: pd.Timestamp,
    region: str | None,
    group: str | None,
    back: int,
    years: int,
    scale: str,
) -> Block:
    """Draw deaths per month of the countries with most of them, each in a chart of its own.

    Raises:
        NotCoveredError: If the record covers none of them.
        NothingRecordedError: If none of the covered countries has a recorded death.
    """
    selection = selected(record, region, group)
    period = _period(month, years)
    now = levels_at(record, month, selection.inside)
    months = drawn_months(record, selection.inside, *period)
    if months.empty:
        raise NotCoveredError(table=record.card("conflict_month").title, country=selection.scope)
    covered = len(months["iso3"].unique())
    sums = months.groupby("iso3")["deaths_best"].sum()
    countries_with_deaths = sums[sums > 0].rename("sum").reset_index()
    countries_with_deaths = countries_with_deaths.merge(
        now[["iso3", "deaths_12", "vintage"]], on="iso3", how="left"
    )
    countries_with_deaths = countries_with_deaths.sort_values(
        ["deaths_12", "sum", "iso3"], ascending=[False, False, True]
    )
    if countries_with_deaths.empty:
        raise NothingRecordedError(covered=covered, years=years)
    largest = countries_with_deaths.head(MAX_PANELS)
    directions = _directions(record, selection, month, back)
    part = months[months["iso3"].isin(largest["iso3"])]
    far = small_multiples.apart(part, scale)
    rest = part[part["iso3"] != far]
    panels = [
        small_multiples.Panel(
            code,
            selection.places.name(code),
            _line(directions.get(code), deaths, vintage)
            + (f" · {translate('panel-own-scale')}" if code == far else ""),
        )
        for code, deaths, vintage in zip(
            largest["iso3"], largest["deaths_12"], largest["vintage"], strict=True
        )
    ]
    peaks = rest.groupby("iso3")["deaths_dated"].max()
    flat_panels = int((peaks < MIN_PEAK_SHARE * (small_multiples.cut(rest, scale) or peaks.max())).sum())
    notes = _cut(rest, scale)
    if flat_panels > 0 and scale == small_multiples.COMMON:
        notes.append(translate("multiples-dwarfed", dwarfed=flat_panels, shown=len(largest)))
    table = part.assign(
        month=part["month"].dt.date,
        country=[selection.places.name(code) for code in part["iso3"]],
        vintage=[translate(f"vintage-{name.replace('_', '-')}") for name in part["vintage"]],
    )
    columns = ["country", "month", "vintage", "deaths_dated", "deaths_best", "deaths_low", "deaths_high"]
    if far is not None:
        kind = {True: translate("scale-apart"), False: translate("scale-common")}
        table = table.assign(chart_scale=[kind[code == far] for code in part["iso3"]])
        columns.append("chart_scale")
    return block(
        "multiples",
        small_multiples.small_multiples(part, panels, period=period, scale=scale),
        table[columns].reset_index(drop=True),
        *cards(record, month),
        notes=() if far is None else (_far_larger(part, far, selection.places.name(far)),),
        beyond=" ".join(notes),
        scope=selection.heading,
        month=i18n.month(month),
        years=years,
        scale="apart" if far is not None else scale,
        shown=len(largest),
        some=len(countries_with_deaths),
        covered=covered,
    )


def _far_larger(months: pd.DataFrame, far: str, name: str) -> str:
    """Say which country has a scale of its own, and how high it and the next reach."""
    peaks = months.groupby("iso3")["deaths_dated"].max()
    return translate(
        "multiples-apart", name=name, highest=int(peaks[far]), rest=int(peaks.drop(index=far).max())
    )


def _cut(months: pd.DataFrame, scale: str) -> list[str]:
    """Say how many months leave the axis, if it is cut."""
    limit = small_multiples.cut(months, scale)
    beyond = 0 if limit is None else int((months["deaths_dated"] > axes.HEADROOM * limit).sum())
    return [translate("cut-months", cut=beyond)] if beyond else []


def _bands_cut(months: pd.DataFrame, top: float) -> list[str]:
    """Say how many months have a band that reaches beyond the top of the axis."""
    beyond = int((months["deaths_high"] > top).sum())
    return [translate("cut-bands", cut=beyond)] if beyond else []


def _directions(record: Record, selection: Selection, month: pd.Timestamp, back: int) -> dict[str, str]:
    """Return which way each country moved; none where that cannot be read (the page says why)."""
    try:
        rows = reviewed(record, month, back)
    except EwdashError:
        return {}
    inside = set(selection.inside)
    return {row["iso3"]: row["direction"] for row in rows if row["iso3"] in inside}


def _line(direction: str | None, deaths: Any, vintage: str) -> str:  # noqa: ANN401 - a cell of a nullable column
    """Say under a country's name which way it moved and how many deaths its year holds."""
    year = (
        translate("panel-deaths", deaths=counted(deaths, vintage))
        if pd.notna(deaths)
        else translate("panel-silent")
    )
    if direction not in (WORSE, BETTER):
        return year
    return translate("panel-line", direction=translate(f"direction-{direction}"), deaths=year)
