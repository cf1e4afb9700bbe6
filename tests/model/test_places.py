"""A country's name could be said wrongly inside a sentence."""

import pytest

from ewdash.data.store import load
from ewdash.model.places import ARTICLE, Places


@pytest.fixture(scope="module")
def places():
    return Places(load("country"))


def test_names_inside_a_sentence_take_the_article_of_un_documents(places):
    assert places.said("PSE") == "the State of Palestine"
    assert places.said("SDN") == "the Sudan"
    assert places.said("COD") == "the Democratic Republic of the Congo"
    assert places.said("NLD") == "the Netherlands (Kingdom of the)"
    for code in ("SSD", "SLB", "UKR", "VEN", "LBN", "CIV"):
        assert places.said(code) == places.name(code)


def test_each_republic_kingdom_state_and_union_takes_an_article(places):
    kinds = ("republic", "kingdom", "state of", "united states", "union of", "federation")
    plain = {code: name for code, name in places.options().items() if "(" not in name}
    assert {code for code, name in plain.items() if any(k in name.lower() for k in kinds)} <= ARTICLE


def test_each_code_with_an_article_is_a_place(places):
    assert set(places.options()) >= ARTICLE
