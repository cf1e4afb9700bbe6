"""Forward to New York: what Geneva has on record on a situation, on one page, for a month of the Council."""

import functools
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis.connections import alive
from ewdash.analysis.due import FINAL, recorded_ends
from ewdash.analysis.responses import CITED, HEARD, of_the_country
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Section
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.datasets import Card
from ewdash.model.errors import DatasetMissingError, NothingToForwardError
from ewdash.model.lanes import CROSSINGS
from ewdash.model.symbols import bracketed
from ewdash.views import councils, country_councils, record_reach, signals
from ewdash.views.block import Block, block, with_headings
from ewdash.views.briefings.builder import Gathering
from ewdash.views.months import FAR_FUTURE, default_month

MONTHS = 12  # of the Security Council to choose from, the present one first
TABLES = ("council_action", "council_crossing", "hrc_mechanism", "upr_review", "session", "sc_agenda")
TERMS, REPORTS = "mandate_term", "mechanism_report"  # tables that are used where they are installed
OTHER_MATTER = r"UNDOF|Golan"  # a mandate filed under a country that is another matter
# Kinds of entry, the most binding first: of one day, the first is kept where not all fit.
BINDING = (
    councils.MECHANISM,
    "investigation",
    "special_sitting",
    "country_mandate",
    "technical_cooperation",
    "report",
    "text",
    "forwarded",
    "heard",
    "review",
)
UPTAKE = (*HEARD, *CITED)  # somebody spoke, or a text cites: told together, as “heard or cited”
COLUMNS = ("date", "kind", "class", "entry", "symbol")


@dataclass(frozen=True)
class Entries:
    """What is on record, in order of date: `COLUMNS`, and what is not among it."""

    table: pd.DataFrame
    living: int  # mechanisms alive
    past: int  # of these, those whose recorded end lies before the day
    recalled: int  # acts that are not verified, and so left out
    marked: int  # mechanisms and reviews that are not verified, and marked so

    @property
    def kept(self) -> tuple[int, ...]:
        """The rows in the order in which they are kept where not all fit.

        Mechanisms alive; then the last of each kind; then the newest, and of one day the most binding.
        """
        rows = self.table.assign(place=range(len(self.table)), binding=self.table["kind"].map(BINDING.index))
        rows = rows.sort_values(["date", "binding"], ascending=[False, True], kind="stable")
        living = rows["kind"].eq(councils.MECHANISM)
        last = ~living & ~rows["kind"].duplicated()
        order = pd.concat([rows[living], rows[last], rows[~living & ~last]])
        return tuple(int(place) for place in order["place"])


def months(today: date) -> dict[str, str]:
    """Return the months of the Security Council to choose from: as the address writes them -> words.

    Args:
        today: The day they are counted from.
    """
    return _months(today, i18n.LANGUAGE.get())


@functools.lru_cache(maxsize=8)
def _months(today: date, language: str) -> dict[str, str]:
    del language  # of the words
    first = pd.Timestamp(today).replace(day=1)
    coming = [first + pd.DateOffset(months=number) for number in range(MONTHS)]
    return {periods.write(month): i18n.month(month) for month in coming}


def next_month(record: Record, *, country: str, today: date) -> str:
    """Return the next month in which something of the Security Council's is due, else the next month."""
    present, following, *later = months(today)
    ends = (end for code in record.places.held(country) for end in record.once(_ends_of).get(code, ()))
    due = {periods.write(end) for end in ends if end >= pd.Timestamp(today)}
    return next((month for month in (present, following, *later) if month in due), following)


def entries(record: Record, *, country: str, day: pd.Timestamp) -> Entries:
    """Return what the human-rights side has on record on a situation, each text once, oldest first.

    Args:
        country: Its iso3.
        day: Before which a mechanism's recorded end is told as such: the first of the month it is for.
        record: The installed tables.

    Raises:
        NothingToForwardError: If nothing but reviews of the UPR is.
    """
    _require(record, country)
    passed, mechanisms = country_councils.on_record(record, country, FAR_FUTURE)
    own = councils.own_acts_of(record, country)
    rows = pd.concat([passed, own[_crossed(own)]], ignore_index=True)
    kinds = rows["act_class"].where(~rows["action_type"].isin(UPTAKE), "heard")
    rows = rows.assign(kind=kinds.where(rows["action_type"].ne("report"), "report"))
    living = _living(mechanisms, _past_ends(record, mechanisms, day))
    rows = rows[~rows["symbol"].isin(living["symbol"].dropna())]
    reviews_held = _reviews(record, country)
    parts = [living, _once(rows), _reports(record, country, rows), reviews_held]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    unsure = ~own["verified"] & (own["council"].eq("hrc") | own["action_type"].isin(UPTAKE))
    return Entries(
        table.sort_values(["date"], kind="stable", ignore_index=True)[list(COLUMNS)],
        living=len(living),
        past=int(living["past_end"].sum()),
        recalled=len(own[unsure].drop_duplicates(["date", "body", "symbol", "label"])),
        marked=sum(int(part["sure"].eq(other=False).sum()) for part in (living, reviews_held)),
    )


def _require(record: Record, country: str) -> None:
    """Refuse a situation of which nothing but reviews of the UPR is on record.

    Raises:
        NothingToForwardError: If so.
    """
    held = record.places.held(country)
    acts, mechanisms = record.once(_situations)
    if country in acts or mechanisms.intersection(held):
        return
    if _reports(record, country, councils.own_acts_of(record, country).head(0)).empty:
        raise NothingToForwardError(country=record.places.said(country))


def _situations(record: Record) -> tuple[frozenset[str], frozenset[str]]:
    """Return where an act can be passed on or crossed to New York, and where a mechanism is alive."""
    own = of_the_country(councils.every_act(record))
    mechanisms = alive(record.table("hrc_mechanism"), FAR_FUTURE)
    return frozenset(own["iso3"][councils.passed_on(own) | _crossed(own)]), frozenset(mechanisms["iso3"])


def _crossed(own: pd.DataFrame) -> pd.Series:
    """Tell by which acts the Security Council heard of, or was addressed by, the human-rights side."""
    kinds = own["action_type"]
    return own["verified"] & (kinds.isin(UPTAKE) | kinds.eq("hrc_addresses_sc"))


def _past_ends(record: Record, mechanisms: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Return the recorded ends of mechanisms before a day; NaT where none is, or terms are not installed."""
    terms = _whole(record, TERMS)
    if terms.empty:
        return pd.Series(pd.NaT, mechanisms.index)
    named = mechanisms.rename(columns={"label": "mechanism", "symbol": "established_by"})
    ends = recorded_ends(named, terms, day=day)
    return ends.where(ends < day)


def _living(mechanisms: pd.DataFrame, ends: pd.Series) -> pd.DataFrame:
    """Return the mechanisms alive, on the day of its last text, with its recorded end if past."""
    rows = mechanisms.assign(ends=ends).to_dict("records")
    return pd.DataFrame(
        {
            "date": mechanisms["renewed"].where(mechanisms["renewed"].notna(), mechanisms["date"]),
            "kind": councils.MECHANISM,
            "class": translate("forward-living"),
            "entry": [
                translate(
                    "forward-mechanism",
                    mechanism=row["label"],
                    renewed="yes" if pd.notna(row["renewed"]) else "no",
                    day=i18n.day(row["date"]),
                    symbol=bracketed(row["symbol"]),
                )
                + (translate("forward-past-end", day=i18n.day(row["ends"])) if pd.notna(row["ends"]) else "")
                + _mark(_sure(row))
                for row in rows
            ],
            "sure": [_sure(row) == "verified" for row in rows],
            "past_end": ends.notna(),
            "symbol": mechanisms["renewed_by"].where(mechanisms["renewed"].notna(), mechanisms["symbol"]),
        }
    )


def _sure(row: dict[Hashable, Any]) -> str:
    """Return how sure an entry of a mechanism is: its creation, and the text that stands beside it."""
    sure = {row["confidence"], row["renewed_confidence"] if pd.notna(row["renewed"]) else row["confidence"]}
    return "verified" if sure == {"verified"} else "recalled"


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each text or event once, with all it did."""
    rows = rows.assign(of=rows["symbol"].where(rows["symbol"].notna(), rows["label"]))
    rows = rows.assign(binding=rows["kind"].map(BINDING.index)).sort_values("binding", kind="stable")
    texts = rows.groupby(["date", "body", "of"], sort=False).agg(
        date=("date", "first"),
        kind=("kind", "first"),
        act_class=("act_class", "first"),
        action_type=("action_type", "first"),
        entry=("label", lambda labels: "; ".join(dict.fromkeys(labels))),
        symbol=("symbol", "first"),
    )
    words = [
        translate(
            f"class-{kind.replace('_', '-')}" if kind in CROSSINGS else f"action-{act.replace('_', '-')}"
        )
        for kind, act in zip(texts["act_class"], texts["action_type"], strict=True)
    ]
    return texts.assign(**{"class": words}).reset_index(drop=True)


def _reports(record: Record, country: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the reports of mechanisms that are on record and not among the acts, where a day is known."""
    reports = _installed(record, REPORTS, country)
    if reports.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    reports = reports[reports["confidence"].eq("verified") & ~reports["symbol"].isin(rows["symbol"])]
    sessions = _whole(record, "session").reindex(columns=["session", "start"])
    opened = sessions.drop_duplicates("session").set_index("session")["start"]
    days = reports["issued"].where(reports["issued"].notna(), pd.to_datetime(reports["session"].map(opened)))
    made = pd.DataFrame(
        {
            "date": days,
            "kind": "report",
            "class": translate("action-report"),
            "entry": [
                translate("forward-report", mechanism=mechanism, session=session)
                for mechanism, session in zip(reports["mechanism"], reports["session"], strict=True)
            ],
            "symbol": reports["symbol"],
        }
    )
    return made.dropna(subset=["date"])


def _reviews(record: Record, country: str) -> pd.DataFrame:
    rows = councils.cooperation(record, country)
    labels = [label + _mark(sure) for label, sure in zip(rows["label"], rows["confidence"], strict=True)]
    words = {"kind": "review", "class": translate("action-upr-review"), "entry": labels}
    return rows.assign(**words, sure=rows["confidence"].eq("verified"))[[*COLUMNS, "sure"]]


def _mark(confidence: str) -> str:
    return "" if confidence == "verified" else f" ({translate(f'confidence-{confidence}')})"


def _installed(record: Record, table: str, country: str) -> pd.DataFrame:
    """Return a table's rows on a country and the places held with it; none where it is not installed."""
    try:
        rows = record.table(table)
    except DatasetMissingError:
        return pd.DataFrame()
    return rows[rows["iso3"].isin(record.places.held(country))]


def _terms(record: Record, country: str) -> pd.DataFrame:
    """Return the last term on record of each mandate of the Security Council on a situation."""
    rows = record.once(_last_terms)
    return rows[rows["iso3"].isin(record.places.held(country))]


def _last_terms(record: Record) -> pd.DataFrame:
    rows = _whole(record, TERMS)
    if rows.empty:
        blank = {"mandate": [], "ends": pd.Series(dtype="datetime64[us]"), "set_by": [], "rule": []}
        return pd.DataFrame({"iso3": [], **blank})
    rows = rows[rows["body"].eq("SC")]
    rows = rows[~rows["mandate"].str.contains(OTHER_MATTER)]
    return rows.sort_values("set_on", kind="stable").drop_duplicates(["mandate", "iso3"], keep="last")


def _ends_of(record: Record) -> dict[str, list[pd.Timestamp]]:
    """Return when the terms on each place end, where that is on record."""
    rows = record.once(_last_terms).dropna(subset=["ends"])
    return {str(code): ends.tolist() for code, ends in rows.groupby("iso3")["ends"]}


@dataclass(frozen=True)
class Offer:
    """A paper that can be put together: what is said of it before."""

    name: str  # of its files, without ending
    title: str
    single: bool = True  # it is one page that stands alone


def offer(record: Record, *, country: str, sitting: str) -> Offer:
    """Return what is said of a paper before it is put together.

    Args:
        country: Its iso3.
        sitting: The month of the Security Council it is for, as the address writes it.
        record: The installed tables.

    Raises:
        NothingToForwardError: See `entries`.
    """
    _require(record, country)
    month = i18n.month(pd.Timestamp(f"{sitting}-01"))
    title = translate("forward-title", country=record.places.said(country), month=month)
    return Offer(f"{country.lower()}-new-york-{sitting}", title)


def forward_list(record: Record, *, country: str, sitting: str) -> Block:
    """List everything that a paper on a situation draws from, oldest first.

    Args:
        country: Its iso3.
        sitting: The month of the Security Council that the paper is for, as the address writes it.
        record: The installed tables.

    Raises:
        NothingToForwardError: See `entries`.
    """
    month = pd.Timestamp(f"{sitting}-01")
    content = entries(record, country=country, day=month)
    table = content.table.drop(columns="kind")
    return block(
        "forward",
        None,
        table.assign(date=table["date"].dt.date),
        *_cards(record, Gathering()),
        country=record.places.name(country),
        rows=len(table),
        marked=content.marked,
        recalled=content.recalled,
        notes=(translate("forward-past-ends", past=content.past, month=i18n.month(month)),)
        if content.past
        else (),
    )


def _cards(record: Record, gathering: Gathering) -> list[Card]:
    more = [name for name in (TERMS, REPORTS) if len(_whole(record, name))]
    return gathering.cards(record, (*TABLES, *more, "signal_month"))


def _whole(record: Record, table: str) -> pd.DataFrame:
    try:
        return record.table(table)
    except DatasetMissingError:
        return pd.DataFrame()


def forward_briefing(record: Record, *, country: str, sitting: str, address: str) -> Briefing:
    """Assemble the page that goes to New York.

    Args:
        country: Its iso3.
        sitting: The month of the Security Council it is for, as the address writes it.
        address: Of the page that makes it, where the whole list is.
        record: The installed tables.

    Raises:
        UnknownCountryError: If the country table has no such code.
        NothingToForwardError: If nothing of the human-rights side is on record.
    """
    places = record.places
    month = pd.Timestamp(f"{sitting}-01")
    content = entries(record, country=country, day=month)
    facts = {"country": places.said(country), "month": i18n.month(month)}
    paper, gathering = offer(record, country=country, sitting=sitting), Gathering()
    lines = [
        translate("forward-basis"),
        _presidency(record, month),
        *_due(record, country, month),
        _agenda(record, country),
        _heard(record, country),
        _alert(gathering, record, country),
    ]
    gathering.parts.append(
        Section("month", translate("forward-month", **facts), "", lines=tuple(filter(None, lines)))
    )
    table = content.table.drop(columns="kind")
    table = table.assign(date=table["date"].dt.date, symbol=table["symbol"].fillna(""))
    gathering.parts.append(
        Section("record", translate("forward-record"), "", table=with_headings(table), kept=content.kept)
    )
    unknown = [
        translate(
            "pack-unknown-acts", **{side: i18n.day(day) for side, day in record_reach.ends(record).items()}
        ),
        translate("forward-unknown-reports"),
        translate("pack-unknown-crossings"),
        *([translate("forward-recalled", rows=content.recalled)] if content.recalled else []),
    ]
    whole = gathering.assemble(
        name=paper.name,
        title=paper.title,
        subtitle=translate("forward-subtitle"),
        headline=translate(
            "forward-headline",
            country=places.name(country),
            rows=len(content.table) - content.living,
            living=content.living,
            past=content.past,
            month=i18n.month(month),
            recalled=content.marked,
            first=f"{content.table['date'].min():%Y}",
            last=f"{content.table['date'].max():%Y}",
        ),
        measures=(),
        notes=(),
        names=places.notes(country),
        unknown=unknown,
        cards=_cards(record, gathering),
        address=address,
        note=None,
    )
    return replace(whole, confidence=translate("forward-rule"), pages=1)


def _presidency(record: Record, month: pd.Timestamp) -> str:
    rows = _whole(record, "session")
    if rows.empty:
        return translate("forward-presidency-unknown")
    rows = rows[(rows["kind"] == "presidency") & (rows["start"] <= month) & (rows["end"] >= month)]
    if rows.empty:
        return translate("forward-presidency-unknown")
    row = rows.iloc[-1]
    member = record.places.said(row["iso3"]) + _mark(row["confidence"])
    return translate("forward-presidency", member=member)


def _due(record: Record, country: str, month: pd.Timestamp) -> list[str]:
    """Say which terms of the Security Council's mandates end in the month, and which have passed."""
    if _whole(record, TERMS).empty:
        return [translate("forward-due-missing")]
    rows = _terms(record, country).dropna(subset=["ends"])
    ending = rows[rows["ends"].between(month, month + pd.offsets.MonthEnd(0))]
    past = rows[rows["ends"] < month]
    final = past["rule"].eq(FINAL)
    lines = [_ends("forward-due", ending)] if len(ending) else [translate("forward-due-none")]
    parts = {"forward-past": past[~final], "forward-final-past": past[final]}
    return lines + [_ends(key, part) for key, part in parts.items() if len(part)]


def _ends(message: str, rows: pd.DataFrame) -> str:
    ends = [
        translate(
            "forward-term",
            mandate=row["mandate"],
            day=i18n.day(row["ends"]),
            symbol=bracketed(row["set_by"]),
            final="yes" if message == "forward-due" and row["rule"] == FINAL else "no",
        )
        + _mark(row["confidence"])
        for row in rows.sort_values("ends", kind="stable").to_dict("records")
    ]
    return translate(message, terms="; ".join(ends))


def _agenda(record: Record, country: str) -> str:
    rows = of_the_country(record.table("sc_agenda"), "agenda_item")
    rows = rows[rows["iso3"].isin(record.places.held(country)) & rows["status"].eq("active")]
    rows = rows.sort_values("first_considered_year", kind="stable")
    if rows.empty:
        return translate("forward-agenda-none")
    items = [
        translate("forward-item", item=row["agenda_item"], year=str(int(row["first_considered_year"])))
        for row in rows.dropna(subset=["first_considered_year"]).to_dict("records")
    ]
    return translate("forward-agenda", items="; ".join(items))


def _heard(record: Record, country: str) -> str:
    """Say on how many days the Security Council heard the human-rights side, and when last."""
    own = councils.own_acts_of(record, country)
    heard = own[own["verified"] & own["action_type"].isin(UPTAKE)]
    if heard.empty:
        return translate("forward-heard-none")
    last: dict[Any, Any] = heard.iloc[-1].to_dict()
    return translate(
        "forward-heard",
        days=int(heard["date"].nunique()),
        day=i18n.day(last["date"]),
        label=last["label"],
        symbol=bracketed(last["symbol"]),
    )


def _alert(gathering: Gathering, record: Record, country: str) -> str:
    """Say in a line whether an alert stands; where it cannot be said, that is among what is not known."""
    month = periods.parse(default_month(record))
    assert month is not None
    card = gathering.tried(functools.partial(signals.alert_card, record, country=country, month=month))
    return card.headline if card else ""
