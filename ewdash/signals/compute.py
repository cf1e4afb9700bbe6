"""Signals and forecasts of every country and month, from scratch or for what is new."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.analysis import (
    alerts,
    forecasts,
    levels,
    onset_risk,
    onsets,
    panels,
    scores,
    slow_indicators,
    stages,
    surprise,
)
from ewdash.analysis.panels import Flags, Grid, Panel
from ewdash.analysis.stages import Evidence
from ewdash.model.situations import FINAL
from ewdash.signals import inputs
from ewdash.signals.inputs import Load

# The fan is stored from the first origin that the track record scores.
FIRST_FAN = pd.Timestamp(2018, 1, 1)
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

    A final month is judged against final ones, a preliminary month against the newest record
    before it: final months, then preliminary ones (`inputs.continued`).

    Args:
        load: Reads a table.
        final_rows: Final rows computed before from the same tables, reused as they are.
    """
    parts = [_of(inputs.final(load), FINAL, load)] if final_rows is None else [final_rows]
    last = parts[0]["month"].max()
    for vintage, panel in inputs.continued(load).items():
        rows = _of(panel, vintage, load, after=last)
        parts.append(rows[rows["month"] > last])
    joined = _typed(pd.concat(parts, ignore_index=True))  # kept rows come back from disk as floats
    return joined.sort_values(["iso3", "vintage", "month"], ignore_index=True)


def fired(panel: Panel) -> tuple[Flags, Flags]:
    """Return where alerts and strong alerts fire, before the mute."""
    return alerts.fires(panel.deaths, alerts.ALERT), alerts.fires(panel.deaths, alerts.STRONG)


def _unjudged(panel: Panel, firing: Flags, partial: Flags) -> npt.NDArray[np.object_]:
    """Return why no alert can be computed, where none is given (`signal_month.UNJUDGED`); else None."""
    reasons = np.full(panel.deaths.shape, None, dtype=object)
    reasons[~alerts.computable(panel.deaths)] = "short"
    most = alerts.fires_at_most(panel.deaths, panel.all_deaths, alerts.ALERT)
    reasons[most & ~firing & ~alerts.mutes(alerts.muted(firing, panel.deaths))] = "crossing"
    reasons[partial & ~firing] = "partial"
    return reasons


def _of(panel: Panel, vintage: str, load: Load, *, after: pd.Timestamp | None = None) -> pd.DataFrame:
    """Return the signals of a vintage; those of months ``after`` the final record are its own."""
    deaths = panel.deaths
    own = np.ones(len(panel.months), dtype=bool) if after is None else np.asarray(panel.months > after)
    slow = inputs.slow_signs(load, panel)
    firing, strongly = fired(panel)
    alert, strong = alerts.muted(firing, deaths), alerts.muted(strongly, deaths)
    tier = np.where(strong, 2.0, np.where(alert, 1.0, 0.0))
    partial = np.asarray(panel.months > inputs.known_to(load, vintage))[:, None]
    unjudged = _unjudged(panel, firing, partial & np.ones(deaths.shape, dtype=bool))
    judged = unjudged == None  # noqa: E711 an array, cell by cell
    civilian = inputs.civilians(panel).deaths
    civil = alerts.muted(alerts.fires(civilian, alerts.ALERT), civilian)
    stage, lasted = stages.stages(
        Evidence(panel.all_deaths, tier > 0, strong, slow.rights, slow.displacement, slow.incidents)
    )
    low, high = alerts.change_interval(deaths)
    # A year's deaths are of one state of the record or not at all.
    year = panels.trailing(panel.all_deaths if after is None else _alone(panel, vintage, load), levels.YEAR)
    recent = panels.trailing((tier > 0).astype(float), 6)
    recent = np.where(np.isnan(recent), tier > 0, recent)
    columns = {
        "deaths_month": deaths,
        "deaths_12": year,
        "against": np.broadcast_to(_against(own, vintage)[:, None], deaths.shape),
        "change": alerts.change(deaths),
        "change_low": low,
        "change_high": high,
        "change_3": alerts.change(deaths, months=3),
        "surprise": surprise.surprise(deaths),
        "record": np.where(unjudged == "crossing", alerts.record(panel.all_deaths), alerts.record(deaths)),
        "rise_month": _rise_month(deaths),
        "fired": np.where(judged, firing.astype(float) + strongly, np.nan),
        "alert": np.where(judged, tier, np.nan),
        "unjudged": unjudged,
        "alert_civilians": np.where(alerts.computable(civilian), civil.astype(float), np.nan),
        "followed": onsets.followed(np.where(partial, np.nan, deaths)),
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


def _alone(panel: Panel, vintage: str, load: Load) -> Grid:
    """Return a panel's deaths as its vintage alone tells them, also of months that have become final."""
    alone = inputs.preliminary(load)[vintage]
    rows = pd.DataFrame(alone.all_deaths, index=pd.Index(alone.months), columns=list(alone.iso3))
    grid: Grid = rows.reindex(index=pd.Index(panel.months), columns=list(panel.iso3)).to_numpy(dtype=float)
    return grid


def _against(own: npt.NDArray[np.bool_], vintage: str) -> npt.NDArray[np.object_]:
    """Return for each month what the twelve before it are (`signal_month.AGAINST`)."""
    if vintage == FINAL:
        return np.full(len(own), FINAL, dtype=object)
    before = pd.Series(own).rolling(levels.YEAR, min_periods=1).sum().shift(1, fill_value=0)
    return np.select([before == 0, before < levels.YEAR], [FINAL, "mixed"], "preliminary").astype(object)


def _rise_month(deaths: Grid) -> Grid:
    """Return the month of the rise it stands in, 1 in its first; NaN where none began within a year."""
    age = alerts.age(deaths)
    return np.where(age <= levels.YEAR, age + 1, np.nan)


def risk(panel: Panel, load: Load) -> Grid:
    """Return the risk of an onset within a year, where the country is quiet."""
    score = scores.read(load("score_model"), onset_risk.KEY)
    grids = onset_risk.features(
        panel, groups=inputs.subregions(load, panel), yearly=inputs.yearly(load, panel)
    )
    stacked = np.stack([grids[name] for name in score.features], axis=-1)
    return np.where(onset_risk.is_quiet(panel.deaths), scores.probability(score, stacked), np.nan)


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    whole = ("deaths_month", "deaths_12")
    small = (
        "record",
        "rise_month",
        "fired",
        "alert",
        "followed",
        "rights",
        "displacement",
        "incidents",
        "agreement",
        "stage",
        "stage_months",
    )
    out = rows.assign(**{name: rows[name].astype("Float64").round().astype("Int64") for name in whole})
    out["level"] = out["level"].astype("Float64").astype("Int8")
    out = out.assign(**{name: pd.Series(out[name]).astype("Float64").astype("Int16") for name in small})
    out["alert_civilians"] = out["alert_civilians"].astype("Float64").astype("boolean")
    shares = dict.fromkeys(("change", "change_low", "change_high", "change_3", "onset_risk"), 4)
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
