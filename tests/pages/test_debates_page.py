"""A file of debates could join the page unasked, or stay when it is taken away."""

from ewdash.data import debates
from tests import debate_files as files
from tests.pages.test_copies_page import brought, subheaders
from tests.pages.test_pages import opened, said
from tests.pages.test_records_page import press
from tests.pages.test_small_tables import small_tables


def test_debates_are_told_before_they_are_kept_listed_and_go_when_that_is_confirmed(tmp_path):
    at = brought(files.text_file(tmp_path / "speaker.tsv"))
    assert "human-rights side: 6, not on record yet: 5" in said(at)
    assert debates.brought() is None
    at = press(at, "debates-keep")
    assert debates.brought()[0].file == "speaker.tsv"
    assert "Debates of the Security Council" in subheaders(at)
    tables = [table.to_string() for table in small_tables(at)]
    assert any("speaker.tsv" in table for table in tables)
    tables = [frame.value.to_string() for frame in opened("pages/councils.py", part="heard").dataframe]
    assert any("user upload, speaker.tsv" in table for table in tables)
    at = press(opened("pages/data.py", part="copies"), "debates-remove")
    assert "would be removed from this machine" in said(at)
    press(at, "debates-asked-yes")
    assert debates.brought() is None
