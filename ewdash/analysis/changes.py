"""What came into the record after a day: alerts, changes of stage, acts, revisions."""

from datetime import date

import pandas as pd

from ewdash.analysis.signals_at import WEIGHT, of_each_month
from ewdash.model.situations import LOWER_BOUND


def alerts(signals: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the alerts of months that ended after a day, newest first.

    Each month is read in its most complete vintage.

    Args:
        signals: `signal_month`.
        since: The day.

    Returns:
        Rows of ``signals``.
    """
    rows = of_each_month(signals[_late(signals, since)])
    return rows[rows["alert"].fillna(0) > 0].sort_values(["month", "iso3"], ascending=[False, True])


def unjudged(signals: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the months that ended after a day for which no alert can be computed, newest first.

    Args:
        signals: `signal_month`.
        since: The day.
    """
    rows = of_each_month(signals[_late(signals, since)])
    return rows[rows["alert"].isna()].sort_values(["month", "iso3"], ascending=[False, True])


def stages(signals: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the changes of stage in months that ended after a day, newest first.

    A change is taken inside one vintage, the most complete of the month. Lower bounds can show a
    rise and never a fall, and no rise to where a more complete record of the month before already was.

    Args:
        signals: `signal_month`.
        since: The day.

    Returns:
        Rows of ``signals`` plus ``before``, the stage of the month before.
    """
    window = signals[signals["stage"].notna() & _late(signals, since, back=1)]
    window = window.sort_values(["iso3", "vintage", "month"])
    window = window.assign(before=window.groupby(["iso3", "vintage"])["stage"].shift())
    rows = of_each_month(window)
    weight_before = rows.groupby("iso3")["stage"].shift().map(WEIGHT)  # what was known of the month before
    weight, before = rows["stage"].map(WEIGHT), rows["before"].map(WEIGHT)
    supported = (rows["vintage"] != LOWER_BOUND) | ((weight > before) & ~(weight <= weight_before))
    changes = rows["before"].notna() & (weight != before) & supported
    return rows[changes & _late(rows, since)].sort_values(["month", "iso3"], ascending=[False, True])


def _late(signals: pd.DataFrame, since: date, *, back: int = 0) -> "pd.Series[bool]":
    """Tell which months, or the months up to ``back`` before them, ended after a day."""
    return signals["month"] + pd.DateOffset(months=back) + pd.offsets.MonthEnd(0) > pd.Timestamp(since)


def after(rows: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the rows dated after a day, newest first.

    Args:
        rows: Any with ``date``.
        since: The day.
    """
    return rows[rows["date"] > pd.Timestamp(since)].sort_values("date", ascending=False, kind="stable")
