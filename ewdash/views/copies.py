"""A user's own copies of other producers' data as values: what a file brings, what is kept, and charts.

They are marked *user upload* wherever they are shown. No briefing, table to take away or picture holds
them, because the terms of some producers forbid passing their data on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from ewdash import i18n
from ewdash.charts import copies as charts
from ewdash.data import copies
from ewdash.data.copies import Copy, Draft, Shelf
from ewdash.data.layouts import Reading, tidy
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.indicators import HEADLINE_INDICATORS, INDICATORS
from ewdash.views.block import Block, block
from ewdash.views.months import country_months, reaching

MAX_PANELS = 12  # small charts shown at once; the others are a click away
SCALES = {"probability": (0.0, 1.0), "alert": (0.0, 2.2), "coded": (0.5, 5.5)}  # of a unit or basis
ORDER = [*tidy.MEASURES, *HEADLINE_INDICATORS, *(key for key, _ in INDICATORS)]
PLACES = {measure: place for place, measure in reversed(list(enumerate(ORDER)))}
BOUNDS = {key: (one.low, one.high) for (key, _), one in reversed(INDICATORS.items())}


@dataclass(frozen=True)
class Shown:
    """What Situation shows of the copies: the blocks of each copy, and sentences on what is not drawn."""

    blocks: tuple[tuple[Block, ...], ...]
    notes: tuple[str, ...]


def summary(made: Draft) -> str:
    """Say in sentences what a file holds and what becomes of its rows."""
    reading = made.reading
    sentences = [
        translate(
            "copy-read",
            file=i18n.repeated(made.file),
            layout=translate(f"layout-{reading.layout}"),
            rows=reading.rows,
            kept=reading.kept,
            refused=reading.refused,
            repeated=reading.repeated,
            unknown=sum(code.rows for code in reading.unknown),
            aside=sum(reading.aside.values()),
        )
    ]
    if reading.first and reading.last:
        first, last = _period(reading.first, made.span), _period(reading.last, made.span)
        sentences.append(translate("copy-covers", figures=reading.written, first=first, last=last))
    return " ".join(sentences)


def _period(first: date, span: str) -> str:
    """Return a period in words: a month or a year."""
    return i18n.month(first) if span == "month" else str(first.year)


def told(reading: Reading) -> list[str]:
    """Say what was refused, left aside and counted, a line each."""
    return [translate("copy-told", what=what, rows=rows) for what, rows in reading.told()]


def unknown(reading: Reading) -> pd.DataFrame:
    """Return the codes that stand for no country: ``code``, ``name_in_file``, ``rows``, ``dead``."""
    lines = [
        (i18n.repeated(one.code), i18n.repeated(one.name), one.rows, one.deaths) for one in reading.unknown
    ]
    table = pd.DataFrame(lines, columns=["code", "name_in_file", "rows", "dead"])
    return table.astype({"dead": "Int64"})


def refusals(reading: Reading) -> pd.DataFrame:
    """Return the first refused rows: ``row``, ``column``, ``value``, ``reason``."""
    lines = [
        (one.row, i18n.repeated(one.column), i18n.repeated(one.value), translate(f"refused-{one.reason}"))
        for one in reading.refusals
    ]
    return pd.DataFrame(lines, columns=["row", "column", "value", "reason"])


def replaces(shelf: Shelf, reading: Reading) -> str:
    """Say which copy a file would replace; nothing where there is none."""
    for copy in shelf.copies:
        if copy.layout == reading.layout:
            return translate("copy-replaces", rows=copy.rows, **_named(copy))
    return ""


def preview(made: Draft) -> pd.DataFrame:
    """Return what a file would bring, a measure a row: its name, unit, countries, figures, first and last."""
    rows = copies.figures(made.content, layout=made.reading.layout)
    groups = rows.groupby("measure", sort=False)
    table = groups.agg(
        unit=("unit", "first"),
        countries_held=("iso3", "nunique"),
        figures=("value", "size"),
        first=("period", "min"),
        last=("period", "max"),
    ).reset_index()
    table = table.sort_values("measure", key=lambda names: names.map(_rank), ignore_index=True, kind="stable")
    return table.assign(
        measure=[tidy.name(name) for name in table["measure"]],
        unit=[translate(f"unit-{unit}") for unit in table["unit"]],
        first=[_period(day, made.span) for day in table["first"]],
        last=[_period(day, made.span) for day in table["last"]],
    )


def listed(record: Record, *, state: str) -> Shelf:
    """Return what is kept.

    Args:
        state: `data.copies.state`, with which a view is made anew.
        record: Not asked.
    """
    del record, state
    return copies.listed()


def table(shelf: Shelf) -> pd.DataFrame:
    """Return the copies as a table for readers, a copy a row."""
    return pd.DataFrame(
        [
            {
                "source": translate(f"layout-{copy.layout}"),
                "file": i18n.repeated(copy.file),
                "brought": copy.brought,
                "rows": copy.rows,
                "kept_rows": copy.kept,
                "refused_rows": copy.refused,
                "unknown_rows": copy.unknown_rows,
                "first": _period(copy.first, copy.span),
                "last": _period(copy.last, copy.span),
            }
            for copy in shelf.copies
        ]
    )


def of_country(record: Record, *, country: str, month: pd.Timestamp, years: int | None, state: str) -> Shown:
    """Draw what each copy holds on one country.

    Args:
        country: Its iso3.
        month: A month that the axis holds.
        years: Whole years back from the end of the record; None is all of it.
        state: `data.copies.state`, with which a view is made anew.
        record: The installed tables.

    Returns:
        Nothing of a copy without rows on the country; a sentence where all are before the period.
    """
    del state
    shelf = copies.listed()
    start = None if years is None else reaching(country_months(record), years, month)[0]
    notes = [translate("copy-damaged", layout=translate(f"layout-{layout}")) for layout in shelf.damaged]
    blocks = []
    for kept in shelf.copies:
        copy, rows = copies.load(kept.layout, country=country)
        inside = rows if start is None else rows[rows["period"] >= start]
        if len(inside):
            blocks.append(_blocks(record, copy, inside, country))
        elif len(rows):
            last = _period(rows["period"].max(), copy.span)
            notes.append(translate("copy-earlier", layout=translate(f"layout-{copy.layout}"), last=last))
    return Shown(tuple(blocks), tuple(notes))


def _named(copy: Copy) -> dict[str, str]:
    return {"file": i18n.repeated(copy.file), "day": i18n.day(copy.brought)}


def _rank(measure: str) -> tuple[int, str]:
    return PLACES.get(measure, len(ORDER)), measure


def _blocks(record: Record, copy: Copy, rows: pd.DataFrame, country: str) -> tuple[Block, ...]:
    measures = sorted(rows["measure"].unique(), key=_rank)
    ends = rows["period"].min(), rows["period"].max()
    periods = pd.date_range(*ends, freq="MS" if copy.span == "month" else "YS", unit="us")
    parts = [measures[first : first + MAX_PANELS] for first in range(0, len(measures), MAX_PANELS)]
    return tuple(
        _block(record, copy, rows[rows["measure"].isin(part)], part, periods, country, number)
        for number, part in enumerate(parts)
    )


def _block(
    record: Record,
    copy: Copy,
    rows: pd.DataFrame,
    measures: list[str],
    periods: pd.DatetimeIndex,
    country: str,
    number: int,
) -> Block:
    span = copy.span
    panels = [_panel(rows[rows["measure"] == measure], measure, periods, span) for measure in measures]
    made = block(
        "copies",
        charts.small_charts(panels, span=span),
        _numbers(rows, measures, span),
        boundaries=record.places.notes(country),
        country=record.places.name(country),
        layout=translate(f"layout-{copy.layout}"),
        span=span,
        circles="yes" if any(panel.bars and panel.rows["value"].eq(0).any() for panel in panels) else "no",
        omitted=translate(f"copy-omits-{copy.layout}", **_tallies(copy.counts)),
    )
    told = (_alt(panel, span) for panel in panels)
    return replace(
        made,
        alt=" ".join([made.alt, *told]),
        name=f"copies-{copy.layout}-{number}",
        source=translate("copy-source", layout=translate(f"layout-{copy.layout}"), **_named(copy)),
    )


def _alt(panel: charts.Panel, span: str) -> str:
    """Say one small chart in a sentence."""
    known = panel.rows.dropna()
    decimals = 0 if panel.whole else 2
    low, high, value = (
        i18n.number(float(number), decimals=decimals)
        for number in (known["value"].min(), known["value"].max(), known["value"].iloc[-1])
    )
    when = _period(known["period"].iloc[-1], span)
    return translate("copy-measure-told", name=panel.name, low=low, high=high, value=value, when=when)


def _tallies(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: counts.get(name, 0) for name in ("placeholder", "flagged")}


def _panel(rows: pd.DataFrame, measure: str, periods: pd.DatetimeIndex, span: str) -> charts.Panel:
    unit, basis = str(rows["unit"].iloc[0]), str(rows["basis"].iloc[0])
    values = rows.set_index("period")["value"].reindex(periods)
    low, high = BOUNDS.get(measure, (None, None))
    scale = SCALES.get(unit) or SCALES.get(basis)
    if low is not None and high is not None:
        scale = (low, high + (high - low) / 25)  # so that a line at its end is seen
    return charts.Panel(
        name=tidy.name(measure),
        unit=translate(f"unit-{unit}"),
        rows=pd.DataFrame({"period": periods, "value": values.to_numpy()}),
        bars=span == "month" and basis in ("counted", "alert"),
        scale=scale,
        whole=bool(values.dropna().mod(1).eq(0).all()),
    )


def _numbers(rows: pd.DataFrame, measures: list[str], span: str) -> pd.DataFrame:
    """Return a row a period and a column a measure, newest first; what has no row in the file is empty."""
    wide = rows.pivot(index="period", columns="measure", values="value")[measures]
    wide = wide.sort_index(ascending=False).reset_index()
    when = wide["period"].dt.date if span == "month" else wide["period"].dt.year
    return wide.assign(period=when).rename(
        columns={"period": span, **{measure: tidy.name(measure) for measure in measures}}
    )
