"""One caption maker: what is shown, how to read it, what it does not show, and where it is from."""

from ewdash.model import words
from ewdash.model.datasets import Card
from ewdash.model.words import say


def source_line(*cards: Card) -> str:
    """Return producer, version, coverage, licence and date accessed of the tables behind a figure."""
    return " ".join(
        say(
            "source-line",
            producer=card.provenance.producer,
            version=card.provenance.version,
            first=str(card.provenance.covers_from.year),
            last=words.month(card.provenance.covers_to),
            licence=card.provenance.licence,
            accessed=words.day(card.provenance.accessed),
        )
        for card in cards
    )


def caption(chart: str, *cards: Card, **facts: object) -> str:
    """Return the caption of a chart: the catalogue's `chart-<name>` `.shows`, `.reads`, `.omits`."""
    parts = {part: say(f"chart-{chart}.{part}", **facts) for part in ("shows", "reads", "omits")}
    return f"{say('caption', **parts)} {source_line(*cards)}"
