"""The form in which an analyst gives a stage of their own."""

import functools
from collections.abc import Mapping
from contextlib import suppress

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.data import overrides, own_file
from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.errors import NotesUnusableError
from ewdash.ui import cache, confirm, notices
from ewdash.ui.confirm import Wish
from ewdash.views.own import refusable, stands_worded, strays
from ewdash.views.stages import stage_names

REQUEST_KEY = "override-asked"


def form(country: str, months: Mapping[str, str]) -> None:
    """Show the form for one country; what it keeps is drawn from the next run on."""
    pending = confirm.waits(REQUEST_KEY, of=country)
    with st.expander(translate("override-title"), expanded=pending):
        st.caption(
            f"{translate('override-about')} {translate('kept-where', named=notices.has_notes_folder())}"
        )
        with suppress(NotesUnusableError):  # told beside the stages
            for sentence in strays(cache.record()):
                st.warning(notices.plain(sentence), icon=":material/error:")
        names = stage_names()
        with st.form("override", clear_on_submit=True, border=False):
            left, right = st.columns(2)
            month_key = left.selectbox(
                translate("override-month"), list(months), format_func=months.__getitem__
            )
            stage = right.selectbox(translate("override-stage"), list(names), format_func=names.__getitem__)
            reason = left.text_input(translate("override-reason"), max_chars=overrides.REASON)
            author = right.text_input(translate("override-author"), max_chars=own_file.AUTHOR)
            saved = st.form_submit_button(translate("override-save"))
        if saved and month_key is not None and stage is not None:
            month = periods.parse(month_key)
            assert month is not None
            with notices.show_errors():
                _keep(country, month, stage, own_file.clean(reason), own_file.clean(author))
        if st.button(translate("override-remove")):
            with notices.show_errors():
                _remove(country)
        if pending:
            confirm.ask(REQUEST_KEY)


def _keep(country: str, month: pd.Timestamp, stage: int, reason: str, author: str) -> None:
    """Keep a reading; over another, ask first."""
    refusable(cache.record(), country=country, month=month, stage=stage, reason=reason)
    saved_rows = overrides.standing(country, month)
    keep = functools.partial(
        overrides.save,
        iso3=country,
        month=month,
        stage=stage,
        reason=reason,
        author=author,
        shown=saved_rows,
    )
    message = translate("override-saved", stage=stage_names()[stage], month=i18n.month(month))
    if saved_rows and saved_rows[0][2:5] != (stage, reason, author):
        yours = translate("confirm-replace-stage", stage=stage_names()[stage], reason=i18n.repeated(reason))
        sentence = f"{stands_worded(saved_rows)} {yours}"
        confirm.wish(REQUEST_KEY, Wish(country, sentence, translate("confirm-replace"), keep, message))
    if not saved_rows:
        keep()
    st.toast(message)
    st.rerun()


def _remove(country: str) -> None:
    """Remove a country's readings, if there are any, when that is confirmed."""
    saved_rows = overrides.standing(country)
    if saved_rows:
        remove = functools.partial(overrides.remove, country, shown=saved_rows)
        sentence = f"{stands_worded(saved_rows)} {translate('confirm-remove-stages', number=len(saved_rows))}"
        confirm.wish(
            REQUEST_KEY,
            Wish(country, sentence, translate("confirm-remove"), remove, translate("override-removed")),
        )
