"""A briefing pack as values: the same parts make a paper, slides, a document, tables and a screen."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pandas as pd

from ewdash.charts.figures import Figure

LINES = 12  # of a note; where it has more they run on
CONTROL = ("Cc", "Cs")  # control characters, and halves of characters
NONCHARACTERS = "\ufffe\uffff"  # what Unicode keeps free of any character


@dataclass(frozen=True)
class Map:
    """A map of classes: its specification (`charts.worldmap.world_map`) and what it frames."""

    spec: Mapping[str, Any]
    extent: tuple[str, ...] | None = None  # codes; None is what the specification frames
    names: Mapping[str, str] | None = None  # to write on it, by code


Drawing: TypeAlias = Figure | Map | None


@dataclass(frozen=True)
class Section:
    """One message: a sentence, and what supports it."""

    key: str
    title: str  # heading on paper
    message: str  # the one sentence of a slide
    lines: tuple[str, ...] = ()
    drawing: Drawing = None
    alt: str = ""  # what the drawing shows, for those who do not see it
    caption: str = ""
    table: pd.DataFrame | None = None  # with headings in the reader's language, most important first
    source: str = ""
    spoken: bool = True  # on the screen; False is for paper alone
    half: bool = False  # a drawing that stands beside another on paper


@dataclass(frozen=True)
class Note:
    """An analyst's own words: never the project's.

    What no paper can print is left out, and a note of very many lines has them run on, so that
    any note fits a paper.
    """

    text: str
    author: str
    day: str

    def __post_init__(self) -> None:
        """Keep what can be printed."""
        lines = [line for raw in self.text.splitlines() if (line := _printable(raw))]
        text = "\n".join(lines) if len(lines) <= LINES else " / ".join(lines)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "author", _printable(self.author))


def _printable(words: str) -> str:
    """Return one line without control characters and what else no file can hold."""
    letters = [
        letter
        for letter in words.replace("\t", " ")
        if unicodedata.category(letter) not in CONTROL and letter not in NONCHARACTERS
    ]
    return "".join(letters).strip()


@dataclass(frozen=True)
class Briefing:
    """Everything that travels together."""

    name: str  # of the files, without ending
    title: str
    subtitle: str
    headline: str
    measures: tuple[tuple[str, str], ...]
    parts: tuple[Section, ...]
    boundary: str
    confidence: str
    unknown: tuple[str, ...]
    sources: tuple[str, ...]
    stamp: str  # state of the data
    address: str  # of the page that made it
    note: Note | None = None
    data: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)  # file name and content
