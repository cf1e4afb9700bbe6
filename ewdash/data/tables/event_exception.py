"""Events that no country is judged by: at sea, or coded to a country by a place still under review."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.model.datasets import Provenance
from ewdash.model.situations import AT_SEA

EXCEPTIONS = "event_exception.csv"
LINES = (EXCEPTIONS,)
LINE = ("event_id", "iso3", "reason", "until_release", "source", "confidence")
PROVENANCE = Provenance(
    producer="ewdash",
    version="first edition",
    licence="CC BY 4.0",
    citation=("ewdash (2026). Events that no country is judged by.",),
    address="https://ucdp.uu.se/downloads/",
    accessed=date(2026, 11, 26),
    covers_from=date(2026, 1, 1),
    covers_to=date(2026, 4, 30),
    confidence="compiled",
)
SCHEMA = pa.DataFrameSchema(
    {
        "event_id": pa.Column(int, unique=True),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "reason": pa.Column(str),
        "until_release": pa.Column(str),
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(["verified"])),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the lines of the hand file, checked.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented.
    """
    del compiled, load
    rows = hand.read(folder, EXCEPTIONS, LINE)
    hand.filled(EXCEPTIONS, rows, *LINE)
    hand.refuse(EXCEPTIONS, rows, "event_id", ~rows["event_id"].str.fullmatch(r"\d+"), "word")
    hand.worded(EXCEPTIONS, rows, confidence=("verified",))
    hand.placed(EXCEPTIONS, rows, folder)
    hand.once(EXCEPTIONS, rows, rows["event_id"], "event_id")
    return rows.astype({"event_id": int}).sort_values("event_id", ignore_index=True, kind="stable")


def excepted(events: pd.DataFrame, folder: Path) -> pd.Series:
    """Return which events no country is judged by.

    Args:
        events: ``id`` and ``where_prec``.
        folder: The folder of hand files.

    Raises:
        HandLineError: If a line of the hand file is not as documented.
    """
    return events["where_prec"].eq(AT_SEA) | events["id"].isin(joined(pd.DataFrame(), folder)["event_id"])
