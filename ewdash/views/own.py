"""Stages that analysts gave themselves, as values: which stand, and which lines are left out and why."""

from datetime import date
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import stages
from ewdash.data.own_file import Rows, is_day, moment
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.views.stages import stage_names


def own_stages(record: Record, *, country: str, months: "pd.Series[Any]") -> tuple[pd.DataFrame, list[str]]:
    """Return the analyst's readings of one country, and which lines are left out of them and why.

    Args:
        country: The country.
        months: The months of its record.
        record: The installed tables.

    Raises:
        NotesUnusableError: If the file of readings cannot be read.
    """
    own, wrong = record.table("override"), record.table("override_fault")
    if own.empty and wrong.empty:
        return own, []
    own = own[own["iso3"] == country]
    inside = own["month"].isin(months.astype("datetime64[us]"))  # a year 9999 has no nanoseconds
    wrong = wrong[wrong["iso3"] == country]
    return own[inside], [
        *_left_out(record, wrong),
        *_left_out(record, _file_rows(own[~inside]).assign(fault="month")),
    ]


def strays(record: Record) -> list[str]:
    """Say which of the analyst's lines are of no country, so that no picture could tell of them.

    Raises:
        NotesUnusableError: If the file of readings cannot be read.
    """
    codes = list(record.places.options())
    rows = (record.table("override_fault"), _file_rows(record.table("override")).assign(fault="iso3"))
    return [sentence for part in rows for sentence in _left_out(record, part[~part["iso3"].isin(codes)])]


def _file_rows(own: pd.DataFrame) -> pd.DataFrame:
    """Return readings with their months as the file writes them."""
    return own.assign(month=own["month"].dt.strftime("%Y-%m-%d"))


def _left_out(record: Record, lines: pd.DataFrame) -> list[str]:
    names = record.places.options() if len(lines) else {}
    return [
        translate(
            "override-left-out",
            country=names.get(line["iso3"], i18n.repeated(line["iso3"])),
            month=i18n.repeated(line["month"]),
            fault=line["fault"],
        )
        for line in lines.to_dict("records")
    ]


def stands_worded(saved_rows: Rows) -> str:
    """Say whose readings stand in the file and of what day, whatever they are."""
    names = stage_names()
    return " ".join(
        translate(
            "override-stands",
            month=i18n.month(date.fromisoformat(month)) if is_day(month) else i18n.repeated(str(month)),
            stage=names.get(stage, i18n.repeated(str(stage))),
            reason=i18n.repeated(str(reason)),
            author=i18n.repeated(str(author or translate("unknown"))),
            day=i18n.day(when) if (when := moment(timestamp)) else translate("unknown"),
        )
        for _, month, stage, reason, author, timestamp in saved_rows
    )


def overrides_worded(own: pd.DataFrame) -> str:
    """Say the analyst's readings of one country in sentences."""
    names = stage_names()
    return " ".join(
        translate(
            "override-line",
            month=i18n.month(row["month"]),
            stage=names[int(row["stage"])],
            reason=row["reason"],
            author=row["author"] or translate("unknown"),
            day=i18n.day(row["written"]),
        )
        for row in own.to_dict("records")
    )


def refusable(record: Record, *, country: str, month: pd.Timestamp, stage: int, reason: str) -> None:
    """Check an analyst's stage before it is kept.

    Raises:
        OverrideRefusedError: If it cannot be used.
    """
    rows = record.table("signal_month")
    months = rows[rows["iso3"] == country]["month"]
    name = record.places.said(country)
    stages.allowed(months, country=name, month=month, stage=stage, reason=reason)
