"""Alerts, stages and outlook of one country, as values."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.analysis.reviews import review
from ewdash.charts import evaluation as pictures
from ewdash.data.record import Record, spans
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError
from ewdash.model.situations import BANDS, STAGES
from ewdash.views.block import Block, block
from ewdash.views.measure import Measure, against, comparable, counted, reported
from ewdash.views.months import country_months

NAMED = "score"  # the rule whose misses `track_case` holds
SIGNS = ("rights", "displacement", "incidents")
RULES = {("full", 1): "score", ("full", 2): "score_strong", ("short", 1): "score_short"}
RULES |= {("short", 2): "score_short_strong", ("rule", 1): "rise", ("rule", 2): "sharp"}
MAX_MONTHS = 1200  # months beyond which "once in N months" says no more


@dataclass(frozen=True)
class AlertCard:
    """What an alert says of itself: a headline, and labelled sentences."""

    headline: str
    loud: bool
    lines: tuple[tuple[str, str], ...]


def signals(record: Record) -> pd.DataFrame:
    """Return `signal_month`, if it was computed from the installed tables.

    Raises:
        StaleSignalsError: If they have changed since.
    """
    record.current("signal_month")
    return record.table("signal_month")


def signals_between(record: Record, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return `signals` of the months from the first to the last.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    rows = record.once(_by_month)
    start, end = rows["month"].searchsorted(first), rows["month"].searchsorted(last, side="right")
    return rows.iloc[start:end]


def _by_month(record: Record) -> pd.DataFrame:
    return record.table("signal_month").sort_values("month", kind="stable")


def signals_of(record: Record, country: str) -> pd.DataFrame:
    """Return `signals` of one country.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    return record.of("signal_month", country)


def signals_now(record: Record, country: str, month: pd.Timestamp) -> pd.DataFrame:
    """Return `signals_at.at_month` of one country: a row, or none.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    rows, places = record.once(_of_each_month)
    start, end = places.get(country, (0, 0))
    own = rows["month"].iloc[start:end]
    return rows.iloc[start + own.searchsorted(month) : start + own.searchsorted(month, side="right")]


def _of_each_month(record: Record) -> tuple[pd.DataFrame, dict[str, tuple[int, int]]]:
    rows = signals_at.of_each_month(record.table("signal_month"))
    return rows, spans(rows["iso3"])


def reviewed(record: Record, month: pd.Timestamp, back: int) -> pd.DataFrame:
    """Return the review of all countries (`reviews.review`).

    Raises:
        StaleSignalsError: See `signals`.
    """
    return record.recent(_reviewed, month, back)


def _reviewed(record: Record, month: pd.Timestamp, back: int) -> pd.DataFrame:
    earlier = month - pd.DateOffset(months=back)
    return review(signals_between(record, earlier, month), month, back=back)


def measure(evaluation: pd.DataFrame, rule: str, name: str) -> "pd.Series[Any]":
    """Return one measure of a rule on all deaths, as its row of `track_record`."""
    rows = evaluation[
        (evaluation["part"] == "rules") & (evaluation["series"] == "all") & (evaluation["rule"] == rule)
    ]
    return rows[rows["measure"] == name].iloc[0]


def in_ten(share: float) -> str:
    """Say a share as a natural frequency."""
    if share >= 0.995:
        return translate("in-hundred-all")
    if 0.095 <= share <= 0.95:
        return translate("in-ten", number=round(share * 10))
    return (
        translate("in-hundred", number=round(share * 100)) if share >= 0.005 else translate("in-hundred-less")
    )


def alert_card(record: Record, *, country: str, month: pd.Timestamp) -> AlertCard:
    """Say whether an alert stands, why, how unusual, how big and how sure, and how such alerts did.

    Raises:
        NotCoveredError: If the record has no twelve months for the country.
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    rows = signals_of(record, country)
    now = signals_now(record, country, month)
    name = record.places.said(country)
    if now.empty:
        raise NotCoveredError(table=record.card("signal_month").title, country=name)
    evaluation = record.table("track_record")
    alerts = comparable(signals_at.recent_alerts(rows, now))
    if alerts.empty:
        return _quiet_card(name, rows, now.iloc[0], evaluation, month)
    alert = alerts.iloc[0]
    rule = RULES[str(alert["basis"]), int(alert["alert"])]
    precision = measure(evaluation, rule, "precision")
    lines: tuple[tuple[str, str], ...] = (
        ("why", why(alert)),
        ("unusual", _unusual(alert["surprise"])),
        ("big", _big(alert, _dated(record, alert))),
        ("agreed", _agreed(alert)),
        (
            "true",
            translate(
                "alert-true",
                rule=translate(f"rule-{rule.replace('_', '-')}"),
                share=in_ten(float(precision["value"])),
                low=round(float(precision["low"]) * 100),
                high=round(float(precision["high"]) * 100),
                cases=int(precision["cases"]),
            ),
        ),
        ("missed", _missed(evaluation, RULES[str(alert["basis"]), 1])),  # of alerts of either strength
    )
    civil = rows[rows["alert_civilians"] & rows["vintage"].eq(alert["vintage"])]
    civil = civil[civil["month"].between(month - pd.DateOffset(months=signals_at.RECENT_MONTHS - 1), month)]
    if len(civil):
        share = evaluation[(evaluation["part"] == "rules") & (evaluation["series"] == "civilians")]
        share = share[(share["rule"] == "rise") & (share["measure"] == "precision")]["value"].iloc[0]
        when = i18n.month(civil["month"].max())
        lines = (
            *lines[:4],
            ("civilians", translate("alert-civilians", month=when, share=in_ten(share))),
            *lines[4:],
        )
    tier = "strong" if alert["alert"] == 2 else "plain"
    return AlertCard(
        translate(
            f"alert-headline-{tier}",
            country=name,
            month=i18n.month(alert["month"]),
            share=in_ten(float(precision["value"])),
        ),
        True,
        tuple((translate(f"alert-label-{label}"), text) for label, text in lines),
    )


def _missed(evaluation: pd.DataFrame, rule: str) -> str:
    """Say how many onsets came without an alert: those the Track record page names, and by one rule alone.

    Args:
        evaluation: `track_record`.
        rule: The rule that gave the alert.
    """
    recalls = {name: measure(evaluation, name, "recall") for name in (NAMED, rule)}
    missed = {name: round((1 - float(row["value"])) * int(row["cases"])) for name, row in recalls.items()}
    return translate(
        "alert-missed",
        onsets=int(recalls[NAMED]["cases"]),
        missed=missed[NAMED],
        same=str(rule == NAMED).lower(),
        rule=translate(f"rule-{rule.replace('_', '-')}"),
        alone=missed[rule],
    )


def _quiet_card(
    name: str, rows: pd.DataFrame, now: "pd.Series[Any]", evaluation: pd.DataFrame, month: pd.Timestamp
) -> AlertCard:
    lines = [
        ("unusual", _unusual(now["surprise"])),
        ("agreed", _agreed(now)),
        ("missed", _missed(evaluation, NAMED)),
    ]
    risk = rows[rows["onset_risk"].notna() & (rows["month"] <= month)].sort_values("month")
    if len(risk) and now["deaths_12"] < 25:
        last = risk.iloc[-1]
        lines.insert(
            2,
            (
                "risk",
                translate(
                    "alert-risk", share=in_ten(float(last["onset_risk"])), month=i18n.month(last["month"])
                ),
            ),
        )
    # An alert needs a year of the same state of the record behind its month.
    late = rows[rows["vintage"].eq(now["vintage"]) & rows["month"].le(month)].sort_values("month")
    judged = int(late.tail(signals_at.RECENT_MONTHS)["change"].notna().sum())
    return AlertCard(
        translate(
            "alert-headline-none",
            country=name,
            month=i18n.month(month),
            judged=judged,
            known="none" if not judged else "all" if judged == signals_at.RECENT_MONTHS else "some",
        ),
        False,
        tuple((translate(f"alert-label-{label}"), text) for label, text in lines),
    )


def why(alert: "pd.Series[Any]") -> str:
    """Say what an alert rests on: the score and what counted most in it, or the rule."""
    drivers = [translate(f"driver-{group}") for group in str(alert["drivers"]).split(";") if group]
    if alert["basis"] == "rule":
        return translate(
            "alert-why-rule", rule=translate("rule-sharp" if alert["alert"] == 2 else "rule-rise")
        )
    return translate("alert-why-score", score=in_ten(float(alert["score"])), drivers="; ".join(drivers))


def _unusual(p: float) -> str:
    if pd.isna(p):
        return translate("alert-unusual-unknown")
    once = 1 / max(float(p), 1e-9)
    if once > MAX_MONTHS:
        return translate("alert-unusual-far")
    return translate("alert-unusual", months=round(once)) if once >= 3 else translate("alert-unusual-not")


def _dated(record: Record, alert: "pd.Series[Any]") -> int:
    """Return the deaths of an alert's month in events inside it."""
    rows = country_months(record, [str(alert["iso3"])])
    row = rows[(rows["month"] == alert["month"]) & (rows["vintage"] == alert["vintage"])].iloc[0]
    return int(row["deaths_dated"] - (0 if pd.isna(row["deaths_excepted"]) else row["deaths_excepted"]))


def _big(alert: "pd.Series[Any]", dated: int) -> str:
    top = f" {translate('alert-record', months=int(alert['record']))}" if alert["record"] > 0 else ""
    longer = int(alert["deaths_month"] - dated)
    more = f" {translate('alert-longer', crossing=longer, dated=dated)}" if longer > 0 else ""
    sentence = translate(
        "alert-big",
        deaths=reported(alert["deaths_month"], alert["vintage"]),
        against=against(*alert[["deaths_month", "change", "change_low", "change_high"]]),
        year=counted(alert["deaths_12"], alert["vintage"]),
    )
    return f"{sentence}{more}{top}"


def _agreed(row: "pd.Series[Any]") -> str:
    worse = [translate(f"sign-{name}") for name in SIGNS if row[name] == 1]
    silent = [translate(f"sign-{name}") for name in SIGNS if pd.isna(row[name])]
    sentence = translate("agreed-some", signs=i18n.listing(worse)) if worse else translate("agreed-none")
    return f"{sentence} {translate('agreed-silent', signs=i18n.listing(silent))}" if silent else sentence


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
        f"{translate(f'reason-{signals_at.reason(now.iloc[0])}')} {translate(f'prevention-{stage}')}."
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
    table = pd.DataFrame(
        {
            "from": stretches["first"].dt.date,
            "to": stretches["last"].dt.date,
            "stage": [translate(f"stage-{int(stage)}") for stage in stretches["stage"]],
            "evidence": [
                translate(f"reason-{signals_at.reason(row)}") for row in stretches.to_dict("records")
            ],
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
    rows = rows[rows["vintage"].isin(now["vintage"])].sort_values("horizon")
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
        & (evaluation["series"] == "all")
        & (evaluation["measure"] == "crps")
    ]
    crps = scores[scores["scope"] == "h3"].set_index("rule")["value"]
    quantiles = ["q05", "q25", "q50", "q75", "q95"]
    return block(
        "fan",
        pictures.fan(past, forecast),
        forecast.assign(month=forecast["target"].dt.date)[["month", *quantiles]].reset_index(drop=True),
        record.card("forecast_month"),
        boundaries=places.notes(country),
        country=places.name(country),
        method=translate(f"method-of-{method.replace('_', '-')}"),
        score=i18n.number(crps[method], decimals=3),
        baseline=i18n.number(crps["last_year"], decimals=3),
        last=i18n.number(crps["last"], decimals=3),
    )


def base_rates(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw what became of countries at this level, with an alert and without.

    Raises:
        NotCoveredError: If the level of the month is not known.
    """
    del years
    name = record.places.said(country)
    now = signals_now(record, country, month)
    if now.empty:
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
        up=in_ten(up),
        same=in_ten(float(stay[str(level)])),
    )


def stage_names() -> dict[int, str]:
    """Return the stages in words."""
    return {stage: translate(f"stage-{stage}") for stage in STAGES}
