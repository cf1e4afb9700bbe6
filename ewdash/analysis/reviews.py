"""The monthly review: who deteriorated, improved or stayed, and the evidence for each."""

import numpy as np
import pandas as pd

from ewdash.analysis.panels import Grid
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
    newest = at_month(earlier, month - pd.DateOffset(months=back))
    weight_before = dict(zip(newest["iso3"], _weights(newest["stage"]), strict=True))
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
    # Plain arrays from here on: each step of a table of two hundred rows costs more than all steps of these.
    alert = np.nan_to_num(_numbers(out["alert_since"])).astype(int)
    bounds = (out["vintage"] == LOWER_BOUND).to_numpy(dtype=bool)
    weight, stage_before = _weights(out["stage"]), _numbers(out["stage_before"])
    gained = weight - _weights(out["stage_before"])
    known = np.array([weight_before.get(code, np.nan) for code in out["iso3"]], dtype=float)
    gained = np.where(bounds & (gained > 0) & (weight <= known), 0, gained)
    level, level_before = _numbers(out["level"]), _numbers(out["level_before"])
    counts = np.fmax(level, level_before) >= MIN_LEVEL
    stage_moved = np.sign(np.nan_to_num(gained)).astype(int)
    level_moved = np.sign(np.nan_to_num(np.where(counts, level - level_before, 0))).astype(int)
    worse = (alert > 0) | (stage_moved > 0) | (level_moved > 0)
    better = ~worse & ((stage_moved < 0) | (level_moved < 0))
    deaths, before = _numbers(out["deaths_12"]), _numbers(out["deaths_12_before"])
    comparable = ~np.isnan(stage_before)
    fell_short = bounds & better & comparable
    direction = np.where(better & comparable, BETTER, SAME)
    direction = np.where(worse, WORSE, np.where(~comparable | fell_short, WITHHELD, direction)).tolist()
    size = np.where(worse, -_numbers(out["change"]), -np.where(better, before - deaths, deaths))
    out = out.assign(
        alert_since=alert,
        stage_moved=np.where(bounds, np.maximum(stage_moved, 0), stage_moved),
        level_moved=np.where(bounds, np.maximum(level_moved, 0), level_moved),
        fell_short=fell_short,
        direction=pd.Series(direction, index=out.index, dtype="str"),
    )
    places = [DIRECTIONS.index(name) for name in direction]
    keys = zip(
        places,
        (-alert).tolist(),
        (-np.abs(np.nan_to_num(gained))).tolist(),
        np.nan_to_num(size).tolist(),
        out["iso3"].tolist(),
        range(len(out)),
        strict=True,
    )
    return out.take([key[-1] for key in sorted(keys)]).reset_index(drop=True)


def _numbers(column: pd.Series) -> Grid:
    """Return a column as fractions, NaN where unknown."""
    return column.to_numpy(dtype=float, na_value=np.nan)


def _weights(stages: pd.Series) -> Grid:
    """Return how serious each stage is, NaN where unknown."""
    return np.array([WEIGHT.get(stage, np.nan) for stage in stages.tolist()], dtype=float)
