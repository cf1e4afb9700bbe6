"""Chooses the alert's thresholds and fits the risk score on the record to 2009; nothing later is seen."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from ewdash.analysis import alerts, onset_risk, skill
from ewdash.analysis.alerts import Rule
from ewdash.analysis.panels import DECIMALS, Grid, Panel
from ewdash.analysis.scores import Score
from ewdash.analysis.skill import Scorecard
from ewdash.signals import inputs
from ewdash.signals.inputs import Load

LAST = "2009-12"  # the record that is learned from; later months are cut away
PERIOD = ("1995-01", "2009-12")  # months that choose the thresholds
# An alert must find four of five onsets of those years, and is then to be as right as can be; a strong
# one must be followed by more in three of five cases, and is then to find as many as can be.
ALERT_RECALL, STRONG_PRECISION = 0.80, 0.60
MULTIPLES = np.arange(2.0, 8.01, 0.5)  # halves: what can be said
MINIMA = (25, 50, 75, 100)
STRENGTH = 0.003  # inverse of the ridge penalty
QUIET_FIRST = "1993-01"


def candidates() -> Iterator[Rule]:
    """Yield every rule that could be the alert: one multiple, or a higher one for a young rise."""
    for rise in MULTIPLES:
        for first in MULTIPLES[rise <= MULTIPLES]:
            yield replace(alerts.ALERT, rise=float(rise), first=float(first))


def scored(panel: Panel, rule: Rule) -> Scorecard:
    """Score a rule on the years that choose the thresholds."""
    past = panel.until(LAST)
    return skill.scorecard(alerts.muted(alerts.fires(past.deaths, rule), past.deaths), past, *PERIOD)


def chosen(panel: Panel) -> tuple[Rule, Rule]:
    """Return the alert and the strong alert that the record to 2009 chooses.

    The alert: of the rules that find four of five onsets, the one most often followed by more. The
    strong alert: of those followed by more in three of five cases, the one that finds most onsets.
    """
    cards = [(rule, scored(panel, rule)) for rule in candidates()]
    enough = [(card.precision, rule) for rule, card in cards if card.recall >= ALERT_RECALL]
    alert = max(enough, key=lambda pair: pair[0])[1]
    strong = [
        (rule, scored(panel, rule))
        for minimum in MINIMA
        for rise in MULTIPLES[(alert.first or alert.rise) <= MULTIPLES]
        for rule in [Rule(alerts.STRONG.key, minimum, float(rise))]
    ]
    sure = [(card.recall, rule) for rule, card in strong if card.precision >= STRONG_PRECISION]
    return alert, max(sure, key=lambda pair: pair[0])[1]


def _fit(x: npt.NDArray[np.float64], y: Grid, names: tuple[str, ...], key: str) -> Score:
    """Return the fit, its numbers rounded far above what processors differ by.

    Newton's method is taken to the optimum itself, which is one point whatever the path to it.
    """
    centre, scale = (numbers.round(DECIMALS) for numbers in (np.nanmean(x, axis=0), np.nanstd(x, axis=0)))
    scale = np.where(scale > 0, scale, 1.0)
    filled = np.nan_to_num((x - centre) / scale)
    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky", tol=1e-10, max_iter=100).fit(filled, y)
    weight, intercept = (np.round(numbers, DECIMALS) for numbers in (model.coef_[0], model.intercept_[0]))
    return Score(key, names, centre, scale, weight, float(intercept))


def quiet_fitted(panel: Panel, grids: dict[str, Grid]) -> Score:
    """Fit the risk score for quiet countries."""
    panel = panel.until(LAST)
    right, quiet = onset_risk.target(panel.deaths), onset_risk.is_quiet(panel.deaths)
    where = np.argwhere(quiet & panel.between(QUIET_FIRST, LAST) & ~np.isnan(right))
    stacked = np.stack([grid[: len(panel.months)] for grid in grids.values()], axis=-1)
    return _fit(stacked[tuple(where.T)], right[tuple(where.T)], tuple(grids), onset_risk.KEY)


def fit(load: Load) -> list[Score]:
    """Fit the risk score from the installed final tables."""
    panel = inputs.final(load)
    risks = onset_risk.features(
        panel, groups=inputs.subregions(load, panel), yearly=inputs.yearly(load, panel)
    )
    return [quiet_fitted(panel, risks)]
