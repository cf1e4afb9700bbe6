"""Writes a table that needs no scrolling as text: words wrap, can be searched for, copied and read aloud."""

import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any
from urllib.parse import unquote_plus

import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_table as as_sent

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.views.block import with_headings

MAX_ROWS = 16  # of a table that is text; a longer one scrolls in a grid
DECIMALS = 4  # as the grid has them at most


def show(table: pd.DataFrame, *, name: str) -> None:
    """Show a table in the reader's headings: as text, or in a grid if it is long; nothing without rows.

    Args:
        table: Its columns have a line in the catalogue.
        name: What a screen reader calls it.
    """
    headed = with_headings(table)
    if len(headed) > MAX_ROWS:
        st.dataframe(headed, hide_index=True, alt=name, placeholder=translate("cell-unknown"))
    elif len(headed):
        st.html(written(as_sent(headed, preserve_index=False), name=name, columns={}))


def written(table: pa.Table, *, name: str, columns: Mapping[str, Any]) -> str:
    """Return a table as HTML that says what Streamlit's grid would show.

    Args:
        table: With headings, as it is sent to the grid.
        name: What a screen reader calls it.
        columns: The grid's settings by heading: links and numbers are shown by them, widths are not needed.
    """
    shown = [
        _cells(table[heading], columns.get(heading, {}), first=not place)
        for place, heading in enumerate(table.column_names)
    ]
    heads = "".join(f'<th scope="col"{_side(field.type)}>{escape(field.name)}</th>' for field in table.schema)
    rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*shown, strict=True))
    label = f'aria-label="{escape(name)}"'
    return (
        f'<div class="ew-table" role="region" tabindex="0" {label}><table {label}>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _side(kind: pa.DataType) -> str:
    return ' class="number"' if _is_number(kind) else ""


def _cells(column: pa.ChunkedArray, settings: Mapping[str, Any], *, first: bool) -> list[str]:
    """Return the cells of a column; those of the first name their rows."""
    kind = settings.get("type_config") or {}
    mark, scope = ("th", ' scope="row"') if first else ("td", "")
    start = f"<{mark}{scope}{_side(column.type)}>"
    return [f"{start}{_cell(value, kind)}</{mark}>" for value in column.to_pylist()]


def _cell(value: str | float | date | None, kind: Mapping[str, Any]) -> str:
    if value is None:
        return f'<span class="none">{escape(translate("cell-unknown"))}</span>'
    if kind.get("type") == "link" and value:
        return _link(str(value), str(kind["display_text"]))
    if isinstance(value, float):
        value = round(value, DECIMALS) + 0.0  # no "-0"
        rest = f"{value:.{DECIMALS}f}".rstrip("0").partition(".")[2]
        return i18n.number(value, decimals=len(rest))
    if isinstance(value, int) and kind.get("format") == "localized":
        return i18n.number(value)
    return escape(str(value))


def _link(address: str, shown: str) -> str:
    """Return a link under the words that a pattern finds in its address, or under the words given."""
    if "(" in shown:
        found = re.search(shown, address)
        if found is None:
            return escape(address)  # what leads nowhere is no link
        shown = unquote_plus(found[1])
    return f'<a href="{escape(address)}" target="_blank">{escape(shown)}</a>'
