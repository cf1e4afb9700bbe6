"""A server that breaks off, lies about sizes or sends a page: refused in words, never half kept."""

import threading
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ewdash.data import fetching
from ewdash.model.errors import FetchFailedError

BODY = b"id,relid\n" + b"1,AFG-2026-3-951-0\n" * 5_000


@contextmanager
def server(answer):
    """Serve every request by a function of the handler; yield the address and the requests."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):  # the name is the library's
            asked.append((self.path, self.headers.get("Range")))
            answer(self)

        def log_message(self, *arguments):
            del arguments

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/file.csv", asked
    finally:
        running.shutdown()
        running.server_close()


def send(handler, body, *, status=200, length=None, kind="text/csv", headers=()):
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.send_header("ETag", '"one"')
    for name, value in headers:
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def faults(answer, tmp_path):
    into = tmp_path / "file.csv"
    with server(answer) as (address, asked), pytest.raises(FetchFailedError) as refused:
        fetching.fetch(address, into, pause=0)
    assert not into.exists()
    assert refused.value.advice
    return refused.value.facts["fault"], str(refused.value), asked


def test_a_file_is_fetched_whole(tmp_path):
    shares = []
    with server(lambda handler: send(handler, BODY)) as (address, _):
        assert fetching.fetch(address, tmp_path / "file.csv", progress=shares.append)
    assert (tmp_path / "file.csv").read_bytes() == BODY
    assert shares[-1] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file.csv"]


def test_what_is_not_out_yet_is_no_error(tmp_path):
    with server(lambda handler: send(handler, b"no", status=404)) as (address, _):
        assert not fetching.fetch(address, tmp_path / "file.csv")


def test_a_fetch_that_breaks_off_goes_on_where_it_was(tmp_path):
    half = len(BODY) // 2

    def answer(handler):
        begin = handler.headers.get("Range")
        if begin is None:
            send(handler, BODY[:half], length=len(BODY))
            handler.close_connection = True
        else:
            start = int(begin.removeprefix("bytes=").removesuffix("-"))
            assert handler.headers["If-Range"] == '"one"'
            content = [("Content-Range", f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")]
            send(handler, BODY[start:], status=206, headers=content)

    with server(answer) as (address, asked):
        assert fetching.fetch(address, tmp_path / "file.csv", pause=0)
    assert (tmp_path / "file.csv").read_bytes() == BODY
    assert [one[1] is None for one in asked] == [True, False]


def test_a_server_that_always_breaks_off_is_refused(tmp_path):
    def answer(handler):
        send(handler, BODY[:100], length=len(BODY))
        handler.close_connection = True

    fault, sentence, asked = faults(answer, tmp_path)
    assert fault == "broken-off"
    assert len(asked) == fetching.TRIES
    assert "broke off each time" in sentence


def test_a_page_with_status_200_is_no_file(tmp_path):
    page = b"<!doctype html><title>Sign in</title>" * 100
    assert faults(lambda handler: send(handler, page, kind="text/html"), tmp_path)[0] == "page"
    assert faults(lambda handler: send(handler, b"\n " + page), tmp_path)[0] == "page"


@pytest.mark.parametrize(
    ("length", "body", "expected"),
    [(10, BODY, "size"), (3_000_000_000, BODY, "size"), (len(BODY) + 1, BODY, "broken-off")],
)
def test_a_lie_about_the_size_is_refused(length, body, expected, tmp_path):
    def answer(handler):
        send(handler, body, length=length)
        handler.close_connection = True

    assert faults(answer, tmp_path)[0] == expected


def test_an_error_of_the_server_is_told(tmp_path):
    fault, sentence, _ = faults(lambda handler: send(handler, b"", status=503), tmp_path)
    assert fault == "status"
    assert "503" in sentence


def test_a_server_that_is_not_there_is_told(tmp_path):
    with server(lambda handler: None) as (address, _):
        pass
    with pytest.raises(FetchFailedError, match="cannot be reached"):
        fetching.fetch(address, tmp_path / "file.csv", pause=0)


def test_what_is_asked_for_is_never_of_a_month_to_come(monkeypatch):
    monkeypatch.setenv(fetching.PLACE, "http://mirror/")
    asked = [offer for choices in fetching.offers(today=date(2026, 11, 26)) for offer in choices]
    versions = [offer.release.version for offer in asked]
    assert versions[:2] == ["26.1", "25.1"]
    assert {"26.01.26.09", "26.0.11", "26.0.1", "25.01.25.12", "25.0.12"} <= set(versions)
    assert {"26.01.26.12", "26.0.12"}.isdisjoint(versions)
    addresses = {offer.release.version: offer.address for offer in asked}
    assert addresses["26.1"] == "http://mirror/ged/ged261-csv.zip"
    assert addresses["26.0.7"] == "http://mirror/candidateged/GEDEvent_v26_0_7.csv"
    assert addresses["26.01.26.06"] == "http://mirror/candidateged/GEDEvent_v26_01_26_06.csv"
    longer = [
        one.release.version
        for part in fetching.offers(today=date(2026, 11, 26), history=True)
        for one in part
    ]
    assert set(longer) - set(versions) == {f"{year}.01.{year}.12" for year in range(18, 25)}


def test_yearly_figures_are_asked_for_at_their_own_addresses(monkeypatch):
    monkeypatch.delenv(fetching.UNHCR_PLACE, raising=False)
    monkeypatch.delenv(fetching.PLACE, raising=False)
    today = date(2026, 11, 26)
    newest, before = fetching.country_years(today=today)
    assert newest.address == (
        "https://ucdp.uu.se/downloads/organizedviolencecy/organizedviolencecy-261-csv.zip"
    )
    assert (newest.release.version, before.release.version) == ("26.1", "25.1")
    address, name = fetching.displaced(today=today)
    assert address.startswith("https://api.unhcr.org/population/v1/population/?download=true&")
    assert "yearTo=2025" in address  # the year that is not over has no figure of its end
    assert name == "unhcr-population-2026-11-26.zip"
    monkeypatch.setenv(fetching.UNHCR_PLACE, "http://mirror/")
    assert fetching.displaced(today=today)[0].startswith("http://mirror/population/?")
