"""Single events, asked where they are: DuckDB over the installed file, or the engine that an address names.

Every question is one Ibis expression over the columns of `tables.conflict_event`, so the same code runs on
DuckDB, PostgreSQL and Spark; codes reach the engine as values, never as parts of a sentence. Answers are
small frames: sums, or the rows of one country and period. Nothing here reads the whole file.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ewdash.data import store
from ewdash.data.event_engines import ADDRESS, COLUMNS, TABLE, Question, ask

CLEAR = "Clear"  # `review_status` of an event whose review is over
PROVINCE = 4  # `where_prec` up to which a place lies in the first-level area it is filed under
FEW = 1_000_000  # rows up to which a file is read without an engine
DIGITS = 4  # of a degree: eleven metres; engines add up in different order


class Extent(NamedTuple):
    """What there is of a country and period: events, those with a place, first and last month (or NaT)."""

    events: int
    placed: int
    first: pd.Timestamp
    last: pd.Timestamp


class Events:
    """The events of one data folder, or of the engine that `EWDASH_EVENTS` names.

    Every method raises DatasetMissingError, DatasetVersionError, DatasetDamagedError (the file) or
    EventsUnreachableError (an engine elsewhere).
    """

    def __init__(self, root: Path = store.DATA) -> None:
        """Take the events of a folder; nothing is read yet."""
        self.root = root

    def rows(
        self,
        country: str | None,
        *,
        first: pd.Timestamp | None = None,
        last: pd.Timestamp | None = None,
        columns: Sequence[str] = tuple(COLUMNS),
        only: Question | None = None,
        largest: int | None = None,
        per: Sequence[str] = (),
    ) -> pd.DataFrame:
        """Return events of one country, oldest first.

        Args:
            country: Its iso3; None is all, for a question that leaves few.
            first: First day of the period, by the month in which an event begins.
            last: Last day of it.
            columns: Which columns, of `COLUMNS`.
            only: From the table to a condition on its columns, in Ibis.
            largest: How many at most, those with most deaths first, of equals the newest; by default all.
            per: Columns for each of whose values there may be so many.

        Returns:
            One row per event with the columns asked for, by date and id.
        """
        import ibis

        foreign = {*columns, *per} - set(COLUMNS)
        if foreign:
            raise ValueError(f"no such columns: {sorted(foreign)}")
        keys = [name for name in ("date", "event_id") if name not in columns]

        def question(table: Any) -> Any:  # noqa: ANN401 - Ibis tables are not typed
            found = _of(table, country, first, last)
            found = found if only is None else found.filter(only(found))
            order = (found.deaths_best.desc(), found.date.desc(), found.event_id.desc())
            if largest is not None and per:
                place = ibis.row_number().over(group_by=[*per], order_by=order)
                found = found.mutate(_place=place).filter(lambda ranked: ranked["_place"] < largest)
            elif largest is not None:
                found = found.order_by(*order).limit(largest)
            return found.select(*columns, *keys)

        answer = _frame(self._ask(question), COLUMNS)
        return answer.sort_values(["date", "event_id"], ignore_index=True)[[*columns]]

    def notable(
        self,
        *,
        columns: Sequence[str],
        only: Question,
        largest: int | None = None,
        per: Sequence[str] = (),
    ) -> pd.DataFrame:
        """Return the few events of all countries that a condition holds of, oldest first.

        The engine would take a second and 90 MB of the server to be there: a small file is read without it.

        Args:
            columns: See `rows`, as `largest` and `per`.
            only: Of comparisons, ``isin``, ``&``, ``|``, ``~`` and `crossing` alone, which Arrow has as Ibis.
            largest: See `rows`.
            per: See `rows`.

        Returns:
            As `rows`.
        """
        if os.environ.get(ADDRESS) or store.card(TABLE, root=self.root).rows > FEW:
            return self.rows(None, columns=columns, only=only, largest=largest, per=per)
        content = pa.BufferReader(store.content(TABLE, root=self.root))
        needed = dict.fromkeys((*columns, *per, "date", "event_id", "deaths_best"))
        found = _frame(pq.read_table(content, columns=[*needed], filters=only(_Fields())), COLUMNS)
        if largest is not None:
            ranked = found.sort_values(["deaths_best", "date", "event_id"], ascending=False)
            found = (ranked.groupby([*per], dropna=False) if per else ranked).head(largest)
        return found.sort_values(["date", "event_id"], ignore_index=True)[[*columns]]

    def count(
        self,
        country: str | None = None,
        *,
        first: pd.Timestamp | None = None,
        last: pd.Timestamp | None = None,
    ) -> int:
        """Return how many events there are, of one country or of all."""

        def question(table: Any) -> Any:  # noqa: ANN401
            found = _of(table, country, first, last)
            return found.aggregate(events=found.count())

        return int(self._ask(question)["events"][0].as_py())

    def values(self, column: str) -> list[str]:
        """Return which words stand in a column of `COLUMNS`, in order."""

        def question(table: Any) -> Any:  # noqa: ANN401
            return table.select(column).distinct()

        return sorted(str(word) for word in self._ask(question)[column].to_pylist() if word is not None)

    def extent(
        self,
        country: str | None = None,
        *,
        first: pd.Timestamp | None = None,
        last: pd.Timestamp | None = None,
        precision: int = PROVINCE,
    ) -> "Extent":
        """Return how many events there are, how many have a place, and from when to when they reach."""

        def question(table: Any) -> Any:  # noqa: ANN401
            found = _of(table, country, first, last)
            return found.aggregate(
                events=found.count(),
                placed=found.count(where=(found.where_prec <= precision) & _placed(found)).fill_null(0),
                first=found.month.min(),
                last=found.month.max(),
            )

        row = _frame(self._ask(question), {"first": "datetime64[us]", "last": "datetime64[us]"}).iloc[0]
        return Extent(int(row["events"]), int(row["placed"]), row["first"], row["last"])

    def months(self, countries: Sequence[str] | None = None) -> pd.DataFrame:
        """Return sums by country, month and type.

        Args:
            countries: iso3; by default all.

        Returns:
            ``iso3``, ``month`` (first day; the month in which events begin), ``type``, ``events``,
            ``deaths_best``, ``deaths_low``, ``deaths_high``, ``deaths_crossing`` (of events that end in a
            later month), ``deaths_under_review`` (of events whose review is not over; missing where no
            event says), ``deaths_largest_event``: people, best estimate unless said. A month without an
            event has no row.
        """

        def question(table: Any) -> Any:  # noqa: ANN401
            found = table if countries is None else table.filter(table.iso3.isin([*countries]))
            return found.group_by("iso3", "month", "type").agg(
                **_sums(found),
                deaths_crossing=_crossing(found).sum().fill_null(0),
                deaths_under_review=_review(found),
                deaths_largest_event=found.deaths_best.max(),
            )

        answer = _frame(self._ask(question), COLUMNS)
        return answer.sort_values(["iso3", "month", "type"], ignore_index=True)

    def releases(
        self, country: str, *, first: pd.Timestamp | None = None, last: pd.Timestamp | None = None
    ) -> pd.DataFrame:
        """Return what each release holds of one country and period.

        Returns:
            ``release``, ``events``, ``deaths_best`` (people), ``first`` and ``last`` (months).
        """

        def question(table: Any) -> Any:  # noqa: ANN401
            found = _of(table, country, first, last)
            return found.group_by("release").agg(
                events=found.count(),
                deaths_best=found.deaths_best.sum().fill_null(0),
                first=found.month.min(),
                last=found.month.max(),
            )

        kinds = COLUMNS | dict.fromkeys(("first", "last"), "datetime64[us]")
        return _frame(self._ask(question), kinds).sort_values("release", ignore_index=True, kind="stable")

    def areas(
        self,
        country: str,
        *,
        first: pd.Timestamp | None = None,
        last: pd.Timestamp | None = None,
        of: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Return sums by first-level area of one country and period, of all releases or of some.

        Returns:
            ``admin1`` (as the source writes it; missing where it names none), ``events``, ``deaths_best``,
            ``deaths_low``, ``deaths_high``, ``deaths_largest_event`` (people), ``first_event`` and
            ``last_event`` (the days they began), ``located`` (events known to the province or better),
            ``weight`` (their deaths), and ``latitude`` and ``longitude`` of the middle of their places,
            weighted by deaths where there are any (degrees; missing where none is located).
        """

        def question(table: Any) -> Any:  # noqa: ANN401
            found = _of(table, country, first, last)
            found = found if of is None else found.filter(found.release.isin([*of]))
            known = (found.where_prec <= PROVINCE) & _placed(found)
            weight = found.deaths_best.fill_null(0).cast("float64")
            return found.group_by("admin1").agg(
                **_sums(found),
                deaths_largest_event=found.deaths_best.max(),
                first_event=found.date.min(),
                last_event=found.date.max(),
                located=found.count(where=known).fill_null(0),
                weight=found.deaths_best.sum(where=known).fill_null(0),
                _lat=(found.latitude * weight).sum(where=known),
                _lon=(found.longitude * weight).sum(where=known),
                latitude=found.latitude.mean(where=known),
                longitude=found.longitude.mean(where=known),
            )

        answer = _frame(
            self._ask(question),
            COLUMNS | dict.fromkeys(("first_event", "last_event"), "datetime64[us]"),
        )
        heavy = answer["weight"].gt(0)
        for name, weighted in (("latitude", "_lat"), ("longitude", "_lon")):
            middle = answer[name].mask(heavy, answer[weighted] / answer["weight"].where(heavy))
            answer[name] = middle.round(DIGITS)
        return answer.sort_values("admin1", ignore_index=True, kind="stable").drop(columns=["_lat", "_lon"])

    def places(
        self,
        country: str,
        *,
        first: pd.Timestamp | None = None,
        last: pd.Timestamp | None = None,
        precision: int,
        most: int,
        preliminary: Sequence[str] = (),
    ) -> pd.DataFrame:
        """Return sums by place, type of violence and state of the record, those with most deaths first.

        Args:
            country: Its iso3.
            first: First day of the period.
            last: Last day of it.
            precision: `where_prec` up to which a place is one.
            most: How many rows at most.
            preliminary: Releases whose events are preliminary: they are never added to final ones.

        Returns:
            ``latitude``, ``longitude`` (degrees), ``type``, ``place``, ``preliminary``, ``events``,
            ``deaths_best`` (people).
        """

        def question(table: Any) -> Any:  # noqa: ANN401
            found = _of(table, country, first, last)
            found = found.filter(found.where_prec <= precision, _placed(found))
            found = found.mutate(preliminary=found.release.isin(list(preliminary) or [""]).ifelse(1, 0))
            sums = found.group_by("latitude", "longitude", "type", "place", "preliminary").agg(
                events=found.count(), deaths_best=found.deaths_best.sum().fill_null(0)
            )
            order = (sums.deaths_best.desc(), sums.latitude, sums.longitude, sums.type, sums.preliminary)
            return sums.order_by(*order).limit(most)

        answer = _frame(self._ask(question), COLUMNS)
        answer["preliminary"] = answer["preliminary"].eq(1)
        keys = ["deaths_best", "latitude", "longitude", "type", "place", "preliminary"]
        return answer.sort_values(keys, ascending=[False, *[True] * 5], ignore_index=True)

    def _ask(self, question: Question) -> pa.Table:
        return ask(question, root=self.root)


class _Fields:
    """The columns of a file, of which conditions are made that Arrow understands."""

    def __getattr__(self, name: str) -> pc.Expression:
        return pc.field(name)


def crossing(table: Any) -> Any:  # noqa: ANN401
    """Return whether events end in a later month than they begin, as a condition in Ibis or in Arrow."""
    end = table.date_end
    begun = pc.floor_temporal(end, unit="month") if isinstance(table, _Fields) else end.truncate("M")
    return (end > table.date) & (begun > table.month)


def _crossing(table: Any) -> Any:  # noqa: ANN401
    """Return the deaths of `crossing` events; those of one day, most, are not asked for their month."""
    later = (table.date_end.truncate("M") > table.month).ifelse(table.deaths_best, 0)
    return (table.date_end > table.date).ifelse(later, 0)


def _of(table: Any, country: str | None, first: pd.Timestamp | None, last: pd.Timestamp | None) -> Any:  # noqa: ANN401
    """Return the events of a country and period; the day, too, so that the rest of a file is skipped."""
    found = table if country is None else table.filter(table.iso3 == country)
    if first is not None:
        begin = pd.Timestamp(first).replace(day=1)
        found = found.filter(
            found.month >= pd.Timestamp(first).to_pydatetime(), found.date >= begin.to_pydatetime()
        )
    if last is not None:
        end = (pd.Timestamp(last) + pd.offsets.MonthEnd(0)).normalize() + pd.DateOffset(days=1)
        found = found.filter(
            found.month <= pd.Timestamp(last).to_pydatetime(), found.date < end.to_pydatetime()
        )
    return found


def _sums(table: Any) -> dict[str, Any]:  # noqa: ANN401
    names = ("deaths_best", "deaths_low", "deaths_high")
    return {"events": table.count(), **{name: table[name].sum() for name in names}}


def _placed(table: Any) -> Any:  # noqa: ANN401
    return table.latitude.between(-90, 90) & table.longitude.between(-180, 180)


def _review(table: Any) -> Any:  # noqa: ANN401
    """Return deaths of events under review: none where all are clear, missing where no event says."""
    deaths = table.deaths_best.sum(where=table.review_status != CLEAR).fill_null(0)
    return (table.review_status.count() > 0).ifelse(deaths, None)


def _frame(table: pa.Table, kinds: dict[str, str]) -> pd.DataFrame:
    """Return an answer with the same kinds of columns from every engine."""
    whole = {"string": "str", "double": "Float64", "float": "Float64"}
    columns: dict[str, Any] = {}
    for name in table.column_names:
        column = table[name]
        kind = kinds.get(name) or whole.get(str(column.type), "Int64")
        if kind == "datetime64[us]":
            column = column.cast(pa.timestamp("us"), safe=False)
        elif kind in ("Int64", "Float64"):
            column = column.cast(pa.int64() if kind == "Int64" else pa.float64())
        columns[name] = pd.Series(column.to_pandas(), name=name) if kind != "Int64" else _integers(column)
        columns[name] = columns[name].astype(kind)
    return pd.DataFrame(columns)


def _integers(column: pa.ChunkedArray) -> Any:  # noqa: ANN401
    """Return whole numbers as such, though some are missing."""
    return column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
