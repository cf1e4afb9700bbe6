"""Precedents as values: which work formats were used in situations like one, and what came after."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis import precedents as analysis
from ewdash.analysis import signals_at
from ewdash.analysis.responses import of_the_country
from ewdash.charts import heatmaps
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.signals.standing import ACTS
from ewdash.views.block import Block, block
from ewdash.views.country_councils import HRC_START, verified_acts
from ewdash.views.months import as_of
from ewdash.views.signals import signals, signals_now, signals_of, stage_names
from ewdash.views.votes import worded

ALL = "all"  # of the formats, in the address
FORMATS = (ALL, *analysis.FORMATS)
NO_TEXT = ("briefing",)  # formats that adopt none
COUNTS = ("yes", "no", "abstain")
VOTE = "vote"  # the table of how texts were adopted


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
    single = rows.drop_duplicates(["format", "iso3", "date", "symbol", "label"])
    silent = [name for name, kinds in analysis.FORMATS.items() if not kinds and form in (ALL, name)]
    table = pd.concat([_listed(record, rows), _silent(silent)], ignore_index=True)
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
    stage, since = int(now["stage"].iloc[0]), _began(signals_of(record, country), month)
    acts = verified_acts(record)
    until = as_of(record, month)
    own = pd.DataFrame({"iso3": [country], "stage": [stage], "start": [since], "end": [month]})
    held = bool(analysis.with_attention(own, acts[acts["iso3"] == country])["held"].iloc[0])
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
    return analysis.with_attention(spells, verified_acts(record))


def _final_to(record: Record) -> pd.Timestamp:
    """Return the last day of the final figures that stages are told from."""
    rows = signals(record)
    last: pd.Timestamp = rows.loc[rows["vintage"].eq("final") & rows["stage"].notna(), "month"].max()
    return last + pd.offsets.MonthEnd(0)


def _uses(record: Record) -> pd.DataFrame:
    return analysis.uses(verified_acts(record))


def _began(rows: pd.DataFrame, month: pd.Timestamp) -> pd.Timestamp:
    """Return the first month of the stretch in one stage that holds a month."""
    stages = signals_at.of_each_month(rows)
    stages = stages[stages["stage"].notna() & (stages["month"] <= month)].sort_values("month")
    run = stages["stage"].ne(stages["stage"].shift()).cumsum()
    first: pd.Timestamp = stages.loc[run.eq(run.iloc[-1]), "month"].iloc[0]
    return first


def alike(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Say in how many situations like one each work format was used, after how long, with what outcomes.

    Raises:
        NotCoveredError: If no stage is known for the country at this month.
    """
    del years
    like = likeness(record, country=country, month=month)
    counts = {row["format"]: row for row in analysis.cells(like.spells, like.used).to_dict("records")}
    votes = record.once(_votes)
    rows: list[dict[str, Any]] = []
    for name in analysis.FORMATS:
        if name not in counts:
            rows.append({"format": _name(name), "uses": translate("format-not-on-record")})
            continue
        cell, used = counts[name], like.used[like.used["format"] == name]
        few = 0 < cell["used"] < analysis.MIN_CASES
        rows.append(
            {
                "format": _name(name),
                "uses": translate("n-of-m", used=int(cell["used"]), of=int(cell["of"])),
                "median": cell["median"],
                "days_low": cell["low"],
                "days_high": cell["high"],
                "by_name": _cases(record, used) if few else "",
                "outcomes": _outcomes(used["text"].dropna().drop_duplicates(), votes),
            }
        )
    whole = ("median", "days_low", "days_high")
    table = pd.DataFrame(rows, columns=["format", "uses", *whole, "by_name", "outcomes"])
    return block(
        "format-precedents",
        None,
        table.astype(dict.fromkeys(whole, "Int64")).fillna({"by_name": "", "outcomes": ""}),
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
    table = _listed(record, rows).assign(days=rows["days"].to_numpy())
    silent = [name for name, kinds in analysis.FORMATS.items() if not kinds]
    table = pd.concat([table, _silent(silent)], ignore_index=True).astype({"days": "Int64"})
    return block(
        "format-cases",
        None,
        table[["format", "situation", "date", "days", "symbol", "label", "text", "adopted"]],
        record.card("signal_month"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(VOTE),
        country=record.places.name(country),
        uses=len(rows.drop_duplicates(["format", "iso3", "date", "symbol", "label"])),
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


def _silent(forms: list[str]) -> pd.DataFrame:
    """Return a row for each format of which the record has no kind of act."""
    said = translate("format-not-on-record")
    blank = dict.fromkeys(("situation", "symbol", "text", "adopted", "confidence"), "")
    return pd.DataFrame([{"format": _name(name), "label": said, **blank} for name in forms])


def _listed(record: Record, rows: pd.DataFrame) -> pd.DataFrame:
    """Return uses in words, each with how its text was adopted."""
    places, votes = record.places, record.once(_votes)
    return pd.DataFrame(
        {
            "format": [_name(form) for form in rows["format"]],
            "situation": [places.name(code) for code in rows["iso3"]],
            "date": rows["date"].dt.date,
            "symbol": rows["symbol"],
            "label": rows["label"],
            "text": rows["text"],
            "adopted": [_adopted(*pair, votes) for pair in zip(rows["format"], rows["text"], strict=True)],
            "confidence": [translate(f"confidence-{value}") for value in rows["confidence"]],
        }
    ).reset_index(drop=True)


def _votes(record: Record) -> dict[str, dict[Hashable, Any]]:
    """Return how each text was adopted, by symbol."""
    rows = record.table(VOTE).dropna(subset=["symbol"]).drop_duplicates("symbol")
    return {row["symbol"]: row for row in rows.to_dict("records")}


def _adopted(form: str, text: object, votes: dict[str, dict[Hashable, Any]]) -> str:
    """Say how the text that came of a use was adopted, or why that is not said."""
    if form in NO_TEXT:
        return translate("format-no-text")
    if not isinstance(text, str):
        return translate("format-text-unknown")
    return worded(votes[text]) if text in votes else translate("vote-unknown")


def _cases(record: Record, used: pd.DataFrame) -> str:
    """Name the few episodes with a format, with the days to its first use in each."""
    firsts = used.sort_values("days", kind="stable").drop_duplicates("spell").sort_values("date")
    return "; ".join(
        translate(
            "format-case",
            country=record.places.name(row["iso3"]),
            month=i18n.month(row["date"]),
            days=translate("days", days=int(row["days"])),
        )
        for row in firsts.to_dict("records")
    )


def _outcomes(texts: "pd.Series[Any]", votes: dict[str, dict[Hashable, Any]]) -> str:
    """Say how many texts came of the uses, and how they were adopted."""
    if texts.empty:
        return ""
    found = [votes[text] for text in texts if text in votes and votes[text]["confidence"] == "verified"]
    silent = sum(vote["outcome"] == "without_vote" for vote in found)
    recorded = [vote for vote in found if vote["outcome"] == "recorded_vote"]
    counts = pd.DataFrame(recorded, columns=list(COUNTS)).dropna().median()
    return translate(
        "format-outcomes",
        texts=len(texts),
        silent=silent,
        recorded=len(recorded),
        open=len(texts) - silent - len(recorded),
        **{name: 0 if pd.isna(counts[name]) else round(float(counts[name])) for name in COUNTS},
    )
