"""Situations on the Security Council's agenda, with the year first considered."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils, un_names
from ewdash.model import vocabulary

FILE = "sc_agenda.csv"
PROVENANCE = councils.provenance(
    "first edition", FILE, covers_from=date(1946, 1, 1), covers_to=date(2026, 1, 31)
)
ROWS = 67
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "agenda_item": pa.Column(str),
        "first_considered_year": pa.Column("Int64", pa.Check.in_range(1946, 2026), nullable=True),
        "status": pa.Column(str, nullable=True),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "agenda_item"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per item.

    Raises:
        SourceTotalError: If rows are missing.
    """
    rows = sources.read(folder, FILE, SCHEMA.columns)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    rows = rows.assign(agenda_item=un_names.un_named(rows["agenda_item"]))
    return rows.sort_values(["iso3", "agenda_item"], ignore_index=True)
