"""Where events are: a map of one country for one period."""

from typing import Any

import pandas as pd
import pydeck as pdk

from ewdash.charts import theme

# Half the short side of a laptop's map, in pixels, decides how close a country is seen.
_FRAME = 300


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
    """Return a view that holds the extent with a margin."""
    import math

    span = max((east - west), (north - south) * 1.25, 0.5)
    zoom = math.log2(360 * _FRAME / (span * 256 * 0.62))
    return pdk.ViewState(latitude=(south + north) / 2, longitude=(west + east) / 2, zoom=zoom)


def _rgb(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
