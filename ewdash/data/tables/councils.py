"""What the Council tables share: provenance, and the columns of an act."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import un_names
from ewdash.model import lanes, vocabulary
from ewdash.model.datasets import Provenance
from ewdash.model.errors import SourceLayoutError

PRODUCER = "ewdash, facts compiled from records of the United Nations"
CITATION = ("ewdash (2026). Council facts, compiled from UN catalogues, meeting records and releases.",)
TEXTS = ("situation", "label")  # the columns of an act that name States
ORIGINS = ("compiled", "added", "own")  # from the compilers; from a hand file; from a user’s file


def provenance(
    version: str,
    *files: str,
    covers_from: date,
    covers_to: date,
    confidence: str = "compiled",
    accessed: date | None = None,
) -> Provenance:
    """Return the provenance of compiled facts, accessed when the newest file was or on a given day."""
    return Provenance(
        producer=PRODUCER,
        version=version,
        licence="CC BY 4.0",
        citation=CITATION,
        address="https://documents.un.org",
        accessed=accessed or sources.accessed(*files),
        covers_from=covers_from,
        covers_to=covers_to,
        confidence=confidence,
        sources=files,
    )


# What has not happened yet is not on record: such a day is a slip of the pen.
PAST = pa.Check(lambda day: day <= hand.today(sources.GATHERED), name="not in the future")
_text = pa.Column(str, nullable=True)
ACT = {
    "date": pa.Column("datetime64[us]", PAST),
    "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: thematic, institutional
    "situation": _text,
    "body": pa.Column(str, pa.Check.isin(list(vocabulary.BODIES))),
    "action_type": pa.Column(str, pa.Check.isin(list(vocabulary.ACTION_TYPES))),
    "symbol": _text,  # NA: the act has no document, or its symbol is not known
    "label": pa.Column(str),
    "instrument_status": pa.Column(str, pa.Check.isin(list(vocabulary.INSTRUMENT_STATUS))),
    "source": pa.Column(str),
    "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
}
ACT_SCHEMA = pa.DataFrameSchema(ACT, strict=True, coerce=True, ordered=True)


def read_acts(folder: Path, file: str) -> pd.DataFrame:
    """Read a file of acts as text, checked word by word.

    Raises:
        SourceLayoutError: If a row has a word outside the vocabulary, a date that is none or lies in
            the future, or an act its council has no class for; the message names line and column.
    """
    rows = sources.read(folder, file, ACT)
    checked(file, rows)
    return rows


def happened(file: str, rows: pd.DataFrame, *columns: str) -> None:
    """Refuse the first row of a source file with a day that has not come yet, by line and column.

    Raises:
        SourceLayoutError: If a day lies in the future.
    """
    for column in columns:
        for line in rows.index[pd.to_datetime(rows[column]) > hand.today(sources.GATHERED)][:1]:
            raise SourceLayoutError(file=file, reason=f"{line + 2}:{column}: {rows.loc[line, column]}")


def checked(file: str, rows: pd.DataFrame) -> None:
    """Refuse the first row with a word outside the vocabularies, by line and column."""
    vocabularies = {
        "body": vocabulary.BODIES,
        "action_type": vocabulary.ACTION_TYPES,
        "instrument_status": vocabulary.INSTRUMENT_STATUS,
        "confidence": vocabulary.CONFIDENCE,
    }
    faults = {column: ~rows[column].isin(words) for column, words in vocabularies.items()}
    days = pd.to_datetime(rows["date"], format="%Y-%m-%d", errors="coerce")
    faults["date"] = days.isna() | (days > hand.today(sources.GATHERED))
    faults["iso3"] = rows["iso3"].notna() & ~rows["iso3"].fillna("").str.fullmatch("[A-Z]{3}")
    for column, mask in faults.items():
        for line in rows.index[mask][:1]:
            raise SourceLayoutError(file=file, reason=f"{line + 2}:{column}: {rows.loc[line, column]}")
    for line, body, kind in zip(rows.index, rows["body"], rows["action_type"], strict=True):
        try:
            lanes.act_class(body, kind)
        except KeyError as error:
            raise SourceLayoutError(file=file, reason=f"{line + 2}:action_type: {body} {kind}") from error


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """Return acts whose `TEXTS` write States as the United Nations did on their day."""
    names = {column: un_names.un_named(rows[column]) for column in TEXTS}
    return rows.assign(
        **{column: un_names.of_the_time(texts, rows["date"]) for column, texts in names.items()}
    )


def typed(rows: pd.DataFrame, columns: Iterable[str] = ACT) -> pd.DataFrame:
    """Return acts with dates as dates, sorted so that the same facts give the same bytes."""
    dated = rows.assign(date=pd.to_datetime(rows["date"]).astype("datetime64[us]"))
    keys = ["date", "body", "iso3", "action_type", "symbol", "label"]
    return dated.sort_values(keys, na_position="first", ignore_index=True)[list(columns)]


def counted(rows: pd.DataFrame, column: str) -> dict[str, tuple[int, int]]:
    """Return how many rows each word of a column has, verified and recalled."""
    counts = pd.crosstab(rows[column], rows["confidence"]).reindex(
        columns=vocabulary.CONFIDENCE, fill_value=0
    )
    return {str(word): (int(verified), int(recalled)) for word, verified, recalled in counts.itertuples()}
