"""The briefing packs of a region and of a comparison."""

import functools
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.charts.captions import caption
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Map, Note, Section
from ewdash.i18n import translate
from ewdash.views import due, record_reach, trends
from ewdash.views import region as review
from ewdash.views import since as news
from ewdash.views.block import said_once, with_headings
from ewdash.views.briefings.builder import Gathering, section
from ewdash.views.comparison import page
from ewdash.views.months import FAR_FUTURE, as_of
from ewdash.views.region import RegionView
from ewdash.views.selection import selected
from ewdash.views.world import world_view

TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "signal_month",
    "council_action",
    "council_crossing",
)
COMPARISON_TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "population_year",
    "council_action",
    "council_crossing",
)
# Columns of a region's line that paper has room for; the tables hold all.
LINE_COLUMNS = ["country", "direction", "stage", "deaths_12", "change", "hrc_date", "hrc_body", "sc_date"]


def region_briefing(
    record: Record,
    *,
    month: pd.Timestamp,
    region: str | None,
    group: str | None,
    back: int,
    years: int,
    scale: str,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    since: str | None = None,
    day: pd.Timestamp | None = None,
) -> Briefing:
    """Assemble the pack of a region or group: its review of one month.

    Args:
        month: The month under review.
        region: M49 region, set or own list (see `Places`); None is the world.
        group: Regional group; None is all.
        back: Months between the two sides of the review.
        years: Years of its pictures.
        scale: One of `courses.SCALES`.
        sections: Keys of `PARTS` to include.
        address: Of the page that makes it.
        note: The analyst's note, if it is asked for.
        since: A moment, as the address writes it: what is new since then stands first; None asks nothing.
        day: From which it is looked ahead (`due.section`).
        record: The installed tables.
    """
    places = record.places
    scope = places.scope_name(region=region, group=group)
    arguments: dict[str, Any] = {
        "month": month,
        "region": region,
        "group": group,
        "record": record,
    }
    extra = ["country_set"] if places.is_set(region) else []
    extra += ["geometry"] if "map" in sections else []
    view = review.region_view(**arguments, back=back)
    options = PictureOptions(back, years, scale)
    gathering = Gathering()
    if since and as_of(record, month) == FAR_FUTURE:
        scope_codes = places.scope(region=region, group=group)
        gathering.add(functools.partial(news.section, record, since=since, scope=scope_codes, day=day))
    for key, make in REGION.items():
        if key in sections:
            gathering.add(functools.partial(make, gathering, view, arguments, options))
    if "due" in sections and as_of(record, month) == FAR_FUTURE:
        codes = places.scope(region=region, group=group)
        gathering.add(functools.partial(_due, gathering, record, codes, scope if codes else "", day))
    return gathering.assemble(
        name=f"{places.scope_key(region=region, group=group)}-{month:%Y-%m}",
        title=scope[:1].upper() + scope[1:],
        subtitle=translate("pack-subtitle-region", month=i18n.month(month), back=back),
        headline=view.headline,
        measures=gathering.tried(functools.partial(review.measures, **arguments)) or (),
        notes=review.notices(**arguments),
        names=(
            *places.membership_notes(region),
            *review.name_notes(selected(record, region, group)),
        ),
        unknown=[translate("pack-unknown-preliminary"), translate("pack-unknown-floor"), *_ends(record)],
        cards=gathering.cards(record, [*TABLES, *extra]),
        address=address,
        note=note,
    )


def _ends(record: Record) -> list[str]:
    """Say where the record of acts ends, and what leaves no mark in it."""
    ends = {council: i18n.day(day) for council, day in record_reach.ends(record).items()}
    return [translate("pack-unknown-acts", **ends), translate("pack-unknown-closed")]


@dataclass(frozen=True)
class PictureOptions:
    """How a review is drawn: months between its sides, years back, and the scale of small charts."""

    back: int
    years: int
    scale: str


def _moves(
    gathering: Gathering, view: RegionView, arguments: dict[str, Any], options: PictureOptions
) -> Section:
    del gathering, arguments, options
    lines = [f"{heading}: {move.name}. {move.evidence}" for heading, moves, _ in view.moved for move in moves]
    quiet = [heading for heading, moves, _ in view.moved if not moves]
    return Section(
        key="moved",
        title=translate("part-moved"),
        message=" · ".join(heading for heading, _, _ in view.moved),
        lines=(*lines, *([] if lines else quiet), view.rule),
    )


def _map(
    gathering: Gathering, view: RegionView, arguments: dict[str, Any], options: PictureOptions
) -> Section:
    del gathering, view, options
    world = world_view(**arguments, layer="level")
    title = str(world.map["title"])
    facts = {"month": i18n.month(arguments["month"]), "scope": ""}
    return Section(
        key="map",
        title=title,
        message=world.headline,
        drawing=Map(world.map),
        alt=f"{title}. {world.headline}",
        caption=caption("world", **facts),
        source=world.block.source,
        half=True,
    )


def _together(
    gathering: Gathering, view: RegionView, arguments: dict[str, Any], options: PictureOptions
) -> Section:
    del view
    chart = gathering.keep(trends.together(**arguments, years=options.years))
    total = review.measures(**arguments)[0]
    return section(chart, key="together", message=f"{total.label}: {total.value}", half=True)


def _multiples(
    gathering: Gathering, view: RegionView, arguments: dict[str, Any], options: PictureOptions
) -> Section:
    del view
    charts = gathering.keep(trends.multiples(**arguments, **asdict(options)))
    return section(charts, key="multiples", message=charts.title)


def _lines(
    gathering: Gathering, view: RegionView, arguments: dict[str, Any], options: PictureOptions
) -> Section:
    del view
    country_lines = gathering.keep(review.lines(**arguments, back=options.back))
    table, shared = said_once(country_lines.table[LINE_COLUMNS])
    return Section(
        key="lines",
        title=country_lines.title,
        message=translate("pack-lines", countries=len(country_lines.table)),
        table=with_headings(table),
        caption=" ".join([*shared, country_lines.caption]),
        source=country_lines.source,
    )


REGION: dict[str, Callable[[Gathering, RegionView, dict[str, Any], PictureOptions], Section]] = {
    "moved": _moves,
    "map": _map,
    "together": _together,
    "multiples": _multiples,
    "lines": _lines,
}
PARTS = (*REGION, "due")
COMPARISON = ("sides", "differences", "figures", "due")


def _due(
    gathering: Gathering,
    record: Record,
    codes: tuple[str, ...] | None,
    name: str,
    day: pd.Timestamp | None,
) -> Section:
    gathering.used += due.cards(record)
    return due.section(record, scope=codes, name=name, day=day)


def comparison_briefing(
    record: Record,
    *,
    countries: tuple[str, ...],
    month: pd.Timestamp,
    years: int | None,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    since: str | None = None,
    day: pd.Timestamp | None = None,
    **choice: str,
) -> Briefing:
    """Assemble the pack of a comparison.

    Args:
        countries: Up to six codes.
        month: Last of the twelve months it speaks of.
        years: Years back of the picture; None is the whole record.
        sections: Keys of `COMPARISON` to include.
        address: Of the page that makes it.
        note: The analyst's note, if it is asked for.
        since: A moment, as the address writes it: what is new since then stands first; None asks nothing.
        day: From which it is looked ahead (`due.section`).
        record: The installed tables.
        **choice: How situations are compared (`sides.Choice`).
    """
    places = record.places
    view = page.compare_view(record, countries=countries, month=month, years=years, **choice)
    gathering = Gathering()
    if since and countries and as_of(record, month) == FAR_FUTURE:
        gathering.add(functools.partial(news.section, record, since=since, scope=countries, day=day))
    if view.picture is not None and "sides" in sections:
        gathering.parts.append(section(gathering.keep(view.picture), key="sides", message=view.headline))
    if "differences" in sections:
        gathering.parts.append(
            Section(key="differences", title=translate("part-differences"), message="", lines=view.lines)
        )
    if "figures" in sections:
        figures = gathering.keep(view.figures)
        gathering.parts.append(section(figures, key="figures", message=figures.title))
    if countries and "due" in sections and as_of(record, month) == FAR_FUTURE:
        said = i18n.listing(places.said(code) for code in countries)
        gathering.add(functools.partial(_due, gathering, record, countries, said, day))
    names = [places.name(code) for code in countries]
    notes = dict.fromkeys(note for code in countries for note in places.notes(code))
    return gathering.assemble(
        name=f"{'-'.join(countries).lower()}-{month:%Y-%m}",
        title=i18n.listing(names),
        subtitle=translate("pack-subtitle-comparison", month=i18n.month(month)),
        headline=view.headline,
        measures=(),
        notes=(),
        names=tuple(notes),
        unknown=[
            *view.notes,
            translate("pack-unknown-preliminary"),
            translate("pack-unknown-floor"),
            *_ends(record),
        ],
        cards=gathering.cards(record, COMPARISON_TABLES),
        address=address,
        note=note,
    )
