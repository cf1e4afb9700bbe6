"""Deaths in one country over time, as blocks: the escalation timeline, by type, civilians."""

import functools
from dataclasses import replace

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, stages, vintages
from ewdash.analysis.council_acts import number, present, turning_points
from ewdash.charts import timelines, trends
from ewdash.charts.own_records import told
from ewdash.data import cooperation_files as files
from ewdash.data import own_records
from ewdash.data.record import UNUSABLE, Record, spans
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, NotCoveredError, NotesUnusableError
from ewdash.model.situations import BANDS, LOWER_BOUND
from ewdash.views import brought_lists, councils, heard, long_events, peaks, settled
from ewdash.views.block import Block, Reading, block
from ewdash.views.months import FAR_FUTURE, country_months, period, reaching
from ewdash.views.own import overrides_worded, own_stages
from ewdash.views.own_records import source
from ewdash.views.signals import signals
from ewdash.views.since import starts

MONTHS = ["month", "vintage", "deaths_dated", "deaths_best", "deaths_spread", "deaths_low", "deaths_high"]
STAGE_COLUMNS = ["month", "vintage", "stage", "alert", "unjudged", "deaths_month"]


def axis_month(record: Record, *, month: pd.Timestamp, years: int | None) -> pd.Timestamp:
    """Return the month that decides on the axis of `escalation`: the record's last where that is drawn alike.

    So one figure stands for all months that are drawn alike.
    """
    ends = record.once(_ends)
    first, _ = period(ends, years)
    last: pd.Timestamp = ends["month"].iloc[-1]
    return last if first <= month else month


def _ends(record: Record) -> pd.DataFrame:
    """Return the first and the last month of the record."""
    months = country_months(record)["month"]
    return pd.DataFrame({"month": [months.min(), months.max()]})


def escalation(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    kinds: tuple[str, ...] = (),
    turning: bool = False,
    mandates: bool = False,
    since: str | None = None,
    viewer: str | None = None,
) -> Block:
    """Draw deaths, level bands and the acts of each Council on one time axis.

    Args:
        country: Its iso3.
        month: A month that the axis holds.
        years: Whole years back from the end of the record, or from a month before them; None is all of it.
        record: The installed tables.
        kinds: Classes of act to draw; none given draws all.
        turning: Draw only what opened or ended something, and rare sittings.
        mandates: Whether the Secretary-General's related mandates are drawn, in a lane of their own.
        since: A moment as the address writes it, to be marked.
        viewer: Whose own records are drawn in a lane of their own; None draws none.
    """
    first, last = reaching(record.once(_ends), years, month)
    places = record.places
    name = places.name(country)
    rows = _drawn(record, country)
    lane_acts = councils.lanes_of(record, country)
    acts = period_acts = _inside(lane_acts, "date", (first, last))
    if turning:
        acts = turning_points(acts)
    if kinds:
        acts = acts[acts["act_class"].isin(kinds)]
    related = heard.mandates_of(record, country) if mandates else acts.iloc[:0]
    related = _inside(related, "date", (first, last))
    bands = _inside(rows, "month", (first, last))
    months = bands[~bands["repeated"]]
    known = long_events.spans(record, country, (first, last))
    stage_rows, notes = _stages(record, country, (first, last))
    # Own records may be newer than any official figure: the axis then reaches to the newest.
    own, own_notes = _own_records(viewer, country, first)
    figure = timelines.escalation(
        months,
        bands,
        pd.concat([acts, related]) if len(related) else acts,
        lanes=present(acts) | ({heard.LANE: heard.CLASSES} if mandates else {}),
        period=(first, max(last, own["date_from"].max() + pd.offsets.MonthEnd(0)) if len(own) else last),
        stages=stage_rows,
        since=None if since is None else pd.Timestamp(starts(record, since=since)),
        spans=known,
        peaks=peaks.highest(record, country, months, (first, last)),
        own=own,
        unsourced=() if brought_lists.readable(record, files.VISITS, country) else ("state",),
    )
    notes += [translate("heard-related")] if mandates else []
    notes += long_events.sentences(months, known)
    notes += own_notes
    notes += [] if len(rows) else [translate("timeline-not-covered", country=places.said(country))]
    filed_places = councils.filed_here(record, country)
    if filed_places:
        notes.append(
            translate("timeline-filed-here", places=i18n.listing(filed_places), country=places.said(country))
        )
    if len(acts) < len(period_acts):
        notes.append(translate("timeline-filtered", shown=number(acts), acts=number(period_acts)))
    chart = block(
        "escalation" if len(rows) else "lanes",
        figure,
        functools.partial(_table, months),
        record.card("conflict_month"),
        record.card("conflict_month_recent"),
        record.card("council_action"),
        *([record.card("sc_heard")] if mandates else []),
        notes=tuple(notes),
        boundaries=places.notes(country),
        country=name,
        acts=number(acts),
        unverified=number(acts[~acts["verified"]]),
        **peaks.finding(record, country, months, (first, last)),
    )
    marked = len(acts) or len(own) or len(related)
    read = functools.partial(_reading, acts, own, related) if marked else None
    return replace(chart, read=read, source=" ".join([chart.source, *([source(own)] if len(own) else [])]))


def _inside(rows: pd.DataFrame, column: str, period: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    """Return the rows with a day in a period."""
    days = rows[column].to_numpy()
    return rows.take(np.flatnonzero((days >= period[0]) & (days <= period[1])))


def _drawn(record: Record, country: str) -> pd.DataFrame:
    """Return the months of a country as they are drawn, with the level of each, in every vintage.

    ``repeated`` is a lower bound of what is known better: it is drawn where nothing else is.
    """
    rows, places = record.once(_all_drawn)
    return rows.iloc[slice(*places.get(country, (0, 0)))]


def _all_drawn(record: Record) -> tuple[pd.DataFrame, dict[str, tuple[int, int]]]:
    rows = country_months(record)
    lines = levels.timeline(rows)
    repeated = rows["vintage"].eq(LOWER_BOUND) & rows.duplicated(["iso3", "month"], keep=False)
    drawn = vintages.drawn(rows[["iso3", *MONTHS]]).assign(
        deaths_12=lines["deaths_12"], level=lines["level"], repeated=repeated
    )
    return drawn, spans(rows["iso3"])


def _table(months: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers behind the timeline, in words."""
    return worded(months.sort_values(["month", "vintage"]))[[*MONTHS, "deaths_12", "level"]]


def _own_records(viewer: str | None, country: str, first: pd.Timestamp) -> tuple[pd.DataFrame, list[str]]:
    """Return a viewer's own records from a day on, and what must be said of them or why there are none."""
    if viewer is None:
        return pd.DataFrame(), []
    try:
        own = own_records.of_country(viewer, country, (first, FAR_FUTURE))
    except NotesUnusableError as error:
        UNUSABLE.get([]).append(own_records.TABLE)  # a lock passes: the view is made again
        return pd.DataFrame(), [f"{error} {error.advice}"]
    if own.empty:
        return own, []
    return own, [translate("records-lane-note", records=len(own))]


def _reading(acts: pd.DataFrame, own: pd.DataFrame, related: pd.DataFrame) -> Reading:
    """Say the acts, the related mandates and the own records as sentences, each in its order."""
    lines = tuple(told(row) for row in own.to_dict("records"))
    mandates = tuple(line for _, part in councils.reading(related) for line in part)
    lanes = ((translate("lane-mandates"), mandates), (translate("lane-own"), lines))
    return (*councils.reading(acts), *(lane for lane in lanes if lane[1]))


def _stages(
    record: Record, country: str, period: tuple[pd.Timestamp, pd.Timestamp]
) -> tuple[pd.DataFrame | None, list[str]]:
    """Return the stages and alerts in a period, or why they cannot be shown: deaths still are."""
    try:
        signals(record)
    except EwdashError as error:
        return None, [f"{error} {error.advice}"]
    every, places = record.once(_all_stages)
    rows = every.iloc[slice(*places.get(country, (0, 0)))]
    try:
        own, sentences = own_stages(record, country=country, months=rows["month"])
    except NotesUnusableError as error:
        own, sentences = pd.DataFrame(), [f"{error} {error.advice}"]
    if len(own):
        rows = pd.concat([rows, stages.readings_of(own, rows["month"].max()).assign(alert=0)])
        sentences = [overrides_worded(own), *sentences]
    return _inside(rows, "month", period), sentences


def _all_stages(record: Record) -> tuple[pd.DataFrame, dict[str, tuple[int, int]]]:
    rows = record.table("signal_month")
    return rows[STAGE_COLUMNS], spans(rows["iso3"])


def worded(table: pd.DataFrame) -> pd.DataFrame:
    """Return months as days and vintages and levels in words, for the numbers behind a figure."""
    out = table.assign(
        month=table["month"].dt.date,
        vintage=[translate(f"vintage-{vintage.replace('_', '-')}") for vintage in table["vintage"]],
    )
    if "level" in out:
        out["level"] = out["level"].map({band: translate(f"level-{band}") for band in range(len(BANDS))})
    return out.reset_index(drop=True)


def by_type(
    record: Record, *, country: str, month: pd.Timestamp, years: int | None, ends: pd.Timestamp | None = None
) -> Block:
    """Draw deaths per year by type of violence; preliminary years apart.

    Args:
        country: Its iso3.
        month: A month that the years drawn reach back to, if it is a full year's.
        years: Years drawn; None is the whole record.
        record: The installed tables.
        ends: A day by which the years drawn must be over; None is the end of the record.

    Raises:
        NotCoveredError: If UCDP does not cover the country as a unit, or not before the day.
    """
    places = record.places
    rows = by_year(record, country=country, month=month, years=years, ends=ends)
    table = rows.assign(type=[translate(f"type-{kind.replace('_', '-')}") for kind in rows["type"]])
    return block(
        "by-type",
        trends.deaths_by_type(rows),
        table,
        record.card("conflict_year"),
        record.card("conflict_month_recent"),
        notes=tuple(
            filter(
                None,
                (settled.country_sentence(record, country), settled.undrawn_sentence(record, country))
                if rows["preliminary"].any()
                else (),
            )
        ),
        boundaries=places.notes(country),
        country=places.name(country),
    )


def by_year(
    record: Record, *, country: str, month: pd.Timestamp, years: int | None, ends: pd.Timestamp | None
) -> pd.DataFrame:
    """Return the deaths that `by_type` draws.

    Returns:
        ``year``, ``type``, ``deaths_best``, ``deaths_low``, ``deaths_high`` (people) and ``preliminary``.

    Raises:
        NotCoveredError: See `by_type`.
    """
    final = record.of("conflict_year", country)
    rows = final[["year", "type", "deaths_best", "deaths_low", "deaths_high"]].assign(preliminary=False)
    if len(rows):
        early = record.part(_candidate_years, country).drop(columns="iso3")
        rows = pd.concat([rows, early[early["year"] > rows["year"].max()]], ignore_index=True)
        last = int(rows["year"].max()) if ends is None else (ends + pd.DateOffset(days=1)).year - 1
        if ends is None and years is not None and month.year <= last - years:
            last = month.year
        first = 0 if years is None else last - years + 1
        rows = rows[rows["year"].between(first, last)].sort_values(["year", "type"], ignore_index=True)
    if rows.empty:
        title, name = record.card("conflict_year").title, record.places.name(country)
        raise NotCoveredError(table=title, country=name)
    return rows


def _candidate_years(record: Record) -> pd.DataFrame:
    """Return the years that Candidate covers in all twelve months, in the rows of `by_year` with ``iso3``."""
    recent = record.table("conflict_month_recent")
    recent = recent[recent["vintage"] == "candidate"]
    recent = recent.assign(year=recent["month"].dt.year)
    same = ["iso3", "year"]
    full = recent.groupby(same)["month"].transform("nunique") == levels.YEAR
    kinds = {f"deaths_{kind}": kind for kind in ("state_based", "non_state", "one_sided")}
    sums = recent[full].groupby(same)[list(kinds)].sum().rename(columns=kinds)
    long = sums.reset_index().melt(same, var_name="type", value_name="deaths_best")
    return long.assign(preliminary=True)


def civilians(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw deaths of civilians per month beside all deaths.

    Raises:
        NotCoveredError: If UCDP does not cover the country, or not its civilian deaths by month.
    """
    first, last = reaching(record.once(_ends), years, month)
    places = record.places
    name = places.name(country)
    rows = country_months(record, [country])
    rows = rows[rows["month"].between(first, last)]
    civilian_months = rows[rows["deaths_civilians"].notna()]
    if civilian_months.empty:
        raise NotCoveredError(table=translate("chart-civilians", country=name), country=name)
    table = civilian_months[["month", "vintage", "deaths_best", "deaths_civilians"]]
    return block(
        "civilians",
        trends.civilians(table, period=(first, last)),
        worded(table),
        record.card("conflict_month"),
        record.card("conflict_month_recent"),
        boundaries=places.notes(country),
        country=name,
    )
