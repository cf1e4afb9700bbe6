"""What is told of a situation at a glance: its alert, stage, two years of months and last acts."""

import bisect
import functools
import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ewdash import i18n
from ewdash.analysis.signals_at import WEIGHT, Alert
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError
from ewdash.model.situations import VINTAGES
from ewdash.views.councils import acts_about
from ewdash.views.measure import counted, reported
from ewdash.views.months import as_of, drawn_months
from ewdash.views.signals import STRONG_TIER
from ewdash.views.signs import Row, Signs
from ewdash.views.stages import stage_names

SPAN = 24  # months of deaths drawn beside a name
COUNCILS = ("hrc", "sc")


def watched(
    record: Record, covered: Iterable[Row], signs: Signs, *, month: pd.Timestamp, last: pd.Timestamp
) -> list[dict[str, Any]]:
    """Return each situation with an alert, a stage above routine or a reported death, most serious first.

    Args:
        covered: Rows of `levels_at` of the selection.
        signs: `signs.signs` of the selection.
        month: The month shown.
        last: The newest month of the record that is told.
        record: The installed tables.

    Returns:
        Of each ``iso3`` and ``country``: ``months`` (deaths of each of `SPAN` months to ``last``, None
        where there is no data), and in words ``alert``, ``deaths`` (in twelve months), ``stage``, ``peak``
        and the last act of each of `COUNCILS`. Strong alerts stand first, then alerts; then by deaths in
        twelve months, then by height of stage.
    """
    told = {alert.iso3: alert for alert in signs.alerts}
    stages = {row["iso3"]: int(row["stage"]) for row in signs.stages}
    serious = []
    for row in covered:
        code, deaths = row["iso3"], row["deaths_12"]
        strength, stage = told[code].strength if code in told else 0, stages.get(code)
        if strength or stage or deaths:
            height = -1 if stage is None else WEIGHT[stage]
            serious.append(((-strength, -deaths, -height, code), stage, row))
    serious.sort(key=operator.itemgetter(0))
    codes = [row["iso3"] for _, _, row in serious]
    months, peaks = _months(record, codes, last)
    acts = last_acts(record, codes, month)
    names = stage_names()
    return [
        {
            "iso3": code,
            "country": record.places.name(code),
            "alert": _alert_in_short(told[code]) if code in told else "",
            "deaths": counted(row["deaths_12"], row["vintage"]),
            "stage": "" if stage is None else names[stage],
            "months": months[place],
            "peak": peaks[place],
            **{
                f"last_{council}": translate("unknown")
                if acts is None
                else acts.get((code, council)) or none_known(record, code, council, month)
                for council in COUNCILS
            },
        }
        for place, (code, (_, stage, row)) in enumerate(zip(codes, serious, strict=True))
    ]


def alert_words(alert: Alert) -> str:
    """Say an alert: how strong, of which month, on how many deaths."""
    return translate(
        "alert-told",
        strength="strong" if alert.strength == STRONG_TIER else "plain",
        month=i18n.month(alert.month),
        deaths=reported(alert.deaths, alert.vintage),
    )


def _alert_in_short(alert: Alert) -> str:
    return translate(
        "alert-short",
        strength="strong" if alert.strength == STRONG_TIER else "plain",
        month=i18n.month(alert.month),
    )


@functools.lru_cache(maxsize=SPAN)
def span(last: pd.Timestamp) -> tuple[pd.Timestamp, ...]:
    """Return the months that are drawn beside a name, oldest first."""
    return tuple(pd.date_range(end=last, periods=SPAN, freq="MS"))


def states(record: Record, last: pd.Timestamp) -> tuple[dict[str, object], ...]:
    """Return where in `span` each state of the record begins: ``start``, ``key``, and ``label`` in words.

    A month that countries hold in different states counts as the less complete one.
    """
    return tuple(
        {
            "start": place,
            "key": vintage,
            "label": translate(f"spark-{vintage.replace('_', '-')}", month=i18n.month(first)),
        }
        for place, first, vintage in _starts(record, last)
    )


def _starts(record: Record, last: pd.Timestamp) -> Iterator[tuple[int, pd.Timestamp, str]]:
    drawn, before = record.once(_drawn), -1
    ranks = drawn.ranks[:, drawn.window(last)].max(axis=0).tolist()
    for place, (month, rank) in enumerate(zip(span(last), ranks, strict=True)):
        if rank not in (-1, before):
            yield place, month, VINTAGES[rank]
            before = rank


@dataclass(frozen=True)
class Drawn:
    """Deaths by country and month as they are drawn, after `SPAN` months without data."""

    first: pd.Timestamp  # the first of the months
    lines: dict[str, int]  # iso3 -> its line
    deaths: npt.NDArray[np.object_]  # whole numbers, None where there is no data
    ranks: npt.NDArray[np.int8]  # place in `VINTAGES`, -1 where there is no data

    def window(self, last: pd.Timestamp) -> slice:
        """Return where the months of `span` stand."""
        place = (last.year - self.first.year) * 12 + last.month - self.first.month
        return slice(place + 1, place + 1 + SPAN)


def _drawn(record: Record) -> Drawn:
    codes = record.places.table["iso3"]
    rows = drawn_months(record, set(codes), pd.Timestamp.min, pd.Timestamp.max)
    lines = {str(code): line for line, code in enumerate(codes)}
    line = rows["iso3"].map(lines).to_numpy()
    months = rows["month"].to_numpy().astype("datetime64[M]").astype(int)
    place = months - months.min() + SPAN
    shape = (len(lines), int(place.max()) + 1)
    deaths, ranks = np.full(shape, None, dtype=object), np.full(shape, -1, dtype=np.int8)
    deaths[line, place] = rows["deaths_dated"].astype(object).where(rows["deaths_dated"].notna(), None)
    ranks[line, place] = rows["vintage"].map({name: rank for rank, name in enumerate(VINTAGES)})
    return Drawn(rows["month"].min(), lines, deaths, ranks)


def _months(
    record: Record, countries: Sequence[str], last: pd.Timestamp
) -> tuple[list[tuple[int | None, ...]], list[str]]:
    """Return the deaths of each month of each country, and the highest of them in words."""
    drawn, names = record.once(_drawn), [i18n.month(month) for month in span(last)]
    months, peaks = [], []
    for code in countries:
        line, window = drawn.lines[code], drawn.window(last)
        deaths = tuple(drawn.deaths[line, window].tolist())
        months.append(deaths)
        peaks.append(_peak(deaths, drawn.ranks[line, window].tolist(), names))
    return months, peaks


def _peak(deaths: Sequence[int | None], ranks: Sequence[int], names: Sequence[str]) -> str:
    """Say the highest of a country's months, and how many have no data."""
    missing = deaths.count(None)
    if missing == len(deaths):
        return translate("spark-silent")
    highest = max(value for value in deaths if value is not None)
    if not highest:
        return translate("spark-none", missing=missing)
    place = deaths.index(highest)
    return translate(
        "spark-peak", deaths=counted(highest, VINTAGES[ranks[place]]), month=names[place], missing=missing
    )


def last_acts(
    record: Record, countries: Sequence[str], month: pd.Timestamp
) -> dict[tuple[str, str], str] | None:
    """Return the last act of each side on each country as of a month, from verified rows only.

    What is recorded of a place whose deaths are filed under the country bears the place's name.

    Returns:
        (iso3, ``hrc`` or ``sc``) -> day and act, where one is on record; None where no act can be read.
    """
    try:
        acts = record.once(_acts)
    except EwdashError:  # each line says so; the list that stands on the acts alone says why
        return None
    end, found = as_of(record, month), {}
    for key in itertools.product(countries, COUNCILS):
        own = acts.get(key, [])
        place = bisect.bisect_right(own, end, key=operator.itemgetter("date"))
        if place:
            row = own[place - 1]
            act = row["label"] + _elsewhere(record, row)
            found[key] = translate("act-told", day=i18n.day(row["date"]), act=act)
    return found


def none_known(record: Record, country: str, council: str, month: pd.Timestamp) -> str:
    """Say that no verified act of a side is on record as of a month: none at all, or only unverified ones."""
    first = record.once(_first_unverified).get((country, council))
    return translate("none-recorded" if first is None or first > as_of(record, month) else "none-verified")


def _first_unverified(record: Record) -> dict[tuple[str, str], pd.Timestamp]:
    rows = acts_about(record, record.places.table["iso3"].tolist())
    rows = rows[~rows["verified"]].sort_values("date", kind="stable").drop_duplicates(["iso3", "council"])
    return dict(zip(zip(rows["iso3"], rows["council"], strict=True), rows["date"], strict=True))


def _acts(record: Record) -> dict[tuple[str, str], list[Row]]:
    """Return an act of each side on each country for each day that has one, the first day first."""
    rows = acts_about(record, record.places.table["iso3"].tolist())
    rows = rows[rows["verified"]]
    # What was adopted on a day goes before what was not.
    rows = rows.assign(_adopted=rows["act_class"].ne("veto")).sort_values(["date", "_adopted"], kind="stable")
    rows = rows.drop_duplicates(["iso3", "council", "date"], keep="last")
    acts: dict[tuple[str, str], list[Row]] = {}
    for row in rows[["iso3", "council", "date", "label", "place"]].to_dict("records"):
        acts.setdefault((row["iso3"], row["council"]), []).append(row)
    return acts


def _elsewhere(record: Record, row: Row) -> str:
    """Return the name of the place of an act, in brackets, where it is filed under another country."""
    return "" if row["place"] == row["iso3"] else f" ({record.places.name(row['place'])})"
