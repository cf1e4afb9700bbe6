"""A page could say of a briefing what its files do not hold."""

import pandas as pd
import pytest

from ewdash.data import own_records
from ewdash.data.record import UNUSABLE, Record
from ewdash.model.errors import DatasetMissingError, NotesUnusableError
from ewdash.views import subjects
from ewdash.views.briefings.comparison import comparison_briefing, comparison_preview
from ewdash.views.briefings.country import SECTIONS, situation_briefing, situation_preview
from ewdash.views.briefings.region import region_briefing, region_preview
from tests.reading import installed

RECORD = installed()
DAY = pd.Timestamp("2026-11-27")
BESIDES = ("signal_month", "response_clock", "mandate_term", "session", "release")
TABLES = dict.fromkeys(table for maker in SECTIONS.values() for table in maker.tables)


def both(record, country, month, **more):
    asked = {"country": country, "month": pd.Timestamp(month), "sections": subjects.PARTS["situation"]}
    asked |= {"years": 10, "day": DAY} | more
    return situation_preview(record, **asked), situation_briefing(record, **asked, address="", note=None)


def both_of_region(record, region, month, **more):
    asked = {"region": region, "month": pd.Timestamp(month), "sections": subjects.PARTS["region"]}
    asked |= {"group": None, "back": 1, "years": 5, "scale": "common", "day": DAY} | more
    return region_preview(record, **asked), region_briefing(record, **asked, address="", note=None)


def both_of_comparison(record, countries, month, **more):
    asked = {"countries": countries, "month": pd.Timestamp(month), "sections": subjects.PARTS["comparison"]}
    asked |= {"measure": "absolute", "by": "calendar", "span": "year", "axis": "linear", "onset": "latest"}
    asked |= {"years": 10, "day": DAY} | more
    return comparison_preview(record, **asked), comparison_briefing(record, **asked, address="", note=None)


def without(table, folder):
    """Return the record as it is where a table is not installed."""
    for held in RECORD.root.iterdir():
        if held.name != table:
            (folder / held.name).symlink_to(held)
    return Record(folder)


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
    said(*both(without(table, tmp_path), "SDN", "2024-12"))


def test_a_page_offers_no_paper_that_cannot_be_made(tmp_path):
    record = without("record_reach", tmp_path)
    asked = {"country": "SDN", "month": pd.Timestamp("2024-12"), "years": 10, "sections": ("gap",)}
    with pytest.raises(DatasetMissingError):
        situation_briefing(record, **asked, address="", note=None)
    with pytest.raises(DatasetMissingError):
        situation_preview(record, **asked)


def test_own_records_that_are_locked_for_a_moment_are_not_forgotten(monkeypatch):
    def locked(*_given):
        raise NotesUnusableError(file="here")

    monkeypatch.setattr(own_records, "of_country", locked)
    unusable = []
    mark = UNUSABLE.set(unusable)
    situation_preview(RECORD, country="SDN", month=pd.Timestamp("2024-12"), years=10, sections=(), viewer="A")
    UNUSABLE.reset(mark)
    assert unusable


@pytest.mark.parametrize("month", ["2026-06", "2024-12", "1989-12"])
@pytest.mark.parametrize(
    ("region", "group"),
    [
        (None, None),
        ("africa", None),
        ("polynesia", None),  # not covered before its years, and without a death in them
        ("europe", "african"),  # nobody
        ("sahel", None),
        ("SDN,TCD", None),
        ("eastern-europe", None),
        (None, "asia_pacific"),
    ],
)
def test_a_page_says_of_a_region_what_its_paper_says(region, group, month):
    said(*both_of_region(RECORD, region, month, group=group))


def test_what_is_new_in_a_region_is_said_as_in_the_paper():
    shown, pack = both_of_region(
        RECORD,
        "asia",
        "2026-05",
        since="HRC-61",
        sections=("moved", "multiples"),
        back=6,
        years=3,
        scale="log",
    )
    said(shown, pack)
    assert len(shown.parts) == 3


@pytest.mark.parametrize("month", ["2026-06", "2024-12", "1989-12"])
@pytest.mark.parametrize(
    ("by", "measure"), [("calendar", "absolute"), ("onset", "per_million"), ("onset", "indexed")]
)
@pytest.mark.parametrize(
    "countries", [("SDN", "SSD", "ETH"), ("ISL", "XKX", "PSE"), ("HRV", "YUG"), ("ISL",)]
)
def test_a_page_says_of_a_comparison_what_its_paper_says(countries, by, measure, month):
    said(*both_of_comparison(RECORD, countries, month, by=by, measure=measure))


def test_a_comparison_without_a_picture_is_none_on_the_page():
    shown, pack = both_of_comparison(RECORD, ("ISL",), "2026-06", by="onset", since="HRC-61")
    said(shown, pack)
    assert [part.key for part in pack.parts] == ["since", "differences", "figures", "due"]


@pytest.mark.parametrize("table", ["record_reach", "conflict_year_settled"])
def test_a_page_offers_no_paper_on_a_region_that_cannot_be_made(table, tmp_path):
    record = without(table, tmp_path)
    asked = {"region": "africa", "group": None, "month": pd.Timestamp("2026-06"), "back": 1, "years": 5}
    asked |= {"scale": "common", "sections": ("moved",)}
    with pytest.raises(DatasetMissingError):
        region_briefing(record, **asked, address="", note=None)
    with pytest.raises(DatasetMissingError):
        region_preview(record, **asked)
