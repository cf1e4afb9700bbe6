"""The watch list: most serious situations, alerts, stage changes, deaths and rises, with their sentences."""

from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.analysis import connections, levels, signals_at
from ewdash.analysis.alerts import ALERT
from ewdash.charts import captions
from ewdash.data.record import Record
from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.model.situations import FINAL
from ewdash.views import settled, watched
from ewdash.views.country_councils import clocks_of
from ewdash.views.measure import comparable, record_state, rounded
from ewdash.views.months import last_final
from ewdash.views.signals import in_ten, measure, stage_names, unjudged

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
    rows = part.rows[["iso3", *part.columns]]
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
    signal_rows: pd.DataFrame,
    current_signals: pd.DataFrame,
    places: Places,
    serious: pd.DataFrame,
    *,
    month: pd.Timestamp,
    last: pd.Timestamp,
) -> tuple[WatchList, ...]:
    """Return the lists in the order of their tabs.

    Args:
        covered: `levels_at` of the selection, with ``country``.
        signal_rows: `signal_month`.
        current_signals: `signals_at.at_month` of the selection.
        places: The countries.
        serious: `watched.watched` of the selection.
        month: The month shown.
        last: The newest month whose alerts are told (`months.newest`).
        record: The installed tables.
    """
    level = ("country", "deaths_12")
    return (
        _serious(record, serious, month, last),
        *(_signal_lists(record, signal_rows, current_signals, places, last) if len(current_signals) else ()),
        *_settled(record, covered),
        WatchList(
            "level",
            _plain(levels.highest(covered), level),
            level,
            translate("watch-level-reads", state=record_state(covered)),
        ),
        _rises(covered),
    )


def _serious(record: Record, rows: pd.DataFrame, month: pd.Timestamp, last: pd.Timestamp) -> WatchList:
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
    rows = rows.assign(
        **{
            MONTHS: pd.Series(
                list(zip(rows["months"], rows["peak"], strict=True)), index=rows.index, dtype=object
            )
        },
        deaths_12=rows["deaths"],
        hrc_date=rows["last_hrc"],
        sc_date=rows["last_sc"],
    )
    return WatchList("serious", _plain(rows, columns), columns, reads, states)


def _settled(record: Record, covered: pd.DataFrame) -> tuple[WatchList, ...]:
    """List the last final year where the twelve months shown are preliminary."""
    if not (covered["vintage"] != FINAL).any():
        return ()
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
    return (WatchList("settled", _plain(rows, columns), columns, reads),)


def _rises(covered: pd.DataFrame) -> WatchList:
    columns = ("country", "change")
    movers = levels.movers(comparable(covered))
    movers = movers.assign(change=movers["change"].map(rounded))
    bound = record_state(covered) == "lower-bound"
    reads = translate("notice-change-bound" if bound else "watch-change-reads")
    return WatchList("change", _plain(movers, columns), columns, reads)


def _signal_lists(
    record: Record,
    signal_rows: pd.DataFrame,
    current_signals: pd.DataFrame,
    places: Places,
    last: pd.Timestamp,
) -> tuple[WatchList, ...]:
    here = signal_rows[signal_rows["iso3"].isin(current_signals["iso3"])]
    open_months = signals_at.crossing(here, last)
    return (
        *_open(record, open_months, places),
        _stage_changes(signal_rows, current_signals, places),
    )


def _open(record: Record, months: pd.DataFrame, places: Places) -> tuple[WatchList, ...]:
    """List the months for which it cannot be told whether there is an alert, with what is known."""
    if months.empty:
        return ()
    rows = pd.DataFrame(
        {
            "iso3": months["iso3"],
            "country": [places.name(code) for code in months["iso3"]],
            "month": months["month"].dt.strftime("%Y-%m"),
            "reason": [unjudged(record, row) for _, row in months.iterrows()],
        }
    )
    reads = translate("watch-open-reads")
    return (WatchList("open", rows.reset_index(drop=True), ("country", "month", "reason"), reads),)


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
    return WatchList(UNANSWERED, rows.reset_index(drop=True), ("country", "month"), reads)


def _plain(rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    return rows[["iso3", *columns]].reset_index(drop=True)


def alert_list(
    record: Record,
    signal_rows: pd.DataFrame,
    places: Places,
    last: pd.Timestamp,
    alerts: pd.DataFrame,
    untold: pd.DataFrame,
) -> WatchList | None:
    """List the alerts of the newest months: strong ones first, then by deaths in the month.

    Args:
        signal_rows: `signal_month` of the selection.
        places: The countries.
        last: The newest month whose alerts are told.
        alerts: `signals_at.recent_alerts` of the selection.
        untold: `signals_at.crossing` of it.
        record: The installed tables.

    Returns:
        The list; None where no signal can be read.
    """
    if signal_rows.empty:
        return None
    alerts = alerts.sort_values(["alert", "deaths_month"], ascending=False, kind="stable")
    evaluation = record.table("track_record")
    rows = pd.DataFrame(
        {
            "iso3": alerts["iso3"],
            "country": [places.name(code) for code in alerts["iso3"]],
            "alert": [watched.alert_words(row) for row in alerts.to_dict("records")],
        }
    )
    recent = signals_at.window(signal_rows, last)
    reads = translate(
        "watch-alerts-reads",
        first=i18n.month(last - pd.DateOffset(months=signals_at.RECENT_MONTHS - 1)),
        last=i18n.month(last),
        new=int((alerts["month"] == last).sum()),
        open=len(untold),
    )
    more = translate(
        "watch-alerts-more",
        budget=i18n.number(measure(evaluation, ALERT.key, "per_month")["value"], decimals=1),
        share=in_ten(float(measure(evaluation, ALERT.key, "precision")["value"])),
    )
    if alerts["vintage"].ne(FINAL).any():
        more = f"{more} {translate('watch-alerts-preliminary', last=last_final(record))}"
    for reason in ("partial", "short"):
        # Fewer than twelve months lie before: told where that is so of all, not of a new State.
        of_month = recent["unjudged"].eq(reason).groupby(recent["month"])
        months = of_month.any() if reason == "partial" else of_month.all()
        names = i18n.listing(i18n.month(month) for month in months.index[months])
        reads = f"{reads} {translate(f'watch-alerts-{reason}', months=names)}" if names else reads
    return WatchList("alerts", rows, ("country", "alert"), reads, more=more)


def _stage_changes(signal_rows: pd.DataFrame, current_signals: pd.DataFrame, places: Places) -> WatchList:
    stages = signals_at.moved(signal_rows, current_signals)
    names = stage_names()
    changes = stages[stages["direction"] != 0].sort_values(
        ["direction", "stage", "iso3"], ascending=[False, False, True]
    )
    rows = pd.DataFrame(
        {
            "iso3": changes["iso3"],
            "country": [places.name(code) for code in changes["iso3"]],
            "before": [names[int(stage)] for stage in changes["before"]],
            "stage": [names[int(stage)] for stage in changes["stage"]],
            "reason": [translate(f"reason-{signals_at.reason(row)}") for _, row in changes.iterrows()],
        }
    )
    since = stages["since"].min() if len(stages) else current_signals["month"].iloc[0]
    return WatchList(
        "moved",
        rows.reset_index(drop=True),
        ("country", "stage", "before", "reason"),
        translate(
            "watch-moved-reads",
            worse=int((stages["direction"] > 0).sum()),
            better=int((stages["direction"] < 0).sum()),
            same=int((stages["direction"] == 0).sum()),
            unknown=len(current_signals) - len(stages),
            since=i18n.month(since),
        ),
    )
