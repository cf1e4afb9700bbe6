"""What the Councils did, what followed an alert and what is due, as parts of a situation's briefing."""

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, responses, vintages
from ewdash.analysis.council_acts import number
from ewdash.charts import timelines
from ewdash.charts.captions import source_line
from ewdash.exports.briefing import Section
from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.lanes import CROSSINGS, NAMED
from ewdash.model.symbols import bracketed
from ewdash.views import councils, country_councils, long_events, peaks, signals, violence
from ewdash.views.block import block, with_headings
from ewdash.views.briefings import dues
from ewdash.views.briefings.builder import Gathering, Heading, Maker, section
from ewdash.views.briefings.request import RESOLUTION_DAY, Request
from ewdash.views.months import country_months

LANES = ("hrc", "between", "sc", "state")


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
    return dues.heading(request.record, scope=(request.country,), name=request.said, day=request.day)


def _due(gathering: Gathering, request: Request) -> Section:
    scope = (request.country,)
    return dues.section(gathering, request.record, scope=scope, name=request.said, day=request.day)


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


BRIDGE = Maker(_bridge_heading, _bridge)
DUE = Maker(_due_heading, _due)
GAP = Maker(_gap_heading, _gap)
NEW_YORK = Maker(_new_york_heading, _new_york, ("hrc_mechanism",))
