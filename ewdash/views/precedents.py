"""Precedents as values: which work formats were used in situations like one, and what came after."""

import statistics
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis import precedents as analysis
from ewdash.analysis.responses import of_the_country
from ewdash.charts import heatmaps
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.signals.standing import ACTS
from ewdash.views.block import Block, block
from ewdash.views.country_councils import HRC_START, verified_acts
from ewdash.views.months import as_of
from ewdash.views.signals import signals, signals_now, stages_of
from ewdash.views.stages import stage_names
from ewdash.views.votes import worded

ALL = "all"  # of the formats, in the address
FORMATS = (ALL, *analysis.FORMATS)
NO_TEXT = ("briefing",)  # formats that adopt none
COUNTS = ("yes", "no", "abstain")
VOTE = "vote"  # the table of how texts were adopted
USE = ("format", "iso3", "date", "days", "spell", "text")  # what is told of a use in few situations
SINGLE = ("format", "iso3", "date", "symbol", "label")  # a use, which has a row for each of its texts


def by_stage(record: Record, *, region: str | None, group: str | None, form: str = ALL) -> Block:
    """Draw which instruments were used in episodes of each stage, and say how soon.

    Raises:
        NotCoveredError: If the selection holds no episode with any instrument.
    """
    del form  # of the list below
    places = record.places
    spells = analysis.episodes(signals(record), first=HRC_START)
    spells = spells[spells["iso3"].isin(places.within(region=region, group=group))]
    instruments = analysis.instruments(spells, verified_acts(record))
    if instruments.empty:
        raise NotCoveredError(table=translate("chart-precedents"), country=translate("this-selection"))
    names = stage_names()
    table = pd.DataFrame(
        {
            "stage": [names[int(stage)] for stage in instruments["stage"]],
            "body": [translate(f"lane-short-{council}") for council in instruments["council"]],
            "class": [translate(f"class-{kind.replace('_', '-')}") for kind in instruments["act_class"]],
            "used": instruments["used"],
            "of": instruments["of"],
            "median": instruments["median"].round().astype(int),
        }
    )
    lines = [
        (
            row["stage"],
            translate(
                "precedent-read",
                body=row["body"],
                kind=row["class"],
                used=row["used"],
                of=row["of"],
                days=translate("days", days=row["median"]),
            ),
        )
        for row in table.to_dict("records")
    ]
    reading = tuple(
        (stage, tuple(line for at, line in lines if at == stage)) for stage in table["stage"].unique()
    )
    chart = block(
        "precedents",
        heatmaps.precedents(instruments, analysis.counts(spells)),
        table,
        record.card("signal_month"),
        record.card("council_action"),
        place=places.scope_name(region=region, group=group),
    )
    return replace(chart, read=lambda: reading)


def uses(record: Record, *, region: str | None, group: str | None, form: str = ALL) -> Block:
    """List the uses of the work formats of resolution 45/31, paragraph 7, newest first.

    A format of which the record has no kind of act stands as one row that says so.

    Args:
        region: M49 region or subregion; None is the world.
        group: Regional group; None is all.
        form: One of `FORMATS`.
        record: The installed tables.
    """
    places = record.places
    rows = record.once(_all_uses)
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    if form != ALL:
        rows = rows[rows["format"] == form]
    rows = rows.sort_values("date", ascending=False, kind="stable")
    single = rows.drop_duplicates(list(SINGLE))
    silent = [name for name, kinds in analysis.FORMATS.items() if not kinds and form in (ALL, name)]
    # A format without a kind of act is no use: it has a row only where it alone is asked for.
    table = _listed(record, rows, silent if form in silent else [])
    return block(
        "format-uses",
        None,
        table[["format", "situation", "date", "symbol", "label", "text", "adopted", "confidence"]],
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(VOTE),
        place=places.scope_name(region=region, group=group),
        uses=len(single),
        recalled=int(single["confidence"].ne("verified").sum()),
        missing=i18n.listing(_name(name) for name in silent) or "none",
        counted="no" if form in silent else "yes",
    )


def _all_uses(record: Record) -> pd.DataFrame:
    """Return every use on record, verified or not, under the place it is on."""
    rows = pd.concat([record.table("council_action")[ACTS], record.table("council_crossing")[ACTS]])
    return analysis.uses(of_the_country(rows.reset_index(drop=True)))


@dataclass(frozen=True)
class Likeness:
    """What a situation is compared by, and the episodes like it.

    `used` is `analysis.inside` of them: one row per use and text.
    """

    stage: int
    since: pd.Timestamp  # first month of the situation's own stretch in this stage
    until: pd.Timestamp  # last day of the stretches: of the final figures, or of the month chosen
    held: bool
    scope: str
    spells: pd.DataFrame
    used: pd.DataFrame


def likeness(record: Record, *, country: str, month: pd.Timestamp) -> Likeness:
    """Return the episodes like a situation at a month, and the formats used in them, from verified acts.

    Raises:
        NotCoveredError: If no stage is known for the country at this month.
        StaleSignalsError: If the signals are not those of the installed tables.
    """
    return record.recent(_likeness, country, month, i18n.LANGUAGE.get())


def _likeness(record: Record, country: str, month: pd.Timestamp, language: str) -> Likeness:
    del language  # of the scope's name
    places = record.places
    now = signals_now(record, country, month)
    now = now[now["stage"].notna()]
    if now.empty:
        name = places.name(country)
        raise NotCoveredError(table=translate("chart-format-precedents", country=name), country=name)
    stage, since = int(now["stage"].iloc[0]), _began(stages_of(record, country), month)
    until = as_of(record, month)
    held = analysis.had_attention(record.once(_attention).get(country), since)
    spells = analysis.known_by(record.once(_episodes), until=until, country=country)
    region = places.row(country)["region"]
    near = places.within(region=str(region), group=None) if pd.notna(region) else []
    spells, regional = analysis.alike(spells, stage=stage, held=held, region=near)
    used = analysis.inside(spells, record.once(_uses))
    return Likeness(
        stage=stage,
        since=since,
        until=min(until, record.once(_final_to)),
        held=held,
        scope=places.scope_name(region=str(region) if regional else None, group=None),
        spells=spells,
        used=used,
    )


def _episodes(record: Record) -> pd.DataFrame:
    spells = analysis.episodes(signals(record), first=HRC_START)
    return analysis.with_attention(spells, record.once(_attention))


def _attention(record: Record) -> dict[str, np.ndarray]:
    return analysis.attention(verified_acts(record))


def _final_to(record: Record) -> pd.Timestamp:
    """Return the last day of the final figures that stages are told from."""
    rows = signals(record)
    last: pd.Timestamp = rows.loc[rows["vintage"].eq("final") & rows["stage"].notna(), "month"].max()
    return last + pd.offsets.MonthEnd(0)


def _uses(record: Record) -> pd.DataFrame:
    return analysis.uses(verified_acts(record))


def _began(rows: pd.DataFrame, month: pd.Timestamp) -> pd.Timestamp:
    """Return the first month of the stretch in one stage that holds a month."""
    end = int(rows["month"].searchsorted(month, side="right"))
    stages = rows["stage"].to_numpy()[:end]
    turns = np.flatnonzero(stages[1:] != stages[:-1])
    first: pd.Timestamp = rows["month"].iloc[turns[-1] + 1 if len(turns) else 0]
    return first


def alike(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Say in how many situations like one each work format was used, after how long, with what outcomes.

    Raises:
        NotCoveredError: If no stage is known for the country at this month.
    """
    del years
    like = likeness(record, country=country, month=month)
    counts = analysis.cells(like.spells, like.used)
    votes = record.once(_votes)
    uses_of: dict[str, list[dict[Hashable, Any]]] = {}
    columns = {name: like.used[name].tolist() for name in USE}
    for values in zip(*columns.values(), strict=True):
        uses_of.setdefault(values[0], []).append(dict(zip(columns, values, strict=True)))
    rows: list[tuple[object, ...]] = []
    for name in analysis.FORMATS:
        if name not in counts:
            rows.append((_name(name), translate("format-not-on-record"), *[pd.NA] * 3, "", ""))
            continue
        cell, used = counts[name], uses_of.get(name, [])
        few = 0 < cell.used < analysis.MIN_CASES
        rows.append(
            (
                _name(name),
                translate("n-of-m", used=cell.used, of=cell.of),
                *(cell.median, cell.low, cell.high),
                _cases(record, used) if few else "",
                _outcomes([use["text"] for use in used], votes),
            )
        )
    whole = ("median", "days_low", "days_high")
    headings = ("format", "uses", *whole, "by_name", "outcomes")
    table = pd.DataFrame(
        {
            name: pd.array(column, dtype="Int64" if name in whole else "str")
            for name, column in zip(headings, zip(*rows, strict=True), strict=True)
        }
    )
    return block(
        "format-precedents",
        None,
        table,
        record.card("signal_month"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(VOTE),
        country=record.places.name(country),
        **_said(like),
    )


def cases(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List the uses of work formats in situations like one, newest first, with symbols and votes.

    Raises:
        NotCoveredError: If no stage is known for the country at this month.
    """
    del years
    like = likeness(record, country=country, month=month)
    rows = like.used.sort_values("date", ascending=False, kind="stable")
    silent = [name for name, kinds in analysis.FORMATS.items() if not kinds]
    table = _listed(record, rows, []).assign(days=pd.array(rows["days"].tolist(), dtype="Int64"))
    return block(
        "format-cases",
        None,
        table[["format", "situation", "date", "days", "symbol", "label", "text", "adopted"]],
        record.card("signal_month"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(VOTE),
        country=record.places.name(country),
        uses=len(set(zip(*(rows[name].tolist() for name in SINGLE), strict=True))),
        missing=i18n.listing(map(_name, silent)),
        **_said(like),
    )


def _said(like: Likeness) -> dict[str, Any]:
    """Return the facts by which a situation is compared, for a caption."""
    return {
        "stage": translate(f"stage-{like.stage}"),
        "since": i18n.month(like.since),
        "until": i18n.month(like.until),
        "earlier": "yes" if like.held else "no",
        "area": like.scope,
        "stretches": len(like.spells),
    }


def _name(form: str) -> str:
    return translate(f"format-{form.replace('_', '-')}")


def _listed(record: Record, rows: pd.DataFrame, silent: Sequence[str]) -> pd.DataFrame:
    """Return uses in words, each with how its text was adopted.

    Args:
        record: The installed tables.
        rows: `analysis.uses`.
        silent: Formats of which the record has no kind of act; each has a row that says so.
    """
    name, blank = record.places.name, [""] * len(silent)
    words = record.recent(_votes_in_words, i18n.LANGUAGE.get())
    uses = {column: rows[column].tolist() for column in rows.columns}
    adopted = [_adopted(*pair, words) for pair in zip(uses["format"], uses["text"], strict=True)]
    sure = [translate(f"confidence-{value}") for value in uses["confidence"]]
    return pd.DataFrame(
        {
            "format": [_name(form) for form in (*uses["format"], *silent)],
            "situation": [*map(name, uses["iso3"]), *blank],
            "date": pd.Series([*rows["date"].dt.date, *[np.nan] * len(silent)], dtype="object"),
            "symbol": pd.array([*uses["symbol"], *blank], dtype="str"),
            "label": [*uses["label"], *[translate("format-not-on-record")] * len(silent)],
            "text": pd.array([*uses["text"], *blank], dtype="str"),
            "adopted": [*adopted, *blank],
            "confidence": [*sure, *blank],
        }
    )


def _votes(record: Record) -> dict[str, dict[Hashable, Any]]:
    """Return how each text was adopted, by symbol."""
    rows = record.table(VOTE).dropna(subset=["symbol"]).drop_duplicates("symbol")
    return {row["symbol"]: row for row in rows.to_dict("records")}


def _votes_in_words(record: Record, language: str) -> dict[object, str]:
    del language  # of the words
    return {symbol: worded(row) for symbol, row in record.once(_votes).items()}


def _adopted(form: str, text: object, words: dict[object, str]) -> str:
    """Say how the text that came of a use was adopted, or why that is not said."""
    if form in NO_TEXT:
        return translate("format-no-text")
    if not isinstance(text, str):
        return translate("format-text-unknown")
    return words[text] if text in words else translate("vote-unknown")


def _cases(record: Record, used: list[dict[Hashable, Any]]) -> str:
    """Name the few episodes with a format, with the days to its first use in each."""
    firsts: dict[int, dict[Hashable, Any]] = {}
    for use in sorted(used, key=lambda use: use["days"]):
        firsts.setdefault(use["spell"], use)
    return "; ".join(
        translate(
            "format-case",
            country=record.places.name(use["iso3"]),
            month=i18n.month(use["date"]),
            days=translate("days", days=int(use["days"])),
        )
        for use in sorted(firsts.values(), key=lambda use: use["date"])
    )


def _outcomes(texts: list[object], votes: dict[str, dict[Hashable, Any]]) -> str:
    """Say how many texts came of the uses, and how they were adopted."""
    named = dict.fromkeys(text for text in texts if isinstance(text, str))
    if not named:
        return ""
    found = [votes[text] for text in named if text in votes and votes[text]["confidence"] == "verified"]
    silent = sum(vote["outcome"] == "without_vote" for vote in found)
    recorded = [vote for vote in found if vote["outcome"] == "recorded_vote"]
    counts = [[vote[name] for name in COUNTS] for vote in recorded]
    counted = [row for row in counts if not any(map(pd.isna, row))]
    middle = [round(statistics.median(column)) for column in zip(*counted, strict=True)] or [0] * len(COUNTS)
    return translate(
        "format-outcomes",
        texts=len(named),
        silent=silent,
        recorded=len(recorded),
        open=len(named) - silent - len(recorded),
        **dict(zip(COUNTS, middle, strict=True)),
    )
