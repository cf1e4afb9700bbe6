"""How the Human Rights Council and the Security Council voted, as blocks: by text, situation and year."""

import functools
from dataclasses import replace
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.analysis.council_acts import texts, until
from ewdash.analysis.responses import of_the_country
from ewdash.charts import votes as charts
from ewdash.data import adopted_texts
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.vocabulary import FAILED_DRAFTS as FAILED
from ewdash.model.vocabulary import VOTE_COUNTS as COUNTS
from ewdash.views import councils, votes
from ewdash.views.block import Block, Reading, block
from ewdash.views.months import as_of

HRC = "A/HRC/"
KEY = ["body", "date", "symbol"]
BY_VOTE = ("recorded_vote", "not_recorded")  # adopted so
DRAWN = ["date", "symbol", "label", "outcome", "yes", "no", "abstain", "vote"]
STATES = {"yes": "states_yes", "no": "states_no", "abstain": "states_abstain"}


def margin(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """Draw how the Human Rights Council voted on each text on a situation up to a month.

    Raises:
        NotCoveredError: If no text of the Human Rights Council on it is on record.
    """
    del years
    name = record.places.name(country)
    rows = record.recent(_texts_on, country, i18n.LANGUAGE.get())
    rows = until(rows, as_of(record, month))
    if rows.empty:
        raise NotCoveredError(table=translate("part-votes"), country=name)
    filed = councils.filed_here(record, country)
    said = record.places.said(country)
    notes = [_sentence(rows)]
    notes += [translate("votes-filed-here", places=i18n.listing(filed), country=said)] if filed else []
    chart = block(
        "margin",
        charts.margins(rows[DRAWN]),
        functools.partial(_table, rows),
        record.card("vote"),
        record.card("council_action"),
        notes=tuple(notes),
        country=name,
        texts=len(rows),
    )
    return replace(chart, read=functools.partial(_reading, rows))


def voted(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the texts and drafts of either Council that were put to the vote, newest first.

    Args:
        region: M49 region or subregion; None is the world.
        group: Regional group; None is all.
        record: The installed tables.

    Raises:
        NotCoveredError: If the selection has none on record.
        HomeUnusableError: If what a user brought of how each State voted is damaged.
    """
    places = record.places
    rows = record.once(_texts)
    rows = rows[rows["outcome"].notna() & rows["outcome"].ne("without_vote")]
    # One text may be on several countries: it stands once, with all of them.
    rows = rows.assign(inside=rows["iso3"].isin(places.within(region=region, group=group)))
    rows = rows[rows.groupby(KEY, dropna=False)["inside"].transform("any")]
    if rows.empty:
        raise NotCoveredError(table=translate("part-votes"), country=translate("this-selection"))
    names = rows["iso3"].map({code: places.name(code) for code in rows["iso3"].unique()})
    together = rows.assign(country=names).groupby([*KEY, "action_type"], dropna=False, sort=False)
    table = together.agg(
        situation=("country", lambda column: i18n.listing(dict.fromkeys(column))),
        **{column: (column, "first") for column in ("label", "outcome", *COUNTS, "confidence")},
    ).reset_index()
    table = texts(table).sort_values(["date", "symbol"], ascending=False, ignore_index=True)
    by_state = adopted_texts.state_votes(record.root)
    extra = [*STATES.values()] if len(by_state) else []
    if len(by_state):
        table = _with_states(table, by_state, dict(places.options()))
    columns = ["date", "situation", "body", "symbol", *COUNTS, "outcome", *extra, "label", "confidence"]
    worded = _worded(table.assign(date=table["date"].dt.date))
    worded["body"] = [translate(f"body-short-{body.lower()}") for body in worded["body"]]
    worded["confidence"] = [translate(f"confidence-{value}") for value in worded["confidence"]]
    return block(
        "voted",
        None,
        worded[columns],
        record.card("vote"),
        record.card("council_action"),
        notes=(translate("votes-states" if len(by_state) else "votes-counts-only"),),
        votes=len(table),
        uncounted=int(table["yes"].isna().sum()),
        place=places.scope_name(region=region, group=group),
    )


def shares(record: Record, *, region: str | None, group: str | None) -> Block:
    """Draw by year how many country texts of the Human Rights Council were adopted by vote and without.

    Raises:
        NotCoveredError: If the selection has no such text.
    """
    places = record.places
    rows = record.once(_texts)
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group)) & rows["body"].eq("HRC")]
    rows = texts(rows)
    adopted = rows[~rows["outcome"].isin(FAILED.values())]
    if adopted["outcome"].dropna().empty:
        raise NotCoveredError(table=translate("chart-shares"), country=translate("this-selection"))
    by_vote, open_ = adopted["outcome"].isin(BY_VOTE), adopted["outcome"].isna()
    counts = adopted.assign(
        year=adopted["date"].dt.year,
        by_vote=by_vote,
        without_vote=adopted["outcome"].eq("without_vote"),
        vote_unknown=open_,
    )
    table = counts.groupby("year")[["by_vote", "without_vote", "vote_unknown"]].sum().astype(int)
    known = table["by_vote"] + table["without_vote"]
    table["share_by_vote"] = (table["by_vote"] / known * 100).round().astype("Int64")
    table = table.reset_index()
    return block(
        "shares",
        charts.shares(table[known.gt(0).to_numpy()]),
        table,
        record.card("vote"),
        record.card("council_action"),
        texts=int(known.sum()),
        by_vote=int(table["by_vote"].sum()),
        last=i18n.day(adopted["date"].max()),
        place=places.scope_name(region=region, group=group),
    )


def _texts(record: Record) -> pd.DataFrame:
    """Return the texts and drafts of both Councils with their votes, one row per place."""
    acts = record.table("council_action")
    acts = acts[acts["iso3"].notna() & acts["body"].isin(["HRC", "CHR", "SC"])]
    return _votes_of(record, acts)


def _texts_on(record: Record, country: str, language: str) -> pd.DataFrame:
    """Return the Human Rights Council's texts and drafts on a situation, each once, with their votes."""
    rows = texts(record.recent(_hrc_texts, language).of(country))
    return rows.sort_values(["date", "symbol"], ignore_index=True)


def _hrc_texts(record: Record, language: str) -> councils.Gathered:
    del language  # of the votes
    acts = of_the_country(councils.every_act(record))
    rows = _votes_of(record, acts[acts["body"].eq("HRC")])
    said = votes.said(record, rows)
    return councils.gathered(rows.assign(vote=votes.cells(rows.assign(vote=said))))


def _votes_of(record: Record, acts: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that are texts or drafts, with ``outcome`` and counts.

    Presidential statements are none: no vote is taken on them.
    """
    symbols = acts["symbol"].fillna("").astype(str)
    table = record.table("vote")[[*KEY, "outcome", *COUNTS]]
    drafts = table["symbol"][table["outcome"].isin(FAILED.values())]
    kept = symbols.str.match(votes.TEXTS) | symbols.isin(drafts.dropna())
    kept |= acts["action_type"].isin(FAILED)
    rows = acts[kept & ~acts["action_type"].isin(votes.SITTINGS)]
    joined = rows.drop(columns="vote", errors="ignore").merge(table, on=KEY, how="left")
    return joined.astype(dict.fromkeys(COUNTS, "Int64"))


def _sentence(rows: pd.DataFrame) -> str:
    """Say how many texts were adopted without a vote and by vote, and the first and the last margin."""
    counted = rows[rows["yes"].notna()]
    outcome = rows["outcome"].fillna("open")
    facts: dict[str, Any] = {
        "texts": len(rows),
        "without": int(outcome.eq("without_vote").sum()),
        "voted": int(outcome.isin(BY_VOTE).sum()),
        "failed": int(outcome.isin(FAILED.values()).sum()),
        "open": int(outcome.eq("open").sum()),
    }
    sentences = [translate("margin-texts", **facts)]
    if len(counted):
        first, last = counted.iloc[0], counted.iloc[-1]
        told = {
            f"{name}{place}": int(row[place])
            for name, row in (("first_", first), ("last_", last))
            for place in COUNTS[:3]
        }
        days = {"first": i18n.day(first["date"]), "last": i18n.day(last["date"])}
        sentences.append(translate("margin-votes", counted=len(counted), **days, **told))
    return " ".join(sentences)


def _reading(rows: pd.DataFrame) -> Reading:
    """Say each text with its vote, by year."""
    parts = []
    for year, part in rows.groupby(rows["date"].dt.year):
        lines = tuple(
            translate(
                "margin-read",
                day=i18n.day(row["date"]),
                label=row["label"],
                symbol=row["symbol"],
                vote=row["vote"],
            )
            for row in part.to_dict("records")
        )
        parts.append((str(year), lines))
    return tuple(parts)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers behind `margin`, in words."""
    return _worded(rows.assign(date=rows["date"].dt.date)[["date", "symbol", "label", "outcome", *COUNTS]])


def _worded(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with outcomes in words."""
    outcomes = table["outcome"].fillna("open").str.replace("_", "-")
    return table.assign(outcome=[translate(f"outcome-{outcome}") for outcome in outcomes])


def _with_states(table: pd.DataFrame, by_state: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return the texts with the names of the States that voted for, against, or abstained."""
    rows = by_state.assign(name=by_state["iso3"].map(names).fillna(by_state["iso3"])).sort_values(
        "name", kind="stable"
    )
    listed = rows.groupby(["symbol", "vote"])["name"].agg(i18n.listing)
    columns = {
        column: [listed.get((symbol, vote), "") for symbol in table["symbol"]]
        for vote, column in STATES.items()
    }
    return table.assign(**columns)
