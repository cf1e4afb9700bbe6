"""The pictures of a pack, at the size that a paper or a slide needs."""

from ewdash.charts.pictures import world_picture
from ewdash.charts.stills import still
from ewdash.charts.theme import Form
from ewdash.data import geometry
from ewdash.papers.pack import Map, Part


def image(part: Part, *, size: tuple[int, int], letters: float, form: Form) -> bytes:
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
        return world_picture(
            part.drawing.spec,
            geometry.world(),
            lines=(),
            form=form,
            size=size,
            text=letters,
            heading=False,
            extent=part.drawing.extent,
        )
    if part.drawing is None:
        raise ValueError(part.key)
    return still(part.drawing, title=part.title, lines=(), size=size, form=form, text=letters, heading=False)
