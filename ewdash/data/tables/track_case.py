"""Every onset since 2010, found or missed, and every alert with what followed."""

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
        "kind": pa.Column(str, pa.Check.isin(["onset", "alert"])),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[ns]"),
        "hard": pa.Column(bool),
        "hit": pa.Column("boolean", nullable=True),  # not known yet within six months of the end
        "at_onset": pa.Column(bool),  # an alert one month before an onset to two after
        "delay": pa.Column("Int8", pa.Check.in_range(-1, 2), nullable=True),
        "strong": pa.Column(bool),
        "deaths_month": pa.Column(int, pa.Check.ge(0)),
        "deaths_6": pa.Column("Int64", nullable=True),
    },
    strict=True,
    coerce=True,
    unique=["kind", "iso3", "month"],
)
