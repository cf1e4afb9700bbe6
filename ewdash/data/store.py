"""Tables on disk: bytes that depend on the figures alone, a card beside each, never half-written."""

import hashlib
import io
import os
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import tomli_w

from ewdash.data import overrides
from ewdash.model.datasets import LAYOUTS, Card, Provenance
from ewdash.model.errors import (
    CardError,
    DatasetDamagedError,
    DatasetMissingError,
    DatasetVersionError,
    StaleSignalsError,
)
from ewdash.model.words import has, say

DATA = Path(__file__).resolve().parents[2] / "data"


def write_file(path: Path, content: bytes) -> None:
    """Replace ``path`` at once: an interrupted write leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Return ``frame`` as Parquet (zstd); the same figures give the same bytes."""
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd", compression_level=19)
    return buffer.getvalue()


def caveats(table: str) -> tuple[str, ...]:
    """Return the caveats of a table in the catalogue's order."""
    prefix = f"card-{table.replace('_', '-')}.caveat-"
    found: list[str] = []
    while has(f"{prefix}{len(found) + 1}"):
        found.append(say(f"{prefix}{len(found) + 1}"))
    return tuple(found)


def save(
    table: str, content: bytes, *, rows: int, file: str, provenance: Provenance, root: Path = DATA
) -> Card:
    """Write a table's bytes and its card.

    Raises:
        CardError: If the catalogue has no title, unit or caveat for the table.
    """
    name = f"card-{table.replace('_', '-')}"
    for part, field in ((name, "title"), (f"{name}.unit", "unit"), (f"{name}.caveat-1", "caveats")):
        if not has(part):
            raise CardError(table=table, field=field)
    facts: dict[str, Any] = {
        "title": say(name),
        "unit": say(f"{name}.unit"),
        "caveats": list(caveats(table)),
        **{
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(provenance).items()
        },
        "layout": LAYOUTS[table],
        "rows": rows,
        "file": file,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    write_file(root / table / file, content)
    write_file(root / table / "card.toml", tomli_w.dumps(facts).encode())
    return card(table, root=root)


def card(table: str, *, root: Path = DATA) -> Card:
    """Return the provenance card of a table.

    Raises:
        DatasetMissingError: If the table has no card.
        CardError: If the card lacks a field, or holds something else there.
    """
    path = root / table / "card.toml"
    if not path.exists():
        raise DatasetMissingError(table=table)
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(table=table, field="toml") from error
    facts |= {"table": table, "provenance": Provenance(**_declared(table, facts, Provenance))}
    return Card(**_declared(table, facts, Card))


def _declared(table: str, facts: dict[str, Any], kind: type) -> dict[str, Any]:
    """Return the facts of a card that a dataclass takes, each of the type it says."""
    found: dict[str, Any] = {}
    for field in fields(kind):
        value: Any = facts.get(field.name)
        if field.type == tuple[str, ...]:
            fits = type(value) is list and all(type(line) is str for line in value)
            value = tuple(value) if fits else value
        else:
            fits = type(value) is field.type  # a moment is no day, and “yes” no number
        if not fits:
            raise CardError(table=table, field=field.name)
        found[field.name] = value
    return found


def content(table: str, *, root: Path = DATA) -> bytes:
    """Return a table's bytes, checked against its card.

    Raises:
        DatasetMissingError: If the table or its card is not there.
        DatasetVersionError: If it was built in another layout.
        DatasetDamagedError: If its bytes are not the ones the card declares.
    """
    described = card(table, root=root)
    if described.layout != LAYOUTS[table]:
        raise DatasetVersionError(table=table, found=described.layout, expected=LAYOUTS[table])
    path = root / table / Path(described.file).name
    if not path.is_file():
        raise DatasetMissingError(table=table)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != described.sha256:
        raise DatasetDamagedError(table=table)
    return data


def load(table: str, *, root: Path = DATA) -> pd.DataFrame:
    """Return a registered table as the build wrote it.

    The digest stands for the schema: the build validated exactly these bytes.

    Raises:
        KeyError: If no table of that name is registered.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `content`.
    """
    if table == overrides.TABLE:  # the one table that its users write
        return overrides.load()
    return pd.read_parquet(io.BytesIO(content(table, root=root)))


def stamps(tables: tuple[str, ...], *, root: Path = DATA) -> tuple[str, ...]:
    """Return each table's name and the start of its digest: what a derived table was computed from."""
    return tuple(f"{table} {card(table, root=root).sha256[:12]}" for table in tables)


def outdated(described: Card, *, describe: Callable[[str], Card] = card) -> bool:
    """Return whether a table that a computed one came from has changed since."""
    stamped = (stamp.partition(" ") for stamp in described.provenance.sources)
    return any(not describe(name).sha256.startswith(digest) for name, _, digest in stamped)


def current(described: Card, *, describe: Callable[[str], Card] = card) -> Card:
    """Return the card of a computed table that came from the installed ones.

    Raises:
        StaleSignalsError: If a table it was computed from has changed since.
    """
    if outdated(described, describe=describe):
        raise StaleSignalsError(table=described.table)
    return described
