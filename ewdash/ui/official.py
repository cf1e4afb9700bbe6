"""The official figures: a table narrowed by the reader, its rows by the page, and the same to take away."""

import functools
import math
from urllib.parse import urlencode, urlsplit

import streamlit as st

from ewdash.charts.captions import source_line
from ewdash.data.record import Record
from ewdash.exports.extract import FORMS, Extract
from ewdash.i18n import translate
from ewdash.model.errors import EwdashError, UnknownDayError
from ewdash.ui import assets, cache, files, frame, selectors
from ewdash.ui.files import File
from ewdash.views import dataset
from ewdash.views.dataset import FILTERS, PAGE, Query

FIRST, LAST = "first", "last"
WIDTH_TABLE, WIDTH_TIME = 460, 140  # pixels of the boxes for a table, and for a year, month or day
WIDTH_BLANK = 96  # pixels of a column in which nothing is given
COLUMNS = 4  # closed columns in a row; no table has more


def show() -> None:
    """Show a table: what is asked of it, how many rows that is, the rows, and files and links of the same."""
    asked = _asked()
    found = dataset.extract(cache.record(), asked)
    words = dataset.words(cache.record(), found, asked)
    frame.headline(words.headline)
    frame.notes(words.lines)
    st.caption(source_line(found.card))
    _rows(found, asked)
    _downloads(found)
    with st.expander(translate("data-columns")):
        st.dataframe(words.columns, hide_index=True, height="content", alt=translate("data-columns"))
    with st.expander(translate("data-same")):
        _same(asked)
    frame.folded(translate("pack-caveats-of", table=found.card.title), " ".join(words.caveats))


def _asked() -> Query:
    """Let the reader choose a table and what of it."""
    record, places = cache.record(), cache.places()
    tables = {table: _title(table) for table in dataset.TABLES}
    given: dict[str, str | tuple[str, ...]] = {}
    with st.container(key="controls"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(width=WIDTH_TABLE):
                table = selectors.one_of("table", tables, default=dataset.TABLES[0], changing=_forget)
            offered = dataset.parameters(record, table)
            if "country" in offered:
                given["country"] = selectors.country(places.options()) or ""
                if not given["country"]:
                    given["region"] = selectors.region(places) or ""
            if FIRST in offered:
                given |= {name: _end(name) for name in (FIRST, LAST)}
        given |= _filtered(record, table)
    try:
        return dataset.query(record, table, given)
    except UnknownDayError as error:  # the period ends before it begins
        frame.show_refusal(f"{error} {error.advice}")
        return dataset.query(record, table, {**given, FIRST: "", LAST: ""})


def _filtered(record: Record, table: str) -> dict[str, str | tuple[str, ...]]:
    """Let the reader choose among the values of a table's closed columns, where there is a choice."""
    columns = {
        name: options
        for name, column in dataset.filters(record, table).items()
        if len(options := dataset.values(record, table, column)) > 1
    }
    given: dict[str, str | tuple[str, ...]] = {}
    places = st.columns(COLUMNS) if columns else []
    for place, (name, options) in zip(places, columns.items(), strict=False):
        with place:
            given[name] = selectors.several(name, options)
    return given


def _title(table: str) -> str:
    """Return a table's title; its name where the card cannot be read, which is told when it is chosen."""
    try:
        return cache.record().card(table).title
    except EwdashError:
        return table


def _forget() -> None:
    """Let go of what only the table before was narrowed by."""
    for name in FILTERS:
        st.query_params.pop(name, None)


def _end(name: str) -> str:
    """Let the reader give the first or last year, month or day; what is none is told in words."""
    given = st.query_params.get(name, "")
    try:
        if given:
            dataset.day(given)
    except UnknownDayError as error:
        frame.show_refusal(f"{error} {error.advice}")
        st.query_params.pop(name)
        given = ""
    key = f"period-{name}"
    st.session_state[key] = given

    def keep() -> None:
        choice = st.session_state[key].strip()
        if choice:
            st.query_params[name] = choice
        else:
            st.query_params.pop(name, None)

    st.text_input(
        translate(f"choose-period-{name}"),
        key=key,
        on_change=keep,
        placeholder="2024-05",
        help=translate("data-period-help"),
        max_chars=10,
        width=WIDTH_TIME,
    )
    return given


def _rows(found: Extract, asked: Query) -> None:
    """Show the rows by the page; every row has a page."""
    total = len(found.rows)
    if not total:
        return
    pages = math.ceil(total / PAGE)
    with st.container(key="pages", horizontal=True, vertical_alignment="center"):
        # another selection begins on its first page
        page = st.pagination(pages, key=f"page-{asked.table}{asked.link}") if pages > 1 else 1
        first = (page - 1) * PAGE
        st.caption(
            translate("data-shown", first=first + 1, last=min(first + PAGE, total)),
            width="content",
        )
    times = {
        column: st.column_config.DateColumn(format="YYYY-MM-DD")
        for column in found.rows.select_dtypes("datetime").columns
    }
    part = found.rows.iloc[first : first + PAGE]
    blank = [name for name in part.columns if part[name].isna().all()]  # the grid takes them to be narrow
    meanings = {one.name: one.meaning for one in found.fields}
    st.dataframe(
        part,
        hide_index=True,
        alt=translate("data-shown", first=first + 1, last=min(first + PAGE, total)),
        placeholder=translate("cell-unknown"),
        column_config={
            name: times.get(name)
            or st.column_config.Column(help=meaning or None, width=WIDTH_BLANK if name in blank else None)
            for name, meaning in meanings.items()
        },
    )


@st.fragment
def _downloads(found: Extract) -> None:
    """Show a button for each form; a file is made when its button is pressed."""
    frame.resume()
    files.buttons(
        [
            File(
                translate(f"download-{ending}"),
                functools.partial(made, found, ending),
                f"{found.name}.{ending}",
                kind.partition(";")[0],
                f"data-{ending}",
            )
            for ending, (_, kind) in FORMS.items()
        ],
        key="data-files",
    )


def made(found: Extract, ending: str) -> bytes:
    """Return a file of an extract, whole."""
    return b"".join(FORMS[ending][0](found))


def _same(asked: Query) -> None:
    """Show what gives the same rows: this page's address, a link for programs, and Python."""
    url = urlsplit(str(st.context.url or ""))
    host = f"{url.scheme}://{url.netloc}" if url.netloc else ""
    parameters = urlencode({"table": asked.table, **asked.parameters}, safe=",")
    for message, text in (
        ("data-link-page", f"{host}{url.path}?{parameters}"),
        ("data-link-file", f"{host}{assets.page(f'data/{asked.table}.csv')}{asked.link}"),
        ("data-link-code", asked.code),
    ):
        st.caption(translate(message))
        st.code(text, language=None, wrap_lines=True)  # coloured words have too little contrast
