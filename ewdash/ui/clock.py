"""The only place that asks what day it is; everything else is told the day."""

from datetime import UTC, datetime

import pandas as pd


def today() -> pd.Timestamp:
    """Return the day, in universal time."""
    return pd.Timestamp(datetime.now(tz=UTC).date())
