"""The State's part as one block: treaties, reviews, technical cooperation, access, invitations, visits."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis.council_acts import texts
from ewdash.charts import cooperation as charts
from ewdash.data import cooperation_files as files
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.vocabulary import TREATIES, TREATY_ORIGINS
from ewdash.views import brought_lists, councils, review_calendar
from ewdash.views.block import Block, block
from ewdash.views.brought_lists import OwnList
from ewdash.views.months import FAR_FUTURE, as_of

COLUMNS = ["coop_part", "coop_what", "coop_status", "coop_when", "symbol", "confidence"]
STATES = ("member", "observer")  # kinds of places that take part as States
TABLES = ("treaty_status", "upr_review", review_calendar.TABLE, "mechanism_access", "council_action")
Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True)
class Facts:
    """What is on record of a State's part up to a day.

    Attributes:
        treaties: A row for each of `TREATIES`: ``treaty``, ``status`` (party, signed, none; earlier, where
            it was no party by that day; unknown), ``year``, ``origin``.
        state: Of when the treaties are, as said.
        own: The list of treaties that a user brought, None where it is the table's.
        reviews: Of `upr_review`.
        next_review: The row on the next review, in words.
        item10: Texts, oldest first.
        access: Of `mechanism_access`.
        invitations: A list that was brought, None where there is none.
        visits: The same.
    """

    treaties: pd.DataFrame
    state: str
    own: OwnList | None
    reviews: pd.DataFrame
    next_review: Row
    item10: pd.DataFrame
    access: pd.DataFrame
    invitations: OwnList | None
    visits: OwnList | None

    @property
    def parties(self) -> int:
        """Treaties of which the State is a party."""
        return int(self.treaties["status"].eq("party").sum())

    @property
    def known(self) -> int:
        """Treaties of which the status is on record."""
        return int(self.treaties["status"].ne("unknown").sum())


def facts(record: Record, country: str, at: pd.Timestamp) -> Facts:
    """Return what is on record of a State's part up to a day.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `store.content`.
        HomeUnusableError, ListDamagedError: If a list that was brought is damaged.
    """
    return record.recent(_facts, country, at, i18n.LANGUAGE.get())


def _facts(record: Record, country: str, at: pd.Timestamp, language: str) -> Facts:
    del language  # of the labels
    own = brought_lists.of_country(record, files.TREATIES, country)
    rows = record.of("treaty_status", country) if own is None else own.rows.assign(origin="")
    acts = councils.own_acts_of(record, country)
    access = record.of("mechanism_access", country)
    last = record.card("treaty_status").provenance.covers_to
    state = i18n.month(last)
    if own is not None:
        days = record.once(brought_lists.everything)[files.TREATIES][1]["as_of"]  # type: ignore[index]
        last = pd.Timestamp(days.iloc[0]).date()
        state = i18n.day(pd.Timestamp(last))
    reviews = record.of("upr_review", country).sort_values("cycle", kind="stable")
    reviews = reviews[reviews["session_opened"] <= at]
    return Facts(
        treaties=_at(rows, at, until=pd.Timestamp(last)),
        state=state,
        own=own,
        reviews=reviews,
        next_review=_next_review(record, country, reviews, at),
        item10=texts(acts[acts["act_class"].eq("technical_cooperation") & acts["date"].le(at)]),
        # A text of which the year alone is known counts from the end of that year.
        access=access[access["date"].fillna(_year_end(access["year"])) <= at],
        invitations=brought_lists.of_country(record, files.INVITATIONS, country, at, "since"),
        visits=brought_lists.of_country(record, files.VISITS, country, at, "from"),
    )


def _year_end(years: pd.Series) -> pd.Series:
    return pd.to_datetime(years.astype(str) + "-12-31")


def _at(rows: pd.DataFrame, at: pd.Timestamp, *, until: pd.Timestamp) -> pd.DataFrame:
    """Return a row for each treaty, as it stood at the end of a day where that is before the list's."""
    cells = rows.set_index("treaty").reindex(list(TREATIES))[["status", "year", "origin"]]
    cells = cells.assign(status=cells["status"].fillna("unknown")).rename_axis("treaty").reset_index()
    if at >= until:
        return cells
    earlier = cells["status"].ne("unknown") & ~(cells["status"].eq("party") & cells["year"].le(at.year))
    return cells.assign(
        status=cells["status"].mask(earlier, "earlier"), year=cells["year"].mask(earlier, pd.NA)
    )


def taking_part(record: Record, country: str, at: pd.Timestamp) -> Facts:
    """Return the facts of a State.

    Raises:
        NotCoveredError: If the place is none that could take part, and nothing is on record.
    """
    found = facts(record, country, at)
    kind = record.table("country").set_index("iso3").loc[country, "kind"]
    held = found.known or len(found.reviews) or len(found.item10) or len(found.access)
    if not held and kind not in STATES:
        title, name = record.card("treaty_status").title, record.places.name(country)
        raise NotCoveredError(table=title, country=name)
    return found


def state_part(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the State's part up to a month: reviews, technical cooperation, access, invitations, visits.

    What has no source says so in a row of its own; nothing is added up. The treaties, a row here, are
    listed by `treaties`.

    Raises:
        NotCoveredError: If it is no State that could take part, and nothing is on record.
    """
    del years
    at = as_of(record, month)
    found = taking_part(record, country, at)
    parts = (_treaties_in_short, _reviews, _item10, _access, _invitation, _visits)
    table = pd.DataFrame([row for part in parts for row in part(found)], columns=COLUMNS)
    return block(
        "cooperation",
        None,
        table,
        *(record.card(key) for key in _tables(record)),
        notes=tuple(filter(None, [review_note(record, country, at)])),
        country=record.places.name(country),
        sources="none" if found.invitations is None and found.visits is None else "some",
    )


def _tables(record: Record) -> list[str]:
    return [name for name in TABLES if name != review_calendar.TABLE or not review_calendar.fault(record)]


def treaties(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw of which human rights treaties the State was a party in a month, with the year.

    Raises:
        NotCoveredError: If no treaty is on record for the place.
    """
    del years
    found = taking_part(record, country, as_of(record, month))
    name = record.places.name(country)
    if not found.known:
        raise NotCoveredError(table=record.card("treaty_status").title, country=name)
    rows = [
        (
            translate(f"treaty-{row['treaty'].lower()}"),
            translate(f"treaty-status-{row['status']}"),
            _year(row["year"]),
            "" if row["status"] == "unknown" else _sure(found, row["origin"]),
        )
        for row in found.treaties.to_dict("records")
    ]
    return block(
        "treaties",
        charts.treaties(found.treaties),
        pd.DataFrame(rows, columns=["coop_treaty", "coop_status", "coop_when", "confidence"]),
        record.card("treaty_status"),
        country=name,
        parties=found.parties,
        known=found.known,
        state=found.state,
        brought="no" if found.own is None else "yes",
    )


def _year(year: Any) -> str:  # noqa: ANN401 - a cell of a nullable column
    return "" if pd.isna(year) else str(int(year))


def _treaties_in_short(found: Facts) -> list[Row]:
    part = translate("coop-part-treaty")
    if not found.known:
        return [(part, "", translate("treaty-status-unknown"), "", "", "")]
    status = translate("coop-parties", parties=found.parties, known=found.known)
    return [(part, translate("coop-treaties"), status, found.state, "", _sure(found, None))]


def _sure(found: Facts, origin: Any) -> str:  # noqa: ANN401 - a cell
    if found.own is not None:
        return found.own.confidence
    if origin == TREATY_ORIGINS[1]:
        return translate("coop-corrected")
    return translate("coop-compiled", state=found.state)


def _reviews(found: Facts) -> list[Row]:
    part = translate("coop-part-review")
    rows = [
        (
            part,
            translate("coop-review", cycle=int(row["cycle"]), session=int(row["session"])),
            translate("coop-reviewed"),
            f"{row['session_opened']:%Y-%m-%d}",
            "",
            translate(f"confidence-{row['confidence']}"),
        )
        for row in found.reviews.to_dict("records")
    ]
    return [*rows, found.next_review]


def _next_review(record: Record, country: str, reviews: pd.DataFrame, at: pd.Timestamp) -> Row:
    """Return the row on a State's next review: its session and month, or that it is not on record.

    A view of the past knows the cycle alone: the calendar here was compiled later.
    """

    def row(status: str, cycle: object = "none", when: str = "", confidence: str = "") -> Row:
        what = translate("coop-next", cycle=str(cycle))
        return (translate("coop-part-review"), what, status, when, "", confidence)

    if reviews.empty:
        return row(translate("coop-next-none"))
    cycle = int(reviews["cycle"].max()) + 1
    if at < FAR_FUTURE:
        return row(translate("coop-next-past"), cycle)
    ahead = review_calendar.of_country(record, country)
    if ahead is None:
        return row(translate("coop-next-unknown"), cycle)
    return row(
        translate("coop-next-session", session=str(ahead["session"]), month=i18n.month(ahead["month"])),
        int(ahead["cycle"]),
        f"{ahead['month'] if pd.isna(ahead['opens']) else ahead['opens']:%Y-%m}",
        translate(f"confidence-{ahead['confidence']}"),
    )


def review_note(record: Record, country: str, at: pd.Timestamp) -> str:
    """Say what is not on record of a State's next review, and how far reviews are; "" where it is.

    Args:
        country: Its iso3.
        at: The last day that the view knows of (`as_of`).
        record: The installed tables.
    """
    if at < FAR_FUTURE:
        return translate("coop-review-past")
    if fault := review_calendar.fault(record):
        return fault
    compiled = pd.Timestamp(record.card(review_calendar.TABLE).provenance.accessed)
    return review_calendar.sentence(record, country, compiled)


def _item10(found: Facts) -> list[Row]:
    part = translate("coop-part-item10")
    return [
        (
            part,
            row["label"],
            translate("coop-adopted"),
            f"{row['date']:%Y-%m-%d}",
            _text(row["symbol"]),
            translate(f"confidence-{row['confidence']}"),
        )
        for row in found.item10.to_dict("records")
    ] or [(part, "", translate("coop-none"), "", "", "")]


def _access(found: Facts) -> list[Row]:
    part = translate("coop-part-access")
    return [
        (
            part,
            f"{row['mechanism']}: {row['says']}",
            translate(f"access-{row['access']}"),
            str(row["year"]) if pd.isna(row["date"]) else f"{row['date']:%Y-%m-%d}",
            row["symbol"],
            translate(f"confidence-{row['confidence']}"),
        )
        for row in found.access.to_dict("records")
    ] or [(part, "", translate("coop-none"), "", "", "")]


def invitation(found: Facts) -> str:
    """Say whether a standing invitation is on the list that was brought, or that there is no list."""
    if found.invitations is None:
        return translate("coop-no-source")
    return translate("coop-extended" if len(found.invitations.rows) else "coop-not-listed")


def _invitation(found: Facts) -> list[Row]:
    part, status = translate("coop-part-invitation"), invitation(found)
    if found.invitations is None:
        return [(part, "", status, "", "", "")]
    sure = found.invitations.confidence
    return [
        (part, _sourced(translate("coop-invitation"), row), status, _text(row["since"]), "", sure)
        for row in found.invitations.rows.to_dict("records")
    ] or [(part, "", status, "", "", sure)]


def lists_said(found: Facts) -> str:
    """Say what the lists of invitations and visits hold, or that there is no source."""
    if found.invitations is None and found.visits is None:
        return translate("pack-no-source")
    visits = "none" if found.visits is None else len(found.visits.rows)
    return translate("pack-invitation", status=invitation(found), visits=visits)


def _visits(found: Facts) -> list[Row]:
    part = translate("coop-part-visit")
    if found.visits is None:
        return [(part, "", translate("coop-no-source"), "", "", "")]
    sure = found.visits.confidence
    return [
        (
            part,
            _sourced(row["mandate"], row),
            translate(f"visit-{row['status']}"),
            "–".join(filter(None, (_text(row["from"]), _text(row["to"])))),
            "",
            sure,
        )
        for row in found.visits.rows.to_dict("records")
    ] or [(part, "", translate("coop-not-listed"), "", "", sure)]


def _sourced(what: str, row: dict[Any, Any]) -> str:
    source = _text(row["source"])
    return f"{what} ({source})" if source else what


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell that may be empty
    return "" if pd.isna(cell) else str(cell)
