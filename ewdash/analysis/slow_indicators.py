"""Slow signs: rights indices that fell beyond their noise, displacement that grew by half."""

from typing import Any

import numpy as np
import pandas as pd

from ewdash.analysis.panels import DECIMALS
from ewdash.model.indicators import HEADLINE_INDICATORS

# Half of the published credible interval of V-Dem's electoral index is under 0.05 for three in
# four country-years and never over 0.08; 0.10 is what the regime-transformation project (ERT)
# calls a substantial change. Years apart -> fall beyond which an index has worsened.
NOISE = {1: 0.05, 3: 0.08, 5: 0.10}
PHYSICAL = "v2x_clphy"
LIBERTIES = ("v2x_civlib", "v2x_freexp_altinf", "v2x_frassoc_thick", "v2x_rule", "v2x_polyarchy")
VERSION = "v16"  # of the repository; values are not comparable across releases
SLOPE_YEARS = 10
DISPLACED_RISE, DISPLACED_MIN = 1.5, 10_000  # times the year before, people more
INCIDENTS_RISE, INCIDENTS_MIN = 1.5, 10
RIGHTS_PUBLIC, DISPLACEMENT_PUBLIC = 4, 7  # month of the next year from which a year is public


def newest(table: pd.DataFrame) -> str:
    """Return the newest release of V-Dem in `rights_year` that holds all headline indicators."""
    rows = table.loc[table["indicator"].isin(HEADLINE_INDICATORS), ["version", "indicator"]]
    held = rows.drop_duplicates().groupby("version").size()
    whole = held.index[held == len(HEADLINE_INDICATORS)]
    return max(whole, key=lambda version: float(version[1:]), default=VERSION)


def rights(table: pd.DataFrame) -> pd.DataFrame:
    """Return the country-years in which rights worsened, and by which indices.

    Rights worsened when the physical violence index, or two of the five others, fell by more
    than `NOISE` over 1, 3 or 5 years.

    Args:
        table: `rights_year`.

    Returns:
        ``iso3``, ``year``, ``worse`` (0 or 1) and ``fell`` (indices, joined by ``;``).

    References:
        Maerz et al. (2023), Episodes of Regime Transformation, Journal of Peace Research;
        Pemstein et al., The V-Dem Measurement Model, V-Dem Working Paper 21.
    """
    indicators = [PHYSICAL, *LIBERTIES]
    rows = table[(table["version"] == newest(table)) & table["indicator"].isin(indicators)]
    frame = rows.set_index(["indicator", "iso3", "year"])["value"].unstack()
    frame = frame.reindex(columns=range(int(rows["year"].min()), int(rows["year"].max()) + 1))
    fell = pd.DataFrame(data=False, index=frame.index, columns=frame.columns)
    for years, noise in NOISE.items():
        fell |= frame.diff(years, axis=1).round(DECIMALS) < -noise
    long = fell.melt(ignore_index=False, value_name="fell").reset_index()
    long = long[frame.melt(ignore_index=False)["value"].notna().to_numpy()]
    hit = long[long["fell"]]
    names = hit.groupby(["iso3", "year"])["indicator"].agg(";".join).rename("fell")
    out = long[["iso3", "year"]].drop_duplicates().merge(names, on=["iso3", "year"], how="left")
    out["fell"] = out["fell"].fillna("")
    number = out["fell"].str.count(";") + out["fell"].ne("")
    out["worse"] = (out["fell"].str.contains(PHYSICAL) | number.ge(2)).astype(int)
    return out.sort_values(["iso3", "year"], ignore_index=True)


def displacement(table: pd.DataFrame) -> pd.DataFrame:
    """Return the country-years in which displacement grew by half and by 10,000 people.

    Either the people who fled abroad (refugees, asylum seekers, other protection, by origin) or
    those displaced inside by conflict (IDMC) at the end of the year.

    Args:
        table: `displacement_year`.

    Returns:
        ``iso3``, ``year``, ``worse`` (0, 1); no row where neither figure has a year before.
    """
    rows = table.sort_values(["iso3", "year"])
    abroad = rows[["refugees", "asylum_seekers", "other_protection"]].sum(axis=1, min_count=1)
    figures = pd.DataFrame({"abroad": abroad, "inside": rows["idps_conflict"]})
    follows = rows["year"].diff().eq(1) & rows["iso3"].eq(rows["iso3"].shift())
    before = figures.shift().where(follows)
    rise = (figures >= DISPLACED_RISE * before) & (figures - before >= DISPLACED_MIN)
    mask = (figures.notna() & before.notna()).any(axis=1)
    out = rows[["iso3", "year"]].assign(worse=rise.any(axis=1).astype(int))
    return out[mask].reset_index(drop=True)


def incidents(table: pd.DataFrame, coverage: dict[str, tuple[Any, Any]]) -> pd.DataFrame:
    """Return the months in which attacks of one sector rose: half more in a year, and ten more.

    Sectors overlap, so each is compared with itself alone, and only inside its coverage.

    Args:
        table: `violation_incident`.
        coverage: First and last day each sector covers.

    Returns:
        ``iso3``, ``month``, ``worse`` (0, 1) where two years of a sector are covered.
    """
    parts = []
    for sector, (first, last) in coverage.items():
        months = pd.date_range(first, last, freq="MS")
        rows = table[table["sector"] == sector]
        counts = rows.groupby(["month", "iso3"]).size().unstack(fill_value=0).reindex(months, fill_value=0)
        year = counts.rolling(12).sum()
        before = year.shift(12)
        worse = ((year >= INCIDENTS_RISE * before) & (year - before >= INCIDENTS_MIN)).astype(int)
        flags = worse[before.notna().all(axis=1)].rename_axis(index="month", columns="iso3")
        parts.append(flags.melt(ignore_index=False, value_name="worse").reset_index())
    worst = pd.concat(parts).groupby(["iso3", "month"])["worse"].max()
    return worst.reset_index()


def published_year(month: pd.Timestamp, published: int) -> int:
    """Return the newest year whose figures are public in a month.

    Args:
        month: The month.
        published: Month of the next year from which a year is public.
    """
    return int(month.year) - (1 if month.month >= published else 2)


def slope(years: pd.Series, values: pd.Series) -> float:
    """Return the Theil-Sen slope per year over the last ten years, NaN with fewer than five values.

    References:
        Sen (1968), Journal of the American Statistical Association 63(324).
    """
    from scipy.stats import theilslopes

    mask = values.notna() & (years > years.max() - SLOPE_YEARS)
    if mask.sum() < SLOPE_YEARS // 2:
        return float("nan")
    return float(theilslopes(values[mask].to_numpy(float), years[mask].to_numpy(float)).slope)


def agreement(*signs: Any) -> Any:  # noqa: ANN401 - arrays of 0, 1 and NaN
    """Count the independent sources that point to worsening: never a weighted composite."""
    return np.nansum(np.stack([np.asarray(sign, dtype=float) for sign in signs]), axis=0)
