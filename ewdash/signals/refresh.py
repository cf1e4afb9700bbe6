"""Releases brought in: read, checked, made into tables with their signals, and shown all at once."""

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from ewdash.analysis.release_changes import changed
from ewdash.data import (
    adopted_texts,
    fetching,
    home,
    indicator_releases,
    layouts,
    release_checks,
    releases,
    store,
)
from ewdash.data.event_engines import ROW_GROUP
from ewdash.data.indicator_releases import Figures
from ewdash.data.releases import Held
from ewdash.i18n import translate
from ewdash.model import releases as releases_of
from ewdash.model.errors import FetchFailedError, HomeUnusableError, ReleaseRefusedError
from ewdash.model.releases import FINAL, Release
from ewdash.signals import run

Progress = Callable[[str, float], None]
READING = "reading-"  # how the folder begins in which files are read
REPORTS = "reports"  # folder of what each update changed, under that of the releases


def _nothing(part: str, share: float) -> None:
    del part, share


@dataclass(frozen=True)
class Report:
    """What an update did.

    Attributes:
        versions: The releases that are new: of events by version, of figures by `Figures.name`.
        readings: What each of their files held, by version.
        changes: Version -> `release_changes.changed`, of figures `indicator_releases.changed`.
        file: Where the changes are kept as a table; None where nothing is new.
        failures: Files of other producers that could not be had.
    """

    versions: tuple[str, ...]
    readings: dict[str, layouts.Reading]
    changes: dict[str, pd.DataFrame]
    file: Path | None
    failures: tuple[FetchFailedError, ...] = ()

    def lines(self) -> list[str]:
        """Say what was done, a line each."""
        failed = [f"{failure} {failure.advice}" for failure in self.failures]
        if not self.versions:
            return [translate("cli-update-none"), *failed]
        said = []
        for version, reading in self.readings.items():
            facts = {name: getattr(reading, name) for name in ("rows", "kept", "refused", "repeated")}
            facts["changed"] = len(self.changes[version])
            if reading.layout in indicator_releases.DATASETS:
                said += _told(version, reading, facts)
                continue
            said.append(translate("cli-update-done", version=version, **facts))
            said += [
                translate(
                    "cli-update-unknown", code=one.code, name=one.name, rows=one.rows, deaths=one.deaths or 0
                )
                for one in reading.unknown
            ]
        return [*said, translate("cli-update-report", file=str(self.file)), *failed]


def _told(name: str, reading: layouts.Reading, facts: dict[str, int]) -> list[str]:
    """Say what a file of figures held, a line each."""
    dataset, _, version = name.partition(" ")
    said = [translate("cli-update-figures", dataset=dataset, version=version, **facts)]
    said += [translate("cli-update-aside", what=what, rows=rows) for what, rows in reading.told()]
    return said + [
        translate("cli-update-unknown-figures", code=one.code, name=one.name, rows=one.rows)
        for one in reading.unknown
    ]


def update(
    *, today: date, history: bool = False, accept: bool = False, progress: Progress = _nothing
) -> Report:
    """Fetch the releases that are newer than those at hand, and show them.

    Args:
        today: Nothing later is asked for.
        history: Whether the files of earlier Candidate years are fetched, too.
        accept: Whether totals that are unlike those before are taken all the same.
        progress: Told what is being done and its share.

    Raises:
        FetchFailedError: If a file cannot be had.
        ReleaseRefusedError, EwdashError: See `install`; what was shown stays.
    """
    downloads = home.place() / home.DOWNLOADS
    producers: tuple[Callable[[], list[Path]], ...] = (
        lambda: _fetched(downloads, today, history, progress),
        lambda: _fetched_country_years(downloads, today, progress),
        lambda: _fetched_displaced(downloads, today, progress),
    )
    with home.changing() as place:
        try:
            downloads.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise HomeUnusableError(folder=place.name, reason=error.strerror or str(error)) from error
        wanted: list[Path] = []
        failures = []
        for fetch in producers:
            try:
                wanted += fetch()
            except FetchFailedError as failure:  # what others publish is shown all the same
                failures.append(failure)
        if failures and not wanted:
            raise failures[0]
        try:
            report = _install(place, wanted, today=today, version="", accept=accept, progress=progress)
        finally:
            shutil.rmtree(downloads, ignore_errors=True)  # what was refused is fetched anew, not read again
    return replace(report, failures=tuple(failures))


def _fetched(downloads: Path, today: date, history: bool, progress: Progress) -> list[Path]:
    """Fetch what tells of months that no release of the same rank at hand tells of."""
    manifest = store.load("release", root=home.shown())
    events = manifest[manifest["dataset"].isin(releases_of.EVENTS)]
    at_hand = [releases_of.parse(name) for name in events["version"]]
    told = {rank: set[pd.Timestamp]() for rank in RANKS}
    for one in at_hand:
        _tell(told, one)
    versions, wanted = {one.version for one in at_hand if one}, []
    for choices in fetching.offers(today=today, history=history):
        for offer in choices:
            release, file = offer.release, downloads / offer.name
            past = history and release.last.year < today.year - 1
            if release.version in versions or (not past and set(release.months) <= told[_rank(release)]):
                break
            watch = functools.partial(progress, offer.name)
            if file.exists() or fetching.fetch(offer.address, file, progress=watch):
                _tell(told, release)
                wanted.append(file)
                break
    return wanted


def _fetched_country_years(downloads: Path, today: date, progress: Progress) -> list[Path]:
    """Fetch UCDP's newest country-years, unless they are at hand or no newer than the repository's."""
    own = {one.version for one in indicator_releases.held() if one.dataset == indicator_releases.COUNTRY_YEAR}
    reached = store.card("conflict_year", root=store.DATA).provenance.covers_to
    for offer in fetching.country_years(today=today):
        if offer.release.version in own or offer.release.last.date() <= reached:
            break
        file = downloads / offer.name
        watch = functools.partial(progress, offer.name)
        if file.exists() or fetching.fetch(offer.address, file, progress=watch):
            return [file]
    return []


def _fetched_displaced(downloads: Path, today: date, progress: Progress) -> list[Path]:
    """Fetch UNHCR's figures, which carry no version: whether they are new is seen when they are read."""
    address, name = fetching.displaced(today=today)
    file = downloads / name
    there = file.exists() or fetching.fetch(address, file, progress=functools.partial(progress, name))
    return [file] if there else []


RANKS = ("final", "cumulative", "month")  # what tells of a month best, first


def _rank(release: Release) -> str:
    if release.status == FINAL:
        return "final"
    return "cumulative" if len(release.months) > 1 or release.version.count(".") > 2 else "month"


def _tell(told: dict[str, set[pd.Timestamp]], release: Release | None) -> None:
    """Mark the months of a release as told by it, and so by whatever ranks below it."""
    if release is not None:
        for rank in RANKS[RANKS.index(_rank(release)) :]:
            told[rank] |= set(release.months)


def install(
    files: Iterable[Path],
    *,
    today: date,
    version: str = "",
    accept: bool = False,
    progress: Progress = _nothing,
) -> Report:
    """Make files of releases part of what is shown, all or none.

    Args:
        files: Files as their producers publish them: events, or yearly figures (`indicator_releases`).
        today: The last day on which anything can have happened.
        version: What a file of V-Dem is whose name does not say it.
        accept: Whether totals that are unlike those before are taken all the same.
        progress: Told what is being done and its share.

    Raises:
        ReleaseRefusedError: If a file is no release, another than its name says, or absurd.
        EwdashError: If it cannot be read, or the tables cannot be written; what was shown stays.
    """
    with home.changing() as place:
        return _install(place, files, today=today, version=version, accept=accept, progress=progress)


def _install(
    place: Path, files: Iterable[Path], *, today: date, version: str, accept: bool, progress: Progress
) -> Report:
    """Do what `install` says, inside `home.changing`."""
    for left in place.glob(f"{READING}*"):  # by a process that was killed: this one alone is here
        shutil.rmtree(left, ignore_errors=True)
    workshop = Path(tempfile.mkdtemp(prefix=READING, dir=place))
    state = None
    try:
        new: list[Held] = []
        figures: dict[str, Figures] = {}
        readings = {}
        for number, file in enumerate(files):
            into = workshop / f"{number}.parquet"
            if layouts.recognise(file) in indicator_releases.DATASETS:
                reading, yearly = _read_figures(file, into, today, version, accept, progress)
                if not _at_hand(yearly):
                    figures[yearly.name] = yearly
                    readings[yearly.name] = reading
                continue
            reading, one = _read(file, into, today, [*new], accept, progress)
            new.append(one)
            readings[one.version] = reading
        if not readings:
            return Report((), {}, {}, None)
        before, state = home.shown(), home.begin()
        progress("tables", 0.0)
        own = indicator_releases.joined(figures.values())
        releases.write(state, releases.joined(new), own)
        adopted_texts.write(state, adopted_texts.held())
        run.update(root=state, progress=lambda part: progress(part, 0.0))
        changes = {one.version: _changes(state, one.version) for one in new}
        for name, yearly in figures.items():
            changes[name] = indicator_releases.changed(yearly, before=before, after=state)
        for one in new:
            releases.keep(one)
        for yearly in figures.values():
            indicator_releases.keep(yearly)
        file = _kept(place / REPORTS, today, changes)
        home.adopt(state)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
        if state is not None and state != home.current():
            shutil.rmtree(state, ignore_errors=True)
    return Report(tuple(readings), readings, changes, file)


def _brought(file: Path, into: Path, today: date, progress: Progress) -> layouts.Reading:
    """Read a file by its layout, and refuse one that is no release by its form."""
    reading = layouts.read(
        file,
        into=into,
        countries=store.load("country"),
        today=today,
        progress=lambda share: progress(file.name, share),
    )
    release_checks.form(reading, file=file.name)
    return reading


def _read(
    file: Path, into: Path, today: date, new: list[Held], accept: bool, progress: Progress
) -> tuple[layouts.Reading, Held]:
    """Read one file into the layout of events, and refuse what cannot be a release."""
    raw = into.with_suffix(".raw")
    reading = _brought(file, raw, today, progress)
    with duckdb.connect() as sql:
        counts = sql.execute(
            """SELECT iso3, month, count(*) AS events, sum(deaths_best) AS deaths
            FROM read_parquet(?) GROUP BY ALL""",
            [str(raw)],
        ).df()
        counts["month"] = counts["month"].astype("datetime64[us]")
        by_month = sql.execute(
            "SELECT year(month), month(month), count(*) FROM read_parquet(?) GROUP BY ALL", [str(raw)]
        ).fetchall()
        held = {one.version: one.digest for one in [*releases.held(), *new]}
        release = release_checks.which(
            {(year, month): events for year, month, events in by_month},
            file=file.name,
            digest=reading.sha256,
            held=held,
        )
        root = home.shown()
        try:
            release_checks.known(
                release,
                digest=reading.sha256,
                held=held,
                built_in=store.load("release"),
                file=file.name,
            )
            release_checks.content(
                counts,
                release,
                archive=store.load("vintage_month", root=root),
                manifest=store.load("release", root=root),
                file=file.name,
            )
        except ReleaseRefusedError:
            if not accept:
                raise
        kind = "history" if release.status == FINAL else "candidate"
        sql.execute(
            f"""COPY (SELECT * REPLACE ('{kind}' AS dataset, '{release.version}' AS release)
            FROM read_parquet('{_quoted(raw)}') ORDER BY iso3, date, event_id)
            TO '{_quoted(into)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"""
        )
    raw.unlink()
    return reading, Held(release.version, file.name, today, reading.sha256, into)


def _read_figures(
    file: Path, into: Path, today: date, version: str, accept: bool, progress: Progress
) -> tuple[layouts.Reading, Figures]:
    """Read one file of yearly figures into the normal form, and refuse what cannot be."""
    reading = _brought(file, into, today, progress)
    dataset = indicator_releases.DATASETS[reading.layout]
    rows = pd.read_parquet(into)
    if dataset == indicator_releases.UNHCR:
        # What UNHCR gives of a year that is not over is no figure of its end; people without a country
        # stand in no table of countries.
        over, placed = rows["period"].dt.year < today.year, ~rows["iso3"].isin(indicator_releases.NO_COUNTRY)
        out = {"unended": int((~over).sum()), "stateless": int((over & ~placed).sum())}
        reading = replace(reading, counts={**reading.counts, **out})
        rows = rows[over & placed]
        rows.to_parquet(into, index=False)
    if rows.empty:
        raise ReleaseRefusedError(given=file.name, fault="rows", rows=reading.rows)
    last = int(rows["period"].dt.year.max())
    name = indicator_releases.version(dataset, file=file.name, given=version, last=last)
    one = Figures(dataset, name, file.name, today, reading.sha256, into)
    again = [old.version for old in indicator_releases.held() if old.digest == one.digest]
    if again and name not in again:
        raise ReleaseRefusedError(given=file.name, fault="again", found=again[0])
    try:
        release_checks.figures(one, root=home.shown(), today=today)
    except ReleaseRefusedError:
        if not accept:
            raise
    return reading, one


def _at_hand(one: Figures) -> bool:
    """Return whether the same figures were loaded before."""
    before = [old for old in indicator_releases.held() if old.name == one.name]
    return any(old.values().equals(one.values()) for old in before)


def _changes(state: Path, version: str) -> pd.DataFrame:
    archive, manifest = (store.load(table, root=state) for table in ("vintage_month", "release"))
    return changed(archive, manifest, version)


def _kept(folder: Path, today: date, changes: dict[str, pd.DataFrame]) -> Path:
    """Write what changed as a table beside the releases."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"changed-{today}-{'-'.join(changes).replace(' ', '-')}"
    again = sum(1 for _ in folder.glob(f"{name}*.csv"))  # no report takes the place of an earlier one
    file = folder / (f"{name}-{again + 1}.csv" if again else f"{name}.csv")
    rows = pd.concat([part.assign(release=version) for version, part in changes.items()])
    rows.to_csv(file, index=False)
    return file


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
