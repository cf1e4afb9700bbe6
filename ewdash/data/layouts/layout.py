"""What a layout is: the columns by which it is known, and how its cells become the normal form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

# How DuckDB reads cells. A cell is text; what is not of its kind becomes NULL, never zero.
MACROS = (
    # Text without spaces around it; an empty cell is unknown. Trimming is slow, so only where it is needed.
    "CREATE MACRO words(x) AS CASE WHEN ord(x) <= 32 OR ord(x) = 160 OR ends_with(x, ' ') "
    "OR ends_with(x, chr(160)) OR ends_with(x, chr(9)) OR ends_with(x, chr(10)) OR ends_with(x, chr(13)) "
    "THEN nullif(trim(x, concat(' ', chr(9), chr(10), chr(13), chr(160))), '') ELSE x END",
    # A figure that may be missing: NULL where it is written as missing.
    "CREATE MACRO figure(x) AS CASE WHEN words(x) IN "
    "('-', 'NA', 'N/A', 'n/a', 'NaN', 'nan', 'NULL', '..', '.') THEN NULL ELSE words(x) END",
    # A number, also with a decimal comma where semicolons part the cells.
    "CREATE MACRO number(x) AS CASE WHEN isfinite(try_cast(x AS DOUBLE)) THEN try_cast(x AS DOUBLE) END",
    # A whole number, also as a spreadsheet writes it (3.0).
    "CREATE MACRO whole(x) AS CASE WHEN abs(try_cast(x AS DOUBLE)) < 9e15 "
    "AND floor(try_cast(x AS DOUBLE)) = try_cast(x AS DOUBLE) THEN try_cast(x AS DOUBLE)::BIGINT END",
    # A day written year first, with or without a time; words such as "epoch" are none.
    "CREATE MACRO day(x) AS CASE WHEN x >= '0' AND x < ':' THEN try_cast(x AS DATE) END",
)

# Why a row is left aside that is not wrong.
ASIDE = ("tags", "world", "total", "level", "part", "assembly", "before", "disagree")
# What else is counted among the rows kept.
COUNTED = ("disordered", "under_review", "placeholder", "flagged", "unended", "stateless")
# Why a row can be refused; the last ones are of the lines, before any cell is read.
REASONS = (
    *("empty", "number", "negative", "range", "day", "future", "spreadsheet", "order", "span"),
    *("symbol", "word"),
    *("cells", "quote", "long", "letters"),
)

MOST = 10_000_000_000  # people or events of one row: more is a slip, and sums of such would overflow

Fault = tuple[str, str, str]  # heading of the column, condition in SQL, reason


@dataclass(frozen=True)
class Side:
    """A country that a row speaks of, and what it says of it: most rows have one, refugees have two.

    Attributes:
        codes: Typed columns of the country's code, tried in turn (see `countries`): ISO 3166-1 in three or
            two letters, UCDP's number, or M49's.
        name: Typed column of its name in the file, only to be repeated to the reader.
        values: Measure -> expression of its value over the typed columns. A measure in quotes is a name of
            the normal form; without, an expression.
        given: Condition that the row has this side at all.
    """

    codes: tuple[str, ...]
    name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    given: str = "true"


@dataclass(frozen=True)
class Query:
    """How the cells of a layout become typed rows, in DuckDB's SQL.

    Attributes:
        typed: Column -> expression over the cells, each named as its heading.
        faults: What refuses a row; the first that holds is told. Conditions read the typed columns, and
            the cells as ``"raw heading"``.
        sides: The countries of a row; none where a row is of no country.
        numbering: Which codes: ``ucdp``, UCDP's numbers, or ``iso``, letters and M49 numbers.
        out: Column -> expression over the typed columns, ``iso3`` of the country table, and the variables
            ``release`` and ``dataset``; empty where the normal form is `tidy`.
        period: First day of the period of a row of `tidy`, over the typed columns.
        span: ``year`` or ``month``.
        together: How several values of one measure, country and period become one: ``sum``, ``max``, or
            ``last``, the later row, where there should be only one.
        key: Typed columns that make two rows the same; empty where none do.
        version: Typed column that decides which of the same stands; the later row where it is empty.
        aside: Condition, as of a fault -> reason why rows are left aside that are not wrong: totals, tags.
        settled: Statement in SQL that names further rows to leave aside, (record, reason), out of ``good``:
            which of several rows stand for a country can only be told from all of them.
        deaths: Typed column of deaths that the row stands for; empty where there is none.
        counts: Name -> condition: what is counted among the rows kept.
        reads: The headings that any of it uses.
        order: Columns of the normal form by which its rows are put in order.
        first: First day of the normal form, an aggregate over its columns.
        last: Last day.
    """

    typed: Mapping[str, str]
    faults: tuple[Fault, ...]
    sides: tuple[Side, ...]
    numbering: str = "iso"
    out: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    span: str = ""
    together: str = "last"
    key: tuple[str, ...] = ()
    version: str = ""
    aside: Mapping[str, str] = field(default_factory=dict)
    settled: str = ""
    deaths: str = ""
    counts: Mapping[str, str] = field(default_factory=dict)
    reads: frozenset[str] = frozenset()
    order: str = "iso3, period, measure"
    first: str = "min(period)::DATE"
    last: str = "max(period)::DATE"


@dataclass(frozen=True)
class Layout:
    """A layout that we know.

    Attributes:
        key: Its name in the vocabulary (`layout-<key>`).
        required: Headings without which it is not this layout, in lower case.
        some: Headings of which one at least must be there.
        query: Of the headings found, and the day of today -> how they become the normal form.
        order: All headings in their order, where the layout also comes without a heading.
        known: Of a first row without a heading: whether it is of this layout.
    """

    key: str
    required: tuple[str, ...]
    query: Callable[[frozenset[str]], Query]
    some: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    known: Callable[[list[str]], bool] | None = None


def number_faults(column: str, cell: str, *, low: float | None = 0, high: float | None = MOST) -> list[Fault]:
    """Return the faults of a number that must be there.

    Args:
        column: The typed column.
        cell: The heading of its cell.
        low: What it must not be below.
        high: What it must not be above.
    """
    faults = [
        (cell, f'{column} IS NULL AND words("raw {cell}") IS NULL', "empty"),
        (cell, f"{column} IS NULL", "number"),
    ]
    if low is not None:
        faults.append((cell, f"{column} < {low}", "negative" if low == 0 else "range"))
    if high is not None:
        faults.append((cell, f"{column} > {high}", "range"))
    return faults


def day_faults(column: str, cell: str, *, past: bool = True) -> list[Fault]:
    """Return the faults of a day that must be there, and must have been."""
    return [
        (cell, f'{column} IS NULL AND words("raw {cell}") IS NULL', "empty"),
        # 00:00.0, 46029 and 07/01/2026 are what a spreadsheet leaves of a day.
        (
            cell,
            f'{column} IS NULL AND regexp_full_match(words("raw {cell}"), '
            r"'\d{1,2}:\d{2}([.:]\d+)?|\d{5}([.]\d+)?|#+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}( .*)?')",
            "spreadsheet",
        ),
        (cell, f"{column} IS NULL", "day"),
        (cell, f"{column} NOT BETWEEN DATE '1900-01-01' AND DATE '2200-12-31'", "day"),
        *([(cell, f"{column} > getvariable('today')", "future")] if past else []),
    ]


def figure_faults(column: str, cell: str, *, low: float | None = 0, high: float | None = MOST) -> list[Fault]:
    """Return the faults of a number that may be missing, as `number_faults` does of one that may not."""
    bounds = number_faults(column, cell, low=low, high=high)[2:]
    return [(cell, f'{column} IS NULL AND figure("raw {cell}") IS NOT NULL', "number"), *bounds]


def year_faults(column: str, cell: str, *, ahead: int = 0) -> list[Fault]:
    """Return the faults of a year that must be there, and have been (or lie some years ahead)."""
    return [
        *number_faults(column, cell, low=None),
        (cell, f"{column} NOT BETWEEN 1500 AND 2200", "range"),
        (cell, f"{column} > year(getvariable('today')) + {ahead}", "future"),
    ]
