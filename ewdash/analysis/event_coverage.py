"""Of which months of a country single events are at hand, where the months' own deaths are known."""

from collections.abc import Collection, Sequence
from typing import TypeAlias

import pandas as pd

Span: TypeAlias = tuple[pd.Timestamp, pd.Timestamp]  # first and last month, by their first days


def coverage(
    blocks: Sequence[Span], deadly: Collection[pd.Timestamp], period: Span
) -> tuple[list[Span], list[Span]]:
    """Return the stretches of a period of which single events are held, and those of which they are not.

    A release of events is held from its first event of the country to its last. Between such blocks nothing
    is missing where no month has a death; else the stretch is missing, in whole years where it can be.

    Args:
        blocks: First and last month of the events of each release.
        deadly: Months with deaths in the monthly record.
        period: First and last month asked for.
    """
    months = [*pd.date_range(*period, freq="MS")]
    held = {month for first, last in blocks for month in months if first <= month <= last}
    lacking: list[Span] = []
    for first, last in _runs([month for month in months if month not in held]):
        dead = [month for month in deadly if first <= month <= last]
        if dead:
            begin = max(first, min(dead).replace(month=1))
            lacking.append((begin, min(last, max(dead).replace(month=12))))
    return _runs([month for month in months if not any(a <= month <= b for a, b in lacking)]), lacking


def _runs(months: Sequence[pd.Timestamp]) -> list[Span]:
    """Return months in order as stretches without a gap."""
    runs: list[Span] = []
    for month in months:
        if runs and runs[-1][1] + pd.DateOffset(months=1) == month:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    return runs
