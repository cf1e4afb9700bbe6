"""Hand-edited files: human judgement as data, refused by file, line and column."""

import csv
import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from ewdash import i18n
from ewdash.data import store
from ewdash.model.errors import CodeUnknownError, HandLineError, HandStaleError, SourceMissingError

FOLDER = "hand"  # under the data folder
HAND = store.DATA / FOLDER
PREFIX = "hand/"  # before the name of a hand file among the sources of a card
COUNTRIES = "country.csv"
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f�]")  # control characters, and what stands for letters not in UTF-8


def read(hand: Path, file: str, columns: Iterable[str]) -> pd.DataFrame:
    """Read a hand file as text, indexed by line; an empty cell is None.

    Raises:
        SourceMissingError: If the file is not there.
        HandLineError: If the columns are not the documented ones in their order, or a line has too
            few or too many cells, or a cell begins or ends with a space, or holds letters that are
            not UTF-8 or a control character.
    """
    path = hand / file
    if not path.exists():
        raise SourceMissingError(file=PREFIX + file)
    names = list(columns)
    rows: dict[int, list[str | None]] = {}
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        lines = csv.reader(text)
        header = next(lines, [])
        for place, name in enumerate(names):
            heading = header[place] if place < len(header) else ""
            if heading != name:
                raise HandLineError(file=file, line=1, column=name, value=heading, fault="header")
        for cells in lines:
            if not any(cells):
                continue
            if len(cells) != len(header) or len(header) != len(names):
                column = names[min(len(cells), len(names)) - 1]
                raise HandLineError(
                    file=file, line=lines.line_num, column=column, value=cells[-1], fault="cells"
                )
            rows[lines.line_num] = [cell or None for cell in cells]
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=names, dtype=object)
    for column in names:
        odd = frame[column].map(lambda cell: isinstance(cell, str) and bool(_ODD.search(cell)))
        refuse(file, frame, column, odd.astype(bool), "letters")
        spaced = frame[column].map(lambda cell: isinstance(cell, str) and cell != cell.strip())
        refuse(file, frame, column, spaced.astype(bool), "space")
    return frame


def refuse(file: str, rows: pd.DataFrame, column: str, wrong: pd.Series, fault: str) -> None:
    """Refuse the first line that is wrong in a column.

    Args:
        file: The hand file.
        rows: Its rows, indexed by line.
        column: The column.
        wrong: True where a row is wrong.
        fault: What is wrong: a branch of the message `error-hand-line`.

    Raises:
        HandLineError: If a row is wrong.
    """
    for line in rows.index[wrong][:1]:
        value = rows.loc[line, column]
        raise HandLineError(
            file=file, line=int(line), column=column, value="" if pd.isna(value) else str(value), fault=fault
        )


def filled(file: str, rows: pd.DataFrame, *columns: str) -> None:
    """Refuse an empty cell.

    Raises:
        HandLineError: If a cell is empty.
    """
    for column in columns:
        refuse(file, rows, column, rows[column].isna(), "empty")


def worded(file: str, rows: pd.DataFrame, /, **vocabularies: Iterable[str]) -> None:
    """Refuse a word outside a closed vocabulary.

    Raises:
        HandLineError: If a word is not in its column's vocabulary.
    """
    for column, words in vocabularies.items():
        refuse(file, rows, column, ~rows[column].isin(list(words)), "word")


def dated(file: str, rows: pd.DataFrame, *columns: str) -> None:
    """Refuse a cell that is neither empty nor a day written as 2026-01-31.

    Raises:
        HandLineError: If a cell is not a day.
    """
    for column in columns:
        well_formed = rows[column].fillna("").astype(str).str.fullmatch(r"\d{4}-\d{2}-\d{2}")
        day = pd.to_datetime(rows[column], format="%Y-%m-%d", errors="coerce")
        refuse(file, rows, column, rows[column].notna() & (~well_formed | day.isna()), "date")


def today(accessed: date) -> pd.Timestamp:
    """Return the last day on which something on record can have happened.

    It is the day of the clock, or that on which the table was compiled where the clock runs behind it.
    """
    return pd.Timestamp(max(datetime.now(UTC).date(), accessed))


def happened(file: str, rows: pd.DataFrame, *columns: str, accessed: date) -> None:
    """Refuse a day that has not come yet: a slip of the pen such as 2062 for 2026.

    Args:
        file: The hand file.
        rows: Its rows, indexed by line, with days as `dated` accepts them.
        *columns: The columns of what has happened.
        accessed: The day on which the table was compiled.

    Raises:
        HandLineError: If a day lies in the future.
    """
    for column in columns:
        refuse(file, rows, column, pd.to_datetime(rows[column]) > today(accessed), "future")


def codes(hand: Path) -> frozenset[str]:
    """Return the codes of the table of countries."""
    with (hand / COUNTRIES).open(encoding="utf-8-sig", errors="replace", newline="") as text:
        return frozenset(row["iso3"] for row in csv.DictReader(text))


def placed(file: str, rows: pd.DataFrame, hand: Path) -> None:
    """Refuse a code that the table of countries does not hold.

    Raises:
        HandLineError: If a code is not known.
    """
    refuse(file, rows, "iso3", rows["iso3"].notna() & ~rows["iso3"].isin(codes(hand)), "country")


def known(table: str, rows: pd.DataFrame, hand: Path) -> None:
    """Refuse a table with a code that the table of countries does not hold, naming each with its rows.

    Such rows would be in no sum of a region, and on no page.

    Raises:
        CodeUnknownError: If a code is not known.
    """
    if "iso3" not in rows:
        return
    unknown = rows["iso3"][rows["iso3"].notna() & ~rows["iso3"].isin(codes(hand))].value_counts().sort_index()
    if len(unknown):
        named = i18n.listing(f"{code} ({count})" for code, count in unknown.items())
        raise CodeUnknownError(table=table, codes=named, rows=int(unknown.sum()))


def once(
    file: str, rows: pd.DataFrame, keys: pd.Series, column: str, *, existing: Iterable[object] = ()
) -> None:
    """Refuse a fact that stands there twice.

    Args:
        file: The hand file.
        rows: Its rows, indexed by line.
        keys: What makes a fact one, by line.
        column: The column to name.
        existing: The keys of the rows the table holds from elsewhere.

    Raises:
        HandLineError: If a key is repeated or known.
    """
    refuse(file, rows, column, keys.duplicated(), "double")
    refuse(file, rows, column, keys.isin(list(existing)), "known")


def compiled(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of an installed table that no hand file added; none where all are by hand."""
    return rows[rows["origin"] == "compiled"] if "origin" in rows else rows.iloc[:0]


def stamp(hand: Path, file: str) -> str:
    """Return a hand file's name and the start of its text's digest, whatever the line endings.

    Raises:
        SourceMissingError: If the file is not there.
    """
    path = hand / file
    if not path.exists():
        raise SourceMissingError(file=PREFIX + file)
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return f"{PREFIX}{file} {hashlib.sha256(text.encode()).hexdigest()[:12]}"


def current(table: str, sources: Iterable[str], hand: Path, *, judged: Iterable[str] = ()) -> None:
    """Refuse a table built from another state of a hand file.

    Args:
        table: The table.
        sources: The sources its card names.
        hand: The folder of hand files.
        judged: The files that only a build from the source files applies.

    Raises:
        HandStaleError: If a hand file has changed since; its advice is the command to run.
    """
    for source in sources:
        if not source.startswith(PREFIX):
            continue
        file = source.removeprefix(PREFIX).partition(" ")[0]
        if stamp(hand, file) != source:
            raise HandStaleError(table=table, file=file, build="full" if file in tuple(judged) else "hand")
