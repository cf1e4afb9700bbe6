"""The highest months of a situation in a period, and what each Council did from the first of them on."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.analysis.council_acts import NOT_TAKEN
from ewdash.analysis.vintages import most_complete_places
from ewdash.data.events import crossing
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import SUCCESSORS_OF_YUGOSLAVIA
from ewdash.model.situations import BANDS
from ewdash.views import councils, record_reach, settled
from ewdash.views.long_events import releases
from ewdash.views.measure import counted

Days: TypeAlias = npt.NDArray[np.datetime64]
# Peaks that are named: how many, their deaths at least, of the highest, and of the axis to a higher month.
MOST, FEWEST, SHARE, APART = 3, BANDS[2], 0.2, 0.15
LARGEST = 0.5  # of a month's deaths, from which the place of its largest event names the month
MONTHS_OF_YEAR = 12
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
    rows, deaths = _ranked(months)
    days = months["month"].to_numpy()
    least = max(FEWEST, SHARE * deaths[rows[0]]) if len(rows) else FEWEST
    apart = ((period[1] - period[0]) * APART).to_timedelta64()
    high = rows[deaths[rows] >= least]
    chosen: list[int] = []
    for rank, row in enumerate(high.tolist()):
        if len(chosen) < MOST and (abs(days[row] - days[high[:rank]]) >= apart).all():
            chosen.append(row)
    found = months[["month", "vintage", "deaths_dated"]].take(chosen).reset_index(drop=True)
    largest = record.once(_largest_places)
    labels = []
    for month, vintage, dated in zip(*(found[name] for name in found), strict=True):
        place, held = largest.get((country, month), ("", 0))
        labels.append(_label(month, place if held >= LARGEST * dated else "", dated, vintage))
    return found.assign(label=labels)


def _ranked(months: pd.DataFrame) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Return where the months with known deaths stand, each in its most complete vintage, highest first.

    Args:
        months: See `highest`.

    Returns:
        Places of rows, and the deaths of all rows, NaN where unknown.
    """
    deaths = months["deaths_dated"].to_numpy(dtype=float, na_value=np.nan)
    rows = most_complete_places(months, ["month"], ~np.isnan(deaths))
    return rows[np.argsort(-deaths[rows], kind="stable")], deaths


def _label(month: pd.Timestamp, place: str, deaths: int, vintage: str) -> str:
    """Name a month by its deaths, and by the place of its largest event where that holds most of them."""
    return translate(
        "peak-label",
        month=i18n.short_month(month),
        place=place,
        placed="yes" if place else "no",
        deaths=counted(deaths, vintage),
    )


def _largest_places(record: Record) -> dict[tuple[str, pd.Timestamp], tuple[str, int]]:
    """Return the place and the deaths of each month's largest event, by iso3 and month."""
    rows = _largest(record)
    keys = zip(rows["iso3"], rows["month"], strict=True)
    return dict(zip(keys, zip(rows["place"].map(str), rows["deaths_best"], strict=True), strict=True))


def _largest(record: Record) -> pd.DataFrame:
    """Return the largest event of each month at a place that is known, if it may hold most of its deaths."""
    shown = sorted(releases(record)) or [""]  # Arrow takes no list of nothing

    def only(event: Any) -> Any:  # noqa: ANN401 - Ibis tables are not typed
        near = (event.where_prec <= NEAR) & event.release.isin(shown) & ~crossing(event)
        return near & (event.deaths_best >= LARGEST * FEWEST)

    columns = ["iso3", "month", "place", "deaths_best"]
    return record.events.notable(columns=columns, only=only, largest=1, per=("iso3", "month"))


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
        ``found`` ("none" without a death, "few" below 25, else "most"), ``month``, its first day ``from`` and
        ``deaths``; the days of the first verified acts from that day on, ``hrc`` and ``sc``, in words, which
        may come before the deaths of the month; ``longer``: "year" where the mean month of a final year
        (``year``, ``whole``) is higher, which no months on record show; else "yes" where events that cross a
        month's end hold more deaths of some month; else "no".
    """
    rows, deaths = _ranked(months)
    highest_deaths = deaths[rows[0]] if len(rows) else 0
    longer = (months["deaths_best"].to_numpy(dtype=float, na_value=np.nan) - deaths)[rows]
    told = {"longer": "yes" if (longer > highest_deaths).any() else "no", "year": "", "whole": ""}
    told |= _higher_year(record, country, max(highest_deaths, 1), period)
    if not highest_deaths:
        return dict.fromkeys(("month", "from", "deaths", "hrc", "sc"), "") | {"found": "none", **told}
    month, dated, vintage = (months[name].array[rows[0]] for name in ("month", "deaths_dated", "vintage"))
    return {
        "found": "most" if dated >= FEWEST else "few",
        "month": i18n.month(month),
        "from": i18n.day(month),
        "deaths": counted(dated, vintage),
        **told,
        **{council: _first(record, country, council, month, period[1]) for council in ("hrc", "sc")},
    }


def _higher_year(
    record: Record, country: str, highest_deaths: float, period: tuple[pd.Timestamp, pd.Timestamp]
) -> dict[str, str]:
    """Return the deadliest final year on the axis whose mean month is above the highest month on record.

    The months come from an older release or from preliminary ones; the year's release has no months.
    """
    figures = settled.years(record)
    if country not in figures.index:
        return {}
    row = figures.loc[[country]].iloc[0].dropna()
    known = {int(str(year)): int(deaths) for year, deaths in zip(row.index, row.tolist(), strict=True)}
    whole = {year: deaths for year, deaths in known.items() if period[0].year < year < period[1].year}
    year = max(whole, key=whole.__getitem__, default=0)
    if not year or whole[year] <= MONTHS_OF_YEAR * highest_deaths:
        return {}
    return {"longer": "year", "year": str(year), "whole": i18n.number(whole[year])}


def _first(record: Record, country: str, council: str, day: pd.Timestamp, last: pd.Timestamp) -> str:
    """Say when a Council first acted on the country from a day on, as far as its record reaches.

    The clock counts so too (`responses.clock`): from the first day of the month, because the month's
    deaths lie somewhere in it.
    """
    reach = min(record_reach.ends(record)[council], last)
    days = _days(record, country, council)
    days = days[(days >= day) & (days <= reach)]
    if country in SUCCESSORS_OF_YUGOSLAVIA and (
        not len(days) or _acted_on_former(record, council, day, days)
    ):
        return translate("peak-former", place=record.places.name("YUG"))
    if len(days):
        return i18n.day(pd.Timestamp(days[0]))
    return translate("peak-after-record" if reach < day else "peak-no-act", day=i18n.day(reach))


def _acted_on_former(record: Record, council: str, day: pd.Timestamp, days: Days) -> bool:
    """Tell whether a Council acted on the former Yugoslavia before its first act on a successor."""
    former = _days(record, "YUG", council)
    return bool(len(days) and ((former >= day) & (former < days[0])).any())


def _days(record: Record, country: str, council: str) -> Days:
    """Return the days of a Council's verified acts on a country, in order."""
    acts = councils.own_acts_of(record, country)
    kept = acts["verified"].to_numpy(dtype=bool) & (acts["council"] == council).to_numpy(dtype=bool)
    return acts["date"].to_numpy()[kept & ~acts["action_type"].isin(NOT_TAKEN).to_numpy()]
