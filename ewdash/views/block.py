"""A figure with everything that must travel with it."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

import pandas as pd

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
from ewdash.views.methods import OF_CHART

if TYPE_CHECKING:
    import pydeck as pdk

# What a page can draw; None where the numbers are the picture.
Picture: TypeAlias = "Figure | pdk.Deck | None"
# The numbers of a picture, or what makes them when they are asked for.
Numbers: TypeAlias = pd.DataFrame | Callable[[], pd.DataFrame]
Reading: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
MIN_ROWS = 2  # rows in which something can be repeated
KEPT = ("country", "iso3", "month", "date")  # what a row is of stands in it
# Columns that tell the reason, state, months or unit of a row.
SHARED = (
    *("reason", "direction", "vintage", "confidence"),
    *("period", "unit", "holds", "data_release", "accessed"),
)
PARTIAL = ("vintage", "confidence")  # of them, those that are empty only where nothing can be said


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
    rows: Numbers
    notes: tuple[str, ...] = ()
    # Label and colour, where the figure has none of its own; without a colour it is an open mark.
    legend: tuple[tuple[str, str | None], ...] = ()
    method: str = ""  # key of the method behind it
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

    @functools.cached_property
    def table(self) -> pd.DataFrame:
        """The numbers behind the figure, made when they are first asked for."""
        return self.rows() if callable(self.rows) else self.rows

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
    table: Numbers,
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
        table: The numbers behind the figure, or what makes them.
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
        method=OF_CHART.get(chart, ""),
        more=more(chart, **facts),
        handling=handling(chart, **facts),
        source=source,
        figure=figure,
        rows=table,
        notes=notes,
        boundaries=(translate("designation-note"), *boundaries),
        cards=cards,
        place=str(facts.get("country") or facts.get("scope") or "") if place is None else place,
    )


def said_once(table: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return a table without the columns that say the same in each row, and what they say as sentences.

    Those are columns of a reason, a state or a confidence that hold one value, and columns that
    hold nothing. A table of one row repeats nothing. The files keep all columns.
    """
    pairs: list[tuple[str, str]] = []
    none: list[tuple[str, str]] = []
    unknown: list[tuple[str, str]] = []
    columns = [] if len(table) < MIN_ROWS else [name for name in table.columns if name not in KEPT]
    for name in columns:
        column = table[name].tolist()
        # Most columns say something in their first row, and may differ: no more of them is looked at.
        first = next((cell for cell in column if not pd.isna(cell) and str(cell) != ""), None)
        if first is not None and name not in SHARED:
            continue
        heading = _heading(name)
        if first is None:
            (unknown if all(map(pd.isna, column)) else none).append((name, heading))
            continue
        values = [cell for cell in column if not pd.isna(cell) and str(cell) != ""]
        if len(set(values)) == 1 and (len(values) == len(table) or name in PARTIAL):
            value = str(first).removesuffix(".")
            every = "all" if len(values) == len(table) else "some"
            pairs.append((name, translate("table-pair", column=heading, value=value, rows=every)))
    said = {"table-shared": pairs, "table-none": none, "table-unknown": unknown}
    sentences = tuple(
        translate(key, columns="; ".join(words for _, words in part)) for key, part in said.items() if part
    )
    return table.drop(columns=[name for part in said.values() for name, _ in part]), sentences


def with_headings(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with headings in the reader's language."""
    return table.set_axis([_heading(column) for column in table.columns], axis=1)


def _heading(column: str) -> str:
    name = f"column-{column.replace('_', '-')}"
    return translate(name) if has(name) else column
