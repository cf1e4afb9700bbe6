"""Figures and maps as still pictures, drawn strictly: what cannot be drawn as on the screen is refused.

One function draws them all, `render`. The modules behind it bring matplotlib with them, which would
slow each start: they are read when the first picture is asked for.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from ewdash.charts.figures import Figure
from ewdash.charts.theme import Form

if TYPE_CHECKING:
    import plotly.graph_objects as go

SIZE = (1920, 1080)  # pixels of a slide
TEXT = 18.0  # pixels of the smallest letters on a slide, readable after video compression


class NotDrawnError(ValueError):
    """A figure asks for something that a still does not draw; leaving it out would be a wrong picture.

    Attributes:
        what: What it is, in Plotly's words, and which.
    """

    def __init__(self, what: str, name: object = "") -> None:
        super().__init__(f"{what}={name}")


class NoRoomError(NotDrawnError):
    """The words of a picture and the plots they stand at need a larger page."""


@dataclass(frozen=True)
class WorldMap:
    """A map of classes.

    Args:
        spec: What it says (`ewdash.charts.worldmap.world_map`).
        world: The geometry: ``width``, ``height`` and ``areas`` (see `tables.geometry`).
        extent: Codes that the picture frames, with what lies around them; None frames what the
            specification does. With ``names``, those framed are outlined and always named.
        names: Names by code, written where their area has room for them; None writes none.
    """

    spec: Mapping[str, Any]
    world: Mapping[str, Any]
    extent: Collection[str] | None = None
    names: Mapping[str, str] | None = None


@dataclass(frozen=True)
class EventMap:
    """A map of the events of one country.

    Args:
        points: ``latitude``, ``longitude``, ``radius`` (pixels), ``colour`` (RGBA) and whether the circle is
            ``open``; where they have a ``name``, it is written beside those that have room for it, the
            first ones first.
        outline: GeoJSON of the country and what is seen around it, each with a ``fill`` (RGB) and
            whether it is ``disputed``.
        extent: West, south, east, north in degrees.
        legend: Label and colour of each kind of point; one without a colour is open.
    """

    points: pd.DataFrame
    outline: Mapping[str, Any]
    extent: tuple[float, float, float, float]
    legend: Sequence[tuple[str, str | None]]


def render(
    drawing: "Figure | go.Figure | WorldMap | EventMap",
    *,
    title: str,
    lines: Sequence[str],
    form: Form,
    size: tuple[int, int] = SIZE,
    text: float = TEXT,
    heading: bool = True,
) -> bytes:
    """Draw a figure or a map as a picture with its title, legend and small print.

    Args:
        drawing: What is drawn; it is not changed.
        title: Title of the picture.
        lines: Small print at the foot: caption, source, notes on boundaries.
        form: svg (letters as outlines, so that they look alike everywhere) or png.
        size: Width and height in pixels.
        text: Letter size in pixels of the smallest text; all else is in proportion.
        heading: Whether the title is written; without it and without lines the picture is bare.

    Returns:
        The file's bytes: the same for the same drawing, whatever the machine has open.

    Raises:
        NotDrawnError: If the figure holds something that is not drawn.
        NoRoomError: If its words need a larger page.
    """
    from ewdash.render import canvas, figure, maps

    with canvas.alone():
        if isinstance(drawing, (WorldMap, EventMap)):
            page = canvas.canvas(title, lines, size=size, text=text, heading=heading)
            maps.draw(page, drawing)
        else:
            plotly = drawing.validated() if isinstance(drawing, Figure) else drawing
            page = figure.drawn(plotly, title=title, lines=lines, size=size, text=text, heading=heading)
        return canvas.saved(page, form)
