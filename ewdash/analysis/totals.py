"""Deaths of several countries together, with bounds, inside one state of the record."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from ewdash.analysis import levels
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


def monthly(rows: pd.DataFrame, joint: pd.DataFrame, inside: Collection[str]) -> pd.DataFrame:
    """Add up the countries of a selection, month by month and vintage by vintage.

    The sums of the low and of the high estimates are bounds: not every country is at its lowest
    (or highest) in the same month.

    Args:
        rows: `vintages.series`.
        joint: The rows of Niger and Nigeria together, used for the band where both are inside.
        inside: iso3 of the selection.

    Returns:
        ``month``, ``vintage``, ``deaths_best``, ``deaths_dated``, ``deaths_low``, ``deaths_high`` (people; NA
        where one of the countries has none) and ``countries`` (how many are covered that month).
    """
    selection = rows[rows["iso3"].isin(inside)]
    keys = ["month", "vintage"]
    bounds = _bound_rows(selection, joint, inside)
    best = selection.groupby(keys, observed=True).agg(
        deaths_best=("deaths_best", "sum"),
        deaths_dated=("deaths_dated", "sum"),
        countries=("iso3", "nunique"),
    )
    sums = bounds.groupby(keys, observed=True)[["deaths_low", "deaths_high"]]
    band = sums.sum(min_count=1).where(sums.count() == sums.size().to_frame().to_numpy())
    return best.join(band).reset_index()


def _bound_rows(selection: pd.DataFrame, joint: pd.DataFrame, inside: Collection[str]) -> pd.DataFrame:
    """Return the rows that give the band: the joint row in place of Niger and Nigeria, if both are in."""
    if not set(inside) >= JOINT_COUNTRIES:
        return selection
    own = selection[~(selection["iso3"].isin(JOINT_COUNTRIES) & selection["vintage"].eq(FINAL))]
    pair = joint[joint["month"].isin(selection.loc[selection["vintage"].eq(FINAL), "month"])]
    return pd.concat([own, pair.assign(vintage=FINAL)[["iso3", "month", "vintage", *_BAND]].astype(_WHOLE)])


_BAND = ("deaths_low", "deaths_high")
_WHOLE = dict.fromkeys(_BAND, "Int64")


def of_year(
    now: pd.DataFrame,
    rows: pd.DataFrame,
    joint: pd.DataFrame,
    inside: Collection[str],
    month: pd.Timestamp,
) -> Total | None:
    """Add up the twelve months that end with ``month`` over the countries covered in all of them.

    Args:
        now: `levels.at_month` of the rows at the month.
        rows: `vintages.series`.
        joint: The rows of Niger and Nigeria together.
        inside: iso3 of the selection.
        month: First day of the last month.

    Returns:
        The total, or None where no country is covered or two vintages would be joined.
    """
    now = now[now["iso3"].isin(inside)]
    if len(now["vintage"].unique()) != 1:
        return None
    vintage = str(now["vintage"].iloc[0])
    window = levels.Window(month).year
    covered = rows[rows["month"].isin(window) & rows["iso3"].isin(now["iso3"]) & rows["vintage"].eq(vintage)]
    parts = _bound_rows(covered, joint, inside)
    sums = [levels.complete_sum(parts, window, column) for column in _BAND]
    low, high = (int(part.sum()) if len(part) and part.notna().all() else None for part in sums)
    deaths, crossing = (int(now[name].sum()) for name in ("deaths_12", "crossing_12"))
    if low is None or high is None or not low <= deaths <= high:
        low = high = None
    return Total(deaths, low, high, len(now), vintage, crossing)
