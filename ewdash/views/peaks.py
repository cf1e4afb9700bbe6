"""The highest months of a situation in a period, and what each Council did from the first of them on."""

from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis.council_acts import taken
from ewdash.analysis.vintages import most_complete
from ewdash.data.events import crossing
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import SUCCESSORS_OF_YUGOSLAVIA
from ewdash.model.situations import BANDS
from ewdash.views import councils, record_reach
from ewdash.views.long_events import releases
from ewdash.views.measure import counted

# Peaks that are named: how many, their deaths at least, of the highest, and of the axis to a higher month.
MOST, FEWEST, SHARE, APART = 3, BANDS[2], 0.2, 0.15
LARGEST = 0.5  # of a month's deaths, from which the place of its largest event names the month
NEAR = 3  # `where_prec` up to which a place is known to the district or better


def highest(
    record: Record, country: str, months: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]
) -> pd.DataFrame:
    """Return the highest months of a country, far enough from each other to be named in a chart.

    Args:
        record: The installed tables.
        country: Its iso3.
        months: `ewdash.analysis.vintages.drawn` in the period.
        period: First and last day of the axis.

    Returns:
        ``month``, ``vintage``, ``deaths_dated`` (people) and ``label``, highest first; none where no
        month has 25 deaths.
    """
    rows = most_complete(months[months["deaths_dated"].notna()], ["month"])
    rows = rows.sort_values(["deaths_dated", "month"], ascending=[False, True])
    least = max(FEWEST, SHARE * rows["deaths_dated"].max()) if len(rows) else FEWEST
    apart = (period[1] - period[0]) * APART
    higher: list[pd.Timestamp] = []
    chosen: list[pd.Timestamp] = []
    for month in rows.loc[rows["deaths_dated"] >= least, "month"]:
        if len(chosen) < MOST and all(abs(month - other) >= apart for other in higher):
            chosen.append(month)
        higher.append(month)
    found = rows[rows["month"].isin(chosen)]
    places = _places(record, country, found)
    labels = [
        _label(month, places.get(month, ""), deaths, vintage)
        for month, deaths, vintage in zip(
            found["month"], found["deaths_dated"], found["vintage"], strict=True
        )
    ]
    return found[["month", "vintage", "deaths_dated"]].assign(label=labels).reset_index(drop=True)


def _label(month: pd.Timestamp, place: str, deaths: int, vintage: str) -> str:
    """Name a month by its deaths, and by the place of its largest event where that holds most of them."""
    return translate(
        "peak-label",
        month=i18n.short_month(month),
        place=place,
        placed="yes" if place else "no",
        deaths=counted(deaths, vintage),
    )


def _places(record: Record, country: str, months: pd.DataFrame) -> dict[pd.Timestamp, str]:
    """Return the place of each month's largest event that holds most of its deaths, where it is known."""
    deaths = months.set_index("month")["deaths_dated"].astype(float)
    rows = record.part(_largest, country)
    rows = rows[rows["month"].isin(deaths.index)]
    rows = rows[rows["deaths_best"] >= LARGEST * rows["month"].map(deaths)]
    return {month: str(place) for month, place in zip(rows["month"], rows["place"], strict=True)}


def _largest(record: Record) -> pd.DataFrame:
    """Return the largest event of each month at a place that is known, if it may hold most of its deaths."""
    shown = sorted(releases(record))

    def only(event: Any) -> Any:  # noqa: ANN401 - Ibis tables are not typed
        near = (event.where_prec <= NEAR) & event.release.isin(shown) & ~crossing(event)
        return near & (event.deaths_best >= LARGEST * FEWEST)

    columns = ["iso3", "month", "place", "deaths_best"]
    return record.events.rows(None, columns=columns, only=only, largest=1, per=("iso3", "month"))


def finding(
    record: Record, country: str, months: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]
) -> dict[str, str]:
    """Return the facts of the timeline's title: the highest month, and each Council's next act on record.

    Args:
        record: The installed tables.
        country: Its iso3.
        months: See `highest`.
        period: First and last day of the axis; acts after it are not looked at.

    Returns:
        ``found`` ("none" without a death, "few" below 25, else "most"), ``month`` and ``deaths``; the days
        of the first verified acts from that month on, ``hrc`` and ``sc``, in words; ``longer``: "yes"
        where events that cross a month's end hold more deaths of some month than the highest month has.
    """
    rows = most_complete(months[months["deaths_dated"].notna()], ["month"])
    crossing = (rows["deaths_best"] - rows["deaths_dated"]).max()
    longer = "yes" if pd.notna(crossing) and crossing > rows["deaths_dated"].max() else "no"
    if rows.empty or rows["deaths_dated"].max() == 0:
        return {"found": "none", "month": "", "deaths": "", "hrc": "", "sc": "", "longer": longer}
    first = rows.sort_values(["deaths_dated", "month"], ascending=[False, True]).iloc[0]
    return {
        "found": "most" if first["deaths_dated"] >= FEWEST else "few",
        "month": i18n.month(first["month"]),
        "deaths": counted(first["deaths_dated"], first["vintage"]),
        "longer": longer,
        **{council: _first(record, country, council, first["month"], period[1]) for council in ("hrc", "sc")},
    }


def _first(record: Record, country: str, council: str, day: pd.Timestamp, last: pd.Timestamp) -> str:
    """Say when a Council first acted on the country from a day on, as far as its record reaches.

    The clock counts so too (`responses.clock`): from the first day of the month, because the month's
    deaths lie somewhere in it.
    """
    acts = councils.own_acts_of(record, country)
    reach = min(record_reach.ends(record)[council], last)
    acts = taken(acts[acts["verified"] & acts["council"].eq(council) & acts["date"].between(day, reach)])
    if country in SUCCESSORS_OF_YUGOSLAVIA and (acts.empty or _acted_on_former(record, council, day, acts)):
        return translate("peak-former", place=record.places.name("YUG"))
    if len(acts):
        return i18n.day(acts["date"].iloc[0])
    return translate("peak-after-record" if reach < day else "peak-no-act", day=i18n.day(reach))


def _acted_on_former(record: Record, council: str, day: pd.Timestamp, acts: pd.DataFrame) -> bool:
    """Tell whether a Council acted on the former Yugoslavia before its first act on a successor."""
    former = councils.own_acts_of(record, "YUG")
    former = taken(former[former["verified"] & former["council"].eq(council)])
    return bool((former["date"].ge(day) & former["date"].lt(acts["date"].iloc[0])).any())
