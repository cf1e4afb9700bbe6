"""Situations before both Councils in the same quarter, and what could pass each way."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import due
from ewdash.analysis.council_acts import texts
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import symbols
from ewdash.views import councils
from ewdash.views.block import Block, block
from ewdash.views.due import (
    Scope,
    ahead,
    cards,
    days_known,
    facts,
    listing,
    nothing,
    of_one,
    past,
    scoped,
)
from ewdash.views.due_words import kind_named, meeting_named

RECENT_TEXTS = 2  # last texts on record that an input from Geneva can rest on


def both(record: Record, **selection: Any) -> Block:  # noqa: ANN401 - of `scoped`
    """List the situations that both Councils will have before them in the same quarter, and the inputs.

    Raises:
        NothingDueError: If there is none.
    """
    return _both(record, scoped(record, **selection))


def _both(record: Record, scope: Scope) -> Block:
    every = listing(record, scope.day)
    every = every[every["what"] != due.REVIEW] if scope.past else every
    inside = every if scope.codes is None else every[every["iso3"].isin(scope.codes)]
    pairs = due.both_councils(inside, day=scope.day, months=scope.months)
    if pairs.empty:
        raise nothing(record, "both", scope)
    rows = [_pair(record, pair, inside, scope.day) for pair in pairs.to_dict("records")]
    return block(
        "due-both",
        None,
        pd.DataFrame(rows),
        *cards(record),
        record.card("council_action"),
        notes=(
            *_recalled(pairs, inside),
            *_other_past(record, inside, set(pairs["iso3"]), scope),
            *days_known(record, scope.day),
        ),
        **facts(scope, pairs["iso3"].nunique()),
        quarter=due.QUARTER,
    )


def _recalled(pairs: pd.DataFrame, rows: pd.DataFrame) -> tuple[str, ...]:
    """Say of how many of the situations a row is recalled."""
    unsure = {
        pair["iso3"]
        for pair in pairs.to_dict("records")
        if rows.loc[[*pair["of_hrc"], *pair["of_sc"]], "confidence"].ne("verified").any()
    }
    return (translate("due-note-recalled", recalled=len(unsure)),) if unsure else ()


def _other_past(record: Record, rows: pd.DataFrame, paired: set[str], scope: Scope) -> tuple[str, ...]:
    """Say which situations come before one Council while those of the other are past their recorded end."""
    coming = due.coming(rows, day=scope.day, months=scope.months)
    terms = rows[(rows["what"] == due.TERM) & ~rows["mandate"].str.contains(due.OTHER_MATTER, regex=True)]
    names = []
    for code in dict.fromkeys(coming["iso3"].dropna()):
        live = set(coming.loc[coming["iso3"] == code, "body"])
        over = set(terms.loc[(terms["iso3"] == code) & (terms["state"] == due.PAST), "body"])
        if len(live) == 1 and over - live and code not in paired:
            own = terms[(terms["iso3"] == code) & (terms["state"] == due.PAST)]
            drafts = "; ".join(dict.fromkeys(filter(None, own["drafts"])))
            names.append(record.places.name(code) + (f" ({drafts})" if drafts else ""))
    return (translate("due-note-other", names=i18n.listing(sorted(names))),) if names else ()


def _pair(
    record: Record, pair: dict[Hashable, Any], every: pd.DataFrame, day: pd.Timestamp
) -> dict[str, Any]:
    """Return a situation before both Councils in words, with what could pass each way, in order of time."""
    geneva, york = (every.loc[list(pair[name])] for name in ("of_hrc", "of_sc"))
    session = meeting_named(geneva.iloc[0].to_dict())
    months = i18n.listing(i18n.month(month) for month in pair["sc"])
    confidence = "recalled" if "recalled" in {*geneva["confidence"], *york["confidence"]} else "verified"
    return {
        "country": record.places.name(str(pair["iso3"])),
        "due_hrc": translate("due-before", meeting=session, items=_items(geneva)),
        "due_sc": translate("due-before", meeting=months, items=_items(york)),
        "apart": pair["apart"],
        "to_new_york": translate(
            "due-to-new-york",
            reaches="yes" if pair["to_new_york"] else "no",
            meeting=session,
            known=_of_geneva(record, geneva, str(pair["iso3"]), day),
        ),
        "to_geneva": translate(
            "due-to-geneva",
            reaches="yes" if pair["to_geneva"] else "no",
            meeting=months,
            known=i18n.listing(_set_by(york)) or translate("none-recorded"),
        ),
        "confidence": translate(f"confidence-{confidence}"),
    }


def _items(rows: pd.DataFrame) -> str:
    return "; ".join(
        dict.fromkeys(
            translate("due-item", what=kind_named(row["what"]), name=row["mandate"])
            if row["mandate"]
            else kind_named(row["what"])
            for row in rows.to_dict("records")
        )
    )


def _set_by(rows: pd.DataFrame) -> list[str]:
    """Return the mandates of rows, each once, with the text that set it."""
    named = rows[rows["mandate"].ne("")]
    pairs = zip(named["mandate"], named["set_by"], strict=True)
    return list(dict.fromkeys(f"{mandate}{symbols.bracketed(symbol)}" for mandate, symbol in pairs))


def _of_geneva(record: Record, rows: pd.DataFrame, iso3: str, day: pd.Timestamp) -> str:
    """Return what is on record already that 45/31, paragraph 8, lets pass: mandates, and the last texts."""
    acts = councils.own_acts_of(record, iso3)
    acts = texts(acts[councils.passed_on(acts) & (acts["date"] <= day) & acts["symbol"].notna()])
    own = set(rows["set_by"].dropna())
    last = acts[~acts["symbol"].isin(own)].tail(RECENT_TEXTS)
    named = [
        translate("due-text", symbol=row["symbol"], day=i18n.day(row["date"]))
        for row in last.sort_values("date", ascending=False, kind="stable").to_dict("records")
    ]
    return i18n.listing([*_set_by(rows), *named]) or translate("none-recorded")


def both_of_country(
    record: Record,
    *,
    country: str,
    month: pd.Timestamp,
    years: int | None,
    day: pd.Timestamp | None = None,
) -> Block:
    """List when both Councils have one situation before them in the same quarter (`both`).

    Raises:
        NothingDueError: If they have not.
    """
    del years
    return _both(record, of_one(record, country, day, month))


# The blocks of the page, one by one.
BLOCKS: tuple[Callable[..., Block], ...] = (ahead, past, both)
