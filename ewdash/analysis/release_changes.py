"""What a release changed: each country and month beside the release that told of it before."""

import pandas as pd

from ewdash.model import releases

ALL = "all"
COLUMNS = ["iso3", "month", "status", "deaths", "before", "before_status", "before_release", "difference"]


def changed(archive: pd.DataFrame, manifest: pd.DataFrame, version: str) -> pd.DataFrame:
    """Return the months that a release tells otherwise than the one before it that covers them.

    Where the state is the same, final beside final or preliminary beside preliminary, the difference is
    a revision. A month that has become final is told beside its preliminary figure without a difference.
    The figure before holds what later monthly releases added to the month.

    Args:
        archive: `tables.vintage_month`.
        manifest: `tables.release`.
        version: The release.

    Returns:
        `COLUMNS`: deaths (people) by ``iso3`` and ``month``, ``before`` NA where no release told of the
        month, ``difference`` NA where the two are of other states; only rows that differ. Niger and
        Nigeria stand together where one of the two releases tells them so.

    Raises:
        ValueError: If the version is none.
    """
    release = releases.parse(version)
    if release is None:
        raise ValueError(version)
    rows = archive[archive["type"] == ALL]
    events = manifest[manifest["dataset"].isin(releases.EVENTS)]
    known = [one for name in events["version"] if (one := releases.parse(name)) and one < release]
    told: set[pd.Timestamp] = set()
    parts = []
    # A final release stands beside the final one before it where that has the month.
    for one in sorted(known, key=lambda one: (one.status == release.status, one), reverse=True):
        beside = set(one.months) - told
        months = [month for month in release.months if month in beside]
        told |= set(months)
        if months:
            late = [other.version for other in known if one < other and not {*months} & {*other.months}]
            parts.append(_beside(rows, release, one, months, late))
    fresh = [month for month in release.months if month not in told]
    now = rows[rows["release"].eq(version) & rows["month"].isin(fresh)]
    parts.append(
        now[["iso3", "month"]].assign(
            status=release.status,
            deaths=now["deaths_best"],
            before=pd.Series(pd.NA, index=now.index, dtype="Int64"),
            before_status="",
            before_release="",
            difference=pd.Series(pd.NA, index=now.index, dtype="Int64"),
        )
    )
    whole = dict.fromkeys(["deaths", "before", "difference"], "Int64")
    return pd.concat(parts)[COLUMNS].astype(whole).sort_values(["iso3", "month"], ignore_index=True)


def _beside(
    rows: pd.DataFrame,
    release: releases.Release,
    before: releases.Release,
    months: list[pd.Timestamp],
    late: list[str],
) -> pd.DataFrame:
    rows = rows[rows["month"].isin(months)]
    # With what monthly releases in between told late of these months.
    both = [rows[rows["release"] == release.version], rows[rows["release"].isin([before.version, *late])]]
    if any(part["iso3"].eq("NGA+NER").any() for part in both):
        both = [part.assign(iso3=part["iso3"].replace({"NGA": "NGA+NER", "NER": "NGA+NER"})) for part in both]
    now, then = (part.groupby(["iso3", "month"])["deaths_best"].sum() for part in both)
    joined = pd.DataFrame({"deaths": now, "before": then}).astype("Int64").fillna(0)
    joined = joined[joined["deaths"] != joined["before"]].reset_index()
    alike = release.status == before.status
    difference = joined["deaths"] - joined["before"]
    return joined.assign(
        status=release.status,
        before_status=before.status,
        before_release=before.version,
        difference=difference if alike else difference.mask(difference.notna()),
    )
