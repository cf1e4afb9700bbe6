"""Meetings of the Security Council by country, 1989 to June 2022.

Where an agenda item covers more than one country, `wide_items` says on which the meeting was.
From 2020 videoconferences and written procedures stand beside formal meetings. Of January to May 2021 the
record holds only those with an outcome, so that a count by year never tells a fall.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ewdash.data import sources
from ewdash.data.tables import council_review, councils, un_names, wide_items
from ewdash.model import vocabulary
from ewdash.model.errors import SourceLayoutError

FILE, SYMBOLS, LATER = "sc_meetings.csv", "sc_meeting_symbols_1989_2019.csv", "sc_meetings_2020_2022h1.csv"
JUDGED = {council_review.REVIEW: council_review.decisions}
PROVENANCE = councils.provenance(
    "third edition",
    FILE,
    SYMBOLS,
    LATER,
    wide_items.ACTS,
    wide_items.HEARD,
    council_review.CORRECTIONS,
    covers_from=date(1989, 1, 1),
    covers_to=date(2022, 6, 30),
)
ROWS = {FILE: 4_153, SYMBOLS: 5_845, LATER: 579}
NUMBERED = 4_026  # rows of the first file whose meeting record was found
UNTOLD = 56  # meetings on the situation in the Middle East of which nothing tells the country
FORMATS = {
    "formal meeting": "formal_meeting",
    "videoconference (COVID-19)": "videoconference",
    "written procedure or videoconference (COVID-19)": "videoconference_or_written",
}
# What the reading of the later file took for a country in the name of another, and what it stands for.
MISREAD = {"SOM;MLI": ("Somalia", "SOM"), "SDN;IRQ": ("UNAMID", "SDN")}
# Situation -> how the records name its item, where not by the same name.
ITEMS = {
    "Occupied Palestinian Territory": "Palestin",
    "DR Congo": "Democratic Republic of the Congo",
    "Iraq-Kuwait": "Iraq",
    "Eritrea-Ethiopia": "Eritrea|Ethiopia",
    "Cote d'Ivoire": "Ivoire",
    "South Sudan": "Sudan",
    "DPRK": "Democratic People's Republic of Korea|DPRK",
    "Golan (UNDOF)": "Israel/Syria|Golan|UNDOF|Disengagement",
    "Former Yugoslavia (ICTY)": "Yugoslavia",
    "Former Yugoslavia": "Yugoslavia",
    "Rwanda (ICTR)": "Rwanda",
    "Great Lakes region": "Great Lakes",
    "Armenia-Azerbaijan": "Azerbaijan|Armenia",
    "Iran-Iraq": "Iran",
    "Libya (Lockerbie)": "Libya",
    "North Macedonia": "Macedonia",
    "Djibouti-Eritrea": "Djibouti",
    "Bougainville": "Papua|Bougainville",
    "India-Pakistan": "India|Pakistan",
    "Syria": "Syria|The situation in the Middle East",
    "Yemen": "Yemen|The situation in the Middle East",
}
YEAR = r" \(\d{4}\)"  # behind a resolution; the first file has none
# Situations filed under a country that are another matter -> the words of the item that is on them.
OTHER_MATTERS = {"Golan (UNDOF)": "UNDOF|Disengagement", "Iraq-Kuwait": "Iraq and Kuwait"}
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column("datetime64[us]", councils.PAST),
        "iso3": pa.Column(str, pa.Check.str_length(3, 3)),
        "situation": pa.Column(str),
        # NA: which of the day's meetings it was is not told, or the videoconference has no letter.
        "symbol": pa.Column(str, pa.Check.str_startswith("S/"), nullable=True),
        "format": pa.Column(str, pa.Check.isin(list(FORMATS.values()))),
        "outcome": pa.Column(str, nullable=True),  # NA: no text came of the meeting
        "confidence": pa.Column(str, pa.Check.isin(list(vocabulary.CONFIDENCE))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)


def build(folder: Path) -> pd.DataFrame:
    """Return one row per meeting and country, all of them found in the UN library's table.

    Raises:
        SourceTotalError: If rows are missing.
        SourceLayoutError: If a meeting lies in the future, or a row of the later file is not as read.
    """
    rows = sources.read(folder, FILE, ["date", "iso3", "situation", "outcome"])
    records = sources.read(folder, SYMBOLS, ["date", "symbol", "topic", "corpus_situation", "outcome"])
    later = sources.read(folder, LATER, ["date", "symbol", "iso3", "format", "topic", "outcome"])
    for file, frame in ((FILE, rows), (SYMBOLS, records), (LATER, later)):
        sources.expect(file, "rows", found=len(frame), expected=ROWS[file])
        councils.happened(file, frame, "date")
    symbols = numbers(rows, records)
    sources.expect(SYMBOLS, "symbols found", found=int(symbols.notna().sum()), expected=NUMBERED)
    earlier = rows.assign(symbol=symbols, format="formal_meeting")
    told = {"on_record": wide_items.texts(folder), "read": wide_items.readings(folder)}
    records = records.rename(columns={"corpus_situation": "subject"})
    general = records.assign(format="formal_meeting")[~records["symbol"].isin(earlier["symbol"])]
    parts = [
        _placed(earlier.merge(records[["symbol", "topic", "subject"]], on="symbol", how="left"), told),
        _general(general, told),
        _placed(_later(later, rows), told),
        _general(later.assign(subject=None, format=_formats(later)), told),
    ]
    everything = pd.concat([records, later])
    middle_east = everything[everything["topic"].map(wide_items.item).eq(wide_items.MIDDLE_EAST)]
    untold = middle_east[~middle_east["symbol"].isin(pd.concat(parts)["symbol"])]
    sources.expect(LATER, "meetings on no country", found=untold["symbol"].nunique(), expected=UNTOLD)
    columns = ["date", "iso3", "situation", "symbol", "format", "outcome"]
    whole = pd.concat([part[columns] for part in parts], ignore_index=True)
    whole = whole.assign(
        date=pd.to_datetime(whole["date"]),
        situation=un_names.of_the_time(un_names.un_named(whole["situation"]), whole["date"]),
        outcome=whole["outcome"].str.replace(YEAR, "", regex=True),
        confidence="verified",
    )
    columns = list(SCHEMA.columns)
    return whole[columns].sort_values(columns, na_position="first", ignore_index=True)


def _placed(rows: pd.DataFrame, told: dict[str, Any]) -> pd.DataFrame:
    """Return meetings by country, those on the Sudan or South Sudan under the one they were on, or both.

    A meeting whose number the day leaves open keeps the country that the file gives it.
    """
    codes = list(wide_items.PLACES[wide_items.SUDANS])
    wide = rows["iso3"].isin(codes) & rows["symbol"].notna()
    wide &= rows["topic"].map(wide_items.item).eq(wide_items.SUDANS)
    meetings = rows[wide].drop_duplicates("symbol")
    return pd.concat([rows[~wide], _told(meetings, told)], ignore_index=True)


def _general(records: pd.DataFrame, told: dict[str, Any]) -> pd.DataFrame:
    """Return the meetings on the situation in the Middle East by country, where that is told."""
    general = records["topic"].map(wide_items.item).eq(wide_items.MIDDLE_EAST)
    return _told(records[general], told)


def _told(meetings: pd.DataFrame, told: dict[str, Any]) -> pd.DataFrame:
    """Return meetings by the situations that `wide_items` gives them, one row each; those on none are not."""
    names = [wide_items.situations(meeting, **told) for meeting in meetings.to_dict("records")]
    rows = (
        meetings.assign(situation=pd.Series(names, meetings.index, dtype=object))
        .explode("situation")
        .dropna(subset=["situation"])
    )
    return rows.assign(iso3=rows["situation"].map(wide_items.CODES))


def numbers(rows: pd.DataFrame, records: pd.DataFrame) -> pd.Series:
    """Return the symbol of each meeting's record, NA where the day's records leave it open.

    A meeting is known by its outcome; one without by its situation, where the day has as many records
    on that item left as there are meetings on it. Meetings on one item and day without an outcome are
    told apart by nothing but their order.

    Args:
        rows: ``date``, ``iso3``, ``situation`` and ``outcome``.
        records: ``date``, ``symbol``, ``topic``, ``corpus_situation`` and ``outcome``.
    """
    found = pd.Series(None, index=rows.index, dtype=object)
    outcome = records["outcome"].fillna("").str.replace(YEAR, "", regex=True)
    words = records["topic"].fillna("") + " " + records["corpus_situation"].fillna("")
    days = dict(iter(records.assign(outcome=outcome, words=words).groupby("date")))
    for day, meetings in rows.groupby("date"):
        if day not in days:
            continue
        held = days[day].sort_values("symbol", kind="stable")
        texts = meetings[meetings["outcome"].fillna("").str.startswith("S/")]
        by_outcome = held[held["outcome"] != ""].drop_duplicates("outcome").set_index("outcome")["symbol"]
        found.loc[texts.index] = texts["outcome"].map(by_outcome)
        left = held[held["outcome"] == ""]
        rest = meetings.drop(index=texts.index)
        situation: Any
        for situation, part in rest.groupby("situation"):
            on_item = left[left["words"].str.contains(ITEMS.get(situation, situation), regex=True)]
            unnamed = left["corpus_situation"].isna().all() and len(set(rest["situation"])) == 1
            candidates = left if on_item.empty and len(left) == 1 and unnamed else on_item
            for _, place in part.groupby("iso3"):
                if len(place) == len(candidates):
                    found.loc[place.index] = candidates["symbol"].to_numpy()
    return found.where(found.notna(), None).astype("str")


def _later(later: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """Return meetings of the later file by country, named as the earlier ones; those on none are not."""
    later = later.assign(format=_formats(later))
    rows = later.dropna(subset=["iso3"])
    places = rows["iso3"].copy()
    for read, (name, code) in MISREAD.items():
        misread = rows["iso3"] == read
        for line in rows.index[misread & ~rows["topic"].str.contains(name)][:1]:
            raise SourceLayoutError(file=LATER, reason=f"{line + 2}:iso3: {read}")
        places[misread] = code
    rows = rows.assign(iso3=places.str.split(";")).explode("iso3")
    own = earlier[~earlier["situation"].isin(list(OTHER_MATTERS))]
    names = rows["iso3"].map(own.groupby("iso3")["situation"].agg(lambda names: names.mode().iloc[0]))
    for matter, words in OTHER_MATTERS.items():
        places = earlier.loc[earlier["situation"] == matter, "iso3"]
        names = names.mask(rows["iso3"].isin(places) & rows["topic"].str.contains(words), matter)
    return rows.assign(situation=names, subject=None)


def _formats(later: pd.DataFrame) -> pd.Series:
    """Return the formats of the later file in our words."""
    formats = later["format"].str.removesuffix(", closed or private")
    for line in later.index[~formats.isin(list(FORMATS))][:1]:
        raise SourceLayoutError(file=LATER, reason=f"{line + 2}:format: {later.loc[line, 'format']}")
    return formats.map(FORMATS)
