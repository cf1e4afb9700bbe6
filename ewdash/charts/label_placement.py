"""Names beside lines and marks: moved apart, or left out, where they would cover each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDE = 14.0  # pixels: a name at a corner of so large a mark would seem another's
ALWAYS = 3  # marks that are named wherever no other name stands
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

    A name stands to the right of its mark, else around it; where it would cover another name or mark, or
    leave the room, it has no place (None). The first `ALWAYS` stand on their own mark then, if no name does.

    Args:
        marks: The most important first: their names are placed first. One without a width has no name.
        room: Left, top, right and bottom of what names may fill.
        gap: Between a mark and its name.
    """
    taken: list[tuple[float, float, float, float]] = []
    found: list[tuple[float, float] | None] = []
    for number, mark in enumerate(marks):
        others = [*marks[:number], *marks[number + 1 :]]
        chosen = None
        for left, middle, free in _spots(mark, gap) if mark.wide else ():
            if free and number >= ALWAYS:
                continue
            box = (left, middle - mark.tall / 2, left + mark.wide, middle + mark.tall / 2)
            inside = box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]
            covers = any(_touch(box, name) for name in taken) or (
                not free and any(_covers(box, other) for other in others)
            )
            if inside and not covers:
                chosen = (left, middle)
                taken.append(box)
                break
        found.append(chosen)
    return found


def _spots(mark: Mark, gap: float) -> Iterator[tuple[float, float, bool]]:
    """Yield left edge and middle of the places of a name, and whether it may cover marks there."""
    away, half, slant = mark.radius + gap, mark.tall / 2, mark.radius * 0.7 + gap
    right, left, centred = mark.x + away, mark.x - away - mark.wide, mark.x - mark.wide / 2
    yield right, mark.y, False
    yield left, mark.y, False
    yield centred, mark.y + away + half, False
    yield centred, mark.y - away - half, False
    for across in (mark.x + slant, mark.x - slant - mark.wide) if mark.radius < WIDE else ():
        for down in (mark.y - slant - half, mark.y + slant + half):
            yield across, down, False
    yield centred, mark.y, True
    yield mark.x - mark.radius / 2, mark.y, True
    yield centred, mark.y - away - half, True


def _touch(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _covers(box: tuple[float, float, float, float], mark: Mark) -> bool:
    across = max(box[0] - mark.x, 0.0, mark.x - box[2])
    down = max(box[1] - mark.y, 0.0, mark.y - box[3])
    return across**2 + down**2 < mark.radius**2
