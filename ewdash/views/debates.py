"""The corpus of Security Council debates that a user brings, as values: what a file holds, who was heard."""

import re
from contextlib import suppress

import pandas as pd

from ewdash import i18n
from ewdash.data import debates
from ewdash.data.debates import Brought, Reading
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import heard
from ewdash.model.errors import CopyDamagedError
from ewdash.model.vocabulary import BRIEFINGS

COLUMNS = ["date", "iso3", "situation", "format", "label", "symbol", "confidence"]
OWN_SIDE, RELATED = heard.SIDES
_MEETING = re.compile(r"(S/PV\.\d+)")


def summary(record: Record, reading: Reading) -> list[str]:
    """Say what a file holds, what of it is left out and why, and what it would bring, a sentence each.

    Args:
        record: The tables as they are shown.
        reading: The file as it was read.
    """
    counts, after = reading.counts, i18n.day(heard.WHOLE_TO)
    lines = [
        translate(
            "debates-read",
            file=i18n.repeated(reading.file),
            layout=translate(f"layout-{debates.LAYOUT}"),
            speeches=counts.speeches,
            meetings=counts.meetings,
            first=counts.first[:4],
            last=counts.last[:4],
        ),
        translate("debates-offices", offices=counts.offices, others=counts.speeches - counts.offices),
    ]
    for group, speeches in counts.groups.items():
        if speeches:
            who = translate(f"speaker-{group.replace('_', '-')}")
            lines.append(translate("debates-group", who=who, speeches=speeches))
    if counts.alike:
        lines.append(translate("debates-alike", speeches=counts.alike))
    for reason, speeches in counts.left.items():
        if speeches:
            lines.append(translate(f"debates-left-{reason}", speeches=speeches))
    rows = reading.rows
    own = rows[_side(rows) == OWN_SIDE]
    lines.append(
        translate(
            "debates-brings",
            day=after,
            meetings=own["symbol"].nunique(),
            new=not_on_record(record, own)["symbol"].nunique(),
            related=rows.loc[_side(rows) == RELATED, "symbol"].nunique(),
            placed=rows.loc[rows["iso3"].notna(), "symbol"].nunique(),
        )
    )
    lines.append(translate("debates-unnamed", **_unnamed(counts.officials, counts.unnamed)))
    with suppress(CopyDamagedError):
        if found := debates.brought():
            lines.append(translate("debates-replaces", **_named(found[0])))
    return lines


def kept(record: Record) -> tuple[Brought, pd.DataFrame] | None:
    """Return the file that a user brought, with its rows; the state of a record tells when it changed.

    Raises:
        CopyDamagedError: If it is not as it was kept.
    """
    del record
    return debates.brought()


def meetings(record: Record, *, mandates: bool) -> pd.DataFrame:
    """Return who was heard by the file that a user brought, without what is on record: `COLUMNS`.

    Args:
        record: The installed tables.
        mandates: Whether the Secretary-General's related mandates are among them.

    Raises:
        CopyDamagedError: If it is not as it was kept.
    """
    found = record.once(kept)
    if found is None:
        return pd.DataFrame(columns=COLUMNS)
    file, rows = found
    side = _side(rows)
    parts = [not_on_record(record, rows[side == OWN_SIDE]), *([rows[side == RELATED]] if mandates else [])]
    rows = pd.concat(parts, ignore_index=True)
    thematic = [translate("debates-thematic", item=i18n.repeated(item)) for item in rows["topic"].fillna("")]
    item = rows["topic"].map(i18n.repeated, na_action="ignore").mask(rows["thematic"], pd.Series(thematic))
    return pd.DataFrame(
        {
            "date": rows["date"],
            "iso3": rows["iso3"],
            "situation": rows["situation"].fillna(item).fillna(translate("unknown")),
            "format": translate("debates-format"),
            "label": [translate("debates-label", office=i18n.repeated(office)) for office in rows["office"]],
            "symbol": rows["symbol"],
            "confidence": translate("coop-user", file=i18n.repeated(file.file)),
        },
        columns=COLUMNS,
    )


def not_on_record(record: Record, rows: pd.DataFrame) -> pd.DataFrame:
    """Return meetings of the human-rights side that are not on record.

    On record is a meeting by its number, or by a briefing of that day on the same country, or on any
    where the agenda item names none (as `sc_heard.held` tells).

    Args:
        record: The installed tables.
        rows: `debates.KEPT`.
    """
    acts = pd.concat([record.table(name)[["date", "iso3", "symbol", "action_type"]] for name in _TABLES])
    numbers = set(pd.concat([acts["symbol"], record.table("sc_heard")["symbol"]]).str.extract(_MEETING)[0])
    briefings = acts[acts["action_type"].isin(BRIEFINGS)]
    days = briefings.groupby("date")["iso3"].agg(set).to_dict()
    same = [
        day in days and (pd.isna(code) or code in days[day])
        for day, code in zip(rows["date"], rows["iso3"], strict=True)
    ]
    return rows[~rows["symbol"].isin(numbers) & ~pd.Series(same, index=rows.index, dtype="bool")]


def note(record: Record) -> str:
    """Say how many speeches by UN officials carry no office; nothing where no file was brought.

    Raises:
        CopyDamagedError: If it is not as it was kept.
    """
    found = record.once(kept)
    if found is None:
        return ""
    file = found[0]
    unnamed = _unnamed(file.officials, file.unnamed)
    return translate("debates-note", last=i18n.day(pd.Timestamp(file.last)), video=file.video, **unnamed)


def source(record: Record) -> str:
    """Name the file that a user brought, as a source of a figure; nothing where there is none.

    Raises:
        CopyDamagedError: If it is not as it was kept.
    """
    found = record.once(kept)
    layout = translate(f"layout-{debates.LAYOUT}")
    return translate("copy-source", layout=layout, **_named(found[0])) if found else ""


def table(file: Brought, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the file that is kept as a table for readers, one row."""
    return pd.DataFrame(
        [
            {
                "source": translate(f"layout-{debates.LAYOUT}"),
                "file": i18n.repeated(file.file),
                "brought": file.fetched,
                "hr_meetings": rows.loc[_side(rows) == OWN_SIDE, "symbol"].nunique(),
                "related": rows.loc[_side(rows) == RELATED, "symbol"].nunique(),
                "first": rows["date"].min().date(),
                "last": rows["date"].max().date(),
            }
        ]
    )


_TABLES = ("council_action", "council_crossing")


def _side(rows: pd.DataFrame) -> "pd.Series[str]":
    return rows["group"].map(heard.SIDE_OF)


def _named(file: Brought) -> dict[str, str]:
    return {"file": i18n.repeated(file.file), "day": i18n.day(file.fetched)}


def _unnamed(officials: int, unnamed: int) -> dict[str, object]:
    return {"officials": officials, "unnamed": unnamed, "day": i18n.day(heard.WHOLE_TO)}
