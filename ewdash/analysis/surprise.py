"""How unusual a month is: the tail of a negative binomial fitted to the three years before.

Counts of deaths vary far more than a Poisson law allows (half of all countries have a variance
over 79 times the mean), so its tail would call every busy month a sensation.
"""

import numpy as np

from ewdash.analysis.panels import DECIMALS, Grid

MONTHS, HALF_LIFE = 36, 12
MIN_MONTHS = 12  # months behind the first answer
PRIOR_MONTHS = 24.0  # weight of the pooled dispersion against a country's own, in months
# Pooled dispersion by expected deaths m: log(alpha) = A + B log(1 + m), from the squared
# errors of 1995-2009; with it a nominal 5 % fires in 4.8 % of those months, where m is 0.5 or more.
DISPERSION = (1.25, -0.22)
MIN_EXPECTED = 1 / MONTHS  # expected deaths never under one in three years


def surprise(deaths: Grid) -> Grid:
    """Return the probability of a month at least this deadly, given the months before.

    The expected count is the mean of up to 36 months with a half-life of 12; the dispersion is
    the months' own, shrunk towards a pooled value. Half of the probability of exactly this
    count is left out (mid-p), so that counts that tie do not pile up at the edge.

    Args:
        deaths: Months x countries; NaN where not covered.

    Returns:
        Probabilities; NaN with fewer than 12 months behind, or a gap in them. One month in N
        would be this deadly, with N = 1 / p.

    References:
        Held, Meyer and Bracher (2017), Statistics in Medicine 36(22); mid-p: Lancaster (1961).
    """
    from scipy.stats import nbinom

    mean, size = _expected(deaths)
    p = size / (size + mean)
    tail: Grid = nbinom.sf(deaths, size, p) + 0.5 * nbinom.pmf(deaths, size, p)
    # Three figures, as shown: beyond them the law's own arithmetic differs between processors.
    rounded = np.array([float(f"{value:.3g}") for value in tail.ravel()]).reshape(tail.shape)
    return np.where(np.isnan(mean), np.nan, rounded)


def expected(deaths: Grid) -> Grid:
    """Return the deaths expected in each month from those before; NaN as in `surprise`."""
    return _expected(deaths)[0].round(DECIMALS)


def _expected(deaths: Grid) -> tuple[Grid, Grid]:
    """Return mean and size (1 / dispersion) of the law for each month."""
    total = np.zeros_like(deaths)
    square = np.zeros_like(deaths)
    weight = np.zeros_like(deaths)
    complete = np.ones_like(deaths, dtype=bool)
    for lag in range(1, MONTHS + 1):
        past = np.full_like(deaths, np.nan)
        past[lag:] = deaths[:-lag]
        mask = ~np.isnan(past)
        if lag <= MIN_MONTHS:
            complete &= mask
        w = 0.5 ** (lag / HALF_LIFE) * mask
        total += w * np.nan_to_num(past)
        square += w * np.nan_to_num(past) ** 2
        weight += w
    safe = np.where(weight > 0, weight, 1)
    mean = np.where(complete, np.maximum(total / safe, MIN_EXPECTED), np.nan)
    own = np.maximum(square / safe - mean**2 - mean, 0) / mean**2
    pooled = np.exp(DISPERSION[0] + DISPERSION[1] * np.log1p(mean))
    share = weight / (weight + PRIOR_MONTHS)
    return mean, 1 / (share * own + (1 - share) * pooled)
