"""The response clock: days from a trigger to what each Council did next. Sequence, never cause."""

import statistics
from bisect import bisect_right
from collections.abc import Hashable
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from ewdash.analysis.council_acts import taken
from ewdash.analysis.signals_at import of_each_month
from ewdash.model.lanes import act_class, council_of
from ewdash.model.record_reach import Ends

TRIGGERS = ("alert", "acute", "crisis")  # an alert; stage 3 to 5 opens; stage 4 or 5 opens
OPENS = {"acute": (3, 4, 5), "crisis": (4, 5)}
CREATED = "_created"
BODIES = ("hrc", "sc", "mechanism")
YEAR = 365  # days within which an act may still answer a trigger
STEPS = (30, 90, YEAR)
Clock: TypeAlias = dict[Hashable, Any]  # a row of `clock` as plain values
# Filed under the Syrian Arab Republic since 1974; its routine renewals answer no trigger there.
GOLAN = ("Golan", "Golan (UNDOF)", "Occupied Syrian Golan", "Middle East: Golan (UNDOF)")
# The SC heard the human-rights side where somebody spoke for it; a text that cites it is no hearing.
HEARD = ("hc_briefing_to_sc", "hrc_mechanism_briefing", "arria_formula_meeting")
CITED = ("sc_cites_hrc",)


def triggers(signals: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Return the months of a trigger, per country; the clock starts on the month's first day.

    Args:
        signals: `signal_month`; each month is read in its most complete vintage.
        kind: One of `TRIGGERS`.

    Returns:
        ``iso3`` and ``date``.

    Raises:
        ValueError: If the trigger is none of them.
    """
    rows = of_each_month(signals)
    if kind == "alert":
        months = rows[rows["alert"].fillna(0) > 0]
    elif kind in OPENS:
        inside = rows["stage"].isin(OPENS[kind])
        before = inside.groupby(rows["iso3"]).shift(fill_value=False).astype(bool)
        months = rows[inside & ~before]
    else:
        raise ValueError(kind)
    return months[["iso3", "month"]].rename(columns={"month": "date"}).reset_index(drop=True)


def of_the_country(rows: pd.DataFrame, situation: str = "situation") -> pd.DataFrame:
    """Return the rows without situations that are filed under a country but are another matter."""
    return rows[~rows[situation].isin(GOLAN)]


def with_filed(actions: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Return the acts, those on a place also under the country where its deaths are filed."""
    other = countries.dropna(subset=["filed_under"]).set_index("iso3")["filed_under"]
    filed = actions[actions["iso3"].isin(other.index)]
    return pd.concat([actions, filed.assign(iso3=filed["iso3"].map(other))], ignore_index=True)


def clock(starts: pd.DataFrame, actions: pd.DataFrame, *, ends: Ends) -> pd.DataFrame:
    """Return, for each trigger, the first act after it of either Council, and the first new mechanism.

    Only what a Council took counts (`council_acts.taken`): no failed draft and no veto.

    Args:
        starts: ``iso3`` and ``date`` of each trigger.
        actions: ``iso3``, ``date``, ``body``, ``action_type``, ``label``, ``symbol``.
        ends: Council -> last day up to which its texts are whole (`record_reach.texts`).

    Returns:
        One row per trigger and body (`BODIES`): ``acted``, ``act`` and ``symbol`` (NA where none is
        on record), ``covered_to``, ``days`` (NA where none is on record up to ``covered_to``: of
        a later one an earlier may be missing), and ``held`` (whether that Council had acted on the
        situation in the year before the trigger, so that a next act may be routine). An act on the
        day counts as 0.
    """
    actions = taken(actions)
    councils = actions["body"].map(council_of)
    creation = _mechanism(actions)
    ordered = starts.dropna().sort_values("date", kind="stable").astype({"date": "datetime64[ns]"})
    active = {side: _acted_before(ordered, actions[councils.eq(side)]) for side in ("hrc", "sc")}
    parts = []
    for body, mask in (("hrc", councils.eq("hrc")), ("sc", councils.eq("sc")), ("mechanism", creation)):
        acts = actions[mask][["iso3", "date", "label", "symbol"]].dropna(subset=["iso3", "date"])
        # Of one day a text stands before what has no symbol, and else the order of the record.
        acts = acts.assign(other=acts["symbol"].isna()).sort_values(["date", "other"], kind="stable")
        acts = acts.drop(columns="other").rename(columns={"date": "acted", "label": "act"})
        first = pd.merge_asof(
            ordered,
            acts.astype({"acted": "datetime64[ns]"}),
            left_on="date",
            right_on="acted",
            by="iso3",
            direction="forward",
        )
        covered = ends["sc" if body == "sc" else "hrc"]
        days = (first["acted"] - first["date"]).dt.days.astype("Int64").where(first["acted"].le(covered))
        active_before = active["sc" if body == "sc" else "hrc"].to_numpy()
        parts.append(first.assign(body=body, days=days, covered_to=covered, held=active_before))
    return pd.concat(parts, ignore_index=True).sort_values(["iso3", "date", "body"], ignore_index=True)


def known_at(clocks: pd.DataFrame, at: pd.Timestamp) -> pd.DataFrame:
    """Return what was known of clocks on a day: nothing later, and no year that was not over.

    Args:
        clocks: `clock`, with or without the acts' words (``act``, ``symbol``).
        at: The day.

    Returns:
        The clocks of triggers up to the day; an act after it is NA, ``covered_to`` is at most the day.
    """
    rows = clocks[clocks["date"].le(at)]
    known = rows["acted"].le(at)
    gone = {name: rows[name].where(known) for name in ("acted", "act", "symbol", "days") if name in rows}
    return rows.assign(covered_to=rows["covered_to"].where(rows["covered_to"].le(at), at), **gone)


def one_known_at(row: Clock, at: pd.Timestamp) -> Clock:
    """Return one row of `clock`, of a trigger up to the day, as `known_at` has it."""
    gone = {} if row["acted"] <= at else {"acted": pd.NaT, "act": np.nan, "symbol": np.nan, "days": pd.NA}
    return row | gone | {"covered_to": min(row["covered_to"], at)}


def _acted_before(starts: pd.DataFrame, acts: pd.DataFrame) -> pd.Series:
    """Tell for each trigger whether there was an act in the year before it."""
    dates = (
        acts[["iso3", "date"]].dropna().sort_values("date", kind="stable").astype({"date": "datetime64[ns]"})
    )
    last = pd.merge_asof(
        starts,
        dates.rename(columns={"date": "acted"}),
        left_on="date",
        right_on="acted",
        by="iso3",
        allow_exact_matches=False,
    )
    return (last["date"] - last["acted"]).dt.days.le(YEAR)


def heard_after(actions: pd.DataFrame, *, ends: Ends) -> pd.DataFrame:
    """Return, for each HRC mechanism created, when the SC first heard the human-rights side after.

    Args:
        actions: Acts and crossings: ``iso3``, ``date``, ``body``, ``action_type``, ``label``,
            ``symbol``.
        ends: See `clock`.

    Returns:
        One row per creation: ``iso3``, ``date``, ``label``, ``symbol``, ``days`` to the first
        hearing (NA where none is on record up to ``covered_to``), ``heard`` (its label).
    """
    creations = actions[_mechanism(actions)].dropna(subset=["iso3", "date"])
    creations = creations.drop_duplicates(["iso3", "date", "symbol"]).sort_values("date", kind="stable")
    heard = actions[actions["action_type"].isin(HEARD)][["iso3", "date", "label"]].dropna()
    heard = heard.sort_values("date", kind="stable").rename(columns={"date": "heard_on", "label": "heard"})
    first = pd.merge_asof(
        creations[["iso3", "date", "label", "symbol"]].astype({"date": "datetime64[ns]"}),
        heard.astype({"heard_on": "datetime64[ns]"}),
        left_on="date",
        right_on="heard_on",
        by="iso3",
        direction="forward",
    )
    days = (first["heard_on"] - first["date"]).dt.days.astype("Int64")
    return first.assign(days=days, covered_to=ends["sc"])


def _mechanism(actions: pd.DataFrame) -> pd.Series:
    """Tell which acts created an HRC investigative body or country mandate."""
    pairs = zip(actions["body"], actions["action_type"], strict=True)
    created = [
        kind.endswith(CREATED)
        and council_of(body) == "hrc"
        and act_class(body, kind) in ("investigation", "country_mandate")
        for body, kind in pairs
    ]
    return pd.Series(created, index=actions.index, dtype=bool)


def distribution(clocks: pd.DataFrame, *, first: str, by: tuple[str, ...] = ("body",)) -> pd.DataFrame:
    """Return how soon acts followed triggers, over all situations.

    Args:
        clocks: `clock`.
        first: First day of triggers counted.
        by: Columns of the clock that set triggers apart.

    Returns:
        One row per body (and other columns of ``by``): ``cases`` (triggers with a full year of
        coverage behind them), the share followed within each of `STEPS` days, and ``median`` days
        (NA where fewer than half were followed within a year).
    """
    rows = counted(clocks, first=first)
    days = rows["days"].to_numpy(dtype=float, na_value=np.inf).tolist()
    groups: dict[tuple[object, ...], list[float]] = {}
    for day, *keys in zip(days, *(rows[name].tolist() for name in by), strict=True):
        groups.setdefault(tuple(keys), []).append(day)
    out = []
    for group, waits in sorted(groups.items()):
        waits.sort()
        middle = statistics.median(waits)
        shares = {f"within_{step}": bisect_right(waits, step) / len(waits) for step in STEPS}
        median = round(middle) if middle <= YEAR else pd.NA
        labels = dict(zip(by, group, strict=True))
        out.append({**labels, "cases": len(waits), **shares, "median": median})
    columns = [*by, "cases", *(f"within_{step}" for step in STEPS), "median"]
    return pd.DataFrame(out, columns=columns).astype({"median": "Int64"})


def counted(clocks: pd.DataFrame, *, first: str) -> pd.DataFrame:
    """Return the clocks with a full year of coverage behind the trigger, from a day on."""
    return clocks[
        clocks["date"].ge(first) & clocks["date"].add(pd.Timedelta(days=YEAR)).le(clocks["covered_to"])
    ]


def curve(clocks: pd.DataFrame, *, first: str, step: int = 5) -> pd.DataFrame:
    """Return the share of triggers followed by an act, day by day over a year.

    Args:
        clocks: `clock`, of one kind of trigger.
        first: First day of triggers counted.
        step: Days between two points.

    Returns:
        ``body``, ``held``, ``cases``, ``days`` and ``share``.
    """
    out = []
    for (body, active), part in counted(clocks, first=first).groupby(["body", "held"]):
        days = part["days"].astype("Float64").fillna(float("inf")).to_numpy(dtype=float)
        for day in range(0, YEAR + 1, step):
            share = float((days <= day).mean())
            out.append({"body": body, "held": active, "cases": len(days), "days": day, "share": share})
    return pd.DataFrame(out, columns=["body", "held", "cases", "days", "share"])
