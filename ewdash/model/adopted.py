"""Adopted texts in their normal form: its columns, and which files (`data.layouts.adopted`) give it."""

# A row per text and State, or a row per text where no State is named.
COLUMNS = (
    *("symbol", "date", "body", "topic", "outcome", "yes", "no", "abstain", "not_voting"),
    *("iso3", "vote"),
)
LIBRARY, GENEVA = "undl-votes", "hrc-texts"
