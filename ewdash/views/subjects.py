"""What a briefing can be on, and the parts that each kind of pack holds."""

from collections.abc import Sequence

from ewdash.i18n import translate
from ewdash.views.briefings import comparison, country, region

PARTS: dict[str, tuple[str, ...]] = {
    "situation": tuple(country.SECTIONS),
    "region": tuple(region.SECTIONS),
    "comparison": comparison.SECTIONS,
}
FORWARD = "forward"  # the page that goes to New York, which is whole
KINDS = (*PARTS, FORWARD)


def parts(kind: str) -> dict[str, str]:
    """Return the parts of a kind of pack with their names."""
    return {key: translate(f"part-{key}") for key in PARTS[kind]}


def included_parts(kind: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the parts to include: all where none is chosen."""
    return tuple(key for key in PARTS[kind] if not keys or key in keys)
