"""Hands out a pack: files to take away, what they hold, and the analyst's note."""

import functools
import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.data import notes, own_file
from ewdash.data.own_file import Rows
from ewdash.exports.briefing import Briefing, Note
from ewdash.i18n import LANGUAGE, translate
from ewdash.model import periods
from ewdash.model.errors import PaperOutdatedError
from ewdash.ui import confirm, files, frame, notices
from ewdash.ui.confirm import Wish
from ewdash.ui.files import File
from ewdash.views.briefings.builder import Heading

REQUEST_KEY = "note-asked"
ASKED_KEY = "papers-asked"
# Ending -> module and function that make the file, and its media type.
FILES = {
    "pdf": ("pdf", "application/pdf"),
    "pptx": ("slides", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "docx": ("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "zip": ("bundle", "application/zip"),
}


@dataclass(frozen=True)
class Later:
    """A pack that is put together when a file of it is taken or it is presented: nobody may."""

    name: str  # of the files, without ending
    single: bool  # whether it is one page that stands alone
    address: str  # of the page that makes it
    make: Callable[[], Briefing]
    note: Note | None = None
    headline: str = ""
    parts: tuple[Heading, ...] = ()


def whole(pack: Briefing | Later) -> Briefing:
    """Return a pack put together."""
    return pack.make() if isinstance(pack, Later) else pack


def address(page: str = "", /, **choices: object) -> str:
    """Return the address that opens the same page again, to be printed in its papers.

    From now on no button of another selection makes a file.

    Args:
        page: Another page that makes the papers, as its address ends; "" is this one.
        **choices: What the page shows, by its name in the address; what it asks for besides is not printed.
    """
    values = {name: _address_value(name, value) for name, value in choices.items()}
    values["lang"] = LANGUAGE.get() if "lang" in st.query_params else ""
    query = {name: value for name, value in values.items() if value}
    here = str(st.context.url or "").split("?")[0]
    there = f"{here.rpartition('/')[0]}/{page}" if page else here
    link = f"{there}?{urlencode(query, safe=',')}"
    forget()
    _now()["address"] = link
    return link


def _address_value(name: str, value: object) -> str:
    """Return a selection as the address writes it; nothing where it is none."""
    if isinstance(value, pd.Timestamp):
        return periods.write(value)
    if isinstance(value, tuple):
        return ",".join(value)
    if value is None and name == "years":
        return "all"
    return "yes" if value is True else str(value or "")


@st.fragment
def downloads(pack: Briefing | Later, *, only: tuple[str, ...] = tuple(FILES)) -> None:
    """Show one button a file; a file is made when its button is pressed.

    Args:
        pack: What the files hold.
        only: The endings to offer.
    """
    frame.resume()  # a fragment runs alone, without the page's opening
    now = _now()
    files.buttons(
        [
            File(
                translate(f"paper-one-{ending}" if pack.single else f"paper-{ending}"),
                functools.partial(paper, FILES[ending][0], pack, now),
                f"{pack.name}.{ending}",
                FILES[ending][1],
                f"paper-{ending}",
            )
            for ending in only
        ],
        key="papers",
    )


def paper(maker: str, pack: Briefing | Later, now: Mapping[str, object]) -> bytes:
    """Make a file when its button is pressed: its libraries would slow every start.

    Args:
        maker: Module and function that make it.
        pack: What it holds, as it was when the button was shown.
        now: What the session asks for now (`address`, `with_note`).

    Raises:
        PaperOutdatedError: If the session asks for another selection by now, or another note, or none, or
            the record has changed since.
    """
    if (now.get("address"), now.get("note")) != (pack.address, pack.note):
        raise PaperOutdatedError
    module = importlib.import_module(f"ewdash.exports.{maker}")
    content: bytes = getattr(module, maker)(whole(pack))
    return content


def _now() -> dict[str, object]:
    """Return what this session asks for: one object for all its runs, so that old buttons see it, too."""
    now: dict[str, object] = st.session_state.setdefault(ASKED_KEY, {})
    return now


def forget() -> None:
    """Let no button that is still shown make a file: the selection is changing."""
    _now().clear()


def contents(pack: Briefing | Later) -> None:
    """Show what the pack holds: each part's message."""
    st.markdown(f"**{translate('briefing-contents')}**")
    st.html(
        "<ol>"
        + "".join(f"<li><b>{escape(part.title)}</b>. {escape(part.message)}</li>" for part in pack.parts)
        + "</ol>"
    )
    st.caption(translate("briefing-about"))


def with_note(subject: str) -> Note | None:
    """Return the analyst's note on a subject, as a pack prints it; one that cannot be read is told.

    From now on no button of a pack with another note, or none, makes a file.
    """
    note = None
    with notices.show_errors():
        saved_note = notes.load(subject)
        if saved_note is not None:
            note = Note(
                saved_note.text, saved_note.author or translate("unknown"), i18n.day(saved_note.written)
            )
    _now()["note"] = note
    return note


def note_form(subject: str) -> None:
    """Show the form in which an analyst writes the note on a subject."""
    pending = confirm.waits(REQUEST_KEY, of=subject)
    saved_rows, saved_note = notes.standing(subject), None
    with st.expander(translate("note-title"), expanded=pending):
        st.caption(f"{translate('note-about')} {translate('kept-where', named=notices.has_notes_folder())}")
        with notices.show_errors():
            saved_note = notes.read(saved_rows)
        if saved_note:
            st.caption(notices.plain(translate("note-kept", **_signature(saved_rows))))
        # By name, so that what is being written stays when somebody else's note comes between.
        text_key, author_key = f"note-text-{subject}", f"note-author-{subject}"
        st.session_state.setdefault(text_key, saved_note.text if saved_note else "")
        st.session_state.setdefault(author_key, saved_note.author if saved_note else "")
        with st.form("note-form", border=False):
            text = own_file.clean(
                st.text_area(translate("note-text"), max_chars=notes.MAX_LENGTH, key=text_key)
            )
            author = st.text_input(translate("note-author"), max_chars=own_file.AUTHOR, key=author_key)
            saved = st.form_submit_button(translate("note-save"))
        if saved and text:
            with notices.show_errors():
                _keep(subject, text, own_file.clean(author), saved_rows)
        if saved_rows and st.button(translate("note-remove")):
            sentence = f"{_note_in_words(saved_rows)} {translate('confirm-remove-note')}"
            remove = functools.partial(_remove, subject, saved_rows, (text_key, author_key))
            confirm.wish(
                REQUEST_KEY,
                Wish(subject, sentence, translate("confirm-remove"), remove, translate("note-removed")),
            )
        if pending:
            confirm.ask(REQUEST_KEY)


def _keep(subject: str, text: str, author: str, saved_rows: Rows) -> None:
    """Keep a note; over another, ask first."""
    keep = functools.partial(notes.save, subject, text=text, author=author, shown=saved_rows)
    if saved_rows and saved_rows[0][:2] != (text, author):
        sentence = f"{_note_in_words(saved_rows)} {translate('confirm-replace-note')}"
        confirm.wish(
            REQUEST_KEY, Wish(subject, sentence, translate("confirm-replace"), keep, translate("note-saved"))
        )
    if not saved_rows:
        keep()
    st.toast(translate("note-saved"))
    st.rerun()


def _remove(subject: str, saved_rows: Rows, fields: tuple[str, ...]) -> None:
    """Remove a note, and empty the form that still holds it."""
    notes.remove(subject, shown=saved_rows)
    for field in fields:
        st.session_state.pop(field, None)


def _note_in_words(saved_rows: Rows) -> str:
    """Say whose note stands in the file, of what day, and how it begins."""
    return translate(
        "note-stands", **_signature(saved_rows), text=i18n.repeated(" ".join(str(saved_rows[0][0]).split()))
    )


def _signature(saved_rows: Rows) -> dict[str, str]:
    """Return author and day of a note as they stand in the file, whatever they are."""
    _, author, timestamp = saved_rows[0]
    day = i18n.day(date.fromisoformat(timestamp)) if own_file.is_day(timestamp) else translate("unknown")
    return {"author": i18n.repeated(str(author or translate("unknown"))), "day": day}
