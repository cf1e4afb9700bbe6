"""Check an installed table: its card, its digest, its layout, its schema and its hand files."""

import importlib
from pathlib import Path

import pandera.errors

from ewdash.data import hand, store
from ewdash.model.datasets import Card
from ewdash.model.errors import TableInvalidError


def check(table: str, *, root: Path = store.DATA) -> Card:
    """Return the card of a table that is as its card and schema say.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError, CardError: See `store`.
        TableInvalidError: If a row breaks the schema.
        CodeUnknownError: If it holds a code that the table of countries lacks.
        HandLineError: If a line of a hand file that feeds it is not as documented.
        HandStaleError: If a hand file has changed since the table was built.
    """
    store.content(table, root=root)
    module = importlib.import_module(f"ewdash.data.tables.{table}")
    if hasattr(module, "SCHEMA"):
        try:
            module.SCHEMA.validate(store.load(table, root=root), lazy=True)
        except pandera.errors.SchemaErrors as error:
            raise TableInvalidError(table=table, reason=str(error.failure_cases.head(3))) from error
    card, folder = store.card(table, root=root), root / hand.FOLDER
    if hasattr(module, "SCHEMA"):
        countries = folder if folder.is_dir() else hand.HAND  # a folder of tables alone
        hand.known(table, store.load(table, root=root), countries)
    if hasattr(module, "LINES") and not (root / store.OVER).exists():  # hand files feed the repository's
        rows = store.load(table, root=root)
        for read in getattr(module, "JUDGED", {}).values():
            read(folder)
        module.joined(hand.compiled(rows), folder, lambda name: store.load(name, root=root))
        hand.current(table, card.provenance.sources, folder, judged=getattr(module, "JUDGED", ()))
    return card
