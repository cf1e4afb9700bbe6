"""World: where violence is highest now, where it rose, and the way to each situation."""

import streamlit as st

from ewdash.ui import assets, extracts, server

if __name__ == "app":  # the server imports this file once; every visit runs it as a script
    routes = assets.routes() + extracts.routes()
    app = st.App(__file__, routes=routes, middleware=server.middleware(), lifespan=server.prepared)
else:
    from ewdash.ui import (
        cache,
        figure,
        frame,
        notices,
        own_records,
        replay,
        selectors,
        since,
        watch,
        worldmap,
    )
    from ewdash.views.months import alike, default_month, month_options
    from ewdash.views.watchlists import UNANSWERED, unanswered
    from ewdash.views.world import LAYERS, world_view

    frame.page_header("page-world")
    with notices.show_errors():
        places = cache.places()
        with st.container(key="controls"):
            top = st.columns([1.1, 1, 1, 0.9, 1.2], vertical_alignment="bottom")
        with top[0]:
            month = selectors.month(cache.view(month_options), default=cache.view(default_month))
        with top[1]:
            region = selectors.region(places)
        with top[2]:
            group = selectors.group(places.groups())
        with top[3]:
            layer = selectors.layer(LAYERS)
        with top[4]:
            frame.open_situation(selectors.search(places.options()))
        view = cache.view(world_view, month=month, region=region, group=group, layer=layer)
        frame.headline(view.headline)
        frame.notes(view.urgent)
        with st.container(key="board"):
            left, right = st.columns([2.3, 1])
        with left:
            frame.open_situation(worldmap.draw(own_records.on_map(view.map), key="world"))
            own_records.under_map(view.map)
            replay.play_months(cache.view(alike, month=month), shown=f"{month:%Y-%m}")
        with right:
            since.show_news(places.scope(region=region, group=group))
            watch.show_alerts(view.alerts)
            frame.folded_notes(view.notices)
        figure.show_text(view.block)
        selection = {"month": month, "region": region, "group": group}
        watch.show_lists({**view.lists, UNANSWERED: lambda: cache.view(unanswered, **selection)})
    frame.page_footer()
