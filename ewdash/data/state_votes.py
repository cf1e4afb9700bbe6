"""How each State voted, where a user brought that to the own layer; the repository ships no such table.

The file has exactly the columns `COLUMNS`, one row per text and State: the symbol as `vote` writes it,
the code of the table of countries, and one of `VOTES`.
"""

import io
from pathlib import Path

import pandas as pd

from ewdash.data import home
from ewdash.model.errors import DatasetDamagedError

TABLE = "state_vote"
COLUMNS = ("symbol", "iso3", "vote")
VOTES = ("yes", "no", "abstain", "not_voting")


def place() -> Path:
    """Return where the table is looked for."""
    return home.place() / TABLE / f"{TABLE}.parquet"


def state() -> str:
    """Identify the state of the file; nothing where there is none."""
    try:
        found = place().stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns}-{found.st_size}"


def rows() -> pd.DataFrame | None:
    """Return how each State voted, in `COLUMNS`; None where no such table was brought.

    Raises:
        DatasetDamagedError: If the file is not as described above.
    """
    try:
        content = place().read_bytes()
    except OSError:
        return None
    try:
        frame = pd.read_parquet(io.BytesIO(content))
    except (OSError, ValueError) as error:
        raise DatasetDamagedError(table=TABLE) from error
    if tuple(frame.columns) != COLUMNS or not frame["vote"].isin(VOTES).all():
        raise DatasetDamagedError(table=TABLE)
    return frame
