"""How a situation stands before both Councils at one date, and the gaps between them."""

from collections.abc import Mapping
from typing import TypeAlias

import pandas as pd

from ewdash.analysis.responses import HEARD, YEAR
from ewdash.model.lanes import CLASSES, PEACEBUILDING, act_class, council_of

RECENT_YEARS = 3  # years in which a yearly mandate, mission or sanctions text is still of today
DATES = ("last_heard", "last_hrc", "living_since", "last_pbc")
YEARS = ("agenda", "pbc_agenda")  # first years, NA where there is none
SITTINGS = CLASSES["hrc"]["special_sitting"]
Renewing: TypeAlias = Mapping[object, tuple[pd.Timestamp, str]]  # symbol -> day and confidence
GAPS = ("neither", "unheard", "mission_alone")


def alive(mechanisms: pd.DataFrame, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms known to be alive on a day: created by then, and not known to have ended.

    Args:
        mechanisms: `hrc_mechanism`.
        at: The day. A mechanism that ended on a day not on record is left out before it too.
    """
    # Plain arrays: pandas takes longer to compare a handful of rows than to take them.
    status, ended, established = (mechanisms[name].to_numpy() for name in ("status", "ended", "established"))
    known: pd.DataFrame = mechanisms[((status == "active") | (ended > at)) & (established <= at)]
    return known


def renewing(mechanisms: pd.DataFrame, acts: pd.DataFrame) -> Renewing:
    """Return day and confidence of the texts that renewed mechanisms, by symbol: of the least sure act.

    Args:
        mechanisms: `hrc_mechanism`.
        acts: `council_action`: ``symbol``, ``date``, ``confidence``.
    """
    wanted = {*mechanisms["renewed_by"], *mechanisms["renewals"].dropna().str.split(";").explode()}
    # "recalled" stands before "verified"
    dated = acts[acts["symbol"].notna() & acts["symbol"].isin(wanted)].sort_values(
        "confidence", kind="stable"
    )
    rows = dated.drop_duplicates("symbol")
    days = zip(rows["date"], rows["confidence"], strict=True)
    return dict(zip(rows["symbol"], days, strict=True))


def last_renewals(mechanisms: pd.DataFrame, known: Renewing, at: pd.Timestamp) -> pd.DataFrame:
    """Return mechanisms with the last renewal on record by a day, in place of the last of all.

    Args:
        mechanisms: `hrc_mechanism`, all or some.
        known: `renewing` of all.
        at: The day; a renewal after it is not known.

    Returns:
        The mechanisms, with ``renewed`` and ``renewed_by`` (NA where none is on record by then), and
        ``renewed_confidence``: the least sure of the acts of that symbol, else the mechanism's.
    """
    days, symbols, sure = [], [], []
    columns = ["renewed_by", "renewed", "renewals", "confidence"]
    for symbol, day, renewals, confidence in zip(
        *(mechanisms[name].tolist() for name in columns), strict=True
    ):
        texts = {symbol: day} if pd.notna(symbol) else {}
        given = renewals.split(";") if pd.notna(renewals) else []
        texts |= {text: known[text][0] for text in given if text in known and text not in texts}
        by_then = {text: day for text, day in texts.items() if pd.notna(day) and day <= at}
        last = max(by_then, key=lambda text: by_then[text], default=None)
        days.append(by_then[last] if last else pd.NaT)
        symbols.append(last)
        sure.append(known[last][1] if last in known else confidence)
    return mechanisms.assign(
        renewed=pd.Series(days, index=mechanisms.index, dtype=mechanisms["renewed"].dtype),
        renewed_by=pd.array(symbols, dtype="str"),
        renewed_confidence=sure,
    )


def known_by(mechanisms: pd.DataFrame, known: Renewing, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms as they were known on a day.

    Args:
        mechanisms: `hrc_mechanism`, all or some.
        known: `renewing` of all.
        at: The day.

    Returns:
        Those created by then, with the `last_renewals` of the day; an end after it is NA, and the
        mechanism ``active``.
    """
    rows = last_renewals(mechanisms[mechanisms["established"].le(at)], known, at)
    later = rows["ended"].gt(at)
    return rows.assign(
        ended=rows["ended"].mask(later),
        ended_by=rows["ended_by"].mask(later),
        status=rows["status"].mask(later, "active"),
    )


def matrix(
    actions: pd.DataFrame,
    mechanisms: pd.DataFrame,
    agenda: pd.DataFrame,
    meetings: pd.DataFrame,
    *,
    at: pd.Timestamp,
    recalled: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return one row per situation on either Council's books, as recorded up to a date.

    Args:
        actions: Acts and crossings: ``iso3``, ``date``, ``body``, ``action_type``.
        mechanisms: `hrc_mechanism`.
        agenda: `sc_agenda`.
        meetings: `sc_meeting`.
        at: The date.
        recalled: Acts that are recalled, as ``actions``; only their special sittings count.

    Returns:
        ``iso3``; HRC: ``mechanisms`` (alive), ``mandate`` (of the last three years),
        ``item10``, ``special`` (its special sessions and urgent debates ever, recalled ones too) and
        ``special_recalled`` (of them recalled); SC: ``agenda`` (first year, NA if not on it),
        ``meetings`` (to 2019), ``missions``, ``sanctions`` (texts of three years), ``texts``;
        between them: ``heard`` (days on which somebody spoke, ever) and ``last_heard``; ``last_hrc`` (last
        act on the human-rights side) and ``living_since`` (the oldest mechanism alive); ``pbc_agenda``
        (first year on the Peacebuilding Commission's agenda) and ``last_pbc`` (last day before it), NA
        where none is on record. A situation that only the Commission has is on neither Council's books.
    """
    rows = actions[actions["iso3"].notna() & (actions["date"] <= at)]
    classes = [act_class(body, type_) for body, type_ in zip(rows["body"], rows["action_type"], strict=True)]
    rows = rows.assign(council=rows["body"].map(council_of), act_class=classes)
    recent = rows[rows["date"] > at - pd.DateOffset(years=RECENT_YEARS)]

    def count(part: pd.DataFrame) -> pd.Series:
        return part.groupby("iso3").size()

    living = alive(mechanisms, at)
    items = agenda[agenda["status"] == "active"].dropna(subset=["iso3"])
    heard = rows[rows["action_type"].isin(HEARD)]
    sittings = _sittings(rows)
    unverified = rows.head(0) if recalled is None else _sittings(recalled[recalled["date"] <= at])

    counts = pd.DataFrame(
        {
            "mechanisms": count(living.dropna(subset=["iso3"])),
            "mandate": count(
                recent[(recent["council"] == "hrc") & (recent["act_class"] == "country_mandate")]
            ),
            "item10": count(recent[recent["act_class"] == "technical_cooperation"]),
            "special": count(pd.concat([sittings[["iso3"]], unverified[["iso3"]]])),
            "special_recalled": count(unverified),
            "agenda": items.groupby("iso3")["first_considered_year"].min(),
            "meetings": count(meetings[meetings["date"] <= at].dropna(subset=["iso3"])),
            "missions": count(
                recent[(recent["council"] == "sc") & (recent["act_class"] == "peace_operation")]
            ),
            "sanctions": count(recent[(recent["council"] == "sc") & (recent["act_class"] == "sanctions")]),
            "hrc_texts": count(recent[recent["council"] == "hrc"]),
            "sc_texts": count(recent[recent["council"] == "sc"]),
            "heard": heard.groupby("iso3")["date"].nunique(),
            "last_heard": heard.groupby("iso3")["date"].max(),
            "last_hrc": rows[rows["council"] == "hrc"].groupby("iso3")["date"].max(),
            "living_since": living.dropna(subset=["iso3"]).groupby("iso3")["established"].min(),
        }
    )
    before_pbc = rows[rows["act_class"].isin(PEACEBUILDING)]
    placed = before_pbc[before_pbc["action_type"] == "pbc_agenda_added"]
    counts["pbc_agenda"] = placed.groupby("iso3")["date"].min().dt.year.astype(float)
    counts["last_pbc"] = before_pbc.groupby("iso3")["date"].max()
    columns = [name for name in counts.columns if name not in (*DATES, *YEARS)]
    counts[columns] = counts[columns].fillna(0).astype(int)
    return counts.rename_axis("iso3").reset_index()


def _sittings(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the special sessions and urgent debates of the Human Rights Council on a country."""
    return rows[rows["body"].eq("HRC") & rows["action_type"].isin(SITTINGS) & rows["iso3"].notna()]


def gaps(situations: pd.DataFrame, clocks: pd.DataFrame, *, at: pd.Timestamp) -> pd.DataFrame:
    """Return the three gaps: what one Council holds and the other does not.

    Args:
        situations: `matrix`.
        clocks: `responses.clock` of alerts.
        at: The date of the matrix.

    Returns:
        ``iso3``, ``gap`` and ``since``: *neither* (an alert of the last two years, and no act of
        either Council within the year after it, where that year is covered; since the alert),
        *unheard* (an HRC mechanism alive, and no hearing by the SC ever recorded; since the oldest
        was created), *mission_alone* (an SC mission text of the last three years, and no HRC act
        on the country in them; since the last HRC act, NaT where none is on record).
    """
    neither = unanswered(clocks, at=at)
    unheard = situations[(situations["mechanisms"] > 0) & (situations["heard"] == 0)]
    alone = situations[(situations["missions"] > 0) & (situations["hrc_texts"] == 0)]
    parts = {
        "neither": neither,
        "unheard": unheard[["iso3", "living_since"]].rename(columns={"living_since": "since"}),
        "mission_alone": alone[["iso3", "last_hrc"]].rename(columns={"last_hrc": "since"}),
    }
    frames = [part.assign(gap=name) for name, part in parts.items()]
    return pd.concat(frames, ignore_index=True).astype({"since": "datetime64[ns]"})[["gap", "iso3", "since"]]


def unanswered(clocks: pd.DataFrame, *, at: pd.Timestamp) -> pd.DataFrame:
    """Return the triggers of two years without an act of either Council on record within a year.

    Args:
        clocks: `responses.clock`.
        at: The date looked back from; the year after a trigger must have passed by then, and be
            covered for both Councils.

    Returns:
        ``iso3`` and ``since`` (the sign's day).
    """
    triggers = clocks[clocks["body"].isin(["hrc", "sc"])]
    triggers = triggers[triggers["date"].between(at - pd.DateOffset(years=2), at)]
    deadline = triggers["date"] + pd.Timedelta(days=YEAR)
    covered = (deadline <= triggers["covered_to"]) & (deadline <= at)
    quiet = triggers["days"].isna() | (triggers["days"] > YEAR)
    by_trigger = (covered & quiet).groupby([triggers["iso3"], triggers["date"]]).all()
    rows = by_trigger[by_trigger].reset_index()[["iso3", "date"]]
    return rows.rename(columns={"date": "since"})
