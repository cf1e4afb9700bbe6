"""The tables as they are: which rows are asked for, how an address, a link and Python ask for them."""

import calendar
import functools
import operator
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from ewdash import i18n
from ewdash.data.event_engines import COLUMNS as EVENT_COLUMNS
from ewdash.data.event_engines import TABLE as EVENTS
from ewdash.data.record import Record
from ewdash.exports.extract import HEADINGS, Extract, Field
from ewdash.i18n import has, translate
from ewdash.model.datasets import LAYOUTS
from ewdash.model.errors import (
    FormerCodeError,
    UnknownColumnError,
    UnknownCountryError,
    UnknownDayError,
    UnknownRegionError,
    UnknownTableError,
    UnknownValueError,
)
from ewdash.model.places import Places, region_key

TABLES = tuple(table for table in LAYOUTS if table != "geometry")  # shapes are no rows
# What a table can be narrowed by -> the columns that hold it, the first that a table has.
FILTERS: dict[str, tuple[str, ...]] = {
    "vintage": ("vintage",),
    "release": ("release", "version", "edition"),
    "type": ("type", "sector", "indicator", "action_type", "kind", "sign"),
    "body": ("body",),
    "confidence": ("confidence", "review_status"),
}
# A row stands in the period from the first of these columns that it has ...
TIMES = ("date", "month", "year", "established", "start", "session_opened")
ENDS = {"established": "ended", "start": "end", "date": "date_end"}  # ... to this one, where it has an end
_TIME = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")
PAGE = 100  # rows shown at once


@dataclass(frozen=True)
class Query:
    """What is asked of a table, as an address writes it."""

    table: str
    country: str = ""
    region: str = ""
    first: str = ""
    last: str = ""
    vintage: tuple[str, ...] = ()
    release: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()

    @property
    def parameters(self) -> dict[str, str]:
        """Return what narrows the table, by its name in an address."""
        given = {field.name: getattr(self, field.name) for field in fields(self)[1:]}
        return {
            name: ",".join(value) if isinstance(value, tuple) else value
            for name, value in given.items()
            if value
        }

    @property
    def link(self) -> str:
        """Return the end of an address that asks for the same; nothing for all rows."""
        return f"?{urlencode(self.parameters, safe=',')}" if self.parameters else ""

    @property
    def code(self) -> str:
        """Return Python that gives the same rows."""
        given = {name: getattr(self, name) for name in self.parameters}
        one = {
            name: value[0] if isinstance(value, tuple) and len(value) == 1 else value
            for name, value in given.items()
        }
        arguments = [repr(self.table), *(f"{name}={value!r}" for name, value in one.items())]
        call = ", ".join(arguments).replace("'", '"')
        return f"import ewdash\n\nrows = ewdash.open().table({call})\n"


def filters(record: Record, table: str) -> dict[str, str]:
    """Return what a table can be narrowed by -> the column that holds it."""
    columns = set(_shape(record, table).columns)
    found = {name: [column for column in options if column in columns] for name, options in FILTERS.items()}
    return {name: own[0] for name, own in found.items() if own}


def _shape(record: Record, table: str) -> pd.DataFrame:
    """Return a frame with the columns of a table: of events, which may be millions, without its rows."""
    if table == EVENTS:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in EVENT_COLUMNS.items()})
    return record.table(table)


def times(rows: pd.DataFrame) -> tuple[str, str] | None:
    """Return the columns from which and to which a row stands; None where a table has no time."""
    start = next((name for name in TIMES if name in rows), None)
    if start is None:
        return None
    end = ENDS.get(start, start)
    return start, end if end in rows else start


def parameters(record: Record, table: str) -> tuple[str, ...]:
    """Return by what a table can be asked, in the order of an address."""
    rows = _shape(record, table)
    place = ("country", "region") if "iso3" in rows else ()
    return (*place, *(("first", "last") if times(rows) else ()), *filters(record, table))


def key(value: object) -> str:
    """Return a value of a column as an address writes it: no comma, no blank."""
    return re.sub(r"[^\w.]+", "-", str(value)).strip("-")


def values(record: Record, table: str, column: str) -> dict[str, str]:
    """Return the values of a column by `key`, in order."""
    return record.recent(_values, table, column)


def _values(record: Record, table: str, column: str) -> dict[str, str]:
    if table == EVENTS:
        return {key(value): value for value in record.events.values(column)}
    return {
        key(value): str(value) for value in sorted(map(str, record.table(table)[column].dropna().unique()))
    }


def query(record: Record, table: str, given: Mapping[str, str | Iterable[str]]) -> Query:
    """Return a query whose every part is known.

    Args:
        record: The installed tables.
        table: Its name.
        given: Parameter -> value, as an address writes it or as a list of values.

    Raises:
        UnknownTableError: If there is no such table.
        UnknownColumnError: If the table cannot be asked by a parameter.
        UnknownCountryError, FormerCodeError, UnknownRegionError: If a place is not known.
        UnknownDayError: If a time is none, or the first lies after the last.
        UnknownValueError: If a column holds no such value.
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `Record.table`.
    """
    if table not in TABLES:
        raise UnknownTableError(given=table, offered=i18n.listing(TABLES))
    offered = parameters(record, table)
    for name in given:
        if name not in offered:
            raise UnknownColumnError(given=name, table=table, offered=i18n.listing(offered))
    asked: dict[str, str | tuple[str, ...]] = {}
    for name, value in given.items():
        words = value if isinstance(value, str) else tuple(value)
        if not words:
            continue
        if name in FILTERS:
            listed = tuple(filter(None, words.split(","))) if isinstance(words, str) else words
            asked[name] = _known(record, table, filters(record, table)[name], listed)
            continue
        text = words if isinstance(words, str) else ",".join(words)
        if name in ("first", "last"):
            day(text)
        asked[name] = _place(record, name, text) if name in ("country", "region") else text
    made = Query(table, **asked)  # type: ignore[arg-type]
    if made.first and made.last and day(made.first) > day(made.last, last=True):
        raise UnknownDayError(given=f"{made.first} – {made.last}")
    return made


def _known(record: Record, table: str, column: str, listed: Sequence[str]) -> tuple[str, ...]:
    """Return values by their keys, in the column's order."""
    offered = values(record, table, column)
    for word in listed:
        if key(word) not in offered:
            shown = i18n.listing(list(offered)[:20])
            raise UnknownValueError(
                given=word, column=column, table=table, offered=shown, more=max(len(offered) - 20, 0)
            )
    asked = {key(word) for word in listed}
    return tuple(name for name in offered if name in asked)


def _place(record: Record, name: str, given: str) -> str:
    return country(record, given) if name == "country" else region(record.places, given)


def country(record: Record, word: str) -> str:
    """Return the code of the place that a word means.

    Raises:
        UnknownCountryError: If it means none.
        FormerCodeError: If it became several places; none of them is chosen.
    """
    offered = record.places.options()
    if word in offered:
        return word
    codes = [code for code in record.gazetteer.find(word.strip()) if code in offered]
    if not codes:
        raise UnknownCountryError(given=word)
    if len(codes) > 1:
        names = i18n.listing(f"{offered[code]} ({code})" for code in codes)
        raise FormerCodeError(given=word, became=names, successors=len(codes))
    return codes[0]


def region(places: Places, given: str) -> str:
    """Return the key of a region, a set of countries or an own list; nothing where it is the world.

    Raises:
        UnknownRegionError: If there is none such.
    """
    known, offered = region_key(given), {**places.regions(), **places.sets()}
    if known == "world":
        return ""
    if known in offered:
        return known
    if places.own_list(given):
        return given
    raise UnknownRegionError(given=given, offered=i18n.listing(offered))


def day(text: str, *, last: bool = False) -> date:
    """Return the first or last day of a year, a month or a day (``2024``, ``2024-05``, ``2024-05-31``).

    Raises:
        UnknownDayError: If it is none.
    """
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) == 0:
        raise UnknownDayError(given=text)
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    number = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
    try:
        return date(year, month, number)
    except ValueError as error:
        raise UnknownDayError(given=text) from error


def extract(record: Record, asked: Query) -> Extract:
    """Return the rows that a query asks for, in the table's order.

    Rows that name no country are left out where one is asked for, and counted. Of the events only those
    asked for are read.

    Args:
        record: The installed tables.
        asked: As `query` returns it.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError, CardError: See `Record.table`.
    """
    codes = scope(record.places, asked)
    if asked.table == EVENTS and asked.parameters:
        events, unplaced = _events(record, asked, codes)
        return Extract(
            rows=events,
            card=record.card(EVENTS),
            query=asked.parameters,
            fields=tuple(field(EVENTS, name) for name in events.columns),
            unplaced=unplaced,
        )
    rows, card = record.table(asked.table), record.card(asked.table)
    kept, unplaced = pd.Series(data=True, index=rows.index), 0
    for name, column in filters(record, asked.table).items():
        wanted = getattr(asked, name)
        if wanted:
            offered = values(record, asked.table, column)
            kept &= rows[column].isin([offered[word] for word in wanted])
    kept &= _inside(rows, asked.first, asked.last)
    if codes is not None:
        unplaced = int(rows.loc[kept, "iso3"].isna().sum())
        kept &= rows["iso3"].isin(codes)
    return Extract(
        rows=rows if bool(kept.all()) else rows[kept].reset_index(drop=True),
        card=card,
        query=asked.parameters,
        fields=tuple(field(asked.table, name) for name in rows.columns),
        unplaced=unplaced,
    )


def _events(record: Record, asked: Query, codes: tuple[str, ...] | None) -> tuple[pd.DataFrame, int]:
    """Return the events that a query asks for, as the table holds them, and how many name no country."""
    wanted = {
        column: [values(record, EVENTS, column)[word] for word in getattr(asked, name)]
        for name, column in filters(record, EVENTS).items()
        if getattr(asked, name)
    }
    start, end = times(_shape(record, EVENTS)) or TIMES[:1] * 2

    def narrowed(table: Any) -> list[Any]:  # noqa: ANN401 - Ibis tables are not typed
        found = [table[column].isin(words) for column, words in wanted.items()]
        if asked.first:
            first = pd.Timestamp(day(asked.first)).to_pydatetime()
            found.append(table[end].fill_null(first) >= first)
        if asked.last:
            found.append(table[start] <= pd.Timestamp(day(asked.last, last=True)).to_pydatetime())
        return found

    def inside(table: Any) -> Any:  # noqa: ANN401
        placed = [] if codes is None else [table.iso3.isin(codes)]
        return functools.reduce(operator.and_, [*placed, *narrowed(table)])

    def nowhere(table: Any) -> Any:  # noqa: ANN401
        return functools.reduce(operator.and_, [table.iso3.isnull(), *narrowed(table)])  # noqa: PD003

    rows = record.events.rows(asked.country or None, only=inside)
    rows = rows.sort_values(["iso3", "date", "event_id"], ignore_index=True)
    kinds = {"Int64": "int64", "Float64": "float64", "datetime64[us]": "datetime64[ns]"}
    whole = {
        name: kinds[kind]
        for name, kind in EVENT_COLUMNS.items()
        if kind in kinds and not (kind == "Int64" and rows[name].isna().any())
    }
    if codes is None:
        return rows.astype(whole), 0
    unplaced = record.events.rows(None, columns=["event_id"], only=nowhere)
    return rows.astype(whole), len(unplaced)


def scope(places: Places, asked: Query) -> tuple[str, ...] | None:
    """Return the codes that a query asks for; None is all."""
    if asked.country:
        return (asked.country,)
    return places.scope(region=asked.region or None, group=None)


def _inside(rows: pd.DataFrame, first: str, last: str) -> "pd.Series[bool]":
    """Tell which rows stand in a period; one without an end has not ended."""
    kept = pd.Series(data=True, index=rows.index)
    ends = times(rows)
    if ends is None or not (first or last):
        return kept
    start, end = ends
    if not pd.api.types.is_datetime64_any_dtype(rows[start]):  # whole years
        if first:
            kept &= rows[end] >= day(first).year
        return kept & (rows[start] <= day(last).year) if last else kept
    if first:
        # A month is in the period when one of its days is.
        known = rows[end] + pd.offsets.MonthEnd(0) if start == "month" else rows[end]
        kept &= known.isna() | (known >= pd.Timestamp(day(first)))
    if last:
        kept &= rows[start] <= pd.Timestamp(day(last, last=True))
    return kept


def field(table: str, column: str) -> Field:
    """Return what a column holds, and its unit; nothing where no catalogue says it yet."""
    names = (f"{table}-{column}".replace("_", "-"), column.replace("_", "-"))
    meaning = unit = ""
    if has(f"field-in-{names[0]}"):
        meaning = translate(f"field-in-{names[0]}")
        unit = translate(f"field-in-{names[0]}.unit") if has(f"field-in-{names[0]}.unit") else ""
    elif has(f"field-{names[1]}"):
        meaning = translate(f"field-{names[1]}")
        unit = translate(f"field-{names[1]}.unit") if has(f"field-{names[1]}.unit") else ""
    return Field(column, meaning, unit)


@dataclass(frozen=True)
class Words:
    """What the page says of an extract."""

    headline: str
    lines: tuple[str, ...]
    columns: pd.DataFrame
    caveats: tuple[str, ...]


def words(record: Record, found: Extract, asked: Query) -> Words:
    """Return the count of the rows, what was left out, and what each column holds."""
    places = record.places
    where = (
        places.name(asked.country)
        if asked.country
        else places.scope_name(region=asked.region or None, group=None)
    )
    placed = "iso3" in found.rows
    headline = translate(
        "data-headline",
        rows=len(found.rows),
        all=found.card.rows,
        narrowed="yes" if asked.parameters else "no",
        title=found.card.title,
        where=where if placed and (asked.country or asked.region) else "all",
    )
    lines = [translate("data-unplaced", rows=found.unplaced)] if found.unplaced else []
    filed = places.filed_under(asked.country) if asked.country else None
    if filed and found.rows.empty:
        lines.append(translate("data-filed", name=places.name(asked.country), other=places.name(filed)))
    if found.rows.empty:
        lines.append(translate("data-none"))
    columns = pd.DataFrame([vars(one) for one in found.fields])
    return Words(
        headline=headline,
        lines=tuple(lines),
        columns=columns.set_axis([translate(f"field-{part}") for part in HEADINGS], axis=1),
        caveats=found.card.caveats,
    )
