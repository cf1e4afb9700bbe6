"""The briefing pack of one situation: what a delegate needs in two minutes, and a briefer on a screen."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash.analysis import readings, responses
from ewdash.analysis.attention import acts
from ewdash.charts import briefs
from ewdash.charts.captions import caption
from ewdash.data.geometry import has_shape
from ewdash.model import words
from ewdash.model.errors import NotCoveredError
from ewdash.model.lanes import COVERED_TO, CROSSINGS
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.papers.pack import Map, Note, Pack, Part
from ewdash.views import bridge, councils, signals, situation, violence
from ewdash.views.block import block
from ewdash.views.months import Describe, Load, record
from ewdash.views.packs import Gathering, part
from ewdash.views.world import world_view

# The tables behind a situation's pack, in the order of its sources.
TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "conflict_year",
    "signal_month",
    "track_record",
    "council_action",
    "council_crossing",
    "hrc_mechanism",
    "upr_review",
    "geometry",
)
LANES = ("hrc", "between", "sc", "state")


@dataclass(frozen=True)
class Asked:
    """What the parts of one pack have in common."""

    country: str
    name: str
    month: pd.Timestamp
    years: int | None
    load: Load
    describe: Describe

    @property
    def given(self) -> dict[str, Any]:
        """The arguments that every view of a situation takes."""
        return {
            "country": self.country,
            "month": self.month,
            "load": self.load,
            "describe": self.describe,
        }


def situation_pack(
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    load: Load,
    describe: Describe,
) -> Pack:
    """Assemble the pack of one situation.

    Args:
        country: Its iso3.
        month: Last of the twelve months it speaks of.
        years: Years back of the pictures; None is the whole record.
        sections: Keys of `SECTIONS` to include, in any order; the pack keeps its own.
        address: Of the page that makes it, printed in it.
        note: The analyst's note, if it is asked for.
        load: Reads a table.
        describe: Reads a card.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    name = Places(load("country")).name(country)
    asked = Asked(country, name, month, years, load, describe)
    answer = situation.answer(**asked.given)
    measures = answer.measures + signals.stage_measure(**asked.given)
    measures += situation.last_acts(country=country, load=load, describe=describe)
    found = Gathering()
    for key, make in SECTIONS.items():
        if key in sections:
            found.add(functools.partial(make, found, asked))
    return found.packed(
        name=f"{country.lower()}-{month:%Y-%m}",
        title=name,
        subtitle=say("pack-subtitle", month=words.month(month)),
        headline=answer.headline,
        measures=measures,
        notes=Places(load("country")).notes(country),
        unknown=_unknown(month, describe),
        cards=[describe(table) for table in TABLES],
        address=address,
        note=note,
    )


def _unknown(month: pd.Timestamp, describe: Describe) -> list[str]:
    """Say what such a pack can never know, and what this month's record lacks."""
    late = month.date() > describe("conflict_month").provenance.covers_to
    return [
        *([say("notice-candidate")] if late else []),
        say("pack-unknown-preliminary"),
        say("pack-unknown-floor"),
        say("pack-unknown-acts", hrc=words.day(COVERED_TO["hrc"]), sc=words.day(COVERED_TO["sc"])),
        say("pack-unknown-closed"),
    ]


def _alert(found: Gathering, asked: Asked) -> Part:
    del found
    card = signals.alert_card(**asked.given)
    return Part(
        key="alert",
        title=say("pack-alert"),
        message=card.headline,
        lines=tuple(f"{label}: {text}" for label, text in card.lines),
        spoken=card.loud,
    )


def _map(found: Gathering, asked: Asked) -> Part:
    del found
    places = Places(asked.load("country"))
    if not has_shape(asked.country):
        raise NotCoveredError(table=say("part-map"), country=asked.name)
    view = world_view(
        month=asked.month, region=None, group=None, layer="level", load=asked.load, describe=asked.describe
    )
    facts = {"country": asked.name, "month": words.month(asked.month)}
    title = say("chart-map-country", **facts)
    label = view.map["labels"].get(asked.country, asked.name)
    return Part(
        key="map",
        title=title,
        message=label,
        drawing=Map({**view.map, "title": title}, (asked.country,), places.options()),
        alt=f"{title}. {label}",
        caption=caption("map-country", **facts),
        source=view.block.source,
        half=True,
    )


def _trend(found: Gathering, asked: Asked) -> Part:
    made = found.keep(violence.by_type(years=asked.years, **asked.given))
    final = asked.load("conflict_year")
    final = final[(final["iso3"] == asked.country) & (final["year"] <= asked.month.year)]
    last = final[final["year"] == final["year"].max()].set_index("type")["deaths_best"].astype(int)
    message = say(
        "pack-trend",
        country=asked.name,
        year=str(int(final["year"].max())),
        deaths=int(last.sum()),
        **{kind: int(last.get(kind, 0)) for kind in ("state_based", "non_state", "one_sided")},
    )
    return part(made, key="trend", message=message, half=True)


def _bridge(found: Gathering, asked: Asked) -> Part:
    everything = record(asked.load)
    first, last = violence.period(everything, asked.years)
    rows = everything[(everything["iso3"] == asked.country) & everything["month"].between(first, last)]
    done = councils.lanes_of(asked.country, asked.load)
    seen = done[done["date"].between(first, last)]
    known = signals.signals(asked.load, asked.describe)
    known = known[(known["iso3"] == asked.country) & known["month"].between(first, last)]
    lanes = [lane for lane in LANES if lane in ("hrc", "sc") or (seen["drawn"] == lane).any()]
    made = block(
        "brief",
        briefs.bridge(rows, known, seen, lanes=lanes, period=(first, last)),
        councils.listed(seen),
        asked.describe("conflict_month"),
        asked.describe("conflict_month_recent"),
        asked.describe("council_action"),
        country=asked.name,
        acts=len(seen),
    )
    found.keep(made)
    sure = seen[seen["verified"]]
    crossings = sure[sure["class_"].isin(CROSSINGS)]
    return part(
        made,
        key="bridge",
        message=say(
            "pack-bridge",
            first=words.month(first),
            hrc=int(((sure["lane"] == "hrc") & sure["drawn"].isin(["hrc", "state"])).sum()),
            sc=int((sure["drawn"] == "sc").sum()),
            heard=int(crossings["date"].nunique()),
        ),
    )


def _gap(found: Gathering, asked: Asked) -> Part:
    made = found.keep(bridge.clock(years=None, **asked.given))
    clocks = responses.clock(
        responses.signs(signals.signals(asked.load, asked.describe), "alert"),
        bridge.verified_acts(asked.load),
    )
    own = clocks[(clocks["iso3"] == asked.country) & (clocks["date"] <= asked.month)]
    if own.empty:
        raise NotCoveredError(table=say("chart-clock", country=asked.name), country=asked.name)
    last = own[own["date"] == own["date"].max()].set_index("body")
    lines = [_followed(last.loc[body].to_dict(), body) for body in responses.BODIES]
    return Part(
        key="gap",
        title=say("pack-gap"),
        message=say("pack-gap-message", month=words.month(last["date"].iloc[0])),
        lines=(*lines, *made.notes, say("pack-sequence")),
        source=made.source,
    )


def _followed(row: dict[str, Any], body: str) -> str:
    """Say what followed a sign on one side, with its day and symbol, or that nothing is on record."""
    named = say(f"followed-{body}")
    if not isinstance(row["act"], str):
        return say("pack-followed-none", body=named, day=words.day(row["covered_to"]))
    symbol = f" ({row['symbol']})" if isinstance(row["symbol"], str) else ""
    return say(
        "pack-followed", body=named, days=say("days", days=int(row["days"])), act=row["act"], symbol=symbol
    )


def _new_york(found: Gathering, asked: Asked) -> Part:
    made = found.keep(bridge.to_new_york(years=None, **asked.given))
    living = int((made.table["class"] == say("class-living-mechanism")).sum())
    message = say("pack-new-york", acts=len(made.table) - living, living=living)
    return part(made, key="newyork", message=message)


def _cooperation(found: Gathering, asked: Asked) -> Part:
    made = found.keep(councils.reviews(years=None, **asked.given))
    done = acts(councils.acts_of(asked.country, asked.load))
    texts = done[
        (done["class_"] == "technical_cooperation") & (done["date"] <= asked.month + pd.offsets.MonthEnd(0))
    ]
    last = made.table.iloc[-1]
    lines = [
        say(
            "reviewed-on",
            session=int(last["session"]),
            cycle=int(last["cycle"]),
            day=words.day(last["session_opened"]),
        ),
        say("pack-item10-none")
        if texts.empty
        else say(
            "pack-item10",
            texts=len(texts),
            day=words.day(texts["date"].iloc[-1]),
            symbol=f" ({texts['symbol'].iloc[-1]})" if isinstance(texts["symbol"].iloc[-1], str) else "",
        ),
        say("pack-cooperation-unknown"),
    ]
    return Part(
        key="cooperation",
        title=say("lane-state"),
        message=say("pack-cooperation", country=asked.name, reviews=len(made.table)),
        lines=tuple(lines),
        source=made.source,
    )


def _questions(found: Gathering, asked: Asked) -> Part:
    """Ask what the record leaves open: for a dialogue, in the words of resolution 45/31."""
    del found
    lines = [say("question-since", country=asked.name)]
    now = readings.at_month(
        signals.signals(asked.load, asked.describe).query("iso3 == @asked.country"), asked.month
    )
    if len(now) and pd.notna(now["stage"].iloc[0]) and int(now["stage"].iloc[0]) >= 1:
        lines.append(say("question-format", stage=say(f"stage-{int(now['stage'].iloc[0])}")))
    mechanisms = asked.load("hrc_mechanism")
    held = Places(asked.load("country")).held(asked.country)
    living = mechanisms[mechanisms["iso3"].isin(held) & (mechanisms["status"] == "active")]
    done = acts(councils.acts_of(asked.country, asked.load))
    heard = done[done["action_type"].isin(responses.HEARD) & done["verified"]]
    for row in living.sort_values("established").tail(1).to_dict("records"):
        last = heard["date"].max()
        lines.append(
            say("question-unheard", mechanism=row["mechanism"])
            if heard.empty
            else say("question-heard", mechanism=row["mechanism"], day=words.day(last))
        )
    lines.append(say("question-state", country=asked.name))
    lines.append(say("question-forward"))
    return Part(
        key="questions",
        title=say("pack-questions"),
        message=say("pack-questions-message"),
        lines=tuple(lines),
    )


SECTIONS: dict[str, Callable[[Gathering, Asked], Part]] = {
    "alert": _alert,
    "map": _map,
    "trend": _trend,
    "bridge": _bridge,
    "gap": _gap,
    "newyork": _new_york,
    "cooperation": _cooperation,
    "questions": _questions,
}
