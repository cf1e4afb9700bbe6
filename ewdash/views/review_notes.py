"""What a country's figures rest on that is not settled: events under review, at sea, or excepted."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.situations import AT_SEA, CANDIDATE
from ewdash.views.months import country_months

Months: TypeAlias = tuple[pd.Timestamp, pd.Timestamp]  # the first and the last
MIN_SHARE = 0.25  # of the deaths whose review is known: less is not said


def sentences(record: Record, country: str, month: pd.Timestamp) -> list[str]:
    """Say which events are left out, and how much of the twelve months is still under review.

    Args:
        record: The installed tables.
        country: Its iso3.
        month: Last of the twelve months.
    """
    window = (month - pd.DateOffset(months=levels.YEAR - 1), month)
    return [*_exceptions(record, country, window), *_under_review(record, country, window)]


def _exceptions(record: Record, country: str, window: Months) -> list[str]:
    rows = record.part(_excepted, country)
    if rows.empty:
        return []
    rows = rows[_within(rows, window)]
    rows = rows.assign(reason=rows["reason"].fillna(translate("notice-at-sea")))
    return [
        translate(
            "notice-exception",
            events=translate("exception-named", day=i18n.day(part["date"].iloc[0]))
            if len(part) == 1
            else translate("exception-many", events=len(part)),
            deaths=int(part["deaths_best"].sum()),
            reason=str(why),
        )
        for why, part in rows.groupby("reason", sort=False)
    ]


def _within(rows: pd.DataFrame, window: Months) -> npt.NDArray[np.bool_]:
    months = rows["month"].to_numpy()
    return (months >= window[0]) & (months <= window[1])


def _excepted(record: Record) -> pd.DataFrame:
    """Return the preliminary events with deaths that are left out, and why; those at sea have no reason."""
    named = record.table("event_exception").set_index("event_id")["reason"]
    codes = [int(code) for code in named.index]

    def only(event: Any) -> Any:  # noqa: ANN401 - Ibis tables are not typed
        aside = event.event_id.isin(codes) | (event.where_prec == AT_SEA)
        return (event.dataset == CANDIDATE) & (event.deaths_best > 0) & aside

    columns = ["event_id", "iso3", "date", "month", "deaths_best"]
    rows = record.events.notable(columns=columns, only=only)
    return rows.assign(reason=rows["event_id"].map(named))


def _largest(record: Record) -> pd.DataFrame:
    """Return the largest preliminary event of each month."""
    return record.events.notable(
        columns=["iso3", "month", "deaths_best", "review_status"],
        only=lambda event: event.dataset == CANDIDATE,
        largest=1,
        per=("iso3", "month"),
    )


def _reviewed(record: Record) -> pd.DataFrame:
    """Return the preliminary months of which it is known how much is under review."""
    rows = country_months(record)
    rows = rows[rows["vintage"].eq(CANDIDATE) & rows["deaths_under_review"].notna()]
    return rows[["iso3", "month", "deaths_best", "deaths_under_review"]]


def _under_review(record: Record, country: str, window: Months) -> list[str]:
    rows = record.part(_reviewed, country)
    if rows.empty:
        return []
    rows = rows[_within(rows, window)]
    deaths, review = (int(rows[name].sum()) for name in ("deaths_best", "deaths_under_review"))
    if deaths < levels.MOVER_MINIMUM or review < MIN_SHARE * deaths:
        return []
    events = record.part(_largest, country)
    events = events[events["month"].isin(rows["month"])].sort_values("deaths_best", kind="stable")
    if events.empty:
        return []
    largest = events.iloc[-1]
    single = int(largest["deaths_best"])
    return [
        translate(
            "notice-review",
            deaths=deaths,
            first=i18n.month(rows["month"].min()),
            last=i18n.month(rows["month"].max()),
            review=review,
            single=single if 2 * single > deaths else 0,
            status=translate("review-status", status=str(largest["review_status"])),
        )
    ]
