"""Past cases as values: month by month, only what was on record by then."""

from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.analysis import levels, signals_at, vintages
from ewdash.analysis.council_acts import acts as marks
from ewdash.analysis.council_acts import present, taken
from ewdash.charts import timelines
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.symbols import bracketed
from ewdash.model.vocabulary import DOCUMENT_KINDS
from ewdash.views import case_sequence, signals
from ewdash.views.block import Block, block
from ewdash.views.case_sequence import CaseRecord
from ewdash.views.councils import COLUMNS, counted, lanes_of
from ewdash.views.measure import banded
from ewdash.views.months import country_months

ORDER = ("RWA", "LKA", "BDI", "MMR")
# Acts that are documents: the cases' own list holds them, in a lane of their own.
DOCUMENT_ACTS = ("report", "early_warning_document", "lessons_learned_report")
LANE = "document"
MEETING = "sc_meeting"
DRAWN_LANES = ("hrc", "between", "sc", "state")  # other bodies' acts are told, not drawn
OF_THE_STATE = ("review", "visit")  # the State's own part, by the calendar or its leave: they answer no sign


@dataclass(frozen=True)
class Replay:
    """One month of one case."""

    headline: str
    block: Block
    news: tuple[str, ...]
    gaps: tuple[str, ...]
    closing: tuple[str, ...]  # only when the last month is reached


def case_options(record: Record) -> dict[str, str]:
    """Return the cases with their names."""
    places = record.places
    return {code: places.name(code) for code in ORDER}


def months(record: Record, *, case: str) -> tuple[str, ...]:
    """Return the months of a case, oldest first."""
    rows = record.table("case")
    rows = rows[rows["iso3"] == case]
    first, last = rows["period_from"].min(), rows["period_to"].max()
    return tuple(periods.write(month) for month in pd.date_range(first, last, freq="MS"))


def _signals(record: Record, case: str) -> pd.DataFrame:
    """Return the alerts and stages of a country, each month as Situation has it."""
    return signals_at.of_each_month(signals.signals_of(record, case))


def _papers(documents: pd.DataFrame) -> pd.DataFrame:
    """Return documents with the day from which they were public (``known``), in that order."""
    public_from = documents["public"].fillna(documents["date"])
    return documents.assign(known=public_from).sort_values(
        ["known", "date"], kind="stable", ignore_index=True
    )


def replay(record: Record, *, case: str, month: pd.Timestamp) -> Replay:
    """Assemble one month of a case: nothing later than its last day is in it.

    Only ``closing``, once the case is over, names documents that became public after it.

    Args:
        case: One of `ORDER`.
        month: First day of the month.
        record: The installed tables.

    Raises:
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    places = record.places
    name = places.name(case)
    end = month + pd.offsets.MonthEnd(0)
    case_rows = record.table("case")
    case_rows = case_rows[case_rows["iso3"] == case]
    first, last = case_rows["period_from"].min(), case_rows["period_to"].max()
    signs = _signals(record, case)
    before = signs[signs["month"] < first]
    signs = signs[signs["month"].between(first, month)]
    lane_acts = _acts(record, case, first, last + pd.offsets.MonthEnd(0))
    acts = lane_acts[lane_acts["date"].between(first, end) & ~lane_acts["action_type"].isin(DOCUMENT_ACTS)]
    rows = country_months(record)
    rows = rows[(rows["iso3"] == case) & (rows["vintage"] == "final")]
    bands = levels.timeline(rows)
    case_months = rows[rows["month"].between(first, month)]
    documents = _papers(case_rows)
    papers = documents[documents["known"] <= end]
    lanes = {lane: kinds for lane, kinds in present(acts).items() if lane in DRAWN_LANES}
    figure = timelines.escalation(
        vintages.drawn(case_months),
        bands[bands["month"].isin(case_months["month"])],
        _joined([acts, _marks(papers)]),
        lanes={LANE: DOCUMENT_KINDS, **lanes},  # all kinds, so that none moves while a case plays
        period=(first, last),
        stages=signs,
    )
    now = signs[signs["month"] == month]
    answers = acts[~acts["act_class"].isin(OF_THE_STATE)]
    case_record = CaseRecord(
        signs=signs,
        before=before,
        deaths=case_months,
        papers=papers,
        acts=answers[~answers["attention"]],
        attention=answers[answers["attention"]],
        end=end,
    )
    source = record.card("conflict_month").provenance
    death = case_months[case_months["month"] == month].iloc[0]
    return Replay(
        headline=translate(
            "headline-case",
            country=name,
            month=i18n.month(month),
            deaths=banded(death["deaths_best"], death["deaths_low"], death["deaths_high"]),
            crossing=int(death["deaths_best"] - death["deaths_dated"]),
            source=case_sequence.named(source),
            stage=translate(f"stage-{int(now['stage'].iloc[0])}"),
            papers=len(papers),
            acts=counted(case_record.verified(*case_sequence.COUNCILS)),
        ),
        block=block(
            "replay",
            figure,
            _table(acts, papers),
            record.card("conflict_month"),
            record.card("signal_month"),
            record.card("council_action"),
            record.card("case"),
            boundaries=places.notes(case),
            country=name,
            month=i18n.month(month),
        ),
        news=(
            *_alerts(record, now),
            *_news(acts[acts["date"] >= month], papers[papers["known"] >= month]),
        )
        or (translate("case-nothing"),),
        gaps=case_sequence.sentences(case_record),
        closing=case_sequence.closing(
            case_record, later=documents[documents["known"] > end], country=name, source=source
        )
        if month.to_period("M") == last.to_period("M")
        else (),
    )


def _acts(record: Record, case: str, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return what is drawn in the lanes of a case, in full order, so that a day's acts stand alike.

    ``attention`` tells what the response clock does not count as an act. The Security Council's first
    formal meeting in the case's months is attention, too, where the situation had one before.
    """
    acts = lanes_of(record, case)
    acts = acts.assign(attention=~acts.index.isin(taken(acts).index))
    days = record.of("sc_meeting", case)["date"]
    days = days[days.between(first, last)]
    if days.empty or acts.loc[acts["action_type"] == MEETING, "date"].eq(days.min()).any():
        parts = [acts]
    else:
        first_meeting = pd.DataFrame({"date": [days.min()]}).assign(
            body="SC",
            action_type=MEETING,
            instrument_status="n/a",
            symbol=pd.Series([pd.NA], dtype="str"),
            label=translate("case-first-meeting"),
            confidence="verified",
        )[COLUMNS]
        parts = [acts, marks(first_meeting).assign(attention=True)]
    return _joined(parts).sort_values(["date", "body", "action_type", "label"], ignore_index=True)


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the parts in one frame, with the first one's columns where all are empty."""
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _marks(papers: pd.DataFrame) -> pd.DataFrame:
    """Return documents in the columns of acts, in a lane of their own by kind."""
    return pd.DataFrame(
        {
            "date": papers["known"],
            "lane": LANE,
            "act_class": papers["kind"],
            "label": papers["document"],
            "symbol": papers["symbol"],
            "instrument_status": "n/a",
            "verified": papers["confidence"].eq("verified"),
        }
    )


def _table(acts: pd.DataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    """Return acts and documents so far, newest first."""
    act_rows = pd.DataFrame(
        {
            "date": acts["date"],
            "body": [
                _whose(body, attention)
                for body, attention in zip(acts["body"], acts["attention"], strict=True)
            ],
            "label": acts["label"],
            "symbol": acts["symbol"],
            "confidence": acts["confidence"],
            "found_in": pd.Series(pd.NA, index=acts.index, dtype="str"),  # acts have theirs in their table
        }
    )
    document_rows = pd.DataFrame(
        {
            "date": papers["known"],
            "body": [_kind(kind) for kind in papers["kind"]],
            "label": papers["document"],
            "symbol": papers["symbol"],
            "confidence": papers["confidence"],
            "found_in": papers["source"],
        }
    )
    out = _joined([act_rows, document_rows]).sort_values(
        "date", ascending=False, kind="stable", ignore_index=True
    )
    return out.assign(
        date=pd.to_datetime(out["date"]).dt.date,
        confidence=[translate(f"confidence-{value}") for value in out["confidence"]],
    )


def _kind(kind: str) -> str:
    return translate("case-document", kind=translate(f"class-{kind.replace('_', '-')}"))


def _whose(body: str, attention: bool) -> str:
    """Return the body, with a word where what it did is attention and no act."""
    name = translate(f"body-{body.lower()}")
    return translate("case-attention", body=name) if attention else name


def _alerts(record: Record, now: pd.DataFrame) -> list[str]:
    """Say the month's alert, or why it cannot be told whether there is one."""
    return [
        signals.unjudged(record, row)
        if pd.isna(row["alert"])
        else translate("case-alert", strength="strong" if row["alert"] == signals.STRONG_TIER else "plain")
        for row in now.to_dict("records")
        if pd.isna(row["alert"]) or row["alert"] > 0
    ]


def _news(acts: pd.DataFrame, papers: pd.DataFrame) -> list[str]:
    """Say the month's documents and acts; a briefing that is a document is said once."""
    sentences = [
        translate(
            "case-paper" if pd.isna(row["public"]) else "case-paper-public",
            day=i18n.day(row["known"]),
            document=row["document"],
            symbol=bracketed(row["symbol"]),
            dated=i18n.day(row["date"]),
        )
        + _mark(row["confidence"])
        for row in papers.to_dict("records")
    ]
    briefing_days = papers.loc[papers["kind"] == "sc_briefing", "date"]
    duplicates = acts["symbol"].dropna().isin(papers["symbol"].dropna()).reindex(acts.index, fill_value=False)
    duplicates |= acts["act_class"].isin(["briefing", "meeting"]) & acts["date"].isin(briefing_days)
    sentences += [
        translate(
            "case-act",
            day=i18n.day(row["date"]),
            body=_whose(row["body"], row["attention"]),
            label=row["label"],
            symbol=bracketed(row["symbol"]),
        )
        + _mark(row["confidence"])
        for row in acts[~duplicates].to_dict("records")
    ]
    return sentences


def _mark(confidence: object) -> str:
    """Return the mark of a row that is not verified."""
    return "" if confidence == "verified" else f" ({translate('confidence-recalled')})"
