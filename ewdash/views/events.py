"""Where events happened in one country, as a block; imprecise places are counted, not drawn."""

import functools
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.event_coverage import coverage
from ewdash.charts import theme
from ewdash.data import geometry
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.places import Places
from ewdash.model.releases import PRELIMINARY, Release, parse
from ewdash.model.situations import LOWER_BOUND
from ewdash.render import EventMap, render
from ewdash.views.block import Block, block
from ewdash.views.months import country_months, drawn_months, period

# UCDP `where_prec` 1-3: the place, its vicinity or its district is known; from 4 on only a
# province, a region or the country, which a point would misplace.
DISTRICT = 3
NEAR = 0.1  # degrees, eleven kilometres: as far as a line so general puts a town on the wrong side
MIN_RADIUS, MAX_RADIUS = 3.0, 28.0  # radius in pixels
MARGIN = 1.5  # how much of the neighbours a slide shows, of the larger side: it is twice as wide as tall
MAX_PLACES = 10_000  # marks that a browser draws at once
MAX_LISTED = 50_000  # rows of the numbers behind the map
MAX_RADIUS_DEATHS = 1000  # deaths at one place that reach the largest radius


def where(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Map the places of events with a known district; deaths add up per place and type.

    Raises:
        NotCoveredError: If the table holds no event of the country in the period.
    """
    from ewdash.charts.maps import event_map  # when a map is asked for: no other part waits for it

    del month
    card = record.card("conflict_event")
    places = record.places
    name = places.name(country)
    first, last = period(country_months(record), years)
    found = record.events.extent(country, first=first, last=last, precision=DISTRICT)
    if not found.events:
        raise NotCoveredError(table=card.title, country=name)
    of = held(record, country, first, last)
    marks = record.events.places(
        country, first=first, last=last, precision=DISTRICT, most=MAX_PLACES, preliminary=of.preliminary
    )
    points = _points(marks)
    drawn = int(marks["events"].sum())
    extent = geometry.extent(country)
    deck = event_map(points, geometry.base_layer(country), extent) if extent and len(points) else None
    notes = (
        _notes(places, country, marks.assign(beyond=geometry.beyond(places.held(country), marks)))
        if extent
        else (translate("map-no-shape", country=name),)
    )
    if deck and drawn < found.placed:
        notes += (translate("map-largest", places=MAX_PLACES, events=found.placed - drawn),)
    if found.events > MAX_LISTED:
        notes += (translate("events-largest", listed=MAX_LISTED, events=found.events),)
    columns = ["date", "type", "place", "admin1", "where_prec", "deaths_best", "deaths_low", "deaths_high"]
    columns += ["dyad", "release", "review_status"]
    table = record.events.rows(country, first=first, last=last, columns=columns, largest=MAX_LISTED)
    table = table.iloc[::-1].reset_index(drop=True)
    sums = record.events.releases(country, first=first, last=last)
    late = int(sums.loc[sums["release"].isin(of.preliminary), "events"].sum())
    table = table.assign(
        date=table["date"].dt.date,
        type=table["type"].map(_kinds()),
        release_state=[
            translate("release-preliminary" if name in of.preliminary else "release-final")
            for name in table["release"]
        ],
    )
    chart = block(
        "where",
        deck,
        table,
        card,
        notes=notes,
        country=name,
        events=found.events,
        drawn=drawn,
        imprecise=found.events - found.placed,
        preliminary=late,
        years=of.years,
        lacking=of.lacking,
    )
    if deck is None or extent is None:
        return chart
    legend: tuple[tuple[str, str | None], ...] = tuple(
        (label, theme.TYPES[kind]) for kind, label in _kinds().items()
    )
    if marks["preliminary"].any():
        legend += ((translate("event-preliminary"), None),)
    chart = replace(chart, legend=legend, boundaries=(translate("boundary-note"), *places.notes(country)))
    surroundings = geometry.base_layer(country, margin=MARGIN)
    drawing = functools.partial(
        render, EventMap(points, surroundings, extent, legend), title=chart.title, lines=chart.small_print
    )
    return replace(chart, drawing=drawing)


class Held(NamedTuple):
    """Of which months single events are at hand, in words, and which releases of them are preliminary."""

    years: str
    lacking: str
    preliminary: tuple[str, ...]


def held(record: Record, country: str, first: pd.Timestamp, last: pd.Timestamp) -> Held:
    """Say of which months of a period single events are held, and of which deaths alone are on record."""
    blocks = record.events.releases(country)
    months = drawn_months(record, [country], first, last)
    known = months["deaths_best"].gt(0).fillna(value=False) | months["vintage"].eq(LOWER_BOUND)
    deadly = months.loc[known, "month"].tolist()  # a lower bound may hide a death
    late = record.once(_preliminary)
    spans, lacking = coverage(
        [*zip(blocks["first"], blocks["last"], strict=True), *((one.first, one.last) for one in late)],
        deadly,
        (first.normalize().replace(day=1), last.normalize().replace(day=1)),
    )
    return Held(
        i18n.listing(map(_span, spans)),
        i18n.listing(map(_span, lacking)) or "none",
        tuple(release.version for release in late),
    )


def _preliminary(record: Record) -> tuple[Release, ...]:
    """Return the preliminary releases among the events: each holds all countries in its months."""
    found = [parse(name) for name in record.events.values("release")]
    return tuple(release for release in found if release and release.status == PRELIMINARY)


def _span(months: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    """Say a stretch of months: in years where it is made of them."""
    first, last = months
    if (first.month, last.month) == (1, 12):
        same = "yes" if first.year == last.year else "no"
        return translate("years-told", first=str(first.year), last=str(last.year), same=same)
    if first == last:
        return i18n.month(first)
    return translate("period-of", first=i18n.month(first), last=i18n.month(last))


def _kinds() -> dict[str, str]:
    return {kind: translate(f"type-{kind.replace('_', '-')}") for kind in theme.TYPES}


def _notes(places: Places, country: str, marks: pd.DataFrame) -> tuple[str, ...]:
    """Say how many events lie across the line as drawn: near it, and far from it."""
    sides = {"map-across": marks["beyond"].le(NEAR), "map-far-across": marks["beyond"].gt(NEAR)}
    name = places.said(country)
    counts = {note: int(marks.loc[side, "events"].sum()) for note, side in sides.items()}
    return tuple(translate(note, country=name, events=count) for note, count in counts.items() if count)


def _points(marks: pd.DataFrame) -> pd.DataFrame:
    """Return one row per place, type and state of the record, with size and colour."""
    share = np.sqrt(marks["deaths_best"].astype(float).clip(upper=MAX_RADIUS_DEATHS) / MAX_RADIUS_DEATHS)
    colors = {
        kind: [int(color[i : i + 2], 16) for i in (1, 3, 5)] + [170] for kind, color in theme.TYPES.items()
    }
    kinds = _kinds()
    return pd.DataFrame(
        {
            "latitude": marks["latitude"].astype(float).round(4),
            "longitude": marks["longitude"].astype(float).round(4),
            "radius": (MIN_RADIUS + share * (MAX_RADIUS - MIN_RADIUS)).round(1),
            "colour": [colors[kind] for kind in marks["type"]],
            "open": marks["preliminary"],
            "tooltip": [
                translate(
                    "event-place",
                    place=str(row["place"]),
                    type=kinds[row["type"]],
                    events=int(row["events"]),
                    deaths=int(row["deaths_best"]),
                    preliminary="yes" if row["preliminary"] else "no",
                )
                for row in marks.to_dict("records")
            ],
        }
    )
