"""Reports of investigative bodies to the Human Rights Council: a selection, added by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.data.tables import councils, hrc_mechanism, session
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model import vocabulary

FILE = "mechanism_report.csv"
LINES = (FILE,)
LINE = ("mechanism", "iso3", "symbol", "issued", "session", "source", "confidence")
SYMBOL = r"A/HRC/\S+"
PROVENANCE = councils.provenance("first edition", covers_from=date(2006, 8, 11), covers_to=date(2026, 3, 31))
SCHEMA = pa.DataFrameSchema(
    {
        "mechanism": pa.Column(str),  # as in `hrc_mechanism`
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "symbol": pa.Column(str, pa.Check.str_matches(f"^{SYMBOL}$"), unique=True),
        # NA: no day was found; else printed on the first version found, or that of its release.
        "issued": pa.Column("datetime64[us]", councils.PAST, nullable=True),
        "session": pa.Column(str),  # before which it came
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per report.

    Raises:
        HandLineError: If a line is not as documented, or names no mechanism or session on record.
    """
    tables = {"hrc_mechanism": hrc_mechanism.build, "session": session.build}
    return joined(pd.DataFrame(), hand.HAND, lambda name: tables[name](folder))


def joined(compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return the lines of the hand file, checked against the mechanisms and sessions on record.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Gives `hrc_mechanism` and `session`.

    Raises:
        HandLineError: If a line is not as documented, or names no mechanism or session on record.
    """
    del compiled
    rows = hand.read(folder, FILE, LINE)
    hand.filled(FILE, rows, "mechanism", "iso3", "symbol", "session", "source")
    hand.placed(FILE, rows, folder)
    hand.worded(FILE, rows, confidence=vocabulary.CONFIDENCE, session=load("session")["session"])
    mechanisms = load("hrc_mechanism")
    bodies = mechanisms["mechanism"] + "|" + mechanisms["iso3"]
    hand.refuse(FILE, rows, "mechanism", ~(rows["mechanism"] + "|" + rows["iso3"]).isin(bodies), "word")
    hand.refuse(FILE, rows, "symbol", ~rows["symbol"].astype(str).str.fullmatch(SYMBOL), "symbol")
    hand.dated(FILE, rows, "issued")
    hand.happened(FILE, rows, "issued", accessed=PROVENANCE.accessed)
    own = rows["source"].eq(OWN_KNOWLEDGE)
    hand.refuse(FILE, rows, "source", own & rows["confidence"].eq("verified"), "source")
    hand.once(FILE, rows, rows["symbol"], "symbol")
    rows["issued"] = pd.to_datetime(rows["issued"]).astype("datetime64[us]")
    return rows.sort_values(["iso3", "mechanism", "symbol"], ignore_index=True)[[*SCHEMA.columns]]
