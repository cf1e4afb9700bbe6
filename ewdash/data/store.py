"""Tables on disk: bytes that depend on the figures alone, a card beside each, never half-written."""

import hashlib
import io
import os
import shutil
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import tomli_w

from ewdash.data import overrides
from ewdash.i18n import has, translate
from ewdash.model.datasets import LAYOUTS, Card, Provenance
from ewdash.model.errors import (
    CardError,
    DatasetDamagedError,
    DatasetMissingError,
    DatasetVersionError,
    StaleSignalsError,
    TablesUnwritableError,
)

DATA = Path(__file__).resolve().parents[2] / "data"
CARD = "card.toml"
UPDATE = ".update"  # folder of the files of a finished write that are not yet in their own folders
STAGING = ".writing-"  # how the folder of a write begins that is not finished
MAX_AGE = 3600  # seconds after which such a folder is of a write that was killed
# Looks at a table before it is held for damaged, each so many seconds later than the one before: an
# update may come between card and file.
TRIES, PAUSE = 8, 0.01
OVER = "over-the-repository"  # marks a folder whose missing tables are those of the repository


@dataclass(frozen=True)
class Made:
    """A table that is ready to be written.

    ``content`` is its bytes, or a finished file of the same file system, which is moved. ``words`` is
    the name by which the catalogue has its card, where that is not the table's.
    """

    table: str
    content: bytes | Path
    rows: int
    file: str
    provenance: Provenance
    words: str = ""


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Return ``frame`` as Parquet (zstd); the same figures give the same bytes, however words are held."""
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    large = [
        field.with_type(pa.large_string()) if field.type == pa.string() else field for field in table.schema
    ]
    table = table.cast(pa.schema(large))
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd", compression_level=19)
    return buffer.getvalue()


def caveats(table: str) -> tuple[str, ...]:
    """Return the caveats of a table in the catalogue's order."""
    return _caveats(_words(table))


def _words(table: str) -> str:
    return f"card-{table.replace('_', '-')}"


def _caveats(words: str) -> tuple[str, ...]:
    prefix = f"{words}.caveat-"
    sentences: list[str] = []
    while has(f"{prefix}{len(sentences) + 1}"):
        sentences.append(translate(f"{prefix}{len(sentences) + 1}"))
    return tuple(sentences)


def save(tables: Sequence[Made], *, root: Path = DATA) -> list[Card]:
    """Write tables with their cards, all or none.

    All files are written to a folder aside, which one renaming makes `UPDATE`. From that instant on
    readers find every new file, there or in its own folder, and before it none; so whatever ends the
    write, and wherever, nobody meets a table of one state with a card of another. Files keep their plain
    names, because a table whose name carried its digest would be a new file in every commit.

    Raises:
        CardError: If the catalogue has no title, unit or caveat for a table.
        TablesUnwritableError: If a file cannot be written; the tables are then as they were.
    """
    cards = {table.table: _card_bytes(table) for table in tables}
    files: dict[Path, bytes | Path] = {}
    for table in tables:
        files[Path(table.table) / table.file] = table.content
        files[Path(table.table) / CARD] = cards[table.table]
    try:
        root.mkdir(parents=True, exist_ok=True)
        _sweep(root)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=root))
        try:
            staging.chmod(0o755)
            for path, data in files.items():
                (staging / path.parent).mkdir(exist_ok=True)
                _write(staging / path, data)
            for folder in (*staging.iterdir(), staging):
                _last(folder)
            settle(root=root)  # what an earlier write left there
            staging.rename(root / UPDATE)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise TablesUnwritableError(reason=error.strerror or type(error).__name__) from error
    with suppress(OSError):  # the update stands, whatever becomes of the rest
        _last(root)
    settle(root=root)
    return [_card(table, content) for table, content in cards.items()]


def settle(*, root: Path = DATA) -> None:
    """Move the files of a finished update to their folders, as far as this process may.

    Any process may do it, at any time and several at once: a file is found in either place (see `_find`).
    """
    update = root / UPDATE
    if not update.is_dir():
        return
    for file in _listed(update, "*/*"):
        # Moved by another process, open in one (Windows), or not ours to move: it is read where it is.
        with suppress(OSError):
            (root / file.parent.name).mkdir(exist_ok=True)
            file.replace(root / file.parent.name / file.name)
    for folder in (*_listed(update, "*"), update):
        with suppress(OSError):
            folder.rmdir()


def _listed(folder: Path, pattern: str) -> list[Path]:
    """Return what is in a folder; nothing where it is no longer there, or closed to this process."""
    with suppress(OSError):
        return sorted(folder.glob(pattern))
    return []


def files(table: str, *, root: Path = DATA) -> list[Path]:
    """Return the files of a table, those of an update that is not settled among them."""
    return [path for folder in _folders(table, root) for path in _listed(folder, "*")]


def _folders(table: str, root: Path) -> list[Path]:
    return [folder / table for base in layers(root) for folder in (base / UPDATE, base)]


def layers(root: Path) -> tuple[Path, ...]:
    """Return where a table is looked for: in a folder, and in the repository's where it is marked `OVER`."""
    return (root, DATA) if (root / OVER).exists() else (root,)


def layer(table: str, *, root: Path = DATA) -> Path:
    """Return the folder of `layers` that holds a table; the last where none does."""
    for base in layers(root):
        if any((folder / table / CARD).is_file() for folder in (base / UPDATE, base)):
            return base
    return layers(root)[-1]


def digest(content: bytes | Path) -> str:
    """Return the SHA-256 digest of bytes or of a file."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _find(table: str, name: str, root: Path) -> bytes | None:
    """Return a file of a table: of an update that is not settled first, else of its own folder."""
    for base in layers(root):
        settle(root=base)
    for folder in _folders(table, root):
        with suppress(FileNotFoundError):  # moved on since: then it is in the second
            if (folder / name).is_file():
                return (folder / name).read_bytes()
    return None


def _write(path: Path, content: bytes | Path) -> None:
    if isinstance(content, Path):
        content.replace(path)
        return
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _last(folder: Path) -> None:
    """Make the names in a folder last through a power failure, where the system offers that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(root: Path) -> None:
    """Remove what killed writes left aside: older than any write lasts."""
    for folder in _listed(root, f"{STAGING}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > MAX_AGE:
                shutil.rmtree(folder)


def _card_bytes(table: Made) -> bytes:
    """Return the card of a table as TOML."""
    name = _words(table.words or table.table)
    for part, field in ((name, "title"), (f"{name}.unit", "unit"), (f"{name}.caveat-1", "caveats")):
        if not has(part):
            raise CardError(table=table.table, field=field)
    facts: dict[str, Any] = {
        "title": translate(name),
        "unit": translate(f"{name}.unit"),
        "caveats": list(_caveats(name)),
        **{
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(table.provenance).items()
        },
        "layout": LAYOUTS[table.table],
        "rows": table.rows,
        "file": table.file,
        "sha256": digest(table.content),
    }
    return tomli_w.dumps(facts).encode()


def card(table: str, *, root: Path = DATA) -> Card:
    """Return the provenance card of a table.

    Raises:
        DatasetMissingError: If the table has no card.
        CardError: If the card lacks a field, or holds something else there.
    """
    data = _find(table, CARD, root)
    if data is None:
        raise DatasetMissingError(table=table)
    return _card(table, data)


def _card(table: str, content: bytes) -> Card:
    try:
        facts = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(table=table, field="toml") from error
    facts |= {"table": table, "provenance": Provenance(**_declared(table, facts, Provenance))}
    return Card(**_declared(table, facts, Card))


def _declared(table: str, facts: dict[str, Any], kind: type) -> dict[str, Any]:
    """Return the facts of a card that a dataclass takes, each of the type it says."""
    values: dict[str, Any] = {}
    for field in fields(kind):
        value: Any = facts.get(field.name)
        if field.type == tuple[str, ...]:
            fits = type(value) is list and all(type(line) is str for line in value)
            value = tuple(value) if fits else value
        else:
            fits = type(value) is field.type  # a moment is no day, and “yes” no number
        if not fits:
            raise CardError(table=table, field=field.name)
        values[field.name] = value
    return values


def content(table: str, *, root: Path = DATA) -> bytes:
    """Return a table's bytes, checked against its card.

    Raises:
        DatasetMissingError: If the table or its card is not there.
        DatasetVersionError: If it was built in another layout.
        DatasetDamagedError: If its bytes are not the ones the card declares.
    """
    for look in range(TRIES):
        time.sleep(look * PAUSE)
        described = card(table, root=root)
        if described.layout != LAYOUTS[table]:
            raise DatasetVersionError(table=table, found=described.layout, expected=LAYOUTS[table])
        data = _find(table, Path(described.file).name, root)
        if data is not None and hashlib.sha256(data).hexdigest() == described.sha256:
            return data
        if look == TRIES - 1 and data is None:
            raise DatasetMissingError(table=table)
    raise DatasetDamagedError(table=table)


def load(table: str, *, root: Path = DATA) -> pd.DataFrame:
    """Return a registered table as the build wrote it.

    The digest stands for the schema: the build validated exactly these bytes.

    Raises:
        KeyError: If no table of that name is registered.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `content`.
    """
    if table in overrides.READ:  # what its users write
        return overrides.READ[table]()
    return pd.read_parquet(io.BytesIO(content(table, root=root)))


def path(table: str, *, root: Path = DATA) -> Path:
    """Return the file of a table, for those who read parts of it.

    Raises:
        DatasetMissingError, CardError: See `card`.
        DatasetVersionError: If it was built in another layout.
    """
    described = card(table, root=root)
    if described.layout != LAYOUTS[table]:
        raise DatasetVersionError(table=table, found=described.layout, expected=LAYOUTS[table])
    for folder in _folders(table, root):
        file = folder / Path(described.file).name
        if file.is_file():
            return file
    raise DatasetMissingError(table=table)


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
