"""What is due, as a part of every kind of briefing."""

import pandas as pd

from ewdash.data.record import Record
from ewdash.exports.briefing import Section
from ewdash.i18n import translate
from ewdash.views import due
from ewdash.views.briefings.builder import Gathering, Heading


def heading(record: Record, *, scope: tuple[str, ...] | None, name: str, day: pd.Timestamp | None) -> Heading:
    """Return what a page says of `section` with the same arguments, which fails where that does."""
    due.cards(record)
    return Heading(translate("part-due"), due.message(record, scope=scope, name=name, day=day))


def section(
    gathering: Gathering,
    record: Record,
    *,
    scope: tuple[str, ...] | None,
    name: str,
    day: pd.Timestamp | None,
) -> Section:
    """Return `due.section`, and keep the cards it rests on."""
    gathering.used += due.cards(record)
    return due.section(record, scope=scope, name=name, day=day)
