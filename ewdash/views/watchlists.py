"""The watch list: most serious situations, alerts, stage changes, deaths and rises, with their sentences."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import connections, levels, signals_at
from ewdash.analysis.alerts import ALERT
from ewdash.charts import captions
from ewdash.data.record import Record
from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.places import Places
from ewdash.model.situations import FINAL
from ewdash.views import settled, watched
from ewdash.views.country_councils import clocks_of
from ewdash.views.measure import comparable, counted, record_state, rounded, state_names, twelve
from ewdash.views.months import last_final
from ewdash.views.signals import all_alerts, in_ten, measure, unjudged
from ewdash.views.signs import Row, Signs
from ewdash.views.stages import stage_names

MONTHS = "deaths_by_month"  # the column that is drawn: a row's months, and their highest in words
UNANSWERED = "unanswered"  # the list made only when it is looked at: it needs all acts


@dataclass(frozen=True)
class WatchList:
    """One list: rows with ``iso3`` and ``columns`` to show, and how to read it."""

    name: str
    rows: pd.DataFrame
    columns: tuple[str, ...]
    reads: str
    states: tuple[dict[str, object], ...] = ()  # of the months drawn (`watched.states`)
    more: str = ""  # what a reader may ask next, one click away
    files: pd.DataFrame | None = None  # what its files hold: its columns as numbers, period, kind of figure


# Tables behind the lists; the others stand on the signals alone.
SOURCES = {
    "serious": ("level_month", "signal_month", "council_action"),
    "level": ("level_month",),
    "change": ("level_month",),
    "settled": ("conflict_year_settled",),
    UNANSWERED: ("signal_month", "council_action"),
}


def to_take_away(record: Record, part: WatchList) -> tuple[Table, tuple[str, ...]]:
    """Return a list as a table for files, and what must travel with it.

    Months that are drawn are written one after the other, the first one first.
    """
    rows = part.rows[["iso3", *part.columns]] if part.files is None else part.files
    if MONTHS in rows:
        written = [
            "; ".join("" if pd.isna(one) else f"{one:.0f}" for one in cell[0]) for cell in rows[MONTHS]
        ]
        rows = rows.assign(**{MONTHS: written})
    cards = [record.card(table) for table in SOURCES.get(part.name, ("signal_month",))]
    title, source = translate(f"watch-{part.name}"), captions.source_line(*cards)
    parts = captions.references(captions.citations(cards), captions.caveats(cards))
    about = (title, part.reads, source, *(line for head, lines in parts for line in ("", head, *lines)))
    return Table(f"watch-{part.name}", title, rows, source=source), about


def watch_lists(
    record: Record,
    covered: pd.DataFrame,
    signs: Signs,
    serious: Sequence[dict[str, Any]],
    *,
    month: pd.Timestamp,
    last: pd.Timestamp,
) -> dict[str, Callable[[], WatchList]]:
    """Return what makes each list, once it is looked at, in the order of their tabs.

    Args:
        covered: `levels_at` of the selection, with ``country``.
        signs: `signs.signs` of the selection.
        serious: `watched.watched` of the selection.
        month: The month shown.
        last: The newest month whose alerts are told (`months.newest`).
        record: The installed tables.
    """
    known = {row["iso3"] for row in signs.stages}
    crossing = [row for row in signs.crossing if row["iso3"] in known]
    makers = {
        "serious": functools.partial(_serious, record, serious, month, last),
        **({"open": functools.partial(_open, record, crossing)} if crossing else {}),
        **({"moved": functools.partial(_moved, record.places, signs.stages)} if known else {}),
        **(
            {"settled": functools.partial(_settled, record, covered)}
            if (covered["vintage"] != FINAL).any()
            else {}
        ),
        "level": functools.partial(_level, covered, month),
        "change": functools.partial(_rises, covered, month),
    }
    return {name: functools.cache(make) for name, make in makers.items()}


def _serious(
    record: Record, rows: Sequence[dict[str, Any]], month: pd.Timestamp, last: pd.Timestamp
) -> WatchList:
    """List all that is watched, with two years of months whose states of the record are told apart."""
    months, states = watched.span(last), watched.states(record, last)
    reads = translate(
        "watch-serious-reads",
        month=i18n.month(month),
        first=i18n.month(months[0]),
        last=i18n.month(months[-1]),
        states="; ".join(str(state["label"]) for state in states),
    )
    columns = ("country", "alert", "deaths_12", MONTHS, "stage", "hrc_date", "sc_date")
    table = {
        "iso3": [row["iso3"] for row in rows],
        "country": [row["country"] for row in rows],
        "alert": [row["alert"] for row in rows],
        "deaths_12": [row["deaths"] for row in rows],
        MONTHS: pd.Series([(row["months"], row["peak"]) for row in rows], dtype=object),
        "stage": [row["stage"] for row in rows],
        "hrc_date": [row["last_hrc"] for row in rows],
        "sc_date": [row["last_sc"] for row in rows],
    }
    rows_shown = pd.DataFrame(table)
    files = rows_shown.assign(
        period=twelve(month),
        months_drawn=translate("period-of", first=periods.write(months[0]), last=periods.write(months[-1])),
        months_state="; ".join(str(state["label"]) for state in states),
    )
    return WatchList("serious", rows_shown, columns, reads, states, files=files)


def _settled(record: Record, covered: pd.DataFrame) -> WatchList:
    """List the last final year, which is told where the twelve months shown are preliminary."""
    figures = settled.years(record)
    before, last = figures.columns
    rows = figures[figures.index.isin(covered["iso3"]) & figures[last].gt(0).fillna(value=False)]
    rows = rows.sort_values(last, ascending=False, kind="stable").reset_index()
    rows = rows.rename(columns={last: "deaths_settled", before: "deaths_settled_before"})
    rows = rows.assign(country=[record.places.name(code) for code in rows["iso3"]])
    unknown = int(figures.loc[figures.index.isin(covered["iso3"]), last].isna().sum())
    columns = ("country", "deaths_settled", "deaths_settled_before")
    release = str(record.table("conflict_year_settled")["release"].iloc[0])
    reads = translate(
        "watch-settled-reads", unknown=unknown, release=release, year=str(last), earlier=str(before)
    )
    shown = _plain(rows, columns)
    files = shown.assign(year=last, earlier_year=before, vintage=state_names()[FINAL], data_release=release)
    return WatchList("settled", shown, columns, reads, files=files)


def _level(covered: pd.DataFrame, month: pd.Timestamp) -> WatchList:
    columns = ("country", "deaths_12")
    reads = translate("watch-level-reads", state=record_state(covered), month=i18n.month(month))
    rows = levels.highest(covered).reset_index(drop=True)
    said = [counted(one, kind) for one, kind in zip(rows["deaths_12"], rows["vintage"], strict=True)]
    files = _plain(rows, columns).assign(period=twelve(month), vintage=rows["vintage"].map(state_names()))
    return WatchList("level", files.assign(deaths_12=said), columns, reads, files=files)


def _rises(covered: pd.DataFrame, month: pd.Timestamp) -> WatchList:
    columns = ("country", "change")
    rows = comparable(covered)
    codes = [
        row["iso3"] for row in levels.movers(rows[["iso3", "deaths_month", "change"]].to_dict("records"))
    ]
    movers = rows.set_index("iso3").loc[codes].reset_index()
    movers = movers.assign(change=movers["change"].map(rounded))
    state = record_state(covered)
    reads = translate("watch-change-reads", month=i18n.month(month), state=state)
    if state == "lower-bound":
        reads = translate("notice-change-bound")
    shown = _plain(movers, columns)
    files = shown.assign(
        deaths_month=movers["deaths_month"],
        month=periods.write(month),
        vintage=movers["change_vintage"].map(state_names()),
    )
    return WatchList("change", shown, columns, reads, files=files)


def _open(record: Record, crossing: Sequence[Row]) -> WatchList:
    """List the months for which it cannot be told whether there is an alert, with what is known."""
    rows = pd.DataFrame(
        {
            "iso3": [row["iso3"] for row in crossing],
            "country": [record.places.name(row["iso3"]) for row in crossing],
            "month": [f"{row['month']:%Y-%m}" for row in crossing],
            "reason": [unjudged(record, row) for row in crossing],
        }
    )
    files = rows.assign(vintage=[state_names()[row["vintage"]] for row in crossing])
    columns = ("country", "month", "reason")
    return WatchList("open", rows, columns, translate("watch-open-reads"), files=files)


def unanswered(record: Record, *, month: pd.Timestamp, region: str | None, group: str | None) -> WatchList:
    """List the alerts without an act of either Council on record within a year, back from a month.

    Args:
        month: The month; the year after an alert must have passed by its end.
        region: M49 region or subregion; None is the world.
        group: Regional group; None is all.
        record: The installed tables.
    """
    places = record.places
    at = month + pd.offsets.MonthEnd(0)
    first = at - pd.DateOffset(years=2)
    clocks = clocks_of(record, "alert")
    clocks = clocks[clocks["date"].between(first, at)]
    clocks = clocks[clocks["iso3"].isin(places.within(region=region, group=group))]
    quiet = connections.unanswered(clocks, at=at).sort_values(["since", "iso3"], ascending=[False, True])
    rows = pd.DataFrame(
        {
            "iso3": quiet["iso3"],
            "country": [places.name(code) for code in quiet["iso3"]],
            "month": quiet["since"].dt.strftime("%Y-%m"),
        }
    )
    reads = translate("watch-unanswered-reads", month=i18n.month(month))
    rows, kinds = rows.reset_index(drop=True), state_names()
    vintages = {(alert.iso3, f"{alert.month:%Y-%m}"): alert.vintage for alert in record.once(all_alerts)}
    pairs = zip(rows["iso3"], rows["month"], strict=True)
    files = rows.assign(vintage=[kinds.get(vintages.get(pair, ""), "") for pair in pairs])
    return WatchList(UNANSWERED, rows, ("country", "month"), reads, files=files)


def _plain(rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    return rows[["iso3", *columns]].reset_index(drop=True)


def alert_list(record: Record, signs: Signs, last: pd.Timestamp) -> WatchList | None:
    """List the alerts of the newest months: strong ones first, then by deaths in the month.

    Args:
        signs: `signs.signs` of the selection.
        last: The newest month whose alerts are told.
        record: The installed tables.

    Returns:
        The list; None where no signal can be read.
    """
    if not signs.known:
        return None
    alerts = sorted(signs.alerts, key=lambda alert: (alert.strength, alert.deaths), reverse=True)
    rows = pd.DataFrame(
        {
            "iso3": [alert.iso3 for alert in alerts],
            "country": [record.places.name(alert.iso3) for alert in alerts],
            "alert": [watched.alert_words(alert) for alert in alerts],
        }
    )
    reads = translate(
        "watch-alerts-reads",
        first=i18n.month(last - pd.DateOffset(months=signals_at.RECENT_MONTHS - 1)),
        last=i18n.month(last),
        new=sum(alert.month == last for alert in alerts),
        open=len(signs.crossing),
    )
    each_month, share = record.once(_merits)
    more = translate("watch-alerts-more", budget=i18n.number(each_month, decimals=1), share=in_ten(share))
    if any(alert.vintage != FINAL for alert in alerts):
        more = f"{more} {translate('watch-alerts-preliminary', last=last_final(record))}"
    for reason, months in signs.unjudged.items():
        names = i18n.listing(i18n.month(month) for month in months)
        reads = f"{reads} {translate(f'watch-alerts-{reason}', months=names)}" if names else reads
    files = rows.assign(
        month=[periods.write(alert.month) for alert in alerts],
        vintage=[state_names()[alert.vintage] for alert in alerts],
    )
    return WatchList("alerts", rows, ("country", "alert"), reads, more=more, files=files)


def _merits(record: Record) -> tuple[float, float]:
    """Return how many alerts there are each month, and the share of them that deaths followed."""
    evaluation = record.table("track_record")
    each_month, share = (measure(evaluation, ALERT.key, name)["value"] for name in ("per_month", "precision"))
    return float(each_month), float(share)


def _moved(places: Places, stages: Sequence[Row]) -> WatchList:
    """List the countries whose stage is another than months ago, those that rose first."""
    moved = [row for row in stages if pd.notna(row["before"])]
    ways = [row["direction"] for row in moved]
    changes = [row for row in moved if row["direction"]]
    changes.sort(key=lambda row: (-row["direction"], -row["stage"], row["iso3"]))
    names = stage_names()
    rows = pd.DataFrame(
        {
            "iso3": [row["iso3"] for row in changes],
            "country": [places.name(row["iso3"]) for row in changes],
            "before": [names[int(row["before"])] for row in changes],
            "stage": [names[int(row["stage"])] for row in changes],
            "reason": [translate(f"reason-{signals_at.reason(row)}") for row in changes],
        }
    )
    reads = translate(
        "watch-moved-reads",
        worse=ways.count(1),
        better=ways.count(-1),
        same=ways.count(0),
        unknown=len(stages) - len(moved),
        since=i18n.month(min((row["since"] for row in moved), default=stages[0]["month"])),
    )
    files = rows.assign(
        month=[periods.write(row["month"]) for row in changes],
        since=[periods.write(row["since"]) for row in changes],
        vintage=[state_names()[row["vintage"]] for row in changes],
    )
    return WatchList("moved", rows, ("country", "stage", "before", "reason"), reads, files=files)
