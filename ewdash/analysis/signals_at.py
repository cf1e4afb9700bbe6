"""What the signals say at one month: the alerts of late, and who moved up or down."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.vintages import most_complete, most_complete_places
from ewdash.model.situations import FRAGILE, LOWER_BOUND, ROUTINE, VINTAGES

RECENT_MONTHS = 6  # months in which an alert is still news
APART = 10_000  # months from one course to the next, more than any has
# A rank for "more serious": de-escalation is less than any crisis and more than a concern.
WEIGHT = {0: 0, 1: 1, 6: 2, 2: 3, 3: 4, 4: 5, 5: 6}

Row = dict[str, Any]  # of `signal_month`, by the names of its columns


class Alert(NamedTuple):
    """An alert: where and of which month, in which vintage, 1 plain or 2 strong, deaths, times the usual."""

    iso3: str
    month: pd.Timestamp
    vintage: str
    strength: int
    deaths: int
    change: float


def at_month(signals: pd.DataFrame, month: pd.Timestamp) -> pd.DataFrame:
    """Return one row per country: the most complete vintage in which it has a stage.

    Args:
        signals: `signal_month`.
        month: First day of the month asked for.
    """
    return of_each_month(signals[signals["month"] == month])


def of_each_month(signals: pd.DataFrame) -> pd.DataFrame:
    """Return one row per country and month: the most complete vintage in which it has a stage.

    Args:
        signals: `signal_month`.
    """
    return signals.take(places_of_each_month(signals))


def places_of_each_month(signals: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Return where the rows of `of_each_month` stand.

    Args:
        signals: `signal_month`.
    """
    return most_complete_places(signals, ["iso3", "month"], signals["stage"].notna().to_numpy())


def window(signals: pd.DataFrame, last: pd.Timestamp, *, months: int = RECENT_MONTHS) -> pd.DataFrame:
    """Return one row per country and month up to ``last``, in its most complete vintage, newest first.

    Args:
        signals: `signal_month`.
        last: The newest month.
        months: How many, the newest included.
    """
    since = last - pd.DateOffset(months=months - 1)
    return complete(signals[signals["month"].between(since, last)])


def complete(signals: pd.DataFrame) -> pd.DataFrame:
    """Return one row per country and month, in its most complete vintage, newest first.

    Args:
        signals: `signal_month`.
    """
    rows = most_complete(signals, ["iso3", "month"])
    return rows.take(np.argsort(-rows["month"].to_numpy().astype(int), kind="stable"))


def recent_alerts(signals: pd.DataFrame, last: pd.Timestamp, *, months: int = RECENT_MONTHS) -> pd.DataFrame:
    """Return each country's latest alert of the months up to ``last``.

    Each month is read in its most complete vintage.

    Args:
        signals: `signal_month`.
        last: The newest month.
        months: How far back, the newest included.

    Returns:
        Rows of `signal_month` with an alert, the newest first, then strong ones, then the sharpest
        rise.
    """
    rows = alerts(window(signals, last, months=months))
    return rows.drop_duplicates("iso3").reset_index(drop=True)


def alerts(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with an alert, the newest first, then strong ones, then the sharpest rise.

    Args:
        rows: One row per country and month of `signal_month`.
    """
    rows = rows[rows["alert"].fillna(0) > 0]
    return rows.sort_values(["month", "alert", "change", "iso3"], ascending=[False, False, False, True])


def crossing(signals: pd.DataFrame, last: pd.Timestamp, *, months: int = RECENT_MONTHS) -> pd.DataFrame:
    """Return the months for which events that run over their end leave open whether there is an alert.

    Args:
        signals: `signal_month`.
        last: The newest month.
        months: How far back, the newest included.
    """
    rows = window(signals, last, months=months)
    return rows[rows["unjudged"] == "crossing"]


def moved(signals: pd.DataFrame, now: pd.DataFrame, *, months: int = RECENT_MONTHS) -> pd.DataFrame:
    """Return each country's stage at a month and ``months`` before, in one vintage.

    Where the vintage does not reach back so far, its first stage is taken, and ``since`` says
    which month that was.

    Args:
        signals: `signal_month`.
        now: `of_each_month` of them, of one month or of many.
        months: How far back.

    Returns:
        The rows of ``now`` with ``before``, ``since`` and ``direction`` (-1 better, 0, 1 worse); no
        row where there is no earlier stage to compare with, or where lower bounds fell: they can
        show a rise and never a fall.
    """
    known = signals[signals["stage"].notna()]
    courses = dict.fromkeys(zip(known["iso3"].tolist(), known["vintage"].tolist(), strict=True))
    places = {course: place for place, course in enumerate(courses)}
    keys = _along(known, places)
    order = np.argsort(keys, kind="stable")
    known, keys = known.take(order), keys[order]
    asked = _along(now, places)
    first = np.searchsorted(keys, asked - months)
    held = keys[first] < asked
    out, earlier = now[held], known.take(first[held])
    height = np.array([WEIGHT[stage] for stage in range(len(WEIGHT))])
    out = out.assign(
        before=earlier["stage"].to_numpy(dtype=float),
        since=earlier["month"].to_numpy(),
        direction=np.sign(
            height[out["stage"].to_numpy(dtype=int)] - height[earlier["stage"].to_numpy(dtype=int)]
        ),
    )
    return out[(out["vintage"] != LOWER_BOUND) | (out["direction"] >= 0)]


def _along(rows: pd.DataFrame, places: Mapping[tuple[str, str], int]) -> npt.NDArray[np.int64]:
    """Return where rows stand when the courses of all countries and vintages lie one after the other."""
    pairs = zip(rows["iso3"].tolist(), rows["vintage"].tolist(), strict=True)
    month = rows["month"].to_numpy().astype("datetime64[M]").astype(np.int64)
    return np.array([places[pair] for pair in pairs], dtype=np.int64) * APART + month


def reason(row: "Row | Mapping[Hashable, Any] | pd.Series[Any]") -> str:
    """Return the evidence that keeps a stage open, as the key of a sentence (`reason-<key>`)."""
    stage = int(row["stage"])
    if stage == ROUTINE:
        return "none"
    if stage == FRAGILE:
        return "halved"
    if stage >= 4:
        return "war" if stage == 5 else "crisis"
    if any(pd.notna(row[name]) and row[name] > 0 for name in ("fired", "alert")):
        return "alert"
    slow = [name for name in ("rights", "displacement", "incidents") if row[name] == 1]
    return "slow-several" if len(slow) > 1 else f"slow-{slow[0]}" if slow else "closing"


def stretches(stages: pd.DataFrame) -> pd.DataFrame:
    """Return the periods one country spent in each stage, newest first.

    Args:
        stages: One country and vintage of `signal_month`.

    Returns:
        ``stage``, ``first``, ``last`` (months) and the row that opened it (its evidence).
    """
    rows = stages[stages["stage"].notna()].sort_values("month", kind="stable")
    run = rows["stage"].ne(rows["stage"].shift()).cumsum()
    opening = run.ne(run.shift())  # `first` of a group would take each column's first known value
    openings = rows[opening].set_index(run[opening].to_numpy())
    openings["first"] = openings["month"]
    openings["last"] = rows.groupby(run)["month"].max()
    return openings.sort_values("first", ascending=False, ignore_index=True, kind="stable")


def all_alerts(signals: pd.DataFrame) -> tuple[Alert, ...]:
    """Return all alerts in the order of `recent_alerts`, each month read in its most complete vintage.

    Args:
        signals: `signal_month`.
    """
    rows = alerts(complete(signals))
    names = ["iso3", "month", "vintage", "alert", "deaths_month", "change"]
    return tuple(
        Alert(code, month, vintage, int(strength), int(deaths), float(change))
        for code, month, vintage, strength, deaths, change in zip(
            *(rows[name].tolist() for name in names), strict=True
        )
    )


def latest(found: Sequence[Alert], after: pd.Timestamp, last: pd.Timestamp) -> dict[str, Alert]:
    """Return each country's latest alert of the months after one and up to another, in order.

    Args:
        found: `all_alerts`.
        after: The last month that is not looked at.
        last: The newest month.
    """
    out: dict[str, Alert] = {}
    for alert in found:
        if after < alert.month <= last:
            out.setdefault(alert.iso3, alert)
    return out


def open_months(signals: pd.DataFrame) -> dict[pd.Timestamp, tuple[str, ...]]:
    """Return month -> countries for which events over its end leave open whether there is an alert.

    Args:
        signals: `signal_month`; each month is read in its most complete vintage.
    """
    rows = most_complete(signals, ["month", "iso3"])
    return _countries(rows[rows["unjudged"] == "crossing"])


def unjudged_months(signals: pd.DataFrame) -> dict[pd.Timestamp, tuple[str, ...]]:
    """Return month -> countries of which it cannot be told whether there is an alert.

    Args:
        signals: `signal_month`; each month is read in its most complete vintage with a stage.
    """
    rows = of_each_month(signals)
    return _countries(rows[rows["unjudged"].notna()])


def _countries(rows: pd.DataFrame) -> dict[pd.Timestamp, tuple[str, ...]]:
    out: dict[pd.Timestamp, list[str]] = {}
    for code, month in zip(rows["iso3"].tolist(), rows["month"].tolist(), strict=True):
        out.setdefault(month, []).append(code)
    return {month: tuple(codes) for month, codes in out.items()}


def staged(rows: Sequence[Row]) -> dict[str, Row]:
    """Return each country's row of one month: the most complete vintage in which it has a stage.

    Args:
        rows: Of `signal_month`, of one month.
    """
    ranks = {vintage: place for place, vintage in enumerate(VINTAGES)}
    out: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: ranks[row["vintage"]]):
        if not pd.isna(row["stage"]):
            out.setdefault(row["iso3"], row)
    return out
