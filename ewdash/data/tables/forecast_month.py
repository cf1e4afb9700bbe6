"""The fan of deaths one to six months ahead, from each month on."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance
from ewdash.model.situations import VINTAGES

PROVENANCE = Provenance(
    **DERIVED,
    version="from UCDP GED 25.1 and Candidate 2025-26",
    covers_from=date(2018, 1, 1),
    covers_to=date(2026, 5, 31),
)
BANDS = ("q05", "q25", "q50", "q75", "q95")
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "month": pa.Column("datetime64[ns]"),
        "vintage": pa.Column(str, pa.Check.isin(list(VINTAGES))),
        "horizon": pa.Column("int8", pa.Check.in_range(1, 6)),
        "method": pa.Column(str, pa.Check.isin(["pool", "last_year"])),
        **{name: pa.Column(int, pa.Check.ge(0)) for name in BANDS},
    },
    checks=[pa.Check(lambda rows: (rows[list(BANDS)].diff(axis=1).iloc[:, 1:] >= 0).all(axis=None))],
    strict=True,
    coerce=True,
    unique=["iso3", "month", "vintage", "horizon"],
)
