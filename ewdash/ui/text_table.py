"""Writes a table that needs no scrolling as text: words wrap, can be searched for, copied and read aloud."""

import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any
from urllib.parse import unquote_plus

import pyarrow as pa

from ewdash import i18n
from ewdash.i18n import translate

DECIMALS = 4  # as the grid has them at most


def written(table: pa.Table, *, name: str, columns: Mapping[str, Any]) -> str:
    """Return a table as HTML that says what Streamlit's grid would show.

    Args:
        table: With headings, as it is sent to the grid.
        name: What a screen reader calls it.
        columns: The grid's settings by heading: links and numbers are shown by them, widths are not needed.
    """
    shown = [_cells(table[heading], columns.get(heading, {})) for heading in table.column_names]
    heads = "".join(f'<th scope="col"{_side(field.type)}>{escape(field.name)}</th>' for field in table.schema)
    rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*shown, strict=True))
    return (
        f'<div class="ew-table"><table aria-label="{escape(name)}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _side(kind: pa.DataType) -> str:
    return ' class="number"' if _is_number(kind) else ""


def _cells(column: pa.ChunkedArray, settings: Mapping[str, Any]) -> list[str]:
    kind = settings.get("type_config") or {}
    side = _side(column.type)
    return [f"<td{side}>{_cell(value, kind)}</td>" for value in column.to_pylist()]


def _cell(value: str | float | date | None, kind: Mapping[str, Any]) -> str:
    if value is None:
        return f'<span class="none">{escape(translate("cell-unknown"))}</span>'
    if kind.get("type") == "link" and value:
        return _link(str(value), str(kind["display_text"]))
    if isinstance(value, float):
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
