"""Adopted texts brought in or taken away: the acts, how far they reach, and what is computed from them."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ewdash.data import adopted_texts, home, store
from ewdash.data.adopted_texts import Draft, Held
from ewdash.signals import run


def keep(made: Draft, *, today: date | None = None) -> Path:
    """Keep a file of texts and show the record with it, both or neither; return the folder shown.

    Args:
        made: The file as it was read.
        today: The day on which it is brought; by default the clock's, in UTC.

    Raises:
        ValueError: If it has no text to keep.
        UpdateRunningError: If another process changes what is kept.
        HomeUnusableError, EwdashError: If it cannot be written; what was shown stays.
    """
    if not made.reading.written:
        raise ValueError("nothing to keep")
    with tempfile.TemporaryDirectory(prefix="ewdash-") as folder:
        new = adopted_texts.written(Path(folder), made, today=today)
        return _shown(lambda: adopted_texts.joined([new]))


def remove(name: str) -> Path:
    """Take a file of texts away, and what it brought to the record; return the folder shown.

    Args:
        name: `Held.name`.

    Raises:
        UpdateRunningError: If another process changes what is kept.
        HomeUnusableError, EwdashError: If it cannot be written; what was shown stays.
    """
    return _shown(lambda: [one for one in adopted_texts.held() if one.name != name])


def _shown(files: Callable[[], list[Held]]) -> Path:
    """Make a state with these files of texts, and with the releases that the state before had; show it."""
    with home.changing():
        before, state = home.current(), home.begin()
        try:
            if before is not None and home.set_aside(before) in ("", "stale"):
                _copy(before, state)
            adopted_texts.write(state, files())
            if home.set_aside(state) == "stale":
                run.update(root=state)
            run.standing_of(state)
            home.adopt(state)
        finally:
            if state != home.current():
                shutil.rmtree(state, ignore_errors=True)
    return state


def _copy(before: Path, state: Path) -> None:
    """Copy the tables of a state, but for those that files of texts change or that rest on them."""
    left = (adopted_texts.FOLDER, store.UPDATE, *home.BROUGHT, *run.ON_ACTS)
    store.settle(root=before)
    for folder in before.iterdir():
        if folder.is_dir() and folder.name not in left and not folder.name.startswith(store.STAGING):
            shutil.copytree(folder, state / folder.name)
