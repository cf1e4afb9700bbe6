"""What the evaluation found: one row per measure, with its interval."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance

PROVENANCE = Provenance(
    **DERIVED,
    version="frozen on 1995-2009, scored on 2010-2024",
    covers_from=date(2010, 1, 1),
    covers_to=date(2024, 12, 31),
)
SCHEMA = pa.DataFrameSchema(
    {
        "part": pa.Column(str),
        "series": pa.Column(str, pa.Check.isin(["dated", "all", "civilians"])),
        "rule": pa.Column(str),
        "scope": pa.Column(str),
        "measure": pa.Column(str),
        "value": pa.Column(float, nullable=True),  # a share of nothing is no share
        "low": pa.Column(float, nullable=True),
        "high": pa.Column(float, nullable=True),
        "cases": pa.Column("Int64", nullable=True),
    },
    strict=True,
    coerce=True,
    unique=["part", "series", "rule", "scope", "measure"],
)
