"""Every sentence a user reads, from one catalogue per language.

The catalogue is Mozilla Fluent (`ewdash/locales/<language>/*.ftl`), because the six UN languages
need plural rules that string formatting does not have. A new language is a new folder.
"""

import functools
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

import babel.dates
import babel.numbers
from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
LANGUAGE: ContextVar[str] = ContextVar("language", default=FALLBACK)
LONGEST = 80  # characters of an address or a cell that a sentence repeats
MESSAGES = 8192  # looked up before; the catalogue of a language has some fifteen hundred


@functools.cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("ewdash") / "locales" / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, the fallback first."""
    found = {entry.name for entry in (files("ewdash") / "locales").iterdir() if entry.is_dir()}
    return (FALLBACK, *sorted(found - {FALLBACK, "__pycache__"}))


def has(message: str, *, language: str | None = None) -> bool:
    """Tell whether the catalogue holds ``message`` (``name`` or ``name.attribute``)."""
    return _pattern(_bundle(language or LANGUAGE.get()), message) is not None


@functools.lru_cache(maxsize=MESSAGES)
def _pattern(bundle: FluentBundle, message: str) -> Any:  # noqa: ANN401 - Fluent's own, of no public type
    """Return what a message says, None where the catalogue does not hold it."""
    name, _, attribute = message.partition(".")
    if not bundle.has_message(name):
        return None
    found = bundle.get_message(name)
    return found.attributes.get(attribute) if attribute else found.value


@functools.lru_cache(maxsize=MESSAGES)
def _said(bundle: FluentBundle, message: str) -> str:
    """Return a sentence that takes no facts."""
    return _filled(bundle, message, {})


def _filled(bundle: FluentBundle, message: str, facts: dict[str, object]) -> str:
    text, faults = bundle.format_pattern(_pattern(bundle, message), facts)
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
    bundle = _bundle(LANGUAGE.get() if has(message) else FALLBACK)
    if _pattern(bundle, message) is None:
        raise KeyError(message)
    return _filled(bundle, message, facts) if facts else _said(bundle, message)


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
