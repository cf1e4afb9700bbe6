"""Levels of one month as plain values by country: an answer looks at each of them several times."""

from typing import Any

import pandas as pd

from ewdash.data.record import Record
from ewdash.views.months import levels_at

NAMES = (
    *("iso3", "vintage", "level", "deaths_12", "low_12", "high_12", "crossing_12"),
    *("deaths_month", "change"),
)


def country_levels(record: Record, month: pd.Timestamp) -> dict[str, dict[str, Any]]:
    """Return iso3 -> `NAMES` of `months.levels_at`, by iso3; NA where not known.

    Raises:
        StaleSignalsError: If the levels were computed from other figures.
    """
    return record.recent(_country_levels, month)


def _country_levels(record: Record, month: pd.Timestamp) -> dict[str, dict[str, Any]]:
    rows = levels_at(record, month)
    columns = [rows[name].tolist() for name in NAMES]
    found = (dict(zip(NAMES, values, strict=True)) for values in zip(*columns, strict=True))
    return {row["iso3"]: row for row in found}
