"""What the Councils did on one country, as blocks."""

import pandas as pd

from ewdash.analysis.attention import acts
from ewdash.model.errors import NotCoveredError
from ewdash.model.places import Places
from ewdash.model.words import say
from ewdash.views.block import Block, block
from ewdash.views.months import Describe, Load

COLUMNS = ["date", "body", "action_type", "symbol", "label", "confidence"]


def acts_of(country: str, load: Load) -> pd.DataFrame:
    """Return the acts and crossings on one country, in the columns the two tables share."""
    tables = [load("council_action"), load("council_crossing")]
    rows = pd.concat([table[table["iso3"] == country][COLUMNS] for table in tables], ignore_index=True)
    return rows.sort_values("date", ignore_index=True)


def record_of_acts(
    *, country: str, month: pd.Timestamp, years: int | None, load: Load, describe: Describe
) -> Block:
    """List every act on the country, newest first, with the confidence of each.

    Raises:
        NotCoveredError: If none is recorded.
    """
    del month, years
    card = describe("council_action")
    name = Places(load("country")).name(country)
    rows = acts(acts_of(country, load))
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    shown = rows.sort_values("date", ascending=False, kind="stable")[COLUMNS]
    shown = shown.assign(
        date=shown["date"].dt.date,
        body=[say(f"body-{body.lower()}") for body in shown["body"]],
        action_type=[say(f"action-{kind.replace('_', '-')}") for kind in shown["action_type"]],
        confidence=[say(f"confidence-{value}") for value in shown["confidence"]],
    )
    return block(
        "acts",
        None,
        shown.reset_index(drop=True),
        card,
        describe("council_crossing"),
        country=name,
        acts=len(rows),
        unverified=int((~rows["verified"]).sum()),
    )


def reviews(*, country: str, month: pd.Timestamp, years: int | None, load: Load, describe: Describe) -> Block:
    """List the State's own part: its reviews under the Universal Periodic Review.

    Raises:
        NotCoveredError: If the country was never reviewed.
    """
    del month, years
    card = describe("upr_review")
    name = Places(load("country")).name(country)
    rows = load("upr_review")
    rows = rows[rows["iso3"] == country].sort_values("cycle")
    if rows.empty:
        raise NotCoveredError(table=card.title, country=name)
    shown = rows[["cycle", "session", "session_opened", "confidence"]]
    shown = shown.assign(
        session_opened=pd.to_datetime(shown["session_opened"]).dt.date,
        confidence=[say(f"confidence-{value}") for value in shown["confidence"]],
    )
    return block("reviews", None, shown.reset_index(drop=True), card, country=name, reviews=len(shown))
