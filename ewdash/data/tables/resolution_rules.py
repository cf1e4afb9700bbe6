"""Rules that type Security Council resolutions by symbol, agenda item and date.

The compilers gave most resolutions their agenda item only. A rule says what the texts on an item in
a stretch of time (and in its months) did; it takes the rows that have no label of their own, and
others only when it names their number. What no rule is sure of stays ``resolution``. Where one text
has two effects, its rule gives one class and the label or the reason names the other.
"""

from pathlib import Path

import pandas as pd

from ewdash.data import hand
from ewdash.model import lanes, vocabulary

FILE = "resolution_rule.csv"
COLUMNS = (
    "rule",
    "situation",
    "date_from",
    "date_to",
    "months",
    "only",
    "except",
    "action_type",
    "instrument_status",
    "label",
    "reason",
)
BODY, UNTYPED = "SC", "resolution"
PLAIN_LABEL = "Council resolution"  # how the compilers' label of an untyped text begins


def read(folder: Path = hand.HAND) -> pd.DataFrame:
    """Return the rules as text, checked.

    Args:
        folder: The folder of hand files.

    Returns:
        One row per rule, indexed by line: `COLUMNS`.

    Raises:
        HandLineError: If a line is not as documented.
    """
    rules = hand.read(folder, FILE, COLUMNS)
    optional = ("months", "only", "except")
    hand.filled(FILE, rules, *(name for name in COLUMNS if name not in optional))
    hand.dated(FILE, rules, "date_from", "date_to")
    hand.refuse(FILE, rules, "date_to", rules["date_to"] < rules["date_from"], "order")
    kinds = {kind for kinds in lanes.CLASSES[lanes.council_of(BODY)].values() for kind in kinds} - {UNTYPED}
    hand.worded(FILE, rules, action_type=kinds, instrument_status=vocabulary.INSTRUMENT_STATUS)
    for column, pattern in (("months", r"(1[0-2]|[1-9])"), ("only", r"\d+"), ("except", r"\d+")):
        well_formed = rules[column].fillna("").astype(str).str.fullmatch(rf"({pattern}( {pattern})*)?")
        hand.refuse(FILE, rules, column, ~well_formed, "word")
    hand.refuse(FILE, rules, "except", rules["only"].notna() & rules["except"].notna(), "needless")
    hand.once(FILE, rules, rules["rule"], "rule")
    return rules


def applied(acts: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Return the acts with ``rule``: type, status and label of a typed row are its rule's.

    Args:
        acts: Compiled acts as text, corrected.
        rules: `read`.

    Raises:
        HandLineError: If a rule takes nothing, names a number that is not there or not needed, or
            takes a row that another takes.
    """
    text = (acts["body"] == BODY) & (acts["action_type"] == UNTYPED)
    number = acts["symbol"].str.extract(r"^S/RES/(\d+) ", expand=False).where(text)
    month = acts["date"].str.slice(5, 7).str.lstrip("0")
    plain = acts["label"].str.startswith(PLAIN_LABEL)
    out = acts.assign(rule=pd.Series(None, acts.index, dtype=object))
    for line, rule in rules.iterrows():
        only, but, months = (_listed(rule[name]) for name in ("only", "except", "months"))
        mask = text & (acts["situation"] == rule["situation"])
        mask &= acts["date"].between(rule["date_from"], rule["date_to"])
        mask &= month.isin(months) if months else True
        mask &= number.isin(only) if only else plain
        row = rules.loc[[line]]
        for column, numbers in (("only", only), ("except", but)):
            missing = not set(numbers) <= set(number[mask])
            hand.refuse(FILE, row, column, pd.Series(missing, row.index), "needless")
        mask &= ~number.isin(but)
        hand.refuse(FILE, row, "rule", pd.Series(not mask.any(), row.index), "nothing")
        hand.refuse(
            FILE, row, "rule", pd.Series(bool(out.loc[mask, "rule"].notna().any()), row.index), "clash"
        )
        for column in ("rule", "action_type", "instrument_status", "label"):
            out[column] = out[column].mask(mask, rule[column])
    return out


def _listed(cell: object) -> list[str]:
    return cell.split() if isinstance(cell, str) else []
