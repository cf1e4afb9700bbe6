"""The Sources and methods page as values: a card per table, and the methods in plain words."""

from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.data import store
from ewdash.data.record import Record
from ewdash.i18n import has, translate
from ewdash.model.datasets import LAYOUTS, Card
from ewdash.model.errors import EwdashError
from ewdash.views.methods import METHODS


@dataclass(frozen=True)
class CardView:
    """A card as the page shows it, or the sentence that says why it cannot."""

    table: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    caveats: tuple[str, ...] = ()
    citation: str = ""
    failed: str = ""


@dataclass(frozen=True)
class SourcesView:
    """What the Sources page says."""

    headline: str
    overview: pd.DataFrame
    cards: tuple[CardView, ...]
    methods: tuple[tuple[str, str, str], ...]  # key, title and text


def sources_view(record: Record) -> SourcesView:
    """Assemble the page; a table that cannot be read is told in its own card."""
    cards = []
    rows = []
    for table in LAYOUTS:
        try:
            card = record.card(table)
            if table != "geometry":
                record.check(table)
        except EwdashError as error:
            cards.append(CardView(table, table, failed=f"{error} {error.advice}"))
            continue
        cards.append(_card_view(card, own=store.layer(table, root=record.root) != store.DATA))
        rows.append(
            {
                "title": cards[-1].title,
                "producer": card.provenance.producer,
                "version": card.provenance.version,
                "licence": card.provenance.licence,
                "rows": card.rows,
            }
        )
    return SourcesView(
        headline=translate("headline-sources", tables=len(rows), failed=len(cards) - len(rows)),
        overview=pd.DataFrame(rows),
        cards=tuple(cards),
        methods=tuple(
            (name, translate(f"method-{name}"), translate(f"method-{name}.text")) for name in METHODS
        ),
    )


def _card_view(card: Card, *, own: bool) -> CardView:
    """Return a card in words; a table made on this machine has its own, those of its card."""
    name = f"card-{card.table.replace('_', '-')}"
    known = {message for message in (name, f"{name}.unit") if has(message) and not own}
    provenance = card.provenance
    facts = (
        ("producer", provenance.producer),
        ("version", provenance.version),
        ("coverage", f"{i18n.day(provenance.covers_from)} – {i18n.day(provenance.covers_to)}"),
        ("unit", translate(f"{name}.unit") if f"{name}.unit" in known else card.unit),
        ("rows", translate("figure", value=card.rows)),
        ("licence", provenance.licence),
        ("confidence", translate(f"confidence-{provenance.confidence.replace('_', '-')}")),
        ("accessed", i18n.day(provenance.accessed)),
        ("address", provenance.address),
        ("digest", card.sha256),
    )
    messages = [f"{name}.caveat-{place + 1}" for place in range(len(card.caveats))]
    return CardView(
        table=card.table,
        title=translate(name) if name in known else card.title,
        facts=tuple((translate(f"fact-{key}"), value) for key, value in facts),
        caveats=tuple(
            translate(message) if has(message) and not own else text
            for message, text in zip(messages, card.caveats, strict=True)
        ),
        citation="\n".join(provenance.citation),
    )
