"""Names of countries in tables, as links to their situations; the files keep them plain."""

from typing import Any
from urllib.parse import quote_plus, urlencode

import pyarrow as pa
import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import cache, frame

COUNTRY = "country"
PAGE = "situation"  # relative, because every page stands beside it
# The address holds the name, which the page reads as it reads a code: so the table can write and sort it.
NAME = rf"{COUNTRY}=([^&]+)"


def column(**settings: Any) -> Any:  # noqa: ANN401 - Streamlit's own settings, and its column
    """Return how a grid shows a column of `linked`: each link written as the name it leads to."""
    return st.column_config.LinkColumn(display_text=NAME, **settings)


def linked(grid: pa.Table) -> pa.Table:
    """Return a table whose column of countries leads to situations, with the reader's month and session.

    The input is not changed; one without such a column is returned as it is.

    Args:
        grid: A table with headings (`figure.grid`).
    """
    heading = translate("column-country")
    if heading not in grid.column_names:
        return grid
    handed_on = frame.selection()
    handed_on.pop(COUNTRY, None)
    start, rest = f"{PAGE}?{COUNTRY}=", f"&{urlencode(handed_on, safe=',')}" if handed_on else ""
    known = set(cache.places().options().values())
    links = [
        f"{start}{quote_plus(name, safe=',')}{rest}" if name in known else name
        for name in grid[heading].to_pylist()
    ]
    place = grid.column_names.index(heading)
    return grid.set_column(place, grid.schema.field(place), pa.array(links, grid.schema.field(place).type))
