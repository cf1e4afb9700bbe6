"""How good a rule was: precision, recall, delay and burden, with intervals over countries."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.onsets import MAX_DELAY, MIN_DELAY, around, excess, followed, onsets
from ewdash.analysis.panels import Flags, Grid, Panel

DRAWS, SEED = 500, 4531  # bootstrap draws of whole countries; the seed makes them the same each time
INTERVAL = (0.05, 0.95)
KNOWN_AFTER = pd.DateOffset(months=1, days=19)  # from a month's first day until its figures are out
STANDS_MONTHS = 6  # in which an alert is still news


@dataclass(frozen=True)
class Scorecard:
    """One rule over one period.

    Args:
        per_month: Alerts a month, all countries.
        precision: Share of alerts whose next six months ran higher (`onsets.followed`).
        either: Share of alerts of which that holds, or which stood at an onset (`onsets.around`).
        recall: Share of onsets with an alert one month before to two after.
        deaths_recall: The same, each onset by its deaths above the earlier rate (`onsets.excess`).
        hard_recall: The same for onsets in quiet countries.
        delay: Mean months from the onset to the alert that found it (-1 to 2).
        alerts: Alerts with a known outcome.
    """

    per_month: float
    precision: float
    either: float
    recall: float
    deaths_recall: float
    hard_recall: float
    delay: float
    alerts: int
    onsets: int
    hard_onsets: int


@dataclass(frozen=True)
class Counts:
    """The same as counts per country, from which any set of countries can be summed."""

    issued: npt.NDArray[np.int64]
    known: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    either: npt.NDArray[np.int64]
    onsets: npt.NDArray[np.int64]
    found: npt.NDArray[np.int64]
    hard: npt.NDArray[np.int64]
    hard_found: npt.NDArray[np.int64]
    delay: npt.NDArray[np.int64]
    excess: npt.NDArray[np.int64]
    excess_found: npt.NDArray[np.int64]
    months: int

    def of(self, countries: npt.NDArray[np.bool_]) -> "Counts":
        """Return the counts of some countries."""
        parts = {name: getattr(self, name) for name in Counts.__dataclass_fields__ if name != "months"}
        return Counts(**{name: part[countries] for name, part in parts.items()}, months=self.months)


@dataclass(frozen=True)
class Openings:
    """Onsets an alert stood for at the next opening of a session, of how many, and alerts on the table."""

    met: int
    onsets: int
    alerts: float
    sessions: int


def first_find(alert: Flags, month: int, country: int) -> int | None:
    """Return the delay in months of the first alert around an onset, None if there is none."""
    start = max(0, month + MIN_DELAY)
    inside = np.flatnonzero(alert[start : month + MAX_DELAY + 1, country])
    return int(inside[0] + start - month) if len(inside) else None


def counted(alert: Flags, panel: Panel, first: str, last: str) -> Counts:
    """Count alerts and onsets of each country in a period."""
    period = panel.between(first, last)
    begins, hard = onsets(panel.deaths)
    after, more = followed(panel.deaths), excess(panel.deaths)
    issued = alert & period
    known = issued & ~np.isnan(after)
    size = panel.deaths.shape[1]
    hits, hard_hits, delay, deaths = (np.zeros(size, dtype=np.int64) for _ in range(4))
    for month, country in np.argwhere(begins & period):
        lag = first_find(alert, month, country)
        if lag is not None:
            hits[country] += 1
            delay[country] += lag
            hard_hits[country] += int(hard[month, country])
            deaths[country] += round(more[month, country])
    return Counts(
        issued=issued.sum(axis=0),
        known=known.sum(axis=0),
        right=(known & (after == 1)).sum(axis=0),
        either=(known & ((after == 1) | around(begins))).sum(axis=0),
        onsets=(begins & period).sum(axis=0),
        found=hits,
        hard=(hard & period).sum(axis=0),
        hard_found=hard_hits,
        delay=delay,
        excess=np.where(begins & period, more.round(), 0).sum(axis=0).astype(np.int64),
        excess_found=deaths,
        months=int(period.sum()),
    )


def _shares(total: dict[str, npt.NDArray[np.int64]], months: int) -> dict[str, npt.NDArray[np.float64]]:
    """Return the scorecard's shares of summed counts; a share of nothing is NaN."""
    parts = {
        "per_month": (total["issued"], np.full_like(total["issued"], months)),
        "precision": (total["right"], total["known"]),
        "either": (total["either"], total["known"]),
        "recall": (total["found"], total["onsets"]),
        "deaths_recall": (total["excess_found"], total["excess"]),
        "hard_recall": (total["hard_found"], total["hard"]),
        "delay": (total["delay"], total["found"]),
    }
    return {
        name: np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
        for name, (part, whole) in parts.items()
    }


def _totals(
    counts: Counts, pick: npt.NDArray[np.int64] | slice = slice(None)
) -> dict[str, npt.NDArray[np.int64]]:
    """Sum the counts of some countries, or of each draw of countries, over the last axis."""
    names = (name for name in Counts.__dataclass_fields__ if name != "months")
    return {name: np.asarray(getattr(counts, name)[pick].sum(axis=-1)) for name in names}


def summed(counts: Counts, pick: npt.NDArray[np.int64] | slice = slice(None)) -> Scorecard:
    """Sum the counts of some countries into a scorecard."""
    total = _totals(counts, pick)
    shares = {name: float(value) for name, value in _shares(total, counts.months).items()}
    return Scorecard(
        **shares,
        alerts=int(total["known"]),
        onsets=int(total["onsets"]),
        hard_onsets=int(total["hard"]),
    )


def scorecard(alert: Flags, panel: Panel, first: str, last: str) -> Scorecard:
    """Score a rule's alerts (after the mute) over the months from ``first`` to ``last``."""
    return summed(counted(alert, panel, first, last))


def at_openings(alert: Flags, panel: Panel, openings: pd.DatetimeIndex, first: str, last: str) -> Openings:
    """Say what stood on the table when sessions opened.

    An alert is known when the preliminary figures of its month come out, about the 20th of the next
    one, and stands for six months. An onset counts at the first opening after its own month is known.

    Args:
        alert: Alerts after the mute.
        panel: The record.
        openings: First days of the sessions, ascending.
        first: First month of the period, such as 2010-01.
        last: Its last month.
    """
    period = panel.between(first, last)
    begins, _ = onsets(panel.deaths)
    known = panel.months + KNOWN_AFTER
    over = known + pd.DateOffset(months=STANDS_MONTHS)

    def standing(day: pd.Timestamp) -> Flags:
        table: Flags = np.any(alert[np.asarray((known <= day) & (day < over))], axis=0)
        return table

    cells = [(openings[openings >= known[month]], country) for month, country in np.argwhere(begins & period)]
    met = [bool(standing(after[0])[country]) for after, country in cells if len(after)]
    inside = openings[(openings >= pd.Timestamp(first)) & (openings <= pd.Timestamp(last))]
    tables = [int(standing(day).sum()) for day in inside]
    return Openings(sum(met), len(met), float(np.mean(tables)), len(tables))


def draws(countries: int) -> npt.NDArray[np.int64]:
    """Return which countries each bootstrap draw takes: whole countries, because months cling together."""
    return np.random.default_rng(SEED).integers(0, countries, size=(DRAWS, countries))


def intervals(counts: Counts) -> dict[str, tuple[float, float]]:
    """Return 90 % intervals of the scorecard's shares, resampling countries."""
    shares = _shares(_totals(counts, draws(len(counts.issued))), counts.months)
    return {name: spanned(list(values)) for name, values in shares.items()}


def spanned(values: list[float]) -> tuple[float, float]:
    """Return the 5 % and 95 % quantiles of what is known."""
    numbers = np.array([value for value in values if not np.isnan(value)])
    low, high = np.quantile(numbers, INTERVAL) if len(numbers) else (np.nan, np.nan)
    return float(low), float(high)


def calibration(probabilities: Grid, outcomes: Grid, *, bins: int = 10) -> list[tuple[float, float, int]]:
    """Return mean forecast, share that came true and number, in bins of equal size."""
    order = np.argsort(probabilities, kind="stable")
    parts = np.array_split(order, bins)
    return [
        (float(probabilities[part].mean()), float(outcomes[part].mean()), len(part))
        for part in parts
        if len(part)
    ]
