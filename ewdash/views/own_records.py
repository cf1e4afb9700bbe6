"""A user's own violation records as values: in tables, beside official figures and in briefings.

They are marked *user upload* wherever they are shown, and never added to an official figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.charts import own_records as charts
from ewdash.data import own_records
from ewdash.data.own_records import Likeness
from ewdash.data.record import Record
from ewdash.data.record_sheets import Reading, term
from ewdash.exports.briefing import Section
from ewdash.exports.record_sheets import said
from ewdash.i18n import translate
from ewdash.model.errors import NothingOwnError
from ewdash.model.violations import LISTS, TEAM, VERIFICATION, VICTIMS
from ewdash.views.block import Block, block, with_headings
from ewdash.views.months import FAR_FUTURE, country_months, reaching

LATEST = 12  # records that a briefing lists
SHOWN = (
    *("record_id", "date_from", "date_to", "country", "admin1", "violation_type", *VICTIMS),
    *("source_type", "verification", "note", "owner", "written"),
)


def listed(record: Record, records: pd.DataFrame) -> pd.DataFrame:
    """Return records as a table for readers, newest first: `SHOWN`, closed lists in words."""
    names = record.places.options()
    rows = records.sort_values(["date_from", "record_id"], ascending=[False, True], ignore_index=True)
    rows = rows.assign(
        country=[names.get(code, code) for code in rows["iso3"]],
        date_from=rows["date_from"].dt.date,
        date_to=rows["date_to"].dt.date,
        owner=[translate("records-team") if owner == TEAM else owner for owner in rows["owner"]],
        **{name: [term(name, key) for key in rows[name]] for name in LISTS},
    )
    return rows[list(SHOWN)]


@dataclass(frozen=True)
class Kept:
    """What a viewer sees of the file: the records, and id and wrong column of each line that is none."""

    records: pd.DataFrame
    faults: tuple[tuple[str, str], ...]


def kept(record: Record, *, viewer: str) -> Kept:
    """Return what a viewer sees of the file.

    Raises:
        NotesUnusableError: If the file cannot be read.
    """
    del record
    return Kept(own_records.load(viewer), own_records.faults(viewer))


def filtered(
    records: pd.DataFrame, *, countries: Sequence[str], types: Sequence[str], steps: Sequence[str]
) -> pd.DataFrame:
    """Return the records that are asked for; an empty list asks for all."""
    for name, values in (("iso3", countries), ("violation_type", types), ("verification", steps)):
        if values:
            records = records[records[name].isin(values)]
    return records


def refusals(reading: Reading) -> pd.DataFrame:
    """Return why cells were refused: ``row``, ``column``, ``value``, ``reason``."""
    lines = [(one.row, one.column, i18n.repeated(one.value), said(one)) for one in reading.refusals]
    return pd.DataFrame(lines, columns=["row", "column", "value", "reason"])


def summary(reading: Reading) -> str:
    """Say in a sentence or two what a file brings."""
    sentences = [
        translate(
            "records-read",
            rows=reading.rows,
            good=len(reading.records),
            refused=len(reading.refused),
            known=reading.known,
        )
    ]
    if reading.unread:
        columns = i18n.listing(i18n.repeated(name) for name in reading.unread)
        sentences.append(translate("records-unread", columns=columns, number=len(reading.unread)))
    if reading.encoding == "cp1252":
        sentences.append(translate("records-encoding"))
    return " ".join(sentences)


def preview(record: Record, reading: Reading) -> pd.DataFrame:
    """Return the records that a file brings as a table for readers, with their ``row`` first."""
    names = record.places.options()
    lines = [
        {
            "row": number,
            **values,
            "country": names.get(values["iso3"], values["iso3"]),
            **{name: term(name, values[name]) for name in LISTS},
        }
        for number, values in zip(reading.numbers, reading.records, strict=True)
    ]
    return pd.DataFrame(lines, columns=["row", *SHOWN[:-2]]).astype(dict.fromkeys(VICTIMS, "Int64"))


def likenesses(record: Record, reading: Reading, found: Sequence[Likeness]) -> pd.DataFrame:
    """Return which rows may be of an incident that is there already: ``own``, ``row`` and what is like it."""
    rows = preview(record, reading)
    lines = [
        {
            "own": False,
            "row": reading.numbers[like.new],
            "like": translate("records-like-kept", record=i18n.repeated(like.other), days=like.days)
            if like.other_new is None
            else translate("records-like-row", row=str(reading.numbers[like.other_new]), days=like.days),
            **rows.iloc[like.new][["date_from", "country", "violation_type", *VICTIMS]].to_dict(),
        }
        for like in found
    ]
    columns = ["own", "row", "like", "date_from", "country", "violation_type", *VICTIMS]
    return pd.DataFrame(lines, columns=columns)


def history(lines: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a history as a table for readers, newest first: when, who, what, why."""
    return pd.DataFrame(
        [
            {
                "changed": line["changed"],
                "changed_by": line["changed_by"] or translate("unknown"),
                "act": translate(f"records-act-{line['act'].replace('_', '-')}"),
                "difference": own_records.difference(line["before"], line["after"]),
                "reason": line["reason"],
            }
            for line in reversed(lines)
        ],
        columns=["changed", "changed_by", "act", "difference", "reason"],
    )


def counted(record: Record, *, viewer: str) -> dict[str, int]:
    """Return iso3 -> number of a viewer's records, most first.

    Raises:
        NotesUnusableError: If the file cannot be read.
    """
    del record
    counts = own_records.load(viewer)["iso3"].value_counts()
    return {str(code): int(number) for code, number in counts.items()}


def by_month(records: pd.DataFrame) -> pd.DataFrame:
    """Count records by the month of their first day and by type, with their verification.

    Returns:
        ``month``, ``violation_type`` in words, ``records``, a column for each step of verification, and
        ``victims_known``: in how many of them a number of victims is given. Victims are not added up.
    """
    known = records[list(VICTIMS)].notna().any(axis=1)
    rows = records.assign(
        month=records["date_from"].dt.to_period("M").dt.to_timestamp(),
        records=1,
        victims_known=known.astype(int),
        **{step: records["verification"].eq(step).astype(int) for step in VERIFICATION},
    )
    counts = rows.groupby(["month", "violation_type"], as_index=False)[
        ["records", *VERIFICATION, "victims_known"]
    ].sum()
    words = [term("violation_type", key) for key in counts["violation_type"]]
    return counts.assign(month=counts["month"].dt.date, violation_type=words)


def block_of(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    viewer: str,
    until: pd.Timestamp = FAR_FUTURE,
) -> Block:
    """Draw a viewer's records of one country by month and verification.

    Args:
        country: Its iso3.
        month: A month that the axis holds.
        years: Whole years back from the end of the record; None is all of it.
        viewer: Whose records.
        until: No record that begins later; own records may be newer than any official figure.
        record: The installed tables.

    Raises:
        NothingOwnError: If there are none in the period.
        NotesUnusableError: If the file cannot be read.
    """
    places = record.places
    period = reaching(country_months(record), years, month)
    records = own_records.of_country(viewer, country, (period[0], until))
    if records.empty:
        raise NothingOwnError(country=places.said(country))
    first = min(period[0], records["date_from"].min())
    last = max(period[1], records["date_from"].max() + pd.offsets.MonthEnd(0))
    months = records["date_from"].dt.to_period("M").dt.to_timestamp()
    grouped = records.assign(month=months).groupby(["month", "verification"])
    counts = grouped.size().rename("records").reset_index()
    made = block(
        "own-records",
        charts.by_month(counts, period=(first, last)),
        by_month(records),
        boundaries=places.notes(country),
        country=places.name(country),
        records=len(records),
    )
    return replace(made, source=source(records), notes=(translate("records-mark"),))


def source(records: pd.DataFrame) -> str:
    """Return what stands as the source of a figure of own records: whose upload, and of what day."""
    owners = i18n.listing(
        translate("records-team") if owner == TEAM else i18n.repeated(owner) or translate("unknown")
        for owner in sorted(set(records["owner"]))
    )
    return translate("records-source", owners=owners, day=i18n.day(records["written"].max()))


def section(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    viewer: str,
    until: pd.Timestamp = FAR_FUTURE,
) -> Section:
    """Return a viewer's records of one country as a part of a briefing: the newest as a table.

    Raises:
        NothingOwnError: If there are none in the period.
        NotesUnusableError: If the file cannot be read.
    """
    made = block_of(record, country=country, month=month, years=years, viewer=viewer, until=until)
    first = reaching(country_months(record), years, month)[0]
    records = own_records.of_country(viewer, country, (first, until))
    counts = records["verification"].value_counts()
    lines = [
        translate("records-step-counted", step=term("verification", step), records=int(counts[step]))
        for step in reversed(VERIFICATION)
        if step in counts
    ]
    newest = listed(record, records).head(LATEST)
    table = newest.assign(victims=[charts.victims(row) for row in newest.to_dict("records")])[
        ["date_from", "date_to", "admin1", "violation_type", "victims", "source_type", "verification"]
    ]
    more = len(records) - len(newest)
    return Section(
        key="own",
        title=translate("part-own-records"),
        message=translate("records-message", country=record.places.name(country), records=len(records)),
        lines=(
            *lines,
            *([translate("records-more", number=more)] if more else []),
            translate("records-mark"),
        ),
        table=with_headings(table),
        source=made.source,
    )
