"""The watch list: short tables whose rows lead to a situation."""

from collections.abc import Callable, Sequence

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import frame, notices
from ewdash.views.block import with_headings
from ewdash.views.watchlists import WatchList

ROW, HEADING = 35, 38  # pixels of Streamlit's table
MAX_ROWS = 11  # rows in view; the rest is reached by scrolling, none is cut


def show_lists(lists: Sequence[WatchList], **makers: Callable[[], WatchList]) -> None:
    """Show the lists as tabs; choosing a row opens the situation.

    Args:
        lists: The lists made already.
        **makers: Name -> what makes a list, once its tab is opened.
    """
    st.subheader(translate("watch-list"))
    # Only the list in view is sent and drawn: a grid costs the browser more than the map.
    ready = {part.name: part for part in lists}
    names = [*ready, *makers]
    tabs = st.tabs([translate(f"watch-{name}") for name in names], key="watch", on_change="rerun")
    for tab, name in zip(tabs, names, strict=True):
        if tab.open:
            with tab, notices.show_errors():
                _list(ready[name] if name in ready else makers[name]())


def _list(part: WatchList) -> None:
    if part.rows.empty:
        st.caption(translate("watch-empty"))
    else:
        selection = st.dataframe(
            with_headings(part.rows[list(part.columns)]),
            hide_index=True,
            key=f"watch-{part.name}",
            on_select="rerun",
            selection_mode="single-cell",
            height=HEADING + ROW * min(len(part.rows), MAX_ROWS),
            column_config={
                translate("column-deaths-12"): st.column_config.NumberColumn(format="localized"),
                translate("column-change"): st.column_config.NumberColumn(format="localized"),
            },
            alt=translate(f"watch-{part.name}"),
        )
        if selection["selection"]["cells"]:
            place, _ = selection["selection"]["cells"][0]
            frame.open_situation(str(part.rows.iloc[place]["iso3"]))
    st.caption(part.reads)
