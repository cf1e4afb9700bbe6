"""Stages and outlook of one country, as values."""

from collections.abc import Collection, Hashable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.analysis.stages import CRISIS_MIN, CRISIS_SURE, WAR
from ewdash.charts import evaluation as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError
from ewdash.model.situations import BANDS, CANDIDATE, CRISIS, FINAL, INTENSE, STAGES
from ewdash.views import settled
from ewdash.views.block import Block, block
from ewdash.views.measure import Measure
from ewdash.views.signals import in_ten, signals, signals_between, signals_now, signals_of
from ewdash.views.terms import explained

YEARLY = {CRISIS: CRISIS_SURE, INTENSE: WAR}  # deaths in twelve months that open a stage by themselves


def stage_measure(record: Record, *, country: str, month: pd.Timestamp) -> tuple[Measure, ...]:
    """Return the stage as a figure above the fold; none where it cannot be said (the card says why)."""
    try:
        now = signals_now(record, country, month)
    except EwdashError:
        return ()
    now = now[now["stage"].notna()]
    if now.empty:
        return ()
    stage = int(now["stage"].iloc[0])
    sentences = [
        explained("stage"),
        translate(f"reason-{signals_at.reason(now.iloc[0])}"),
        *_final_year(record, country, month),
        translate("stage-prevention", kind=translate(f"prevention-{stage}")),
    ]
    return (Measure(translate("measure-stage"), translate(f"stage-{stage}"), " ".join(sentences)),)


class _Crossing(NamedTuple):
    """Deaths of the last final year, those of its preliminary months, and the stage between the two."""

    final: int
    counted: int
    stage: int


def _crossings(record: Record) -> dict[str, _Crossing]:
    """Return by iso3 where the last final year lies on another side of what opens a stage than its months."""
    crossings = {}
    for code, (counted, deaths) in _last_years(record).items():
        if pd.isna(deaths):
            continue
        ends = sorted((int(deaths), counted))
        between = [stage for stage, least in YEARLY.items() if ends[0] < least <= ends[1]]
        if between:
            crossings[code] = _Crossing(int(deaths), counted, max(between))
    return crossings


def _last_years(record: Record) -> dict[str, tuple[int, float]]:
    """Return by iso3 deaths of the last final year: of its preliminary months, and final (NaN: not known)."""
    finals = settled.years(record)
    year = int(max(finals.columns))
    rows = signals(record)
    rows = rows[rows["month"].eq(pd.Timestamp(year, 12, 1)) & rows["vintage"].eq(CANDIDATE)]
    counts = rows.dropna(subset="deaths_12").set_index("iso3")["deaths_12"].astype(int)
    final = finals[year].astype(float).reindex(counts.index)
    return {str(code): (int(counts[code]), float(final[code])) for code in counts.index}


def _crossed(record: Record, month: pd.Timestamp) -> dict[str, _Crossing]:
    """Return those of `_crossings` whose stage may hang on it in a month.

    None does before the year has ended; nor where twelve months reach what opens the stage even if all that
    the final year took away lay among them.
    """
    if not settled.after(record, month):
        return {}
    year = int(max(settled.years(record).columns))
    if month < pd.Timestamp(year, 12, 1):
        return {}
    crossings = record.once(_crossings)
    rows = signals_at.at_month(signals_between(record, month, month), month)
    now = rows.set_index("iso3")["deaths_12"].astype(float)
    return {
        code: crossing
        for code, crossing in crossings.items()
        if not now.get(code, 0.0) + min(crossing.final - crossing.counted, 0) >= YEARLY[crossing.stage]
    }


def _final_year(record: Record, country: str, month: pd.Timestamp) -> tuple[str, ...]:
    """Say where the last final year lies on another side of what opens a stage than its months."""
    crossing = record.recent(_crossed, month).get(country)
    if crossing is None:
        return ()
    facts = settled.facts(record) | {
        "counted": crossing.counted,
        "deaths": crossing.final,
        "side": "below" if crossing.final < crossing.counted else "above",
        "least": YEARLY[crossing.stage],
        "stage": translate(f"stage-{crossing.stage}"),
    }
    return (translate("stage-final-year", **facts),)


def final_year_notes(record: Record, inside: Collection[str], month: pd.Timestamp) -> tuple[str, ...]:
    """Name the countries of a selection of which `_final_year` says so, and count those not known."""
    names = sorted(record.places.name(code) for code in record.recent(_crossed, month) if code in inside)
    if not names:
        return ()
    unknown = sum(
        code in inside and counted >= CRISIS_MIN and pd.isna(deaths)
        for code, (counted, deaths) in record.once(_last_years).items()
    )
    facts = settled.facts(record) | {"least": CRISIS_SURE, "most": WAR, "unknown": unknown, "few": CRISIS_MIN}
    return (translate("stage-final-years", names=i18n.listing(names), **facts),)


def stage_history(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the stages of a situation with what opened each.

    Raises:
        NotCoveredError: If no stage is known for the country.
    """
    del years
    rows = signals_of(record, country)
    places = record.places
    parts = [signals_at.stretches(part).assign(vintage=vintage) for vintage, part in rows.groupby("vintage")]
    if not sum(len(part) for part in parts):
        raise NotCoveredError(table=record.card("signal_month").title, country=places.said(country))
    stretches = pd.concat(parts).sort_values(["first", "vintage"], ascending=[False, True])
    known = rows[rows["stage"].notna()]
    final = known[known["vintage"] == FINAL].set_index("month")["stage"].to_dict()
    table = pd.DataFrame(
        {
            "from": stretches["first"].dt.date,
            "to": stretches["last"].dt.date,
            "stage": [translate(f"stage-{int(stage)}") for stage in stretches["stage"]],
            "evidence": [_opened(row, final) for row in stretches.to_dict("records")],
            "deaths_12": stretches["deaths_12"].astype("Int64"),
            "vintage": [
                translate(f"vintage-{vintage.replace('_', '-')}") for vintage in stretches["vintage"]
            ],
        }
    )
    return block(
        "stages",
        None,
        table.reset_index(drop=True),
        record.card("signal_month"),
        notes=_final_year(record, country, month),
        country=places.name(country),
    )


def _opened(row: Mapping[Hashable, Any], final: Mapping[Hashable, Any]) -> str:
    """Say what opened a stage, or that it runs on from the final month before, in which it stood already.

    Args:
        row: Of `signals_at.stretches`.
        final: Month -> stage of the final record.
    """
    reason = translate(f"reason-{signals_at.reason(row)}")
    before = final.get(row["first"] - pd.DateOffset(months=1))
    if row["vintage"] == FINAL or before != row["stage"]:
        return reason
    return translate("stage-runs-on", reason=reason)


def fan(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw the fan of the next six months.

    Raises:
        NotCoveredError: If no fan starts from this month.
    """
    del years
    record.current("forecast_month")
    places = record.places
    rows = record.table("forecast_month")
    rows = rows[(rows["iso3"] == country) & (rows["month"] == month)]
    now = signals_now(record, country, month)
    rows = rows[rows["vintage"].isin(now["vintage"])].sort_values("horizon", kind="stable")
    if rows.empty:
        raise NotCoveredError(table=record.card("forecast_month").title, country=places.said(country))
    vintage, method = rows["vintage"].iloc[0], str(rows["method"].iloc[0])
    past = signals_of(record, country)
    past = past[(past["vintage"] == vintage) & (past["month"] <= month)]
    past = past[past["month"] > month - pd.DateOffset(months=24)].rename(
        columns={"deaths_month": "deaths_best"}
    )
    forecast = rows.assign(target=[month + pd.DateOffset(months=int(step)) for step in rows["horizon"]])
    evaluation = record.table("track_record")
    scores = evaluation[
        (evaluation["part"] == "forecast")
        & (evaluation["series"] == "dated")
        & (evaluation["measure"] == "crps")
    ]
    crps = scores[scores["scope"] == "h3"].set_index("rule")["value"]
    quantiles = ["q05", "q25", "q50", "q75", "q95"]
    return block(
        "fan",
        pictures.fan(past, forecast, preliminary=vintage != FINAL),
        forecast.assign(month=forecast["target"].dt.date)[["month", *quantiles]].reset_index(drop=True),
        record.card("forecast_month"),
        boundaries=places.notes(country),
        country=places.name(country),
        month=i18n.month(month),
        begins=i18n.month(past["month"].min()),
        first=i18n.month(forecast["target"].min()),
        last_month=i18n.month(forecast["target"].max()),
        final="yes" if vintage == FINAL else "no",
        method=translate(f"method-of-{method.replace('_', '-')}"),
        score=i18n.number(crps[method], decimals=3),
        baseline=i18n.number(crps["last_year"], decimals=3),
        last=i18n.number(crps["last"], decimals=3),
        pooled="yes" if method == "pool" else "no",
    )


def base_rates(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw what became of countries at this level, with an alert and without.

    Raises:
        NotCoveredError: If the level of the month is not known.
    """
    del years
    name = record.places.said(country)
    now = signals_now(record, country, month)
    if now.empty or pd.isna(now["level"].iloc[0]):
        raise NotCoveredError(table=record.card("signal_month").title, country=name)
    level = int(now["level"].iloc[0])
    evaluation = record.table("track_record")
    rows = evaluation[(evaluation["part"] == "base") & (evaluation["scope"] == str(level))]
    shares = pd.DataFrame(
        {
            "state": [
                translate(f"base-{str(rule).replace('_', '-')}", cases=int(cases))
                for rule, cases in zip(rows["rule"], rows["cases"], strict=True)
            ],
            "after": rows["measure"].astype(int),
            "share": rows["value"],
        }
    )
    stay = rows[rows["rule"] == "no_alert"].set_index("measure")["value"]
    up = float(stay[[str(band) for band in range(level + 1, len(BANDS))]].sum())
    return block(
        "base-rates",
        pictures.base_rates(shares),
        shares.assign(after=[translate(f"level-{after}") for after in shares["after"]]),
        record.card("track_record"),
        place="",  # countries alike, not this one
        country=name,
        level=translate(f"level-{level}"),
        up=in_ten(up) if level < len(BANDS) - 1 else "none",
        alerts=int((rows["rule"] == "alert").sum()),
        same=in_ten(float(stay[str(level)])),
    )


def stage_names() -> dict[int, str]:
    """Return the stages in words."""
    return {stage: translate(f"stage-{stage}") for stage in STAGES}
