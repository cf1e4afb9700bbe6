"""Closed vocabularies of the Council tables; a word outside them is refused by row and column."""

from ewdash.model import lanes

CONFIDENCE = ("verified", "recalled")
BODIES = tuple(body for bodies in lanes.BODIES.values() for body in bodies)
ACTION_TYPES = tuple(
    sorted({kind for classes in lanes.CLASSES.values() for kinds in classes.values() for kind in kinds})
)
INSTRUMENT_STATUS = ("created", "renewed", "ended", "n/a")
# How a text or draft fared: without a vote is not the same as unanimously.
VOTE_OUTCOMES = ("without_vote", "recorded_vote", "not_recorded", "not_adopted", "vetoed")
VOTE_COUNTS = ("yes", "no", "abstain", "not_voting")
# Acts of the Councils that are drafts which were not adopted, and what the vote on them came to.
FAILED_DRAFTS = {"veto": "vetoed", "draft_rejected": "not_adopted"}
# What the High Commissioner and mechanisms tell the Security Council; two rows can be of one meeting.
BRIEFINGS = ("hc_briefing_to_sc", "hrc_mechanism_briefing")
COUNTRY_KINDS = ("member", "observer", "territory", "former", "joint", "pseudo")
REGIONAL_GROUPS = (
    "african",
    "asia_pacific",
    "eastern_european",
    "latin_american_caribbean",
    "western_european_other",
)
# Sets of countries as the address writes them, in the order of the box; beside the regions of M49.
COUNTRY_SETS = (
    "sahel",
    "lake-chad-basin",
    "great-lakes",
    "horn-of-africa",
    "least-developed-countries",
    "landlocked-developing-countries",
    "small-island-developing-states",
)
MECHANISM_TYPES = (
    "special_rapporteur",
    "special_representative",
    "independent_expert",
    "designated_expert",
    "commission_of_inquiry",
    "fact_finding_mission",
    "expert_group",
    "investigative_mechanism",
    "ohchr_mission",
    "ohchr_investigation",
    "ohchr_accountability_project",
    "ohchr_database",
)
MISSION_KINDS = (
    "peacekeeping",
    "special_political_mission",
    "authorised_force",
    "sanctions_regime",
    "sanctions_panel",
)
TERM_RULES = ("date", "months", "session", "open", "final", "unknown")
MANDATE_ASKS = (
    "report",
    "interactive_dialogue",
    "enhanced_interactive_dialogue",
    "oral_update",
    "sg_report",
    "panel_report_midterm",
    "panel_report_final",
    "strategic_review",
)
# Who speaks in a document of warning or inquiry; also the rows of its lane, top first.
DOCUMENT_KINDS = (
    "special_procedure",
    "high_commissioner",
    "ohchr_report",
    "secretary_general",
    "sc_briefing",
    "un_inquiry",
    "other_un",
)
# The human rights treaties and their protocols, in the order in which they were adopted; a protocol stands
# with its treaty. `treaty-<key>` names each.
TREATIES = (
    "ICERD",
    "ICCPR",
    "ICCPR-OP1",
    "ICCPR-OP2",
    "ICESCR",
    "ICESCR-OP",
    "CEDAW",
    "CEDAW-OP",
    "CAT",
    "OPCAT",
    "CRC",
    "CRC-OP-AC",
    "CRC-OP-SC",
    "CRC-OP-IC",
    "ICMW",
    "CRPD",
    "CRPD-OP",
    "CPED",
)
TREATY_STATUS = ("party", "signed", "none")
TREATY_ORIGINS = ("compiled", "corrected")
# Whether a UN text says that a mechanism was let into the country; `refused` also where a request to visit
# was left without an answer.
ACCESS = ("granted", "partial", "refused")
# Where a visit of a special procedure stands, as the Office's own lists name it.
VISIT_STATUS = ("requested", "reminder", "accepted", "completed", "refused")
