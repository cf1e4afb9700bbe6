"""How the Councils voted on the texts and drafts on record: outcome and counts, one row per text.

``origin`` tells where a row is from: compiled rows join the outcomes of texts of the Human Rights
Council and the Commission (from rolls and the catalogue) and the Security Council's of 1989 to 1993
(which the library's table of meetings writes beside the topic) to the texts on record, and keep counts
only where they add up to the seats; added rows are
the lines of `vote.csv`; rows of an act are drafts of which only the outcome is on record.

A count that is not known is NA and never 0. How each State voted is not in the table: no source of it
may be passed on.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import council_action, councils
from ewdash.model import vocabulary
from ewdash.model.errors import SourceLayoutError
from ewdash.model.vocabulary import FAILED_DRAFTS as FAILED
from ewdash.model.vocabulary import VOTE_COUNTS as COUNTS

OUTCOMES, MEETINGS, ADDED = "hrc_outcomes.csv", "sc_meeting_symbols_1989_2019.csv", "vote.csv"
LINES = (ADDED, council_action.ADDED)  # the acts tell day and body, and which drafts failed
PROVENANCE = councils.provenance(
    "first edition",
    OUTCOMES,
    MEETINGS,
    covers_from=date(1989, 1, 1),
    covers_to=date(2026, 4, 7),
)
ROWS = 993
ORIGINS = (*councils.ORIGINS, "act")
BODIES = ("HRC", "CHR", "SC")
SEATS = {"HRC": 47, "CHR": 53, "SC": 15}
EARLY_SEATS, ENLARGED = 43, pd.Timestamp(1992, 1, 1)  # of the Commission, until it was enlarged
# With one seat empty, between the suspension of one member and the election of another.
EMPTY_SEAT = (pd.Timestamp(2022, 4, 7), pd.Timestamp(2022, 5, 10))
WORDS = {
    "without_vote": "without_vote",
    "recorded_vote": "recorded_vote",
    "vote_not_recorded": "not_recorded",
}
GENEVA = "catalogue and roll calls of OHCHR’s library, read in lszoszk/hrc-voting"
NEW_YORK = "Dag Hammarskjöld Library, table of meetings, read in emilytong123/unsc_for_us"
# “S/RES/688 (1991) 10-3-2”, “S/RES/702 (1991) without vote”; “Draft Resolution S/21326 vetoed by USA 14-1-0”
ADOPTED = re.compile(
    r"(?P<symbol>S/RES/\d+ \(\d{4}\)) (?:(?P<yes>\d+)-(?P<no>\d+)-(?P<abstain>\d+)|(?P<silent>without vote))"
)
DRAFT = re.compile(
    r"Draft Resolution (?P<symbol>S/\S+) (?:(?P<vetoed>vetoed) by [^0-9]+|not adopted )"
    r"(?P<yes>\d+)-(?P<no>\d+)-(?P<abstain>\d+)"
)
_count = pa.Column("Int64", pa.Check.ge(0), nullable=True)  # NA: no vote, or the count is not known
SCHEMA = pa.DataFrameSchema(
    {
        "symbol": pa.Column(str, nullable=True),  # NA: the draft's symbol is not known
        "date": pa.Column("datetime64[us]", councils.PAST),
        "body": pa.Column(str, pa.Check.isin(list(BODIES))),
        "outcome": pa.Column(str, pa.Check.isin(list(vocabulary.VOTE_OUTCOMES))),
        **dict.fromkeys(COUNTS, _count),
        "source": pa.Column(str),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
        "origin": pa.Column(str, pa.Check.isin(list(ORIGINS))),
    },
    unique=["symbol", "date", "body"],
    strict=True,
    coerce=True,
    ordered=True,
)
LINE = tuple(name for name in SCHEMA.columns if name != "origin")


def build(folder: Path) -> pd.DataFrame:
    """Return one row per text or draft with its outcome and counts (votes; NA where not known).

    Raises:
        SourceTotalError: If rows are missing.
        SourceLayoutError: If an outcome is no word of the source, or a text is not on record.
        HandLineError: If a hand file is not as documented.
    """
    acts = council_action.build(folder)
    compiled = pd.concat([_geneva(folder, acts), _new_york(folder, acts)], ignore_index=True)
    return joined(_typed(compiled.assign(origin="compiled")), hand.HAND, lambda _: acts)


def joined(compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return the compiled rows, the lines added by hand, and the drafts of which no count is known.

    Args:
        compiled: The compiled rows of this table.
        folder: The folder of hand files.
        load: Gives `council_action`.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    acts = load("council_action")
    lines = added(folder, acts, compiled).assign(origin="added")
    # A line may give the counts that a compiled row lacks.
    compiled = compiled[~_keys(compiled).isin(_keys(lines))]
    counted = pd.concat([compiled, _typed(lines)], ignore_index=True)
    failed = acts[acts["body"].isin(BODIES) & acts["action_type"].isin(FAILED)]
    failed = failed[~_keys(failed).isin(_keys(counted))]
    failed = failed.assign(
        outcome=failed["action_type"].map(FAILED), origin="act", **dict.fromkeys(COUNTS, None)
    )
    rows = pd.concat([counted, _typed(failed.drop_duplicates(["symbol", "date", "body"]))], ignore_index=True)
    return rows.sort_values(["date", "body", "symbol"], na_position="first", ignore_index=True)


def added(folder: Path, acts: pd.DataFrame, compiled: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of the hand file, checked word by word and against the acts on record.

    Raises:
        HandLineError: If a line is not as documented, speaks of no text on record or of one that is
            counted already.
    """
    rows = hand.read(folder, ADDED, LINE)
    hand.filled(ADDED, rows, "date", "body", "outcome", "source")
    hand.dated(ADDED, rows, "date")
    hand.happened(ADDED, rows, "date", accessed=PROVENANCE.accessed)
    hand.worded(ADDED, rows, body=BODIES, outcome=vocabulary.VOTE_OUTCOMES, confidence=vocabulary.CONFIDENCE)
    for column in COUNTS:
        hand.refuse(ADDED, rows, column, ~rows[column].fillna("0").str.fullmatch(r"\d{1,2}"), "count")
    counts = rows[[*COUNTS]].apply(pd.to_numeric)
    some, main = counts.notna().any(axis=1), counts[[*COUNTS[:3]]]
    hand.refuse(ADDED, rows, "yes", rows["outcome"].eq("without_vote") & some, "needless")
    hand.refuse(ADDED, rows, "yes", some & main.isna().any(axis=1), "empty")
    hand.refuse(ADDED, rows, "yes", counts.sum(axis=1) > seats(rows), "count")
    unsourced = rows["source"].astype(str).str.startswith(council_action.OWN_KNOWLEDGE) & (
        rows["confidence"] == "verified"
    )
    hand.refuse(ADDED, rows, "source", unsourced, "source")
    hand.refuse(ADDED, rows, "symbol", ~_keys(rows).isin(_keys(acts)), "nothing")
    settled = compiled["yes"].notna() | compiled["outcome"].eq("without_vote")
    hand.once(ADDED, rows, _keys(rows), "symbol", existing=_keys(compiled[settled]))
    return rows


def seats(rows: pd.DataFrame) -> pd.Series:
    """Return how many members the body had that could vote on each day.

    Args:
        rows: ``body`` and ``date``.
    """
    days = pd.to_datetime(rows["date"])
    early = rows["body"].eq("CHR") & (days < ENLARGED)
    empty = rows["body"].eq("HRC") & (days >= EMPTY_SEAT[0]) & (days < EMPTY_SEAT[1])
    return rows["body"].map(SEATS).mask(early, EARLY_SEATS) - empty


def _keys(rows: pd.DataFrame) -> pd.Series:
    """Return what makes a vote one: body and symbol, and the day; drafts may have no symbol."""
    days = pd.to_datetime(rows["date"]).dt.strftime("%Y-%m-%d")
    return rows["body"].astype(str) + "|" + days + "|" + rows["symbol"].fillna("").astype(str)


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in the columns of the table, days as days and counts as whole numbers."""
    counts = {name: pd.to_numeric(rows[name]).astype("Int64") for name in COUNTS}
    typed = rows.assign(date=pd.to_datetime(rows["date"]).astype("datetime64[us]"), **counts)
    return typed[[*SCHEMA.columns]].astype({"symbol": "str"})


def _geneva(folder: Path, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes of texts of the Human Rights Council and the Commission that are on record."""
    columns = ("symbol", "outcome", *COUNTS)
    rows = sources.read(folder, OUTCOMES, columns)
    sources.expect(OUTCOMES, "rows", found=len(rows), expected=ROWS)
    for line in rows.index[~rows["outcome"].isin(WORDS)][:1]:
        raise SourceLayoutError(file=OUTCOMES, reason=f"{line + 2}:outcome: {rows.loc[line, 'outcome']}")
    found = _on_record(rows.assign(outcome=rows["outcome"].map(WORDS)), acts, GENEVA)
    # Counts that do not add up to the seats were misread from the roll: which of them is wrong is not known.
    right = found[[*COUNTS]].apply(pd.to_numeric).sum(axis=1).eq(seats(found))
    return found.assign(**{name: found[name].where(right) for name in COUNTS})


def _new_york(folder: Path, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the votes of 1989 to 1993 that the table of meetings writes beside the topic."""
    topics = sources.read(folder, MEETINGS, ("topic",))["topic"].dropna().str
    adopted = topics.extractall(ADOPTED).assign(
        outcome=lambda found: found["silent"].isna().map({True: "recorded_vote", False: "without_vote"})
    )
    drafts = topics.extractall(DRAFT).assign(
        outcome=lambda found: found["vetoed"].isna().map({True: "not_adopted", False: "vetoed"})
    )
    rows = pd.concat([adopted, drafts], ignore_index=True).drop(columns=["silent", "vetoed"])
    rows = rows.drop_duplicates()  # a text may stand beside two meetings; it was voted on once
    counts = rows[["yes", "no", "abstain"]].apply(pd.to_numeric).astype("Int64")
    # The Council has fifteen members: who is in none of the three counts did not vote.
    rows["not_voting"] = SEATS["SC"] - counts.sum(axis=1, skipna=False)
    return _on_record(rows, acts, NEW_YORK)


def _on_record(rows: pd.DataFrame, acts: pd.DataFrame, source: str) -> pd.DataFrame:
    """Return the votes on texts on record, with day and body of the act."""
    texts = acts.dropna(subset=["symbol"]).drop_duplicates("symbol")[["symbol", "date", "body"]]
    return rows.merge(texts, on="symbol").assign(source=source, confidence="verified")
