"""Legends of figures that have none of their own."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from ewdash.charts import theme


def show_legend(entries: Iterable[tuple[str, str | None]]) -> None:
    """Show what each colour of a figure means; what has none is an open mark."""
    dots = [
        '<span style="display:inline-flex;align-items:center;gap:6px;margin-right:18px">'
        '<span style="width:14px;height:14px;border-radius:7px;box-sizing:border-box;border-width:2px;'
        f"border-style:solid;border-color:{escape(color or theme.MUTED)};"
        f'background:{escape(color or theme.PAPER)}"></span>'
        f"{escape(label)}</span>"
        for label, color in entries
    ]
    if dots:
        st.html("".join(dots))
