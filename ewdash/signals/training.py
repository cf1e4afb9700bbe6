"""Fits the scores on 1995-2009 and freezes their thresholds; nothing later is looked at."""

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from ewdash.analysis import alerts, onset_risk, onsets, scores, skill
from ewdash.analysis.panels import DECIMALS, Flags, Grid, Panel
from ewdash.analysis.scores import Score
from ewdash.signals import inputs
from ewdash.signals.inputs import Load

FIRST, LAST = "1992-01", "2009-12"  # the record that is learned from; later months are cut away
THRESHOLD_PERIOD = ("1995-01", "2009-12")  # months that choose the thresholds
STRENGTH = 0.003  # inverse of the ridge penalty, chosen on the folds below
QUIET_FIRST = "1993-01"
FOLDS = 6  # every sixth year is left out in turn
# An alert must find four of five onsets of the training years; a strong one must be followed by
# more in three of five cases.
ALERT_RECALL, STRONG_PRECISION = 0.80, 0.60


def target(deaths: Grid) -> Grid:
    """Return 1 where an alert would be right: more followed, or an onset stands around it."""
    begins, _ = onsets.onsets(deaths)
    after = onsets.followed(deaths)
    right = np.maximum(np.nan_to_num(after), onsets.around(begins).astype(float))
    return np.where(np.isnan(after), np.nan, right)


def fitted(panel: Panel, key: str) -> tuple[Score, Grid]:
    """Fit one score; return it with the scores of each year as the others' fit gives them."""
    panel = panel.until(LAST)
    deaths, grids = panel.deaths, scores.features(panel, key)
    names = tuple(grids)
    kinds = np.array([name in scores.GROUPS["kind"] for name in names])
    stacked = np.stack(list(grids.values()), axis=-1)
    right = target(deaths)
    inside = panel.between(FIRST, LAST)
    mask = ~np.isnan(stacked[..., ~kinds]).any(axis=-1) & ~np.isnan(right) & (deaths >= alerts.FLOOR)
    where = np.argwhere(mask & inside)
    x, y = stacked[tuple(where.T)], right[tuple(where.T)]
    years = panel.months.year.to_numpy()[where[:, 0]]
    held_out: Grid = np.full(deaths.shape, np.nan)
    for fold in range(FOLDS):
        out = years % FOLDS == fold
        score = _fit(x[~out], y[~out], names, key)
        held_out[tuple(where[out].T)] = scores.probability(score, _scaled(score, x[out], kinds))
    final = _fit(x, y, names, key)
    return _with_thresholds(final, held_out, panel), held_out


def _scaled(
    score: Score, x: npt.NDArray[np.float64], kinds: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float64]:
    scaled = (x - score.centre) / score.scale
    return np.where(np.isnan(scaled) & kinds, 0.0, scaled)


def _fit(x: npt.NDArray[np.float64], y: Grid, names: tuple[str, ...], key: str) -> Score:
    """Return the fit, its numbers rounded far above what processors differ by.

    Newton's method is taken to the optimum itself, which is one point whatever the path to it.
    """
    centre, scale = (numbers.round(DECIMALS) for numbers in (np.nanmean(x, axis=0), np.nanstd(x, axis=0)))
    scale = np.where(scale > 0, scale, 1.0)
    filled = np.nan_to_num((x - centre) / scale)
    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky", tol=1e-10, max_iter=100).fit(filled, y)
    weight, intercept = (np.round(numbers, DECIMALS) for numbers in (model.coef_[0], model.intercept_[0]))
    return Score(key, names, centre, scale, weight, float(intercept), 1.0, 1.0)


def _with_thresholds(score: Score, held_out: Grid, panel: Panel) -> Score:
    """Freeze the two thresholds on the held-out scores of the training years."""
    deaths = panel.deaths
    steps = np.round(np.arange(0.20, 0.86, 0.01), 2)
    cards = []
    for step in steps:
        firing: Flags = np.nan_to_num(held_out) >= step
        cards.append(skill.scorecard(alerts.muted(firing, deaths), panel, *THRESHOLD_PERIOD))
    alert_steps = [s for s, card in zip(steps, cards, strict=True) if card.recall >= ALERT_RECALL]
    strong_steps = [s for s, card in zip(steps, cards, strict=True) if card.precision >= STRONG_PRECISION]
    alert = max(alert_steps)
    return Score(
        score.key, score.features, score.centre, score.scale, score.weight, score.intercept,
        float(alert), float(min(s for s in strong_steps if s >= alert)),
    )  # fmt: skip


def quiet_fitted(panel: Panel, grids: dict[str, Grid]) -> tuple[Score, Grid]:
    """Fit the risk score for quiet countries; return it with scores held out by country."""
    panel = panel.until(LAST)
    grids = {name: grid[: len(panel.months)] for name, grid in grids.items()}
    right, quiet = onset_risk.target(panel.deaths), onset_risk.is_quiet(panel.deaths)
    inside = panel.between(QUIET_FIRST, LAST)
    where = np.argwhere(quiet & inside & ~np.isnan(right))
    names, stacked = tuple(grids), np.stack(list(grids.values()), axis=-1)
    x, y = stacked[tuple(where.T)], right[tuple(where.T)]
    held_out: Grid = np.full(panel.deaths.shape, np.nan)
    for fold in range(FOLDS):
        out = where[:, 1] % FOLDS == fold  # countries, because a year's months are nearly one case
        score = _fit(x[~out], y[~out], names, onset_risk.KEY)
        held_out[tuple(where[out].T)] = scores.probability(score, (x[out] - score.centre) / score.scale)
    return _fit(x, y, names, onset_risk.KEY), held_out


def fit(load: Load) -> list[Score]:
    """Fit all scores from the installed final tables."""
    panel = inputs.final(load)
    risks = onset_risk.features(
        panel, groups=inputs.subregions(load, panel), yearly=inputs.yearly(load, panel)
    )
    return [*(fitted(panel, key)[0] for key in (scores.FULL, scores.SHORT)), quiet_fitted(panel, risks)[0]]
