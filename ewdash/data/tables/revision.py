"""What changed in the tables: new sources, revised rows, changed methods, by day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.model.datasets import LAYOUTS, Provenance

FILE = "revision.csv"
LINES = (FILE,)
KINDS = ("source", "revision", "method")
LINE = ("date", "kind", "table", "iso3", "what")
PROVENANCE = Provenance(
    producer="ewdash",
    version="first edition",
    licence="CC BY 4.0",
    citation=("ewdash (2026). Changes of the tables.",),
    address="https://documents.un.org",
    accessed=date(2026, 11, 27),
    covers_from=date(2026, 11, 24),
    covers_to=date(2026, 11, 27),
    confidence="compiled",
)
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column("datetime64[us]"),
        "kind": pa.Column(str, pa.Check.isin(list(KINDS))),
        "table": pa.Column(str, pa.Check.isin(list(LAYOUTS))),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: all countries
        "what": pa.Column(str),
    },
    unique=["date", "table", "what"],
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
    hand.filled(FILE, rows, "date", "what")
    hand.worded(FILE, rows, kind=KINDS, table=LAYOUTS)
    hand.dated(FILE, rows, "date")
    hand.happened(FILE, rows, "date", accessed=PROVENANCE.accessed)
    hand.placed(FILE, rows, folder)
    hand.once(FILE, rows, rows["date"] + rows["table"] + rows["what"], "what")
    dated = rows.assign(date=pd.to_datetime(rows["date"]).astype("datetime64[us]"))
    return dated.sort_values(["date", "table", "what"], ignore_index=True)
