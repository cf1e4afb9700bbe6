"""Whether a file that is right in form can be the release it says it is; else nothing is changed."""

import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import indicator_releases
from ewdash.data.indicator_releases import COUNTRY_YEAR, DATASETS, IDMC, UNHCR, VDEM, Figures
from ewdash.data.layouts import Reading
from ewdash.model import indicators, releases
from ewdash.model.errors import ReleaseRefusedError
from ewdash.model.releases import FINAL, Release

REFUSED_SHARE = 0.001  # of the rows: more is no slip of the producer
EVENTS = "ucdp-events"  # the layout
# Shares of the events of like months or of the same years before; the smallest seen in 2025 and 2026 was
# 0.62 of the median of six months, and no final release has dropped a tenth of an earlier one.
FEWEST_MONTH, MOST_MONTH, FEWEST_FINAL = 0.55, 3.0, 0.9
MONTHS_BEFORE, STEADY_MONTHS = 6, 3
# The same for deaths; the most seen was 2.3 times the median of six months, and 1.2 times the older release.
DEATHS_MONTH, DEATHS_FINAL = (0.2, 10.0), (0.8, 2.0)
STEADY = 20  # events in each of the months before: a country that has them does not fall silent at once
STEADY_FINAL = 100  # events of a country in an earlier final release, of which half must be there
# Of yearly figures: shares of the country-years, and of the people, that the older table has of the same
# years (release 26.1 of UCDP raised the deaths of 2024 by a sixth; no revision of a whole table is so large).
FEWEST_YEARS, LEAST_SUM, MOST_SUM = 0.9, 0.75, 1.5
LAST_YEARS = 3  # of the older table: a country that has figures in them does not fall silent at once
SUMMED = {UNHCR: "refugees", COUNTRY_YEAR: "deaths"}  # how the measures begin that are added up
MANY = 1_000  # people from or in a country, below which it may drop out of UNHCR's and IDMC's figures
PAIR = {"NGA": "NGA+NER", "NER": "NGA+NER"}  # told together by release 25.1


def form(reading: Reading, *, file: str) -> None:
    """Refuse a file that is no release, or of which too many rows are refused.

    Raises:
        ReleaseRefusedError: If so.
    """
    if reading.layout not in (EVENTS, *DATASETS):
        raise ReleaseRefusedError(given=file, fault="layout", found=reading.layout)
    if any(refusal.row >= reading.rows for refusal in reading.refusals):
        raise ReleaseRefusedError(given=file, fault="cut")  # its last row is not whole
    if reading.refused > REFUSED_SHARE * reading.rows or not reading.kept:
        first = reading.refusals[0].sentence if reading.refusals else ""
        row = reading.refusals[0].row if reading.refusals else 0
        raise ReleaseRefusedError(
            given=file, fault="rows", count=reading.refused, rows=reading.rows, row=row, first=first
        )


def which(
    counts: Mapping[tuple[int, int], int], *, file: str, digest: str, held: Mapping[str, str]
) -> Release:
    """Return the release that events are, which must be the one that the file's name says.

    Args:
        counts: Events by year and month of their first day.
        file: The name of the file.
        digest: SHA-256 of the file.
        held: Version -> digest of the releases already loaded.

    Raises:
        ReleaseRefusedError: If they are another release, or the same file under another name.
    """
    said, found = releases.named(file), releases.inside(counts)
    if found is None:
        raise ReleaseRefusedError(given=file, fault="unclear")
    if said is not None and said != found:
        raise ReleaseRefusedError(given=file, fault="version", found=found.version, said=said.version)
    again = [version for version, other in held.items() if other == digest and version != found.version]
    if again:
        raise ReleaseRefusedError(given=file, fault="again", found=again[0])
    return found


def known(
    release: Release, *, digest: str, held: Mapping[str, str], built_in: pd.DataFrame, file: str
) -> None:
    """Refuse a release that is at hand with other content, or that gives way to one at hand.

    Args:
        release: What the file is.
        digest: SHA-256 of the file.
        held: Version -> digest of the releases already loaded.
        built_in: `tables.release` of the repository.
        file: The name of the file.

    Raises:
        ReleaseRefusedError: If so; the first may be accepted, and replaces what the release said before.
    """
    if held.get(release.version, digest) != digest:
        raise ReleaseRefusedError(given=file, fault="changed", release=release.version)
    finals = built_in.loc[built_in["dataset"].eq("ged"), "covers_to"]
    if release.status == FINAL and len(finals) and release.last <= finals.max():
        raise ReleaseRefusedError(given=file, fault="built-in", release=release.version)


def content(
    events: pd.DataFrame, release: Release, *, archive: pd.DataFrame, manifest: pd.DataFrame, file: str
) -> None:
    """Refuse totals that no release can have beside those before it.

    Args:
        events: ``iso3``, ``month``, ``events`` and ``deaths`` of the file.
        release: What it is.
        archive: `tables.vintage_month`.
        manifest: `tables.release`.
        file: The name of the file.

    Raises:
        ReleaseRefusedError: If half the events are gone, a country is missing, or days lie beyond it.
    """
    beyond = int(events.loc[events["month"] > release.last + pd.DateOffset(months=1), "events"].sum())
    if beyond > REFUSED_SHARE * events["events"].sum():
        raise ReleaseRefusedError(given=file, fault="beyond", count=beyond, release=release.version)
    archive = archive[archive["type"] == "all"]
    if release.status == FINAL:
        _final(events, release, archive, manifest, file)
    else:
        _preliminary(events, release, archive, manifest, file)


def figures(one: Figures, *, root: Path, today: date) -> None:
    """Refuse yearly figures that cannot be beside those that are shown.

    Args:
        one: The figures; V-Dem's of a new version are held against the newest version shown.
        root: The folder of the tables shown.
        today: A year that is not over by then has no figure of its end.

    Raises:
        ReleaseRefusedError: If a year is not over, values lie outside their scale, country-years or people
            are far fewer or more than before, or a country is missing.
    """
    now = one.values()
    like = indicator_releases.long(one, root=root, like=True)
    if one.dataset in (UNHCR, IDMC):
        like = like[like["value"] > 0]  # the repository does not tell zero from not reported
    ahead = now.loc[now["year"] >= today.year, "year"]
    if len(ahead):
        raise ReleaseRefusedError(given=one.file, fault="ahead", found=str(ahead.max()))
    if one.dataset == VDEM:
        _on_scale(now, one)
    if like.empty:
        return
    years = sorted(set(now["year"].unique()) & set(like["year"].unique()))
    both = [rows[rows["year"].isin(years)] for rows in (now, like)]
    found, expected = (len(rows[["iso3", "year"]].drop_duplicates()) for rows in both)
    if found < FEWEST_YEARS * expected:
        raise ReleaseRefusedError(given=one.file, fault="sparse", found=found, expected=expected)
    measures = set(now["measure"].unique()) & set(like["measure"].unique())
    measures = {name for name in measures if name.startswith(SUMMED.get(one.dataset, "no measure"))}
    found, expected = (int(rows.loc[rows["measure"].isin(measures), "value"].sum()) for rows in both)
    if not LEAST_SUM * expected <= found <= MOST_SUM * expected:
        raise ReleaseRefusedError(given=one.file, fault="sums", found=found, expected=expected)
    last = min(like["year"].max(), now["year"].max())
    recent = like[like["year"].between(last - LAST_YEARS + 1, last)]
    if one.dataset in (UNHCR, IDMC):
        recent = recent[recent["value"] >= MANY]
    gone = sorted(set(recent["iso3"]) - set(now.loc[now["year"] >= last, "iso3"]))
    if gone:
        raise ReleaseRefusedError(given=one.file, fault="absent", country=gone[0], more=len(gone) - 1)


def _on_scale(now: pd.DataFrame, one: Figures) -> None:
    for measure, rows in now.groupby("measure"):
        scale = indicators.declared(str(measure), one.version)
        low = -math.inf if scale.low is None else scale.low
        high = math.inf if scale.high is None else scale.high
        off = rows[~rows["value"].between(low, high)]
        if len(off):
            first = f"{off['iso3'].iloc[0]} {off['year'].iloc[0]} {measure}"
            raise ReleaseRefusedError(given=one.file, fault="scale", count=len(off), first=first)


def _final(
    events: pd.DataFrame, release: Release, archive: pd.DataFrame, manifest: pd.DataFrame, file: str
) -> None:
    finals = manifest[manifest["dataset"].eq("ged") & manifest["status"].eq(FINAL)]
    finals = finals[finals["version"] != release.version].sort_values("covers_to", kind="stable")
    if finals.empty:
        return
    version, last = finals.iloc[-1][["version", "covers_to"]]
    before = archive[archive["release"] == version]
    now = events[events["month"] <= last]
    found, expected = int(now["events"].sum()), int(before["events"].sum())
    facts = {"given": file, "found": found, "expected": expected, "before": version}
    if found < FEWEST_FINAL * expected:
        raise ReleaseRefusedError(fault="few", **facts)
    _deaths(float(now["deaths"].sum()), float(before["deaths_best"].sum()), DEATHS_FINAL, file)
    sums, sums_before = (
        rows.assign(iso3=rows["iso3"].replace(PAIR)).groupby("iso3")["events"].sum() for rows in (now, before)
    )
    many = sums_before[sums_before >= STEADY_FINAL]
    gone = [str(iso3) for iso3, count in many.items() if sums.get(iso3, 0) < count / 2]
    if gone:
        raise ReleaseRefusedError(fault="country", country=gone[0], more=len(gone) - 1, **facts)


def _preliminary(
    events: pd.DataFrame, release: Release, archive: pd.DataFrame, manifest: pd.DataFrame, file: str
) -> None:
    months = _known_months(archive, manifest, release)
    if len(months) < STEADY_MONTHS:
        return
    grid = months.pivot_table(index="month", columns="iso3", values="events", aggfunc="sum").fillna(0)
    usual = float(grid.sum(axis=1).tail(MONTHS_BEFORE).median())
    own = events[events["month"].isin(release.months)]
    found = float(own["events"].sum()) / len(release.months)
    facts = {"given": file, "found": round(found), "expected": round(usual), "before": ""}
    if found < FEWEST_MONTH * usual:
        raise ReleaseRefusedError(fault="few", **facts)
    if found > MOST_MONTH * usual:
        raise ReleaseRefusedError(fault="many", **facts)
    deaths = months.groupby("month")["deaths_best"].sum().tail(MONTHS_BEFORE).median()
    _deaths(float(own["deaths"].sum()) / len(release.months), float(deaths), DEATHS_MONTH, file)
    steady = grid.tail(STEADY_MONTHS).min()
    gone = sorted(set(steady[steady >= STEADY].index) - set(own.loc[own["events"] > 0, "iso3"]))
    if gone:
        raise ReleaseRefusedError(fault="country", country=str(gone[0]), more=len(gone) - 1, **facts)


def _deaths(found: float, expected: float, bounds: tuple[float, float], file: str) -> None:
    """Refuse deaths far from those of like months, or of the same years before."""
    if not bounds[0] * expected <= found <= bounds[1] * expected:
        raise ReleaseRefusedError(given=file, fault="deaths", found=round(found), expected=round(expected))


def _known_months(archive: pd.DataFrame, manifest: pd.DataFrame, release: Release) -> pd.DataFrame:
    """Return the preliminary months before a release, each as the newest release that covers it tells it."""
    known = [
        releases.parse(version) for version in manifest.loc[manifest["dataset"] == "candidate", "version"]
    ]
    parts, seen = [], set(release.months)
    for one in sorted((one for one in known if one and one.version != release.version), reverse=True):
        months = [month for month in one.months if month not in seen and month < release.last]
        seen |= set(months)
        parts.append(archive[archive["release"].eq(one.version) & archive["month"].isin(months)])
    return pd.concat(parts) if parts else archive.head(0)
