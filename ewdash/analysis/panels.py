"""Deaths of all countries as one grid of months, in one vintage, for methods that look back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Grid: TypeAlias = npt.NDArray[np.float64]  # months x countries
Flags: TypeAlias = npt.NDArray[np.bool_]  # months x countries

# Decimals that a computed value keeps. Logarithms and matrix products differ in their last bits
# from processor to processor; whatever is compared, sorted or drawn by is rounded first.
DECIMALS = 6

COUNTS = ("deaths_best", "deaths_all", "deaths_civilians", "events")


@dataclass(frozen=True)
class Panel:
    """One vintage: counts per month (rows, gap-free) and country (columns), NaN where not covered."""

    months: pd.DatetimeIndex
    iso3: tuple[str, ...]
    counts: dict[str, Grid]

    @property
    def deaths(self) -> Grid:
        """People killed, best estimate, as the panel counts them."""
        return self.counts["deaths_best"]

    @property
    def all_deaths(self) -> Grid:
        """People killed, best estimate, those of events that cross a month's end where they begin."""
        return self.counts["deaths_all"]

    def between(self, first: str, last: str) -> Flags:
        """Return, as a column, which months lie from ``first`` to ``last`` (such as 2010-01)."""
        inside = (self.months >= pd.Timestamp(first)) & (self.months <= pd.Timestamp(last))
        return np.asarray(inside)[:, None]

    def until(self, last: str) -> "Panel":
        """Return the panel as if nothing were known after the month ``last``."""
        count = int((self.months <= pd.Timestamp(last)).sum())
        return Panel(
            self.months[:count], self.iso3, {name: grid[:count] for name, grid in self.counts.items()}
        )

    def rows(self, **columns: npt.NDArray[np.generic]) -> pd.DataFrame:
        """Return grids as one row per covered country and month."""
        mask = ~np.isnan(self.deaths)
        month, country = np.nonzero(mask)
        keys = {"iso3": np.array(self.iso3, dtype=object)[country], "month": self.months[month]}
        return pd.DataFrame({**keys, **{name: grid[mask] for name, grid in columns.items()}})


def panel(rows: pd.DataFrame, counts: Sequence[str] = COUNTS) -> Panel:
    """Return the grid of one vintage.

    Args:
        rows: One row per iso3 and month; any of the counts, ``deaths_best`` at least.
        counts: Names of the columns that are wanted.

    Raises:
        ValueError: If a country has two rows for a month, or there is no row.
    """
    if rows.empty or rows.duplicated(["iso3", "month"]).any():
        raise ValueError("a panel needs rows, and one per country and month")
    months = pd.date_range(rows["month"].min(), rows["month"].max(), freq="MS")
    iso3 = tuple(sorted(rows["iso3"].unique()))
    spread = rows.set_index(["month", "iso3"])
    grids = {
        name: spread[name].astype("float64").unstack().reindex(index=months, columns=list(iso3)).to_numpy()
        if name in rows
        else np.full((len(months), len(iso3)), np.nan)
        for name in counts
    }
    return Panel(months, iso3, grids)


def trailing(grid: Grid, months: int, *, lag: int = 0) -> Grid:
    """Sum the ``months`` that end ``lag`` months ago; NaN unless every one is known."""
    mask = ~np.isnan(grid)
    empty = np.zeros((1, *grid.shape[1:]))
    total = np.concatenate([empty, np.cumsum(np.where(mask, grid, 0), axis=0)])
    count = np.concatenate([empty, np.cumsum(mask, axis=0)])
    out: Grid = np.full(grid.shape, np.nan)
    last = np.arange(months, len(grid) + 1 - lag)
    if len(last):
        complete = count[last] - count[last - months] == months
        out[last - 1 + lag] = np.where(complete, total[last] - total[last - months], np.nan)
    return out.round(DECIMALS)  # a difference of sums can leave dust that a comparison would see


def highest(grid: Grid, months: int, *, lag: int = 1) -> Grid:
    """Return the highest value of the ``months`` that end ``lag`` months ago; NaN unless all known."""
    maximum: Grid = pd.DataFrame(grid).rolling(months, min_periods=months).max().shift(lag).to_numpy()
    return maximum


def ahead(grid: Grid, months: int, *, lead: int = 1) -> Grid:
    """Sum the ``months`` that begin ``lead`` months from now (0 or more); NaN unless all known."""
    return trailing(np.flipud(grid), months, lag=lead)[::-1]


def spread_years(table: pd.DataFrame, column: str, *, like: Panel, published: int) -> Grid:
    """Return for each month the yearly value that was public by then.

    Args:
        table: One row per iso3 and year.
        column: The value wanted.
        like: The panel whose months and countries are wanted.
        published: Month of the next year from which a year's value is public (4 = April).
    """
    years = table.set_index(["year", "iso3"])[column].astype("float64").unstack()
    public = like.months.year - np.where(like.months.month >= published, 1, 2)
    return years.reindex(index=public, columns=list(like.iso3)).to_numpy()
