"""Deaths per month in the three states of the record, which are never compared with each other.

UCDP publishes a month twice: at once as Candidate (preliminary) and a year later as final, and
final 2025 came out 35 % above Candidate 2025. A series that joined the two would show a fall
that did not happen. So each month carries its vintage, and every sum over months below is taken
inside one vintage or not at all.
"""

import pandas as pd

from ewdash.model.situations import FINAL, VINTAGES

COLUMNS = ["iso3", "month", "vintage", "deaths_best", "deaths_low", "deaths_high", "deaths_civilians"]


def series(final: pd.DataFrame, recent: pd.DataFrame) -> pd.DataFrame:
    """Stack the final and the preliminary months, each with its vintage.

    Args:
        final: `conflict_month`, one row per iso3 and month.
        recent: `conflict_month_recent`, one row per iso3, month and vintage.

    Returns:
        One row per iso3, month and vintage with `COLUMNS`: deaths in people, NA where the
        vintage does not say. The joint row of Niger and Nigeria is left out, because it repeats
        the two.
    """
    final_rows = final[final["basis"] != "joint"].assign(vintage=FINAL)
    parts = [final_rows.reindex(columns=COLUMNS), recent.reindex(columns=COLUMNS)]
    stacked = pd.concat([part.astype({"deaths_low": "Int64", "deaths_high": "Int64"}) for part in parts])
    return stacked.sort_values(["iso3", "vintage", "month"], ignore_index=True)


def most_complete(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return one row per ``keys``, of the most complete vintage that has one.

    Args:
        rows: ``vintage`` and the keys.
        keys: What a row stands for, such as iso3 and month.
    """
    rank = rows["vintage"].map({vintage: place for place, vintage in enumerate(VINTAGES)})
    best = rows.assign(_rank=rank).sort_values([*keys, "_rank"]).drop_duplicates(keys)
    return best.drop(columns="_rank")
