"""Past cases: the period of each, and the documents that warned, by symbol and date."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources, store
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE = "case.csv"
PROVENANCE = councils.provenance("first edition", covers_from=date(1993, 1, 1), covers_to=date(2018, 12, 31))
CASES = {"RWA", "LKA", "BDI", "MMR"}
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.isin(sorted(CASES))),
        "period_from": pa.Column("datetime64[us]"),
        "period_to": pa.Column("datetime64[us]"),
        "date": pa.Column("datetime64[us]"),
        "symbol": pa.Column(str, nullable=True),  # NA: a statement or release without symbol
        "document": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "date", "document"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per case and document; the source folder is not read.

    Raises:
        SourceTotalError: If a case is missing.
    """
    del folder
    rows = sources.read(store.DATA / "hand", FILE, SCHEMA.columns)
    sources.expect(FILE, "cases", found=set(rows["iso3"]), expected=CASES)
    return rows.sort_values(["iso3", "date", "document"], ignore_index=True)
