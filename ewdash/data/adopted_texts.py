"""Adopted texts that a user brought: kept on this machine, joined to the record, and how far it then reaches.

The files lie in the state of tables that they made (`home.begin`), so that one step shows both or neither.
Acts are added for texts that are later than the record is whole to and not on it: of no class but their
own kind, and of a country only where their item or title names one situation of the record. Counts of
votes go into the table of votes, how each State voted is asked of the files (`state_votes`).
"""

import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from ewdash.data import home, own_file, store
from ewdash.data.tables import un_names
from ewdash.model import adopted
from ewdash.model import record_reach as reach_of
from ewdash.model.datasets import LAYOUTS
from ewdash.model.errors import ReadingUnwritableError
from ewdash.model.gazetteer import folded

if TYPE_CHECKING:
    from ewdash.data.layouts import Reading

FOLDER = "texts"
MAX_NAME = 120  # characters of a file's name
TABLES = ("council_action", "record_reach")
VOTES = "vote"  # the table of counts, where it is registered
CARDS = tuple(f"own_{table}" for table in TABLES)
OWN = "own"  # the origin of rows from such a file
# Kind of symbol -> type of act and its label, which says no more than what the document is.
KINDS = {
    "RES": ("resolution", "Council resolution"),
    "DEC": ("decision", "Council decision"),
    "PRST": ("presidential_statement", "President’s statement"),
}
_KIND = re.compile(r"(?:S|A/HRC)/(RES|DEC|PRST)/")
_NEW_YORK = re.compile(r"S/RES/(\d+)")
_GENEVA = re.compile(r"A/HRC/RES/(\d+)/(\d+)")
_SOURCES = {
    adopted.LIBRARY: "UN Digital Library, voting data: {file}",
    adopted.GENEVA: "table of texts adopted by the Human Rights Council: {file}",
}
_FROM = ("source", "held")
_OTHER_PLACES = r"(?<!gulf of )(?<!papua new )"  # before a name that is then another place's
_LETTER = "letter"  # an item that is a letter names who wrote it, not what it is about
Load = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Draft:
    """A file that was read whole and is not kept: what it held, and the Parquet file of its good rows."""

    reading: "Reading"
    content: bytes
    file: str


@dataclass(frozen=True)
class Held:
    """A file of texts that is kept.

    Attributes:
        layout: One of `layouts.adopted.KEYS`.
        file: Name of the file as it was brought.
        fetched: Day on which it was brought, in UTC.
        digest: SHA-256 of the file as it was brought.
        path: Its rows, `adopted.COLUMNS`.
    """

    layout: str
    file: str
    fetched: date
    digest: str
    path: Path

    @property
    def name(self) -> str:
        """What tells it from others."""
        return f"{self.layout}-{self.digest[:16]}"

    def rows(self) -> pd.DataFrame:
        """Return its rows."""
        return _rows(self.path.read_bytes())


def draft(path: Path, *, countries: pd.DataFrame, file: str = "", today: date | None = None) -> Draft:
    """Read a file of adopted texts and keep nothing.

    Args:
        path: The file.
        countries: The table ``country``.
        file: Its name, where the path has another.
        today: See `layouts.read`.

    Raises:
        FileUnreadableError, FileTooLargeError, LayoutUnknownError, LayoutIncompleteError: See `layouts.read`.
        HeadingTwiceError, ReadingUnwritableError: See `layouts.read`.
    """
    from ewdash.data.layouts import read  # all layouts, which no page needs that only shows

    try:
        with tempfile.TemporaryDirectory(prefix="ewdash-") as folder:
            into = Path(folder) / "rows.parquet"
            reading = read(path, into=into, countries=countries, today=today)
            return Draft(reading, into.read_bytes(), own_file.clean(file or path.name)[:MAX_NAME])
    except OSError as error:
        raise ReadingUnwritableError(reason=error.strerror or str(error)) from error


def rows(made: Draft) -> pd.DataFrame:
    """Return the good rows of a file that was read: `adopted.COLUMNS`."""
    return _rows(made.content)


def held(root: Path | None = None) -> list[Held]:
    """Return the files that are kept in a state, by default the user's own, oldest first.

    Raises:
        HomeUnusableError: If facts are damaged.
    """
    state = home.current() if root is None else root
    found = [] if state is None else home.kept(state / FOLDER, Held)
    return sorted(found, key=lambda one: (one.fetched, one.name))


def written(folder: Path, made: Draft, *, today: date | None = None) -> Held:
    """Write a draft into a folder, from which `write` takes it into a state."""
    layout, digest = made.reading.layout, made.reading.sha256
    path = folder / f"{layout}-{digest[:16]}.parquet"
    path.write_bytes(made.content)
    return Held(layout, made.file, today or datetime.now(UTC).date(), digest, path)


def joined(new: Iterable[Held]) -> list[Held]:
    """Return the files held with new ones, which take the place of the same file."""
    both = {one.name: one for one in (*held(), *new)}
    return [*both.values()]


def state_votes(root: Path) -> pd.DataFrame:
    """Return how each State voted, as the files kept in a state tell: ``symbol``, ``iso3``, ``vote``.

    ``vote`` is yes, no, abstain or not_voting; a text adopted without a vote has no row. Without a file
    there is no row: no source of it may be passed on.
    """
    rows = _joined(held(root))
    rows = rows[rows["vote"].notna() & rows["iso3"].notna()]
    return rows[["symbol", "iso3", "vote"]].reset_index(drop=True)


def write(state: Path, own: list[Held]) -> None:
    """Write the files into a state, and the tables that they change over those of the repository.

    Args:
        state: The folder (inside `home.changing`).
        own: The files; without one nothing is written.

    Raises:
        TableInvalidError, CodeUnknownError: If a text does not fit its table.
        TablesUnwritableError: If a file cannot be written.
    """
    if not own:
        return
    for one in own:
        _copied(one, state / FOLDER)
    store.save(_made(own), root=state)


def renew(state: Path) -> None:
    """Write the tables of a state anew: those of the repository may have changed since."""
    own = held(state)
    if own:
        store.save(_made(own), root=state)


def brought(rows: pd.DataFrame, acts: pd.DataFrame, reach: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that texts bring to the record, in the columns of an act but for its source.

    Args:
        rows: `adopted.COLUMNS`.
        acts: The table ``council_action``.
        reach: The table ``record_reach``.

    Returns:
        One row per text that is later than its Council's record is whole to and not on it; ``iso3`` and
        ``situation`` are NA where its item names no situation of the record, or several.
    """
    texts = rows.drop_duplicates("symbol", keep="last")
    ends = {body: reach_of.texts(reach)[council] for council, body in reach_of.COUNCILS.items()}
    new = texts[(texts["date"] > texts["body"].map(ends)) & ~texts["symbol"].isin(acts["symbol"])]
    found = placed(new["topic"], situations(acts))
    kinds = [KINDS[_kind(symbol)] for symbol in new["symbol"]]
    return pd.DataFrame(
        {
            "date": new["date"],
            "iso3": [place and place[1] for place in found],
            "situation": [place and place[0] for place in found],
            "body": new["body"],
            "action_type": [kind for kind, _ in kinds],
            "symbol": new["symbol"],
            "label": [label for _, label in kinds],
            "instrument_status": "n/a",
            "confidence": "verified",
        },
        index=new.index,
    ).reset_index(drop=True)


def situations(acts: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Return the names of situations that stand for one country -> the situation and its iso3.

    Args:
        acts: The table ``council_action``.
    """
    rows = acts.dropna(subset=["iso3", "situation"])
    single = rows.groupby("situation")["iso3"].nunique().eq(1)
    of = rows[rows["situation"].map(single)].drop_duplicates("situation").set_index("situation")["iso3"]
    names = {folded(str(name)): (str(name), str(code)) for name, code in of.items()}
    for name in un_names.NAMES:
        if folded(name.listed) in names:
            names.setdefault(folded(name.said.removeprefix("the ")), names[folded(name.listed)])
    return names


def placed(topics: "pd.Series[str]", names: Mapping[str, tuple[str, str]]) -> list[tuple[str, str] | None]:
    """Return the one situation that each item or title names, None where it names none or several."""
    ordered = sorted(names, key=len, reverse=True)  # South Sudan before Sudan
    pattern = (
        re.compile("|".join(rf"(?<!\w){_OTHER_PLACES}{re.escape(name)}(?!\w)" for name in ordered))
        if names
        else None
    )
    found: list[tuple[str, str] | None] = []
    for topic in topics:
        text = folded(topic) if isinstance(topic, str) else ""
        match = set(pattern.findall(text)) if pattern and not text.startswith(_LETTER) else set()
        places = {names[name] for name in match}
        one = next(iter(places)) if len({code for _, code in places}) == 1 else None
        found.append(one)
    return found


def moved(reach: pd.DataFrame, rows: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return how far the record reaches with texts added: to the last before a number is missing.

    Resolutions of the Security Council are numbered through. Those of the Human Rights Council are
    numbered by session: a table of a session is taken to hold it to its last number.

    Args:
        reach: The table ``record_reach``.
        rows: `adopted.COLUMNS`.
        acts: The table ``council_action``.

    Returns:
        ``reach``; a day that moved has the note ``own``.
    """
    known = pd.concat([acts[acts["confidence"] == "verified"][["symbol", "date"]], rows[["symbol", "date"]]])
    known = known.dropna().drop_duplicates("symbol", keep="last")
    after = {"SC": partial(_numbers, _NEW_YORK), "HRC": partial(_numbers, _GENEVA)}
    out = reach.copy()
    for body, numbers in after.items():
        if not rows["body"].eq(body).any():
            continue
        row = out.index[(out["body"] == body) & (out["series"] == "texts")]
        day = pd.Timestamp(out.loc[row[0], "reaches_to"])
        last = _contiguous(numbers(known), day)
        if last > day:
            out.loc[row, "reaches_to"], out.loc[row, "note"] = last, reach_of.OWN
    return out


def _numbers(pattern: "re.Pattern[str]", known: pd.DataFrame) -> dict[tuple[int, ...], pd.Timestamp]:
    found = ((pattern.match(symbol), day) for symbol, day in zip(known["symbol"], known["date"], strict=True))
    return {tuple(map(int, match.groups())): pd.Timestamp(day) for match, day in found if match}


def _contiguous(days: dict[tuple[int, ...], pd.Timestamp], day: pd.Timestamp) -> pd.Timestamp:
    """Return the latest day that is reached from one on without a number missing."""
    at = max((number for number, on in days.items() if on <= day), default=None)
    while at is not None:
        *before, number = at
        following = [(*before, number + 1), *([(before[0] + 1, 1)] if before else [])]
        at = next((one for one in following if one in days), None)
        if at is not None:
            day = max(day, days[at])
    return day


def _kind(symbol: str) -> str:
    match = _KIND.match(symbol)
    if match is None:
        raise ValueError(symbol)
    return match[1]


def _rows(content: bytes) -> pd.DataFrame:
    frame = pd.read_parquet(io.BytesIO(content), columns=list(adopted.COLUMNS))
    counts = {name: frame[name].astype("Int64") for name in ("yes", "no", "abstain", "not_voting")}
    return frame.assign(date=frame["date"].astype("datetime64[us]"), **counts)


def _joined(own: list[Held]) -> pd.DataFrame:
    """Return the rows of all files; of a text that stands in several, those of the file brought last."""
    parts = [
        one.rows().assign(source=_SOURCES[one.layout].format(file=one.file), held=one.name) for one in own
    ]
    rows = pd.concat([_rows_of_nothing(), *parts], ignore_index=True)
    last = rows.drop_duplicates("symbol", keep="last").set_index("symbol")["held"]
    return rows[rows["held"] == rows["symbol"].map(last)].drop(columns="held").reset_index(drop=True)


def _rows_of_nothing() -> pd.DataFrame:
    texts = dict.fromkeys(("symbol", "body", "topic", "outcome", "iso3", "vote", *_FROM), "str")
    counts = dict.fromkeys(("yes", "no", "abstain", "not_voting"), "Int64")
    kinds = texts | counts | {"date": "datetime64[us]"}
    return pd.DataFrame({name: pd.Series(dtype=kinds[name]) for name in (*adopted.COLUMNS, *_FROM)})


def _made(own: list[Held]) -> list[store.Made]:
    """Return the tables that files change, each naming the repository's that it stands on."""
    from ewdash.data.tables import councils, record_reach  # with what validates tables, which no page needs

    load = partial(store.load, root=store.DATA)
    rows, acts, reach = _joined(own), load("council_action"), load("record_reach")
    sources = rows.drop_duplicates("symbol", keep="last").set_index("symbol")["source"]
    new = brought(rows, acts, reach)
    new = new.assign(source=new["symbol"].map(sources), rule=None, origin=OWN)
    all_acts = councils.typed(pd.concat([acts, new], ignore_index=True), acts.columns)
    lines = moved(reach, rows, acts).drop(columns="singles_to")
    tables = {"council_action": all_acts}
    tables["record_reach"] = record_reach.with_last(
        lines, lambda table: tables[table] if table in tables else load(table)
    )
    if VOTES in LAYOUTS:
        tables[VOTES] = with_counts(rows, load(VOTES))
    return [_one(table, frame, own) for table, frame in tables.items()]


def with_counts(rows: pd.DataFrame, votes: pd.DataFrame) -> pd.DataFrame:
    """Return the table of votes with the counts of texts that it has none of, or only an outcome.

    Args:
        rows: `adopted.COLUMNS`, and ``source``.
        votes: The table ``vote``.
    """
    texts = rows.drop_duplicates("symbol", keep="last").assign(confidence="verified", origin=OWN)
    counted = votes["yes"].notna() | votes["outcome"].eq("without_vote")
    texts = texts[~texts["symbol"].isin(votes.loc[counted, "symbol"])]
    others = votes[~votes["symbol"].isin(texts["symbol"])]
    both = pd.concat([others, texts[[*votes.columns]]], ignore_index=True)
    return both.sort_values(["date", "body", "symbol"], na_position="first", ignore_index=True)


def _one(table: str, frame: pd.DataFrame, own: list[Held]) -> store.Made:
    from ewdash.data import build

    base = store.card(table, root=store.DATA).provenance
    last = frame["date" if "date" in frame else "reaches_to"].max()
    provenance = replace(
        base,
        version="; ".join([base.version, *(one.file for one in own)]),
        covers_to=max(base.covers_to, last.date()),
        accessed=max([base.accessed, *(one.fetched for one in own)]),
        sources=(*base.sources, *store.stamps((table,), root=store.DATA)),
    )
    return build.made(table, frame, provenance, words=f"own_{table}" if table in TABLES else "")


def _copied(one: Held, folder: Path) -> None:
    """Write a file of texts and its facts into a state that nobody reads yet, unless they are in it."""
    target = folder / f"{one.name}.parquet"
    if one.path == target:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(one.path, target)
    facts = {name: str(value) for name, value in asdict(one).items() if name != "path"}
    target.with_suffix(".json").write_text(json.dumps(facts), encoding="utf-8")
