"""What the signals say of many countries at a month, looked up in what is made once of all months."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pandas as pd

from ewdash.analysis import signals_at
from ewdash.analysis.signals_at import RECENT_MONTHS, Alert
from ewdash.data.record import Record
from ewdash.views.signals import all_alerts, signals

Row: TypeAlias = Mapping[Hashable, Any]
KEYS = ["iso3", "month"]
# What a stage rests on (`signals_at.reason`), and what an alert says.
EVIDENCE = ["stage", "fired", "alert", "rights", "displacement", "incidents"]
OPEN = ["iso3", "month", "vintage", "deaths_month", "unjudged", "record"]
PART, WHOLE = "partial", "short"  # the record of the month is in part; fewer than twelve months lie before


@dataclass(frozen=True)
class Signs:
    """What the signals say as of a month, of some countries."""

    stages: Sequence[Row] = ()  # a row for each country: its stage, `EVIDENCE`, and what `moved` adds
    alerts: Sequence[Alert] = ()  # as `signals_at.recent_alerts`
    crossing: Sequence[Row] = ()  # `signals_at.crossing`
    known: bool = False  # whether there is any signal of late
    # Months of late in which there can be no alert, by why: of any country (`PART`), or of all (`WHOLE`):
    # that fewer than twelve months lie before is so of a new State, too.
    unjudged: Mapping[str, Sequence[pd.Timestamp]] = field(default_factory=dict)


def signs(record: Record, inside: Collection[str], month: pd.Timestamp, last: pd.Timestamp) -> Signs:
    """Return what the signals say of some countries.

    Args:
        record: The installed tables.
        inside: Their iso3.
        month: The month of the stages.
        last: The newest month whose alerts are told.

    Raises:
        StaleSignalsError: See `signals`.
    """
    signals(record)
    first = last - pd.DateOffset(months=RECENT_MONTHS - 1)
    begin = month - pd.DateOffset(months=RECENT_MONTHS)
    stages = _between(record.once(_stages), month, month).to_dict("records")
    recent = _between(record.once(_reasons), first, last)
    reasons: dict[int, set[Any]] = {}
    # Months as numbers, of which only those that are told become days.
    columns = (recent["iso3"].tolist(), recent["month"].to_numpy().tolist(), recent["unjudged"].tolist())
    for code, day, reason in zip(*columns, strict=True):
        if code in inside:
            reasons.setdefault(day, set()).add(reason)
    alerts = signals_at.latest(record.once(all_alerts), last - pd.DateOffset(months=RECENT_MONTHS), last)
    return Signs(
        [row for row in stages if row["iso3"] in inside],
        [alert for alert in alerts.values() if alert.iso3 in inside],
        [row for row in record.once(_crossing) if first <= row["month"] <= last and row["iso3"] in inside],
        bool(reasons) or any(code in inside for code in _between(record.once(_reasons), begin, last)["iso3"]),
        {
            PART: [pd.Timestamp(day) for day, given in reasons.items() if PART in given],
            WHOLE: [pd.Timestamp(day) for day, given in reasons.items() if given == {WHOLE}],
        },
    )


def _between(rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of some months of a table that is sorted by them."""
    months = rows["month"]
    return rows.iloc[months.searchsorted(first) : months.searchsorted(last, side="right")]


def _stages(record: Record) -> pd.DataFrame:
    """Return the stage of each country at each month, and how it moved, sorted by month and country."""
    table = record.table("signal_month")
    now = signals_at.of_each_month(table[[*KEYS, "vintage", *EVIDENCE]])
    moved = signals_at.moved(table, now)[["before", "since", "direction"]]
    rows = now.astype({"vintage": "category"}).join(moved)
    small = dict.fromkeys([*EVIDENCE, "before", "direction"], "float32")  # few and whole
    return rows.astype(small).sort_values("month", kind="stable")


def _crossing(record: Record) -> Sequence[Row]:
    """Return all months for which it is open whether there is an alert, the newest first."""
    return record.once(_unjudged)[0]


def _reasons(record: Record) -> pd.DataFrame:
    """Return why a country can have no alert in a month, missing where it can, sorted by month."""
    return record.once(_unjudged)[1]


def _unjudged(record: Record) -> tuple[Sequence[Row], pd.DataFrame]:
    rows = signals_at.complete(record.table("signal_month")[OPEN])
    crossing = rows[rows["unjudged"] == "crossing"][OPEN].to_dict("records")
    return crossing, rows[[*KEYS, "unjudged"]].sort_values("month", kind="stable")
