"""What comes next before each Council: terms that end, what texts ask for, reviews, by session and month.

What the record holds is the text that set a term, never that a mandate has ended: an end that has passed
is past, and whether it was renewed is not on record. A term that its text called the last keeps that word
once its end is past.
"""

from collections.abc import Hashable
from typing import Any

import pandas as pd

HRC, SC = "HRC", "SC"
QUARTER = 90  # days within which what comes before one Council can still reach the other
# Regular sessions that no table holds: from the earliest opening to the latest closing since 2021.
SLOTS = (((2, 22), (4, 5)), ((6, 13), (7, 14)), ((9, 7), (10, 13)))
A_YEAR = len(SLOTS)  # regular sessions
MONTHS = 12
TERM, REVIEW = "term", "review"
DUE, FINAL, OPEN, UNKNOWN = "due", "final", "open", "unknown"
PAST = "past"  # the recorded end has passed
FINAL_PAST = "final-past"  # the recorded end of a term that its text called the last has passed
SESSION_PAST = "session-past"  # the end is to come, the days of the session before it lie behind
RUNNING = "running"  # the day lies within the session or month of a report
IN_MONTH = "in-month"  # the day lies within the month of a review: it may have taken place
PASSED = "passed"  # the session or month of a report or review lies behind
STATES = (DUE, RUNNING, IN_MONTH, FINAL, SESSION_PAST, PAST, FINAL_PAST, OPEN, UNKNOWN, PASSED)
COMING = (DUE, RUNNING, FINAL, SESSION_PAST)
# How the days of a meeting are known: it was held (or is a calendar month of the Security Council), they are
# planned, by rule, or the month alone is known. Only what was held has begun or closed.
HELD, PLANNED, BY_RULE, MONTH = "held", "planned", "rule", "month"
BASES = (HELD, PLANNED, BY_RULE, MONTH)
# Filed under a country and another matter: no pair with what concerns the country.
OTHER_MATTER = r"UNDOF|Disengagement Observer|Golan"
FAILED = ("veto", "draft_rejected")  # acts of the Security Council: a draft that was not adopted
AFTER = pd.DateOffset(years=1)  # after the end of a term that a draft is still told beside it
COLUMNS = (
    *("date", "body", "iso3", "mandate", "kind", "what", "set_by", "set_on", "ends", "meeting"),
    *("opens", "closes", "by_rule", "basis", "presidency", "asks", "due", "state"),
    *("source", "confidence"),
)
_DAYS = ("date", "set_on", "ends", "opens", "closes")


def sessions(recorded: pd.DataFrame, *, until: pd.Timestamp) -> pd.DataFrame:
    """Return the regular sessions of the Human Rights Council, those on record and those by rule.

    Three regular sessions open a year, in late February, June and September; they are counted on from
    those on record. A session that the record skips, or whose last day it lacks, has its days by rule.

    Args:
        recorded: `session`: ``session``, ``kind``, ``start``, ``end``, ``confidence``.
        until: The day up to which sessions are wanted.

    Returns:
        One row per session in order: ``meeting`` ("HRC 64"), ``opens``, ``closes``, ``by_rule`` (bool:
        no table holds its opening), ``basis`` (`HELD`, `PLANNED` or `BY_RULE`: of its days,
        the last included).
    """
    rows = recorded[recorded["kind"] == "regular"]
    numbers = rows["session"].str.removeprefix(f"{HRC} ").astype(int)
    planned = set(numbers[rows["confidence"] == PLANNED])
    known = {
        number: (start, end) for number, start, end in zip(numbers, rows["start"], rows["end"], strict=True)
    }
    found: list[dict[str, Any]] = []
    number, closed = min(known, default=0), pd.Timestamp.min
    while known and (number <= max(known) or closed < until):
        opens, by_rule = (known[number][0], False) if number in known else (_next(closed)[0], True)
        closes = known[number][1] if number in known else _next(closed)[1]
        basis = PLANNED if number in planned else HELD
        basis = BY_RULE if by_rule or pd.isna(closes) else basis
        closes = _closing(opens) if pd.isna(closes) else closes
        found.append(
            {
                "meeting": f"{HRC} {number}",
                "opens": opens,
                "closes": closes,
                "by_rule": by_rule,
                "basis": basis,
            }
        )
        number, closed = number + 1, closes
    return pd.DataFrame(found, columns=["meeting", "opens", "closes", "by_rule", "basis"])


def _slots(year: int) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    return [(pd.Timestamp(year, *first), pd.Timestamp(year, *last)) for first, last in SLOTS]


def _next(day: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first slot that opens after a day."""
    return next(slot for slot in [*_slots(day.year), *_slots(day.year + 1)] if slot[0] > day)


def _closing(opens: pd.Timestamp) -> pd.Timestamp:
    """Return the last day by rule of a session that opened on a day."""
    return next(last for _, last in [*_slots(opens.year), *_slots(opens.year + 1)] if last >= opens)


class Meetings:
    """The sessions of the Human Rights Council and the months of the Security Council.

    Args:
        known: `sessions`, up to the last day that is asked for.
        recorded: `session`, with the months of presidency: ``session``, ``kind``, ``iso3``.
    """

    def __init__(self, known: pd.DataFrame, recorded: pd.DataFrame) -> None:
        self._sessions = known.to_dict("records")
        self._named = {row["meeting"]: row for row in self._sessions}
        months = recorded[recorded["kind"] == "presidency"].drop_duplicates("session")
        self._presidencies = dict(zip(months["session"], months["iso3"], strict=True))

    def before(self, end: pd.Timestamp) -> dict[Hashable, Any]:
        """Return the session that takes up a term: the last to open by its end; nothing where none does."""
        return next((row for row in reversed(self._sessions) if row["opens"] <= end), {})

    def month(self, day: pd.Timestamp) -> dict[Hashable, Any]:
        """Return the month of a day: its name, days, and who presides (NA where not on record)."""
        first = pd.Timestamp(day.year, day.month, 1)
        name = f"{SC} {first:%Y-%m}"
        return {
            "meeting": name,
            "opens": first,
            "closes": first + pd.offsets.MonthEnd(0),
            "by_rule": False,
            "basis": HELD,
            "presidency": self._presidencies.get(name, pd.NA),
        }

    def named(self, name: str) -> dict[Hashable, Any]:
        """Return a session ("HRC 64") or month ("2026-08"); its days are missing where none is known."""
        if not name.startswith(HRC):
            return self.month(pd.Timestamp(f"{name}-01"))
        return self._named.get(name, {"meeting": name})


def present(mandates: pd.DataFrame) -> pd.DataFrame:
    """Return of each mandate the term that was set last.

    Args:
        mandates: `mandate_term`: one row per mandate, country and text.
    """
    rows = mandates.sort_values("set_on", kind="stable", na_position="first")
    return rows.groupby(["body", "mandate", "iso3"], dropna=False, sort=False).tail(1)


def recorded_ends(mechanisms: pd.DataFrame, mandates: pd.DataFrame, *, day: pd.Timestamp) -> pd.Series:
    """Return the recorded end of each mechanism's present term.

    A term is a mechanism's where name and country are the same and it was set by the mechanism's last
    text on record: after a later one its end is not known.

    Args:
        mechanisms: `hrc_mechanism`: ``mechanism``, ``iso3``, ``established_by``, ``renewed_by``.
        mandates: `mandate_term`.
        day: The day looked from; what a later text set was not known on it.

    Returns:
        Days under the labels of the mechanisms; NaT where the term has no day, or none is on record.
    """
    rows = mandates[mandates["body"].eq(HRC) & (mandates["set_on"].isna() | mandates["set_on"].le(day))]
    rows = present(rows)
    keys = zip(rows["mandate"], rows["iso3"], rows["set_by"], strict=True)
    ends = dict(zip(keys, rows["ends"], strict=True))
    last = mechanisms["renewed_by"].where(mechanisms["renewed_by"].notna(), mechanisms["established_by"])
    own = zip(mechanisms["mechanism"], mechanisms["iso3"], last, strict=True)
    return pd.Series([ends.get(key, pd.NaT) for key in own], mechanisms.index, dtype="datetime64[us]")


def listing(
    mandates: pd.DataFrame, reviews: pd.DataFrame, recorded: pd.DataFrame, *, day: pd.Timestamp
) -> pd.DataFrame:
    """Return everything due: the present term of each mandate, what its text asks for, reviews to come.

    Args:
        mandates: `mandate_term`.
        reviews: `upr_due`; none where it is empty.
        recorded: `session`.
        day: The day from which it is looked ahead.

    Returns:
        `COLUMNS`, in the order of ``date`` (the recorded end of a term, else the opening of the session
        or month; those without a day last). ``what`` is `TERM`, one of the words of ``asks``, or
        `REVIEW`; ``meeting`` the session ("HRC 64"), the month ("SC 2027-01") or the session of the
        working group ("UPR 54"), NA where none follows; ``by_rule`` says that no table holds its days;
        ``basis``, one of `BASES`, how they are known;
        ``presidency`` who presides then; ``state`` one of `STATES`.
    """
    # What a later text set was not known on the day.
    mandates = mandates[mandates["set_on"].isna() | mandates["set_on"].le(day)]
    days = [day, *mandates["ends"].dropna(), day + pd.DateOffset(years=3)]
    asked = mandates["due"].dropna().str.extractall(rf"{HRC} (\d+)")[0].astype(int)
    known = sessions(recorded, until=max(days))
    last = int(known["meeting"].iloc[-1].split()[1]) if len(known) else 0
    years = max(0, int(asked.max()) - last) // A_YEAR + 1 if len(asked) else 0
    known = sessions(recorded, until=max(days) + pd.DateOffset(years=years))
    meetings = Meetings(known, recorded)
    rows: list[dict[str, Any]] = []
    for mandate in present(mandates).to_dict("records"):
        rows += [_term(mandate, meetings, day), *_asked(mandate, meetings, day)]
    rows += [_review(row, day) for row in reviews.to_dict("records")]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in _DAYS:
        found[column] = pd.to_datetime(found[column]).astype("datetime64[us]")
    found["by_rule"] = found["by_rule"].eq(other=True)
    return found.sort_values(["date", "body", "mandate", "iso3"], ignore_index=True, na_position="last")


def _term(mandate: dict[Hashable, Any], meetings: Meetings, day: pd.Timestamp) -> dict[str, Any]:
    end, rule = mandate["ends"], mandate["rule"]
    meeting: dict[Hashable, Any] = {}
    if pd.notna(end):
        meeting = meetings.month(end) if mandate["body"] == SC else meetings.before(end)
    elif rule == "session":
        meeting = _last_session(mandate, meetings)
    date = end if pd.notna(end) else meeting.get("opens", pd.NaT)
    over = end if pd.notna(end) else meeting.get("closes", pd.NaT)
    if rule == OPEN:
        state = OPEN
    elif pd.isna(over):
        state = UNKNOWN
    elif over < day:
        state = FINAL_PAST if rule == FINAL else PAST
    elif rule == FINAL:
        state = FINAL
    else:
        state = SESSION_PAST if meeting and meeting["closes"] < day else DUE
    return _row(mandate, meeting) | {"what": TERM, "date": date, "state": state}


def _last_session(mandate: dict[Hashable, Any], meetings: Meetings) -> dict[Hashable, Any]:
    """Return the session with which a term ends: the last for which its text asks, else by its months."""
    numbers = [int(name.split()[1]) for _, name in asks(mandate) if name.startswith(HRC)]
    set_at = str(mandate["set_by"]).removeprefix("A/HRC/RES/").removeprefix("A/HRC/DEC/").partition("/")[0]
    if not numbers and pd.notna(mandate["months"]) and set_at.isdigit():
        numbers = [int(set_at) + round(int(mandate["months"]) * A_YEAR / MONTHS)]
    return meetings.named(f"{HRC} {max(numbers)}") if numbers else {}


def asks(mandate: dict[Hashable, Any]) -> list[tuple[str, str]]:
    """Return what a text asks for, each with its session or month; the latter is empty where not known.

    Args:
        mandate: A row with ``asks`` and ``due``, parallel lists with semicolons between.
    """
    if pd.isna(mandate["asks"]) or not mandate["asks"]:
        return []
    words = str(mandate["asks"]).split(";")
    when = [] if pd.isna(mandate["due"]) else str(mandate["due"]).split(";")
    return list(zip(words, when + [""] * (len(words) - len(when)), strict=False))


def _asked(mandate: dict[Hashable, Any], meetings: Meetings, day: pd.Timestamp) -> list[dict[str, Any]]:
    """Return a row for each report or update that a text asks for with its session or month."""
    rows = []
    for word, name in asks(mandate):
        if not name:
            continue
        meeting = meetings.named(name)
        opens, closes = (meeting.get(edge, pd.NaT) for edge in ("opens", "closes"))
        rows.append(
            _row(mandate, meeting) | {"what": word, "date": opens, "state": _state(opens, closes, day)}
        )
    return rows


def _state(opens: pd.Timestamp, closes: pd.Timestamp, day: pd.Timestamp) -> str:
    """Return the state of what is to be given in a session or month."""
    if pd.isna(closes):
        return UNKNOWN
    return PASSED if closes < day else RUNNING if opens < day else DUE


def _row(mandate: dict[Hashable, Any], meeting: dict[Hashable, Any]) -> dict[str, Any]:
    return {str(name): mandate.get(name) for name in COLUMNS} | {
        name: meeting.get(name, pd.NA)
        for name in ("meeting", "opens", "closes", "by_rule", "basis", "presidency")
    }


def _review(row: dict[Hashable, Any], day: pd.Timestamp) -> dict[str, Any]:
    """Return a State's review: in the month in which the working group's session opens.

    Its own day is not on record: within that month it cannot be told to be to come.
    """
    opens = row["month"] if pd.isna(row["opens"]) else row["opens"]
    closes = opens + pd.offsets.MonthEnd(0)
    inside = opens <= day.normalize() <= closes
    return dict.fromkeys(COLUMNS) | {
        "date": opens,
        "body": HRC,
        "iso3": row["iso3"],
        "mandate": "",
        "kind": REVIEW,
        "what": REVIEW,
        "meeting": f"UPR {int(row['session'])}",
        "opens": opens,
        "closes": closes,
        "by_rule": pd.isna(row["opens"]),
        "basis": MONTH,
        "state": IN_MONTH if inside else _state(opens, closes, day),
        "source": row["source"],
        "confidence": row["confidence"],
    }


def failed_drafts(rows: pd.DataFrame, acts: pd.DataFrame, *, day: pd.Timestamp) -> list[pd.DataFrame]:
    """Return beside each thing the drafts on its country that the Security Council did not adopt.

    Of its terms past their end alone: drafts after the text that set the term, up to a year after the
    end. That a draft would have renewed the term is not on record; the order in time is.

    Args:
        rows: `listing` from the same day.
        acts: `council_action`.
        day: The day; later drafts were not known on it.

    Returns:
        Of each row its acts in order of date; none of most.
    """
    drafts = acts[acts["action_type"].isin(FAILED) & acts["body"].eq(SC) & acts["date"].le(day)]
    drafts = drafts.drop_duplicates(["iso3", "date", "symbol"]).sort_values("date", kind="stable")
    found, none = [], drafts.head(0)
    for row in rows.to_dict("records"):
        past = row["body"] == SC and row["what"] == TERM and row["state"] == PAST and pd.notna(row["ends"])
        if not past or pd.isna(row["iso3"]) or pd.isna(row["set_on"]):
            found.append(none)
            continue
        own = drafts["date"].gt(row["set_on"]) & drafts["date"].le(row["ends"] + AFTER)
        found.append(drafts[drafts["iso3"].eq(row["iso3"]) & own])
    return found


def coming(rows: pd.DataFrame, *, day: pd.Timestamp, months: int) -> pd.DataFrame:
    """Return what comes within so many months of a day: still to come, and dated or opening by then.

    Args:
        rows: `listing` from the same day.
        day: The day.
        months: How far it is looked ahead.
    """
    return rows[rows["state"].isin(COMING) & (rows["date"] <= day + pd.DateOffset(months=months))]


def within_days(rows: pd.DataFrame, *, day: pd.Timestamp, days: int = QUARTER) -> pd.DataFrame:
    """Return what comes within so many days of a day, the last included.

    Args:
        rows: `listing` from the same day.
        day: The day.
        days: How far it is looked ahead.
    """
    return rows[rows["state"].isin(COMING) & (rows["date"] <= day + pd.Timedelta(days=days))]


def newly_past(rows: pd.DataFrame, *, since: pd.Timestamp) -> pd.DataFrame:
    """Return the terms whose recorded end came after a day and has passed, final ones among them.

    Args:
        rows: `listing`.
        since: The day.
    """
    over = rows["ends"].fillna(rows["closes"])
    return rows[(rows["what"] == TERM) & rows["state"].isin([PAST, FINAL_PAST]) & (over > since)]


def both_councils(rows: pd.DataFrame, *, day: pd.Timestamp, months: int) -> pd.DataFrame:
    """Return the situations that both Councils will have before them in the same quarter.

    The rule: something before each Council that is not over, at most `QUARTER` days between the close
    of the earlier and the opening of the later, and the earlier opens within the months looked ahead.
    A term is before the Human Rights Council in the session that takes it up, and before the
    Security Council in the month of its end, up to that day; a review is before the former.

    Args:
        rows: `listing` from the same day.
        day: The day.
        months: How far it is looked ahead.

    Returns:
        One row per situation and meeting on the Geneva side, in order: ``iso3``, ``hrc`` (meeting),
        ``opens``, ``closes``, ``by_rule``, ``sc`` (months, in order, a tuple of their first days),
        ``apart`` (days between the nearest two; 0 where they overlap), ``to_new_york`` (bool: the
        meeting opens before the last of the months closes), ``to_geneva`` (bool: the first of the months
        opens before the meeting closes), ``of_hrc`` and ``of_sc`` (labels of the rows).
    """
    live = rows[rows["state"].isin([DUE, RUNNING, FINAL]) & rows["iso3"].notna() & rows["opens"].notna()]
    live = live[~live["mandate"].str.contains(OTHER_MATTER, regex=True)]
    end = day + pd.DateOffset(months=months)
    of_sc = live["body"] == SC
    last = live["closes"].where(~of_sc | (live["what"] != TERM), live["ends"])
    live = live.assign(closes=last)
    live = live[live["closes"] >= day]
    found = []
    geneva, york = live[live["body"] == HRC], live[live["body"] == SC]
    for (iso3, meeting), part in geneva.groupby(["iso3", "meeting"], sort=False):
        opens, closes = part["opens"].min(), part["closes"].max()
        months_of = york[york["iso3"] == iso3]
        between = pd.concat([months_of["opens"] - closes, opens - months_of["closes"]], axis=1)
        apart = between.max(axis=1).dt.days.clip(lower=0)
        first = months_of["opens"].clip(upper=opens)
        near = months_of[(apart <= QUARTER) & (first <= end)]
        if near.empty:
            continue
        found.append(
            {
                "iso3": iso3,
                "hrc": meeting,
                "opens": opens,
                "closes": closes,
                "by_rule": bool(part["by_rule"].any()),
                "sc": tuple(near["opens"].drop_duplicates().sort_values()),
                "apart": int(apart[near.index].min()),
                "to_new_york": bool(opens <= near["closes"].max()),
                "to_geneva": bool(near["opens"].min() <= closes),
                "of_hrc": tuple(part.index),
                "of_sc": tuple(near.sort_values("date", kind="stable").index),
            }
        )
    columns = ["iso3", "hrc", "opens", "closes", "by_rule", "sc", "apart", "to_new_york", "to_geneva"]
    table = pd.DataFrame(found, columns=[*columns, "of_hrc", "of_sc"])
    return table.sort_values(["opens", "apart", "iso3"], kind="stable", ignore_index=True)
