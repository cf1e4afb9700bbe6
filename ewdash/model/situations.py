"""States of the record, levels and stages: the words in which a situation is described."""

FINAL, CANDIDATE, LOWER_BOUND = "final", "candidate", "lower_bound"
# When several vintages can answer, the most complete one does.
VINTAGES = (FINAL, CANDIDATE, LOWER_BOUND)

# UCDP counts a conflict from 25 battle-related deaths in a year and a war from 1,000; 1 and 100
# split what lies between zero and war into steps a reader can tell apart.
BANDS = (0, 1, 25, 100, 1000)

# Which way two years lie, or that it cannot be told.
HIGHER, LOWER, SAME, OPEN = "higher", "lower", "same", "open"

AT_SEA = 7  # UCDP's precision of a place (`where_prec`) in international waters or airspace

ROUTINE, CONCERN, PATTERN, ACUTE, CRISIS, INTENSE, FRAGILE = range(7)
STAGES = (ROUTINE, CONCERN, PATTERN, ACUTE, CRISIS, INTENSE, FRAGILE)
