"""Signals and forecasts of every country and month, from scratch or for what is new."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import (
    alerts,
    forecasts,
    levels,
    onset_risk,
    panels,
    scores,
    slow_indicators,
    stages,
    surprise,
)
from ewdash.analysis.panels import Flags, Grid, Panel
from ewdash.analysis.stages import Evidence
from ewdash.model.situations import FINAL, LOWER_BOUND, ROUTINE
from ewdash.signals import inputs
from ewdash.signals.inputs import Load

# The fan is stored from the first origin that the track record scores.
FIRST_FAN = pd.Timestamp(2018, 1, 1)
RULE = "rule"  # where no score can be computed, Rise and Sharp rise speak
SOURCES = (
    "conflict_month",
    "conflict_month_recent",
    "rights_year",
    "displacement_year",
    "population_year",
    "violation_incident",
    "country",
    "score_model",
)


def signals(load: Load, *, final_rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return `signal_month` for all vintages.

    Args:
        load: Reads a table.
        final_rows: Final rows computed before from the same tables, reused as they are.
    """
    if final_rows is None:
        panel = inputs.final(load)
        final_rows = _of(panel, FINAL, load, start=None)
    last = final_rows.sort_values("month").drop_duplicates("iso3", keep="last").set_index("iso3")["stage"]
    parts = [final_rows]
    for vintage, panel in inputs.preliminary(load).items():
        stages_before = last.reindex(list(panel.iso3)).fillna(ROUTINE)
        parts.append(_of(panel, vintage, load, start=stages_before.to_numpy(dtype=np.int8)))
    joined = _typed(pd.concat(parts, ignore_index=True))  # kept rows come back from disk as floats
    return joined.sort_values(["iso3", "vintage", "month"], ignore_index=True)


def _scored(panel: Panel, vintage: str, load: Load) -> tuple[Grid, npt.NDArray[np.object_], Grid, Grid, Grid]:
    """Return score, which variant gave it, its two thresholds, and the reasons as text."""
    shape = panel.deaths.shape
    value, alert, strong = (np.full(shape, np.nan) for _ in range(3))
    basis = np.full(shape, RULE, dtype=object)
    reasons = np.full(shape, "", dtype=object)
    loud = panel.deaths >= alerts.FLOOR
    if vintage == LOWER_BOUND:
        return value, basis, alert, strong, reasons
    for key in (scores.FULL, scores.SHORT):
        score = scores.read(load("score_model"), key)
        scaled = scores.standardised(score, scores.features(panel, key))
        values = scores.probability(score, scaled)
        mask = loud & np.isnan(value) & ~np.isnan(values)
        value[mask], basis[mask], alert[mask], strong[mask] = values[mask], key, score.alert, score.strong
        reasons[mask] = [";".join(row) for row in scores.drivers(score, scaled[mask])]
    return value, basis, alert, strong, reasons


def firing(
    panel: Panel, vintage: str, load: Load
) -> tuple[Flags, Flags, Grid, npt.NDArray[np.object_], Grid]:
    """Return where alerts and strong alerts fire before the mute, the score, its basis and reasons."""
    value, basis, alert, strong, reasons = _scored(panel, vintage, load)
    rise, sharp = (alerts.fires(panel.deaths, rule) for rule in alerts.RULES[:2])
    by_rule = basis == RULE
    return (
        np.where(by_rule, rise, value >= alert),
        np.where(by_rule, sharp, value >= strong),
        value,
        basis,
        reasons,
    )


def _of(panel: Panel, vintage: str, load: Load, *, start: npt.NDArray[np.int8] | None) -> pd.DataFrame:
    deaths = panel.deaths
    slow = inputs.slow_signs(load, panel)
    fired, strongly, score, basis, reasons = firing(panel, vintage, load)
    alert, strong = alerts.muted(fired, deaths), alerts.muted(strongly, deaths)
    civilian = inputs.civilians(panel).deaths
    civil = alerts.muted(alerts.fires(civilian, alerts.RULES[0]), civilian)
    stage, lasted = stages.stages(
        Evidence(deaths, alert | strong, strong, slow.rights, slow.displacement, slow.incidents),
        start=start,
    )
    low, high = alerts.change_interval(deaths)
    year = panels.trailing(deaths, levels.YEAR)
    recent = panels.trailing((alert | strong).astype(float), 6)
    recent = np.where(np.isnan(recent), (alert | strong).astype(float), recent)
    columns = {
        "deaths_month": deaths,
        "deaths_12": year,
        "change": alerts.change(deaths),
        "change_low": low,
        "change_high": high,
        "change_3": alerts.change(deaths, months=3),
        "surprise": surprise.surprise(deaths),
        "record": alerts.record(deaths),
        "score": score,
        "basis": basis,
        "drivers": reasons,
        "fired": fired.astype(np.int8) + strongly.astype(np.int8) * fired,
        "alert": np.where(strong, 2, np.where(alert, 1, 0)),
        "alert_civilians": civil,
        "rise": alerts.muted(alerts.fires(deaths, alerts.RULES[0]), deaths),
        "rights": slow.rights,
        "displacement": slow.displacement,
        "incidents": slow.incidents,
        "agreement": slow_indicators.agreement(recent > 0, slow.rights, slow.displacement, slow.incidents),
        "stage": stage,
        "stage_months": lasted,
        "onset_risk": risk(panel, load) if vintage == FINAL else np.full(deaths.shape, np.nan),
    }
    rows = panel.rows(**columns).assign(vintage=vintage)
    rows["level"] = levels.band(rows["deaths_12"].astype("Float64"))
    return rows


def risk(panel: Panel, load: Load) -> Grid:
    """Return the risk of an onset within a year, where the country is quiet."""
    score = scores.read(load("score_model"), onset_risk.KEY)
    grids = onset_risk.features(
        panel, groups=inputs.subregions(load, panel), yearly=inputs.yearly(load, panel)
    )
    stacked = np.stack([grids[name] for name in score.features], axis=-1)
    probability = scores.probability(score, (stacked - score.centre) / score.scale)
    return np.where(onset_risk.is_quiet(panel.deaths), probability, np.nan)


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    whole = ("deaths_month", "deaths_12")
    small = (
        "record",
        "fired",
        "alert",
        "rights",
        "displacement",
        "incidents",
        "agreement",
        "stage",
        "stage_months",
    )
    flags = ("alert_civilians", "rise")
    out = rows.assign(**{name: rows[name].astype("Float64").round().astype("Int64") for name in whole})
    out["level"] = out["level"].astype("Float64").astype("Int8")
    out = out.assign(**{name: pd.Series(out[name]).astype("Float64").astype("Int16") for name in small})
    out = out.assign(**{name: out[name].astype(bool) for name in flags})
    shares = dict.fromkeys(("change", "change_low", "change_high", "change_3", "score", "onset_risk"), 4)
    out = out.assign(**{name: out[name].astype(float).round(digits) for name, digits in shares.items()})
    first = ["iso3", "month", "vintage"]
    return out[[*first, *(name for name in out.columns if name not in first)]]


def fans(load: Load, *, final_rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return `forecast_month`: quantiles of deaths one to six months after each origin.

    Final months from 2018 on are forecast by the pool; preliminary ones by their own last twelve
    months alone, because what makes two months alike would compare two states of the record.

    Args:
        load: Reads a table.
        final_rows: Final rows computed before from the same tables, reused as they are.
    """
    parts = [_final_fans(load) if final_rows is None else final_rows]
    for vintage, part in inputs.preliminary(load).items():
        parts += _last_year(part, vintage)
    return pd.concat(parts, ignore_index=True).sort_values(
        ["iso3", "vintage", "month", "horizon"], ignore_index=True
    )


def _final_fans(load: Load) -> pd.DataFrame:
    panel, parts = inputs.final(load), []
    first = int(np.searchsorted(panel.months.to_numpy(), np.datetime64(FIRST_FAN)))
    last = len(panel.months)
    months, countries = np.meshgrid(np.arange(first, last), np.arange(len(panel.iso3)), indexing="ij")
    cases = months.ravel(), countries.ravel()
    mask = ~np.isnan(forecasts.likeness(panel.deaths)[cases]).any(axis=-1)
    mask &= ~np.isnan(forecasts.recent_draws(panel.deaths, *cases)).any(axis=-1)
    cases = cases[0][mask], cases[1][mask]
    years = panel.months.year.to_numpy()[cases[0]]
    for year in np.unique(years):
        # Only what was on record when the year began may say what followed months like these.
        then = cases[0][years == year], cases[1][years == year]
        recent, public = forecasts.recent_draws(panel.deaths, *then), int(then[0].min())
        for horizon in forecasts.HORIZONS:
            alike = forecasts.alike_draws(panel.deaths, *then, horizon=horizon, public=public)
            parts.append(_fan(panel, then, FINAL, horizon, "pool", *forecasts.pooled(recent, alike)))
    return pd.concat(parts, ignore_index=True)


def _last_year(panel: Panel, vintage: str) -> list[pd.DataFrame]:
    draws = forecasts.past(panel.deaths, forecasts.LAST_YEAR)
    cases = np.nonzero(~np.isnan(draws).any(axis=-1))
    case_draws = draws[cases]
    even = np.full(case_draws.shape, 1 / forecasts.LAST_YEAR)
    return [
        _fan(panel, cases, vintage, horizon, "last_year", case_draws, even) for horizon in forecasts.HORIZONS
    ]


def _fan(
    panel: Panel,
    cases: tuple[npt.NDArray[np.int64], ...],
    vintage: str,
    horizon: int,
    method: str,
    draws: Grid,
    weights: Grid,
) -> pd.DataFrame:
    bands = np.expm1(forecasts.quantiles(draws, weights)).round().astype(np.int64)
    keys = {
        "iso3": np.array(panel.iso3, dtype=object)[cases[1]],
        "month": panel.months[cases[0]],
        "vintage": vintage,
        "horizon": np.int8(horizon),
        "method": method,
    }
    names = [f"q{round(level * 100):02d}" for level in forecasts.BANDS]
    return pd.DataFrame({**keys, **dict(zip(names, bands.T, strict=True))})
