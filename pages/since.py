"""What is new: everything new since a session, a month of the Security Council or a day."""

from ewdash.ui import cache, downloads, figure, frame, notices, selectors, since
from ewdash.views import since as views

frame.set_language()
since.open_with_the_newest()
frame.page_header("page-since")
with notices.show_errors():
    places = cache.places()
    region, group = selectors.area(places)
    notes = places.membership_notes(region)
    moment = since.selected()
    if moment is None:
        frame.guide("since-guide")
    else:
        scope = places.scope(region=region, group=group)
        news = cache.view(views.news, since=moment, scope=scope)
        frame.headline(news.sentence)
        frame.notes(notes)
        frame.bullet_list(news.lines)
        arguments = {"since": moment, "scope": scope, "name": places.scope_name(region=region, group=group)}
        of = places.scope_key(region=region, group=group)
        address = downloads.address(since=moment, region=region, group=group)
        pack = cache.view(views.digest_briefing, **arguments, of=of, address=address, notes=notes)
        downloads.downloads(pack, only=("pdf", "zip"))
        figure.show_block(cache.view(views.digest, **arguments))
frame.page_footer()
