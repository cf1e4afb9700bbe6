"""On which country a meeting of the Security Council was, where its agenda item covers more than one.

Two items do: "The situation in the Middle East", and that on the Sudan and South Sudan. One rule, for
meetings (`sc_meeting`) and for who was heard in them (`sc_heard`), in this order:

1. the texts that came of the meeting: the countries under which they are on record among the acts; of
   a draft that failed, those of the failed drafts of that day;
2. the words of the item, or what the record of debates says that it was on, where they name one;
3. our reading of the meeting's subject, where somebody was heard in it (`sc_heard`);
4. both, where the item names both; none, where it names none.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash.data import sources
from ewdash.data.tables import council_review, councils

ACTS, HEARD = "council_actions.csv", "sc_heard_1995_2020.csv"
YEAR = r" \(\d{4}\)"  # behind a resolution; some files have none
FAILED = {"draft vetoed", "draft not adopted", "veto"}  # outcomes without a symbol
FAILED_TYPES = ("veto", "draft_rejected")
SUDANS, MIDDLE_EAST = "sudans", "middle_east"
GOLAN = "Golan (UNDOF)"
NAMES = {
    "SDN": "Sudan",
    "SSD": "South Sudan",
    "SYR": "Syria",
    "YEM": "Yemen",
    "LBN": "Lebanon",
    "PSE": "Occupied Palestinian Territory",
    "IRN": "Iran",
}
# The countries that meetings on each item can be on.
PLACES = {SUDANS: ("SDN", "SSD"), MIDDLE_EAST: tuple(code for code in NAMES if code not in ("SDN", "SSD"))}
# What the record of debates says that a meeting was on -> the situations.
SUBJECTS = {
    "Syria": ("Syria",),
    "Yemen": ("Yemen",),
    "Lebanon": ("Lebanon",),
    "Israel/Lebanon": ("Lebanon",),
    "Israel/Syria": (GOLAN,),
    "Israel/Palestine": ("Occupied Palestinian Territory",),
    "Iran": ("Iran",),
}
_GENERAL = re.compile(
    r"(The )?([Ss]ituation (in )?(the )?)?Middle East( situation)?( \((?P<number>\d{4})\))?"
)
_NORTH = re.compile(r"(?<!South )(?<!South-)\bSudan\b|Darfur|UNAMID|UNITAMS|UNMIS\b")
_SOUTH = re.compile(r"South[ -]Sudan|UNMISS")
BOTH = "Sudan/South Sudan"  # how the record of debates writes the second item
CODES = {name: code for code, name in NAMES.items()} | {GOLAN: "SYR"}


def item(topic: object) -> str | None:
    """Return which of the two items a meeting's is, None if neither; the topic is as the records write it."""
    words = _text(topic).strip()
    if _GENERAL.fullmatch(words):
        return MIDDLE_EAST
    return SUDANS if _NORTH.search(words) or _SOUTH.search(words) else None


def texts(folder: Path) -> dict[str, frozenset[str]]:
    """Return the situations under which a text is on record, by its symbol without the year.

    The failed drafts of a day stand under the day.
    """
    rows = councils.read_acts(folder, ACTS)
    rows = council_review.corrected(folder, ACTS, rows, review=council_review.decisions())
    rows = rows[(rows["body"] == "SC") & rows["iso3"].isin(list(NAMES))]
    golan = rows["situation"].str.contains("Golan")
    rows = rows.assign(situation=rows["iso3"].map(NAMES).mask(golan & rows["iso3"].eq("SYR"), GOLAN))
    failed = rows[rows["action_type"].isin(FAILED_TYPES)].groupby("date")["situation"].agg(frozenset)
    adopted = rows.dropna(subset=["symbol"])
    adopted = adopted.assign(symbol=adopted["symbol"].str.replace(YEAR, "", regex=True))
    by_text = adopted.groupby("symbol")["situation"].agg(frozenset)
    return {str(key): names for part in (failed, by_text) for key, names in part.items()}


def readings(folder: Path) -> dict[str, frozenset[str]]:
    """Return the country that we read as the subject of a meeting in which somebody was heard, by symbol."""
    rows = sources.read(folder, HEARD, ["symbol", "iso3"])
    rows = rows[rows["iso3"].isin(list(NAMES))]
    by_symbol = rows.assign(iso3=rows["iso3"].map(NAMES)).groupby("symbol")["iso3"].agg(frozenset)
    return {str(symbol): names for symbol, names in by_symbol.items()}


def situations(
    meeting: Mapping[Any, Any],
    *,
    on_record: Mapping[str, frozenset[str]],
    read: Mapping[str, frozenset[str]],
) -> tuple[str, ...]:
    """Return the situations that a meeting on one of the two items was on; none where nothing tells.

    Args:
        meeting: ``date`` (as text), ``symbol``, ``topic``, ``subject`` (of the record of debates) and
            ``outcome``, None where not known.
        on_record: `texts`.
        read: `readings`.
    """
    kind = item(meeting["topic"])
    if kind is None:
        return ()
    came = [text.strip() for text in re.sub(YEAR, "", _text(meeting["outcome"])).split(";")]
    general = _GENERAL.fullmatch(_text(meeting["topic"]).strip())
    if general and general["number"]:  # the text that the meeting was on
        came.append(f"S/RES/{general['number']}")
    keys = [_text(meeting["date"]) if text in FAILED else text for text in came]
    by_text = {name for key in keys for name in on_record.get(key, ()) if CODES[name] in PLACES[kind]}
    named = _named(kind, _text(meeting["topic"]), _text(meeting["subject"]))
    by_reading = {name for name in read.get(_text(meeting["symbol"]), ()) if CODES[name] in PLACES[kind]}
    by_words = named if len(named) == 1 else set()
    return tuple(sorted(by_text or by_words or by_reading or named))


def _named(kind: str, topic: str, subject: str) -> set[str]:
    """Return the situations that an item names, or the record of debates for it."""
    if kind == MIDDLE_EAST:
        return set(SUBJECTS.get(subject, ()))
    north, south = _NORTH.search(topic), _SOUTH.search(topic)
    codes = {
        code for code, found in zip(PLACES[SUDANS], (north, south), strict=True) if found or subject == BOTH
    }
    return {NAMES[code] for code in codes}


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]
