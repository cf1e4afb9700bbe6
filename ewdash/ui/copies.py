"""The part “Copies of other sources”: bring a producer's file, see what it holds, keep or remove it.

No button here hands out a figure of a copy: the terms of some producers forbid passing their data on.
"""

import functools
import hashlib
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import streamlit as st

from ewdash.data import adopted_texts, cooperation_files, copies, debates
from ewdash.data.copies import Draft, Shelf
from ewdash.data.layouts import adopted, recognise
from ewdash.data.spreadsheets import MAX_BYTES
from ewdash.i18n import translate
from ewdash.model.errors import ReadingUnwritableError
from ewdash.ui import adopted_texts as ui_texts
from ewdash.ui import cache, confirm, figure, frame, notices, person, text_table
from ewdash.ui import cooperation as ui_lists
from ewdash.ui import debates as ui_debates
from ewdash.views import copies as views
from ewdash.views.block import Block

REQUEST_KEY = "copies-asked"
ROUND_KEY = "copies-round"  # how often something was kept: a new round has an empty box for files
READ_KEY = "copies-read"  # digest of the file that was read last, and what it holds
MEGABYTES = MAX_BYTES // 1024 // 1024
Made: TypeAlias = Draft | adopted_texts.Draft | debates.Reading | cooperation_files.Reading


def show() -> None:
    """Show the part: each of its blocks goes on without the other."""
    frame.guide("copies-guide")
    st.header(translate("copies-title"), anchor=False)
    if person.viewer() == person.NOBODY:
        st.info(translate("records-sign-in"), icon=":material/login:")
        return
    st.caption(translate("copies-about"))
    with notices.show_errors():
        _bring()
    with notices.show_errors():
        _list()
    with notices.show_errors():
        ui_texts.show_list()
    with notices.show_errors():
        ui_debates.show_list()
    with notices.show_errors():
        ui_lists.show_list()


def _shelf() -> Shelf:
    return cache.view(views.listed, state=copies.state())


def _bring() -> None:
    """Show the box for a file, what the file holds, and the button that keeps it."""
    upload = st.file_uploader(
        translate("copies-upload", megabytes=MEGABYTES),
        max_upload_size=MEGABYTES,
        key=f"copies-upload-{st.session_state.get(ROUND_KEY, 0)}",
    )
    if upload is None:
        return
    made = _read(upload.getvalue(), upload.name)
    if not isinstance(made, Draft):
        if _kept(made):
            _begin_anew()
        return
    reading = made.reading
    st.markdown(notices.plain(views.summary(made)))
    lines = views.told(reading)
    if lines:
        st.markdown("\n".join(f"- {notices.plain(line)}" for line in lines))
    _table("copies-unknown", views.unknown(reading))
    more = reading.refused - len(reading.refusals)
    _table("copies-refused", views.refusals(reading), rows=reading.refused, more=more)
    if not reading.written:
        st.warning(translate("copy-nothing"), icon=":material/error:")
        return
    _table("copies-brings", views.preview(made))
    replaced = views.replaces(_shelf(), reading)
    if replaced:
        st.info(notices.plain(replaced), icon=":material/swap_horiz:")
    label = translate("copies-keep", refused=reading.refused)
    if st.button(label, type="primary", key="copies-keep"):
        with notices.show_errors():
            copies.keep(made)
            st.toast(translate("copies-kept"))
            _begin_anew()


def _kept(made: adopted_texts.Draft | debates.Reading | cooperation_files.Reading) -> bool:
    """Show what a file of no producer's figures holds, and whether it was kept."""
    if isinstance(made, adopted_texts.Draft):
        return ui_texts.bring(made)
    return ui_lists.bring(made) if isinstance(made, cooperation_files.Reading) else ui_debates.bring(made)


def _begin_anew() -> None:
    """Empty the box for files."""
    st.session_state[ROUND_KEY] = st.session_state.get(ROUND_KEY, 0) + 1
    st.session_state.pop(READ_KEY, None)
    st.rerun()


def _table(message: str, table: pd.DataFrame, **facts: object) -> None:
    if len(table):
        st.markdown(translate(message, shown=len(table), **facts))
        text_table.show(table, name=translate(message, shown=len(table), **facts))


def _read(content: bytes, name: str) -> Made:
    """Read a file once while it stays; nothing of it stays on the disk."""
    digest = hashlib.sha256(content).hexdigest(), name, cache.record().state
    if st.session_state.get(READ_KEY, ("",))[0] != digest:
        st.session_state.pop(READ_KEY, None)
        try:
            with tempfile.TemporaryDirectory(prefix="ewdash-") as folder:
                path = Path(folder) / "brought"
                path.write_bytes(content)
                made = _made(path, name)
        except OSError as error:
            raise ReadingUnwritableError(reason=error.strerror or str(error)) from error
        st.session_state[READ_KEY] = (digest, made)
    draft: Made = st.session_state[READ_KEY][1]
    return draft


def _made(path: Path, name: str) -> Made:
    """Read a file by what it is."""
    record, today = cache.record(), datetime.now(tz=UTC).date()
    if cooperation_files.recognises(path):
        return cooperation_files.read(path.read_bytes(), record.gazetteer, today=today, file=name)
    if debates.recognises(path):
        return debates.read(path, acts=record.table("council_action"), today=today, file=name)
    draft_of = adopted_texts.draft if recognise(path) in adopted.KEYS else copies.draft
    return draft_of(path, countries=record.table("country"), file=name)


def _list() -> None:
    """Show what is kept, and remove the copy that is chosen."""
    shelf = _shelf()
    st.subheader(translate("copies-list", copies=len(shelf.copies)), anchor=False)
    for layout in shelf.damaged:
        st.warning(translate("copy-damaged", layout=translate(f"layout-{layout}")), icon=":material/error:")
    if shelf.copies:
        st.caption(translate("copies-where"))
        text_table.show(views.table(shelf), name=translate("copies-list", copies=len(shelf.copies)))
    layouts = [*(copy.layout for copy in shelf.copies), *shelf.damaged]
    if not layouts:
        st.caption(translate("copies-none"))
        return
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        translate("copies-which"),
        layouts,
        format_func=lambda layout: translate(f"layout-{layout}"),
        key="copies-which",
    )
    confirm.removal(
        REQUEST_KEY,
        of=chosen,
        label=translate("copies-remove"),
        sentence=translate("copies-removes", layout=translate(f"layout-{chosen}")),
        remove=functools.partial(copies.remove, chosen),
        button="copies-remove",
        place=right,
    )


def show_of_country(country: str, *, month: pd.Timestamp, years: int | None) -> None:
    """Show what the copies hold on one country, below the records in a part of Situation."""
    if person.viewer() == person.NOBODY:
        return
    with notices.show_errors():
        shown = cache.view(views.of_country, country=country, month=month, years=years, state=copies.state())
        for note in shown.notes:
            st.info(notices.plain(note), icon=":material/info:")
        for first, *more in shown.blocks:
            _show(first)
            if more:
                _more(more)


def _more(blocks: list[Block]) -> None:
    charts = sum(len(block.table.columns) - 1 for block in blocks)  # a column a measure, and the period
    expander = st.expander(
        translate("copies-more", charts=charts), key=f"{blocks[0].name}-more", on_change="rerun"
    )
    if expander.open:
        with expander:
            for block in blocks:
                _show(block)


def _show(block: Block) -> None:
    """Show a block without its files."""
    figure.show_without_files(block)
