"""Countries and territories by their UN names, regions and groups."""

import functools
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.i18n import has, translate
from ewdash.model.errors import UnknownCountryError

# What a reader can open a page for; joint rows and pseudo-codes only exist inside tables.
PAGE_KINDS = ("member", "observer", "territory", "former")
# Names that take an article inside a sentence, as UN documents write them ("the Sudan").
_ARTICLE = (
    "ALA ARE ATF BHS CAF CCK COD COG COK COM CYM DDR DOM FLK FRO GBR GMB IMN IOT KOR LAO MDA"
    " MDV MHL MNP NER NLD PHL PRK PSE RUS SDN SJM SUN SYR TCA TZA UMI USA VAT VDR VGB VIR"
)
ARTICLE = frozenset(_ARTICLE.split())

# M49 numbers of the world and of the regions that the country table holds; Babel's names prove them.
REGION_NUMBERS = {
    "001": "world",
    "002": "africa",
    "005": "south-america",
    "009": "oceania",
    "011": "western-africa",
    "013": "central-america",
    "014": "eastern-africa",
    "015": "northern-africa",
    "017": "middle-africa",
    "018": "southern-africa",
    "019": "americas",
    "021": "northern-america",
    "029": "caribbean",
    "030": "eastern-asia",
    "034": "southern-asia",
    "035": "south-eastern-asia",
    "039": "southern-europe",
    "053": "australia-new-zealand",
    "054": "melanesia",
    "057": "micronesia",
    "061": "polynesia",
    "142": "asia",
    "143": "central-asia",
    "145": "western-asia",
    "150": "europe",
    "151": "eastern-europe",
    "154": "northern-europe",
    "155": "western-europe",
}


def region_key(given: str) -> str:
    """Return the key of a region given as its M49 number, or as its key in capitals or with spaces."""
    word = given.strip().casefold().replace(" ", "-").replace("_", "-")
    return REGION_NUMBERS.get(word.zfill(3), word)


@dataclass(frozen=True)
class Places:
    """The country table, asked in the field's words."""

    table: pd.DataFrame

    @functools.cached_property
    def _rows(self) -> dict[str, dict[str, Any]]:
        return {row["iso3"]: row for row in self.table.to_dict("records")}  # type: ignore[misc]

    def row(self, iso3: str) -> dict[str, Any]:
        """Return the country's row.

        Raises:
            UnknownCountryError: If the table has no such code.
        """
        if iso3 not in self._rows:
            raise UnknownCountryError(given=iso3)
        return self._rows[iso3]

    def name(self, iso3: str) -> str:
        """Return the UN short name, in the reader's language where the catalogue has it."""
        message = f"country-{iso3.lower()}"
        return translate(message) if has(message) else str(self.row(iso3)["name"])

    def said(self, iso3: str) -> str:
        """Return the name as it stands inside a sentence, with its article where it takes one."""
        name = self.name(iso3)
        return translate("country-said", name=name) if iso3 in ARTICLE else name

    def options(self) -> dict[str, str]:
        """Return iso3 -> name of every place with a page, sorted by name."""
        codes = (code for code, row in self._rows.items() if row["kind"] in PAGE_KINDS)
        return dict(sorted(((code, self.name(code)) for code in codes), key=lambda item: item[1]))

    def notes(self, iso3: str) -> list[str]:
        """Return the boundary, naming and filing notes of a place, as sentences."""
        keys = self.row(iso3)["note"]
        return [translate(note) for note in str(keys).split(";") if note] if pd.notna(keys) else []

    def filed_under(self, iso3: str) -> str | None:
        """Return the iso3 under which UCDP files this place's events, if not its own."""
        other = self.row(iso3)["filed_under"]
        return str(other) if pd.notna(other) and other else None

    def held(self, iso3: str) -> tuple[str, ...]:
        """Return a country's code and those of the places whose deaths are filed under it."""
        return (iso3, *(code for code, row in self._rows.items() if row["filed_under"] == iso3))

    def regions(self) -> dict[str, str]:
        """Return region and subregion keys -> names, each region before its parts."""
        names: dict[str, str] = {}
        for region, parts in self._subregions.items():
            names[region] = translate(f"region-{region}")
            for part in parts:
                names[part] = translate("subregion", name=translate(f"region-{part}"))
        return names

    @functools.cached_property
    def _subregions(self) -> dict[str, list[str]]:
        pairs = self.table[self.table["region"].notna()][["region", "subregion"]].drop_duplicates()
        return {
            str(region): part["subregion"].dropna().tolist()
            for region, part in pairs.sort_values(["region", "subregion"]).groupby("region")
        }

    @functools.cached_property
    def _groups(self) -> list[str]:
        return [str(key) for key in sorted(self.table["hrc_group"].dropna().unique()) if key]

    def groups(self) -> dict[str, str]:
        """Return HRC regional group keys -> names."""
        return {key: translate(f"group-{key.replace('_', '-')}") for key in self._groups}

    def within(self, *, region: str | None, group: str | None) -> list[str]:
        """Return the codes inside a region or subregion and a regional group (None = all)."""
        return [
            code
            for code, row in self._rows.items()
            if (not region or region in (row["region"], row["subregion"]))
            and (not group or row["hrc_group"] == group)
        ]

    def scope(self, *, region: str | None, group: str | None) -> tuple[str, ...] | None:
        """Return the codes of a selection, None where it is the world."""
        return tuple(self.within(region=region, group=group)) if region or group else None

    def scope_key(self, *, region: str | None, group: str | None) -> str:
        """Return a selection as the names of files write it."""
        return "-".join(part for part in (region, group) if part) or "world"

    def scope_name(self, *, region: str | None, group: str | None) -> str:
        """Return the name of a selection."""
        names = [translate(f"region-{region}")] if region else []
        names += [translate(f"group-{group.replace('_', '-')}")] if group else []
        return i18n.listing(names) or translate("scope-world")
