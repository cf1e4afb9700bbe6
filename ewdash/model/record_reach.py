"""How far the record of acts reaches: its series, and what each body's record of texts is whole to."""

from collections.abc import Mapping

import pandas as pd

from ewdash.model.lanes import CROSSINGS, act_class

KINDS = ("systematic", "sample", "none")
NOTES = ("country_texts", "meetings", "speakers", "closed", "own")
OWN = "own"  # the note of a series that a file loaded on this machine has carried on
# Series -> the types of acts in it; texts are what is left, and acts are all of a body.
_TYPES = {
    "special_sittings": ("special_session", "urgent_debate"),
    "failed_drafts": ("veto", "draft_rejected"),
    "presidential_statements": ("presidential_statement",),
    "press_statements": ("press_statement",),
    "meetings": ("sc_meeting",),
    "speakers": ("hc_briefing_to_sc", "hrc_mechanism_briefing"),
    "arria": ("arria_formula_meeting", "arria_formula_other"),
    "closed_consultations": ("informal_dialogue",),
}
SERIES = ("texts", *_TYPES, "acts")
# Whom the Security Council heard stands under who spoke.
_HEARD = ("speakers", "arria", "closed_consultations")
_NO_TEXTS = (
    *(kind for kinds in _TYPES.values() for kind in kinds),
    *("sc_agenda_added", "report", "early_warning_document"),
)
# Whose texts tell how far a Council's record reaches.
COUNCILS = {"hrc": "HRC", "sc": "SC"}
Ends = Mapping[str, pd.Timestamp]


def texts(reach: pd.DataFrame) -> dict[str, pd.Timestamp]:
    """Return the last day up to which the texts of each Council are whole: ``hrc`` and ``sc``.

    Args:
        reach: The table ``record_reach``.
    """
    rows = reach[reach["series"] == "texts"].set_index("body")["reaches_to"]
    return {council: pd.Timestamp(rows[body]) for council, body in COUNCILS.items()}


def belongs(acts: pd.DataFrame, body: str, series: str) -> "pd.Series[bool]":
    """Tell which acts are of a body's series.

    Args:
        acts: ``body``, ``action_type``, ``symbol``.
        body: A word of the record.
        series: One of `SERIES`.
    """
    types = acts["action_type"]
    if series in _HEARD:
        return types.isin(_TYPES[series])
    of_body = acts["body"].eq(body)
    if series == "acts":
        return of_body
    if series != "texts":
        return of_body & types.isin(_TYPES[series])
    crossing = [act_class(of, kind) in CROSSINGS for of, kind in zip(acts["body"], types, strict=True)]
    between = pd.Series(crossing, acts.index, dtype=bool)
    return of_body & acts["symbol"].notna() & ~types.isin(_NO_TEXTS) & ~between
