"""Releases of the Uppsala Conflict Data Program: how they are named, what each covers, which is newer."""

import functools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

EVENTS = ("ged", "candidate")  # what the manifest calls releases of events, final and preliminary
FINAL, PRELIMINARY = "final", "preliminary"
FIRST_YEAR = 1989
MOST = 0.7  # of the events of a release are in the months it covers
# 25.1: the years to 2024; 26.0.7: July 2026; 26.01.26.06: January to June 2026.
_FINAL = re.compile(r"(\d\d)\.1")
_MONTH = re.compile(r"(\d\d)\.0\.(\d{1,2})")
_CUMULATIVE = re.compile(r"(\d\d)\.01\.(\d\d)\.(\d\d)")
# As the names of files write them: GEDEvent_v26_0_7.csv, GEDEvent_v26_01_26_06.csv, ged261-csv.zip,
# OrganizedViolenceCY_v26_1.csv, organizedviolencecy-261-csv.zip.
_IN_NAMES = re.compile(
    r"v(\d\d(?:_\d{1,2}){1,3})(?![_\d])|(?:ged|organizedviolencecy-)(\d\d)1(?!\d)", re.IGNORECASE
)


@functools.total_ordering
@dataclass(frozen=True)
class Release:
    """One release of events; the newer is the greater."""

    version: str
    status: str
    first: pd.Timestamp
    last: pd.Timestamp

    @property
    def months(self) -> pd.DatetimeIndex:
        """The months it covers in full, by their first days."""
        return pd.date_range(self.first, self.last, freq="MS", unit="us")

    @property
    def _rank(self) -> tuple[bool, pd.Timestamp, int]:
        # Of two that end with the same month, the cumulative one is the later reading.
        return self.status == FINAL, self.last, len(self.months)

    def __lt__(self, other: "Release") -> bool:
        """Return whether another release is the newer one."""
        return self._rank < other._rank


def parse(version: str) -> Release | None:
    """Return a release by its version, such as ``25.1`` or ``26.0.7``; None where it is none."""
    if match := _FINAL.fullmatch(version):
        last = pd.Timestamp(2000 + int(match[1]) - 1, 12, 1)
        return Release(version, FINAL, pd.Timestamp(FIRST_YEAR, 1, 1), last)
    if match := _MONTH.fullmatch(version):
        year, month = int(match[1]), int(match[2])
        if 1 <= month <= 12:
            first = pd.Timestamp(2000 + year, month, 1)
            return Release(f"{year}.0.{month}", PRELIMINARY, first, first)
    if match := _CUMULATIVE.fullmatch(version):
        year, again, month = (int(part) for part in match.groups())
        if year == again and 1 <= month <= 12:
            last = pd.Timestamp(2000 + year, month, 1)
            return Release(version, PRELIMINARY, pd.Timestamp(2000 + year, 1, 1), last)
    return None


def named(file: str) -> Release | None:
    """Return the release that the name of a file speaks of; None where it names none."""
    match = _IN_NAMES.search(file)
    if not match:
        return None
    return parse(match[1].replace("_", ".") if match[1] else f"{match[2]}.1")


def inside(counts: Mapping[tuple[int, int], int]) -> Release | None:
    """Return the release that events are, by the months in which they begin.

    Args:
        counts: Events by year and month, at least one.

    Returns:
        None where the events fit no release: a final one runs from `FIRST_YEAR` to a December; a
        monthly one has most of its events in its month; a cumulative one fills every month from
        January on.
    """
    total = sum(counts.values())
    years = Counter[int]()
    for (year, _), events in counts.items():
        years[year] += events
    if min(years) <= FIRST_YEAR + 1 and len(years) > 1:
        # A handful of late or wrong days beyond the last year does not make a year.
        least = sorted(years.values())[len(years) // 2] / 20
        last = max(year for year, events in years.items() if events >= least)
        return parse(f"{(last + 1) % 100:02d}.1")
    (year, month), most = max(counts.items(), key=lambda item: (item[1], item[0]))
    if most >= MOST * total:
        return parse(f"{year % 100:02d}.0.{month}")
    filled = [number for number in range(1, 13) if counts.get((year, number), 0) >= most / 5]
    if years[year] >= MOST * total and filled == list(range(1, len(filled) + 1)):
        return parse(f"{year % 100:02d}.01.{year % 100:02d}.{filled[-1]:02d}")
    return None
