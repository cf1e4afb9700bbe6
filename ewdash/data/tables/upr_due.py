"""Reviews still to come under the Universal Periodic Review, as known or as the order of the cycles gives.

A cycle keeps the order of the one before: session n of the fourth is session n - 14 of the third, as
all reviews of the fourth on record show. Rows so derived are recalled, and say so in their source.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand
from ewdash.data.tables import councils
from ewdash.data.tables.council_action import OWN_KNOWLEDGE
from ewdash.model import vocabulary

CALENDAR = "upr_calendar.csv"
LINES = (CALENDAR,)
LINE = ("iso3", "cycle", "session", "opens", "month", "source", "confidence")
CYCLE = "4"  # the cycle of which reviews are still to come
SESSIONS_A_CYCLE = 14
PROVENANCE = councils.provenance(
    "first edition", "upr_reviews.csv", covers_from=date(2026, 5, 1), covers_to=date(2027, 2, 28)
)
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), unique=True),
        "cycle": pa.Column(int, pa.Check.isin([int(CYCLE)])),
        "session": pa.Column(int, pa.Check.in_range(41, 60)),
        "opens": pa.Column("datetime64[us]", nullable=True),  # NA: the day is not known
        "month": pa.Column("datetime64[us]"),  # the first of the month in which the session opens
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the lines of the hand file, checked and typed, by session and State.

    Args:
        compiled: Not needed: all rows are added by hand.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented.
    """
    del compiled, load
    rows = hand.read(folder, CALENDAR, LINE)
    hand.filled(CALENDAR, rows, "iso3", "cycle", "session", "month", "source")
    hand.placed(CALENDAR, rows, folder)
    hand.worded(CALENDAR, rows, cycle=(CYCLE,), confidence=vocabulary.CONFIDENCE)
    hand.refuse(CALENDAR, rows, "session", ~rows["session"].astype(str).str.fullmatch(r"\d\d"), "word")
    hand.dated(CALENDAR, rows, "opens")
    month = pd.to_datetime(rows["month"], format="%Y-%m", errors="coerce")
    written = rows["month"].astype(str).str.fullmatch(r"\d{4}-\d{2}")
    hand.refuse(CALENDAR, rows, "month", month.isna() | ~written, "month")
    opens = pd.to_datetime(rows["opens"])
    hand.refuse(
        CALENDAR, rows, "opens", opens.notna() & (opens.dt.strftime("%Y-%m") != rows["month"]), "month"
    )
    unsourced = rows["source"].astype(str).str.startswith(OWN_KNOWLEDGE)
    hand.refuse(CALENDAR, rows, "source", unsourced & (rows["confidence"] == "verified"), "source")
    hand.once(CALENDAR, rows, rows["iso3"], "iso3")
    typed = rows.assign(opens=opens.astype("datetime64[us]"), month=month.astype("datetime64[us]"))
    typed = typed.astype({"cycle": int, "session": int})
    return typed.sort_values(["session", "iso3"], ignore_index=True)
