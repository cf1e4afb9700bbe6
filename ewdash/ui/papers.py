"""Hands out a pack: files to take away, what they hold, and the analyst's note."""

import functools
import importlib
from html import escape
from urllib.parse import urlencode

import streamlit as st

from ewdash.data import notes
from ewdash.model import words
from ewdash.model.words import LANGUAGE, say
from ewdash.papers.pack import Note, Pack

# Ending -> module and function that make the file, and its media type.
FILES = {
    "pdf": ("pdf", "application/pdf"),
    "pptx": ("slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "docx": ("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "zip": ("archive", "application/zip"),
}
# What of the address makes a paper what it is; the rest is not printed.
ASKED = (
    "of",
    "country",
    "countries",
    "region",
    "group",
    "month",
    "years",
    "parts",
    "note",
    "since",
    "measure",
    "by",
    "span",
    "back",
    "scale",
    "axis",
    "onset",
    "lang",
)


def address() -> str:
    """Return the address of the page as it is asked for, to be printed in its papers."""
    asked = {key: st.query_params[key] for key in ASKED if key in st.query_params}
    return f"{str(st.context.url or '').split('?')[0]}?{urlencode(asked)}"


def downloads(pack: Pack, *, only: tuple[str, ...] = tuple(FILES)) -> None:
    """Show one button a file; a file is made when its button is pressed.

    Args:
        pack: What the files hold.
        only: The endings to offer.
    """
    with st.container(horizontal=True, key="papers"):
        for ending in only:
            maker, kind = FILES[ending]
            st.download_button(
                say(f"paper-{ending}"),
                functools.partial(_made, maker, pack, LANGUAGE.get()),
                f"{pack.name}.{ending}",
                kind,
                key=f"paper-{ending}",
                on_click="ignore",
            )


def _made(maker: str, pack: Pack, language: str) -> bytes:
    """Make a file when its button is pressed: its libraries would slow every start."""
    LANGUAGE.set(language)
    module = importlib.import_module(f"ewdash.papers.{maker}")
    content: bytes = getattr(module, maker)(pack)
    return content


def contents(pack: Pack) -> None:
    """Show what the pack holds: each part's message."""
    st.markdown(f"**{say('briefing-contents')}**")
    st.html(
        "<ol>"
        + "".join(f"<li><b>{escape(part.title)}</b>. {escape(part.message)}</li>" for part in pack.parts)
        + "</ol>"
    )
    st.caption(say("briefing-about"))


def noted(subject: str) -> Note | None:
    """Return the analyst's note on a subject, as a pack prints it."""
    kept = notes.load(subject)
    if kept is None:
        return None
    return Note(kept.text, kept.author or say("unknown"), words.day(kept.written))


def note_form(subject: str) -> None:
    """Show the form in which an analyst writes the note on a subject."""
    kept = notes.load(subject)
    with st.expander(say("note-title"), expanded=False):
        st.caption(say("note-about"))
        with st.form("note-form", border=False):
            text = st.text_area(say("note-text"), kept.text if kept else "", max_chars=notes.LONGEST)
            author = st.text_input(say("note-author"), kept.author if kept else "", max_chars=80)
            saved = st.form_submit_button(say("note-save"))
        if saved and text.strip():
            notes.save(subject, text=text, author=author)
            st.toast(say("note-saved"))
            st.rerun()
        if kept and st.button(say("note-remove")):
            notes.remove(subject)
            st.rerun()
