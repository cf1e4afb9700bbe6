"""The Data page could cut rows, show another selection than its address, or lose a file."""

import pytest

from ewdash.data.record import opened as record
from ewdash.ui import official
from ewdash.views import dataset
from tests.pages.test_pages import opened, said, spoilt

PAGE = "pages/data.py"


def codes(at):
    return [entry.value for entry in at.code]


@pytest.mark.parametrize("table", dataset.TABLES)
def test_each_table_opens_with_its_count_its_source_and_its_columns_explained(table):
    at = opened(PAGE, table=table)
    card = record().card(table)
    number = "One row" if card.rows == 1 else f"{card.rows:,} rows"
    assert at.title[0].value == f"{number}: {card.title}"
    assert card.provenance.version in said(at)
    assert not at.warning
    rows, columns = (entry.value for entry in at.dataframe)
    assert rows.columns.tolist() == columns.iloc[:, 0].tolist()
    assert len(rows) == min(card.rows, dataset.PAGE)


def test_the_address_narrows_the_rows_the_links_and_the_python_alike():
    at = opened(PAGE, table="conflict_event", country="Sudan", first="2024", type="one_sided")
    assert at.title[0].value.startswith("247 of 66,636 rows, Sudan: ")
    page, link, code = codes(at)
    assert page.endswith("?table=conflict_event&country=SDN&first=2024&type=one_sided")
    assert link.endswith("/data/conflict_event.csv?country=SDN&first=2024&type=one_sided")
    assert 'table("conflict_event", country="SDN", first="2024", type="one_sided")' in code
    again = opened(PAGE, **dict(pair.split("=") for pair in page.split("?")[1].split("&")))
    assert again.title[0].value == at.title[0].value


def test_every_row_has_a_page():
    given = {"country": "SDN", "first": "2024", "type": "one_sided"}
    at = opened(PAGE, table="conflict_event", **given)
    assert "Rows 1 to 100" in said(at)
    asked = dataset.query(record(), "conflict_event", given)
    seen = []
    for number in (1, 2, 3):
        at.session_state[f"page-{asked.table}{asked.link}"] = number
        at.run()
        seen += at.dataframe[0].value["event_id"].tolist()
    assert "Rows 201 to 247" in said(at)
    assert seen == dataset.extract(record(), asked).rows["event_id"].tolist()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"table": "nothing"}, "The address gives “nothing” for “Table”"),
        ({"first": "soon"}, "is no period that can be asked for"),
        ({"last": "2024-02-31"}, "is no period that can be asked for"),
        ({"first": "2024", "last": "2020"}, "the first not after the last"),
        ({"table": "conflict_year", "type": "war,one_sided"}, "The address gives “war” for “Type”"),
        ({"country": "Mordor"}, "is not a country or territory"),
        ({"region": "mordor"}, "The address gives “mordor”"),
    ],
)
def test_what_the_address_asks_in_vain_is_told_and_the_page_goes_on(address, sentence):
    at = opened(PAGE, **address)
    assert sentence in at.warning[0].value
    assert at.title[0].value
    assert at.dataframe


def test_another_table_lets_go_of_the_filters_of_the_one_before():
    at = opened(PAGE, table="conflict_year", type="one_sided", country="SDN")
    at.selectbox(key="table").set_value("council_action").run()
    assert not at.exception
    assert not at.warning
    assert "type" not in at.query_params
    acts = record().table("council_action")
    shown = f"{acts['iso3'].eq('SDN').sum()} of {len(acts):,} rows, Sudan"
    assert at.title[0].value.startswith(shown)


def test_a_table_that_cannot_be_read_is_told_and_another_can_be_chosen(own_data):
    spoilt(own_data / "conflict_month" / "conflict_month.parquet", "missing")
    at = opened(PAGE)
    assert "conflict_month" in at.error[0].value
    at.selectbox(key="table").set_value("country").run()
    assert at.title[0].value.startswith("274 rows")


def test_nothing_for_a_selection_is_said_to_be_no_zero():
    at = opened(PAGE, table="conflict_month", country="PSE")
    assert "filed under Israel" in said(at)
    assert "That is no zero" in said(at)


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "json"])
def test_each_form_is_offered_and_made(form):
    at = opened(PAGE, table="country_set")
    labels = [entry.proto.label for entry in at.get("download_button")]
    assert f"Download as {form.upper() if form != 'parquet' else 'Parquet'}" in labels
    found = dataset.extract(record(), dataset.query(record(), "country_set", {}))
    assert official.made(found, form)


def test_a_list_of_the_world_page_is_taken_away_as_csv_and_as_a_workbook():
    at = opened("app.py")
    keys = {entry.proto.id.rpartition("-watch-")[2] for entry in at.get("download_button")}
    assert {"serious-csv", "serious-xlsx", "alerts-csv", "alerts-xlsx"} <= keys
