"""The briefing pack of a comparison of situations."""

import functools
from collections.abc import Callable
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.exports.briefing import Briefing, Note, Section
from ewdash.i18n import translate
from ewdash.views import settled
from ewdash.views import since as news
from ewdash.views.briefings import dues
from ewdash.views.briefings.builder import Gathering, Heading, Preview, headings, limits, section
from ewdash.views.comparison import page
from ewdash.views.months import FAR_FUTURE, as_of

TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "population_year",
    "council_action",
    "council_crossing",
)
SECTIONS = ("sides", "differences", "figures", "due")


def comparison_briefing(
    record: Record,
    *,
    countries: tuple[str, ...],
    month: pd.Timestamp,
    sections: tuple[str, ...],
    address: str,
    note: Note | None,
    since: str | None = None,
    day: pd.Timestamp | None = None,
    **choice: Any,  # noqa: ANN401 - of `inputs.Choice`
) -> Briefing:
    """Assemble the pack of a comparison.

    Args:
        countries: Up to six codes.
        month: Last of the twelve months it speaks of.
        sections: Keys of `SECTIONS` to include.
        address: Of the page that makes it.
        note: The analyst's note, if it is asked for.
        since: A moment, as the address writes it: what is new since then stands first; None asks nothing.
        day: From which it is looked ahead (`due.section`).
        record: The installed tables.
        **choice: How situations are compared: the other fields of `inputs.Choice`.
    """
    places = record.places
    view = page.compare_view(record, countries=countries, month=month, **choice)
    gathering = Gathering()
    if since and _present(record, countries, month):
        gathering.add(functools.partial(news.section, record, since=since, scope=countries, day=day))
    if view.picture is not None and "sides" in sections:
        gathering.parts.append(section(gathering.keep(view.picture), key="sides", message=view.headline))
    if "differences" in sections:
        gathering.parts.append(
            Section(key="differences", title=translate("part-differences"), message="", lines=view.lines)
        )
    if "figures" in sections:
        figures = gathering.keep(view.figures)
        gathering.parts.append(section(figures, key="figures", message=figures.title))
    if "due" in sections and _present(record, countries, month):
        said = i18n.listing(map(places.said, countries))
        gathering.add(functools.partial(dues.section, gathering, record, scope=countries, name=said, day=day))
    notes = dict.fromkeys(note for code in countries for note in places.notes(code))
    final = [settled.TABLE] if gathering.tried(functools.partial(settled.after, record, month)) else []
    return gathering.assemble(
        name=_file_name(countries, month),
        title=i18n.listing(map(places.name, countries)),
        subtitle=translate("pack-subtitle-comparison", month=i18n.month(month)),
        headline=view.headline,
        measures=(),
        notes=(),
        names=tuple(notes),
        unknown=[*view.notes, *limits(record)],
        cards=gathering.cards(record, [*TABLES, *final]),
        address=address,
        note=note,
    )


def comparison_preview(
    record: Record,
    *,
    countries: tuple[str, ...],
    month: pd.Timestamp,
    sections: tuple[str, ...],
    since: str | None = None,
    day: pd.Timestamp | None = None,
    **choice: Any,  # noqa: ANN401 - of `inputs.Choice`
) -> Preview:
    """Return what a page says of `comparison_briefing` with the same arguments, without making its parts."""
    view = page.compare_headings(record, countries=countries, month=month, **choice)
    makers: list[Callable[[], Section | Heading]] = []
    if since and _present(record, countries, month):
        makers.append(functools.partial(news.section, record, since=since, scope=countries, day=day))
    if view.picture is not None and "sides" in sections:
        makers.append(functools.partial(Heading, view.picture, view.headline))
    if "differences" in sections:
        makers.append(functools.partial(Heading, translate("part-differences"), ""))
    if "figures" in sections:
        makers.append(functools.partial(Heading, view.figures, view.figures))
    if "due" in sections and _present(record, countries, month):
        said = i18n.listing(map(record.places.said, countries))
        makers.append(functools.partial(dues.heading, record, scope=countries, name=said, day=day))
    return Preview(_file_name(countries, month), view.headline, headings(makers))


def _file_name(countries: tuple[str, ...], month: pd.Timestamp) -> str:
    return f"{'-'.join(countries).lower()}-{month:%Y-%m}"


def _present(record: Record, countries: tuple[str, ...], month: pd.Timestamp) -> bool:
    """Tell whether anything can be new or due: a pack on the past looks ahead from no day."""
    return bool(countries) and as_of(record, month) == FAR_FUTURE
