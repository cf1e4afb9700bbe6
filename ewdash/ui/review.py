"""The monthly review on the screen: moves as sentences, and a line per country that leads on."""

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import figure, frame, situation_links
from ewdash.views.block import Block
from ewdash.views.region import RegionView

SITUATION = "pages/situation.py"
HEADING, ROW, MAX_ROWS = 40, 86, 7  # pixels of the heading, and of a row (four lines); rows in view
# Pixels of the columns, so that the last acts of both Councils are in view on a laptop.
COUNTRY = 215
WIDTHS = {"direction": 105, "reason": 262, "stage": 112, "before": 112, "alert": 78}
WIDTHS |= {"deaths_12": 118, "change": 75, "hrc_date": 95, "sc_date": 95}
NUMBERS = ("deaths_12", "change")  # written with separators


def show_moves(view: RegionView) -> None:
    """Show what moved and why; each name opens the situation."""
    with st.container(key="moves"):
        for heading, moves, more in view.moved:
            st.header(heading, anchor=False)
            if not moves:
                st.caption(translate("review-none"))
            for move in moves:
                with st.container(gap=None):
                    address = frame.selection() | {"country": move.iso3}
                    st.page_link(SITUATION, label=f"**{move.name}**", query_params=address)
                    st.markdown(move.evidence)
            if more:
                st.caption(translate("review-more", more=more))
        st.caption(view.rule)


def show_rows(block: Block) -> None:
    """Show the table of countries; each name opens its situation."""
    st.header(block.title, anchor=False)
    numbers, _, shared = figure.grid(block)
    figure.show_shared(shared)
    names = {name: translate(f"column-{name.replace('_', '-')}") for name in WIDTHS}
    columns = {names[name]: st.column_config.Column(width=width) for name, width in WIDTHS.items()}
    for name in NUMBERS:
        columns[names[name]] = st.column_config.NumberColumn(width=WIDTHS[name], format="localized")
    columns[translate("column-country")] = situation_links.column(width=COUNTRY, pinned=True)
    st.dataframe(
        situation_links.linked(numbers),
        hide_index=True,
        key=block.name,
        row_height=ROW,
        height=HEADING + ROW * min(len(block.table), MAX_ROWS) if len(block.table) else "auto",
        placeholder=translate("cell-unknown"),
        column_config=columns,
        alt=block.alt,
    )
    figure.show_files(block)
