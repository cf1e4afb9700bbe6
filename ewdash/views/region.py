"""The Region page as values: what moved in a month, why, how much in all, and a line per country."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, signals_at, totals
from ewdash.analysis.reviews import BETTER, DIRECTIONS, SAME, WITHHELD, WORSE
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError
from ewdash.model.places import Places
from ewdash.model.situations import BANDS, FINAL, FRAGILE, LOWER_BOUND
from ewdash.views import settled
from ewdash.views.block import Block, block
from ewdash.views.councils import acts_about
from ewdash.views.country_levels import country_levels
from ewdash.views.measure import (
    Measure,
    against,
    counted,
    least_complete,
    reported,
    rounded,
    state,
    state_names,
    twelve,
)
from ewdash.views.months import cards, grids, levels_at, newest
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import STRONG_TIER, all_alerts, reviewed, signals
from ewdash.views.stages import stage_names
from ewdash.views.watched import none_known
from ewdash.views.world import record_notices

HOME = "africa"  # shown first: the region with most countries at 25 deaths or more in a year
MONTHS_BACK = {"1": 1, "3": 3, "6": 6}  # months between the two sides of the comparison
NAME_NOTES = {"XKX": "note-kosovo-map", "TWN": "note-taiwan"}  # notes on names that the page writes
MAX_NAMES = 3  # names a sentence can hold
MAX_MOVES = 8  # moves told as sentences; the table has all
MAX_SILENT_NAMES = 8
Row = dict[str, Any]
UNKNOWN: Row = {"deaths_month": pd.NA, "change": pd.NA, "low_12": pd.NA, "high_12": pd.NA}


@dataclass(frozen=True)
class Move:
    """One situation that moved: where it leads, its name, and the evidence in sentences."""

    iso3: str
    name: str
    evidence: str


@dataclass(frozen=True)
class RegionView:
    """What the page says before its pictures."""

    headline: str
    rule: str
    moved: tuple[tuple[str, tuple[Move, ...], int], ...]  # heading, moves told, how many more


def _reviewed(record: Record, selection: Selection, month: pd.Timestamp, back: int) -> list[Row]:
    """Return the review of a selection, without changes that compare nothing or lower bounds."""
    now, inside = country_levels(record, month), set(selection.inside)
    return [
        # The month as every page tells it: in events inside it.
        row | _month(now.get(row["iso3"], UNKNOWN), row["vintage"])
        for row in reviewed(record, month, back)
        if row["iso3"] in inside
    ]


def _month(level: Row, vintage: str) -> Row:
    """Return the deaths of a month and their change, NA where it compares nothing or lower bounds."""
    deaths, change = level["deaths_month"], level["change"]
    withheld = vintage == LOWER_BOUND or pd.isna(change) or (deaths == 0 and change == 1)
    return {"deaths_month": deaths, "change": pd.NA if withheld else change}


def _since(month: pd.Timestamp, back: int) -> pd.Timestamp:
    return month - pd.DateOffset(months=back)


def nobody(record: Record, *, region: str | None, group: str | None) -> str:
    """Say that no place belongs to both region and group; nothing where some do."""
    selection = selected(record, region, group)
    return "" if selection.inside else translate("headline-region-empty", scope=selection.scope)


def region_view(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int
) -> RegionView:
    """Say in a sentence how many situations moved, and in a few why.

    Args:
        month: The month under review.
        region: M49 region, set or own list (see `Places`), None for the world.
        group: HRC regional group key, None for all.
        back: Months between the two sides of the comparison.
        record: The installed tables.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    selection = selected(record, region, group)
    rows = _reviewed(record, selection, month, back)
    names = {row["iso3"]: selection.places.name(row["iso3"]) for row in rows}
    since = i18n.month(_since(month, back))
    signed = _with_alert(record, month)
    quiet = [row for row in rows if row["direction"] in (SAME, WITHHELD) and row["iso3"] not in signed]
    parts = {direction: [row for row in rows if row["direction"] == direction] for direction in DIRECTIONS}
    parts["higher"] = levels.movers(quiet)
    bounds = sum(row["vintage"] == LOWER_BOUND for row in rows)
    # Where all is a lower bound no month can be called higher than another.
    told = [WORSE, BETTER] if _state(rows) == state(LOWER_BOUND) else [WORSE, BETTER, "higher"]
    lists = []
    for name in told:
        moves = tuple(
            Move(
                row["iso3"],
                names[row["iso3"]],
                _higher(row) if name == "higher" else _evidence(row, since),
            )
            for row in parts[name][:MAX_MOVES]
        )
        count = len(parts[name])
        lists.append((translate(f"review-{name}", count=count), moves, max(0, count - MAX_MOVES)))
    return RegionView(
        headline=_headline(
            rows,
            {name: [names[row["iso3"]] for row in part] for name, part in parts.items()},
            month=i18n.month(month),
            since=since,
            scope=selection.heading,
            state=_state(rows),
            silent=len(selection.silent(names)),
        ),
        rule=translate("review-rule", since=since, bounds=bounds),
        moved=tuple(lists),
    )


def _state(rows: list[Row]) -> str:
    """Return the least complete state of the record among rows."""
    return least_complete(row["vintage"] for row in rows)


def _headline(rows: list[Row], names: dict[str, list[str]], **facts: Any) -> str:  # noqa: ANN401 - of a message
    if not rows:
        return translate("headline-region-silent", **facts)
    counts = {direction: len(names[direction]) for direction in DIRECTIONS}
    alone = counts[WITHHELD] > 0 and counts[BETTER] == counts[SAME] == 0
    kind = "-alone" if alone else "" if counts[WORSE] + counts[BETTER] else "-none"
    sentences = [translate(f"headline-region{kind}", covered=len(rows), **facts, **counts)]
    for name in (WORSE, BETTER if kind == "" else "higher"):
        if names[name]:
            name_list = i18n.listing(names[name][:MAX_NAMES])
            more = len(names[name]) - MAX_NAMES
            name_list = translate("and-more", names=name_list, more=more) if more > 0 else name_list
            sentences.append(translate(f"moved-most-{name}", names=name_list))
    short = sum(row["fell_short"] for row in rows)
    return " ".join([*sentences, translate("moved-fell-short", count=short)] if short else sentences)


def _evidence(row: Row, since: str) -> str:
    """Say in a sentence for each sign what moved a situation, or what keeps it where it is."""
    if row["fell_short"]:
        return translate("review-fell-short", since=since)
    names, sentences = stage_names(), []
    if alert := row["alerted"]:
        sentences.append(
            translate(
                "review-alert",
                strength=_strength(alert),
                month=i18n.month(alert.month),
                deaths=reported(alert.deaths, alert.vintage),
                against="" if alert.vintage == LOWER_BOUND else against(alert.deaths, alert.change),
            )
        )
    stage = names[int(row["stage"])]
    reason = translate(f"reason-{signals_at.reason(row)}")
    if row["stage_moved"]:
        way = "up" if row["stage_moved"] > 0 else "down"
        before = names[int(row["stage_before"])]
        out_of_order = "yes" if FRAGILE in (row["stage"], row["stage_before"]) else "no"
        facts = {"before": before, "stage": stage, "reason": reason, "fragile": out_of_order}
        sentences.append(translate(f"review-stage-{way}", **facts))
    if row["level_moved"]:
        way = "up" if row["level_moved"] > 0 else "down"
        deaths = reported(row["deaths_12"], row["vintage"])
        before = counted(row["deaths_12_before"], row["vintage"])
        sentences.append(translate(f"review-level-{way}", deaths=deaths, before=before, since=since))
    if sentences and row["vintage"] == LOWER_BOUND:
        sentences.append(translate("review-bounds"))
    return " ".join(sentences) or reason


def _strength(alert: signals_at.Alert) -> str:
    return "strong" if alert.strength == STRONG_TIER else "plain"


def _with_alert(record: Record, month: pd.Timestamp) -> set[str]:
    """Return where an alert stands in a month, or it cannot be told whether one does."""
    standing = signals_at.latest(record.once(all_alerts), _since(month, signals_at.RECENT_MONTHS), month)
    return {*standing, *_untold(record, month)}


def _untold(record: Record, month: pd.Timestamp) -> tuple[str, ...]:
    """Return where it cannot be told whether there is an alert in a month."""
    return record.once(_unjudged_months).get(month, ())


def _unjudged_months(record: Record) -> dict[pd.Timestamp, tuple[str, ...]]:
    return signals_at.unjudged_months(signals(record))


def _open_months(record: Record) -> dict[pd.Timestamp, tuple[str, ...]]:
    return signals_at.open_months(signals(record))


def _higher(row: Row) -> str:
    """Say how far a month ran above the year before, where no sign opened."""
    return translate(
        "review-ran-higher",
        deaths=reported(row["deaths_month"], row["vintage"]),
        against=against(row["deaths_month"], row["change"]),
        stage=stage_names()[int(row["stage"])],
    )


def notices(record: Record, *, month: pd.Timestamp, region: str | None, group: str | None) -> tuple[str, ...]:
    """Say what must be known before the figures are read: state of the record, filing, silence."""
    selection = selected(record, region, group)
    covered = levels_at(record, month, selection.inside)
    silent = selection.silent(covered["iso3"])
    notes = [record_notices(record, covered, month)] if len(covered) else []
    notes.append(_other_alerts(record, selection, month))
    if settled.after(record, month):
        final = settled.scope_sentence(record, selection.inside, world=not (region or group))
        notes = [(final,), *notes] if final else notes
    own_names = [
        selection.places.name(code) for code in silent if selection.places.row(code)["kind"] != "territory"
    ]
    territories = len(silent) - len(own_names)
    names = [i18n.listing(own_names[:MAX_SILENT_NAMES])] if own_names else []
    if len(own_names) > MAX_SILENT_NAMES:
        names = [translate("and-more", names=names[0], more=len(own_names) - MAX_SILENT_NAMES)]
    names += [translate("silent-territories", territories=territories)] if territories else []
    if names:
        notes.append((translate("notice-silent", names="; ".join(names)),))
    notes.append(name_notes(selection))
    notes.insert(0, selection.places.membership_notes(region))
    return tuple(sentence for part in notes for sentence in part)


def name_notes(selection: Selection) -> tuple[str, ...]:
    """Say what must be known of the names that a selection holds."""
    return tuple(
        translate("compare-note", name=selection.places.name(code), note=translate(NAME_NOTES[code]))
        for code in sorted(selection.shown & set(NAME_NOTES))
    )


def other_alerts(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[str, ...]:
    """Say which alerts a review of a month leaves out: they must be seen beside its headline."""
    return _other_alerts(record, selected(record, region, group), month)


def _other_alerts(record: Record, selection: Selection, month: pd.Timestamp) -> tuple[str, ...]:
    """Say which alerts are of a later month than the review's, and for which month none can be told."""
    try:
        signals(record)
    except EwdashError:  # told where the review is shown
        return ()
    inside, last = set(selection.inside), newest(record, month)
    recent = _since(last, signals_at.RECENT_MONTHS)
    later = signals_at.latest(record.once(all_alerts), max(month, recent), last).values()
    undecided = sorted(record.once(_open_months).items(), reverse=True)
    said = {
        "notice-alerts-later": [(alert.iso3, alert.month) for alert in later],
        "notice-alerts-open": [
            (code, day) for day, codes in undecided for code in codes if recent < day <= last
        ],
    }
    named = {
        key: [f"{selection.places.name(code)} ({i18n.month(day)})" for code, day in part if code in inside]
        for key, part in said.items()
    }
    return tuple(translate(key, names=i18n.listing(names)) for key, names in named.items() if names)


def measures(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[Measure, ...]:
    """Return the totals of a selection with their bounds; none where nothing is covered."""
    selection = selected(record, region, group)
    every, now = grids(record), country_levels(record, month)
    year = totals.of_year(now, every, selection.inside, month)
    if year is None:
        return ()
    last = totals.of_month(every, selection.inside, month, year.vintage)
    earlier = _since(month, levels.YEAR)
    before = totals.of_year(country_levels(record, earlier), every, selection.inside, earlier)
    same_vintage = before is not None and before.vintage == year.vintage
    reached = [now[code]["level"] for code in selection.inside if code in now]
    counts = [sum(level >= least for level in reached) for least in (2, len(BANDS) - 1)]
    return (
        Measure(
            translate("measure-total"),
            _banded(year),
            " ".join(
                [translate("measure-total.explained")]
                + (
                    [translate("crossing-year", crossing=year.crossing, beyond=0, month="")]
                    if year.crossing
                    else []
                )
            ),
        ),
        Measure(
            translate("measure-total-month", month=i18n.month(month)),
            _banded(last),
            translate("measure-month-longer", crossing=last.crossing)
            if last.crossing
            else translate("measure-total-month.explained"),
        ),
        Measure(
            translate("measure-total-before"),
            _banded(before) if before and same_vintage else translate("withheld"),
            translate(
                "measure-total-before.explained",
                countries=before.countries if before else 0,
                now=year.countries,
            ),
        ),
        Measure(
            translate("measure-above"),
            translate("above", conflicts=counts[0], wars=counts[1], state=state(year.vintage)),
            translate("measure-above.explained"),
        ),
    )


def _banded(total: totals.Total) -> str:
    if total.vintage != FINAL or total.low is None or total.high is None:
        return counted(total.deaths, total.vintage)
    return translate("total-band", deaths=total.deaths, low=total.low, high=total.high)


def lines(record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int) -> Block:
    """List each country of a selection: what moved and why, and the last act of each Council.

    The last column holds the iso3 to which a row leads.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    selection = selected(record, region, group)
    rows = _reviewed(record, selection, month, back)
    year = country_levels(record, month)
    since, untold = i18n.month(_since(month, back)), _untold(record, month)
    names, states = stage_names(), state_names()
    directions = {name: translate(f"direction-{name}") for name in DIRECTIONS}
    changes = [pd.NA if pd.isna(row["change"]) else rounded(row["change"]) for row in rows]
    bands = [year.get(row["iso3"], UNKNOWN) for row in rows]
    silent = selection.silent(row["iso3"] for row in rows)
    none = [None] * len(silent)
    codes = [*(row["iso3"] for row in rows), *silent]
    table = pd.DataFrame(
        {
            "country": [selection.places.name(code) for code in codes],
            "direction": [
                *(directions[row["direction"]] for row in rows),
                *[translate("direction-silent")] * len(silent),
            ],
            "reason": [
                *(_evidence(row, since) for row in rows),
                *(_why_silent(code, selection.places) for code in silent),
            ],
            "stage": [*(names[int(row["stage"])] for row in rows), *none],
            "before": [*(names.get(row["stage_before"]) for row in rows), *none],
            "deaths_12": pd.array([*(row["deaths_12"] for row in rows), *none], dtype="Int64"),
            "change": pd.array([*changes, *none], dtype="Float64"),
            "alert": [*(_alert(row, untold=row["iso3"] in untold) for row in rows), *none],
            **_last_acts(record, codes, month),
            "low_12": pd.array([*(band["low_12"] for band in bands), *none], dtype="Int64"),
            "high_12": pd.array([*(band["high_12"] for band in bands), *none], dtype="Int64"),
            "vintage": [*(states[row["vintage"]] for row in rows), *none],
            "period": [twelve(month)] * len(codes),
            "iso3": pd.Series(codes, dtype=object),
        }
    )
    return block(
        "review",
        None,
        table,
        *cards(record, month),
        record.card("signal_month"),
        record.card("council_action"),
        scope=selection.heading,
        month=i18n.month(month),
        covered=len(rows),
        silent=len(silent),
    )


def lines_heading(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int
) -> tuple[str, int]:
    """Return the title of `lines` and how many there are, which it refuses as that does."""
    selection = selected(record, region, group)
    rows = _reviewed(record, selection, month, back)
    for table in ("signal_month", "council_action"):
        record.card(table)
    record.once(_acts_by_country)
    silent = selection.silent(row["iso3"] for row in rows)
    title = translate("chart-review", scope=selection.heading, month=i18n.month(month))
    return title, len(rows) + len(silent)


def _last_acts(
    record: Record, codes: list[str], month: pd.Timestamp
) -> dict[str, "pd.Series[Any] | list[str]"]:
    """Return the columns of each Council's last verified act by the end of a month: day, body and symbol."""
    end = month + pd.offsets.MonthEnd(0)
    hrc, sc = (
        [_last(acts.get(code, []), end) for code in codes] for acts in record.once(_acts_by_country).values()
    )
    bodies = [translate(f"body-short-{act.body.lower()}") if act else None for act in hrc]
    return {
        "hrc_date": _days(record, codes, hrc, "hrc", month),
        "hrc_body": pd.Series(bodies, dtype=object),
        "hrc_symbol": _symbols(hrc),
        "sc_date": _days(record, codes, sc, "sc", month),
        "sc_symbol": _symbols(sc),
    }


def _days(
    record: Record, codes: list[str], acts: "list[Act | None]", council: str, month: pd.Timestamp
) -> list[str]:
    return [
        f"{act.day:%Y-%m-%d}" if act else none_known(record, code, council, month)
        for code, act in zip(codes, acts, strict=True)
    ]


def _symbols(acts: "list[Act | None]") -> "pd.Series[Any]":
    return pd.Series([act.symbol if act else None for act in acts], dtype=object)


class Act(NamedTuple):
    """An act of a Council: its day, and who took which text."""

    day: pd.Timestamp
    body: str
    symbol: str


def _last(acts: list[Act], end: pd.Timestamp) -> Act | None:
    place = bisect_right(acts, end, key=lambda act: act.day)
    return acts[place - 1] if place else None


def _acts_by_country(record: Record) -> dict[str, dict[str, list[Act]]]:
    """Return council -> iso3 -> its verified acts, by date."""
    rows = acts_about(record, list(record.places.table["iso3"]))
    rows = rows[rows["verified"] & rows["date"].notna()]
    out: dict[str, dict[str, list[Act]]] = {"hrc": {}, "sc": {}}
    columns = [rows[name].tolist() for name in ("council", "iso3", "date", "body", "symbol")]
    for council, code, day, body, symbol in zip(*columns, strict=True):
        out[council].setdefault(code, []).append(Act(day, body, symbol))
    return out


def _alert(row: Row, *, untold: bool) -> str:
    """Say the alert since the earlier month, empty where there is none; where it cannot be told, say so."""
    if alert := row["alerted"]:
        return f"{translate(_strength(alert))}, {alert.month:%Y-%m}"
    return translate("verdict-said-open") if untold else ""


def _why_silent(code: str, places: Places) -> str:
    """Say why a place has no figure: its deaths are filed elsewhere, or it is not covered."""
    other = places.filed_under(code)
    return translate("review-filed", other=places.said(other)) if other else translate("review-silent")
