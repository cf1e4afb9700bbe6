"""A list of a State's cooperation could join the page unasked, hide what it refuses, or stay."""

from ewdash.data import cooperation_files as files
from tests.pages.test_copies_page import brought, subheaders
from tests.pages.test_pages import opened, said
from tests.pages.test_records_page import press
from tests.pages.test_small_tables import small_tables

VISITS = (
    "iso3,mandate,status,from\nHTI,Special Rapporteur on housing,completed,2024-03\nXXQ,Another,completed,\n"
)
DAYS = "iso3,treaty,status,as_of\nHTI,ICCPR,party,2026-01-01\nHTI,CAT,none,2026-02-01\n"


def test_a_list_is_told_before_it_is_kept_listed_and_goes_when_that_is_confirmed(tmp_path):
    path = tmp_path / "visits.csv"
    path.write_text(VISITS, encoding="utf-8")
    at = brought(path)
    assert "visits of special procedures. One row can be kept, 1 refused" in said(at)
    assert any("XXQ" in table.to_string() for table in small_tables(at))
    assert files.brought(files.VISITS) is None
    assert at.button(key="lists-keep").label == "Keep this list, leave out 1 refused"
    at = press(at, "lists-keep")
    assert files.brought(files.VISITS)[0].file == "visits.csv"
    assert "Treaties, standing invitations, visits" in subheaders(at)
    assert any("visits.csv" in table.to_string() for table in small_tables(at))
    state = opened("pages/situation.py", country="HTI", section="state")
    assert any("Special Rapporteur on housing" in table.to_string() for table in small_tables(state))
    at = press(opened("pages/data.py", part="copies"), "lists-remove")
    assert "would be removed from this machine" in said(at)
    press(at, "lists-asked-yes")
    assert files.brought(files.VISITS) is None


def test_a_list_of_several_days_is_refused_on_the_page_too(tmp_path):
    path = tmp_path / "treaties.csv"
    path.write_text(DAYS, encoding="utf-8")
    at = brought(path)
    assert "the rows are of several days" in " ".join(table.to_string() for table in small_tables(at))
    assert "Nothing of this list can be kept." in said(at)
    assert not [button for button in at.button if button.key == "lists-keep"]
