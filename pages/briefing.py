"""Briefing: the paper to hand out and the screen to share, for a situation, a region or New York."""

import streamlit as st

from ewdash.ui import (
    clock,
    downloads,
    forward,
    frame,
    notices,
    person,
    selectors,
    since,
    slideshow,
    subjects,
)
from ewdash.views.subjects import FORWARD, KINDS, included_parts
from ewdash.views.subjects import parts as part_names

frame.page_header("page-briefing")
with notices.show_errors():
    kind = selectors.section(KINDS, name="of")
    subject = None if kind == FORWARD else subjects.selected_subject(kind)
    if kind == FORWARD:
        forward.show()
    elif subject is None:
        frame.guide("briefing-guide")
    else:
        with st.container(key="parts-chosen"):
            left, right = st.columns([2, 1.1], vertical_alignment="bottom")
        with left:
            parts = selectors.several("parts", part_names(kind))
        with right:
            has_note = selectors.switch("note", changing=downloads.forget)
            has_own = kind == "situation" and selectors.switch("own", changing=downloads.forget)
        moment = since.selected()
        pack = subjects.pack(
            subject,
            sections=included_parts(kind, parts),
            since=moment,
            day=clock.today(),
            address=downloads.address(
                of=kind, **subject.selection, parts=parts, note=has_note, own=has_own, since=moment
            ),
            note=downloads.with_note(subject.key) if has_note else None,
            **({"viewer": person.viewer()} if has_own else {}),
        )
        frame.headline(pack.headline)
        frame.notes(subject.notes)
        downloads.downloads(pack)
        if slideshow.is_open():
            slideshow.present(pack)
        downloads.contents(pack)
        downloads.note_form(subject.key)
frame.page_footer()
