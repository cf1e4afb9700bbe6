"""What is due as a picture: a strip of months with a lane of each Council."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import due
from ewdash.charts import dues
from ewdash.charts.figures import Figure
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.views.due_words import (
    kind_named,
    last_presidency,
    meeting_named,
    place_named,
    presidency_named,
    state_named,
    unverified_mark,
)

MAX_LINES = 6  # things of one mark told when it is pointed at


def picture(record: Record, rows: pd.DataFrame, *, day: pd.Timestamp, months: int, alone: bool) -> Figure:
    """Draw what is due on a strip of months.

    Args:
        rows: `due.coming`.
        day: From which it is looked ahead.
        months: How far.
        alone: Whether one situation is shown, so that each mandate has a mark of its own.
        record: The installed tables.
    """
    first = day.normalize()
    end = first + pd.DateOffset(months=months)
    period = (first.replace(day=1), end + pd.offsets.MonthEnd(0))  # whole months, so that each has its name
    recorded = record.table("session")
    known = due.sessions(recorded, until=period[1])
    known = known[(known["closes"] >= period[0]) & (known["opens"] <= period[1])]
    known = known.assign(
        name=[
            translate("due-band", session=name, basis=basis)
            for name, basis in zip(known["meeting"], known["basis"], strict=True)
        ]
    )
    return dues.strip(
        _marks(record, rows, first, alone=alone),
        known,
        _presidencies(record, due.Meetings(known, recorded), period),
        period=period,
        day=first,
    )


def _presidencies(
    record: Record, meetings: due.Meetings, period: tuple[pd.Timestamp, pd.Timestamp]
) -> pd.DataFrame:
    """Return the months of a period with who presides; months of which it is not known stand together."""
    last = last_presidency(record)
    months: list[dict[str, Any]] = []
    for first in pd.date_range(period[0].replace(day=1), period[1], freq="MS"):
        row = meetings.month(first)
        known = isinstance(row["presidency"], str)
        name = record.places.name(row["presidency"]) if known else presidency_named(record, row, last)
        if months and not known and months[-1]["name"] == name:
            months[-1]["closes"] = row["closes"]
        else:
            months.append({"name": name, "opens": row["opens"], "closes": row["closes"]})
    return pd.DataFrame(months)


def _marks(record: Record, rows: pd.DataFrame, day: pd.Timestamp, *, alone: bool) -> pd.DataFrame:
    """Return the marks of a picture: one per situation, day and kind; of one situation one per mandate.

    Reviews stand in one mark per session of the working group, unless one situation is shown.
    """
    kinds = rows["what"].where(rows["what"].isin([due.TERM, due.REVIEW]), "asked")
    where = rows["mandate"] if alone else rows["iso3"].fillna(rows["mandate"])
    rows = rows.assign(
        date=rows["date"].where(rows["date"] >= day, day),  # a month or session that runs already
        mark=kinds,
        where=where.where((kinds != due.REVIEW) | alone, ""),
    )
    marks = []
    for _, part in rows.groupby(["body", "mark", "date", "where"], sort=False):
        first = part.iloc[0].to_dict()
        lines = [i18n.day(first["date"]), *(_hover(record, row) for row in part.to_dict("records"))]
        marks.append(
            {
                "lane": first["body"].lower(),
                "what": first["mark"],
                "date": first["date"],
                "label": dues.shortened(_mark_name(record, part, first["mark"], alone=alone)),
                "hover": "<br>".join([*lines[: MAX_LINES + 1], *(["…"] if lines[MAX_LINES + 1 :] else [])]),
            }
        )
    return pd.DataFrame(marks, columns=["lane", "what", "date", "label", "hover"])


def _mark_name(record: Record, part: pd.DataFrame, what: str, *, alone: bool) -> str:
    first = part.iloc[0].to_dict()
    if what == due.REVIEW:
        return translate("due-reviews", session=first["meeting"].split()[1], count=1 if alone else len(part))
    thematic = not isinstance(first["iso3"], str)
    name = first["mandate"] if alone or thematic else place_named(record, first["iso3"])
    return translate("due-several", name=name, count=len(part)) if len(part) > 1 and not alone else str(name)


def _hover(record: Record, row: dict[Hashable, Any]) -> str:
    place = place_named(record, row["iso3"])
    name = row["mandate"] or meeting_named(row)
    return translate(
        "due-hover",
        what=kind_named(row["what"]),
        name=name,
        place=place,
        state=state_named(row),
        mark=unverified_mark(row),
    )
