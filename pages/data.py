"""Data: the tables as they are, to narrow, read and take away; and the reader's own records."""

import streamlit as st

from ewdash.ui import frame, notices, official, own_records, selectors

PARTS = {"official": official.show, "own-records": own_records.show}  # a section, and what shows it

frame.page_header("page-data")
with notices.show_errors():
    PARTS[selectors.section(PARTS, name="part")]()
st.space("small")
frame.page_footer()
