"""What every briefing pack shares: its parts as asked for, its sources, its state and its small print."""

import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

import pandas as pd

from ewdash import i18n
from ewdash.charts.captions import caveats, citations, source_line
from ewdash.charts.figures import Figure
from ewdash.data.own_records import TABLE
from ewdash.data.record import UNUSABLE, Record
from ewdash.exports.briefing import Briefing, Note, Section
from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.model.datasets import Card
from ewdash.model.errors import EwdashError, NotesUnusableError
from ewdash.views import record_reach
from ewdash.views.block import Block, with_headings
from ewdash.views.measure import Measure

T = TypeVar("T")
R = TypeVar("R")  # what the parts of a pack have in common

# Confidence as one legend, least sure last (DESIGN section 3).
CONFIDENCE = (
    "verified-by-mechanism",
    "curated-dataset",
    "several-sources",
    "one-source",
    "model-estimate",
    "user-upload",
)


class Heading(NamedTuple):
    """What a page says of a part before a file is asked for."""

    title: str
    message: str


@dataclass(frozen=True)
class Preview:
    """What a page says of a pack before one of its files is asked for."""

    name: str  # of the files, without ending
    headline: str
    parts: tuple[Heading, ...]


@dataclass
class Gathering:
    """Parts as they are made; what cannot be made is told among what is not known."""

    parts: list[Section] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    used: list[Card] = field(default_factory=list)  # of what was kept

    def add(self, make: Callable[[], Section]) -> None:
        """Add one part, or the sentence why it cannot be made."""
        part = self.tried(make)
        if part is not None:
            self.parts.append(part)

    def tried(self, make: Callable[[], T]) -> T | None:
        """Return what is made, or None and the sentence why it cannot be."""
        try:
            return make()
        except EwdashError as error:
            self.unknown.append(str(error))
            return None

    def cards(self, record: Record, tables: Iterable[str]) -> list[Card]:
        """Return the cards of tables; one that cannot be read is told among what is not known."""
        cards = (self.tried(functools.partial(record.card, table)) for table in tables)
        return [card for card in cards if card is not None]

    def keep(self, block: Block) -> Block:
        """Keep a block's numbers for the tables, and return it."""
        self.used += block.cards
        self.tables.append(block.numbers)
        return block

    def assemble(
        self,
        *,
        name: str,
        title: str,
        subtitle: str,
        headline: str,
        measures: Iterable[Measure],
        notes: Sequence[str],
        names: Sequence[str],
        unknown: Sequence[str],
        cards: Sequence[Card],
        address: str,
        note: Note | None,
    ) -> Briefing:
        """Return the pack with its sources, citations, caveats, state and small print.

        The cards are those of the tables behind its words, and of every block that was kept; each once.

        The notes, of the headline and the figures beside it, leave out what is told elsewhere in the
        pack. The names are notes on names and boundaries, and on what is filed where.
        """
        cards = list({card.table: card for card in (*cards, *self.used)}.values())
        return Briefing(
            name=name,
            title=title,
            subtitle=subtitle,
            headline=headline,
            measures=tuple((measure.label, measure.value) for measure in measures),
            parts=tuple(self.parts),
            boundary=" ".join([translate("designation-note"), *names]),
            notes=tuple(note for note in notes if note not in (*names, *unknown)),
            confidence=translate(
                "confidence-legend", steps=" · ".join(translate(f"confidence-{step}") for step in CONFIDENCE)
            ),
            unknown=tuple(dict.fromkeys([*unknown, *self.unknown])),
            sources=tuple(dict.fromkeys(source_line(card) for card in cards)),
            citations=citations(cards),
            caveats=caveats(cards),
            stamp=stamp(cards),
            address=address,
            note=note,
            tables=(*self.tables, _cards(cards)),
        )


@dataclass(frozen=True)
class Maker(Generic[R]):
    """How a part is made, and what a page says of it: that fails where the part does."""

    heading: Callable[[R], Heading]
    section: Callable[[Gathering, R], Section]
    tables: tuple[str, ...] = ()  # behind it, where it is no block


def headings(makers: Iterable[Callable[[], Section | Heading]]) -> tuple[Heading, ...]:
    """Return what a page says of the parts that can be made; the pack has the reasons of the others."""
    parts = []
    for make in makers:
        try:
            part = make()
        except NotesUnusableError:
            UNUSABLE.get([]).append(TABLE)  # a lock passes: the view is made again
        except EwdashError:
            pass
        else:
            parts.append(Heading(part.title, part.message))
    return tuple(parts)


def limits(record: Record) -> list[str]:
    """Say what no pack on several countries knows: preliminary figures, the floor, acts after the record."""
    ends = {council: i18n.day(day) for council, day in record_reach.ends(record).items()}
    return [
        translate("pack-unknown-preliminary"),
        translate("pack-unknown-floor"),
        translate("pack-unknown-acts", **ends),
        translate("pack-unknown-closed"),
    ]


def stamp(cards: Sequence[Card]) -> str:
    """Say the state of the data: the day last accessed, and the digest of all tables read."""
    digest = hashlib.sha256("".join(card.sha256 for card in cards).encode()).hexdigest()[:8]
    day = max(card.provenance.accessed for card in cards)
    return translate("pack-stamp", day=i18n.day(day), digest=digest)


def _cards(cards: Sequence[Card]) -> Table:
    """Return the provenance of the tables, one row each."""
    return Table(
        "sources",
        translate("pack-sources"),
        pd.DataFrame(
            [
                {
                    "title": card.title,
                    "producer": card.provenance.producer,
                    "version": card.provenance.version,
                    "licence": card.provenance.licence,
                    "address": card.provenance.address,
                    "accessed": card.provenance.accessed,
                    "citation": " ".join(card.provenance.citation),
                    "covers_from": card.provenance.covers_from,
                    "covers_to": card.provenance.covers_to,
                    "sha256": card.sha256,
                }
                for card in cards
            ]
        ),
        source=translate("product"),
        place=None,
    )


def section(
    block: Block, *, key: str, message: str, lines: Sequence[str] = (), half: bool = False
) -> Section:
    """Return a block as a part: its figure, or its table where it draws nothing."""
    figure = block.figure if isinstance(block.figure, Figure) else None
    return Section(
        key=key,
        title=block.title,
        message=message,
        lines=tuple(lines),
        drawing=figure,
        alt=block.alt,
        caption=block.caption,
        table=with_headings(block.table) if figure is None else None,
        source=block.source,
        half=half,
    )
