"""The watch list: short tables whose rows lead to a situation."""

import pandas as pd
import streamlit as st

from ewdash.model.words import say
from ewdash.ui import frame
from ewdash.views.block import headed

ROW, HEADING = 35, 38  # pixels of Streamlit's table
SHOWN = 12  # rows in view; the rest is reached by scrolling, none is cut


def lists(by_level: pd.DataFrame, by_change: pd.DataFrame) -> None:
    """Show the two lists as tabs; choosing a row opens the situation."""
    st.subheader(say("watch-list"))
    # Only the list in view is sent and drawn: a grid costs the browser more than the map.
    tabs = st.tabs([say("watch-level"), say("watch-change")], key="watch", on_change="rerun")
    for tab, name, rows, measure in (
        (tabs[0], "level", by_level, "deaths_12"),
        (tabs[1], "change", by_change, "change"),
    ):
        if tab.open:
            with tab:
                _list(name, rows, measure)


def _list(name: str, rows: pd.DataFrame, measure: str) -> None:
    if rows.empty:
        st.caption(say("watch-empty"))
        return
    columns = ["country", measure]
    chosen = st.dataframe(
        headed(rows[columns]),
        hide_index=True,
        key=f"watch-{name}",
        on_select="rerun",
        selection_mode="single-cell",
        height=HEADING + ROW * min(len(rows), SHOWN),
        column_config={
            say("column-deaths-12"): st.column_config.NumberColumn(format="localized"),
            say("column-change"): st.column_config.NumberColumn(format="%.1f"),
        },
        alt=say(f"watch-{name}"),
    )
    st.caption(say(f"watch-{name}-reads"))
    if chosen["selection"]["cells"]:
        place, _ = chosen["selection"]["cells"][0]
        frame.visit(str(rows.iloc[place]["iso3"]))
