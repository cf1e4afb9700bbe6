"""Who sits in the two Councils, until when, and whose sessions meet whose presidencies."""

from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.charts import calendars
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.places import Places
from ewdash.views.block import Block, block

MAX_PRESIDENCIES = 12  # months of presidencies drawn: their names must fit


def _sitting(record: Record, day: pd.Timestamp) -> pd.DataFrame:
    rows = record.table("membership")
    return rows[(rows["start"] <= day) & ((rows["end"] >= day) | rows["end"].isna())]


def members(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the members of both Councils by regional group: until when, and who stays after the turn."""
    places = record.places
    today = pd.Timestamp(record.card("membership").provenance.accessed)
    turn = pd.Timestamp(today.year, 12, 31)
    everyone = _sitting(record, today)
    rows = everyone[everyone["iso3"].isin(places.within(region=region, group=group))]
    ends = {body: part.set_index("iso3")["end"] for body, part in rows.groupby("body")}
    codes = sorted(rows["iso3"].unique(), key=places.name)
    table = pd.DataFrame(
        {
            "country": [places.name(code) for code in codes],
            "group": [_group(places, code) for code in codes],
            **{
                f"{body.lower()}_until": [_until(ends.get(body), code) for code in codes]
                for body in ("HRC", "SC")
            },
        }
    )
    both = (table["hrc_until"] != "") & (table["sc_until"] != "")
    stays = rows[rows["end"].isna() | (rows["end"] > turn)]
    after = set(stays[stays["body"] == "HRC"]["iso3"]) & set(stays[stays["body"] == "SC"]["iso3"])
    leaving = {body: int((part["end"] == turn).sum()) for body, part in rows.groupby("body")}
    return block(
        "members",
        None,
        table,
        record.card("membership"),
        day=i18n.day(today),
        turn=i18n.day(turn),
        both=int(both.sum()),
        names=i18n.listing(table[both]["country"]) or translate("none-recorded"),
        hrc=leaving.get("HRC", 0),
        sc=leaving.get("SC", 0),
        after=i18n.listing(sorted(places.name(code) for code in after)) or translate("none-recorded"),
    )


def _group(places: Places, code: str) -> str:
    group = places.row(code)["hrc_group"]
    return translate(f"group-{str(group).replace('_', '-')}") if pd.notna(group) and group else ""


def _until(ends: "pd.Series[Any] | None", code: str) -> str:
    if ends is None or code not in ends.index:
        return ""
    return translate("permanent") if pd.isna(ends[code]) else str(ends[code].date())


def calendar(record: Record, *, region: str | None, group: str | None) -> Block:
    """Draw the year's sessions in Geneva against the presidencies in New York."""
    del region, group  # a calendar has no part
    places = record.places
    rows = record.table("session")
    presidencies = (
        rows[rows["kind"] == "presidency"].sort_values("start", kind="stable").tail(MAX_PRESIDENCIES)
    )
    first, last = presidencies["start"].min(), presidencies["end"].max()
    member = [code in _seats(record, "HRC", day) for code, day in _holders(presidencies)]
    presidencies = presidencies.assign(
        name=[places.name(code) for code in presidencies["iso3"]], member=member
    )
    sessions = rows[(rows["kind"] != "presidency") & (rows["end"] >= first) & (rows["start"] <= last)]
    council_sessions = rows[rows["kind"] != "presidency"].sort_values("start", kind="stable")
    planned = sessions.loc[sessions["confidence"] == "planned", "session"].tolist()
    sessions = sessions.assign(
        session=[
            translate("calendar-planned", session=name) if name in planned else name
            for name in sessions["session"]
        ]
    )
    table = pd.DataFrame(
        {
            "month": presidencies["start"].dt.strftime("%Y-%m"),
            "presidency": presidencies["name"],
            "hrc_member": [translate("yes" if is_member else "no") for is_member in presidencies["member"]],
            "sessions": [
                ", ".join(sessions[(sessions["end"] >= start) & (sessions["start"] <= end)]["session"])
                for start, end in zip(presidencies["start"], presidencies["end"], strict=True)
            ],
            "confidence": [translate(f"confidence-{value}") for value in presidencies["confidence"]],
        }
    )
    return block(
        "calendar",
        calendars.sessions_and_presidencies(sessions, presidencies, period=(first, last)),
        table.reset_index(drop=True),
        record.card("session"),
        record.card("membership"),
        first=i18n.month(first),
        last=i18n.month(last),
        regular=str(council_sessions[council_sessions["kind"] == "regular"]["session"].iloc[-1]),
        special=str(council_sessions[council_sessions["kind"] == "special"]["session"].iloc[-1]),
        missing=i18n.listing(_missing(council_sessions)) or "none",
        planned=i18n.listing(planned) or "none",
        holders=i18n.listing(presidencies[presidencies["member"]]["name"]) or translate("none-recorded"),
    )


def _missing(sessions: pd.DataFrame) -> list[str]:
    """Return the regular sessions that must have been held and are not in the table."""
    numbers = sessions.loc[sessions["kind"] == "regular", "session"].str.removeprefix("HRC ").astype(int)
    return [f"HRC {number}" for number in sorted({*range(1, numbers.max())} - {*numbers})]


def _holders(presidencies: pd.DataFrame) -> "list[tuple[str, pd.Timestamp]]":
    return list(zip(presidencies["iso3"], presidencies["start"], strict=True))


def _seats(record: Record, body: str, day: pd.Timestamp) -> set[str]:
    rows = _sitting(record, day)
    return set(rows[rows["body"] == body]["iso3"])
