"""How the two Councils connect on one situation: the response clock, and what can go to New York."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import responses
from ewdash.analysis.council_acts import texts
from ewdash.data.record import Record, split
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
    # A file holds whole numbers with gaps as fractions.
    rows = record.current("response_clock").astype({"days": "Int64"})
    return {
        kind: rows[rows["sign"] == kind].drop(columns="sign").reset_index(drop=True)
        for kind in responses.TRIGGERS
    }


def _spreads(record: Record, at: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Return for each kind of trigger how soon acts followed, over all situations, as known on a day."""
    return {
        kind: responses.distribution(
            responses.known_at(clocks_of(record, kind), at), first=HRC_START, by=("body", "held")
        )
        for kind in responses.TRIGGERS
    }


def _beside_all(record: Record, at: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Return what followed each trigger of a country, by ``kind``, beside how soon acts followed anywhere."""
    parts = [
        responses.known_at(clocks_of(record, kind), at)
        .merge(spread, on=["body", "held"], how="left")
        .assign(kind=kind)
        for kind, spread in record.recent(_spreads, at).items()
    ]
    return split(pd.concat(parts))


def clock(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List what followed each trigger in one situation, beside the medians over all, as known at a month.

    Raises:
        NotCoveredError: If no trigger is on record for the country.
    """
    del years
    name = record.places.name(country)
    rows = record.recent(_beside_all, as_of(record, month)).get(country)
    rows = None if rows is None else rows[rows["date"] <= newest(record, month)]
    if rows is None or rows.empty:
        raise NotCoveredError(table=translate("chart-clock", country=name), country=name)
    rows = rows.assign(
        sign=rows["kind"].map({kind: translate(f"sign-of-{kind}") for kind in responses.TRIGGERS})
    )
    rows = rows.sort_values(["date", "sign", "body"], ascending=[False, True, True])
    table = pd.DataFrame(
        {
            "month": rows["date"].dt.strftime("%Y-%m"),
            "sign": rows["sign"],
            "body": [translate(f"clock-{body}") for body in rows["body"]],
            "days": rows["days"],
            "label": [_next_act(row) for row in rows.to_dict("records")],
            "symbol": rows["symbol"],
            "held": [translate("yes" if earlier_attention else "no") for earlier_attention in rows["held"]],
            "alike": [_share(row) for row in rows.to_dict("records")],
            "alike_median": [_median(row) for row in rows.to_dict("records")],
        }
    )
    return block(
        "clock",
        None,
        table.reset_index(drop=True),
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
    shares: dict[str, dict[str, int | None]] = {}
    for kind, spread in record.recent(_spreads, at).items():
        share = spread.set_index(["body", "held"])[f"within_{responses.YEAR}"] * 100
        shares[kind] = {
            name: round(float(share[key])) if key in share.index else None for name, key in EARLIER.items()
        }
    return shares


def _share(row: dict[Hashable, Any]) -> str:
    """Say how often an act followed within a year: the same trigger, the same earlier attention."""
    if pd.isna(row["cases"]):
        return translate("unknown")
    share = round(float(row[f"within_{responses.YEAR}"]) * 100)
    return translate("clock-alike", cases=int(row["cases"]), share=share)


def _median(row: dict[Hashable, Any]) -> str:
    """Say the median of comparable situations, which is open where most saw no act within a year."""
    if pd.isna(row["cases"]):
        return translate("unknown")
    return (
        translate("clock-no-median") if pd.isna(row["median"]) else translate("days", days=int(row["median"]))
    )


def on_record(record: Record, country: str, at: pd.Timestamp) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what Geneva can pass on to New York as of a day: verified acts, and mechanisms alive.

    Returns:
        Acts as `own_acts_of` has them, a row for each effect of a text, and `councils.living`.
    """
    rows = own_acts_of(record, country)
    return rows[passed_on(rows) & rows["date"].le(at)], living(record, country, at)


def to_new_york(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the HRC texts, sessions and mechanisms relevant to prevention (45/31, paragraph 8).

    Raises:
        NotCoveredError: If none is recorded.
    """
    del years
    card = record.card("council_action")
    name = record.places.name(country)
    rows, mechanisms = on_record(record, country, as_of(record, month))
    if rows.empty and mechanisms.empty:
        raise NotCoveredError(table=translate("part-newyork"), country=name)
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
        texts=len(texts(rows)),
        living=len(mechanisms),
    )
