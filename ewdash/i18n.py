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

import babel.dates
import babel.numbers
from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
LANGUAGE: ContextVar[str] = ContextVar("language", default=FALLBACK)
LONGEST = 80  # characters of an address or a cell that a sentence repeats


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
    name, _, attribute = message.partition(".")
    bundle = _bundle(language or LANGUAGE.get())
    if not bundle.has_message(name):
        return False
    found = bundle.get_message(name)
    return attribute in found.attributes if attribute else found.value is not None


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
    spoken = LANGUAGE.get() if has(message) else FALLBACK
    if not has(message, language=spoken):
        raise KeyError(message)
    bundle = _bundle(spoken)
    name, _, attribute = message.partition(".")
    found = bundle.get_message(name)
    pattern = found.attributes[attribute] if attribute else found.value
    if pattern is None:
        raise KeyError(message)
    text, faults = bundle.format_pattern(pattern, facts)
    if faults:
        raise ValueError(f"{message}: {faults[0]}")
    return str(text)


def repeated(text: str) -> str:
    """Return what someone else wrote as a sentence repeats it: on one line, and not longer than `LONGEST`."""
    line = "".join(letter if letter.isprintable() else "�" for letter in text[: LONGEST + 1])
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def month(day: date | datetime) -> str:
    """Return a month in words, such as "December 2024"."""
    return str(babel.dates.format_date(day, "LLLL yyyy", locale=LANGUAGE.get()))


def day(day: date | datetime) -> str:
    """Return a day in words, such as "25 February 2011"."""
    return str(babel.dates.format_date(day, "d MMMM yyyy", locale=LANGUAGE.get()))


def number(value: float, *, decimals: int = 0, sign: bool = False) -> str:
    """Return a number with the language's separators, such as "4,675" or "0.52".

    Args:
        value: Rounded half to even, as Python rounds.
        decimals: Digits after the decimal sign, written in full.
        sign: Whether a plus stands before what is not negative.
    """
    pattern = f"#,##0{'.' if decimals else ''}{'0' * decimals}"
    plus = "+" if sign and value >= 0 else ""
    rounded = format(value, f".{decimals}f")  # so that the digits are those of every other place
    return plus + str(babel.numbers.format_decimal(Decimal(rounded), format=pattern, locale=LANGUAGE.get()))


def listing(names: Iterable[str]) -> str:
    """Return names one after the other, such as "Chad, Mali, Niger"."""
    return translate("list-separator").join(names)
