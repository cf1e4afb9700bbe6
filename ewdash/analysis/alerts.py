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
        record: Months, this one included, of which it must be the highest; 1 asks for none.
        first: The times asked for in the first two months of a rise (`age`); as ``rise`` if not given.
    """

    key: str
    minimum: int
    rise: float
    record: int = 1
    first: float | None = None


# Ours: 25 is where alerts begin to have skill, and the first two months of a rise are the ones most
# often followed by nothing. The multiples are those that `training.chosen` takes on 1995-2009.
ALERT = Rule("alert", FLOOR, 3.0, first=5.0)
STRONG = Rule("strong", 50, 5.0)
# Plain ones to be held against: the least rise a reader would call one, a sharper one, and the rule
# of HDX Signals, which asks for 100 deaths and no rise; each a record of twelve months.
FIXED = (Rule("rise", FLOOR, 2.0, YEAR), Rule("sharp", FLOOR, 3.0, YEAR), Rule("hdx", 100, 0.0, YEAR))
RULES = (ALERT, STRONG, *FIXED)
STEP_DEATHS, STEP_RISE = 10, 2.0  # a month that can begin a rise: deaths, times the mean before
YOUNG_MONTHS = 2  # of a rise in which more is asked


def at_multiple(rise: float) -> Rule:
    """Return the alert with another multiple: as much more is asked of a young rise."""
    more = (ALERT.first or ALERT.rise) - ALERT.rise
    return Rule("curve", ALERT.minimum, rise, first=rise + more)


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
    """Return 120, 36 or 12 where the month is the highest of so many, 0 where not, NaN where unknown."""
    months = np.zeros_like(deaths)
    for span in (YEAR, 3 * YEAR, 10 * YEAR):
        months = np.where(deaths >= highest(deaths, span), float(span), months)
    unknown = np.isnan(highest(deaths, YEAR)) | np.isnan(deaths)
    return np.where(unknown, np.nan, np.where(deaths > 0, months, 0.0))


def age(deaths: Grid) -> Grid:
    """Return months since the latest rise began (0 in its first), NaN where none has on record.

    A rise begins with a month of at least 10 deaths and twice the mean of the twelve months before,
    if none began in those twelve months.
    """
    before = trailing(deaths, YEAR, lag=1) / YEAR
    steps = (deaths >= STEP_DEATHS) & (deaths >= STEP_RISE * before)
    out: Grid = np.full(deaths.shape, np.nan)
    for country in np.flatnonzero(steps.any(axis=0)):
        begun = -YEAR - 1
        for month in np.flatnonzero(steps[:, country]):
            if month - begun > YEAR:
                begun = int(month)
                out[month:, country] = np.arange(len(out) - month)
    return out


def computable(deaths: Grid) -> Flags:
    """Return where a rule can be asked: the month and the twelve before it are known."""
    known: Flags = ~np.isnan(change(deaths))
    return known


def fires(deaths: Grid, rule: Rule) -> Flags:
    """Return where a rule holds: enough deaths, enough of a rise, and the record it asks for."""
    times = np.full(deaths.shape, rule.rise)
    if rule.first is not None:
        times = np.where(age(deaths) < YOUNG_MONTHS, rule.first, times)
    firing: Flags = (deaths >= rule.minimum) & (change(deaths) >= times)
    if rule.record > 1:
        firing &= deaths >= highest(deaths, rule.record - 1)
    return firing


def fires_at_most(deaths: Grid, most: Grid, rule: Rule) -> Flags:
    """Return where a rule would hold if a month had as many deaths as it can have at most.

    Args:
        deaths: Months x countries; the months before are taken from here.
        most: The highest count that each month can have.
        rule: The rule; a record it asks for is not looked at.
    """
    ratio = (most + 1) / (trailing(deaths, YEAR, lag=1) / YEAR + 1)
    before = np.vstack([np.full((1, deaths.shape[1]), np.nan), age(deaths)[:-1]])
    grown = np.where(np.isnan(before) | (before >= YEAR), 0, before + 1)  # else a rise would begin
    times = np.where(grown < YOUNG_MONTHS, rule.rise if rule.first is None else rule.first, rule.rise)
    firing: Flags = (most >= rule.minimum) & (ratio.round(DECIMALS) >= times)
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


def mutes(alert: Flags, *, months: int = MUTE) -> Flags:
    """Return the months in which an earlier alert mutes another of the same level."""
    out = np.zeros_like(alert)
    for lag in range(1, months):
        out[lag:] |= alert[:-lag]
    return out


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
