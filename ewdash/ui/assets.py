"""Files the browser fetches once: the map's geometry and the code of our components, by digest."""

import functools
import hashlib
from pathlib import Path

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ewdash.charts import theme
from ewdash.data import geometry
from ewdash.model.errors import EwdashError
from ewdash.ui import packed

MAP, PRESENTER, WATCH, ACCESS = "map", "presenter", "watch", "access"
# What each script is made of, in order.
PARTS = {MAP: ("sparkline", "map"), PRESENTER: ("presenter",), WATCH: ("sparkline", "watch")}
PARTS[ACCESS] = ("access",)
# What a component runs: the code is fetched once by a browser, not sent with each page.
LOADER = """
export default function (component) {
  const { code } = component.data;
  let leave = () => {};
  import(new URL(code, document.baseURI).href).then((script) => { leave = script.draw(component); });
  return () => leave();
}
"""


def _name(stem: str, content: bytes, suffix: str) -> str:
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{suffix}"


@functools.cache
def _code(stem: str) -> bytes:
    """Return a script with the theme's colours in it."""
    parts = [Path(__file__).with_name(f"{part}.js").read_text(encoding="utf-8") for part in PARTS[stem]]
    return theme.coloured("\n".join(parts)).encode()


@functools.cache
def code_name(stem: str) -> str:
    """Return the name under which a script is served: of the map, a list, or presenter mode."""
    return _name(stem, _code(stem), ".js")


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
    return page(f"ewdash/{name}")


def page(name: str) -> str:
    """Return the path of a page, under the server's base path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/{name}" if base else f"/{name}"


def _answer(request: Request) -> Response:  # not async: what is not kept yet is made in a thread
    name = request.path_params["name"]
    for stem in PARTS:
        if name == code_name(stem):
            return packed.file(_code(stem), "text/javascript").answer(request.headers)
    try:
        if name == geometry_name():
            return packed.file(geometry.for_browser(), "application/json").answer(request.headers)
    except EwdashError as error:  # it cannot be read: the page says why
        raise HTTPException(404) from error
    raise HTTPException(404)


def routes() -> list[Route]:
    """Return the server's routes for geometry and scripts; a file answers to its present digest only."""
    return [Route(address("{name:path}"), _answer)]
