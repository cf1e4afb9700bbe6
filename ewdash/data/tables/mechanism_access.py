"""Whether mechanisms of the human-rights side were let into a country, where a UN text says so: by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.data.tables import councils, un_names
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model import vocabulary

FILE = "access.csv"
LINES = (FILE,)
LINE = ("iso3", "mechanism", "access", "date", "symbol", "says", "source", "confidence")
SYMBOL = r"(A|S|E)/\S+"
PROVENANCE = councils.provenance("first edition", covers_from=date(2007, 1, 1), covers_to=date(2024, 12, 31))
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "mechanism": pa.Column(str),
        "access": pa.Column(str, pa.Check.isin(list(vocabulary.ACCESS))),
        "year": pa.Column(int, pa.Check.in_range(2006, 2100)),  # of the text
        "date": pa.Column("datetime64[us]", councils.PAST, nullable=True),  # NA: only the year is known
        "symbol": pa.Column(str),  # of the text that says so
        "says": pa.Column(str),  # what it says, in our words
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["iso3", "mechanism", "symbol"],
    strict=True,
    coerce=True,
    ordered=True,
)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the lines of the hand file, checked, by country and day.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented, or is verified without a source.
    """
    del compiled, load
    rows = hand.read(folder, FILE, LINE)
    hand.filled(FILE, rows, *LINE)
    hand.worded(FILE, rows, access=vocabulary.ACCESS, confidence=vocabulary.CONFIDENCE)
    hand.placed(FILE, rows, folder)
    only_year = rows["date"].astype(str).str.fullmatch(r"\d{4}")
    days = rows.assign(date=rows["date"].mask(only_year))
    hand.dated(FILE, days, "date")
    first = days["date"].fillna(rows["date"].astype(str).str[:4] + "-01-01")
    hand.happened(FILE, rows.assign(date=first), "date", accessed=PROVENANCE.accessed)
    hand.refuse(FILE, rows, "symbol", ~rows["symbol"].astype(str).str.fullmatch(SYMBOL), "symbol")
    hand.refuse(FILE, rows, "says", un_names.short(rows["says"]), "name")
    own = rows["source"].astype(str).str.startswith(OWN_KNOWLEDGE)
    hand.refuse(FILE, rows, "source", own & rows["confidence"].eq("verified"), "source")
    hand.once(FILE, rows, rows["iso3"] + "|" + rows["mechanism"] + "|" + rows["symbol"], "symbol")
    table = rows.assign(year=rows["date"].astype(str).str[:4].astype(int), date=pd.to_datetime(days["date"]))
    return table.sort_values(["iso3", "year", "symbol", "mechanism"], ignore_index=True)[list(SCHEMA.columns)]
