"""Every code and name by which people look for a place, beside the United Nations name that is shown."""

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from ewdash.model.places import Places

# Typographic signs and what a keyboard has in their place.
_KEYBOARD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "ı": "i", "ø": "o", "ł": "l"})
ENGLISH = "en"


def unaccented(text: str) -> str:
    """Return a text as it is typed on a plain keyboard: no accents, straight apostrophes."""
    letters = unicodedata.normalize("NFKD", text.translate(_KEYBOARD))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def folded(text: str) -> str:
    """Return a text as search compares it: without accents, case and outer spaces."""
    return unaccented(text).casefold().strip()


@dataclass(frozen=True)
class Gazetteer:
    """The words that find a place.

    Two-letter codes, M49 numbers and names in the reader's language are those of Unicode CLDR, as
    Babel packages them; former codes and other names are the table's (see `tables.place_word`).

    Args:
        places: The countries and territories.
        table: ``word``, ``kind`` (code, name), ``iso3``; a code with several successors has several rows.
    """

    places: Places
    table: pd.DataFrame

    @functools.cached_property
    def _alpha2(self) -> dict[str, str]:
        """iso3 -> two-letter code, of places that have one of their own."""
        aliases = get_global("territory_aliases")
        kinds = self.places.table.set_index("iso3")["kind"]
        return {
            code: aliases[code][0]
            for code in self.places.options()
            if kinds[code] != "former" and len(aliases.get(code, ())) == 1
        }

    @functools.cached_property
    def _own(self) -> dict[str, tuple[str, ...]]:
        """Folded iso3 -> its place."""
        return {folded(code): (code,) for code in self.places.options()}

    @functools.cached_property
    def _of(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Kind -> iso3 -> the table's words."""
        return {
            kind: {str(code): tuple(map(str, rows["word"])) for code, rows in of_kind.groupby("iso3")}
            for kind in ("code", "name")
            for of_kind in (self.table[self.table["kind"] == kind],)
        }

    @functools.cached_property
    def _index(self) -> dict[str, tuple[str, ...]]:
        """Folded word -> the places it stands for; what is listed first wins."""
        iso3 = {short: code for code, short in self._alpha2.items()}
        short = {folded(alpha2): (code,) for alpha2, code in iso3.items()}
        numbers = {
            key: tuple(iso3[alpha2] for alpha2 in successors)
            for key, successors in get_global("territory_aliases").items()
            if key.isdecimal() and all(alpha2 in iso3 for alpha2 in successors)
        }
        names = {folded(name): (code,) for code, name in reversed(self.places.options().items())}
        spoken = {folded(name): (code,) for code in iso3.values() for name in self._spoken(code, ENGLISH)}
        words = {kind: self._words(kind) for kind in ("code", "name")}
        return {**spoken, **words["name"], **names, **numbers, **words["code"], **short, **self._own}

    def _words(self, kind: str) -> dict[str, tuple[str, ...]]:
        rows = self.table[self.table["kind"] == kind]
        return {folded(str(word)): tuple(codes) for word, codes in rows.groupby("word")["iso3"]}

    def find(self, given: str) -> tuple[str, ...]:
        """Return the places that a code or name stands for: none, one, or the several successors of a code.

        Args:
            given: Three or two letters, an M49 number or a name, whatever its case and accents.
        """
        word = folded(given)
        return self._index.get(word.zfill(3) if word.isdecimal() else word, ())

    def former(self, given: str) -> tuple[str, ...]:
        """Return what became of a code that is no longer used; none where it is in use or unknown."""
        return self._former.get(folded(given), ())

    @functools.cached_property
    def _former(self) -> dict[str, tuple[str, ...]]:
        rows = self.table[self.table["reason"] == "former code"]
        return {folded(str(word)): tuple(codes) for word, codes in rows.groupby("word")["iso3"]}

    def short_codes(self, iso3: str) -> tuple[str, ...]:
        """Return the codes of a place beside its iso3: the two-letter one, and those of the table.

        A code that is the iso3 of a former State with a page finds that page alone.
        """
        words = [word for word in self._of["code"].get(iso3, ()) if folded(word) not in self._own]
        alpha2 = self._alpha2.get(iso3)
        return (*([alpha2] if alpha2 else ()), *words)

    def other_names(self, iso3: str, *, language: str) -> tuple[str, ...]:
        """Return the names that find a place beside the one shown, each also without its accents.

        Args:
            iso3: The place.
            language: The reader's, such as ``fr`` or ``pt-BR``; one that CLDR lacks adds nothing.
        """
        shown = self.places.name(iso3)
        names = list(self._of["name"].get(iso3, ()))
        for spoken in dict.fromkeys((ENGLISH, language)):
            names += self._spoken(iso3, spoken)
        names.sort(key=len, reverse=True)  # so that a name is seen to be part of another
        variants = dict.fromkeys(form for name in (shown, *names) for form in (name, unaccented(name)))
        return tuple(name for name in variants if name != shown)

    def _spoken(self, iso3: str, language: str) -> Iterator[str]:
        """Yield the name of a place in a language, as CLDR writes it."""
        name = _territories(language).get(self._alpha2.get(iso3, ""))
        if name:
            yield name


@functools.lru_cache(maxsize=32)
def _territories(language: str) -> Mapping[str, str]:
    """Return two-letter code -> name in a language; nothing where CLDR has no such language."""
    try:
        names: Mapping[str, str] = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):  # the browser's word, or the address's
        return {}
    return names
