"""Several countries side by side: sums of months, rates, indices, and months since an onset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import onsets, panels
from ewdash.analysis.vintages import most_complete
from ewdash.model.situations import FINAL

YEAR = 12  # months
EPOCH = 1970  # the year from which numpy counts
MILLION = 1_000_000
LATEST, FIRST, DEADLIEST = "latest", "first", "deadliest"
ONSETS = (LATEST, FIRST, DEADLIEST)
Values: TypeAlias = npt.NDArray[np.float64]
# Nothing, in the types of something: what pandas guesses for no rows cannot be counted with.
EMPTY = pd.DataFrame(
    {
        "iso3": pd.Series(dtype="str"),
        "month": pd.Series(dtype="datetime64[ns]"),
        "deaths": pd.Series(dtype="float64"),
    }
)


@dataclass(frozen=True)
class Course:
    """One country's deaths along its months, which are in their order."""

    months: npt.NDArray[np.datetime64]  # whole months, the last of each run
    vintages: npt.NDArray[np.object_]
    deaths: Values  # people

    def between(self, first: pd.Timestamp, last: pd.Timestamp) -> "Course":
        """Return the months from the first to the last."""
        return self._part(slice(self.place(first), self.place(last + pd.DateOffset(months=1))))

    def where(self, mask: npt.NDArray[np.bool_]) -> "Course":
        """Return some of the months."""
        return self._part(mask)

    def place(self, month: pd.Timestamp) -> int:
        """Return where a month stands, or would stand."""
        return int(np.searchsorted(self.months, np.datetime64(month, "M")))

    def _part(self, part: slice | npt.NDArray[np.bool_]) -> "Course":
        return Course(self.months[part], self.vintages[part], self.deaths[part])


def courses(rows: pd.DataFrame, column: str = "deaths") -> dict[str, Course]:
    """Return each country's course.

    Args:
        rows: ``iso3``, ``month``, ``vintage`` and the column of deaths, one row per country and month, in
            the order of the months.
        column: Its name.
    """
    return {
        str(code): Course(
            part["month"].to_numpy().astype("datetime64[M]"),
            part["vintage"].to_numpy(dtype=object),
            part[column].to_numpy(dtype=float, na_value=np.nan),
        )
        for code, part in rows.groupby("iso3")
    }


def series(rows: pd.DataFrame, *, months: int) -> pd.DataFrame:
    """Return deaths in each run of ``months`` months, of the most complete vintage that holds all.

    Args:
        rows: `vintages.series`.
        months: 1 for the month alone, 12 for the year ending there.

    Returns:
        ``iso3``, ``month`` (the last of the run), ``vintage``, ``deaths`` (people; in a month alone,
        those of events inside it). A run with a month missing or unknown has no row; final and
        preliminary months are never in one run.
    """
    column = "deaths_dated" if months == 1 else "deaths_best"
    parts = [EMPTY.assign(vintage=pd.Series(dtype="str"))]
    for vintage, part in rows.groupby("vintage", observed=True):
        grid = panels.panel(part, [column])
        total = panels.trailing(grid.counts[column], months)
        month, country = np.nonzero(~np.isnan(total))
        keys = {"iso3": np.array(grid.iso3, dtype=object)[country], "month": grid.months[month]}
        parts.append(pd.DataFrame({**keys, "vintage": vintage, "deaths": total[month, country]}))
    runs = pd.concat(parts[1:] or parts, ignore_index=True)
    return most_complete(runs, ["iso3", "month"]).reset_index(drop=True)


def people(population: pd.DataFrame) -> dict[str, dict[int, int]]:
    """Return the population of each country in each year.

    Args:
        population: ``iso3``, ``year``, ``population`` (people).
    """
    found: dict[str, dict[int, int]] = {}
    columns = (population[name].tolist() for name in ("iso3", "year", "population"))
    for code, year, number in zip(*columns, strict=True):
        found.setdefault(code, {})[year] = number
    return found


def population(years: Sequence[int], known: Mapping[int, int]) -> Values:
    """Return the people by whom deaths of some years are divided, NaN where they are not known.

    Years after a country's last year of population have that last year's, if it is the year before.

    Args:
        years: The years.
        known: `people` of the country.
    """
    last = max(known, default=None)
    return np.array(
        [known.get(year - 1 if last == year - 1 else year, np.nan) for year in years], dtype=float
    )


def per_million(course: Course, known: Mapping[int, int]) -> Values:
    """Return deaths per million people of the year in which each run ends, NaN without population.

    Args:
        course: Of `series`.
        known: `people` of the country.
    """
    years = course.months.astype("datetime64[Y]").astype(int) + EPOCH
    return course.deaths / population(years.tolist(), known) * MILLION


def base(final: Course, start: pd.Timestamp) -> float:
    """Return the monthly mean of the twelve final months before a country's start.

    Args:
        final: Deaths of its final months.
        start: Its first month.

    Returns:
        Deaths a month; NaN where not all twelve are covered.
    """
    before = final.between(start - pd.DateOffset(months=YEAR), start - pd.DateOffset(months=1)).deaths
    return float(np.nansum(before) / YEAR) if len(before) == YEAR else float("nan")


def indexed(course: Course, level: float, *, months: int) -> Values:
    """Return deaths a month as an index: 100 is the mean of the twelve months before the start.

    Only final months are indexed, because the base is final; a base of zero gives no index.

    Args:
        course: Of `series` of the same ``months``.
        level: `base`.
        months: Months in each run.

    Returns:
        The index, NaN where there is none.
    """
    if not level > 0:
        return np.full(len(course.deaths), np.nan)
    return np.where(course.vintages == FINAL, course.deaths / months / level * 100, np.nan)


def onset_months(rows: pd.DataFrame) -> pd.DataFrame:
    """Return every onset in the final record (`onsets.onsets`).

    Args:
        rows: `vintages.series`.

    Returns:
        ``iso3``, ``month``, ``deaths`` (of the six months from the onset on), sorted.
    """
    final = rows[rows["vintage"] == FINAL]
    if final.empty:
        return EMPTY
    grid = panels.panel(final[["iso3", "month", "deaths_best"]])
    begins, _ = onsets.onsets(grid.deaths)
    block = panels.ahead(grid.deaths, onsets.BLOCK, lead=0)
    table = grid.rows(found=begins, deaths=block)
    table = table[table["found"].astype(bool)].drop(columns="found")
    return table.sort_values(["iso3", "month"], ignore_index=True)


def selected_onsets(candidates: pd.DataFrame, which: str, *, until: pd.Timestamp) -> dict[str, pd.Timestamp]:
    """Return one onset per country, up to a month: the latest, the first, or the deadliest.

    Args:
        candidates: `onset_months`.
        which: One of `ONSETS`; the deadliest has most deaths in its six months.
        until: The last month that counts: an onset does whose six months are over by then.

    Returns:
        Months by iso3; no entry where there is no onset.

    Raises:
        ValueError: If ``which`` is none of them.
    """
    if which not in ONSETS:
        raise ValueError(which)
    rows = candidates[candidates["month"] <= until - pd.DateOffset(months=onsets.BLOCK - 1)]
    order = ["deaths", "month"] if which == DEADLIEST else ["month"]
    keep = "first" if which == FIRST else "last"
    rows = rows.sort_values(order, kind="stable").drop_duplicates("iso3", keep=keep)  # type: ignore[call-overload]
    return dict(zip(rows["iso3"].tolist(), rows["month"].tolist(), strict=True))
