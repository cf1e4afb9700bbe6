"""The part Accountability of a situation: one of its investigative bodies is chosen, then shown."""

import pandas as pd
import streamlit as st

from ewdash.ui import cache, figure, notices, selectors
from ewdash.views import accountability, situation


def show_of_country(country: str, *, month: pd.Timestamp, years: int | None) -> None:
    """Let the reader choose an investigative body on a country, the newest first, and show its blocks.

    Args:
        country: Its iso3.
        month: The month that the page looks from.
        years: Years back of the page's pictures.
    """
    with notices.show_errors():
        options = cache.view(accountability.options, country=country, month=month)
        if st.query_params.get("inquiry") in cache.view(accountability.keys) - options.keys():
            st.query_params.pop("inquiry")  # of the country looked at before
        body = selectors.one_of("inquiry", options, default=next(iter(options)))
        for make in situation.SECTIONS[situation.ACCOUNTABILITY]:
            with notices.show_errors():
                figure.show_block(cache.view(make, country=country, month=month, years=years, body=body))
