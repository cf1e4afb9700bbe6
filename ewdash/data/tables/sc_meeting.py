"""Formal meetings of the Security Council by country, 1989 to 2019."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils, un_names
from ewdash.model import vocabulary

FILE = "sc_meetings.csv"
PROVENANCE = councils.provenance(
    "first edition", FILE, covers_from=date(1989, 1, 1), covers_to=date(2019, 12, 31)
)
ROWS = 4_153
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column("datetime64[us]", councils.PAST),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "situation": pa.Column(str),
        "outcome": pa.Column(str, nullable=True),  # NA: no text came of the meeting
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per meeting and country, all of them found in the UN library's table.

    Raises:
        SourceTotalError: If rows are missing.
        SourceLayoutError: If a meeting lies in the future.
    """
    rows = sources.read(folder, FILE, ["date", "iso3", "situation", "outcome"])
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    councils.happened(FILE, rows, "date")
    rows = rows.assign(situation=un_names.un_named(rows["situation"]))
    ordered = rows.sort_values([*rows.columns], na_position="first", ignore_index=True)
    return ordered.assign(confidence="verified")
