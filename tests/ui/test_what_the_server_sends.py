"""The server could send more than is asked, let others in, or let a page load from elsewhere."""

import asyncio
import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pyarrow as pa
import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import config, file_util
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from ewdash.data import geometry
from ewdash.ui import assets, packed, server
from ewdash.ui.packed import codings

STATIC = Path(file_util.get_static_dir())
START = (STATIC / "index.html").read_text("utf-8")
SCRIPT = re.search(r'src="\.(/static/js/index\.[^"]+\.js)"', START)[1]
STYLE = re.search(r'href="\.(/static/css/index\.[^"]+\.css)"', START)[1]
PLOTLY = f"/{next(STATIC.rglob('PlotlyChart*.js')).relative_to(STATIC).as_posix()}"
LONG = "/_stcore/long"


def built(base=""):
    """The server without the runtime: Streamlit's own files and middleware inside ours."""

    def inside(_):
        return PlainTextResponse("reached")

    places = ("metrics", "upload_file/a/b", "script-health-check", "agent/mcp", "health")
    start = f"/{base}" if base else ""
    return Starlette(
        routes=[
            *(Route(f"{start}/_stcore/{place}", inside, methods=["GET", "PUT"]) for place in places),
            Route(LONG, lambda _: JSONResponse(["a"] * 5000)),
            *assets.routes(),
            *create_streamlit_static_assets_routes(base),
        ],
        middleware=server.middleware() + create_streamlit_middleware(),
    )


def ask(app, path, method="GET", **headers):
    """Return status, headers and body of an answer."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), *raw],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), body


def unpacked(coding, body, size):
    if coding == "br":
        return pa.decompress(body, decompressed_size=size, codec="brotli", asbytes=True)
    return gzip.decompress(body) if coding == "gzip" else body


@pytest.fixture
def app():
    return built()


@pytest.fixture
def below_a_path():
    config.set_option("server.baseUrlPath", "tools/early")
    yield "tools/early"
    config.set_option("server.baseUrlPath", "")


def directives(headers):
    return dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))


@pytest.mark.parametrize(
    "path",
    ["/", "/situation", SCRIPT, "/static/js/none.js", "/_stcore/health", "/_stcore/metrics", "/ewdash/none"],
)
def test_every_answer_says_who_may_frame_it_and_is_what_it_says(app, path):
    _, headers, _ = ask(app, path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"
    assert directives(headers)["frame-ancestors"] == "'self'"
    assert directives(headers)["default-src"] in ("'self'", "'none'")


@pytest.mark.parametrize("path", ["/", "/situation"])
def test_a_page_loads_from_no_other_host_and_runs_no_script_written_into_it(app, path):
    _, headers, body = ask(app, path)
    said = directives(headers)
    assert headers["content-type"].startswith("text/html")
    assert said["default-src"] == "'self'"
    sources = {source for value in said.values() for source in value.split()}
    assert {source for source in sources if not source.startswith("'")} <= {"blob:", "data:"}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "data:"} & set(said["script-src"].split())
    inline = re.findall(rb"<script>(.*?)</script>", body, re.DOTALL)
    known = {f"'sha256-{base64.b64encode(hashlib.sha256(one).digest()).decode()}'" for one in inline}
    assert inline
    assert {source for source in said["script-src"].split() if source.startswith("'sha256")} == known


def test_no_other_site_may_steer_a_page():
    assert config.get_option("client.allowedOrigins") == []


def test_a_file_that_is_no_page_may_load_nothing(app):
    _, headers, _ = ask(app, SCRIPT)
    assert directives(headers)["default-src"] == "'none'"


@pytest.mark.parametrize("path", ["/", "/situation"])
def test_a_page_that_is_not_modified_keeps_its_policy(app, path):
    _, first, _ = ask(app, path)
    status, again, _ = ask(app, path, if_none_match=first["etag"])
    assert status in (200, 304)
    assert again["content-security-policy"] == first["content-security-policy"]


def test_the_metrics_are_closed_until_asked_for(app, monkeypatch):
    monkeypatch.delenv(server.METRICS, raising=False)
    assert ask(app, "/_stcore/metrics")[0] == 404
    assert ask(app, "/_stcore/metrics/")[0] == 404
    monkeypatch.setenv(server.METRICS, "1")
    assert ask(app, "/_stcore/metrics")[2] == b"reached"


@pytest.mark.parametrize("method", ["GET", "PUT"])
@pytest.mark.parametrize("place", ["script-health-check", "agent/mcp"])
def test_what_no_page_uses_is_closed(app, place, method):
    assert ask(app, f"/_stcore/{place}", method)[0] == 404
    assert ask(app, "/_stcore/health", method)[2] == b"reached"


def test_below_a_path_the_same_is_closed_and_packed(below_a_path):
    app = built(below_a_path)
    assert ask(app, f"/{below_a_path}/_stcore/health")[2] == b"reached"
    assert ask(app, f"/{below_a_path}/_stcore/metrics")[0] == 404
    assert ask(app, f"/{below_a_path}{SCRIPT}", accept_encoding="gzip")[1]["content-encoding"] == "gzip"
    assert ask(app, assets.address(assets.geometry_name()))[2] == geometry.for_browser()


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/", SCRIPT, STYLE, PLOTLY])
def test_a_packed_file_is_the_same_file(app, path, coding):
    plain = (STATIC / ("index.html" if path == "/" else path[1:])).read_bytes()
    status, headers, body = ask(app, path, accept_encoding=coding)
    assert status == 200
    assert headers.get("content-encoding", "identity") == coding
    assert int(headers["content-length"]) == len(body)
    assert coding == "identity" or len(body) < len(plain) / 2
    assert unpacked(coding, body, len(plain)) == plain
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == (packed.NO_CACHE if path == "/" else packed.FOREVER)


def test_a_file_is_packed_once(app, monkeypatch):
    made = []
    monkeypatch.setitem(packed.PACKERS, "gzip", lambda content: made.append(1) or gzip.compress(content))
    bodies = {ask(app, SCRIPT, accept_encoding="gzip")[2] for _ in range(3)}
    assert len(bodies) == len(made) == 1


def test_a_browser_that_has_a_file_is_not_sent_it_again(app):
    for path in (
        SCRIPT,
        assets.address(assets.geometry_name()),
        assets.address(assets.code_name(assets.MAP)),
    ):
        tags = {coding: ask(app, path, accept_encoding=coding)[1]["etag"] for coding in ("gzip", "identity")}
        assert tags["gzip"] != tags["identity"]
        status, headers, body = ask(app, path, accept_encoding="gzip", if_none_match=f'"x", W/{tags["gzip"]}')
        assert (status, body) == (304, b"")
        assert headers["etag"] == tags["gzip"]
        assert headers["vary"] == "Accept-Encoding"
        assert ask(app, path, accept_encoding="gzip", if_none_match='"x"')[0] == 200


@pytest.mark.parametrize(
    ("accepted", "answers"),
    [
        (None, ["identity"]),
        ("", ["identity"]),
        ("gzip, deflate, br, zstd", ["br", "gzip", "identity"]),
        ("GZIP ; Q=1.0", ["gzip", "identity"]),
        ("gzip;q=0", ["identity"]),
        ("gzip;q=0.000, br;q=0", ["identity"]),
        ("br;q=0.5, gzip;q=0.8", ["gzip", "br", "identity"]),
        ("gzip;q=0.5, identity", ["identity"]),
        ("*", ["br", "gzip", "identity"]),
        ("br;q=0, *", ["gzip", "identity"]),
        ("gzip, identity;q=0", ["gzip"]),
        ("gzip, *;q=0", ["gzip"]),
        ("identity, *;q=0", ["identity"]),
        ("identity;q=0", []),
        ("*;q=0", []),
        ("gzip;q=much, br;level=3", ["identity"]),
    ],
)
def test_what_a_browser_can_read_is_read_from_its_wishes(accepted, answers):
    assert codings(accepted) == answers


@pytest.mark.parametrize("path", [SCRIPT, LONG, "/situation", assets.address(assets.geometry_name())])
def test_a_browser_that_refuses_gzip_gets_none(app, path):
    status, headers, body = ask(app, path, accept_encoding="gzip;q=0, identity")
    assert status == 200
    assert "content-encoding" not in headers
    assert body[:2] != b"\x1f\x8b"
    assert ask(app, path, accept_encoding="gzip")[1]["content-encoding"] == "gzip"
    assert ask(app, path, accept_encoding="identity;q=0")[0] == 406


@pytest.mark.parametrize(
    "name",
    [assets.geometry_name(), assets.code_name(assets.MAP), assets.code_name(assets.PRESENTER)],
)
def test_one_of_our_files_answers_to_its_own_digest_only(app, name):
    path = assets.address(name)
    assert ask(app, path)[0] == 200
    for other in (re.sub(r"-[0-9a-f]+", "-000000000000", path), path.replace("-", "-/"), f"{path}/more"):
        assert ask(app, other)[0] == 404


def test_the_geometry_is_what_the_map_draws_and_without_it_there_is_none(app, monkeypatch, tmp_path):
    path = assets.address(assets.geometry_name())
    for coding in ("identity", "gzip"):
        _, headers, body = ask(app, path, accept_encoding=coding)
        assert headers["content-type"] == "application/json"
        assert json.loads(unpacked(coding, body, 0)) == json.loads(geometry.for_browser())
    monkeypatch.setenv(geometry.PATH_VARIABLE, str(tmp_path / "none.json"))
    assert ask(app, path)[0] == 404
    assert ask(app, assets.address(assets.code_name(assets.MAP)))[0] == 200
