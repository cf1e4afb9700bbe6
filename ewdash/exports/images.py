"""The pictures of a pack, at the size that a paper or a slide needs."""

import functools
from collections.abc import Iterator
from dataclasses import replace

from ewdash.charts import comparisons
from ewdash.charts.figures import Figure
from ewdash.charts.theme import Form
from ewdash.data import geometry
from ewdash.exports.briefing import Map, Section
from ewdash.i18n import translate
from ewdash.render import NoRoomError, WorldMap, render

SMALLER, LEAST = (1.0, 0.85, 0.7), 0.55  # of the letters asked for, to try one after the other

TALL, TALLEST = 1.3, 1500  # pixels of a comparison's picture over those on the page, and at most


def paper_size(part: Section, usual: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a picture over a paper's width: a comparison is taller with each lane."""
    if not isinstance(part.drawing, Figure) or not comparisons.laned(part.drawing):
        return usual
    return usual[0], min(max(usual[1], round(TALL * part.drawing.layout["height"])), TALLEST)


def screens(part: Section) -> Iterator[Section]:
    """Yield a part once for each screen that its drawing needs."""
    if not isinstance(part.drawing, Figure):
        yield part
        return
    for place, figure in enumerate(comparisons.parted(part.drawing)):
        message = translate("pack-continued", title=part.title) if place else part.message
        yield replace(part, drawing=figure, message=message)


def image(part: Section, *, size: tuple[int, int], letters: float, form: Form) -> bytes:
    """Return a part's drawing without title or small print, which the paper sets itself.

    Args:
        part: A part with a drawing.
        size: Pixels across and down.
        letters: Pixels of its smallest letters.
        form: svg or png.

    Raises:
        ValueError: If the part has no drawing, or one that cannot be drawn.
        DatasetMissingError, DatasetDamagedError: If a map's geometry cannot be read.
    """
    if isinstance(part.drawing, Map):
        framed = part.drawing
        return render(
            WorldMap(framed.spec, geometry.world(), framed.extent, framed.names),
            title=str(framed.spec["title"]),
            lines=(),
            form=form,
            size=size,
            text=letters,
            heading=False,
        )
    if part.drawing is None:
        raise ValueError(part.key)
    figure = comparisons.heightened(part.drawing)
    draw = functools.partial(render, figure, title=part.title, lines=(), size=size, form=form, heading=False)
    for scale in SMALLER:
        try:
            return draw(text=letters * scale)
        except NoRoomError:  # so many plots that their words need smaller letters
            continue
    return draw(text=letters * LEAST)
