"""Where a machine keeps the releases that its user loaded, apart from the tables of the repository.

The folder holds ``releases/``, the events of each release in the layout of `tables.conflict_event`,
and ``states/``, folders of tables that stand over those of the repository (`store.OVER`). ``current``
names the state that is shown; replacing that one file changes from one state to the next. ``copies/`` is
of `copies`: a user's own copies of other producers' data; ``cooperation/`` of `cooperation_files`,
``debates/`` of `debates`.
"""

import functools
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

import pandas as pd
import platformdirs

from ewdash.data import store
from ewdash.model.datasets import DERIVED, LAYOUTS
from ewdash.model.errors import EwdashError, HomeUnusableError, UpdateRunningError

T = TypeVar("T")
PLACE = "EWDASH_DATA"  # environment variable: the folder
CURRENT, STATES, RELEASES, LOCK = "current", "states", "releases", "lock.sqlite"
DOWNLOADS, COOPERATION, DEBATES = "downloads", "cooperation", "debates"
# Tables to which a file of adopted texts adds (`adopted_texts`).
BROUGHT = ("council_action", "record_reach", "vote")
# A state is older when one of these ends before the repository's.
JUDGED = ("release", "conflict_month", "conflict_year", "rights_year", "displacement_year")


def place() -> Path:
    """Return the folder: the one that the environment names, else the platform's own place."""
    return Path(os.environ.get(PLACE) or platformdirs.user_data_path("ewdash", appauthor=False))


def current() -> Path | None:
    """Return the folder of the user's newest tables; None where nothing was loaded."""
    try:
        name = (place() / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = place() / STATES / Path(name).name
    return folder if name and (folder / store.OVER).is_file() else None


def shown() -> Path:
    """Return the folder whose tables are shown: the user's, else the repository's.

    The user's tables give way where the repository's are of a newer release, or where they were
    written in another layout (`set_aside` says which).
    """
    folder = current()
    return store.DATA if folder is None or set_aside(folder) else folder


def set_aside(folder: Path) -> str:
    """Return why the tables of a state are not shown.

    Returns:
        ``damaged``, ``layout``, ``older`` (than the repository's), ``stale`` (computed from tables of
        the repository that have changed since), or nothing.
    """
    times = []
    for root in (folder, store.DATA):
        for table in LAYOUTS:
            with suppress(OSError):
                times.append((root / table / store.CARD).stat().st_mtime_ns)
    return _set_aside(folder, store.DATA, tuple(times))


def _of_other_acts(folder: Path, data: Path) -> bool:
    """Return whether acts that a user brought stand on other tables of the repository than are installed."""
    for table in BROUGHT:
        if store.layer(table, root=folder) == folder:
            stamp = store.stamps((table,), root=data)
            if not set(stamp) <= set(store.card(table, root=folder).provenance.sources):
                return True
    return False


@functools.lru_cache(maxsize=8)
def _set_aside(folder: Path, data: Path, times: tuple[int, ...]) -> str:
    del times  # with them a state is judged anew when its tables, or the repository's, have changed
    try:
        for table in LAYOUTS:
            if store.layer(table, root=folder) == folder:
                described = store.card(table, root=folder)
                if described.layout != LAYOUTS[table]:
                    return "layout"
        stale = _of_other_acts(folder, data) or any(
            store.outdated(
                store.card(table, root=folder), describe=functools.partial(store.card, root=folder)
            )
            for table in DERIVED
            if store.layer(table, root=folder) == folder
        )
        ends = [
            [store.card(table, root=root).provenance.covers_to for table in JUDGED] for root in (folder, data)
        ]
    except EwdashError:
        return "damaged"
    if any(own < built_in for own, built_in in zip(*ends, strict=True)):
        return "older"
    return "stale" if stale else ""


def kept(folder: Path, make: Callable[..., T]) -> list[T]:
    """Return what is kept in a folder: facts as JSON beside a Parquet file of the same name.

    Args:
        folder: The folder.
        make: Takes the facts, ``fetched`` as a day, and ``path`` of the Parquet file.

    Raises:
        HomeUnusableError: If facts are damaged.
    """
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            facts = json.loads(file.read_text(encoding="utf-8"))
            path = file.with_suffix(".parquet")
            one = make(**facts | {"fetched": date.fromisoformat(facts["fetched"]), "path": path})
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise HomeUnusableError(folder=place().name, reason=f"{file.name} is damaged") from error
        if path.is_file():
            found.append(one)
    return found


def keep(path: Path, facts: Mapping[str, str | int], *, target: Path) -> None:
    """Keep a Parquet file with its facts (inside `changing`); an older one of the name is replaced.

    Args:
        path: The file, which is moved.
        facts: What `kept` reads back.
        target: Its name among those kept.

    Raises:
        HomeUnusableError: If it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_suffix(".json.new")
        aside.write_text(json.dumps(dict(facts)), encoding="utf-8")
        path.replace(target)
        aside.replace(target.with_suffix(".json"))
    except OSError as error:
        raise HomeUnusableError(folder=place().name, reason=error.strerror or str(error)) from error


def keep_rows(rows: pd.DataFrame, facts: Mapping[str, str | int], *, name: str, layout: str) -> None:
    """Keep rows with their facts in a folder; older ones of the layout give way when these stand.

    Raises:
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be written; the older rows then stay.
    """
    with changing() as folder:
        try:
            with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=folder) as aside:
                path = Path(aside) / "rows.parquet"
                rows.to_parquet(path, index=False)
                keep(path, facts, target=folder / name / f"{layout}.parquet")
        except OSError as error:
            raise HomeUnusableError(folder=name, reason=error.strerror or str(error)) from error


def stamps(name: str) -> list[str]:
    """Identify what a folder of kept files holds by names and times, so that a changed file is read again."""
    found = []
    with suppress(OSError):
        for file in sorted((place() / name).iterdir()):
            found.append(f"{name}/{file.name} {file.stat().st_mtime_ns}")
    return found


def remove(name: str, layout: str) -> None:
    """Remove what is kept of a layout in a folder, damaged or not.

    Raises:
        UpdateRunningError: If another process changes the folder.
        HomeUnusableError: If it cannot be removed.
    """
    with changing() as folder:
        try:
            for ending in (".json", ".parquet"):
                (folder / name / f"{layout}{ending}").unlink(missing_ok=True)
        except OSError as error:
            raise HomeUnusableError(folder=name, reason=error.strerror or str(error)) from error


@contextmanager
def changing() -> Iterator[Path]:
    """Give the folder to one change at a time; whatever ends the process gives it back.

    Raises:
        UpdateRunningError: If another process is changing it.
        HomeUnusableError: If it cannot be written.
    """
    folder = place()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite locks on every platform, and the lock ends with the process that holds it.
        lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise HomeUnusableError(folder=folder.name, reason=str(error)) from error
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise UpdateRunningError(folder=folder.name) from error
            raise HomeUnusableError(folder=folder.name, reason=str(error)) from error
        yield folder


def begin() -> Path:
    """Return a new folder of tables over the repository's, which nobody reads yet (inside `changing`)."""
    states = place() / STATES
    try:
        states.mkdir(parents=True, exist_ok=True)
        _forget(current())
        folder = Path(tempfile.mkdtemp(prefix="state-", dir=states))
        (folder / store.OVER).touch()
    except OSError as error:
        raise HomeUnusableError(folder=place().name, reason=error.strerror or str(error)) from error
    return folder


def adopt(folder: Path) -> None:
    """Show the tables of a finished folder from now on; the ones before stay for those who read them."""
    before = current()
    try:
        aside = place() / f"{CURRENT}.new"
        aside.write_text(folder.name, encoding="utf-8")
        aside.replace(place() / CURRENT)
    except OSError as error:
        raise HomeUnusableError(folder=place().name, reason=error.strerror or str(error)) from error
    _forget(folder, before)


def _forget(*kept: Path | None) -> None:
    """Remove states that are neither shown nor the ones before."""
    with suppress(OSError):
        for folder in (place() / STATES).iterdir():
            if folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)


def forget_everything() -> None:
    """Return to the tables of the repository: what was loaded is removed (inside `changing`)."""
    with suppress(OSError):
        (place() / CURRENT).unlink()
    for name in (CURRENT, STATES, RELEASES, DOWNLOADS, COOPERATION, DEBATES):
        shutil.rmtree(place() / name, ignore_errors=True)
