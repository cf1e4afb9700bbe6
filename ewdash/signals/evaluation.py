"""The track record: everything the Track record page shows, from the installed tables alone."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import alerts, forecasts, levels, onset_risk, onsets, panels, skill, surprise
from ewdash.analysis.alerts import Rule
from ewdash.analysis.panels import Flags, Grid, Panel
from ewdash.model.situations import BANDS
from ewdash.signals import inputs
from ewdash.signals.compute import fired as fired_of
from ewdash.signals.compute import risk
from ewdash.signals.inputs import Load

Row: TypeAlias = dict[str, object]
FIRST, LAST = "2010-01", "2024-12"  # scored; nothing before 2010 is counted, nothing after 2009 learned
STEPS = np.arange(1.5, 8.01, 0.5)  # the multiple asked for late in a rise
BLOCKS = (("2010-01", "2014-12"), ("2015-01", "2019-12"), ("2020-01", "2024-12"))
PLACEBOS = 200  # draws
TOP = 20  # quiet countries of highest risk each month
FORECAST_YEARS = range(2018, 2024)
SCORED_HORIZONS = (1, 3, 6)
NOMINAL = (0.10, 0.05, 0.01)
MIN_EXPECTED = 0.5  # deaths a month: below it a month without deaths is all one expects
COLUMNS = ["part", "series", "rule", "scope", "measure", "value", "low", "high", "cases"]


def _row(part: str, measure: str, value: float, **more: object) -> Row:
    empty: Row = {
        "series": "dated",
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
    fired = _fired(panel)
    rows: list[Row] = []
    parts: tuple[tuple[str, Callable[[], Iterator[Row]]], ...] = (
        ("rules", lambda: _rules(panel, fired)),
        ("blocks", lambda: _blocks(panel, fired)),
        ("openings", lambda: _openings(panel, fired, load)),
        ("placebo", lambda: _placebo(panel)),
        ("curve", lambda: _curve(panel)),
        ("burden", lambda: _burden(panel, fired, load)),
        ("surprise", lambda: _surprise(panel)),
        ("search", lambda: _search(panel)),
        ("quiet", lambda: _quiet(panel, load)),
        ("forecast", lambda: _forecast(panel)),
        ("base", lambda: _base_rates(panel, fired["alert"])),
    )
    for name, part in parts:
        progress(name)
        rows += list(part())
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["cases"] = table["cases"].astype("Int64")
    rounded = {name: table[name].astype(float).round(6) for name in ("value", "low", "high")}
    return table.assign(**rounded), _cases(panel, fired)


def _fired(panel: Panel) -> dict[str, Flags]:
    """Return where each rule alerts, after the mute."""
    deaths = panel.deaths
    firing = {rule.key: alerts.fires(deaths, rule) for rule in alerts.RULES}
    firing |= {"ears": alerts.ears(deaths), "poisson": alerts.poisson(deaths)}
    firing["surprise"] = (surprise.surprise(deaths) < NOMINAL[-1]) & (deaths >= alerts.FLOOR)
    return {name: alerts.muted(flags, deaths) for name, flags in firing.items()}


def _scored(part: str, counts: skill.Counts, **more: object) -> Iterator[Row]:
    card, spans = skill.summed(counts), skill.intervals(counts)
    cases = {
        "precision": card.alerts,
        "either": card.alerts,
        "recall": card.onsets,
        "deaths_recall": card.onsets,
        "hard_recall": card.hard_onsets,
        "delay": round(card.recall * card.onsets) if card.onsets else 0,
        "per_month": int(counts.issued.sum()),
    }
    for measure, (low, high) in spans.items():
        yield _row(part, measure, getattr(card, measure), low=low, high=high, cases=cases[measure], **more)


def _counted(panel: Panel, rule: Rule) -> skill.Counts:
    return skill.counted(alerts.muted(alerts.fires(panel.deaths, rule), panel.deaths), panel, FIRST, LAST)


def _rules(panel: Panel, fired: dict[str, Flags]) -> Iterator[Row]:
    """Score every rule, and the plain ones on all deaths and on those of civilians, too."""
    for name, alert in fired.items():
        yield from _scored("rules", skill.counted(alert, panel, FIRST, LAST), rule=name)
    for series, other in (("all", inputs.whole(panel)), ("civilians", inputs.civilians(panel))):
        for rule in alerts.RULES:
            yield from _scored("rules", _counted(other, rule), rule=rule.key, series=series)


def _blocks(panel: Panel, fired: dict[str, Flags]) -> Iterator[Row]:
    """Score the alerts in blocks of five years."""
    for rule in (alerts.ALERT.key, alerts.STRONG.key):
        for first, last in BLOCKS:
            scope = f"{first[:4]}-{last[:4]}"
            yield from _scored(
                "blocks", skill.counted(fired[rule], panel, first, last), rule=rule, scope=scope
            )


def _openings(panel: Panel, fired: dict[str, Flags], load: Load) -> Iterator[Row]:
    """Count what stood on the table when regular sessions of the Human Rights Council opened."""
    sessions = load("session")
    days = pd.DatetimeIndex(sessions.loc[sessions["kind"] == "regular", "start"]).sort_values()
    for rule in alerts.RULES:
        table = skill.at_openings(fired[rule.key], panel, days, FIRST, LAST)
        yield _row("openings", "met", table.met, rule=rule.key, cases=table.onsets)
        yield _row("openings", "alerts", table.alerts, rule=rule.key, cases=table.sessions)


def _placebo(panel: Panel) -> Iterator[Row]:
    """Score chance: random months of 25 deaths, and the higher multiple asked of random months.

    Where the rule asks more of the first two months of a rise, the placebo asks it of as many months
    drawn from those that a single multiple would alert on.
    """
    rng = np.random.default_rng(skill.SEED)
    deaths, period = panel.deaths, panel.between(FIRST, LAST)
    loud = np.argwhere((deaths >= alerts.FLOOR) & period & ~np.isnan(onsets.followed(deaths)))
    after, at_onset = onsets.followed(deaths), onsets.around(onsets.onsets(deaths)[0])
    number = int((alerts.muted(fired_of(panel)[0], deaths) & period).sum())
    random: dict[str, list[float]] = {"precision": [], "either": []}
    single = Rule("single", alerts.FLOOR, alerts.ALERT.rise)
    plain = alerts.fires(deaths, single)
    stopped = plain & ~fired_of(panel)[0]
    young, cells = int(stopped.sum()), np.argwhere(plain)
    raised = []
    for _ in range(PLACEBOS):
        pick = tuple(loud[rng.choice(len(loud), number, replace=False)].T)
        right = after[pick] == 1
        random["precision"].append(float(right.mean()))
        random["either"].append(float((right | at_onset[pick]).mean()))
        silenced = plain.copy()
        silenced[tuple(cells[rng.choice(len(cells), young, replace=False)].T)] = False
        raised.append(skill.scorecard(alerts.muted(silenced, deaths), panel, FIRST, LAST).precision)
    for measure, values in random.items():
        low, high = skill.spanned(values)
        yield _row(
            "placebo", measure, float(np.mean(values)), rule="random", low=low, high=high, cases=PLACEBOS
        )
    low, high = skill.spanned(raised)
    yield _row(
        "placebo", "precision", float(np.mean(raised)), rule="raised", low=low, high=high, cases=PLACEBOS
    )
    yield _row("placebo", "highest", max(raised), rule="raised", cases=PLACEBOS)
    ours = skill.scorecard(alerts.muted(fired_of(panel)[0], deaths), panel, FIRST, LAST).precision
    above = sum(value >= ours for value in raised)
    yield _row("placebo", "above", above, rule="raised", cases=PLACEBOS)


def _curve(panel: Panel) -> Iterator[Row]:
    """Score every multiple, for the alert budget."""
    for step in STEPS:
        card = skill.summed(_counted(panel, alerts.at_multiple(float(step))))
        for measure in ("per_month", "precision", "either", "recall", "hard_recall"):
            yield _row("curve", measure, getattr(card, measure), rule="alert", scope=f"{step:g}")


def _burden(panel: Panel, fired: dict[str, Flags], load: Load) -> Iterator[Row]:
    """Score the alerts by region and by regional group: who is alerted on, and how rightly."""
    countries = load("country").set_index("iso3").reindex(list(panel.iso3))
    for column in ("region", "hrc_group"):
        for name in sorted(countries[column].dropna().unique()):
            pick = (countries[column] == name).to_numpy()
            counts = skill.counted(fired["alert"], panel, FIRST, LAST).of(pick)
            yield from _scored("burden", counts, rule="alert", scope=f"{column}:{name}")


def _surprise(panel: Panel) -> Iterator[Row]:
    """Hold nominal surprise against how often it came."""
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
    """Score what was tried and not shipped: a lower floor, one multiple, a record of twelve months."""
    ours = alerts.ALERT
    for rule in (
        Rule("rise_from_10", 10, 2.0, alerts.YEAR),
        Rule("alert_single", ours.minimum, ours.rise),
        Rule("alert_record", ours.minimum, ours.rise, alerts.YEAR, ours.first),
    ):
        yield from _scored("search", _counted(panel, rule), rule=rule.key)


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
            met, asked = _in_top(panel, ours, quiet)
            yield _row("quiet", "top", met, rule="risk", scope=scope, cases=asked)
            for place, (forecast, outcome, number) in enumerate(skill.calibration(ours[cases], y)):
                yield _row("quiet_calibration", "said", forecast, rule="risk", scope=f"{place}", cases=number)
                yield _row("quiet_calibration", "came", outcome, rule="risk", scope=f"{place}", cases=number)


def _in_top(panel: Panel, risks: Grid, quiet: Flags) -> tuple[int, int]:
    """Count the onsets in quiet countries that were among the `TOP` of highest risk the month before."""
    begins, _ = onsets.onsets(panel.deaths)
    cases = [
        (month - 1, country)
        for month, country in np.argwhere(begins & panel.between(FIRST, LAST))
        if quiet[month - 1, country] and not np.isnan(risks[month - 1, country])
    ]
    met = 0
    for month, country in cases:
        ranked = np.argsort(-np.nan_to_num(risks[month], nan=-1.0), kind="stable")[:TOP]
        met += int(country in ranked)
    return met, len(cases)


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
    for series, part in (("dated", panel), ("civilians", inputs.civilians(panel))):
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
    year = panels.trailing(panel.all_deaths, levels.YEAR)
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
    alert, strong = fired["alert"], fired["strong"]
    begins, hard = onsets.onsets(panel.deaths)
    near = onsets.around(begins)
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
                "at_onset": True,
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
                "at_onset": bool(near[month, country]),
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
    )[
        ["kind", "iso3", "month", "hard", "hit", "at_onset", "delay", "strong", "deaths_month", "deaths_6"]
    ].sort_values(["kind", "month", "iso3"], ignore_index=True)
