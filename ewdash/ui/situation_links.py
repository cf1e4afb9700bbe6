"""Names of countries in tables, as links to their situations; the files keep them plain."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
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


def linked(grid: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose column of countries leads to situations, with the reader's month and session.

    The input is not changed; one without such a column is returned as it is.

    Args:
        grid: A table with headings (`block.with_headings`).
    """
    heading = translate("column-country")
    if heading not in grid:
        return grid
    handed_on = frame.selection()
    handed_on.pop(COUNTRY, None)
    shared = urlencode(handed_on, safe=",")
    known = set(cache.places().options().values())
    return grid.assign(
        **{heading: [_link(name, shared) if name in known else name for name in grid[heading]]}
    )


def _link(name: str, shared: str) -> str:
    """Return the address of a situation with what is handed on to it."""
    own = urlencode({COUNTRY: name}, safe=",")
    return f"{PAGE}?{own}&{shared}" if shared else f"{PAGE}?{own}"
