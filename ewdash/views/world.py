"""The World page as values: where violence is highest, where it rose, and the map of both."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash.analysis import levels
from ewdash.charts import theme
from ewdash.charts.captions import caption, source_line
from ewdash.charts.worldmap import world_map
from ewdash.model import words
from ewdash.model.places import SHOWN, Places
from ewdash.model.situations import BANDS
from ewdash.model.words import say
from ewdash.views.block import Block
from ewdash.views.months import Describe, Load, cards, record

WAR = len(BANDS) - 1
# Said under a map only when the place is in view; the other notes stand on a country's own page.
BOUNDARY_NOTES = (
    "note-jammu-kashmir",
    "note-sudan-south-sudan-boundary",
    "note-abyei",
    "note-falklands",
    "note-kosovo-map",
    "note-nsgt-map",
)
TABLE = [
    "country",
    "iso3",
    "level",
    "deaths_12",
    "low_12",
    "high_12",
    "vintage",
    "deaths_month",
    "change",
    "change_vintage",
]


@dataclass(frozen=True)
class WorldView:
    """What the World page says."""

    headline: str
    map: dict[str, Any]
    by_level: pd.DataFrame
    by_change: pd.DataFrame
    block: Block
    notices: tuple[str, ...]


def world_view(
    *, month: pd.Timestamp, region: str | None, group: str | None, load: Load, describe: Describe
) -> WorldView:
    """Assemble the World page.

    Args:
        month: The month the twelve months end with.
        region: M49 region or subregion key, None for the world.
        group: HRC regional group key, None for all.
        load: Reads a table.
        describe: Reads a card.
    """
    places = Places(load("country"))
    inside = set(places.within(region=region, group=group))
    covered = levels.at_month(record(load), month)
    covered = covered[covered["iso3"].isin(inside)]
    covered = covered.assign(country=[places.name(code) for code in covered["iso3"]])
    told = cards(describe, month)
    scope = _scope(places, region, group)
    facts = {"month": words.month(month), "scope": scope}
    return WorldView(
        headline=_headline(covered, month, scope),
        map=_map(covered, places, inside, zoomed=bool(region or group), source=source_line(*told), **facts),
        by_level=_watch(levels.highest(covered)),
        by_change=_watch(levels.movers(covered)),
        block=Block(
            name="world",
            title=say("chart-world", **facts),
            alt=say("chart-world.shows", **facts),
            caption=f"{caption('world', **facts)} {source_line(*told)}",
            source=source_line(*told),
            figure=None,
            table=_table(covered),
        ),
        notices=_notices(covered, month),
    )


def _scope(places: Places, region: str | None, group: str | None) -> str:
    names = [places.regions()[region].strip(" –")] if region else []
    names += [places.groups()[group]] if group else []
    return ", ".join(names) or say("scope-world")


def _headline(covered: pd.DataFrame, month: pd.Timestamp, scope: str) -> str:
    worst = levels.highest(covered).head(3)["country"].tolist()
    return say(
        "headline-world" if worst else "headline-world-none",
        month=words.month(month),
        scope=scope,
        wars=int((covered["level"] == WAR).sum()),
        conflicts=int((covered["level"] >= 2).sum()),
        covered=len(covered),
        worst=", ".join(worst),
    )


def _notices(covered: pd.DataFrame, month: pd.Timestamp) -> tuple[str, ...]:
    vintages = set(covered["vintage"])
    found = [f"notice-{name.replace('_', '-')}" for name in ("candidate", "lower_bound") if name in vintages]
    if "ISR" in set(covered["iso3"]):
        found.append("notice-gaza")
    if "final" in set(covered.loc[covered["iso3"].isin(["NGA", "NER"]), "vintage"]):
        found.append("notice-niger-nigeria")
    if covered["change"].isna().all():
        found.append("notice-change-withheld")
    return tuple(say(name, month=words.month(month)) for name in found)


def _table(covered: pd.DataFrame) -> pd.DataFrame:
    """Return all covered countries, most deaths first, with levels and vintages in words."""
    rows = covered.sort_values(["deaths_12", "iso3"], ascending=[False, True], ignore_index=True)
    vintages = {
        name: say(f"vintage-{name.replace('_', '-')}") for name in ("final", "candidate", "lower_bound")
    }
    return rows.assign(
        level=rows["level"].map({level: say(f"level-{level}") for level in range(len(BANDS))}),
        vintage=rows["vintage"].map(vintages),
        change=rows["change"].round(2),
        change_vintage=rows["change_vintage"].map(vintages),
    )[TABLE]


def _watch(rows: pd.DataFrame) -> pd.DataFrame:
    names = {level: say(f"level-{level}") for level in range(len(BANDS))}
    return rows.assign(level=rows["level"].map(names))[
        ["iso3", "country", "deaths_12", "level", "change"]
    ].reset_index(drop=True)


def _map(
    covered: pd.DataFrame,
    places: Places,
    inside: set[str],
    *,
    zoomed: bool,
    source: str,
    month: str,
    scope: str,
) -> dict[str, Any]:
    """Return the map's specification: one class per level, silence for what is not covered."""
    classes = [
        {"label": say(f"level-{level}"), "colour": colour} for level, colour in enumerate(theme.LEVELS)
    ]
    labels = {row["iso3"]: _label(row) for row in covered.to_dict("records")}
    shown = places.table["kind"].isin(SHOWN) & places.table["iso3"].isin(inside)
    silent = places.table[shown]["iso3"]
    labels |= {
        code: say("map-label-silent", country=places.name(code)) for code in silent if code not in labels
    }
    frame = covered.assign(class_index=covered["level"].astype(int))[["iso3", "class_index"]]
    return world_map(
        frame,
        classes=classes,
        labels=labels,
        title=say("chart-world", month=month, scope=scope),
        source=source,
        notes=_boundary_notes(places, inside),
        inside=inside if zoomed else None,
    )


def _boundary_notes(places: Places, inside: set[str]) -> list[str]:
    """Return the notes on boundaries that are in view, each once."""
    rows = places.table[places.table["iso3"].isin(inside) & places.table["note"].notna()]
    given = {note for notes in rows["note"] for note in notes.split(";")}
    return [say(note) for note in BOUNDARY_NOTES if note in given]


def _label(row: dict[Hashable, Any]) -> str:
    """Say one covered country in a sentence, with the band where the record gives one."""
    banded = pd.notna(row["low_12"]) and pd.notna(row["high_12"])
    return say(
        "map-label-band" if banded else "map-label",
        country=row["country"],
        level=say(f"level-{row['level']}"),
        deaths=int(row["deaths_12"]),
        low=int(row["low_12"]) if banded else 0,
        high=int(row["high_12"]) if banded else 0,
    )
