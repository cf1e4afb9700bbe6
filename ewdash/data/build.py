"""Build every table from the source files, or those the hand files feed, with progress, or not at all."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors

from ewdash.data import hand, store
from ewdash.model.datasets import DERIVED, LAYOUTS, Card, Provenance
from ewdash.model.errors import SourceFolderError, TableInvalidError

# Built only when named: its source is a package, not one of the files of figures.
ON_REQUEST = ("geometry",)
FIGURES = tuple(table for table in LAYOUTS if table not in (*ON_REQUEST, *DERIVED))
UCDP = "from UCDP"  # how the version of a table begins that is computed from its figures
# Built without source files: from a hand file alone, or by joining one to the rows installed.
BY_HAND = (
    "council_action",
    "hrc_mechanism",
    "vote",
    "country",
    "country_set",
    "place_word",
    "case",
    "mechanism_access",
    "session",
    "record_reach",
    "mechanism_report",
    "revision",
    "event_exception",
    "mandate_term",
    "upr_due",
)


def build(
    folder: Path,
    *,
    root: Path = store.DATA,
    tables: tuple[str, ...] = FIGURES,
    started: Callable[[str], None] = lambda table: None,
    saved: Callable[[Card], None] = lambda card: None,
) -> None:
    """Build ``tables`` from ``folder`` into ``root``; the same input gives the same bytes.

    All tables are written or none: nothing before every table is built, so a source that is refused
    changes nothing.

    Args:
        folder: Where the source files are.
        root: The data folder.
        tables: Which tables.
        started: Told each table's name before it is built.
        saved: Told each card once the tables are written.

    Raises:
        SourceMissingError, SourceLayoutError, SourceTotalError: If a source is not as expected.
        CodeUnknownError: If a table holds a code that the table of countries lacks.
        TableInvalidError: If a table breaks its schema.
        TablesUnwritableError: If a file cannot be written.
    """
    outputs = []
    for table in tables:
        started(table)
        module = _module(table)
        # Stamped before it is read: an edit in between is told as an edit after the build.
        provenance = _stamped(module, module.PROVENANCE.sources, hand.HAND, _judged(module))
        outputs.append(store.Made(table, *_built(table, folder), provenance))
    for card in store.save(outputs, root=root):
        saved(card)


def rebuild(
    *,
    root: Path = store.DATA,
    tables: tuple[str, ...] = BY_HAND,
    started: Callable[[str], None] = lambda table: None,
    saved: Callable[[Card], None] = lambda card: None,
) -> None:
    """Build the tables that hand files feed, without source files.

    The compiled rows are those installed, as they were corrected and typed; the lines added by hand
    are those of now. All tables are written or none.

    Args:
        root: The data folder, with its folder of hand files.
        tables: Which tables.
        started: Told each table's name before it is built.
        saved: Told each card once the tables are written.

    Raises:
        SourceFolderError: If a table is not one of `BY_HAND`.
        HandLineError: If a line of a hand file is not as documented.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: If an installed table is not
            as its card says.
        TableInvalidError: If a table breaks its schema.
        TablesUnwritableError: If a file cannot be written.
    """
    for table in tables:
        if table not in BY_HAND:
            raise SourceFolderError(table=table)
    fresh: dict[str, pd.DataFrame] = {}
    outputs = []
    for table in sorted(tables, key=BY_HAND.index):
        started(table)
        module = _module(table)
        joins = hasattr(module, "LINES")
        basis = store.card(table, root=root).provenance if joins else module.PROVENANCE
        provenance = _stamped(module, basis.sources, root / hand.FOLDER)  # before it is read, as in `build`
        if joins:
            compiled = hand.compiled(store.load(table, root=root))
            load = lambda name: fresh[name] if name in fresh else store.load(name, root=root)  # noqa: E731
            fresh[table] = module.joined(compiled, root / hand.FOLDER, load)
        else:
            fresh[table] = module.build(root / hand.FOLDER)
        outputs.append(store.Made(table, *_serialised(table, fresh[table], root / hand.FOLDER), provenance))
    for card in store.save(outputs, root=root):
        saved(card)


def _judged(module: Any) -> tuple[str, ...]:  # noqa: ANN401 - a module, by its convention (see `tables`)
    """Return the hand files that only a build from the source files applies."""
    return tuple(getattr(module, "JUDGED", ()))


def _stamped(
    module: Any,  # noqa: ANN401 - a module, by its convention (see `tables`)
    sources: tuple[str, ...],
    folder: Path,
    judged: tuple[str, ...] = (),
) -> Provenance:
    """Return a module's provenance, its sources ending with the stamps of its hand files."""
    hand_files = (*judged, *getattr(module, "LINES", ()))
    others = [
        source for source in sources if source.removeprefix(hand.PREFIX).partition(" ")[0] not in hand_files
    ]
    provenance: Provenance = module.PROVENANCE
    return replace(provenance, sources=(*others, *(hand.stamp(folder, file) for file in hand_files)))


def _module(table: str) -> Any:  # noqa: ANN401 - a module, by its convention (see `tables`)
    return importlib.import_module(f"ewdash.data.tables.{table}")


def _built(table: str, folder: Path) -> tuple[bytes, int, str]:
    """Return a table's bytes, rows and file name."""
    module = _module(table)
    if hasattr(module, "content"):
        content: tuple[bytes, int, str] = module.content(folder)
        return content
    if not hasattr(module, "build"):  # all its rows are by hand
        return _serialised(table, module.joined(pd.DataFrame(), hand.HAND, store.load), hand.HAND)
    return _serialised(table, module.build(folder), hand.HAND)


def _serialised(table: str, frame: pd.DataFrame, folder: Path) -> tuple[bytes, int, str]:
    """Return a table's bytes, rows and file name, checked against its schema and the table of countries."""
    hand.known(table, frame, folder)
    try:
        valid = _module(table).SCHEMA.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        raise TableInvalidError(table=table, reason=str(error.failure_cases.head(3))) from error
    return store.parquet_bytes(valid), len(valid), f"{table}.parquet"


def made(table: str, frame: pd.DataFrame, provenance: Provenance, *, words: str = "") -> store.Made:
    """Return a table ready to be written, checked against its schema and the table of countries.

    Args:
        table: Its name.
        frame: Its rows.
        provenance: Where they come from.
        words: See `store.Made`.

    Raises:
        TableInvalidError: If a row breaks the schema.
        CodeUnknownError: If it holds a code that the table of countries lacks.
    """
    return store.Made(table, *_serialised(table, frame, hand.HAND), provenance, words)


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table's layout."""
    return tuple(_module(table).SCHEMA.columns)


def save_derived(
    frames: dict[str, pd.DataFrame], *, sources: tuple[str, ...], root: Path = store.DATA
) -> list[Card]:
    """Write tables computed from others, all or none, each naming the tables it came from.

    Args:
        frames: Table name to rows.
        sources: What they were computed from (`store.stamps`).
        root: The data folder.

    Raises:
        TableInvalidError: If a table breaks its schema.
        TablesUnwritableError: If a file cannot be written.
    """
    made = [
        store.Made(table, *_serialised(table, frame, hand.HAND), replace(_told(table, root), sources=sources))
        for table, frame in frames.items()
    ]
    return store.save(made, root=root)


def _told(table: str, root: Path) -> Provenance:
    """Return the provenance of a computed table, which over releases of one's own tells these."""
    provenance: Provenance = _module(table).PROVENANCE
    if not provenance.version.startswith(UCDP) or store.layers(root) == (root,):
        return provenance
    final = store.card("conflict_month", root=root).provenance
    recent = store.card("conflict_month_recent", root=root).provenance
    version = f"{UCDP} {final.version} and Candidate to {recent.covers_to:%Y-%m}"
    return replace(
        provenance, version=version, covers_to=recent.covers_to, accessed=max(final.accessed, recent.accessed)
    )
