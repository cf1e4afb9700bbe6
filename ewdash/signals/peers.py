"""Other people's warnings on the same months and definitions: only the comparison is kept.

The files are the reader's own copies; their licences do not let them ship. The table that comes
out holds counts and mean errors alone.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from ewdash.analysis import alerts, forecasts, onset_risk, onsets, panels, skill
from ewdash.analysis.panels import Flags, Grid, Panel
from ewdash.data.sources import read
from ewdash.signals import inputs
from ewdash.signals.compute import fired, risk
from ewdash.signals.inputs import Load

HDX, EWP = "hdx_signals.parquet", "ewp_backtest_risk.parquet"
VIEWS, PACE, AS_OF = (
    "views_forecasts_country_month.parquet",
    "pace_forecasts.parquet",
    "pace_deaths_vintages.parquet",
)
AS_OF_DEATHS = "deaths_best_within_month"
LIST_LENGTH = 30  # the Early Warning Project's published list
MAX_GAP = 2  # months between two alerts that are of the same rise
HORIZONS = (1, 3, 6)
COLUMNS = ["peer", "measure", "ours", "theirs", "cases", "first", "last"]


def compare(folder: Path, load: Load) -> pd.DataFrame:
    """Return `track_peer` from the peers' files in ``folder``.

    Raises:
        SourceMissingError: If a file is not there.
    """
    panel = inputs.final(load)
    alert = alerts.muted(fired(panel)[0], panel.deaths)
    rows = [
        *_hdx(folder, panel, alert),
        *_ewp(folder, panel, load),
        *_views(folder, load),
        *_pace(folder),
        *_as_it_stood(folder, load),
    ]
    return pd.DataFrame(rows, columns=COLUMNS).round({"ours": 4, "theirs": 4})


def _hdx(folder: Path, panel: Panel, alert: Flags) -> Iterator[tuple[object, ...]]:
    """Hold HDX Signals' alerts on conflict displacement to our yardstick."""
    signals = read(folder, HDX, ("iso3", "indicator", "date"))
    signals = signals[signals["indicator"] == "idmc_displacement_conflict"]
    months = pd.to_datetime(signals["date"]).dt.to_period("M").dt.to_timestamp()
    theirs = np.zeros_like(alert)
    place = {code: at for at, code in enumerate(panel.iso3)}
    for code, month in zip(signals["iso3"], months, strict=True):
        if code in place and month in panel.months:
            theirs[panel.months.get_loc(month), place[code]] = True
    first, last = f"{months.min():%Y-%m}", "2024-12"
    cards = [skill.scorecard(flags, panel, first, last) for flags in (alert, theirs)]
    for measure in ("precision", "recall", "per_month"):
        ours, other = (getattr(card, measure) for card in cards)
        yield ("hdx_sent", measure, ours, other, int(theirs.sum()), first, last)
    cells = np.argwhere(theirs)
    matches = sum(bool(alert[max(0, m - MAX_GAP) : m + MAX_GAP + 1, c].any()) for m, c in cells)
    yield ("hdx_sent", "near_ours", np.nan, matches / len(cells), len(cells), first, last)


def _ewp(folder: Path, panel: Panel, load: Load) -> Iterator[tuple[object, ...]]:
    """Rank quiet countries each December by both, and count the next year's onsets in the top 30."""
    table = read(folder, EWP, ("iso3", "year", "risk_from_prev_year_data"))
    risks = table.set_index(["year", "iso3"])["risk_from_prev_year_data"].unstack()
    ours_all = risk(panel, load)
    begins, _ = onsets.onsets(panel.deaths)
    quiet = onset_risk.is_quiet(panel.deaths)
    hits = [0, 0]
    total = 0
    for year in range(2010, 2025):
        at = int(np.flatnonzero(panel.months == pd.Timestamp(year - 1, 12, 1))[0])
        theirs = risks.reindex(index=[year], columns=list(panel.iso3)).to_numpy()[0]
        mask = quiet[at] & ~np.isnan(theirs) & ~np.isnan(ours_all[at])
        onset = begins[at + 1 : at + 13].any(axis=0) & mask
        total += int(onset.sum())
        for place, value in enumerate((ours_all[at], theirs)):
            ranked = np.argsort(-np.where(mask, value, -1.0), kind="stable")[:LIST_LENGTH]
            hits[place] += int(onset[ranked].sum())
    yield ("ewp", "top_30", hits[0] / total, hits[1] / total, total, "2010", "2024")


def _views(folder: Path, load: Load) -> Iterator[tuple[object, ...]]:
    """Compare errors of the middle forecast of state-based deaths, on logarithms."""
    table = read(folder, VIEWS, ("iso3", "first_month", "target_month", "horizon", "deaths_mean_ln"))
    rows = load("conflict_month")
    rows = rows[rows["basis"] != "joint"]
    panel = panels.panel(rows.assign(deaths_best=rows["deaths_state_based"]))
    deaths = panel.deaths
    place = {code: at for at, code in enumerate(panel.iso3)}
    month_index = {month: at for at, month in enumerate(panel.months)}
    table = table[table["iso3"].isin(place) & pd.to_datetime(table["target_month"]).isin(month_index)]
    table = table.drop_duplicates(["first_month", "iso3", "horizon"])
    for horizon in HORIZONS:
        part = table[table["horizon"] == horizon]
        target = np.array([month_index[pd.Timestamp(day)] for day in part["target_month"]])
        country = np.array([place[code] for code in part["iso3"]])
        origin = target - horizon
        ours = np.full(len(part), np.nan)
        for month in np.unique(origin):
            now = origin == month
            cases = origin[now], country[now]
            alike = forecasts.alike_draws(deaths, *cases, horizon=horizon, public=int(month) + 1)
            draws, weights = forecasts.pooled(forecasts.recent_draws(deaths, *cases), alike)
            ours[now] = (draws * weights).sum(axis=1)
        outcome = np.log1p(deaths[target, country])
        mask = ~np.isnan(outcome) & ~np.isnan(ours)
        errors = [
            float(np.mean((value - outcome)[mask] ** 2))
            for value in (ours, part["deaths_mean_ln"].to_numpy())
        ]
        ends = pd.to_datetime(part["target_month"])
        yield (
            "views",
            f"msle_{horizon}",
            *errors,
            int(mask.sum()),
            f"{ends.min():%Y-%m}",
            f"{ends.max():%Y-%m}",
        )


def _published(folder: Path) -> pd.DataFrame:
    """Return the deaths of each month as they stood on each day they were published."""
    published = read(folder, AS_OF, ("as_of", "month", "iso3", AS_OF_DEATHS))
    return published.assign(
        as_of=pd.to_datetime(published["as_of"]), month=pd.to_datetime(published["month"])
    )


def _pace(folder: Path) -> Iterator[tuple[object, ...]]:
    """Compare errors on the series as it stood when each forecast was made."""
    columns = ("series", "first_month", "target_month", "horizon", "iso3", "mean", "made_in_time")
    table, published = read(folder, PACE, columns), _published(folder)
    table = table[table["made_in_time"] & (table["series"] == "pace_live_h6")]
    outcome = published.sort_values("as_of", kind="stable").drop_duplicates(["iso3", "month"], keep="last")
    outcomes = outcome.set_index(["iso3", "month"])[AS_OF_DEATHS]
    errors: dict[int, list[tuple[Grid, Grid]]] = {horizon: [] for horizon in HORIZONS}
    ends: list[pd.Series] = []
    for first, issued in table.groupby("first_month"):
        start = pd.Timestamp(str(first))
        before = published[published["month"] < start]
        before = before[
            before["as_of"] == before[before["as_of"] < start + pd.DateOffset(months=1)]["as_of"].max()
        ]
        year = before[before["month"] >= start - pd.DateOffset(months=forecasts.LAST_YEAR)]
        middle = np.log1p(year.set_index(["iso3", "month"])[AS_OF_DEATHS]).groupby("iso3").mean()
        for horizon in HORIZONS:
            part = issued[issued["horizon"] == horizon]
            keys = list(zip(part["iso3"], pd.to_datetime(part["target_month"]), strict=True))
            observed = np.log1p(outcomes.reindex(keys).to_numpy(dtype=float))
            theirs = np.log1p(part["mean"].clip(lower=0).to_numpy(dtype=float))
            ours = middle.reindex(part["iso3"]).to_numpy(dtype=float)
            mask = ~np.isnan(observed) & ~np.isnan(ours)
            errors[horizon].append((np.abs(ours - observed)[mask], np.abs(theirs - observed)[mask]))
            ends.append(part["target_month"])
    for horizon, parts in errors.items():
        ours, theirs = (np.concatenate([pair[side] for pair in parts]) for side in (0, 1))
        span = _span(pd.concat(ends))
        yield ("pace", f"mae_{horizon}", float(ours.mean()), float(theirs.mean()), len(ours), *span)


def _span(months: pd.Series) -> tuple[str, str]:
    days = pd.to_datetime(months)
    return f"{days.min():%Y-%m}", f"{days.max():%Y-%m}"


def _as_it_stood(folder: Path, load: Load) -> Iterator[tuple[object, ...]]:
    """Raise alerts on figures as they stood, and count what the record as it stands also raises.

    Before the months of a publication stands the final record. Months to November 2024 are held
    against the final record, later ones against the preliminary one as it now stands.
    """
    now = inputs.continued(load)["lower_bound"]
    firing = fired(now)[0]
    issued = alerts.muted(firing, now.deaths)
    place = {code: at for at, code in enumerate(now.iso3)}
    final = inputs.final(load)
    before = final.rows(deaths_best=final.deaths)
    counts = {"": [0, 0, 0, 0], "_preliminary": [0, 0, 0, 0]}
    ends: dict[str, list[pd.Timestamp]] = {name: [] for name in counts}
    published = _published(folder)
    # The last publication is the record as it stands: nothing later tells what it was worth.
    for _, part in published[published["as_of"] < published["as_of"].max()].groupby("as_of"):
        month = part["month"].max()
        past = before[(before["month"] < part["month"].min()) & before["iso3"].isin(part["iso3"])]
        grid = panels.panel(pd.concat([past, part.rename(columns={AS_OF_DEATHS: "deaths_best"})]))
        then = fired(grid)[0]
        raised, loud = (
            {code for code, flag in zip(grid.iso3, flags, strict=True) if flag and code in place}
            for flags in (alerts.muted(then, grid.deaths)[-1], then[-1])
        )
        at = now.months.get_loc(month)
        stand, fires = ({code for code, of in place.items() if flags[at][of]} for flags in (issued, firing))
        name = "" if month <= final.months[-1] else "_preliminary"
        new = (len(raised & fires), len(raised), len(stand & loud), len(stand))
        counts[name] = [total + more for total, more in zip(counts[name], new, strict=True)]
        ends[name].append(month)
    for name, (kept, raised_then, seen, standing) in counts.items():
        span = _span(pd.Series(ends[name]))
        yield ("as_it_stood", f"kept{name}", kept / raised_then, np.nan, raised_then, *span)
        yield ("as_it_stood", f"seen_then{name}", seen / standing, np.nan, standing, *span)
        yield ("as_it_stood", f"months{name}", np.nan, np.nan, len(set(ends[name])), *span)
