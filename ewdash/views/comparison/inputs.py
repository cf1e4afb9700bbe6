"""The sides of a comparison: each situation's months, acts and figures on the axis chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import comparisons
from ewdash.analysis.comparisons import YEAR
from ewdash.analysis.council_acts import by_body, texts
from ewdash.data.record import Record, spans, within
from ewdash.model.record_reach import Ends
from ewdash.views import councils
from ewdash.views.comparison import sentences
from ewdash.views.comparison.sentences import Reading
from ewdash.views.months import country_months, levels_at

ALIGNMENTS = ("calendar", "onset")
SPANS = {"year": YEAR, "month": 1}
AXES = ("linear", "log")
MEASURES = ("absolute", "per_million", "indexed")
ONSETS = comparisons.ONSETS
CHOICES = {"measure": MEASURES, "by": ALIGNMENTS, "span": tuple(SPANS), "axis": AXES}
MONTHS_BEFORE = 12  # months shown before an onset
DAYS_PER_MONTH = 30.4375  # in a month, for acts on an axis of months


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
    """The rows behind one comparison, up to its last month."""

    rows: pd.DataFrame  # `vintages.series` of the countries
    runs: dict[int, pd.DataFrame]  # `comparisons.series` by its months
    population: pd.DataFrame
    starts: "pd.Series[pd.Timestamp]"  # by iso3: the first month of the axis, or the onset
    base: "pd.Series[float]"  # `comparisons.bases`
    acts: pd.DataFrame
    first: pd.Timestamp  # of the calendar axis


def gathered(record: Record, choice: Choice) -> Material:
    """Return the rows behind a comparison."""
    rows = country_months(record, choice.countries)
    rows = rows[rows["month"] <= choice.month]
    first = pd.Timestamp(record.table("conflict_month")["month"].min())
    if choice.years is not None:
        first = max(first, choice.month - pd.DateOffset(months=choice.years * YEAR - 1))
    if choice.aligned:
        onsets = comparisons.onset_months(rows)
        starts = comparisons.selected_onsets(onsets, choice.onset, until=choice.month)
    else:
        starts = pd.Series(first, index=list(choice.countries))
    population = record.table("population_year")
    return Material(
        rows,
        {
            months: runs[runs["month"] <= choice.month]
            for months, runs in (
                (months, within(*record.once(make), choice.countries)) for months, make in RUNS.items()
            )
        },
        population[population["iso3"].isin(choice.countries)],
        starts,
        comparisons.bases(rows, starts),
        councils.acts_about(record, choice.countries),
        first,
    )


def _years(record: Record) -> tuple[pd.DataFrame, dict[str, tuple[int, int]]]:
    runs = comparisons.series(country_months(record), months=YEAR)
    return runs, spans(runs["iso3"])


def _months(record: Record) -> tuple[pd.DataFrame, dict[str, tuple[int, int]]]:
    runs = comparisons.series(country_months(record), months=1)
    return runs, spans(runs["iso3"])


RUNS = {YEAR: _years, 1: _months}


def measured(courses: pd.DataFrame, material: Material, choice: Choice, *, months: int) -> pd.DataFrame:
    """Return courses in the measure chosen, without withheld values.

    Args:
        courses: `comparisons.courses`.
        material: `gathered`.
        choice: How situations are compared.
        months: Months in each value of the courses.
    """
    courses = courses[courses["iso3"].isin(material.starts.index)]
    if choice.measure == "per_million":
        return comparisons.per_million(courses, material.population).dropna(subset=["value"])
    if choice.measure == "indexed":
        return comparisons.indexed(courses, material.base, months=months)
    return courses.assign(value=courses["deaths"])


def on_axis(courses: pd.DataFrame, material: Material, choice: Choice) -> pd.DataFrame:
    """Return the months inside the axis, with ``since`` (from the start), ``x``, ``order``, ``told``."""
    starts = comparisons.of_each(courses["iso3"], material.starts)
    out = courses.assign(since=comparisons.since(courses["month"], starts).astype("Int64"))
    if choice.aligned:
        limit = YEAR * choice.years if choice.years is not None else None
        out = out[out["since"].ge(-MONTHS_BEFORE) & (out["since"].le(limit) if limit else True)]
    else:
        out = out[out["month"] >= material.first]
    out = out.assign(value=out["value"].astype(float))
    write = sentences.rate if choice.measure == "per_million" else i18n.number
    labels = [
        f"{month:%b %Y}: {write(value)}" for month, value in zip(out["month"], out["value"], strict=True)
    ]
    x = out["since"].astype(float) if choice.aligned else out["month"].dt.strftime("%Y-%m-%d")
    return out.assign(x=x, order=out["month"].dt.year * YEAR + out["month"].dt.month, told=labels)


def acts_on_axis(material: Material, choice: Choice, points: pd.DataFrame, *, ends: Ends) -> pd.DataFrame:
    """Return the acts inside the axis, with their place on it; none after the end of both records."""
    acts = material.acts
    acts = acts[
        acts["iso3"].isin(material.starts.index) & (acts["date"] <= choice.month + pd.offsets.MonthEnd(0))
    ]
    # A single act after the end of both records would make their absence elsewhere look known.
    acts = acts[acts["date"] <= max(ends.values())]
    if not choice.aligned:
        acts = acts[acts["date"] >= material.first]
        return acts.assign(x=acts["date"].dt.strftime("%Y-%m-%d"))
    starts = comparisons.of_each(acts["iso3"], material.starts)
    acts = acts.assign(x=(acts["date"] - starts).dt.days / DAYS_PER_MONTH)
    last = float(points["since"].max()) if len(points) else 0.0
    return acts[acts["x"].between(-MONTHS_BEFORE, last + 1)]


def readings(record: Record, choice: Choice, material: Material, acts: pd.DataFrame) -> list[Reading]:
    """Return each situation's figures for the twelve months compared.

    Those are the twelve to the month chosen, or from the onset on.

    Args:
        record: The installed tables.
        choice: How situations are compared.
        material: `gathered`.
        acts: `acts_on_axis`.
    """
    places = record.places
    ends: dict[str, pd.Timestamp] = {
        str(code): start + pd.DateOffset(months=YEAR - 1) if choice.aligned else choice.month
        for code, start in material.starts.items()
    }
    # Twelve months that end later are not known yet.
    known = {end for end in ends.values() if end <= choice.month}
    years = {end: levels_at(record, end, choice.countries).set_index("iso3") for end in known}
    year = material.runs[YEAR]
    year = year[year["month"].eq(comparisons.of_each(year["iso3"], pd.Series(ends, dtype="datetime64[ns]")))]
    values = {
        measure: measured(year, material, replace(choice, measure=measure), months=YEAR).set_index(
            ["iso3", "month"]
        )["value"]
        for measure in ("per_million", "indexed")
    }
    people = _people(material.population, ends)
    situations = []
    for code in choice.countries:
        end = ends.get(code)
        now = years[end].loc[code].dropna() if end in known and code in years[end].index else pd.Series()
        own = acts[acts["iso3"] == code]
        rows = material.rows[material.rows["iso3"] == code]
        rates = {measure: _number(series.get((code, end))) for measure, series in values.items()}
        deaths = _whole(now.get("deaths_12"))
        value = {"absolute": deaths, **rates}[choice.measure]
        situations.append(
            Reading(
                iso3=code,
                name=places.name(code),
                said=places.said(code),
                value=None if deaths is None or value is None else float(value),
                deaths=deaths,
                low=_whole(now.get("low_12")),
                high=_whole(now.get("high_12")),
                before=_whole(now.get("deaths_12_before")),
                vintage=str(now["vintage"]) if "vintage" in now else None,
                population=people.get(code),
                rate=rates["per_million"],
                index=rates["indexed"],
                first=None if end is None else end - pd.DateOffset(months=YEAR - 1),
                last=end,
                onset=material.starts.get(code) if choice.aligned else None,
                covered_from=None if rows.empty else rows["month"].min(),
                acts=by_body(own[own["verified"]]),
                unverified=len(texts(own[~own["verified"]])),
                missing=_missing(choice, code, rows, material.base, deaths=deaths, value=value),
            )
        )
    return situations


def _whole(value: Any) -> int | None:  # noqa: ANN401 - a cell of a nullable column
    return None if value is None else int(value)


def _number(value: Any) -> float | None:  # noqa: ANN401 - a cell of a nullable column
    return None if value is None else float(value)


def _people(population: pd.DataFrame, ends: Mapping[str, pd.Timestamp]) -> dict[str, int]:
    """Return the people by whom each rate at its month is divided, where they are known."""
    months = comparisons.EMPTY
    if ends:
        months = pd.DataFrame({"iso3": list(ends), "month": list(ends.values()), "deaths": 0.0})
    rows = comparisons.per_million(months, population).dropna(subset=["population"])
    return dict(zip(rows["iso3"], rows["population"].astype(int), strict=True))


def _missing(
    choice: Choice,
    code: str,
    rows: pd.DataFrame,
    base: "pd.Series[float]",
    *,
    deaths: int | None,
    value: float | None,
) -> str | None:
    """Return why a situation has no figure in the measure chosen (one of `contrasts.REASONS`)."""
    if rows.empty:
        return "not_covered"
    if code not in base.index:
        return "no_onset"
    if choice.measure == "indexed" and not base[code] > 0:
        return "base_zero" if base[code] == 0 else "base_unknown"
    if deaths is None:
        return "not_yet" if choice.aligned else "not_covered"
    return "no_population" if value is None and choice.measure == "per_million" else None
