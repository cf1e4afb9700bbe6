"""Where events happened in one country, as a block; imprecise places are counted, not drawn."""

import functools
from dataclasses import replace

import numpy as np
import pandas as pd

from ewdash.charts import theme
from ewdash.charts.maps import event_map
from ewdash.data import geometry
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.places import Places
from ewdash.render import EventMap, render
from ewdash.views.block import Block, block
from ewdash.views.months import country_months, period

# UCDP `where_prec` 1-3: the place, its vicinity or its district is known; from 4 on only a
# province, a region or the country, which a point would misplace.
DISTRICT = 3
NEAR = 0.1  # degrees, eleven kilometres: as far as a line so general puts a town on the wrong side
MIN_RADIUS, MAX_RADIUS = 3.0, 28.0  # radius in pixels
MARGIN = 1.5  # how much of the neighbours a slide shows, of the larger side: it is twice as wide as tall
MAX_RADIUS_DEATHS = 1000  # deaths at one place that reach the largest radius


def where(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Map the places of events with a known district; deaths add up per place and type.

    Raises:
        NotCoveredError: If the table holds no event of the country in the period.
    """
    del month
    card = record.card("conflict_event")
    places = record.places
    name = places.name(country)
    rows = record.table("conflict_event")
    first, last = period(country_months(record), years)
    rows = rows[(rows["iso3"] == country) & rows["month"].between(first, last)]
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    precise = rows["where_prec"].le(DISTRICT) & rows["latitude"].notna()
    points = _points(rows[precise])
    beyond = geometry.beyond(places.held(country), rows[precise])
    extent = geometry.extent(country)
    outline = geometry.base_layer(country)
    deck = event_map(points, outline, extent) if extent and len(points) else None
    columns = ["date", "type", "place", "admin1", "where_prec", "deaths_best", "deaths_low", "deaths_high"]
    table = rows.sort_values("date", ascending=False)[[*columns, "dyad", "release", "review_status"]]
    chart = block(
        "where",
        deck,
        table.assign(
            date=table["date"].dt.date,
            type=[translate(f"type-{kind.replace('_', '-')}") for kind in table["type"]],
        ).reset_index(drop=True),
        card,
        notes=_notes(places, country, beyond) if extent else (translate("map-no-shape", country=name),),
        country=name,
        events=len(rows),
        drawn=int(precise.sum()),
        imprecise=int((~precise).sum()),
        first=str(rows["month"].min().year),
        last=str(rows["month"].max().year),
    )
    if deck is None or extent is None:
        return chart
    legend = tuple(
        (translate(f"type-{kind.replace('_', '-')}"), color) for kind, color in theme.TYPES.items()
    )
    chart = replace(chart, legend=legend, boundaries=(translate("boundary-note"), *places.notes(country)))
    surroundings = geometry.base_layer(country, margin=MARGIN)
    drawing = functools.partial(
        render, EventMap(points, surroundings, extent, legend), title=chart.title, lines=chart.small_print
    )
    return replace(chart, drawing=drawing)


def _notes(places: Places, country: str, beyond: "pd.Series[float]") -> tuple[str, ...]:
    """Say how many events lie across the line as drawn: near it, and far from it."""
    sides = {"map-across": beyond.le(NEAR), "map-far-across": beyond.gt(NEAR)}
    name = places.said(country)
    counts = {note: int(events.sum()) for note, events in sides.items()}
    return tuple(translate(note, country=name, events=count) for note, count in counts.items() if count)


def _points(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per place and type, with size and colour."""
    keys = ["latitude", "longitude", "type", "place"]
    grouped = (
        rows.groupby(keys, observed=True, dropna=False)["deaths_best"].agg(["sum", "size"]).reset_index()
    )
    grouped = grouped[grouped["size"] > 0].sort_values("sum", ascending=False)
    share = np.sqrt(grouped["sum"].astype(float).clip(upper=MAX_RADIUS_DEATHS) / MAX_RADIUS_DEATHS)
    colors = {
        kind: [int(color[i : i + 2], 16) for i in (1, 3, 5)] + [170] for kind, color in theme.TYPES.items()
    }
    return pd.DataFrame(
        {
            "latitude": grouped["latitude"].round(4),
            "longitude": grouped["longitude"].round(4),
            "radius": (MIN_RADIUS + share * (MAX_RADIUS - MIN_RADIUS)).round(1),
            "colour": [colors[str(kind)] for kind in grouped["type"]],
            "tooltip": [
                translate(
                    "event-place",
                    place=str(row["place"]),
                    type=translate(f"type-{str(row['type']).replace('_', '-')}"),
                    events=int(row["size"]),
                    deaths=int(row["sum"]),
                )
                for row in grouped.to_dict("records")
            ],
        }
    )
