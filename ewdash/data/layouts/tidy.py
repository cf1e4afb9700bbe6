"""The normal form of everything but UCDP events: one figure of one country and period a row.

Columns (`COLUMNS`): ``iso3``; ``period``, the first day of the year or month; ``span``, ``year`` or
``month``; ``measure``; ``value``, a number; ``unit``; ``basis``. A figure that is not given has no row: the
form holds no empty values and no zeros that nobody wrote.

The measures (`MEASURES`), by layout; they are chosen so that none is a part of another unless it says so,
and so that figures counted differently never share a name:

- UCDP country-year: ``deaths_best``, ``deaths_low``, ``deaths_high`` of all three types, which exclude each
  other; their parts ``deaths_state_based``, ``deaths_non_state``, ``deaths_one_sided``; and of the one-sided
  ``deaths_by_government`` and ``deaths_by_non_state_groups``. By type also the other estimates
  (``..._low``, ``..._high``), the dead civilians, a part (``deaths_civilians``, of all types and by
  type), and ``dyads_...``.
- ACLED, added up by month and country: ``acled_fatalities``, never a column with UCDP's deaths;
  ``acled_political_violence`` and ``acled_demonstrations`` (events; one of excessive force against
  demonstrators is in both, as in ACLED), ``acled_civilian_targeting`` (events, a part).
- HDX HAPI, added up from one admin level: ``hapi_political_violence``, ``hapi_fatalities``,
  ``hapi_demonstrations``, and ``hapi_civilian_targeting`` with ``hapi_civilian_fatalities``, parts of them.
- UNHCR: people from a country (``refugees``, ``asylum_seekers``, ``other_protection``), inside it
  (``idps_unhcr``) and hosted by it (``..._hosted``, ``host_community``, ``others_of_concern``), named as in
  `displacement_year`.
- IDMC: ``idps_conflict``, people displaced inside the country by conflict at the end of the year.
- V-Dem: the indicators of `ewdash.model.indicators`, under their own names.
- VIEWS: ``views_deaths`` (expected deaths, state-based only) and ``views_probability`` (of 25 or more).
- Political Terror Scale: ``pts_amnesty``, ``pts_human_rights_watch``, ``pts_state_department``, 1 to 5.
- HDX Signals: ``signal_<indicator>``, 1 medium, 2 high, the highest of the month. The value behind an alert
  is left out: its unit differs by indicator, and the file does not state it.

``basis`` says what kind of figure it is (`BASES`): what was reported and counted; an estimate of a model
from experts' answers; a level on a scale by coders; a forecast; an alert.
"""

from dataclasses import dataclass
from typing import Literal

from ewdash.i18n import has, translate
from ewdash.model.indicators import INDICATORS

COLUMNS = ("iso3", "period", "span", "measure", "value", "unit", "basis")
BASES = ("counted", "estimated", "coded", "forecast", "alert")
UNITS = ("people", "events", "index", "level", "probability", "pairs")


@dataclass(frozen=True)
class Measure:
    """A measure of the normal form: its unit and basis."""

    unit: Literal["people", "events", "index", "level", "probability", "pairs"]
    basis: Literal["counted", "estimated", "coded", "forecast", "alert"]


_PEOPLE, _EVENTS = Measure("people", "counted"), Measure("events", "counted")
_LEVEL = Measure("level", "coded")
SIGNAL = Measure("level", "alert")  # of every signal_<indicator>
MEASURES: dict[str, Measure] = {
    "deaths_best": _PEOPLE,
    "deaths_low": _PEOPLE,
    "deaths_high": _PEOPLE,
    "deaths_state_based": _PEOPLE,
    "deaths_non_state": _PEOPLE,
    "deaths_one_sided": _PEOPLE,
    "deaths_by_government": _PEOPLE,
    "deaths_by_non_state_groups": _PEOPLE,
    **{
        f"deaths_{kind}_{estimate}": _PEOPLE
        for kind in ("state_based", "non_state", "one_sided")
        for estimate in ("low", "high")
    },
    "deaths_civilians": _PEOPLE,
    **{f"deaths_civilians_{kind}": _PEOPLE for kind in ("state_based", "non_state")},
    **{f"dyads_{kind}": Measure("pairs", "counted") for kind in ("state_based", "non_state", "one_sided")},
    "acled_fatalities": _PEOPLE,
    "acled_political_violence": _EVENTS,
    "acled_demonstrations": _EVENTS,
    "acled_civilian_targeting": _EVENTS,
    "hapi_fatalities": _PEOPLE,
    "hapi_political_violence": _EVENTS,
    "hapi_demonstrations": _EVENTS,
    "hapi_civilian_targeting": _EVENTS,
    "hapi_civilian_fatalities": _PEOPLE,
    "refugees": _PEOPLE,
    "asylum_seekers": _PEOPLE,
    "other_protection": _PEOPLE,
    "idps_unhcr": _PEOPLE,
    "idps_conflict": _PEOPLE,
    "refugees_hosted": _PEOPLE,
    "asylum_seekers_hosted": _PEOPLE,
    "other_protection_hosted": _PEOPLE,
    "stateless_hosted": _PEOPLE,
    "host_community": _PEOPLE,
    "others_of_concern": _PEOPLE,
    "views_deaths": Measure("people", "forecast"),
    "views_probability": Measure("probability", "forecast"),
    "pts_amnesty": _LEVEL,
    "pts_human_rights_watch": _LEVEL,
    "pts_state_department": _LEVEL,
}
VDEM = {key: Measure("index", "estimated") for key, _ in INDICATORS}


def name(measure: str) -> str:
    """Return a measure in the reader's language; V-Dem's and the signals' other ones by their own key."""
    if measure in MEASURES:
        return translate(f"imported-{measure.replace('_', '-')}")
    message = f"indicator-{measure.replace('_', '-')}"
    return translate(message) if has(message) else measure
