"""The Councils page as values: who holds what, the gaps between, how soon acts followed, who sits."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import connections, responses
from ewdash.charts import response_times as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.record_reach import Ends
from ewdash.views import heard, margins, mechanisms, members, peacebuilding, precedents
from ewdash.views.block import Block, block
from ewdash.views.country_councils import HRC_START, clocks_of, verified_acts
from ewdash.views.record_reach import ends
from ewdash.views.signals import signals
from ewdash.views.stages import stage_names


def _matrix(record: Record) -> pd.DataFrame:
    return record.current("connection")


def _standing(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Tell who is before the HRC, on the SC's agenda, and heard of by the SC."""
    hrc = (rows["mechanisms"] > 0) | (rows["mandate"] > 0)
    return hrc, rows["agenda"].notna(), rows["heard"] > 0


def headline(record: Record) -> str:
    """Say in a sentence how many situations stand before one Council, both, or neither's ear."""
    rows = _matrix(record)
    hrc, sc, heard = _standing(rows)
    return translate(
        "headline-councils",
        hrc=int(hrc.sum()),
        sc=int(sc.sum()),
        both=int((hrc & sc).sum()),
        heard=int((hrc & heard).sum()),
        day=i18n.day(ends(record)["hrc"]),
    )


# Which situations the matrix lists: the ones before both Councils, before one alone, or all.
STANDINGS = ("all", "both", "hrc-alone", "sc-alone", "unheard")


def matrix(record: Record, *, region: str | None, group: str | None, standing: str = "all") -> Block:
    """List the situations before either Council: sortable, one row each.

    Args:
        region: M49 region or subregion; None is the world.
        group: Regional group; None is all.
        standing: One of `STANDINGS`.
        record: The installed tables.
    """
    places = record.places
    rows = _matrix(record)
    hrc, sc, heard = _standing(rows)
    masks = {
        "all": hrc | ~hrc,
        "both": hrc & sc,
        "hrc-alone": hrc & ~sc,
        "sc-alone": sc & ~hrc,
        "unheard": hrc & ~heard,
    }
    rows = rows[masks[standing]]
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    stages = signals(record)
    last = stages[stages["stage"].notna() & (stages["vintage"] != "lower_bound")].sort_values(
        "month", kind="stable"
    )
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
        "pbc",
        "heard",
    ]
    table = rows.assign(
        pbc=peacebuilding.said(rows),
        country=[places.name(code) for code in rows["iso3"]],
        stage=rows["iso3"].map(now),
        agenda=[translate("not-on-agenda") if pd.isna(year) else f"{year:.0f}" for year in rows["agenda"]],
        last_heard=rows["last_heard"].dt.date,
    ).sort_values("country", kind="stable")
    return block(
        "matrix",
        None,
        table[["country", "stage", *order, "last_heard"]].reset_index(drop=True),
        record.card("council_action"),
        record.card("hrc_mechanism"),
        record.card("sc_agenda"),
        day=i18n.day(ends(record)["hrc"]),
        sittings=int(rows["special"].sum()),
        recalled=int(rows["special_recalled"].sum()),
    )


def gaps(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the three gaps."""
    places = record.places
    rows = connections.gaps(_matrix(record), clocks_of(record, "alert"), at=ends(record)["hrc"])
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    table = pd.DataFrame(
        {
            "gap": [translate(f"gap-{gap.replace('_', '-')}") for gap in rows["gap"]],
            "country": [places.name(code) for code in rows["iso3"]],
            "since": [translate("gap-never") if pd.isna(day) else f"{day:%Y-%m}" for day in rows["since"]],
        }
    )
    counts = {gap: int((rows["gap"] == gap).sum()) for gap in connections.GAPS}
    return block(
        "gaps",
        None,
        table.sort_values(["gap", "country"], ignore_index=True),
        record.card("signal_month"),
        record.card("council_action"),
        record.card("hrc_mechanism"),
        day=i18n.day(ends(record)["hrc"]),
        notes=(),
        **{name: str(number) for name, number in counts.items()},
    )


def clocks(record: Record, *, region: str | None, group: str | None) -> Block:
    """Draw how soon acts followed triggers, for each choice of trigger, apart by earlier attention."""
    places = record.places
    inside = places.within(region=region, group=group)
    signal_rows, council_acts = signals(record), verified_acts(record)
    spreads, curves = [], []
    for kind in responses.TRIGGERS:
        rows = clocks_of(record, kind)
        rows = rows[rows["iso3"].isin(inside)]
        spread = responses.distribution(rows, first=HRC_START, by=("body", "held"))
        spreads.append(spread.assign(sign=kind))
        curves.append(responses.curve(rows, first=HRC_START).assign(sign=kind))
    rows, curve_rows = pd.concat(spreads), pd.concat(curves)
    if rows.empty:
        raise NotCoveredError(table=translate("chart-clocks"), country=translate("this-selection"))
    shares = {f"days_{step}": (rows[f"within_{step}"] * 100).round().astype(int) for step in responses.STEPS}
    table = rows.assign(
        sign=[translate(f"sign-of-{kind}") for kind in rows["sign"]],
        body=[translate(f"clock-{body}") for body in rows["body"]],
        situation=[
            translate("clock-held" if earlier_attention else "clock-new")
            for earlier_attention in rows["held"]
        ],
        **shares,
    )
    table = table[["sign", "situation", "body", "cases", *shares, "median"]]
    starts = responses.triggers(signal_rows, responses.TRIGGERS[0])
    starts = starts[starts["iso3"].isin(inside)]
    return block(
        "clocks",
        pictures.response_curves(curve_rows),
        table.reset_index(drop=True),
        record.card("signal_month"),
        record.card("council_action"),
        notes=_late(starts, council_acts, ends(record)),
        place=places.scope_name(region=region, group=group),
    )


def _late(starts: pd.DataFrame, council_acts: pd.DataFrame, reach: Ends) -> tuple[str, ...]:
    """Say what the medians are when the clock starts at the end of the alert's month."""
    medians: dict[str, Any] = {}
    later = starts.assign(date=starts["date"] + pd.offsets.MonthBegin(1))
    for name, triggers in (("", starts), ("_late", later)):
        spread = responses.distribution(
            responses.clock(triggers, council_acts, ends=reach), first=HRC_START, by=("body", "held")
        )
        held_medians = spread[spread["held"]].set_index("body")["median"]
        medians |= {f"{body}{name}": held_medians.get(body, pd.NA) for body in ("hrc", "sc")}
    if any(pd.isna(median) for median in medians.values()):
        return ()
    return (translate("clocks-late", **{name: int(median) for name, median in medians.items()}),)


SECTIONS: dict[str, tuple[Callable[..., Block], ...]] = {
    "matrix": (matrix,),
    "gaps": (gaps,),
    "clocks": (clocks,),
    "precedents": (precedents.by_stage, precedents.uses),
    "mechanisms": (mechanisms.uptake, mechanisms.investigations, mechanisms.mechanisms, mechanisms.hearings),
    "heard": (heard.years, heard.countries, heard.sample, heard.texts),
    "votes": (margins.voted, margins.shares),
    "peacebuilding": (peacebuilding.situations, peacebuilding.paragraph_9),
    "members": (members.members, members.calendar),
}
