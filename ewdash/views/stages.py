"""Stages and outlook of one country, as values."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.charts import evaluation as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError
from ewdash.model.situations import BANDS, FINAL, STAGES
from ewdash.views.block import Block, block
from ewdash.views.measure import Measure
from ewdash.views.signals import in_ten, signals_now, signals_of
from ewdash.views.terms import explained


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
    explanation = (
        f"{explained('stage')} {translate(f'reason-{signals_at.reason(now.iloc[0])}')} "
        f"{translate('stage-prevention', kind=translate(f'prevention-{stage}'))}"
    )
    return (Measure(translate("measure-stage"), translate(f"stage-{stage}"), explanation),)


def stage_history(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the stages of a situation with what opened each.

    Raises:
        NotCoveredError: If no stage is known for the country.
    """
    del month, years
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
