"""Lets a reader set an alert rule of their own, kept in the address, and shows how it did."""

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import cache, figure, notices, selectors
from ewdash.views import own_rules

NAMED = "named"


def show() -> None:
    """Show the controls of a rule, its score beside ours, and where it alerts now."""
    chosen = {}
    with st.container(key="own-rule-controls"):
        columns = st.columns(len(own_rules.DEFAULTS) + 1, vertical_alignment="bottom")
    for column, (name, options) in zip(columns, own_rules.choices().items(), strict=False):
        with column:
            chosen[name] = selectors.one_of(name, options, default=own_rules.DEFAULTS[name])
    with columns[-1]:
        name = _name()
    own = own_rules.rule(
        deaths=chosen["deaths"],
        times=chosen["times"],
        first=chosen["first"],
        record_months=chosen["record"],
    )
    for make in (own_rules.score, own_rules.standing):
        with notices.show_errors():
            figure.show_block(cache.view(make, own=own, name=name))


def _name() -> str:
    """Let the reader name the rule, kept in the address and cut as the box cuts it."""
    st.session_state[NAMED] = st.query_params.get(NAMED, "")[: own_rules.MAX_NAME]

    def keep() -> None:
        st.query_params[NAMED] = st.session_state[NAMED]
        if not st.session_state[NAMED]:
            st.query_params.pop(NAMED)

    label = translate("choose-named")
    return st.text_input(label, key=NAMED, max_chars=own_rules.MAX_NAME, on_change=keep).strip()
