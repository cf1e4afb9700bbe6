"""The track record: everything the Track record page shows, from the installed tables alone."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import alerts, forecasts, levels, onset_risk, onsets, panels, scores, skill, surprise
from ewdash.analysis.panels import Flags, Grid, Panel
from ewdash.analysis.scores import Score
from ewdash.model.situations import BANDS, FINAL
from ewdash.signals import inputs, training
from ewdash.signals.compute import firing as firing_of
from ewdash.signals.compute import risk
from ewdash.signals.inputs import Load

Row: TypeAlias = dict[str, object]
FIRST, LAST = "2010-01", "2024-12"  # scored; nothing before 2010 is counted, nothing after 2009 learned
STEPS = np.round(np.arange(0.20, 0.81, 0.02), 2)
FORECAST_YEARS = range(2018, 2024)
SCORED_HORIZONS = (1, 3, 6)
NOMINAL = (0.10, 0.05, 0.01)
MIN_EXPECTED = 0.5  # deaths a month: below it a month without deaths is all one expects
COLUMNS = ["part", "series", "rule", "scope", "measure", "value", "low", "high", "cases"]


def _row(part: str, measure: str, value: float, **more: object) -> Row:
    empty: Row = {
        "series": "all",
        "rule": "",
        "scope": "world",
        "low": np.nan,
        "high": np.nan,
        "cases": pd.NA,
    }
    return {**empty, **more, "part": part, "measure": measure, "value": float(value)}


def evaluate(
    load: Load, *, progress: Callable[[str], None] = lambda part: None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `track_record` and `track_case`.

    Args:
        load: Reads a table.
        progress: Told the name of each part before it runs.
    """
    panel = inputs.final(load)
    fired = _fired(panel, load)
    rows: list[Row] = []
    parts: tuple[tuple[str, Callable[[], Iterator[Row]]], ...] = (
        ("rules", lambda: _rules(panel, fired, load)),
        ("curve", lambda: _curve(panel, load)),
        ("burden", lambda: _burden(panel, fired, load)),
        ("calibration", lambda: _calibration(panel, load)),
        ("search", lambda: _search(panel)),
        ("quiet", lambda: _quiet(panel, load)),
        ("forecast", lambda: _forecast(panel)),
        ("base", lambda: _base_rates(panel, fired["score"])),
    )
    for name, part in parts:
        progress(name)
        rows += list(part())
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["cases"] = table["cases"].astype("Int64")
    rounded = {name: table[name].astype(float).round(6) for name in ("value", "low", "high")}
    return table.assign(**rounded), _cases(panel, fired)


def _values(panel: Panel, load: Load, key: str) -> tuple[Score, Grid]:
    score = scores.read(load("score_model"), key)
    probability = scores.probability(score, scores.standardised(score, scores.features(panel, key)))
    return score, np.where(panel.deaths >= alerts.FLOOR, np.nan_to_num(probability), 0.0)


def _fired(panel: Panel, load: Load) -> dict[str, Flags]:
    """Return where each rule alerts, after the mute."""
    deaths = panel.deaths
    firing = {rule.key: alerts.fires(deaths, rule) for rule in alerts.RULES}
    firing |= {"ears": alerts.ears(deaths), "poisson": alerts.poisson(deaths)}
    firing["surprise"] = (surprise.surprise(deaths) < NOMINAL[-1]) & (deaths >= alerts.FLOOR)
    # As shipped: sixty months behind where there are so many, else thirteen, else the rules.
    firing["score"], firing["score_strong"], *_ = firing_of(panel, FINAL, load)
    score, value = _values(panel, load, scores.SHORT)
    firing |= {"score_short": value >= score.alert, "score_short_strong": value >= score.strong}
    return {name: alerts.muted(flags, deaths) for name, flags in firing.items()}


def _scored(part: str, alert: Flags, panel: Panel, first: str = FIRST, **more: object) -> Iterator[Row]:
    counts = skill.counted(alert, panel, first, LAST)
    card, spans = skill.summed(counts), skill.intervals(counts)
    cases = {
        "precision": card.alerts,
        "recall": card.onsets,
        "hard_recall": card.hard_onsets,
        "delay": round(card.recall * card.onsets) if card.onsets else 0,
        "per_month": int(counts.issued.sum()),
    }
    for measure, (low, high) in spans.items():
        yield _row(part, measure, getattr(card, measure), low=low, high=high, cases=cases[measure], **more)


def _rules(panel: Panel, fired: dict[str, Flags], load: Load) -> Iterator[Row]:
    for name, alert in fired.items():
        yield from _scored("rules", alert, panel, rule=name)
    civilian = inputs.civilians(panel)
    for rule in alerts.RULES:
        alert = alerts.muted(alerts.fires(civilian.deaths, rule), civilian.deaths)
        yield from _scored("rules", alert, civilian, rule=rule.key, series="civilians")
    for key, name in ((scores.FULL, "score"), (scores.SHORT, "score_short")):
        # Trained on all deaths; on civilians it is another series and must earn its place there.
        score = scores.read(load("score_model"), key)
        value = scores.probability(score, scores.standardised(score, scores.features(civilian, key)))
        firing = (np.nan_to_num(value) >= score.alert) & (civilian.deaths >= alerts.FLOOR)
        yield from _scored(
            "rules", alerts.muted(firing, civilian.deaths), civilian, rule=name, series="civilians"
        )


def _curve(panel: Panel, load: Load) -> Iterator[Row]:
    """Score every threshold, for the alert budget."""
    for key, name in ((scores.FULL, "score"), (scores.SHORT, "score_short")):
        _, value = _values(panel, load, key)
        for step in STEPS:
            card = skill.scorecard(alerts.muted(value >= step, panel.deaths), panel, FIRST, LAST)
            for measure in ("per_month", "precision", "recall", "hard_recall"):
                yield _row("curve", measure, getattr(card, measure), rule=name, scope=f"{step:.2f}")


def _burden(panel: Panel, fired: dict[str, Flags], load: Load) -> Iterator[Row]:
    """Score the alerts by region and by regional group: who is alerted on, and how rightly."""
    countries = load("country").set_index("iso3").reindex(list(panel.iso3))
    counts = skill.counted(fired["score"], panel, FIRST, LAST)
    for column in ("region", "hrc_group"):
        for name in sorted(countries[column].dropna().unique()):
            pick = np.flatnonzero((countries[column] == name).to_numpy())
            card = skill.summed(counts, pick)
            cases = {
                "per_month": int(counts.issued[pick].sum()),
                "precision": card.alerts,
                "recall": card.onsets,
            }
            for measure, number in cases.items():
                value = getattr(card, measure)
                yield _row("burden", measure, value, rule="score", scope=f"{column}:{name}", cases=number)


def _calibration(panel: Panel, load: Load) -> Iterator[Row]:
    """Hold what was said against what came: the scores in ten bins, and nominal surprise."""
    scored = panel.between(FIRST, LAST)
    right = training.target(panel.deaths)
    for key, name in ((scores.FULL, "score"), (scores.SHORT, "score_short")):
        _, value = _values(panel, load, key)
        cases = scored & (value > 0) & ~np.isnan(right)
        for place, (forecast, outcome, number) in enumerate(skill.calibration(value[cases], right[cases])):
            yield _row("calibration", "said", forecast, rule=name, scope=f"{place}", cases=number)
            yield _row("calibration", "came", outcome, rule=name, scope=f"{place}", cases=number)
    tail = surprise.surprise(panel.deaths)
    for scope, first, last in (("learned", "1995-01", "2009-12"), ("scored", FIRST, LAST)):
        inside = panel.between(first, last)
        mask = inside & ~np.isnan(tail) & (surprise.expected(panel.deaths) >= MIN_EXPECTED)
        for nominal in NOMINAL:
            share = float((tail[mask] < nominal).mean())
            yield _row(
                "surprise", f"{nominal:.2f}", share, rule="surprise", scope=scope, cases=int(mask.sum())
            )


def _search(panel: Panel) -> Iterator[Row]:
    """Score what was tried and not shipped: below the floor of 25 deaths the same rule only adds noise."""
    low = alerts.muted(alerts.fires(panel.deaths, alerts.Rule("low", 10, 2.0)), panel.deaths)
    yield from _scored("search", low, panel, rule="rise_from_10")


def _quiet(panel: Panel, load: Load) -> Iterator[Row]:
    """Score the onset risk in quiet countries against deaths in the last twelve months."""
    from sklearn.metrics import average_precision_score, roc_auc_score

    right, quiet = onset_risk.target(panel.deaths), onset_risk.is_quiet(panel.deaths)
    ours = risk(panel, load)
    scored = panel.between(FIRST, LAST)
    violent = np.nansum(panel.deaths, axis=0) > 0
    for scope, countries in (("world", np.ones_like(violent)), ("with_violence", violent)):
        cases = scored & quiet & ~np.isnan(right) & countries[None, :]
        where, y = np.argwhere(cases)[:, 1], right[cases]
        yield _row("quiet", "base", y.mean(), scope=scope, cases=len(y))
        for name, value in (("risk", ours[cases]), ("deaths_12", panels.trailing(panel.deaths, 12)[cases])):
            for measure, metric in (("ap", average_precision_score), ("auc", roc_auc_score)):
                low, high = _spread(metric, y, value, where, len(violent))
                yield _row(
                    "quiet",
                    measure,
                    metric(y, value),
                    rule=name,
                    scope=scope,
                    low=low,
                    high=high,
                    cases=int(y.sum()),
                )
        if scope == "world":
            for place, (forecast, outcome, number) in enumerate(skill.calibration(ours[cases], y)):
                yield _row("quiet_calibration", "said", forecast, rule="risk", scope=f"{place}", cases=number)
                yield _row("quiet_calibration", "came", outcome, rule="risk", scope=f"{place}", cases=number)


def _spread(
    metric: Callable[..., float], y: Grid, value: Grid, where: npt.NDArray[np.int64], countries: int
) -> tuple[float, float]:
    """Return the interval of a ranking measure over draws of whole countries."""
    values = []
    for pick in skill.draws(countries)[:200]:
        weight = np.bincount(pick, minlength=countries)[where]
        if y[weight > 0].any():
            values.append(float(metric(y, value, sample_weight=weight)))
    return skill.spanned(values)


def _forecast(panel: Panel) -> Iterator[Row]:
    """Score the fan, and what it is held against, by CRPS on log(1 + deaths)."""
    for series, part in (("all", panel), ("civilians", inputs.civilians(panel))):
        violent = np.nansum(part.deaths, axis=0) > 0
        deaths = part.deaths[:, violent]
        for horizon in SCORED_HORIZONS:
            yield from _forecast_at(deaths, part.months, horizon, series)


def _forecast_at(deaths: Grid, months: pd.DatetimeIndex, horizon: int, series: str) -> Iterator[Row]:
    years = months.year.to_numpy()
    errors: dict[str, list[Grid]] = {name: [] for name in ("zero", "last", "last_year", "pool")}
    places: list[npt.NDArray[np.int64]] = []
    coverage: dict[tuple[str, float], list[float]] = {}
    for year in FORECAST_YEARS:
        origin = np.flatnonzero(years == year) - horizon
        month, country = (
            grid.ravel() for grid in np.meshgrid(origin, np.arange(deaths.shape[1]), indexing="ij")
        )
        outcome = np.log1p(deaths[month + horizon, country])
        mask = ~np.isnan(outcome) & ~np.isnan(forecasts.past(deaths, 36)[month, country]).any(axis=-1)
        month, country, outcome = month[mask], country[mask], outcome[mask]
        recent = forecasts.recent_draws(deaths, month, country)
        alike = forecasts.alike_draws(deaths, month, country, horizon=horizon, public=int(origin.min()))
        last = recent[:, : forecasts.LAST_YEAR]
        methods = {
            "zero": (np.zeros((len(outcome), 1)), np.ones((len(outcome), 1))),
            "last": (recent[:, :1], np.ones((len(outcome), 1))),
            "last_year": (last, np.full(last.shape, 1 / forecasts.LAST_YEAR)),
            "pool": forecasts.pooled(recent, alike),
        }
        places.append(country)
        for name, (draws, weights) in methods.items():
            errors[name].append(forecasts.crps(draws, weights, outcome))
            for share in (0.5, 0.9):
                inside = forecasts.inside(draws, weights, outcome, share=share)
                coverage.setdefault((name, share), []).append(inside * len(outcome))
    where = np.concatenate(places)
    cases = len(where)
    for name, parts in errors.items():
        error = np.concatenate(parts)
        totals = np.bincount(where, weights=error), np.bincount(where)
        means = [
            float(totals[0][pick % len(totals[0])].sum() / totals[1][pick % len(totals[0])].sum())
            for pick in skill.draws(len(totals[0]))
        ]
        low, high = skill.spanned(means)
        scope = f"h{horizon}"
        yield _row(
            "forecast",
            "crps",
            error.mean(),
            rule=name,
            scope=scope,
            series=series,
            low=low,
            high=high,
            cases=cases,
        )
        for share in (0.5, 0.9):
            value = sum(coverage[name, share]) / cases
            yield _row(
                "forecast", f"within_{share:.0%}", value, rule=name, scope=scope, series=series, cases=cases
            )


def _base_rates(panel: Panel, alert: Flags) -> Iterator[Row]:
    """Count where countries of each level stood a year later, with an alert and without."""
    year = panels.trailing(panel.deaths, levels.YEAR)
    level = levels.bands(np.nan_to_num(year))
    later = np.full(level.shape, -1)
    later[:-12] = level[12:]
    scored = panel.between(FIRST, LAST)
    mask = scored & ~np.isnan(year) & (later >= 0)
    for band in range(len(BANDS)):
        for name, state in (("alert", alert), ("no_alert", ~alert)):
            cases = mask & (level == band) & state
            number = int(cases.sum())
            if number:
                for after in range(len(BANDS)):
                    share = float((later[cases] == after).mean())
                    yield _row("base", str(after), share, rule=name, scope=str(band), cases=number)


def _cases(panel: Panel, fired: dict[str, Flags]) -> pd.DataFrame:
    """Return `track_case`: every onset, found or missed, and every alert with what followed."""
    alert, strong = fired["score"], fired["score_strong"]
    begins, hard = onsets.onsets(panel.deaths)
    after = onsets.followed(panel.deaths)
    scored = panel.between(FIRST, LAST)
    rows: list[Row] = []
    for month, country in np.argwhere(begins & scored):
        lag = skill.first_find(alert, month, country)
        rows.append(
            {
                "kind": "onset",
                "hard": bool(hard[month, country]),
                "hit": lag is not None,
                "delay": pd.NA if lag is None else lag,
                "strong": bool(skill.first_find(strong, month, country) is not None),
                "month": month,
                "country": country,
            }
        )
    for month, country in np.argwhere((alert | strong) & scored):
        outcome = after[month, country]
        rows.append(
            {
                "kind": "alert",
                "hard": False,
                "hit": pd.NA if np.isnan(outcome) else bool(outcome),
                "delay": pd.NA,
                "strong": bool(strong[month, country]),
                "month": month,
                "country": country,
            }
        )
    table = pd.DataFrame(rows)
    deaths = panel.deaths
    six = panels.ahead(deaths, onsets.BLOCK, lead=0)
    month, country = table["month"].to_numpy(), table["country"].to_numpy()
    return table.assign(
        iso3=np.array(panel.iso3, dtype=object)[country],
        month=panel.months[month],
        hit=table["hit"].astype("boolean"),
        delay=table["delay"].astype("Int8"),
        deaths_month=deaths[month, country].astype(int),
        deaths_6=pd.array(six[month, country], dtype="Float64").astype("Int64"),
    )[["kind", "iso3", "month", "hard", "hit", "delay", "strong", "deaths_month", "deaths_6"]].sort_values(
        ["kind", "month", "iso3"], ignore_index=True
    )
