"""Deaths per month in the three states of the record, which are never compared with each other.

UCDP publishes a month twice: at once as Candidate (preliminary) and a year later as final, and
final 2025 came out 35 % above Candidate 2025. A series that joined the two would show a fall
that did not happen. So each month carries its vintage, and every sum over months below is taken
inside one vintage or not at all.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash.model.situations import FINAL, VINTAGES

COLUMNS = ["iso3", "month", "vintage", "deaths_best", "deaths_low", "deaths_high", "deaths_civilians"]
# How the deaths of a month lie in time, and how sure they are (`conflict_month`, `conflict_month_recent`).
COUNTS = [
    "deaths_dated",
    "deaths_spread",
    "deaths_excepted",
    "deaths_under_review",
    "deaths_largest_event",
]


def series(final: pd.DataFrame, recent: pd.DataFrame) -> pd.DataFrame:
    """Stack the final and the preliminary months, each with its vintage.

    Args:
        final: `conflict_month`, one row per iso3 and month.
        recent: `conflict_month_recent`, one row per iso3, month and vintage.

    Returns:
        One row per iso3, month and vintage with `COLUMNS` and `COUNTS`: deaths in people, NA where
        the vintage does not say. The joint row of Niger and Nigeria is left out, because it repeats
        the two.
    """
    final_rows = final[final["basis"] != "joint"].assign(vintage=FINAL)
    names = [*COLUMNS, *COUNTS]
    parts = [rows.reindex(columns=names) for rows in (final_rows.assign(deaths_excepted=0), recent)]
    whole = dict.fromkeys([name for name in names[3:] if name != "deaths_spread"], "Int64")
    stacked = pd.concat([part.astype(whole | {"deaths_spread": float}) for part in parts])
    return stacked.sort_values(["iso3", "vintage", "month"], ignore_index=True)


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """Return months as a chart of months shows them: deaths in the time they belong to.

    Args:
        rows: `series`.

    Returns:
        ``rows``, low and high left out where they do not hold ``deaths_dated``, the deaths that are
        drawn: where an event crosses the month's end they speak of more than the month, and in some
        months the source's own coding has them out of order.
    """
    dated = rows["deaths_dated"]
    whole = dated.eq(rows["deaths_best"]).fillna(value=False)
    known = whole & (rows["deaths_low"].le(dated) & rows["deaths_high"].ge(dated)).fillna(value=False)
    return rows.assign(**{name: rows[name].where(known) for name in ("deaths_low", "deaths_high")})


def most_complete(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return one row per ``keys``, of the most complete vintage that has one.

    Args:
        rows: ``vintage`` and the keys, all known.
        keys: What a row stands for, such as iso3 and month.

    Returns:
        Rows of ``rows`` in the order of the keys.
    """
    return rows.take(most_complete_places(rows, keys))


def most_complete_places(
    rows: pd.DataFrame, keys: list[str], known: npt.NDArray[np.bool_] | None = None
) -> npt.NDArray[np.intp]:
    """Return where the rows of `most_complete` stand.

    Args:
        rows: See `most_complete`.
        keys: See `most_complete`.
        known: Which rows are looked at; None is all.
    """
    # Plain arrays: pandas takes ten times as long to sort a thousand rows of many columns.
    ranks = {vintage: place for place, vintage in enumerate(VINTAGES)}
    words, names = pd.factorize(rows["vintage"])
    rank = np.array([ranks.get(name, len(ranks)) for name in [*names, ""]])[words]  # -1, no word, is the last
    codes = [_codes(rows[key]) for key in keys]
    order = np.lexsort([rank, *reversed(codes)])
    if known is not None:
        order = order[known[order]]
    first = np.ones(len(order), dtype=bool)
    first[1:] = np.any([np.diff(code[order]) != 0 for code in codes], axis=0)
    return order[first]


def _codes(key: pd.Series) -> npt.NDArray[np.int64]:
    """Return whole numbers in the order of a key's values."""
    values = key.to_numpy()
    if values.dtype.kind == "M":
        return values.astype("int64")
    codes: npt.NDArray[np.int64] = pd.factorize(key, sort=True)[0]
    return codes
