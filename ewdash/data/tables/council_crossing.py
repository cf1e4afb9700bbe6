"""Crossings between the two Councils: briefings, Arria-formula meetings, texts that cite or name the other.

The compilers' second round; with it formal meetings in which the human-rights side spoke (`sc_heard`,
whole from 1995 to 2020) and resolutions that name it (`sc_text_mention`, to 2015), each once. Later
crossings are added to `council_action`.
"""

from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import hand, sources
from ewdash.data.tables import council_review, councils, sc_heard, sc_text_mention

FILE, ACTIONS, ADDED = "council_crossings.csv", "council_actions.csv", "council_action.csv"
JUDGED = {council_review.REVIEW: council_review.decisions}
PROVENANCE = councils.provenance(
    "third edition",
    FILE,
    ACTIONS,
    sc_heard.FILE,
    sc_text_mention.FILE,
    covers_from=date(1992, 1, 1),
    covers_to=date(2026, 3, 31),
)
SCHEMA = councils.ACT_SCHEMA
ROWS = 66
# Rows by type, verified and recalled, as the compilers counted them.
TYPES = {
    "arria_formula_meeting": (27, 0),
    "hc_briefing_to_sc": (19, 2),
    "hrc_addresses_sc": (5, 6),
    "hrc_mechanism_briefing": (2, 3),
    "sc_cites_hrc": (2, 0),
}
# Of the 55 formal meetings in which the human-rights side spoke, those that no act on record was.
NEW_MEETINGS = 35


def build(folder: Path) -> pd.DataFrame:
    """Return the crossings on record, corrected.

    Raises:
        SourceLayoutError: If a row is outside the vocabularies or a correction finds nothing.
        SourceTotalError: If rows are missing, of any type.
        HandLineError: If a hand file is not as documented.
    """
    rows = councils.read_acts(folder, FILE)
    sources.expect(FILE, "rows", found=len(rows), expected=ROWS)
    sources.expect(FILE, "action_type", found=councils.counted(rows, "action_type"), expected=TYPES)
    corrected_rows = council_review.corrected(folder, FILE, rows, review=council_review.decisions())
    spoke = sc_heard.build(folder).query("side == 'human_rights'")
    compiled, found = sc_heard.held(corrected_rows, spoke)
    acts = [councils.read_acts(folder, ACTIONS), hand.read(hand.HAND, ADDED, councils.ACT)]
    _, elsewhere = sc_heard.held(pd.concat(acts, ignore_index=True), spoke)
    meetings = spoke[~spoke["symbol"].isin(found | elsewhere)]
    sources.expect(sc_heard.FILE, "new meetings", found=len(meetings), expected=NEW_MEETINGS)
    texts = sc_text_mention.crossings(sc_text_mention.build(folder))
    cited = pd.concat([compiled, *acts])
    cited = cited[cited["action_type"] == "sc_cites_hrc"]
    texts = texts[~_cells(texts).isin(_cells(cited))]
    parts = [compiled, sc_heard.crossings(meetings), texts]
    whole = pd.concat([part[list(councils.ACT)] for part in parts], ignore_index=True)
    councils.checked(FILE, whole)
    return councils.typed(councils.named(whole))


def _cells(rows: pd.DataFrame) -> pd.Series:
    """Return text and place of acts, by which a citation is known as the same."""
    return rows["symbol"].fillna("") + "|" + rows["iso3"].fillna("")
