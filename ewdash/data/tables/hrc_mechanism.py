"""Country mandates and investigative bodies of the Human Rights Council and the Commission."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE = "hrc_mechanisms.csv"
PROVENANCE = councils.provenance(
    "first edition, corrected",
    FILE,
    councils.CORRECTIONS,
    covers_from=date(1984, 1, 1),
    covers_to=date(2026, 3, 31),
)
ROWS = 76
NAMES = {
    "established_date": "established",
    "ended_date": "ended",
}
SCHEMA = pa.DataFrameSchema(
    {
        "mechanism": pa.Column(str),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "type": pa.Column(str, pa.Check.isin(list(vocabulary.MECHANISM_TYPES))),
        "established": pa.Column("datetime64[us]", nullable=True),
        "established_by": pa.Column(str, nullable=True),
        "ended": pa.Column("datetime64[us]", nullable=True),  # NA: alive, or the day is not known
        "status": pa.Column(str, pa.Check.isin(["active", "ended", "unknown"])),
        "renewals": pa.Column(str, nullable=True),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["mechanism", "iso3"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per mechanism.

    Raises:
        SourceTotalError: If rows are missing.
    """
    columns = [next((old for old, new in NAMES.items() if new == name), name) for name in SCHEMA.columns]
    rows = sources.read(folder, FILE, columns)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    fixed = councils.corrected(folder, FILE, rows).rename(columns=NAMES)
    return fixed.sort_values(["iso3", "established", "mechanism"], ignore_index=True)
