"""Crossings between the two Councils: briefings, Arria-formula meetings, texts that cite the other.

The compilers' second round; later crossings are added to `council_action`.
"""

from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import sources
from ewdash.data.tables import council_review, councils

FILE = "council_crossings.csv"
JUDGED = {council_review.REVIEW: council_review.decisions}
PROVENANCE = councils.provenance(
    "second edition", FILE, covers_from=date(1992, 1, 1), covers_to=date(2026, 3, 31)
)
SCHEMA = councils.ACT_SCHEMA
ROWS = 66
# Rows by type, verified and recalled, as the compilers counted them.
TYPES = {
    "arria_formula_meeting": (27, 0),
    "hc_briefing_to_sc": (19, 2),
    "hrc_addresses_sc": (5, 6),
    "hrc_mechanism_briefing": (2, 3),
    "sc_cites_hrc": (2, 0),
}


def build(folder: Path) -> pd.DataFrame:
    """Return the crossings on record, corrected.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies or a correction finds nothing.
        SourceTotalError: If rows are missing, of any type.
        HandLineError: If a hand file is not as documented.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    sources.expect(FILE, "action_type", found=councils.counted(rows, "action_type"), expected=TYPES)
    corrected_rows = council_review.corrected(folder, FILE, rows, review=council_review.decisions())
    councils.checked(FILE, corrected_rows)
    return councils.typed(councils.named(corrected_rows))
