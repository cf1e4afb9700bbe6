"""Our warnings beside other people's, on the same months and definitions: counts and errors alone."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance

PROVENANCE = Provenance(
    **DERIVED,
    version="comparisons made in November 2026",
    covers_from=date(2010, 1, 1),
    covers_to=date(2026, 6, 30),
)
SCHEMA = pa.DataFrameSchema(
    {
        "peer": pa.Column(str, pa.Check.isin(["hdx_sent", "ewp", "views", "pace", "as_it_stood"])),
        "measure": pa.Column(str),
        "ours": pa.Column(float, pa.Check.ge(0), nullable=True),  # a comparison can have one side only
        "theirs": pa.Column(float, pa.Check.ge(0), nullable=True),
        "cases": pa.Column(int, pa.Check.gt(0)),
        "first": pa.Column(str),
        "last": pa.Column(str),
    },
    strict=True,
    coerce=True,
    unique=["peer", "measure"],
)
