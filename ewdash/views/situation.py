"""The Situation page as values: the answer in a sentence, and what its sections show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash.analysis import levels
from ewdash.analysis.attention import acts
from ewdash.model import words
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.views import bridge, councils, displacement, events, rights, signals, violence
from ewdash.views.block import Block
from ewdash.views.measure import Measure
from ewdash.views.months import Describe, Load, as_of, record

# Sections below the timeline, in the order of the control; each shows its blocks one by one, so
# that a table that fails takes only its own picture along.
SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "bridge": (councils.record_of_acts, bridge.clock, bridge.to_new_york, councils.reviews),
    "outlook": (signals.fan, signals.base_rates),
    "stages": (signals.stage_history,),
    "violence": (violence.by_type, violence.civilians),
    "rights": (rights.indices,),
    "displacement": (displacement.stocks,),
    "where": (events.where,),
}


@dataclass(frozen=True)
class Answer:
    """What the page says before any picture."""

    headline: str
    measures: tuple[Measure, ...]
    notes: tuple[str, ...]


def answer(*, country: str, month: pd.Timestamp, load: Load, describe: Describe) -> Answer:
    """Say in a sentence and a few figures how serious the situation is and how sure that is.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    del describe
    places = Places(load("country"))
    name = places.name(country)
    rows = record(load)
    rows = rows[rows["iso3"] == country]
    found = levels.at_month(rows, month)
    notes = list(places.notes(country))
    if found.empty:
        return Answer(_not_covered(places, country, month), (), tuple(notes))
    now = found.iloc[0]
    if now["vintage"] != "final":
        notes.insert(0, say(f"notice-{now['vintage'].replace('_', '-')}"))
    return Answer(_headline(name, now, month), _measures(rows, now, month), tuple(notes))


def _not_covered(places: Places, country: str, month: pd.Timestamp) -> str:
    other = places.filed_under(country)
    if other:
        return say("headline-filed-under", country=places.name(country), other=places.name(other))
    return say("headline-not-covered", country=places.name(country), month=words.month(month))


def _headline(name: str, now: "pd.Series[Any]", month: pd.Timestamp) -> str:
    banded = pd.notna(now["low_12"]) and pd.notna(now["high_12"])
    kind = "none" if now["deaths_12"] == 0 else "band" if banded else str(now["vintage"]).replace("_", "-")
    sentence = say(
        f"headline-situation-{kind}",
        country=name,
        month=words.month(month),
        deaths=_whole(now["deaths_12"]),
        low=_whole(now["low_12"]),
        high=_whole(now["high_12"]),
    )
    return f"{sentence} {_compared(now)}".strip()


def _whole(value: Any) -> int:  # noqa: ANN401 - a cell of a nullable column
    return int(value) if pd.notna(value) else 0


def _compared(now: "pd.Series[Any]") -> str:
    """Compare the twelve months with the twelve before, inside one vintage or not at all."""
    if pd.isna(now["deaths_12_before"]):
        return say("compared-withheld")
    before, deaths = _whole(now["deaths_12_before"]), _whole(now["deaths_12"])
    if before == deaths == 0:
        return ""
    direction = "more" if deaths > before else "fewer" if deaths < before else "same"
    return say(f"compared-{direction}", before=before)


def _measures(rows: pd.DataFrame, now: "pd.Series[Any]", month: pd.Timestamp) -> tuple[Measure, ...]:
    window = levels.Window(month)
    civilian = levels.complete_sum(rows, window.year, "deaths_civilians")
    key = (now["iso3"], now["vintage"])
    share = civilian.get(key)
    found = [
        Measure(say("measure-level"), say(f"level-{now['level']}"), say("measure-level.explained")),
        Measure(
            say("measure-month", month=words.month(month)),
            say("figure", value=_whole(now["deaths_month"]))
            if pd.notna(now["deaths_month"])
            else say("unknown"),
            say("measure-month.explained"),
        ),
        Measure(
            say("measure-change"),
            _times(now),
            say("measure-change.explained"),
        ),
        Measure(
            say("measure-civilians"),
            say("figure", value=_whole(share)) if share is not None and pd.notna(share) else say("unknown"),
            say("measure-civilians.explained"),
        ),
    ]
    return tuple(found)


def _times(now: "pd.Series[Any]") -> str:
    """Say the change as a multiple; nothing against nothing is no multiple."""
    if pd.isna(now["change"]):
        return say("withheld")
    if now["deaths_month"] == now["deaths_12"] == 0:
        return say("none-recorded")
    return say("times", ratio=f"{now['change']:.1f}")


def last_acts(*, country: str, month: pd.Timestamp, load: Load, describe: Describe) -> tuple[Measure, ...]:
    """Say what each Council last did on the country as of a month, from verified rows only."""
    done = acts(councils.acts_of(country, load))
    done = done[done["verified"] & (done["date"] <= as_of(month, load=load, describe=describe))]
    found = []
    for lane in ("hrc", "sc"):
        part = done[done["lane"] == lane]
        value = words.day(part["date"].iloc[-1]) if len(part) else say("none-recorded")
        label = str(part["label"].iloc[-1]) if len(part) else ""
        found.append(Measure(say(f"measure-last-{lane}"), value, label))
    return tuple(found)
