"""Source files of the build: found by name, and refused by name when they are not as expected."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ewdash import i18n
from ewdash.model.errors import SourceLayoutError, SourceMissingError, SourceTotalError


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


def expect(file: str, what: str, *, found: object, expected: object) -> None:
    """Refuse a source whose total is not the published one.

    Raises:
        SourceTotalError: If ``found`` differs from ``expected``.
    """
    if found != expected:
        raise SourceTotalError(file=file, what=what, found=str(found), expected=str(expected))
