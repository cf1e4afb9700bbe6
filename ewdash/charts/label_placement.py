"""Names beside the ends of lines: moved apart where they would cover each other."""

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
