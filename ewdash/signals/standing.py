"""What stands over all countries on the installed tables alone, computed once and sliced by pages."""

from collections.abc import Callable

import pandas as pd

from ewdash.analysis import connections, levels, responses, verdicts, vintages
from ewdash.model import record_reach
from ewdash.model.situations import FINAL
from ewdash.signals.inputs import Load

ACTS = [
    "date",
    "iso3",
    "situation",
    "body",
    "action_type",
    "symbol",
    "label",
    "confidence",
    "instrument_status",
]


def situations_acts(load: Load) -> pd.DataFrame:
    """Return all verified acts and crossings, each once, under the place it is on."""
    rows = _every_act(load)
    return responses.of_the_country(rows[rows["confidence"] == "verified"])


def recalled_acts(load: Load) -> pd.DataFrame:
    """Return all acts and crossings that are recalled, each once, under the place it is on."""
    rows = _every_act(load)
    return responses.of_the_country(rows[rows["confidence"] != "verified"])


def _every_act(load: Load) -> pd.DataFrame:
    return pd.concat([load("council_action")[ACTS], load("council_crossing")[ACTS]], ignore_index=True)


def verified_acts(load: Load) -> pd.DataFrame:
    """Return all verified acts and crossings, those on a place also where its deaths are filed."""
    return responses.with_filed(situations_acts(load), load("country"))


def country_months(load: Load) -> pd.DataFrame:
    """Return deaths per country and month of all countries, in their vintages."""
    return vintages.series(load("conflict_month"), load("conflict_month_recent"))


def level_month(load: Load) -> pd.DataFrame:
    """Return `levels.every_month` of the record."""
    return levels.every_month(country_months(load))


def response_clock(load: Load) -> pd.DataFrame:
    """Return `responses.clock` for each kind of trigger."""
    signals, acts = load("signal_month"), verified_acts(load)
    ends = record_reach.texts(load("record_reach"))
    parts = [
        responses.clock(responses.triggers(signals, kind), acts, ends=ends).assign(sign=kind)
        for kind in responses.TRIGGERS
    ]
    first = ["sign", "iso3", "date", "body"]
    rows = pd.concat(parts, ignore_index=True)
    return rows[[*first, *(name for name in rows.columns if name not in first)]]


def connection(load: Load) -> pd.DataFrame:
    """Return `connections.matrix` at the day to which the HRC's acts are on record."""
    return connections.matrix(
        situations_acts(load),
        load("hrc_mechanism"),
        responses.of_the_country(load("sc_agenda"), "agenda_item"),
        responses.of_the_country(load("sc_meeting")),
        at=record_reach.texts(load("record_reach"))["hrc"],
        recalled=recalled_acts(load),
    )


def verdict_year(load: Load) -> pd.DataFrame:
    """Return `verdicts.tried` of the last settled year."""
    settled = load("conflict_year_settled")
    past = verdicts.revisions(load("conflict_month_recent"), settled)
    months = country_months(load)
    # As they would have stood: the year is judged by its preliminary figures, though it is final by now.
    known = months["vintage"].eq(FINAL) & months["month"].dt.year.eq(int(settled["year"].max()))
    return verdicts.tried(months[~known], past, settled)


# Table -> what computes it, and the tables it is computed from.
STANDING: dict[str, tuple[Callable[[Load], pd.DataFrame], tuple[str, ...]]] = {
    "level_month": (level_month, ("conflict_month", "conflict_month_recent")),
    "verdict_year": (
        verdict_year,
        ("conflict_month", "conflict_month_recent", "conflict_year_settled"),
    ),
    "response_clock": (
        response_clock,
        ("signal_month", "council_action", "council_crossing", "country", "record_reach"),
    ),
    "connection": (
        connection,
        ("council_action", "council_crossing", "hrc_mechanism", "sc_agenda", "sc_meeting", "record_reach"),
    ),
}
