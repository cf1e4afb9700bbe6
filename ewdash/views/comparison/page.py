"""The Compare page as values: up to six situations side by side, and their differences in sentences."""

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.comparisons import YEAR
from ewdash.charts import comparisons as pictures
from ewdash.charts.comparisons import Drawn
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.model.situations import FINAL, VINTAGES
from ewdash.views import councils, record_reach, settled
from ewdash.views.block import Block, Reading, block
from ewdash.views.comparison import inputs, sentences
from ewdash.views.comparison.inputs import MONTHS_BEFORE, Choice, Material
from ewdash.views.months import levels_at, vintage_note
from ewdash.views.selection import selected

MAX_COUNTRIES = pictures.MOST
MIN_PEAK_SHARE = 0.1  # of the height of the picture: below this a course cannot be read
FIRST_COUNTRIES = 3
NO_MONTHS = np.array([], "datetime64[M]")
ACT_COLUMNS = {"hrc_acts": "HRC", "chr_acts": "CHR", "ohchr_acts": "OHCHR", "sc_acts": "SC"}
# Notes on where deaths are filed, without which a course is misread, and on names.
FILING_NOTES = (
    "note-israel",
    "note-palestine",
    "note-niger-nigeria",
    "note-sudan-south-sudan",
    "note-western-sahara",
    "note-kosovo-map",
    "note-kosovo",
    "note-kosovo-serbia",
    "note-taiwan",
    "note-former-yug",
    "note-former-sun",
    "note-former-scg",
)
# South Sudan's earlier deaths stand under the Sudan: until then twelve months can hold some.
EARLY_NOTE, EARLY_UNTIL = "note-sudan-south-sudan", pd.Timestamp(2012, 7, 1)


@dataclass(frozen=True)
class CompareView:
    """What the page shows; no picture where none of the situations can be placed on the axis.

    The first ``urgent`` of the notes must be seen beside the headline.
    """

    headline: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    urgent: int
    picture: Block | None
    figures: Block


def shown_first(
    record: Record, *, country: str | None, month: pd.Timestamp, region: str | None = None
) -> tuple[str, ...]:
    """Return the situations shown until the reader chooses: the country of the address first.

    Beside it stand those with most deaths in twelve months, of its region if it has one. Of a region,
    set or own list they are as many as can be compared; those without a death come last, by name.

    Args:
        record: The installed tables.
        country: Of the address.
        month: Last of the twelve months.
        region: M49 region, set or own list (see `Places`); None is the world.
    """
    places = record.places
    if region is not None:
        inside = selected(record, region, None)
        ranked = _highest(record, month, inside.inside)
        rest = sorted(inside.shown - set(ranked), key=places.name)
        chosen = [country] if country in inside.shown else []
        return tuple(dict.fromkeys([*chosen, *ranked, *rest]))[:MAX_COUNTRIES]
    iso3 = country if country in places.options() else None
    home = places.row(iso3)["region"] if iso3 else None
    near = places.within(region=home if isinstance(home, str) else None, group=None)
    first = [iso3] if iso3 else []
    return tuple(
        [*first, *(code for code in _highest(record, month, near) if code != iso3)][:FIRST_COUNTRIES]
    )


def _highest(record: Record, month: pd.Timestamp, inside: Collection[str]) -> list[str]:
    """Return the countries of a selection with any death in twelve months, most deaths first."""
    rows = levels_at(record, month)
    pairs = zip(rows["iso3"].tolist(), rows["deaths_12"].tolist(), strict=True)
    return [
        code for _, code in sorted((-deaths, code) for code, deaths in pairs if deaths and code in inside)
    ]


def told_first(
    record: Record, *, countries: tuple[str, ...], country: str | None, region: str | None = None
) -> str:
    """Say which situations are shown although the reader chose none, why these, and who is left out."""
    places = record.places
    names = i18n.listing(places.name(code) for code in countries)
    if region is not None:
        inside = selected(record, region, None)
        left = sorted(map(places.name, inside.shown - set(countries)))
        return translate(
            "compare-first-region",
            scope=inside.heading,
            shown=len(countries),
            members=len(inside.shown),
            left=places.shortened(left) if left else "",
            more=len(left),
        )
    beside = "yes" if country in countries else "no"
    return translate("compare-first", names=names, beside=beside)


def compare_view(record: Record, **fields: Any) -> CompareView:  # noqa: ANN401
    """Assemble the comparison.

    Args:
        record: The installed tables.
        **fields: The fields of `Choice`.
    """
    choice = Choice(**fields)
    places = record.places
    comparison = _comparison(record, choice)
    material, points = comparison.material, comparison.points
    acts, readings = comparison.acts, comparison.readings
    absent, names = _absent(choice, material, readings), _names(choice, material, places)
    urgent, beside = sentences.on_record(readings) + absent, absent + names
    rest = _notes(record, choice, material, points, readings) + names + _filed(acts, choice, places)
    return CompareView(
        headline=comparison.headline,
        lines=comparison.lines,
        notes=(*urgent, *rest),
        urgent=len(urgent),
        picture=_picture(record, choice, comparison, beside) if comparison.compared else None,
        figures=_figures(record, readings, choice),
    )


@dataclass(frozen=True)
class CompareHeadings:
    """What `CompareView` says in its headline and titles; of no picture where there is none."""

    headline: str
    picture: str | None
    figures: str


def compare_headings(record: Record, **fields: Any) -> CompareHeadings:  # noqa: ANN401
    """Return the headline and titles of `compare_view` with the same arguments."""
    choice = Choice(**fields)
    comparison = _comparison(record, choice)
    names = i18n.listing(reading.name for reading in comparison.compared)
    title = translate("chart-compared", names=names, measure=choice.measure, by=choice.by)
    figures = translate("chart-compared-figures", by=choice.by)
    return CompareHeadings(comparison.headline, title if names else None, figures)


@dataclass(frozen=True)
class _Comparison:
    """What a comparison says, and what it is drawn from."""

    material: Material
    points: Mapping[str, Drawn]
    acts: Sequence[inputs.Act]
    readings: list[sentences.Reading]
    compared: list[sentences.Reading]  # those that can be placed on the axis
    headline: str
    lines: tuple[str, ...]


def _comparison(record: Record, choice: Choice) -> _Comparison:
    material = inputs.gathered(record, choice)
    points = inputs.on_axis(material, choice)
    ends = record_reach.ends(record)
    acts = inputs.acts_on_axis(record, material, choice, points, ends=ends)
    readings = inputs.readings(record, choice, material, acts)
    compared = [reading for reading in readings if reading.iso3 in material.starts]
    last = choice.month + pd.offsets.MonthEnd(0)
    headline, *lines = sentences.differences(
        readings,
        aligned=choice.aligned,
        measure=choice.measure,
        month=choice.month,
        period=(i18n.month(material.first), sentences.last_month(last, ends=ends)),
    )
    if compared:
        lines += [sentences.onsets(compared)] if choice.aligned else []
        lines.append(
            sentences.acts(
                compared,
                first=i18n.month(material.first),
                last=last,
                aligned=choice.aligned,
                ends=ends,
            )
        )
    if choice.countries and settled.after(record, choice.month):
        headline = f"{settled.compared_sentence(record, choice.countries)} {headline}"
    return _Comparison(material, points, acts, readings, compared, headline, tuple(lines))


def _notes(
    record: Record,
    choice: Choice,
    material: Material,
    points: Mapping[str, Drawn],
    readings: list[sentences.Reading],
) -> list[str]:
    """Say where the record begins late, and what is preliminary."""
    notes = []
    if not choice.aligned:
        notes += sentences.late(readings, first=material.first)
    if choice.measure == "indexed" and material.preliminary:
        notes.append(translate("compare-index-final"))
    drawn = {vintage for one in points.values() for vintage in one.course.vintages.tolist()}
    return notes + [vintage_note(record, vintage) for vintage in VINTAGES[1:] if vintage in drawn]


def _absent(choice: Choice, material: Material, readings: list[sentences.Reading]) -> list[str]:
    """Say for which situations there is no course or no figure, and why."""
    return sentences.missing(readings, month=choice.month, start=f"{material.first:%Y-%m}")


def _names(choice: Choice, material: Material, places: Places) -> list[str]:
    """Say where deaths are filed and what names stand for, each note once."""
    filed: dict[str, list[str]] = {}
    for code in choice.countries:
        for note in str(places.row(code)["note"]).split(";"):
            if note in FILING_NOTES and (note != EARLY_NOTE or material.first < EARLY_UNTIL):
                filed.setdefault(note, []).append(places.name(code))
    return [
        translate("compare-note", name=i18n.listing(names), note=translate(note))
        for note, names in filed.items()
    ]


def _filed(acts: Sequence[inputs.Act], choice: Choice, places: Places) -> list[str]:
    """Say which lanes also hold acts on a place whose deaths are filed under their country."""
    other = dict.fromkeys((act["iso3"], act["place"]) for act in acts if act["place"] != act["iso3"])
    return [
        translate("compare-filed", name=places.name(code), place=places.said(place)) for code, place in other
    ]


def _picture(record: Record, choice: Choice, comparison: _Comparison, beside: list[str]) -> Block:
    """Draw the courses and the lanes, with their numbers and the acts as a list.

    The page says beside it why a situation has no course; the picture for slides says it itself.
    """
    points, acts = comparison.points, comparison.acts
    names = {reading.iso3: reading.name for reading in comparison.compared}
    entries = [
        pictures.Entry(
            reading.iso3,
            reading.name,
            translate("lane-title", acts=councils.counted_short(reading.acts), unverified=reading.unverified),
        )
        for reading in comparison.compared
    ]
    end = float(max((one.since[-1] for one in points.values()), default=YEAR))
    span: tuple[Any, Any] = (-MONTHS_BEFORE, end + 0.5)
    if not choice.aligned:
        span = (f"{comparison.material.first:%Y-%m-%d}", f"{choice.month + pd.offsets.MonthEnd(0):%Y-%m-%d}")
    figure = pictures.compared(
        points,
        acts,
        entries,
        over=pictures.Axes(
            span=span,
            x_title=translate("axis-since-onset") if choice.aligned else "",
            y_title=translate(f"axis-course-{choice.measure.replace('_', '-')}-{choice.span}"),
            log=choice.axis == "log",
            dated=not choice.aligned,
        ),
    )
    table = functools.partial(_points, record, choice, points, names)
    cards = [
        record.card("conflict_month"),
        record.card("conflict_month_recent"),
        record.card("council_action"),
    ]
    if choice.measure == "per_million":
        cards.insert(2, record.card("population_year"))
    picture = block(
        "compared",
        figure,
        table,
        *cards,
        notes=_flattened(choice, points, names),
        boundaries=beside,
        names=i18n.listing(names.values()),
        measure=choice.measure,
        by=choice.by,
        span=choice.span,
        axis=choice.axis,
        unverified=len({act["key"] for act in acts if not act["verified"]}),
    )
    return replace(picture, read=functools.partial(_reading, record, acts, names) if len(acts) else None)


def _flattened(choice: Choice, points: Mapping[str, Drawn], names: dict[str, str]) -> tuple[str, ...]:
    """Say which courses a far larger one leaves too low to read, where the scale does not part them."""
    peaks = pd.Series({code: max(one.values) for code, one in points.items()}, dtype=float)
    peaks = peaks.sort_values(ascending=False, kind="stable")
    if choice.axis == "log" or peaks.empty:
        return ()
    first, top = peaks.index[0], float(peaks.iloc[0])
    low = [names[code] for code in peaks.index[peaks < MIN_PEAK_SHARE * top]]
    facts = {"name": names[first], "highest": sentences.rate(top), "low": i18n.listing(low)}
    return (translate("compare-flattened", **facts),) if low else ()


def _points(
    record: Record, choice: Choice, drawn: Mapping[str, Drawn], names: dict[str, str]
) -> pd.DataFrame:
    """Return each point with what it holds: months, definition, unit, state, release, day of access."""
    points = pd.DataFrame(
        {
            "iso3": [code for code, one in drawn.items() for _ in one.values],
            "month": np.concatenate([one.course.months for one in drawn.values()] or [NO_MONTHS]),
            "vintage": [vintage for one in drawn.values() for vintage in one.course.vintages.tolist()],
            "deaths": np.concatenate([one.course.deaths for one in drawn.values()] or [np.array([])]),
            "value": [value for one in drawn.values() for value in one.values],
            "since": pd.array([months for one in drawn.values() for months in one.since], dtype="Int64"),
        }
    ).astype({"iso3": "str", "month": "datetime64[ns]", "value": float})
    kind = choice.measure.replace("_", "-")
    cards = {True: record.card("conflict_month"), False: record.card("conflict_month_recent")}
    of = [cards[vintage == FINAL].provenance for vintage in points["vintage"]]
    firsts = points["month"] - pd.DateOffset(months=choice.months - 1)
    deaths = "deaths_12" if choice.months == YEAR else "deaths_dated"
    measured = translate(f"axis-course-{kind}-{choice.span}")
    table = points.rename(columns={"since": "months_since"}).assign(
        country=points["iso3"].map(names),
        period=[
            translate("period-of", first=f"{first:%Y-%m}", last=f"{last:%Y-%m}")
            for first, last in zip(firsts, points["month"], strict=True)
        ],
        month=points["month"].dt.date,
        vintage=[translate(f"vintage-{vintage.replace('_', '-')}") for vintage in points["vintage"]],
        holds=translate(f"holds-{choice.span}", measure=choice.measure, by=choice.by),
        unit=translate(f"holds-unit-{kind}"),
        data_release=[provenance.version for provenance in of],
        accessed=[provenance.accessed for provenance in of],
        **{deaths: points["deaths"].astype("Int64"), measured: points["value"].round(3)},
    )
    columns = ["country", "iso3", "month", "period", measured, "unit", "holds", "vintage"]
    columns += [] if choice.measure == "absolute" else [deaths]
    columns += ["months_since"] if choice.aligned else []
    return table[[*columns, "data_release", "accessed"]].reset_index(drop=True)


def _reading(record: Record, acts: Sequence[inputs.Act], names: dict[str, str]) -> Reading:
    """Return the acts as sentences, country by country and year by year."""
    reading: list[tuple[str, tuple[str, ...]]] = []
    for code, name in names.items():
        part = inputs.table_of(record, [act for act in acts if act["iso3"] == code])
        reading += [
            (translate("country-year", country=name, year=year), lines)
            for year, lines in councils.reading(part)
        ]
    return tuple(reading)


def _rounded(values: list[float | None], digits: int) -> "pd.Series[Any]":
    return pd.Series(values, dtype="Float64").round(digits)


def _figures(record: Record, readings: list[sentences.Reading], choice: Choice) -> Block:
    """List the figures of the twelve months compared, a line for each situation."""
    table = pd.DataFrame(
        {
            "country": [reading.name for reading in readings],
            "period": [
                translate("period-of", first=f"{r.first:%Y-%m}", last=f"{r.last:%Y-%m}")
                if r.first is not None and r.last is not None
                else ""
                for r in readings
            ],
            "deaths_12": pd.array([reading.deaths for reading in readings], dtype="Int64"),
            "low_12": pd.array([reading.low for reading in readings], dtype="Int64"),
            "high_12": pd.array([reading.high for reading in readings], dtype="Int64"),
            "deaths_before": pd.array([reading.before for reading in readings], dtype="Int64"),
            "population": pd.array([reading.population for reading in readings], dtype="Int64"),
            "per_million": _rounded([reading.rate for reading in readings], 2),
            "index": _rounded([reading.index for reading in readings], 0),
            "onset": [f"{r.onset:%Y-%m}" if r.onset is not None else "" for r in readings],
            **{
                column: [reading.acts.get(body, 0) for reading in readings]
                for column, body in ACT_COLUMNS.items()
            },
            "unverified": [reading.unverified for reading in readings],
            "vintage": [
                translate(f"vintage-{reading.vintage.replace('_', '-')}")
                if reading.vintage
                else translate("not-covered")
                for reading in readings
            ],
        }
    )
    return block(
        "compared-figures",
        None,
        table.drop(columns=[] if choice.aligned else ["onset"]),
        record.card("conflict_month"),
        record.card("conflict_month_recent"),
        record.card("population_year"),
        record.card("council_action"),
        by=choice.by,
    )
