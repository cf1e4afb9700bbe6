"""Shows an alert card: what stands, why, and how such alerts did."""

from collections.abc import Iterable, Mapping

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import frame
from ewdash.views.signals import AlertCard

MAX_VISITED = 5  # situations of a visit that are offered again


def show_alert(card: AlertCard) -> None:
    """Show the card's headline, which opens its labelled sentences; an alert is marked."""
    headline = f"**{card.headline}**" if card.loud else card.headline
    with st.container(key="alert" if card.loud else "no-alert"), st.expander(headline):
        _lines(card)


def show_newest(alerts: Iterable[tuple[str, str]]) -> None:
    """Show the newest alerts as links to their situations."""
    _situations("newest-alerts", alerts)


def show_visited(names: Mapping[str, str]) -> None:
    """Show the situations opened before in this visit, the last first, as links.

    Args:
        names: Names of all countries by code.
    """
    _situations("last-opened", ((code, names[code]) for code in _visited() if code in names))


def remember(country: str) -> None:
    """Keep that a situation was opened, for as long as the visit lasts."""
    st.session_state["visited"] = [country, *(code for code in _visited() if code != country)][:MAX_VISITED]


def _visited() -> list[str]:
    visited: list[str] = st.session_state.get("visited", [])
    return visited


def _situations(heading: str, links: Iterable[tuple[str, str]]) -> None:
    lines = list(links)
    if lines:
        st.header(translate(heading), anchor=False)
    for iso3, line in lines:
        st.page_link("pages/situation.py", label=line, query_params=frame.selection() | {"country": iso3})


def _lines(card: AlertCard) -> None:
    st.markdown("\n".join(f"- **{label}.** {text}" for label, text in card.lines))
    st.button(translate("alert-history-open"), key="alert-history", type="tertiary", on_click=_history)


def _history() -> None:
    st.query_params["section"] = "alerts"
