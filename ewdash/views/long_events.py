"""Events that cross a month's end: drawn across their days where these are known, else named in words."""

from typing import Any

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.data.events import crossing
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.releases import EVENTS
from ewdash.model.situations import FINAL, LOWER_BOUND, VINTAGES

MAX_NAMED = 3
MAX_DRAWN = 2_000  # of a country: its largest, more than any country has on record here


def releases(record: Record) -> set[str]:
    """Return the releases whose single events add up to the monthly figures shown."""
    rows = record.table("release")
    events = rows[rows["dataset"].isin(EVENTS)]
    final = events[events["status"] == FINAL].sort_values("covers_to", kind="stable").tail(1)
    return {*final["version"], *events.loc[events["status"] != FINAL, "version"]}


def spans(record: Record, country: str, period: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    """Return the events of a country that cross a month's end and whose days are known.

    Args:
        record: The installed tables.
        country: Its iso3.
        period: First and last day: events that touch it are returned.

    Returns:
        ``date``, ``date_end`` (days) and ``deaths_best`` (people), those without a death left out, and
        of more than `MAX_DRAWN` the smallest.
    """
    rows = record.part(_crossing, country)[["date", "date_end", "deaths_best"]]
    inside = (rows["date"].to_numpy() <= period[1]) & (rows["date_end"].to_numpy() >= period[0])
    return rows.take(np.flatnonzero(inside))


def _crossing(record: Record) -> pd.DataFrame:
    shown = sorted(releases(record)) or [""]  # Arrow takes no list of nothing

    def only(event: Any) -> Any:  # noqa: ANN401 - Ibis tables are not typed
        return crossing(event) & (event.deaths_best > 0) & event.release.isin(shown)

    columns = ["iso3", "date", "date_end", "deaths_best"]
    return record.events.notable(columns=columns, only=only, largest=MAX_DRAWN, per=("iso3",))


def sentences(months: pd.DataFrame, known: pd.DataFrame) -> list[str]:
    """Say what of the deaths is not drawn in a month, and the longest events by size.

    Args:
        months: `vintages.series` of a country or a selection, in the period shown.
        known: `spans` of the same period.
    """
    names = ["iso3", "month", "vintage", "deaths_best", "deaths_dated"]
    if not (months["deaths_best"] - months["deaths_dated"]).any():
        return []
    rows = months.loc[months["vintage"] != LOWER_BOUND, names]
    rank = rows["vintage"].map({vintage: place for place, vintage in enumerate(VINTAGES)})
    rows = rows.assign(rank=rank).sort_values("rank", kind="stable").drop_duplicates(["iso3", "month"])
    longer = (rows["deaths_best"] - rows["deaths_dated"]).astype("Int64")
    total = int(longer.sum())
    if total == 0:
        return []
    largest = known.sort_values("deaths_best", ascending=False, kind="stable").head(MAX_NAMED)
    named = [
        translate("span-named", deaths=int(deaths), first=i18n.day(first), last=i18n.day(last))
        for first, last, deaths in zip(
            largest["date"], largest["date_end"], largest["deaths_best"], strict=True
        )
    ]
    drawn = int(known["deaths_best"].sum())
    if 2 * drawn < total:
        highest = (
            rows.assign(longer=longer).sort_values("longer", ascending=False, kind="stable").head(MAX_NAMED)
        )
        named = [
            translate("crossing-named", deaths=int(deaths), month=i18n.month(month))
            for month, deaths in zip(highest["month"], highest["longer"], strict=True)
            if deaths > 0
        ]
    return [
        translate(
            "crossing-told",
            final=int(longer[rows["vintage"] == FINAL].sum()),
            early=int(longer[rows["vintage"] != FINAL].sum()),
            spans="none" if not drawn else "all" if drawn >= total else "some",
            named=i18n.listing(named),
        )
    ]
