"""The legend of a picture: a handle and a name for each kind of mark, in lines over what is drawn."""

from collections.abc import Callable, Iterable, Sequence

from matplotlib.artist import Artist

from ewdash.render.canvas import Box, Canvas
from ewdash.render.text import SEMIBOLD, SPACE, text_line, width

KEY_WIDTH, KEY_HEIGHT = 1.9, 0.72  # width and height of a handle over the letter size
PITCH, ENTRY_GAP = 1.5, 1.5  # between lines and between entries, over the letter size

Entry = tuple[str, Callable[[Box], Iterable[Artist]]]  # a name, and what draws its handle in a box


def legend(page: Canvas, entries: Sequence[Entry], *, size: float, heading: str = "") -> Box:
    """Write a legend at the top of a page's room and return the room that is left.

    Args:
        page: The page; the legend is drawn on it.
        entries: Name and handle of each kind of mark.
        size: Letter size in pixels.
        heading: What the entries are, where they do not say it themselves.
    """
    room = page.room
    if not entries:
        return room
    x, y = room.left, room.top - size
    if heading:
        page.add(text_line(heading, x, y, size, weight=SEMIBOLD))
        x += width(heading, size, weight=SEMIBOLD) + size * ENTRY_GAP
    key, gap = size * KEY_WIDTH, size * SPACE * 2.5
    for name, handle in entries:
        needed = key + gap + width(name, size)
        if x > room.left and x + needed > room.right:
            x, y = room.left, y - size * PITCH
        page.add(*handle(Box(x, y, x + key, y + size * KEY_HEIGHT)))
        page.add(text_line(name, x + key + gap, y + size * 0.05, size))
        x += needed + size * ENTRY_GAP
    return Box(room.left, room.bottom, room.right, y - size * 0.7)
