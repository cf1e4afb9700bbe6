"""Deaths per month in a region, as blocks: all countries together, and each in a small chart."""

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, totals, vintages
from ewdash.analysis.panels import Panel, panel
from ewdash.analysis.reviews import BETTER, WORSE
from ewdash.charts import axes, small_multiples
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError, NothingRecordedError
from ewdash.views.block import Block, block
from ewdash.views.country_levels import country_levels
from ewdash.views.measure import counted, state_names
from ewdash.views.months import cards, country_months, drawn_months, grids
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import reviewed

SCALES = small_multiples.SCALES
YEARS: dict[str, int | None] = {"3": 3, "5": 5, "10": 10}  # whole years up to the month
TOGETHER = ("month", "vintage", "deaths_best", "deaths_dated", "countries", "deaths_low", "deaths_high")
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
    monthly = _monthly(record, selection, period)
    covered = monthly["countries"].tolist()
    fewest, most = min(covered), max(covered)
    figure = small_multiples.together(monthly, period=period)
    return block(
        "together",
        figure,
        functools.partial(_in_words, monthly, [*TOGETHER]),
        *cards(record, month),
        notes=(translate("together-coverage", fewest=fewest, most=most),) if fewest != most else (),
        beyond=" ".join(
            _cut(small_multiples.points(monthly), small_multiples.COMMON)
            + _bands_cut(monthly, figure.layout["yaxis"]["range"][1])
        ),
        scope=selection.heading,
        countries=most,
    )


def together_title(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, years: int
) -> str:
    """Return the title of `together`, which it refuses as that does."""
    selection = selected(record, region, group)
    _monthly(record, selection, _period(month, years))
    return translate("chart-together", scope=selection.heading)


def _monthly(record: Record, selection: Selection, period: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    """Return the deaths of each month of a period in all covered countries of a selection.

    Raises:
        NotCoveredError: If the record covers none of them.
    """
    monthly = totals.monthly(grids(record), selection.inside, period)
    monthly = vintages.drawn(vintages.most_complete(monthly, ["month"]))
    if monthly.empty:
        raise NotCoveredError(table=record.card("conflict_month").title, country=selection.scope)
    return monthly


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
    sums = _recorded(record, selection, month, years)
    now = country_levels(record, month)
    year = {code: now[code]["deaths_12"] for code in sums if code in now}
    some = sorted(
        (code for code, deaths in sums.items() if deaths > 0),
        key=lambda code: (-year.get(code, -1), -sums[code], code),
    )
    largest = some[:MAX_PANELS]
    directions = _directions(record, selection, month, back)
    part = drawn_months(record, largest, *period)
    courses = small_multiples.courses(part, scale)
    far = small_multiples.apart(courses, scale)
    rest = small_multiples.others(courses, far)
    panels = [
        small_multiples.Panel(
            code,
            selection.places.name(code),
            _line(directions.get(code), now.get(code))
            + (f" · {translate('panel-own-scale')}" if code == far else ""),
        )
        for code in largest
    ]
    peaks = {code: small_multiples.peak(course) for code, course in courses.items()}
    high = small_multiples.cut(rest, scale) or small_multiples.peak(rest)
    flat_panels = sum(peak < MIN_PEAK_SHARE * high for code, peak in peaks.items() if code != far)
    notes = _cut(rest, scale)
    if flat_panels > 0 and scale == small_multiples.COMMON:
        notes.append(translate("multiples-dwarfed", dwarfed=flat_panels, shown=len(largest)))
    names = {code: selection.places.name(code) for code in largest}
    columns = ["country", "month", "vintage", "deaths_dated", "deaths_best", "deaths_low", "deaths_high"]
    parts = {"country": names}
    if far is not None:
        columns.append("chart_scale")
        parts["chart_scale"] = dict.fromkeys(names, translate("scale-common")) | {
            far: translate("scale-apart")
        }
    return block(
        "multiples",
        small_multiples.small_multiples(courses, panels, period=period, scale=scale),
        functools.partial(_in_words, part, columns, parts),
        *cards(record, month),
        notes=() if far is None else (_far_larger(peaks, far, names[far]),),
        beyond=" ".join(notes),
        scope=selection.heading,
        month=i18n.month(month),
        years=years,
        scale="apart" if far is not None else scale,
        shown=len(largest),
        some=len(some),
        covered=len(sums),
    )


def multiples_title(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, years: int
) -> str:
    """Return the title of `multiples`, which it refuses as that does."""
    selection = selected(record, region, group)
    some = sum(deaths > 0 for deaths in _recorded(record, selection, month, years).values())
    facts = {"scope": selection.heading, "shown": min(some, MAX_PANELS), "some": some}
    return translate("chart-multiples", **facts)


def _recorded(record: Record, selection: Selection, month: pd.Timestamp, years: int) -> dict[str, float]:
    """Return `_sums` of a selection up to a month.

    Raises:
        NotCoveredError: If the record covers none of the countries.
        NothingRecordedError: If none of the covered countries has a recorded death.
    """
    sums = _sums(record, selection, _period(month, years))
    if not sums:
        raise NotCoveredError(table=record.card("conflict_month").title, country=selection.scope)
    if not any(sums.values()):
        raise NothingRecordedError(covered=len(sums), years=years)
    return sums


def _in_words(
    months: pd.DataFrame, columns: list[str], more: Mapping[str, Mapping[str, str]] | None = None
) -> pd.DataFrame:
    """Return months as a reader takes them away: days, and words for the states of the record.

    Args:
        months: ``month``, ``vintage``, and deaths.
        columns: What is shown, in order.
        more: Further columns: what each says of a country.
    """
    states = state_names()
    words = {name: [said[code] for code in months["iso3"].tolist()] for name, said in (more or {}).items()}
    vintage = [states[name] for name in months["vintage"].tolist()]
    table = months.assign(month=months["month"].dt.date, vintage=vintage, **words)
    return table[columns].reset_index(drop=True)


def _sums(
    record: Record, selection: Selection, period: tuple[pd.Timestamp, pd.Timestamp]
) -> dict[str, float]:
    """Return the deaths of each country of a selection that the record covers in a period."""
    every = record.once(_deaths)
    first, last = every.months.searchsorted(period[0]), every.months.searchsorted(period[1], side="right")
    inside = set(selection.inside)
    columns = [place for place, code in enumerate(every.iso3) if code in inside]
    deaths = every.deaths[first:last, columns]
    covered = np.any(~np.isnan(deaths), axis=0)
    found = zip(columns, np.asarray(covered).tolist(), np.nansum(deaths, axis=0).tolist(), strict=True)
    return {every.iso3[place]: total for place, known, total in found if known}


def _deaths(record: Record) -> Panel:
    """Return the deaths of every country and month, each month in its most complete vintage."""
    return panel(vintages.most_complete(country_months(record), ["iso3", "month"]), ["deaths_best"])


def _far_larger(peaks: dict[str, int], far: str, name: str) -> str:
    """Say which country has a scale of its own, and how high it and the next reach."""
    rest = max(peak for code, peak in peaks.items() if code != far)
    return translate("multiples-apart", name=name, highest=peaks[far], rest=rest)


def _cut(course: list[small_multiples.Point], scale: str) -> list[str]:
    """Say how many months leave the axis, if it is cut."""
    limit = small_multiples.cut(course, scale)
    beyond = 0 if limit is None else sum((point.deaths or 0) > axes.HEADROOM * limit for point in course)
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


def _line(direction: str | None, level: dict[str, Any] | None) -> str:
    """Say under a country's name which way it moved and how many deaths its year holds."""
    year = (
        translate("panel-deaths", deaths=counted(level["deaths_12"], level["vintage"]))
        if level
        else translate("panel-silent")
    )
    if direction not in (WORSE, BETTER):
        return year
    return translate("panel-line", direction=translate(f"direction-{direction}"), deaths=year)
