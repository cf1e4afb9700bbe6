"""The escalation score: how likely a deadly month is the start of more, with its reasons.

A logistic score on what one country's own months say. It is asked only of months with at least
25 deaths, is the same for every country, and is frozen on 1995-2009. Two variants differ in how
far they look back: `full` needs five years of one vintage, `short` thirteen months, so that it
also answers in the preliminary record, which began in 2025 and is never joined to the final one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.panels import DECIMALS, Grid, Panel, highest, trailing

YEAR = 12  # months
FULL, SHORT = "full", "short"
MAX_MONTHS = 120  # months after which "how long ago" no longer matters
SCORE_DECIMALS = 4  # decimals of a score: thresholds are held against what the table shows

# Features of a kind are one reason to a reader (`driver-<group>`).
GROUPS: dict[str, tuple[str, ...]] = {
    "size": ("y", "l1", "l2", "y*y"),
    "rise": ("r1", "r3", "r3_24", "r6", "slope", "r1*r1", "r3*r3", "r1*y", "r1*sd12"),
    "record": ("m2", "m12", "m24", "m60", "m3_36", "m12*s12", "m24*m24"),
    "persistence": ("up", "since_up", "up*r1"),
    "background": ("s3", "s12", "s36", "r12_36", "base", "median", "s12*s12", "r3*s12", "base*base"),
    "regularity": ("sd12", "some12", "n25_12", "n25_60", "since25", "some12*r1"),
    "kind": ("events_rise", "per_event", "civilians_rise", "one_sided", "state_based"),
}
_PAIRS = {
    FULL: "r1*r1 y*y r1*y r3*r3 m24*m24 r1*sd12 r3*s12 m12*s12 up*r1 some12*r1",
    SHORT: "r1*r1 y*y r1*y r3*r3 r1*sd12 r3*s12 m12*s12 up*r1 some12*r1 base*base",
}


@dataclass(frozen=True)
class Score:
    """A fitted score: coefficients on standardised features, and the two alert thresholds."""

    key: str
    features: tuple[str, ...]
    centre: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    weight: npt.NDArray[np.float64]
    intercept: float
    alert: float
    strong: float


def _log_mean(grid: Grid, months: int, lag: int = 0) -> Grid:
    return np.log1p(trailing(grid, months, lag=lag) / months)


def _since(flags: npt.NDArray[np.bool_]) -> Grid:
    """Return log(1 + months since the flag was last up), not counting this month."""
    out = np.empty(flags.shape)
    months = np.full(flags.shape[1], float(MAX_MONTHS))
    for month in range(len(flags)):
        out[month] = months
        months = np.where(flags[month], 1.0, np.minimum(months + 1, MAX_MONTHS))
    return np.log1p(out)


def features(panel: Panel, key: str) -> dict[str, Grid]:
    """Return the features of a variant: logarithms, ratios and counts of one country's own months.

    Features that need the number of events, civilians or types are NaN where the record does
    not give them; the score then leaves them out (see `probability`).

    Args:
        panel: Counts of one vintage.
        key: `FULL` or `SHORT`.
    """
    deaths = panel.deaths
    log, year = np.log1p(deaths), trailing(deaths, YEAR, lag=1) / YEAR
    violent, loud = (deaths > 0).astype(float), (deaths >= 25).astype(float)
    busy = (deaths >= 2 * year) & (deaths >= 10)
    shifts = [np.vstack([np.full((k, deaths.shape[1]), np.nan), log[: len(log) - k]]) for k in range(6)]
    spread = pd.DataFrame(log).rolling(YEAR).std()
    grids = {
        "y": log,
        "l1": shifts[1],
        "l2": shifts[2],
        "s3": _log_mean(deaths, 3),
        "s12": np.log1p(year),
        "r1": log - np.log1p(year),
        "r3": _log_mean(deaths, 3) - _log_mean(deaths, 10, 3),
        "m12": log - np.log1p(highest(deaths, YEAR)),
        "sd12": spread.shift(1).to_numpy(),
        "some12": trailing(violent, YEAR, lag=1),
        "n25_12": trailing(loud, YEAR, lag=1),
        "slope": np.sum([(2.5 - k) * shifts[k] for k in range(6)], axis=0),
    }
    if key == SHORT:
        pairs = trailing(deaths, 2)
        threshold = np.maximum(2 * year, 10)
        recent = [trailing(deaths, 1, lag=k) >= threshold for k in range(3)]
        grids |= {
            "base": np.log1p(year),
            "r6": _log_mean(deaths, 6) - _log_mean(deaths, 7, 6),
            "m2": np.log1p(pairs / 2) - np.log1p(highest(pairs, 10, lag=2) / 2),
            "median": np.log1p(pd.DataFrame(deaths).rolling(YEAR).median().shift(1).to_numpy()),
            "up": np.sum(recent, axis=0, dtype=float),
        }
    else:
        quarter = trailing(deaths, 3)
        grids |= {
            "s36": _log_mean(deaths, 36, 1),
            "r3_24": _log_mean(deaths, 3) - _log_mean(deaths, 24, 3),
            "r12_36": _log_mean(deaths, YEAR) - _log_mean(deaths, 36, YEAR),
            "m24": log - np.log1p(highest(deaths, 24)),
            "m60": log - np.log1p(highest(deaths, 60)),
            "m3_36": np.log1p(quarter) - np.log1p(highest(quarter, 36, lag=3)),
            "n25_60": trailing(loud, 60, lag=1),
            "up": trailing(busy.astype(float), 3),
            "since25": _since(loud > 0),
            "since_up": _since(busy),
        }
    grids = {name: grid.round(DECIMALS) for name, grid in (grids | _kinds(panel)).items()}
    pairs_of = (pair.split("*") for pair in _PAIRS[key].split())
    return grids | {f"{a}*{b}": (grids[a] * grids[b]).round(DECIMALS) for a, b in pairs_of}


def _kinds(panel: Panel) -> dict[str, Grid]:
    """Return the features that need more than the number of deaths."""

    def rise(grid: Grid) -> Grid:
        return np.log1p(grid) - _log_mean(grid, YEAR, 1)

    counts = panel.counts
    return {
        "events_rise": rise(counts["events"]),
        "per_event": np.log1p(panel.deaths) - np.log1p(counts["events"]),
        "civilians_rise": rise(counts["deaths_civilians"]),
        "one_sided": np.log1p(counts["deaths_one_sided"]),
        "state_based": np.log1p(counts["deaths_state_based"]),
    }


def standardised(score: Score, grids: Mapping[str, Grid]) -> npt.NDArray[np.float64]:
    """Return features in standard deviations; what is not known counts as average."""
    stacked = np.stack([grids[name] for name in score.features], axis=-1)
    optional = np.array([name in GROUPS["kind"] for name in score.features])
    scaled: npt.NDArray[np.float64] = (stacked - score.centre) / score.scale
    return np.where(np.isnan(scaled) & optional, 0.0, scaled)


def probability(score: Score, scaled: npt.NDArray[np.float64]) -> Grid:
    """Return the score, 0 to 1, as it is shown; NaN where the months behind are not all known."""
    value: Grid = 1 / (1 + np.exp(-(scaled @ score.weight + score.intercept)))
    return value.round(SCORE_DECIMALS)


def drivers(score: Score, scaled: npt.NDArray[np.float64], *, max_groups: int = 3) -> list[tuple[str, ...]]:
    """Return, for each row, the groups of features that raised the score most, largest first.

    Args:
        score: The fitted score.
        scaled: Rows x features (`standardised`).
        max_groups: How many groups at most; one that lowers the score is not named.
    """
    parts = {
        group: sum(
            (
                scaled[:, place] * score.weight[place]
                for place, name in enumerate(score.features)
                if name in names
            ),
            start=np.zeros(len(scaled)),
        )
        for group, names in GROUPS.items()
    }
    names, total = list(parts), np.stack(list(parts.values()), axis=-1).round(DECIMALS)
    order = np.argsort(-total, axis=1, kind="stable")[:, :max_groups]
    return [tuple(names[g] for g in row if total[i, g] > 0) for i, row in enumerate(order)]


def coefficient_table(scores: Sequence[Score]) -> pd.DataFrame:
    """Return fitted scores as a table: one row per feature, and three for the constants."""
    rows = []
    for score in scores:
        rows += [
            (score.key, *row)
            for row in zip(score.features, score.centre, score.scale, score.weight, strict=True)
        ]
        constants = {"intercept": score.intercept, "alert": score.alert, "strong": score.strong}
        rows += [(score.key, f"({name})", 0.0, 1.0, value) for name, value in constants.items()]
    return pd.DataFrame(rows, columns=["score", "feature", "centre", "scale", "weight"])


def read(table: pd.DataFrame, key: str) -> Score:
    """Return one fitted score from its table.

    Raises:
        KeyError: If the table has no such score.
    """
    rows = table[table["score"] == key].set_index("feature")
    if rows.empty:
        raise KeyError(key)
    weights = rows["weight"].to_dict()
    constants = [float(weights[f"({name})"]) for name in ("intercept", "alert", "strong")]
    body = rows[~rows.index.str.startswith("(")]
    centre, scale, weight = (body[name].to_numpy(dtype=float) for name in ("centre", "scale", "weight"))
    return Score(key, tuple(body.index), centre, scale, weight, *constants)
