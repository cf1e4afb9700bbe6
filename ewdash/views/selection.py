"""The places a reader narrowed a page to: a region, set or own list, a regional group, or both."""

from collections.abc import Iterable
from dataclasses import dataclass

from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import PAGE_KINDS, Places


@dataclass(frozen=True)
class Selection:
    """The places of a region and group: named, inside, and open to a reader."""

    places: Places
    inside: tuple[str, ...]
    scope: str

    @property
    def heading(self) -> str:
        """The name as it begins a sentence or a title."""
        return self.scope[:1].upper() + self.scope[1:]

    @property
    def shown(self) -> set[str]:
        """Places a reader can open; former States only where the record covers them."""
        kinds = [kind for kind in PAGE_KINDS if kind != "former"]
        return {code for code in self.inside if self.places.row(code)["kind"] in kinds}

    def silent(self, covered: Iterable[str]) -> list[str]:
        """Return the places the record does not cover, in the order of their names."""
        return sorted(self.shown - set(covered), key=self.places.name)


def selected(record: Record, region: str | None, group: str | None) -> Selection:
    """Return the places of a region and a group; None is all."""
    places = record.places
    inside = tuple(places.within(region=region, group=group))
    scope = places.scope_name(region=region, group=group) if region or group else translate("all-regions")
    return Selection(places, inside, scope)
