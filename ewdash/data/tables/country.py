"""Countries and territories: the hand table, checked."""

from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources, store
from ewdash.data.tables import councils
from ewdash.i18n import has
from ewdash.model import vocabulary

FILE = "country.csv"
PROVENANCE = councils.provenance(
    "first edition", covers_from=date(1989, 1, 1), covers_to=date(2026, 11, 23), confidence="curated_dataset"
)
KINDS = {"member": 193, "observer": 2}
GROUPS = {
    "african": 54,
    "asia_pacific": 54,
    "eastern_european": 23,
    "latin_american_caribbean": 33,
    "western_european_other": 29,
}


def _in_catalogue(notes: pd.Series) -> pd.Series:
    """Tell which rows name only notes that the catalogue holds."""
    return notes.map(lambda keys: pd.isna(keys) or all(has(note) for note in str(keys).split(";")))


_key = pa.Column(str, nullable=True)
SCHEMA = pa.DataFrameSchema(
    {
        "iso3": pa.Column(str, pa.Check.str_matches(r"^[A-Z0-9]{3}(\+[A-Z]{3})?$"), unique=True),
        "name": pa.Column(str),
        "kind": pa.Column(str, pa.Check.isin(list(vocabulary.COUNTRY_KINDS))),
        "region": _key,  # NA: Antarctica, former States, codes that are no place
        "subregion": _key,
        "hrc_group": pa.Column(str, pa.Check.isin(list(vocabulary.REGIONAL_GROUPS)), nullable=True),
        "ucdp_id": pa.Column("Int64", nullable=True),
        "cow_id": pa.Column("Int64", nullable=True),
        "filed_under": _key,
        "note": pa.Column(str, pa.Check(_in_catalogue, name="notes in the catalogue"), nullable=True),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per code that occurs in any table; the source folder is not read.

    Raises:
        SourceTotalError: If members, observers or regional groups do not have their size.
    """
    del folder
    rows = sources.read(store.DATA / "hand", FILE, SCHEMA.columns)
    for column, sizes in (("kind", KINDS), ("hrc_group", GROUPS)):
        for value, size in sizes.items():
            sources.expect(FILE, value, found=int((rows[column] == value).sum()), expected=size)
    return rows.sort_values("iso3", ignore_index=True, kind="stable")
