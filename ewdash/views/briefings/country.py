"""The briefing pack of one situation: what a delegate needs in two minutes, and a briefer on a screen."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, responses, signals_at
from ewdash.analysis.connections import alive
from ewdash.analysis.council_acts import acts
from ewdash.charts import timelines
from ewdash.charts.captions import caption, source_line
from ewdash.data.geometry import has_shape
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Map, Note, Section
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.lanes import COVERED_TO, CROSSINGS
from ewdash.model.symbols import bracketed
from ewdash.views import councils, country_councils, signals, situation, violence
from ewdash.views.block import block, csv
from ewdash.views.briefings.builder import Gathering, section
from ewdash.views.months import OPEN, as_of, country_months
from ewdash.views.world import world_spec

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
RESOLVED = pd.Timestamp("2020-10-07")  # resolution 45/31


@dataclass(frozen=True)
class Asked:
    """What the parts of one pack have in common."""

    country: str
    name: str
    month: pd.Timestamp
    years: int | None
    record: Record

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
        return violence.period(
            country_months(self.record), self.years, ends=None if self.at == OPEN else self.at
        )

    @property
    def given(self) -> dict[str, Any]:
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
) -> Briefing:
    """Assemble the pack of one situation.

    Args:
        country: Its iso3.
        month: Last of the twelve months it speaks of.
        years: Years back of the pictures; None is the whole record.
        sections: Keys of `SECTIONS` to include, in any order; the pack keeps its own.
        address: Of the page that makes it, printed in it.
        note: The analyst's note, if it is asked for.
        record: The installed tables.

    Raises:
        UnknownCountryError: If the country table has no such code.
    """
    name = record.places.name(country)
    asked = Asked(country, name, month, years, record)
    answer = situation.answer(**asked.given)
    found = Gathering()
    measures = answer.measures
    for more in (signals.stage_measure, situation.last_acts):
        measures += found.tried(functools.partial(more, **asked.given)) or ()
    for key, make in SECTIONS.items():
        if key in sections:
            found.add(functools.partial(make, found, asked))
    return found.assemble(
        name=f"{country.lower()}-{month:%Y-%m}",
        title=name,
        subtitle=translate(
            "pack-subtitle" if asked.at == OPEN else "pack-subtitle-past", month=i18n.month(month)
        ),
        headline=answer.headline,
        measures=measures,
        notes=record.places.notes(country),
        unknown=_unknown(asked),
        cards=found.cards(record, TABLES),
        address=address,
        note=note,
    )


def _unknown(asked: Asked) -> list[str]:
    """Say what such a pack can never know, and what this month's record lacks."""
    late = asked.month.date() > asked.record.card("conflict_month").provenance.covers_to
    return [
        *([translate("pack-unknown-past")] if asked.at < OPEN else []),
        *([translate("notice-candidate")] if late else []),
        translate("pack-unknown-preliminary"),
        translate("pack-unknown-floor"),
        translate("pack-unknown-acts", hrc=i18n.day(COVERED_TO["hrc"]), sc=i18n.day(COVERED_TO["sc"])),
        translate("pack-unknown-crossings"),
        translate("pack-unknown-closed"),
    ]


def _alert(found: Gathering, asked: Asked) -> Section:
    del found
    card = signals.alert_card(**asked.given)
    return Section(
        key="alert",
        title=translate("pack-alert"),
        message=card.headline,
        lines=tuple(f"{label}: {text}" for label, text in card.lines),
        spoken=card.loud,
    )


def _map(found: Gathering, asked: Asked) -> Section:
    del found
    places = asked.record.places
    if not has_shape(asked.country):
        raise NotCoveredError(table=translate("part-map"), country=asked.name)
    spec, source = world_spec(asked.record, month=asked.month)
    facts = {"country": asked.name, "month": i18n.month(asked.month)}
    title = translate("chart-map-country", **facts)
    label = spec["labels"].get(asked.country, asked.name)
    return Section(
        key="map",
        title=title,
        message=label,
        drawing=Map({**spec, "title": title}, (asked.country,), places.options()),
        alt=f"{title}. {label}",
        caption=caption("map-country", **facts),
        source=source,
        half=True,
    )


def _trend(found: Gathering, asked: Asked) -> Section:
    made = violence.by_type(years=asked.years, ends=None if asked.at == OPEN else asked.at, **asked.given)
    found.keep(made)
    if not made.table["deaths_best"].sum():
        span = {"first": str(made.table["year"].min()), "last": str(made.table["year"].max())}
        return Section(
            key="trend",
            title=made.title,
            message=translate("pack-trend-none", country=asked.name, **span),
            source=made.source,
        )
    final = asked.record.table("conflict_year")
    final = final[(final["iso3"] == asked.country) & final["year"].isin(made.table["year"])]
    last = final[final["year"] == final["year"].max()].set_index("type")["deaths_best"].astype(int)
    message = translate(
        "pack-trend",
        country=asked.name,
        year=str(int(final["year"].max())),
        deaths=int(last.sum()),
        **{kind: int(last.get(kind, 0)) for kind in ("state_based", "non_state", "one_sided")},
    )
    return section(made, key="trend", message=message, half=True)


def _bridge(found: Gathering, asked: Asked) -> Section:
    first, last = asked.period
    everything = country_months(asked.record, [asked.country])
    rows = everything[everything["month"].between(first, last)]
    done = councils.lanes_of(asked.record, asked.country)
    seen = done[done["date"].between(first, last)]
    known = signals.signals_of(asked.record, asked.country)
    known = known[known["month"].between(first, last)]
    lanes = [lane for lane in LANES if lane in ("hrc", "sc") or (seen["lane"] == lane).any()]
    made = block(
        "brief",
        timelines.brief(rows, known, seen, lanes=lanes, period=(first, last)),
        councils.listed(seen),
        asked.record.card("conflict_month"),
        asked.record.card("conflict_month_recent"),
        asked.record.card("council_action"),
        country=asked.name,
        acts=len(seen),
    )
    found.keep(made)
    found.data.append(("months.csv", _months(rows, everything, known, asked)))
    sure = seen[seen["verified"] & (seen["act_class"] != "review")]
    crossings = sure[sure["act_class"].isin(CROSSINGS)]
    return section(
        made,
        key="bridge",
        message=translate(
            "pack-bridge",
            first=i18n.month(first),
            hrc=int(((sure["council"] == "hrc") & sure["lane"].ne("between")).sum()),
            sc=int((sure["lane"] == "sc").sum()),
            heard=int(crossings["date"].nunique()),
        ),
    )


def _months(rows: pd.DataFrame, everything: pd.DataFrame, known: pd.DataFrame, asked: Asked) -> bytes:
    """Return the numbers behind the headline and the bridge, month by month, as CSV."""
    table = rows.merge(levels.timeline(everything), on=["month", "vintage"], how="left")
    table = table.merge(known[["month", "vintage", "stage", "alert"]], on=["month", "vintage"], how="left")
    names = ["deaths_best", "deaths_low", "deaths_high", "deaths_civilians", "deaths_12"]
    cards = map(asked.record.card, ("conflict_month", "conflict_month_recent", "signal_month"))
    return csv(
        violence.worded(table)[["month", "vintage", *names, "level", "stage", "alert"]],
        source=source_line(*cards),
    )


def _gap(found: Gathering, asked: Asked) -> Section:
    made = found.keep(country_councils.clock(years=None, **asked.given))
    done = country_councils.verified_acts(asked.record)
    done = done[(done["iso3"] == asked.country) & (done["date"] <= asked.at)]
    starts = responses.triggers(signals.signals_of(asked.record, asked.country), "alert")
    own = responses.clock(starts[starts["date"] <= asked.month], done)
    own = own.assign(covered_to=own["covered_to"].where(own["covered_to"] < asked.at, asked.at))
    if own.empty:
        raise NotCoveredError(table=translate("chart-clock", country=asked.name), country=asked.name)
    last = own[own["date"] == own["date"].max()].set_index("body")
    lines = [_followed(last.loc[body].to_dict(), body) for body in responses.BODIES]
    return Section(
        key="gap",
        title=translate("pack-gap"),
        message=translate("pack-gap-message", month=i18n.month(last["date"].iloc[0])),
        lines=(*lines, *made.notes, translate("pack-sequence")),
        source=made.source,
    )


def _followed(row: dict[str, Any], body: str) -> str:
    """Say what followed a sign on one side, with its day and symbol, or that nothing is on record."""
    named = translate(f"followed-{body}")
    if not isinstance(row["act"], str):
        return translate("pack-followed-none", body=named, day=i18n.day(row["covered_to"]))
    return translate(
        "pack-followed",
        body=named,
        days=translate("days", days=int(row["days"])),
        act=row["act"],
        symbol=bracketed(row["symbol"]),
        inside="yes" if row["acted"] < row["date"] + pd.offsets.MonthBegin() else "no",
    )


def _new_york(found: Gathering, asked: Asked) -> Section:
    made = found.keep(country_councils.to_new_york(years=None, **asked.given))
    living = int((made.table["class"] == translate("class-living-mechanism")).sum())
    message = translate(
        "pack-new-york",
        acts=len(made.table) - living,
        living=living,
        resolved="yes" if asked.at >= RESOLVED else "no",
    )
    return section(made, key="newyork", message=message)


def _cooperation(found: Gathering, asked: Asked) -> Section:
    made = councils.reviews(years=None, **asked.given)
    held = made.table[pd.to_datetime(made.table["session_opened"]) <= asked.at]
    found.keep(replace(made, table=held))
    done = acts(councils.acts_of(asked.record, asked.country))
    texts = done[(done["act_class"] == "technical_cooperation") & (done["date"] <= asked.at)]
    lines = [
        translate(
            "reviewed-on",
            session=int(last["session"]),
            cycle=int(last["cycle"]),
            day=i18n.day(last["session_opened"]),
        )
        for last in held.tail(1).to_dict("records")
    ]
    lines += [
        translate("pack-item10-none")
        if texts.empty
        else translate(
            "pack-item10",
            texts=len(texts),
            day=i18n.day(texts["date"].iloc[-1]),
            symbol=bracketed(texts["symbol"].iloc[-1]),
        ),
        translate("pack-cooperation-unknown"),
    ]
    return Section(
        key="cooperation",
        title=translate("lane-state"),
        message=translate("pack-cooperation", reviews=len(held)),
        lines=tuple(lines),
        source=made.source,
    )


def _questions(found: Gathering, asked: Asked) -> Section:
    """Ask what the record leaves open: for a dialogue, in the words of resolution 45/31 once adopted."""
    del found
    done = acts(councils.acts_of(asked.record, asked.country))
    done = done[done["verified"] & (done["date"] <= asked.at)]
    late = asked.at >= RESOLVED
    lines = [translate("question-since", country=asked.said)] if len(done) else []
    now = signals_at.at_month(signals.signals_of(asked.record, asked.country), asked.month)
    if late and len(now) and pd.notna(now["stage"].iloc[0]) and int(now["stage"].iloc[0]) >= 1:
        lines.append(translate("question-format", stage=translate(f"stage-{int(now['stage'].iloc[0])}")))
    lines += _unheard(done, asked)
    lines.append(translate("question-state", country=asked.said))
    if late and (done["council"].eq("hrc") & done["act_class"].isin(country_councils.PREVENTION)).any():
        lines.append(translate("question-forward"))
    return Section(
        key="questions",
        title=translate("pack-questions"),
        message=translate("pack-questions-message"),
        lines=tuple(lines),
    )


def _unheard(done: pd.DataFrame, asked: Asked) -> list[str]:
    """Ask what the newest mechanism could tell the Security Council, since it last heard that side."""
    living = alive(asked.record.table("hrc_mechanism"), asked.at)
    living = living[living["iso3"].isin(asked.record.places.held(asked.country))]
    heard = done.loc[done["action_type"].isin(responses.HEARD), "date"].max()
    return [
        translate("question-heard", mechanism=row["mechanism"], day=i18n.day(heard))
        if heard >= row["established"]  # not where there is none
        else translate("question-unheard", mechanism=row["mechanism"])
        for row in living.sort_values("established").tail(1).to_dict("records")
    ]


SECTIONS: dict[str, Callable[[Gathering, Asked], Section]] = {
    "alert": _alert,
    "map": _map,
    "trend": _trend,
    "bridge": _bridge,
    "gap": _gap,
    "newyork": _new_york,
    "cooperation": _cooperation,
    "questions": _questions,
}
