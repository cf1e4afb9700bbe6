"""Shows provenance cards and methods."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from ewdash.exports.tables import Table
from ewdash.i18n import translate
from ewdash.ui import files, frame
from ewdash.views.block import with_headings
from ewdash.views.sources import CardView


@st.fragment
def show_methods(methods: Iterable[tuple[str, str, str]]) -> None:
    """Show each method as a title, its text sent when opened; the one the address asks for is first, open."""
    frame.resume()
    st.header(translate("methods"), anchor=False)
    asked = st.query_params.get("method")
    for key, title, text in sorted(methods, key=lambda method: method[0] != asked):
        expander = st.expander(title, expanded=key == asked, key=f"method-{key}", on_change="rerun")
        if expander.open:
            expander.markdown(text)


@st.fragment
def show_overview(table: pd.DataFrame) -> None:
    """Show all tables in one, to take away."""
    frame.resume()
    st.header(translate("tables"), anchor=False)
    st.dataframe(with_headings(table), hide_index=True, height="content", alt=translate("tables"))
    numbers = Table("sources", translate("tables"), table, source=translate("product"), place=None)
    files.table_buttons(lambda: (numbers, [translate("tables")]), name="sources", key="sources")


@st.fragment
def show_cards(cards: Iterable[CardView]) -> None:
    """Show each card by its title, what it holds sent when opened, or why it cannot be shown.

    All of them would make the page three times as slow; a search in the page finds what is open.
    """
    frame.resume()
    for card in cards:
        _show_card(card)


def _show_card(card: CardView) -> None:
    if card.failed:
        st.error(card.failed, icon=":material/error:")
        return
    expander = st.expander(card.title, key=f"card-{card.table}", on_change="rerun")
    if not expander.open:
        return
    with expander:
        st.markdown("\n".join(f"- {caveat}" for caveat in card.caveats))
        st.table(dict(card.facts), border="horizontal")
        st.caption(translate("cite"))
        st.code(card.citation, language=None, wrap_lines=True)
