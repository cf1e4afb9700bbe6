"""Names on a still map: where their area has room for them, and always on what is framed."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import IdentityTransform

from ewdash.charts import theme
from ewdash.render.canvas import Box
from ewdash.render.text import REGULAR, SEMIBOLD, text_line, width, wrapped

# A name's widest line over its letters, the part of its area that it may take, and its light edge.
NAME_WIDTH, AREA_SHARE, HALO = 9.0, 0.8, 0.2
OUTLINE = 0.16  # of the letters: the line around what is framed
MIN_GAP = 0.6  # of the letters: the least space between two names
LEADING = 1.1  # of the letters: from line to line
Place = Callable[[np.ndarray], np.ndarray]


def outlined(path: Path, at: Place, box: Box, size: float) -> Artist:
    """Return the outline of what a map is about.

    Args:
        path: The area, in units of the geometry.
        at: Turns units into pixels.
        box: What the map fills.
        size: Letter size in pixels.
    """
    edge = PathPatch(Path(at(np.asarray(path.vertices)), path.codes), transform=IdentityTransform())
    edge.set(fill=False, edgecolor=theme.INK, linewidth=OUTLINE * size, zorder=4)
    return box.clipped(edge)


def named(
    area: Mapping[str, Any],
    names: Mapping[str, str],
    framed: Collection[str],
    at: Place,
    box: Box,
    size: float,
    *,
    taken: list[Box],
) -> Iterator[Artist]:
    """Yield an area's name, with a light edge around its letters; none where another name stands.

    Args:
        area: The area: ``id``, ``d``, ``x``, ``y``, ``box``.
        names: Names by code.
        framed: Codes that are named even where their name is wider than they are.
        at: Turns units of the geometry into pixels.
        box: What the map fills.
        size: Letter size in pixels.
        taken: Where names stand already; the place of this one is added.
    """
    code = area["id"]
    if code not in names or not area["d"]:
        return
    position = at(np.array([[area["x"], area["y"]]], dtype=float))[0]
    corners = at(np.array(area["box"], dtype=float).reshape(2, 2))
    lines = wrapped(names[code], size, NAME_WIDTH * size)
    text_width = max(width(line, size) for line in lines)
    text_height = LEADING * size * len(lines)
    room = np.abs(corners[1] - corners[0])
    inside = (
        box.left + text_width / 2 < position[0] < box.right - text_width / 2
        and box.bottom + text_height / 2 < position[1] < box.top - text_height / 2
    )
    fits = text_width <= room[0] * AREA_SHARE and text_height <= room[1] * AREA_SHARE
    if not inside or not (fits or code in framed):
        return
    half = np.array([text_width + MIN_GAP * size, text_height]) / 2
    (left, bottom), (right, top) = position - half, position + half
    if code not in framed and any(
        left < other.right and other.left < right and bottom < other.top and other.bottom < top
        for other in taken
    ):
        return
    taken.append(Box(left, bottom, right, top))
    for place, line in enumerate(lines):
        y = position[1] + (len(lines) / 2 - place - 0.5) * size * LEADING
        weight = SEMIBOLD if code in framed else REGULAR
        name = text_line(line, position[0], y, size, weight=weight, horizontal="center", vertical="center")
        name.set(zorder=6, path_effects=[withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
        yield name
