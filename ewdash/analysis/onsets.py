"""When violence began to run at a higher rate, and whether an alert was followed by more of it.

These are the yardsticks of the track record: fixed before any rule was looked at.
"""

import numpy as np

from ewdash.analysis.panels import Flags, Grid, ahead, trailing

YEAR, BLOCK = 12, 6  # months
FIRST_MONTH, FIRST_RISE = 10, 2.0  # deaths, times the mean of the twelve months before
BLOCK_DEATHS, BLOCK_RISE = 50, 2.5  # deaths in six months, times the rate of the twelve before
REFRACTORY_MONTHS = 12  # months in which a second onset is the same one
HARD_QUIET, HARD_MONTHS = 25, 24  # fewer deaths than this in so many months before
TRUE_DEATHS, TRUE_RISE = 25, 1.5  # next six months after an alert
MIN_DELAY, MAX_DELAY = -1, 2  # months around an onset in which an alert finds it


def onsets(deaths: Grid) -> tuple[Flags, Flags]:
    """Return the months in which an onset falls, and those of them in quiet countries (hard).

    An onset is the first month with at least 10 deaths and twice the mean of the twelve months
    before, whose six-month block (that month on) has at least 50 deaths and 2.5 times the
    earlier rate; none follows within 12 months. It is hard with fewer than 25 deaths in the 24
    months before.

    Args:
        deaths: Months x countries, people; NaN where not covered.
    """
    before = trailing(deaths, YEAR, lag=1) / YEAR
    block = ahead(deaths, BLOCK, lead=0)
    # Comparisons with NaN are false: no onset where the record does not reach.
    begins = (deaths >= FIRST_MONTH) & (deaths >= FIRST_RISE * before)
    begins &= (block >= BLOCK_DEATHS) & (block / BLOCK >= BLOCK_RISE * before)
    starts = np.zeros_like(begins)
    for country in np.flatnonzero(begins.any(axis=0)):
        last = -REFRACTORY_MONTHS
        for month in np.flatnonzero(begins[:, country]):
            if month - last >= REFRACTORY_MONTHS:
                starts[month, country] = True
                last = int(month)
    return starts, starts & (trailing(deaths, HARD_MONTHS, lag=1) < HARD_QUIET)


def followed(deaths: Grid) -> Grid:
    """Return 1 where the next six months ran higher, 0 where not, NaN where it is not known yet.

    Higher means at least 25 deaths in those six months, at 1.5 times the rate of the twelve
    months before the month itself.
    """
    after, before = ahead(deaths, BLOCK), trailing(deaths, YEAR, lag=1)
    more = (after >= TRUE_DEATHS) & (after / BLOCK >= TRUE_RISE * before / YEAR)
    return np.where(np.isnan(after) | np.isnan(before), np.nan, more.astype(float))


def excess(deaths: Grid) -> Grid:
    """Return deaths of the six months from each on above the rate of the year before; NaN unless known."""
    return ahead(deaths, BLOCK, lead=0) - BLOCK * trailing(deaths, YEAR, lag=1) / YEAR


def around(starts: Flags) -> Flags:
    """Return the months in which an alert would find an onset: one before to two after."""
    window = np.zeros_like(starts)
    for month, country in np.argwhere(starts):
        window[max(0, month + MIN_DELAY) : month + MAX_DELAY + 1, country] = True
    return window
