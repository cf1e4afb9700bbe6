"""Cells of a paper's tables: as text, and how wide their columns are."""

import pandas as pd

from ewdash.model.words import say

SHORTEST, LONGEST = 8, 46  # characters between which a column's width follows its longest cell


def cell(value: object) -> str:
    """Return a cell as text; what is not given is said."""
    return say("cell-unknown") if pd.isna(value) else str(value)  # type: ignore[call-overload]


def shares(table: pd.DataFrame) -> list[float]:
    """Return the share of the width that each column takes; they add up to one."""
    longest = [max([len(str(name)), *(len(cell(value)) for value in table[name])]) for name in table.columns]
    held = [min(max(letters, SHORTEST), LONGEST) for letters in longest]
    return [letters / sum(held) for letters in held]
