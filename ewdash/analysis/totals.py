"""Deaths of several countries together, with bounds, inside one state of the record."""

from collections.abc import Collection
from dataclasses import dataclass

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
    pair: pd.DataFrame  # Niger and Nigeria together, by month


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
    return Deaths(grids, joint.set_index("month")[list(_COUNTS)].astype(float))


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
    parts = [_NOTHING]
    for vintage, grid in grids.vintages.items():
        columns = np.isin(grid.iso3, list(inside))
        best = grid.deaths[:, columns]
        countries = (~np.isnan(best)).sum(axis=1)
        shown = np.asarray((countries > 0) & (grid.months >= period[0]) & (grid.months <= period[1]))
        banded, known = _band_rows(grids, vintage, columns, inside)
        unknown: dict[str, Flags] = {
            name: np.any(known & np.isnan(banded[name]), axis=1) | ~np.any(known, axis=1) for name in _BAND
        }
        sums = {
            "deaths_best": _whole(np.nansum(best, axis=1)[shown]),
            "deaths_dated": _whole(np.nansum(grid.counts["deaths_dated"][:, columns], axis=1)[shown]),
            "countries": countries[shown],
            **{name: _whole(np.nansum(banded[name], axis=1)[shown], unknown[name][shown]) for name in _BAND},
        }
        parts.append(pd.DataFrame({"month": grid.months[shown], "vintage": vintage, **sums}))
    return pd.concat(parts[1:] or parts).sort_values(["month", "vintage"], ignore_index=True)


def _whole(values: Grid, unknown: Flags | None = None) -> "pd.arrays.IntegerArray":
    """Return sums of whole numbers, NA where unknown."""
    return pd.arrays.IntegerArray(
        values.astype("int64"), np.zeros(len(values), dtype=bool) if unknown is None else unknown
    )


def _band_rows(
    grids: Deaths, vintage: str, columns: npt.NDArray[np.bool_], inside: Collection[str]
) -> tuple[dict[str, Grid], Flags]:
    """Return the band and what is covered: the pair in place of Niger and Nigeria, if both are in.

    Args:
        grids: `deaths`.
        vintage: Of the rows.
        columns: Which countries of the vintage are added up.
        inside: iso3 of the selection.
    """
    grid = grids.vintages[vintage]
    joined = vintage == FINAL and set(inside) >= JOINT_COUNTRIES
    if joined:
        columns = columns & ~np.isin(grid.iso3, list(JOINT_COUNTRIES))
    band = {name: grid.counts[name][:, columns] for name in _BAND}
    known = ~np.isnan(grid.deaths[:, columns])
    if joined:
        pair = grids.pair.reindex(grid.months)
        band = {name: np.column_stack([band[name], pair[name]]) for name in _BAND}
        known = np.column_stack([known, ~np.isnan(pair["deaths_best"])])
    return band, known


def of_year(now: pd.DataFrame, grids: Deaths, inside: Collection[str], month: pd.Timestamp) -> Total | None:
    """Add up the twelve months that end with ``month`` over the countries covered in all of them.

    Args:
        now: `levels.at_month` of the rows at the month.
        grids: `deaths`.
        inside: iso3 of the selection.
        month: First day of the last month.

    Returns:
        The total, or None where no country is covered or two vintages would be joined.
    """
    now = now[now["iso3"].isin(inside)]
    if len(now["vintage"].unique()) != 1:
        return None
    vintage = str(now["vintage"].iloc[0])
    grid = grids.vintages[vintage]
    window = (grid.months > month - pd.DateOffset(months=levels.YEAR)) & (grid.months <= month)
    banded, known = _band_rows(grids, vintage, np.isin(grid.iso3, now["iso3"].tolist()), inside)
    full = known[window].sum(axis=0) == levels.YEAR
    sums = [banded[name][window][:, full].sum(axis=0) for name in _BAND]
    low, high = (int(part.sum()) if len(part) and not np.isnan(part).any() else None for part in sums)
    total, crossing = (int(now[name].sum()) for name in ("deaths_12", "crossing_12"))
    if low is None or high is None or not low <= total <= high:
        low = high = None
    return Total(total, low, high, len(now), vintage, crossing)
