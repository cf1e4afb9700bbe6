"""The months a reader can ask for: those that end twelve months of one vintage."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, totals, vintages
from ewdash.data import home
from ewdash.data.record import Record, spans, within
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.datasets import Card
from ewdash.model.releases import EVENTS
from ewdash.model.situations import CANDIDATE, LOWER_BOUND
from ewdash.signals import standing
from ewdash.views import record_reach

LEVEL = ("vintage", "deaths_12", "low_12", "high_12", "deaths_12_before")  # of a country: sums are people
FAR_FUTURE = pd.Timestamp("2100-01-01")  # later than anything on record


def country_months(record: Record, countries: Collection[str] | None = None) -> pd.DataFrame:
    """Return deaths per country and month in their vintages, of all countries or of some."""
    rows = record.once(_country_months)
    if countries is None:
        return rows
    return within(rows, record.once(_spans), countries)


def _country_months(record: Record) -> pd.DataFrame:
    return standing.country_months(record.table)


def _spans(record: Record) -> dict[str, tuple[int, int]]:
    return spans(record.once(_country_months)["iso3"])


def month_place(record: Record, country: str, month: pd.Timestamp, vintage: str) -> int:
    """Return where a month of a country stands in `country_months` of all, in one vintage.

    Raises:
        ValueError: If it is not on record.
    """
    rows = record.once(_country_months)
    start, end = record.once(_spans)[country]
    months, vintages_held = (rows[name].iloc[start:end].to_numpy() for name in ("month", "vintage"))
    (place,) = np.flatnonzero((months == month) & (vintages_held == vintage))
    return start + int(place)


def drawn_months(
    record: Record, countries: Collection[str], first: pd.Timestamp, last: pd.Timestamp
) -> pd.DataFrame:
    """Return `vintages.drawn` of each month in its most complete vintage, of some countries and a period."""
    rows, kept, places = country_months(record), *record.once(_most_complete)
    months = rows["month"].to_numpy()[kept]
    period = (first.to_datetime64(), last.to_datetime64())
    found = [np.arange(0)]
    for code in sorted(set(countries) & places.keys()):
        start, end = places[code]
        inside = (
            np.searchsorted(months[start:end], period[0]),
            np.searchsorted(months[start:end], period[1], "right"),
        )
        found.append(start + np.arange(*inside))
    return vintages.drawn(rows.take(kept[np.concatenate(found)]).reset_index(drop=True))


def _most_complete(record: Record) -> tuple[npt.NDArray[np.intp], dict[str, tuple[int, int]]]:
    """Return where `vintages.most_complete` months stand in `country_months`, and those of each country."""
    rows = country_months(record)
    kept = vintages.most_complete_places(rows, ["iso3", "month"])
    return kept, spans(rows["iso3"].take(kept))


def grids(record: Record) -> totals.Deaths:
    """Return `totals.deaths` of the record."""
    return record.once(_grids)


def _grids(record: Record) -> totals.Deaths:
    final = record.table("conflict_month")
    return totals.deaths(country_months(record), final[final["basis"] == "joint"])


def comparable_months(record: Record) -> pd.DataFrame:
    """Return `levels.comparable_months` of the record."""
    return record.once(_comparable_months)


def _comparable_months(record: Record) -> pd.DataFrame:
    return levels.comparable_months(country_months(record))


def levels_at(record: Record, month: pd.Timestamp, countries: Collection[str] | None = None) -> pd.DataFrame:
    """Return the level and change of every covered country at one month, or of some countries.

    Returns:
        The columns of `levels.every_month` but the month, by iso3; none where no country is covered.

    Raises:
        StaleSignalsError: If the levels were computed from other figures.
    """
    rows = record.recent(_levels_at, month)
    return rows if countries is None else rows[rows["iso3"].isin(countries)].reset_index(drop=True)


def _levels_at(record: Record, month: pd.Timestamp) -> pd.DataFrame:
    rows = record.once(_levels)
    start, end = rows["month"].searchsorted(month), rows["month"].searchsorted(month, side="right")
    return rows.iloc[start:end].drop(columns="month").reset_index(drop=True)


def level_of(record: Record, month: pd.Timestamp, country: str) -> dict[str, Any]:
    """Return what `levels_at` knows of one country: whole numbers and words, nothing where it is not covered.

    Raises:
        StaleSignalsError: See `levels_at`.
    """
    rows = levels_at(record, month)
    codes = rows["iso3"].tolist()
    if country not in codes:
        return {}
    place = codes.index(country)
    row = {name: rows[name].array[place] for name in LEVEL}
    return {
        name: value if isinstance(value, str) else int(value)
        for name, value in row.items()
        if not pd.isna(value)
    }


def _levels(record: Record) -> pd.DataFrame:
    record.check_current("level_month")
    rows = levels.typed(record.passing("level_month"))
    return rows.sort_values("month", kind="stable", ignore_index=True)


def month_options(record: Record) -> dict[str, str]:
    """Return the months that can be asked for, newest first, each with its vintage in words."""
    months = comparable_months(record).sort_values("month", ascending=False, kind="stable")
    return {
        periods.write(month): translate(f"month-{vintage.replace('_', '-')}", month=i18n.month(month))
        for month, vintage in zip(months["month"], months["vintage"], strict=True)
    }


def vintage_note(record: Record, vintage: str) -> str:
    """Say what must be known of preliminary figures, or of lower bounds (``candidate``, ``lower_bound``)."""
    first, bounds = record.once(_preliminary)
    return translate(
        f"notice-{vintage.replace('_', '-')}",
        first=i18n.month(first),
        settled=last_final(record) if first <= _last_final(record) else "none",
        bounds=i18n.listing([i18n.month(month) for month in bounds]),
    )


def _preliminary(record: Record) -> tuple[pd.Timestamp, list[pd.Timestamp]]:
    """Return the first month with preliminary figures, and those that have lower bounds alone."""
    recent = record.table("conflict_month_recent")
    bounds, full = (set(recent.loc[recent["vintage"] == name, "month"]) for name in (LOWER_BOUND, CANDIDATE))
    return recent["month"].min(), sorted(bounds - full)


def last_final(record: Record) -> str:
    """Return the last month of the final record, in words."""
    return i18n.month(_last_final(record))


def _last_final(record: Record) -> pd.Timestamp:
    return pd.Timestamp(record.card("conflict_month").provenance.covers_to).replace(day=1)


def alike(record: Record, *, month: pd.Timestamp) -> Mapping[str, str]:
    """Return the months that may be compared with one, oldest first, each in words.

    Those are the months of the same kind of figure.
    """
    vintages = record.once(_vintages)
    return record.recent(_alike, vintages.get(month, ""), i18n.LANGUAGE.get())


def _vintages(record: Record) -> dict[pd.Timestamp, str]:
    """Return the months that can be asked for with their vintages, oldest first."""
    months = comparable_months(record).sort_values("month", kind="stable")
    return dict(zip(months["month"], months["vintage"], strict=True))


def _alike(record: Record, vintage: str, language: str) -> Mapping[str, str]:
    del language  # of the words
    months = (month for month, own in record.once(_vintages).items() if own == vintage)
    return {periods.write(month): i18n.month(month) for month in months}


def default_month(record: Record) -> str:
    """Return the latest month whose twelve months are covered in full, not as lower bounds."""
    return record.once(_default_month)


def _default_month(record: Record) -> str:
    months = comparable_months(record)
    full = months[months["vintage"] != LOWER_BOUND]
    return periods.write(full["month"].max())


def as_of(record: Record, month: pd.Timestamp) -> pd.Timestamp:
    """Return the last day that a view of a month knows of: the month's own, so that nothing later shows.

    The latest month that is covered in full, and those after it, know all that is on record.
    """
    latest = periods.parse(default_month(record))
    return month + pd.offsets.MonthEnd(0) if latest is None or month < latest else FAR_FUTURE


def newest(record: Record, month: pd.Timestamp) -> pd.Timestamp:
    """Return the newest month that a view of a month knows of (`as_of`)."""
    return month if as_of(record, month) < FAR_FUTURE else record.once(_newest)


def _newest(record: Record) -> pd.Timestamp:
    last: pd.Timestamp = country_months(record)["month"].max()
    return last


def _own_events(record: Record) -> bool:
    """Return whether a release of events was loaded on this machine."""
    rows = record.table("release")
    return bool((rows["origin"].eq("own") & rows["dataset"].isin(EVENTS)).any())


def reach(record: Record, *, today: date) -> str:
    """Say how far the record reaches, and how many months that is behind today."""
    last, own, ends = record.once(_newest), home.current(), record_reach.ends(record)
    return translate(
        "record-reach",
        deaths=i18n.month(last),
        hrc=i18n.day(ends["hrc"]),
        sc=i18n.day(ends["sc"]),
        behind=(today.year - last.year) * 12 + today.month - last.month,
        missing=i18n.listing([i18n.month(month) for month in _missing(record)]) or "none",
        own="yes" if record.once(_own_events) else "no",
        aside=(own and home.set_aside(own)) or "none",
    )


def _missing(record: Record) -> list[pd.Timestamp]:
    """Return the months between the first and the last of which nothing is on record."""
    months = pd.DatetimeIndex(country_months(record)["month"].unique())
    return [*pd.date_range(months.min(), months.max(), freq="MS").difference(months)]


def cards(record: Record, month: pd.Timestamp) -> tuple[Card, ...]:
    """Return the cards behind figures that end with ``month``."""
    final = record.card("conflict_month")
    if month.date() <= final.provenance.covers_to:
        return (final,)
    return (final, record.card("conflict_month_recent"))


def period(
    rows: pd.DataFrame, years: int | None, *, ends: pd.Timestamp | None = None
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and last day of the axis: whole years back from the end of the record, or from a day.

    Args:
        rows: The record: ``month``.
        years: Whole years; None is from the record's first month on.
        ends: The last day; None is the end of the record.
    """
    last = rows["month"].max() + pd.offsets.MonthEnd(0) if ends is None else ends
    first = rows["month"].min() if years is None else (last + pd.DateOffset(days=1, years=-years))
    return max(first, rows["month"].min()), last


def reaching(rows: pd.DataFrame, years: int | None, month: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the period up to the end of the record, or up to a month that lies before it."""
    span = period(rows, years)
    return span if span[0] <= month else period(rows, years, ends=month + pd.offsets.MonthEnd(0))
