"""Links for programs: the rows of a table in a form of the reader's, at an address that stays."""

import functools
import hashlib
import json

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles

from ewdash.data.record import Record, opened
from ewdash.exports.extract import FORMS, Extract
from ewdash.model.errors import (
    CardError,
    DatasetDamagedError,
    DatasetMissingError,
    DatasetVersionError,
    EventsUnreachableError,
    EwdashError,
    GivenTwiceError,
    UnknownTableError,
)
from ewdash.ui import assets
from ewdash.views import dataset

LAYOUT = 1  # of the files; another one has other tags
NO_CACHE = "no-cache"  # may be kept, and is asked for again: the tag tells whether it is still the same
_OURS = (DatasetMissingError, DatasetDamagedError, DatasetVersionError, EventsUnreachableError, CardError)
_static_files = StaticFiles()  # compares a program's tags with a file's


def _answer(form: str, request: Request) -> Response:  # not async: it is made in a thread
    """Return the rows asked for; what cannot be followed is told with the next step."""
    record, table = opened(), request.path_params["table"]
    try:
        asked = dataset.query(record, table, _given(request.query_params))
        found = dataset.extract(record, asked)
        plain = f'"{tag(record, found, form)}"'
        headers = {
            "ETag": f"W/{plain}",  # weak: packed on the way, the bytes are others and the rows the same
            "Cache-Control": NO_CACHE,
            "Content-Disposition": f'attachment; filename="{found.name}.{form}"',
            "X-Rows": str(len(found.rows)),
        }
        make, kind = FORMS[form]
        response = StreamingResponse(make(found), media_type=kind, headers=headers)
        if form == "xlsx":  # whole before the first byte: it may hold too many rows
            response = StreamingResponse(iter([*make(found)]), media_type=kind, headers=headers)
    except EwdashError as error:
        return _told(error)
    if _static_files.is_not_modified(Headers({"etag": plain}), request.headers):
        return NotModifiedResponse(response.headers)
    return response


def _given(parameters: QueryParams) -> dict[str, str]:
    """Return the parameters of a link, each once.

    Raises:
        GivenTwiceError: If one stands there twice.
    """
    given: dict[str, str] = {}
    for name, value in parameters.multi_items():
        if name in given:
            raise GivenTwiceError(given=name)
        given[name] = value
    return given


def tag(record: Record, found: Extract, form: str) -> str:
    """Return a name for what a link gives: another table, card, selection or form has another one."""
    card = found.card
    places = [record.card(table).sha256 for table in ("country", "country_set")] if found.query else []
    parts = [LAYOUT, form, card.sha256, *places, found.provenance, [vars(one) for one in found.fields]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("utf-8", "replace")).hexdigest()[:20]


def _told(error: EwdashError) -> Response:
    """Return a sentence and the next step."""
    status = 404 if isinstance(error, UnknownTableError) else 503 if isinstance(error, _OURS) else 400
    return PlainTextResponse(f"{error} {error.advice}\n", status, headers={"Cache-Control": "no-store"})


def routes() -> list[Route]:
    """Return the route of each form: ``/data/<table>.csv?country=SDN&first=2024-01``, and so on."""
    return [
        Route(assets.page(f"data/{{table}}.{form}"), functools.partial(_answer, form), methods=["GET"])
        for form in FORMS
    ]
