"""Reviews to come under the Universal Periodic Review: how far they are on record, and a State's next one."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError

TABLE = "upr_due"
REVIEWED = "member"  # the kind of places that are reviewed


def fault(record: Record) -> str:
    """Say why reviews to come cannot be told; nothing where they can."""
    try:
        record.table(TABLE)
    except EwdashError as error:
        return str(error)
    return ""


def reach(record: Record) -> str:
    """Say up to which session of the working group reviews are on record; "" where none can be told."""
    rows = pd.DataFrame() if fault(record) else record.table(TABLE)
    if rows.empty:
        return ""
    last = rows.sort_values("session", kind="stable").iloc[-1]
    return translate("review-reach", session=str(last["session"]), month=i18n.month(last["month"]))


def of_country(record: Record, country: str) -> dict[Hashable, Any] | None:
    """Return a State's review to come as the table has it; None where none is on record."""
    rows = pd.DataFrame() if fault(record) else record.table(TABLE)
    rows = rows if rows.empty else rows[rows["iso3"] == country]
    return None if rows.empty else rows.iloc[0].to_dict()


def is_past(row: dict[Hashable, Any], day: pd.Timestamp) -> bool:
    """Tell whether the month of a review lies before a day; whether it took place is not on record."""
    return bool(row["month"] + pd.offsets.MonthEnd(0) < day.normalize())


def unknown(record: Record, codes: tuple[str, ...] | None) -> list[str]:
    """Return the States of a selection whose review of the cycle is on record neither as held nor as ahead.

    Args:
        codes: The selection; None is the world.
        record: The installed tables.
    """
    rows = pd.DataFrame() if fault(record) else record.table(TABLE)
    if rows.empty:
        return []
    held = record.table("upr_review")
    known = {*rows["iso3"], *held.loc[held["cycle"] >= rows["cycle"].max(), "iso3"]}
    places = record.table("country")
    members = places.loc[places["kind"] == REVIEWED, "iso3"]
    return [code for code in members if code not in known and (codes is None or code in codes)]


def sentence(record: Record, country: str, day: pd.Timestamp) -> str:
    """Say of one State that its next review is not on record, and how far reviews are; "" where it is.

    Within the month of a review it says that it may have taken place.

    Args:
        country: Its iso3.
        day: From which it is looked.
        record: The installed tables.
    """
    if fault(record) or record.places.row(country)["kind"] != REVIEWED:
        return ""
    row = of_country(record, country)
    facts = {"country": record.places.said(country), "reach": reach(record) or "none"}
    if row is None:
        return translate("review-next-unknown", **facts)
    if row["month"] <= day.normalize() <= row["month"] + pd.offsets.MonthEnd(0):
        return translate(
            "due-note-in-month",
            count=1,
            month=i18n.month(row["month"]),
            names="none",
            recalled=int(row["confidence"] != "verified"),
        )
    if is_past(row, day):
        return translate("review-next-after", session=str(row["session"]), **facts)
    return ""
