"""What a block shows as a picture for slides and papers, with everything that must travel with it."""

import functools
import re
import unicodedata

from ewdash.charts.figures import Figure
from ewdash.charts.theme import Form
from ewdash.i18n import has, translate
from ewdash.render import NoRoomError, render
from ewdash.views.block import Block

LONGEST = 80  # characters of a file's name
# Width and heights of a picture: a slide, or as many on top of each other as its words need.
WIDE, HEIGHTS = 1920, (1080, 2160, 3240, 4320, 6480)


def drawable(block: Block) -> bool:
    """Tell whether a block has a picture; numbers alone have none."""
    return isinstance(block.figure, Figure) or block.drawing is not None


def picture(block: Block, *, form: Form) -> bytes:
    """Return a block's picture at the size of a slide, as a file.

    A figure of very many parts gets a taller page instead of letters too small to read.

    Raises:
        ValueError: If it has none, or holds something that is not drawn.
    """
    if block.drawing is not None:
        return block.drawing(form=form)
    if not isinstance(block.figure, Figure):
        raise ValueError(block.name)
    draw = functools.partial(render, block.figure, title=block.title, lines=block.small_print, form=form)
    for height in HEIGHTS[:-1]:
        try:
            return draw(size=(WIDE, height))
        except NoRoomError:
            continue
    return draw(size=(WIDE, HEIGHTS[-1]))


def file_name(block: Block, *, form: Form) -> str:
    """Return the name of a picture's file in plain letters: its title, or what it is if that is a finding."""
    named = f"chart-{block.name}.file"
    title = f"{block.place} {translate(named)}" if has(named) else block.title
    letters = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", title)).lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', letters).strip('-')[:LONGEST].strip('-')}.{form}"
