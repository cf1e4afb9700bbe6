"""Past cases as values: month by month, only what was on record by then."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ewdash.analysis import alerts, levels, panels, stages
from ewdash.analysis.attention import acts, present
from ewdash.analysis.stages import Evidence
from ewdash.charts import timelines
from ewdash.model import periods, words
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.views.block import Block, block
from ewdash.views.councils import acts_of
from ewdash.views.months import Describe, Load, record

ORDER = ("RWA", "LKA", "BDI", "MMR")
SLOW = ("rights", "displacement", "incidents")


@dataclass(frozen=True)
class Replay:
    """One month of one case."""

    headline: str
    block: Block
    news: tuple[str, ...]
    gaps: tuple[str, ...]
    closing: tuple[str, ...]  # only when the last month is reached


def case_options(*, load: Load, describe: Describe) -> dict[str, str]:
    """Return the cases with their names."""
    del describe
    places = Places(load("country"))
    return {code: places.name(code) for code in ORDER}


def months(*, case: str, load: Load, describe: Describe) -> tuple[str, ...]:
    """Return the months of a case, oldest first."""
    del describe
    rows = load("case")
    rows = rows[rows["iso3"] == case]
    first, last = rows["period_from"].min(), rows["period_to"].max()
    return tuple(periods.write(month) for month in pd.date_range(first, last, freq="MS"))


def _signs(case: str, load: Load) -> pd.DataFrame:
    """Return the case's alerts and stages by the fixed rules, which learned from no case."""
    rows = load("conflict_month")
    rows = rows[(rows["iso3"] == case) & (rows["basis"] != "joint")]
    panel = panels.panel(rows)
    rise, sharp = (alerts.muted(alerts.fires(panel.deaths, rule), panel.deaths) for rule in alerts.RULES[:2])
    slow = load("signal_month")
    slow = slow[(slow["iso3"] == case) & (slow["vintage"] == "final")].set_index("month")
    grids = [slow[name].reindex(panel.months).to_numpy(dtype=float)[:, None] for name in SLOW]
    stage, _ = stages.stages(Evidence(panel.deaths, rise | sharp, sharp, *grids))
    alert = np.where(sharp, 2, np.where(rise, 1, 0))
    return panel.rows(stage=stage, alert=alert, deaths_month=panel.deaths).assign(vintage="final")


def replay(*, case: str, month: pd.Timestamp, load: Load, describe: Describe) -> Replay:
    """Assemble one month of a case: nothing later than its last day is in it.

    Args:
        case: One of `ORDER`.
        month: First day of the month.
        load: Reads a table.
        describe: Reads a card.
    """
    name = Places(load("country")).name(case)
    end = month + pd.offsets.MonthEnd(0)
    given = load("case")
    given = given[given["iso3"] == case]
    first, last = given["period_from"].min(), given["period_to"].max()
    signs = _signs(case, load)
    signs = signs[signs["month"].between(first, month)]
    done = acts(acts_of(case, load))
    seen = done[done["date"].between(first, end)]
    rows = record(load)
    rows = rows[(rows["iso3"] == case) & (rows["vintage"] == "final")]
    bands = levels.timeline(rows)
    shown = rows[rows["month"].between(first, month)]
    papers = given[given["date"] <= end].sort_values("date")
    councils = {lane: kinds for lane, kinds in present(seen).items() if lane in ("hrc", "between", "sc")}
    figure = timelines.escalation(
        shown,
        bands[bands["month"].isin(shown["month"])],
        seen,
        lanes=councils,
        period=(first, last),
        stages=signs,
    )
    now = signs[signs["month"] == month]
    verified = seen[seen["verified"]]
    return Replay(
        headline=say(
            "headline-case",
            country=name,
            month=words.month(month),
            deaths=int(now["deaths_month"].iloc[0]),
            stage=say(f"stage-{int(now['stage'].iloc[0])}"),
            papers=len(papers),
            hrc=int((verified["lane"] == "hrc").sum()),
            sc=int((verified["lane"] == "sc").sum()),
        ),
        block=block(
            "replay",
            figure,
            _table(seen, papers),
            describe("conflict_month"),
            describe("council_action"),
            describe("case"),
            country=name,
            month=words.month(month),
        ),
        news=_news(now, seen[seen["date"] >= month], papers[papers["date"] >= month]),
        gaps=_gaps(signs, papers, verified, end),
        closing=_closing(signs, papers, verified, name)
        if month.to_period("M") == last.to_period("M")
        else (),
    )


def _table(seen: pd.DataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    """Return acts and documents so far, newest first."""
    listed = pd.DataFrame(
        {
            "date": seen["date"],
            "body": [say(f"body-{body.lower()}") for body in seen["body"]],
            "label": seen["label"],
            "symbol": seen["symbol"],
            "confidence": seen["confidence"],
        }
    )
    warned = pd.DataFrame(
        {
            "date": papers["date"],
            "body": say("case-document"),
            "label": papers["document"],
            "symbol": papers["symbol"],
            "confidence": papers["confidence"],
        }
    )
    out = pd.concat([part for part in (listed, warned) if len(part)] or [listed])
    out = out.sort_values("date", ascending=False, kind="stable", ignore_index=True)
    return out.assign(
        date=pd.to_datetime(out["date"]).dt.date,
        confidence=[say(f"confidence-{value}") for value in out["confidence"]],
    )


def _news(now: pd.DataFrame, seen: pd.DataFrame, papers: pd.DataFrame) -> tuple[str, ...]:
    found = [say("case-alert")] if now["alert"].gt(0).any() else []
    found += [
        say("case-paper", day=words.day(row["date"]), document=row["document"], symbol=_symbol(row["symbol"]))
        + _mark(row["confidence"])
        for row in papers.to_dict("records")
    ]
    found += [
        say(
            "case-act",
            day=words.day(row["date"]),
            body=say(f"body-{row['body'].lower()}"),
            label=row["label"],
            symbol=_symbol(row["symbol"]),
        )
        + _mark(row["confidence"])
        for row in seen.to_dict("records")
    ]
    return tuple(found) or (say("case-nothing"),)


def _mark(confidence: object) -> str:
    """Return the mark of a row that is not verified."""
    return "" if confidence == "verified" else f" ({say('confidence-recalled')})"


def _symbol(value: object) -> str:
    return f" ({value})" if isinstance(value, str) else ""


def _first_sign(signs: pd.DataFrame, papers: pd.DataFrame) -> tuple[pd.Timestamp, str] | None:
    """Return the first alert or document of warning, whichever came first."""
    found = [(month, say("case-sign-alert")) for month in signs[signs["alert"] > 0]["month"].head(1)]
    found += [(day, say("case-sign-document")) for day in papers["date"].head(1)]
    return min(found, key=lambda pair: pair[0]) if found else None


def _gaps(
    signs: pd.DataFrame, papers: pd.DataFrame, verified: pd.DataFrame, end: pd.Timestamp
) -> tuple[str, ...]:
    """Say how long the first sign has stood, and the first act of each Council after it."""
    sign = _first_sign(signs, papers)
    if sign is None:
        return (say("case-no-sign"),)
    start, kind = sign
    found = [say("case-since", kind=kind, day=words.day(start), days=(end - start).days)]
    for lane in ("hrc", "sc"):
        after = verified[(verified["lane"] == lane) & (verified["date"] >= start)].sort_values("date")
        if after.empty:
            found.append(say(f"case-none-{lane}", days=(end - start).days))
        else:
            row = after.iloc[0]
            found.append(
                say(
                    f"case-first-{lane}",
                    days=(row["date"] - start).days,
                    day=words.day(row["date"]),
                    label=row["label"],
                    symbol=_symbol(row["symbol"]),
                )
            )
    return tuple(found)


def _closing(signs: pd.DataFrame, papers: pd.DataFrame, verified: pd.DataFrame, name: str) -> tuple[str, ...]:
    """Say at the end what the record shows, in counts, and what it cannot show."""
    return (
        say(
            "case-shows",
            country=name,
            alerts=int((signs["alert"] > 0).sum()),
            papers=len(papers),
            hrc=int((verified["lane"] == "hrc").sum()),
            sc=int((verified["lane"] == "sc").sum()),
            deaths=int(signs["deaths_month"].sum()),
        ),
        say("case-cannot"),
    )
