"""Shows an alert card: what stands, why, and how such alerts did."""

from collections.abc import Iterable

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import frame
from ewdash.views.signals import AlertCard


def show_alert(card: AlertCard) -> None:
    """Show the card's headline, which opens its labelled sentences; an alert is marked."""
    headline = f"**{card.headline}**" if card.loud else card.headline
    with st.container(key="alert" if card.loud else "no-alert"), st.expander(headline):
        _lines(card)


def show_newest(alerts: Iterable[tuple[str, str]]) -> None:
    """Show the newest alerts as links to their situations."""
    lines = list(alerts)
    if lines:
        st.header(translate("newest-alerts"), anchor=False)
    for iso3, line in lines:
        st.page_link("pages/situation.py", label=line, query_params=frame.selection() | {"country": iso3})


def _lines(card: AlertCard) -> None:
    st.markdown("\n".join(f"- **{label}.** {text}" for label, text in card.lines))
    st.button(translate("alert-history-open"), key="alert-history", type="tertiary", on_click=_history)


def _history() -> None:
    st.query_params["section"] = "alerts"
