"""Names of States in the texts of the Council tables, as the United Nations writes them.

The compilers wrote short names (Syria, DPRK, Russia). Both forms of the Organization are used: the
one of its lists where a name stands for itself (``Presidential statement: Iran (Islamic Republic
of)``), and the one of its sentences elsewhere (``Special Rapporteur on the Islamic Republic of Iran``).

References:
    UNTERM, the United Nations Terminology Database: short names of States.
"""

import functools
import re
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Name:
    """A State: what is written for it, its name in a list, and its name inside a sentence."""

    pattern: str
    listed: str
    said: str


NAMES = (
    Name(r"Iran-Iraq", "Iran (Islamic Republic of) and Iraq", "the Islamic Republic of Iran and Iraq"),
    Name(
        r"(?<!Republic of )Iran(?! \(Islamic)",
        "Iran (Islamic Republic of)",
        "the Islamic Republic of Iran",
    ),
    Name(r"Syria", "Syrian Arab Republic", "the Syrian Arab Republic"),
    Name(r"DPRK", "Democratic People’s Republic of Korea", "the Democratic People’s Republic of Korea"),
    Name(r"Russia", "Russian Federation", "the Russian Federation"),
    Name(r"C[oô]te d['’]Ivoire", "Côte d’Ivoire", "Côte d’Ivoire"),
    Name(
        r"eastern (?:DRC|DR Congo)",
        "Eastern Democratic Republic of the Congo",
        "the east of the Democratic Republic of the Congo",
    ),
    Name(r"DRC|DR Congo", "Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
    Name(r"CAR", "Central African Republic", "the Central African Republic"),
    Name(
        r"(?<!Republic of )Venezuela(?! \(Bolivarian)",
        "Venezuela (Bolivarian Republic of)",
        "the Bolivarian Republic of Venezuela",
    ),
    Name(r"(?<!State of )Palestine", "State of Palestine", "the State of Palestine"),
    Name(r"Turkey", "Türkiye", "Türkiye"),
    Name(r"Bosnia(?! and Herzegovina)", "Bosnia and Herzegovina", "Bosnia and Herzegovina"),
    # To 2019 the Organization wrote the name of its admission.
    Name(
        r"(?<!North )(?<!Republic of )Macedonia",
        "The former Yugoslav Republic of Macedonia",
        "the former Yugoslav Republic of Macedonia",
    ),
    Name(
        r"(?<!Republic of )Bolivia(?! \(Plurinational)",
        "Bolivia (Plurinational State of)",
        "the Plurinational State of Bolivia",
    ),
    Name(r"(?<!Republic of )Moldova", "Republic of Moldova", "the Republic of Moldova"),
    Name(r"(?<!Republic of )Tanzania", "United Republic of Tanzania", "the United Republic of Tanzania"),
    Name(r"Vietnam", "Viet Nam", "Viet Nam"),
    Name(r"Burma", "Myanmar", "Myanmar"),
    Name(r"Swaziland", "Eswatini", "Eswatini"),
)
# Names that the Organization took up later: to the day before, it wrote the other.
RENAMED = {
    "2019-02-14": Name(
        r"North Macedonia",
        "The former Yugoslav Republic of Macedonia",
        "the former Yugoslav Republic of Macedonia",
    ),
}
# Labels in which a name cannot be put in the place of another.
WORDING = {
    "Greece-Macedonia name talks": (
        "Talks of Greece and the former Yugoslav Republic of Macedonia on the name"
    ),
    "Arms embargo on eastern DRC groups": (
        "Arms embargo on groups in the east of the Democratic Republic of the Congo"
    ),
    "First CAR investigation opened": "First investigation in the Central African Republic opened",
    "Second CAR investigation opened": "Second investigation in the Central African Republic opened",
    "First report of Syria commission of inquiry": (
        "First report of the commission of inquiry on the Syrian Arab Republic"
    ),
    "Report of DPRK commission of inquiry (document date)": (
        "Report of the commission of inquiry on the Democratic People’s Republic of Korea (document date)"
    ),
    "Assembly sends DPRK inquiry report to the Security Council": (
        "Assembly sends the inquiry’s report on the Democratic People’s Republic of Korea"
        " to the Security Council"
    ),
    "ASG for human rights briefs first meeting on DPRK situation": (
        "ASG for human rights briefs first meeting on the situation in the Democratic People’s"
        " Republic of Korea"
    ),
    "Russia-Turkey ceasefire efforts supported": (
        "Ceasefire efforts of the Russian Federation and Türkiye supported"
    ),
    "First report of Venezuela fact-finding mission released": (
        "First report of the fact-finding mission on the Bolivarian Republic of Venezuela released"
    ),
    "Warrants in Palestine situation": "Warrants in the situation in the State of Palestine",
    "Draft to keep Iran sanctions relief failed (4-9-2)": (
        "Draft to keep the relief from measures on the Islamic Republic of Iran failed (4-9-2)"
    ),
}
# A name stands for itself at the beginning and behind these; elsewhere it stands in a sentence.
_ALONE = (": ", ", ", "/", "v. ", "(")
# What follows a name at the beginning as a sentence's verb; before a noun it takes a colon.
_VERBS = ("urged", "suspended", "encouraged", "to", "and")
_PATTERNS = tuple((re.compile(rf"\b([Tt]he )?\b({name.pattern})\b"), name) for name in NAMES)


def un_named(texts: pd.Series) -> pd.Series:
    """Return texts with every State by its name at the United Nations; a second time changes nothing."""
    return texts.map(_named, na_action="ignore")


def of_the_time(texts: pd.Series, days: pd.Series) -> pd.Series:
    """Return texts with every State by the name it had at the United Nations on a day.

    Args:
        texts: Texts of ours, as `un_named` returns them.
        days: The day that each tells of, as a date or as text (2026-01-31).
    """
    for since, name in RENAMED.items():
        earlier = days.astype(str).str.slice(0, 10).lt(since) & texts.notna()
        pattern = re.compile(rf"\b([Tt]he )?\b({name.pattern})\b")
        named = texts[earlier].map(lambda text: pattern.sub(functools.partial(_form, name=name), text))  # noqa: B023 - called at once
        texts = texts.mask(earlier, named)
    return texts


def short(texts: pd.Series) -> pd.Series:
    """Tell which texts write a State otherwise than the United Nations."""
    return texts.notna() & (un_named(texts) != texts)


def _named(text: str) -> str:
    text = WORDING.get(text, text)
    for pattern, name in _PATTERNS:
        if pattern.search(text):
            text = pattern.sub(functools.partial(_form, name=name), text)
    return text


def _form(match: re.Match[str], name: Name) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if match.group(1) or (before and not before.endswith(_ALONE)):
        return name.said
    noun = re.match(r" ([a-z]+)", after)
    return f"{name.listed}:" if not before and noun and noun.group(1) not in _VERBS else name.listed
