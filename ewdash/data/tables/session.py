"""Sessions of the Human Rights Council, and presidencies of the Security Council by month."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import councils
from ewdash.model import vocabulary

FILE, ADDED, PRESIDENCIES = "hrc_sessions.csv", "session.csv", "sc_presidency.csv"
LINES = (ADDED, PRESIDENCIES)
PROVENANCE = councils.provenance(
    "second edition, with added rows",
    FILE,
    covers_from=date(2006, 6, 19),
    covers_to=date(2026, 12, 31),
    accessed=sources.UPDATED,  # the rows added for sessions 62 and 63
)
SESSIONS = {"regular": 61, "special": 39}
PATTERNS = {"regular": r"HRC \d+", "special": r"HRC S-\d+"}
# A session of which only the planned days are known is neither verified nor recalled.
CONFIDENCE = (*vocabulary.CONFIDENCE, "planned")
SCHEMA = pa.DataFrameSchema(
    {
        "session": pa.Column(str, unique=True),
        "kind": pa.Column(str, pa.Check.isin([*SESSIONS, "presidency"])),
        "start": pa.Column("datetime64[us]"),
        "end": pa.Column("datetime64[us]", nullable=True),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # the presiding member
        "confidence": pa.Column(str, pa.Check.isin(list(CONFIDENCE))),
        "origin": pa.Column(str, pa.Check.isin(list(councils.ORIGINS))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)
LINE = ("session", "kind", "start", "end", "source", "confidence")
MONTH = ("month", "iso3", "confidence")


def build(folder: Path) -> pd.DataFrame:
    """Return one row per session and per month of presidency.

    Raises:
        SourceTotalError: If a session is missing.
        HandLineError: If a hand file is not as documented.
    """
    rows = sources.read(folder, FILE, ["session", "kind", "start", "end", "confidence"])
    for kind, sessions in SESSIONS.items():
        sources.expect(FILE, kind, found=int((rows["kind"] == kind).sum()), expected=sessions)
    return joined(rows.assign(iso3=None, origin="compiled"), hand.HAND)


def joined(
    compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame] | None = None
) -> pd.DataFrame:
    """Return the compiled sessions, those added by hand, and the presidencies.

    Presidencies follow the English alphabetical order of the members; all but one are recalled.

    Args:
        compiled: The compiled rows of this table.
        folder: The folder of hand files.
        load: Not needed here.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    del load
    lines = added(folder, compiled).drop(columns="source").assign(iso3=None, origin="added")
    parts = [part.astype({"start": object, "end": object}) for part in (compiled, lines, _presided(folder))]
    rows = pd.concat(parts, ignore_index=True)
    for day in ("start", "end"):
        rows[day] = pd.to_datetime(rows[day]).astype("datetime64[us]")
    return rows.sort_values(["start", "session"], ignore_index=True)[[*SCHEMA.columns]]


def added(folder: Path, compiled: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of the hand file of later sessions, checked.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    rows = hand.read(folder, ADDED, LINE)
    hand.filled(ADDED, rows, "session", "start", "source")
    hand.worded(ADDED, rows, kind=SESSIONS, confidence=CONFIDENCE)
    for kind, pattern in PATTERNS.items():
        matches = rows["session"].astype(str).str.fullmatch(pattern)
        hand.refuse(ADDED, rows, "session", (rows["kind"] == kind) & ~matches, "word")
    hand.dated(ADDED, rows, "start", "end")
    hand.refuse(ADDED, rows, "end", rows["end"].notna() & (rows["end"] < rows["start"]), "order")
    hand.once(ADDED, rows, rows["session"], "session", existing=compiled["session"])
    return rows


def _presided(folder: Path) -> pd.DataFrame:
    """Return the months of presidency, checked."""
    rows = hand.read(folder, PRESIDENCIES, MONTH)
    hand.filled(PRESIDENCIES, rows, *MONTH)
    hand.placed(PRESIDENCIES, rows, folder)
    hand.worded(PRESIDENCIES, rows, confidence=vocabulary.CONFIDENCE)
    first = pd.to_datetime(rows["month"], format="%Y-%m", errors="coerce")
    hand.refuse(PRESIDENCIES, rows, "month", first.isna(), "date")
    hand.once(PRESIDENCIES, rows, rows["month"], "month")
    return rows.assign(
        session="SC " + rows["month"],
        kind="presidency",
        start=first,
        end=first + pd.offsets.MonthEnd(0),
        origin="added",
    ).drop(columns="month")
