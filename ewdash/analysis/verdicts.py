"""Whether twelve preliminary months will stand above or below the twelve before once they are final.

A preliminary figure and a final one are never compared as they are: between them lies a revision. How
large revisions are is learned from the country-years that exist in both states; a comparison is made
with the revisions of countries of like size, and refused where that has misled.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.panels import DECIMALS
from ewdash.analysis.vintages import most_complete_places
from ewdash.model.situations import CANDIDATE, FINAL, HIGHER, LOWER, LOWER_BOUND, OPEN, SAME

REASONS = (
    "no-record",
    "lower-bound",
    "part-final",
    "few",
    "no-revision",
    "near",
    "undercounted",
)  # to say nothing
FEW = 25  # deaths: below it in both windows nothing is said
BANDWIDTH = 1.5  # of ln(1 + deaths): how close in size a country's revision must be to count
OWN = 0.2  # of the weight, on the country's own revision
TEMPER = 0.6  # raw odds proved over-confident
SURE = 0.8  # tempered: of the answers at least so sure 20 of 23 were right in a year not fitted on
# Countries whose final figure once was 1.5 times the preliminary one or more (2023 to 2025): a fall there
# says nothing.
UNDERCOUNTED = frozenset(
    {"UKR", "COD", "ETH", "MEX", "YEM", "SSD", "HTI", "ECU"}
    | {"TCD", "VEN", "GHA", "BDI", "PNG", "BGD", "ZAF", "SDN"}
    | {"TZA", "KHM"}
)


@dataclass(frozen=True)
class Verdict:
    """What can be said of a comparison: the direction, its share of like cases, or why nothing.

    ``share`` is None where only the direction can be said, ``reason`` the key of a refusal.
    """

    direction: str
    share: float | None = None
    reason: str = ""


def revisions(recent: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Return how the preliminary year at hand was revised, country by country.

    Args:
        recent: `conflict_month_recent`.
        settled: `conflict_year_settled`.

    Returns:
        ``iso3``, ``size`` (ln(1 + preliminary deaths)) and ``ratio`` (log of final + 1 against
        preliminary + 1) of each country with both figures and a death in either.
    """
    rows = recent[recent["vintage"] == CANDIDATE]
    year = int(settled["year"].max())
    early = rows[rows["month"].dt.year == year].groupby("iso3")["deaths_best"].sum().astype(float)
    late = settled[settled["year"] == year].set_index("iso3")["deaths_best"].astype("Float64").dropna()
    both = pd.DataFrame({"early": early, "late": late.astype(float)}).dropna()
    both = both[(both["early"] > 0) | (both["late"] > 0)]
    return pd.DataFrame(
        {
            "iso3": both.index,
            "size": np.log1p(both["early"]).to_numpy(),
            "ratio": (np.log1p(both["late"]) - np.log1p(both["early"])).to_numpy(),
        }
    )


def windows(rows: pd.DataFrame, month: pd.Timestamp) -> pd.DataFrame | None:
    """Return the twenty-four months up to one, each in its most complete state; None if one is missing.

    Args:
        rows: One iso3 of `vintages.series`.
        month: The last month.
    """
    months = rows["month"].to_numpy()
    inside = (months > month - pd.DateOffset(months=24)) & (months <= month)
    places = most_complete_places(rows, ["month"], inside)
    return rows.take(places).reset_index(drop=True) if len(places) == 24 else None


def verdict(rows: pd.DataFrame, month: pd.Timestamp, past: pd.DataFrame, *, own: bool = True) -> Verdict:
    """Say whether a country's twelve months stand above or below the twelve before.

    Args:
        rows: One iso3 of `vintages.series`.
        month: The last of the twelve months.
        past: `revisions`.
        own: Whether the country's own revision may count; not where it is what is being tested.
    """
    both = windows(rows, month)
    if both is None:
        return Verdict(OPEN, reason="no-record")
    both = both.assign(deaths_best=both["deaths_best"] - both["deaths_excepted"].fillna(0))
    before, now = both.iloc[:12], both.iloc[12:]
    if both["vintage"].eq(LOWER_BOUND).any():
        return Verdict(OPEN, reason="lower-bound")
    if now["vintage"].eq(FINAL).any() and now["vintage"].ne(FINAL).any():
        return Verdict(OPEN, reason="part-final")  # no sum of the two states is drawn, so none is compared
    deaths, earlier = (float(part["deaths_best"].sum()) for part in (now, before))
    if deaths < FEW and earlier < FEW:
        return Verdict(OPEN, reason="few")
    fixed = float(before.loc[before["vintage"] == FINAL, "deaths_best"].sum())
    country = str(both["iso3"].iloc[0])
    ratio, weight = _weights(np.log1p(deaths), past, country, own=own)
    if not len(ratio):
        return Verdict(OPEN, reason="no-revision")
    step = deaths * np.exp(ratio) - (fixed + (earlier - fixed) * np.exp(ratio))
    above = np.where(np.isclose(step, 0), 0.5, step > 0)
    raw = float(np.clip(np.round((weight * above).sum() / weight.sum(), DECIMALS), 0.01, 0.99))
    share = 1 / (1 + ((1 - raw) / raw) ** TEMPER)
    direction = HIGHER if share >= SURE else LOWER if share <= 1 - SURE else OPEN
    if direction == OPEN:
        return Verdict(OPEN, reason="near")
    if direction == LOWER and country in UNDERCOUNTED:
        return Verdict(OPEN, reason="undercounted")
    single = max(
        float(part["deaths_best"].max()) / max(float(part["deaths_best"].sum()), 1) for part in (now, before)
    )
    # No share where the two windows hold revisions of their own: such were never tried.
    return Verdict(direction, None if single > 0.5 or fixed != earlier else max(share, 1 - share))


def _weights(
    size: float, past: pd.DataFrame, country: str, *, own: bool
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return log ratios of revisions and how much each counts for a country of a size."""
    mine = past["iso3"] == country
    others = past[~mine]
    weight = np.exp(-0.5 * ((others["size"].to_numpy(dtype=float) - size) / BANDWIDTH) ** 2)
    ratio = others["ratio"].to_numpy(dtype=float)
    if own and mine.any() and weight.sum() > 0:
        weight = weight / weight.sum() * (1 - OWN)
        return np.append(ratio, float(past.loc[mine, "ratio"].iloc[0])), np.append(weight, OWN)
    return ratio, weight


def tried(rows: pd.DataFrame, past: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Return what would have been said of the last settled year, each country judged by the others.

    Args:
        rows: `vintages.series`.
        past: `revisions`.
        settled: `conflict_year_settled`: two years of one release.

    Returns:
        ``iso3``, ``direction``, ``share``, ``reason`` (of `verdict`) and ``settled``: which way the
        two years of the one release lie, None where they are not known.
    """
    before, year = sorted(settled["year"].unique())
    figures = settled.pivot(index="iso3", columns="year", values="deaths_best").astype("Float64")
    end = pd.Timestamp(int(year), 12, 1)
    out = []
    for country, part in rows.groupby("iso3"):
        if country not in figures.index:
            continue
        found = verdict(part, end, past, own=False)
        step = figures.loc[country, year] - figures.loc[country, before]
        way: str | None = None if pd.isna(step) else HIGHER if step > 0 else LOWER if step < 0 else SAME
        share = None if found.share is None else round(found.share, DECIMALS)
        out.append((country, found.direction, share, found.reason, way))
    return pd.DataFrame(out, columns=["iso3", "direction", "share", "reason", "settled"])
