"""A briefing pack as values: the same parts make a paper, slides, a document, tables and a screen."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pandas as pd

from ewdash.charts import captions
from ewdash.charts.figures import Figure
from ewdash.exports.tables import Table
from ewdash.i18n import translate

PAGES = 2  # of a paper, before the citations and caveats
LINES = 12  # of a note; where it has more they run on
CONTROL = ("Cc", "Cs")  # control characters, and halves of characters
LEFT_TO_RIGHT = "\u200e"  # a mark that is not seen
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
    # Rows of the table in the order in which they are kept where not all fit; () is that of the table.
    kept: tuple[int, ...] = ()

    @property
    def boundary(self) -> str:
        """What must stand directly under a map: the note on its boundaries; nothing without a map."""
        return str(self.drawing.spec["note"]) if isinstance(self.drawing, Map) else ""

    def head(self, rows: int) -> pd.DataFrame:
        """Return the rows that are kept where so many fit, in the order of the table."""
        table = pd.DataFrame() if self.table is None else self.table
        return table.iloc[sorted(self.kept[:rows])] if self.kept else table.head(rows)


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

    @property
    def rtl(self) -> bool:
        """Tell whether the note runs from right to left: its first letter with a direction does."""
        return _rtl(self.text)

    @property
    def signature(self) -> str:
        """Who wrote it, of what day, and whose words they are not."""
        # Behind a name that runs right to left, the day would be written before it.
        author = f"{self.author}{LEFT_TO_RIGHT}" if _rtl(self.author) else self.author
        return translate("pack-note-signed", author=author, day=self.day)


def _rtl(words: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left (Unicode annex 9, rule P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in words)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


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
    boundary: str  # on the names shown, and what is filed where
    confidence: str
    unknown: tuple[str, ...]
    sources: tuple[str, ...]
    citations: tuple[str, ...]  # as each source asks to be cited, each once
    caveats: tuple[tuple[str, tuple[str, ...]], ...]  # of the tables that the figures came from, by title
    stamp: str  # state of the data
    address: str  # of the page that made it
    note: Note | None = None
    notes: tuple[str, ...] = ()  # what must be known of the headline and the figures beside it
    tables: tuple[Table, ...] = field(default=(), repr=False)
    pages: int = PAGES  # of paper, before the citations and caveats

    @property
    def single(self) -> bool:
        """Tell whether it is one page that stands alone: its sources are on it, and nothing is behind."""
        return self.pages == 1

    @property
    def references(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What travels with every other file in full: headings, and the lines under each."""
        return () if self.single else captions.references(self.citations, self.caveats)

    def more(self, rows: int) -> str:
        """Say how many rows of a list a paper leaves out, and where they are; nothing where none."""
        if rows <= 0:
            return ""
        message = "pack-more-at" if self.single else "pack-more"
        return translate(message, rows=rows, address=self.address)
