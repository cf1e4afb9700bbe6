"""What sets compared situations apart, in sentences filled with numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model.lanes import COVERED_TO
from ewdash.views.councils import counted_short
from ewdash.views.measure import record_state

# Why a situation has no figure, in the order in which it is said (`missing-<reason>`).
REASONS = ("not_covered", "no_onset", "not_yet", "no_population", "base_zero", "base_unknown")


@dataclass(frozen=True)
class Reading:
    """One situation at the months compared: twelve to a month, or twelve from its onset on.

    Deaths are people, best estimate; None is not known, and ``missing`` says why where the
    measure compared is.
    """

    iso3: str
    name: str
    said: str  # the name inside a sentence
    value: float | None  # of the measure compared
    deaths: int | None
    low: int | None
    high: int | None
    before: int | None  # in the twelve months before, of the same vintage
    vintage: str | None
    population: int | None
    rate: float | None  # deaths per million people
    index: float | None
    onset: pd.Timestamp | None
    covered_from: pd.Timestamp | None
    acts: dict[str, int]  # verified acts in the months shown, by body
    unverified: int
    missing: str | None


def figure(reading: Reading, measure: str) -> str:
    """Write the value of the measure, with the low and high estimates where there are any."""
    assert reading.value is not None
    if measure == "per_million":
        return rate(reading.value)
    if measure == "indexed":
        return i18n.number(reading.value)
    deaths = int(reading.value)
    if reading.low is None or reading.high is None:
        return translate("total", deaths=deaths)
    return translate("total-band", deaths=deaths, low=reading.low, high=reading.high)


def rate(value: float) -> str:
    """Write a rate: decimals only where they say something."""
    return (
        i18n.number(value)
        if value >= 100
        else i18n.number(value, decimals=1 if value >= 0.05 or value == 0 else 3)
    )


def differences(
    readings: Sequence[Reading], *, aligned: bool, measure: str, month: pd.Timestamp
) -> tuple[str, ...]:
    """Say which is highest, of how many, and how each stands against its year before.

    Returns:
        The headline, then further sentences.
    """
    facts = {"by": "onset" if aligned else "calendar", "measure": measure, "month": i18n.month(month)}
    return (_highest(readings, measure, facts), *_changes(readings, aligned=aligned))


def _highest(readings: Sequence[Reading], measure: str, facts: dict[str, str]) -> str:
    figures = [reading for reading in readings if reading.value is not None]
    if not figures:
        return translate("compare-none", **facts)
    some = sorted((r for r in figures if r.value), key=lambda reading: (-(reading.value or 0), reading.name))
    vintages = {reading.vintage for reading in figures}
    state = record_state(pd.DataFrame({"vintage": list(vintages)}))
    if not some:
        return translate(
            "compare-zero", names=i18n.listing(reading.said for reading in figures), state=state, **facts
        )
    top = some[0]
    sentences = [
        translate(
            "compare-highest" if len(figures) > 1 else "compare-alone",
            name=top.said,
            figure=figure(top, measure),
            known=len(figures),
            left=_left(readings),
            state=(top.vintage or "final").replace("_", "-"),
            **facts,
        )
    ]
    zeros = [reading for reading in figures if not reading.value]
    if zeros:
        sentences.append(translate("compare-zeros", names=_name_list(zeros), state=state))
    return " ".join(sentences)


def _left(readings: Sequence[Reading]) -> str:
    """Tell why the highest is not the highest of all asked for: none left, not covered, or no figure."""
    reasons = {reading.missing for reading in readings if reading.value is None}
    return "none" if not reasons else "uncovered" if reasons == {"not_covered"} else "unknown"


def _name_list(readings: Iterable[Reading]) -> str:
    return i18n.listing(reading.name for reading in readings)


def _changes(readings: Sequence[Reading], *, aligned: bool) -> list[str]:
    """Say who has more, who fewer than in the twelve months before."""
    parts: dict[str, list[str]] = {"more": [], "fewer": [], "same": [], "unknown": []}
    for reading in readings:
        if reading.deaths is None:
            continue
        if reading.before is None:
            parts["unknown"].append(reading.name)
            continue
        way = (
            "more"
            if reading.deaths > reading.before
            else "fewer"
            if reading.deaths < reading.before
            else "same"
        )
        pair = translate("compare-pair", name=reading.name, deaths=reading.deaths, before=reading.before)
        parts[way].append(pair)
    by = "onset" if aligned else "calendar"
    return [
        translate(f"compare-{way}", names="; ".join(names), by=by) for way, names in parts.items() if names
    ]


def onsets(readings: Sequence[Reading]) -> str:
    """Say which month is month 0 for each situation."""
    pairs = [
        translate("compare-onset-of", name=reading.name, month=i18n.month(reading.onset))
        for reading in readings
        if reading.onset is not None
    ]
    return translate("compare-onsets", names="; ".join(pairs))


def acts(readings: Sequence[Reading], *, first: str, last: pd.Timestamp, aligned: bool) -> str:
    """Say how many verified acts of each Council stand in the months shown, and where each record ends.

    Args:
        readings: The situations.
        first: First month shown.
        last: Last day that counts.
        aligned: Whether months are counted from each onset.
    """
    ends = {council: pd.Timestamp(day) for council, day in COVERED_TO.items()}
    pairs = [
        translate("compare-acts-of", name=reading.name, acts=counted_short(reading.acts))
        for reading in readings
    ]
    by = "onset" if aligned else "calendar"
    short = "yes" if last > ends["sc"] else "no"
    return translate(
        "compare-acts",
        names="; ".join(pairs),
        first=first,
        last=i18n.month(min(last, ends["hrc"])),
        by=by,
        short=short,
        sc=i18n.day(ends["sc"]),
    )


def missing(readings: Sequence[Reading], *, month: pd.Timestamp, start: str) -> list[str]:
    """Say for which situations a figure is missing, and why."""
    sentences = []
    for reason in REASONS:
        names = _name_list(reading for reading in readings if reading.missing == reason)
        if names:
            message = f"missing-{reason.replace('_', '-')}"
            sentences.append(translate(message, names=names, month=i18n.month(month), start=start))
    return sentences


def late(readings: Sequence[Reading], *, first: pd.Timestamp) -> list[str]:
    """Name the situations whose record begins after the first month shown."""
    parts = [
        translate("compare-covered-from", name=reading.name, month=i18n.month(reading.covered_from))
        for reading in readings
        if reading.covered_from is not None and reading.covered_from > first
    ]
    return [translate("missing-before", names="; ".join(parts))] if parts else []
