"""The Region page as values: what moved in a month, why, how much in all, and a line per country."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, signals_at, totals, vintages
from ewdash.analysis.reviews import BETTER, SAME, WITHHELD, WORSE
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError
from ewdash.model.places import Places
from ewdash.model.situations import BANDS, FINAL, LOWER_BOUND
from ewdash.views import settled
from ewdash.views.block import Block, block
from ewdash.views.councils import acts_about
from ewdash.views.measure import Measure, against, comparable, counted, record_state, reported, rounded, state
from ewdash.views.months import cards, grids, levels_at, newest
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import reviewed, signals, stage_names
from ewdash.views.world import record_notices

HOME = "africa"  # shown first: the region with most countries at 25 deaths or more in a year
MONTHS_BACK = {"1": 1, "3": 3, "6": 6}  # months between the two sides of the comparison
NAME_NOTES = {"XKX": "note-kosovo-map", "TWN": "note-taiwan"}  # notes on names that the page writes
MAX_NAMES = 3  # names a sentence can hold
MAX_MOVES = 8  # moves told as sentences; the table has all
MAX_SILENT_NAMES = 8
TABLE = [
    "country",
    "direction",
    "reason",
    "stage",
    "before",
    "deaths_12",
    "change",
    "alert",
    "hrc_date",
    "hrc_body",
    "hrc_symbol",
    "sc_date",
    "sc_symbol",
    "low_12",
    "high_12",
    "vintage",
    "iso3",
]
Row = dict[Hashable, Any]


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


def _reviewed(record: Record, selection: Selection, month: pd.Timestamp, back: int) -> pd.DataFrame:
    """Return the review of a selection, without changes that compare nothing or lower bounds."""
    return record.recent(_reviewed_inside, selection.inside, month, back)


def _reviewed_inside(record: Record, inside: tuple[str, ...], month: pd.Timestamp, back: int) -> pd.DataFrame:
    rows = reviewed(record, month, back)
    rows = rows[rows["iso3"].isin(inside)].reset_index(drop=True)
    dated = levels_at(record, month, inside).set_index("iso3")
    # The month as every page tells it: in events inside it.
    rows = comparable(
        rows.assign(**{name: rows["iso3"].map(dated[name]) for name in ("deaths_month", "change")})
    )
    return rows.assign(change_alerted=rows["change_alerted"].mask(rows["vintage_alerted"] == LOWER_BOUND))


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
    silent = selection.silent(rows["iso3"])
    since = i18n.month(_since(month, back))
    evidence = [_evidence(row, since) for row in rows.to_dict("records")]
    situations = rows.assign(
        evidence=evidence, country=[selection.places.name(code) for code in rows["iso3"]]
    )
    lists = []
    signed = _with_alert(record, month)
    quiet = situations["direction"].isin([SAME, WITHHELD]) & ~situations["iso3"].isin(signed)
    higher = levels.movers(situations[quiet])
    higher = higher.assign(evidence=[_higher(row) for row in higher.to_dict("records")])
    parts = {direction: situations[situations["direction"] == direction] for direction in (WORSE, BETTER)}
    # Where all is a lower bound no month can be called higher than another.
    bound = record_state(rows) == state(LOWER_BOUND)
    for name, part in (parts if bound else {**parts, "higher": higher}).items():
        moves = tuple(
            Move(str(row["iso3"]), str(row["country"]), str(row["evidence"]))
            for row in part.head(MAX_MOVES).to_dict("records")
        )
        lists.append((translate(f"review-{name}", count=len(part)), moves, max(0, len(part) - MAX_MOVES)))
    return RegionView(
        headline=_headline(
            situations, higher, silent, month=i18n.month(month), since=since, scope=selection.heading
        ),
        rule=translate("review-rule", since=since, bounds=int((rows["vintage"] == LOWER_BOUND).sum())),
        moved=tuple(lists),
    )


def _headline(
    situations: pd.DataFrame, higher: pd.DataFrame, silent: list[str], *, month: str, since: str, scope: str
) -> str:
    counts = situations["direction"].value_counts()
    facts: dict[str, Any] = {"scope": scope, "month": month, "since": since, "silent": len(silent)}
    facts["state"] = record_state(situations)
    if situations.empty:
        return translate("headline-region-silent", **facts)
    facts |= {name: int(counts.get(name, 0)) for name in (WORSE, BETTER, SAME, WITHHELD)}
    alone = facts[WITHHELD] > 0 and facts[BETTER] == facts[SAME] == 0
    kind = "-alone" if alone else "" if facts[WORSE] + facts[BETTER] else "-none"
    sentences = [translate(f"headline-region{kind}", covered=len(situations), **facts)]
    moves = {direction: situations[situations["direction"] == direction] for direction in (WORSE, BETTER)}
    for name, part in (moves if kind == "" else {WORSE: moves[WORSE], "higher": higher}).items():
        names = part["country"].tolist()
        if names:
            name_list = i18n.listing(names[:MAX_NAMES])
            more = len(names) - MAX_NAMES
            name_list = translate("and-more", names=name_list, more=more) if more > 0 else name_list
            sentences.append(translate(f"moved-most-{name}", names=name_list))
    short = int(situations["fell_short"].sum())
    return " ".join([*sentences, translate("moved-fell-short", count=short)] if short else sentences)


def _evidence(row: Row, since: str) -> str:
    """Say in a sentence for each sign what moved a situation, or what keeps it where it is."""
    if row["fell_short"]:
        return translate("review-fell-short", since=since)
    names, sentences = stage_names(), []
    if row["alert_since"] > 0:
        sentences.append(
            translate(
                "review-alert",
                strength="strong" if row["alert_since"] == 2 else "plain",
                month=i18n.month(row["alerted"]),
                deaths=reported(row["deaths_alerted"], row["vintage_alerted"]),
                against=against(row["deaths_alerted"], row["change_alerted"]),
            )
        )
    stage = names[int(row["stage"])]
    reason = translate(f"reason-{signals_at.reason(row)}")
    if row["stage_moved"]:
        way = "up" if row["stage_moved"] > 0 else "down"
        before = names[int(row["stage_before"])]
        sentences.append(translate(f"review-stage-{way}", before=before, stage=stage, reason=reason))
    if row["level_moved"]:
        way = "up" if row["level_moved"] > 0 else "down"
        deaths = reported(row["deaths_12"], row["vintage"])
        before = counted(row["deaths_12_before"], row["vintage"])
        sentences.append(translate(f"review-level-{way}", deaths=deaths, before=before, since=since))
    if sentences and row["vintage"] == LOWER_BOUND:
        sentences.append(translate("review-bounds"))
    return " ".join(sentences) or reason


def _with_alert(record: Record, month: pd.Timestamp) -> set[str]:
    """Return where an alert stands in a month, or it cannot be told whether one does."""
    rows = signals(record)
    standing = signals_at.recent_alerts(rows[rows["month"] <= month], month)
    return {*standing["iso3"], *_untold(record, month)}


def _untold(record: Record, month: pd.Timestamp) -> set[str]:
    """Return where it cannot be told whether there is an alert in a month."""
    rows = signals_at.at_month(signals(record), month)
    return set(rows.loc[rows["unjudged"].notna(), "iso3"])


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
    covered = covered[covered["iso3"].isin(selection.inside)]
    silent = selection.silent(covered["iso3"])
    notes = [record_notices(record, covered, month)] if len(covered) else []
    notes.append(_other_alerts(record, selection, month))
    if settled.after(record, month):
        final = settled.scope_sentence(record, selection.inside, world=not (region or group))
        notes = [(final,), *notes] if final else notes
    kinds = selection.places.table.set_index("iso3")["kind"]
    own = [selection.places.name(code) for code in silent if kinds[code] != "territory"]
    territories = sum(kinds[code] == "territory" for code in silent)
    names = [i18n.listing(own[:MAX_SILENT_NAMES])] if own else []
    if len(own) > MAX_SILENT_NAMES:
        names = [translate("and-more", names=names[0], more=len(own) - MAX_SILENT_NAMES)]
    names += [translate("silent-territories", territories=territories)] if territories else []
    if names:
        notes.append((translate("notice-silent", names="; ".join(names)),))
    for code in sorted(selection.shown & set(NAME_NOTES)):
        notes.append(
            (translate("compare-note", name=selection.places.name(code), note=translate(NAME_NOTES[code])),)
        )
    notes.insert(0, selection.places.membership_notes(region))
    return tuple(sentence for part in notes for sentence in part)


def other_alerts(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[str, ...]:
    """Say which alerts a review of a month leaves out: they must be seen beside its headline."""
    return _other_alerts(record, selected(record, region, group), month)


def _other_alerts(record: Record, selection: Selection, month: pd.Timestamp) -> tuple[str, ...]:
    """Say which alerts are of a later month than the review's, and for which month none can be told."""
    try:
        rows = signals(record)
    except EwdashError:  # told where the review is shown
        return ()
    rows = rows[rows["iso3"].isin(selection.inside)]
    last = newest(record, month)
    said = {
        "notice-alerts-later": signals_at.recent_alerts(rows[rows["month"] > month], last),
        "notice-alerts-open": signals_at.crossing(rows, last),
    }
    return tuple(
        translate(
            key,
            names=i18n.listing(
                f"{selection.places.name(code)} ({i18n.month(day)})"
                for code, day in zip(part["iso3"], part["month"], strict=True)
            ),
        )
        for key, part in said.items()
        if len(part)
    )


def measures(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[Measure, ...]:
    """Return the totals of a selection with their bounds; none where nothing is covered."""
    selection = selected(record, region, group)
    every = grids(record)
    covered = levels_at(record, month, selection.inside)
    year = totals.of_year(covered, every, selection.inside, month)
    if year is None:
        return ()
    month_totals = totals.monthly(every, selection.inside, (month, month))
    month_totals = vintages.drawn(month_totals[month_totals["vintage"] == year.vintage])
    crossing = int((month_totals["deaths_best"] - month_totals["deaths_dated"]).iloc[0])
    earlier = month - pd.DateOffset(months=levels.YEAR)
    before = totals.of_year(levels_at(record, earlier, selection.inside), every, selection.inside, earlier)
    same_vintage = before is not None and before.vintage == year.vintage
    counts = [int((covered["level"] >= level).sum()) for level in (2, len(BANDS) - 1)]
    return (
        Measure(
            translate("measure-total"),
            _banded(year.deaths, year.low, year.high, year.vintage),
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
            _banded(
                *(
                    month_totals.iloc[0][name]
                    for name in ("deaths_dated", "deaths_low", "deaths_high", "vintage")
                )
            ),
            translate("measure-month-longer", crossing=crossing)
            if crossing
            else translate("measure-total-month.explained"),
        ),
        Measure(
            translate("measure-total-before"),
            _banded(before.deaths, before.low, before.high, before.vintage)
            if before and same_vintage
            else translate("withheld"),
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


def _banded(deaths: int, low: int | None, high: int | None, vintage: str) -> str:
    if vintage != FINAL or pd.isna(low) or pd.isna(high):
        return counted(deaths, vintage)
    return translate("total-band", deaths=int(deaths), low=int(low or 0), high=int(high or 0))


def lines(record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int) -> Block:
    """List each country of a selection: what moved and why, and the last act of each Council.

    The last column holds the iso3 to which a row leads.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    selection = selected(record, region, group)
    rows = _reviewed(record, selection, month, back)
    year = levels_at(record, month, selection.inside).set_index("iso3")
    since = i18n.month(_since(month, back))
    names = stage_names()
    untold = _untold(record, month)
    table = pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "direction": [translate(f"direction-{direction}") for direction in rows["direction"]],
            "reason": [_evidence(row, since) for row in rows.to_dict("records")],
            "stage": rows["stage"].map(names),
            "before": rows["stage_before"].map(names),
            "deaths_12": rows["deaths_12"].astype("Int64"),
            "low_12": rows["iso3"].map(year["low_12"]).astype("Int64"),
            "high_12": rows["iso3"].map(year["high_12"]).astype("Int64"),
            "change": rows["change"].map(rounded, na_action="ignore"),
            "alert": [_alert(row, untold=row["iso3"] in untold) for row in rows.to_dict("records")],
            "vintage": [translate(f"vintage-{name.replace('_', '-')}") for name in rows["vintage"]],
        }
    )
    silent = selection.silent(rows["iso3"])
    table = pd.concat([table, _silent(silent, selection.places)], ignore_index=True)
    table["country"] = [selection.places.name(code) for code in table["iso3"]]
    council_acts = acts_about(record, list(table["iso3"]))
    council_acts = council_acts[
        council_acts["verified"] & (council_acts["date"] <= month + pd.offsets.MonthEnd(0))
    ]
    for council in ("hrc", "sc"):
        last = (
            council_acts[council_acts["council"] == council]
            .drop_duplicates("iso3", keep="last")
            .set_index("iso3")
        )
        days = dict(zip(last.index, last["date"].dt.strftime("%Y-%m-%d"), strict=True))
        table[f"{council}_date"] = [days.get(code, translate("none-recorded")) for code in table["iso3"]]
        table[f"{council}_symbol"] = table["iso3"].map(dict(last["symbol"])).astype(object)
        bodies = {code: translate(f"body-short-{body.lower()}") for code, body in last["body"].items()}
        table[f"{council}_body"] = table["iso3"].map(bodies).astype(object)
    return block(
        "review",
        None,
        table[TABLE],
        *cards(record, month),
        record.card("signal_month"),
        record.card("council_action"),
        scope=selection.heading,
        month=i18n.month(month),
        covered=len(rows),
        silent=len(silent),
    )


def _alert(row: Row, *, untold: bool) -> str:
    """Say the alert since the earlier month, empty where there is none; where it cannot be told, say so."""
    if not row["alert_since"]:
        return translate("verdict-said-open") if untold else ""
    return f"{translate('strong' if row['alert_since'] == 2 else 'plain')}, {row['alerted']:%Y-%m}"


def _silent(codes: list[str], places: Places) -> pd.DataFrame:
    """Return the rows of places that are not covered: a name and why, and no figure."""
    under = [places.filed_under(code) for code in codes]
    return pd.DataFrame(
        {
            "iso3": pd.Series(codes, dtype="object"),
            "direction": translate("direction-silent"),
            "reason": [
                translate("review-filed", other=places.said(other)) if other else translate("review-silent")
                for other in under
            ],
        }
    )
