"""Sums by province: spellings of one name joined, and each province's share."""

import re

import pandas as pd

from ewdash.model.gazetteer import folded

SUMS = ["events", "deaths_best", "deaths_low", "deaths_high", "located", "weight"]
_IGNORED = re.compile(
    r"[\s'’‘`ʻʼ-]+"
)  # of a name: apostrophes and hyphens go, too, which releases write or not


def same_name(name: str) -> str:
    """Return a name without what differs between spellings: case, accents, spaces, hyphens, apostrophes."""
    return _IGNORED.sub(" ", folded(name).replace("'", "").replace("’", "")).strip()


def by_province(areas: pd.DataFrame) -> pd.DataFrame:
    """Join the spellings of each province, and say what share of the deaths it has.

    A province that was renamed, divided or joined stands under each of its names: which lies where in the
    other, a name does not tell.

    Args:
        areas: `ewdash.data.events.Events.areas` of one country and period.

    Returns:
        The same columns, one row per province, most deaths first and those without a name last, with
        ``share`` (0 to 1; missing where nobody died). The name is that of the newest event.
    """
    names = areas["admin1"].map(same_name, na_action="ignore")
    rows = areas.assign(_key=names).sort_values("last_event", kind="stable")
    weight = rows["weight"].where(rows["weight"].gt(0), rows["located"])
    for place in ("latitude", "longitude"):
        rows[place] = rows[place] * weight
    rows["_weight"] = weight.where(rows["latitude"].notna(), 0)
    out = rows.groupby("_key", dropna=False, sort=False).agg(
        admin1=("admin1", "last"),
        **{name: (name, "sum") for name in [*SUMS, "_weight"]},
        deaths_largest_event=("deaths_largest_event", "max"),
        first_event=("first_event", "min"),
        last_event=("last_event", "max"),
        latitude=("latitude", lambda part: part.sum(min_count=1)),
        longitude=("longitude", lambda part: part.sum(min_count=1)),
    )
    for place in ("latitude", "longitude"):
        out[place] = out[place] / out["_weight"].where(out["_weight"].gt(0))
    deaths = int(out["deaths_best"].sum())
    out["share"] = out["deaths_best"].astype(float) / deaths if deaths else float("nan")
    out["_last"] = out["admin1"].isna()
    out = out.sort_values(["_last", "deaths_best", "events", "admin1"], ascending=[True, False, False, True])
    return out[[*areas.columns, "share"]].reset_index(drop=True)
