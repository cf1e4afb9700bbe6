"""Terms of the members of both Councils."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

HRC, SC = "hrc_membership.csv", "sc_membership.csv"
PROVENANCE = councils.provenance(
    "first edition", HRC, SC, covers_from=date(1989, 1, 1), covers_to=date(2026, 12, 31)
)
GROUPS = {
    "Africa": "african",
    "Asia-Pacific": "asia_pacific",
    "Eastern Europe": "eastern_european",
    "GRULAC": "latin_american_caribbean",
    "WEOG": "western_european_other",
    "permanent": "permanent",
    "elected": "elected",
}
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "body": pa.Column(str, pa.Check.isin(["HRC", "SC"])),
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]", nullable=True),  # NA: permanent member
        "group": pa.Column(str, pa.Check.isin(list(GROUPS.values()))),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "body", "start"],
    strict=True,
    coerce=True,
    ordered=True,
)


def members_on(rows: pd.DataFrame, body: str, day: pd.Timestamp) -> pd.DataFrame:
    """Return the terms of a body that hold on a day."""
    open_end = rows["end"].isna() | (rows["end"] >= day)
    return rows[(rows["body"] == body) & (rows["start"] <= day) & open_end]


def build(folder: Path) -> pd.DataFrame:
    """Return one row per member and term.

    Raises:
        SourceTotalError: If the Councils do not have their 47 and 15 members on a test day.
    """
    parts = []
    for file, body in ((HRC, "HRC"), (SC, "SC")):
        rows = sources.read(folder, file, ["iso3", "start", "end", "group", "confidence"])
        parts.append(rows.assign(body=body, group=rows["group"].map(GROUPS)))
    terms = pd.concat(parts, ignore_index=True)
    terms = terms.assign(**{name: pd.to_datetime(terms[name]) for name in ("start", "end")})
    for body, file, day, seats in (("HRC", HRC, "2015-06-01", 47), ("SC", SC, "2015-06-01", 15)):
        count = len(members_on(terms, body, pd.Timestamp(day)))
        sources.expect(file, f"members {day}", found=count, expected=seats)
    return terms.sort_values(["body", "iso3", "start"], ignore_index=True)[[*SCHEMA.columns]]
