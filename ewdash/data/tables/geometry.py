"""Areas of the world after the UN's boundaries: paths for the map, outlines for events.

The source is the UN Geodata as simplified and packaged in plotly.js (see data/geometry/NOTICE).
The world is projected once, here, to Equal Earth, so that a browser needs no projection code.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ewdash.data import sources
from ewdash.model.datasets import Provenance
from ewdash.model.errors import SourceLayoutError, SourceMissingError

FILE = "plotly-geo-assets.js"
PROVENANCE = Provenance(
    producer="United Nations Geospatial (UN Geodata), simplified by plotly.js and by this project",
    version="plotly.js 4.1.1, world 1:50m",
    licence="UN Geodata terms: credit, as is, no commercial use (see data/geometry/NOTICE)",
    citation=("Boundaries derived from UN Geodata, United Nations Geospatial; via plotly.js 4.1.1 (MIT).",),
    address="https://geoservices.un.org/",
    accessed=sources.GATHERED,
    covers_from=date(2026, 11, 23),
    covers_to=date(2026, 11, 23),
    confidence="curated_dataset",
    sources=(FILE,),
)
AREAS = 250  # ids in the package, 258 features
LEFT_OUT = ("ATA",)  # Antarctica has no situation and would take a fifth of the picture
DISPUTED = ("XJK", "XAC", "XAP", "XHT", "XBT", "XIT")
# Two States without a shape in the package: drawn as marks at their capital.
POINTS = {"SMR": (12.45, 43.94), "VAT": (12.45, 41.90)}
MERIDIAN = 11.0  # cuts the map in the Bering Strait, through no mainland
TOLERANCE = 0.1  # degrees, of the world's paths; half a pixel on a map 2,000 pixels wide
FINE = 0.01  # degrees, of the outlines behind events; finer changes nothing, the source is no finer
DECIMALS = 3  # of the outlines' degrees: a hundred metres
SLIVER = 1e-5  # square degrees; smaller pieces are artefacts of rounding
WIDTH = 4000  # units of the paths
EARTH = "+proj=eqearth +lon_0=0 +ellps=WGS84"
MARK_UNDER = 16.0  # units (4 px at 1,000 px): a smaller area gets a mark as well
MAIN = 0.1  # of the largest piece: smaller islands do not widen the view of a country


def content(folder: Path) -> tuple[bytes, int, str]:
    """Return the geometry as JSON, the number of areas, and the file's name.

    The JSON holds ``width`` and ``height`` and per area ``id``, ``kind`` (area, disputed, point),
    ``d`` (SVG path), ``x``, ``y`` (a point inside), ``box`` (x0, y0, x1, y1), ``mark`` (bool)
    and ``outline`` (lon/lat GeoJSON coordinates of a MultiPolygon).

    Raises:
        SourceMissingError, SourceLayoutError, SourceTotalError: If the package's file is not as
            expected.
    """
    merged = _merged(_decoded(folder))
    shapes, outlines = _simplified(merged, TOLERANCE), _simplified(merged, FINE)
    sources.expect(FILE, "areas", found=len(shapes) + len(LEFT_OUT), expected=AREAS)
    flat = _projected(gpd.GeoSeries(shapes))
    points = gpd.GeoSeries({iso3: shapely.Point(*place) for iso3, place in POINTS.items()})
    flat_points = _projected(points)
    west, north, east, south = flat.total_bounds[[0, 3, 2, 1]]
    scale = WIDTH / (east - west)

    def pixel(geometry: BaseGeometry) -> BaseGeometry:
        return shapely.transform(
            geometry, lambda xy: np.round((xy - [west, north]) * [scale, -scale]), include_z=False
        )

    areas: list[dict[str, Any]] = []
    for iso3 in sorted(flat.index):
        shape = pixel(flat[iso3])
        inside = pixel(flat[iso3].representative_point())
        areas.append(
            {
                "id": iso3,
                "kind": "disputed" if iso3 in DISPUTED else "area",
                "d": _path(shape),
                "x": int(inside.x),
                "y": int(inside.y),
                "box": [int(edge) for edge in _main(shape).bounds],
                "mark": bool(iso3 not in DISPUTED and np.sqrt(shape.area) < MARK_UNDER),
                "outline": _outline(outlines[iso3]),
            }
        )
    for iso3, place in flat_points.items():
        position = pixel(place)
        box = [int(edge) for edge in position.buffer(MARK_UNDER).bounds]
        at = {"x": int(position.x), "y": int(position.y), "box": box}
        areas.append({"id": str(iso3), "kind": "point", "d": "", **at, "mark": True, "outline": []})
    world = {"width": WIDTH, "height": round((north - south) * scale), "areas": areas}
    return json.dumps(world, separators=(",", ":")).encode(), len(areas), "world.json"


def _decoded(folder: Path) -> dict[str, list[BaseGeometry]]:
    """Read the world's TopoJSON out of the package and return polygons per id."""
    path = folder / FILE
    if not path.exists():
        raise SourceMissingError(file=FILE)
    match = re.search(
        r'"dist/topojson/world_50m\.json".*?module\.exports = (\{.*?\});\n',
        path.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    if not match:
        raise SourceLayoutError(file=FILE, reason="world_50m")
    topology = json.loads(re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', match[1]))
    scale, shift = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    shapes: dict[str, list[BaseGeometry]] = {}
    for feature in topology["objects"]["countries"]["geometries"]:
        if feature.get("id") and feature["id"] not in LEFT_OUT:
            polygons = feature["arcs"] if feature["type"] == "MultiPolygon" else [feature["arcs"]]
            shapes.setdefault(feature["id"], []).extend(_polygon(rings, arcs) for rings in polygons)
    return shapes


def _polygon(rings: list[list[float]], arcs: list[np.ndarray]) -> BaseGeometry:
    """Join arcs (numbers such as 1e3 come as floats) to rings, unwrapped across the antimeridian."""
    lines = []
    for ring in rings:
        parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in map(int, ring)]
        line = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
        line[:, 0] = np.unwrap(line[:, 0], period=360)
        lines.append(line)
    # A hole lies beside its shell, whichever turn of the globe each was written on.
    shell, holes = lines[0], lines[1:]
    centre = shell[:, 0].mean()
    holes = [hole - [360 * round((hole[:, 0].mean() - centre) / 360), 0] for hole in holes]
    return shapely.make_valid(shapely.Polygon(shell, holes))


def _merged(shapes: dict[str, list[BaseGeometry]]) -> dict[str, BaseGeometry]:
    """Cut at the map's edge and join the pieces of each id."""
    window = shapely.box(MERIDIAN - 180, -90, MERIDIAN + 180, 90)
    merged = {}
    for iso3 in sorted(shapes):
        turns = [
            shapely.transform(piece, lambda xy, turn=turn: xy + np.array([turn, 0])).intersection(window)
            for piece in shapes[iso3]
            for turn in (-360, 0, 360)
        ]
        merged[iso3] = shapely.union_all([turn for turn in turns if not turn.is_empty])
    return merged


def _simplified(merged: dict[str, BaseGeometry], tolerance: float) -> dict[str, BaseGeometry]:
    """Simplify shapes to a tolerance in degrees, shared borders alike."""
    simplified = shapely.coverage_simplify(list(merged.values()), tolerance)
    return {
        iso3: _pieces(shape if not shape.is_empty else original)
        for (iso3, original), shape in zip(merged.items(), simplified, strict=True)
    }


def _pieces(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a shape without slivers, wound alike; the largest always stays."""
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    polygons.sort(key=lambda part: -part.area)
    pieces = [polygons[0], *(part for part in polygons[1:] if part.area > SLIVER)]
    return shapely.orient_polygons(shapely.MultiPolygon(pieces), exterior_cw=True)


def _main(shape: BaseGeometry) -> BaseGeometry:
    """Return the pieces that decide how a country is framed."""
    pieces = shapely.get_parts(shape)
    largest = max(piece.area for piece in pieces)
    return shapely.MultiPolygon([piece for piece in pieces if piece.area >= MAIN * largest])


def _projected(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Project lon/lat to Equal Earth around the map's own meridian (metres)."""
    rotated = shapes.map(
        lambda shape: shapely.transform(
            shape, lambda xy: np.column_stack([np.clip(xy[:, 0] - MERIDIAN, -179.999, 179.999), xy[:, 1]])
        )
    )
    return gpd.GeoSeries(rotated, crs="EPSG:4326").to_crs(EARTH)


def _path(shape: BaseGeometry) -> str:
    """Write a shape as an SVG path of whole numbers, each point relative to the one before."""
    paths = []
    for polygon in shapely.get_parts(shape):
        for ring in [polygon.exterior, *polygon.interiors]:
            points = np.asarray(ring.coords)[:-1].astype(int)
            steps = np.diff(points, axis=0)
            steps = steps[np.abs(steps).sum(axis=1) > 0]
            if len(steps) < 2:
                continue
            tail = "".join(f"l{x} {y}" for x, y in steps)
            paths.append(f"M{points[0][0]} {points[0][1]}{tail}z")
    return "".join(paths)


def _outline(shape: BaseGeometry) -> list[list[list[list[float]]]]:
    """Return a MultiPolygon's GeoJSON coordinates."""
    return [
        [
            [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in shapely.get_parts(shape)
    ]
