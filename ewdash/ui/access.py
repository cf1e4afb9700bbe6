"""A way past the menu, its landmark, and the two buttons that fold menu and filters on a small screen."""

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import assets

_access = st.components.v2.component("ewdash_access", js=assets.LOADER, isolate_styles=False)


def draw() -> None:
    """Draw what every page needs beside what Streamlit gives; call it first in the menu."""
    _access(
        data={
            "skip": translate("skip-to-headline"),
            "menu": translate("menu"),
            "filters": translate("filters"),
            "code": assets.address(assets.code_name(assets.ACCESS)),
        },
        key="access",
    )
