"""Where events are: a map of one country for one period."""

import math
from typing import Any

import pandas as pd
import pydeck as pdk

from ewdash.charts import theme

HEIGHT = 480  # pixels of the map on a page
FRAME = (620, HEIGHT - 40)  # what must be seen at half a laptop's width, less a margin
TILE = 512  # pixels of the world at zoom 0
MIN_DEGREES = 0.5  # degrees: the smallest States are not magnified further


def event_map(
    points: pd.DataFrame, outline: dict[str, Any], extent: tuple[float, float, float, float]
) -> pdk.Deck:
    """Draw events as points over the country's outline, without a base map.

    Args:
        points: ``latitude``, ``longitude``, ``deaths_best`` (people), ``place``, ``colour``
            (RGBA list), one row per place.
        outline: GeoJSON FeatureCollection of the country and its neighbours.
        extent: West, south, east, north in degrees.

    Returns:
        A deck with an outline layer and a point layer; areas of the points grow with deaths.
    """
    west, south, east, north = extent
    base = pdk.Layer(
        "GeoJsonLayer",
        outline,
        get_fill_color="properties.fill",
        get_line_color=[154, 165, 177],
        line_width_min_pixels=0.8,
        pickable=False,
    )
    marks = pdk.Layer(
        "ScatterplotLayer",
        points,
        get_position=["longitude", "latitude"],
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="colour",
        get_line_color=[255, 255, 255],
        line_width_min_pixels=0.5,
        stroked=True,
        pickable=True,
    )
    return pdk.Deck(
        layers=[base, marks],
        initial_view_state=view_state(west, south, east, north),
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
