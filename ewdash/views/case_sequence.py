"""From a sign to what each Council did next, and what the record of a case shows: sequence, never cause.

Two signs are kept apart, because they rest on different records: the first alert by the fixed
rules, and the first document of warning that was public.
"""

from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model.symbols import bracketed

COUNCILS = ("hrc", "sc")
SIGNS = ("alert", "paper")


@dataclass(frozen=True)
class Known:
    """What was on record of a case by a day.

    Args:
        signs: ``month``, ``alert`` (0-2), ``deaths_month`` (people) of its months so far.
        papers: ``known`` (the day it became public), ``document``, ``symbol``, ``confidence``, in
            the order of ``known``.
        acts: `analysis.council_acts.acts`, by date.
        end: The day.
    """

    signs: pd.DataFrame
    papers: pd.DataFrame
    acts: pd.DataFrame
    end: pd.Timestamp

    def verified(self, lane: str) -> pd.DataFrame:
        """Return the verified acts of one Council; a text with several effects is one act."""
        done = self.acts[self.acts["verified"] & (self.acts["council"] == lane)]
        text = done["symbol"].fillna(done["label"])
        return done[~pd.DataFrame({"date": done["date"], "text": text}).duplicated()]

    def start(self, sign: str) -> pd.Timestamp | None:
        """Return the first day of the first alert's month, or the first document's day."""
        found = self.signs.loc[self.signs["alert"] > 0, "month"] if sign == "alert" else self.papers["known"]
        return found.iloc[0] if len(found) else None

    def after(self, sign: str, lane: str) -> pd.Series | None:
        """Return the first verified act of a Council on or after the first sign of a kind."""
        start, done = self.start(sign), self.verified(lane)
        done = done[done["date"] >= start] if start is not None else done.iloc[:0]
        return done.iloc[0] if len(done) else None


def sentences(known: Known) -> tuple[str, ...]:
    """Say how long each first sign has stood, what followed it, and the Security Council's first act."""
    return (*(line for sign in SIGNS for line in _since(known, sign)), _first_of_sc(known))


def _since(known: Known, sign: str) -> list[str]:
    start = known.start(sign)
    if start is None:
        return [translate("case-no-sign", sign=sign)]
    days = (known.end - start).days
    if sign == "alert":
        found = [translate("case-since-alert", month=i18n.month(start), days=days)]
    else:
        paper = known.papers.iloc[0]
        found = [
            translate(
                "case-since-paper",
                day=i18n.day(start),
                document=paper["document"],
                symbol=bracketed(paper["symbol"]),
                days=days,
            )
        ]
    for lane in COUNCILS:
        act = known.after(sign, lane)
        if act is None:
            found.append(translate(f"case-none-{lane}"))
        else:
            gap = (act["date"] - start).days
            found.append(translate(f"case-first-{lane}", days=gap, **_act(act)))
    return found


def _act(act: pd.Series) -> dict[str, str]:
    return {"day": i18n.day(act["date"]), "label": act["label"], "symbol": bracketed(act["symbol"])}


def _first_of_sc(known: Known) -> str:
    """Say the Security Council's first verified act of the case, and how it lies to each first sign."""
    done = known.verified("sc")
    if done.empty:
        recalled = known.acts[known.acts["council"] == "sc"]
        found = [translate("case-no-act-sc")]
        if len(recalled):
            found.append(translate("case-recalled-sc", acts=len(recalled), **_act(recalled.iloc[0])))
        return " ".join(found)
    act = done.iloc[0]
    found = [translate("case-act-sc", **_act(act))]
    for sign in SIGNS:
        start = known.start(sign)
        if start is not None:
            days = (act["date"] - start).days
            side = "after" if days >= 0 else "before"
            found.append(translate("case-act-sc-from", days=abs(days), side=side, sign=sign))
    return " ".join(found)


def closing(known: Known, *, later: pd.DataFrame, country: str) -> tuple[str, ...]:
    """Say at the end what the record shows, in counts and days, and what it cannot show.

    Args:
        known: What was on record by the case's last day.
        later: Documents that became public after it, as `Known.papers`, with ``date``.
        country: The country's name.
    """
    found = [
        translate(
            "case-shows",
            country=country,
            deaths=int(known.signs["deaths_month"].sum()),
            alerts=int((known.signs["alert"] > 0).sum()),
            papers=len(known.papers),
            recalled=int((known.papers["confidence"] != "verified").sum()),
            hrc=len(known.verified("hrc")),
            sc=len(known.verified("sc")),
        ),
        *_days(known),
        _deaths(known),
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
    return tuple(found)


def _days(known: Known) -> list[str]:
    """Say the days from the earlier of the two first signs to each Council's first act after it."""
    starts = {sign: start for sign in SIGNS if (start := known.start(sign)) is not None}
    if not starts:
        return []
    sign = min(starts, key=lambda name: starts[name])
    gaps = {lane: _gap(known, sign, lane) for lane in COUNCILS}
    return [translate("case-shows-days", sign=sign, day=i18n.day(starts[sign]), **gaps)]


def _gap(known: Known, sign: str, lane: str) -> str:
    """Return the days from a sign to a Council's first act in words."""
    act, start = known.after(sign, lane), known.start(sign)
    return (
        translate("case-never")
        if act is None or start is None
        else translate("days", days=(act["date"] - start).days)
    )


def _deaths(known: Known) -> str:
    """Say the deaths before, in and after the month of the Security Council's first verified act."""
    done = known.verified("sc")
    if done.empty:
        return translate("case-deaths-no-act")
    turn = done["date"].iloc[0].to_period("M").to_timestamp()
    month, deaths = known.signs["month"], known.signs["deaths_month"]
    return translate(
        "case-deaths",
        day=i18n.day(done["date"].iloc[0]),
        before=int(deaths[month < turn].sum()),
        within=int(deaths[month == turn].sum()),
        after=int(deaths[month > turn].sum()),
    )
