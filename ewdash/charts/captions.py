"""One caption maker: what is shown, how to read it, what it does not show, and where it is from."""

import textwrap
from collections.abc import Iterable
from datetime import date

from ewdash import i18n
from ewdash.charts import theme
from ewdash.charts.figures import Figure
from ewdash.i18n import translate
from ewdash.model.datasets import Card

TITLE, SOURCE = "title", "source"  # names of the annotations that hold a figure's title and source
NAME = "name"  # of the annotations that name a mark, where there is room for it
# Characters and pixels of a line: a chart at half a laptop's width still shows it whole.
TITLE_COLUMNS, TITLE_LINE = 68, 24
SOURCE_COLUMNS, SOURCE_LINE = 98, 16


def source_line(*cards: Card) -> str:
    """Return producer, versions, coverage, licence and date accessed of the tables behind a figure.

    Tables that one producer gives under one licence on one day stand together; nothing is said twice.
    """
    editions: dict[tuple[str, str, date], list[str]] = {}
    for source in (card.provenance for card in cards):
        edition = translate(
            "source-edition",
            version=source.version,
            first=str(source.covers_from.year),
            last=i18n.month(source.covers_to),
        )
        editions.setdefault((source.producer, source.licence, source.accessed), []).append(edition)
    return " ".join(
        translate(
            "source-line",
            producer=producer,
            editions="; ".join(dict.fromkeys(given)),
            licence=licence,
            accessed=i18n.day(accessed),
        )
        for (producer, licence, accessed), given in editions.items()
    )


def citations(cards: Iterable[Card]) -> tuple[str, ...]:
    """Return how the sources of cards ask to be cited, each once."""
    return tuple(dict.fromkeys(line for card in cards for line in card.provenance.citation))


def caveats(cards: Iterable[Card]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the title and caveats of each card, each once."""
    return tuple({card.table: (card.title, card.caveats) for card in cards}.values())


def references(
    cited: tuple[str, ...], known: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what travels with every file in full: headings, and the lines under each.

    Args:
        cited: See `citations`.
        known: See `caveats`.
    """
    cautions = ((translate("pack-caveats-of", table=table), lines) for table, lines in known)
    return ((translate("pack-citations"), cited), *cautions)


def caption(chart: str, **facts: object) -> str:
    """Return what a chart shows, how to read it and what it leaves out, from the catalogue.

    It has at most 60 words; what else helps to read the chart is `more`.
    """
    return translate(
        "caption",
        **{part: translate(f"chart-{chart}.{part}", **facts) for part in ("shows", "reads", "omits")},
    )


def more(chart: str, **facts: object) -> str:
    """Return what else helps to read a chart, a click away on a page; empty where the caption says it all."""
    message = f"chart-{chart}.more"
    return translate(message, **facts) if i18n.has(message) else ""


def handling(chart: str, **facts: object) -> str:
    """Return how the figure is used on the page, where it can be; a picture of it leaves this out."""
    message = f"chart-{chart}.handles"
    return translate(message, **facts) if i18n.has(message) else ""


def signed(figure: Figure, *, title: str, source: str) -> Figure:
    """Write title and source into a figure, so that a saved picture carries both.

    Args:
        figure: A figure with its height and margins set; it is changed and returned.
        title: Title of the chart.
        source: Source line, broken so that it fits half a laptop's width.
    """
    heading = textwrap.wrap(title, TITLE_COLUMNS)
    print_ = textwrap.wrap(source, SOURCE_COLUMNS)
    margin = figure.layout["margin"]
    top, bottom = TITLE_LINE * len(heading) + 10, SOURCE_LINE * len(print_) + 10
    ground = {
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
    }
    ground["xshift"] = 4 - margin["l"]
    figure.add_annotation(
        ground,
        text=f"<b>{'<br>'.join(heading)}</b>",
        name=TITLE,
        y=1,
        yanchor="top",
        yshift=margin["t"] + top - 4,
        font={"size": 17, "color": theme.INK},
    )
    figure.add_annotation(
        ground,
        text="<br>".join(print_),
        name=SOURCE,
        y=0,
        yanchor="top",
        yshift=-margin["b"],
        font={"size": 12, "color": theme.MUTED},
    )
    return figure.update_layout(
        height=figure.layout["height"] + top + bottom,
        margin={"t": margin["t"] + top, "b": margin["b"] + bottom},
    )
