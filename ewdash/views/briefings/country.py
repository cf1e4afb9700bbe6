"""The briefing pack of one situation: what a delegate needs in two minutes, and a briefer on a screen."""

import functools
from collections.abc import Callable, Iterator

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Note, Section
from ewdash.i18n import translate
from ewdash.views import own_records, record_reach, settled, situation, stages
from ewdash.views import since as news
from ewdash.views.briefings import cooperation, councils, questions, violence
from ewdash.views.briefings.builder import Gathering, Heading, Maker, Preview, headings
from ewdash.views.briefings.request import Request
from ewdash.views.months import FAR_FUTURE, vintage_note

# The tables behind a situation's headline, measures and limits, and behind parts that are no block.
TABLES = ("conflict_month", "conflict_month_recent", "signal_month", "council_action", "council_crossing")
SECTIONS: dict[str, Maker[Request]] = {
    "alert": violence.ALERT,
    "map": violence.MAP,
    "trend": violence.TREND,
    "bridge": councils.BRIDGE,
    "due": councils.DUE,
    "gap": councils.GAP,
    "newyork": councils.NEW_YORK,
    "cooperation": cooperation.COOPERATION,
    "questions": questions.QUESTIONS,
}


def situation_briefing(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    since: str | None = None,
    viewer: str | None = None,
    day: pd.Timestamp | None = None,
) -> Briefing:
    """Assemble the pack of one situation.

    Args:
        country: Its iso3.
        month: Last of the twelve months it speaks of.
        years: Years back of the pictures; None is the whole record.
        sections: Keys of `SECTIONS` to include, in any order; the pack keeps its own.
        address: Of the page that makes it, printed in it.
        note: The analyst's note, if it is asked for.
        since: A moment, as the address writes it: what is new since then stands first; None asks nothing.
        viewer: Whose own records make a part, marked as theirs; None makes none.
        day: From which it is looked ahead (`due.section`).
        record: The installed tables.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    name = record.places.name(country)
    request = Request(country, name, month, years, record, day)
    answer = situation.answer(**request.arguments)
    gathering = Gathering()
    measures = answer.measures
    for more in (stages.stage_measure, situation.last_acts):
        measures += gathering.tried(functools.partial(more, **request.arguments)) or ()
    if since and request.at == FAR_FUTURE:  # nothing is new in a paper on the past
        gathering.add(functools.partial(news.section, record, since=since, scope=(country,), day=day))
    for key in _included(request, sections):
        gathering.add(functools.partial(SECTIONS[key].section, gathering, request))
    if viewer is not None:
        gathering.add(functools.partial(_own_records, gathering, request, viewer))
    unknown = _unknown(request)
    made = [SECTIONS[part.key] for part in gathering.parts if part.key in SECTIONS]
    behind = (table for maker in made for table in maker.tables)
    said = gathering.tried(functools.partial(settled.sentence, record, country, month))
    tables = [*TABLES, *([settled.TABLE] if said else []), *behind]
    return gathering.assemble(
        name=_file_name(request),
        title=name,
        subtitle=translate(
            "pack-subtitle" if request.at == FAR_FUTURE else "pack-subtitle-past", month=i18n.month(month)
        ),
        headline=answer.headline,
        measures=measures,
        notes=answer.notes,
        names=record.places.notes(country),
        unknown=unknown,
        cards=gathering.cards(record, tables),
        address=address,
        note=note,
    )


def situation_preview(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    sections: tuple[str, ...],
    since: str | None = None,
    viewer: str | None = None,
    day: pd.Timestamp | None = None,
) -> Preview:
    """Return what a page says of `situation_briefing` with the same arguments, without making its parts.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    request = Request(country, record.places.name(country), month, years, record, day)
    headline = situation.answer(**request.arguments).headline
    record_reach.ends(record)  # no paper is made without
    makers: list[Callable[[], Section | Heading]] = []
    if since and request.at == FAR_FUTURE:
        makers.append(functools.partial(news.section, record, since=since, scope=(country,), day=day))
    makers += [functools.partial(SECTIONS[key].heading, request) for key in _included(request, sections)]
    if viewer is not None:
        makers.append(functools.partial(_own_records, Gathering(), request, viewer))
    return Preview(_file_name(request), headline, headings(makers))


def _included(request: Request, sections: tuple[str, ...]) -> Iterator[str]:
    """Return the parts that a pack holds, in its order: one on the past looks ahead from no day."""
    for key in SECTIONS:
        if key in sections and (key not in situation.DATED or request.at == FAR_FUTURE):
            yield key


def _file_name(request: Request) -> str:
    return f"{request.country.lower()}-{request.month:%Y-%m}"


def _unknown(request: Request) -> list[str]:
    """Say what such a pack can never know, and what this month's record lacks."""
    ends = record_reach.ends(request.record)
    late = request.month.date() > request.record.card("conflict_month").provenance.covers_to
    return [
        *([translate("pack-unknown-past")] if request.at < FAR_FUTURE else []),
        *([vintage_note(request.record, "candidate")] if late else []),
        translate("pack-unknown-preliminary"),
        translate("pack-unknown-floor"),
        translate("pack-unknown-acts", hrc=i18n.day(ends["hrc"]), sc=i18n.day(ends["sc"])),
        translate("pack-unknown-crossings"),
        translate("pack-unknown-closed"),
    ]


def _own_records(gathering: Gathering, request: Request, viewer: str) -> Section:
    selection = {**request.arguments, "years": request.years, "viewer": viewer, "until": request.at}
    gathering.keep(own_records.block_of(**selection))
    return own_records.section(**selection)
