"""Files that leave the server compressed: packed once, kept in memory, and sent as each browser asks."""

import functools
import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

FOREVER = "public, max-age=31536000, immutable"  # the digest in the name changes with the content
NO_CACHE = "no-cache"
# Typefaces and pictures are packed already.
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
# Packed once, but while the first reader waits: the highest levels take many times as long and save
# less than a tenth. Browsers ask for Brotli from this machine and over HTTPS only.
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: bytes(pa.Codec("brotli", compression_level=6).compress(content, asbytes=True)),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
    "identity": lambda content: content,
}
DEFAULT_WEIGHT = 0.001  # less than any weight that can be asked for

_weight = re.compile(r"\s*([^\s;]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)\s*)?")
_static_files = StaticFiles()  # compares a browser's tags with a file's


def codings(accepted: str | None) -> list[str]:
    """Return how an answer may be coded, best first; nothing where all is refused.

    Args:
        accepted: The request's Accept-Encoding.
    """
    matches = [_weight.fullmatch(part) for part in (accepted or "").lower().split(",")]
    weights = {one[1]: float(one[2] or 1) for one in matches if one}
    rest = weights.get("*", 0.0)
    plain = weights.get("identity", 0.0 if "*" in weights and not rest else DEFAULT_WEIGHT)
    coding_weights = {name: weights.get(name, rest) for name in PACKERS} | {"identity": plain}
    fit = [name for name, weight in coding_weights.items() if weight and weight >= plain]
    return sorted(fit, key=lambda name: -coding_weights[name])


@dataclass(frozen=True)
class File:
    """A file, packed the first time it is asked for."""

    content: bytes
    kind: str
    kept: str = FOREVER

    @functools.cached_property
    def digest(self) -> str:
        """Return a name for the content."""
        return hashlib.sha256(self.content).hexdigest()[:16]

    @functools.cached_property
    def _bodies(self) -> dict[str, bytes]:
        return {}

    def answer(self, request: Headers) -> Response:
        """Return what a browser that sends these headers gets."""
        coding = codings(request.get("accept-encoding"))[0]
        headers = {"Cache-Control": self.kept, "Vary": "Accept-Encoding", "ETag": f'"{self.digest}-{coding}"'}
        if coding != "identity":
            headers["Content-Encoding"] = coding
        if coding not in self._bodies:
            self._bodies[coding] = PACKERS[coding](self.content)
        response = Response(self._bodies[coding], media_type=self.kind, headers=headers)
        if _static_files.is_not_modified(response.headers, request):
            return NotModifiedResponse(response.headers)
        return response


file = functools.lru_cache(maxsize=8)(File)


class Packed:
    """Streamlit's start page, scripts and styles, packed at the first request; all else as asked.

    Streamlit leaves them out of its compression, and takes ``gzip;q=0`` for a wish: it is told what
    was meant.
    """

    def __init__(self, app: ASGIApp) -> None:
        root = Path(file_util.get_static_dir())
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        start = f"/{base}/" if base else "/"
        self._app = app
        self._paths = {start: root / "index.html"} | {
            start + path.relative_to(root).as_posix(): path
            for path in (root / "static").rglob("*")
            if path.suffix in KINDS
        }
        self._files: dict[str, File] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = MutableHeaders(raw=list(scope["headers"]))
        coding_names = codings(",".join(headers.getlist("accept-encoding")))
        headers["accept-encoding"] = ", ".join(coding_names)
        app = self._app
        if not coding_names:
            app = PlainTextResponse("Not Acceptable", 406)
        elif scope["path"] in self._paths and scope["method"] in ("GET", "HEAD"):
            app = await run_in_threadpool(self._answer, scope["path"], headers)
        await app({**scope, "headers": headers.raw}, receive, send)

    def _answer(self, path: str, headers: Headers) -> Response:
        if path not in self._files:
            source = self._paths[path]
            cache_control = NO_CACHE if source.suffix == ".html" else FOREVER
            self._files[path] = File(source.read_bytes(), KINDS[source.suffix], cache_control)
        return self._files[path].answer(headers)
