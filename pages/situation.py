"""Situation: what is happening in one country, and what each Council did."""

import streamlit as st

from ewdash.ui import (
    alert,
    cache,
    figure,
    forward,
    frame,
    notices,
    override,
    person,
    selectors,
    since,
    situation_parts,
)
from ewdash.views import councils, record_reach, signals, situation, stages, violence
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
        alert.show_newest(cache.view(signals.newest_alerts))
        alert.show_visited(places.options())
    else:
        alert.remember(country)
        answer = None
        with notices.show_errors():
            answer = cache.view(situation.answer, country=country, month=month)
            frame.headline(answer.headline)
            frame.notes(answer.notes[: answer.urgent])
            since.show_news((country,))
        with notices.show_errors():
            alert.show_alert(cache.view(signals.alert_card, country=country, month=month))
        with notices.show_errors():
            stage = cache.view(stages.stage_measure, country=country, month=month)
            acts = cache.view(situation.last_acts, country=country, month=month)
            frame.measures((answer.measures if answer else ()) + stage + acts)
        with frame.parts():
            section = selectors.section([*situation.SECTIONS, situation.OWN])
            frame.folded_notes(answer.notes[answer.urgent :] if answer else ())
            if section in situation.WITH_TIMELINE:
                kinds, turning, mandates = selectors.acts(cache.view(councils.kinds, country=country))
            frame.brief("years", of="situation")
        if section in situation.WITH_TIMELINE:
            with notices.show_errors():
                figure.show_block(
                    cache.view(
                        violence.escalation,
                        country=country,
                        month=cache.view(violence.axis_month, month=month, years=years),
                        years=years,
                        kinds=kinds,
                        turning=turning,
                        mandates=mandates,
                        since=since.selected(),
                        viewer=person.viewer(),
                    )
                )
                st.caption(cache.view(record_reach.line))
        forward.offer(country, month, section=section)
        situation_parts.show(section, country=country, month=month, years=years)
        if section == "stages":
            override.form(country, cache.view(month_options))
frame.page_footer()
