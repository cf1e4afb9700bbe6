"""What is new could take a page with it, be told thrice, or be asked since a day of no use."""

import shutil

import pytest

from ewdash.i18n import translate
from ewdash.ui.figure import _widths
from ewdash.views import since as views
from tests.pages.test_pages import charts, opened, said, spoilt
from tests.pages.test_small_tables import small_tables

PAGES = [
    ("app.py", {}),
    ("pages/situation.py", {"country": "SDN"}),
    ("pages/region.py", {}),
    ("pages/compare.py", {"countries": "SDN,SSD"}),
    ("pages/councils.py", {}),
    ("pages/past_cases.py", {}),
    ("pages/track_record.py", {}),
    ("pages/sources.py", {}),
]


def boxes(at):
    """Return what the box says, where it is shown."""
    return [entry.label for entry in at.expander if entry.label.startswith("**New since")]


def shown(at):
    """Return what a page shows besides the box."""
    return len(charts(at)), len(at.header), len(at.metric), len(at.expander) - len(boxes(at))


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_without_the_changes_of_the_tables_a_page_loses_its_box_alone(own_data, page, address):
    spoilt(own_data / "revision" / "revision.parquet", "missing")
    at = opened(page, since="HRC-60", **address)
    assert any("revision" in error.value for error in at.error)
    assert shown(at) == shown(opened(page, **address)) != (0, 0, 0, 0)


@pytest.mark.parametrize(("page", "address"), [pair for pair in PAGES if pair[0] != "pages/past_cases.py"])
def test_a_change_of_a_table_without_a_card_empties_no_page(own_data, page, address):
    shutil.rmtree(own_data / "case")
    with_box, without = (opened(page, **address, **more) for more in ({"since": "HRC-60"}, {}))
    assert len(with_box.error) == len(without.error)
    assert boxes(with_box)[0].startswith("**New since HRC 60")
    assert shown(with_box) == shown(without)


def test_missing_sessions_are_told_once_and_the_timeline_stays(own_data):
    spoilt(own_data / "session" / "session.parquet", "missing")
    at = opened("pages/situation.py", country="SDN", since="HRC-60")
    assert sum("session" in error.value for error in at.error) == 1
    assert "Final record, best estimate" in charts(at)[0].proto.spec
    assert not at.warning


@pytest.mark.parametrize("given", ["0001-01-01", "2999-01-01", "HRC-999"])
def test_a_moment_of_no_use_is_refused_with_the_days_that_can_be_given(given):
    at = opened("pages/since.py", since=given)
    assert "give a day from 19 June 2006 to" in at.warning[0].value
    assert "to see what came into the record after it" in said(at)
    assert not at.dataframe
    assert not small_tables(at)


def test_a_column_with_blank_cells_is_as_wide_as_its_words():
    table = opened("pages/since.py", since="HRC-60").dataframe[0].value
    assert _widths(table)["Final or preliminary"] > 6 * len(translate("vintage-lower-bound"))


def test_a_symbol_stands_once_as_its_link_where_each_leads_to_a_document():
    table = opened("pages/since.py", since="HRC-60").dataframe[0].value
    assert "UN document" not in table
    assert "https://undocs.org/A/HRC/RES/61/37" in set(table["Symbol"])
    assert set(table[table["Kind"] == "Alert"]["Symbol"]) == {""}
    acts = opened("pages/situation.py", country="CIV").dataframe[0].value
    assert "ICC-02/11-01/11-1" in set(acts["Symbol"])  # a court's document, without an address there
    assert "UN document" in acts


def test_what_is_new_can_be_asked_for_one_country():
    one = opened("pages/since.py", since="HRC-60", country="HTI")
    assert set(one.dataframe[0].value["Country or territory"].str.extract(r"country=(\w+)")[0].dropna()) == {
        "Haiti"
    }
    world = opened("pages/since.py", since="HRC-60")
    assert len(one.dataframe[0].value) < len(world.dataframe[0].value)
    assert not one.exception


def test_without_a_choice_the_newest_alerts_and_the_situations_opened_before_are_offered():
    assert opened("pages/situation.py", country="SDN").session_state["visited"] == ["SDN"]
    at = opened("pages/situation.py")
    assert translate("newest-alerts") in said(at)
    assert translate("last-opened") not in said(at)
    at.session_state["visited"] = ["SDN"]
    assert translate("last-opened") in said(at.run())


def test_the_method_that_the_address_asks_for_stands_first_and_open():
    at = opened("pages/sources.py", method="stage")
    assert translate("method-stage.text") in [entry.value for entry in at.expander[0].markdown]
    assert at.expander[0].label == translate("method-stage")
    assert at.expander[0].proto.expanded
    assert not at.expander[1].proto.expanded


def test_what_is_new_is_shown_without_putting_its_paper_together(monkeypatch):
    made = []
    monkeypatch.setattr(views, "digest_briefing", lambda *given, **asked: made.append(asked))
    at = opened("pages/since.py", since="HRC-58", region="middle-africa")
    assert not at.exception
    assert len(at.get("download_button")) > 1
    assert not made
