"""What goes with every answer of the server: what a page may load, who may frame it, what is closed."""

import base64
import hashlib
import os
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from ewdash.ui import memory, usual
from ewdash.ui.packed import Packed
from ewdash.ui.readers import READERS

METRICS = "EWDASH_METRICS"  # set to anything: the metrics page is open
# No page asks for a script's health or speaks to a program: what is not used is closed. Files are taken
# by the page Data alone, of a session that Streamlit knows (`server.maxUploadSize` bounds them).
_CLOSED_PATHS = re.compile(r"/_stcore/(script-health-check|agent)(/|$)")
_METRICS = re.compile(r"/_stcore/metrics(/|$)")


def policy() -> str:
    """Return the Content-Security-Policy: nothing from another host, no script written into a page.

    What must stay open: Streamlit's start page has a script inline (known by its digest), runs a
    component's code from a blob and has a typeface as data; the map of events is computed in
    WebAssembly; Streamlit and Plotly write their styles into the page.
    """
    start = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    inline = [
        hashlib.sha256(script.encode()).digest()
        for script in re.findall(r"<script>(.*?)</script>", start, re.S)
    ]
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in inline)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'none'",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )


class Guard:
    """Headers for every answer, and no answer where nothing should be asked."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        always = {
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            # An address says which country is read about: no other site learns it.
            "Referrer-Policy": "same-origin",
        }
        self._page = always | {
            "Content-Security-Policy": policy(),
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }
        self._file = always | {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = scope.get("path", "")
        if scope["type"] == "websocket" or not ("." in path or "/_stcore/" in path):  # a page, not its files
            READERS.came()
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # "Not modified" has no kind, and what it says replaces what the browser keeps of a page.
                page = headers.get("content-type", "text/html").startswith("text/html")
                headers.update(self._page if page else self._file)
            await send(message)

        app = PlainTextResponse("Not Found", 404) if _closed(scope["path"]) else self._app
        await app(scope, receive, guarded)


def _closed(path: str) -> bool:
    return bool(_CLOSED_PATHS.search(path) or (METRICS not in os.environ and _METRICS.search(path)))


@asynccontextmanager
async def prepared(app: object) -> AsyncIterator[None]:
    """Begin to prepare what most readers ask first, beside the first of them."""
    del app
    memory.give_back()
    threading.Thread(target=usual.prepare, daemon=True).start()
    yield


def middleware() -> list[Middleware]:
    """Return what every request passes, outermost first."""
    return [Middleware(Guard), Middleware(Packed)]
