"""The Region page as values: what moved in a month, why, how much in all, and a line per country."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, signals_at, totals
from ewdash.analysis.reviews import BETTER, SAME, WITHHELD, WORSE
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.model.situations import BANDS, LOWER_BOUND
from ewdash.views.block import Block, block
from ewdash.views.councils import acts_about
from ewdash.views.measure import Measure, against, comparable, counted, record_state, reported, rounded, state
from ewdash.views.months import cards, country_months, levels_at
from ewdash.views.selection import Selection, selected
from ewdash.views.signals import reviewed, stage_names
from ewdash.views.trends import joint
from ewdash.views.world import record_notices

HOME = "africa"  # shown first: the region with most countries at 25 deaths or more in a year
BACK = {"1": 1, "3": 3, "6": 6}  # months between the two sides of the comparison
NAMING = {"XKX": "note-kosovo-map", "TWN": "note-taiwan"}  # notes on names that the page writes
NAMED = 3  # names a sentence can hold
LISTED = 8  # moves told as sentences; the table has all
SILENT_NAMED = 8
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
    "sc_date",
    "hrc_symbol",
    "sc_symbol",
    "low_12",
    "high_12",
    "vintage",
    "iso3",
]
Row = dict[Hashable, Any]


@dataclass(frozen=True)
class Moved:
    """One situation that moved: where it leads, its name, and the evidence in sentences."""

    iso3: str
    name: str
    evidence: str


@dataclass(frozen=True)
class RegionView:
    """What the page says before its pictures."""

    headline: str
    rule: str
    moved: tuple[tuple[str, tuple[Moved, ...], int], ...]  # heading, moves told, how many more


def _reviewed(record: Record, chosen: Selection, month: pd.Timestamp, back: int) -> pd.DataFrame:
    """Return the review of a selection, without changes that compare nothing or lower bounds."""
    rows = reviewed(record, month, back)
    rows = comparable(rows[rows["iso3"].isin(chosen.inside)].reset_index(drop=True))
    return rows.assign(change_alerted=rows["change_alerted"].mask(rows["vintage"] == LOWER_BOUND))


def _since(month: pd.Timestamp, back: int) -> pd.Timestamp:
    return month - pd.DateOffset(months=back)


def nobody(record: Record, *, region: str | None, group: str | None) -> str:
    """Say that no place belongs to both region and group; nothing where some do."""
    chosen = selected(record, region, group)
    return "" if chosen.inside else translate("headline-region-empty", scope=chosen.scope)


def region_view(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int
) -> RegionView:
    """Say in a sentence how many situations moved, and in a few why.

    Args:
        month: The month under review.
        region: M49 region or subregion key, None for the world.
        group: HRC regional group key, None for all.
        back: Months between the two sides of the comparison.
        record: The installed tables.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    chosen = selected(record, region, group)
    rows = _reviewed(record, chosen, month, back)
    silent = chosen.silent(rows["iso3"])
    since = i18n.month(_since(month, back))
    evidence = [_evidence(row, since) for row in rows.to_dict("records")]
    told = rows.assign(evidence=evidence, country=[chosen.places.name(code) for code in rows["iso3"]])
    lists = []
    higher = levels.movers(told[told["direction"].isin([SAME, WITHHELD])])
    higher = higher.assign(evidence=[_higher(row) for row in higher.to_dict("records")])
    parts = {direction: told[told["direction"] == direction] for direction in (WORSE, BETTER)}
    # Where all is a lower bound no month can be called higher than another.
    bound = record_state(rows) == state(LOWER_BOUND)
    for name, part in (parts if bound else {**parts, "higher": higher}).items():
        moves = tuple(
            Moved(str(row["iso3"]), str(row["country"]), str(row["evidence"]))
            for row in part.head(LISTED).to_dict("records")
        )
        lists.append((translate(f"review-{name}", count=len(part)), moves, max(0, len(part) - LISTED)))
    return RegionView(
        headline=_headline(told, higher, silent, month=i18n.month(month), since=since, scope=chosen.scope),
        rule=translate("review-rule", since=since, bounds=int((rows["vintage"] == LOWER_BOUND).sum())),
        moved=tuple(lists),
    )


def _headline(
    told: pd.DataFrame, higher: pd.DataFrame, silent: list[str], *, month: str, since: str, scope: str
) -> str:
    counts = told["direction"].value_counts()
    facts: dict[str, Any] = {"scope": scope, "month": month, "since": since, "silent": len(silent)}
    facts["state"] = record_state(told)
    if told.empty:
        return translate("headline-region-silent", **facts)
    facts |= {name: int(counts.get(name, 0)) for name in (WORSE, BETTER, SAME, WITHHELD)}
    alone = facts[WITHHELD] > 0 and facts[BETTER] == facts[SAME] == 0
    kind = "-alone" if alone else "" if facts[WORSE] + facts[BETTER] else "-none"
    named = [translate(f"headline-region{kind}", covered=len(told), **facts)]
    moves = {direction: told[told["direction"] == direction] for direction in (WORSE, BETTER)}
    for name, part in (moves if kind == "" else {WORSE: moves[WORSE], "higher": higher}).items():
        names = part["country"].tolist()
        if names:
            listed = ", ".join(names[:NAMED])
            more = len(names) - NAMED
            listed = translate("and-more", names=listed, more=more) if more > 0 else listed
            named.append(translate(f"moved-most-{name}", names=listed))
    short = int(told["fell_short"].sum())
    return " ".join([*named, translate("moved-fell-short", count=short)] if short else named)


def _evidence(row: Row, since: str) -> str:
    """Say in a sentence for each sign what moved a situation, or what keeps it where it is."""
    if row["fell_short"]:
        return translate("review-fell-short", since=since)
    names, found = stage_names(), []
    if row["alert_since"] > 0:
        found.append(
            translate(
                "review-alert",
                strength="strong" if row["alert_since"] == 2 else "plain",
                month=i18n.month(row["alerted"]),
                deaths=reported(row["deaths_alerted"], row["vintage"]),
                against=against(row["deaths_alerted"], row["change_alerted"]),
            )
        )
    stage = names[int(row["stage"])]
    reason = translate(f"reason-{signals_at.reason(pd.Series(row))}")
    if row["stage_moved"]:
        way = "up" if row["stage_moved"] > 0 else "down"
        before = names[int(row["stage_before"])]
        found.append(translate(f"review-stage-{way}", before=before, stage=stage, reason=reason))
    if row["level_moved"]:
        way = "up" if row["level_moved"] > 0 else "down"
        deaths = reported(row["deaths_12"], row["vintage"])
        before = counted(row["deaths_12_before"], row["vintage"])
        found.append(translate(f"review-level-{way}", deaths=deaths, before=before, since=since))
    if found and row["vintage"] == LOWER_BOUND:
        found.append(translate("review-bounds"))
    return " ".join(found) or reason


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
    chosen = selected(record, region, group)
    covered = levels_at(record, month, chosen.inside)
    covered = covered[covered["iso3"].isin(chosen.inside)]
    silent = chosen.silent(covered["iso3"])
    found = [record_notices(covered, month)] if len(covered) else []
    kinds = chosen.places.table.set_index("iso3")["kind"]
    own = [chosen.places.name(code) for code in silent if kinds[code] != "territory"]
    territories = sum(kinds[code] == "territory" for code in silent)
    names = [", ".join(own[:SILENT_NAMED])] if own else []
    if len(own) > SILENT_NAMED:
        names = [translate("and-more", names=names[0], more=len(own) - SILENT_NAMED)]
    names += [translate("silent-territories", territories=territories)] if territories else []
    if names:
        found.append((translate("notice-silent", names="; ".join(names)),))
    for code in sorted(chosen.shown & set(NAMING)):
        found.append(
            (translate("compare-note", name=chosen.places.name(code), note=translate(NAMING[code])),)
        )
    return tuple(sentence for part in found for sentence in part)


def measures(
    record: Record, *, month: pd.Timestamp, region: str | None, group: str | None
) -> tuple[Measure, ...]:
    """Return the totals of a selection with their bounds; none where nothing is covered."""
    chosen = selected(record, region, group)
    rows, pair = country_months(record, chosen.inside), joint(record)
    covered = levels_at(record, month, chosen.inside)
    year = totals.of_year(covered, rows, pair, chosen.inside, month)
    if year is None:
        return ()
    alone = totals.monthly(rows[rows["month"] == month], pair, chosen.inside)
    alone = alone[alone["vintage"] == year.vintage]
    earlier = month - pd.DateOffset(months=levels.YEAR)
    before = totals.of_year(levels_at(record, earlier, chosen.inside), rows, pair, chosen.inside, earlier)
    alike = before is not None and before.vintage == year.vintage
    counts = [int((covered["level"] >= level).sum()) for level in (2, len(BANDS) - 1)]
    return (
        Measure(
            translate("measure-total"),
            _banded(year.deaths, year.low, year.high, year.vintage),
            translate("measure-total.explained"),
        ),
        Measure(
            translate("measure-total-month", month=i18n.month(month)),
            _banded(
                *(alone.iloc[0][name] for name in ("deaths_best", "deaths_low", "deaths_high", "vintage"))
            ),
            translate("measure-total-month.explained"),
        ),
        Measure(
            translate("measure-total-before"),
            _banded(before.deaths, before.low, before.high, before.vintage)
            if before and alike
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
    if pd.isna(low) or pd.isna(high):
        return counted(deaths, vintage)
    return translate("total-band", deaths=int(deaths), low=int(low or 0), high=int(high or 0))


def lines(record: Record, *, month: pd.Timestamp, region: str | None, group: str | None, back: int) -> Block:
    """List each country of a selection: what moved and why, and the last act of each Council.

    The last column holds the iso3 to which a row leads.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    chosen = selected(record, region, group)
    rows = _reviewed(record, chosen, month, back)
    year = levels_at(record, month, chosen.inside).set_index("iso3")
    since = i18n.month(_since(month, back))
    names = stage_names()
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
            "alert": [_alert(row) for row in rows.to_dict("records")],
            "vintage": [translate(f"vintage-{name.replace('_', '-')}") for name in rows["vintage"]],
        }
    )
    silent = chosen.silent(rows["iso3"])
    table = pd.concat([table, _silent(silent, chosen.places)], ignore_index=True)
    table["country"] = [chosen.places.name(code) for code in table["iso3"]]
    done = acts_about(record, list(table["iso3"]))
    done = done[done["verified"] & (done["date"] <= month + pd.offsets.MonthEnd(0))]
    for lane in ("hrc", "sc"):
        last = done[done["council"] == lane].drop_duplicates("iso3", keep="last").set_index("iso3")
        days = dict(zip(last.index, last["date"].dt.strftime("%Y-%m-%d"), strict=True))
        table[f"{lane}_date"] = [days.get(code, translate("none-recorded")) for code in table["iso3"]]
        table[f"{lane}_symbol"] = table["iso3"].map(dict(last["symbol"])).astype(object)
    return block(
        "review",
        None,
        table[TABLE],
        *cards(record, month),
        record.card("signal_month"),
        record.card("council_action"),
        scope=chosen.scope,
        month=i18n.month(month),
        covered=len(rows),
        silent=len(silent),
    )


def _alert(row: Row) -> str:
    """Say the alert since the earlier month, empty where there is none."""
    if not row["alert_since"]:
        return ""
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
