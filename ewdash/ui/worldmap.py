"""The world map: a small component of our own, because no chart library hatches or takes focus.

The server sends values only; the browser fetches the geometry and the code once.
"""

from typing import Any

import streamlit as st

from ewdash.ui import assets

_map = st.components.v2.component("ewdash_world_map", js=assets.LOADER)


def draw(spec: dict[str, Any], *, key: str) -> str | None:
    """Draw a map and return the code the reader chose, once.

    Args:
        spec: `ewdash.charts.worldmap.world_map`.
        key: Name of the widget.

    Raises:
        DatasetMissingError, DatasetDamagedError: If the geometry cannot be read.
    """
    files = {
        "code": assets.address(assets.code_name(assets.MAP)),
        "geometry": assets.address(assets.geometry_name()),
    }
    result = _map(data={**spec, **files}, key=key, on_chosen_change=lambda: None)
    chosen: str | None = result.get("chosen")
    return chosen
