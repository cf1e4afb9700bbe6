"""The frame of every page: title, language, menu and footer."""

import contextlib
from collections.abc import Iterable
from contextvars import ContextVar
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ewdash.i18n import FALLBACK, LANGUAGE, languages, translate
from ewdash.model.errors import EwdashError, UnknownChoiceError
from ewdash.ui import access, cache, clock, notices, since
from ewdash.ui.style import CSS
from ewdash.views.measure import Measure
from ewdash.views.months import reach

_MESSAGE_AREA: ContextVar[DeltaGenerator] = ContextVar("above")
_READER: ContextVar[str] = ContextVar("reader", default=FALLBACK)
# Page file -> message with its name in the menu.
PAGES = {
    "app.py": "page-world",
    "pages/situation.py": "page-situation",
    "pages/region.py": "page-region",
    "pages/compare.py": "page-compare",
    "pages/since.py": "page-since",
    "pages/due.py": "page-due",
    "pages/councils.py": "page-councils",
    "pages/briefing.py": "page-briefing",
    "pages/past_cases.py": "page-past-cases",
    "pages/track_record.py": "page-track-record",
    "pages/data.py": "page-data",
    "pages/sources.py": "page-sources",
    "pages/how_to_read.py": "page-how-to-read",
}
# What the links of the menu hand on: period and places.
LINK_PARAMETERS = ("month", "country", "countries", "since", "lang")


def set_language() -> None:
    """Begin a run: the reader's language (the address's, else the browser's, else English), one record."""
    cache.look()
    _READER.set(st.query_params.get("lang") or st.context.locale or FALLBACK)
    language = _READER.get().split("-")[0]
    LANGUAGE.set(language if language in languages() else FALLBACK)


def resume() -> None:
    """Begin a part of a page that may run alone, without the page's opening."""
    if not cache.has_looked():
        set_language()


def reader_language() -> str:
    """Return the language that the address or the browser asks for, with a catalogue or without."""
    return _READER.get()


def page_header(page: str) -> None:
    """Open the frame: language of the reader, page title, style and the menu.

    Args:
        page: Message with the page's name.
    """
    set_language()
    st.set_page_config(page_title=f"{translate(page)} · {translate('product')}", layout="wide")
    st.html(f"<style>{CSS}</style>")
    with st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{translate('product')}**", width="content")
        access.draw()
        handed_on = selection()
        for file, name in PAGES.items():
            st.page_link(file, label=translate(name), query_params=handed_on, disabled=name == page)
        with notices.show_errors():
            since.control()
    _MESSAGE_AREA.set(st.container(key="above"))
    with notices.show_errors():
        error = since.show_refusal()
        if error is not None:
            show_refusal(f"{error} {error.advice}")
    language = st.query_params.get("lang")
    if language and language.split("-")[0] not in languages():
        control, shown = translate("choose-language"), translate("language-name")
        unknown = UnknownChoiceError(given=language, control=control, shown=shown)
        show_refusal(f"{unknown} {unknown.advice}")
        st.query_params["lang"] = LANGUAGE.get()


def top() -> DeltaGenerator:
    """Return the place over the controls where a page says what it could not follow."""
    return _MESSAGE_AREA.get()


def show_refusal(sentence: str) -> None:
    """Say over the controls what of the address a page could not follow."""
    top().warning(notices.plain(sentence), icon=":material/link_off:")


def selection() -> dict[str, str]:
    """Return the selections that a page link hands on: period and place."""
    return {name: st.query_params[name] for name in LINK_PARAMETERS if name in st.query_params}


def headline(sentence: str) -> None:
    """Show the page's one-sentence answer."""
    st.title(sentence, anchor=False)


def brief(*names: str, **values: str | None) -> None:
    """Show the way to the briefing on what the page shows.

    Args:
        *names: Names of selections in this page's address that the briefing takes too.
        **values: What else its address must hold, beyond what every link hands on.
    """
    parameters = selection() | {name: st.query_params[name] for name in names if name in st.query_params}
    parameters |= {name: value for name, value in values.items() if value}
    st.page_link(
        "pages/briefing.py",
        label=translate("brief-this"),
        icon=":material/slideshow:",
        query_params=parameters,
    )


def notes(sentences: Iterable[str]) -> None:
    """Show what must be known before the figures are read, in one quiet box."""
    if lines := list(sentences):
        with st.container(key="notices"):
            for sentence in lines:
                st.markdown(sentence)


def parts() -> DeltaGenerator:
    """Return the one row of controls over a page's parts."""
    return st.container(key="parts", horizontal=True, vertical_alignment="center", gap="small")


def folded_notes(sentences: Iterable[str]) -> None:
    """Show what must be known of the record as one word that opens."""
    if lines := list(sentences):
        with st.popover(translate("notes-folded", notes=len(lines)), type="tertiary"):
            for sentence in lines:
                st.markdown(sentence)


def folded(summary: str, text: str) -> None:
    """Show words that open in the browser, without asking the server; nothing where there are none."""
    if text:
        st.html(f'<details class="more"><summary>{escape(summary)}</summary><p>{escape(text)}</p></details>')


def measures(figures: Iterable[Measure]) -> None:
    """Show the figures above the fold in one row."""
    with st.container(key="measures", horizontal=True, gap="small"):
        for measure in figures:
            st.metric(measure.label, measure.value, help=measure.explained or None, border=True)


def bullet_list(sentences: Iterable[str]) -> None:
    """Show further sentences under the answer."""
    if lines := list(sentences):
        st.markdown("\n".join(f"- {sentence}" for sentence in lines))


def guide(message: str) -> None:
    """Say what to do before a country is chosen."""
    headline(translate(message))


def open_situation(iso3: str | None) -> None:
    """Open a situation, if one was chosen; the other selections travel along."""
    if iso3 is not None:
        st.switch_page("pages/situation.py", query_params=selection() | {"country": iso3})


def page_footer() -> None:
    """Close the page with what the reader must not forget."""
    st.divider()
    with contextlib.suppress(EwdashError):  # a record that cannot be read is told where it is needed
        st.caption(cache.view(reach, today=clock.today().date()))
    st.caption(translate("footer"))
