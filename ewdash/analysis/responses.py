"""The response clock: days from a sign to what each Council did next. Sequence, never cause."""

import pandas as pd

from ewdash.model.lanes import COVERED_TO, class_of, lane_of

SIGNS = ("alert", "acute", "crisis")  # an alert; stage 3 to 5 opens; stage 4 or 5 opens
OPENS = {"acute": (3, 4, 5), "crisis": (4, 5)}
CREATED = "_created"
BODIES = ("hrc", "sc", "mechanism")
YEAR = 365  # days within which an act may still answer a sign
STEPS = (30, 90, YEAR)


def signs(signals: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Return the months of a sign, per country; the clock starts on the month's first day.

    Args:
        signals: `signal_month`; preliminary months are taken after the final ones end.
        kind: One of `SIGNS`.

    Returns:
        ``iso3`` and ``date``.

    Raises:
        ValueError: If the sign is none of them.
    """
    rows = signals[signals["vintage"].isin(["final", "candidate"])].sort_values(["iso3", "month"])
    if kind == "alert":
        found = rows[rows["alert"] > 0]
    elif kind in OPENS:
        known = rows[rows["stage"].notna()]
        inside = known["stage"].isin(OPENS[kind])
        before = inside.groupby(known["iso3"]).shift(fill_value=False).astype(bool)
        found = known[inside & ~before]
    else:
        raise ValueError(kind)
    return found[["iso3", "month"]].rename(columns={"month": "date"}).reset_index(drop=True)


def with_filed(actions: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Return the acts, those on a place also under the country where its deaths are filed."""
    other = countries.dropna(subset=["filed_under"]).set_index("iso3")["filed_under"]
    moved = actions[actions["iso3"].isin(other.index)]
    return pd.concat([actions, moved.assign(iso3=moved["iso3"].map(other))], ignore_index=True)


def clock(starts: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return, for each sign, the first act after it of either Council, and the first new mechanism.

    Args:
        starts: ``iso3`` and ``date`` of each sign.
        actions: ``iso3``, ``date``, ``body``, ``action_type``, ``label``, ``symbol``.

    Returns:
        One row per sign and body (`BODIES`): ``days`` (NA where none is recorded up to
        ``covered_to``), ``act``, ``symbol`` and ``covered_to``. An act on the day counts as 0.
    """
    lanes = actions["body"].map(lane_of)
    made = actions["action_type"].str.endswith(CREATED) & lanes.eq("hrc")
    kinds = pd.Series(
        [class_of(body, kind) for body, kind in zip(actions["body"], actions["action_type"], strict=True)],
        index=actions.index,
    )
    made &= kinds.isin(["investigation", "country_mandate"])
    parts = []
    for body, chosen in (("hrc", lanes.eq("hrc")), ("sc", lanes.eq("sc")), ("mechanism", made)):
        acts = actions[chosen][["iso3", "date", "label", "symbol"]].dropna(subset=["iso3", "date"])
        acts = acts.sort_values("date").rename(columns={"date": "acted", "label": "act"})
        ordered = starts.dropna().sort_values("date")
        first = pd.merge_asof(
            ordered.astype({"date": "datetime64[ns]"}),
            acts.astype({"acted": "datetime64[ns]"}),
            left_on="date",
            right_on="acted",
            by="iso3",
            direction="forward",
        )
        covered = pd.Timestamp(COVERED_TO["sc" if body == "sc" else "hrc"])
        days = (first["acted"] - first["date"]).dt.days.astype("Int64")
        parts.append(first.assign(body=body, days=days, covered_to=covered))
    return pd.concat(parts, ignore_index=True).sort_values(["iso3", "date", "body"], ignore_index=True)


def distribution(clocks: pd.DataFrame, *, first: str) -> pd.DataFrame:
    """Return how soon acts followed signs, over all situations.

    Args:
        clocks: `clock`.
        first: First day of signs counted.

    Returns:
        One row per body: ``cases`` (signs with a full year of coverage behind them), the share
        followed within each of `STEPS` days, and ``median`` days (NA where fewer than half were
        followed within a year).
    """
    rows = clocks[(clocks["date"] >= first)]
    rows = rows[rows["date"] + pd.Timedelta(days=YEAR) <= rows["covered_to"]]
    out = []
    for body, part in rows.groupby("body"):
        days = part["days"].astype("Float64").fillna(float("inf")).to_numpy(dtype=float)
        middle = float(pd.Series(days).median()) if len(days) else float("inf")
        shares = {f"within_{step}": float((days <= step).mean()) for step in STEPS}
        median = round(middle) if middle <= YEAR else pd.NA
        out.append({"body": body, "cases": len(days), **shares, "median": median})
    return pd.DataFrame(out).astype({"median": "Int64"})
