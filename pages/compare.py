"""Compare: up to six situations side by side, and what each Council did on them."""

import streamlit as st

from ewdash.ui import cache, figure, frame, notices, since, subjects
from ewdash.views.comparison import inputs, page

frame.page_header("page-compare")
with notices.show_errors():
    selection = subjects.selected_comparison()
    countries, country = selection["countries"], st.query_params.get("country")
    region, members = selection.pop("region"), ()
    if not countries:
        frame.guide("compare-guide")
    else:
        if "countries" not in st.query_params:
            members = cache.places().membership_notes(region)
            st.caption(cache.view(page.told_first, countries=countries, country=country, region=region))
        view = cache.view(page.compare_view, **selection)
        frame.headline(view.headline)
        frame.notes(view.notes[: view.urgent])
        since.show_news(countries)
        with frame.parts():
            frame.folded_notes((*members, *view.notes[view.urgent :]))
            frame.brief(*inputs.CHOICES, "onset", "years", of="comparison", countries=",".join(countries))
        if view.picture is not None:
            figure.show_block(view.picture)
        frame.bullet_list(view.lines)
        figure.show_block(view.figures)
frame.page_footer()
