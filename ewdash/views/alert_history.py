"""A country's alerts, what followed each, and what each Council did next."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.symbols import bracketed
from ewdash.views.block import Block, block
from ewdash.views.country_councils import clocks_of
from ewdash.views.measure import comparable, reported, rounded
from ewdash.views.months import as_of, newest
from ewdash.views.signals import signals_of


def history(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the alerts of a country up to a month, newest first.

    Raises:
        NotCoveredError: If it has none on record.
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    del years
    name = record.places.name(country)
    rows = signals_at.of_each_month(signals_of(record, country))
    rows = rows[rows["alert"].fillna(0).gt(0) & rows["month"].le(newest(record, month))]
    if rows.empty:
        raise NotCoveredError(table=translate("section-alerts"), country=record.places.said(country))
    rows = comparable(rows).sort_values("month", ascending=False, ignore_index=True, kind="stable")
    at = as_of(record, month)
    clocks = clocks_of(record, "alert")
    clocks = clocks[clocks["iso3"] == country].set_index(["date", "body"], drop=False)
    answers = {True: translate("yes"), False: translate("no")}
    table = pd.DataFrame(
        {
            "month": rows["month"].dt.strftime("%Y-%m"),
            "alert": rows["alert"].map({1: translate("plain"), 2: translate("strong")}),
            "vintage": [translate(f"vintage-{state.replace('_', '-')}") for state in rows["vintage"]],
            "deaths_month": [
                reported(row["deaths_month"], row["vintage"]) for row in rows.to_dict("records")
            ],
            "change": rows["change"].map(rounded, na_action="ignore"),
            "followed": [
                _followed(row, at, answers) for row in rows[["month", "followed"]].to_dict("records")
            ],
            "next_hrc": [_act(clocks.loc[(day, "hrc")].to_dict(), at) for day in rows["month"]],
            "next_sc": [_act(clocks.loc[(day, "sc")].to_dict(), at) for day in rows["month"]],
        }
    )
    known = table["followed"].isin(answers.values())
    return block(
        "alert-history",
        None,
        table,
        record.card("signal_month"),
        record.card("council_action"),
        country=name,
        alerts=len(table),
        followed=int((table["followed"] == answers[True]).sum()),
        known=int(known.sum()),
    )


def _followed(row: dict[Hashable, Any], at: pd.Timestamp, answers: dict[bool, str]) -> str:
    """Say whether the next six months ran higher; not known before they are over."""
    over = row["month"] + pd.DateOffset(months=signals_at.RECENT_MONTHS) + pd.offsets.MonthEnd(0)
    if pd.isna(row["followed"]) or over > at:
        return translate("unknown")
    return answers[row["followed"] == 1]


def _act(row: dict[Hashable, Any], at: pd.Timestamp) -> str:
    """Say the first act of one side from the alert's month on, with the days to it."""
    if pd.notna(row["days"]) and row["acted"] <= at:
        days = translate("days", days=int(row["days"]))
        return translate("history-act", days=days, act=row["act"], symbol=bracketed(row["symbol"]))
    covered = min(row["covered_to"], at)
    if covered < row["date"]:
        return translate("history-after-record", day=i18n.day(covered))
    return translate("clock-none", day=i18n.day(covered))
