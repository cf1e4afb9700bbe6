"""The built geometry: what the browser draws, and the outlines around events."""

import functools
import json
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ewdash.data import store
from ewdash.model.errors import DatasetDamagedError, DatasetMissingError

if TYPE_CHECKING:
    import shapely

PATH_VARIABLE = "EWDASH_GEOMETRY"  # path of a geometry that takes the place of ours
MARGIN = 0.35  # of the larger side: how much of the neighbours is seen around a country
MAIN = 0.1  # pieces under a tenth of the largest do not widen the view
GROUND, NEIGHBOUR = [238, 241, 244], [250, 250, 250]

Extent = tuple[float, float, float, float]


def world() -> dict[str, Any]:
    """Return the geometry: ``width``, ``height`` and ``areas`` (see `tables.geometry`).

    Raises:
        DatasetMissingError, DatasetDamagedError: If it cannot be read.
    """
    return _parsed(_content())


def _content() -> bytes:
    own = os.environ.get(PATH_VARIABLE)
    files = store.files("geometry") if own is None else [Path(own)]
    try:
        return _read(own, tuple((path, path.stat().st_mtime_ns) for path in files))
    except FileNotFoundError as error:
        raise DatasetMissingError(table="geometry") from error


@functools.lru_cache(maxsize=2)
def _read(own: str | None, stamps: tuple[tuple[Path, int], ...]) -> bytes:
    """Return the file, read again when one of the stamps says that it changed."""
    del stamps
    return store.content("geometry") if own is None else Path(own).read_bytes()


@functools.lru_cache(maxsize=2)
def _parsed(content: bytes) -> dict[str, Any]:
    try:
        geometry: dict[str, Any] = json.loads(content)
        areas = {area["id"]: area for area in geometry["areas"]}
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetDamagedError(table="geometry") from error
    return {**geometry, "by_id": areas}


def for_browser() -> bytes:
    """Return the part of the geometry that the map draws, as JSON.

    Raises:
        DatasetMissingError, DatasetDamagedError: If it cannot be read.
    """
    return _map_json(_content())


@functools.lru_cache(maxsize=2)
def _map_json(content: bytes) -> bytes:
    parsed = _parsed(content)
    areas = [{key: value for key, value in area.items() if key != "outline"} for area in parsed["areas"]]
    geometry = {"width": parsed["width"], "height": parsed["height"], "areas": areas}
    return json.dumps(geometry, separators=(",", ":")).encode()


def has_shape(iso3: str) -> bool:
    """Tell whether the geometry has a shape of its own for a code."""
    area = world()["by_id"].get(iso3)
    return bool(area and area["outline"])


def extent(iso3: str) -> Extent | None:
    """Return west, south, east, north (degrees) of a country's main pieces; None without shape."""
    if not has_shape(iso3):
        return None
    boxes = [_box(polygon[0]) for polygon in world()["by_id"][iso3]["outline"]]
    size = [(east - west) * (north - south) for west, south, east, north in boxes]
    main = [box for box, area in zip(boxes, size, strict=True) if area >= MAIN * max(size)]
    wests, souths, easts, norths = zip(*main, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def base_layer(iso3: str, *, margin: float = MARGIN) -> dict[str, Any]:
    """Return a country and what is seen around it, as GeoJSON.

    Args:
        iso3: The country.
        margin: How much is seen around it, as a share of its larger side.

    Returns:
        A FeatureCollection whose features have a ``fill`` (RGB) and say whether they are
        ``disputed``.
    """
    bounds = extent(iso3)
    if bounds is None:
        return {"type": "FeatureCollection", "features": []}
    padding = margin * max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    view = (bounds[0] - padding, bounds[1] - padding, bounds[2] + padding, bounds[3] + padding)
    features = []
    for area in world()["areas"]:
        polygons = [polygon for polygon in area["outline"] if _meet(_box(polygon[0]), view)]
        if polygons:
            features.append(
                {
                    "type": "Feature",
                    "properties": {
                        "fill": GROUND if area["id"] == iso3 else NEIGHBOUR,
                        "disputed": area["kind"] == "disputed",
                    },
                    "geometry": {"type": "MultiPolygon", "coordinates": polygons},
                }
            )
    return {"type": "FeatureCollection", "features": features}


def beyond(held: Collection[str], places: pd.DataFrame) -> "pd.Series[float]":
    """Return how many degrees beyond a country's outline places lie in that of another.

    The outlines are general, so a town on a border may lie on the other side of the line as drawn.
    Disputed areas and the sea are nobody's side.

    Args:
        held: The country, and what is filed under it.
        places: ``longitude`` and ``latitude`` (degrees).

    Returns:
        The distance of each place; missing where it lies on no other country's side.
    """
    import shapely  # here, not with the module: no first page waits for it

    points = shapely.points(
        places["longitude"].to_numpy(dtype=float), places["latitude"].to_numpy(dtype=float)
    )
    there = np.zeros(len(points), dtype=bool)
    if len(points):
        view = tuple(shapely.total_bounds(points))
        for area in world()["areas"]:
            if area["id"] not in held and area["kind"] == "area":
                for polygon in area["outline"]:
                    if _meet(_box(polygon[0]), view):
                        there |= shapely.contains_xy(_shape(polygon), shapely.get_coordinates(points))
    outline = [area["outline"] for area in world()["areas"] if area["id"] in held]
    own = shapely.MultiPolygon([_shape(polygon) for polygons in outline for polygon in polygons])
    distance = np.full(len(points), np.nan)
    distance[there] = shapely.distance(own, points[there])
    return pd.Series(distance, index=places.index)


def _shape(polygon: list[list[list[float]]]) -> "shapely.Polygon":
    import shapely

    shape = shapely.Polygon(polygon[0], polygon[1:])
    shapely.prepare(shape)
    return shape


def _box(ring: list[list[float]]) -> Extent:
    longitudes, latitudes = zip(*ring, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _meet(box: Extent, other: Extent) -> bool:
    return box[0] <= other[2] and box[2] >= other[0] and box[1] <= other[3] and box[3] >= other[1]
