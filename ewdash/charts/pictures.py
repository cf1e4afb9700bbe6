"""Pictures for slides, as SVG with title, legend, source and boundary note inside."""

import math
import textwrap
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

from ewdash.charts import theme

WIDTH, HEIGHT = 1920, 1080
FRAME = (60, 150, 1800, 760)  # x, y, width, height of the map
COLUMNS = 190  # characters in a line of small print


def event_picture(
    points: pd.DataFrame,
    outline: dict[str, Any],
    extent: tuple[float, float, float, float],
    *,
    title: str,
    legend: Sequence[tuple[str, str]],
    lines: Sequence[str],
) -> str:
    """Return the map of events as an SVG of 1920 by 1080.

    Args:
        points: ``latitude``, ``longitude``, ``radius`` (pixels) and ``colour`` (RGBA).
        outline: GeoJSON of the country and what is seen around it.
        extent: West, south, east, north in degrees.
        title: Title of the picture.
        legend: Label and colour of each kind of point.
        lines: Small print under the map.

    References:
        Plate carrée at the country's mean latitude: short distances look alike both ways.
    """
    west, south, east, north = extent
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = 0.94 * min(FRAME[2] / max((east - west) * squeeze, 0.5), FRAME[3] / max(north - south, 0.5))
    left = FRAME[0] + FRAME[2] / 2 - (west + east) / 2 * squeeze * scale
    top = FRAME[1] + FRAME[3] / 2 + (south + north) / 2 * scale

    def at(longitude: float, latitude: float) -> str:
        return f"{left + longitude * squeeze * scale:.0f} {top - latitude * scale:.0f}"

    shapes = "".join(
        f'<path d="{_rings(feature, at)}" fill="rgb({",".join(map(str, feature["properties"]["fill"]))})"'
        ' fill-rule="evenodd" stroke="#9AA5B1"/>'
        for feature in outline["features"]
    )
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="{row["radius"] * 1.5:.1f}" fill="rgb({r},{g},{b})"'
        ' fill-opacity=".67" stroke="#FFF"/>'
        for row in points.to_dict("records")
        for x, y in [at(row["longitude"], row["latitude"]).split()]
        for r, g, b, _ in [row["colour"]]
    )
    keys = "".join(
        f'<circle cx="{70 + 260 * place}" cy="120" r="10" fill="{colour}"/>'
        + _text(label, 90 + 260 * place, 127, 22)
        for place, (label, colour) in enumerate(legend)
    )
    print_ = [row for line in lines for row in textwrap.wrap(line, COLUMNS)]
    small = "".join(_text(row, 60, 950 + 26 * place, 18) for place, row in enumerate(print_))
    x, y, width, height = FRAME
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" font-family="Arial, sans-serif"><rect width="{WIDTH}" height="{HEIGHT}"'
        f' fill="#FFF"/><clipPath id="map"><rect x="{x}" y="{y}" width="{width}" height="{height}"/>'
        f'</clipPath>{_text(title, 60, 80, 36, weight=600)}{keys}<g clip-path="url(#map)">{shapes}{marks}</g>'
        f"{small}</svg>"
    )


def _rings(feature: dict[str, Any], at: Any) -> str:  # noqa: ANN401 - a function of two floats
    return "".join(
        "M" + "L".join(at(longitude, latitude) for longitude, latitude in ring) + "z"
        for polygon in feature["geometry"]["coordinates"]
        for ring in polygon
    )


def _text(words: str, x: float, y: float, size: int, *, weight: int = 400) -> str:
    style = f'font-size="{size}" font-weight="{weight}" fill="{theme.INK}"'
    return f'<text x="{x}" y="{y}" {style}>{escape(words)}</text>'
