"""The part “Your records”: bring, check and keep violation records, work on them, take them away."""

import functools
import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from ewdash.data import own_export, own_file, own_records, record_sheets
from ewdash.data.own_file import Row
from ewdash.data.own_records import ANYBODY, STORED, Likeness
from ewdash.data.record_sheets import Reading, term
from ewdash.data.spreadsheets import MAX_BYTES
from ewdash.exports import record_sheets as sheets
from ewdash.i18n import translate
from ewdash.model.violations import LISTS, TEAM, VERIFICATION
from ewdash.ui import cache, confirm, copies, figure, files, frame, notices, person, selectors, text_table
from ewdash.ui.confirm import Wish
from ewdash.ui.files import File
from ewdash.views import own_records as views
from ewdash.views.block import with_headings

REQUEST_KEY = "own-asked"
ROUND_KEY = "own-round"  # how often something was kept: a new round has an empty box for files
READ_KEY = "own-read"  # digest of the file that was read last, and what it brings
MEGABYTES = MAX_BYTES // 1024 // 1024
JSON = "application/json"


def show() -> None:
    """Show the part: each of its blocks goes on without the others."""
    frame.guide("data-guide")
    viewer = person.viewer()
    st.header(translate("records-title"), anchor=False)
    if viewer == person.NOBODY:
        st.info(translate("records-sign-in"), icon=":material/login:")
        return
    where = (
        translate("records-where", named=notices.has_notes_folder())
        if viewer == ANYBODY
        else translate("records-signed-in")
    )
    st.caption(f"{translate('records-about')} {where}")
    with notices.show_errors():
        _bring(viewer)
    with notices.show_errors():
        _list(viewer)
    with notices.show_errors():
        _take_away(viewer)


@st.fragment
def _offer(offered: Sequence[File], *, key: str) -> None:
    """Show buttons of files; a press runs them alone."""
    frame.resume()
    files.buttons(offered, key=key)


def _bring(viewer: str) -> None:
    """Show the box for a file, what the file brings, and the buttons that keep it."""
    _offer(
        [
            File(
                translate("records-template-csv"),
                lambda: sheets.as_csv([]),
                "records.csv",
                "text/csv",
                "own-csv",
            ),
            File(
                translate("records-template-xlsx"),
                lambda: sheets.as_workbook([]),
                "records.xlsx",
                files.XLSX,
                "own-xlsx",
            ),
        ],
        key="own-templates",
    )
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    upload = left.file_uploader(
        translate("records-upload", megabytes=MEGABYTES),
        type=["csv", "xlsx", "json"],
        max_upload_size=MEGABYTES,
        key=f"own-upload-{st.session_state.get(ROUND_KEY, 0)}",
    )
    owner = right.text_input(
        translate("records-owner"),
        value=person.name(),
        max_chars=own_file.AUTHOR,
        disabled=viewer != ANYBODY,
        key="own-owner",
    )
    team = right.toggle(translate("records-for-team"), key="own-for-team")
    if upload is None:
        return
    content = upload.getvalue()
    by = own_file.clean(owner) or person.name()
    if own_export.is_export(content):
        _restore(content, by, viewer)
        return
    reading, found = _read(content, viewer)
    st.markdown(notices.plain(views.summary(reading)))
    _refusals(reading)
    chosen = _decided(reading, found)
    if reading.records:
        text_table.show(views.preview(cache.record(), reading), name=views.summary(reading))
    label = translate("records-keep", records=len(chosen), left=reading.rows - reading.known - len(chosen))
    if chosen and st.button(label, type="primary", key="own-keep"):
        _keep([reading.records[place] for place in chosen], by, viewer, team=team)


def _read(content: bytes, viewer: str) -> tuple[Reading, list[Likeness]]:
    """Read a file and look for what may be there already, once while nothing changes."""
    state = (hashlib.sha256(content).hexdigest(), cache.own_state(), viewer)
    if st.session_state.get(READ_KEY, ("",))[0] != state:
        today = datetime.now(tz=UTC).date()
        ids = own_records.kept_ids(viewer)
        reading = record_sheets.read(content, cache.record().gazetteer, today=today, kept=ids)
        kept = [_by_column(row) for row in own_records.standing_sound(viewer)]
        st.session_state[READ_KEY] = (state, reading, own_records.likenesses(reading.records, kept))
    _, read, found = st.session_state[READ_KEY]
    return read, found


def _refusals(reading: Reading) -> None:
    """Show why cells were refused, and offer the rows back with their reasons."""
    if not reading.refused:
        return
    refused = translate("records-refused", rows=len(reading.refused))
    st.warning(refused, icon=":material/error:")
    text_table.show(views.refusals(reading), name=refused)
    lines = sheets.corrected(reading)
    _offer(
        [
            File(
                translate(f"records-corrected-{ending}"),
                functools.partial(make, lines, sheets.CORRECTED),
                f"records-refused.{ending}",
                kind,
                f"own-corrected-{ending}",
            )
            for ending, make, kind in (
                ("csv", sheets.as_csv, "text/csv"),
                ("xlsx", sheets.as_workbook, files.XLSX),
            )
        ],
        key="own-corrected",
    )


def _decided(reading: Reading, found: Sequence[Likeness]) -> list[int]:
    """Show what may be there already, and return the places of the records to keep."""
    if not found:
        return list(range(len(reading.records)))
    st.info(translate("records-alike", rows=len(found)), icon=":material/content_copy:")
    table = views.likenesses(cache.record(), reading, found)
    ticked = st.data_editor(
        with_headings(table),
        hide_index=True,
        disabled=list(with_headings(table).columns[1:]),
        key=f"own-alike-{st.session_state.get(ROUND_KEY, 0)}",
    )
    own = ticked.iloc[:, 0].astype(bool).tolist()
    out = {like.new for like, is_own in zip(found, own, strict=True) if not is_own}
    return [place for place in range(len(reading.records)) if place not in out]


def _keep(records: Sequence[own_records.Record], by: str, viewer: str, *, team: bool) -> None:
    """Keep records as those of a person or the team; with sign-in nobody names somebody else."""
    if viewer != ANYBODY:
        records = [{**record, "owner": TEAM if record["owner"] == TEAM else ""} for record in records]
    with notices.show_errors():
        kept_as = person.kept_as(by)
        own_records.add(records, owner=TEAM if team else kept_as, by=kept_as, viewer=viewer)
        _done(translate("records-kept", records=len(records)))


def _restore(content: bytes, by: str, viewer: str) -> None:
    """Offer to keep what an export holds beside what is there."""
    st.markdown(translate("records-restore-about"))
    if st.button(translate("records-restore"), type="primary", key="own-restore"):
        told = own_export.restore(content, by=person.kept_as(by), viewer=viewer)
        _done(
            translate(
                "records-restored",
                added=told.added,
                known=told.known,
                aside=told.set_aside,
                left=told.left_out,
                renamed=told.renamed,
            )
        )


def _done(message: str) -> None:
    """Say what was done, and begin anew with an empty box for files."""
    st.session_state[ROUND_KEY] = st.session_state.get(ROUND_KEY, 0) + 1
    st.session_state.pop(READ_KEY, None)
    st.toast(message)
    st.rerun()


def _list(viewer: str) -> None:
    """Show the records that are kept, and what can be done with the one that is chosen."""
    kept = cache.view(views.kept, viewer=viewer)
    for record_id, column in kept.faults:
        st.warning(
            notices.plain(translate("records-left-out", record=record_id[:60], column=column)),
            icon=":material/error:",
        )
    everything = kept.records
    st.subheader(translate("records-list", records=len(everything)), anchor=False)
    if everything.empty:
        st.caption(translate("records-none"))
        return
    names = cache.places().options()
    columns = st.columns(3)
    with columns[0]:
        codes = sorted(set(everything["iso3"]), key=lambda code: names.get(code, code))
        countries = selectors.several("of-country", {code: names.get(code, code) for code in codes})
    with columns[1]:
        types = selectors.several("of-type", _terms("violation_type", everything))
    with columns[2]:
        steps = selectors.several("of-verification", _terms("verification", everything))
    rows = views.filtered(everything, countries=countries, types=types, steps=steps)
    st.caption(translate("records-filtered", shown=len(rows), records=len(everything)))
    table = views.listed(cache.record(), rows)
    chosen = st.dataframe(
        with_headings(table),
        hide_index=True,
        placeholder=translate("cell-unknown"),
        on_select="rerun",
        selection_mode="single-row",
        key="own-table",
    )
    places = [place for place in chosen["selection"]["rows"] if place < len(table)]
    if places:
        _one(str(table["record_id"].iloc[places[0]]), viewer)
    pending = confirm.waits(REQUEST_KEY, of="own-all")
    if st.button(translate("records-remove-all"), key="own-remove-all") and not pending:
        standing = own_records.standing_all(viewer)
        _ask_removal("own-all", standing, viewer, with_history=True)
    if pending:
        confirm.ask(REQUEST_KEY)


def _terms(column: str, records: pd.DataFrame) -> dict[str, str]:
    held = set(records[column])
    return {key: term(column, key) for key in LISTS[column] if key in held}


def _one(record_id: str, viewer: str) -> None:
    """Show one record's history, and the forms that change its verification or remove it."""
    shown = own_records.standing(record_id, viewer)
    if shown is None:
        return
    with st.container(border=True):
        title = translate("records-one", record=record_id)
        st.markdown(f"**{notices.plain(title)}**")
        text_table.show(views.history(own_records.history(record_id, viewer)), name=title)
        now = str(shown[STORED.index("verification")])
        with st.form(f"own-status-{record_id}", border=False, clear_on_submit=True):
            left, middle, right = st.columns([1, 2, 1], vertical_alignment="bottom")
            step = left.selectbox(
                translate("records-status"),
                VERIFICATION,
                index=VERIFICATION.index(now) if now in VERIFICATION else 0,
                format_func=functools.partial(term, "verification"),
            )
            reason = middle.text_input(translate("records-reason"), max_chars=own_records.REASON)
            saved = right.form_submit_button(translate("records-change"))
        if saved:
            _change(shown, str(step), reason, viewer)
        pending = confirm.waits(REQUEST_KEY, of=record_id)
        if st.button(translate("records-remove"), key="own-remove") and not pending:
            _ask_removal(record_id, (shown,), viewer, with_history=False)
        if pending:
            confirm.ask(REQUEST_KEY)


def _change(shown: Row, step: str, reason: str, viewer: str) -> None:
    """Change a record's verification, where a reason is given."""
    if not own_file.clean(reason):
        st.warning(translate("records-reason-missing"), icon=":material/help:")
    elif step != shown[STORED.index("verification")]:
        by = person.kept_as(st.session_state.get("own-owner", ""))
        with notices.show_errors():
            own_records.amend(shown, values={"verification": step}, reason=reason, by=by, viewer=viewer)
            st.toast(translate("records-changed"))
            st.rerun()


def _ask_removal(of: str, rows: Sequence[Row], viewer: str, *, with_history: bool) -> None:
    by = person.kept_as(st.session_state.get("own-owner", ""))
    remove = functools.partial(
        own_records.remove, rows, reason="", by=by, viewer=viewer, with_history=with_history
    )
    sentence = translate("records-removes", records=len(rows), history="yes" if with_history else "no")
    confirm.wish(
        REQUEST_KEY, Wish(of, sentence, translate("confirm-remove"), remove, translate("records-removed"))
    )


def _take_away(viewer: str) -> None:
    """Offer the records as tables, and everything with its history as one file."""
    offered = [
        File(
            translate("records-everything"),
            functools.partial(own_export.exported, viewer),
            "ewdash-own.json",
            JSON,
            "own-everything",
        )
    ]
    if len(cache.view(views.kept, viewer=viewer).records):
        offered += [
            File(
                translate(f"records-records-{ending}"),
                functools.partial(_table, make, viewer),
                f"own-records.{ending}",
                kind,
                f"own-records-{ending}",
            )
            for ending, make, kind in (
                ("csv", sheets.as_csv, "text/csv"),
                ("xlsx", sheets.as_workbook, files.XLSX),
            )
        ]
    st.subheader(translate("records-take-away"), anchor=False)
    st.caption(translate("records-take-away-about"))
    _offer(offered, key="own-files")


def _table(make: Callable[[list[dict[str, Any]]], bytes], viewer: str) -> bytes:
    return make([_by_column(row) for row in own_records.standing_sound(viewer)])


def _by_column(row: Row) -> dict[str, Any]:
    return dict(zip(STORED, row, strict=True))


def show_of_country(country: str, *, month: pd.Timestamp, years: int | None) -> None:
    """Show a viewer's records of one country, and copies of other sources: the part of Situation."""
    with notices.show_errors():
        viewer = person.viewer()
        block = cache.view(views.block_of, country=country, month=month, years=years, viewer=viewer)
        figure.show_block(block)
    address = {**frame.selection(), "part": "own-records"}
    st.page_link("pages/data.py", label=translate("records-work-on"), query_params=address)
    copies.show_of_country(country, month=month, years=years)
