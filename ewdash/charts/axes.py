"""Axes for counts that differ by orders of magnitude: logarithmic with a zero, or cut above the rest."""

import itertools

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n

# A few months can be a hundred times the rest. At most so many may leave the axis, and only if
# the highest is so many times the rest.
MAX_CUT, MIN_RATIO = 3, 4.0
MIN_HEIGHT = "least-of-height"  # in a figure's meta: the part of a picture that its first plot needs
HEADROOM = 1.08  # of the highest value: air above the line


def logged(values: pd.Series) -> "pd.Series[float]":
    """Return counts as heights of a logarithmic axis on which 0 lies at the foot: log10(n + 1)."""
    return pd.Series(
        np.log10(values.astype("Float64").to_numpy(dtype=float, na_value=np.nan) + 1), values.index
    )


def log_ticks(highest: float) -> tuple[list[float], list[str]]:
    """Return positions and names of 0, 10, 100 ... up to the first above ``highest``."""
    powers = range(1, max(1, int(np.ceil(np.log10(max(highest, 1) + 1)))) + 1)
    numbers = [0, *(10**power for power in powers)]
    return [float(np.log10(number + 1)) for number in numbers], [i18n.number(number) for number in numbers]


def band(rows: pd.DataFrame) -> tuple[list[str | None], list[float | None]]:
    """Return the outline of the months that have a low and a high estimate, open where months lack them.

    Args:
        rows: ``month`` (one row each), ``deaths_low``, ``deaths_high`` (people, NA without a band).

    Returns:
        Days and deaths of one closed outline per run of months, with None between runs; a month
        alone is drawn as wide as a month.
    """
    known = np.flatnonzero(rows["deaths_low"].notna() & rows["deaths_high"].notna())
    months = rows["month"].to_numpy()[known]
    order = np.argsort(months, kind="stable")
    months = months[order]
    numbers = months.astype("datetime64[M]").astype(int)
    dates = np.datetime_as_string(months, unit="D").tolist()
    lows, highs = (
        [values[place] for place in known[order]]
        for values in (rows["deaths_low"].tolist(), rows["deaths_high"].tolist())
    )
    breaks = [0, *(np.flatnonzero(np.diff(numbers) != 1) + 1).tolist(), len(dates)]
    days: list[str | None] = []
    deaths: list[float | None] = []
    for first, end in itertools.pairwise(breaks if dates else []):
        edge, low, high = dates[first:end], lows[first:end], highs[first:end]
        if len(edge) == 1:
            month = pd.Timestamp(edge[0])
            edge = [f"{month + pd.Timedelta(days=way):%Y-%m-%d}" for way in (-15, 15)]
            low, high = low * 2, high * 2
        days += [*([None] if days else []), *edge, *edge[::-1]]
        deaths += [*([None] if deaths else []), *high, *low[::-1]]
    return days, deaths


def cut(values: npt.ArrayLike) -> float | None:
    """Return the height at which an axis is cut, or None where it holds everything.

    Args:
        values: All values drawn on the axis.
    """
    descending = np.sort(np.asarray(values, dtype=float))[::-1]
    descending = descending[~np.isnan(descending)]
    if len(descending) <= MAX_CUT:
        return None
    rest = float(descending[MAX_CUT])
    return rest if rest > 0 and descending[0] > MIN_RATIO * rest else None
