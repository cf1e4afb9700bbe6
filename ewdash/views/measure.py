"""One figure above the fold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure above the fold: its label, its value in words, and what it means."""

    label: str
    value: str
    explained: str
