"""Shows an alert card: what stands, why, and how such alerts did."""

import streamlit as st

from ewdash.views.signals import AlertCard


def show_alert(card: AlertCard) -> None:
    """Show the card's headline and its labelled sentences; a quiet one is folded."""
    if card.loud:
        with st.container(key="alert"):
            st.markdown(f"**{card.headline}**")
            st.markdown("\n".join(f"- **{label}.** {text}" for label, text in card.lines))
        return
    with st.expander(card.headline):
        st.markdown("\n".join(f"- **{label}.** {text}" for label, text in card.lines))
