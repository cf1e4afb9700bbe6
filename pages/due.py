"""What is due: what comes next before each Council, by session and month, and where both meet."""

from ewdash.ui import cache, due, frame, notices
from ewdash.views import due as views
from ewdash.views import due_before_both

frame.page_header("page-due")
with notices.show_errors():
    places = cache.places()
    chosen = due.selection(places)
    region, group = chosen["region"], chosen["group"]
    frame.headline(cache.view(views.headline, **chosen))
    frame.notes(places.membership_notes(region))
    due.show_calendar(places.scope_key(region=region, group=group), chosen)
    for make in due_before_both.BLOCKS:
        with notices.show_errors():
            due.show(cache.view(make, **chosen))
frame.page_footer()
