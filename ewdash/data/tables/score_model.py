"""The fitted risk score: coefficients and the standardisation of each feature."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance

PROVENANCE = Provenance(
    **DERIVED,
    version="fitted on 1993-01 to 2009-12",
    covers_from=date(1993, 1, 1),
    covers_to=date(2009, 12, 31),
)
SCHEMA = pa.DataFrameSchema(
    {
        "score": pa.Column(str, pa.Check.isin(["quiet"])),
        "feature": pa.Column(str),
        "centre": pa.Column(float),
        "scale": pa.Column(float, pa.Check.gt(0)),
        "weight": pa.Column(float),
    },
    strict=True,
    coerce=True,
    unique=["score", "feature"],
)
