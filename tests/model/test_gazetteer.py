"""A delegate could look for a place by the name everybody uses and be told that it is none."""

import pytest
from babel import Locale

from ewdash.model.gazetteer import folded
from ewdash.model.places import REGION_NUMBERS, region_key
from tests.reading import installed


@pytest.fixture(scope="module")
def gazetteer():
    return installed().gazetteer


@pytest.mark.parametrize(
    ("given", "iso3"),
    [
        ("SDN", "SDN"),
        ("sdn", "SDN"),
        ("SD", "SDN"),
        ("729", "SDN"),
        ("７２９", "SDN"),
        ("4", "AFG"),  # M49 004 without its zeros
        ("UK", "GBR"),
        ("NA", "NAM"),  # no missing value
        ("NO", "NOR"),
        ("XK", "XKX"),
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("North Korea", "PRK"),
        ("South Korea", "KOR"),
        ("Gaza", "PSE"),
        ("Cape Verde", "CPV"),
        ("Czech Republic", "CZE"),
        ("East Timor", "TLS"),
        ("Curacao", "CUW"),
        ("Macedonia", "MKD"),
        ("Macau", "MAC"),
        ("Zaire", "COD"),
        ("DRC", "COD"),
        ("Congo", "COG"),
        (" niger ", "NER"),
    ],
)
def test_a_place_is_found_by_the_name_or_code_that_people_give(gazetteer, given, iso3):
    assert gazetteer.find(given) == (iso3,)


@pytest.mark.parametrize(
    ("given", "became"),
    [
        ("ZAR", {"COD"}),
        ("bur", {"MMR"}),
        ("TMP", {"TLS"}),
        ("ROM", {"ROU"}),
        ("DDR", {"DEU"}),
        ("YMD", {"YEM"}),
        ("CSK", {"CZE", "SVK"}),
        ("SCG", {"SRB", "MNE"}),
        ("CS", {"CZE", "SVK", "SRB", "MNE"}),  # given twice
        ("ANT", {"BES", "CUW", "SXM"}),
        ("YUG", {"BIH", "HRV", "MKD", "MNE", "SRB", "SVN"}),
    ],
)
def test_a_former_code_names_all_that_it_became(gazetteer, given, became):
    assert set(gazetteer.former(given)) == became


def test_the_union_of_soviet_socialist_republics_has_fifteen_successors(gazetteer):
    assert len(gazetteer.former("SUN")) == 15
    assert len(gazetteer.find("810")) == 15


def test_a_former_state_with_a_page_keeps_its_code(gazetteer):
    for code in ("YUG", "SUN", "CSK", "SCG", "DDR", "YMD", "VDR"):
        assert gazetteer.find(code) == (code,)


@pytest.mark.parametrize("given", ["", " ", "XYZ", "999", "atlantis", "00000", "<b>"])
def test_what_is_no_place_finds_none(gazetteer, given):
    assert gazetteer.find(given) == ()
    assert gazetteer.former(given) == ()


def test_every_place_is_found_by_its_own_code_and_name(gazetteer):
    for code, name in gazetteer.places.options().items():
        assert gazetteer.find(code) == gazetteer.find(name) == (code,)


def test_no_word_of_the_table_is_the_name_or_code_of_another_place(gazetteer):
    own = {folded(word): code for code, name in gazetteer.places.options().items() for word in (code, name)}
    for row in gazetteer.table.to_dict("records"):
        former = row["reason"] == "former code"
        assert former or own.get(folded(row["word"]), row["iso3"]) == row["iso3"], row["word"]


def test_places_are_found_in_the_language_of_the_reader(gazetteer):
    assert "Nordkorea" in gazetteer.other_names("PRK", language="de-CH")
    assert "Turquie" in gazetteer.other_names("TUR", language="fr")
    assert "السودان" in gazetteer.other_names("SDN", language="ar")
    assert gazetteer.other_names("SDN", language="tlh-Qaaa-x") == gazetteer.other_names("SDN", language="en")


def test_a_name_with_accents_is_found_without_them_too(gazetteer):
    assert "Curacao" in gazetteer.other_names("CUW", language="en")
    assert "Cote d'Ivoire" in gazetteer.other_names("CIV", language="en")
    assert "Coree du Nord" in gazetteer.other_names("PRK", language="fr")


def test_each_m49_number_is_the_region_that_cldr_calls_so(gazetteer):
    regions = {key for key in REGION_NUMBERS.values() if key != "world"}
    assert regions == set(gazetteer.places.regions())
    names = Locale("en").territories
    other = {"021": "northern-america", "053": "australia-new-zealand", "057": "micronesia"}
    for number, key in REGION_NUMBERS.items():
        name = folded(names[number]).replace(" region", "").replace(" & ", "-").replace(" ", "-")
        assert key == other.get(number, {"southeast-asia": "south-eastern-asia"}.get(name, name))


def test_a_region_is_given_by_number_key_or_words():
    assert {region_key(given) for given in ("002", "2", "Africa", "AFRICA ")} == {"africa"}
    assert region_key("Eastern Africa") == region_key("14") == "eastern-africa"
    assert region_key("atlantis") == "atlantis"
