"""Presenter mode: a pack as full-screen views, frozen while it is shown."""

import streamlit as st

from ewdash.charts import theme
from ewdash.exports.briefing import Briefing
from ewdash.exports.slideshow import Show, show
from ewdash.i18n import translate
from ewdash.ui import assets, downloads
from ewdash.ui.downloads import Later

_LOADER = """
export default function (component) {
  const { code } = component.data;
  let leave = () => {}, gone = false; // the page may be left before its stage is there
  import(new URL(code, document.baseURI).href).then((stage) => { if (!gone) leave = stage.show(component); });
  return () => { gone = true; leave(); };
}
"""
_stage = st.components.v2.component("ewdash_presenter", js=_LOADER)


def is_open() -> bool:
    """Show the button that begins; tell whether the address asks for the show.

    A show that it no longer asks for (the browser's way back) is over: the next is made anew.
    """
    if st.button(translate("present"), type="primary", icon=":material/slideshow:"):
        st.query_params["present"] = "yes"
    wanted = st.query_params.get("present") == "yes"
    if not wanted:
        st.session_state.pop("show", None)
    return wanted


def present(pack: Briefing | Later) -> None:
    """Show a pack's views over the page until the reader leaves.

    What is shown is kept for the session from the first view on: tables that change meanwhile
    change nothing on the screen.

    Args:
        pack: What is shown; another address is another show, other data is not.
    """
    kept: tuple[str, Show] | None = st.session_state.get("show")
    if kept is None or kept[0] != pack.address:
        kept = (pack.address, show(downloads.whole(pack)))
        st.session_state["show"] = kept
    given = st.query_params.get("slide", "1")
    result = _stage(
        data={
            "slides": kept[1].slides,
            "start": int(given) - 1 if given.isdecimal() and len(given) < 4 else 0,
            "font": theme.FONT,
            "code": assets.address(assets.code_name(assets.PRESENTER)),
            "words": {
                name: translate(f"present-{name}") for name in ("name", "before", "after", "whole", "leave")
            }
            | {"more": translate("pack-more-shown")},
        },
        key="presenter",
        on_left_change=lambda: None,
    )
    if result.get("left") is not None:
        leave()
        st.rerun()


def leave() -> None:
    """Forget the show and take it out of the address."""
    st.session_state.pop("show", None)
    for name in ("present", "slide"):
        st.query_params.pop(name, None)
