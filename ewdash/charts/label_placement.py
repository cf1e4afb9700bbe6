"""Names beside lines and marks: moved apart, or left out, where they would cover each other."""

from collections.abc import Sequence
from dataclasses import dataclass

LABEL_LENGTH = 0.35  # of the axis: as long as a name is at half a laptop's width


@dataclass(frozen=True)
class Label:
    """A name to be placed: pixels from the top it belongs to, its height, and its share of the axis."""

    middle: float
    tall: float
    along: float


def spread(labels: Sequence[Label], *, room: float) -> list[float]:
    """Return the middle of each label: near where it belongs, in the order of the lines.

    Names push those below them down, and the lower edge pushes them up again. Those further
    apart along the axis than a name is long do not touch.

    Args:
        labels: The names.
        room: Height of the whole, pixels.
    """
    order = sorted(range(len(labels)), key=lambda number: (labels[number].middle, number))
    middles: dict[int, float] = {}
    for number in order:
        edges = [middles[other] + _apart(labels[other], labels[number]) for other in middles]
        middles[number] = max(labels[number].middle, labels[number].tall / 2, *edges, 0.0)
    below: list[int] = []
    for number in reversed(order):
        edges = [middles[other] - _apart(labels[number], labels[other]) for other in below]
        middles[number] = min(middles[number], room - labels[number].tall / 2, *edges, room)
        below.append(number)
    return [middles[number] for number in range(len(labels))]


def _apart(upper: Label, lower: Label) -> float:
    """Return the least distance of two middles; none where the labels cannot touch."""
    overlap = abs(upper.along - lower.along) < LABEL_LENGTH
    return (upper.tall + lower.tall) / 2 if overlap else float("-inf")


@dataclass(frozen=True)
class Mark:
    """A round mark with a name: pixels from the left and the top, its radius, and the size of its name."""

    x: float
    y: float
    radius: float
    wide: float
    tall: float


def beside(
    marks: Sequence[Mark], *, room: tuple[float, float, float, float], gap: float = 3.0
) -> list[tuple[float, float] | None]:
    """Return where the name of each mark stands: its left edge and its middle, in pixels.

    A name stands to the right of its mark, else to the left, below or above; where it would cover another
    name or mark, or leave the room, it has no place (None).

    Args:
        marks: The most important first: their names are placed first. One without a width has no name.
        room: Left, top, right and bottom of what names may fill.
        gap: Between a mark and its name.
    """
    circles = [
        (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        for mark in marks
    ]
    taken: list[tuple[float, float, float, float]] = []
    found: list[tuple[float, float] | None] = []
    for number, mark in enumerate(marks):
        away, half = mark.radius + gap, mark.tall / 2
        spots = (
            (mark.x + away, mark.y),
            (mark.x - away - mark.wide, mark.y),
            (mark.x - mark.wide / 2, mark.y + away + half),
            (mark.x - mark.wide / 2, mark.y - away - half),
        )
        others = [*taken, *circles[:number], *circles[number + 1 :]]
        chosen = None
        for left, middle in spots if mark.wide else ():
            box = (left, middle - half, left + mark.wide, middle + half)
            inside = box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]
            if inside and not any(_touch(box, other) for other in others):
                chosen = (left, middle)
                taken.append(box)
                break
        found.append(chosen)
    return found


def _touch(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
