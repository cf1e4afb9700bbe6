"""A link that a program keeps could change its meaning, hide a fault, or send again what is known."""

import io
import json
from types import SimpleNamespace
from urllib.parse import unquote

import pandas as pd
import pytest
from starlette.applications import Starlette
from streamlit import config

from ewdash.data.record import opened
from ewdash.exports.extract import FORMS
from ewdash.ui import extracts, server
from ewdash.views import dataset
from tests.ui.test_what_the_server_sends import ask

LINK = "/data/conflict_month.{}?country=SDN&first=2024-01&last=2024-12"


class Client:
    """Asks the routes alone, inside what every answer passes."""

    def __init__(self):
        self.app = Starlette(routes=extracts.routes(), middleware=server.middleware())

    def get(self, link, method="GET", headers=None):
        given = {name.replace("-", "_").lower(): value for name, value in (headers or {}).items()}
        status, found, body = ask(self.app, link, method, accept_encoding="identity", **given)
        return SimpleNamespace(
            status_code=status, headers=found, content=body, text=body.decode("utf-8", "replace")
        )


@pytest.fixture
def client():
    return Client()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_sent_as_a_file_with_its_kind_and_the_same_rows(client, form):
    answer = client.get(LINK.format(form))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMS[form][1]
    assert (
        answer.headers["content-disposition"]
        == f'attachment; filename="conflict_month-sdn-2024-01-2024-12.{form}"'
    )
    assert answer.headers["x-rows"] == "12"
    assert answer.headers["x-content-type-options"] == "nosniff"
    whole = opened().table("conflict_month")
    expected = whole[(whole["iso3"] == "SDN") & (whole["month"].dt.year == 2024)]["deaths_best"].tolist()
    content = io.BytesIO(answer.content)
    if form == "csv":
        found = pd.read_csv(content)["deaths_best"]
    elif form == "json":
        found = pd.DataFrame(json.load(content)["records"])["deaths_best"]
    elif form == "parquet":
        found = pd.read_parquet(content)["deaths_best"]
    else:
        assert answer.content.startswith(b"PK")
        return
    assert found.tolist() == expected


@pytest.mark.parametrize("form", FORMS)
def test_what_is_known_is_not_sent_again_until_it_changes(client, form, own_data):
    link = f"/data/country.{form}?type=member"
    first = client.get(link)
    tag = first.headers["etag"]
    again = client.get(link, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    other = client.get(f"/data/country.{form}?type=territory", headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert client.get(link, headers={"If-None-Match": '"x"'}).status_code == 200
    card = own_data / "country" / "card.toml"
    card.write_text(card.read_text(encoding="utf-8").replace("CC BY 4.0", "CC BY 4.1"), encoding="utf-8")
    changed = client.get(link, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_a_tag_is_of_a_form():
    record = opened()
    found = dataset.extract(record, dataset.query(record, "country", {}))
    assert len({extracts.tag(record, found, form) for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(
    ("link", "status", "sentence"),
    [
        ("/data/conflict_month.csv?country=Mordor", 400, "“Mordor” is not a country or territory"),
        ("/data/conflict_month.csv?first=soon", 400, "Give a year, a month or a day such as 2024"),
        ("/data/conflict_month.csv?first=2024&last=2023", 400, "the first not after the last"),
        ("/data/conflict_month.csv?limit=10", 400, "It can be asked by: country, region, first, last."),
        ("/data/conflict_month.csv?first=2023&first=2024", 400, "gives “first” twice"),
        ("/data/conflict_year.csv?type=war", 400, "It holds: non_state, one_sided, state_based."),
        ("/data/conflict_month.csv?country=%3Cscript%3E", 400, "“<script>” is not"),
        ("/data/nothing.csv", 404, "“nothing” is not a table of this dashboard. Give one of these"),
        ("/data/geometry.csv", 404, "is not a table"),
    ],
)
def test_what_cannot_be_followed_is_told_as_plain_text_with_the_next_step(client, link, status, sentence):
    answer = client.get(link)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert sentence in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/data/conflict_month", "/data/conflict_month.txt", "/data/a/b.csv", "/data/.csv/"]
)
def test_no_other_path_is_answered(client, path):
    assert client.get(path).status_code == 404
    assert client.get("/data/country.csv", "POST").status_code == 405


def test_a_damaged_table_is_told_as_such(client, own_data):
    (own_data / "country" / "country.parquet").write_bytes(b"x")
    answer = client.get("/data/country.csv")
    assert answer.status_code == 503
    assert "is not the one its card describes" in answer.text


def test_too_many_rows_for_a_sheet_are_refused_before_a_byte_is_sent(client, monkeypatch):
    monkeypatch.setattr("ewdash.exports.extract.MAX_ROWS", 10)
    answer = client.get(LINK.format("xlsx"))
    assert answer.status_code == 400
    assert "nothing is cut" in answer.text


def test_below_a_path_the_links_are_below_it():
    config.set_option("server.baseUrlPath", "tools/early")
    try:
        assert Client().get(f"/tools/early{LINK.format('csv')}").status_code == 200
    finally:
        config.set_option("server.baseUrlPath", "")


def test_a_link_of_the_page_is_one_that_is_answered(client):
    record = opened()
    for table in dataset.TABLES:
        for name, column in dataset.filters(record, table).items():
            word = list(dataset.values(record, table, column))[-1]
            asked = dataset.query(record, table, {name: word})
            answer = client.get(f"/data/{table}.csv{asked.link}", "HEAD")
            assert answer.status_code == 200, unquote(asked.link)
            assert int(answer.headers["x-rows"]) > 0
