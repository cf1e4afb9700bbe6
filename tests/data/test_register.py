"""A table could be shown without its source, or changed without its card."""

import pytest

from ewdash.data import check, store
from ewdash.model.datasets import LAYOUTS

EACH = pytest.mark.parametrize("table", LAYOUTS)


@EACH
def test_each_table_is_as_its_card_and_schema_say(table):
    assert check.check(table).rows > 0


@EACH
def test_each_card_is_complete(table):
    card = store.card(table)
    given = card.provenance
    for text in (card.title, card.unit, given.producer, given.version, given.licence, given.address):
        assert text.strip()
    assert card.caveats
    assert all(given.citation)
    assert given.covers_from <= given.covers_to


@EACH
def test_each_card_says_what_the_catalogue_says(table):
    assert store.card(table).caveats == store.caveats(table)


def test_the_data_folder_holds_nothing_unregistered():
    folders = {path.name for path in store.DATA.iterdir() if path.is_dir()}
    assert folders <= set(LAYOUTS) | {"hand"}


def test_the_data_folder_stays_under_25_megabytes():
    assert sum(path.stat().st_size for path in store.DATA.rglob("*") if path.is_file()) < 25e6
