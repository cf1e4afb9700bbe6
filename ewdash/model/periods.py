"""Months, as the address writes them (``2024-12``) and as tables hold them (first day)."""

import re

import pandas as pd

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def parse(text: str) -> pd.Timestamp | None:
    """Return the first day of a month written ``YYYY-MM``, or None if it is not one."""
    match = _MONTH.fullmatch(text)
    return pd.Timestamp(int(match[1]), int(match[2]), 1) if match else None


def write(month: pd.Timestamp) -> str:
    """Return a month as the address writes it."""
    return f"{month:%Y-%m}"
