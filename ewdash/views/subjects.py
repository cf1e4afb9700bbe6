"""What a briefing can be on, and the parts that each kind of pack holds."""

from collections.abc import Sequence

from ewdash.model.words import say
from ewdash.views import briefing, handouts

PARTS: dict[str, tuple[str, ...]] = {
    "situation": tuple(briefing.SECTIONS),
    "region": tuple(handouts.REGION),
    "comparison": handouts.COMPARISON,
}
KINDS = tuple(PARTS)


def parts(kind: str) -> dict[str, str]:
    """Return the parts of a kind of pack with their names."""
    return {key: say(f"part-{key}") for key in PARTS[kind]}


def chosen(kind: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the parts to include: all where none is chosen."""
    return tuple(key for key in PARTS[kind] if not keys or key in keys)
