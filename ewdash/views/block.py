"""A figure with everything that must travel with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pandas as pd
import pydeck as pdk

from ewdash.charts.captions import (
    caption,
    caveats,
    citations,
    handling,
    more,
    references,
    source_line,
)
from ewdash.charts.figures import Figure
from ewdash.charts.theme import Form
from ewdash.exports.tables import Table
from ewdash.i18n import has, translate
from ewdash.model.datasets import Card

# What a page can draw; None where the numbers are the picture.
Picture: TypeAlias = Figure | pdk.Deck | None
Reading: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


class Drawing(Protocol):
    """Draws the picture of a figure for a slide, when it is asked for."""

    def __call__(self, *, form: Form) -> bytes:
        """Return the picture as a file."""


@dataclass(frozen=True, eq=False)
class Block:
    """One figure of a page: picture, words and numbers."""

    name: str
    title: str
    alt: str
    caption: str
    source: str
    figure: Picture
    table: pd.DataFrame
    notes: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()  # label and colour, where the figure has none of its own
    more: str = ""  # to read the figure by, where its caption is too short for it
    handling: str = ""  # how the figure is used on the page; of no use in a picture
    # What must stand wherever names and boundaries are shown.
    boundaries: tuple[str, ...] = ()
    # The same picture for slides, where the figure cannot give one.
    drawing: Drawing | None = None
    cards: tuple[Card, ...] = ()  # of the tables it is drawn from
    place: str = ""  # of the whole table; "" where a column names it, or it is of all
    # Says the marks of the figure as sentences, in order, under headings, when they are asked for.
    read: Callable[[], Reading] | None = None

    @property
    def reading(self) -> Reading:
        """The marks of the figure as sentences; none where there are no marks."""
        return self.read() if self.read else ()

    @property
    def small_print(self) -> tuple[str, ...]:
        """What must stand under a picture of the figure: caption, notes, source, boundaries."""
        lines = (self.caption, " ".join(self.notes), self.source, " ".join(self.boundaries))
        return tuple(line for line in lines if line)

    @property
    def numbers(self) -> Table:
        """The numbers of the figure, to take away."""
        return Table(self.name, self.title, self.table, source=self.source, place=self.place)

    @property
    def about(self) -> tuple[str, ...]:
        """What must travel with the numbers: title, small print, citations and caveats, a line each."""
        parts = references(citations(self.cards), caveats(self.cards)) if self.cards else ()
        return (
            self.title,
            *self.small_print,
            *([self.more] if self.more else []),
            *(line for title, lines in parts for line in ("", title, *lines)),
        )


def block(
    chart: str,
    figure: Picture,
    table: pd.DataFrame,
    *cards: Card,
    notes: tuple[str, ...] = (),
    boundaries: Sequence[str] = (),
    place: str | None = None,
    **facts: object,
) -> Block:
    """Join a figure with its title, alternative text, caption and numbers.

    Args:
        chart: Name in the catalogue: `chart-<name>` with `.shows`, `.reads`, `.omits`.
        figure: What is drawn, or None where there is nothing to draw.
        table: The numbers behind the figure.
        *cards: Cards of the tables it is drawn from.
        notes: Sentences that must stand beside the figure.
        boundaries: Notes on names and boundaries of what is shown (`Places.notes`).
        place: Of all rows, where no column names it and no fact does (``country``, ``scope``).
        **facts: Values of the messages' variables.
    """
    title, source = translate(f"chart-{chart}", **facts), source_line(*cards)
    return Block(
        name=chart,
        title=title,
        alt=f"{title}. {translate(f'chart-{chart}.shows', **facts)}",
        caption=caption(chart, **facts),
        more=more(chart, **facts),
        handling=handling(chart, **facts),
        source=source,
        figure=figure,
        table=table,
        notes=notes,
        boundaries=(translate("designation-note"), *boundaries),
        cards=cards,
        place=str(facts.get("country") or facts.get("scope") or "") if place is None else place,
    )


def with_headings(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with headings in the reader's language."""
    names = {column: f"column-{column.replace('_', '-')}" for column in table.columns}
    return table.rename(columns={column: translate(name) for column, name in names.items() if has(name)})
