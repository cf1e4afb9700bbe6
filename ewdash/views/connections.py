"""The Councils page as values: who holds what, the gaps between, how soon acts followed, who sits."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from ewdash.analysis import connections, responses
from ewdash.analysis import precedents as analysis
from ewdash.model import words
from ewdash.model.lanes import COVERED_TO
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.views.block import Block, block
from ewdash.views.bridge import SINCE, verified_acts
from ewdash.views.months import Describe, Load
from ewdash.views.signals import signals, stage_names

AT = pd.Timestamp(COVERED_TO["hrc"])


def _matrix(load: Load) -> pd.DataFrame:
    return connections.matrix(
        verified_acts(load), load("hrc_mechanism"), load("sc_agenda"), load("sc_meeting"), at=AT
    )


def headline(*, load: Load, describe: Describe) -> str:
    """Say in a sentence how many situations stand before one Council, both, or neither's ear."""
    del describe
    found = _matrix(load)
    hrc = (found["mechanisms"] > 0) | (found["mandate"] > 0)
    sc = found["agenda"].notna()
    heard = found["heard"] > 0
    return say(
        "headline-councils",
        hrc=int(hrc.sum()),
        sc=int(sc.sum()),
        both=int((hrc & sc).sum()),
        heard=int((hrc & heard).sum()),
        day=words.day(AT),
    )


def matrix(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List the situations before either Council: sortable, one row each."""
    places = Places(load("country"))
    found = _matrix(load)
    found = found[found["iso3"].isin(places.within(region=region, group=group))]
    stages = signals(load, describe)
    last = stages[stages["stage"].notna() & (stages["vintage"] != "lower_bound")].sort_values("month")
    now = last.drop_duplicates("iso3", keep="last").set_index("iso3")["stage"].map(stage_names())
    order = [
        "mechanisms",
        "mandate",
        "item10",
        "special",
        "agenda",
        "meetings",
        "missions",
        "sanctions",
        "heard",
    ]
    table = found.assign(
        country=[places.name(code) for code in found["iso3"]],
        stage=found["iso3"].map(now),
        agenda=[say("not-on-agenda") if pd.isna(year) else f"{year:.0f}" for year in found["agenda"]],
        last_heard=found["last_heard"].dt.date,
    ).sort_values("country")
    return block(
        "matrix",
        None,
        table[["country", "stage", *order, "last_heard"]].reset_index(drop=True),
        describe("council_action"),
        describe("hrc_mechanism"),
        describe("sc_agenda"),
        day=words.day(AT),
    )


def gaps(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List the three gaps."""
    places = Places(load("country"))
    done = verified_acts(load)
    clocks = responses.clock(responses.signs(signals(load, describe), "alert"), done)
    found = connections.gaps(_matrix(load), clocks, at=AT)
    found = found[found["iso3"].isin(places.within(region=region, group=group))]
    table = pd.DataFrame(
        {
            "gap": [say(f"gap-{gap.replace('_', '-')}") for gap in found["gap"]],
            "country": [places.name(code) for code in found["iso3"]],
            "since": found["since"].dt.strftime("%Y-%m"),
        }
    )
    counts = {gap: int((found["gap"] == gap).sum()) for gap in connections.GAPS}
    return block(
        "gaps",
        None,
        table.sort_values(["gap", "country"], ignore_index=True),
        describe("signal_month"),
        describe("council_action"),
        describe("hrc_mechanism"),
        day=words.day(AT),
        notes=(),
        **{name: str(number) for name, number in counts.items()},
    )


def clocks(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List how soon acts followed signs, for each choice of sign."""
    places = Places(load("country"))
    inside = places.within(region=region, group=group)
    found, done = signals(load, describe), verified_acts(load)
    parts = []
    for kind in responses.SIGNS:
        starts = responses.signs(found, kind)
        spread = responses.distribution(
            responses.clock(starts[starts["iso3"].isin(inside)], done), first=SINCE
        )
        parts.append(spread.assign(sign=say(f"sign-of-{kind}")))
    rows = pd.concat(parts)
    shares = {f"days_{step}": (rows[f"within_{step}"] * 100).round().astype(int) for step in responses.STEPS}
    table = rows.assign(body=[say(f"clock-{body}") for body in rows["body"]], **shares)
    table = table[["sign", "body", "cases", *shares, "median"]]
    return block(
        "clocks", None, table.reset_index(drop=True), describe("signal_month"), describe("council_action")
    )


def mechanisms(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List the HRC mechanisms alive, and whether the SC ever heard of the situation from them."""
    places = Places(load("country"))
    rows = load("hrc_mechanism")
    rows = rows[(rows["status"] == "active") & rows["iso3"].isin(places.within(region=region, group=group))]
    heard = _matrix(load).set_index("iso3")
    table = pd.DataFrame(
        {
            "country": [places.name(code) for code in rows["iso3"]],
            "label": rows["mechanism"],
            "date": rows["established"].dt.date,
            "symbol": rows["established_by"],
            "heard": rows["iso3"].map(heard["heard"]).fillna(0).astype(int),
            "last_heard": rows["iso3"].map(heard["last_heard"]).dt.date,
            "confidence": [say(f"confidence-{value}") for value in rows["confidence"]],
        }
    ).sort_values(["country", "date"], ignore_index=True)
    return block(
        "mechanisms",
        None,
        table,
        describe("hrc_mechanism"),
        describe("council_crossing"),
        living=len(table),
        unheard=int((table["heard"] == 0).sum()),
    )


def members(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List the members of both Councils: who sits in both, and until when."""
    places = Places(load("country"))
    rows = load("membership")
    today = pd.Timestamp(describe("membership").provenance.accessed)
    rows = rows[(rows["start"] <= today) & ((rows["end"] >= today) | rows["end"].isna())]
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    ends = {body: part.set_index("iso3")["end"] for body, part in rows.groupby("body")}
    codes = sorted(rows["iso3"].unique(), key=places.name)
    table = pd.DataFrame({"iso3": codes})
    table["country"] = [places.name(code) for code in codes]
    for body in ("HRC", "SC"):
        until = ends.get(body, pd.Series(dtype="datetime64[ns]"))
        table[body.lower() + "_until"] = [
            "" if code not in until.index else _until(until[code]) for code in codes
        ]
    both = (table["hrc_until"] != "") & (table["sc_until"] != "")
    names = ", ".join(table[both]["country"])
    return block(
        "members",
        None,
        table.drop(columns="iso3"),
        describe("membership"),
        day=words.day(today),
        both=int(both.sum()),
        names=names or say("none-recorded"),
    )


def _until(end: Any) -> str:  # noqa: ANN401 - a cell of a nullable column
    return say("permanent") if pd.isna(end) else str(end.date())


def precedents(*, region: str | None, group: str | None, load: Load, describe: Describe) -> Block:
    """List which instruments were used in episodes of each stage, and how soon."""
    places = Places(load("country"))
    spells = analysis.episodes(signals(load, describe), first=SINCE)
    spells = spells[spells["iso3"].isin(places.within(region=region, group=group))]
    found = analysis.instruments(spells, verified_acts(load))
    names = stage_names()
    table = pd.DataFrame(
        {
            "stage": [names[int(stage)] for stage in found["stage"]],
            "body": [say(f"lane-{lane}") for lane in found["lane"]],
            "class": [say(f"class-{kind.replace('_', '-')}") for kind in found["class_"]],
            "used": found["used"],
            "of": found["of"],
            "median": found["median"].round().astype(int),
        }
    )
    return block("precedents", None, table, describe("signal_month"), describe("council_action"))


SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "matrix": (matrix,),
    "gaps": (gaps,),
    "clocks": (clocks,),
    "precedents": (precedents,),
    "mechanisms": (mechanisms,),
    "members": (members,),
}
