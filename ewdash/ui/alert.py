"""Shows an alert card: what stands, why, and how such alerts did."""

import streamlit as st

from ewdash.i18n import translate
from ewdash.views.signals import AlertCard


def show_alert(card: AlertCard) -> None:
    """Show the card's headline, which opens its labelled sentences; an alert is marked."""
    headline = f"**{card.headline}**" if card.loud else card.headline
    with st.container(key="alert" if card.loud else "no-alert"), st.expander(headline):
        _lines(card)


def _lines(card: AlertCard) -> None:
    st.markdown("\n".join(f"- **{label}.** {text}" for label, text in card.lines))
    st.button(translate("alert-history-open"), key="alert-history", type="tertiary", on_click=_history)


def _history() -> None:
    st.query_params["section"] = "alerts"
