"""Source files of the build: found by name, and refused by name when they are not as expected."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

from ewdash import i18n
from ewdash.model.errors import (
    SourceDoubleError,
    SourceLayoutError,
    SourceMissingError,
    SourceTotalError,
)

MAX_IDS = 10  # ids that a sentence names
GATHERED = date(2026, 11, 23)  # when the source files were read from their producers' copies
# Files that were read later.
UPDATED = date(2026, 11, 25)
UPDATES = frozenset(
    (
        "hrc_outcomes.csv",
        "sc_heard_1995_2020.csv",
        "sc_heard_by_year_1995_2020.csv",
        "sc_meeting_symbols_1989_2019.csv",
        "sc_meetings_2020_2022h1.csv",
        "sc_resolutions_hr_mentions_1946_2015.csv",
        "treaty_status_2022_06.csv",
        "ucdp_candidate_2026_01_to_04_country_month.csv",
        "ucdp_candidate_2026_06_06_to_30_country.csv",
        "ucdp_candidate_2026_q1_events.parquet",
        "ucdp_candidate_v26_0_4_events.parquet",
        "ucdp_civilian_deaths_v26_1_2024_to_2026_08.csv",
        "ucdp_country_year_v26_1_2024_2025.csv",
        "ucdp_ged_v25_1_SDN_events.parquet",
        "ucdp_ged_v25_1_UKR_2021_10_to_2022_06_events.parquet",
        "ucdp_ged_v25_1_YEM_events.parquet",
    )
)


def accessed(*files: str) -> date:
    """Return the day on which the newest of some files was read from its producer's copy."""
    return UPDATED if UPDATES.intersection(files) else GATHERED


def read(folder: Path, file: str, columns: Iterable[str]) -> pd.DataFrame:
    """Read ``columns`` of a source file; change no value (Namibia's ``NA`` stays text).

    Raises:
        SourceMissingError: If the file is not in the folder.
        SourceLayoutError: If it cannot be read or lacks a column.
    """
    path = folder / file
    if not path.exists():
        raise SourceMissingError(file=file)
    try:
        if path.suffix == ".parquet":
            frame = pd.read_parquet(path)
        else:
            frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise SourceLayoutError(file=file, reason=type(error).__name__) from error
    absent = [name for name in columns if name not in frame.columns]
    if absent:
        raise SourceLayoutError(file=file, reason=i18n.listing(absent))
    return frame[list(columns)]


def once(file: str, rows: pd.DataFrame, column: str, *, within: str) -> None:
    """Refuse a source that holds the same id twice in one release: its event would be counted twice.

    The same id in two releases is a revision, and no fault.

    Args:
        file: The source file.
        rows: Its rows.
        column: The column of ids.
        within: The column of releases.

    Raises:
        SourceDoubleError: If an id is repeated; the message names the first of them and says how many.
    """
    double = rows.loc[rows.duplicated([column, within]), column].drop_duplicates()
    if len(double):
        ids = i18n.listing(str(identifier) for identifier in double.head(MAX_IDS))
        raise SourceDoubleError(
            file=file, column=column, ids=ids if len(double) <= MAX_IDS else f"{ids} …", count=len(double)
        )


def expect(file: str, what: str, *, found: object, expected: object) -> None:
    """Refuse a source whose total is not the published one.

    Raises:
        SourceTotalError: If ``found`` differs from ``expected``.
    """
    if found != expected:
        raise SourceTotalError(file=file, what=what, found=str(found), expected=str(expected))
