"""How much violence there is, as parts of a situation's briefing: the alert, the map, deaths by type."""

from typing import Any

from ewdash import i18n
from ewdash.charts.captions import caption
from ewdash.data.geometry import has_shape
from ewdash.exports.briefing import Map, Section
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.views import settled, signals, violence
from ewdash.views.briefings.builder import Gathering, Heading, Maker, section
from ewdash.views.briefings.request import Request
from ewdash.views.months import FAR_FUTURE
from ewdash.views.world import map_label, world_spec


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


ALERT = Maker(_alert_heading, _alert, ("track_record", "track_peer"))
MAP = Maker(_map_heading, _map, ("geometry",))
TREND = Maker(_trend_heading, _trend, ("conflict_year",))
