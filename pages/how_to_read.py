"""How to read: the terms of the dashboard on one screen."""

from ewdash.ui import frame, notices, terms
from ewdash.views import terms as views

frame.page_header("page-how-to-read")
with notices.show_errors():
    frame.guide("headline-how-to-read")
    terms.show(views.terms(), levels=views.levels(), stages=views.stages())
frame.page_footer()
