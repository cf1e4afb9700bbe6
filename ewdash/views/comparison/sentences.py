"""What sets compared situations apart, in sentences filled with numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model.lanes import BODIES
from ewdash.model.places import SUCCESSORS_OF_YUGOSLAVIA
from ewdash.model.record_reach import Ends
from ewdash.model.situations import BANDS, FINAL
from ewdash.views.councils import counted_short
from ewdash.views.measure import least_complete

# Why a situation has no figure, in the order in which it is said (`missing-<reason>`).
REASONS = ("not_covered", "no_onset", "not_yet", "no_population", "base_zero", "base_unknown")

COUNCILS = ("hrc", "sc")
MAX_NAMES = 3  # names of a headline; the rest is counted, and stands in the table
MIN_DEATHS = BANDS[2]  # deaths in twelve months from which an absence of acts is told


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
    first: pd.Timestamp | None  # of the twelve months
    last: pd.Timestamp | None
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
    readings: Sequence[Reading],
    *,
    aligned: bool,
    measure: str,
    month: pd.Timestamp,
    period: tuple[str, str],
) -> tuple[str, ...]:
    """Say what sets the situations apart: acts on record or none, the highest, and each against its past.

    Args:
        readings: The situations.
        aligned: Whether months are counted from each onset.
        measure: One of `inputs.MEASURES`.
        month: Last of the twelve months compared.
        period: First and last month of the acts, in words.

    Returns:
        The headline, then further sentences.
    """
    facts = {
        "by": "onset" if aligned else "calendar",
        "measure": measure,
        "month": i18n.month(month),
        "first": period[0],
        "last": period[1],
    }
    violent, silent = _violent(readings), _silent(readings)
    changes = _changes(readings, aligned=aligned)
    if not silent:
        heard = _heard(violent, len(readings), facts)
        return (" ".join([*_highest(readings, measure, facts), *heard]), *changes)
    finding = _silence(silent, facts)
    highest = _highest(readings, measure, facts, told=silent if measure == "absolute" else ())
    # A count without an act on record sets situations apart more than which count is the highest.
    headline = [finding, *highest] if measure == "absolute" else [*highest, finding]
    heard = _heard([reading for reading in violent if reading not in silent], len(readings), facts)
    return (" ".join(headline), *heard, *changes)


def on_record(readings: Sequence[Reading]) -> list[str]:
    """Say what “on record” means where no act of a Council is, and under which name others stand."""
    lacking = any(not _acts_of(r, council) for r in _violent(readings) for council in COUNCILS)
    former = any(reading.iso3 in SUCCESSORS_OF_YUGOSLAVIA for reading in readings)
    return [
        *([translate("compare-on-record")] if lacking else []),
        *([translate("compare-former")] if former else []),
    ]


def _violent(readings: Sequence[Reading]) -> list[Reading]:
    """Return those with deaths enough that an absence of acts is told, and of which it can be; most first."""
    violent = [
        r
        for r in readings
        if r.deaths is not None and r.deaths >= MIN_DEATHS and r.iso3 not in SUCCESSORS_OF_YUGOSLAVIA
    ]
    return sorted(violent, key=lambda reading: (-(reading.deaths or 0), reading.name))


def _silent(readings: Sequence[Reading]) -> list[Reading]:
    """Return those of them without an act of either Council on record."""
    return [r for r in _violent(readings) if not any(_acts_of(r, side) for side in COUNCILS)]


def _silence(silent: Sequence[Reading], facts: dict[str, str]) -> str:
    """Say for which situations with violence no act of either Council is on record."""
    state = least_complete(reading.vintage for reading in silent)
    unverified = sum(reading.unverified for reading in silent)
    if len(silent) == 1:
        name, deaths = silent[0].name, _deaths(silent[0])
    else:
        pairs = [
            translate("compare-count", name=reading.name, deaths=reading.deaths)
            for reading in silent[:MAX_NAMES]
        ]
        name, deaths = i18n.listing(pairs), ""
        if len(silent) > MAX_NAMES:
            name = translate("and-more", names=name, more=len(silent) - MAX_NAMES)
    return translate(
        "compare-silent",
        name=name,
        deaths=deaths,
        silent=len(silent),
        unverified=unverified,
        state=state,
        **facts,
    )


def _heard(readings: Sequence[Reading], shown: int, facts: dict[str, str]) -> list[str]:
    """Say for which situations acts of both Councils are on record, or of one alone.

    Args:
        readings: Those with violence and with an act.
        shown: How many situations the page compares.
        facts: Of the sentences.
    """
    if not readings:
        return []
    lacking = {council: [r for r in readings if not _acts_of(r, council)] for council in COUNCILS}
    sentences = [
        translate("compare-one-council", council=council, names=_name_list(part), **facts)
        for council, part in lacking.items()
        if part
    ]
    of = "one" if shown == 1 else "each" if len(readings) == shown else "named"
    return sentences or [translate("compare-both-councils", of=of, names=_name_list(readings), **facts)]


def _acts_of(reading: Reading, council: str) -> int:
    """Return the verified acts of a Council, with those of the bodies that stand in its lane."""
    return sum(reading.acts.get(body, 0) for body in BODIES[council])


def _deaths(reading: Reading) -> str:
    assert reading.deaths is not None
    return figure(replace(reading, value=float(reading.deaths)), "absolute")


def _highest(
    readings: Sequence[Reading], measure: str, facts: dict[str, str], *, told: Sequence[Reading] = ()
) -> list[str]:
    """Say which is highest, or that it cannot be told, and where nothing is recorded.

    Args:
        readings: The situations.
        measure: One of `inputs.MEASURES`.
        facts: Of the sentences.
        told: Those whose figures are said already: where the highest is one of them, none is named.
    """
    figures = [reading for reading in readings if reading.value is not None]
    if not figures:
        return [translate("compare-none", **facts)]
    some = sorted((r for r in figures if r.value), key=lambda reading: (-(reading.value or 0), reading.name))
    vintages = {reading.vintage for reading in figures}
    state = least_complete(vintages)
    if not some:
        names = i18n.listing(reading.said for reading in figures)
        return [translate("compare-zero", names=names, state=state, **facts)]
    top = some[0]
    tied = [reading for reading in some if reading.value == top.value]
    facts = facts | {"state": (top.vintage or FINAL).replace("_", "-"), "figure": figure(top, measure)}
    if top in told:
        sentences = []
    elif len({reading.vintage for reading in some}) > 1:
        sentences = [translate("compare-mixed", names=_pairs(some, measure), **facts)]
    elif len(tied) > 1:
        sentences = [translate("compare-tied", names=_name_list(tied), tied=len(tied), **facts)]
    else:
        message = "compare-highest" if len(figures) > 1 else "compare-alone"
        left = _left(readings)
        sentences = [translate(message, name=top.said, known=len(figures), left=left, **facts)]
    close = _overlapping(tied, some) if measure == "absolute" and len(vintages) == 1 else []
    if close and sentences:
        sentences.append(translate("compare-overlap", names=_pairs(close, measure)))
    zeros = [reading for reading in figures if not reading.value]
    if zeros:
        sentences.append(translate("compare-zeros", names=_name_list(zeros), state=state))
    return sentences


def _overlapping(tied: Sequence[Reading], others: Sequence[Reading]) -> list[Reading]:
    """Return those whose high estimate reaches the low one of the highest: which has more is not known."""
    low = tied[0].low
    if low is None:
        return []
    return [r for r in others if r not in tied and r.high is not None and r.high >= low]


def _pairs(readings: Iterable[Reading], measure: str) -> str:
    """Return situations with their figures, each with its state."""
    return i18n.listing(
        translate(
            "compare-figure",
            name=reading.name,
            figure=figure(reading, measure),
            state=(reading.vintage or FINAL).replace("_", "-"),
        )
        for reading in readings
    )


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


def last_month(day: pd.Timestamp, *, ends: Ends) -> str:
    """Return the last month of acts that count, in words: the record of acts may end before."""
    return i18n.month(min(day, ends["hrc"]))


def acts(readings: Sequence[Reading], *, first: str, last: pd.Timestamp, aligned: bool, ends: Ends) -> str:
    """Say how many verified acts of each Council stand in the months shown, and where each record ends.

    Args:
        readings: The situations.
        first: First month shown.
        last: Last day that counts.
        aligned: Whether months are counted from each onset.
        ends: Council -> last day up to which its texts are whole.
    """
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
        last=last_month(last, ends=ends),
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
