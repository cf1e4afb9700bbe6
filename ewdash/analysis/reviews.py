"""The monthly review: who deteriorated, improved or stayed, and the evidence for each."""

import pandas as pd

from ewdash.analysis.signals_at import WEIGHT, at_month, recent_alerts
from ewdash.model.situations import LOWER_BOUND

WORSE, BETTER, SAME, WITHHELD = "worse", "better", "same", "withheld"
DIRECTIONS = (WORSE, BETTER, SAME, WITHHELD)  # order of the table
# The lowest level whose opening or closing counts as a move (25 deaths in twelve months): between
# "none" and "1-24" a single death would decide.
MIN_LEVEL = 2


def review(signals: pd.DataFrame, month: pd.Timestamp, *, back: int = 1) -> pd.DataFrame:
    """Compare each country's month with an earlier one, inside one state of the record.

    A situation deteriorated if an alert was given since the earlier month, or its stage or its
    level went up; it improved if none of these holds and its stage or its level went down. Where
    signs disagree the warning counts, and the signs stay apart in the columns. A level below
    `COUNTED` on both sides is no move, nor is one that is not known on both. Where the earlier month
    has no stage in the same vintage, and no alert was given, the comparison is withheld. So is a fall of
    lower bounds: they can show a rise, and no rise of stage to where a more complete record of the
    earlier month already was.

    Args:
        signals: `signal_month`.
        month: First day of the month under review.
        back: How many months earlier the other month lies.

    Returns:
        `signals_at.at_month` (one row per iso3), with ``stage_before``, ``level_before`` and
        ``deaths_12_before`` (of the earlier month), ``stage_moved`` and ``level_moved`` (-1 down,
        0, 1 up), ``fell_short`` (lower bounds that fell, and no sign of worsening), ``alerted`` (month
        of the latest alert since, NaT if none), ``alert_since`` (0-2),
        ``vintage_alerted``, ``deaths_alerted`` and ``change_alerted`` (of the month of the alert), and
        ``direction`` (one of `DIRECTIONS`). Worst first: directions in order; among those that deteriorated
        strong alerts, then stages gained, then the month's rise; among those that improved stages
        lost, then deaths fewer; the rest by deaths in twelve months.
    """
    now = at_month(signals, month)
    earlier = signals[signals["month"] == month - pd.DateOffset(months=back)]
    weight_before = (
        at_month(earlier, month - pd.DateOffset(months=back)).set_index("iso3")["stage"].map(WEIGHT)
    )
    earlier = earlier[["iso3", "vintage", "stage", "level", "deaths_12"]].rename(
        columns={name: f"{name}_before" for name in ("stage", "level", "deaths_12")}
    )
    alerts = recent_alerts(signals, month, months=back)[
        ["iso3", "month", "vintage", "alert", "deaths_month", "change"]
    ].rename(
        columns={
            "month": "alerted",
            "vintage": "vintage_alerted",
            "alert": "alert_since",
            "deaths_month": "deaths_alerted",
            "change": "change_alerted",
        }
    )
    out = now.merge(earlier, on=["iso3", "vintage"], how="left").merge(alerts, on="iso3", how="left")
    out["alert_since"] = out["alert_since"].fillna(0).astype(int)
    weight, bounds = out["stage"].map(WEIGHT), out["vintage"] == LOWER_BOUND
    gained = weight - out["stage_before"].map(WEIGHT)
    gained = gained.mask(bounds & (gained > 0) & (weight <= out["iso3"].map(weight_before).astype(float)), 0)
    out["stage_moved"] = gained.fillna(0).clip(-1, 1).astype(int)
    step = (out["level"] - out["level_before"]).astype(float)
    counts = out[["level", "level_before"]].astype(float).max(axis=1) >= MIN_LEVEL
    out["level_moved"] = step.where(counts).fillna(0).clip(-1, 1).astype(int)
    worse = (out["alert_since"] > 0) | (out["stage_moved"] > 0) | (out["level_moved"] > 0)
    better = ~worse & ((out["stage_moved"] < 0) | (out["level_moved"] < 0))
    comparable = out["stage_before"].notna()
    out["fell_short"] = bounds & better & comparable
    moves = ["stage_moved", "level_moved"]
    out.loc[bounds, moves] = out.loc[bounds, moves].clip(lower=0)
    out["direction"] = SAME
    out["direction"] = out["direction"].mask(better & comparable, BETTER)
    out["direction"] = out["direction"].mask(~comparable | out["fell_short"], WITHHELD).mask(worse, WORSE)
    decrease = (out["deaths_12_before"] - out["deaths_12"]).astype(float)
    keys = pd.DataFrame(
        {
            "direction": out["direction"].map({name: place for place, name in enumerate(DIRECTIONS)}),
            "alert": -out["alert_since"],
            "stages": -gained.abs().fillna(0),
            "size": (-out["change"].astype(float))
            .where(worse, -decrease.where(better, out["deaths_12"].astype(float)))
            .fillna(0),
            "iso3": out["iso3"],
        }
    )
    return out.loc[keys.sort_values(list(keys.columns)).index].reset_index(drop=True)
