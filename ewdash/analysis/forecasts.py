"""What deaths may be in one to six months: draws, the fan they make, and their score.

The baseline is the last twelve months as draws ("if the last year repeats"). The forecast shown
is a pool, half of it this country's last two years with a half-life of six months, half what
followed in the hundred country-months of the record most like this one.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.panels import Grid, trailing

Draws: TypeAlias = npt.NDArray[np.float64]  # cases x draws, deaths as log(1 + deaths)

HORIZONS = (1, 2, 3, 4, 5, 6)  # months
RECENT_MONTHS, HALF_LIFE, LAST_YEAR = 24, 6, 12  # months
NEIGHBOURS = 100  # country-months
SHARE_ALIKE = 0.5
BANDS = (0.05, 0.25, 0.5, 0.75, 0.95)  # quantiles of the fan
# What makes two country-months alike, and how much of a standard log unit each counts.
# Differences under a thousandth do not count, and in whole numbers a distance is exact.
STEPS = 1000
TIES = 20  # further places to look at, among which those as far as the hundredth are put in order
LIKENESS = {"y": 1.0, "s3": 1.5, "s12": 1.5, "s36": 0.7, "spread": 1.0, "some": 0.1}


def past(deaths: Grid, months: int) -> npt.NDArray[np.float64]:
    """Return the last ``months`` as log(1 + deaths), newest first, as a last axis; NaN where unknown."""
    log = np.log1p(deaths)
    empty = np.full((months, deaths.shape[1]), np.nan)
    padded = np.vstack([empty, log])
    return np.asarray(np.stack([padded[months - k : months - k + len(log)] for k in range(months)], axis=-1))


def likeness(deaths: Grid) -> npt.NDArray[np.float64]:
    """Return the coordinates in which two country-months are near: size, course and steadiness.

    They are whole numbers, `STEPS` to a unit; NaN where the months behind are not all known.
    """
    log = pd.DataFrame(np.log1p(deaths))
    coordinates = {
        "y": np.log1p(deaths),
        "s3": np.log1p(trailing(deaths, 3) / 3),
        "s12": np.log1p(trailing(deaths, 12) / 12),
        "s36": np.log1p(trailing(deaths, 36) / 36),
        "spread": log.rolling(12).std().to_numpy(),
        "some": trailing((deaths > 0).astype(float), 12, lag=1),
    }
    return np.rint(
        STEPS * np.stack([weight * coordinates[name] for name, weight in LIKENESS.items()], axis=-1)
    )


def recent_draws(deaths: Grid, months: npt.NDArray[np.int64], countries: npt.NDArray[np.int64]) -> Draws:
    """Return each case's last 24 months."""
    return past(deaths, RECENT_MONTHS)[months, countries]


def recent_weights() -> npt.NDArray[np.float64]:
    """Return the weights of `recent_draws`: half as much every six months back."""
    weight = 0.5 ** (np.arange(RECENT_MONTHS) / HALF_LIFE)
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def alike_draws(
    deaths: Grid,
    months: npt.NDArray[np.int64],
    countries: npt.NDArray[np.int64],
    *,
    horizon: int,
    public: int,
) -> Draws:
    """Return what followed ``horizon`` months after the country-months most like each case.

    Where more country-months are equally like a case than are wanted (most are without deaths),
    those taken are spread evenly over the record.

    Args:
        deaths: Months x countries.
        months: Row of each case.
        countries: Column of each case.
        horizon: Months ahead.
        public: Rows before this one are public; what followed must be among them.
    """
    from scipy.spatial import cKDTree

    points = likeness(deaths)
    library = points[: max(public - horizon, 0)]
    after = np.log1p(deaths[horizon:public])
    usable = ~np.isnan(library).any(axis=-1) & ~np.isnan(after)
    places, place = np.unique(library[usable], axis=0, return_inverse=True)
    members, size = np.argsort(place, kind="stable"), np.bincount(place)
    distances, neighbours = cKDTree(places).query(
        points[months, countries], k=min(NEIGHBOURS + TIES, len(places))
    )
    neighbours = np.take_along_axis(neighbours, np.lexsort((neighbours, distances)), axis=-1)
    upto = np.minimum(np.cumsum(size[neighbours], axis=-1), NEIGHBOURS)
    case, draw = np.arange(len(neighbours))[:, None], np.arange(NEIGHBOURS)
    line = (upto + case * (NEIGHBOURS + 1)).ravel()
    which = np.searchsorted(line, draw + case * (NEIGHBOURS + 1), side="right") - case * neighbours.shape[1]
    start = np.where(which > 0, np.take_along_axis(upto, np.maximum(which - 1, 0), axis=-1), 0)
    number = np.take_along_axis(upto, which, axis=-1) - start
    neighbour = np.take_along_axis(neighbours, which, axis=-1)
    first = np.cumsum(size) - size
    indices = members[first[neighbour] + (draw - start) * size[neighbour] // number]
    return np.asarray(after[usable][indices], dtype=np.float64)


def pooled(recent: Draws, alike: Draws) -> tuple[Draws, Draws]:
    """Return the draws of the pool and their weights, which add up to one in each case."""
    weights = np.concatenate(
        [
            np.broadcast_to((1 - SHARE_ALIKE) * recent_weights(), recent.shape),
            np.full(alike.shape, SHARE_ALIKE / alike.shape[1]),
        ],
        axis=-1,
    )
    return np.concatenate([recent, alike], axis=-1), weights


def crps(draws: Draws, weights: Draws, outcome: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the continuous ranked probability score of each case, on log(1 + deaths); lower is better.

    References:
        Gneiting and Raftery (2007), Journal of the American Statistical Association 102(477).
    """
    order = np.argsort(draws, axis=-1, kind="stable")
    x, w = np.take_along_axis(draws, order, -1), np.take_along_axis(weights, order, -1)
    distance = (w * np.abs(x - outcome[:, None])).sum(axis=-1)
    spread = (w * x * (2 * np.cumsum(w, axis=-1) - w - 1)).sum(axis=-1)
    return np.asarray(distance - spread, dtype=np.float64)


def inside(draws: Draws, weights: Draws, outcome: npt.NDArray[np.float64], *, share: float) -> float:
    """Return how often the outcome lies in the central ``share`` of the forecast.

    Deaths are counts and often zero, so an outcome takes up a stretch of the distribution; it
    counts with the part of that stretch that lies inside (the randomised transform, averaged).

    References:
        Czado, Gneiting and Held (2009), Biometrics 65(4).
    """
    tolerance = 1e-9
    under = (weights * (draws < outcome[:, None] - tolerance)).sum(axis=-1)
    upto = (weights * (draws <= outcome[:, None] + tolerance)).sum(axis=-1)
    low, high = (1 - share) / 2, (1 + share) / 2
    part = np.clip(np.minimum(upto, high) - np.maximum(under, low), 0, None) / np.maximum(
        upto - under, tolerance
    )
    between = upto - under < tolerance  # between two draws: in or out
    return float(np.where(between, (under >= low) & (under <= high), part).mean())


def quantiles(draws: Draws, weights: Draws, levels: tuple[float, ...] = BANDS) -> Draws:
    """Return weighted quantiles of each case, one column per level."""
    order = np.argsort(draws, axis=-1, kind="stable")
    x, w = np.take_along_axis(draws, order, -1), np.take_along_axis(weights, order, -1)
    cumulative = np.cumsum(w, axis=-1)
    places = [np.minimum((cumulative < level - 1e-9).sum(axis=-1), x.shape[1] - 1) for level in levels]
    return np.stack([np.take_along_axis(x, place[:, None], -1)[:, 0] for place in places], axis=-1)
