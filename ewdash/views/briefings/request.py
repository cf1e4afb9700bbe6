"""What the parts of a situation's briefing have in common."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ewdash.data.record import Record
from ewdash.views.months import FAR_FUTURE, as_of, country_months, period

RESOLUTION_DAY = pd.Timestamp("2020-10-07")  # resolution 45/31


@dataclass(frozen=True)
class Request:
    """What the parts of one pack have in common."""

    country: str
    name: str
    month: pd.Timestamp
    years: int | None
    record: Record
    day: pd.Timestamp | None = None  # from which it is looked ahead

    @property
    def said(self) -> str:
        """The name inside a sentence."""
        return self.record.places.said(self.country)

    @property
    def at(self) -> pd.Timestamp:
        """The last day the pack knows of."""
        return as_of(self.record, self.month)

    @property
    def period(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and last day of its pictures."""
        return period(
            country_months(self.record), self.years, ends=None if self.at == FAR_FUTURE else self.at
        )

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that every view of a situation takes."""
        return {
            "country": self.country,
            "month": self.month,
            "record": self.record,
        }
