"""Sessions of the Human Rights Council: regular 1 to 61, special S-1 to S-39."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE = "hrc_sessions.csv"
PROVENANCE = councils.provenance(
    "second round", FILE, covers_from=date(2006, 6, 19), covers_to=date(2026, 4, 7)
)
SESSIONS = {"regular": 61, "special": 39}
SCHEMA = pa.DataFrameSchema(
    {
        "session": pa.Column(str, unique=True),
        "kind": pa.Column(str, pa.Check.isin(list(SESSIONS))),
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]", nullable=True),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per session.

    Raises:
        SourceTotalError: If a session is missing.
    """
    rows = sources.read(folder, FILE, SCHEMA.columns)
    for kind, sessions in SESSIONS.items():
        sources.expect(FILE, kind, found=int((rows["kind"] == kind).sum()), expected=sessions)
    return rows.sort_values(["start", "session"], ignore_index=True)
