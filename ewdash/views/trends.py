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
from ewdash.views.months import cards, country_months, levels_at
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import reviewed

SCALES = small_multiples.SCALES
YEARS: dict[str, int | None] = {"3": 3, "5": 5, "10": 10}  # whole years up to the month
DRAWN = 12  # small charts that stay readable on one screen
DWARFED = 0.1  # of the common height: below this a course cannot be read


def joint(record: Record) -> pd.DataFrame:
    """Return the rows of Niger and Nigeria together, which alone have a low and a high estimate."""
    final = record.table("conflict_month")
    return final[final["basis"] == "joint"]


def _period(month: pd.Timestamp, years: int) -> tuple[pd.Timestamp, pd.Timestamp]:
    return month - pd.DateOffset(months=years * levels.YEAR - 1), month + pd.offsets.MonthEnd(0)


def together(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, years: int
) -> Block:
    """Draw the deaths of all covered countries together, between their bounds.

    Raises:
        NotCoveredError: If the record covers none of them.
    """
    chosen = selected(record, region, group)
    period = _period(month, years)
    rows = country_months(record, chosen.inside)
    found = totals.monthly(rows[rows["month"].between(*period)], joint(record), chosen.inside)
    found = vintages.most_complete(found, ["month"])
    if found.empty:
        raise NotCoveredError(table=record.card("conflict_month").title, country=chosen.scope)
    fewest, most = (int(found["countries"].agg(way)) for way in ("min", "max"))
    figure = small_multiples.together(found, period=period)
    return block(
        "together",
        figure,
        found.assign(
            month=found["month"].dt.date,
            vintage=[translate(f"vintage-{name.replace('_', '-')}") for name in found["vintage"]],
        ).reset_index(drop=True),
        *cards(record, month),
        notes=(translate("together-coverage", fewest=fewest, most=most),) if fewest != most else (),
        beyond=" ".join(
            _cut(found, small_multiples.COMMON) + _bands_cut(found, figure.layout["yaxis"]["range"][1])
        ),
        scope=chosen.scope,
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
    chosen = selected(record, region, group)
    period = _period(month, years)
    rows = country_months(record, chosen.inside)
    now = levels_at(record, month, chosen.inside)
    inside = rows[rows["iso3"].isin(chosen.inside) & rows["month"].between(*period)]
    seen = vintages.most_complete(inside, ["iso3", "month"])
    if seen.empty:
        raise NotCoveredError(table=record.card("conflict_month").title, country=chosen.scope)
    covered = len(seen["iso3"].unique())
    sums = seen.groupby("iso3")["deaths_best"].sum()
    some = sums[sums > 0].rename("sum").reset_index()
    some = some.merge(now[["iso3", "deaths_12", "vintage"]], on="iso3", how="left")
    some = some.sort_values(["deaths_12", "sum", "iso3"], ascending=[False, False, True])
    if some.empty:
        raise NothingRecordedError(covered=covered, years=years)
    drawn = some.head(DRAWN)
    moved = _directions(record, chosen, month, back)
    panels = [
        small_multiples.Panel(code, chosen.places.name(code), _line(moved.get(code), deaths, vintage))
        for code, deaths, vintage in zip(drawn["iso3"], drawn["deaths_12"], drawn["vintage"], strict=True)
    ]
    part = seen[seen["iso3"].isin(drawn["iso3"])]
    peaks = part.groupby("iso3")["deaths_best"].max()
    dwarfed = int((peaks < DWARFED * (small_multiples.cut(part, scale) or peaks.max())).sum())
    notes = _cut(part, scale)
    if dwarfed > 0 and scale == small_multiples.COMMON:
        notes.append(translate("multiples-dwarfed", dwarfed=dwarfed, shown=len(drawn)))
    table = part.assign(
        month=part["month"].dt.date,
        country=[chosen.places.name(code) for code in part["iso3"]],
        vintage=[translate(f"vintage-{name.replace('_', '-')}") for name in part["vintage"]],
    )
    return block(
        "multiples",
        small_multiples.small_multiples(part, panels, period=period, scale=scale),
        table[["country", "month", "vintage", "deaths_best", "deaths_low", "deaths_high"]].reset_index(
            drop=True
        ),
        *cards(record, month),
        beyond=" ".join(notes),
        scope=chosen.scope,
        month=i18n.month(month),
        years=years,
        scale=scale,
        shown=len(drawn),
        some=len(some),
        covered=covered,
    )


def _cut(months: pd.DataFrame, scale: str) -> list[str]:
    """Say how many months leave the axis, if it is cut."""
    least = small_multiples.cut(months, scale)
    beyond = 0 if least is None else int((months["deaths_best"] > axes.HEADROOM * least).sum())
    return [translate("cut-months", cut=beyond)] if beyond else []


def _bands_cut(months: pd.DataFrame, top: float) -> list[str]:
    """Say how many months have a band that reaches beyond the top of the axis."""
    beyond = int((months["deaths_high"] > top).sum())
    return [translate("cut-bands", cut=beyond)] if beyond else []


def _directions(record: Record, chosen: Selection, month: pd.Timestamp, back: int) -> dict[str, str]:
    """Return which way each country moved; none where that cannot be read (the page says why)."""
    try:
        rows = reviewed(record, month, back)
    except EwdashError:
        return {}
    rows = rows[rows["iso3"].isin(chosen.inside)]
    return dict(zip(rows["iso3"], rows["direction"], strict=True))


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
