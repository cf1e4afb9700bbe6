"""A table written as text could say another thing than its file, lose a link, or run what a cell holds."""

from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pyarrow as pa
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ewdash.i18n import translate
from ewdash.ui.text_table import written
from tests.pages.test_pages import opened

LINK = st.column_config.LinkColumn(display_text="country=([^&]+)")
NAMED = st.column_config.LinkColumn(display_text="Open the document")
COUNT = st.column_config.NumberColumn(format="localized")


class Tables(HTMLParser):
    """The tables of a page's HTML as lists of rows, each cell with its text and where it leads."""

    def __init__(self):
        super().__init__()
        self.tables, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.cell = {"text": "", "link": None}
            self.tables[-1][-1].append(self.cell)
        elif tag == "a" and self.cell is not None:
            self.cell["link"] = dict(attrs)["href"]

    def handle_data(self, data):
        if self.cell is not None:
            self.cell["text"] += data

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self.cell = None


def read(html):
    reader = Tables()
    reader.feed(html)
    return reader.tables


def small_tables(at):
    """Return the tables that a page has as text, each as a frame whose cells are text or where they lead."""
    found = [table for entry in at.get("html") for table in read(entry.proto.body)]
    return [
        pd.DataFrame(
            [[cell["link"] or cell["text"] for cell in row] for row in rows],
            columns=[cell["text"] for cell in head],
        )
        for head, *rows in found
    ]


@pytest.mark.parametrize(
    ("value", "settings", "text"),
    [
        (51662149, {}, "51662149"),
        (51662149, COUNT, "51,662,149"),
        (2382.53, {}, "2,382.53"),
        (0.079, {}, "0.079"),
        (58.0, {}, "58"),
        (0, {}, "0"),
        (0.0, COUNT, "0"),
        (None, {}, "not given"),
        ("", {}, ""),
        (date(2026, 3, 31), {}, "2026-03-31"),
        ("<script>alert(1)</script> & more", {}, "<script>alert(1)</script> & more"),
        ("Chad", LINK, "Chad"),
    ],
)
def test_a_cell_says_what_the_grid_says(value, settings, text):
    html = written(pa.table({"Head": [value]}), name="Name", columns={"Head": settings})
    ((head,), (cell,)) = read(html)[0]
    assert (head["text"], cell["text"], cell["link"]) == ("Head", text, None)
    assert "<script" not in html


def test_a_number_that_is_not_known_is_said_not_written_as_nan():
    table = pa.table({"Head": pa.array([None, 1.5], pa.float64())})
    _, (unknown,), (known,) = read(written(table, name="Name", columns={}))[0]
    assert (unknown["text"], known["text"]) == (translate("cell-unknown"), "1.5")


@pytest.mark.parametrize(
    ("address", "settings", "text"),
    [
        ("situation?country=C%C3%B4te+d%27Ivoire&month=2024-12", LINK, "Côte d'Ivoire"),
        ("https://undocs.org/A/HRC/60/1", NAMED, "Open the document"),
    ],
)
def test_a_link_is_written_as_its_name_and_leads_where_it_led(address, settings, text):
    html = written(pa.table({"Head": [address]}), name="Name", columns={"Head": settings})
    cell = read(html)[0][1][0]
    assert (cell["text"], cell["link"]) == (text, address)
    assert 'target="_blank"' in html


def test_the_name_of_a_table_cannot_close_its_own_mark():
    html = written(pa.table({"Head": ["cell"]}), name='A "name" <b>', columns={})
    assert 'aria-label="A &quot;name&quot; &lt;b&gt;"' in html


def test_the_first_cell_names_its_row_and_the_table_takes_the_focus():
    html = written(pa.table({"Head": ["row"], "Other": [1]}), name="Name", columns={})
    assert '<th scope="row">row</th><td class="number">1</td>' in html
    assert 'tabindex="0"' in html


def test_the_places_of_rows_are_no_column():
    table = pd.DataFrame({"label": ["a", "b"]}, index=[4, 9])
    at = AppTest.from_function(shown, kwargs={"table": table}).run()
    assert not at.exception
    assert small_tables(at)[0].shape == (2, 1)


def test_words_and_numbers_in_one_column_are_shown():
    at = AppTest.from_function(shown, kwargs={"table": pd.DataFrame({"label": ["a", 4, None]})}).run()
    assert not at.exception
    assert small_tables(at)[0].iloc[:, 0].tolist()[:2] == ["a", "4"]


def shown(table):
    from ewdash.ui import text_table

    text_table.show(table, name="Name")


def test_a_small_table_is_text_and_a_long_one_scrolls():
    at = opened("pages/situation.py", country="SYR", month="2024-12")
    rows = [len(table) for table in small_tables(at)]
    assert rows
    assert max(rows) <= 16
    assert at.dataframe
    assert min(len(table.value) for table in at.dataframe) > 16
