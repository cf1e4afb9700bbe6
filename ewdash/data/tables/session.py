"""Sessions of the Human Rights Council, and presidencies of the Security Council by month."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources, store
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE, PRESIDENCIES = "hrc_sessions.csv", "sc_presidency.csv"
PROVENANCE = councils.provenance(
    "first edition", FILE, covers_from=date(2006, 6, 19), covers_to=date(2026, 12, 31)
)
SESSIONS = {"regular": 61, "special": 39}
SCHEMA = pa.DataFrameSchema(
    {
        "session": pa.Column(str, unique=True),
        "kind": pa.Column(str, pa.Check.isin([*SESSIONS, "presidency"])),
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]", nullable=True),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # the presiding member
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per session and per month of presidency.

    Presidencies follow the English alphabetical order of the members; all but one are recalled.

    Raises:
        SourceTotalError: If a session is missing.
    """
    rows = sources.read(folder, FILE, ["session", "kind", "start", "end", "confidence"])
    for kind, sessions in SESSIONS.items():
        sources.expect(FILE, kind, found=int((rows["kind"] == kind).sum()), expected=sessions)
    months = sources.read(store.DATA / "hand", PRESIDENCIES, ["month", "iso3", "confidence"])
    first = pd.to_datetime(months["month"])
    months = months.assign(
        session="SC " + months["month"], kind="presidency", start=first, end=first + pd.offsets.MonthEnd(0)
    )
    dated = rows.assign(start=pd.to_datetime(rows["start"]), end=pd.to_datetime(rows["end"]))
    both = pd.concat([dated, months], ignore_index=True)
    return both.sort_values(["start", "session"], ignore_index=True)[[*SCHEMA.columns]]
