"""Data: the tables as they are, to narrow, read and take away."""

import streamlit as st

from ewdash.ui import frame, notices, official, selectors

PARTS = {"official": official.show}  # one line for each part: its section, and what shows it

frame.page_header("page-data")
with notices.show_errors():
    part = selectors.section(PARTS) if len(PARTS) > 1 else next(iter(PARTS))
    PARTS[part]()
st.space("small")
frame.page_footer()
