"""How the two Councils connect on one situation: the response clock, and what can go to New York."""

from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import responses
from ewdash.analysis.council_acts import number, until
from ewdash.data.record import Parts, Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.signals import standing
from ewdash.views import votes
from ewdash.views.block import Block, block
from ewdash.views.councils import listed, living, own_acts_of, passed_on
from ewdash.views.months import as_of, newest

HRC_START = "2006-06-19"  # the Human Rights Council's first day
# Column of a share -> whose acts, and whether it had acted in the year before the sign.
EARLIER = {
    "hrc_held": ("hrc", True),
    "hrc_new": ("hrc", False),
    "sc_held": ("sc", True),
    "sc_new": ("sc", False),
}


def situations_acts(record: Record) -> pd.DataFrame:
    """Return all verified acts and crossings, each once, under the place it is on."""
    return record.once(_situations_acts)


def _situations_acts(record: Record) -> pd.DataFrame:
    return standing.situations_acts(record.table)


def verified_acts(record: Record) -> pd.DataFrame:
    """Return all verified acts and crossings, those on a place also where its deaths are filed."""
    return record.once(_verified_acts)


def _verified_acts(record: Record) -> pd.DataFrame:
    return standing.verified_acts(record.table)


def clocks_of(record: Record, kind: str) -> pd.DataFrame:
    """Return what followed each trigger of a kind, over all countries (`responses.clock`).

    Raises:
        StaleSignalsError: If it was computed from other figures.
    """
    return record.once(_clocks)[kind]


def _clocks(record: Record) -> dict[str, pd.DataFrame]:
    rows = record.once(_all_clocks)
    return {
        kind: rows[rows["sign"] == kind].drop(columns="sign").reset_index(drop=True)
        for kind in responses.TRIGGERS
    }


def _all_clocks(record: Record) -> pd.DataFrame:
    # A file holds whole numbers with gaps as fractions.
    return record.current("response_clock").astype({"days": "Int64"})


def _all_days(record: Record) -> pd.DataFrame:
    return record.once(_all_clocks)[["sign", "date", "body", "acted", "days", "covered_to", "held"]]


def _by_country(record: Record) -> Parts:
    return Parts(record.once(_all_clocks))


def _spreads(record: Record, at: pd.Timestamp) -> dict[tuple[str, str, bool], dict[Hashable, Any]]:
    """Return how soon acts followed over all situations, as known on a day.

    It is by kind of trigger, body, and whether that had acted in the year before.
    """
    known = responses.known_at(record.once(_all_days), at)
    spread = responses.distribution(known, first=HRC_START, by=("sign", "body", "held"))
    return {(row["sign"], row["body"], row["held"]): row for row in spread.to_dict("records")}


def followed(record: Record, country: str, month: pd.Timestamp) -> list[responses.Clock]:
    """Return what followed each trigger in one situation (`responses.clock`), as known at a month.

    Raises:
        NotCoveredError: If no trigger is on record for the country.
        StaleSignalsError: If it was computed from other figures.
    """
    rows, at = record.once(_by_country).get(country), as_of(record, month)
    last = min(newest(record, month), at)
    columns = {} if rows is None else {name: rows[name].tolist() for name in rows.columns}
    every: Iterator[responses.Clock] = (
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    )
    found = [responses.one_known_at(row, at) for row in every if row["date"] <= last]
    if not found:
        name = record.places.name(country)
        raise NotCoveredError(table=translate("chart-clock", country=name), country=name)
    return found


def clock(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List what followed each trigger in one situation, beside the medians over all, as known at a month.

    Raises:
        NotCoveredError: If no trigger is on record for the country.
        StaleSignalsError: If it was computed from other figures.
    """
    del years
    name = record.places.name(country)
    rows = followed(record, country, month)
    spreads = record.recent(_spreads, as_of(record, month))
    signs = {kind: translate(f"sign-of-{kind}") for kind in responses.TRIGGERS}
    listed_rows = sorted(rows, key=lambda row: (signs[row["sign"]], row["body"]))
    listed_rows.sort(key=lambda row: row["date"], reverse=True)
    kinds = [(row["sign"], row["body"], row["held"]) for row in listed_rows]
    alike = {kind: (_share(spreads.get(kind)), _median(spreads.get(kind))) for kind in set(kinds)}
    table = pd.DataFrame(
        {
            "month": [f"{row['date']:%Y-%m}" for row in listed_rows],
            "sign": [signs[row["sign"]] for row in listed_rows],
            "body": [translate(f"clock-{row['body']}") for row in listed_rows],
            "days": pd.array([row["days"] for row in listed_rows], dtype="Int64"),
            "label": [_next_act(row) for row in listed_rows],
            "symbol": pd.array([row["symbol"] for row in listed_rows], dtype="str"),
            "held": [translate("yes" if row["held"] else "no") for row in listed_rows],
            "alike": [alike[kind][0] for kind in kinds],
            "alike_median": [alike[kind][1] for kind in kinds],
        }
    )
    return block(
        "clock",
        None,
        table,
        record.card("signal_month"),
        record.card("council_action"),
        country=name,
    )


def clock_shares(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Show after how many of 100 signs each side acted within a year, apart by earlier attention.

    The table has a row for each kind of sign and a column for each side with, and without, an act
    on record in the year before. It is of all situations, and so the same for every country.
    """
    del country, years
    shares = _shares(record, as_of(record, month))
    table = pd.DataFrame(
        [{"sign": translate(f"sign-of-{kind}"), **shares[kind]} for kind in responses.TRIGGERS]
    )
    return block(
        "clock-shares",
        None,
        table,
        record.card("signal_month"),
        record.card("council_action"),
    )


def _next_act(row: dict[Hashable, Any]) -> str:
    """Return the act, or up to when none is on record, and one of a later day, which may not be first."""
    if pd.notna(row["days"]):
        return str(row["act"])
    key = "clock-none" if row["covered_to"] >= row["date"] else "history-after-record"
    none = translate(key, day=i18n.day(row["covered_to"]))
    if not isinstance(row["act"], str):
        return none
    return translate("clock-later", none=none, act=row["act"], day=i18n.day(row["acted"]))


def _shares(record: Record, at: pd.Timestamp) -> dict[str, dict[str, int | None]]:
    """Return for each kind of sign the acts within a year in 100, by side and earlier attention."""
    spreads = record.recent(_spreads, at)
    return {
        kind: {
            name: round(float(spreads[kind, *key][f"within_{responses.YEAR}"] * 100))
            if (kind, *key) in spreads
            else None
            for name, key in EARLIER.items()
        }
        for kind in responses.TRIGGERS
    }


def _share(spread: dict[Hashable, Any] | None) -> str:
    """Say how often an act followed within a year: the same trigger, the same earlier attention."""
    if spread is None:
        return translate("unknown")
    share = round(float(spread[f"within_{responses.YEAR}"]) * 100)
    return translate("clock-alike", cases=int(spread["cases"]), share=share)


def _median(spread: dict[Hashable, Any] | None) -> str:
    """Say the median of comparable situations, which is open where most saw no act within a year."""
    if spread is None:
        return translate("unknown")
    if pd.isna(spread["median"]):
        return translate("clock-no-median")
    return translate("days", days=int(spread["median"]))


def on_record(record: Record, country: str, at: pd.Timestamp) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what Geneva can pass on to New York as of a day: verified acts, and mechanisms alive.

    Returns:
        Acts as `own_acts_of` has them, a row for each effect of a text, and `councils.living`.
    """
    rows = until(own_acts_of(record, country), at)
    return rows[passed_on(rows)], living(record, country, at)


def for_new_york(record: Record, *, country: str, month: pd.Timestamp) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `on_record` as of a month.

    Raises:
        NotCoveredError: If none is recorded.
    """
    rows, mechanisms = on_record(record, country, as_of(record, month))
    if rows.empty and mechanisms.empty:
        raise NotCoveredError(table=translate("part-newyork"), country=record.places.name(country))
    return rows, mechanisms


def to_new_york(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the HRC texts, sessions and mechanisms relevant to prevention (45/31, paragraph 8).

    Raises:
        NotCoveredError: If none is recorded.
    """
    del years
    card = record.card("council_action")
    name = record.places.name(country)
    rows, mechanisms = for_new_york(record, country=country, month=month)
    vote_cards, notes = votes.source(record)
    table = listed(pd.concat([mechanisms, rows] if len(mechanisms) else [rows]))
    return block(
        "new-york",
        None,
        table[["date", "body", "class", "symbol", "vote", "label", "confidence"]],
        card,
        *vote_cards,
        record.card("hrc_mechanism"),
        notes=notes,
        country=name,
        texts=number(rows),
        living=len(mechanisms),
    )
