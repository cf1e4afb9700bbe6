"""Deaths in twelve months, level and change of every country and month, in the most complete vintage."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance
from ewdash.model.situations import BANDS, VINTAGES

PROVENANCE = Provenance(
    **DERIVED,
    version="from UCDP GED 25.1 and Candidate 2025-26",
    covers_from=date(1989, 12, 1),
    covers_to=date(2026, 6, 30),
)


def _people(*, nullable: bool = True) -> pa.Column:
    return pa.Column("Int64", pa.Check.ge(0), nullable=nullable)


SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[ns]"),
        "vintage": pa.Column(str, pa.Check.isin(list(VINTAGES))),
        "deaths_12": _people(nullable=False),
        "low_12": _people(),
        "high_12": _people(),
        "deaths_12_before": _people(),
        "crossing_12": _people(nullable=False),
        "crossing_month": _people(nullable=False),
        "deaths_month": _people(nullable=False),
        "change": pa.Column("Float64", pa.Check.gt(0), nullable=True),
        "change_vintage": pa.Column(str, pa.Check.isin(list(VINTAGES)), nullable=True),
        "level": pa.Column("Int8", pa.Check.in_range(0, len(BANDS) - 1)),
    },
    strict=True,
    coerce=True,
    unique=["iso3", "month"],
)
