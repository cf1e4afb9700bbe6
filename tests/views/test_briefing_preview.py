"""A page could say of a briefing what its files do not hold."""

import shutil

import pandas as pd
import pytest

from ewdash.data import own_records
from ewdash.data.record import UNUSABLE, Record
from ewdash.model.errors import DatasetMissingError, NotesUnusableError
from ewdash.views import subjects
from ewdash.views.briefings.country import SECTIONS, situation_briefing, situation_preview
from tests.reading import installed

RECORD = installed()
DAY = pd.Timestamp("2026-11-27")
BESIDES = ("signal_month", "response_clock", "mandate_term", "session", "release")
TABLES = dict.fromkeys(table for maker in SECTIONS.values() for table in maker.tables)


def both(record, country, month, **more):
    asked = {"country": country, "month": pd.Timestamp(month), "sections": subjects.PARTS["situation"]}
    asked |= {"years": 10, "day": DAY} | more
    return situation_preview(record, **asked), situation_briefing(record, **asked, address="", note=None)


def said(preview, pack):
    assert (preview.name, preview.headline) == (pack.name, pack.headline)
    assert preview.parts == tuple((part.title, part.message) for part in pack.parts)


@pytest.mark.parametrize("month", ["2026-05", "2024-12", "2011-03", "1989-01"])
@pytest.mark.parametrize("country", ["SYR", "HTI", "ISL", "ESH", "XKX", "YUG"])
def test_a_page_says_of_each_part_what_the_paper_says(country, month):
    said(*both(RECORD, country, month))


def test_what_is_new_and_the_parts_chosen_are_said_as_in_the_paper():
    shown, pack = both(RECORD, "SDN", "2026-05", since="HRC-61", sections=("gap", "due"))
    said(shown, pack)
    assert len(shown.parts) == 3


def test_own_records_are_a_part_only_where_there_are_some():
    shown, pack = both(RECORD, "SDN", "2026-05", viewer="nobody", sections=("gap",))
    said(shown, pack)
    assert len(shown.parts) == 1


@pytest.mark.parametrize("table", [*TABLES, *BESIDES])
def test_a_part_whose_table_is_missing_is_said_of_neither(table, tmp_path):
    copied = tmp_path / "data"
    shutil.copytree(RECORD.root, copied, ignore=shutil.ignore_patterns(table))
    said(*both(Record(copied), "SDN", "2024-12"))


def test_a_page_offers_no_paper_that_cannot_be_made(tmp_path):
    copied = tmp_path / "data"
    shutil.copytree(RECORD.root, copied, ignore=shutil.ignore_patterns("record_reach"))
    asked = {"country": "SDN", "month": pd.Timestamp("2024-12"), "years": 10, "sections": ("gap",)}
    with pytest.raises(DatasetMissingError):
        situation_briefing(Record(copied), **asked, address="", note=None)
    with pytest.raises(DatasetMissingError):
        situation_preview(Record(copied), **asked)


def test_own_records_that_are_locked_for_a_moment_are_not_forgotten(monkeypatch):
    def locked(*_given):
        raise NotesUnusableError(file="here")

    monkeypatch.setattr(own_records, "of_country", locked)
    unusable = []
    mark = UNUSABLE.set(unusable)
    situation_preview(RECORD, country="SDN", month=pd.Timestamp("2024-12"), years=10, sections=(), viewer="A")
    UNUSABLE.reset(mark)
    assert unusable
