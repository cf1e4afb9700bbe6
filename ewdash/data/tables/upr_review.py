"""Reviews under the Universal Periodic Review, by State and cycle."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE = "upr_reviews.csv"
PROVENANCE = councils.provenance(
    "first edition, to session 51", FILE, covers_from=date(2008, 4, 7), covers_to=date(2026, 1, 31)
)
REVIEWS = {1: 192, 2: 193, 3: 193, 4: 151}
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "cycle": pa.Column(int, pa.Check.isin(list(REVIEWS))),
        "session": pa.Column(int, pa.Check.in_range(1, 51)),
        "session_opened": pa.Column("datetime64[us]", councils.PAST),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "cycle"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per State and cycle.

    Raises:
        SourceTotalError: If a cycle does not hold its reviews.
        SourceLayoutError: If a review lies in the future.
    """
    rows = sources.read(folder, FILE, ["iso3", "cycle", "session", "date", "confidence"])
    councils.happened(FILE, rows, "date")
    rows = rows.rename(columns={"date": "session_opened"}).astype({"cycle": int, "session": int})
    for cycle, reviews in REVIEWS.items():
        sources.expect(FILE, f"cycle {cycle}", found=int((rows["cycle"] == cycle).sum()), expected=reviews)
    return rows.sort_values(["iso3", "cycle"], ignore_index=True)
