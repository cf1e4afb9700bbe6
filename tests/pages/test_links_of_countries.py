"""A name in a table could lead nowhere, or to a situation without the reader's month and session."""

from urllib.parse import parse_qs

import pytest

from ewdash.views import council_overview, track
from tests.pages.test_pages import opened
from tests.pages.test_small_tables import small_tables
from tests.reading import installed

RECORD = installed()
TABLES = [make for part in council_overview.SECTIONS.values() for make in part]
CHOSEN = {"month": "2024-12", "since": "HRC-60"}


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("pages/region.py", {"region": "western-africa"}),
        ("pages/compare.py", {"countries": "BFA,SDN"}),
        ("pages/councils.py", {"part": "matrix"}),
        ("pages/councils.py", {"part": "mechanisms"}),
        ("pages/track_record.py", {"part": "missed"}),
        ("pages/since.py", {}),
    ],
)
def test_each_name_in_a_table_leads_to_its_situation_with_month_and_session(page, address):
    at = opened(page, **CHOSEN, **address)
    names = set(RECORD.places.options().values())
    shown = [*(one.value for one in at.dataframe), *small_tables(at)]
    tables = [table for table in shown if "Country or territory" in table]
    assert tables
    for table in tables:
        for link in filter(None, table["Country or territory"]):
            path, query = link.split("?")
            parts = {name: value for name, (value,) in parse_qs(query).items()}
            assert path == "situation"
            assert parts["country"] in names
            assert CHOSEN.items() <= parts.items()


def test_each_name_that_a_table_holds_opens_its_own_situation():
    finds = {name: RECORD.gazetteer.find(name) for name in RECORD.places.options().values()}
    assert finds == {name: (code,) for code, name in RECORD.places.options().items()}


def test_the_situation_takes_a_name_and_writes_its_code():
    at = opened("pages/situation.py", country="Democratic Republic of the Congo", month="2024-12")
    assert at.query_params["country"] in ("COD", ["COD"])
    assert not at.warning


@pytest.mark.parametrize("make", TABLES, ids=lambda make: make.__name__)
def test_a_column_of_countries_holds_names_of_places_alone(make):
    table = make(RECORD, region=None, group=None).table
    if "country" in table:
        assert set(table["country"]) <= set(RECORD.places.options().values())


def test_the_track_record_names_places_alone():
    for make in (make for part in track.SECTIONS.values() for make in part):
        table = make(RECORD).table
        if "country" in table:
            assert set(table["country"]) <= set(RECORD.places.options().values())
