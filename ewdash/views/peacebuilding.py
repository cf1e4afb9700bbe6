"""The Peacebuilding Commission: which situations are before it, and what it says to either Council."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.lanes import PEACEBUILDING, act_class
from ewdash.views import record_reach
from ewdash.views.block import Block, block

FIRST_YEAR = 2021  # of the yearly briefing that resolution 45/31 invites (paragraph 9)
TO_HRC, TO_SC = "pbc_briefing_to_hrc", "pbc_advice_to_sc"
TO_COUNCILS = (TO_HRC, TO_SC)


def said(rows: pd.DataFrame) -> list[str]:
    """Say of each row of the matrix whether its situation is before the Commission.

    Args:
        rows: `connections.matrix`.
    """
    return [
        translate("pbc-agenda", year=f"{placed:.0f}")
        if pd.notna(placed)
        else translate("pbc-none")
        if pd.isna(last)
        else translate("pbc-met", year=f"{last:%Y}")
        for placed, last in zip(rows["pbc_agenda"], rows["last_pbc"], strict=True)
    ]


def acts(record: Record) -> pd.DataFrame:
    """Return what is on record of the Commission, oldest first, recalled rows too."""
    rows = record.table("council_action")
    rows = rows[rows["body"] == "PBC"]
    kinds = [act_class(body, kind) for body, kind in zip(rows["body"], rows["action_type"], strict=True)]
    return rows[pd.Series(kinds, rows.index, dtype="str").isin(PEACEBUILDING)].sort_values(
        "date", kind="stable"
    )


def situations(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the situations before the Commission, and whether they stand before either Council.

    A region has no code: it stands in the list where the whole world is asked for.
    """
    places = record.places
    rows = acts(record)
    rows = rows[~rows["action_type"].isin(TO_COUNCILS) | rows["iso3"].notna()]
    inside = places.within(region=region, group=group)
    whole = region is None and group is None
    rows = rows[rows["iso3"].isin(inside) | (rows["iso3"].isna() & whole)]
    standing = record.current("connection").set_index("iso3")
    # Regions, which are no countries, follow the countries.
    names = [
        row["situation"] if pd.isna(row["iso3"]) else places.name(row["iso3"])
        for row in rows.to_dict("records")
    ]
    lines = []
    for (_, of), part in rows.groupby([rows["iso3"].isna(), pd.Series(names, rows.index)], sort=True):
        placed = part.loc[part["action_type"] == "pbc_agenda_added"]
        iso3 = part["iso3"].iloc[0]
        now = standing.loc[iso3] if iso3 in standing.index else None
        lines.append(
            {
                "pbc_of": of,
                "pbc_agenda": "" if placed.empty else f"{placed['date'].iloc[0]:%Y-%m-%d}",
                "pbc_meetings": part.loc[~part["action_type"].eq("pbc_agenda_added"), "date"].nunique()
                or pd.NA,
                "pbc_last": part["date"].iloc[-1].date(),
                "pbc_hrc": _hrc(now),
                "pbc_sc": _sc(iso3, now),
                "confidence": translate(
                    "confidence-recalled"
                    if part["confidence"].eq("recalled").all() or placed["confidence"].eq("recalled").any()
                    else "confidence-verified"
                ),
            }
        )
    columns = ["pbc_of", "pbc_agenda", "pbc_meetings", "pbc_last", "pbc_hrc", "pbc_sc", "confidence"]
    table = pd.DataFrame(lines, columns=columns).astype({"pbc_meetings": "Int64"})
    none, both = translate("pbc-none"), int(table["pbc_hrc"].ne("").sum())
    table = table.replace({"pbc_hrc": {"": none}, "pbc_sc": {"": none}})
    return block(
        "peacebuilding",
        None,
        table,
        record.card("council_action"),
        record.card("hrc_mechanism"),
        record.card("sc_agenda"),
        record.card("sc_meeting"),
        situations=len(table),
        both=both,
        day=i18n.day(record_reach.ends(record)["hrc"]),
        meetings=i18n.day(record.table("sc_meeting")["date"].max()),
    )


def _hrc(now: "pd.Series | None") -> str:
    """Say what the Human Rights Council holds; nothing where nothing is on record."""
    if now is None:
        return ""
    mandate, item10 = now["mechanisms"] > 0 or now["mandate"] > 0, now["item10"] > 0
    if mandate and item10:
        return translate("pbc-hrc-both")
    if mandate:
        return translate("pbc-hrc-mandate")
    return translate("pbc-hrc-item10") if item10 else ""


def _sc(iso3: object, now: "pd.Series | None") -> str:
    """Say since when a country is on the active agenda of the Security Council, or that it is not on it.

    A region is no row of the connection: nothing is said.
    """
    if not isinstance(iso3, str):
        return ""
    if now is None or pd.isna(now["agenda"]):
        return translate("pbc-sc-none", meetings=0 if now is None else int(now["meetings"]))
    return translate("pbc-sc-agenda", year=f"{now['agenda']:.0f}")


def paragraph_9(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the Chair's yearly briefings of the Human Rights Council, and briefings of the Security Council.

    Each year since 2021 has a row; one without a briefing on record is unknown, not none.
    """
    places = record.places
    inside = places.within(region=region, group=group)
    rows = acts(record)
    rows = rows[rows["action_type"].isin(TO_COUNCILS)]
    rows = rows[rows["iso3"].isin(inside) | rows["iso3"].isna()]
    sessions = record.table("session")
    yearly = rows[rows["action_type"] == TO_HRC]
    lines = [
        _line(row, _session(sessions, row["date"]), translate("body-hrc"))
        for row in yearly.to_dict("records")
    ]
    known = set(yearly["date"].dt.year)
    newest = record.card("council_action").provenance.accessed.year
    lines += [
        {
            "date": None,
            "label": translate("pbc-of-year", year=str(year)),
            "body": translate("body-hrc"),
            "pbc_session": translate("pbc-unknown"),
            "symbol": None,
            "confidence": "",
        }
        for year in range(FIRST_YEAR, newest + 1)
        if year not in known
    ]
    lines += [
        _line(row, "", translate("body-sc")) for row in rows[rows["action_type"] == TO_SC].to_dict("records")
    ]
    columns = ["date", "label", "body", "pbc_session", "symbol", "confidence"]
    return block(
        "paragraph-9",
        None,
        pd.DataFrame(lines, columns=columns),
        record.card("council_action"),
        record.card("session"),
    )


def _line(row: Mapping[Hashable, Any], session: str, body: str) -> dict[str, object]:
    situation = "" if pd.isna(row["situation"]) else f" ({row['situation']})"
    return {
        "date": row["date"].date(),
        "label": f"{row['label']}{situation}",
        "body": body,
        "pbc_session": session,
        "symbol": row["symbol"],
        "confidence": translate(f"confidence-{row['confidence']}"),
    }


def _session(sessions: pd.DataFrame, day: pd.Timestamp) -> str:
    """Return the session of the Human Rights Council in which a day fell; nothing where it fell between."""
    held = sessions[sessions["session"].str.startswith("HRC")]
    found = held[(held["start"] <= day) & (held["end"] >= day)]
    return "" if found.empty else str(found["session"].iloc[0])
