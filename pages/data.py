"""Data: the reader's own records, read, kept, worked on and taken away."""

from ewdash.ui import frame, notices, own_records

frame.page_header("page-data")
with notices.show_errors():
    frame.guide("data-guide")
    own_records.show()
frame.page_footer()
