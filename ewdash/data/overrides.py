"""Analysts' own stages: kept in one local file, apart from the tables, so that an update leaves them."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd

TABLE = "override"
PLACE = "EWDASH_NOTES"  # environment variable: the folder of the file
COLUMNS = ["iso3", "month", "stage", "reason", "author", "written"]
_LAYOUT = """CREATE TABLE IF NOT EXISTS override (
    iso3 TEXT NOT NULL, month TEXT NOT NULL, stage INTEGER NOT NULL, reason TEXT NOT NULL,
    author TEXT NOT NULL, written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (iso3, month))"""


def place() -> Path:
    """Return the file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(PLACE) or Path.home() / ".ewdash") / "overrides.sqlite"


def _opened() -> sqlite3.Connection:
    file = place()
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file)
    connection.execute(_LAYOUT)
    return connection


def save(*, iso3: str, month: pd.Timestamp, stage: int, reason: str, author: str) -> None:
    """Keep one reading; a second for the same country and month replaces the first."""
    with closing(_opened()) as connection, connection:
        connection.execute(
            "INSERT OR REPLACE INTO override (iso3, month, stage, reason, author) VALUES (?, ?, ?, ?, ?)",
            (iso3, f"{month:%Y-%m-%d}", stage, reason.strip(), author.strip()),
        )


def remove(iso3: str) -> None:
    """Forget all readings of one country."""
    with closing(_opened()) as connection, connection:
        connection.execute("DELETE FROM override WHERE iso3 = ?", (iso3,))


def load() -> pd.DataFrame:
    """Return all readings with `COLUMNS`; none where the file is not there."""
    if not place().exists():
        return pd.DataFrame(columns=COLUMNS).astype({"month": "datetime64[us]", "written": "datetime64[us]"})
    with closing(_opened()) as connection:
        rows = pd.read_sql_query("SELECT * FROM override ORDER BY iso3, month", connection)
    return rows.assign(month=pd.to_datetime(rows["month"]), written=pd.to_datetime(rows["written"]))[COLUMNS]
