"""The briefing pack of a region or group: its review of one month."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.charts.captions import caption
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Map, Note, Section
from ewdash.i18n import translate
from ewdash.views import record_reach, settled, trends, world
from ewdash.views import region as review
from ewdash.views import since as news
from ewdash.views.block import said_once, with_headings
from ewdash.views.briefings import dues
from ewdash.views.briefings.builder import Gathering, Heading, Maker, Preview, headings, limits, section
from ewdash.views.months import FAR_FUTURE, as_of
from ewdash.views.selection import selected

TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "signal_month",
    "council_action",
    "council_crossing",
)
# Columns of a region's line that paper has room for; the tables hold all.
LINE_COLUMNS = ["country", "direction", "stage", "deaths_12", "change", "hrc_date", "hrc_body", "sc_date"]


@dataclass(frozen=True)
class Request:
    """What the parts of a region's pack have in common."""

    record: Record
    month: pd.Timestamp  # under review
    region: str | None  # M49 region, set or own list (see `Places`); None is the world
    group: str | None  # regional group; None is all
    back: int  # months between the two sides of the review
    years: int  # of its pictures
    scale: str  # one of `trends.SCALES`
    day: pd.Timestamp | None = None  # from which it is looked ahead

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that every view of a region takes."""
        return {"record": self.record, "month": self.month, "region": self.region, "group": self.group}

    @property
    def scope(self) -> tuple[str, ...] | None:
        """The codes of its places; None is the world."""
        return self.record.places.scope(region=self.region, group=self.group)

    @property
    def said(self) -> str:
        """Its name inside a sentence."""
        return self.record.places.scope_name(region=self.region, group=self.group)

    @property
    def present(self) -> bool:
        """Whether its month is the last of the record: a pack on the past knows of nothing new or due."""
        return as_of(self.record, self.month) == FAR_FUTURE

    @property
    def file_name(self) -> str:
        """The name of its files, without ending."""
        key = self.record.places.scope_key(region=self.region, group=self.group)
        return f"{key}-{self.month:%Y-%m}"

    @functools.cached_property
    def view(self) -> review.RegionView:
        """What moved."""
        return review.region_view(**self.arguments, back=self.back)


def _moves_heading(request: Request) -> Heading:
    return Heading(translate("part-moved"), " · ".join(heading for heading, _, _ in request.view.moved))


def _moves(gathering: Gathering, request: Request) -> Section:
    del gathering
    view = request.view
    lines = [f"{heading}: {move.name}. {move.evidence}" for heading, moves, _ in view.moved for move in moves]
    quiet = [heading for heading, moves, _ in view.moved if not moves]
    title, message = _moves_heading(request)
    return Section(
        key="moved", title=title, message=message, lines=(*lines, *([] if lines else quiet), view.rule)
    )


def _map_heading(request: Request) -> Heading:
    return Heading(*world.map_heading(**request.arguments))


def _map(gathering: Gathering, request: Request) -> Section:
    del gathering
    view = world.world_view(**request.arguments, layer="level")
    title = str(view.map["title"])
    return Section(
        key="map",
        title=title,
        message=view.headline,
        drawing=Map(view.map),
        alt=f"{title}. {view.headline}",
        caption=caption("world", month=i18n.month(request.month), scope=""),
        source=view.block.source,
        half=True,
    )


def _together_heading(request: Request) -> Heading:
    title = trends.together_title(**request.arguments, years=request.years)
    return Heading(title, _total(request))


def _together(gathering: Gathering, request: Request) -> Section:
    chart = gathering.keep(trends.together(**request.arguments, years=request.years))
    return section(chart, key="together", message=_total(request), half=True)


def _total(request: Request) -> str:
    total = review.measures(**request.arguments)[0]
    return f"{total.label}: {total.value}"


def _multiples_heading(request: Request) -> Heading:
    title = trends.multiples_title(**request.arguments, years=request.years)
    return Heading(title, title)


def _multiples(gathering: Gathering, request: Request) -> Section:
    options: dict[str, Any] = {"back": request.back, "years": request.years, "scale": request.scale}
    charts = gathering.keep(trends.multiples(**request.arguments, **options))
    return section(charts, key="multiples", message=charts.title)


def _lines_heading(request: Request) -> Heading:
    title, countries = review.lines_heading(**request.arguments, back=request.back)
    return Heading(title, translate("pack-lines", countries=countries))


def _lines(gathering: Gathering, request: Request) -> Section:
    country_lines = gathering.keep(review.lines(**request.arguments, back=request.back))
    table, shared = said_once(country_lines.table[LINE_COLUMNS])
    return Section(
        key="lines",
        title=country_lines.title,
        message=translate("pack-lines", countries=len(country_lines.table)),
        table=with_headings(table),
        caption=" ".join([*shared, country_lines.caption]),
        source=country_lines.source,
    )


def _due_heading(request: Request) -> Heading:
    return dues.heading(request.record, scope=request.scope, name=_due_name(request), day=request.day)


def _due(gathering: Gathering, request: Request) -> Section:
    name = _due_name(request)
    return dues.section(gathering, request.record, scope=request.scope, name=name, day=request.day)


def _due_name(request: Request) -> str:
    return request.said if request.scope else ""


SECTIONS: dict[str, Maker[Request]] = {
    "moved": Maker(_moves_heading, _moves),
    "map": Maker(_map_heading, _map),
    "together": Maker(_together_heading, _together),
    "multiples": Maker(_multiples_heading, _multiples),
    "lines": Maker(_lines_heading, _lines),
    "due": Maker(_due_heading, _due),
}


def region_briefing(
    record: Record,
    *,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    since: str | None = None,
    **selection: Any,  # noqa: ANN401 - of `Request`
) -> Briefing:
    """Assemble the pack of a region or group: its review of one month.

    Args:
        sections: Keys of `SECTIONS` to include.
        address: Of the page that makes it.
        note: The analyst's note, if it is asked for.
        since: A moment, as the address writes it: what is new since then stands first; None asks nothing.
        record: The installed tables.
        **selection: The other fields of `Request`.
    """
    request = Request(record, **selection)
    places, arguments = record.places, request.arguments
    extra = ["country_set"] if places.is_set(request.region) else []
    extra += ["geometry"] if "map" in sections else []
    headline = request.view.headline
    gathering = Gathering()
    for make in _news(request, since):
        gathering.add(make)
    for key in _included(request, sections):
        gathering.add(functools.partial(SECTIONS[key].section, gathering, request))
    if gathering.tried(functools.partial(settled.after, record, request.month)):
        extra.append(settled.TABLE)
    return gathering.assemble(
        name=request.file_name,
        title=request.said[:1].upper() + request.said[1:],
        subtitle=translate("pack-subtitle-region", month=i18n.month(request.month), back=request.back),
        headline=headline,
        measures=gathering.tried(functools.partial(review.measures, **arguments)) or (),
        notes=review.notices(**arguments),
        names=(
            *places.membership_notes(request.region),
            *review.name_notes(selected(record, request.region, request.group)),
        ),
        unknown=limits(record),
        cards=gathering.cards(record, [*TABLES, *extra]),
        address=address,
        note=note,
    )


def region_preview(
    record: Record,
    *,
    sections: tuple[str, ...],
    since: str | None = None,
    **selection: Any,  # noqa: ANN401 - of `Request`
) -> Preview:
    """Return what a page says of `region_briefing` with the same arguments, without making its parts."""
    request = Request(record, **selection)
    headline = request.view.headline
    record_reach.ends(record)  # no paper is made without
    if settled.after(record, request.month):
        settled.facts(record)
    makers: list[Callable[[], Section | Heading]] = [*_news(request, since)]
    makers += [functools.partial(SECTIONS[key].heading, request) for key in _included(request, sections)]
    return Preview(request.file_name, headline, headings(makers))


def _news(request: Request, since: str | None) -> list[Callable[[], Section]]:
    """Return what makes the part on what is new, where one is asked for and the month is the last."""
    if not since or not request.present:
        return []
    scope, day = request.scope, request.day
    return [functools.partial(news.section, request.record, since=since, scope=scope, day=day)]


def _included(request: Request, sections: tuple[str, ...]) -> Iterator[str]:
    """Return the parts that a pack holds, in its order: one on the past looks ahead from no day."""
    return (key for key in SECTIONS if key in sections and (key != "due" or request.present))
