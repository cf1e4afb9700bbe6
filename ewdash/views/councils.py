"""What the Councils did on one country, as blocks."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ewdash import i18n
from ewdash.analysis.connections import alive, known_by
from ewdash.analysis.council_acts import acts, by_body, present, texts
from ewdash.analysis.responses import of_the_country, with_filed
from ewdash.data import cooperation_files as files
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import NotCoveredError
from ewdash.model.symbols import bracketed
from ewdash.views import brought_lists, votes
from ewdash.views.block import Block, block
from ewdash.views.months import as_of

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


def acts_of(record: Record, country: str) -> pd.DataFrame:
    """Return the acts and crossings on one country, the rule that typed an act, if one did, and its vote.

    Acts on a place whose deaths are filed under the country stand here too, with the place's name
    in the label, so that what was done stands beside the deaths.
    """
    return record.recent(_acts_of, country, i18n.LANGUAGE.get())


def _acts_of(record: Record, country: str, language: str) -> pd.DataFrame:
    del language  # of the names
    places = record.places
    tables = ("council_action", "council_crossing")
    parts = []
    for code in places.held(country):
        for table in tables:
            rows = _marked(record.of(table, code)).reindex(columns=[*COLUMNS, "rule", "situation"])
            if code != country and len(rows):
                rows = rows.assign(label=rows["label"] + f" ({places.name(code)})")
            parts.append(rows)
    rows = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    rows = rows.assign(vote=pd.Series(votes.said(record, rows), index=rows.index, dtype="str"))
    return rows.astype({"rule": "str", "situation": "str", "vote": "str"}).sort_values(
        "date", kind="stable", ignore_index=True
    )


def _marked(rows: pd.DataFrame) -> pd.DataFrame:
    """Return acts whose labels say which come from a file that the user loaded."""
    if "origin" not in rows or not rows["origin"].eq("own").any():
        return rows
    marked = [
        translate("act-own", label=label) if origin == "own" else label
        for label, origin in zip(rows["label"], rows["origin"], strict=True)
    ]
    return rows.assign(label=marked)


def classed_acts_of(record: Record, country: str) -> pd.DataFrame:
    """Return `acts_of` a country with the lane and class in which each stands (`council_acts.acts`)."""
    return record.recent(_classed_acts_of, country, i18n.LANGUAGE.get())


def _classed_acts_of(record: Record, country: str, language: str) -> pd.DataFrame:
    del language  # of the names
    return acts(acts_of(record, country))


def own_acts_of(record: Record, country: str) -> pd.DataFrame:
    """Return `classed_acts_of` a country without situations that are another matter (the Golan)."""
    return of_the_country(classed_acts_of(record, country))


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
    rows = with_filed(rows.assign(place=rows["iso3"]), record.table("country"))
    rows = rows.assign(vote=pd.Series(votes.said(record, rows), index=rows.index, dtype="str"))
    council_acts = acts(rows)
    return council_acts[council_acts["council"].isin(["hrc", "sc"])]


def cooperation(record: Record, country: str) -> pd.DataFrame:
    """Return the State's reviews in the columns of acts; the day is the session's opening."""
    rows = record.of("upr_review", country).sort_values("session_opened")
    return pd.DataFrame(
        {
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
    rows = pd.DataFrame(columns=[*files.REQUIRED[files.VISITS], "from"]) if brought is None else brought.rows
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
    return record.recent(_lanes_of, country, i18n.LANGUAGE.get())


def _lanes_of(record: Record, country: str, language: str) -> pd.DataFrame:
    del language  # of the names
    parts = [acts_of(record, country), cooperation(record, country), visits(record, country)]
    return acts(pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True))


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
    at = as_of(record, month)
    council_acts = classed_acts_of(record, country)
    reviews_held = cooperation(record, country).assign(council="hrc", act_class="review")
    if council_acts.empty and reviews_held.empty:
        raise NotCoveredError(table=card.title, country=name)
    council_acts = council_acts[council_acts["date"] <= at]
    reviews_held = reviews_held[reviews_held["date"] <= at]
    mechanisms = living(record, country, at)
    parts = [part for part in (mechanisms, council_acts, reviews_held) if len(part)]
    rows = pd.concat(parts or [council_acts], ignore_index=True)
    rows = rows.reindex(columns=council_acts.columns).sort_values("date", ascending=False, kind="stable")
    own = of_the_country(rows.assign(verified=rows["verified"].eq(other=True)))
    vote_cards, notes = votes.source(record)
    prevents = rows["act_class"].eq(MECHANISM) | rows.index.isin(own.index[passed_on(own)])
    table = pd.DataFrame(
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
            "new_york": [translate("yes") if passes else "" for passes in prevents],
            "confidence": [_confidence(*pair) for pair in zip(rows["confidence"], rows["rule"], strict=True)],
        }
    )
    return block(
        "acts",
        None,
        table.reset_index(drop=True),
        card,
        record.card("council_crossing"),
        *vote_cards,
        record.card("hrc_mechanism"),
        record.card("upr_review"),
        notes=notes,
        country=name,
        acts=len(texts(council_acts)),
        unverified=len(texts(council_acts[~council_acts["verified"]])),
        living=len(mechanisms),
        reviews=len(reviews_held),
    )


def mechanisms_at(record: Record, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms as they were known on a day (`connections.known_by`)."""
    return record.recent(_mechanisms_at, at)


def _mechanisms_at(record: Record, at: pd.Timestamp) -> pd.DataFrame:
    return known_by(record.table("hrc_mechanism"), record.table("council_action"), at)


def living(record: Record, country: str, at: pd.Timestamp) -> pd.DataFrame:
    """Return the mechanisms alive on a day, in the columns of acts; the day is that of their creation.

    ``renewed`` and ``renewed_by`` are day and symbol of the last renewal on record by then, and
    ``renewed_confidence`` how sure the act is that renewed.
    """
    rows = alive(mechanisms_at(record, at), at)
    rows = rows[rows["iso3"].isin(record.places.held(country))]
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
