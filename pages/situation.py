"""Situation: what is happening in one country, and what each Council did."""

import streamlit as st

from ewdash.ui import alert, cache, figure, frame, notices, override, selectors, since
from ewdash.views import councils, signals, situation, violence
from ewdash.views.months import default_month, month_options

frame.page_header("page-situation")
with notices.show_errors():
    places = cache.places()
    with st.container(key="controls"):
        top = st.columns([1.6, 1.2, 1], vertical_alignment="bottom")
    with top[0]:
        country = selectors.country(places.options())
    with top[1]:
        month = selectors.month(cache.view(month_options), default=cache.view(default_month))
    with top[2]:
        years = selectors.years()
    if country is None:
        frame.guide("situation-guide")
    else:
        with notices.show_errors():
            answer = cache.view(situation.answer, country=country, month=month)
            frame.headline(answer.headline)
            frame.brief("years", of="situation")
            since.show_news((country,))
            stage = cache.view(signals.stage_measure, country=country, month=month)
            frame.measures(
                answer.measures + stage + cache.view(situation.last_acts, country=country, month=month)
            )
            frame.notes(answer.notes)
        with notices.show_errors():
            alert.show_alert(cache.view(signals.alert_card, country=country, month=month))
        with notices.show_errors():
            with st.container(key="acts-shown"):
                left, right = st.columns([3, 1], vertical_alignment="bottom")
            with left:
                kinds = selectors.several("acts", cache.view(councils.kinds, country=country))
            with right:
                turning = selectors.switch("turning")
            figure.show_block(
                cache.view(
                    violence.escalation,
                    country=country,
                    month=cache.view(violence.axis_month, month=month, years=years),
                    years=years,
                    kinds=kinds,
                    turning=turning,
                    since=since.selected(),
                )
            )
        section = selectors.section(situation.SECTIONS)
        for make in situation.SECTIONS[section]:
            with notices.show_errors():
                figure.show_block(cache.view(make, country=country, month=month, years=years))
        if section == "stages":
            override.form(country, cache.view(month_options))
frame.page_footer()
