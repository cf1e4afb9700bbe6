"""Deaths of several countries together, with bounds, inside one state of the record."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import levels
from ewdash.analysis.panels import Flags, Grid, Panel, panel
from ewdash.model.situations import FINAL

# Apart, their figures are estimates without a band; together they are exact and have one.
JOINT_COUNTRIES = frozenset({"NER", "NGA"})


@dataclass(frozen=True)
class Total:
    """Deaths of all covered countries over the same months.

    ``low`` and ``high`` are None where the record gives no band for one of the countries, or one that
    does not hold the deaths.
    """

    deaths: int
    low: int | None
    high: int | None
    countries: int
    vintage: str
    crossing: int  # deaths of these in events that cross a month's end


@dataclass(frozen=True)
class Deaths:
    """Deaths of every country and month as grids, made once for all selections."""

    vintages: dict[str, Panel]
    pair: dict[str, npt.NDArray[np.float64]]  # Niger and Nigeria together, in the months of the final record


_COUNTS = ("deaths_best", "deaths_dated", "deaths_low", "deaths_high")
_BAND = ("deaths_low", "deaths_high")
_NOTHING = pd.DataFrame(columns=["month", "vintage", "deaths_best", "deaths_dated", "countries", *_BAND])


def deaths(rows: pd.DataFrame, joint: pd.DataFrame) -> Deaths:
    """Return the grids from which selections are added up.

    Args:
        rows: `vintages.series`.
        joint: The rows of Niger and Nigeria together, used for the band where both are inside.
    """
    grids = {str(vintage): panel(part, _COUNTS) for vintage, part in rows.groupby("vintage")}
    pair = joint.set_index("month")[list(_COUNTS)].astype(float)
    pair = pair.reindex(grids[FINAL].months) if FINAL in grids else pair
    return Deaths(grids, {name: pair[name].to_numpy() for name in _COUNTS})


def monthly(
    grids: Deaths,
    inside: Collection[str],
    period: tuple[pd.Timestamp, pd.Timestamp] = (pd.Timestamp.min, pd.Timestamp.max),
) -> pd.DataFrame:
    """Add up the countries of a selection, month by month and vintage by vintage.

    The sums of the low and of the high estimates are bounds: not every country is at its lowest
    (or highest) in the same month.

    Args:
        grids: `deaths`.
        inside: iso3 of the selection.
        period: First and last day.

    Returns:
        ``month``, ``vintage``, ``deaths_best``, ``deaths_dated``, ``deaths_low``, ``deaths_high`` (people; NA
        where one of the countries has none) and ``countries`` (how many are covered that month).
    """
    parts = []
    for vintage, grid in grids.vintages.items():
        asked = slice(grid.months.searchsorted(period[0]), grid.months.searchsorted(period[1], side="right"))
        sums = _sums(grids, vintage, inside, asked)
        covered = sums["countries"] > 0
        months = {
            "month": grid.months.to_numpy()[asked],
            "vintage": np.full(len(covered), vintage, dtype=object),
        }
        parts.append({name: values[covered] for name, values in (months | sums).items()})
    if not parts:
        return _NOTHING
    whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.argsort(whole["month"], kind="stable")  # the vintages stand in the order of their names
    return pd.DataFrame(
        {name: _whole(values[order]) if name in _COUNTS else values[order] for name, values in whole.items()}
    )


def _sums(grids: Deaths, vintage: str, inside: Collection[str], months: slice) -> dict[str, npt.NDArray[Any]]:
    """Add up the countries of a selection in some months of one vintage: `monthly` without its keys."""
    grid, columns = grids.vintages[vintage], _columns(grids.vintages[vintage], inside)
    best = grid.deaths[months, columns]
    banded, known = _band_rows(grids, vintage, inside, months)
    sums = {
        "deaths_best": np.nansum(best, axis=1),
        "deaths_dated": np.nansum(grid.counts["deaths_dated"][months, columns], axis=1),
        "countries": (~np.isnan(best)).sum(axis=1),
    }
    for name in _BAND:
        unknown = np.any(known & np.isnan(banded[name]), axis=1) | ~np.any(known, axis=1)
        sums[name] = np.where(unknown, np.nan, np.nansum(banded[name], axis=1))
    return sums


def of_month(grids: Deaths, inside: Collection[str], month: pd.Timestamp, vintage: str) -> Total:
    """Add up one month over the countries that a vintage covers, in the time the deaths belong to.

    Args:
        grids: `deaths`.
        inside: iso3 of the selection.
        month: Its first day, one that the vintage covers.
        vintage: Of the rows.
    """
    place = int(grids.vintages[vintage].months.searchsorted(month))
    sums = _sums(grids, vintage, inside, slice(place, place + 1))
    best, dated, low, high = (float(sums[name][0]) for name in _COUNTS)
    # Where an event crosses the month's end, low and high speak of more than the month (`vintages.drawn`).
    held = best == dated and low <= dated <= high
    return Total(
        int(dated),
        int(low) if held else None,
        int(high) if held else None,
        int(sums["countries"][0]),
        vintage,
        int(best - dated),
    )


def _whole(values: Grid) -> "pd.arrays.IntegerArray":
    """Return sums of whole numbers, NA where unknown."""
    return pd.arrays.IntegerArray(np.nan_to_num(values).astype("int64"), np.isnan(values))


def _columns(grid: Panel, inside: Collection[str]) -> list[int]:
    """Return where the countries of a selection stand in a grid."""
    asked = set(inside)
    return [place for place, code in enumerate(grid.iso3) if code in asked]


def _band_rows(
    grids: Deaths, vintage: str, inside: Collection[str], months: slice
) -> tuple[dict[str, Grid], Flags]:
    """Return the band and what is covered: the pair in place of Niger and Nigeria, if both are in.

    Args:
        grids: `deaths`.
        vintage: Of the rows.
        inside: iso3 of the countries that are added up.
        months: Which rows.
    """
    grid = grids.vintages[vintage]
    joined = vintage == FINAL and JOINT_COUNTRIES.issubset(inside)
    columns = _columns(grid, set(inside) - JOINT_COUNTRIES if joined else inside)
    band = {name: grid.counts[name][months, columns] for name in _BAND}
    known = ~np.isnan(grid.deaths[months, columns])
    if joined:
        band = {name: np.column_stack([band[name], grids.pair[name][months]]) for name in _BAND}
        known = np.column_stack([known, ~np.isnan(grids.pair["deaths_best"][months])])
    return band, known


def of_year(
    now: Mapping[str, Mapping[str, Any]], grids: Deaths, inside: Collection[str], month: pd.Timestamp
) -> Total | None:
    """Add up the twelve months that end with ``month`` over the countries covered in all of them.

    Args:
        now: iso3 -> columns of `levels.at_month` of the month: ``vintage``, ``deaths_12``, ``crossing_12``.
        grids: `deaths`.
        inside: iso3 of the selection.
        month: First day of the last month.

    Returns:
        The total, or None where no country is covered or two vintages would be joined.
    """
    covered = {code: now[code] for code in inside if code in now}
    vintages = {str(row["vintage"]) for row in covered.values()}
    if len(vintages) != 1:
        return None
    (vintage,) = vintages
    end = int(grids.vintages[vintage].months.searchsorted(month, side="right"))
    banded, known = _band_rows(grids, vintage, covered, slice(max(0, end - levels.YEAR), end))
    full = known.sum(axis=0) == levels.YEAR
    sums = [banded[name][:, full].sum(axis=0) for name in _BAND]
    low, high = (int(part.sum()) if len(part) and not np.isnan(part).any() else None for part in sums)
    total, crossing = (sum(row[name] for row in covered.values()) for name in ("deaths_12", "crossing_12"))
    if low is None or high is None or not low <= total <= high:
        low = high = None
    return Total(total, low, high, len(covered), vintage, crossing)
