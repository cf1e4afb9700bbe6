"""Deaths by province of one country, as a block: a mark for each on a map, and a table that adds up.

There is no geometry of provinces that may be passed on: the UN's that we have ends at countries, and Natural
Earth's draws disputed areas in ways this audience cannot use. So a province is one mark, in the middle of
its events.
"""

import functools
from dataclasses import replace

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.provinces import by_province, same_name
from ewdash.charts import theme
from ewdash.data import geometry
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.situations import BANDS
from ewdash.render import EventMap, render
from ewdash.views.block import Block, block
from ewdash.views.events import MARGIN, held
from ewdash.views.months import country_months, period

MIN_RADIUS, MAX_RADIUS = 3.0, 36.0  # pixels; the largest is that of the province with most deaths
FULL = 100.0  # deaths from which a country's largest mark has the largest radius
FILL = [*(int(theme.RED[start : start + 2], 16) for start in (1, 3, 5)), 150]
MAX_NAMED = 12  # names on the map; the rest are told by their marks and the table
FEWEST = BANDS[2]  # deaths of a province that a title names
MAX_TOLD = 3  # names in a note


def provinces(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw deaths by province as marks, with every province in the table.

    Raises:
        NotCoveredError: If the table holds no event of the country in the period.
    """
    from ewdash.charts.maps import province_map  # when a map is asked for: no other part waits for it

    del month
    card = record.card("conflict_event")
    places = record.places
    name = places.name(country)
    first, last = period(country_months(record), years)
    areas = record.events.areas(country, first=first, last=last)
    of = held(record, country, first, last)
    late = by_province(record.events.areas(country, first=first, last=last, of=of.preliminary or [""]))
    final = [name for name in record.events.values("release") if name not in of.preliminary]
    early = by_province(record.events.areas(country, first=first, last=last, of=final or [""]))
    rows = by_province(areas)
    counts = dict(zip(_keys(late), late["deaths_best"].tolist(), strict=True))
    rows["deaths_preliminary"] = pd.array([counts.get(key, 0) for key in _keys(rows)], dtype="Int64")
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    named = rows[rows["admin1"].notna()]
    points = _points(named[named["latitude"].notna()], early, late)
    extent, outline = geometry.extent(country), geometry.base_layer(country)
    deck = province_map(points, outline, extent) if extent and len(points) else None
    preliminary, total = (int(rows[sum_].sum()) for sum_ in ("deaths_preliminary", "deaths_best"))
    alone = early.empty and not late.empty  # nothing final to lead by
    rows["deaths_told"] = rows["deaths_best"] - (0 if alone else rows["deaths_preliminary"])
    counted = rows.loc[named.index, "deaths_told"]
    leading = named[counted == counted.max()]
    most = leading.iloc[0] if len(leading) == 1 and counted.max() >= FEWEST else None
    chart = block(
        "provinces",
        deck,
        _table(rows),
        card,
        notes=() if deck is None else _placeless(named),
        country=name,
        kind="none" if most is None else "most",
        province="" if most is None else str(most["admin1"]),
        deaths=0 if most is None else int(counted.max()),
        events=int(rows["events"].sum()),
        total=total if alone else total - preliminary,
        unnamed=int(rows.loc[rows["admin1"].isna(), "deaths_told"].sum()),
        preliminary="all" if alone else preliminary,
        years=of.years,
        lacking=of.lacking,
    )
    if deck is None or extent is None:
        return chart
    both = bool(points["open"].any())
    kinds: list[tuple[str, str | None]] = [("final" if both else "all", theme.RED), ("preliminary", None)]
    shown = kinds[1 if points["open"].all() else 0 : 2 if both else 1]
    legend = tuple((translate("province-mark", state=state), colour) for state, colour in shown)
    chart = replace(chart, legend=legend, boundaries=(translate("boundary-note"), *places.notes(country)))
    still = EventMap(points, geometry.base_layer(country, margin=MARGIN), extent, legend)
    drawing = functools.partial(render, still, title=chart.title, lines=chart.small_print)
    return replace(chart, drawing=drawing)


def _keys(rows: pd.DataFrame) -> list[str]:
    """Return what tells each province from every other, under whichever spelling; "" for those unnamed."""
    return [same_name(str(name)) if isinstance(name, str) else "" for name in rows["admin1"]]


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return every province, and the deaths whose province is not named in a row of their own."""
    return pd.DataFrame(
        {
            "admin1": rows["admin1"].fillna(translate("province-unnamed")),
            "events": rows["events"],
            "deaths_best": rows["deaths_best"],
            "deaths_preliminary": rows["deaths_preliminary"],
            "deaths_low": rows["deaths_low"],
            "deaths_high": rows["deaths_high"],
            "share_of_deaths": (100 * rows["share"]).round(1),
            "largest_event": rows["deaths_largest_event"],
            "last_event": rows["last_event"].dt.date,
        }
    )


def _placeless(named: pd.DataFrame) -> tuple[str, ...]:
    """Name the provinces that have no mark, because no place in them is known."""
    lacking = named[named["latitude"].isna()]
    if lacking.empty:
        return ()
    names = i18n.listing(str(name) for name in lacking["admin1"].head(MAX_TOLD))
    rest = max(len(lacking) - MAX_TOLD, 0)
    return (translate("province-no-place", names=names, rest=rest),)


def _points(rows: pd.DataFrame, early: pd.DataFrame, late: pd.DataFrame) -> pd.DataFrame:
    """Return the marks of provinces with their sizes: final and preliminary events apart, the first named.

    Args:
        rows: The provinces with a place, most important first.
        early: `by_province` of the final events.
        late: `by_province` of the preliminary ones.
    """
    states = [dict(zip(_keys(part), part.to_dict("records"), strict=True)) for part in (early, late)]
    marks = []
    for place, (key, row) in enumerate(zip(_keys(rows), rows.to_dict("records"), strict=True)):
        parts = [
            (part[key], is_open) for part, is_open in zip(states, (False, True), strict=True) if key in part
        ]
        counts = {is_open: int(part["deaths_best"]) for part, is_open in parts}
        name = translate(
            "province-name",
            province=str(row["admin1"]),
            deaths=counts.get(False, "none"),
            preliminary=counts.get(True, "none"),
        )
        for number, (part, is_open) in enumerate(parts):
            mark = {
                "latitude": round(float(row["latitude"]), 4),
                "longitude": round(float(row["longitude"]), 4),
                "colour": FILL,
                "open": is_open,
                "name": name if place < MAX_NAMED and not number else "",
                "deaths": counts[is_open],
                "tooltip": translate(
                    "province-told",
                    province=str(row["admin1"]),
                    events=int(part["events"]),
                    deaths=counts[is_open],
                    state="preliminary" if is_open else "final",
                    low=int(part["deaths_low"]),
                    high=int(part["deaths_high"]),
                    day=i18n.day(part["last_event"]),
                ),
            }
            marks.append(mark)
    columns = ["latitude", "longitude", "colour", "open", "name", "deaths", "tooltip"]
    points = pd.DataFrame(marks, columns=columns)
    sizes = points.pop("deaths").astype(float)
    largest = max([FULL, *sizes.tolist()])
    points["radius"] = (MIN_RADIUS + np.sqrt(sizes / largest) * (MAX_RADIUS - MIN_RADIUS)).round(1)
    return points
