"""The watch list: short tables whose names lead to a situation."""

import functools
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.charts import theme
from ewdash.i18n import translate
from ewdash.ui import assets, cache, files, frame, notices
from ewdash.views.block import with_headings
from ewdash.views.watchlists import MONTHS, WatchList, to_take_away

HEIGHTS = {"bare": 330, "wide": 620}  # pixels in view; the rest is reached by scrolling, none is cut

_table = st.components.v2.component("ewdash_watch", js=assets.LOADER)


def show_alerts(part: WatchList | None) -> None:
    """Show the newest alerts, each name a link."""
    if part is None:
        return
    st.header(translate("watch-alerts"), anchor=False)
    _list(part, "bare")
    st.caption(part.reads)
    if part.more:
        with st.popover(translate("watch-more"), type="tertiary"):
            st.markdown(part.more)
            _files(part)


def show_lists(lists: Mapping[str, Callable[[], WatchList]]) -> None:
    """Show the lists as tabs; a name opens its situation.

    Args:
        lists: Name -> what makes a list, once its tab is opened.
    """
    st.header(translate("watch-list"), anchor=False)
    # Only the list in view is made, sent and drawn.
    tabs = st.tabs([translate(f"watch-{name}") for name in lists], key="watch", on_change="rerun")
    for tab, make in zip(tabs, lists.values(), strict=True):
        if tab.open:
            with tab, notices.show_errors():
                part = make()
                st.caption(part.reads)
                _list(part, "wide")
                _files(part)


@st.fragment
def _files(part: WatchList) -> None:
    """Show the files of a list."""
    frame.resume()
    if not part.rows.empty:
        taken = functools.partial(to_take_away, cache.record(), part)
        files.table_buttons(taken, name=f"watch-{part.name}", key=f"watch-{part.name}")


def _list(part: WatchList, kind: str) -> None:
    if part.rows.empty:
        st.caption(translate("watch-empty"))
        return
    data = table(part, title=translate(f"watch-{part.name}"), parameters=frame.selection())
    drawn = {"code": assets.address(assets.code_name(assets.WATCH)), "kind": kind, "height": HEIGHTS[kind]}
    result = _table(data={**data, **drawn}, key=f"watch-{part.name}", on_chosen_change=lambda: None)
    frame.open_situation(result.get("chosen"))


def table(part: WatchList, *, title: str, parameters: dict[str, str]) -> dict[str, Any]:
    """Return a list as the browser draws it: headings, rows that begin with iso3, and the names' address.

    Args:
        part: The list.
        title: Its name, spoken.
        parameters: Selections that the way to a situation hands on.
    """
    rows = part.rows[list(part.columns)]
    numeric = {name for name in part.columns if pd.api.types.is_numeric_dtype(rows[name])}
    kinds = {"country": "link", MONTHS: "months", "deaths_12": "number", **dict.fromkeys(numeric, "number")}
    return {
        "title": title,
        "columns": [
            {"heading": heading, "kind": kinds.get(name, "text")}
            for heading, name in zip(with_headings(rows).columns, part.columns, strict=True)
        ],
        "rows": [
            [code, *map(_cell, cells)]
            for code, *cells in zip(
                part.rows["iso3"].tolist(), *(rows[name].tolist() for name in part.columns), strict=True
            )
        ],
        "states": list(part.states),
        "address": f"{assets.page('situation')}?{urlencode(parameters | {'country': ''})}",
        "font": theme.FONT,
    }


def _cell(value: Any) -> Any:  # noqa: ANN401 - a cell: words, a number, or months with their words
    """Return a cell in words; months stay numbers, None where there is no data."""
    if isinstance(value, str | tuple):
        return value
    if pd.isna(value):
        return translate("cell-unknown")
    return i18n.number(value, decimals=0 if float(value).is_integer() else 1)
