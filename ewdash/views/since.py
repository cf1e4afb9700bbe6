"""What is new since a session, a month or a day: for one situation, a region, or the world."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ewdash.analysis import changes
from ewdash.analysis.attention import acts
from ewdash.model import moments, words
from ewdash.model.lanes import COVERED_TO
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.papers.pack import Pack, Part
from ewdash.views.block import Block, block, headed
from ewdash.views.councils import COLUMNS
from ewdash.views.months import Describe, Load
from ewdash.views.packs import Gathering
from ewdash.views.signals import signals

OFFERED = {"regular": 8, "special": 4, "presidency": 12}  # moments to choose from, the latest of each
KINDS = ("alert", "stage", "hrc", "sc", "other", "source", "revision", "method")
TABLES = ("signal_month", "council_action", "council_crossing", "revision", "session")
ONE_BY_ONE = 6  # items of one situation told in its box; the digest has all
NAMED = 6  # names in a sentence; the rest is counted


@dataclass(frozen=True)
class News:
    """What is new in a selection: a sentence, its counts, and every item as a row."""

    moment: str
    sentence: str
    lines: tuple[str, ...]
    table: pd.DataFrame


def options(*, load: Load, describe: Describe) -> dict[str, str]:
    """Return the moments a reader can choose, newest first: sessions, then months of presidency."""
    del describe
    rows = load("session").sort_values("end", ascending=False)
    last = pd.Timestamp(max(COVERED_TO.values())) + pd.DateOffset(months=1)
    rows = rows[rows["end"] <= last]  # nothing can be new since a day after the record's end
    found: dict[str, str] = {}
    for kind, count in OFFERED.items():
        for row in rows[rows["kind"] == kind].head(count).to_dict("records"):
            name = words.month(row["start"]) if kind == "presidency" else row["session"]
            found[moments.key(row["session"])] = say(f"moment-{kind}", name=name, day=words.day(row["end"]))
    return found


def told(*, since: str, load: Load) -> str:
    """Return a moment in words.

    Args:
        since: As the address writes it; known to be one.
        load: Reads a table.
    """
    day = moments.known(since, load("session"))
    if since.startswith("SC-"):
        return say("moment-presidency", name=words.month(pd.Timestamp(f"{since[3:]}-01")), day=words.day(day))
    if since.startswith("HRC-"):
        return say("moment-regular", name=since.replace("-", " ", 1), day=words.day(day))
    return words.day(day)


def data_news(*, since: str, load: Load, describe: Describe) -> News:
    """Gather what is new in the data alone: for pages that show no present situation.

    Args:
        since: A moment, as the address writes it; known to be one.
        load: Reads a table.
        describe: Reads a card.
    """
    day, moment = moments.known(since, load("session")), told(since=since, load=load)
    rows = changes.after(load("revision"), day)
    lines = tuple(
        say(
            "since-item",
            day=words.day(row["date"]),
            kind=say(f"since-kind-{row['kind']}"),
            what=f"{describe(row['table']).title}: {row['what']}",
            symbol="",
        )
        for row in rows.to_dict("records")
    )
    return News(moment, say("since-data", moment=moment, data=len(lines)), lines, rows)


def news(*, since: str, scope: tuple[str, ...] | None, load: Load, describe: Describe) -> News:
    """Gather what is new.

    Args:
        since: A moment, as the address writes it; known to be one.
        scope: Codes of the selection; None is the world.
        load: Reads a table.
        describe: Reads a card.
    """
    day = moments.known(since, load("session"))
    places = Places(load("country"))
    rows = _items(day, scope, places, load, describe)
    counts = rows["kind"].value_counts()
    count = {kind: int(counts.get(kind, 0)) for kind in KINDS}
    sentence = say(
        "since-sentence",
        moment=told(since=since, load=load),
        alerts=count["alert"],
        stages=count["stage"],
        hrc=count["hrc"],
        sc=count["sc"],
        data=count["source"] + count["revision"] + count["method"],
    )
    lines = _one_by_one(rows) if scope is not None and len(scope) == 1 else _by_country(rows)
    ends = say("since-ends", hrc=words.day(COVERED_TO["hrc"]), sc=words.day(COVERED_TO["sc"]))
    return News(told(since=since, load=load), sentence, (*lines, ends), rows)


def _by_country(rows: pd.DataFrame) -> list[str]:
    """Return a sentence for each kind of news, with the countries concerned."""
    return [
        say(f"since-{kind}", names=_names(rows[rows["kind"] == kind]["country"]))
        for kind in ("alert", "stage", "hrc", "sc")
        if (rows["kind"] == kind).any()
    ]


def _one_by_one(rows: pd.DataFrame) -> list[str]:
    """Return the newest items of one situation as sentences, and how many more there are."""
    own = rows[~rows["kind"].isin(("source", "revision", "method"))]
    lines = [
        say(
            "since-item",
            day=words.day(row["date"]),
            kind=say(f"since-kind-{row['kind']}"),
            what=row["what"],
            symbol=f" ({row['symbol']})" if isinstance(row["symbol"], str) else "",
        )
        for row in own.head(ONE_BY_ONE).to_dict("records")
    ]
    more = len(own) - ONE_BY_ONE
    return [*lines, say("since-more", number=more)] if more > 0 else lines


def _names(countries: pd.Series) -> str:
    found = list(dict.fromkeys(countries.dropna()))
    named, more = ", ".join(found[:NAMED]), len(found) - NAMED
    return say("and-more", names=named, more=more) if more > 0 else named


def _items(
    day: date, scope: tuple[str, ...] | None, places: Places, load: Load, describe: Describe
) -> pd.DataFrame:
    """Return every new item: date, kind, country, what, symbol, confidence; newest first."""
    read = signals(load, describe)
    done = pd.concat([load(table)[["iso3", *COLUMNS]] for table in ("council_action", "council_crossing")])
    changed = load("revision")
    if scope is not None:
        read, done = read[read["iso3"].isin(scope)], done[done["iso3"].isin(scope)]
        changed = changed[changed["iso3"].isna() | changed["iso3"].isin(scope)]
    found = [
        _item(row, "alert", places, say("since-what-alert", tier=say(f"tier-{int(row['alert'])}")))
        for row in changes.alerts(read, day).to_dict("records")
    ]
    found += [
        _item(row, "stage", places, _moved(row)) for row in changes.stages(read, day).to_dict("records")
    ]
    for row in changes.after(acts(done), day).to_dict("records"):
        found.append(_item(row, str(row["lane"]), places, str(row["label"])))
    for row in changes.after(changed, day).to_dict("records"):
        found.append(_item(row, str(row["kind"]), places, f"{describe(row['table']).title}: {row['what']}"))
    columns = ["date", "kind", "country", "what", "symbol", "confidence"]
    rows = pd.DataFrame(found, columns=columns)
    return rows.sort_values("date", ascending=False, kind="stable", ignore_index=True)


def _moved(row: dict[Hashable, Any]) -> str:
    return say(
        "since-what-stage", before=say(f"stage-{int(row['before'])}"), after=say(f"stage-{int(row['stage'])}")
    )


def _item(row: dict[Hashable, Any], kind: str, places: Places, what: str) -> dict[str, Any]:
    code, sure = row.get("iso3"), row.get("confidence")
    return {
        "date": row["date" if "date" in row else "month"].date(),
        "kind": kind,
        "country": places.name(code) if isinstance(code, str) else None,
        "what": what,
        "symbol": row.get("symbol") if isinstance(row.get("symbol"), str) else None,
        "confidence": say(f"confidence-{sure}") if isinstance(sure, str) else None,
    }


def digest(*, since: str, scope: tuple[str, ...] | None, name: str, load: Load, describe: Describe) -> Block:
    """Return everything new as a table in words."""
    made = news(since=since, scope=scope, load=load, describe=describe)
    table = made.table.assign(kind=[say(f"since-kind-{kind}") for kind in made.table["kind"]])
    return block(
        "since",
        None,
        table,
        *(describe(table) for table in TABLES[:-1]),
        moment=made.moment,
        scope=name,
        items=len(table),
    )


def digest_pack(
    *, since: str, scope: tuple[str, ...] | None, name: str, address: str, load: Load, describe: Describe
) -> Pack:
    """Return the digest as a paper: one part for each kind of news."""
    made = news(since=since, scope=scope, load=load, describe=describe)
    whole = digest(since=since, scope=scope, name=name, load=load, describe=describe)
    found = Gathering()
    found.keep(whole)
    for kind in KINDS:
        rows = made.table[made.table["kind"] == kind]
        if rows.empty:
            continue
        found.parts.append(
            Part(
                key=kind,
                title=say(f"since-kind-{kind}"),
                message=say("since-part", count=len(rows)),
                table=headed(rows.drop(columns="kind").dropna(axis="columns", how="all")),
            )
        )
    return found.packed(
        name=f"since-{since.lower()}",
        title=say("chart-since", moment=made.moment, scope=name),
        subtitle=name,
        headline=made.sentence,
        measures=(),
        notes=(),
        unknown=made.lines[-1:],
        cards=[describe(table) for table in TABLES],
        address=address,
        note=None,
    )
