"""How much violence there is: deaths in twelve months, in bands, and the change against them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.model.situations import BANDS, VINTAGES

YEAR = 12  # months
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
    found: npt.NDArray[np.intp] = np.searchsorted(np.array(BANDS, dtype=float), deaths, side="right") - 1
    return found


def band(deaths: pd.Series) -> pd.Series:
    """Return the level of deaths in twelve months: 0 to 4, NA where the sum is unknown."""
    known = deaths.notna()
    level = bands(deaths.where(known, 0).to_numpy(dtype=float))
    return pd.Series(level, index=deaths.index, dtype="Int8").where(known)


def complete_sum(rows: pd.DataFrame, months: pd.DatetimeIndex, column: str) -> pd.Series:
    """Sum ``column`` over ``months`` per (iso3, vintage), only where every month is there.

    Args:
        rows: One row per iso3, month and vintage.
        months: The months wanted.
        column: A count; an unknown (NA) month makes the sum unknown.

    Returns:
        People, indexed by iso3 and vintage; no row where a month is not covered.
    """
    inside = rows[rows["month"].isin(months)]
    grouped = inside.groupby(["iso3", "vintage"], observed=True)[column]
    full = grouped.size() == len(months)
    return grouped.sum(min_count=len(months))[full]


def at_month(rows: pd.DataFrame, month: pd.Timestamp) -> pd.DataFrame:
    """Return the level and the change of every covered country at one month.

    The level is the band of deaths in the twelve months that end with ``month``. The change is
    ``(y + 1) / (mean of the twelve months before + 1)`` for the month's deaths ``y``. Each is
    taken inside one vintage, the most complete that covers all its months; a country no vintage
    covers has no row, one whose change no vintage covers has NA there.

    Args:
        rows: `vintages.series`.
        month: First day of the month asked for.

    Returns:
        One row per iso3: ``deaths_12`` (people), ``deaths_12_before`` (the twelve months
        before those, same vintage, NA where not covered), ``low_12``, ``high_12`` (NA where the
        vintage gives none), ``level`` (0-4), ``vintage`` of the level, ``deaths_month``
        (of the change's vintage, or of the level's where there is no change), ``change`` (ratio)
        and ``change_vintage``.

    References:
        Bands: UCDP definitions of conflict (25) and war (1,000).
    """
    window = Window(month)
    before = pd.date_range(end=month - pd.DateOffset(months=YEAR), periods=YEAR, freq="MS")
    rows = rows[rows["month"].between(before[0], month)]  # all that is summed below
    year = pd.DataFrame(
        {
            "deaths_12": complete_sum(rows, window.year, "deaths_best"),
            "low_12": complete_sum(rows, window.year, "deaths_low"),
            "high_12": complete_sum(rows, window.year, "deaths_high"),
            "deaths_12_before": complete_sum(rows, before, "deaths_best"),
        }
    ).reset_index()
    year = _most_complete(year[year["deaths_12"].notna()])
    past = complete_sum(rows, window.before, "deaths_best")
    now = rows[rows["month"] == month].set_index(["iso3", "vintage"])["deaths_best"]
    change = pd.DataFrame({"deaths_month": now, "past": past}).dropna().reset_index()
    change = _most_complete(change)
    change["change"] = ((change["deaths_month"] + 1) / (change["past"] / YEAR + 1)).astype("Float64")
    change = change.rename(columns={"vintage": "change_vintage"})
    out = year.merge(
        change[["iso3", "deaths_month", "change", "change_vintage"]],
        on="iso3",
        how="left",
        validate="1:1",
    )
    own = out[["iso3", "vintage"]].merge(now.rename("own").reset_index(), on=["iso3", "vintage"], how="left")
    out["deaths_month"] = out["deaths_month"].fillna(own["own"])  # known, though not to be compared
    out["level"] = band(out["deaths_12"])
    return out.sort_values("iso3", ignore_index=True)


def _most_complete(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep, per iso3, the row of the first vintage in `VINTAGES`."""
    order = rows["vintage"].map({vintage: rank for rank, vintage in enumerate(VINTAGES)})
    kept = rows.assign(_order=order).sort_values(["iso3", "_order"]).drop_duplicates("iso3")
    return kept.drop(columns="_order")


def timeline(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one country's level at every month, per vintage.

    Args:
        rows: One iso3 of `vintages.series`.

    Returns:
        ``month``, ``vintage``, ``deaths_12`` and ``level``, NA until twelve months of one
        vintage are behind it; a missing month in the middle starts the count anew.
    """
    nothing = pd.Series(dtype="Float64")
    parts = [rows.head(0)[["month", "vintage"]].assign(deaths_12=nothing)]
    for vintage, part in rows.groupby("vintage", observed=True):
        months = pd.date_range(part["month"].min(), part["month"].max(), freq="MS")
        deaths = part.set_index("month")["deaths_best"].astype("Float64").reindex(months)
        total = deaths.rolling(YEAR, min_periods=YEAR).sum()
        parts.append(pd.DataFrame({"month": months, "vintage": vintage, "deaths_12": total.array}))
    out = pd.concat(parts[1:] or parts, ignore_index=True)
    out["deaths_12"] = out["deaths_12"].round().astype("Int64")
    out["level"] = band(out["deaths_12"])
    return out


def movers(levels: pd.DataFrame) -> pd.DataFrame:
    """Return the countries whose month rose most against the twelve before, largest first.

    Only months of at least `MOVER_MINIMUM` deaths are listed, and rises of a tenth or more.
    """
    loud = levels["deaths_month"].ge(MOVER_MINIMUM) & levels["change"].ge(MOVER_RISE)
    return levels[loud.fillna(value=False)].sort_values(["change", "iso3"], ascending=[False, True])


def highest(levels: pd.DataFrame) -> pd.DataFrame:
    """Return the countries with any death in the twelve months, most deaths first."""
    some = levels[levels["deaths_12"] > 0]
    return some.sort_values(["deaths_12", "iso3"], ascending=[False, True])


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
    rank = full["vintage"].map({vintage: place for place, vintage in enumerate(VINTAGES)})
    kept = full.assign(_rank=rank).sort_values(["month", "_rank"]).drop_duplicates("month")
    return kept.drop(columns="_rank").reset_index(drop=True)
