"""A logistic score on standardised features, as fitted (`signals.training`) and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis.panels import Grid

SCORE_DECIMALS = 4  # decimals of a score


@dataclass(frozen=True)
class Score:
    """A fitted score: coefficients on standardised features."""

    key: str
    features: tuple[str, ...]
    centre: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    weight: npt.NDArray[np.float64]
    intercept: float


def probability(score: Score, features: npt.NDArray[np.float64]) -> Grid:
    """Return the score, 0 to 1, as it is shown.

    Args:
        score: The fitted score.
        features: Its features, along the last axis.
    """
    scaled = (features - score.centre) / score.scale
    value: Grid = 1 / (1 + np.exp(-(scaled @ score.weight + score.intercept)))
    return value.round(SCORE_DECIMALS)


def coefficient_table(scores: Sequence[Score]) -> pd.DataFrame:
    """Return fitted scores as a table: one row per feature, and one for the constant."""
    rows = []
    for score in scores:
        rows += [
            (score.key, *row)
            for row in zip(score.features, score.centre, score.scale, score.weight, strict=True)
        ]
        rows.append((score.key, "(intercept)", 0.0, 1.0, score.intercept))
    return pd.DataFrame(rows, columns=["score", "feature", "centre", "scale", "weight"])


def read(table: pd.DataFrame, key: str) -> Score:
    """Return one fitted score from its table.

    Raises:
        KeyError: If the table has no such score.
    """
    rows = table[table["score"] == key].set_index("feature")
    if rows.empty:
        raise KeyError(key)
    body = rows[~rows.index.str.startswith("(")]
    centre, scale, weight = (body[name].to_numpy(dtype=float) for name in ("centre", "scale", "weight"))
    return Score(key, tuple(body.index), centre, scale, weight, float(rows["weight"]["(intercept)"]))
