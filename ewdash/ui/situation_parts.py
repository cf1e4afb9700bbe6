"""The part of Situation that is chosen: its blocks one by one, in the form that each asks for."""

import pandas as pd

from ewdash.ui import cache, clock, due, figure, investigations, notices
from ewdash.views import situation


def show(section: str, *, country: str, month: pd.Timestamp, years: int | None) -> None:
    """Show a part; a block that fails takes only its own picture along.

    Args:
        section: Its key among `situation.SECTIONS`, or `situation.OWN`.
        country: The iso3.
        month: The month that the page looks from.
        years: Years back of the page's pictures.
    """
    if section == situation.OWN:
        from ewdash.ui import own_records  # with all that reads files, which this part alone needs

        own_records.show_of_country(country, month=month, years=years)
        return
    if section == situation.ACCOUNTABILITY:
        investigations.show_of_country(country, month=month, years=years)
        return
    ahead = section in situation.DATED
    day, show_block = ({"day": clock.today()}, due.show) if ahead else ({}, figure.show_block)
    for make in situation.SECTIONS.get(section, ()):
        with notices.show_errors():
            show_block(cache.view(make, country=country, month=month, years=years, **day))
