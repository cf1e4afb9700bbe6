"""What a release changed, by country and month, as long as the archive remembers."""

import pandas as pd

from ewdash import i18n
from ewdash.analysis.release_changes import ALL, changed
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.releases import EVENTS, parse
from ewdash.views.block import Block, block

COLUMNS = {
    "country": "country",
    "iso3": "iso3",
    "month": "month",
    "deaths": "release_deaths",
    "before": "earlier_deaths",
    "difference": "release_difference",
    "state": "release_state",
    "before_state": "earlier_state",
    "before_release": "earlier_release",
}


def options(record: Record) -> dict[str, str]:
    """Return the releases of events on record, the newest first, each with its months in words."""
    rows = record.table("release")
    rows = rows[rows["dataset"].isin(EVENTS)].sort_values(["fetched", "covers_to", "covers_from"])
    return {
        str(row["version"]): translate(
            "release-option",
            version=row["version"],
            status=row["status"],
            first=i18n.short_month(row["covers_from"]),
            last=i18n.short_month(row["covers_to"]),
            span="one"
            if i18n.short_month(row["covers_from"]) == i18n.short_month(row["covers_to"])
            else "more",
        )
        for row in rows.iloc[::-1].to_dict("records")
    }


def changes(record: Record, *, release: str, scope: tuple[str, ...] | None) -> Block:
    """Return the months that a release tells otherwise than the one before it, or for the first time.

    Args:
        record: The installed tables.
        release: Its version, one of `options`.
        scope: The countries; None for all.
    """
    places = record.places
    rows = record.recent(_changed, release)
    table = record.table("release")
    row = table[table["version"].eq(release) & table["dataset"].isin(EVENTS)].iloc[0].to_dict()
    own, late = record.recent(_deaths, release)
    if scope is not None:
        inside = {*scope, *(["NGA+NER"] if {"NGA", "NER"} & set(scope) else [])}
        rows = rows[rows["iso3"].isin(inside)]
    revised, fresh = rows["difference"].notna(), rows["before"].isna()
    size = rows["difference"].abs().fillna(rows["deaths"]).astype(float)
    rows = rows.assign(
        country=[places.name(code) for code in rows["iso3"]],
        month=rows["month"].dt.strftime("%Y-%m"),
        state=[translate(f"release-{status}") for status in rows["status"]],
        before_state=[translate(f"release-{status}") if status else "" for status in rows["before_status"]],
        size=size,
    ).sort_values(["size", "country", "month"], ascending=[False, True, True], kind="stable")
    return block(
        "release-changes",
        None,
        rows.rename(columns=COLUMNS)[[*COLUMNS.values()]].reset_index(drop=True),
        record.card("vintage_month"),
        release=release,
        day=i18n.day(row["fetched"].date()),
        deaths=own + late,
        own=own,
        late=late,
        revised=int(revised.sum()),
        more=int(rows["difference"].gt(0).fillna(value=False).sum()),
        fewer=int(rows["difference"].lt(0).fillna(value=False).sum()),
        settled=int((~revised & ~fresh).sum()),
        fresh=int(fresh.sum()),
    )


def _deaths(record: Record, version: str) -> tuple[int, int]:
    """Return the deaths of a release in the months it covers, and in others: of all countries."""
    rows, release = record.table("vintage_month"), parse(version)
    rows = rows[rows["type"].eq(ALL) & rows["release"].eq(version)]
    inside = rows["month"].isin(release.months if release else [])
    return int(rows.loc[inside, "deaths_best"].sum()), int(rows.loc[~inside, "deaths_best"].sum())


def _changed(record: Record, release: str) -> pd.DataFrame:
    return changed(record.table("vintage_month"), record.table("release"), release)
