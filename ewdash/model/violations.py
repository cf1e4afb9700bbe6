"""The layout of a user's own violation records: columns, closed lists and bounds.

The types of violation are themes of the Universal Human Rights Index (OHCHR, uhri.ohchr.org), as the
Index's export labels them: those that a record of an incident can be of, twenty of its civil, political,
economic and social themes. The kinds of source are a list of our own (recalled: after those that OHCHR's
manuals on monitoring and casualty recording speak of); the steps of verification are the project's.
"""

TYPES = (
    "right_to_life",
    "executions",
    "death_penalty",
    "disappearances",
    "torture",
    "arbitrary_detention",
    "conditions_of_detention",
    "physical_integrity",
    "sexual_violence",
    "trafficking",
    "freedom_of_movement",
    "freedom_of_religion",
    "freedom_of_expression",
    "peaceful_assembly",
    "freedom_of_association",
    "public_affairs",
    "housing",
    "food",
    "health",
    "education",
)
SOURCE_TYPES = (
    "victim_or_family",
    "witness",
    "medical",
    "authorities",
    "united_nations",
    "civil_society",
    "media",
    "images_or_data",
    "other",
)
VERIFICATION = ("alleged", "reported", "corroborated", "verified")  # least sure first
# The closed lists, by column.
LISTS = {"violation_type": TYPES, "source_type": SOURCE_TYPES, "verification": VERIFICATION}
VICTIMS = ("victims_low", "victims_best", "victims_high")  # people; empty is unknown, never zero
COLUMNS = (
    "record_id",
    "date_from",
    "date_to",
    "iso3",
    "admin1",
    "violation_type",
    *VICTIMS,
    "source_type",
    "verification",
    "note",
    "owner",
)
REQUIRED = ("date_from", "iso3", "violation_type", "source_type", "verification")
FIRST_YEAR = 1900  # an earlier date is a slip
MAX_VICTIMS = 10_000_000
LENGTHS = {"record_id": 60, "admin1": 120, "note": 1200, "owner": 80}  # characters at most
TEAM = "team"  # an owner: everybody who can open the dashboard
# A record is like another of its country and type where the days are near and the victims similar.
NEAR_DAYS = 3
NEAR_SHARE = 0.2  # of the larger number of victims; unknown is like any number
