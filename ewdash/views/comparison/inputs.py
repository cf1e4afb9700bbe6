"""The sides of a comparison: each situation's months, acts and figures on the axis chosen."""

import functools
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis import comparisons
from ewdash.analysis.comparisons import YEAR, Course
from ewdash.analysis.council_acts import counted, keys
from ewdash.charts.comparisons import Drawn
from ewdash.data.record import Record
from ewdash.model.lanes import CROSSINGS
from ewdash.model.record_reach import Ends
from ewdash.model.situations import FINAL
from ewdash.views import councils, votes
from ewdash.views.comparison import sentences
from ewdash.views.comparison.sentences import Reading
from ewdash.views.months import country_months, level_of

ALIGNMENTS = ("calendar", "onset")
SPANS = {"year": YEAR, "month": 1}
AXES = ("linear", "log")
MEASURES = ("absolute", "per_million", "indexed")
ONSETS = comparisons.ONSETS
CHOICES = {"measure": MEASURES, "by": ALIGNMENTS, "span": tuple(SPANS), "axis": AXES}
MONTHS_BEFORE = 12  # months shown before an onset
DAYS_PER_MONTH = 30.4375  # in a month, for acts on an axis of months
NO_COURSE = Course(np.array([], "datetime64[M]"), np.array([], object), np.array([], float))
# Of an act, what is drawn, told and counted.
ACT = ["iso3", "place", "date", "council", "act_class", "instrument_status", "verified", "symbol", "label"]
Act: TypeAlias = dict[Hashable, Any]


@dataclass(frozen=True)
class Choice:
    """How situations are compared.

    ``month`` is the last one that counts, ``years`` how far the axis reaches back from it (or on
    from the onset; None is the whole record); the rest are keys of `CHOICES`.
    """

    countries: tuple[str, ...]
    month: pd.Timestamp
    years: int | None
    measure: str
    by: str
    span: str
    axis: str
    onset: str

    @property
    def aligned(self) -> bool:
        """Whether months are counted from each situation's onset."""
        return self.by == "onset"

    @property
    def months(self) -> int:
        """Months in each value drawn."""
        return SPANS[self.span]


@dataclass(frozen=True)
class Material:
    """What a comparison stands on; of ``runs`` and ``people`` no month after its last one may be used."""

    runs: dict[int, dict[str, Course]]  # `comparisons.courses` of all countries, by the months of a run
    people: dict[str, dict[int, int]]  # `comparisons.people`
    starts: dict[str, pd.Timestamp]  # by iso3: the first month of the axis, or the onset
    base: dict[str, float]  # `comparisons.base`
    covered: dict[str, pd.Timestamp]  # by iso3: the first month on record
    preliminary: bool  # whether any month is
    first: pd.Timestamp  # of the calendar axis


def gathered(record: Record, choice: Choice) -> Material:
    """Return what a comparison stands on."""
    final, firsts = record.once(_final), record.once(_firsts)
    first = record.once(_first)
    if choice.years is not None:
        first = max(first, choice.month - pd.DateOffset(months=choice.years * YEAR - 1))
    starts = dict.fromkeys(choice.countries, first)
    if choice.aligned:
        onsets = record.once(_onsets)
        onsets = onsets[onsets["iso3"].isin(choice.countries)]
        starts = comparisons.selected_onsets(onsets, choice.onset, until=choice.month)
    known = {code: firsts[code] for code in choice.countries if code in firsts}
    return Material(
        {months: record.once(make) for months, make in RUNS.items()},
        record.once(_people),
        starts,
        {code: comparisons.base(final.get(code, NO_COURSE), start) for code, start in starts.items()},
        {code: months[0] for code, months in known.items() if months[0] <= choice.month},
        any(months[1] <= choice.month for months in known.values()),
        first,
    )


def _years(record: Record) -> dict[str, Course]:
    return comparisons.courses(comparisons.series(country_months(record), months=YEAR))


def _months(record: Record) -> dict[str, Course]:
    return comparisons.courses(comparisons.series(country_months(record), months=1))


def _final(record: Record) -> dict[str, Course]:
    rows = country_months(record)
    return comparisons.courses(rows[rows["vintage"] == FINAL], "deaths_best")


def _onsets(record: Record) -> pd.DataFrame:
    return comparisons.onset_months(country_months(record))


def _people(record: Record) -> dict[str, dict[int, int]]:
    return comparisons.people(record.table("population_year"))


def _first(record: Record) -> pd.Timestamp:
    return pd.Timestamp(record.table("conflict_month")["month"].min())


def _firsts(record: Record) -> dict[str, tuple[pd.Timestamp, pd.Timestamp]]:
    """Return the first month of each country, and the first that is preliminary."""
    rows = country_months(record)
    first = rows.groupby("iso3")["month"].min()
    preliminary = rows[rows["vintage"] != FINAL].groupby("iso3")["month"].min().reindex(first.index)
    return dict(zip(first.index, zip(first, preliminary, strict=True), strict=True))


RUNS = {YEAR: _years, 1: _months}


def on_axis(material: Material, choice: Choice) -> dict[str, Drawn]:
    """Return the values of each situation inside the axis in the measure chosen, without withheld ones."""
    return {
        code: drawn
        for code in sorted(material.starts)
        if len((drawn := _drawn(code, material, choice)).values)
    }


def _drawn(code: str, material: Material, choice: Choice) -> Drawn:
    course, start = material.runs[choice.months].get(code, NO_COURSE), material.starts[code]
    if choice.aligned:
        last = choice.month
        if choice.years is not None:
            last = min(last, start + pd.DateOffset(months=YEAR * choice.years))
        course = course.between(start - pd.DateOffset(months=MONTHS_BEFORE), last)
    else:
        course = course.between(material.first, choice.month)
    values = course.deaths
    if choice.measure == "per_million":
        values = comparisons.per_million(course, material.people.get(code, {}))
    elif choice.measure == "indexed":
        values = comparisons.indexed(course, material.base[code], months=choice.months)
    course, values = course.where(~np.isnan(values)), values[~np.isnan(values)]
    since = (course.months - np.datetime64(start, "M")).astype(int)
    write = sentences.rate if choice.measure == "per_million" else i18n.number
    days = np.datetime_as_string(course.months.astype("datetime64[D]")).tolist()
    return Drawn(
        course=course,
        values=values.tolist(),
        since=since.tolist(),
        x=since.astype(float).tolist() if choice.aligned else days,
        told=[f"{_month(day)}: {write(value)}" for day, value in zip(days, values.tolist(), strict=True)],
    )


@functools.cache
def _month(day: str) -> str:
    return f"{pd.Timestamp(day):%b %Y}"


@dataclass(frozen=True)
class _Acts:
    """The acts of both Councils on all countries, in the order of their days."""

    table: pd.DataFrame  # `councils.acts_about`, and how each was voted on (`votes.said`)
    rows: list[Act]  # `ACT`, and ``key`` (`council_acts.keys`) and ``row`` (its place in the table)
    of: dict[str, list[int]]  # iso3 -> places of its rows


def _acts(record: Record, language: str) -> _Acts:
    del language  # votes are told in the reader's
    table = councils.acts_about(record, record.places.table["iso3"].tolist())
    table = table.assign(vote=votes.said(record, table))
    plain = table[ACT].astype(object).where(table[ACT].notna(), None)
    rows = [
        row | {"key": key, "row": place}
        for place, (row, key) in enumerate(zip(plain.to_dict("records"), keys(table), strict=True))
    ]
    of: dict[str, list[int]] = {}
    for row in rows:
        of.setdefault(row["iso3"], []).append(row["row"])
    return _Acts(table, rows, of)


def acts_on_axis(
    record: Record, material: Material, choice: Choice, points: Mapping[str, Drawn], *, ends: Ends
) -> list[Act]:
    """Return the acts inside the axis, with their place ``x`` on it; none after the end of both records."""
    acts = record.recent(_acts, i18n.LANGUAGE.get())
    # A single act after the end of both records would make their absence elsewhere look known.
    end = min(choice.month + pd.offsets.MonthEnd(0), max(ends.values()))
    places = sorted(place for code in material.starts for place in acts.of.get(code, ()))
    rows = [row for row in map(acts.rows.__getitem__, places) if row["date"] <= end]
    if not choice.aligned:
        return [row | {"x": f"{row['date']:%Y-%m-%d}"} for row in rows if row["date"] >= material.first]
    last = float(max((drawn.since[-1] for drawn in points.values()), default=0))
    placed = [row | {"x": (row["date"] - material.starts[row["iso3"]]).days / DAYS_PER_MONTH} for row in rows]
    return [row for row in placed if -MONTHS_BEFORE <= row["x"] <= last + 1]


def table_of(record: Record, acts: Sequence[Act]) -> pd.DataFrame:
    """Return acts as rows of `councils.acts_about`."""
    return record.recent(_acts, i18n.LANGUAGE.get()).table.take([act["row"] for act in acts])


def readings(record: Record, choice: Choice, material: Material, acts: Sequence[Act]) -> list[Reading]:
    """Return each situation's figures for the twelve months compared.

    Those are the twelve to the month chosen, or from the onset on.

    Args:
        record: The installed tables.
        choice: How situations are compared.
        material: `gathered`.
        acts: `acts_on_axis`.
    """
    return [_reading(record, code, choice, material, acts) for code in choice.countries]


def _reading(record: Record, code: str, choice: Choice, material: Material, acts: Sequence[Act]) -> Reading:
    places, start = record.places, material.starts.get(code)
    end = start
    if start is not None:
        end = start + pd.DateOffset(months=YEAR - 1) if choice.aligned else choice.month
    now, year, known = {}, NO_COURSE, material.people.get(code, {})
    if end is not None and end <= choice.month:  # twelve months that end later are not known yet
        now = level_of(record, end, code)
        year = material.runs[YEAR].get(code, NO_COURSE).between(end, end)
    rate = _only(comparisons.per_million(year, known))
    index = _only(comparisons.indexed(year, material.base.get(code, np.nan), months=YEAR))
    people = None if end is None else _only(comparisons.population([end.year], known))
    deaths = now.get("deaths_12")
    value = {"absolute": deaths, "per_million": rate, "indexed": index}[choice.measure]
    # What passed between the Councils is drawn and no act of one side, as in a briefing.
    own = [act for act in acts if act["iso3"] == code and act["act_class"] not in CROSSINGS]
    return Reading(
        iso3=code,
        name=places.name(code),
        said=places.said(code),
        value=None if deaths is None or value is None else float(value),
        deaths=deaths,
        low=now.get("low_12"),
        high=now.get("high_12"),
        before=now.get("deaths_12_before"),
        vintage=now.get("vintage"),
        population=None if people is None else int(people),
        rate=rate,
        index=index,
        first=None if end is None else end - pd.DateOffset(months=YEAR - 1),
        last=end,
        onset=start if choice.aligned else None,
        covered_from=material.covered.get(code),
        acts=counted(act["key"] for act in own if act["verified"]),
        unverified=len({act["key"] for act in own if not act["verified"]}),
        missing=_missing(choice, code, material, deaths=deaths, value=value),
    )


def _only(values: comparisons.Values) -> float | None:
    """Return the one value, None where it is not known or there is none."""
    return float(values[0]) if len(values) and not np.isnan(values[0]) else None


def _missing(
    choice: Choice, code: str, material: Material, *, deaths: int | None, value: float | None
) -> str | None:
    """Return why a situation has no figure in the measure chosen (one of `contrasts.REASONS`)."""
    if code not in material.covered:
        return "not_covered"
    if code not in material.base:
        return "no_onset"
    if choice.measure == "indexed" and not material.base[code] > 0:
        return "base_zero" if material.base[code] == 0 else "base_unknown"
    if deaths is None:
        return "not_yet" if choice.aligned else "not_covered"
    return "no_population" if value is None and choice.measure == "per_million" else None
