"""Sets of countries that the United Nations speaks of: the hand table, checked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.model import vocabulary
from ewdash.model.datasets import Provenance

FILE = "country_set.csv"
LINES = (FILE,)
LINE = ("set", "iso3", "since", "source", "confidence")
CONFIDENCE = ("verified", "recalled")
OWN_KNOWLEDGE = "own knowledge"
PROVENANCE = Provenance(
    producer="ewdash",
    version="first edition",
    licence="CC BY 4.0",
    citation=(
        "ewdash (2026). Sets of countries, after documents of the United Nations and M49 "
        "(United Nations Statistics Division, Standard country or area codes for statistical use).",
    ),
    address="https://unstats.un.org/unsd/methodology/m49/",
    accessed=date(2026, 11, 26),
    covers_from=date(2013, 2, 24),
    covers_to=date(2024, 12, 31),  # the lists of M49 stand as after the last change found in them
    confidence="compiled",
)
SCHEMA = pa.DataFrameSchema(
    {
        "set": pa.Column(str, pa.Check.isin(list(vocabulary.COUNTRY_SETS))),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "since": pa.Column("datetime64[ns]", nullable=True),  # NA: the source gives no day
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(CONFIDENCE))),
    },
    unique=["set", "iso3"],
    strict=True,
    coerce=True,
    ordered=True,
)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the lines of the hand file, checked, in the order of the sets.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented.
    """
    del compiled, load
    rows = hand.read(folder, FILE, LINE)
    hand.filled(FILE, rows, "set", "iso3", "source", "confidence")
    hand.worded(FILE, rows, set=vocabulary.COUNTRY_SETS, confidence=CONFIDENCE)
    hand.placed(FILE, rows, folder)
    hand.dated(FILE, rows, "since")
    hand.happened(FILE, rows, "since", accessed=PROVENANCE.accessed)
    recalled = rows["source"].eq(OWN_KNOWLEDGE)
    hand.refuse(FILE, rows, "source", recalled != rows["confidence"].eq("recalled"), "source")
    hand.once(FILE, rows, rows["set"] + rows["iso3"], "iso3")
    order = {key: place for place, key in enumerate(vocabulary.COUNTRY_SETS)}
    rows = rows.assign(since=pd.to_datetime(rows["since"]), order=rows["set"].map(order))
    return rows.sort_values(["order", "iso3"], ignore_index=True).drop(columns="order")
