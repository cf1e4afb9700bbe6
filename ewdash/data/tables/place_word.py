"""Other names of countries and territories, and codes no longer used: words for search, never shown."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.model.datasets import Provenance

FILE = "place_word.csv"
LINES = (FILE,)
KINDS = ("code", "name")
REASONS = (
    "abbreviation",
    "code in common use",
    "former code",
    "former name",
    "name in common use",
    "part of it",
    "short name",
)
CONFIDENCE = ("verified", "recalled")
OWN_KNOWLEDGE = "own knowledge"
LINE = ("word", "kind", "iso3", "reason", "source", "confidence")
PROVENANCE = Provenance(
    producer="ewdash",
    version="first edition",
    licence="CC BY 4.0",
    citation=(
        "ewdash (2026). Words for the search for places, after ISO 3166-3 (codes withdrawn since 1974) "
        "and Unicode CLDR (alternative names, successors of codes).",
    ),
    address="https://www.iso.org/iso-3166-country-codes.html",
    accessed=date(2026, 11, 26),
    covers_from=date(1974, 1, 1),
    covers_to=date(2026, 11, 26),
    confidence="compiled",
)
SCHEMA = pa.DataFrameSchema(
    {
        "word": pa.Column(str),
        "kind": pa.Column(str, pa.Check.isin(list(KINDS))),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),  # several lines: several successors
        "reason": pa.Column(str, pa.Check.isin(list(REASONS))),
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(CONFIDENCE))),
    },
    unique=["word", "iso3"],
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
    rows = hand.read(folder, FILE, LINE)
    hand.filled(FILE, rows, *LINE)
    hand.worded(FILE, rows, kind=KINDS, reason=REASONS, confidence=CONFIDENCE)
    recalled = rows["source"].eq(OWN_KNOWLEDGE)
    hand.refuse(FILE, rows, "source", recalled != rows["confidence"].eq("recalled"), "source")
    hand.placed(FILE, rows, folder)
    hand.once(FILE, rows, rows["word"] + rows["iso3"], "word")
    return rows.sort_values(["kind", "word", "iso3"], ignore_index=True)
