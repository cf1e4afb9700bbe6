"""Legends of figures that have none of their own."""

from collections.abc import Iterable
from html import escape

import streamlit as st


def show_legend(entries: Iterable[tuple[str, str]]) -> None:
    """Show what each colour of a figure means."""
    dots = [
        '<span style="display:inline-flex;align-items:center;gap:6px;margin-right:18px">'
        f'<span style="width:14px;height:14px;border-radius:7px;background:{escape(color)}"></span>'
        f"{escape(label)}</span>"
        for label, color in entries
    ]
    if dots:
        st.html("".join(dots))
