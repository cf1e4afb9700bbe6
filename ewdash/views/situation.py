"""The Situation page as values: the answer in a sentence, and what its sections show."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, verdicts
from ewdash.analysis.responses import of_the_country
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.model.situations import BANDS, FINAL, HIGHER, LOWER, LOWER_BOUND, OPEN
from ewdash.views import (
    accountability,
    alert_history,
    cooperation,
    councils,
    country_councils,
    displacement,
    due,
    due_before_both,
    events,
    margins,
    precedents,
    provinces,
    review_notes,
    rights,
    settled,
    signals,
    stages,
    violence,
)
from ewdash.views.block import Block
from ewdash.views.measure import Measure, comparable, counted, multiple, nothing, state
from ewdash.views.months import as_of, country_months, levels_at, month_place, vintage_note
from ewdash.views.terms import explained, named

# Sections below the timeline, in the order of the control; each shows its blocks one by one, so
# that a table that fails takes only its own picture along.
WITH_TIMELINE = ("bridge", "stages")  # the parts that stand under the escalation timeline
DATED = ("due",)  # the parts that look ahead from a day
ACCOUNTABILITY = "accountability"  # the part in which one of several investigative bodies is chosen
OWN = "records"  # the part of the viewer's own records
SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "bridge": (
        councils.record_of_acts,
        margins.margin,
        country_councils.clock,
        country_councils.clock_shares,
        precedents.alike,
        precedents.cases,
    ),
    "due": (due.of_country, due_before_both.both_of_country),
    "state": (cooperation.state_part, cooperation.treaties),
    ACCOUNTABILITY: (accountability.sequence, accountability.before_after, accountability.rights),
    "alerts": (alert_history.history,),
    "outlook": (stages.fan, stages.base_rates),
    "stages": (stages.stage_history,),
    "violence": (violence.by_type, violence.civilians),
    "rights": (rights.indices,),
    "displacement": (displacement.stocks,),
    "where": (events.where, provinces.provinces),
}


class _Act(NamedTuple):
    """What is told of a Council's last act."""

    council: str
    date: pd.Timestamp
    act_class: str
    body: str
    label: str


@dataclass(frozen=True)
class Answer:
    """What the page says before any picture."""

    headline: str
    measures: tuple[Measure, ...]
    notes: tuple[str, ...]
    urgent: int = 0  # how many of the notes, the first ones, a reader must see beside the figures


def answer(record: Record, *, country: str, month: pd.Timestamp) -> Answer:
    """Say in a sentence and a few figures how serious the situation is and how sure that is.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    places = record.places
    name = places.name(country)
    rows = country_months(record, [country])
    level_rows = levels_at(record, month, [country])
    notes = list(places.notes(country))
    said = settled.sentence(record, country, month)
    final, since = (said, "") if settled.after(record, month) else ("", said)
    if level_rows.empty:
        return Answer(_not_covered(places, country, month), (), tuple(notes))
    now = level_rows.iloc[0]
    if now["vintage"] != FINAL:
        vintage = state(now["vintage"])
        kind = "preliminary" if vintage == "candidate" else vintage
        notes.insert(0, f"{named(kind)} {vintage_note(record, now['vintage'])}")
    compared = _compared(record, now, rows, month)
    sentences = [final, _headline(name, now, month, named=not final), compared, since]
    urgent = review_notes.sentences(record, country, month)
    notes = [*urgent, *filter(None, [_crossing(now, month)]), *notes]
    headline = " ".join(filter(None, sentences))
    return Answer(headline, _measures(record, level_rows, month), tuple(notes), len(urgent))


def _not_covered(places: Places, country: str, month: pd.Timestamp) -> str:
    other = places.filed_under(country)
    if other:
        return translate("headline-filed-under", country=places.name(country), other=places.said(other))
    return translate("headline-not-covered", country=places.name(country), month=i18n.month(month))


def _headline(name: str, now: "pd.Series[Any]", month: pd.Timestamp, *, named: bool) -> str:
    banded = now["vintage"] == FINAL and pd.notna(now["low_12"]) and pd.notna(now["high_12"])
    kind = "none" if now["deaths_12"] == 0 else "band" if banded else state(now["vintage"])
    return translate(
        f"headline-situation-{kind}",
        country=name,
        named="yes" if named else "no",
        month=i18n.month(month),
        state=state(now["vintage"]),
        deaths=_whole(now["deaths_12"]),
        low=_whole(now["low_12"]),
        high=_whole(now["high_12"]),
    )


def _crossing(now: "pd.Series[Any]", month: pd.Timestamp) -> str:
    """Say how many of the deaths are in events that cross a month's end; nothing where none are."""
    crossing, beyond = _whole(now["crossing_12"]), _whole(now["crossing_month"])
    if not crossing or now["vintage"] == LOWER_BOUND:
        return ""
    return translate(
        "crossing-year",
        crossing=crossing,
        beyond=beyond if beyond < crossing else 0,
        month=i18n.month(month),
    )


def _whole(value: Any) -> int:  # noqa: ANN401 - a cell of a nullable column
    return int(value) if pd.notna(value) else 0


def _compared(record: Record, now: "pd.Series[Any]", rows: pd.DataFrame, month: pd.Timestamp) -> str:
    """Compare the twelve months with the twelve before, or say what can be told across states."""
    if pd.isna(now["deaths_12_before"]):
        return _verdict(record, rows, month)
    before, deaths = _whole(now["deaths_12_before"]), _whole(now["deaths_12"])
    if before == deaths == 0:
        return ""
    direction = "more" if deaths > before else "fewer" if deaths < before else "same"
    sentence = translate(f"compared-{direction}", before=before)
    months, dated = rows["month"].to_numpy(), rows["deaths_dated"].to_numpy(dtype=float, na_value=0)
    dated = np.where(rows["vintage"].to_numpy() == now["vintage"], dated, 0)
    ends = [month - pd.DateOffset(years=back) for back in range(3)]
    late, early = (int(dated[(months > first) & (months <= last)].sum()) for last, first in pairwise(ends))
    if (late - early) * (deaths - before) < 0:
        sentence += f" {translate('compared-turned', dated=late, before=early)}"
    return sentence


def _verdict(record: Record, rows: pd.DataFrame, month: pd.Timestamp) -> str:
    """Say which way the twelve months will stand against the twelve before, once final, or why not."""
    country = str(rows["iso3"].iloc[0])
    if settled.answers(record, country, month):
        return ""
    found = verdicts.verdict(rows, month, record.once(_revisions))
    judged = found.direction != OPEN or found.reason in ("near", "undercounted")
    if judged and settled.restated(record, country):
        found = verdicts.Verdict(OPEN, reason="restated")
    facts = settled.facts(record) | {"before": _before(verdicts.windows(rows, month))}
    if found.direction == OPEN:
        return translate(f"verdict-{found.reason}", **facts)
    share = "none" if found.share is None else signals.in_ten(found.share)
    told, right = record.once(_tried)[found.direction]
    sentence = translate(f"verdict-{found.direction}", share=share, **facts)
    return " ".join(filter(None, [sentence, translate("verdict-tried", told=told, right=right, **facts)]))


def _before(both: pd.DataFrame | None) -> str:
    """Say the deaths of the twelve months before; of two states of the record no sum is drawn."""
    if both is None:
        return ""
    before = both.iloc[:12]
    final = before["vintage"].eq(FINAL)
    kind = "final" if final.all() else "mixed" if final.any() else "preliminary"
    return translate("verdict-before", kind=kind, before=int(before["deaths_best"].sum()))


def _tried(record: Record) -> dict[str, tuple[int, int]]:
    """Return of each direction how often it was said where the outcome is known, and how often rightly."""
    trial = record.current("verdict_year")
    trial = trial[trial["settled"].notna()]
    right = trial["direction"].eq(trial["settled"])
    said = {direction: trial["direction"].eq(direction) for direction in (HIGHER, LOWER)}
    return {direction: (int(rows.sum()), int((rows & right).sum())) for direction, rows in said.items()}


def _revisions(record: Record) -> pd.DataFrame:
    return verdicts.revisions(record.table("conflict_month_recent"), record.table("conflict_year_settled"))


def _civilians(record: Record) -> pd.Series:
    """Return the civilian deaths of twelve months, of each of the `country_months`."""
    return levels.year_sums(country_months(record), "deaths_civilians")


def _measures(record: Record, level_rows: pd.DataFrame, month: pd.Timestamp) -> tuple[Measure, ...]:
    now = level_rows.iloc[0]
    place = month_place(record, now["iso3"], month, now["vintage"])
    return (
        Measure(
            translate("measure-level"),
            _level(now),
            f"{explained('level')} {translate('measure-level.explained')}",
        ),
        Measure(
            translate("measure-month", month=i18n.month(month)),
            counted(now["deaths_month"], now["vintage"] if pd.isna(now["change"]) else now["change_vintage"]),
            translate("measure-month-longer", crossing=_whole(now["crossing_month"]))
            if _whole(now["crossing_month"])
            else translate("measure-month.explained"),
        ),
        Measure(
            translate("measure-change"),
            _times(level_rows),
            translate("measure-change.explained", month=i18n.month(month)),
        ),
        Measure(
            translate("measure-civilians"),
            counted(record.once(_civilians).array[place], now["vintage"]),
            translate("measure-civilians.explained"),
        ),
    )


def _level(now: "pd.Series[Any]") -> str:
    """Say the level; of a lower bound only where it begins."""
    level = int(now["level"])
    if now["vintage"] != LOWER_BOUND or level == len(BANDS) - 1:
        return translate(f"level-{level}")
    return translate("level-bound", deaths=BANDS[level])


def _times(now: pd.DataFrame) -> str:
    """Say the change of one country as a multiple; nothing against nothing is no multiple."""
    if nothing(now).all():
        vintage = now["change_vintage"].iloc[0]
        return translate("none-recorded") if vintage == FINAL else counted(0, vintage)
    change = comparable(now)["change"].iloc[0]
    return translate("withheld") if pd.isna(change) else translate("times", ratio=multiple(change))


def last_acts(record: Record, *, country: str, month: pd.Timestamp) -> tuple[Measure, ...]:
    """Say what each Council last did on the country as of a month, from verified rows only."""
    at = as_of(record, month)
    verified = record.recent(_verified, i18n.LANGUAGE.get()).get(country, [])
    known = [act for act in verified if act.date <= at]
    recalled = record.recent(_recalled, i18n.LANGUAGE.get()).get(country, [])
    unverified = {act.council for act in recalled if act.date <= at}
    return tuple(
        _last_act([act for act in known if act.council == side], side, unverified=side in unverified)
        for side in ("hrc", "sc")
    )


def _verified(record: Record, language: str) -> dict[str, list[_Act]]:
    """Return the verified acts of each country, oldest first."""
    return _acts(record, language, verified=True)


def _recalled(record: Record, language: str) -> dict[str, list[_Act]]:
    """Return the acts of each country that are not verified, oldest first."""
    return _acts(record, language, verified=False)


def _acts(record: Record, language: str, *, verified: bool) -> dict[str, list[_Act]]:
    del language  # of the labels
    rows = of_the_country(councils.every_act(record))
    rows = rows[rows["verified"].eq(verified)]
    found: dict[str, list[_Act]] = {}
    for code, *act in zip(rows["iso3"], *(rows[name] for name in _Act._fields), strict=True):
        found.setdefault(code, []).append(_Act(*act))
    return found


def _last_act(acts: list[_Act], council: str, *, unverified: bool) -> Measure:
    """Say the last of a Council's acts with its body, or whether only unverified ones are on record."""
    if not acts:
        none = translate("none-verified" if unverified else "none-recorded")
        return Measure(translate(f"measure-last-{council}"), none, "")
    day = [act for act in acts if act.date == acts[-1].date]
    adopted = [act for act in day if act.act_class != "veto"]  # goes before what was not adopted that day
    last = (adopted or day)[-1]
    label = translate("measure-last-of", body=translate(f"body-{last.body.lower()}"))
    return Measure(label, i18n.day(last.date), str(last.label))
