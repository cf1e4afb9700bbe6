"""Check an installed table: its card, its digest, its layout and its schema."""

import importlib
from pathlib import Path

import pandera.errors

from ewdash.data import store
from ewdash.model.datasets import Card
from ewdash.model.errors import TableInvalidError


def check(table: str, *, root: Path = store.DATA) -> Card:
    """Return the card of a table that is as its card and schema say.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError, CardError: See `store`.
        TableInvalidError: If a row breaks the schema.
    """
    store.content(table, root=root)
    module = importlib.import_module(f"ewdash.data.tables.{table}")
    if hasattr(module, "SCHEMA"):
        try:
            module.SCHEMA.validate(store.load(table, root=root), lazy=True)
        except pandera.errors.SchemaErrors as error:
            raise TableInvalidError(table=table, reason=str(error.failure_cases.head(3))) from error
    return store.card(table, root=root)
