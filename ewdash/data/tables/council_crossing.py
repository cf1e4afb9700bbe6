"""Crossings between the two Councils: briefings, Arria-formula meetings, texts that cite the other.

The compilers' second round; later crossings are added to `council_action`.
"""

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
# Rows by type, verified and recalled, as the compilers counted them.
TYPES = {
    "arria_formula_meeting": (27, 0),
    "hc_briefing_to_sc": (19, 2),
    "hrc_addresses_sc": (5, 6),
    "hrc_mechanism_briefing": (2, 3),
    "sc_cites_hrc": (2, 0),
}


def build(folder: Path) -> pd.DataFrame:
    """Return the crossings on record.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies.
        SourceTotalError: If rows are missing, of any type.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    sources.expect(FILE, "action_type", found=councils.counted(rows, "action_type"), expected=TYPES)
    return councils.typed(rows)
