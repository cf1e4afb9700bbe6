"""The part Mechanisms of the Councils page: who is alive, who was heard, and what followed investigations."""

import pandas as pd

from ewdash import i18n
from ewdash.analysis import accountability as analysis
from ewdash.analysis import responses
from ewdash.analysis.connections import alive
from ewdash.analysis.due import recorded_ends
from ewdash.charts import accountability as pictures
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.datasets import Card
from ewdash.model.errors import DatasetMissingError, NotCoveredError
from ewdash.views import accountability, record_reach
from ewdash.views.block import Block, block
from ewdash.views.country_councils import HRC_START, situations_acts
from ewdash.views.months import FAR_FUTURE

# Step of the Security Council -> column of the days to it.
DAYS = {
    "heard": "days_heard",
    "cited": "days_cited",
    "sanctions": "days_sanctions",
    "referral": "days_referral",
}


def _investigations(record: Record) -> pd.DataFrame:
    """Return what followed each investigative body since the Council began, from verified acts."""
    rows = accountability.bodies(record)
    return analysis.firsts(rows[rows["created"] >= HRC_START], situations_acts(record))


def _court(record: Record) -> pd.DataFrame:
    """Return the first act of the Court on record after each body was created, verified or recalled.

    Returns:
        ``key``, ``iso3``, ``days_court`` and ``court_confidence``; no row where none is on record.
    """
    rows = accountability.bodies(record)
    steps = analysis.firsts(rows[rows["created"] >= HRC_START], accountability.every_act(record))
    steps = steps[steps["step"].isin(accountability.OF_COURT) & steps["days"].notna()]
    # Of two on one day the verified one is told; "recalled" stands before "verified".
    steps = steps.sort_values("confidence", ascending=False, kind="stable").sort_values("days", kind="stable")
    firsts = steps.drop_duplicates(["key", "iso3"])[["key", "iso3", "days", "confidence"]]
    return firsts.rename(columns={"days": "days_court", "confidence": "court_confidence"})


def _inside(record: Record, region: str | None, group: str | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the bodies of a selection, and what followed each.

    Raises:
        NotCoveredError: If there is none.
    """
    codes = record.places.within(region=region, group=group)
    rows = accountability.bodies(record)
    rows = rows[(rows["created"] >= HRC_START) & rows["iso3"].isin(codes)]
    steps = record.once(_investigations)
    if rows.empty:
        raise NotCoveredError(table=translate("accountability-bodies"), country=translate("this-selection"))
    return rows, steps[steps["iso3"].isin(codes)]


def uptake(record: Record, *, region: str | None, group: str | None) -> Block:
    """Draw how many investigative bodies each step of the Security Council followed within some years.

    Raises:
        NotCoveredError: If the selection holds no body with a year on record after it.
    """
    rows, steps = _inside(record, region, group)
    whole = accountability.whole(record)
    shares = analysis.shares(steps, until=whole)
    place = record.places.scope_name(region=region, group=group)
    if shares.empty:
        raise NotCoveredError(
            table=translate("chart-uptake", place=place), country=translate("this-selection")
        )
    table = shares.assign(
        step=[translate(f"step-{step}") for step in shares["step"]],
        share=(shares["share"] * 100).round().astype(int),
    ).rename(
        columns={
            "share": "share_followed",
            "followed": "followed_by_step",
            "years": "years_after",
            "cases": "bodies",
        }
    )
    heard, cited, texts = (_longest(shares, step) for step in ("heard", "cited", "sanctions"))
    longest = shares[shares["years"] == texts["years"]].set_index("step")
    return block(
        "uptake",
        pictures.uptake(shares),
        table,
        record.card("hrc_mechanism"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(accountability.READ),
        notes=(
            translate(
                "uptake-answer",
                bodies=len(rows),
                years=texts["years"],
                cases=texts["cases"],
                heard_years=heard["years"],
                heard_cases=heard["cases"],
                heard=heard["followed"],
                cited_years=cited["years"],
                cited_cases=cited["cases"],
                cited=cited["followed"],
                **{step: int(longest["followed"][step]) for step in ("sanctions", "referral")},
                hearings=i18n.day(whole["heard"]),
                read=i18n.day(whole["cited"]),
            ),
        ),
        place=place,
        hearings=i18n.day(whole["heard"]),
        read=i18n.day(whole["cited"]),
        texts=i18n.day(whole["sanctions"]),
    )


def _longest(shares: pd.DataFrame, step: str) -> dict[str, int]:
    """Return the longest window of a step with its bodies; zeros where no body has a whole one."""
    rows = shares[shares["step"] == step].sort_values("years", kind="stable")
    names = ["years", "cases", "followed"]
    return {name: int(rows[name].iloc[-1]) if len(rows) else 0 for name in names}


def investigations(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the investigative bodies, with the days after which each step first followed.

    Raises:
        NotCoveredError: If the selection holds none.
    """
    rows, steps = _inside(record, region, group)
    every = accountability.reports(record)
    every = every[every["mechanism"].isin(rows["mechanism"])]
    counts = every.groupby(["mechanism", "iso3"]).agg(reports=("symbol", "size"), first=("date", "min"))
    found = rows.merge(counts, left_on=["mechanism", "iso3"], right_index=True, how="left")
    days = steps.pivot(index=["key", "iso3"], columns="step", values="days")
    found = found.merge(days, left_on=["key", "iso3"], right_index=True)
    found = found.merge(record.once(_court), on=["key", "iso3"], how="left")
    found = found.sort_values("created", ascending=False, kind="stable")
    table = pd.DataFrame(
        {
            "date": found["created"].dt.date,
            "country": [record.places.name(code) for code in found["iso3"]],
            "mechanism": found["mechanism"],
            "reports": found["reports"].fillna(0).astype(int),
            "days_report": (found["first"] - found["created"]).dt.days.astype("Int64"),
            **{name: found[step].astype("Int64") for step, name in DAYS.items()},
            "days_court": found["days_court"].astype("Int64"),
            "court_confidence": [
                "" if pd.isna(value) else translate(f"confidence-{value}")
                for value in found["court_confidence"]
            ],
            "symbol": found["symbol"],
        }
    )
    return block(
        "investigations",
        None,
        table.reset_index(drop=True),
        record.card("hrc_mechanism"),
        record.card("mechanism_report"),
        record.card("council_action"),
        record.card("council_crossing"),
        record.card(accountability.READ),
        bodies=len(table),
        reports=len(every),
        recalled=int(every["confidence"].ne("verified").sum()),
        hearings=i18n.day(accountability.whole(record)["heard"]),
        read=i18n.day(accountability.whole(record)["cited"]),
        until=i18n.day(accountability.whole(record)["sanctions"]),
    )


def hearings(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the HRC mechanisms ever created, and when the SC first heard the human-rights side after."""
    places = record.places
    rows = responses.heard_after(situations_acts(record), ends=record_reach.ends(record))
    rows = rows[rows["date"] >= HRC_START]
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    rows = rows.sort_values("date", ascending=False, kind="stable")
    table = pd.DataFrame(
        {
            "date": rows["date"].dt.date,
            "country": [places.name(code) for code in rows["iso3"]],
            "label": rows["label"],
            "symbol": rows["symbol"],
            "days": rows["days"],
            "heard_first": [
                act if isinstance(act, str) else translate("heard-none") for act in rows["heard"]
            ],
        }
    )
    days = rows["days"].dropna()
    return block(
        "hearings",
        None,
        table.reset_index(drop=True),
        record.card("council_action"),
        record.card("council_crossing"),
        created=len(rows),
        heard=len(days),
        median=translate("unknown") if days.empty else translate("days", days=round(float(days.median()))),
    )


def mechanisms(record: Record, *, region: str | None, group: str | None) -> Block:
    """List the HRC mechanisms alive, the recorded end of each, and whether the SC ever heard from them."""
    places = record.places
    rows = alive(record.table("hrc_mechanism"), FAR_FUTURE)
    rows = rows[rows["iso3"].isin(places.within(region=region, group=group))]
    heard = record.current("connection").set_index("iso3")
    ends, terms = _ends(record, rows)
    table = pd.DataFrame(
        {
            "country": [places.name(code) for code in rows["iso3"]],
            "mechanism": rows["mechanism"],
            "body": [translate(f"body-{body.lower()}") for body in rows["body"]],
            "established": rows["established"].dt.date,
            "symbol": rows["established_by"],
            "renewed": rows["renewed"].dt.date,
            "renewed_by": rows["renewed_by"],
            "ends": ends.dt.date,
            "heard": rows["iso3"].map(heard["heard"]).fillna(0).astype(int),
            "last_heard": rows["iso3"].map(heard["last_heard"]).dt.date,
            "confidence": [translate(f"confidence-{value}") for value in rows["confidence"]],
        }
    ).sort_values(["country", "established"], ignore_index=True)
    return block(
        "mechanisms",
        None,
        table,
        record.card("hrc_mechanism"),
        *([terms] if terms else []),
        record.card("council_crossing"),
        living=len(table),
        unheard=int((table["heard"] == 0).sum()),
        past=int((ends < pd.Timestamp(terms.provenance.accessed)).sum()) if terms else "none",
        day=i18n.day(terms.provenance.accessed) if terms else "",
    )


def _ends(record: Record, rows: pd.DataFrame) -> tuple[pd.Series, Card | None]:
    """Return the recorded end of each mechanism, and whence; none where terms are not installed."""
    try:
        terms, card = record.table("mandate_term"), record.card("mandate_term")
    except DatasetMissingError:
        return pd.Series(pd.NaT, rows.index), None
    return recorded_ends(rows, terms, day=pd.Timestamp(card.provenance.accessed)), card
