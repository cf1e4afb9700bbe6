"""An address could be understood by nobody but its writer, or be left unheard in silence."""

import pytest

from tests.pages.test_pages import opened, spoilt


def told(at):
    return " ".join(box.value for box in at.warning)


@pytest.mark.parametrize("given", ["sdn", "SD", "sd", "729", "736", "Sudan", "sudan "])
def test_a_country_is_taken_however_its_code_is_written(given):
    at = opened("pages/situation.py", country=given)
    assert at.selectbox(key="country").value == "SDN"
    assert at.query_params["country"] in ("SDN", ["SDN"])
    assert not at.warning


def test_a_former_code_with_one_successor_opens_it_and_says_so():
    at = opened("pages/situation.py", country="ZAR")
    assert at.selectbox(key="country").value == "COD"
    assert "“ZAR” is a code that is no longer used" in told(at)
    assert "Democratic Republic of the Congo (COD). That is shown." in told(at)


def test_a_former_code_with_several_successors_names_them_and_chooses_none():
    at = opened("pages/situation.py", country="CS")
    assert at.selectbox(key="country").value is None
    assert "Czechia (CZE), Montenegro (MNE), Serbia (SRB), Slovakia (SVK)" in told(at)
    assert "None of them is chosen for you" in told(at)


@pytest.mark.parametrize(
    ("given", "today"), [("YUG", "Slovenia (SVN), each with"), ("DDR", "Germany (DEU), which")]
)
def test_a_state_of_the_past_is_shown_and_those_of_today_are_named(given, today):
    at = opened("pages/situation.py", country=given)
    assert at.selectbox(key="country").value == given
    assert today in told(at)


def test_a_comparison_takes_codes_however_they_are_written():
    at = opened("pages/compare.py", countries="sd,UK,ZAR,804")
    assert at.multiselect(key="countries").value == ["SDN", "GBR", "COD", "UKR"]
    assert at.query_params["countries"] in ("SDN,GBR,COD,UKR", ["SDN,GBR,COD,UKR"])
    assert "“ZAR” is a code that is no longer used" in told(at)
    assert "Left out" not in told(at)


def test_a_comparison_names_what_a_code_became_that_it_leaves_out():
    at = opened("pages/compare.py", countries="SDN,CS")
    assert at.multiselect(key="countries").value == ["SDN"]
    assert "Slovakia (SVK)" in told(at)
    assert "Left out: CS" in told(at)


@pytest.mark.parametrize("given", ["002", "2", "Africa", "AFRICA"])
def test_a_region_is_taken_by_its_m49_number(given):
    at = opened("app.py", region=given)
    assert at.selectbox(key="region").value == "africa"
    assert not at.warning


@pytest.mark.parametrize("given", ["202", "atlantis", ""])
def test_an_unknown_region_is_told_and_the_world_is_shown(given):
    at = opened("app.py", region=given)
    assert at.selectbox(key="region").value == "world"
    assert f"gives “{given}” for “Region or set”" in told(at)


@pytest.mark.parametrize("given", ["african", "African", "AFRICAN"])
def test_a_group_is_taken_in_any_case(given):
    at = opened("app.py", group=given)
    assert at.selectbox(key="group").value == "african"
    assert not at.warning


@pytest.mark.parametrize(
    ("page", "name", "address"),
    [
        ("app.py", "group", {}),
        ("app.py", "layer", {}),
        ("app.py", "lang", {}),
        ("pages/situation.py", "years", {"country": "SDN"}),
        ("pages/situation.py", "section", {"country": "SDN"}),
        ("pages/situation.py", "acts", {"country": "SDN"}),
        ("pages/situation.py", "turning", {"country": "SDN"}),
        ("pages/situation.py", "inquiry", {"country": "SYR", "section": "accountability"}),
        ("pages/region.py", "back", {}),
        ("pages/region.py", "scale", {}),
        ("pages/compare.py", "by", {}),
        ("pages/compare.py", "measure", {}),
        ("pages/due.py", "body", {}),
        ("pages/due.py", "kind", {}),
        ("pages/due.py", "horizon", {}),
        ("pages/due.py", "from", {}),
        ("pages/councils.py", "part", {}),
        ("pages/councils.py", "standing", {}),
        ("pages/briefing.py", "of", {}),
        ("pages/briefing.py", "parts", {"country": "SDN", "of": "situation"}),
        ("pages/briefing.py", "note", {"country": "SDN", "of": "situation"}),
        ("pages/past_cases.py", "case", {}),
        ("pages/past_cases.py", "step", {}),
        ("pages/track_record.py", "part", {}),
        ("pages/track_record.py", "threshold", {}),
    ],
)
def test_what_no_control_offers_is_told_by_name(page, name, address):
    at = opened(page, **address, **{name: "qqq"})
    assert "gives “qqq” for “" in told(at)
    assert "Shown is: " in told(at)
    assert not at.error
    assert "qqq" not in at.query_params.get(name, "")


def test_a_default_written_out_is_nothing_to_tell():
    at = opened("pages/situation.py", country="SDN", turning="no", section="where", years="10")
    assert not at.warning


@pytest.mark.parametrize("how", ["missing", "truncated"])
def test_without_the_words_for_search_a_place_still_opens(own_data, how):
    spoilt(own_data / "place_word" / "place_word.parquet", how)
    at = opened("pages/situation.py", country="SDN")
    assert at.selectbox(key="country").value == "SDN"
    assert "place_word" in told(at)
    assert len(at.title) == 1


SAHEL = "Sahel (UN strategy)"
OWN = "Own list: Chad, South Sudan, Sudan"


def shown(at):
    return " ".join(str(entry.value) for entry in [*at.title, *at.markdown])


@pytest.mark.parametrize("given", ["sahel", "Sahel", "SAHEL "])
def test_a_set_is_taken_in_any_case_and_its_source_is_named(given):
    at = opened("app.py", region=given)
    assert at.selectbox(key="region").value == "sahel"
    assert SAHEL in at.selectbox(key="region").options
    assert not at.warning
    assert "covered in the Sahel" in shown(at)
    assert "Source of the membership: UN Support Plan for the Sahel of 2018" in shown(at)


@pytest.mark.parametrize("given", ["SDN,TCD,SSD", "sudan, Chad,728", "TCD,SD,SSD,SDN", "SSD,TCD,SDN,"])
def test_an_own_list_is_taken_however_it_is_written_and_offered_by_name(given):
    at = opened("app.py", region=given)
    assert at.selectbox(key="region").value == "TCD,SSD,SDN"
    assert OWN in at.selectbox(key="region").options
    assert at.query_params["region"] in ("TCD,SSD,SDN", ["TCD,SSD,SDN"])
    assert not at.warning
    assert "covered in Chad, South Sudan, the Sudan" in shown(at)


def test_the_address_that_a_page_writes_opens_the_same_list():
    first = opened("pages/region.py", region="SDN,TCD,SSD")
    written = first.query_params["region"]
    again = opened("pages/region.py", region=written if isinstance(written, str) else written[0])
    assert again.selectbox(key="region").value == first.selectbox(key="region").value
    assert shown(again) == shown(first)


def test_what_is_unknown_in_an_own_list_is_told_and_the_rest_is_shown():
    at = opened("app.py", region="SDN,XYZ,TCD,Atlantis,SSD")
    assert "gives “XYZ, Atlantis” for “Region or set”" in told(at)
    assert f"Shown is: {OWN}" in told(at)
    assert at.selectbox(key="region").value == "TCD,SSD,SDN"


def test_a_list_of_nothing_known_is_told_and_the_world_is_shown():
    at = opened("app.py", region="XYZ,Atlantis")
    assert "gives “XYZ,Atlantis” for “Region or set”" in told(at)
    assert at.selectbox(key="region").value == "world"


def test_a_former_code_in_an_own_list_is_told():
    at = opened("app.py", region="ZAR,SDN")
    assert at.selectbox(key="region").value == "COD,SDN"
    assert "“ZAR” is a code that is no longer used" in told(at)


def test_an_own_list_stays_offered_beside_another_choice():
    at = opened("app.py", region="SDN,TCD,SSD")
    at.selectbox(key="region").set_value("africa").run()
    assert at.selectbox(key="region").value == "africa"
    assert OWN in at.selectbox(key="region").options


@pytest.mark.parametrize(("given", "note"), [("sahel", SAHEL), ("SDN,TCD,SSD", "An own list of the address")])
@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("pages/region.py", {"month": "2024-12"}),
        ("pages/since.py", {"since": "HRC-60"}),
        ("pages/due.py", {}),
        ("pages/councils.py", {}),
        ("pages/briefing.py", {"of": "region", "month": "2024-12"}),
    ],
)
def test_each_page_with_a_region_takes_a_set_and_an_own_list(page, address, given, note):
    at = opened(page, region=given, **address)
    assert not at.warning
    assert not at.error
    assert at.selectbox(key="region").value in ("sahel", "TCD,SSD,SDN")
    assert note in shown(at)


@pytest.mark.parametrize("how", ["missing", "truncated"])
def test_without_the_table_of_sets_the_regions_of_m49_still_open(own_data, how):
    spoilt(own_data / "country_set" / "country_set.parquet", how)
    at = opened("app.py", region="africa")
    assert at.selectbox(key="region").value == "africa"
    assert "country_set" in told(at)
    assert "covered in Africa" in shown(at)
