"""Region: the monthly review of a region or group: what moved, why, and how much in all."""

import streamlit as st

from ewdash.ui import cache, due, figure, frame, notices, review, selectors, since
from ewdash.views import region, trends
from ewdash.views.months import default_month, month_options

frame.page_header("page-region")
with notices.show_errors():
    places = cache.places()
    with st.container(key="controls"):
        top = st.columns([1.1, 1.2, 1.2, 1, 0.8], vertical_alignment="bottom")
    with top[0]:
        home = "world" if "group" in st.query_params else region.HOME
        area = selectors.region(places, default=home)
    with top[1]:
        group = selectors.group(places.groups())
    with top[2]:
        month = selectors.month(cache.view(month_options), default=cache.view(default_month))
    with top[3]:
        back = region.MONTHS_BACK[selectors.option("back", region.MONTHS_BACK)]
    with top[4]:
        years = selectors.years(trends.YEARS, default="5")
    selection = {"month": month, "region": area, "group": group}
    empty = cache.view(region.nobody, region=area, group=group)
    if empty:
        frame.headline(empty)
    else:
        view = None
        with notices.show_errors():
            view = cache.view(region.region_view, **selection, back=back)
            frame.headline(view.headline)
            since.show_news(places.scope(region=area, group=group))
        with notices.show_errors():
            in_sight = cache.view(region.other_alerts, **selection)
            frame.notes(in_sight)
            frame.measures(cache.view(region.measures, **selection))
            with frame.parts():
                notes = cache.view(region.notices, **selection)
                frame.folded_notes(note for note in notes if note not in in_sight)
                frame.brief("back", "years", "scale", of="region", region=area, group=group)
        with st.container(key="board"):
            left, right = st.columns([1, 1.15])
        if view is not None:
            with left:
                review.show_moves(view)
        with right, notices.show_errors():
            figure.show_block(cache.view(trends.together, **selection, years=years))
        with notices.show_errors():
            with st.columns([1, 3])[0]:
                scale = selectors.option("scale", trends.SCALES)
            figure.show_block(cache.view(trends.multiples, **selection, back=back, years=years, scale=scale))
        if view is not None:
            with notices.show_errors():
                review.show_rows(cache.view(region.lines, **selection, back=back))
        due.show_folded(area, group)
frame.page_footer()
