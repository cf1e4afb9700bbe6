"""Crossings between the two Councils: briefings, Arria-formula meetings, texts that cite the other."""

from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import sources
from ewdash.data.tables import councils

FILE = "council_crossings.csv"
PROVENANCE = councils.provenance(
    "first edition", FILE, covers_from=date(1992, 1, 1), covers_to=date(2026, 3, 31)
)
SCHEMA = councils.ACT_SCHEMA
ROWS = 66


def build(folder: Path) -> pd.DataFrame:
    """Return the crossings on record.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies.
        SourceTotalError: If rows are missing.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    return councils.typed(rows)
