"""What each Council and other bodies did on a situation: one row per effect and country."""

from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import sources
from ewdash.data.tables import councils

FILE = "council_actions.csv"
PROVENANCE = councils.provenance(
    "first edition, corrected",
    FILE,
    councils.CORRECTIONS,
    covers_from=date(1989, 1, 1),
    covers_to=date(2026, 4, 7),
)
SCHEMA = councils.ACT_SCHEMA
ROWS = 4_335
# Rows by body and confidence before corrections, as the compilers counted them.
VERIFIED = {"CHR": 432, "HRC": 734, "SC": 3_047, "OHCHR": 17, "SG": 6, "ICJ": 4, "GA": 2, "ICC": 1}
RECALLED = {"CHR": 2, "HRC": 24, "SC": 12, "OHCHR": 12, "SG": 6, "ICJ": 6, "GA": 9, "ICC": 20, "PBC": 1}


def build(folder: Path) -> pd.DataFrame:
    """Return the acts, corrected.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies or a correction finds nothing.
        SourceTotalError: If the counts by body are not those of the compilation.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    for confidence, counts in (("verified", VERIFIED), ("recalled", RECALLED)):
        found = rows.loc[rows["confidence"] == confidence, "body"].value_counts().to_dict()
        sources.expect(FILE, confidence, found=found, expected=counts)
    fixed = councils.corrected(folder, FILE, rows)
    councils.checked(FILE, fixed)
    return councils.typed(fixed)
