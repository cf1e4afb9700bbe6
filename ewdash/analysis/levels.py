"""How much violence there is: deaths in twelve months, in bands, and the change against them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.panels import trailing
from ewdash.analysis.vintages import most_complete
from ewdash.model.situations import BANDS

Row = TypeVar("Row", bound=Mapping[Any, Any])
YEAR = 12  # months
INTEGER_COLUMNS = (
    "deaths_12",
    "low_12",
    "high_12",
    "deaths_12_before",
    "crossing_12",
    "crossing_month",
    "deaths_month",
)
SUMS = ["iso3", "month", "vintage", "now", "past", *INTEGER_COLUMNS[:-1]]
# Below 25 deaths in the month a change has no skill as a sign (tested on 1995-2009), so it is
# not listed among the movers.
MOVER_MINIMUM = 25
# A rise under a tenth would be written "1.0 times".
MOVER_RISE = 1.1


@dataclass(frozen=True)
class Window:
    """Months that a level and a change need: the month itself, and the twelve before it."""

    month: pd.Timestamp

    @property
    def year(self) -> pd.DatetimeIndex:
        """The twelve months that end with this one."""
        return pd.date_range(end=self.month, periods=YEAR, freq="MS")

    @property
    def before(self) -> pd.DatetimeIndex:
        """The twelve months before this one."""
        return pd.date_range(end=self.month - pd.DateOffset(months=1), periods=YEAR, freq="MS")


def bands(deaths: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    """Return the level (0 to 4) of known deaths in twelve months, in any shape."""
    level: npt.NDArray[np.intp] = np.searchsorted(np.array(BANDS, dtype=float), deaths, side="right") - 1
    return level


def band(deaths: pd.Series) -> pd.Series:
    """Return the level of deaths in twelve months: 0 to 4, NA where the sum is unknown."""
    mask = deaths.notna()
    level = bands(deaths.where(mask, 0).to_numpy(dtype=float))
    return pd.Series(level, index=deaths.index, dtype="Int8").where(mask)


def every_month(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the level and the change of every country at every month that some vintage covers.

    The level is the band of deaths in the twelve months that end with the month. The change is
    ``(y + 1) / (mean of the twelve months before + 1)`` for the month's deaths ``y``, both of events
    that end in the month in which they begin. Each is taken inside one
    vintage, the most complete that covers all its months; a country no vintage covers has no row,
    one whose change no vintage covers has NA there.

    Args:
        rows: `vintages.series`.

    Returns:
        One row per iso3 and month: ``deaths_12`` (people), ``deaths_12_before`` (the twelve months
        before those, same vintage, NA where not covered), ``low_12``, ``high_12`` (NA where the
        vintage gives none, or where they do not hold ``deaths_12``), ``crossing_12`` (deaths of the
        twelve months in events that cross a month's end) and ``crossing_month`` (those of them that
        begin in the last month, and end after the twelve), ``level`` (0-4), ``vintage`` of the level,
        ``deaths_month`` (in events inside the month; of the change's vintage, or of the level's where
        there is no change), ``change`` (ratio) and ``change_vintage``. Events that no country is
        judged by are left out.

    References:
        Bands: UCDP definitions of conflict (25) and war (1,000).
    """
    parts = [_sums(part, str(vintage)) for vintage, part in rows.groupby("vintage")]
    sums = pd.concat(parts) if parts else rows.reindex(columns=SUMS)
    keys = ["iso3", "month"]
    year = most_complete(sums[sums["deaths_12"].notna()], keys)
    changes = most_complete(sums[sums["now"].notna() & sums["past"].notna()], keys)
    ratio = (changes["now"] + 1) / (changes["past"] / YEAR + 1)
    changes = changes.assign(change=ratio, change_vintage=changes["vintage"], deaths_month=changes["now"])
    out = year.merge(changes[[*keys, "deaths_month", "change", "change_vintage"]], on=keys, how="left")
    out["deaths_month"] = out["deaths_month"].fillna(out["now"])  # known, though not to be compared
    # A band that does not hold its estimate is the source's own coding, and no band.
    held = out["low_12"].le(out["deaths_12"]) & out["high_12"].ge(out["deaths_12"])
    out[["low_12", "high_12"]] = out[["low_12", "high_12"]].where(held, axis=0)
    out["level"] = band(out["deaths_12"])
    first = [*keys, "vintage", *INTEGER_COLUMNS, "change", "change_vintage", "level"]
    return typed(out[first]).sort_values(["month", "iso3"], ignore_index=True)


def typed(levels: pd.DataFrame) -> pd.DataFrame:
    """Return `every_month` as read from a file, which holds whole numbers with gaps as fractions."""
    return levels.astype({**dict.fromkeys(INTEGER_COLUMNS, "Int64"), "change": "Float64", "level": "Int8"})


def _sums(rows: pd.DataFrame, vintage: str) -> pd.DataFrame:
    """Return the sums that levels and changes need, of one vintage: NaN unless every month is known."""
    months = pd.date_range(rows["month"].min(), rows["month"].max(), freq="MS")
    frame = rows.set_index(["month", "iso3"])
    judged = frame["deaths_best"] - frame["deaths_excepted"].fillna(0)
    best, low, high, dated = (
        column.astype("float64").unstack().reindex(months)
        for column in (
            judged,
            frame["deaths_low"],
            frame["deaths_high"],
            frame["deaths_dated"] - frame["deaths_excepted"].fillna(0),
        )
    )
    crossing = (best - dated).to_numpy()
    grids = {
        "now": dated.to_numpy(),
        "crossing_month": crossing,
        "crossing_12": trailing(crossing, YEAR),
        "deaths_12": trailing(best.to_numpy(), YEAR),
        "low_12": trailing(low.to_numpy(), YEAR),
        "high_12": trailing(high.to_numpy(), YEAR),
        "deaths_12_before": trailing(best.to_numpy(), YEAR, lag=YEAR),
        "past": trailing(dated.to_numpy(), YEAR, lag=1),
    }
    month, country = np.nonzero(~np.isnan(grids["now"]))
    keys = {"iso3": best.columns.to_numpy()[country], "month": months[month], "vintage": vintage}
    return pd.DataFrame(keys | {name: grid[month, country] for name, grid in grids.items()})


def at_month(rows: pd.DataFrame, month: pd.Timestamp) -> pd.DataFrame:
    """Return `every_month` of one month, without the month."""
    window = rows[rows["month"].between(month - pd.DateOffset(months=2 * YEAR - 1), month)]
    return of_month(every_month(window), month)


def of_month(levels: pd.DataFrame, month: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of one month of `every_month`, in the order of their codes, without the month."""
    return levels[levels["month"] == month].drop(columns="month").reset_index(drop=True)


def timeline(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the level of each country at every month, per vintage.

    Args:
        rows: `vintages.series`, in its order: by iso3, vintage and month.

    Returns:
        ``month``, ``vintage``, ``deaths_12`` and ``level`` of each row, NA until twelve months of one
        vintage are behind it; a missing month in the middle starts the count anew.

    Raises:
        ValueError: If a month is told twice.
    """
    year = year_sums(rows, "deaths_best")
    return rows[["month", "vintage"]].assign(deaths_12=year, level=band(year))


def year_sums(rows: pd.DataFrame, column: str) -> pd.Series:
    """Sum a count over the twelve months that end with each row, in its country and vintage.

    Args:
        rows: `vintages.series`, in its order: by iso3, vintage and month.
        column: A count; an unknown (NA) month makes the sum unknown.

    Returns:
        People, of each row; NA where a month is not covered.

    Raises:
        ValueError: If a month is told twice.
    """
    months = rows["month"].to_numpy().astype("datetime64[M]").astype(int)
    other = [pd.factorize(rows[name])[0] for name in ("iso3", "vintage")]
    turned = np.any([np.diff(codes) != 0 for codes in other], axis=0)
    if (~turned & (np.diff(months) <= 0)).any():
        raise ValueError("a timeline needs one row per month")
    begins = np.ones(len(rows), dtype=bool)  # of months without a gap
    begins[1:] = turned | (np.diff(months) != 1)
    places = np.arange(len(rows))
    behind = places - np.maximum.accumulate(np.where(begins, places, 0))
    counts = rows[column].to_numpy(dtype=float, na_value=np.nan)
    sums = np.where(behind >= YEAR - 1, trailing(counts[:, None], YEAR)[:, 0], np.nan)
    return pd.Series(sums, rows.index).astype("Int64")


def movers(rows: Iterable[Row]) -> list[Row]:
    """Return the countries whose month rose most against the twelve before, largest first.

    Only months of at least `MOVER_MINIMUM` deaths are listed, and rises of a tenth or more.

    Args:
        rows: One of each country: ``iso3``, ``deaths_month`` (people) and ``change`` (ratio), NA where it is
            not known or not to be told.
    """
    known = [row for row in rows if not pd.isna(row["change"])]
    rose = [row for row in known if row["deaths_month"] >= MOVER_MINIMUM and row["change"] >= MOVER_RISE]
    return sorted(rose, key=lambda row: (-row["change"], row["iso3"]))


def highest(levels: pd.DataFrame) -> pd.DataFrame:
    """Return the countries with any death in the twelve months, most deaths first."""
    rows = levels[levels["deaths_12"] > 0]
    return rows.sort_values(["deaths_12", "iso3"], ascending=[False, True])


def comparable_months(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the months that end twelve months of one vintage, with the most complete such vintage.

    Args:
        rows: `vintages.series`.

    Returns:
        ``month`` and ``vintage``, sorted by month.
    """
    months = rows[["month", "vintage"]].drop_duplicates().sort_values(["vintage", "month"])
    start = months.groupby("vintage", observed=True)["month"].shift(YEAR - 1)
    first = months["month"].map(lambda month: month - pd.DateOffset(months=YEAR - 1))
    full = months[start == first]
    return most_complete(full, ["month"]).reset_index(drop=True)
