"""Where single events are held: DuckDB over the installed file, or PostgreSQL and Spark at an address."""

import functools
import hashlib
import importlib
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urldefrag, urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from ewdash.data import store
from ewdash.model.datasets import LAYOUTS
from ewdash.model.errors import (
    DatasetDamagedError,
    DatasetMissingError,
    DatasetVersionError,
    EventsUnreachableError,
    TablesUnwritableError,
)

TABLE = "conflict_event"
ADDRESS = "EWDASH_EVENTS"  # of the engine that holds them; by default the installed file is read
# The columns of `tables.conflict_event.SCHEMA` as every engine answers them.
COLUMNS = {
    "event_id": "Int64",
    "iso3": "str",
    "date": "datetime64[us]",
    "date_end": "datetime64[us]",
    "month": "datetime64[us]",
    "type": "str",
    "dataset": "str",
    "release": "str",
    "review_status": "str",
    "conflict": "str",
    "dyad": "str",
    "side_a": "str",
    "side_b": "str",
    "admin1": "str",
    "place": "str",
    "latitude": "Float64",
    "longitude": "Float64",
    "where_prec": "Int64",
    "date_prec": "Int64",
    "deaths_best": "Int64",
    "deaths_low": "Int64",
    "deaths_high": "Int64",
    "deaths_civilians": "Int64",
}
MEMORY = "1GB"  # what DuckDB may use at once; beyond it, it goes on in files
SEALED = 64 << 20  # bytes up to which a file is checked against its card's digest; a larger one by its rows
ROW_GROUP = 122_880  # rows that are read, or skipped, together
ARRIVING = f"{TABLE}_arriving"  # the table of an engine that is not yet whole
SPARK = "pyspark"
ARRANGED = ".arranged"  # how the file aside ends that is not yet whole

Question = Callable[[Any], Any]  # from an Ibis table to an Ibis table
_LOCK = threading.Lock()  # of the one connection to an engine elsewhere


def ask(question: Question, *, root: Path) -> pa.Table:
    """Return what the engine of `EWDASH_EVENTS` answers, or without one the installed file.

    Args:
        question: From the table of events to the answer, both of Ibis.
        root: The data folder.

    Raises:
        EventsUnreachableError: If the engine cannot be reached or asked.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: If the file cannot be read.
    """
    address = os.environ.get(ADDRESS, "")
    return _elsewhere(address, question) if address else _in_file(root, question)


def arranged(source: Path, target: Path) -> int:
    """Write events to a file in the order that lets a question of one country skip the rest.

    The file is written aside and takes its place in one step: readers see the old one or the new one, and
    a write that is killed leaves the old one.

    Args:
        source: Parquet files with the columns of `COLUMNS` (a pattern is allowed).
        target: The file that is written.

    Returns:
        How many rows were written.

    Raises:
        TablesUnwritableError: If the file cannot be written.
        DatasetDamagedError: If the source cannot be read, or lacks a column.
    """
    import duckdb

    aside = target.with_name(f"{target.name}{ARRANGED}")
    kinds = {"str": "VARCHAR", "Int64": "BIGINT", "Float64": "DOUBLE", "datetime64[us]": "TIMESTAMP"}
    columns = ", ".join(f'CAST("{name}" AS {kinds[kind]}) AS "{name}"' for name, kind in COLUMNS.items())
    try:
        with _memory().cursor() as cursor:
            rows = cursor.execute(
                f"COPY (SELECT {columns} FROM read_parquet($source) ORDER BY iso3, date, event_id) "
                f"TO {_quoted(aside)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})",
                {"source": str(source)},
            ).fetchone()
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(target)
    except duckdb.IOException as error:
        raise TablesUnwritableError(reason=type(error).__name__) from error
    except duckdb.Error as error:
        raise DatasetDamagedError(table=TABLE) from error
    except OSError as error:
        raise TablesUnwritableError(reason=error.strerror or type(error).__name__) from error
    finally:
        aside.unlink(missing_ok=True)
    return int(rows[0]) if rows else 0


def copied(address: str, *, root: Path = store.DATA) -> int:
    """Copy the installed events to PostgreSQL, in place of those it holds: in one step, or not at all.

    Args:
        address: As `EWDASH_EVENTS` has it. Other engines read the file themselves.
        root: The data folder.

    Returns:
        How many rows it holds then.

    Raises:
        EventsUnreachableError: If it cannot be reached or written; what it held before then stays.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `Events`.
    """
    import psycopg

    kinds = {"str": "text", "Int64": "bigint", "Float64": "double precision", "datetime64[us]": "timestamp"}
    columns = ", ".join(f"{name} {kinds[kind]}" for name, kind in COLUMNS.items())
    file, rows = pq.ParquetFile(_whole(root)), 0
    try:
        with psycopg.connect(address) as connection, connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {ARRIVING} ({columns})")
            with cursor.copy(f"COPY {ARRIVING} FROM STDIN") as lines:
                for batch in file.iter_batches(ROW_GROUP // 4, columns=[*COLUMNS]):
                    for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                        lines.write_row(row)
                    rows += batch.num_rows
            cursor.execute(f"CREATE INDEX ON {ARRIVING} (iso3, date)")
            cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
            cursor.execute(f"ALTER TABLE {ARRIVING} RENAME TO {TABLE}")
    except psycopg.Error as error:
        raise EventsUnreachableError(engine=address.partition(":")[0]) from error
    return rows


def _quoted(path: object) -> str:
    """Return a path as a word of a sentence in SQL."""
    return "'" + str(path).replace("'", "''") + "'"


@functools.cache
def _memory() -> Any:  # noqa: ANN401
    """Return the one DuckDB of this process; each question takes a cursor of its own."""
    import duckdb

    settings: dict[str, Any] = {"memory_limit": MEMORY, "autoinstall_known_extensions": False}
    # DuckDB’s own cache was seen to take a file that had just been replaced for the one before.
    settings |= {"enable_external_file_cache": False}
    return duckdb.connect(config=settings | {"autoload_known_extensions": False})


def _in_file(root: Path, question: Question) -> pa.Table:
    """Answer from the installed file.

    A file that is replaced meanwhile is read to its end by who has it open; who comes between card and
    file looks again.
    """
    import duckdb
    import ibis

    for look in range(store.TRIES):
        time.sleep(look * store.PAUSE)
        last = look == store.TRIES - 1
        state = None
        try:
            path = _whole(root)
            state = _state(path)
            table = _view(path, state)
            answer: pa.Table = ibis.duckdb.from_connection(_memory().cursor()).to_pyarrow(question(table))
        except DatasetDamagedError:
            if last:
                raise
        except (duckdb.Error, OSError) as error:
            if last or (state is not None and state == _state(path)):  # no other file came meanwhile
                raise DatasetDamagedError(table=TABLE) from error
        else:
            return answer
    raise DatasetMissingError(table=TABLE)


def _state(path: Path) -> int | None:
    """Return what tells one state of a file from the next; None where there is no file now."""
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return None


@functools.lru_cache(maxsize=8)
def _view(path: Path, changed: int | None) -> Any:  # noqa: ANN401
    """Return the table of a file, which every cursor finds: looked at once for each state of it."""
    import ibis

    name = f"{TABLE}_{hashlib.sha256(f'{path} {changed}'.encode()).hexdigest()[:16]}"
    with _memory().cursor() as cursor:
        pattern = _quoted(_pattern(path))
        cursor.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet({pattern})")
        schema = ibis.duckdb.from_connection(cursor).table(name).schema()
    return ibis.table(schema, name=name)


def _pattern(path: Path) -> str:
    """Return a path as DuckDB's pattern that fits it alone."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))


def _whole(root: Path) -> Path:
    """Return the file of the events, once it is the one its card describes."""
    card = store.card(TABLE, root=root)
    if card.layout != LAYOUTS[TABLE]:
        raise DatasetVersionError(table=TABLE, found=card.layout, expected=LAYOUTS[TABLE])
    path = store.path(TABLE, root=root)
    stat = path.stat()
    if _seal(path, stat.st_mtime_ns, stat.st_size) not in (card.sha256, card.rows):
        raise DatasetDamagedError(table=TABLE)
    return path


@functools.lru_cache(maxsize=8)
def _seal(path: Path, changed: int, size: int) -> str | int:
    """Return the digest of a file, of a large one its rows: once for each state of it."""
    del changed
    if size <= SEALED:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    try:
        return int(pq.read_metadata(path).num_rows)
    except pa.ArrowInvalid as error:
        raise DatasetDamagedError(table=TABLE) from error


def _elsewhere(address: str, question: Question) -> pa.Table:
    """Answer from the engine of an address; a connection that was lost is made once more."""
    with _LOCK:
        for last in (False, True):
            try:
                answer: pa.Table = question(_table(address)).to_pyarrow()
            except _faults(address) as error:
                _table.cache_clear()
                if last:  # neither the address, which may hold a password, nor what the engine says
                    raise EventsUnreachableError(engine=address.partition(":")[0]) from error
            else:
                return answer
    raise EventsUnreachableError(engine=address.partition(":")[0])


@functools.lru_cache(maxsize=1)
def _table(address: str) -> Any:  # noqa: ANN401
    """Return the table of events of an engine: by its name, or the files after a “#”."""
    import ibis

    place, files = urldefrag(address)
    engine = _spark(place) if place.startswith(SPARK) else ibis.connect(place)
    return engine.read_parquet(files, table_name=TABLE) if files else engine.table(TABLE)


def _spark(place: str) -> Any:  # noqa: ANN401
    """Return Spark with the settings of an address, the master among them, which Ibis sets too late."""
    import ibis
    from pyspark.sql import SparkSession

    builder = SparkSession.builder
    for name, value in parse_qsl(urlsplit(place).query):
        builder = builder.config(name, value)
    return ibis.pyspark.connect(builder.getOrCreate())


def _faults(address: str) -> tuple[type[Exception], ...]:
    """Return what Ibis and the driver of an engine raise."""
    from ibis.common.exceptions import IbisError, TableNotFound

    drivers = {
        "postgres": ("psycopg", "Error"),
        "postgresql": ("psycopg", "Error"),
        SPARK: ("pyspark.errors", "PySparkException"),
        "duckdb": ("duckdb", "Error"),
    }
    found: tuple[type[Exception], ...] = (IbisError, TableNotFound, ImportError, OSError, ValueError)
    module, fault = drivers.get(address.partition(":")[0], ("", ""))
    with suppress(ImportError):
        if module:
            found += (getattr(importlib.import_module(module), fault),)
    return found
