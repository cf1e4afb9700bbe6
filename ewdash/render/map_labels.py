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
from ewdash.render.text import REGULAR, SEMIBOLD, width, wrapped, written

# A name's widest line over its letters, the part of its area that it may take, and its light edge.
NAME, FITS, HALO = 9.0, 0.8, 0.2
OUTLINE = 0.16  # of the letters: the line around what is framed
APART = 0.6  # of the letters: the least space between two names
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
    spot = at(np.array([[area["x"], area["y"]]], dtype=float))[0]
    corners = at(np.array(area["box"], dtype=float).reshape(2, 2))
    lines = wrapped(names[code], size, NAME * size)
    wide = max(width(line, size) for line in lines)
    tall = LEADING * size * len(lines)
    room = np.abs(corners[1] - corners[0])
    inside = (
        box.left + wide / 2 < spot[0] < box.right - wide / 2
        and box.bottom + tall / 2 < spot[1] < box.top - tall / 2
    )
    fits = wide <= room[0] * FITS and tall <= room[1] * FITS
    if not inside or not (fits or code in framed):
        return
    half = np.array([wide + APART * size, tall]) / 2
    (left, bottom), (right, top) = spot - half, spot + half
    if code not in framed and any(
        left < other.right and other.left < right and bottom < other.top and other.bottom < top
        for other in taken
    ):
        return
    taken.append(Box(left, bottom, right, top))
    for place, line in enumerate(lines):
        y = spot[1] + (len(lines) / 2 - place - 0.5) * size * LEADING
        weight = SEMIBOLD if code in framed else REGULAR
        name = written(line, spot[0], y, size, weight=weight, across="center", upright="center")
        name.set(zorder=6, path_effects=[withStroke(linewidth=size * HALO, foreground=theme.PAPER)])
        yield name
