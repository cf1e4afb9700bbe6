"""What changed: everything new since a session, a month of the Security Council or a day."""

from ewdash.ui import cache, downloads, figure, frame, notices, selectors, since
from ewdash.views import since as views

frame.opened("page-since")
with notices.told():
    places = cache.places()
    region, group = selectors.area(places)
    moment = since.chosen()
    if moment is None:
        frame.guide("since-guide")
    else:
        scope = places.scope(region=region, group=group)
        news = cache.view(views.news, since=moment, scope=scope)
        frame.headline(news.sentence)
        frame.listed(news.lines)
        asked = {"since": moment, "scope": scope, "name": places.scope_name(region=region, group=group)}
        of = places.scope_key(region=region, group=group)
        address = downloads.address(since=moment, region=region, group=group)
        pack = cache.view(views.digest_pack, **asked, of=of, address=address)
        downloads.downloads(pack, only=("pdf", "zip"))
        figure.shown(cache.view(views.digest, **asked))
frame.closed()
