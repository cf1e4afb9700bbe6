"""Countries and territories by their UN names, regions, sets and groups."""

import functools
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.i18n import LANGUAGE, has, translate
from ewdash.model.errors import UnknownCountryError

# What a reader can open a page for; joint rows and pseudo-codes only exist inside tables.
PAGE_KINDS = ("member", "observer", "territory", "former")
# Names that take an article inside a sentence, as UN documents write them ("the Sudan").
_ARTICLE = (
    "ALA ARE ATF BHS CAF CCK COD COG COK COM CYM DDR DOM FLK FRO GBR GMB IMN IOT KOR LAO MDA"
    " MDV MHL MNP NER NLD PHL PRK PSE RUS SDN SJM SUN SYR TCA TZA UMI USA VAT VDR VGB VIR"
)
ARTICLE = frozenset(_ARTICLE.split())
# Regions that take an article inside a sentence; names of sets say theirs in the catalogue.
REGION_ARTICLE = frozenset({"americas", "caribbean"})
MAX_NAMES = 6  # names of an own list in a title; the rest is counted
MAX_CODES = 20  # codes of an own list in the name of a file

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
    """Return the key of a region or set given as its M49 number, or as its key in capitals or with spaces."""
    word = given.strip().casefold().replace(" ", "-").replace("_", "-")
    return REGION_NUMBERS.get(word.zfill(3), word)


# States on which acts of the time are recorded under the former Yugoslavia, which Serbia holds.
SUCCESSORS_OF_YUGOSLAVIA = ("BIH", "HRV", "MKD", "MNE", "SVN")


@dataclass(frozen=True)
class Places:
    """The country table, asked in the field's words.

    Where a region is asked for, it is the key of an M49 region, subregion or set of countries, or an
    own list: codes with commas between them.

    Args:
        table: The countries and territories.
        memberships: Reads `tables.country_set`, when a set is first asked for; None where there are no sets.
    """

    table: pd.DataFrame
    memberships: Callable[[], pd.DataFrame] | None = None

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
        language = LANGUAGE.get()
        if language not in self._options:
            codes = (code for code, row in self._rows.items() if row["kind"] in PAGE_KINDS)
            names = {code: self.name(code) for code in codes}
            self._options[language] = dict(sorted(names.items(), key=operator.itemgetter(1)))
        return dict(self._options[language])

    @functools.cached_property
    def _options(self) -> dict[str, dict[str, str]]:
        """`options` by language."""
        return {}

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
    def _sets(self) -> dict[str, pd.DataFrame]:
        """Key of a set -> its memberships, in the order of the table."""
        if self.memberships is None:
            return {}
        return {str(key): rows for key, rows in self.memberships().groupby("set", sort=False)}

    def sets(self) -> dict[str, str]:
        """Return the keys of sets of countries -> names.

        Raises:
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: If the sets cannot be read.
        """
        return {key: translate(f"set-{key}") for key in self._sets}

    def is_set(self, region: str | None) -> bool:
        """Return whether a region is a set of countries."""
        return region is not None and not self._in_m49(region) and region in self._sets

    def own_list(self, region: str | None) -> tuple[str, ...]:
        """Return the codes of an own list; none where a region is something else."""
        codes = region.split(",") if region else []
        return tuple(codes) if all(code in self._rows for code in codes) else ()

    def own_list_name(self, region: str) -> str:
        """Return an own list as the region box offers it."""
        return translate("own-list", names=self.shortened(sorted(map(self.name, self.own_list(region)))))

    def shortened(self, names: list[str]) -> str:
        """Return the first names, and how many more there are."""
        listed, more = i18n.listing(names[:MAX_NAMES]), len(names) - MAX_NAMES
        return translate("and-more", names=listed, more=more) if more > 0 else listed

    def membership_notes(self, region: str | None) -> tuple[str, ...]:
        """Say who is in a set and by which source, or in an own list; nothing of another region."""
        if own := self.own_list(region):
            names = i18n.listing(sorted(map(self.name, own)))
            return (translate("notice-own-list", count=len(own), names=names),)
        if region is None or not self.is_set(region):
            return ()
        rows = self._sets[region]
        return (
            translate(
                "notice-set",
                name=translate(f"set-{region}"),
                count=len(rows),
                source="; ".join(rows["source"].unique()),
                recalled=int(rows["confidence"].eq("recalled").sum()),
            ),
        )

    @functools.cached_property
    def _groups(self) -> list[str]:
        return [str(key) for key in sorted(self.table["hrc_group"].dropna().unique()) if key]

    def groups(self) -> dict[str, str]:
        """Return HRC regional group keys -> names."""
        return {key: translate(f"group-{key.replace('_', '-')}") for key in self._groups}

    def within(self, *, region: str | None, group: str | None) -> list[str]:
        """Return the codes inside a region, set or own list and a regional group (None = all).

        Raises:
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: If a set cannot be read.
        """
        members = self._members(region) if region and not self._in_m49(region) else set()
        return [
            code
            for code, row in self._rows.items()
            if (not region or region in (row["region"], row["subregion"]) or code in members)
            and (not group or row["hrc_group"] == group)
        ]

    def _in_m49(self, region: str) -> bool:
        return any(region == key or region in parts for key, parts in self._subregions.items())

    def _members(self, region: str) -> set[str]:
        """Return the codes of an own list or set; none where a region is neither."""
        own = self.own_list(region)
        return set(own or (self._sets[region]["iso3"] if region in self._sets else ()))

    def scope(self, *, region: str | None, group: str | None) -> tuple[str, ...] | None:
        """Return the codes of a selection, None where it is the world."""
        return tuple(self.within(region=region, group=group)) if region or group else None

    def scope_key(self, *, region: str | None, group: str | None) -> str:
        """Return a selection as the names of files write it."""
        own = self.own_list(region)
        if own:
            region = "-".join(own).lower() if len(own) <= MAX_CODES else f"list-of-{len(own)}"
        return "-".join(part for part in (region, group) if part) or "world"

    def scope_name(self, *, region: str | None, group: str | None) -> str:
        """Return the name of a selection, as it stands inside a sentence."""
        names = [self._region_said(region)] if region else []
        names += [translate(f"group-{group.replace('_', '-')}")] if group else []
        return i18n.listing(names) or translate("scope-world")

    def _region_said(self, region: str) -> str:
        if own := self.own_list(region):
            return self.shortened([self.said(code) for code in sorted(own, key=self.name)])
        if self.is_set(region):
            return translate(f"set-{region}.said")
        name = translate(f"region-{region}")
        return translate("country-said", name=name) if region in REGION_ARTICLE else name
