"""Maps as still pictures: the world by class, and the events of one country."""

import functools
import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.patches import Circle, Patch, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme
from ewdash.charts.label_placement import Mark, beside
from ewdash.charts.worldmap import FILLED
from ewdash.render import TEXT, EventMap, WorldMap, map_labels
from ewdash.render.canvas import Box, Canvas
from ewdash.render.legend import legend as written_legend
from ewdash.render.text import text_line, width

# Ground and hatching of what has no value, as on the page (ui/map.js).
SILENT, DISPUTED = (theme.SILENT, theme.HATCH), (theme.PAPER, theme.FAINT)
HATCHES = {SILENT: ("//", 1.7), DISPUTED: ("///", 1.3)}  # matplotlib's pattern and its lines' width
OPEN_EDGE = 2.4  # pixels around an open mark
LETTERS = 1.12  # of a legend over the small print
MARK = 5.5  # pixels, radius of a small State's mark on a slide
RING, RING_LINE, RING_HALO = 9.5, 3.4, 7.5  # pixels of an alert's mark on a slide: radius, line, light edge
POINT = 1.5  # radius of an event on a slide over that on the page
MARGIN, LEAST = 0.04, 20.0  # around what is framed: of its larger side, and in units of the geometry
CLOSEST = 12.0  # no more than this part of the world is framed
WITHIN, NARROWEST = 0.94, 0.5  # of the frame that a country fills; degrees of the smallest

Paint = str | tuple[str, str]  # a colour, or ground and lines of a pattern


def draw(page: Canvas, drawing: WorldMap | EventMap) -> None:
    """Draw a map and its legend on a page."""
    if isinstance(drawing, WorldMap):
        _world(page, drawing)
    else:
        _events(page, drawing)


def _world(page: Canvas, drawing: WorldMap) -> None:
    spec, world, extent, names, text = drawing.spec, drawing.world, drawing.extent, drawing.names, page.text
    unit = text / TEXT
    entries: list[tuple[str, Paint]] = [
        (kind["label"] if kind["count"] is None else f"{kind['label']} ({kind['count']})", kind["colour"])
        for kind in spec["classes"]
    ]
    entries += [(spec["silent"]["label"], SILENT), (spec["disputed"]["label"], DISPUTED)]
    signs = [(label, functools.partial(_swatch, fill, unit)) for label, fill in entries]
    signs += [
        (f"{ring['label']} ({ring['count']})", functools.partial(_ring_key, ring["strength"], unit))
        for ring in spec["rings"]
    ]
    room = written_legend(page, signs, size=text * LETTERS, heading=str(spec["words"]["legend"]))
    codes = spec["extent"] if extent is None else extent
    at, box = _framed(world, codes, room)
    for area in world["areas"]:
        page.add(*(box.clipped(drawn) for drawn in _area(area, spec, at, box, unit)))
    for area in world["areas"]:
        spot = at(np.array([[area["x"], area["y"]]], dtype=float))[0]
        strength = spec["alerts"].get(area["id"])
        if strength and box.left < spot[0] < box.right and box.bottom < spot[1] < box.top:
            for part in _ring(strength, unit, float(spot[0]), float(spot[1])):
                part.set_gid(f"alert-{area['id']}")
                page.add(part)
    taken: list[Box] = []
    # What the map is about is named first: a neighbour's name gives way to it.
    ordered = sorted(world["areas"], key=lambda area: area["id"] not in (extent or ()))
    for area in ordered if names is not None else ():
        if area["id"] in (extent or ()) and area["d"]:
            page.add(map_labels.outlined(_path(area["d"]), at, box, text))
        page.add(*map_labels.named(area, names or {}, extent or (), at, box, text, taken=taken))


def _framed(
    world: Mapping[str, Any], codes: Collection[str] | None, room: Box
) -> tuple[Callable[[np.ndarray], np.ndarray], Box]:
    """Return what turns units of the geometry into pixels, and the box that the map fills."""
    left, top, right, bottom = 0.0, 0.0, float(world["width"]), float(world["height"])
    boxes = [
        area["box"] for area in world["areas"] if area["kind"] != "disputed" and area["id"] in (codes or ())
    ]
    if boxes:
        edges = np.array(boxes, dtype=float)
        (left, top), (right, bottom) = edges[:, :2].min(axis=0), edges[:, 2:].max(axis=0)
        margin = MARGIN * max(right - left, bottom - top) + LEAST
        left, top, right, bottom = left - margin, top - margin, right + margin, bottom + margin
        wide = max(right - left, (bottom - top) * room.width / room.height, world["width"] / CLOSEST)
        middle = np.array([(left + right) / 2, (top + bottom) / 2])
        half = np.array([wide, wide * room.height / room.width]) / 2
        (left, top), (right, bottom) = middle - half, middle + half
    scale = min(room.width / (right - left), room.height / (bottom - top))
    start = (room.left + room.right - (right - left) * scale) / 2
    above = (room.top + room.bottom + (bottom - top) * scale) / 2

    def at(points: np.ndarray) -> np.ndarray:
        return np.column_stack([start + (points[:, 0] - left) * scale, above - (points[:, 1] - top) * scale])

    held = Box(start, above - (bottom - top) * scale, start + (right - left) * scale, above)
    return at, held


@functools.lru_cache(maxsize=512)
def _path(drawn: str) -> Path:
    """Read a path of the geometry: each ring begins with M and goes on in relative steps."""
    points, codes = [], []
    for ring in re.findall(r"M([^z]+)z", drawn):
        steps = np.array([step.split() for step in ring.split("l")], dtype=float).cumsum(axis=0)
        points.append(np.vstack([steps, steps[:1]]))
        codes += [Path.MOVETO, *[Path.LINETO] * (len(steps) - 1), Path.CLOSEPOLY]
    return Path(np.vstack(points), codes)


def _area(
    area: Mapping[str, Any],
    spec: Mapping[str, Any],
    at: Callable[[np.ndarray], np.ndarray],
    box: Box,
    unit: float,
) -> Iterator[Artist]:
    """Yield the shape of an area, and its mark where it is too small to be seen."""
    value = spec["values"].get(area["id"])
    outside = spec["inside"] is not None and area["id"] not in spec["inside"]
    fill: Paint = SILENT if value is None else spec["classes"][value]["colour"]
    fill = DISPUTED if area["kind"] == "disputed" else theme.SILENT if outside else fill
    if area["d"]:
        path = _path(area["d"])
        shape = PathPatch(Path(at(np.asarray(path.vertices)), path.codes), transform=IdentityTransform())
        quiet = value is None or outside
        edge = theme.PALE if quiet and fill != DISPUTED else theme.EDGE
        dash = (0, (2, 2)) if fill == DISPUTED else "solid"
        shape.set(gid=f"area-{area['id']}", edgecolor=edge, linewidth=1.1 * unit, linestyle=dash, zorder=2)
        yield _painted(shape, fill, unit)
    spot = at(np.array([[area["x"], area["y"]]], dtype=float))[0]
    seen = box.left + MARK < spot[0] < box.right - MARK and box.bottom + MARK < spot[1] < box.top - MARK
    if area["mark"] and seen and (value is not None or area["kind"] == "point"):
        mark = Circle((spot[0], spot[1]), MARK * unit, transform=IdentityTransform())
        mark.set(gid=f"mark-{area['id']}", edgecolor=theme.MUTED, linewidth=1.4 * unit, zorder=3)
        yield _painted(mark, fill, unit)


def _painted(patch: Patch, fill: Paint, unit: float) -> Patch:
    """Fill a shape with a colour, or with the lines of a pattern on their ground."""
    if isinstance(fill, str):
        patch.set_facecolor(fill)
        return patch
    sign, line = HATCHES[fill]
    patch.set_facecolor(fill[0])
    patch.set(hatch=sign, hatchcolor=fill[1], hatch_linewidth=line * unit)
    return patch


def _swatch(fill: Paint, unit: float, box: Box) -> Iterator[Artist]:
    shape = PathPatch(Path([*box.ring, box.ring[0]], closed=True), transform=IdentityTransform())
    shape.set(edgecolor=theme.EDGE, linewidth=unit)
    yield _painted(shape, fill, unit)


def _ring(strength: int, unit: float, x: float, y: float) -> Iterator[Artist]:
    """Yield the mark of an alert, on a light edge that parts it from every ground."""
    filled = strength == FILLED
    for edge, line in ((theme.PAPER, RING_HALO), (theme.ALERT, RING_LINE)):
        ring = Circle((x, y), RING * unit, transform=IdentityTransform(), zorder=5, edgecolor=edge)
        ring.set(linewidth=line * unit, fill=filled and edge == theme.ALERT, facecolor=theme.ALERT)
        yield ring


def _ring_key(strength: int, unit: float, box: Box) -> Iterator[Artist]:
    yield from _ring(strength, unit, (box.left + box.right) / 2, (box.bottom + box.top) / 2)


def _dot(colour: str | None, unit: float, box: Box) -> Iterator[Artist]:
    middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    dot = Circle(middle, 9 * unit, fill=colour is not None, facecolor=colour, transform=IdentityTransform())
    dot.set(edgecolor=colour or theme.MUTED, linewidth=OPEN_EDGE * unit)
    yield dot


def _events(page: Canvas, drawing: EventMap) -> None:
    """Draw outlines and events.

    References:
        Plate carrée at the country's mean latitude: short distances look alike both ways.
    """
    points, outline, unit = drawing.points, drawing.outline, page.text / TEXT
    signs = [(label, functools.partial(_dot, colour, unit)) for label, colour in drawing.legend]
    room = written_legend(page, signs, size=page.text * LETTERS)
    west, south, east, north = drawing.extent
    squeeze = math.cos(math.radians((south + north) / 2))
    wide, tall = max((east - west) * squeeze, NARROWEST), max(north - south, NARROWEST)
    scale = WITHIN * min(room.width / wide, room.height / tall)
    middle = np.array([(room.left + room.right) / 2, (room.bottom + room.top) / 2])

    def at(degrees: Any) -> np.ndarray:  # noqa: ANN401 - pairs of longitude and latitude
        from_middle = np.asarray(degrees, dtype=float) - [(west + east) / 2, (south + north) / 2]
        return np.asarray(middle + from_middle * [squeeze * scale, scale])

    for feature in outline["features"]:
        rings = [
            Path(at(ring), closed=True) for polygon in feature["geometry"]["coordinates"] for ring in polygon
        ]
        shape = PathPatch(Path.make_compound_path(*rings), transform=IdentityTransform())
        disputed = bool(feature["properties"].get("disputed"))
        hue = "#" + "".join(f"{part:02X}" for part in feature["properties"]["fill"])
        shape.set(edgecolor=theme.EDGE if disputed else theme.FAINT, linewidth=1.2 * unit, zorder=2)
        shape.set_linestyle((0, (2, 2)) if disputed else "solid")
        page.add(room.clipped(_painted(shape, DISPUTED if disputed else hue, unit)))
    marks = PathCollection(
        [Path.unit_circle()],
        sizes=(points["radius"].to_numpy(dtype=float) * POINT * unit) ** 2,
        offsets=at(points[["longitude", "latitude"]].to_numpy(dtype=float)),
        offset_transform=IdentityTransform(),
        transform=IdentityTransform(),
        facecolors=[
            "none" if is_open else [part / 255 for part in colour]
            for colour, is_open in zip(points["colour"], points["open"], strict=True)
        ],
        edgecolors=[
            [part / 255 for part in colour[:3]] if is_open else theme.PAPER
            for colour, is_open in zip(points["colour"], points["open"], strict=True)
        ],
        linewidths=[(OPEN_EDGE if is_open else 0.8) * unit for is_open in points["open"]],
        zorder=3,
    )
    marks.set_gid("events")
    page.add(room.clipped(marks))
    if "name" in points:
        page.add(*_names(points, at, room, page.text))


def _names(points: Any, at: Callable[[Any], np.ndarray], room: Box, size: float) -> Iterator[Artist]:  # noqa: ANN401 - a frame
    """Yield the names of marks that have room beside them, with a light edge around their letters."""
    spots = at(points[["longitude", "latitude"]].to_numpy(dtype=float))
    marks = [
        Mark(float(x), -float(y), radius * POINT * size / TEXT, width(name, size), size * map_labels.LEADING)
        for (x, y), radius, name in zip(spots, points["radius"], points["name"], strict=True)
    ]
    places = beside(marks, room=(room.left, -room.top, room.right, -room.bottom), gap=size * 0.2)
    for name, place in zip(points["name"], places, strict=True):
        if name and place is not None:
            text = text_line(name, place[0], -place[1], size, vertical="center")
            edge = withStroke(linewidth=size * map_labels.HALO, foreground=theme.PAPER)
            text.set(zorder=6, path_effects=[edge])
            yield text
