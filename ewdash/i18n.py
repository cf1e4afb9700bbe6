"""Every sentence a user reads, from one catalogue per language.

The catalogue is Mozilla Fluent (`ewdash/locales/<language>/*.ftl`), because the six UN languages
need plural rules that string formatting does not have. A new language is a new folder.
"""

import functools
import re
import threading
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

import babel.dates
import babel.numbers
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

FALLBACK = "en"
LANGUAGE: ContextVar[str] = ContextVar("language", default=FALLBACK)
LONGEST = 80  # characters of an address or a cell that a sentence repeats
MESSAGES = 8192  # looked up before; the catalogue of a language has some fifteen hundred


# Where an entry begins: in Fluent nothing else starts a line with a name and an equals sign.
_ENTRY = re.compile(r"^(-?[A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)


class _References(Visitor):
    """The other entries that an entry repeats."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's names
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.names.append(f"-{node.id.name}")
        self.generic_visit(node)


class _Catalogue:
    """The entries of one language, each parsed when it is first said: a page says a tenth of them."""

    def __init__(self, language: str) -> None:
        self.bundle = FluentBundle([language], use_isolating=False)
        self._entries: dict[str, str] = {}
        self._added: set[str] = set()
        self._lock = threading.RLock()  # who is told that an entry is there finds what it repeats, too
        folder = files("ewdash") / "locales" / language
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".ftl"):
                text = file.read_text(encoding="utf-8")
                begins = [*_ENTRY.finditer(text)]
                ends = [*(entry.start() for entry in begins[1:]), len(text)]
                for entry, end in zip(begins, ends, strict=False):  # a file of comments has one end too many
                    self._entries.setdefault(entry[1], text[entry.start() : end])

    def message(self, name: str) -> Any | None:  # noqa: ANN401 - Fluent's own, of no public type
        """Return a message, None where the language lacks it."""
        with self._lock:
            self._add(name)
            return self.bundle.get_message(name) if self.bundle.has_message(name) else None

    def _add(self, name: str) -> None:
        if name in self._added or name not in self._entries:
            return
        self._added.add(name)
        resource, repeated_entries = FluentResource(self._entries[name]), _References()
        self.bundle.add_resource(resource)
        repeated_entries.visit(resource)
        for other in repeated_entries.names:
            self._add(other)


@functools.cache
def _catalogue(language: str) -> _Catalogue:
    return _Catalogue(language)


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, the fallback first."""
    found = {entry.name for entry in (files("ewdash") / "locales").iterdir() if entry.is_dir()}
    return (FALLBACK, *sorted(found - {FALLBACK, "__pycache__"}))


def has(message: str, *, language: str | None = None) -> bool:
    """Tell whether the catalogue holds ``message`` (``name`` or ``name.attribute``)."""
    return _pattern(_catalogue(language or LANGUAGE.get()), message) is not None


@functools.lru_cache(maxsize=MESSAGES)
def _pattern(catalogue: _Catalogue, message: str) -> Any:  # noqa: ANN401
    """Return what a message says, None where the catalogue does not hold it."""
    name, _, attribute = message.partition(".")
    found = catalogue.message(name)
    if found is None:
        return None
    return found.attributes.get(attribute) if attribute else found.value


@functools.lru_cache(maxsize=MESSAGES)
def _speaking(catalogue: _Catalogue, message: str) -> _Catalogue:
    """Return the catalogue that says a message: another than this one where it is lacking."""
    for one in (catalogue, _catalogue(FALLBACK)):
        if _pattern(one, message) is not None:
            return one
    raise KeyError(message)


@functools.lru_cache(maxsize=MESSAGES)
def _said(catalogue: _Catalogue, message: str) -> str:
    """Return a sentence that takes no facts."""
    return _filled(catalogue, message, {})


def _filled(catalogue: _Catalogue, message: str, facts: dict[str, object]) -> str:
    speaking = _speaking(catalogue, message)
    text, faults = speaking.bundle.format_pattern(_pattern(speaking, message), facts)
    if faults:
        raise ValueError(f"{message}: {faults[0]}")
    return str(text)


def translate(message: str, **facts: object) -> str:
    """Return one sentence in the reader's language (`LANGUAGE`), filled with facts.

    A message the language lacks is said in English.

    Args:
        message: ``name`` or ``name.attribute`` of a message in the catalogue.
        **facts: Values of the message's variables; whole numbers are written as the language does.

    Raises:
        KeyError: If no catalogue holds the message.
        ValueError: If a variable of the message is not among the facts.
    """
    catalogue = _catalogue(LANGUAGE.get())
    return _filled(catalogue, message, facts) if facts else _said(catalogue, message)


def repeated(text: str) -> str:
    """Return what someone else wrote as a sentence repeats it: on one line, and not longer than `LONGEST`."""
    line = "".join(letter if letter.isprintable() else "�" for letter in text[: LONGEST + 1])
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def month(day: date | datetime) -> str:
    """Return a month in words, such as "December 2024"."""
    return _date(day, "LLLL yyyy", LANGUAGE.get())


def short_month(day: date | datetime) -> str:
    """Return a month in words where room is short, such as "Dec 2024"."""
    return _date(day, "LLL yyyy", LANGUAGE.get())


def day(day: date | datetime) -> str:
    """Return a day in words, such as "25 February 2011"."""
    return _date(day, "d MMMM yyyy", LANGUAGE.get())


@functools.lru_cache(maxsize=MESSAGES)
def _date(day: date | datetime, pattern: str, language: str) -> str:
    return str(babel.dates.format_date(day, pattern, locale=language))


def number(value: float, *, decimals: int = 0, sign: bool = False) -> str:
    """Return a number with the language's separators, such as "4,675" or "0.52".

    Args:
        value: Rounded half to even, as Python rounds.
        decimals: Digits after the decimal sign, written in full.
        sign: Whether a plus stands before what is not negative.
    """
    plus = "+" if sign and value >= 0 else ""
    rounded = format(value, f".{decimals}f")  # so that the digits are those of every other place
    return plus + _number(rounded, decimals, LANGUAGE.get())


@functools.lru_cache(maxsize=MESSAGES)
def _number(rounded: str, decimals: int, language: str) -> str:
    pattern = f"#,##0{'.' if decimals else ''}{'0' * decimals}"
    return str(babel.numbers.format_decimal(Decimal(rounded), format=pattern, locale=language))


def listing(names: Iterable[str]) -> str:
    """Return names one after the other, such as "Chad, Mali, Niger"."""
    return translate("list-separator").join(names)
