"""What came into the record after a day: alerts, changes of stage, acts, revisions."""

from datetime import date

import pandas as pd

from ewdash.model.situations import LOWER_BOUND


def alerts(signals: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the alerts of months that ended after a day, newest first.

    Args:
        signals: `signal_month`.
        since: The day.

    Returns:
        Rows of ``signals``.
    """
    late = signals["month"] + pd.offsets.MonthEnd(0) > pd.Timestamp(since)
    return signals[late & (signals["alert"] > 0)].sort_values(["month", "iso3"], ascending=[False, True])


def stages(signals: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the changes of stage in months that ended after a day, newest first.

    A change is taken inside one vintage; lower bounds are left out, because they change nothing.

    Args:
        signals: `signal_month`.
        since: The day.

    Returns:
        Rows of ``signals`` plus ``before``, the stage of the month before.
    """
    rows = signals[(signals["vintage"] != LOWER_BOUND) & signals["stage"].notna()]
    rows = rows.sort_values(["iso3", "vintage", "month"])
    before = rows.groupby(["iso3", "vintage"])["stage"].shift()
    rows = rows.assign(before=before)
    late = rows["month"] + pd.offsets.MonthEnd(0) > pd.Timestamp(since)
    moved = rows["before"].notna() & (rows["before"] != rows["stage"])
    return rows[late & moved].sort_values(["month", "iso3"], ascending=[False, True])


def after(rows: pd.DataFrame, since: date) -> pd.DataFrame:
    """Return the rows dated after a day, newest first.

    Args:
        rows: Any with ``date``.
        since: The day.
    """
    return rows[rows["date"] > pd.Timestamp(since)].sort_values("date", ascending=False, kind="stable")
