"""Who of the human-rights side, and of the Secretary-General's related mandates, the Security Council heard.

One row per meeting and office, 1995 to 2020, as far as the meeting records name the speaker's office;
offices, no persons' names. Formal meetings, and videoconferences of 2020 in their place. A meeting is on
a country where its agenda item names one; where it covers several, by the rule of `wide_items`.
"""

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import council_review, councils, sc_meeting, un_names, wide_items
from ewdash.model import heard, vocabulary
from ewdash.model.errors import SourceLayoutError
from ewdash.model.vocabulary import BRIEFINGS

FILE = "sc_heard_1995_2020.csv"
CORPUS_VERSION = "The UN Security Council Debates, version 5"
CORPUS = f"{CORPUS_VERSION} (doi 10.7910/DVN/KGVSYH, CC0)"
CITATION = (
    "Schoenfeld, M., Eckhard, S., Patz, R., van Meegdenburg, H., Pires, A. (2019). The UN Security "
    "Council Debates, version 5. Harvard Dataverse, doi:10.7910/DVN/KGVSYH, CC0 1.0."
)
JUDGED = {council_review.REVIEW: council_review.decisions}
PROVENANCE = dataclasses.replace(
    councils.provenance(
        f"read from {CORPUS_VERSION}",
        FILE,
        sc_meeting.SYMBOLS,
        wide_items.ACTS,
        council_review.CORRECTIONS,
        covers_from=date(1995, 1, 6),
        covers_to=heard.WHOLE_TO,
    ),
    citation=(*councils.CITATION, CITATION),
)
ROWS = 120
IDENTIFIED = {
    "office label in corpus": "office",
    "surname in corpus + dates of office (ours)": "surname",
}
FORMATS = {"formal meeting": "formal_meeting", "videoconference (letter)": "videoconference"}
HELD = {"formal_meeting": "heard in formal meeting", "videoconference": "heard by videoconference"}
MEETINGS = {"human_rights": 55, "related_mandate": 61}  # several mandates can be heard in one meeting
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column("datetime64[us]", councils.PAST),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3), nullable=True),  # NA: the item names no country
        "situation": pa.Column(str),
        "symbol": pa.Column(str, pa.Check.str_startswith("S/")),  # of a videoconference: a letter's
        "format": pa.Column(str, pa.Check.isin(list(FORMATS.values()))),
        "topic": pa.Column(str),
        "side": pa.Column(str, pa.Check.isin(list(heard.SIDES))),
        "speaker": pa.Column(str, pa.Check.isin(list(heard.SIDE_OF))),
        "office": pa.Column(str),
        "action_type": pa.Column(str, pa.Check.isin(list(BRIEFINGS)), nullable=True),
        "identified_by": pa.Column(str, pa.Check.isin(list(IDENTIFIED.values()))),
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    unique=["symbol", "office"],
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per meeting and office.

    Raises:
        SourceTotalError: If rows or meetings are missing.
        SourceLayoutError: If a row names an office that is none of `heard.GROUPS`, or lies in the future.
    """
    columns = ["date", "iso3", "situation", "symbol", "format", "topic", "office", "action_type"]
    rows = sources.read(folder, FILE, [*columns, "identified_by", "confidence"])
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    councils.happened(FILE, rows, "date")
    known = {
        "office": pd.Series([heard.office(label) is not None for label in rows["office"]], index=rows.index),
        "identified_by": rows["identified_by"].isin(list(IDENTIFIED)),
        "format": rows["format"].isin(list(FORMATS)),
    }
    for column, sound in known.items():
        for line in rows.index[~sound][:1]:
            raise SourceLayoutError(file=FILE, reason=f"{line + 2}:{column}: {rows.loc[line, column]}")
    rows = _placed(rows, folder)
    offices = [one for one in map(heard.office, rows["office"]) if one is not None]
    speaker = pd.Series([one.group for one in offices], index=rows.index)
    rows = rows.assign(
        date=pd.to_datetime(rows["date"]),
        speaker=speaker,
        side=speaker.map(heard.SIDE_OF),
        action_type=rows["action_type"].where(rows["action_type"].isin(BRIEFINGS)),
        identified_by=rows["identified_by"].map(IDENTIFIED),
        format=rows["format"].map(FORMATS),
        office=[one.name for one in offices],
        **{name: un_names.un_named(rows[name]) for name in ("situation", "topic")},
    )
    for side, meetings in MEETINGS.items():
        found = rows.loc[rows["side"] == side, "symbol"].nunique()
        sources.expect(FILE, side, found=found, expected=meetings)
    ordered = rows.sort_values(["date", "symbol", "office"], ignore_index=True)
    return ordered[list(SCHEMA.columns)]


def _placed(rows: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Return the rows with the country by the rule of `wide_items`, where the item covers several."""
    names = {"corpus_situation": "subject"}
    records = sources.read(folder, sc_meeting.SYMBOLS, ["symbol", "outcome", *names]).rename(columns=names)
    told = {"on_record": wide_items.texts(folder), "read": wide_items.readings(folder)}
    meetings = rows[["date", "symbol", "topic"]].merge(records, on="symbol", how="left").to_dict("records")
    names_of_rows = [wide_items.situations(meeting, **told) for meeting in meetings]
    wide = rows["topic"].map(wide_items.item).notna()
    placed = rows.assign(told=pd.Series(names_of_rows, rows.index, dtype=object))[wide].explode("told")
    code = placed["told"].map(wide_items.CODES)
    same = code.fillna("").eq(placed["iso3"].fillna(""))  # the file's own words for it stay
    placed = placed.assign(iso3=code, situation=placed["situation"].where(same, placed["told"]))
    return pd.concat([rows[~wide], placed.drop(columns="told")], ignore_index=True)


def held(acts: pd.DataFrame, meetings: pd.DataFrame) -> tuple[pd.DataFrame, frozenset[str]]:
    """Give acts on record the number of the formal meeting that they are, and say which meetings those were.

    A briefing on record is such a meeting when both are of one day and on one country, or when the
    meeting's item names no country: what was filed under countries of which the speaker spoke is then
    one act without a country, for a thematic meeting counts for none. A recalled briefing is verified
    by its meeting record.

    Args:
        acts: Acts as text: ``date``, ``iso3``, ``situation``, ``action_type``, ``symbol``, ``source``,
            ``confidence``.
        meetings: The human-rights side of this table.

    Returns:
        The acts, and the symbols of the meetings found among them.
    """
    out, found, dropped = acts.copy(), set[str](), list[Any]()
    briefings = acts[acts["action_type"].isin(BRIEFINGS)]
    meeting: Any
    for meeting in meetings.itertuples():
        same = briefings[briefings["date"].astype(str).str.slice(0, 10) == f"{meeting.date:%Y-%m-%d}"]
        if pd.notna(meeting.iso3):
            same = same[same["iso3"] == meeting.iso3]
        if same.empty:
            continue
        found.add(meeting.symbol)
        first, *others = same.index
        if pd.isna(meeting.iso3):
            dropped += others
            out.loc[first, ["iso3", "situation"]] = [None, f"{meeting.topic} (thematic)"]
        rows = [first] if pd.isna(meeting.iso3) else list(same.index)
        out.loc[rows, "symbol"] = meeting.symbol
        recalled = [row for row in rows if out.loc[row, "confidence"] == "recalled"]
        out.loc[recalled, ["source", "confidence"]] = [f"{meeting.symbol} in {CORPUS}", "verified"]
    return out.drop(index=dropped), frozenset(found)


def crossings(meetings: pd.DataFrame) -> pd.DataFrame:
    """Return meetings of the human-rights side as crossings, in the columns of an act, as text."""
    thematic = meetings["iso3"].isna()
    mechanism = meetings["action_type"] == "hrc_mechanism_briefing"
    return pd.DataFrame(
        {
            "date": meetings["date"].dt.strftime("%Y-%m-%d"),
            "iso3": meetings["iso3"],
            "situation": meetings["situation"].mask(thematic, meetings["topic"] + " (thematic)"),
            "body": mechanism.map({True: "SC", False: "OHCHR"}),
            "action_type": meetings["action_type"],
            "symbol": meetings["symbol"],
            "label": meetings["office"] + " " + meetings["format"].map(HELD),
            "instrument_status": "n/a",
            "source": f"meeting record in {CORPUS}",
            "confidence": meetings["confidence"],
        }
    )
