"""Build every table from the source files, with progress, or not at all."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pandera.errors

from ewdash.data import store
from ewdash.model.datasets import LAYOUTS, Card
from ewdash.model.errors import TableInvalidError

# Built only when named: its source is a package, not one of the files of figures.
APART = ("geometry",)
FIGURES = tuple(table for table in LAYOUTS if table not in APART)


def build(
    folder: Path,
    *,
    root: Path = store.DATA,
    tables: tuple[str, ...] = FIGURES,
    progress: Callable[[Card], None] = lambda card: None,
) -> None:
    """Build ``tables`` from ``folder`` into ``root``; the same input gives the same bytes.

    Raises:
        SourceMissingError, SourceLayoutError, SourceTotalError: If a source is not as expected.
        TableInvalidError: If a table breaks its schema.
    """
    for table in tables:
        module = importlib.import_module(f"ewdash.data.tables.{table}")
        if hasattr(module, "content"):
            data, rows, file = module.content(folder)
        else:
            try:
                frame = module.SCHEMA.validate(module.build(folder), lazy=True)
            except pandera.errors.SchemaErrors as error:
                raise TableInvalidError(table=table, reason=str(error.failure_cases.head(3))) from error
            data, rows, file = store.parquet_bytes(frame), len(frame), f"{table}.parquet"
        progress(store.save(table, data, rows=rows, file=file, provenance=module.PROVENANCE, root=root))
