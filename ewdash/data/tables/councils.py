"""What the Council tables share: provenance, columns of an act, and reviewed corrections."""

from collections.abc import Hashable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.model import lanes, vocabulary
from ewdash.model.datasets import Provenance
from ewdash.model.errors import SourceLayoutError, SourceMissingError

PRODUCER = "ewdash, facts compiled from records of the United Nations"
CITATION = ("ewdash (2026). Council facts, compiled from UN catalogues, meeting records and releases.",)
CORRECTIONS = "council_corrections.csv"


def provenance(
    version: str, *files: str, covers_from: date, covers_to: date, confidence: str = "compiled"
) -> Provenance:
    """Return the provenance of a table of compiled facts."""
    return Provenance(
        producer=PRODUCER,
        version=version,
        licence="CC BY 4.0",
        citation=CITATION,
        address="https://documents.un.org",
        accessed=date(2026, 11, 23),
        covers_from=covers_from,
        covers_to=covers_to,
        confidence=confidence,
        sources=files,
    )


_text = pa.Column(str, nullable=True)
ACT = {
    "date": pa.Column("datetime64[us]"),
    "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: thematic, institutional
    "situation": _text,
    "body": pa.Column(str, pa.Check.isin(list(vocabulary.BODIES))),
    "action_type": pa.Column(str, pa.Check.isin(list(vocabulary.ACTION_TYPES))),
    "symbol": _text,  # NA: the act has no document, or its symbol is not known
    "label": pa.Column(str),
    "instrument_status": pa.Column(str, pa.Check.isin(list(vocabulary.INSTRUMENT_STATUS))),
    "source": pa.Column(str),
    "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
}
ACT_SCHEMA = pa.DataFrameSchema(ACT, strict=True, coerce=True, ordered=True)


def read_acts(folder: Path, file: str) -> pd.DataFrame:
    """Read a file of acts as text, checked word by word.

    Raises:
        SourceLayoutError: If a row has a word outside the vocabulary, a date that is none, or an
            act its body's lane has no class for; the message names line and column.
    """
    rows = sources.read(folder, file, ACT)
    checked(file, rows)
    return rows


def checked(file: str, rows: pd.DataFrame) -> None:
    """Refuse the first row with a word outside the vocabularies, by line and column."""
    closed = {
        "body": vocabulary.BODIES,
        "action_type": vocabulary.ACTION_TYPES,
        "instrument_status": vocabulary.INSTRUMENT_STATUS,
        "confidence": vocabulary.CONFIDENCE,
    }
    faults = {column: ~rows[column].isin(words) for column, words in closed.items()}
    faults["date"] = pd.to_datetime(rows["date"], format="%Y-%m-%d", errors="coerce").isna()
    faults["iso3"] = rows["iso3"].notna() & ~rows["iso3"].fillna("").str.fullmatch("[A-Z]{3}")
    for column, wrong in faults.items():
        for line in rows.index[wrong][:1]:
            raise SourceLayoutError(file=file, reason=f"{line + 2}:{column}: {rows.loc[line, column]}")
    for line, body, kind in zip(rows.index, rows["body"], rows["action_type"], strict=True):
        try:
            lanes.class_of(body, kind)
        except KeyError as error:
            raise SourceLayoutError(file=file, reason=f"{line + 2}:action_type: {body} {kind}") from error


def typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return acts with dates as dates, sorted so that the same facts give the same bytes."""
    dated = rows.assign(date=pd.to_datetime(rows["date"]).astype("datetime64[us]"))
    keys = ["date", "body", "iso3", "action_type", "symbol", "label"]
    return dated.sort_values(keys, na_position="first", ignore_index=True)[list(ACT)]


ACTIONS = "council_actions.csv"
# What an act amounts to in law, or what came after it, is not ours to say: a label says what was
# done, and a qualification only as the text's own, with its symbol.
WORDING = {
    "S/RES/904 (1994)": (
        "Hebron massacre; temporary presence called for",
        "Killings in Hebron; temporary presence called for",
    ),
    "S/RES/909 (1994)": ("UNAMIR extended days before the genocide", "UNAMIR extended"),
    "S/RES/912 (1994)": ("UNAMIR cut during the genocide", "UNAMIR reduced"),
    "S/RES/925 (1994)": (
        "UNAMIR extended; genocide acts noted",
        "UNAMIR extended; the text notes reports of acts of genocide",
    ),
}


def corrected(folder: Path, file: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Apply the corrections marked certain; each asserts the value it replaces.

    Args:
        folder: The source folder.
        file: The file the corrections speak of.
        rows: Its rows as text, indexed as read (line of the file minus two).

    Raises:
        SourceLayoutError: If a correction does not find what it corrects.
        SourceMissingError: If the corrections are not there.
    """
    path = folder / CORRECTIONS
    if not path.exists():
        raise SourceMissingError(file=CORRECTIONS)
    fixes = pd.read_csv(path, dtype=str, keep_default_na=False)
    fixes = fixes[(fixes["file"] == file) & (fixes["confidence"] == "certain")]
    out = rows.copy()
    dropped, added = [], []
    for fix in fixes.to_dict("records"):
        line = int(fix["row_number"]) - 2
        if fix["column"] == "(row)":
            _assert(file, line, str(out.loc[line, "symbol"]) in fix["current"])
            dropped.append(line)
        elif fix["column"] == "(add row)":
            _assert(file, line, out.loc[line, "symbol"] == fix["current"])
            added.append(_second_effect(rows.loc[line].to_dict(), fix["proposed"]))
        else:
            now = rows.loc[line, fix["column"]]
            _assert(file, line, ("" if pd.isna(now) else now) == fix["current"])
            out.loc[line, fix["column"]] = fix["proposed"] or None
    joined = pd.concat([out.drop(index=dropped), pd.DataFrame(added)], ignore_index=True)
    return reworded(joined) if file == ACTIONS else joined


def reworded(rows: pd.DataFrame) -> pd.DataFrame:
    """Replace labels that qualify acts in our own voice; each asserts the label it replaces.

    Raises:
        SourceLayoutError: If a label is not there any more.
    """
    for symbol, (old, new) in WORDING.items():
        found = (rows["symbol"] == symbol) & (rows["label"] == old)
        if not found.any():
            raise SourceLayoutError(file=ACTIONS, reason=f"{symbol}: {old}")
        rows = rows.assign(label=rows["label"].mask(found, new))
    return rows


def _assert(file: str, line: int, found: bool) -> None:
    if not found:
        raise SourceLayoutError(file=file, reason=f"{line + 2}: {CORRECTIONS}")


def _second_effect(row: dict[Hashable, Any], proposed: str) -> dict[Hashable, Any]:
    """Return a further effect of a text: ``same date, symbol, ISO: action type[, label]``."""
    kind, _, label = proposed.partition(": ")[2].partition(", ")
    status = kind.rpartition("_")[2]
    words = label or f"{kind.replace('_', ' ').capitalize()} ({row['situation']})"
    return {**row, "action_type": kind, "label": words, "instrument_status": status}
