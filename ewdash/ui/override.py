"""The form in which an analyst gives a stage of their own."""

from collections.abc import Mapping

import streamlit as st

from ewdash.data import overrides
from ewdash.model import periods, words
from ewdash.model.words import say
from ewdash.ui import cache, notices
from ewdash.views.signals import refusable, stage_names


def form(country: str, months: Mapping[str, str]) -> None:
    """Show the form for one country; what it keeps is drawn from the next run on."""
    with st.expander(say("override-title")):
        st.caption(say("override-about"))
        names = stage_names()
        with st.form("override", clear_on_submit=True, border=False):
            left, right = st.columns(2)
            given = left.selectbox(say("override-month"), list(months), format_func=months.__getitem__)
            stage = right.selectbox(say("override-stage"), list(names), format_func=names.__getitem__)
            reason = left.text_input(say("override-reason"), max_chars=300)
            author = right.text_input(say("override-author"), max_chars=80)
            saved = st.form_submit_button(say("override-save"))
        if saved and given is not None and stage is not None:
            month = periods.parse(given)
            assert month is not None
            with notices.told():
                refusable(cache.record(), country=country, month=month, stage=stage, reason=reason)
                overrides.save(iso3=country, month=month, stage=stage, reason=reason, author=author)
                st.toast(say("override-saved", stage=names[stage], month=words.month(month)))
                st.rerun()
        if st.button(say("override-remove")):
            with notices.told():
                overrides.remove(country)
                st.rerun()
