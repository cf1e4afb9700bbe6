"""How each situation stands before both Councils, as recorded up to one day."""

from datetime import date

import pandera.pandas as pa

from ewdash.data.tables.signal_month import DERIVED
from ewdash.model.datasets import Provenance

PROVENANCE = Provenance(
    **{
        **DERIVED,
        "licence": "CC BY 4.0",
        "citation": ("ewdash, computed from its record of both Councils’ acts.",),
        "address": "https://documents.un.org",
        "confidence": "compiled",
    },
    version="acts to the days the cards of the acts name",
    covers_from=date(1946, 1, 1),
    covers_to=date(2026, 3, 31),
)
_HRC = ("mechanisms", "mandate", "item10", "special", "special_recalled", "hrc_texts")
_SC = ("meetings", "missions", "sanctions", "sc_texts", "heard")
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), unique=True),
        **{name: pa.Column(int, pa.Check.ge(0)) for name in (*_HRC, *_SC)},
        "agenda": pa.Column(float, nullable=True),  # first year on it, none where not on it
        # First year on the Peacebuilding Commission's agenda and last meeting, none where none is on record.
        "pbc_agenda": pa.Column(float, nullable=True),
        **{
            name: pa.Column("datetime64[ns]", nullable=True)
            for name in ("last_heard", "last_hrc", "living_since", "last_pbc")
        },
    },
    strict=True,
    coerce=True,
)
