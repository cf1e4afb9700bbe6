"""Several countries side by side: sums of months, rates, indices, and months since an onset."""

import numpy as np
import pandas as pd

from ewdash.analysis import onsets, panels
from ewdash.analysis.vintages import most_complete
from ewdash.model.situations import FINAL

YEAR = 12  # months
MILLION = 1_000_000
LATEST, FIRST, DEADLIEST = "latest", "first", "deadliest"
ONSETS = (LATEST, FIRST, DEADLIEST)
PEOPLE = ["iso3", "year", "population"]
# Nothing, in the types of something: what pandas guesses for no rows cannot be counted with.
EMPTY = pd.DataFrame(
    {
        "iso3": pd.Series(dtype="str"),
        "month": pd.Series(dtype="datetime64[ns]"),
        "deaths": pd.Series(dtype="float64"),
    }
)


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


def per_million(courses: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """Return deaths per million people of the year in which the run ends.

    Months after a country's last year of population are divided by that last year, if it is the
    year before; where there is no population the rate is NA.

    Args:
        courses: `series`.
        population: ``iso3``, ``year``, ``population`` (people).

    Returns:
        ``courses`` with ``population_year``, ``population`` and ``value``.
    """
    people: dict[tuple[str, int], int] = {}
    last: dict[str, int] = {}
    for code, year, number in zip(*(population[name].tolist() for name in PEOPLE), strict=True):
        people[code, year] = number
        last[code] = max(year, last.get(code, year))
    keys = [
        (code, year - 1 if last.get(code) == year - 1 else year)
        for code, year in zip(courses["iso3"].tolist(), courses["month"].dt.year.tolist(), strict=True)
    ]
    found = [people.get(key) for key in keys]
    out = courses.reset_index(drop=True).assign(
        population_year=pd.array([year for _, year in keys], dtype="Int64"),
        population=np.array(found, dtype=float if None in found else int),
    )
    return out.assign(value=out["deaths"] / out["population"].astype("Float64") * MILLION)


def bases(rows: pd.DataFrame, starts: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    """Return the monthly mean of the twelve final months before each country's start.

    Args:
        rows: `vintages.series`.
        starts: First month of each country, indexed by iso3.

    Returns:
        Deaths a month, indexed like ``starts``; NA where not all twelve are covered.
    """
    final = rows[rows["vintage"] == FINAL]
    codes, months = final["iso3"].to_numpy(dtype=object), final["month"].to_numpy()
    deaths = final["deaths_best"].to_numpy(dtype=float, na_value=np.nan)
    means = {}
    for code, start in starts.items():
        first = start - pd.DateOffset(months=YEAR)
        before = deaths[
            (codes == code) & (months < start.to_datetime64()) & (months >= first.to_datetime64())
        ]
        means[code] = np.nansum(before) / YEAR if len(before) == YEAR else float("nan")
    return pd.Series(means, dtype="float64").reindex(starts.index)


def indexed(courses: pd.DataFrame, base: "pd.Series[float]", *, months: int) -> pd.DataFrame:
    """Return deaths a month as an index: 100 is the mean of the twelve months before the start.

    Only final months are indexed, because the base is final; a base of zero gives no index.

    Args:
        courses: `series` of the same ``months``.
        base: `bases`.
        months: Months in each run.

    Returns:
        The final rows of ``courses`` whose base is above zero, with ``value``.
    """
    level = of_each(courses["iso3"], base)
    mask = courses["vintage"].eq(FINAL) & level.gt(0)
    return courses.assign(value=courses["deaths"] / months / level * 100)[mask]


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


def selected_onsets(
    candidates: pd.DataFrame, which: str, *, until: pd.Timestamp
) -> "pd.Series[pd.Timestamp]":
    """Return one onset per country, up to a month: the latest, the first, or the deadliest.

    Args:
        candidates: `onset_months`.
        which: One of `ONSETS`; the deadliest has most deaths in its six months.
        until: The last month that counts.

    Returns:
        Months indexed by iso3; no entry where there is no onset.

    Raises:
        ValueError: If ``which`` is none of them.
    """
    if which not in ONSETS:
        raise ValueError(which)
    rows = candidates[candidates["month"] <= until]
    order = ["deaths", "month"] if which == DEADLIEST else ["month"]
    keep = "first" if which == FIRST else "last"
    rows = rows.sort_values(order).drop_duplicates("iso3", keep=keep)  # type: ignore[call-overload]
    months: pd.Series[pd.Timestamp] = rows.set_index("iso3")["month"]
    return months


def of_each(codes: pd.Series, values: pd.Series) -> pd.Series:
    """Return each row's value by its iso3, missing where it has none, in the type of the values."""
    return pd.Series(values.reindex(codes).to_numpy(), index=codes.index)


def since(months: pd.Series, starts: pd.Series) -> pd.Series:
    """Return whole months from each start to each month (negative before it)."""
    distance: pd.Series = (months.dt.year - starts.dt.year) * YEAR + months.dt.month - starts.dt.month
    return distance
