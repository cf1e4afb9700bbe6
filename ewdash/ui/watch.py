"""The watch list: short tables whose rows lead to a situation."""

from collections.abc import Sequence

import streamlit as st

from ewdash.model.words import say
from ewdash.ui import frame
from ewdash.views.block import headed
from ewdash.views.watchlists import WatchList

ROW, HEADING = 35, 38  # pixels of Streamlit's table
SHOWN = 11  # rows in view; the rest is reached by scrolling, none is cut


def lists(found: Sequence[WatchList]) -> None:
    """Show the lists as tabs; choosing a row opens the situation."""
    st.subheader(say("watch-list"))
    # Only the list in view is sent and drawn: a grid costs the browser more than the map.
    tabs = st.tabs([say(f"watch-{part.name}") for part in found], key="watch", on_change="rerun")
    for tab, part in zip(tabs, found, strict=True):
        if tab.open:
            with tab:
                _list(part)


def _list(part: WatchList) -> None:
    if part.rows.empty:
        st.caption(say("watch-empty"))
    else:
        chosen = st.dataframe(
            headed(part.rows[list(part.columns)]),
            hide_index=True,
            key=f"watch-{part.name}",
            on_select="rerun",
            selection_mode="single-cell",
            height=HEADING + ROW * min(len(part.rows), SHOWN),
            column_config={
                say("column-deaths-12"): st.column_config.NumberColumn(format="localized"),
                say("column-change"): st.column_config.NumberColumn(format="localized"),
            },
            alt=say(f"watch-{part.name}"),
        )
        if chosen["selection"]["cells"]:
            place, _ = chosen["selection"]["cells"][0]
            frame.visit(str(part.rows.iloc[place]["iso3"]))
    st.caption(part.reads)
