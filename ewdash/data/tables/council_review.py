"""Corrections a second reader proposed for the Council tables, and our decision on each.

A proposal marked certain is applied unless `council_review.csv` keeps the value; one marked likely
needs a line there. A line ``amend`` is a correction of our own.
Every correction asserts the value it replaces; the reasons stay in the file.
"""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash.data import hand
from ewdash.model.errors import ReviewMissingError, SourceLayoutError, SourceMissingError

CORRECTIONS = "council_corrections.csv"
REVIEW = "council_review.csv"
DECISIONS = ("apply", "keep", "amend")
FILES = ("council_actions.csv", "hrc_mechanisms.csv", "council_crossings.csv")
COLUMNS = ("file", "row_number", "column", "decision", "current", "proposed", "reason")
CELL = ["file", "row_number", "column"]

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


def decisions(folder: Path = hand.HAND) -> pd.DataFrame:
    """Return the decisions as text, checked.

    Args:
        folder: The folder of hand files.

    Returns:
        ``file``, ``row_number`` (line of the source file, its header being line 1), ``column``,
        ``decision``, ``current`` and ``proposed`` (of an amendment only), ``reason``.

    Raises:
        HandLineError: If a line is not as documented.
    """
    rows = hand.read(folder, REVIEW, COLUMNS)
    hand.filled(REVIEW, rows, *CELL, "decision", "reason")
    hand.worded(REVIEW, rows, file=FILES, decision=DECISIONS)
    hand.refuse(REVIEW, rows, "row_number", ~rows["row_number"].astype(str).str.fullmatch(r"\d+"), "word")
    own = rows["decision"] == "amend"
    hand.refuse(REVIEW, rows, "proposed", rows["proposed"].isna() & own, "empty")
    for column in ("current", "proposed"):
        hand.refuse(REVIEW, rows, column, rows[column].notna() & ~own, "needless")
    hand.once(REVIEW, rows, rows[CELL].agg("|".join, axis=1), "row_number")
    return rows


def proposals(folder: Path) -> pd.DataFrame:
    """Return the second reader's proposals as text.

    Raises:
        SourceMissingError: If they are not there.
    """
    path = folder / CORRECTIONS
    if not path.exists():
        raise SourceMissingError(file=CORRECTIONS)
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _fixes(folder: Path, file: str, review: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return the corrections to apply to a file, proposed ones first."""
    proposed = proposals(folder)
    proposed = proposed[proposed["file"] == file]
    review = review[review["file"] == file]
    decided = proposed.merge(review[[*CELL, "decision"]], on=CELL, how="left")
    open_ = decided[decided["decision"].isna() & (decided["confidence"] != "certain")]
    for row in open_.to_dict("records"):
        raise ReviewMissingError(file=file, row=int(row["row_number"]), column=row["column"])
    own = review[review["decision"] == "amend"]
    matches = review.merge(proposed[CELL], on=CELL, how="left", indicator=True)
    stray = (matches["_merge"] == "left_only") == (matches["decision"] != "amend")
    hand.refuse(REVIEW, review, "row_number", pd.Series(stray.to_numpy(), review.index), "needless")
    applied = decided[decided["decision"].fillna("apply") == "apply"]
    fixes = pd.concat(
        [applied[[*CELL, "current", "proposed"]], own[[*CELL, "current", "proposed"]].fillna("")]
    )
    return fixes.to_dict("records")


def corrected(folder: Path, file: str, rows: pd.DataFrame, *, review: pd.DataFrame) -> pd.DataFrame:
    """Apply the corrections decided on; each asserts the value it replaces.

    Args:
        folder: The source folder.
        file: The file the corrections speak of.
        rows: Its rows as text, indexed as read (line of the file minus two).
        review: `decisions`.

    Raises:
        SourceLayoutError: If a correction does not find what it corrects.
        SourceMissingError: If the corrections are not there.
        ReviewMissingError: If a proposal marked likely has no decision.
        HandLineError: If a decision speaks of no proposal.
    """
    out = rows.copy()
    dropped, added = [], []
    for fix in _fixes(folder, file, review):
        line = int(fix["row_number"]) - 2
        if fix["column"] == "(row)":
            _assert(file, line, str(out.loc[line, "symbol"]) in fix["current"])
            dropped.append(line)
        elif fix["column"] == "(add row)":
            _assert(file, line, out.loc[line, "symbol"] == fix["current"])
            added.append(_second_effect(rows.loc[line].to_dict(), fix["proposed"]))
        else:
            value = rows.loc[line, fix["column"]]
            _assert(file, line, ("" if pd.isna(value) else value) == fix["current"])
            out.loc[line, fix["column"]] = fix["proposed"] or None
    joined = pd.concat([out.drop(index=dropped), pd.DataFrame(added)], ignore_index=True)
    return reworded(joined) if file == ACTIONS else joined


def reworded(rows: pd.DataFrame) -> pd.DataFrame:
    """Replace labels that qualify acts in our own voice; each asserts the label it replaces.

    Raises:
        SourceLayoutError: If a label is not there any more.
    """
    for symbol, (old, new) in WORDING.items():
        mask = (rows["symbol"] == symbol) & (rows["label"] == old)
        if not mask.any():
            raise SourceLayoutError(file=ACTIONS, reason=f"{symbol}: {old}")
        rows = rows.assign(label=rows["label"].mask(mask, new))
    return rows


def _assert(file: str, line: int, holds: bool) -> None:
    if not holds:
        raise SourceLayoutError(file=file, reason=f"{line + 2}: {CORRECTIONS}")


def _second_effect(row: dict[Hashable, Any], proposed: str) -> dict[Hashable, Any]:
    """Return a further effect of a text: ``same date, symbol, ISO: action type[, label]``."""
    kind, _, label = proposed.partition(": ")[2].partition(", ")
    status = kind.rpartition("_")[2]
    words = label or f"{kind.replace('_', ' ').capitalize()} ({row['situation']})"
    return {**row, "action_type": kind, "label": words, "instrument_status": status}
