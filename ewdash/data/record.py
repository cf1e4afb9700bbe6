"""The record: all installed tables in one state, and what is computed over all countries, once."""

import functools
import gc
import hashlib
import io
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from contextvars import ContextVar
from itertools import pairwise
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ewdash.data import home, overrides, store
from ewdash.data.event_engines import TABLE as EVENTS
from ewdash.data.events import Events
from ewdash.model.datasets import LAYOUTS, Card
from ewdash.model.errors import NotesUnusableError
from ewdash.model.gazetteer import Gazetteer
from ewdash.model.places import Places

T = TypeVar("T")
P = ParamSpec("P")
# Where a view is made: the tables of the analysts’ file that could not be read, to be tried again.
UNUSABLE: ContextVar[list[str]] = ContextVar("unusable")
MAX_SELECTIONS = 256  # of which what one function makes is kept
MAX_RECORDS = 2  # records at once: the one before stays while readers still look at it


class Record:
    """The tables of one folder in one state.

    Frames are read once and shared by every reader: treat them as read-only. A table or card that
    cannot be read raises its named error each time it is asked for.
    """

    def __init__(self, root: Path = store.DATA, *, state: str = "") -> None:
        """Take the tables of a folder; none is read yet.

        Args:
            root: The data folder.
            state: What identifies the state of its files.
        """
        self.root, self.state = root, state
        self._made: dict[object, object] = {}
        self._lock = threading.RLock()  # many readers who ask for the same thing wait for one answer

    def _once(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._made:
            with self._lock:
                if key not in self._made:
                    self._made[key] = make()
        return cast("T", self._made[key])

    def table(self, name: str) -> pd.DataFrame:
        """Return a table; that of the analysts' own stages as it stands now.

        Raises:
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `store.content`.
        """
        if name in overrides.READ:
            try:
                return store.load(name)
            except NotesUnusableError:
                UNUSABLE.get([]).append(name)
                raise
        return self._once(("table", name), lambda: shared(store.content(name, root=self.root)))

    def passing(self, name: str) -> pd.DataFrame:
        """Return a table that is not kept: for what is made of it once and then stands for it.

        Raises:
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `store.content`.
        """
        return shared(store.content(name, root=self.root))

    def check(self, name: str) -> None:
        """Check that a table can be read, and keep nothing of it.

        Raises:
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `store.content`.
        """
        self._once(("checked", name), lambda: len(store.content(name, root=self.root)))

    def card(self, name: str) -> Card:
        """Return a table's card.

        Raises:
            DatasetMissingError, CardError: See `store.card`.
        """
        return self._once(("card", name), lambda: store.card(name, root=self.root))

    @property
    def places(self) -> Places:
        """The countries and territories; their sets are read when first asked for."""
        return self._once("places", lambda: Places(self.table("country"), lambda: self.table("country_set")))

    @property
    def events(self) -> Events:
        """The single events, which are asked where they are and never read whole."""
        return self._once("events", lambda: Events(self.root))

    @property
    def gazetteer(self) -> Gazetteer:
        """The words that find a country or territory."""
        return self._once("gazetteer", lambda: Gazetteer(self.places, self.table("place_word")))

    def outdated(self, name: str) -> bool:
        """Return whether a computed table came from other figures than the installed ones."""
        return store.outdated(self.card(name), describe=self._beside(name))

    def _beside(self, name: str) -> Callable[[str], Card]:
        """Return what reads the cards of a table's own folder, from whose tables it was computed."""
        layer = store.layer(name, root=self.root)
        return self.card if layer == self.root else lambda table: store.card(table, root=layer)

    def current(self, name: str) -> pd.DataFrame:
        """Return a computed table that came from the installed ones.

        Raises:
            StaleSignalsError: If a table it was computed from has changed since.
        """
        self.check_current(name)
        return self.table(name)

    def check_current(self, name: str) -> None:
        """Check that a computed table came from the installed ones.

        Raises:
            StaleSignalsError: If a table it was computed from has changed since.
        """
        self._once(("current", name), lambda: store.current(self.card(name), describe=self._beside(name)))

    def once(self, make: "Callable[[Record], T]") -> T:
        """Return what a function makes of this record, made once and never changed.

        Args:
            make: A function of a module (not a closure): its name is the key.
        """
        return self._once((make.__module__, make.__qualname__), lambda: make(self))

    def recent(self, make: "Callable[Concatenate[Record, P], T]", *selection: P.args, **more: P.kwargs) -> T:
        """Return what a function makes of this record and a selection; its last `MAX_SELECTIONS` are kept.

        Args:
            make: A function of a module.
            *selection: Values that can be a key.
            **more: None: a selection is given in order.
        """
        kept = self._once(
            ("recent", make.__module__, make.__qualname__),
            lambda: functools.lru_cache(MAX_SELECTIONS)(functools.partial(make, self)),
        )
        return kept(*selection, **more)  # type: ignore[arg-type]

    def of(self, name: str, country: str) -> pd.DataFrame:
        """Return the rows of one country of a table; each is looked up once.

        Of the events a country may have millions: `Events.rows` gives the few that are looked at.
        """
        if name == EVENTS:
            return self.recent(_events_of, country)
        parts = self._once(("of", name), lambda: Parts(self.table(name)))
        return parts[country] if country in parts else self.table(name).head(0)

    def part(self, make: "Callable[[Record], pd.DataFrame]", country: str) -> pd.DataFrame:
        """Return the rows of one country of what a function makes for all, made and looked up once.

        Args:
            make: A function of a module; its rows have ``iso3``.
            country: Its iso3.
        """
        whole = self.once(make)
        parts = self._once((make.__module__, make.__qualname__, "parts"), lambda: Parts(whole))
        return parts[country] if country in parts else whole.head(0)


def _events_of(record: Record, country: str) -> pd.DataFrame:
    return record.events.rows(country)


def shared(content: bytes) -> pd.DataFrame:
    """Return a table that holds each word once, where pandas keeps words as objects (see `ui.cache`).

    Args:
        content: Parquet.
    """
    words = pd.StringDtype(na_value=np.nan)  # as pandas reads words
    if words.storage != "python":
        return pd.read_parquet(io.BytesIO(content))
    schema = pq.read_schema(io.BytesIO(content))
    texts = [field.name for field in schema if field.type in (pa.string(), pa.large_string())]
    table = pd.read_parquet(io.BytesIO(content), columns=[name for name in schema.names if name not in texts])
    coded = pq.read_table(io.BytesIO(content), columns=texts, read_dictionary=texts).unify_dictionaries()
    for name, column in zip(texts, coded.columns, strict=True):
        column = column.combine_chunks()
        codes = column.indices.fill_null(-1).to_numpy()  # -1, no word, is the last
        table[name] = pd.array([*column.dictionary.to_pylist(), None], dtype=words).take(codes)
    names: list[str] = schema.names
    return table[names]


def spans(codes: pd.Series) -> dict[str, tuple[int, int]]:
    """Return where the rows of each country begin and end.

    Args:
        codes: iso3 of rows that are sorted by it.
    """
    starts = np.flatnonzero(codes.ne(codes.shift()))
    ends = [*starts[1:], len(codes)]
    return {str(codes.iloc[start]): (int(start), int(end)) for start, end in zip(starts, ends, strict=True)}


def within(
    rows: pd.DataFrame, places: dict[str, tuple[int, int]], countries: Collection[str]
) -> pd.DataFrame:
    """Return the rows of some countries, in the order of their codes.

    Args:
        rows: Sorted by ``iso3``.
        places: `spans` of the rows.
        countries: iso3.
    """
    if len(countries) == 1:
        (code,) = countries
        return rows.iloc[slice(*places.get(code, (0, 0)))].reset_index(drop=True)
    found = [np.arange(*places[code]) for code in sorted(set(countries)) if code in places]
    return rows.take(np.concatenate(found)).reset_index(drop=True) if found else rows.head(0)


class Parts(Mapping[str, pd.DataFrame]):
    """The rows of each country, cut when first asked for, as parts of one table that is held once."""

    def __init__(self, rows: pd.DataFrame) -> None:
        codes, countries = pd.factorize(rows["iso3"])
        if (np.diff(codes) < 0).any():
            order = np.argsort(codes, kind="stable")
            rows, codes = rows.take(order), codes[order]
        edges = np.searchsorted(codes, np.arange(len(countries) + 1)).tolist()  # -1, of no country, is before
        self._rows, self._cut = rows, dict[str, pd.DataFrame]()
        self._places = dict(zip(map(str, countries), pairwise(edges), strict=True))

    def __getitem__(self, country: str) -> pd.DataFrame:
        """Return the rows of one country."""
        if country not in self._cut:
            self._cut[country] = self._rows.iloc[slice(*self._places[country])]
        return self._cut[country]

    def __iter__(self) -> Iterator[str]:
        """Return the countries in the order in which they come."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return the number of countries."""
        return len(self._places)


def state(root: Path) -> str:
    """Identify the installed tables by file and time, so that a changed file is read again."""
    stamps = home.stamps(home.COOPERATION) + home.stamps(home.DEBATES)
    for base in store.layers(root):
        update = base / store.UPDATE
        for folder in (update, base) if update.is_dir() else (base,):
            for table in LAYOUTS:
                # Asked at each answer: the folder is read once, and each file by what that told.
                with suppress(OSError), os.scandir(folder / table) as files:  # moved by an update, or closed
                    stamps += [f"{table}/{file.name} {file.stat().st_mtime_ns}" for file in files]
    stamps.sort()
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()


@functools.lru_cache(maxsize=MAX_RECORDS)
def _opened(root: Path, digest: str) -> Record:
    gc.unfreeze()  # the record before may be frozen (see `ui.usual`), and can go when nobody looks at it
    return Record(root, state=digest)


def opened(root: Path | None = None) -> Record:
    """Return the record of a folder, by default the one that is shown: one for each state of its files."""
    folder = home.shown() if root is None else root
    return _opened(folder, state(folder))
