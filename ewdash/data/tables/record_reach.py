"""How far the record of each body's acts reaches, by series: whole to a day, single acts, or nothing.

``reaches_to`` is the last day up to which a series is whole; what a clock finds missing is missing up to
it. ``singles_to`` is computed: the day of the last verified act of the series on record, which for a
sample is all that can be said.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.data.tables import councils
from ewdash.model import record_reach as model
from ewdash.model import vocabulary

FILE = "record_reach.csv"
LINES = (FILE,)
PROVENANCE = councils.provenance(
    "by hand, with the last act of each series", covers_from=date(1989, 1, 1), covers_to=date(2026, 3, 31)
)
LINE = ("body", "series", "kind", "reaches_to", "note", "source")
SCHEMA = pa.DataFrameSchema(
    {
        "body": pa.Column(str, pa.Check.isin(list(vocabulary.BODIES))),
        "series": pa.Column(str, pa.Check.isin(list(model.SERIES))),
        "kind": pa.Column(str, pa.Check.isin(list(model.KINDS))),
        "reaches_to": pa.Column("datetime64[us]", councils.PAST, nullable=True),  # NA: no whole series
        "singles_to": pa.Column("datetime64[us]", councils.PAST, nullable=True),  # NA: no act on record
        "note": pa.Column(str, pa.Check.isin(list(model.NOTES)), nullable=True),  # NA: nothing to add
        "source": pa.Column(str),
    },
    unique=["body", "series"],
    strict=True,
    coerce=True,
    ordered=True,
)
ACTS = ["date", "body", "action_type", "symbol", "confidence"]


def joined(compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return the lines of the hand file, checked, with the last act of each series.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Gives the tables of acts, crossings and meetings.

    Raises:
        HandLineError: If a line is not as documented.
    """
    del compiled
    rows = hand.read(folder, FILE, LINE)
    hand.filled(FILE, rows, "source")
    hand.worded(FILE, rows, body=vocabulary.BODIES, series=model.SERIES, kind=model.KINDS)
    hand.refuse(FILE, rows, "note", rows["note"].notna() & ~rows["note"].isin(model.NOTES), "word")
    hand.dated(FILE, rows, "reaches_to")
    hand.happened(FILE, rows, "reaches_to", accessed=PROVENANCE.accessed)
    whole = rows["kind"].eq("systematic")
    hand.refuse(FILE, rows, "reaches_to", whole & rows["reaches_to"].isna(), "empty")
    hand.refuse(FILE, rows, "reaches_to", ~whole & rows["reaches_to"].notna(), "needless")
    hand.once(FILE, rows, rows["body"] + rows["series"], "series")
    return with_last(rows.assign(reaches_to=pd.to_datetime(rows["reaches_to"])), load)


def with_last(rows: pd.DataFrame, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return rows with the day of the last verified act of each series, in the layout of the table.

    Args:
        rows: ``body``, ``series``, ``kind``, ``reaches_to``, ``note``, ``source``.
        load: Gives the tables of acts, crossings and meetings.
    """
    tables = [load(table)[ACTS] for table in ("council_action", "council_crossing")]
    meetings = load("sc_meeting").assign(body="SC", action_type="sc_meeting", symbol=None)
    acts = pd.concat([*tables, meetings[ACTS]], ignore_index=True)
    acts = acts[acts["confidence"] == "verified"]
    last = [
        acts.loc[model.belongs(acts, str(body), str(series)), "date"].max()
        for body, series in zip(rows["body"], rows["series"], strict=True)
    ]
    out = rows.assign(singles_to=pd.Series(last, rows.index, dtype="datetime64[us]"))
    out["reaches_to"] = out["reaches_to"].astype("datetime64[us]")
    return out.reset_index(drop=True)[[*SCHEMA.columns]]
