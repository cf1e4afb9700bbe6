"""From a sign to what each Council did next, and what the record of a case shows: sequence, never cause.

Two signs are kept apart, because they rest on different records: the first alert, and the first
document of warning that was public.
"""

from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.analysis.council_acts import texts
from ewdash.i18n import translate
from ewdash.model.datasets import Provenance
from ewdash.model.symbols import bracketed
from ewdash.views.councils import counted
from ewdash.views.measure import banded

COUNCILS = ("hrc", "sc")
SIGNS = ("alert", "paper")


@dataclass(frozen=True)
class CaseRecord:
    """What was on record of a case by a day.

    Args:
        signs: ``month``, ``alert`` (0-2, NaN cannot be told) of its months so far.
        before: The same of the months before it.
        deaths: ``deaths_best``, ``deaths_low``, ``deaths_high`` (people) of its months so far.
        papers: ``known`` (the day it became public), ``document``, ``symbol``, ``confidence``, in
            the order of ``known``.
        acts: `analysis.council_acts.acts`, by date: those that the response clock counts.
        attention: The same, of what it does not count.
        end: The day.
    """

    signs: pd.DataFrame
    before: pd.DataFrame
    deaths: pd.DataFrame
    papers: pd.DataFrame
    acts: pd.DataFrame
    attention: pd.DataFrame
    end: pd.Timestamp

    def verified(self, *councils: str) -> pd.DataFrame:
        """Return the verified acts of some Councils; a text with several effects is one act."""
        return texts(self.acts[self.acts["verified"] & self.acts["council"].isin(councils)])

    def start(self, sign: str) -> pd.Timestamp | None:
        """Return the first day of the first alert's month, or the first document's day."""
        days = self.signs.loc[self.signs["alert"] > 0, "month"] if sign == "alert" else self.papers["known"]
        return days.iloc[0] if len(days) else None

    def open_months(self) -> int:
        """Return for how many months, up to the first alert, it cannot be told whether there is one."""
        start = self.start("alert")
        rows = self.signs if start is None else self.signs[self.signs["month"] < start]
        return int(rows["alert"].isna().sum())

    def after(self, sign: str, council: str) -> pd.Series | None:
        """Return the first verified act of a Council on or after the first sign of a kind."""
        start, acts = self.start(sign), self.verified(council)
        acts = acts[acts["date"] >= start] if start is not None else acts.iloc[:0]
        return acts.iloc[0] if len(acts) else None


def sentences(case_record: CaseRecord) -> tuple[str, ...]:
    """Say how long each first sign has stood, what followed it, and the Security Council's first act."""
    return (*(line for sign in SIGNS for line in _since(case_record, sign)), _first_of_sc(case_record))


def _since(case_record: CaseRecord, sign: str) -> list[str]:
    start = case_record.start(sign)
    open_months = case_record.open_months()
    if start is None:
        return [_no_alert(case_record, open_months) if sign == "alert" else translate("case-no-paper")]
    days = (case_record.end - start).days
    if sign == "alert":
        lines = [translate("case-since-alert", month=i18n.month(start), days=days, open=open_months)]
    else:
        paper = case_record.papers.iloc[0]
        lines = [
            translate(
                "case-since-paper",
                day=i18n.day(start),
                document=paper["document"],
                symbol=bracketed(paper["symbol"]),
                days=days,
            )
        ]
    for council in COUNCILS:
        act = case_record.after(sign, council)
        if act is None:
            lines.append(translate(f"case-none-{council}"))
        else:
            gap = (act["date"] - start).days
            lines.append(translate(f"case-first-{council}", days=gap, **_act(act)))
    return lines


def _no_alert(case_record: CaseRecord, open_months: int) -> str:
    """Say that the case has no alert so far, and when the last one before it was."""
    earlier = case_record.before.loc[case_record.before["alert"] > 0, "month"]
    last = i18n.month(earlier.max()) if len(earlier) else "none"
    return translate("case-no-alert", open=open_months, before=last)


def _act(act: pd.Series) -> dict[str, str]:
    return {
        "day": i18n.day(act["date"]),
        "body": translate(f"body-{act['body'].lower()}"),
        "label": act["label"],
        "symbol": bracketed(act["symbol"]),
    }


def _first_of_sc(case_record: CaseRecord) -> str:
    """Say the Security Council's first verified act of the case, how it lies to each first sign, and more."""
    acts = case_record.verified("sc")
    if acts.empty:
        recalled = case_record.acts[case_record.acts["council"] == "sc"]
        lines = [translate("case-no-act-sc")]
        if len(recalled):
            lines.append(translate("case-recalled-sc", acts=len(recalled), **_act(recalled.iloc[0])))
    else:
        act = acts.iloc[0]
        lines = [translate("case-act-sc", **_act(act))]
        for sign in SIGNS:
            start = case_record.start(sign)
            if start is not None:
                days = (act["date"] - start).days
                side = "after" if days >= 0 else "before"
                lines.append(translate("case-act-sc-from", days=abs(days), side=side, sign=sign))
    heeded = case_record.attention[
        case_record.attention["verified"] & (case_record.attention["council"] == "sc")
    ]
    if len(heeded):
        lines.append(translate("case-attention-sc", number=len(heeded), **_act(heeded.iloc[0])))
    return " ".join(lines)


def closing(
    case_record: CaseRecord, *, later: pd.DataFrame, country: str, source: Provenance
) -> tuple[str, ...]:
    """Say at the end what the record shows, in counts and days, and what it cannot show.

    Args:
        case_record: What was on record by the case's last day.
        later: Documents that became public after it, as `CaseRecord.papers`, with ``date``.
        country: The country's name.
        source: Of the deaths.
    """
    lines = [
        translate(
            "case-shows",
            country=country,
            deaths=banded(*case_record.deaths[["deaths_best", "deaths_low", "deaths_high"]].sum()),
            source=named(source),
            alerts=int((case_record.signs["alert"] > 0).sum()),
            open=int(case_record.signs["alert"].isna().sum()),
            papers=len(case_record.papers),
            recalled=int((case_record.papers["confidence"] != "verified").sum()),
            acts=counted(case_record.verified(*COUNCILS)),
        ),
        *_days(case_record),
        *(
            translate(
                "case-later",
                day=i18n.day(row["known"]),
                document=row["document"],
                symbol=bracketed(row["symbol"]),
                dated=i18n.day(row["date"]),
                same=str(row["known"] == row["date"]).lower(),
            )
            for row in later.to_dict("records")
        ),
        translate("case-cannot"),
    ]
    return tuple(lines)


def _days(case_record: CaseRecord) -> list[str]:
    """Say the days from the earlier of the two first signs to each Council's first act after it."""
    starts = {sign: start for sign in SIGNS if (start := case_record.start(sign)) is not None}
    if not starts:
        return []
    sign = min(starts, key=lambda name: starts[name])
    gaps = {council: _gap(case_record, sign, council) for council in COUNCILS}
    return [translate("case-shows-days", sign=sign, day=i18n.day(starts[sign]), **gaps)]


def _gap(case_record: CaseRecord, sign: str, council: str) -> str:
    """Return the days from a sign to a Council's first act in words."""
    act, start = case_record.after(sign, council), case_record.start(sign)
    return (
        translate("case-never")
        if act is None or start is None
        else translate("days", days=(act["date"] - start).days)
    )


def named(source: Provenance) -> str:
    """Return a data set by its producer and version."""
    return f"{source.producer}, {source.version}"
