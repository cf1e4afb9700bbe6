"""What each Council did next after each sign, and after how many days: sequence, never cause."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance

PROVENANCE = Provenance(
    **{**DERIVED, "citation": ("ewdash, computed from its signals and its record of both Councils’ acts.",)},
    version="signs of the record, acts to the days the cards of the acts name",
    covers_from=date(1990, 1, 1),
    covers_to=date(2026, 5, 31),
)
SCHEMA = pa.DataFrameSchema(
    {
        "sign": pa.Column(str, pa.Check.isin(["alert", "acute", "crisis"])),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "date": pa.Column("datetime64[ns]"),  # first day of the sign's month
        "body": pa.Column(str, pa.Check.isin(["hrc", "sc", "mechanism"])),
        "acted": pa.Column("datetime64[ns]", nullable=True),
        "act": pa.Column(str, nullable=True),
        "symbol": pa.Column(str, nullable=True),
        "days": pa.Column("Int64", pa.Check.ge(0), nullable=True),
        "covered_to": pa.Column("datetime64[ns]"),
        "held": pa.Column(bool),
    },
    strict=True,
    coerce=True,
    unique=["sign", "iso3", "date", "body"],
)
