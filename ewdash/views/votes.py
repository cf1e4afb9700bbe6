"""How a text was voted on, in words: what stands beside an act wherever acts are shown."""

from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.datasets import Card
from ewdash.model.errors import EwdashError
from ewdash.model.vocabulary import FAILED_DRAFTS as FAILED

# Acts that are sittings: the symbol beside them is that of the text which came of them.
SITTINGS = ("special_session", "urgent_debate")
# Symbols of texts on which there was a vote or was none asked for; a statement is no such text.
TEXTS = r"(?:A/HRC|E/CN\.4)/(?:RES|DEC)/|S/RES/"


def source(record: Record) -> tuple[tuple[Card, ...], tuple[str, ...]]:
    """Return the card of the table of votes, and none and why where it cannot be read: acts still can."""
    try:
        record.table("vote")
        return (record.card("vote"),), ()
    except EwdashError as error:
        return (), (f"{error} {error.advice}",)


def said(record: Record, rows: pd.DataFrame) -> pd.Series:
    """Say how each act was voted on; nothing where no vote is on record, or the act is no text.

    Where the table of votes cannot be read (`source`), nothing is known of any: NA.

    Args:
        record: The installed tables.
        rows: Acts: ``date``, ``body``, ``action_type``, ``symbol``.
    """
    if not source(record)[0]:
        return pd.Series(pd.NA, index=rows.index, dtype="str")
    words = record.recent(_by_text, i18n.LANGUAGE.get())
    columns = zip(rows["date"], rows["body"], rows["symbol"], rows["action_type"], strict=True)
    return pd.Series([_of_act(words, *act) for act in columns], index=rows.index, dtype="str")


def cells(rows: pd.DataFrame) -> list[str]:
    """Return the same for a table, in which a text without a vote on record says so.

    Args:
        rows: Acts with ``vote`` (`said`; NA for what is no act, such as a mechanism alive), ``symbol``
            and ``action_type``.
    """
    text = rows["symbol"].fillna("").astype(str).str.match(TEXTS) & ~rows["action_type"].isin(SITTINGS)
    return rows["vote"].mask(rows["vote"].eq("") & text, translate("vote-unknown")).fillna("").tolist()


def _of_act(words: dict[Any, str], date: object, body: object, symbol: object, kind: object) -> str:
    if kind in SITTINGS:
        return ""
    if isinstance(symbol, str):
        return words.get((body, symbol), "")
    return words.get((body, date), "") if kind in FAILED else ""


def _by_text(record: Record, language: str) -> dict[Any, str]:
    """Return the words of each vote by body and symbol; by body and day where a draft has none."""
    del language  # the words are the reader's
    return {
        (row["body"], row["symbol"] if isinstance(row["symbol"], str) else row["date"]): worded(row)
        for row in record.table("vote").to_dict("records")
    }


def worded(row: Any) -> str:  # noqa: ANN401 - a row of `vote`
    """Say the outcome of a vote and its counts, or that these are not on record.

    Args:
        row: ``outcome``, ``yes``, ``no``, ``abstain``, ``confidence``.
    """
    counted = not pd.isna(row["yes"])
    counts = {name: int(row[name]) if counted else 0 for name in ("yes", "no", "abstain")}
    kind = row["outcome"] if counted or row["outcome"] == "without_vote" else f"{row['outcome']}-open"
    words = translate("vote-said", kind=kind, **counts)
    return words if row["confidence"] == "verified" else translate("vote-recalled", vote=words)
