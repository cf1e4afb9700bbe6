"""A figure with everything that must travel with it."""

from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd
import plotly.graph_objects as go
import pydeck as pdk

from ewdash.charts.captions import caption, signed, source_line
from ewdash.model.datasets import Card
from ewdash.model.words import has, say

# What a page can draw; None where the numbers are the picture.
Picture: TypeAlias = go.Figure | pdk.Deck | None
Reading: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
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
    svg: str = ""  # the same picture for slides, where the figure cannot give one
    reading: Reading = ()  # the marks of the figure as sentences, in order, under headings


def block(
    chart: str,
    figure: Picture,
    table: pd.DataFrame,
    *cards: Card,
    notes: tuple[str, ...] = (),
    **facts: object,
) -> Block:
    """Join a figure with its title, alternative text, caption and numbers.

    Args:
        chart: Name in the catalogue: `chart-<name>` with `.shows`, `.reads`, `.omits`.
        figure: What is drawn, or None where there is nothing to draw.
        table: The numbers behind the figure.
        *cards: Cards of the tables it is drawn from.
        notes: Sentences that must stand beside the figure.
        **facts: Values of the messages' variables.
    """
    title, source = say(f"chart-{chart}", **facts), source_line(*cards)
    drawn = isinstance(figure, go.Figure)
    if isinstance(figure, go.Figure):
        signed(figure, title=title, source=source)
    read = caption(chart, **facts)
    return Block(
        name=chart,
        title=title,
        alt=f"{title}. {say(f'chart-{chart}.shows', **facts)}",
        caption=read if drawn else f"{read} {source}",
        source=source,
        figure=figure,
        table=table,
        notes=notes,
    )


def headed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with headings in the reader's language."""
    names = {column: f"column-{column.replace('_', '-')}" for column in table.columns}
    return table.rename(columns={column: say(name) for column, name in names.items() if has(name)})


# A spreadsheet runs a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(table: pd.DataFrame, *, source: str) -> bytes:
    """Return a table as CSV with its source in a last column; no cell can run as a formula."""
    safe = table.copy()
    for column in safe.select_dtypes(include=["object", "str", "category"]).columns:
        text = safe[column].astype(object)
        risky = text.map(lambda cell: isinstance(cell, str) and cell.startswith(_FORMULA))
        safe[column] = text.where(~risky, "'" + text.astype(str))
    return safe.assign(source=source).to_csv(index=False).encode("utf-8-sig")
