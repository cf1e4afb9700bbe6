"""The registered tables, the layout version of each, and the card that travels with it."""

from dataclasses import dataclass
from datetime import date

# Order of the Sources page. The number is the layout version: a table built in another one is
# refused with a sentence instead of misread.
LAYOUTS: dict[str, int] = {
    "conflict_month": 2,
    "conflict_month_recent": 2,
    "conflict_year": 1,
    "conflict_year_settled": 1,
    "conflict_event": 2,
    "release": 1,
    "vintage_month": 1,
    "event_exception": 1,
    "violation_incident": 1,
    "rights_year": 1,
    "displacement_year": 1,
    "population_year": 1,
    "council_action": 2,
    "council_crossing": 1,
    "vote": 1,
    "sc_heard": 2,
    "sc_sitting_year": 1,
    "sc_text_mention": 1,
    "hrc_mechanism": 2,
    "mechanism_report": 1,
    "sc_agenda": 1,
    "sc_meeting": 3,
    "upr_review": 1,
    "mandate_term": 1,
    "upr_due": 1,
    "treaty_status": 1,
    "mechanism_access": 1,
    "membership": 1,
    "country": 1,
    "country_set": 1,
    "place_word": 1,
    "case": 2,
    "session": 2,
    "record_reach": 1,
    "revision": 1,
    "geometry": 1,
    "level_month": 2,
    "signal_month": 1,
    "forecast_month": 1,
    "response_clock": 1,
    "connection": 3,
    "score_model": 1,
    "track_record": 1,
    "track_case": 1,
    "track_peer": 1,
    "verdict_year": 1,
}
# Computed from the other tables (`ewdash.signals`), not built from source files.
DERIVED = (
    "level_month",
    "signal_month",
    "forecast_month",
    "response_clock",
    "connection",
    "score_model",
    "track_record",
    "track_case",
    "track_peer",
    "verdict_year",
)
# Computed with files that do not ship: without them a table stays as it is and says so.
FROM_OWN_FILES = ("track_peer",)


@dataclass(frozen=True)
class Provenance:
    """What the build declares about a table; its words are in the catalogue.

    The title, unit and caveats are the messages `card-<table>`, `.unit`, `.caveat-1` ...;
    dates are what the producer claims to cover, not its first and last record.
    """

    producer: str
    version: str
    licence: str
    citation: tuple[str, ...]
    address: str
    accessed: date
    covers_from: date
    covers_to: date
    confidence: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """The provenance card of a table as it stands in the repository."""

    table: str
    title: str
    unit: str
    caveats: tuple[str, ...]
    provenance: Provenance
    layout: int
    rows: int
    sha256: str
    file: str
