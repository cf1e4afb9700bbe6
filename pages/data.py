"""Data: the tables as they are, to narrow, read and take away; and what the reader brings."""

import streamlit as st

from ewdash.ui import data_parts, frame, notices, selectors

frame.page_header("page-data")
with notices.show_errors():
    data_parts.show(selectors.section(data_parts.PARTS, name="part"))
st.space("small")
frame.page_footer()
