"""What is new: everything new since a session, a month of the Security Council or a day."""

import streamlit as st

from ewdash.ui import alert, cache, clock, downloads, figure, frame, notices, selectors, since
from ewdash.views import record_reach, release_news, signals
from ewdash.views import since as views

frame.set_language()
since.open_with_the_newest()
frame.page_header("page-since")
with notices.show_errors():
    places = cache.places()
    with st.container(key="controls"):
        row = st.columns([1.5, 1, 1], vertical_alignment="bottom")
    region = group = None
    with row[0]:
        country = selectors.country(places.options())
    if country is None:
        with row[1]:
            region = selectors.region(places)
        with row[2]:
            group = selectors.group(places.groups())
    notes = places.notes(country) if country else places.membership_notes(region)
    scope = (country,) if country else places.scope(region=region, group=group)
    moment = since.selected()
    if moment is None:
        frame.guide("since-guide")
        alert.show_newest(cache.view(signals.newest_alerts))
        alert.show_visited(places.options())
    else:
        name = places.name(country) if country else places.scope_name(region=region, group=group)
        of = country.lower() if country else places.scope_key(region=region, group=group)
        day = clock.today()
        news = cache.view(views.news, since=moment, scope=scope, day=day)
        frame.headline(news.sentence)
        frame.notes(notes)
        frame.bullet_list(news.lines)
        arguments = {"since": moment, "scope": scope, "name": name}
        address = downloads.address(since=moment, country=country, region=region, group=group)
        given = {**arguments, "of": of, "address": address, "notes": notes, "day": day}
        make = cache.later(views.digest_briefing, **given)
        pack = downloads.Later(views.file_name(since=moment, of=of), False, address, make)
        downloads.downloads(pack, only=("pdf", "zip"))
        figure.show_block(cache.view(views.digest, **arguments))
        st.caption(cache.view(record_reach.line))
        releases = cache.view(release_news.options)
        with st.columns([1, 2])[0]:
            release = selectors.one_of("changed", releases, default=next(iter(releases)))
        figure.show_block(cache.view(release_news.changes, release=release, scope=scope))
frame.page_footer()
