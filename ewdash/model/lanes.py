"""The lanes of the timeline: which body's acts stand together, in which classes, and where drawn."""

import functools

# A lane per Council; the Commission on Human Rights (to 2006) and the High Commissioner's Office
# stand with the Human Rights Council, because mandates passed from one to the other.
BODIES = {
    "hrc": ("HRC", "CHR", "OHCHR"),
    "sc": ("SC",),
    "other": ("GA", "SG", "ICC", "ICJ", "PBC"),
}

_INVESTIGATION = (
    "commission_of_inquiry_created",
    "fact_finding_mission_created",
    "investigative_mechanism_created",
    "expert_group_created",
    "ohchr_investigation_created",
    "investigative_body_renewed",
    "investigative_body_ended",
    "inquiry_created",
    "tribunal_created",
    "lessons_learned_report",
)
NAMED = "sc_names_human_rights_side"  # a text that names the other side: uptake, and nobody was heard
# How one Council hears of what the other holds; drawn between their lanes, whoever acts.
_CROSSINGS = {
    "briefing": ("hc_briefing_to_sc", "hrc_mechanism_briefing", "informal_dialogue"),
    "arria": ("arria_formula_meeting",),
    "citation": ("sc_cites_hrc", NAMED),
    "forwarded": ("hrc_addresses_sc",),
    "letter": ("sg_letter_to_sc", "sg_letter_art99"),
}

CLASSES: dict[str, dict[str, tuple[str, ...]]] = {
    "hrc": {
        "special_sitting": ("special_session", "urgent_debate"),
        "investigation": _INVESTIGATION,
        "country_mandate": ("country_mandate_created", "country_mandate_renewed", "country_mandate_ended"),
        "technical_cooperation": ("item10_technical_cooperation",),
        "review": ("upr_review",),
        "visit": ("special_procedure_visit",),
        "text": (
            "resolution",
            "decision",
            "presidential_statement",
            "institution_created",
            "report",
            "early_warning_document",
            "draft_rejected",
            "membership_suspended",
        ),
        **_CROSSINGS,
    },
    "sc": {
        **_CROSSINGS,
        # An Arria-formula meeting at which no human-rights side spoke is no crossing.
        "meeting": ("sc_meeting", "sc_agenda_added", "arria_formula_other"),
        "text": (
            "resolution",
            "presidential_statement",
            "press_statement",
            "humanitarian_access",
            "ceasefire_demand",
            "draft_rejected",
            "decision",
            "report",
            "early_warning_document",
            "institution_created",
        ),
        "peace_operation": (
            "peacekeeping_mandate",
            "special_political_mission",
            "mission_closed",
            "use_of_force_authorised",
        ),
        "sanctions": (
            "sanctions_imposed",
            "sanctions_renewed",
            "sanctions_ended",
            "arms_embargo",
        ),
        "accountability": (*_INVESTIGATION, "referral_to_icc"),
        "veto": ("veto",),
    },
    "other": {
        **_CROSSINGS,
        "assembly_secretariat": (
            *_INVESTIGATION,
            "resolution",
            "decision",
            "report",
            "early_warning_document",
            "icj_opinion_requested",
            "membership_suspended",
            "institution_created",
        ),
        # The Peacebuilding Commission: what is before it, and what it says to either Council.
        "peacebuilding": (
            "pbc_agenda_added",
            "pbc_meeting",
            "pbc_briefing",
            "pbc_advice_to_sc",
            "pbc_briefing_to_hrc",
        ),
        "court": (
            "case_filed",
            "provisional_measures",
            "advisory_opinion",
            "judgment",
            "arrest_warrant",
            "investigation_opened",
            "court_decision",
            "withdrawal",
        ),
    },
}

# The State's own part in the Human Rights Council's work, in the same panel as the alarm.
COOPERATION = ("technical_cooperation", "review", "visit")
CROSSINGS = tuple(_CROSSINGS)
PEACEBUILDING = ("peacebuilding",)
# Lanes as drawn, top first: crossings lie between the two Councils that they join.
LANES: dict[str, tuple[str, ...]] = {
    "hrc": tuple(name for name in CLASSES["hrc"] if name not in (*CROSSINGS, *COOPERATION)),
    "between": CROSSINGS,
    "sc": tuple(name for name in CLASSES["sc"] if name not in CROSSINGS),
    "peacebuilding": PEACEBUILDING,
    "state": COOPERATION,
    "other": tuple(name for name in CLASSES["other"] if name not in (*CROSSINGS, *PEACEBUILDING)),
}


@functools.cache
def council_of(body: str) -> str:
    """Return the council of a body.

    Raises:
        KeyError: If the body has no council.
    """
    for council, bodies in BODIES.items():
        if body in bodies:
            return council
    raise KeyError(body)


@functools.cache
def act_class(body: str, action_type: str) -> str:
    """Return the class in which an act stands in its council.

    Raises:
        KeyError: If the council has no class for the act.
    """
    for name, types in CLASSES[council_of(body)].items():
        if action_type in types:
            return name
    raise KeyError(f"{body}: {action_type}")


def lane_of(council: str, kind: str) -> str:
    """Return the lane in which a class of act of one Council is drawn."""
    if kind in CROSSINGS:
        return "between"
    if kind in PEACEBUILDING:
        return "peacebuilding"
    return "state" if kind in COOPERATION else council
