"""The stage of a situation, from evidence: up at once, down after a delay, never by weight.

Two readings make DESIGN's table work month by month. A month of 25 deaths makes a year of 25, so
an alert alone would always be an active crisis: here one opens at 25 only if the violence was
there before the alert month. And a rate that halves counts as de-escalation once the twelve
months hold fewer than 1,000 deaths.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ewdash.analysis.panels import Flags, Grid, trailing
from ewdash.model.errors import OverrideRefusedError
from ewdash.model.situations import (
    ACUTE,
    CONCERN,
    CRISIS,
    FRAGILE,
    INTENSE,
    PATTERN,
    ROUTINE,
    STAGES,
)

# Months without the evidence after which a stage closes.
CLOSES = {CONCERN: 12, PATTERN: 6, ACUTE: 6, CRISIS: 12, INTENSE: 12}
FRAGILE_MONTHS, HALVED_MONTHS = 24, 6
CRISIS_MIN, CRISIS_SURE, WAR = 25, 100, 1000  # deaths in twelve months


@dataclass(frozen=True)
class Evidence:
    """What opens stages, months x countries: deaths, alerts and slow signs (1, 0, NaN unknown)."""

    deaths: Grid
    alert: Flags
    strong: Flags
    rights: Grid
    displacement: Grid
    incidents: Grid


def stages(evidence: Evidence) -> tuple[Grid, Grid]:
    """Return the stage of each month, and how many months it has lasted.

    Args:
        evidence: Evidence of one record, from its beginning.

    Returns:
        Stages 0 to 6, NaN in months whose twelve months are not all known (the stage before
        is then carried over them), and months since the stage opened.
    """
    deaths = evidence.deaths
    year = trailing(deaths, 12)
    prior = trailing(deaths, 12, lag=1)
    half = trailing(deaths, HALVED_MONTHS)
    slow = (evidence.rights == 1).astype(int) + (evidence.displacement == 1) + (evidence.incidents == 1)
    opens = {
        INTENSE: year >= WAR,
        CRISIS: (year >= CRISIS_SURE) | (evidence.alert & (prior >= CRISIS_MIN)),
        ACUTE: evidence.strong,
        PATTERN: evidence.alert | (slow >= 2),
        CONCERN: slow >= 1,
    }
    holds = opens | {CRISIS: year >= CRISIS_MIN}
    halved = (half / HALVED_MONTHS <= 0.5 * trailing(deaths, 12, lag=HALVED_MONTHS) / 12) & (year < WAR)
    alerted = evidence.alert | evidence.strong
    stage = np.full(deaths.shape, np.nan)
    duration = np.full(deaths.shape, np.nan)
    for country in range(deaths.shape[1]):
        column = {level: flags[:, country] for level, flags in opens.items()}
        support = {level: flags[:, country] for level, flags in holds.items()}
        now = ROUTINE
        age = quiet = 0
        for month in np.flatnonzero(~np.isnan(year[:, country])):
            top = max((level for level, flags in column.items() if flags[month]), default=ROUTINE)
            supported = now in support and bool(support[now][month])
            quiet = 0 if supported else quiet + 1
            after = _next(
                now,
                top,
                age,
                quiet,
                alerted=bool(alerted[month, country]),
                halved=bool(halved[month, country]),
            )
            age, quiet = (age + 1, quiet) if after == now else (0, 0)
            now = after
            stage[month, country], duration[month, country] = now, age
    return stage, duration


def _next(now: int, top: int, age: int, quiet: int, *, alerted: bool, halved: bool) -> int:
    """Return the stage of a month from the one before.

    Args:
        now: The stage before.
        top: The highest stage that this month's evidence opens.
        age: Months the stage has lasted.
        quiet: Months in a row without its evidence, this one included.
        alerted: An alert was given.
        halved: The rate has halved for six months.
    """
    if now == FRAGILE:
        return top if alerted or top == INTENSE or age >= FRAGILE_MONTHS else FRAGILE
    if top > now:
        return top
    if now in (CRISIS, INTENSE) and halved and not alerted:
        return FRAGILE
    return top if quiet >= CLOSES.get(now, 0) and now != ROUTINE else now


def allowed(months: pd.Series, *, country: str, month: pd.Timestamp, stage: int, reason: str) -> None:
    """Check an analyst's stage before it is kept.

    Args:
        months: The months of the country's record.
        country: Name, for the refusal.
        month: First day of the month from which the reading holds.
        stage: One of `STAGES`.
        reason: Why; it must not be empty.

    Raises:
        OverrideRefusedError: If the month is not in the record, the stage none, or no reason given.
    """
    if month not in set(months) or stage not in STAGES or not reason.strip():
        raise OverrideRefusedError(country=country, month=f"{month:%Y-%m}")


def readings_of(overrides: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    """Return one country's own readings as months: each holds until the next.

    Args:
        overrides: ``month`` and ``stage`` of one country.
        last: The last month of the record.

    Returns:
        ``month``, ``stage`` and ``vintage`` ("analyst").
    """
    rows = overrides.sort_values("month", kind="stable")
    if rows.empty:
        return pd.DataFrame({"month": pd.to_datetime([]), "stage": [], "vintage": []})
    months = pd.date_range(rows["month"].min(), max(last, rows["month"].max()), freq="MS")
    readings = rows.set_index("month")["stage"].reindex(months).ffill().astype(int)
    return pd.DataFrame({"month": months, "stage": readings.to_numpy(), "vintage": "analyst"})
