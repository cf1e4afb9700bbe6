"""Past cases: the period of each, and the documents of warning or inquiry, by symbol and date.

A text of the Councils themselves is an act and no row here: the gap from a warning to an act would
otherwise end with the warning.
"""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import councils
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model import vocabulary

FILE = "case.csv"
PROVENANCE = councils.provenance("second edition", covers_from=date(1993, 1, 1), covers_to=date(2018, 12, 31))
CASES = ("RWA", "LKA", "BDI", "MMR")
DAYS = ("period_from", "period_to", "date", "public")
SYMBOL = r"(A|S|E|CAT)/\S+"
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.isin(list(CASES))),
        "period_from": pa.Column("datetime64[us]"),
        "period_to": pa.Column("datetime64[us]"),
        "date": pa.Column("datetime64[us]"),  # printed on the first version issued, or spoken
        # NA: public on its date; else the first day on which a source shows it public.
        "public": pa.Column("datetime64[us]", nullable=True),
        "kind": pa.Column(str, pa.Check.isin(list(vocabulary.DOCUMENT_KINDS))),
        "symbol": pa.Column(str, nullable=True),  # NA: a statement or release without symbol
        "document": pa.Column(str),
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "date", "document"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per case and document; the source folder is not read.

    Raises:
        SourceTotalError: If a case is missing.
        HandLineError: If a line is not as documented.
    """
    del folder
    rows = documents(hand.HAND)
    sources.expect(FILE, "cases", found=set(rows["iso3"]), expected=set(CASES))
    for day in DAYS:
        rows[day] = pd.to_datetime(rows[day]).astype("datetime64[us]")
    return rows.sort_values(["iso3", "date", "document"], ignore_index=True)


def documents(folder: Path) -> pd.DataFrame:
    """Return the lines of the hand file, checked word by word.

    Raises:
        HandLineError: If a line is not as documented, has another period than its case, or is
            verified without a source.
    """
    rows = hand.read(folder, FILE, SCHEMA.columns)
    hand.filled(FILE, rows, "period_from", "period_to", "date", "document", "source")
    hand.worded(FILE, rows, iso3=CASES, kind=vocabulary.DOCUMENT_KINDS, confidence=vocabulary.CONFIDENCE)
    hand.dated(FILE, rows, *DAYS)
    hand.happened(FILE, rows, *DAYS, accessed=PROVENANCE.accessed)
    for period in ("period_from", "period_to"):
        other = rows[period] != rows.groupby("iso3")[period].transform("first")
        hand.refuse(FILE, rows, period, other, "period")
    hand.refuse(FILE, rows, "period_to", rows["period_to"] <= rows["period_from"], "order")
    hand.refuse(FILE, rows, "date", rows["date"] < rows["period_from"], "order")
    hand.refuse(FILE, rows, "public", rows["public"].notna() & (rows["public"] <= rows["date"]), "order")
    well_formed = rows["symbol"].isna() | rows["symbol"].astype(str).str.fullmatch(SYMBOL)
    text = rows["symbol"].astype(str).str.contains("/RES/|/PRST/|/DEC/")
    hand.refuse(FILE, rows, "symbol", ~well_formed, "symbol")
    hand.refuse(FILE, rows, "symbol", text, "text")
    own = rows["source"].astype(str).str.startswith(OWN_KNOWLEDGE)
    hand.refuse(FILE, rows, "source", own & (rows["confidence"] == "verified"), "source")
    hand.once(FILE, rows, rows["iso3"] + "|" + rows["date"] + "|" + rows["document"], "document")
    return rows
