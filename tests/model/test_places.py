"""A country's name could be said wrongly inside a sentence, or a set hold the wrong countries."""

import pytest

from ewdash.data.store import load
from ewdash.model.places import ARTICLE, Places
from ewdash.model.vocabulary import COUNTRY_SETS


@pytest.fixture(scope="module")
def places():
    return Places(load("country"), lambda: load("country_set"))


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


# Members as the documents named in data/hand/country_set.csv list them, and sizes as they count them.
SETS = {
    "sahel": "BFA CMR TCD GMB GIN MLI MRT NER NGA SEN",
    "lake-chad-basin": "CMR TCD NER NGA",
    "great-lakes": "AGO BDI CAF COD COG KEN RWA SDN SSD TZA UGA ZAF ZMB",
    "horn-of-africa": "DJI ERI ETH KEN SDN SOM SSD UGA",
}
SIZES = {"least-developed-countries": 44, "landlocked-developing-countries": 32}


@pytest.mark.parametrize("key", SETS)
def test_a_set_holds_the_countries_its_document_lists(places, key):
    assert set(places.within(region=key, group=None)) == set(SETS[key].split())


def test_lists_of_m49_have_the_size_the_united_nations_give(places):
    assert {key: len(places.within(region=key, group=None)) for key in SIZES} == SIZES
    least = places.within(region="least-developed-countries", group=None)
    assert not {"BTN", "STP", "VUT"} & set(least)  # left in 2023, 2024 and 2020


@pytest.mark.parametrize("key", COUNTRY_SETS)
def test_each_set_is_offered_and_names_its_source(places, key):
    assert key in places.sets()
    (note,) = places.membership_notes(key)
    assert "Source of the membership: " in note
    assert ("M49" in note) == ("M49" in places.sets()[key])


def test_who_signed_later_is_dated_later():
    rows = load("country_set").query("set == 'great-lakes'").set_index("iso3")["since"]
    assert set(rows.index[rows == "2014-01-31"]) == {"KEN", "SDN"}


def test_no_set_hides_a_region_of_m49(places):
    assert not set(places.sets()) & set(places.regions())


def test_a_set_within_a_group_is_their_overlap(places):
    both = places.within(region="small-island-developing-states", group="african")
    assert set(both) == {"COM", "CPV", "GNB", "MUS", "STP", "SYC"}


def test_an_own_list_is_its_countries_and_says_them(places):
    assert places.within(region="SDN,TCD,SSD", group=None) == places.within(region="TCD,SSD,SDN", group=None)
    assert set(places.within(region="SDN,TCD,SSD", group=None)) == {"SDN", "TCD", "SSD"}
    assert places.own_list_name("SDN,TCD,SSD") == "Own list: Chad, South Sudan, Sudan"
    assert places.scope_name(region="SDN,TCD,SSD", group=None) == "Chad, South Sudan, the Sudan"
    assert places.scope_key(region="SDN,TCD,SSD", group=None) == "sdn-tcd-ssd"


def test_regions_that_take_an_article_have_it_inside_a_sentence_and_not_in_the_list(places):
    said = {region: places.scope_name(region=region, group=None) for region in places.regions()}
    assert {region for region, name in said.items() if name.startswith("the ")} == {"americas", "caribbean"}
    assert said["americas"] == "the Americas"
    assert said["caribbean"] == "the Caribbean"
    assert places.regions()["americas"] == "Americas"
    assert places.scope_name(region="caribbean", group="latin-american-caribbean").startswith("the Caribbean")
    sets = {places.scope_name(region=key, group=None) for key in places.sets()}
    assert all(name.startswith("the ") for name in sets)


def test_a_long_own_list_is_counted_in_titles_and_told_in_full_in_its_note(places):
    codes = list(places.options())[:30]
    own = ",".join(codes)
    assert "24 more" in places.scope_name(region=own, group=None)
    assert all(places.name(code) in places.membership_notes(own)[0] for code in codes)
    assert places.scope_key(region=own, group=None) == "list-of-30"
