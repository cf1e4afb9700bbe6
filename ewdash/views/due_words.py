"""What is due, in words: a thing's place, session, presidency and state, and several by name."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import due
from ewdash.data.record import Record
from ewdash.i18n import translate


def kind_named(word: str) -> str:
    """Say what kind of thing is due: a recorded end, a report, a review."""
    return translate(f"due-what-{word.replace('_', '-')}")


def day_named(row: dict[Hashable, Any]) -> str | None:
    """Return the day of an end or of a session's opening; the month alone where no table holds the day."""
    if pd.isna(row["date"]):
        return None
    ends = row["what"] == due.TERM and pd.notna(row["ends"])
    known = ends or (row["body"] == due.HRC and not row["by_rule"])
    return f"{row['date']:%Y-%m-%d}" if known else f"{row['date']:%Y-%m}"


def meeting_named(row: dict[Hashable, Any]) -> str:
    """Say a session or month in words, and whether its days are by rule; nothing where none follows."""
    if pd.isna(row["meeting"]):
        return ""
    kind, _, name = str(row["meeting"]).partition(" ")
    if pd.isna(row["opens"]):
        return str(row["meeting"])
    if kind == due.SC:
        return i18n.month(row["opens"])
    if kind == due.HRC:
        return translate(
            "due-session",
            session=row["meeting"],
            first=i18n.short_month(row["opens"]),
            last=i18n.short_month(row["closes"]),
            basis=row["basis"],
        )
    return translate("due-working-group", session=name, month=i18n.month(row["opens"]))


def place_named(record: Record, iso3: object) -> str:
    """Return the name of a place; of a thematic mandate, that it is on no one country."""
    return record.places.name(iso3) if isinstance(iso3, str) else translate("due-thematic")


def presidency_named(record: Record, row: dict[Hashable, Any], last: int) -> str:
    """Say who presides over the Security Council in the month, or why that is not known."""
    if not str(row["meeting"]).startswith(due.SC):
        return ""
    if isinstance(row["presidency"], str):
        name = record.places.name(row["presidency"])
        return name if _presides(record, row["opens"]) else f"{name} ({translate('confidence-recalled')})"
    year = int(row["opens"].year)
    return translate("due-presidency-later" if year > last else "due-presidency-unknown", year=str(year))


def _presides(record: Record, month: pd.Timestamp) -> bool:
    """Tell whether the presidency of a month is verified."""
    rows = record.table("session")
    rows = rows[rows["kind"].eq("presidency") & rows["start"].eq(month)]
    return bool(rows["confidence"].eq("verified").any())


def last_presidency(record: Record) -> int:
    """Return the last year of which presidencies are on record."""
    rows = record.table("session")
    return int(rows.loc[rows["kind"] == "presidency", "start"].dt.year.max())


def asked_named(row: dict[Hashable, Any]) -> str:
    """Say what a text asks for, each with its session or month where the text or its summary says so."""
    return "; ".join(
        translate("due-asked", what=kind_named(word), when=_named(name)) if name else kind_named(word)
        for word, name in due.asks(row)
    )


def _named(name: str) -> str:
    """Return a session or month, by its name in the table, in words."""
    return name if name.startswith(due.HRC) else i18n.month(pd.Timestamp(f"{name}-01"))


def unverified_mark(row: dict[Hashable, Any]) -> str:
    """Return what stands behind a thing that is not verified."""
    word = translate(f"confidence-{row['confidence']}")
    return "" if row["confidence"] == "verified" else f" ({word})"


def state_named(row: dict[Hashable, Any]) -> str:
    """Say how a thing stands: what a last text set, and of a session that was held alone that it is over."""
    days = {"end": row["ends"], "first": row["opens"], "last": row["closes"]}
    return translate(
        f"due-state-{row['state']}",
        text=row["set_by"] if isinstance(row["set_by"], str) else "",
        # the end of a term that has a day is sure, whatever the session
        basis=due.HELD if row["state"] == due.PAST and pd.notna(row["ends"]) else row["basis"],
        month=i18n.month(row["opens"]) if pd.notna(row["opens"]) else "",
        **{name: i18n.day(day) if pd.notna(day) else "" for name, day in days.items()},
    )


def names_of(
    record: Record, rows: pd.DataFrame, held: tuple[str, ...] | None, counted: pd.DataFrame | None = None
) -> dict[str, object]:
    """Return what is due by name and day: mandates of one situation, situations of several.

    Args:
        rows: What is due.
        held: Codes of the selection; None is the world.
        counted: Reviews that are counted and not named.
        record: The installed tables.

    Returns:
        ``names``, and of several ``recalled``: how many things are. Those of one situation are marked each.
    """
    told = rows if counted is None else pd.concat([rows, counted])
    recalled = int(told["confidence"].ne("verified").sum())
    if held is not None and len(held) == 1:
        named = [
            translate(
                "due-named",
                name=row["mandate"] or meeting_named(row),
                what=kind_named(row["what"]),
                day=_day(row),
                mark=unverified_mark(row),
            )
            for row in rows.to_dict("records")
        ]
    else:
        pairs = zip(rows["iso3"], rows["mandate"], strict=True)
        named = [place_named(record, code) if isinstance(code, str) else mandate for code, mandate in pairs]
        return {"names": _shortened(record, named), "recalled": recalled}
    return {"names": _shortened(record, named), "recalled": 0}


def _shortened(record: Record, named: list[str]) -> str:
    return record.places.shortened(list(dict.fromkeys(named))) or translate("due-none-named")


def _day(row: dict[Hashable, Any]) -> str:
    return i18n.day(row["date"]) if row["what"] == due.TERM else i18n.month(row["date"])
