"""Which State is party to which of the 18 human rights treaties and protocols, in June 2022.

The file has the Member States of the United Nations. What it does not have is unknown: two cells of it, the
State of Palestine, the Holy See, the Cook Islands, Niue and the European Union.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE = "treaty_status_2022_06.csv"
PROVENANCE = councils.provenance(
    "state of June 2022", FILE, covers_from=date(1966, 1, 1), covers_to=date(2022, 6, 30)
)
ROWS = 3_471
COMPILED, CORRECTED = vocabulary.TREATY_ORIGINS
# (Code, treaty) -> what the file says, what is right (own knowledge), and why. Each correction fails
# when the file no longer says it. With them nine treaties have as many parties as were published.
CORRECTIONS: dict[tuple[str, str], tuple[tuple[str, int | None] | None, tuple[str, int | None], str]] = {
    ("BEL", "CRC-OP-IC"): (("none", 2014), ("party", 2014), "none, with a year of becoming party"),
    ("BRA", "CRC-OP-IC"): (("none", 2017), ("party", 2017), "none, with a year of becoming party"),
    ("ECU", "CRC-OP-IC"): (("none", 2018), ("party", 2018), "none, with a year of becoming party"),
    ("KAZ", "ICCPR-OP1"): (("none", 2009), ("party", 2009), "none, with a year of becoming party"),
    ("MDA", "ICESCR"): (("none", 1993), ("party", 1993), "none, with a year of becoming party"),
    ("MDA", "CRPD"): (("none", None), ("party", 2010), "ratified; 185 parties were published"),
    ("BRN", "ICERD"): (("party", 1969), ("none", None), "not a party; 182 parties were published"),
    ("TUV", "ICESCR"): (("party", 1976), ("none", None), "not a party; 171 parties were published"),
    ("SLB", "ICCPR"): (None, ("none", None), "not a party; 173 parties were published"),
    ("TUV", "ICCPR"): (None, ("none", None), "not a party; 173 parties were published"),
    ("USA", "ICERD"): (("party", 1966), ("party", 1994), "1966 is the year of the signature"),
}
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "treaty": pa.Column(str, pa.Check.isin(list(vocabulary.TREATIES))),
        "status": pa.Column(str, pa.Check.isin(list(vocabulary.TREATY_STATUS))),
        # NA: not a party, or the year is not known.
        "year": pa.Column("Int64", pa.Check.in_range(1966, 2022), nullable=True),
        "origin": pa.Column(str, pa.Check.isin([COMPILED, CORRECTED])),
    },
    unique=["iso3", "treaty"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per State and treaty.

    Raises:
        SourceTotalError: If rows are missing, or a correction finds another value than it corrects.
    """
    rows = sources.read(folder, FILE, ["iso3", "treaty", "status", "year_party"])
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    rows = rows.rename(columns={"year_party": "year"}).assign(origin=COMPILED)
    rows["year"] = pd.to_numeric(rows["year"]).astype("Int64")
    rows = rows.set_index(["iso3", "treaty"])
    for key, (wrong, right, _) in CORRECTIONS.items():
        cell = None
        if key in rows.index:
            year: Any = rows.loc[key, "year"]
            cell = (rows.loc[key, "status"], None if pd.isna(year) else int(year))
        sources.expect(FILE, " ".join(key), found=cell, expected=wrong)
        rows.loc[key, ["status", "year", "origin"]] = [right[0], right[1] or pd.NA, CORRECTED]
    rows = rows.reset_index().astype({"year": "Int64"})
    order = {treaty: place for place, treaty in enumerate(vocabulary.TREATIES)}
    rows = rows.assign(order=rows["treaty"].map(order)).sort_values(["iso3", "order"], ignore_index=True)
    return rows[list(SCHEMA.columns)]
