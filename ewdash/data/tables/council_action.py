"""What each Council and other bodies did on a situation: one row per effect and country.

The table holds the compiled rows, corrected and typed by rule (``origin`` compiled), and the lines
of `council_action.csv` (``origin`` added): later acts and crossings, and known ones the compilers
missed. An added line says its own type; rules take compiled rows only.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from ewdash.data import hand, sources
from ewdash.data.tables import (
    council_crossing,
    council_review,
    councils,
    resolution_rules,
    sc_heard,
    sc_text_mention,
    un_names,
)
from ewdash.model import lanes, vocabulary
from ewdash.model.symbols import ORGANS

FILE, ADDED = "council_actions.csv", "council_action.csv"
LINES = (ADDED,)
JUDGED = {council_review.REVIEW: council_review.decisions, resolution_rules.FILE: resolution_rules.read}
PROVENANCE = councils.provenance(
    "second edition, with added rows",
    FILE,
    council_review.CORRECTIONS,
    sc_heard.FILE,
    sc_text_mention.FILE,
    covers_from=date(1989, 1, 1),
    covers_to=date(2026, 4, 7),
)
SCHEMA = pa.DataFrameSchema(
    {
        **councils.ACT,
        "rule": pa.Column(str, nullable=True),  # NA: the type is the compilers' or the added line's
        "origin": pa.Column(str, pa.Check.isin(list(councils.ORIGINS))),
    },
    strict=True,
    coerce=True,
    ordered=True,
)
ROWS = 4_335
# Rows by body and by type, verified and recalled, before corrections, as the compilers counted them.
BODIES = {
    "CHR": (432, 2),
    "GA": (2, 9),
    "HRC": (734, 24),
    "ICC": (1, 20),
    "ICJ": (4, 6),
    "OHCHR": (17, 12),
    "PBC": (0, 1),
    "SC": (3_047, 12),
    "SG": (6, 6),
}
TYPES = {
    "advisory_opinion": (0, 2),
    "arms_embargo": (27, 0),
    "arrest_warrant": (1, 4),
    "arria_formula_meeting": (9, 0),
    "case_filed": (2, 0),
    "ceasefire_demand": (7, 0),
    "commission_of_inquiry_created": (20, 0),
    "country_mandate_created": (31, 0),
    "country_mandate_ended": (6, 0),
    "country_mandate_renewed": (168, 0),
    "court_decision": (0, 1),
    "decision": (54, 0),
    "draft_rejected": (2, 1),
    "early_warning_document": (1, 2),
    "expert_group_created": (8, 0),
    "fact_finding_mission_created": (10, 0),
    "hc_briefing_to_sc": (16, 8),
    "hrc_mechanism_briefing": (1, 0),
    "humanitarian_access": (14, 0),
    "icj_opinion_requested": (0, 1),
    "informal_dialogue": (0, 1),
    "inquiry_created": (1, 2),
    "institution_created": (1, 0),
    "investigation_opened": (0, 14),
    "investigative_body_ended": (2, 2),
    "investigative_body_renewed": (77, 0),
    "investigative_mechanism_created": (5, 2),
    "item10_technical_cooperation": (182, 0),
    "judgment": (0, 1),
    "lessons_learned_report": (2, 2),
    "membership_suspended": (0, 2),
    "mission_closed": (29, 0),
    "ohchr_investigation_created": (8, 0),
    "pbc_briefing": (0, 1),
    "peacekeeping_mandate": (265, 1),
    "presidential_statement": (875, 1),
    "press_statement": (0, 2),
    "provisional_measures": (2, 3),
    "referral_to_icc": (2, 0),
    "report": (4, 14),
    "resolution": (2_010, 5),
    "sanctions_ended": (21, 1),
    "sanctions_imposed": (66, 1),
    "sanctions_renewed": (51, 0),
    "sc_agenda_added": (12, 0),
    "sc_cites_hrc": (0, 4),
    "sc_meeting": (50, 0),
    "sg_letter_art99": (1, 0),
    "sg_letter_to_sc": (0, 1),
    "special_political_mission": (40, 0),
    "special_session": (41, 6),
    "tribunal_created": (7, 0),
    "urgent_debate": (5, 6),
    "use_of_force_authorised": (35, 0),
    "veto": (72, 0),
    "withdrawal": (0, 1),
}
# A symbol has no spaces but before the year of a Security Council resolution, which is its date's.
SYMBOL = r"[A-Z][\w./()-]+|S/RES/\d+ \(\d{4}\)"
OWN_KNOWLEDGE = "own knowledge"  # how a source begins that is none


def build(folder: Path) -> pd.DataFrame:
    """Return the acts: compiled ones corrected and typed, and the lines added by hand.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies or a correction finds nothing.
        SourceTotalError: If the counts by body or by type are not those of the compilation.
        ReviewMissingError: If a likely correction has no decision.
        HandLineError: If a hand file is not as documented.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    for column, counts in (("body", BODIES), ("action_type", TYPES)):
        sources.expect(FILE, column, found=councils.counted(rows, column), expected=counts)
    corrected_rows = council_review.corrected(folder, FILE, rows, review=council_review.decisions())
    spoke = sc_heard.build(folder).query("side == 'human_rights'")
    numbered, _ = sc_heard.held(corrected_rows, spoke)
    read = sc_text_mention.cited(numbered, sc_text_mention.build(folder))
    councils.checked(FILE, read)
    typed_rows = resolution_rules.applied(read, resolution_rules.read())
    compiled = councils.typed(councils.named(typed_rows.assign(origin="compiled")), SCHEMA.columns)
    return joined(compiled, hand.HAND, lambda _: council_crossing.build(folder))


def joined(compiled: pd.DataFrame, folder: Path, load: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return the compiled rows and the lines added by hand.

    Args:
        compiled: The compiled rows of this table.
        folder: The folder of hand files.
        load: Gives `council_crossing`, whose crossings are on record too.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    on_record = pd.concat([compiled, load("council_crossing")], ignore_index=True)
    lines = added(folder, on_record).assign(rule=None, origin="added")
    return councils.typed(pd.concat([compiled, lines], ignore_index=True), SCHEMA.columns)


def added(folder: Path, on_record: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of the hand file, checked word by word and against the rows on record.

    Raises:
        HandLineError: If a line is not as documented or is on record already.
    """
    rows = hand.read(folder, ADDED, councils.ACT)
    hand.filled(ADDED, rows, "date", "body", "action_type", "label", "instrument_status", "source")
    hand.dated(ADDED, rows, "date")
    hand.happened(ADDED, rows, "date", accessed=PROVENANCE.accessed)
    hand.placed(ADDED, rows, folder)
    hand.worded(
        ADDED,
        rows,
        body=vocabulary.BODIES,
        action_type=vocabulary.ACTION_TYPES,
        instrument_status=vocabulary.INSTRUMENT_STATUS,
        confidence=vocabulary.CONFIDENCE,
    )
    for column in councils.TEXTS:
        hand.refuse(ADDED, rows, column, un_names.short(rows[column]), "name")
        then = un_names.of_the_time(rows[column], rows["date"])
        hand.refuse(ADDED, rows, column, rows[column].notna() & (then != rows[column]), "name")
    kinds = {body: set().union(*lanes.CLASSES[lanes.council_of(body)].values()) for body in vocabulary.BODIES}
    has_class = [kind in kinds[body] for body, kind in zip(rows["body"], rows["action_type"], strict=True)]
    hand.refuse(ADDED, rows, "action_type", ~pd.Series(has_class, rows.index, dtype=bool), "class")
    hand.refuse(ADDED, rows, "symbol", ~_well_formed(rows), "symbol")
    unsourced = rows["source"].astype(str).str.startswith(OWN_KNOWLEDGE) & (rows["confidence"] == "verified")
    hand.refuse(ADDED, rows, "source", unsourced, "source")
    dates = on_record.assign(date=on_record["date"].dt.strftime("%Y-%m-%d"))
    hand.once(ADDED, rows, _keys(rows), "date", existing=_keys(dates))
    return rows


def _well_formed(rows: pd.DataFrame) -> pd.Series:
    """Tell which symbols are written as symbols are: one of a UN organ or a court's, or none."""
    symbol = rows["symbol"].fillna("").astype(str)
    year = symbol.str.extract(r"^S/RES/\d+ \((\d{4})\)$", expand=False)
    pattern_holds = symbol.str.fullmatch(SYMBOL) & symbol.str.startswith((*ORGANS, "ICC-"))
    year_holds = ~symbol.str.startswith("S/RES/") | (year == rows["date"].str.slice(0, 4))
    return (symbol == "") | (pattern_holds & year_holds)


def _keys(rows: pd.DataFrame) -> pd.Series:
    """Return what makes an act one: day, place, body, type and symbol, or label where it has none."""
    names = rows["symbol"].where(rows["symbol"].notna(), rows["label"])
    parts = [rows["date"], rows["iso3"], rows["body"], rows["action_type"], names]
    keys = [tuple("" if pd.isna(part) else part for part in row) for row in zip(*parts, strict=True)]
    return pd.Series(keys, rows.index, dtype=object)
