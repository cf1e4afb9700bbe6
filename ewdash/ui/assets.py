"""Files the browser fetches once: the map's geometry and its code, by digest."""

import functools
import gzip
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ewdash.data import geometry

CODE = Path(__file__).with_name("map.js")
PRESENTER = Path(__file__).with_name("presenter.js")
FOREVER = "public, max-age=31536000, immutable"  # the digest in the name changes with the content


def _name(stem: str, content: bytes, suffix: str) -> str:
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{suffix}"


@functools.cache
def code_name() -> str:
    """Return the name under which the map's code is served."""
    return _name("map", CODE.read_bytes(), ".js")


@functools.cache
def presenter_name() -> str:
    """Return the name under which presenter mode's code is served."""
    return _name("presenter", PRESENTER.read_bytes(), ".js")


@functools.lru_cache(maxsize=2)
def _geometry_name(content: bytes) -> str:
    return _name("world", content, ".json")


def geometry_name() -> str:
    """Return the name under which the geometry is served.

    Raises:
        DatasetMissingError, DatasetDamagedError: If it cannot be read.
    """
    return _geometry_name(geometry.for_browser())


def address(name: str) -> str:
    """Return the path of a file, under the server's base path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/ewdash/{name}" if base else f"/ewdash/{name}"


def _sent(content: Callable[[], bytes], kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        body, headers = content(), {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", ""):
            body, headers["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
        return Response(body, media_type=kind, headers=headers)

    return endpoint


def routes() -> list[Route]:
    """Return the server's routes for map and presenter; any digest answers with the present content."""
    return [
        Route(address("world-{digest}.json"), _sent(geometry.for_browser, "application/json")),
        Route(address("map-{digest}.js"), _sent(CODE.read_bytes, "text/javascript")),
        Route(address("presenter-{digest}.js"), _sent(PRESENTER.read_bytes, "text/javascript")),
    ]
