"""Brings the computed tables up to date with the installed ones; the commands call this."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

from ewdash.data import store
from ewdash.data.build import columns, save_derived
from ewdash.model.datasets import Card
from ewdash.model.errors import EwdashError
from ewdash.model.situations import FINAL
from ewdash.signals import compute, inputs, standing

Progress = Callable[[str], None]
PRELIMINARY = "conflict_month_recent"
# What rests on the acts of the Councils.
ON_ACTS = tuple(table for table, (_, tables) in standing.STANDING.items() if "council_action" in tables)


def _nothing(part: str) -> None:
    del part


def _loader(root: Path) -> inputs.Load:
    return cache(lambda table: store.load(table, root=root))


def update(*, root: Path = store.DATA, fresh: bool = False, progress: Progress = _nothing) -> list[Card]:
    """Recompute signals and fans; final rows are kept as they are while their inputs are.

    Args:
        root: The data folder.
        fresh: Compute everything, even what has not changed.
        progress: Told the name of each part before it runs.
    """
    sources = store.stamps(compute.SOURCES, root=root)
    load = _loader(root)
    reusable = (
        {}
        if fresh
        else {table: _reusable_rows(table, sources, root) for table in ("signal_month", "forecast_month")}
    )
    progress("signals")
    signals = compute.signals(load, final_rows=reusable.get("signal_month"))
    progress("fans")
    fans = compute.fans(load, final_rows=reusable.get("forecast_month"))
    cards = save_derived({"signal_month": signals, "forecast_month": fans}, sources=sources, root=root)
    progress("standing")
    return cards + standing_of(root, fresh=fresh)


def standing_of(root: Path, *, fresh: bool = False) -> list[Card]:
    """Recompute what stands over all countries, where a table it comes from has changed."""
    load, cards = _loader(root), []
    for table, (make, tables) in standing.STANDING.items():
        sources = store.stamps(tables, root=root)
        installed = None if fresh else _installed(table, sources, root)
        cards += [installed] if installed else save_derived({table: make(load)}, sources=sources, root=root)
    return cards


def _installed(table: str, sources: tuple[str, ...], root: Path) -> Card | None:
    """Return the card of a table that is whole and was computed from these sources."""
    try:
        store.content(table, root=root)
        card = store.card(table, root=root)
    except EwdashError:
        return None
    return card if card.provenance.sources == sources else None


def _reusable_rows(table: str, sources: tuple[str, ...], root: Path) -> pd.DataFrame | None:
    """Return the final rows computed before, if they came from the same final tables."""
    try:
        before = store.card(table, root=root).provenance.sources
        rows = store.load(table, root=root)
    except EwdashError:
        return None
    same = {stamp for stamp in sources if not stamp.startswith(f"{PRELIMINARY} ")} <= set(before)
    same = same and set(rows.columns) == set(columns(table))
    return rows[rows["vintage"] == FINAL] if same else None


def evaluate(
    *, root: Path = store.DATA, peers: Path | None = None, progress: Progress = _nothing
) -> list[Card]:
    """Fit the scores, score everything, and bring signals and fans up to date with them.

    Args:
        root: The data folder.
        peers: Folder with the reader's copies of other people's warnings; without it the
            comparison made before stays as it is.
        progress: Told the name of each part before it runs.
    """
    from ewdash.analysis.scores import coefficient_table
    from ewdash.signals import evaluation, training
    from ewdash.signals.peers import compare

    tables = tuple(table for table in compute.SOURCES if table not in ("score_model", PRELIMINARY))
    progress("fit")
    sources = store.stamps(tables, root=root)  # before they are read: what changes since is told
    cards = save_derived(
        {"score_model": coefficient_table(training.fit(_loader(root)))}, sources=sources, root=root
    )
    # The track record rests on the final record: a new preliminary month leaves it as it is.
    final = tuple(table for table in compute.SOURCES if table != PRELIMINARY)
    sources = store.stamps(final, root=root)
    record, cases = evaluation.evaluate(_loader(root), progress=progress)
    cards += save_derived({"track_record": record, "track_case": cases}, sources=sources, root=root)
    if peers is not None:
        progress("peers")
        comparison = compare(peers, _loader(root))
        cards += save_derived({"track_peer": comparison}, sources=sources, root=root)
    return cards + update(root=root, progress=progress)
