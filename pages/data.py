"""Data: the tables as they are, to narrow, read and take away; and what the reader brings."""

import streamlit as st

from ewdash.ui import copies, frame, notices, official, own_records, selectors

# A section, and what shows it.
PARTS = {"official": official.show, "own-records": own_records.show, "copies": copies.show}

frame.page_header("page-data")
with notices.show_errors():
    PARTS[selectors.section(PARTS, name="part")]()
st.space("small")
frame.page_footer()
