"""Formal meetings of the Security Council a year, as the corpus of its debates holds them.

What meetings in which the human-rights side spoke are measured against: `sc_heard` was read from them.
"""

import dataclasses
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import sc_heard
from ewdash.model import heard, vocabulary

FILE = "sc_heard_by_year_1995_2020.csv"
PROVENANCE = dataclasses.replace(
    sc_heard.PROVENANCE, sources=(FILE, sc_heard.FILE), covers_from=date(1995, 1, 1)
)
SITTINGS = 5_748
SCHEMA = pa.DataFrameSchema(
    {
        "year": pa.Column(int, pa.Check.in_range(heard.WHOLE_FROM.year, heard.WHOLE_TO.year), unique=True),
        "sittings": pa.Column(int, pa.Check.gt(0)),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per year.

    Raises:
        SourceTotalError: If the sittings are not those counted, or the file counts other meetings of
            the human-rights side than `sc_heard` holds.
    """
    rows = sources.read(folder, FILE, ["year", "meetings_in_corpus", "human_rights_side_meetings"]).astype(
        int
    )
    sources.expect(FILE, "sittings", found=int(rows["meetings_in_corpus"].sum()), expected=SITTINGS)
    spoke = sc_heard.build(folder).query("side == 'human_rights'").drop_duplicates("symbol")
    by_year = spoke["date"].dt.year.value_counts().reindex(rows["year"], fill_value=0)
    counted = rows["human_rights_side_meetings"].tolist()
    sources.expect(FILE, "human_rights_side_meetings", found=counted, expected=by_year.tolist())
    renamed = rows.rename(columns={"meetings_in_corpus": "sittings"}).assign(confidence="verified")
    return renamed.sort_values("year", ignore_index=True, kind="stable")[list(SCHEMA.columns)]
