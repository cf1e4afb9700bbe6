"""Lets the reader take the page that goes to New York, for a situation and a month of the Council."""

from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from ewdash.i18n import translate
from ewdash.model import periods
from ewdash.model.errors import NothingToForwardError
from ewdash.ui import cache, downloads, figure, frame, notices, selectors
from ewdash.views.briefings import forward
from ewdash.views.months import default_month
from ewdash.views.subjects import FORWARD

FILES = ("pdf", "docx")
BRIDGE = "bridge"  # the part of Situation


def show() -> None:
    """Show the controls, the page's first lines, its files, and the whole list it draws from."""
    with st.container(key="controls"):
        left, right, _ = st.columns([1.6, 1.2, 1], vertical_alignment="bottom")
    with left:
        country = selectors.country(cache.places().options())
    months = forward.months(_today())
    following = list(months)[1]
    default = cache.view(forward.next_month, country=country, today=_today()) if country else following
    with right:
        sitting = selectors.one_of("sitting", months, default=default)
    if country is None:
        frame.guide("forward-guide")
        return
    address = _address(country, sitting)
    pack = cache.view(forward.forward_briefing, country=country, sitting=sitting, address=address)
    frame.headline(pack.headline)
    downloads.downloads(pack, only=FILES)
    st.markdown(f"**{notices.plain(pack.title)}**")
    frame.bullet_list(notices.plain(line) for line in pack.parts[0].lines)
    figure.show_block(cache.view(forward.forward_list, country=country, sitting=sitting))


def offer(country: str, month: pd.Timestamp, *, section: str) -> None:
    """Offer the page on a situation for the next month of the Council; where there is none, say why.

    Args:
        country: Its iso3.
        month: The month that is shown: the next sitting is no part of a past one.
        section: The part of Situation that is shown: the offer stands in the bridge alone.
    """
    if section != BRIDGE or periods.write(month) < cache.view(default_month):
        return
    with notices.show_errors():
        sitting = cache.view(forward.next_month, country=country, today=_today())
        try:
            paper = cache.view(forward.offer, country=country, sitting=sitting)
        except NothingToForwardError as error:
            st.caption(notices.plain(f"{error} {error.advice}"))
            return
        st.markdown(f"**{notices.plain(paper.title)}**")
        selection = {"country": country, "sitting": sitting, "address": _address(country, sitting)}
        make = cache.later(forward.forward_briefing, **selection)
        pack = downloads.Later(paper.name, paper.single, selection["address"], make)
        downloads.downloads(pack, only=FILES)
        st.page_link(
            "pages/briefing.py",
            label=translate("forward-this"),
            icon=":material/outgoing_mail:",
            query_params=frame.selection() | {"of": FORWARD, "country": country, "sitting": sitting},
        )


def _address(country: str, sitting: str) -> str:
    """Return the address of the page itself; from now on no button of another makes a file."""
    return downloads.address("briefing", of=FORWARD, country=country, sitting=sitting)


def _today() -> date:
    return datetime.now(tz=UTC).date()
