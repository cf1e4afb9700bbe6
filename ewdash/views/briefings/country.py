"""The briefing pack of one situation: what a delegate needs in two minutes, and a briefer on a screen."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, responses, vintages
from ewdash.analysis.connections import alive
from ewdash.analysis.council_acts import number
from ewdash.charts import timelines
from ewdash.charts.captions import caption, source_line
from ewdash.data.geometry import has_shape
from ewdash.data.own_records import TABLE
from ewdash.data.record import UNUSABLE, Record
from ewdash.exports.briefing import Briefing, Map, Note, Section
from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError, NotesUnusableError
from ewdash.model.lanes import CROSSINGS, NAMED
from ewdash.model.symbols import bracketed
from ewdash.views import (
    cooperation,
    councils,
    country_councils,
    due,
    long_events,
    own_records,
    peaks,
    record_reach,
    settled,
    signals,
    situation,
    stages,
    violence,
)
from ewdash.views import since as news
from ewdash.views.block import block, with_headings
from ewdash.views.briefings.builder import Gathering, Heading, Preview, section
from ewdash.views.months import FAR_FUTURE, as_of, country_months, period, vintage_note
from ewdash.views.world import map_label, world_spec

# The tables behind a situation's headline, measures and limits, and behind parts that are no block.
TABLES = ("conflict_month", "conflict_month_recent", "signal_month", "council_action", "council_crossing")
PART_TABLES = {
    "alert": ("track_record", "track_peer"),
    "map": ("geometry",),
    "trend": ("conflict_year",),
    "newyork": ("hrc_mechanism",),
    "cooperation": cooperation.TABLES,
    "questions": ("hrc_mechanism",),
}
LANES = ("hrc", "between", "sc", "state")
MAX_ACCESS = 2  # texts on access that are read out; the table has all
RESOLUTION_DAY = pd.Timestamp("2020-10-07")  # resolution 45/31


@dataclass(frozen=True)
class Request:
    """What the parts of one pack have in common."""

    country: str
    name: str
    month: pd.Timestamp
    years: int | None
    record: Record
    day: pd.Timestamp | None = None  # from which it is looked ahead

    @property
    def said(self) -> str:
        """The name inside a sentence."""
        return self.record.places.said(self.country)

    @property
    def at(self) -> pd.Timestamp:
        """The last day the pack knows of."""
        return as_of(self.record, self.month)

    @property
    def period(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and last day of its pictures."""
        return period(
            country_months(self.record), self.years, ends=None if self.at == FAR_FUTURE else self.at
        )

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that every view of a situation takes."""
        return {
            "country": self.country,
            "month": self.month,
            "record": self.record,
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
        gathering.add(functools.partial(SECTIONS[key], gathering, request))
    if viewer is not None:
        gathering.add(functools.partial(_own_records, gathering, request, viewer))
    unknown = _unknown(request)
    parts_tables = dict.fromkeys(table for part in gathering.parts for table in PART_TABLES.get(part.key, ()))
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
        cards=gathering.cards(record, [*TABLES, *parts_tables]),
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
    makers += [functools.partial(HEADINGS[key], request) for key in _included(request, sections)]
    if viewer is not None:
        makers.append(functools.partial(_own_records, Gathering(), request, viewer))
    parts = []
    for make in makers:
        try:
            part = make()
        except NotesUnusableError:
            UNUSABLE.get([]).append(TABLE)  # a lock passes: the view is made again
        except EwdashError:  # the paper has the reason
            pass
        else:
            parts.append(Heading(part.title, part.message))
    return Preview(_file_name(request), headline, tuple(parts))


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


def _alert_heading(request: Request) -> Heading:
    return Heading(translate("pack-alert"), signals.alert_card(**request.arguments).headline)


def _alert(gathering: Gathering, request: Request) -> Section:
    del gathering
    card = signals.alert_card(**request.arguments)
    return Section(
        key="alert",
        title=translate("pack-alert"),
        message=card.headline,
        lines=tuple(f"{label}: {text}" for label, text in card.lines),
        spoken=card.loud,
    )


def _own_records(gathering: Gathering, request: Request, viewer: str) -> Section:
    selection = {**request.arguments, "years": request.years, "viewer": viewer, "until": request.at}
    gathering.keep(own_records.block_of(**selection))
    return own_records.section(**selection)


def _map_heading(request: Request) -> Heading:
    if not has_shape(request.country):
        raise NotCoveredError(table=translate("part-map"), country=request.name)
    title = translate("chart-map-country", country=request.name, month=i18n.month(request.month))
    return Heading(title, map_label(request.record, request.country, request.month))


def _map(gathering: Gathering, request: Request) -> Section:
    del gathering
    places = request.record.places
    title, label = _map_heading(request)
    spec, source = world_spec(request.record, month=request.month, around=request.country)
    facts = {"country": request.name, "month": i18n.month(request.month)}
    return Section(
        key="map",
        title=title,
        message=label,
        drawing=Map({**spec, "title": title}, (request.country,), places.options()),
        alt=f"{title}. {label}",
        caption=caption("map-country", **facts),
        source=source,
        half=True,
    )


def _years(request: Request) -> dict[str, Any]:
    """Return the arguments of the years that are drawn."""
    ends = None if request.at == FAR_FUTURE else request.at
    return {"years": request.years, "ends": ends, **request.arguments}


def _trend_heading(request: Request) -> Heading:
    title = translate("chart-by-type", country=request.name)
    drawn = violence.by_year(**_years(request))
    years = drawn["year"].tolist()
    if not drawn["deaths_best"].sum():
        span = {"first": str(min(years)), "last": str(max(years))}
        return Heading(title, translate("pack-trend-none", country=request.name, **span))
    final = request.record.of("conflict_year", request.country)
    rows = zip(*(final[name].tolist() for name in ("year", "type", "deaths_best")), strict=True)
    deaths = {(year, kind): int(number) for year, kind, number in rows if year in years}
    if not deaths:
        raise NotCoveredError(table=title, country=request.name)
    last = max(year for year, _ in deaths)
    kinds = {kind: number for (year, kind), number in deaths.items() if year == last}
    undrawn = settled.undrawn_sentence(request.record, request.country)
    undrawn = undrawn or settled.country_sentence(request.record, request.country)
    return Heading(
        title,
        translate(
            "pack-trend",
            undrawn=undrawn if undrawn and drawn["preliminary"].any() else "none",
            country=request.name,
            year=str(last),
            deaths=sum(kinds.values()),
            **{kind: kinds.get(kind, 0) for kind in ("state_based", "non_state", "one_sided")},
        ),
    )


def _trend(gathering: Gathering, request: Request) -> Section:
    chart = gathering.keep(violence.by_type(**_years(request)))
    title, message = _trend_heading(request)
    if not chart.table["deaths_best"].sum():
        return Section(key="trend", title=title, message=message, source=chart.source)
    return section(chart, key="trend", message=message, half=True)


def _acts(request: Request) -> pd.DataFrame:
    """Return the acts in the period of the pictures."""
    first, last = request.period
    rows = councils.lanes_of(request.record, request.country)
    return rows[rows["date"].between(first, last)]


def _bridge_heading(request: Request) -> Heading:
    signals.signals(request.record)
    long_events.releases(request.record)
    acts = _acts(request)
    verified_acts = acts[acts["verified"] & (acts["act_class"] != "review")]
    crossings = verified_acts[verified_acts["act_class"].isin(CROSSINGS)]
    crossings = crossings[crossings["action_type"] != NAMED]
    own = verified_acts[verified_acts["council"].isin(["hrc", "sc"]) & verified_acts["lane"].ne("between")]
    return Heading(
        translate("chart-brief", country=request.name, acts=number(acts)),
        translate(
            "pack-bridge",
            first=i18n.month(request.period[0]),
            acts=councils.counted(own),
            heard=int(crossings["date"].nunique()),
        ),
    )


def _bridge(gathering: Gathering, request: Request) -> Section:
    first, last = request.period
    all_months = country_months(request.record, [request.country])
    rows = all_months[all_months["month"].between(first, last)]
    period_acts = _acts(request)
    signal_rows = signals.signals_of(request.record, request.country)
    signal_rows = signal_rows[signal_rows["month"].between(first, last)]
    lanes = [lane for lane in LANES if lane in ("hrc", "sc") or (period_acts["lane"] == lane).any()]
    known = long_events.spans(request.record, request.country, (first, last))
    months = vintages.drawn(rows)
    chart = block(
        "brief",
        timelines.brief(
            months,
            signal_rows,
            period_acts,
            lanes=lanes,
            period=(first, last),
            spans=known,
            peaks=peaks.highest(request.record, request.country, months, (first, last)),
        ),
        councils.listed(period_acts),
        request.record.card("conflict_month"),
        request.record.card("conflict_month_recent"),
        request.record.card("council_action"),
        notes=tuple(long_events.sentences(rows, known)),
        country=request.name,
        acts=number(period_acts),
    )
    gathering.keep(chart)
    gathering.tables.append(_months(rows, all_months, signal_rows, request))
    return section(chart, key="bridge", message=_bridge_heading(request).message)


def _months(
    rows: pd.DataFrame, all_months: pd.DataFrame, signal_rows: pd.DataFrame, request: Request
) -> Table:
    """Return the numbers behind the headline and the bridge, month by month."""
    table = rows.merge(levels.timeline(all_months), on=["month", "vintage"], how="left")
    table = table.merge(
        signal_rows[["month", "vintage", "stage", "alert"]], on=["month", "vintage"], how="left"
    )
    names = ["deaths_dated", "deaths_best", "deaths_low", "deaths_high", "deaths_civilians", "deaths_12"]
    cards = map(request.record.card, ("conflict_month", "conflict_month_recent", "signal_month"))
    return Table(
        "months",
        translate("pack-months", country=request.name),
        violence.worded(table)[["month", "vintage", *names, "level", "stage", "alert"]],
        source=source_line(*cards),
        place=request.name,
    )


def _last_alert(request: Request) -> dict[str, responses.Clock]:
    """Return what followed the last alert, by body.

    Raises:
        NotCoveredError: If none is on record.
    """
    rows = country_councils.followed(request.record, request.country, request.month)
    own = [row for row in rows if row["sign"] == "alert"]
    if not own:
        raise NotCoveredError(table=translate("chart-clock", country=request.name), country=request.name)
    last = max(row["date"] for row in own)
    return {row["body"]: row for row in own if row["date"] == last}


def _gap_heading(request: Request) -> Heading:
    month = _last_alert(request)[responses.BODIES[0]]["date"]
    return Heading(translate("pack-gap"), translate("pack-gap-message", month=i18n.month(month)))


def _gap(gathering: Gathering, request: Request) -> Section:
    clock = gathering.keep(country_councils.clock(years=None, **request.arguments))
    shares = gathering.keep(country_councils.clock_shares(years=None, **request.arguments))
    last = _last_alert(request)
    lines = [_followed(last[body], body) for body in responses.BODIES]
    title, message = _gap_heading(request)
    return Section(
        key="gap",
        title=title,
        message=message,
        lines=(*lines, translate("pack-sequence"), shares.title),
        table=with_headings(shares.table),
        source=clock.source,
    )


def _followed(row: responses.Clock, body: str) -> str:
    """Say what followed a trigger on one side, with its day and symbol, or that nothing is on record."""
    council_name = translate(f"followed-{body}")
    if pd.isna(row["days"]) and row["covered_to"] < row["date"]:
        return translate("pack-followed-after-record", body=council_name, day=i18n.day(row["covered_to"]))
    if pd.isna(row["days"]):
        return translate("pack-followed-none", body=council_name, day=i18n.day(row["covered_to"]))
    return translate(
        "pack-followed",
        body=council_name,
        days=translate("days", days=int(row["days"])),
        act=row["act"],
        symbol=bracketed(row["symbol"]),
        inside="yes" if row["acted"] < row["date"] + pd.offsets.MonthBegin() else "no",
    )


def _due_heading(request: Request) -> Heading:
    due.cards(request.record)
    sentence = due.message(request.record, scope=(request.country,), name=request.said, day=request.day)
    return Heading(translate("part-due"), sentence)


def _due(gathering: Gathering, request: Request) -> Section:
    gathering.used += due.cards(request.record)
    return due.section(request.record, scope=(request.country,), name=request.said, day=request.day)


def _new_york_heading(request: Request) -> Heading:
    rows, mechanisms = country_councils.for_new_york(**request.arguments)
    facts = {"acts": number(rows), "living": len(mechanisms)}
    resolved = "yes" if request.at >= RESOLUTION_DAY else "no"
    return Heading(
        translate("chart-new-york", country=request.name, texts=facts["acts"], living=facts["living"]),
        translate("pack-new-york", **facts, resolved=resolved),
    )


def _new_york(gathering: Gathering, request: Request) -> Section:
    acts_list = gathering.keep(country_councils.to_new_york(years=None, **request.arguments))
    return section(acts_list, key="newyork", message=_new_york_heading(request).message)


def _cooperation_heading(request: Request) -> Heading:
    reviews = cooperation.taking_part(request.record, request.country, request.at).reviews
    recalled = int(reviews["confidence"].ne("verified").sum())
    return Heading(
        translate("lane-state"), translate("pack-cooperation", reviews=len(reviews), recalled=recalled)
    )


def _cooperation(gathering: Gathering, request: Request) -> Section:
    chart = gathering.keep(cooperation.state_part(years=None, **request.arguments))
    found = cooperation.facts(request.record, request.country, request.at)
    if found.known:
        gathering.keep(cooperation.treaties(years=None, **request.arguments))
    known = {"parties": found.parties, "known": found.known, "state": found.state}
    lines = [translate("pack-treaties", **known) if found.known else translate("pack-treaties-unknown")]
    lines += [
        translate(
            "reviewed-on",
            session=int(last["session"]),
            cycle=int(last["cycle"]),
            day=i18n.day(last["session_opened"]),
            recalled="no" if last["confidence"] == "verified" else "yes",
        )
        for last in found.reviews.tail(1).to_dict("records")
    ]
    _, _, status, _, _, sure = found.next_review
    lines.append(translate("pack-next-review", status=status, confidence=sure or "none"))
    lines += filter(None, [cooperation.review_note(request.record, request.country, request.at)])
    lines.append(
        translate("pack-item10-none")
        if found.item10.empty
        else translate(
            "pack-item10",
            texts=len(found.item10),
            day=i18n.day(found.item10["date"].iloc[-1]),
            symbol=bracketed(found.item10["symbol"].iloc[-1]),
        )
    )
    lines += [
        translate(
            "pack-access",
            mechanism=row["mechanism"],
            access=translate(f"access-{row['access']}"),
            symbol=bracketed(row["symbol"]),
            mark="" if row["confidence"] == "verified" else f" – {translate('confidence-recalled')}",
        )
        for row in found.access.tail(MAX_ACCESS).to_dict("records")
    ]
    if len(found.access) > MAX_ACCESS:
        lines.append(translate("pack-access-more", more=len(found.access) - MAX_ACCESS))
    lines.append(cooperation.lists_said(found))
    title, message = _cooperation_heading(request)
    return Section(
        key="cooperation",
        title=title,
        message=message,
        lines=tuple(lines),
        source=chart.source,
    )


def _questions_heading(request: Request) -> Heading:
    # Without what they are asked from there are none.
    councils.own_acts_of(request.record, request.country)
    signals.signals(request.record)
    request.record.table("hrc_mechanism")
    return Heading(translate("pack-questions"), translate("pack-questions-message"))


def _questions(gathering: Gathering, request: Request) -> Section:
    """Ask what the record leaves open: for a dialogue, in the words of resolution 45/31 once adopted."""
    del gathering
    council_acts = councils.own_acts_of(request.record, request.country)
    council_acts = council_acts[council_acts["verified"] & (council_acts["date"] <= request.at)]
    late = request.at >= RESOLUTION_DAY
    lines = [translate("question-since", country=request.said)] if len(council_acts) else []
    now = signals.signals_now(request.record, request.country, request.month)
    if late and len(now) and pd.notna(now["stage"].iloc[0]) and int(now["stage"].iloc[0]) >= 1:
        lines.append(translate("question-format", stage=translate(f"stage-{int(now['stage'].iloc[0])}")))
    lines += _unheard(council_acts, request)
    lines.append(translate("question-state", country=request.said))
    if (
        late
        and (council_acts["council"].eq("hrc") & council_acts["act_class"].isin(councils.PREVENTION)).any()
    ):
        lines.append(translate("question-forward"))
    title, message = _questions_heading(request)
    return Section(
        key="questions",
        title=title,
        message=message,
        lines=tuple(lines),
    )


def _unheard(council_acts: pd.DataFrame, request: Request) -> list[str]:
    """Ask what the newest mechanism could tell the Security Council, since it last heard that side."""
    living = alive(request.record.table("hrc_mechanism"), request.at)
    living = living[living["iso3"].isin(request.record.places.held(request.country))]
    heard = council_acts.loc[council_acts["action_type"].isin(responses.HEARD), "date"].max()
    return [
        translate("question-heard", mechanism=row["mechanism"], day=i18n.day(heard))
        if heard >= row["established"]  # not where there is none
        else translate("question-unheard", mechanism=row["mechanism"])
        for row in living.sort_values("established", kind="stable").tail(1).to_dict("records")
    ]


SECTIONS: dict[str, Callable[[Gathering, Request], Section]] = {
    "alert": _alert,
    "map": _map,
    "trend": _trend,
    "bridge": _bridge,
    "due": _due,
    "gap": _gap,
    "newyork": _new_york,
    "cooperation": _cooperation,
    "questions": _questions,
}
# What a page says of each, the same as in the part: it fails where the part does.
HEADINGS: dict[str, Callable[[Request], Heading]] = {
    "alert": _alert_heading,
    "map": _map_heading,
    "trend": _trend_heading,
    "bridge": _bridge_heading,
    "due": _due_heading,
    "gap": _gap_heading,
    "newyork": _new_york_heading,
    "cooperation": _cooperation_heading,
    "questions": _questions_heading,
}
