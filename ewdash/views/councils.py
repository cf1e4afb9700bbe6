"""What the Councils did on one country, as blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ewdash import i18n
from ewdash.analysis.connections import Renewing, alive, known_by, last_renewals, renewing
from ewdash.analysis.council_acts import acts, by_body, number, present, until
from ewdash.analysis.responses import of_the_country, with_filed
from ewdash.data import cooperation_files as files
from ewdash.data.record import Parts, Record, spans
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.symbols import bracketed
from ewdash.views import brought_lists, votes
from ewdash.views.block import Block, block
from ewdash.views.months import FAR_FUTURE, as_of

COLUMNS = ["date", "body", "action_type", "instrument_status", "symbol", "label", "confidence"]
# Classes of act on the human-rights side that are relevant to prevention (45/31, paragraph 8).
PREVENTION = ("special_sitting", "investigation", "country_mandate", "technical_cooperation", "text")
MECHANISM = "mechanism"  # stands among acts for a mechanism that is alive


def counted(rows: pd.DataFrame) -> str:
    """Say how many acts of each body there are, one text counted once, or that there is none.

    Args:
        rows: Acts: ``date``, ``body``, ``symbol``, ``label``.
    """
    parts = [translate("acts-of-body", acts=acts, body=body.lower()) for body, acts in by_body(rows).items()]
    return i18n.listing(parts) or translate("acts-of-none")


def counted_short(counts: Mapping[str, int]) -> str:
    """Say the same in the bodies' abbreviations.

    Args:
        counts: `council_acts.by_body`.
    """
    parts = [translate("acts-short", acts=acts, body=body.lower()) for body, acts in counts.items()]
    return i18n.listing(parts) or translate("acts-short-none")


@dataclass(frozen=True)
class Gathered:
    """Rows of all countries, those of each together in order of date."""

    rows: pd.DataFrame
    places: dict[str, tuple[int, int]]

    def of(self, country: str) -> pd.DataFrame:
        """Return the rows of a country."""
        return self.rows.iloc[slice(*self.places.get(country, (0, 0)))].reset_index(drop=True)


def gathered(rows: pd.DataFrame) -> Gathered:
    """Return rows by country.

    Args:
        rows: ``iso3``, ``date`` and what else an act has; of one day the order is kept.
    """
    rows = rows.sort_values(["iso3", "date"], kind="stable", ignore_index=True)
    return Gathered(rows.drop(columns="iso3"), spans(rows["iso3"]))


def every_act(record: Record) -> pd.DataFrame:
    """Return what `acts_of` has of each country, of all, with ``iso3``."""
    return record.recent(_every_act, i18n.LANGUAGE.get())


def _every_act(record: Record, language: str) -> pd.DataFrame:
    del language  # of the names
    places = record.places
    columns = ["iso3", *COLUMNS, "rule", "situation"]
    tables = [record.table("council_action"), record.table("council_crossing")]
    rows = pd.concat([_marked(table).reindex(columns=columns) for table in tables], ignore_index=True)
    rows = rows.dropna(subset=["iso3"]).astype({"rule": "str", "situation": "str"})
    rows = rows.assign(vote=votes.said(record, rows))
    parts = [rows]
    for code, own in Parts(rows).items():
        other = places.filed_under(code)
        if other:
            parts.append(own.assign(iso3=other, label=own["label"] + f" ({places.name(code)})"))
    return acts(pd.concat(parts, ignore_index=True))


def acts_of(record: Record, country: str) -> pd.DataFrame:
    """Return the acts and crossings on one country, the rule that typed an act, if one did, and its vote.

    Acts on a place whose deaths are filed under the country stand here too, with the place's name
    in the label, so that what was done stands beside the deaths. Lane and class in which each stands
    are `council_acts.acts`.
    """
    return record.recent(_acts, i18n.LANGUAGE.get()).of(country)


def _acts(record: Record, language: str) -> Gathered:
    return gathered(record.recent(_every_act, language))


def own_acts_of(record: Record, country: str) -> pd.DataFrame:
    """Return `acts_of` a country without situations that are another matter (the Golan)."""
    return record.recent(_own_acts, i18n.LANGUAGE.get()).of(country)


def _own_acts(record: Record, language: str) -> Gathered:
    return gathered(of_the_country(record.recent(_every_act, language)))


def _marked(rows: pd.DataFrame) -> pd.DataFrame:
    """Return acts whose labels say which come from a file that the user loaded."""
    if "origin" not in rows or not rows["origin"].eq("own").any():
        return rows
    marked = [
        translate("act-own", label=label) if origin == "own" else label
        for label, origin in zip(rows["label"], rows["origin"], strict=True)
    ]
    return rows.assign(label=marked)


def passed_on(rows: pd.DataFrame) -> pd.Series:
    """Tell which acts the Human Rights Council can pass on: verified, of prevention, and no end of anything.

    Args:
        rows: `own_acts_of`.
    """
    kept = rows["verified"] & rows["instrument_status"].ne("ended") & rows["action_type"].ne("draft_rejected")
    return kept & rows["council"].eq("hrc") & rows["act_class"].isin(PREVENTION)


def filed_here(record: Record, country: str) -> tuple[str, ...]:
    """Return the places whose acts are drawn under a country because deaths are filed there, as said."""
    places = record.places
    on_record = record.once(_on_record)
    return tuple(places.said(code) for code in places.held(country)[1:] if code in on_record)


def _on_record(record: Record) -> set[str]:
    """Return the places on which an act is on record."""
    return set(record.table("council_action")["iso3"]) | set(record.table("council_crossing")["iso3"])


def acts_about(record: Record, countries: Sequence[str]) -> pd.DataFrame:
    """Return what the two Councils did on several countries, in the rows of `acts` with ``iso3``.

    ``place`` is the iso3 under which an act is recorded.

    Acts on a place stand also with the country under which its deaths are filed; situations filed
    under a country that are another matter (the Golan) are left out.
    """
    rows = record.once(_acts_about_all)
    return rows[rows["iso3"].isin(countries)]


def _acts_about_all(record: Record) -> pd.DataFrame:
    columns = ["iso3", "situation", *COLUMNS]
    tables = [_marked(record.table("council_action")), record.table("council_crossing")]
    rows = pd.concat([table[columns] for table in tables], ignore_index=True)
    rows = of_the_country(rows)
    council_acts = acts(with_filed(rows.assign(place=rows["iso3"]), record.table("country")))
    return council_acts[council_acts["council"].isin(["hrc", "sc"])]


def cooperation(record: Record, country: str) -> pd.DataFrame:
    """Return the State's reviews in the columns of acts; the day is the session's opening."""
    return record.recent(_reviews, i18n.LANGUAGE.get()).of(country)


def _reviews(record: Record, language: str) -> Gathered:
    return gathered(record.recent(_every_review, language))


def _every_review(record: Record, language: str) -> pd.DataFrame:
    del language  # of the labels
    rows = record.table("upr_review")
    return pd.DataFrame(
        {
            "iso3": rows["iso3"],
            "date": rows["session_opened"],
            "body": "HRC",
            "action_type": "upr_review",
            "instrument_status": "n/a",
            "symbol": pd.Series(pd.NA, index=rows.index, dtype="str"),
            "label": [
                translate("reviewed-at", session=session, cycle=cycle)
                for session, cycle in zip(rows["session"], rows["cycle"], strict=True)
            ],
            "confidence": rows["confidence"],
            "vote": pd.Series(pd.NA, index=rows.index, dtype="str"),
        }
    ).astype({"date": "datetime64[us]"})


def visits(record: Record, country: str) -> pd.DataFrame:
    """Return visits of special procedures that took place, in the columns of acts.

    They are those of the list that a user brought; one of which no day is known is in the table alone.
    """
    brought = brought_lists.readable(record, files.VISITS, country)
    return record.once(_no_visits) if brought is None else _visited(brought.rows)


def _no_visits(record: Record) -> pd.DataFrame:
    del record
    return _visited(pd.DataFrame(columns=[*files.REQUIRED[files.VISITS], "from"]))


def _visited(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows[rows["status"].eq("completed") & rows["from"].str.len().eq(len("2026-01-31"))]
    return pd.DataFrame(
        {
            "date": pd.to_datetime(rows["from"]),
            "body": "HRC",
            "action_type": "special_procedure_visit",
            "instrument_status": "n/a",
            "symbol": pd.Series(pd.NA, index=rows.index, dtype="str"),
            "label": [translate("visit-of", mandate=mandate) for mandate in rows["mandate"]],
            "confidence": "user-upload",
        }
    ).astype({"date": "datetime64[us]"})


def kinds(record: Record, *, country: str) -> dict[str, str]:
    """Return the classes of act on record for a country, by lane, with their names."""
    lanes = present(lanes_of(record, country))
    return {kind: translate(f"class-{kind.replace('_', '-')}") for kinds in lanes.values() for kind in kinds}


def lanes_of(record: Record, country: str) -> pd.DataFrame:
    """Return everything drawn in the lanes of a country: acts, crossings and the State's reviews."""
    rows = record.recent(_lanes, i18n.LANGUAGE.get()).of(country)
    visited = visits(record, country)
    return acts(pd.concat([rows, visited], ignore_index=True)) if len(visited) else rows


def _lanes(record: Record, language: str) -> Gathered:
    parts = [record.recent(_every_act, language), acts(record.recent(_every_review, language))]
    return gathered(pd.concat(parts, ignore_index=True))


def reading(lane_acts: pd.DataFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return acts as sentences in the order in which they happened, by year.

    Args:
        lane_acts: `lanes_of`.
    """
    entries = []
    for year, part in lane_acts.groupby(lane_acts["date"].dt.year):
        lines = tuple(
            translate(
                "act-read",
                day=i18n.day(row["date"]),
                body=translate(f"body-{row['body'].lower()}"),
                kind=translate(f"class-{row['act_class'].replace('_', '-')}"),
                label=row["label"],
                symbol=bracketed(row["symbol"]),
                vote=translate("act-voted", vote=row["vote"])
                if isinstance(row["vote"], str) and row["vote"]
                else "",
                mark="" if row["verified"] else " – " + translate(f"confidence-{row['confidence']}"),
            )
            for row in part.to_dict("records")
        )
        entries.append((str(year), lines))
    return tuple(entries)


def listed(lane_acts: pd.DataFrame) -> pd.DataFrame:
    """Return acts as a table in words, newest first.

    Args:
        lane_acts: `lanes_of`, or with them mechanisms alive (`living`).
    """
    rows = lane_acts.sort_values("date", ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "date": rows["date"].dt.date,
            "body": [translate(f"body-{body.lower()}") for body in rows["body"]],
            "class": [
                translate("class-living-mechanism" if kind == MECHANISM else f"class-{kind}")
                for kind in rows["act_class"].str.replace("_", "-")
            ],
            "label": rows["label"],
            "symbol": rows["symbol"],
            "vote": votes.cells(rows),
            "confidence": [translate(f"confidence-{value}") for value in rows["confidence"]],
        }
    ).reset_index(drop=True)


def record_of_acts(record: Record, *, country: str, month: pd.Timestamp, years: int | None) -> Block:
    """List what is on record for the country up to a month, newest first, with the confidence of each.

    Acts, crossings, mechanisms alive and the State's reviews stand in one table; a column marks what
    the Human Rights Council can pass on to New York (45/31, paragraph 8).

    Raises:
        NotCoveredError: If none is recorded.
    """
    del years
    card = record.card("council_action")
    name = record.places.name(country)
    at, language = as_of(record, month), i18n.LANGUAGE.get()
    council_acts, reviews_held = acts_of(record, country), cooperation(record, country)
    if council_acts.empty and reviews_held.empty:
        raise NotCoveredError(table=card.title, country=name)
    of_acts, of_reviews = (
        record.recent(make, language).of(country) for make in (_acts_in_words, _reviews_in_words)
    )
    council_acts, reviews_held = until(council_acts, at), until(reviews_held, at)
    mechanisms = living(record, country, at)
    words = [of_acts.iloc[: len(council_acts)], of_reviews.iloc[: len(reviews_held)]]
    parts = [mechanisms, council_acts, reviews_held]
    if len(mechanisms):
        words = [_in_words(mechanisms.assign(rule=None), mechanisms["act_class"].eq(MECHANISM)), *words]
    table = pd.concat([part for part in words if len(part)] or [_in_words(council_acts, [])])
    days = np.concatenate([part["date"].to_numpy().astype("datetime64[ns]") for part in parts])
    vote_cards, notes = votes.source(record)
    return block(
        "acts",
        None,
        table.take(np.argsort(-days.astype(int), kind="stable")).reset_index(drop=True),
        card,
        record.card("council_crossing"),
        *vote_cards,
        record.card("hrc_mechanism"),
        record.card("upr_review"),
        notes=notes,
        country=name,
        acts=number(council_acts),
        unverified=number(council_acts[~council_acts["verified"]]),
        living=len(mechanisms),
        reviews=len(reviews_held),
    )


def _acts_in_words(record: Record, language: str) -> Gathered:
    whole = record.recent(_acts, language)
    own = of_the_country(whole.rows)
    return Gathered(_in_words(whole.rows, whole.rows.index.isin(own.index[passed_on(own)])), whole.places)


def _reviews_in_words(record: Record, language: str) -> Gathered:
    whole = record.recent(_reviews, language)
    return Gathered(_in_words(whole.rows.assign(rule=None), [False] * len(whole.rows)), whole.places)


def _in_words(rows: pd.DataFrame, passes: Iterable[bool]) -> pd.DataFrame:
    """Return acts as a table in words.

    Args:
        rows: `acts_of`, `cooperation` or `living`, with ``rule``.
        passes: Whether the Human Rights Council can pass each on to New York.
    """
    return pd.DataFrame(
        {
            "date": rows["date"].dt.date,
            "body": [translate(f"body-{body.lower()}") for body in rows["body"]],
            "action_type": [
                translate("class-living-mechanism" if kind == MECHANISM else f"action-{kind}")
                for kind in rows["action_type"].str.replace("_", "-")
            ],
            "symbol": rows["symbol"],
            "vote": votes.cells(rows),
            "label": rows["label"],
            "new_york": [translate("yes") if passed else "" for passed in passes],
            "confidence": [_confidence(*pair) for pair in zip(rows["confidence"], rows["rule"], strict=True)],
        }
    )


def mechanisms_at(record: Record, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms as they were known on a day (`connections.known_by`)."""
    return record.recent(_mechanisms_at, at)


def _mechanisms_at(record: Record, at: pd.Timestamp) -> pd.DataFrame:
    return known_by(record.table("hrc_mechanism"), record.once(_renewing), at)


def _renewing(record: Record) -> Renewing:
    return renewing(record.table("hrc_mechanism"), record.table("council_action"))


def living(record: Record, country: str, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms alive on a day, in the columns of acts; the day is that of their creation.

    ``renewed`` and ``renewed_by`` are day and symbol of the last renewal on record by then, and
    ``renewed_confidence`` how sure the act is that renewed.
    """
    parts = [record.of("hrc_mechanism", code) for code in record.places.held(country)]
    if not any(map(len, parts)):
        return record.once(_none_living)
    rows = alive(pd.concat(parts).sort_index() if len(parts) > 1 else parts[0], at)
    return _lived(last_renewals(rows, record.once(_renewing), at)) if len(rows) else record.once(_none_living)


def _none_living(record: Record) -> pd.DataFrame:
    rows = record.table("hrc_mechanism").head(0)
    return _lived(last_renewals(rows, record.once(_renewing), FAR_FUTURE))


def _lived(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "date": rows["established"],
            "iso3": rows["iso3"],
            "body": rows["body"],
            "council": "hrc",
            "action_type": MECHANISM,
            "act_class": MECHANISM,
            "symbol": rows["established_by"],
            "label": rows["mechanism"],
            "confidence": rows["confidence"],
            "renewed": rows["renewed"],
            "renewed_by": rows["renewed_by"],
            "renewed_confidence": rows["renewed_confidence"],
            "vote": pd.Series(pd.NA, index=rows.index, dtype="str"),
        }
    )


def _confidence(confidence: str, rule: object) -> str:
    """Say how sure an act is, and which rule its type is from, if one."""
    word = translate(f"confidence-{confidence}")
    return translate("confidence-by-rule", confidence=word, rule=rule) if isinstance(rule, str) else word
