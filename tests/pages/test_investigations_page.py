"""A link to one investigative body could open another, or tell the reader of a country left behind."""

from tests.pages.test_pages import opened, said


def test_the_address_chooses_the_body():
    at = opened("pages/situation.py", country="SYR", section="accountability", inquiry="s-16-1")
    assert at.selectbox(key="inquiry").value == "s-16-1"
    assert "29 April 2011" in said(at)


def test_a_body_of_the_country_looked_at_before_is_forgotten_without_a_word():
    at = opened("pages/situation.py", country="MMR", section="accountability", inquiry="s-17-1")
    assert at.selectbox(key="inquiry").value == "39-2"
    assert not at.warning
    assert "s-17-1" not in at.query_params.get("inquiry", "")


def test_a_country_without_one_is_told_once():
    at = opened("pages/situation.py", country="FRA", section="accountability")
    assert said(at).count("“Investigative bodies” holds nothing for France") == 1
