"""Adopted texts on the page Data: what a file would add to the record, keep it, and take it away again."""

import functools

import streamlit as st

from ewdash.data import adopted_texts
from ewdash.data.adopted_texts import Draft
from ewdash.i18n import repeated, translate
from ewdash.signals import texts
from ewdash.ui import cache, confirm, notices, text_table
from ewdash.views import adopted_texts as views

REQUEST_KEY = "texts-asked"


def bring(made: Draft) -> bool:
    """Show what a file would add, and the button that keeps it; return whether it was kept."""
    st.markdown("\n".join(f"- {notices.plain(line)}" for line in views.summary(cache.record(), made)))
    reading = made.reading
    if not reading.written:
        st.warning(translate("copy-nothing"), icon=":material/error:")
        return False
    left = reading.refused + sum(code.rows for code in reading.unknown)
    if not st.button(translate("texts-keep", left=left), type="primary", key="texts-keep"):
        return False
    with notices.show_errors():
        texts.keep(made)
        st.toast(translate("texts-kept"))
        return True
    return False


def show_list() -> None:
    """Show the files that are kept, and remove the one that is chosen."""
    files = adopted_texts.held()
    st.subheader(translate("texts-title"), anchor=False)
    st.caption(translate("texts-about"))
    title = translate("texts-list", files=len(files))
    st.caption(title)
    if not files:
        return
    text_table.show(views.table(files), name=title)
    names = {one.name: repeated(one.file) for one in files}
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        translate("texts-which"), list(names), format_func=lambda name: names[name], key="texts-which"
    )
    confirm.removal(
        REQUEST_KEY,
        of=chosen,
        label=translate("texts-remove"),
        sentence=translate("texts-removes", file=names[chosen]),
        remove=functools.partial(_removed, chosen),
        button="texts-remove",
        place=right,
    )


def _removed(name: str) -> None:
    texts.remove(name)
