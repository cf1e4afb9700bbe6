"""Who speaks before the Security Council for the human-rights side, and the span in which that is whole."""

from datetime import date

# Formal meetings are on record as a whole between these days; before, after and in closed formats
# what is on record is a sample. The two are never joined as one line.
WHOLE_FROM, WHOLE_TO = date(1995, 1, 6), date(2020, 12, 31)

GROUPS = {
    "human_rights": (
        "high_commissioner",
        "deputy_high_commissioner",
        "assistant_secretary_general",
        "special_procedure",
        "investigative_body",
    ),
    # Mandates of the Secretary-General next to the human-rights side: shown when asked for, never counted.
    "related_mandate": ("prevention", "sexual_violence", "children"),
}
SIDES = tuple(GROUPS)
SIDE_OF = {group: side for side, groups in GROUPS.items() for group in groups}
