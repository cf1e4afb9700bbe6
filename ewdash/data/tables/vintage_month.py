"""What each release ever loaded said of a country and month: an archive from which nothing is removed."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import conflict_month_recent, release, ucdp

PROVENANCE = release.PROVENANCE
ALL = "all"  # of all types together
TYPES = (ALL, *ucdp.TYPES.values())
KEYS = ["release", "iso3", "month", "type"]
_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: the copy at hand does not say
COUNTS = [
    "events",
    "deaths_best",
    "deaths_low",
    "deaths_high",
    "deaths_crossing",
    "deaths_under_review",
    "deaths_largest_event",
]
SCHEMA = pa.DataFrameSchema(
    {
        "release": pa.Column(str),
        "iso3": pa.Column(str, pa.Check.str_matches(r"^[A-Z]{3}(\+[A-Z]{3})?$")),
        "month": pa.Column("datetime64[us]", pa.Check(lambda month: month.dt.day == 1)),
        "type": pa.Column(str, pa.Check.isin(TYPES)),
        **dict.fromkeys(COUNTS, _count),
    },
    unique=KEYS,
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per release, iso3, month and type with an event.

    Months are those in which events begin. A covered country without a row had no event in that
    release; what the copies at hand do not say is NA.

    Raises:
        SourceMissingError, SourceLayoutError: If a source is not as expected.
    """
    parts = [_final(folder), _year(folder)]
    columns = {
        "iso3": "iso3",
        "date_start": "date",
        "date_end": "date_end",
        "type_of_violence": "type",
        "code_status": "review_status",
        **{estimate: f"deaths_{estimate}" for estimate in ("best", "low", "high")},
    }
    for rows in ucdp.candidate_events(folder, columns):
        events = rows.rename(columns=columns)
        events = events.assign(
            type=events["type"].map(ucdp.TYPES),
            **{name: pd.to_datetime(events[name]) for name in ("date", "date_end")},
        )
        parts.append(sums(events).assign(release=str(rows["release"].iloc[0])))
    return arranged(pd.concat(parts, ignore_index=True))


def arranged(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in the table's order of columns and rows."""
    return rows.sort_values(KEYS, ignore_index=True).reindex(columns=list(SCHEMA.columns))


def sums(events: pd.DataFrame) -> pd.DataFrame:
    """Return events added up by country, month of their first day and type, and over all types.

    Args:
        events: ``iso3``, ``date``, ``date_end``, ``type``, ``review_status``, deaths best, low, high.

    Returns:
        The columns of the table but the release.
    """
    best = events["deaths_best"]
    month, end = ucdp.first_day(events["date"]), ucdp.first_day(events["date_end"])
    typed = events.assign(
        month=month,
        events=1,
        deaths_crossing=best.where(month != end, 0),
        deaths_under_review=best.where(events["review_status"] != "Clear", 0),
        deaths_largest_event=best,
    )
    both = pd.concat([typed, typed.assign(type=ALL)], ignore_index=True)
    how = dict.fromkeys(COUNTS, "sum") | {"deaths_largest_event": "max"}
    return both.groupby(["iso3", "month", "type"], as_index=False).agg(how)


def _final(folder: Path) -> pd.DataFrame:
    """Return the sums of the final release, which tell low and high over all types alone."""
    names = ["iso3", "month", "basis", "deaths_largest_event"]
    kinds = [f"events_{kind}" for kind in ucdp.TYPES.values()]
    estimates = [f"deaths_{estimate}" for estimate in ("best", "low", "high")]
    rows = sources.read(folder, ucdp.COUNTRY_MONTH, [*names, "events", *kinds, *estimates])
    rows = rows[(rows["basis"] != "split_estimate") & (rows["events"] > 0)]
    rows = rows.assign(month=ucdp.months(rows["month"]), type=ALL)
    within = ucdp.dated(folder)
    pair = within[within["iso3"].isin(["NGA", "NER"])].groupby("month", as_index=False)["deaths_dated"].sum()
    within = pd.concat([within[["iso3", "month", "deaths_dated"]], pair.assign(iso3="NGA+NER")])
    rows = rows.merge(within, on=["iso3", "month"], how="left")
    rows["deaths_crossing"] = rows["deaths_best"] - rows["deaths_dated"]
    parts = [rows]
    for kind in ucdp.TYPES.values():
        some = rows[rows[f"events_{kind}"] > 0]
        parts.append(some[["iso3", "month"]].assign(type=kind, events=some[f"events_{kind}"]))
    return pd.concat(parts, ignore_index=True).assign(release="25.1", deaths_under_review=0)


def _year(folder: Path) -> pd.DataFrame:
    """Return the preliminary year that came as sums."""
    columns = ["iso3", "month", "release", *conflict_month_recent.EVENTS, *conflict_month_recent.DEATHS]
    rows = sources.read(folder, conflict_month_recent.YEAR_FILE, columns)
    rows = rows[rows["release"] == conflict_month_recent.YEAR_RELEASE]
    rows = rows.assign(month=ucdp.months(rows["month"]))
    parts = [rows[["iso3", "month", "release", "events", "deaths_best"]].assign(type=ALL)]
    for kind in ucdp.TYPES.values():
        some = rows[rows[f"events_{kind}"] > 0]
        names = {f"events_{kind}": "events", f"deaths_{kind}": "deaths_best"}
        parts.append(some[["iso3", "month", "release", *names]].rename(columns=names).assign(type=kind))
    return pd.concat(parts, ignore_index=True)
