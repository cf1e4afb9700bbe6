"""The monthly review: who deteriorated, improved or stayed, and the evidence for each."""

from collections.abc import Mapping, Sequence

import numpy as np

from ewdash.analysis.panels import Grid
from ewdash.analysis.signals_at import WEIGHT, Alert, Row, staged
from ewdash.model.situations import LOWER_BOUND

WORSE, BETTER, SAME, WITHHELD = "worse", "better", "same", "withheld"
DIRECTIONS = (WORSE, BETTER, SAME, WITHHELD)  # order of the table
# The lowest level whose opening or closing counts as a move (25 deaths in twelve months): between
# "none" and "1-24" a single death would decide.
MIN_LEVEL = 2


def review(now: Sequence[Row], earlier: Sequence[Row], alerts: Mapping[str, Alert]) -> list[Row]:
    """Compare each country's month with an earlier one, inside one state of the record.

    A situation deteriorated if an alert was given since the earlier month, or its stage or its
    level went up; it improved if none of these holds and its stage or its level went down. Where
    signs disagree the warning counts, and the signs stay apart in the columns. A level below
    `MIN_LEVEL` on both sides is no move, nor is one that is not known on both. Where the earlier month
    has no stage in the same vintage, and no alert was given, the comparison is withheld. So is a fall of
    lower bounds: they can show a rise, and no rise of stage to where a more complete record of the
    earlier month already was.

    Args:
        now: Rows of `signal_month`, of the month under review.
        earlier: Those of the other month.
        alerts: The latest alert of each country since (`signals_at.latest`).

    Returns:
        `signals_at.staged` (one row per iso3), with ``stage_before``, ``level_before`` and
        ``deaths_12_before`` (of the earlier month, NaN if unknown), ``stage_moved`` and ``level_moved`` (-1
        down, 0, 1 up), ``fell_short`` (lower bounds that fell, and no sign of worsening), ``alerted`` (the
        latest alert since, None if none) and ``direction`` (one of `DIRECTIONS`). Worst first: directions in
        order; among those that deteriorated strong alerts, then stages gained, then the month's rise; among
        those that improved stages lost, then deaths fewer; the rest by deaths in twelve months.
    """
    rows = list(staged(now).values())
    weight_before = {code: WEIGHT[int(row["stage"])] for code, row in staged(earlier).items()}
    same_vintage = {(row["iso3"], row["vintage"]): row for row in earlier}
    before = [same_vintage.get((row["iso3"], row["vintage"]), {}) for row in rows]
    alerted = [alerts.get(row["iso3"]) for row in rows]
    alert = np.array([found.strength if found else 0 for found in alerted], dtype=int)
    bounds = np.array([row["vintage"] == LOWER_BOUND for row in rows], dtype=bool)
    weight, stage_before = _weights(_numbers(rows, "stage")), _numbers(before, "stage")
    gained = weight - _weights(stage_before)
    known = np.array([weight_before.get(row["iso3"], np.nan) for row in rows], dtype=float)
    gained = np.where(bounds & (gained > 0) & (weight <= known), 0, gained)
    level, level_before = _numbers(rows, "level"), _numbers(before, "level")
    counts = np.fmax(level, level_before) >= MIN_LEVEL
    stage_moved = np.sign(np.nan_to_num(gained)).astype(int)
    level_moved = np.sign(np.nan_to_num(np.where(counts, level - level_before, 0))).astype(int)
    worse = (alert > 0) | (stage_moved > 0) | (level_moved > 0)
    better = ~worse & ((stage_moved < 0) | (level_moved < 0))
    deaths, deaths_before = _numbers(rows, "deaths_12"), _numbers(before, "deaths_12")
    comparable = ~np.isnan(stage_before)
    fell_short = bounds & better & comparable
    direction = np.where(better & comparable, BETTER, SAME)
    direction = np.where(worse, WORSE, np.where(~comparable | fell_short, WITHHELD, direction))
    size = np.where(worse, -_numbers(rows, "change"), -np.where(better, deaths_before - deaths, deaths))
    found = {
        "stage_before": stage_before,
        "level_before": level_before,
        "deaths_12_before": deaths_before,
        "stage_moved": np.where(bounds, np.maximum(stage_moved, 0), stage_moved),
        "level_moved": np.where(bounds, np.maximum(level_moved, 0), level_moved),
        "fell_short": fell_short,
        "direction": direction,
    }
    columns = [values.tolist() for values in found.values()]
    moves = [dict(zip(found, values, strict=True)) for values in zip(*columns, strict=True)]
    keys = zip(
        [DIRECTIONS.index(name) for name in direction.tolist()],
        (-alert).tolist(),
        (-np.abs(np.nan_to_num(gained))).tolist(),
        np.nan_to_num(size).tolist(),
        [row["iso3"] for row in rows],
        range(len(rows)),
        strict=True,
    )
    order = [key[-1] for key in sorted(keys)]
    return [rows[place] | moves[place] | {"alerted": alerted[place]} for place in order]


def _numbers(rows: Sequence[Row], name: str) -> Grid:
    """Return a column as fractions, NaN where unknown."""
    return np.array([row.get(name, np.nan) for row in rows], dtype=float)


def _weights(stages: Grid) -> Grid:
    """Return how serious each stage is, NaN where unknown."""
    return np.array([WEIGHT.get(stage, np.nan) for stage in stages.tolist()], dtype=float)
