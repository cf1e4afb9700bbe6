"""What is due before both Councils: for one situation, a region, or the world, from a day on."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import due
from ewdash.charts.captions import source_line
from ewdash.charts.figures import Figure
from ewdash.data.record import Record
from ewdash.exports.briefing import Section
from ewdash.i18n import translate
from ewdash.model import symbols
from ewdash.model.datasets import Card
from ewdash.model.errors import DatasetMissingError, EwdashError, NothingDueError
from ewdash.model.vocabulary import MECHANISM_TYPES, MISSION_KINDS
from ewdash.views import due_strip, review_calendar
from ewdash.views.block import Block, block, with_headings
from ewdash.views.due_words import (
    asked_named,
    day_named,
    kind_named,
    last_presidency,
    meeting_named,
    names_of,
    place_named,
    presidency_named,
    state_named,
    unverified_mark,
)
from ewdash.views.months import FAR_FUTURE, as_of

TABLES = ("mandate_term", review_calendar.TABLE, "session")
MONTHS = 12
HORIZONS = {"12": MONTHS, "6": 6, "3": 3}  # months ahead, as the address writes them
ALL = "all"
BODIES = (ALL, "hrc", "sc")
_STUDY = ("special_rapporteur", "special_representative", "independent_expert", "designated_expert")
# What a reader narrows the list to: kinds of mandate, and reviews.
KINDS: dict[str, tuple[str, ...]] = {
    ALL: (*MECHANISM_TYPES, *MISSION_KINDS, due.REVIEW),
    "country-mandate": _STUDY,
    "investigation": tuple(kind for kind in MECHANISM_TYPES if kind not in _STUDY),
    "mission": tuple(kind for kind in MISSION_KINDS if not kind.startswith("sanctions")),
    "sanctions": tuple(kind for kind in MISSION_KINDS if kind.startswith("sanctions")),
    "review": (due.REVIEW,),
}
COLUMNS = [
    *("date", "body", "country", "due_what", "due_mandate", "due_state", "symbol", "ends", "due_meeting"),
    *("presidency", "asked", "confidence", "due_source"),
]
PAPER = ["date", "body", "country", "due_what", "due_mandate", "due_meeting", "due_state"]
# States of a mandate without an end to come, in the order of their list.
UNDATED = (due.PAST, due.FINAL_PAST, due.OPEN, due.UNKNOWN)


@dataclass(frozen=True)
class Scope:
    """Whose dues are asked for: a day, the places (None is all), and how the list is narrowed."""

    day: pd.Timestamp
    codes: tuple[str, ...] | None = None
    name: str = ""  # inside a sentence; "" is the world
    months: int = MONTHS
    body: str = ALL
    kind: str = ALL
    thematic: bool = False  # whether it is told that rows of no one country are left out
    country: str = ""  # the iso3 of the one situation that is asked for
    past: bool = False  # whether a view of the past asks, which knows no calendar of reviews compiled later

    @property
    def reviews(self) -> bool:
        """Whether reviews are among what is asked for."""
        return not self.past and due.REVIEW in KINDS[self.kind] and self.body in (ALL, due.HRC.lower())

    @property
    def only(self) -> str:
        """To what body and kind the list is narrowed, in words; "none" where it is not."""
        body = translate(f"due-body-{self.body}") if self.body != ALL else ""
        kind = translate(f"due-kind-{self.kind}") if self.kind != ALL else ""
        return "; ".join(filter(None, [body, kind])) or "none"

    def of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows inside the scope; those of no one country are of the world alone."""
        rows = rows[rows["kind"].isin(KINDS[self.kind])]
        if self.body != ALL:
            rows = rows[rows["body"] == self.body.upper()]
        if self.past:
            rows = rows[rows["what"] != due.REVIEW]
        return rows if self.codes is None else rows[rows["iso3"].isin(self.codes)]


def record_day(record: Record) -> pd.Timestamp:
    """Return the day on which the terms were last compiled: where no clock is asked, it is looked from it."""
    return pd.Timestamp(record.card(TABLES[0]).provenance.accessed)


def listing(record: Record, day: pd.Timestamp) -> pd.DataFrame:
    """Return everything due as of a day (`due.listing`); without reviews where their table is missing.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: If terms or sessions cannot be read.
    """
    return record.recent(_listing, day, i18n.LANGUAGE.get())


def _listing(record: Record, day: pd.Timestamp, language: str) -> pd.DataFrame:
    del language  # drafts are told in the reader's
    reviews = pd.DataFrame() if review_calendar.fault(record) else record.table(review_calendar.TABLE)
    rows = due.listing(record.table("mandate_term"), reviews, record.table("session"), day=day)
    try:
        acts = record.table("council_action")
    except DatasetMissingError:
        return rows.assign(drafts="")
    drafts = due.failed_drafts(rows, acts, day=day)
    said = ["; ".join(map(_draft, found.to_dict("records"))) if len(found) else "" for found in drafts]
    return rows.assign(drafts=said)


def _draft(act: dict[Hashable, Any]) -> str:
    """Say when a draft was not adopted; whether it was to renew a term is not on record."""
    day, symbol = i18n.day(act["date"]), symbols.bracketed(act["symbol"])
    return translate("due-draft", day=day, symbol=symbol, mark=unverified_mark(act))


def scoped(
    record: Record,
    *,
    day: pd.Timestamp,
    region: str | None,
    group: str | None,
    months: int = MONTHS,
    body: str = ALL,
    kind: str = ALL,
) -> Scope:
    """Return the scope of a region and group; of the world, thematic mandates too."""
    places = record.places
    return Scope(
        day,
        places.scope(region=region, group=group),
        places.scope_name(region=region, group=group) if region or group else "",
        months,
        body,
        kind,
        thematic=bool(region or group),
    )


def of_one(record: Record, country: str, day: pd.Timestamp | None, month: pd.Timestamp) -> Scope:
    """Return the scope of one situation: with the places whose deaths are filed under it.

    Args:
        country: Its iso3.
        day: From which it is looked ahead; None is `record_day`.
        month: That a page looks from: from a past one it is looked ahead from its last day (`as_of`).
        record: The installed tables.
    """
    places, at = record.places, as_of(record, month)
    past = at < FAR_FUTURE
    start = at if past else day or record_day(record)
    return Scope(start, places.held(country), places.said(country), country=country, past=past)


def headline(record: Record, **selection: Any) -> str:  # noqa: ANN401 - of `scoped`
    """Say in a sentence or two how much is due, and how many recorded ends have passed."""
    return _sentence(record, scoped(record, **selection))


def _sentence(record: Record, scope: Scope) -> str:
    rows = scope.of(listing(record, scope.day))
    ahead = due.coming(rows, day=scope.day, months=scope.months)
    terms = ahead[ahead["what"] == due.TERM]
    over = rows[rows["state"].isin([due.PAST, due.FINAL_PAST])]
    inside = rows[rows["state"] == due.IN_MONTH]
    return translate(
        "headline-due",
        recalled=_recalled(pd.concat([ahead, inside, over])),
        inside=len(inside),
        month=i18n.month(scope.day),
        months=scope.months,
        day=i18n.day(scope.day),
        scope=scope.name or translate("scope-world"),
        only=scope.only,
        hrc=_count(terms[terms["body"] == due.HRC]),
        sc=_count(terms[terms["body"] == due.SC]),
        reports=_count(ahead[~ahead["what"].isin([due.TERM, due.REVIEW])]),
        reviews=int((ahead["what"] == due.REVIEW).sum()) if scope.reviews else "left",
        # of one situation a note says it
        reach=(review_calendar.reach(record) if scope.reviews and not scope.country else "") or "none",
        past=_count(rows[rows["state"] == due.PAST]),
        final=_count(rows[rows["state"] == due.FINAL_PAST]),
    )


def _count(rows: pd.DataFrame) -> int:
    """Return how many things rows are: what is on several countries is one."""
    return len(rows.drop_duplicates(["body", "mandate", "what", "meeting"]))


def _recalled(rows: pd.DataFrame) -> int:
    """Return how many of the things that rows are (`_count`, reviews one by one) rest on a recalled row."""
    unsure = rows[rows["confidence"] != "verified"]
    reviews = unsure["what"] == due.REVIEW
    return int(reviews.sum()) + _count(unsure[~reviews])


def ahead(record: Record, **selection: Any) -> Block:  # noqa: ANN401 - of `scoped`
    """Draw and list what is due within the months looked ahead, in order of date."""
    return _ahead(record, scoped(record, **selection))


def _ahead(record: Record, scope: Scope) -> Block:
    every = scope.of(listing(record, scope.day))
    rows = due.coming(every, day=scope.day, months=scope.months)
    return block(
        "due",
        _picture(record, rows, scope) if len(rows) else None,
        table(record, rows),
        *cards(record),
        notes=_notes(record, every, rows, scope),
        **facts(scope, len(rows)),
    )


def nothing(record: Record, what: str, scope: Scope) -> NothingDueError:
    """Return the error that nothing is on record, with the reach of reviews.

    Args:
        what: ``country``, ``past`` or ``both``.
        scope: Whose dues are asked for.
        record: The installed tables.
    """
    reach = (review_calendar.reach(record) if scope.reviews else "") or "none"
    day = i18n.day(scope.day) if scope.day < record_day(record) else "none"
    return NothingDueError(what=what, scope=facts(scope, 0)["scope"], reach=reach, day=day)


def facts(scope: Scope, items: int) -> dict[str, Any]:
    """Return what the caption of a list of so many items says of its scope."""
    return {
        "scope": scope.name or translate("scope-world"),
        "months": scope.months,
        "day": i18n.day(scope.day),
        "items": items,
        "only": scope.only,
    }


def cards(record: Record) -> list[Card]:
    """Return the cards of the tables that are at hand."""
    fault = review_calendar.fault(record)
    return [record.card(name) for name in TABLES if not fault or name != review_calendar.TABLE]


def _notes(record: Record, every: pd.DataFrame, shown: pd.DataFrame, scope: Scope) -> tuple[str, ...]:
    """Say what of the scope the list leaves out, and why: nothing is left out in silence."""
    later = every["state"].isin(due.COMING) & ~every.index.isin(shown.index)
    whole = replace(scope, codes=None).of(listing(record, scope.day))
    left = {
        "due-note-later": every[later],
        "due-note-passed": every[every["state"] == due.PASSED],
        "due-note-thematic": whole[whole["iso3"].isna()] if scope.thematic else whole.head(0),
    }
    notes = [
        translate(key, count=len(part), recalled=int(part["confidence"].ne("verified").sum()))
        for key, part in left.items()
        if len(part)
    ]
    if not scope.country:  # of one State its own note says it
        notes += _in_month(record, every)
    if scope.day < record_day(record):
        reviews = "past" if scope.past else "none"
        if scope.reviews and not review_calendar.fault(record):
            reviews = i18n.day(record.card(review_calendar.TABLE).provenance.accessed)
        notes += [translate("due-note-early", reviews=reviews), *days_known(record, scope.day)]
    return tuple(filter(None, [" ".join(notes), _reviews_known(record, scope)]))


def days_known(record: Record, day: pd.Timestamp) -> tuple[str, ...]:
    """Say of a past day that the days of later sessions are those known now; nothing of a present one."""
    return (translate("due-note-days", day=i18n.day(day)),) if day < record_day(record) else ()


def _in_month(record: Record, rows: pd.DataFrame, *, named: bool = True) -> list[str]:
    """Say which reviews are of the month of the day: they may be to come or have taken place."""
    rows = rows[rows["state"] == due.IN_MONTH]
    if rows.empty:
        return []
    names = sorted(place_named(record, code) for code in rows["iso3"])
    return [
        translate(
            "due-note-in-month",
            count=len(rows),
            month=i18n.month(rows["opens"].iloc[0]),
            names=record.places.shortened(names) if named else "none",
            recalled=int(rows["confidence"].ne("verified").sum()),
        )
    ]


def _reviews_known(record: Record, scope: Scope) -> str:
    """Say how far reviews to come are on record, and of whom none is; nothing where none are asked for."""
    if not scope.reviews:
        return ""
    if fault := review_calendar.fault(record):
        return fault
    reach = review_calendar.reach(record)
    if scope.country:
        return review_calendar.sentence(record, scope.country, scope.day)
    missing = review_calendar.unknown(record, scope.codes)
    names = record.places.shortened(sorted(map(record.places.name, missing))) or "none"
    return translate("due-note-reviews", reach=reach, names=names) if reach else ""


def _picture(record: Record, rows: pd.DataFrame, scope: Scope) -> Figure:
    alone = scope.codes is not None and len(set(rows["iso3"].dropna())) < 2
    return due_strip.picture(record, rows, day=scope.day, months=scope.months, alone=alone)


def table(record: Record, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of `due.listing` in words, in the columns of `COLUMNS`."""
    last = last_presidency(record)
    return pd.DataFrame([_worded(record, row, last) for row in rows.to_dict("records")], columns=COLUMNS)


def _worded(record: Record, row: dict[Hashable, Any], last: int) -> dict[str, Any]:
    return {
        "date": day_named(row),
        "body": translate(f"body-{row['body'].lower()}"),
        "country": place_named(record, row["iso3"]),
        "due_what": kind_named(row["what"]),
        "due_mandate": row["mandate"] or translate("due-review-of", session=row["meeting"].split()[1]),
        "symbol": row["set_by"] if isinstance(row["set_by"], str) else "",
        "ends": row["ends"].date() if pd.notna(row["ends"]) else None,
        "due_meeting": meeting_named(row),
        "presidency": presidency_named(record, row, last),
        "asked": asked_named(row) if row["what"] == due.TERM else "",
        "due_state": "; ".join(filter(None, [state_named(row), row["drafts"]])),
        "confidence": translate(f"confidence-{row['confidence']}"),
        "due_source": row["source"],
    }


def listed(record: Record, /, **selection: Any) -> Block:  # noqa: ANN401 - of `scoped`
    """List what is due within the months looked ahead, without a picture."""
    return replace(_ahead(record, scoped(record, **selection)), figure=None)


def past(record: Record, **selection: Any) -> Block:  # noqa: ANN401 - of `scoped`
    """List the mandates whose recorded end has passed, those without a term, and those of no known term.

    Raises:
        NothingDueError: If there is none.
    """
    scope = scoped(record, **selection)
    rows = scope.of(listing(record, scope.day))
    rows = rows[(rows["what"] == due.TERM) & rows["state"].isin(UNDATED)]
    if rows.empty:
        raise nothing(record, "past", scope)
    order = rows["state"].map(UNDATED.index)
    rows = rows.assign(order=order).sort_values(["order", "date"], kind="stable", ascending=[True, False])
    states = {state: _count(rows[rows["state"] == state]) for state in UNDATED}
    return block(
        "due-past",
        None,
        table(record, rows).drop(columns=["due_what", "date"]),
        *cards(record),
        **facts(scope, sum(states.values())),
        recalled=_recalled(rows),
        past=states[due.PAST],
        final=states[due.FINAL_PAST],
        open=states[due.OPEN],
        unknown=states[due.UNKNOWN],
    )


def of_country(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    day: pd.Timestamp | None = None,
) -> Block:
    """Draw and list all terms of one situation: due, past, open and not known; looked at from a day.

    Args:
        country: Its iso3.
        month: That the page looks from; a past one is looked ahead from in place of the day (`of_one`).
        years: Not needed.
        day: The day; None is `record_day`.
        record: The installed tables.

    Raises:
        NothingDueError: If no term, report or review of it is on record.
    """
    del years
    scope = of_one(record, country, day, month)
    every = scope.of(listing(record, scope.day))
    if every.empty:
        raise nothing(record, "country", scope)
    rows = every[every["state"] != due.PASSED]
    drawn = due.coming(rows, day=scope.day, months=scope.months)
    return block(
        "due",
        _picture(record, drawn, scope) if len(drawn) else None,
        table(record, rows),
        *cards(record),
        notes=(
            " ".join([_sentence(record, scope), *_past_named(record, every, scope.codes)]),
            *_notes(record, every, rows, scope),
        ),
        place=record.places.name(country),
        **facts(scope, len(drawn)),
    )


def _past_named(record: Record, rows: pd.DataFrame, held: tuple[str, ...] | None) -> list[str]:
    """Name the mandates past the recorded end, and apart from them those past that of a final term."""
    return [
        translate(key, **names_of(record, passed, held))
        for key, state in (("due-past-named", due.PAST), ("due-final-past-named", due.FINAL_PAST))
        if len(passed := rows[(rows["what"] == due.TERM) & (rows["state"] == state)])
    ]


def _on_record(
    record: Record, scope: tuple[str, ...] | None, name: str, day: pd.Timestamp | None
) -> tuple[Scope, pd.DataFrame]:
    """Return the scope of a `section` and everything due in it."""
    held = (
        None
        if scope is None
        else tuple(dict.fromkeys(code for own in scope for code in record.places.held(own)))
    )
    alone = scope[0] if scope is not None and len(scope) == 1 else ""
    asked = Scope(day or record_day(record), held, name, country=alone)
    every = asked.of(listing(record, asked.day))
    if every.empty:
        raise nothing(record, "country", asked)
    return asked, every


def message(
    record: Record, *, scope: tuple[str, ...] | None, name: str, day: pd.Timestamp | None = None
) -> str:
    """Return the sentence of a `section`, with the same arguments.

    Raises:
        NothingDueError: If nothing is on record.
    """
    return _sentence(record, _on_record(record, scope, name, day)[0])


def section(
    record: Record, *, scope: tuple[str, ...] | None, name: str, day: pd.Timestamp | None = None
) -> Section:
    """Return what is due as a part of a briefing.

    Args:
        scope: Codes of the selection; None is the world.
        name: The selection inside a sentence.
        day: From which it is looked ahead; None is `record_day`.
        record: The installed tables.

    Raises:
        NothingDueError: If nothing is on record.
    """
    asked, every = _on_record(record, scope, name, day)
    held = asked.codes
    rows = due.coming(every, day=asked.day, months=asked.months)
    columns = [column for column in PAPER if column != "country" or held is None or len(held) > 1]
    lines = _past_named(record, every, held)
    return Section(
        key="due",
        title=translate("part-due"),
        message=_sentence(record, asked),
        lines=(*lines, *_notes(record, every, rows, asked), translate("due-sequence")),
        table=with_headings(table(record, rows)[columns]) if len(rows) else None,
        source=source_line(*cards(record)),
    )


def lines(
    record: Record, *, scope: tuple[str, ...] | None, since: date, day: pd.Timestamp | None = None
) -> tuple[str, ...]:
    """Say what is due within ninety days, and which recorded ends have passed since a moment.

    Args:
        scope: Codes of the selection; None is the world.
        since: The last day of the moment.
        day: From which it is looked ahead; None is `record_day`.
        record: The installed tables.
    """
    held = None if scope is None else tuple(code for own in scope for code in record.places.held(own))
    now = day or record_day(record)
    try:
        rows = Scope(now, held).of(listing(record, now))
    except EwdashError as error:
        return (str(error),)
    near = due.within_days(rows, day=now)
    alone = held is not None and len(held) == 1
    reviews = near[near["what"] == due.REVIEW] if not alone else near.iloc[:0]  # of several: counted
    near = near.drop(reviews.index)
    passed = due.newly_past(rows, since=pd.Timestamp(since))
    facts = {"day": i18n.day(now), "days": due.QUARTER}
    sentences = [
        translate(
            "due-near",
            reviews=len(reviews),
            **names_of(record, near, held, reviews),
            **facts,
        )
        if len(near) or len(reviews)
        else translate("due-near-none", **facts)
    ]
    sentences += _in_month(record, rows, named=alone)
    for key, state in (("due-past-since", due.PAST), ("due-final-past-since", due.FINAL_PAST)):
        if len(part := passed[passed["state"] == state]):
            sentences.append(translate(key, **names_of(record, part, held)))
    return tuple(sentences)
