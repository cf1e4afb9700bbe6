"""What the preliminary record of 2025 would have said of each country against 2024, and what came true."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance
from ewdash.model.situations import HIGHER, LOWER, OPEN, SAME

PROVENANCE = Provenance(
    **DERIVED,
    version="each country by the revisions of the others, 2025",
    covers_from=date(2024, 1, 1),
    covers_to=date(2025, 12, 31),
)
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), unique=True),
        "direction": pa.Column(str, pa.Check.isin([HIGHER, LOWER, OPEN])),
        "share": pa.Column(float, pa.Check.in_range(0, 1), nullable=True),
        "reason": pa.Column(str),  # empty where a direction is given
        "settled": pa.Column(str, pa.Check.isin([HIGHER, LOWER, SAME]), nullable=True),  # NA: not known
    },
    strict=True,
    coerce=True,
)
