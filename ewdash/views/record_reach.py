"""How far the record of each body's acts reaches, in a sentence and as a table; and how to carry it on."""

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import record_reach as model
from ewdash.views.block import Block, block

TABLE = "record_reach"


def ends(record: Record) -> dict[str, pd.Timestamp]:
    """Return the last day up to which the texts of each Council are whole: ``hrc`` and ``sc``."""
    return record.once(_ends)


def _ends(record: Record) -> dict[str, pd.Timestamp]:
    return model.texts(record.table(TABLE))


def sentence(record: Record) -> str:
    """Say for each Council how far its texts and its other acts are on record."""
    rows = record.table(TABLE)
    whole_to = rows.set_index("series").loc[rows["body"].eq("SC").to_numpy(), "reaches_to"].to_dict()
    texts = []
    for council, body in model.COUNCILS.items():
        whole, last = ends(record)[council], rows.loc[rows["body"] == body, "singles_to"].max()
        texts.append(
            translate(
                "reach-texts",
                body=translate(f"body-{body.lower()}"),
                day=i18n.day(whole),
                later="yes" if last > whole else "no",
                last=i18n.day(last),
            )
        )
    return translate(
        "reach-sentence",
        texts="; ".join(texts),
        statements=i18n.day(whole_to["presidential_statements"]),
        meetings=i18n.day(whole_to["meetings"]),
    )


def line(record: Record) -> str:
    """Say how far the record reaches (`sentence`), and how the next text comes on it."""
    return f"{sentence(record)} {translate('reach-add')}"


def table(record: Record) -> Block:
    """List every body and series: whole to a day, a sample, or not recorded; and its last act on record."""
    rows = record.table(TABLE)
    given = {name: rows[name].astype("object").where(rows[name].notna(), None) for name in rows.columns}
    shown = pd.DataFrame(
        {
            "body": [translate(f"body-{body.lower()}") for body in rows["body"]],
            "reach_series": [translate(f"reach-series-{name.replace('_', '-')}") for name in rows["series"]],
            "reach_kind": [translate(f"reach-{kind}") for kind in rows["kind"]],
            "reaches_to": [day and day.date() for day in given["reaches_to"]],
            "singles_to": [day and day.date() for day in given["singles_to"]],
            "note": [
                translate(f"reach-note-{note.replace('_', '-')}") if note else "" for note in given["note"]
            ],
        }
    )
    days = ends(record)
    return block(
        "reach",
        None,
        shown,
        record.card(TABLE),
        record.card("council_action"),
        hrc=i18n.day(days["hrc"]),
        sc=i18n.day(days["sc"]),
    )
