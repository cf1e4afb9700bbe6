"""What is due as a calendar file: an entry for each end, session or month, with its symbol and source."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import due
from ewdash.charts.captions import source_line
from ewdash.data.record import Record
from ewdash.exports.calendar import Entry, calendar
from ewdash.i18n import translate
from ewdash.model import symbols
from ewdash.views.block import with_headings
from ewdash.views.due import TABLES, cards, days_known, facts, listing, scoped, table


def calendar_file(record: Record, **selection: Any) -> bytes:  # noqa: ANN401 - of `scoped`
    """Return what is due within the months looked ahead as a calendar file, the same for the same record."""
    scope = scoped(record, **selection)
    rows = due.coming(scope.of(listing(record, scope.day)), day=scope.day, months=scope.months)
    about = (
        translate("due-sequence"),
        *days_known(record, scope.day),
        *(source_line(card) for card in cards(record)),
        translate("designation-note"),
    )
    return calendar(
        list(_entries(record, rows)),
        name=translate("due-calendar-name", **facts(scope, len(rows))),
        about=about,
        stamp=record.card(TABLES[0]).provenance.accessed,
    )


def _entries(record: Record, rows: pd.DataFrame) -> Iterable[Entry]:
    """Yield an entry for each row: the day of a recorded end, the days of a session, or a month."""
    for row, words in zip(rows.to_dict("records"), table(record, rows).to_dict("records"), strict=True):
        dated = row["what"] == due.TERM and pd.notna(row["ends"])
        first, end = (row["ends"], row["ends"]) if dated else (row["opens"], row["closes"])
        lines = {
            "due_mandate": words["due_mandate"],
            "country": words["country"],
            "symbol": words["symbol"],
            "ends": i18n.day(row["ends"]) if pd.notna(row["ends"]) else "",
            "due_meeting": words["due_meeting"],
            "presidency": words["presidency"],
            "asked": words["asked"],
            "due_state": words["due_state"],
            "confidence": words["confidence"],
            "due_source": words["due_source"],
        }
        key = (row["body"], row["mandate"], row["iso3"], row["what"], row["set_by"], row["meeting"])
        named = with_headings(pd.DataFrame([lines])).iloc[0]
        yield Entry(
            key="|".join("" if pd.isna(part) else str(part) for part in key),
            first=first.date(),
            last=end.date(),
            title=translate(
                "due-entry",
                meeting=row["meeting"]
                if row["body"] == due.HRC
                else translate("due-entry-sc", month=i18n.month(row["opens"])),
                what=words["due_what"],
                name=words["due_mandate"],
                place=words["country"],
            ),
            lines=tuple(f"{heading}: {value}" for heading, value in named.items() if value),
            categories=(words["body"], words["due_what"]),
            link=symbols.address(row["set_by"]) or "",
            tentative=(row["basis"] != due.HELD and not dated) or row["confidence"] != "verified",
        )
