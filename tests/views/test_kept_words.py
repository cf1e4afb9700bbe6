"""A reader of another language could be told what was put in words for the first one."""

import functools
from contextlib import suppress

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.model.errors import EwdashError
from ewdash.views import council_overview, due, region, situation, track
from ewdash.views.comparison import inputs, page
from ewdash.views.world import world_view

MONTH = pd.Timestamp("2026-04-01")


class Watched(Record):
    """The installed record, which notes what asks for the reader's language while it is made for all."""

    def __init__(self):
        super().__init__()
        self.making, self.worded = [], set()

    def once(self, make):
        @functools.wraps(make)
        def made(record):
            self.making.append(f"{make.__module__}.{make.__qualname__}")
            try:
                return make(record)
            finally:
                self.making.pop()

        return super().once(made)

    def recent(self, make, *selection):
        """Words of one language are kept under its name."""

        @functools.wraps(make)
        def made(*given):
            before = self.making
            name = f"{make.__module__}.{make.__qualname__}"
            self.making = [] if i18n.FALLBACK in selection else [*before, name]
            try:
                return make(*given)
            finally:
                self.making = before

        return super().recent(made, *selection)

    def get(self):
        """Stand for the language of the reader."""
        self.worded.update(self.making)
        return i18n.FALLBACK


def test_what_is_made_once_for_all_readers_holds_no_words(monkeypatch):
    record = Watched()
    monkeypatch.setattr(i18n, "LANGUAGE", record)
    chosen = {name: keys[0] for name, keys in inputs.CHOICES.items()} | {"onset": inputs.ONSETS[0]}
    page.compare_view(record, **chosen, countries=("SYR", "SDN"), month=MONTH, years=10)
    for country in ("SYR", "PRK"):
        situation.answer(record, country=country, month=MONTH)
        for make in (make for part in situation.SECTIONS.values() for make in part):
            with suppress(EwdashError):  # of some parts a country has nothing
                make(record, country=country, month=MONTH, years=10)
    due.listing(record, MONTH)
    for make in (make for part in council_overview.SECTIONS.values() for make in part):
        make(record, region=None, group=None)
    for make in (make for part in track.SECTIONS.values() for make in part):
        make(record)
    region.region_view(record, month=MONTH, region=region.HOME, group=None, back=1)
    world_view(record, month=MONTH, region=None, group=None, layer="level")
    assert record.making == []
    assert record.worded == set()
