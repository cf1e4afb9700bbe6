"""What is new since a session, a month or a day: for one situation, a region, or the world."""

import contextlib
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import changes, signals_at
from ewdash.analysis.council_acts import acts, texts
from ewdash.analysis.signals_at import WEIGHT
from ewdash.analysis.slow_indicators import DISPLACEMENT_PUBLIC, RIGHTS_PUBLIC, published_year
from ewdash.charts.captions import source_line
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Section
from ewdash.i18n import translate
from ewdash.model import moments
from ewdash.model.errors import EwdashError
from ewdash.model.places import Places
from ewdash.model.situations import FINAL, LOWER_BOUND
from ewdash.views import due, record_reach
from ewdash.views.block import Block, block, with_headings
from ewdash.views.briefings.builder import Gathering
from ewdash.views.councils import COLUMNS, counted
from ewdash.views.measure import reported
from ewdash.views.signals import signals, unjudged, why

OPTION_COUNTS = {"regular": 8, "special": 4, "presidency": 12}  # moments to choose from, the latest of each
SIGNS, ACTS, DATA = ("alert", "stage"), ("hrc", "sc", "other"), ("source", "revision", "method")
KINDS = (*SIGNS, *ACTS, *DATA)
PRESENT_TABLES = ("signal_month", "council_action", "council_crossing")  # alerts, stages and acts
TABLES = (*PRESENT_TABLES, "revision", "session")
ITEM = ["date", "kind", "country", "what", "vintage", "symbol", "confidence", "reason", "key"]
# What tells an item from every other, in words of the record and none of a language.
KEYS = {
    "alert": ("iso3", "month", "vintage", "alert"),
    "stage": ("iso3", "month", "vintage", "before", "stage"),
    **dict.fromkeys(ACTS, ("iso3", "date", "body", "action_type", "symbol", "label")),
    **dict.fromkeys(DATA, ("table", "iso3", "date", "what")),
}
SLOW = ("rights", "displacement", "incidents")
MAX_ITEMS = 6  # items of one situation told in its box; the digest has all
MAX_NAMES = 6  # names in a sentence; the rest is counted


@dataclass(frozen=True)
class News:
    """What is new in a selection: a sentence, its counts, and every item as a row."""

    moment: str
    sentence: str
    lines: tuple[str, ...]
    table: pd.DataFrame


def last_day(record: Record) -> date:
    """Return the last day of the record, changes of the tables included: after it nothing can be new."""
    loaded = record.table("release")
    days = loaded.loc[loaded["origin"] == "own", "fetched"]
    end = _end(record, (*PRESENT_TABLES, "revision"))
    return max(end, days.max().date()) if len(days) else end


def _end(record: Record, tables: tuple[str, ...]) -> date:
    ends = [day.date() for day in record_reach.ends(record).values()]
    for table in tables:
        with contextlib.suppress(EwdashError):  # a table that is missing is told where it is needed
            ends.append(record.card(table).provenance.covers_to)
    return max(ends)


def starts(record: Record, *, since: str) -> date:
    """Return the last day of a moment: what comes after it is new.

    Args:
        since: As the address writes it.
        record: The installed tables.

    Raises:
        UnknownMomentError: If it is not on record, or nothing on record could be new after it.
    """
    return moments.known(since, record.table("session"), last=last_day(record))


def options(record: Record) -> dict[str, str]:
    """Return the moments a reader can choose, newest first: sessions, then months of presidency.

    Only those after which alerts, stages or acts are on record are offered.
    """
    rows = record.table("session").sort_values("end", ascending=False, kind="stable")
    rows = rows[rows["end"] < pd.Timestamp(_end(record, PRESENT_TABLES))]
    return {
        moments.key(str(row["session"])): _session_name(row)
        for kind, count in OPTION_COUNTS.items()
        for row in rows[rows["kind"] == kind].head(count).to_dict("records")
    }


def newest_session(record: Record) -> str | None:
    """Return the newest regular session after which something is on record; None where there is none."""
    rows = record.table("session")
    rows = rows[(rows["kind"] == "regular") & (rows["end"] < pd.Timestamp(_end(record, PRESENT_TABLES)))]
    return (
        None if rows.empty else moments.key(str(rows.sort_values("end", kind="stable")["session"].iloc[-1]))
    )


def moment_in_short(record: Record, *, since: str) -> str:
    """Return a moment in words, without the day on which a session ended."""
    rows = record.table("session")
    sessions = rows[rows["session"].map(moments.key) == since].to_dict("records")
    if not sessions or sessions[0]["kind"] == "presidency":
        return moment_in_words(record, since=since)
    return str(sessions[0]["session"])


def moment_in_words(record: Record, *, since: str) -> str:
    """Return a moment in words.

    Args:
        since: As the address writes it; known to be one.
        record: The installed tables.
    """
    rows = record.table("session")
    sessions = rows[rows["session"].map(moments.key) == since].to_dict("records")
    return _session_name(sessions[0]) if sessions else i18n.day(date.fromisoformat(since))


def _session_name(row: dict[Hashable, Any]) -> str:
    """Return a session or month of presidency in words."""
    name = i18n.month(row["start"]) if row["kind"] == "presidency" else row["session"]
    planned = "yes" if row["confidence"] == "planned" else "no"
    return translate(f"moment-{row['kind']}", name=name, day=i18n.day(row["end"]), planned=planned)


def data_news(record: Record, *, since: str) -> News:
    """Gather what is new in the data alone: for pages that show no present situation.

    Args:
        since: A moment, as the address writes it; known to be one.
        record: The installed tables.
    """
    day, moment = starts(record, since=since), moment_in_words(record, since=since)
    rows = changes.after(_revisions(record), day)
    lines = tuple(
        translate(
            "since-item",
            day=i18n.day(row["date"]),
            kind=translate(f"since-kind-{row['kind']}"),
            what=_change(record, row),
            mark="",
        )
        for row in rows.to_dict("records")
    )
    return News(moment, translate("since-data", moment=moment, data=len(lines)), lines, rows)


def news(
    record: Record, *, since: str, scope: tuple[str, ...] | None, day: pd.Timestamp | None = None
) -> News:
    """Gather what is new, and say what is due within ninety days.

    Args:
        since: A moment, as the address writes it; known to be one.
        scope: Codes of the selection; None is the world.
        day: From which it is looked ahead (`due.lines`).
        record: The installed tables.
    """
    start, moment = starts(record, since=since), moment_in_words(record, since=since)
    places = record.places
    rows = _items(record, start, scope, places)
    counts = rows["kind"].value_counts()
    count = {kind: int(counts.get(kind, 0)) for kind in KINDS}
    sentence = translate(
        # nothing after the record's end is no alert and no act: not known is not none
        "since-sentence" if start < _end(record, PRESENT_TABLES) else "since-data",
        moment=moment,
        alerts=count["alert"],
        stages=count["stage"],
        covered="yes" if len(_in_scope(signals(record), scope)) else "no",
        acts=counted(_new_acts(record, start, scope, places)),
        data=sum(count[kind] for kind in DATA),
    )
    alone = scope is not None and len(scope) == 1
    named = _named_alerts(_alerts(_in_scope(signals(record), scope), start), places)
    lines = _item_sentences(rows, places.name(scope[0])) if scope and alone else _by_country(rows, named)
    ends = translate(
        "since-ends",
        signals=i18n.month(record.card("signal_month").provenance.covers_to),
        **{council: i18n.day(end) for council, end in record_reach.ends(record).items()},
    )
    ahead = due.lines(record, scope=scope, since=start, day=day)
    return News(moment, sentence, (*lines, *_open(record, start, scope), *ahead, ends), rows)


def _open(record: Record, day: date, scope: tuple[str, ...] | None) -> list[str]:
    """Say for which months it cannot be told whether there is an alert."""
    rows = changes.unjudged(_in_scope(signals(record), scope), day)
    if scope is not None and len(scope) == 1:
        return [translate("since-open", text=unjudged(record, row)) for _, row in rows.iterrows()]
    lines = []
    crossing = rows[rows["unjudged"] == "crossing"]
    if len(crossing):
        places = [
            f"{record.places.name(code)} ({i18n.month(month)})"
            for code, month in zip(crossing["iso3"], crossing["month"], strict=True)
        ]
        lines.append(translate("since-open-crossing", names=_names(pd.Series(places))))
    partial = rows.loc[rows["unjudged"] == "partial", "month"].drop_duplicates().sort_values()
    if len(partial):
        lines.append(translate("since-open-partial", months=i18n.listing(map(i18n.month, partial))))
    return lines


def _in_scope(rows: pd.DataFrame, scope: tuple[str, ...] | None) -> pd.DataFrame:
    return rows if scope is None else rows[rows["iso3"].isin(scope)]


def _alerts(signal_rows: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return `changes.alerts`, strong ones first, then by deaths in the month."""
    rows = changes.alerts(signal_rows, day)
    return rows.sort_values(["alert", "deaths_month"], ascending=False, kind="stable")


def _named_alerts(rows: pd.DataFrame, places: Places) -> pd.Series:
    """Return each alert as its country with month and deaths."""
    return pd.Series(
        [
            translate(
                "since-named-alert",
                country=places.name(row["iso3"]),
                month=i18n.month(row["month"]),
                deaths=reported(row["deaths_month"], row["vintage"]),
            )
            for row in rows.to_dict("records")
        ],
        dtype="str",
    )


def _by_country(rows: pd.DataFrame, named: pd.Series) -> list[str]:
    """Return a sentence for each kind of news, with the countries concerned.

    Args:
        rows: The items.
        named: The alerts, each with its country, month and deaths.
    """
    parts = {kind: rows[rows["kind"] == kind] for kind in (*SIGNS, *ACTS)}
    return [
        translate(f"since-{kind}", names=_names(named if kind == "alert" else part["country"]))
        + _states(part)
        for kind, part in parts.items()
        if len(part)
    ]


def _states(rows: pd.DataFrame) -> str:
    """Say of which states of the record signs are, where not all are final."""
    counts = rows["vintage"].value_counts()
    if set(counts.index) <= {_state(FINAL)}:
        return ""
    return " " + translate(
        "since-states", states="; ".join(f"{count} {name}" for name, count in counts.items())
    )


def _state(vintage: str) -> str:
    return translate(f"vintage-{vintage.replace('_', '-')}")


def _stands_on(row: dict[Hashable, Any]) -> str:
    """Say what a sign stands on: the state of its deaths, or the yearly or monthly source of a slow sign."""
    reason = signals_at.reason(pd.Series(row)) if row.get("before") is not None else ""
    names = [name for name in SLOW if reason.startswith("slow-") and row[name] == 1]
    if not names:
        return _state(str(row["vintage"]))
    months = {"rights": RIGHTS_PUBLIC, "displacement": DISPLACEMENT_PUBLIC}
    return i18n.listing(
        translate(f"stands-on-{name}", year=str(published_year(row["month"], months.get(name, 1))))
        for name in names
    )


def _item_sentences(rows: pd.DataFrame, name: str) -> list[str]:
    """Return the newest items of one situation as sentences, and how many more there are.

    Args:
        rows: `News.table`.
        name: The country; another place, whose deaths are filed under it, is named.
    """
    own = rows[~rows["kind"].isin(DATA)]
    lines = []
    for row in own.head(MAX_ITEMS).to_dict("records"):
        marks = [row["country"]] if row["country"] != name else []
        marks += [row["symbol"]] if isinstance(row["symbol"], str) else []
        marks += (
            [row["vintage"]] if isinstance(row["vintage"], str) and row["vintage"] != _state(FINAL) else []
        )
        lines.append(
            translate(
                "since-item",
                day=i18n.month(row["date"]) if row["kind"] in SIGNS else i18n.day(row["date"]),
                kind=translate(f"since-kind-{row['kind']}"),
                what=row["what"],
                mark="".join(f" ({mark})" for mark in marks),
            )
        )
    more = len(own) - MAX_ITEMS
    return [*lines, translate("since-more", number=more)] if more > 0 else lines


def _names(countries: pd.Series) -> str:
    names = list(dict.fromkeys(countries.dropna()))
    name_list, more = i18n.listing(names[:MAX_NAMES]), len(names) - MAX_NAMES
    return translate("and-more", names=name_list, more=more) if more > 0 else name_list


def _items(record: Record, day: date, scope: tuple[str, ...] | None, places: Places) -> pd.DataFrame:
    """Return every new item in the columns of `ITEM`: alerts, stages, acts, changes of the data.

    Strong alerts stand first, then those of more deaths; the most serious stages first; acts and
    changes of the data by day, newest first.

    Acts on a place whose deaths are filed under a country of the scope belong to it, as on the timeline.
    """
    signal_rows, revisions = signals(record), _revisions(record)
    signal_rows = _in_scope(signal_rows, scope)
    if scope is not None:
        revisions = revisions[revisions["iso3"].isna() | revisions["iso3"].isin(scope)]
    items = [
        _item(row, "alert", places, _alert_text(row), why(pd.Series(row)))
        for row in _alerts(signal_rows, day).to_dict("records")
    ]
    stages = changes.stages(signal_rows, day)
    height = -stages["stage"].map(WEIGHT)
    items += [
        _item(
            row, "stage", places, _stage_text(row), translate(f"reason-{signals_at.reason(pd.Series(row))}")
        )
        for row in stages.iloc[height.argsort(kind="stable")].to_dict("records")
    ]
    for row in _new_acts(record, day, scope, places).to_dict("records"):
        items.append(_item(row, str(row["council"]), places, str(row["label"])))
    rows = pd.DataFrame(items, columns=ITEM)
    data = [
        _item(row, str(row["kind"]), places, _change(record, row))
        for row in changes.after(revisions, day).to_dict("records")
    ]
    parts = [part for part in (rows, pd.DataFrame(data, columns=ITEM)) if len(part)]
    return pd.concat(parts or [rows], ignore_index=True)


def _new_acts(record: Record, day: date, scope: tuple[str, ...] | None, places: Places) -> pd.DataFrame:
    """Return the acts after a day, one row per effect and country."""
    rows = pd.concat(
        [record.table(table)[["iso3", *COLUMNS]] for table in ("council_action", "council_crossing")]
    )
    if scope is not None:
        rows = rows[rows["iso3"].isin({code for own in scope for code in places.held(own)})]
    return changes.after(acts(rows), day)


def _alert_text(row: dict[Hashable, Any]) -> str:
    return translate(
        "since-what-alert",
        tier=int(row["alert"]),
        deaths=int(row["deaths_month"]),
        bound=str(row["vintage"] == LOWER_BOUND).lower(),
    )


def _stage_text(row: dict[Hashable, Any]) -> str:
    return translate(
        "since-what-stage",
        before=translate(f"stage-{int(row['before'])}"),
        after=translate(f"stage-{int(row['stage'])}"),
    )


def _revisions(record: Record) -> pd.DataFrame:
    """Return changes of the tables: those kept by hand, and releases that the user of this machine loaded."""
    loaded = record.table("release")
    loaded = loaded[loaded["origin"] == "own"]
    rows = pd.DataFrame(
        {
            "date": loaded["fetched"],
            "kind": "source",
            "table": "release",
            "iso3": None,
            "what": [translate("since-release", version=version) for version in loaded["version"]],
        }
    )
    by_hand = record.table("revision")
    return pd.concat([by_hand, rows.astype(by_hand.dtypes)], ignore_index=True) if len(rows) else by_hand


def _change(record: Record, row: dict[Hashable, Any]) -> str:
    """Say a change of a table, by its name where its card cannot be read."""
    title = str(row["table"])
    with contextlib.suppress(EwdashError):
        title = record.card(title).title
    return f"{title}: {row['what']}"


def _item(
    row: dict[Hashable, Any], kind: str, places: Places, what: str, reason: str | None = None
) -> dict[str, Any]:
    code, confidence = row.get("iso3"), row.get("confidence")
    # a month is new while it ends after the moment, so it stands at its end
    day = row["month"] + pd.offsets.MonthEnd(0) if kind in SIGNS else row["date"]
    return {
        "date": day.date(),
        "kind": kind,
        "country": places.name(code) if isinstance(code, str) else None,
        "what": what,
        "reason": reason,
        "vintage": _stands_on(row) if kind in SIGNS else None,
        "symbol": row.get("symbol") if isinstance(row.get("symbol"), str) else None,
        "confidence": translate(f"confidence-{confidence}") if isinstance(confidence, str) else None,
        "key": "|".join([kind, *(_written(row[name]) for name in KEYS[kind])]),
    }


def _written(value: object) -> str:
    """Return a cell of the record as a key holds it: days and whole numbers in one form, nothing for none."""
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return str(int(value)) if isinstance(value, float) else str(value)


def _apart(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one item per text."""
    return texts(rows.rename(columns={"kind": "body", "what": "label"}))


def _item_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return items with months for signs and days for the rest, and nothing where nothing applies."""
    months = rows["kind"].isin(SIGNS)
    days = [f"{day:%Y-%m}" if month else f"{day}" for day, month in zip(rows["date"], months, strict=True)]
    kind = [translate(f"since-kind-{kind}") for kind in rows["kind"]]
    text = rows.drop(columns="key").assign(date=days, kind=kind).fillna("").astype("str")
    for column in {"symbol", "confidence"} & set(rows.columns):  # an act's symbol may be unknown
        text[column] = text[column].where(~rows["kind"].isin(ACTS), rows[column])
    return text


def digest(record: Record, *, since: str, scope: tuple[str, ...] | None, name: str) -> Block:
    """Return everything new as a table in words."""
    table = _item_table(_items(record, starts(record, since=since), scope, record.places))
    return block(
        "since",
        None,
        table,
        *(record.card(table) for table in TABLES[:-1]),
        moment=moment_in_words(record, since=since),
        scope=name,
        items=len(table),
    )


def section(
    record: Record, *, since: str, scope: tuple[str, ...] | None, day: pd.Timestamp | None = None
) -> Section:
    """Return what is new as the first part of a briefing.

    Args:
        since: A moment, as the address writes it.
        scope: Codes of the selection; None is the world.
        day: From which it is looked ahead (`due.lines`).
        record: The installed tables.

    Raises:
        UnknownMomentError: If the moment is not on record.
    """
    content = news(record, since=since, scope=scope, day=day)
    return Section(
        key="since",
        title=translate("part-since"),
        message=content.sentence,
        lines=content.lines,
        source=source_line(*(record.card(table) for table in PRESENT_TABLES)),
    )


def file_name(*, since: str, of: str) -> str:
    """Return the name of the files of `digest_briefing` with the same arguments, without ending."""
    return f"since-{since.lower()}-{of}"


def digest_briefing(
    record: Record,
    *,
    since: str,
    scope: tuple[str, ...] | None,
    name: str,
    of: str,
    address: str,
    notes: tuple[str, ...] = (),
    day: pd.Timestamp | None = None,
) -> Briefing:
    """Return the digest as a paper: one part for each kind of news.

    Args:
        since: A moment, as the address writes it; known to be one.
        scope: Codes of the selection; None is the world.
        name: The selection in words.
        of: The selection in the names of the files.
        address: Of the page that asks.
        notes: What must be known of the selection.
        day: From which it is looked ahead (`due.lines`).
        record: The installed tables.
    """
    content = news(record, since=since, scope=scope, day=day)
    whole = digest(record, since=since, scope=scope, name=name)
    gathering = Gathering()
    gathering.keep(whole)
    for kind in KINDS:
        rows = content.table[content.table["kind"] == kind]
        if rows.empty:
            continue
        gathering.parts.append(
            Section(
                key=kind,
                title=translate(f"since-kind-{kind}"),
                message=translate("since-part", count=len(_apart(rows)) if kind in ACTS else len(rows)),
                table=with_headings(_item_table(rows.dropna(axis="columns", how="all")).drop(columns="kind")),
            )
        )
    return gathering.assemble(
        name=file_name(since=since, of=of),
        title=translate("chart-since", moment=content.moment, scope=name),
        subtitle=name,
        headline=content.sentence,
        measures=(),
        notes=(),
        names=notes,
        unknown=content.lines[-1:],
        cards=[record.card(table) for table in TABLES],
        address=address,
        note=None,
    )
