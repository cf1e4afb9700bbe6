"""A reader's own alert rule: how it would have scored beside ours, and where it alerts now."""

from collections.abc import Mapping

import pandas as pd

from ewdash import i18n
from ewdash.analysis import alerts, signals_at, skill
from ewdash.analysis.alerts import ALERT, FIXED, STRONG, Rule
from ewdash.analysis.panels import Panel
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.signals import evaluation, inputs
from ewdash.views.block import Block, block
from ewdash.views.measure import rounded
from ewdash.views.signals import signals

MINIMA = (1, 5, 10, 25, 50, 100, 250, 500, 1000)
MULTIPLES = (0.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 10.0)
RECORDS = (1, 12, 36, 120)  # months
# The first word of each name in the address -> its choices, and ours.
DEFAULTS = {"deaths": "25", "times": "3", "first": "5", "record": "1"}
MEASURES = ("per_month", "precision", "either", "recall", "hard_recall")
MAX_NAME = 40  # letters of a rule's name


def choices() -> dict[str, Mapping[str, str]]:
    """Return what each control of a rule offers: value in the address -> words."""
    times = {f"{value:g}": translate("own-times", number=value, times=_times(value)) for value in MULTIPLES}
    return {
        "deaths": {str(value): translate("own-deaths", deaths=value) for value in MINIMA},
        "times": times,
        "first": times,
        "record": {str(value): translate("own-record", months=value) for value in RECORDS},
    }


def _times(value: float) -> str:
    return i18n.number(value, decimals=0 if value == int(value) else 1)


def rule(*, deaths: str, times: str, first: str, record_months: str) -> Rule:
    """Return the rule of four choices (`choices`).

    A month is never asked for less in the first two months of a rise than later.
    """
    rise = float(times)
    return Rule("own", int(deaths), rise, int(record_months), max(rise, float(first)))


def _final(record: Record) -> Panel:
    return inputs.final(record.table)


def _now(record: Record) -> Panel:
    return inputs.continued(record.table)["lower_bound"]


def score(record: Record, *, own: Rule, name: str) -> Block:
    """Score a rule on 2010-2024 as ours are scored, beside them.

    Args:
        record: The installed tables.
        own: The rule.
        name: What its reader calls it; nothing for “your rule”.
    """
    panel, rows = record.once(_final), []
    for each, label in ((own, name or translate("rule-own")), *_ours()):
        alert = alerts.muted(alerts.fires(panel.deaths, each), panel.deaths)
        counts = skill.counted(alert, panel, evaluation.FIRST, evaluation.LAST)
        card, spans = skill.summed(counts), skill.intervals(counts)
        cells = {
            measure: f"{getattr(card, measure):.2f} ({low:.2f}–{high:.2f})"
            for measure, (low, high) in spans.items()
            if measure in MEASURES and low == low  # a share of nothing has no interval
        }
        rows.append({"rule": label, **{measure: cells.get(measure, "") for measure in MEASURES}})
    return block(
        "own-rule",
        None,
        pd.DataFrame(rows),
        record.card("conflict_month"),
        deaths=own.minimum,
        asked=own.rise,
        times=_times(own.rise),
        first=_times(own.first or own.rise),
        months=own.record,
    )


def _ours() -> list[tuple[Rule, str]]:
    return [(each, translate(f"rule-{each.key}")) for each in (ALERT, STRONG, *FIXED)]


def standing(record: Record, *, own: Rule, name: str) -> Block:
    """List where a rule alerts in the newest six months on record, and what ours say of that month.

    Args:
        record: The installed tables.
        own: The rule.
        name: See `score`.
    """
    panel = record.once(_now)
    firing = alerts.muted(alerts.fires(panel.deaths, own), panel.deaths)
    rows = panel.rows(own=firing, deaths_month=panel.deaths, change=alerts.change(panel.deaths))
    last = panel.months[-1]
    recent = signals_at.window(signals(record), last)
    recent = recent[["iso3", "month", "vintage", "alert", "unjudged"]]
    rows = rows[rows["own"] & (rows["month"] > last - pd.DateOffset(months=signals_at.RECENT_MONTHS))]
    rows = rows.merge(recent, on=["iso3", "month"], how="left")
    rows = rows.sort_values(["month", "change", "iso3"], ascending=[False, False, True])
    states = {0: translate("no"), 1: translate("plain"), 2: translate("strong")}
    table = pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "country": [record.places.name(code) for code in rows["iso3"]],
            "month": rows["month"].dt.strftime("%Y-%m"),
            "deaths_month": rows["deaths_month"].astype(int),
            "change": rows["change"].map(rounded),
            "vintage": [translate(f"vintage-{state.replace('_', '-')}") for state in rows["vintage"]],
            "alert_ours": rows["alert"].map(states).fillna(translate("unknown")),
        }
    )
    return block(
        "own-alerts",
        None,
        table.reset_index(drop=True),
        record.card("conflict_month_recent"),
        name=name or translate("rule-own"),
        alerts=len(table),
        first=i18n.month(last - pd.DateOffset(months=signals_at.RECENT_MONTHS - 1)),
        last=i18n.month(last),
    )
