"""Where events are: a map of one country for one period."""

import math
from typing import Any

import pandas as pd
import pydeck as pdk

from ewdash.charts import theme
from ewdash.charts.label_placement import Mark, beside

FRAME = (620, theme.MAP_HEIGHT - 40)  # what must be seen at half a laptop's width, less a margin
TILE = 512  # pixels of the world at zoom 0
LETTERS, LETTER, LINE = 13, 6.6, 16  # pixels of a name's letters, of the width of one, and of a line
EDGE, OPEN_EDGE = 0.5, 1.8  # pixels around a mark, and around an open one
OPEN = 20  # of 255: so faint is an open mark filled, which the pointer still finds
MIN_DEGREES = 0.5  # degrees: the smallest States are not magnified further


def event_map(
    points: pd.DataFrame, outline: dict[str, Any], extent: tuple[float, float, float, float]
) -> pdk.Deck:
    """Draw events as points over the country's outline, without a base map.

    Args:
        points: ``latitude``, ``longitude``, ``radius`` (pixels), ``colour`` (RGBA list), ``tooltip``
            and whether the circle is ``open``, one row per mark.
        outline: GeoJSON FeatureCollection of the country and its neighbours.
        extent: West, south, east, north in degrees.

    Returns:
        A deck with an outline layer and a point layer; areas of the points grow with deaths.
    """
    return _deck([_marks(points)], outline, extent)


def _marks(points: pd.DataFrame) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        _painted(points),
        get_position=["longitude", "latitude"],
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="fill",
        get_line_color="edge",
        get_line_width="width",
        line_width_units=pdk.types.String("pixels"),
        stroked=True,
        pickable=True,
    )


def _painted(points: pd.DataFrame) -> pd.DataFrame:
    """Return marks with their fill, edge and width of the edge: an open one has an edge of its colour."""
    colours: list[list[int]] = points["colour"].tolist()
    states: list[bool] = points["open"].tolist()
    looks = [
        ([*colour[:3], OPEN], colour[:3], OPEN_EDGE) if is_open else (colour, [255, 255, 255], EDGE)
        for colour, is_open in zip(colours, states, strict=True)
    ]
    painted = pd.DataFrame(looks, points.index, ["fill", "edge", "width"])
    return points.drop(columns=["colour", "open"]).join(painted)


def province_map(
    points: pd.DataFrame, outline: dict[str, Any], extent: tuple[float, float, float, float]
) -> pdk.Deck:
    """Draw one mark for each province over the country's outline, with the names that have room.

    Args:
        points: ``latitude``, ``longitude``, ``radius`` (pixels), ``colour`` (RGBA list), whether the circle
            is ``open``, ``tooltip`` and ``name`` (what is written beside it; "" is nothing), one row per
            mark, those of the most important province first.
        outline: GeoJSON FeatureCollection of the country and its neighbours.
        extent: West, south, east, north in degrees.

    Returns:
        A deck with an outline layer, a point layer and a layer of names.
    """
    view = view_state(*extent)
    size = TILE * 2**view.zoom
    x = (points["longitude"] - view.longitude) / 360 * size
    y = [(_mercator(view.latitude) - _mercator(place)) / (2 * math.pi) * size for place in points["latitude"]]
    half_width, half_height = FRAME[0] / 2, theme.MAP_HEIGHT / 2
    places = beside(
        [
            Mark(left, top, radius, len(name) * LETTER, LINE)
            for left, top, radius, name in zip(x, y, points["radius"], points["name"], strict=True)
        ],
        room=(-half_width, -half_height, half_width, half_height),
    )
    offsets: list[Any] = [
        None if place is None else [round(place[0] - left, 1), round(place[1] - top, 1)]
        for place, left, top in zip(places, x, y, strict=True)
    ]
    named = points.assign(offset=offsets)[["latitude", "longitude", "name", "offset"]]
    named = named[named["offset"].notna()]
    names = pdk.Layer(
        "TextLayer",
        named,
        get_position=["longitude", "latitude"],
        get_text="name",
        get_pixel_offset="offset",
        get_size=LETTERS,
        get_color=[*(round(255 * part) for part in _rgb(theme.INK))],
        get_text_anchor=pdk.types.String("start"),
        get_alignment_baseline=pdk.types.String("center"),
        font_family=pdk.types.String(theme.FONT),
        character_set=pdk.types.String("auto"),
        background=True,
        get_background_color=[255, 255, 255, 190],
        pickable=False,
    )
    return _deck([_marks(points), names], outline, extent)


def _deck(
    layers: list[pdk.Layer], outline: dict[str, Any], extent: tuple[float, float, float, float]
) -> pdk.Deck:
    """Return layers over the outline, in the closest view that holds the extent."""
    base = pdk.Layer(
        "GeoJsonLayer",
        outline,
        get_fill_color="properties.fill",
        get_line_color=[154, 165, 177],
        line_width_min_pixels=0.8,
        pickable=False,
    )
    return pdk.Deck(
        layers=[base, *layers],
        initial_view_state=view_state(*extent),
        map_provider=None,
        tooltip={"text": "{tooltip}"},
        parameters={"clearColor": [*_rgb(theme.GROUND), 1]},
    )


def view_state(west: float, south: float, east: float, north: float) -> pdk.ViewState:
    """Return the closest view that holds the extent, on the smallest frame we draw."""
    x_zoom = math.log2(FRAME[0] * 360 / (TILE * max(east - west, MIN_DEGREES)))
    height = max(_mercator(north) - _mercator(south), math.radians(MIN_DEGREES))
    y_zoom = math.log2(FRAME[1] * 2 * math.pi / (TILE * height))
    middle = math.degrees(2 * math.atan(math.exp((_mercator(south) + _mercator(north)) / 2)) - math.pi / 2)
    return pdk.ViewState(latitude=middle, longitude=(west + east) / 2, zoom=min(x_zoom, y_zoom))


def _mercator(latitude: float) -> float:
    """Return the Mercator ordinate of a latitude, in radians."""
    radians = math.radians(max(-85.0, min(85.0, latitude)))
    return math.log(math.tan(math.pi / 4 + radians / 2))


def _rgb(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
