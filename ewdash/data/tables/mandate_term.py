"""Terms of the mandates of both Councils: what set each, until when, and what it asks for before its end.

One row per mandate, country and text that set a term. ``ends`` is the last day as the text names it
(rule ``date``, ``final``) or as its months count (rule ``months``: from the day of the text, or from the
former end where the source says so). ``asks`` and ``due`` are parallel lists. A row says what a text
ordered, never that a mandate has ended: what was adopted after the record ends is not known here.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.data.tables import councils, un_names
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model import vocabulary

TERMS = "mandate_term.csv"
LINES = (TERMS,)
LINE = (
    "mandate",
    "iso3",
    "body",
    "kind",
    "set_by",
    "set_on",
    "ends",
    "months",
    "rule",
    "asks",
    "due",
    "source",
    "confidence",
)
PROVENANCE = councils.provenance("first edition", covers_from=date(1948, 1, 1), covers_to=date(2026, 3, 31))
KINDS = {"HRC": vocabulary.MECHANISM_TYPES, "SC": vocabulary.MISSION_KINDS}
SYMBOLS = {"HRC": r"A/HRC/(RES|DEC)/(S-)?\d+/\d+|E/CN\.4/(RES|DEC)/\S+", "SC": r"S/RES/\d+ \(\d{4}\)"}
DATED = ("date", "months", "final")  # the rules under which a term has a last day
DUE = r"|HRC \d+|\d{4}-(0[1-9]|1[0-2])"  # one part of ``due``: not said, a session, or a month
LAG = 120  # most days between the months counted from the text and an end counted from the former one
_text = pa.Column(str, nullable=True)
SCHEMA = pa.DataFrameSchema(
    {
        "mandate": pa.Column(str),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: no one country
        "body": pa.Column(str, pa.Check.isin(list(KINDS))),
        "kind": pa.Column(str, pa.Check.isin([word for words in KINDS.values() for word in words])),
        "set_by": pa.Column(str),
        "set_on": pa.Column("datetime64[us]", councils.PAST),
        "ends": pa.Column("datetime64[us]", nullable=True),  # NA: no term, to a session, or not known
        "months": pa.Column("Int64", pa.Check.in_range(1, 60), nullable=True),  # NA: not given in months
        "rule": pa.Column(str, pa.Check.isin(list(vocabulary.TERM_RULES))),
        "asks": _text,  # NA: nothing known to be asked
        "due": _text,  # NA as ``asks``; a part is empty where the text does not say when
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
        "origin": pa.Column(str, pa.Check.isin(["added"])),
    },
    unique=["mandate", "iso3", "set_by"],
    strict=True,
    coerce=True,
    ordered=True,
)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the lines of the hand file, checked and typed, by body, mandate, country and day.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented.
    """
    del compiled, load
    rows = _terms(folder).assign(origin="added")
    for day in ("set_on", "ends"):
        rows[day] = pd.to_datetime(rows[day]).astype("datetime64[us]")
    rows["months"] = pd.to_numeric(rows["months"]).astype("Int64")
    keys = ["body", "mandate", "iso3", "set_on"]
    return rows.sort_values(keys, na_position="first", ignore_index=True)[[*SCHEMA.columns]]


def _terms(folder: Path) -> pd.DataFrame:
    """Return the lines of the hand file, checked word by word."""
    rows = hand.read(folder, TERMS, LINE)
    hand.filled(TERMS, rows, "mandate", "set_by", "set_on", "source")
    hand.placed(TERMS, rows, folder)
    hand.refuse(TERMS, rows, "mandate", un_names.short(rows["mandate"]), "name")
    hand.worded(TERMS, rows, body=KINDS, rule=vocabulary.TERM_RULES, confidence=vocabulary.CONFIDENCE)
    for body, kinds in KINDS.items():
        own = rows["body"] == body
        hand.refuse(TERMS, rows, "kind", own & ~rows["kind"].isin(list(kinds)), "word")
        matches = rows["set_by"].astype(str).str.fullmatch(SYMBOLS[body])
        hand.refuse(TERMS, rows, "set_by", own & ~matches, "symbol")
    hand.dated(TERMS, rows, "set_on", "ends")
    hand.happened(TERMS, rows, "set_on", accessed=PROVENANCE.accessed)
    _lasting(rows)
    _asked(rows)
    own_knowledge = rows["source"].astype(str).str.startswith(OWN_KNOWLEDGE)
    hand.refuse(TERMS, rows, "source", own_knowledge & (rows["confidence"] == "verified"), "source")
    hand.once(TERMS, rows, rows["mandate"] + "|" + rows["iso3"].fillna("") + "|" + rows["set_by"], "mandate")
    return rows


def _lasting(rows: pd.DataFrame) -> None:
    """Refuse an end before the text, without a rule that gives one, or far from the months counted."""
    ends, begins = pd.to_datetime(rows["ends"]), pd.to_datetime(rows["set_on"])
    hand.refuse(TERMS, rows, "ends", ends.notna() & (ends < begins), "order")
    hand.refuse(TERMS, rows, "ends", ends.isna() & rows["rule"].isin(DATED), "empty")
    hand.refuse(TERMS, rows, "ends", ends.notna() & ~rows["rule"].isin(DATED), "needless")
    numbered = rows["months"].fillna("").astype(str).str.fullmatch(r"|[1-9]\d?")
    hand.refuse(TERMS, rows, "months", ~numbered, "word")
    hand.refuse(TERMS, rows, "months", rows["months"].isna() & (rows["rule"] == "months"), "empty")
    counted = pd.Series(
        [
            pd.NaT if pd.isna(months) else begin + pd.DateOffset(months=int(months))
            for begin, months in zip(begins, rows["months"], strict=True)
        ],
        rows.index,
        dtype="datetime64[us]",
    )
    hand.refuse(TERMS, rows, "ends", (ends - counted).abs() > pd.Timedelta(days=LAG), "term")


def _asked(rows: pd.DataFrame) -> None:
    """Refuse a word that is none, and a list of due dates that does not go with what is asked."""
    asks = rows["asks"].fillna("").astype(str).str.split(";")
    due = rows["due"].fillna("").astype(str).str.split(";")
    unknown = asks.map(lambda words: not set(words) <= {"", *vocabulary.MANDATE_ASKS} or "" in words[1:])
    hand.refuse(TERMS, rows, "asks", unknown.astype(bool), "word")
    hand.refuse(TERMS, rows, "due", asks.map(len) != due.map(len), "parallel")
    parts = due.map(lambda texts: pd.Series(texts).str.fullmatch(DUE).all())
    hand.refuse(TERMS, rows, "due", ~parts.astype(bool), "due")
