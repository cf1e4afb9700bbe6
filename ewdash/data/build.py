"""Build every table from the source files, with progress, or not at all."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors

from ewdash.data import store
from ewdash.model.datasets import DERIVED, LAYOUTS, Card
from ewdash.model.errors import TableInvalidError

# Built only when named: its source is a package, not one of the files of figures.
APART = ("geometry",)
FIGURES = tuple(table for table in LAYOUTS if table not in (*APART, *DERIVED))


def build(
    folder: Path,
    *,
    root: Path = store.DATA,
    tables: tuple[str, ...] = FIGURES,
    started: Callable[[str], None] = lambda table: None,
    saved: Callable[[Card], None] = lambda card: None,
) -> None:
    """Build ``tables`` from ``folder`` into ``root``; the same input gives the same bytes.

    Nothing is written before every table is built, so a source that is refused changes nothing.

    Args:
        folder: Where the source files are.
        root: The data folder.
        tables: Which tables.
        started: Told each table's name before it is built.
        saved: Told each card once its table is written.

    Raises:
        SourceMissingError, SourceLayoutError, SourceTotalError: If a source is not as expected.
        TableInvalidError: If a table breaks its schema.
    """
    built = []
    for table in tables:
        started(table)
        built.append((table, *_built(table, folder)))
    for table, data, rows, file in built:
        provenance = _module(table).PROVENANCE
        saved(store.save(table, data, rows=rows, file=file, provenance=provenance, root=root))


def _module(table: str) -> Any:  # noqa: ANN401 - a module, by its convention (see `tables`)
    return importlib.import_module(f"ewdash.data.tables.{table}")


def _built(table: str, folder: Path) -> tuple[bytes, int, str]:
    """Return a table's bytes, rows and file name."""
    module = _module(table)
    if hasattr(module, "content"):
        content: tuple[bytes, int, str] = module.content(folder)
        return content
    return _written(table, module.build(folder))


def _written(table: str, frame: pd.DataFrame) -> tuple[bytes, int, str]:
    try:
        valid = _module(table).SCHEMA.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        raise TableInvalidError(table=table, reason=str(error.failure_cases.head(3))) from error
    return store.parquet_bytes(valid), len(valid), f"{table}.parquet"


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
    """
    ready = [(table, *_written(table, frame)) for table, frame in frames.items()]
    return [
        store.save(
            table,
            data,
            rows=rows,
            file=file,
            provenance=replace(_module(table).PROVENANCE, sources=sources),
            root=root,
        )
        for table, data, rows, file in ready
    ]
