"""Adopted texts that a user brings as values: what a file would add to the record, and what is kept."""

import pandas as pd

from ewdash import i18n
from ewdash.data import adopted_texts
from ewdash.data.adopted_texts import Draft, Held
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import record_reach as model
from ewdash.views import record_reach
from ewdash.views.copies import told


def summary(record: Record, made: Draft) -> list[str]:
    """Say what a file holds, and what it would add to the record, a sentence each.

    Args:
        record: The tables as they are shown.
        made: The file as it was read.
    """
    reading = made.reading
    lines = [
        translate(
            "texts-read",
            file=i18n.repeated(made.file),
            layout=translate(f"layout-{reading.layout}"),
            rows=reading.rows,
            kept=reading.kept,
            refused=reading.refused,
            unknown=sum(code.rows for code in reading.unknown),
        ),
        *told(reading),
    ]
    return lines + (_added(record, made) if reading.written else [])


def _added(record: Record, made: Draft) -> list[str]:
    """Say how many texts are new, how many of them have a country, and how far the record would reach."""
    acts, reach = record.table("council_action"), record.table("record_reach")
    rows = adopted_texts.rows(made)
    new = adopted_texts.brought(rows, acts, reach)
    ends = model.texts(adopted_texts.moved(reach, rows, acts))
    return [
        translate(
            "texts-add",
            texts=rows["symbol"].nunique(),
            new=len(new),
            placed=int(new["iso3"].notna().sum()),
            votes=int(rows["vote"].notna().sum()),
        ),
        *(
            translate(
                "texts-reach", body=translate(f"body-{model.COUNCILS[council].lower()}"), day=i18n.day(end)
            )
            for council, end in ends.items()
            if end > record_reach.ends(record)[council]
        ),
    ]


def table(files: list[Held]) -> pd.DataFrame:
    """Return the files that are kept as a table for readers, a file a row."""
    return pd.DataFrame(
        [
            {
                "source": translate(f"layout-{one.layout}"),
                "file": i18n.repeated(one.file),
                "brought": one.fetched,
                "texts": one.rows()["symbol"].nunique(),
            }
            for one in files
        ],
        columns=["source", "file", "brought", "texts"],
    )
