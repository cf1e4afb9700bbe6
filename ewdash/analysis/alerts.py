"""Alert rules as data, the rules of other tools beside ours, and the mute that keeps them few."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ewdash.analysis.levels import bands
from ewdash.analysis.panels import DECIMALS, Flags, Grid, highest, trailing

YEAR = 12  # months
MUTE = 6  # months in which a second alert says nothing new, unless the level went up
FLOOR = 25  # deaths in the month: below it no rule or score had skill on 1995-2009
EARS_WINDOW, EARS_LAG, EARS_SIGMA = 7, 2, 3.0  # baseline, guard band, threshold of EARS C2
POISSON_TAIL = 0.01


@dataclass(frozen=True)
class Rule:
    """Thresholds that must all hold in one month, the same for every country.

    Args:
        key: Name in the catalogue (`rule-<key>`).
        minimum: Deaths in the month.
        rise: Times the mean of the twelve months before, (y + 1) / (mean + 1).
    """

    key: str
    minimum: int
    rise: float


# Rise: 25 is where alerts begin to have skill, 2 the least rise a reader would call one.
# Sharp rise: fewer and surer. HDX Signals asks for 100 deaths and no rise.
RULES = (Rule("rise", FLOOR, 2.0), Rule("sharp", FLOOR, 3.0), Rule("hdx", 100, 0.0))


def change(deaths: Grid, *, months: int = 1) -> Grid:
    """Return ``(y + 1) / (mean of the twelve months before + 1)``, for the last ``months`` as ``y``."""
    recent = trailing(deaths, months) / months
    ratio: Grid = (recent + 1) / (trailing(deaths, YEAR, lag=months) / YEAR + 1)
    return ratio.round(DECIMALS)


def change_interval(deaths: Grid, *, z: float = 1.645) -> tuple[Grid, Grid]:
    """Return the 90 % interval of `change`, from how much the twelve months before varied.

    Delta method on the logarithm: the standard error of the mean over mean + 1. It says how
    firm the yardstick is, not how exactly the month's deaths are known.
    """
    ratio = change(deaths)
    before = pd.DataFrame(deaths).rolling(YEAR, min_periods=YEAR)
    error = (before.std() / np.sqrt(YEAR)).shift(1).to_numpy() / (trailing(deaths, YEAR, lag=1) / YEAR + 1)
    return (ratio * np.exp(-z * error)).round(DECIMALS), (ratio * np.exp(z * error)).round(DECIMALS)


def record(deaths: Grid) -> Grid:
    """Return 36 or 12 where the month is the highest of so many, 0 where not, NaN where unknown."""
    year, three = highest(deaths, YEAR), highest(deaths, 3 * YEAR)
    months = np.where(deaths >= three, 36.0, np.where(deaths >= year, 12.0, 0.0))
    return np.where(np.isnan(year) | np.isnan(deaths), np.nan, np.where(deaths > 0, months, 0.0))


def fires(deaths: Grid, rule: Rule) -> Flags:
    """Return where a rule holds: enough deaths, enough of a rise, a twelve-month record."""
    top = highest(deaths, YEAR - 1)  # a record of the twelve months that end with this one
    firing: Flags = (deaths >= rule.minimum) & (deaths >= top) & (change(deaths) >= rule.rise)
    return firing


def ears(deaths: Grid) -> Flags:
    """Return where EARS C2 fires: over mean + 3 sd of seven months, two months back, from 25 deaths.

    References:
        Hutwagner, Thompson, Seeman and Treadwell (2003), Journal of Urban Health 80(2).
    """
    base = pd.DataFrame(deaths).shift(EARS_LAG + 1).rolling(EARS_WINDOW, min_periods=EARS_WINDOW)
    limit = (base.mean() + EARS_SIGMA * base.std().clip(lower=0.5)).to_numpy().round(DECIMALS)
    firing: Flags = (deaths > limit) & (deaths >= FLOOR)
    return firing


def poisson(deaths: Grid) -> Flags:
    """Return where a Poisson tail under 1 % fires, against the twelve months before, from 25 deaths."""
    from scipy.stats import poisson as law

    expected = np.maximum(trailing(deaths, YEAR, lag=1) / YEAR, 1 / YEAR)
    firing: Flags = (law.sf(deaths - 1, expected).round(DECIMALS) < POISSON_TAIL) & (deaths >= FLOOR)
    return firing


def muted(firing: Flags, deaths: Grid, *, months: int = MUTE) -> Flags:
    """Keep the firings that say something new.

    After an alert, the next ``months`` - 1 months say nothing unless the level (deaths in twelve
    months, in bands) is higher than at that alert.
    """
    level = bands(np.nan_to_num(trailing(deaths, YEAR)))
    alerts = np.zeros_like(firing)
    for country in np.flatnonzero(firing.any(axis=0)):
        last, height = -months, -1
        for month in np.flatnonzero(firing[:, country]):
            if month - last >= months or level[month, country] > height:
                alerts[month, country] = True
                last, height = int(month), int(level[month, country])
    return alerts
