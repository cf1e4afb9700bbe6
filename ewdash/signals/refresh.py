"""Releases brought in: read, checked, made into tables with their signals, and shown all at once."""

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from ewdash.analysis.release_changes import changed
from ewdash.data import fetching, home, layouts, release_checks, releases, store
from ewdash.data.events import ROW_GROUP
from ewdash.data.releases import Held
from ewdash.i18n import translate
from ewdash.model import releases as releases_of
from ewdash.model.errors import HomeUnusableError, ReleaseRefusedError
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
        versions: The releases that are new.
        readings: What each of their files held, by version.
        changes: Version -> `release_changes.changed`.
        file: Where the changes are kept as a table; None where nothing is new.
    """

    versions: tuple[str, ...]
    readings: dict[str, layouts.Reading]
    changes: dict[str, pd.DataFrame]
    file: Path | None

    def lines(self) -> list[str]:
        """Say what was done, a line each."""
        if not self.versions:
            return [translate("cli-update-none")]
        said = []
        for version, reading in self.readings.items():
            facts = {name: getattr(reading, name) for name in ("rows", "kept", "refused", "repeated")}
            said.append(
                translate("cli-update-done", version=version, changed=len(self.changes[version]), **facts)
            )
            said += [
                translate(
                    "cli-update-unknown", code=one.code, name=one.name, rows=one.rows, deaths=one.deaths or 0
                )
                for one in reading.unknown
            ]
        return [*said, translate("cli-update-report", file=str(self.file))]


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
    with home.changing() as place:
        try:
            downloads.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise HomeUnusableError(folder=place.name, reason=error.strerror or str(error)) from error
        wanted = _fetched(downloads, today, history, progress)
        try:
            return _install(place, wanted, today=today, accept=accept, progress=progress)
        finally:
            shutil.rmtree(downloads, ignore_errors=True)  # what was refused is fetched anew, not read again


def _fetched(downloads: Path, today: date, history: bool, progress: Progress) -> list[Path]:
    """Fetch what tells of months that no release of the same rank at hand tells of."""
    manifest = store.load("release", root=home.shown())
    at_hand = [releases_of.parse(name) for name in manifest[manifest["dataset"] != "country_year"]["version"]]
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
    files: Iterable[Path], *, today: date, accept: bool = False, progress: Progress = _nothing
) -> Report:
    """Make files of releases part of what is shown, all or none.

    Args:
        files: Files of events as the producer publishes them.
        today: The last day on which anything can have happened.
        accept: Whether totals that are unlike those before are taken all the same.
        progress: Told what is being done and its share.

    Raises:
        ReleaseRefusedError: If a file is no release, another than its name says, or absurd.
        EwdashError: If it cannot be read, or the tables cannot be written; what was shown stays.
    """
    with home.changing() as place:
        return _install(place, files, today=today, accept=accept, progress=progress)


def _install(place: Path, files: Iterable[Path], *, today: date, accept: bool, progress: Progress) -> Report:
    """Do what `install` says, inside `home.changing`."""
    for left in place.glob(f"{READING}*"):  # by a process that was killed: this one alone is here
        shutil.rmtree(left, ignore_errors=True)
    workshop = Path(tempfile.mkdtemp(prefix=READING, dir=place))
    state = None
    try:
        new: list[Held] = []
        readings = {}
        for number, file in enumerate(files):
            into = workshop / f"{number}.parquet"
            reading, one = _read(file, into, today, [*new], accept, progress)
            new.append(one)
            readings[one.version] = reading
        if not new:
            return Report((), {}, {}, None)
        state = home.begin()
        progress("tables", 0.0)
        releases.write(state, releases.joined(new))
        run.update(root=state, progress=lambda part: progress(part, 0.0))
        changes = {one.version: _changes(state, one.version) for one in new}
        for one in new:
            releases.keep(one)
        file = _kept(place / REPORTS, today, changes)
        home.adopt(state)
    except BaseException:
        if state is not None:
            shutil.rmtree(state, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)

    return Report(tuple(one.version for one in new), readings, changes, file)


def _read(
    file: Path, into: Path, today: date, new: list[Held], accept: bool, progress: Progress
) -> tuple[layouts.Reading, Held]:
    """Read one file into the layout of events, and refuse what cannot be a release."""
    raw = into.with_suffix(".raw")
    reading = layouts.read(
        file,
        into=raw,
        countries=store.load("country"),
        today=today,
        progress=lambda share: progress(file.name, share),
    )
    release_checks.form(reading, file=file.name)
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


def _changes(state: Path, version: str) -> pd.DataFrame:
    archive, manifest = (store.load(table, root=state) for table in ("vintage_month", "release"))
    return changed(archive, manifest, version)


def _kept(folder: Path, today: date, changes: dict[str, pd.DataFrame]) -> Path:
    """Write what changed as a table beside the releases."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"changed-{today}-{'-'.join(changes)}"
    again = sum(1 for _ in folder.glob(f"{name}*.csv"))  # no report takes the place of an earlier one
    file = folder / (f"{name}-{again + 1}.csv" if again else f"{name}.csv")
    rows = pd.concat([part.assign(release=version) for version, part in changes.items()])
    rows.to_csv(file, index=False)
    return file


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
