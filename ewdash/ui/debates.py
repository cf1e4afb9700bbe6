"""The corpus of Security Council debates on the page Data: what a file holds, keep it, take it away again."""

from datetime import UTC, datetime

import streamlit as st

from ewdash.data import debates
from ewdash.data.debates import Reading
from ewdash.i18n import translate
from ewdash.model.errors import CopyDamagedError
from ewdash.ui import cache, confirm, notices, text_table
from ewdash.views import debates as views

REQUEST_KEY = "debates-asked"


def bring(reading: Reading) -> bool:
    """Show what a file holds, and the button that keeps it; return whether it was kept."""
    st.markdown("\n".join(f"- {notices.plain(line)}" for line in views.summary(cache.record(), reading)))
    if reading.rows.empty:
        st.warning(translate("debates-nothing"), icon=":material/error:")
        return False
    if not st.button(translate("debates-keep"), type="primary", key="debates-keep"):
        return False
    with notices.show_errors():
        debates.keep(reading, today=datetime.now(tz=UTC).date())
        st.toast(translate("debates-kept"))
        return True
    return False


def show_list() -> None:
    """Show the file that is kept, and remove it, damaged or not."""
    st.subheader(translate("debates-title"), anchor=False)
    st.caption(translate("debates-about"))
    try:
        found = debates.brought()
    except CopyDamagedError as error:
        found = None
        st.warning(notices.plain(str(error)), icon=":material/error:")
    else:
        if found is None:
            st.caption(translate("debates-none"))
            return
        text_table.show(views.table(*found), name=translate("debates-title"))
    confirm.removal(
        REQUEST_KEY,
        of=debates.LAYOUT,
        label=translate("debates-remove"),
        sentence=translate("debates-removes"),
        remove=debates.remove,
        button="debates-remove",
        place=st,
    )
