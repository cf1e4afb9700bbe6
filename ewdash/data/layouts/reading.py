"""A file of a known layout becomes one Parquet file of our normal form; what is refused is told.

The work is DuckDB's, in three passes that never hold the rows in memory: the cells become typed rows in a
file of the workshop, each with its fault; the faults, repeated ids and unknown codes are counted; the good
rows are written and the file is renamed into its place. The workshop is a folder beside that place and is
removed whatever happens; one that a killed reading has left is removed by the next.
"""

import glob
import os
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from ewdash.data.layouts import files, recognition, tidy, ucdp_events
from ewdash.data.layouts.countries import codes
from ewdash.data.layouts.layout import MACROS, Query
from ewdash.data.layouts.recognition import Recognised
from ewdash.i18n import repeated, translate
from ewdash.model.errors import FileUnreadableError, ReadingUnwritableError

MAX_REFUSALS = 1000  # told row by row; the rest are counted by reason
MAX_CELL = 200  # characters of a refused cell that are kept
MAX_SORTED = 2_000_000  # rows that are put in order; above, the order of the file stays
MEMORY = "1200MB"
MAX_MARKS = 300_000_000  # bytes, one for each number between the least and the greatest id
WORKSHOP, MAX_AGE = ".reading-", 6 * 3600  # seconds after which a workshop is of a reading that was killed
PAUSE = 0.1  # seconds between two reports of progress
REJECTED = {"UNQUOTED VALUE": "quote", "LINE SIZE OVER MAXIMUM": "long", "INVALID ENCODING": "letters"}
# Errors of the disk and of our own statements, which no other way of reading mends.
OURS = (
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.ParserException,
)

Watch = Callable[[float], None]


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken.

    Attributes:
        row: Its number as a spreadsheet counts rows: the heading is 1, a cell may hold several lines.
        column: The heading of the cell at fault; empty where it is the row as a whole.
        value: The cell as it stands, at most `MAX_CELL` characters; it is another's text, never markup.
        reason: A key of the vocabulary (`refusal-<reason>`).
    """

    row: int
    column: str
    value: str
    reason: str

    @property
    def sentence(self) -> str:
        """What is wrong with the cell, in words."""
        return translate(f"refusal-{self.reason}", column=repeated(self.column), value=repeated(self.value))


@dataclass(frozen=True)
class Unknown:
    """A code that the table of countries lacks: its name in the file, rows, and deaths if any."""

    code: str
    name: str
    rows: int
    deaths: int | None


@dataclass(frozen=True)
class Reading:
    """What a file held. ``rows = kept + refused + repeated + rows of unknown codes + rows left aside``.

    A row that speaks of two countries (refugees: origin and asylum) is kept where one is known, and counted
    under the other's code where that is unknown.

    Attributes:
        layout: Key of the layout.
        rows: Rows of the file, without heading and blank lines.
        kept: Rows of the file that the result stands for.
        written: Rows of the result; other than ``kept`` where rows are added up or hold several measures.
        refused: Rows refused.
        reasons: Reason -> rows refused for it; they add up to ``refused``.
        refusals: The first `MAX_REFUSALS` of them, in the order of the file.
        repeated: Rows that gave way to a later one of the same id.
        unknown: Codes that the table of countries lacks, most deaths first.
        aside: Reason (`aside-<reason>`) -> rows that are right but no part of the result.
        counts: What else was counted among the rows kept, by name (`counted-<name>`).
        first: First day of the rows kept, None without rows.
        last: Last day.
        deaths: Deaths (best estimate) of the rows kept, None where the layout counts none.
        sha256: Digest of the file as it was brought.
    """

    layout: str
    rows: int
    kept: int
    written: int
    refused: int
    reasons: Mapping[str, int]
    refusals: tuple[Refusal, ...]
    repeated: int
    unknown: tuple[Unknown, ...]
    aside: Mapping[str, int]
    counts: Mapping[str, int]
    first: date | None
    last: date | None
    deaths: int | None
    sha256: str

    def told(self) -> list[tuple[str, int]]:
        """Return what was refused, left aside and counted, in words, each with its rows; most first."""
        refused = [(translate(f"refused-{reason}"), rows) for reason, rows in self.reasons.items()]
        aside = [(translate(f"aside-{reason}"), rows) for reason, rows in self.aside.items()]
        counted = [
            (translate(f"counted-{what.replace('_', '-')}"), rows)
            for what, rows in self.counts.items()
            if rows
        ]
        return [line for part in (refused, aside, counted) for line in sorted(part, key=lambda one: -one[1])]


@dataclass
class _Work:
    """A reading under way: its database, its folder and how far it is."""

    con: duckdb.DuckDBPyConnection
    folder: Path
    progress: Watch
    name: str  # of the file, for sentences
    rejected: dict[int, tuple[str, str]] = field(default_factory=dict)

    def part(self, begin: float, end: float) -> Watch:
        return lambda share: self.progress(begin + (end - begin) * min(max(share, 0.0), 1.0))

    def run(self, sql: str, watch: Watch) -> None:
        """Run a statement and report how far it is; an error of the watcher stops it."""
        raised: list[BaseException] = []

        def work() -> None:
            try:
                self.con.execute(sql)
            except BaseException as error:
                raised.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(PAUSE)
                done = self.con.query_progress()
                if done > 0:
                    watch(done / 100)
        except BaseException:
            self.con.interrupt()
            thread.join()
            raise
        if raised:
            raise raised[0]
        watch(1.0)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.con.execute(sql).fetchall()


def read(
    path: Path,
    *,
    into: Path,
    countries: pd.DataFrame,
    release: str = "",
    dataset: str = "",
    today: date | None = None,
    progress: Watch = lambda share: None,
) -> Reading:
    """Read a file of a known layout and write its good rows in our normal form.

    Bad rows never stop good ones: the caller looks at the reading and decides. Nothing is written to
    ``into`` unless the whole file was read; what was there before stays until then.

    Args:
        path: The file, of any name.
        into: The Parquet file to write (zstd): `conflict_event.SCHEMA` for UCDP events, `tidy.COLUMNS`
            for the rest.
        countries: The table ``country``: ``iso3``, ``kind`` and ``ucdp_id``.
        release: Version of UCDP events, such as 26.0.7 or 26.1; written to each row.
        dataset: ``history`` or ``candidate``; by default that of the release, and without one
            ``candidate`` where an event is still under review.
        today: The last day on which something can have happened; by default the clock's.
        progress: Told the share done, 0 to 1. What it raises stops the reading.

    Raises:
        FileUnreadableError: If the file is no table, damaged or locked.
        FileTooLargeError: If it holds or unfolds to more than the bounds.
        LayoutUnknownError: If its columns are those of no layout we know.
        LayoutIncompleteError: If columns of the nearest layout are missing.
        HeadingTwiceError: If a column that is needed stands in it twice.
        ReadingUnwritableError: If the result cannot be written.
    """
    if today is None:
        today = datetime.now(UTC).date()
    with _workshop(into) as folder, _database(folder) as con, ThreadPoolExecutor(1) as aside:
        work = _Work(con, folder, progress, path.name)
        found = recognition.shape_of(path)
        digest = aside.submit(files.digest, path)  # while the rest is checked
        unpacked = files.unpack(path, found, folder, work.part(0.05, 0.1))
        recognised = recognition.of(path, found, unpacked)
        table = files.table(unpacked, found, recognised.sheet, folder, work.part(0.1, 0.15))
        query = recognised.layout.query(frozenset(recognised.columns))
        con.execute("SET VARIABLE release = ?", [release])
        con.execute("SET VARIABLE today = ?", [today])
        try:
            _stage(work, table, recognised, query)
            _judged(work, query, countries)
            _dataset(work, release, dataset)
            reading = _written(work, query, recognised, table, digest.result())
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise ReadingUnwritableError(reason=str(error).splitlines()[0]) from error
        try:
            os.replace(folder / "result.parquet", into)
        except OSError as error:
            raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
        progress(1.0)
        return reading


@contextmanager
def _workshop(into: Path) -> Iterator[Path]:
    """Give a folder beside the result, removed in the end with all that is in it."""
    try:
        for old in into.parent.glob(f"{WORKSHOP}*"):
            if time.time() - old.stat().st_mtime > MAX_AGE:
                shutil.rmtree(old, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=WORKSHOP, dir=into.parent))
    except OSError as error:
        raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a database in memory that loads no extensions and spills into the workshop."""
    con = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": MEMORY,
            "temp_directory": str(folder / "spilled"),
        }
    )
    try:
        con.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        for macro in MACROS:
            con.execute(macro)
        yield con
    finally:
        con.close()


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def _cells(table: files.Table, recognised: Recognised, how: str) -> str:
    """Return the cells that the layout knows, each under its heading, as a source in SQL."""
    file = _text(glob.escape(str(table.path)))
    if table.parquet:
        columns = ", ".join(
            f"{_name(written)}::VARCHAR AS {_name(heading)}"
            for heading, written in recognised.written.items()
        )
        return f"(SELECT {columns}, NULL AS over FROM read_parquet({file}))"
    names = {f"c{place}": "VARCHAR" for place in range(recognised.width)} | {"over": "VARCHAR"}
    chosen = ", ".join(f"c{place} AS {_name(heading)}" for heading, place in recognised.columns.items())
    return (
        f"(SELECT {chosen}, over FROM read_csv({file}, columns = {names}, auto_detect = false, "
        f"header = {recognised.header}, delim = {_text(recognised.delimiter)}, quote = '\"', escape = '\"', "
        f"null_padding = true, ignore_errors = true, store_rejects = true{how}))"
    )


def _suspicious(query: Query) -> str:
    """Return a condition that holds wherever a fault does, and costs a fraction of asking for each.

    What a fault asks of a cell as it stands follows what it asks of the typed column, so that is left out.
    """
    conditions = ["over IS NOT NULL"]
    for _, condition, _ in query.faults:
        first, _, rest = condition.partition(" AND ")
        conditions.append(first if '"raw ' in rest else condition)
    return " OR ".join(f"({condition})" for condition in dict.fromkeys(conditions))


def _stage(work: _Work, table: files.Table, recognised: Recognised, query: Query) -> None:
    """Write the typed rows with their faults into the workshop, in the order of the file."""
    typed = ", ".join(f"{expression} AS {column}" for column, expression in query.typed.items())
    faults = " ".join(
        f"WHEN {condition} THEN {{'column': {_text(cell)}, 'value': "
        f"left({_name('raw ' + cell) if cell else 'over'}, {MAX_CELL}), 'reason': '{reason}'}}"
        for cell, condition, reason in (("", "over IS NOT NULL", "cells"), *query.faults)
    )
    aside = " ".join(f"WHEN {condition} THEN '{reason}'" for condition, reason in query.aside.items())
    blank = ", ".join(_name(f"raw {heading}") for heading in recognised.columns)
    raw = ", ".join(f"{_name(name)} AS {_name('raw ' + name)}" for name in recognised.columns)
    left = " OR ".join(f"({condition})" for condition in (f"coalesce({blank}, over) IS NULL", *query.aside))
    target = _text(str(work.folder / "typed.parquet"))
    ways = ("", ", parallel = false", ", parallel = false, strict_mode = false")
    for way in ways[: 1 if table.parquet else None]:
        source = _cells(table, recognised, way)
        statement = (
            f"COPY (SELECT * EXCLUDE ({blank}, over), "
            f"CASE WHEN coalesce({blank}, over) IS NULL THEN 'blank' {aside} END AS aside, "
            f"CASE WHEN ({_suspicious(query)}) IS NOT TRUE OR {left} THEN NULL {faults} END AS fault "
            f"FROM (SELECT {raw}, over, {typed} FROM {source})) TO {target} (FORMAT parquet, COMPRESSION lz4)"
        )
        try:
            work.run(statement, work.part(0.15, 0.7))
            break
        except OURS:
            raise
        except duckdb.Error as error:
            if way == ways[-1] or table.parquet:
                raise FileUnreadableError(given=work.name, fault="text") from error
            work.con.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
    if not table.parquet:
        for line, kind, text in work.rows(
            f"SELECT line, any_value(error_type), any_value(left(csv_line, {MAX_CELL})) "
            "FROM reject_errors GROUP BY line ORDER BY line"
        ):
            work.rejected[line] = (REJECTED.get(kind, "cells"), text or "")
    work.con.execute(
        "CREATE VIEW typed AS SELECT *, file_row_number + 1 AS record "
        f"FROM read_parquet({_text(glob.escape(str(work.folder / 'typed.parquet')))}, file_row_number = true)"
    )


def _judged(work: _Work, query: Query, countries: pd.DataFrame) -> None:
    """Find which rows give way to others, and give each code its country."""
    work.con.register("frame", codes(countries, query.numbering))
    work.con.execute("CREATE TABLE known AS SELECT code::VARCHAR AS code, iso3::VARCHAR AS iso3 FROM frame")
    good = "fault IS NULL AND aside IS NULL"
    work.con.execute("CREATE TABLE superseded (record BIGINT)")
    if query.key and not _unique(work, query, good):
        keys = ", ".join(query.key)
        same = " AND ".join(f"typed.{key} IS NOT DISTINCT FROM doubled.{key}" for key in query.key)
        order = f"(coalesce({query.version}, 0), record)" if query.version else "record"
        work.run(
            f"CREATE TABLE doubled AS SELECT {keys}, max({order}) AS stays FROM typed WHERE {good} "
            f"GROUP BY {keys} HAVING count(*) > 1",
            work.part(0.7, 0.78),
        )
        work.con.execute(
            f"INSERT INTO superseded SELECT record FROM typed JOIN doubled ON {same} "
            f"WHERE {good} AND {order} <> stays"
        )
    joins, places = "", []
    for side, of_side in enumerate(query.sides):
        names = [f"known_{side}_{place}" for place in range(len(of_side.codes))]
        for name, code in zip(names, of_side.codes, strict=True):
            joins += f" LEFT JOIN known AS {name} ON {name}.code = typed.{code}"
        places.append(f"coalesce({', '.join(f'{name}.iso3' for name in names)}, NULL) AS iso3_{side}")
    first = "iso3_0" if places else "NULL"
    work.con.execute(
        f"CREATE VIEW whole AS SELECT {', '.join(['typed.*', *places])}, {first} AS iso3 FROM typed{joins} "
        f"WHERE {good}{_without(work, 'superseded')}"
    )
    work.con.execute("CREATE TABLE settled (record BIGINT, reason VARCHAR)")
    if query.settled:
        work.con.execute(f"INSERT INTO settled {query.settled}")
    work.con.execute(f"CREATE VIEW good AS SELECT * FROM whole WHERE true{_without(work, 'settled')}")


def _without(work: _Work, table: str) -> str:
    """Return the condition that leaves out the records of a table; none where it is empty."""
    ((count,),) = work.rows(f"SELECT count(*) FROM {table}")
    return f" AND record NOT IN (SELECT record FROM {table})" if count else ""


def _unique(work: _Work, query: Query, good: str) -> bool:
    """Tell whether no key comes twice, where that is cheap to tell: whole numbers that lie close together.

    Thirty million ids are marked in a field of bytes in a second, where sorting them out takes a minute.
    """
    if len(query.key) > 1 or dict(row[:2] for row in work.rows("DESCRIBE typed"))[query.key[0]] != "BIGINT":
        return False
    (key,) = query.key
    ((count, least, most),) = work.rows(
        f"SELECT count({key}), min({key}), max({key}) FROM typed WHERE {good}"
    )
    if not count or most - least >= MAX_MARKS:
        return False
    marks = np.zeros(most - least + 1, dtype=np.uint8)
    for batch in work.con.sql(f"SELECT {key} FROM typed WHERE {good}").to_arrow_reader(1_000_000):
        marks[batch.column(0).to_numpy(zero_copy_only=False) - least] = 1
    return bool(np.count_nonzero(marks) == count)


def _dataset(work: _Work, release: str, dataset: str) -> None:
    if not dataset and release:
        dataset = ucdp_events.dataset(release)
    if not dataset:
        columns = {name for name, *_ in work.rows("DESCRIBE typed")}
        review = "status" in columns and work.rows("SELECT count(*) FROM typed WHERE status <> 'Clear'")[0][0]
        dataset = "candidate" if review else "history"
    work.con.execute("SET VARIABLE dataset = ?", [dataset])


def _written(work: _Work, query: Query, recognised: Recognised, table: files.Table, sha256: str) -> Reading:
    """Write the good rows into the workshop and tell what the file held."""
    target = work.folder / "result.parquet"
    sides = range(len(query.sides))
    known = "(" + (" OR ".join(f"iso3_{side} IS NOT NULL" for side in sides) or "true") + ")"
    deaths = f"coalesce(sum({query.deaths}) FILTER ({known}), 0)::BIGINT" if query.deaths else "NULL"
    counted = ", ".join(f"count(*) FILTER ({known} AND ({what}))" for what in query.counts.values())
    ((kept, dead, *counts),) = work.rows(
        f"SELECT count(*) FILTER ({known}), {deaths}{counted and ', '}{counted} FROM good"
    )
    source, columns = _events(query) if query.out else _tidy(query)
    if kept <= MAX_SORTED:
        source += f" ORDER BY {query.order}"
    work.run(
        f"COPY (SELECT {columns} FROM ({source})) TO {_text(str(target))} (FORMAT parquet, COMPRESSION zstd)",
        work.part(0.8, 0.98),
    )
    result = f"read_parquet({_text(glob.escape(str(target)))})"
    ((written, first, last),) = work.rows(f"SELECT count(*), {query.first}, {query.last} FROM {result}")
    faults = work.rows("SELECT fault.reason, count(*) FROM typed WHERE fault IS NOT NULL GROUP BY 1")
    reasons = Counter(dict(faults))
    reasons.update(reason for reason, _ in work.rejected.values())
    aside = Counter(dict(work.rows("SELECT aside, count(*) FROM typed WHERE aside IS NOT NULL GROUP BY 1")))
    aside.update(dict(work.rows("SELECT reason, count(*) FROM settled GROUP BY 1")))
    blank = aside.pop("blank", 0)
    ((typed,),) = work.rows("SELECT count(*) FROM typed")
    if not typed - blank + len(work.rejected):
        raise FileUnreadableError(given=work.name, fault="rows")
    ((repeats,),) = work.rows("SELECT count(*) FROM superseded")
    return Reading(
        layout=recognised.layout.key,
        rows=typed - blank + len(work.rejected),
        kept=kept,
        written=written,
        refused=reasons.total(),
        reasons=dict(reasons),
        refusals=_refusals(work, recognised, table),
        repeated=repeats,
        unknown=_unknown(work, query),
        aside=dict(aside),
        counts=dict(zip(query.counts, counts, strict=True)),
        first=first,
        last=last,
        deaths=dead,
        sha256=sha256,
    )


def _events(query: Query) -> tuple[str, str]:
    """Return the good rows as a source in SQL, and the columns of it that are written."""
    columns = ", ".join(f"{expression} AS {name}" for name, expression in query.out.items())
    return f"SELECT {columns} FROM good WHERE {'iso3 IS NOT NULL' if query.sides else 'true'}", "*"


def _tidy(query: Query) -> tuple[str, str]:
    """Return the figures of the good rows as a source in SQL, and the columns of it that are written."""
    parts = []
    for side, of_side in enumerate(query.sides):
        figures = ", ".join(
            f"{{'measure': {_text(name) if measure else name}, 'value': ({value})::DOUBLE, "
            f"'unit': '{(measure or tidy.SIGNAL).unit}', 'basis': '{(measure or tidy.SIGNAL).basis}'}}"
            for name, value in of_side.values.items()
            for measure in [tidy.MEASURES.get(name) or tidy.VDEM.get(name)]
        )
        parts.append(
            f"SELECT iso3, record, period::TIMESTAMP AS period, '{query.span}' AS span, "
            "figure.measure AS measure, figure.value AS value, figure.unit AS unit, figure.basis AS basis "
            f"FROM (SELECT iso3_{side} AS iso3, record, {query.period} AS period, "
            f"unnest([{figures}]) AS figure FROM good WHERE iso3_{side} IS NOT NULL) "
            "WHERE figure.value IS NOT NULL"
        )
    source = " UNION ALL ".join(parts)
    keys = "iso3, period, span, measure"
    value = "arg_max(value, record)" if query.together == "last" else f"{query.together}(value)"
    source = f"SELECT {keys}, {value} AS value, unit, basis FROM ({source}) GROUP BY {keys}, unit, basis"
    return source, ", ".join(tidy.COLUMNS)


def _unknown(work: _Work, query: Query) -> tuple[Unknown, ...]:
    """Return the codes that stand for no country of the table, most deaths first."""
    deaths = f"coalesce(sum({query.deaths}), 0)::BIGINT" if query.deaths else "NULL"
    parts = [
        f"SELECT code, any_value(name) AS name, count(*) AS n, {deaths} AS dead FROM ("
        f"SELECT *, coalesce({', '.join(side.codes)}, '') AS code, {side.name or 'NULL'} AS name FROM good "
        # Without a code it is the name that tells them apart.
        f"WHERE iso3_{place} IS NULL AND ({side.given})) GROUP BY code, CASE WHEN code = '' THEN name END"
        for place, side in enumerate(query.sides)
    ]
    if not parts:
        return ()
    rows = work.rows(f"FROM ({' UNION ALL '.join(parts)}) ORDER BY dead DESC NULLS LAST, n DESC, code")
    return tuple(Unknown(code, name or "", count, dead) for code, name, count, dead in rows)


def _refusals(work: _Work, recognised: Recognised, table: files.Table) -> tuple[Refusal, ...]:
    """Return the first refusals with their rows as a spreadsheet counts them."""
    found = work.rows(
        'SELECT record, fault."column", fault.value, fault.reason FROM typed WHERE fault IS NOT NULL '
        f"ORDER BY record LIMIT {MAX_REFUSALS}"
    )
    heading = 0 if table.parquet else int(recognised.header)
    rejected = sorted(work.rejected)
    records = []
    for record, *_ in found:
        row, passed = record + heading, 0
        while passed < len(rejected) and rejected[passed] <= row + passed:
            passed += 1
        records.append(row + passed)
    if records and not table.parquet and files.has_blank_lines(table.path):
        place = files.lines_of(table.path, recognised.delimiter, records)
        records = [place[record] for record in records]
    refusals = [
        Refusal(row + table.skipped, recognised.written.get(column, column), value or "", reason)
        for row, (_, column, value, reason) in zip(records, found, strict=True)
    ]
    refusals += [Refusal(line, "", text[:MAX_CELL], reason) for line, (reason, text) in work.rejected.items()]
    return tuple(sorted(refusals, key=lambda refusal: refusal.row)[:MAX_REFUSALS])
