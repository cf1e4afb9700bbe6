"""The World page as values: where violence is highest, where it rose, and the map of both."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import pandas as pd

from ewdash import i18n
from ewdash.analysis import signals_at
from ewdash.charts import theme
from ewdash.charts.captions import caption, handling, source_line
from ewdash.charts.theme import Form
from ewdash.charts.worldmap import world_map
from ewdash.data import geometry
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError
from ewdash.model.places import PAGE_KINDS, Places
from ewdash.model.situations import BANDS, CANDIDATE, FINAL, LOWER_BOUND
from ewdash.render import WorldMap, render
from ewdash.render.maps import CLOSEST, LEAST, MARGIN
from ewdash.views import settled
from ewdash.views.block import Block
from ewdash.views.measure import comparable, counted, least_complete, rounded, twelve
from ewdash.views.methods import OF_CHART
from ewdash.views.months import cards, levels_at, newest, vintage_note
from ewdash.views.signals import STRONG_TIER
from ewdash.views.signs import Row, Signs
from ewdash.views.signs import signs as signs_of
from ewdash.views.stages import final_year_notes, stage_names
from ewdash.views.watched import states, watched
from ewdash.views.watchlists import WatchList, alert_list, watch_lists

WAR, CONFLICT = len(BANDS) - 1, 2
Classed: TypeAlias = Mapping[str, tuple[int, str]]  # iso3 -> class on the map, and what is said of it
# Of a covered country, what the map, the list and the headline say.
SAID = ["iso3", "vintage", "deaths_12", "low_12", "high_12", "level"]
# What the map can show -> message of its chart.
CHARTS = {"level": "chart-world", "stage": "chart-world-stage"}
LAYERS = tuple(CHARTS)
# Said under a map only when the place is in view; the other notes stand on a country's own page.
BOUNDARY_NOTES = (
    "note-jammu-kashmir",
    "note-sudan-south-sudan-boundary",
    "note-abyei",
    "note-falklands",
    "note-kosovo-map",
    "note-nsgt-map",
)
WIDEST, TALLEST = 2.8, 1.9  # width over height of the pictures of a country and its neighbours
# What a card beside a country says, in the order of `charts.worldmap.world_map`.
CARD = ["stage", "alert", "months", "peak", "last_hrc", "last_sc"]
TABLE = [
    "country",
    "iso3",
    "level",
    "stage",
    "deaths_12",
    "low_12",
    "high_12",
    "vintage",
    "period",
    "deaths_month",
    "change",
    "change_vintage",
]


@dataclass(frozen=True)
class AlertMarks:
    """Alerts on the map: strength by iso3, each country's name with its alert, and the legend's words."""

    strengths: dict[str, int]
    names: dict[str, str]
    rings: tuple[str, ...]


@dataclass(frozen=True)
class WorldView:
    """What the World page says."""

    headline: str
    map: dict[str, Any]
    alerts: WatchList | None
    lists: dict[str, Callable[[], WatchList]]  # what makes each, in the order of their tabs
    block: Block
    urgent: tuple[str, ...]  # what must be known before anything is read
    notices: tuple[str, ...]


def world_view(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, layer: str
) -> WorldView:
    """Assemble the World page.

    Args:
        month: The month the twelve months end with.
        region: M49 region, set or own list (see `Places`), None for the world.
        group: HRC regional group key, None for all.
        layer: What the map shows, one of `LAYERS`.
        record: The installed tables.
    """
    places = record.places
    inside = set(places.within(region=region, group=group))
    covered = levels_at(record, month, inside)
    covered = covered.assign(country=[places.name(code) for code in covered["iso3"]])
    rows = covered[SAID].to_dict("records")
    told = cards(record, month)
    last = newest(record, month)
    signs, trouble = _signs(record, inside, month, last)
    marks = _alert_marks(signs.alerts, signs.crossing, last, places, known=signs.known)
    serious = watched(record, rows, signs, month=month, last=last)
    if marks.rings:
        told = (*told, record.card("signal_month"))
    scope = places.scope_name(region=region, group=group)
    facts = {"month": i18n.month(month), "scope": scope}
    spec = _map(
        _by_stage(signs.stages, marks.names) if layer == "stage" else _by_level(rows, marks.names),
        layer,
        places,
        inside,
        zoomed=bool(region or group),
        marks=marks,
        cards={row["iso3"]: [row[name] for name in CARD] for row in serious},
        states=states(record, last),
        source=source_line(*told),
        **facts,
    )
    known = final_year_notes(record, inside, month) if layer == "stage" and not trouble else ()
    shown = Block(
        name="world",
        title=translate(CHARTS[layer], **facts),
        alt=translate(f"{CHARTS[layer]}.shows", **facts),
        caption=caption(CHARTS[layer].removeprefix("chart-"), **facts),
        method=OF_CHART[CHARTS[layer].removeprefix("chart-")],
        handling=handling(CHARTS[layer].removeprefix("chart-"), **facts),
        source=source_line(*told),
        figure=None,
        rows=functools.partial(_table, covered, signs.stages, month),
        notes=(*record_notices(record, covered, month), *known),
        boundaries=(spec["note"],),
    )
    return WorldView(
        headline=_answer(record, rows, month, region, group),
        map=spec,
        alerts=alert_list(record, signs, last),
        lists=watch_lists(record, covered, signs, serious, month=month, last=last),
        block=replace(shown, drawing=functools.partial(_picture, spec, shown.small_print)),
        urgent=(*places.membership_notes(region), *trouble),
        notices=shown.notes,
    )


def map_heading(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[str, str]:
    """Return the title of the map of levels, and the headline beside it, as `world_view` says them."""
    scope = record.places.scope_name(region=region, group=group)
    inside = set(record.places.within(region=region, group=group))
    rows = levels_at(record, month, inside)[SAID].to_dict("records")
    title = translate(CHARTS["level"], month=i18n.month(month), scope=scope)
    return title, _answer(record, rows, month, region, group)


def _answer(
    record: Record, covered: Sequence[Row], month: pd.Timestamp, region: str | None, group: str | None
) -> str:
    """Say in a sentence or two where violence is highest.

    Args:
        covered: Rows of `levels_at` of the selection.
        month: The month the twelve months end with.
        region: M49 region, set or own list (see `Places`), None for the world.
        group: Regional group; None is all.
        record: The installed tables.
    """
    scope = record.places.scope_name(region=region, group=group)
    inside = set(record.places.within(region=region, group=group))
    if not inside:
        answer = translate("headline-region-empty", scope=scope)
    else:
        answer = _headline(covered, record.places, month, scope)
    final = _settled(record, inside, month, region, group)
    apart = translate("headline-apart") if final and covered else ""
    return " ".join(filter(None, (final, apart, answer)))


def world_spec(
    record: Record, *, month: pd.Timestamp, around: str | None = None
) -> tuple[dict[str, Any], str]:
    """Return the map of levels of the whole world at one month, and its source line.

    Args:
        month: Last of the twelve months.
        around: iso3 of a country to which a picture is cut: its notes are those of the boundaries in
            view, and its legend counts no countries.
        record: The installed tables.
    """
    places = record.places
    inside, source = set(places.within(region=None, group=None)), source_line(*cards(record, month))
    facts = {"month": i18n.month(month), "scope": places.scope_name(region=None, group=None)}
    rows = levels_at(record, month, inside)[SAID].to_dict("records")
    nothing = AlertMarks({}, {row["iso3"]: places.name(row["iso3"]) for row in rows}, ())
    spec = _map(
        _by_level(rows, nothing.names),
        "level",
        places,
        inside,
        zoomed=False,
        marks=nothing,
        cards={},
        states=(),
        source=source,
        **facts,
    )
    if around is not None:
        notes = dict.fromkeys([*places.notes(around), *_boundary_notes(places, inside & _neighbours(around))])
        spec["note"] = " ".join([translate("boundary-note"), *notes])
        spec["classes"] = [{**kind, "count": None} for kind in spec["classes"]]
        spec["words"] = {**spec["words"], "legend": translate("map-legend-uncounted")}
    return spec, source


def _neighbours(country: str) -> set[str]:
    """Return the areas in view, itself among them, where a picture of any usual shape is cut to a country."""
    world = geometry.world()
    boxes = {area["id"]: area["box"] for area in world["areas"]}
    west, north, east, south = boxes[country]
    margin = 2 * (MARGIN * max(east - west, south - north) + LEAST)
    wide, tall = max(east - west + margin, world["width"] / CLOSEST), south - north + margin
    x, across = (west + east) / 2, max(wide, tall * WIDEST) / 2
    y, down = (north + south) / 2, max(tall, wide / TALLEST) / 2
    return {
        code
        for code, (left, top, right, bottom) in boxes.items()
        if left < x + across and right > x - across and top < y + down and bottom > y - down
    }


def map_label(record: Record, country: str, month: pd.Timestamp) -> str:
    """Return what the map of levels of the whole world (`world_spec`) says of one country."""
    places, name = record.places, record.places.name(country)
    rows = levels_at(record, month, [country])[SAID].to_dict("records")
    if country not in places.within(region=None, group=None):
        return name
    if rows:
        return _label(rows[0], name)
    silent = places.row(country)["kind"] in PAGE_KINDS
    return translate("map-label-silent", country=name) if silent else name


def _settled(
    record: Record, inside: set[str], month: pd.Timestamp, region: str | None, group: str | None
) -> str:
    """Say the last final year first, where the months shown are preliminary."""
    if not settled.after(record, month):
        return ""
    return settled.scope_sentence(record, inside, world=not (region or group))


def _picture(spec: dict[str, Any], lines: tuple[str, ...], *, form: Form) -> bytes:
    return render(WorldMap(spec, geometry.world()), title=str(spec["title"]), lines=lines, form=form)


def _headline(covered: Sequence[Row], places: Places, month: pd.Timestamp, scope: str) -> str:
    worst = sorted((-row["deaths_12"], row["iso3"]) for row in covered if row["deaths_12"])[:3]
    return translate(
        "headline-world" if worst else "headline-world-none",
        month=i18n.month(month),
        scope=scope,
        wars=sum(row["level"] == WAR for row in covered),
        conflicts=sum(row["level"] >= CONFLICT for row in covered),
        covered=len(covered),
        state=least_complete(row["vintage"] for row in covered),
        worst=", ".join(places.name(code) for _, code in worst),
    )


def record_notices(record: Record, covered: pd.DataFrame, month: pd.Timestamp) -> tuple[str, ...]:
    """Say what must be known of the state of the record before deaths are read.

    Args:
        record: The installed tables.
        covered: `levels_at` of the selection.
        month: The month the twelve months end with.
    """
    vintages = set(covered["vintage"])
    state = [vintage_note(record, name) for name in (CANDIDATE, LOWER_BOUND) if name in vintages]
    found = []
    if "ISR" in set(covered["iso3"]):
        found.append("notice-gaza")
    if "final" in set(covered.loc[covered["iso3"].isin(["NGA", "NER"]), "vintage"]):
        found.append("notice-niger-nigeria")
    if covered["change"].isna().all():
        found.append("notice-change-withheld")
    elif "lower_bound" in vintages:
        found.append("notice-change-bound")
    return (*state, *(translate(name, month=i18n.month(month)) for name in found))


def _signs(
    record: Record, inside: set[str], month: pd.Timestamp, last: pd.Timestamp
) -> tuple[Signs, tuple[str, ...]]:
    """Return the signals of late; without them the page still shows deaths, and says what is missing."""
    try:
        record.table("track_record")  # the lists print it: without it they are not shown
        return signs_of(record, inside, month, last), ()
    except EwdashError as error:
        return Signs(), (f"{error} {error.advice}",)


def _table(covered: pd.DataFrame, signs: Sequence[Row], month: pd.Timestamp) -> pd.DataFrame:
    """Return all covered countries, most deaths first, with levels and vintages in words."""
    stages = stage_names()
    staged = {row["iso3"]: stages[int(row["stage"])] for row in signs}
    rows = covered.assign(stage=covered["iso3"].map(staged))
    rows = rows.sort_values(["deaths_12", "iso3"], ascending=[False, True], ignore_index=True)
    vintages = {
        name: translate(f"vintage-{name.replace('_', '-')}") for name in ("final", "candidate", "lower_bound")
    }
    return rows.assign(
        level=rows["level"].map({level: translate(f"level-{level}") for level in range(len(BANDS))}),
        vintage=rows["vintage"].map(vintages),
        change=comparable(rows)["change"].map(rounded, na_action="ignore"),
        change_vintage=rows["change_vintage"].map(vintages),
        period=twelve(month),
    )[TABLE]


def _alert_marks(
    alerts: Sequence[signals_at.Alert],
    untold: Sequence[Row],
    last: pd.Timestamp,
    places: Places,
    *,
    known: bool,
) -> AlertMarks:
    """Return the alerts of the newest months as the map marks them.

    Args:
        alerts: The alerts of the selection (`signs.Signs`).
        untold: The months of it for which it is open whether there is one.
        last: The newest month whose alerts are told.
        places: The countries.
        known: Whether alerts can be told at all.
    """
    names = {code: places.name(code) for code in places.table["iso3"]}
    months: dict[str, list[pd.Timestamp]] = {}
    for row in untold:
        months.setdefault(row["iso3"], []).append(row["month"])
    for code, days in months.items():
        names[code] = translate(
            "map-country-open",
            country=places.name(code),
            months=i18n.listing(i18n.month(day) for day in sorted(days)),
        )
    for alert in alerts:
        names[alert.iso3] = translate(
            "map-country-alert",
            country=places.name(alert.iso3),
            strength="strong" if alert.strength == STRONG_TIER else "plain",
            month=i18n.month(alert.month),
        )
    first = i18n.month(last - pd.DateOffset(months=signals_at.RECENT_MONTHS - 1))
    rings = (translate("map-ring", first=first, last=i18n.month(last)), translate("map-ring-strong"))
    strengths = {alert.iso3: alert.strength for alert in alerts}
    return AlertMarks(strengths, names, rings if known else ())


def _by_level(covered: Sequence[Row], names: Mapping[str, str]) -> Classed:
    """Return the class and the sentence of each covered country: deaths in twelve months."""
    return {row["iso3"]: (row["level"], _label(row, names[row["iso3"]])) for row in covered}


def _by_stage(stages: Sequence[Row], said: Mapping[str, str]) -> Classed:
    """Return the class and the sentence of each country whose stage is known."""
    names = stage_names()
    return {
        row["iso3"]: (
            int(row["stage"]),
            translate(
                "map-label-stage",
                country=said[row["iso3"]],
                stage=names[int(row["stage"])],
                reason=translate(f"reason-{signals_at.reason(row)}"),
            ),
        )
        for row in stages
    }


def _map(
    classed: Classed,
    layer: str,
    places: Places,
    inside: set[str],
    *,
    zoomed: bool,
    marks: AlertMarks,
    cards: Mapping[str, Sequence[object]],
    states: Sequence[Mapping[str, object]],
    source: str,
    month: str,
    scope: str,
) -> dict[str, Any]:
    """Return the map's specification: one class per level or stage, silence for what is not covered."""
    colours = theme.STAGES if layer == "stage" else theme.LEVELS
    classes = [
        {"label": translate(f"{layer}-{place}"), "colour": colour} for place, colour in enumerate(colours)
    ]
    labels = {code: label for code, (_, label) in classed.items()}
    labels |= {
        code: translate("map-label-silent", country=places.name(code))
        for code in places.table["iso3"]
        if code in inside and code not in labels and places.row(code)["kind"] in PAGE_KINDS
    }
    return world_map(
        {code: place for code, (place, _) in classed.items()},
        classes=classes,
        labels=labels,
        title=translate(CHARTS[layer], month=month, scope=scope),
        legend=translate("map-legend-stage" if layer == "stage" else "map-legend"),
        source=source,
        notes=_boundary_notes(places, inside),
        inside=inside if zoomed else None,
        alerts=marks.strengths,
        rings=marks.rings,
        cards=cards,
        states=states,
    )


def _boundary_notes(places: Places, inside: set[str]) -> list[str]:
    """Return the notes on boundaries that are in view, each once."""
    given = {note for code in inside for note in str(places.row(code)["note"]).split(";")}
    return [translate(note) for note in BOUNDARY_NOTES if note in given]


def _label(row: Row, name: str) -> str:
    """Say one covered country in a sentence, with the band where the record gives one."""
    banded = row["vintage"] == FINAL and pd.notna(row["low_12"]) and pd.notna(row["high_12"])
    return translate(
        "map-label-band" if banded else "map-label",
        country=name,
        level=translate(f"level-{row['level']}"),
        deaths=int(row["deaths_12"]) if banded else counted(row["deaths_12"], row["vintage"]),
        low=int(row["low_12"]) if banded else 0,
        high=int(row["high_12"]) if banded else 0,
    )
