"""Figures above the fold, and how counts and multiples are written wherever they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.situations import FINAL, LOWER_BOUND, VINTAGES

TENTH, TEN = 0.1, 10.0


@dataclass(frozen=True)
class Measure:
    """One figure above the fold: its label, its value in words, and what it means."""

    label: str
    value: str
    explained: str


def state(vintage: object) -> str:
    """Return a state of the record as the catalogue writes it."""
    return str(vintage).replace("_", "-")


def state_names() -> dict[str, str]:
    """Return the states of the record in words."""
    return {vintage: translate(f"vintage-{state(vintage)}") for vintage in VINTAGES}


def record_state(rows: pd.DataFrame) -> str:
    """Return the least complete state of the record among rows with ``vintage``; final without rows."""
    return least_complete(rows["vintage"])


def least_complete(vintages: Iterable[str | None]) -> str:
    """Return the least complete of some states of the record; final of none."""
    held = set(vintages)
    return state(next((name for name in reversed(VINTAGES) if name in held), FINAL))


def counted(deaths: Any, vintage: object) -> str:  # noqa: ANN401 - a cell of a nullable column
    """Write a count of deaths: what is preliminary or a lower bound is never a plain number."""
    if pd.isna(deaths):
        return translate("unknown")
    return translate("counted", deaths=int(deaths), state=state(vintage))


def reported(deaths: int, vintage: object) -> str:
    """Write a count with its unit, as it stands inside a sentence."""
    return translate("reported", deaths=int(deaths), state=state(vintage))


def twelve(month: pd.Timestamp) -> str:
    """Return the first and the last of the twelve months that end with one, as files hold them."""
    first = month - pd.DateOffset(months=11)
    return translate("period-of", first=periods.write(first), last=periods.write(month))


def rounded(change: float) -> float:
    """Round a multiple to what it can say: two digits, one decimal from 0.1 to 10."""
    return round(change, 1) if TENTH <= change < TEN else float(f"{change:.2g}")


def banded(deaths: float, low: float, high: float) -> str:
    """Write a count of deaths with its low and high estimate; alone where they do not hold it."""
    if not low <= deaths <= high:
        return translate("total", deaths=int(deaths))
    return translate("total-band", deaths=int(deaths), low=int(low), high=int(high))


def multiple(change: float) -> str:
    """Write a multiple: rounded, with separators."""
    value = rounded(change)
    if value < TENTH:
        return translate("under-a-tenth")
    return i18n.number(value, decimals=0 if value >= TEN else 1)


def against(deaths: float, change: float, low: float | None = None, high: float | None = None) -> str:
    """Say a month against the year before it; nothing where the change is withheld.

    Args:
        deaths: In the month.
        change: `alerts.change`: one death is added to both sides, which the sentence says.
        low: Lower end of its interval, None to leave the interval out.
        high: Upper end.
    """
    if pd.isna(change):
        return ""
    mean = round((deaths + 1) / change - 1, 1)
    mean_text = i18n.number(mean, decimals=0 if mean >= TEN else 1)
    band = (
        ""
        if low is None or high is None
        else translate("against-band", low=multiple(low), high=multiple(high))
    )
    return translate(
        "against",
        mean=translate("against-mean", mean=mean_text) if mean > 0 else translate("against-none"),
        times=multiple(change),
        band=band,
    )


def comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows without the changes that compare nothing, or lower bounds with lower bounds.

    How much a lower bound misses differs from month to month, and nothing against nothing is no
    multiple.

    Args:
        rows: ``deaths_month``, ``change`` and the vintage in which it was taken, as
            ``change_vintage`` or ``vintage``.
    """
    vintage = rows["change_vintage" if "change_vintage" in rows else "vintage"]
    bound = vintage.eq(LOWER_BOUND).fillna(value=False)
    return rows.assign(change=rows["change"].mask(bound | nothing(rows)))


def nothing(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return where no death stands on either side of a change."""
    return (rows["deaths_month"].eq(0) & rows["change"].eq(1)).fillna(value=False)
