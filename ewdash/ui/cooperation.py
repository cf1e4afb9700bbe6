"""Lists of a State's cooperation on the page Data: what a file holds, keep it, and take it away again."""

import functools
from datetime import UTC, datetime

import streamlit as st

from ewdash.data import cooperation_files as files
from ewdash.data.cooperation_files import Reading
from ewdash.i18n import translate
from ewdash.ui import confirm, notices, text_table
from ewdash.views import brought_lists as views

REQUEST_KEY = "lists-asked"


def bring(reading: Reading) -> bool:
    """Show what a list holds, and the button that keeps it; return whether it was kept."""
    refused = len({one.row for one in reading.refusals})
    name = translate(f"layout-{reading.layout}")
    st.markdown(translate("coop-read", layout=name, rows=len(reading.rows), refused=refused))
    if reading.refusals:
        title = translate("lists-refused")
        st.markdown(title)
        text_table.show(views.refusals(reading), name=title)
    if reading.rows.empty or any(one.fault == "days" for one in reading.refusals):
        st.warning(translate("lists-nothing"), icon=":material/error:")
        return False
    if not st.button(translate("lists-keep", refused=refused), type="primary", key="lists-keep"):
        return False
    with notices.show_errors():
        files.keep(reading, today=datetime.now(tz=UTC).date())
        st.toast(translate("lists-kept"))
        return True
    return False


def show_list() -> None:
    """Show the lists that are kept, and remove the one that is chosen, damaged or not."""
    table, damaged = views.table()
    title = translate("lists-title")
    st.subheader(title, anchor=False)
    st.caption(translate("lists-about"))
    for layout in damaged:
        st.warning(translate("copy-damaged", layout=translate(f"layout-{layout}")), icon=":material/error:")
    text_table.show(table, name=title)
    names = {layout: translate(f"layout-{layout}") for layout in files.REQUIRED}
    kept = [layout for layout, name in names.items() if layout in damaged or name in table["source"].tolist()]
    if not kept:
        st.caption(translate("lists-none"))
        return
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    chosen = left.selectbox(translate("lists-which"), kept, format_func=names.__getitem__, key="lists-which")
    confirm.removal(
        REQUEST_KEY,
        of=chosen,
        label=translate("lists-remove"),
        sentence=translate("lists-removes", layout=names[chosen]),
        remove=functools.partial(files.remove, chosen),
        button="lists-remove",
        place=right,
    )
