"""Files to take away: each is made when its button is pressed, and a failure is told in words.

Streamlit makes such a file outside the page and tells a failure in words of its own, for some seconds.
So each press also runs the part of the page that holds the button, which waits for the outcome.
Streamlit forgets a file that was made so as soon as two pages have run, whoever's: in a full room before
the browser has fetched it. So the last files made are held until others take their places.
"""

import functools
import itertools
import logging
import queue
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner_utils import script_run_context

from ewdash.exports.tables import Table, csv, workbook
from ewdash.i18n import LANGUAGE, translate
from ewdash.model.errors import EwdashError
from ewdash.ui import notices

WAIT = 90.0  # seconds after which a file that is not finished is told as late
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

HELD = 32  # files that stay fetchable at once, some megabytes each
_PLACES = itertools.count()
# A file is made and held outside any page, of which Streamlit would warn at each press.
logging.getLogger(script_run_context.__name__).setLevel(logging.ERROR)

Outcomes = queue.SimpleQueue[str]  # a sentence for each file that failed, nothing for one that was made


@dataclass(frozen=True)
class File:
    """A file to offer."""

    label: str
    make: Callable[[], bytes]
    name: str
    kind: str  # its media type
    key: str  # of its button


def buttons(files: Sequence[File], *, key: str) -> None:
    """Show a button for each file in a row, and under them why the one pressed could not be made.

    Call it inside a fragment: a press runs that again.

    Args:
        files: What is offered.
        key: Of the row.
    """
    with st.container(horizontal=True, gap="small", key=key):
        faults = [_button(file) for file in files]
    for fault in filter(None, faults):
        st.error(notices.plain(fault), icon=":material/error:")


def table_buttons(taken: Callable[[], tuple[Table, Sequence[str]]], *, name: str, key: str) -> None:
    """Show the buttons that hand out a table, as CSV and as a workbook; call it inside a fragment.

    Every table of a page that is no picture's is taken away by these.

    Args:
        taken: Makes the table, and what must travel with it, a line each.
        name: Of its files, without ending.
        key: Of the row.
    """
    buttons(
        [
            File(translate("download-csv"), lambda: csv(taken()[0]), f"{name}.csv", "text/csv", f"{key}-csv"),
            File(
                translate("download-xlsx"),
                functools.partial(_workbook, taken),
                f"{name}.xlsx",
                XLSX,
                f"{key}-xlsx",
            ),
        ],
        key=f"{key}-files",
    )


def _workbook(taken: Callable[[], tuple[Table, Sequence[str]]]) -> bytes:
    numbers, about = taken()
    return workbook([numbers], about)


def _button(file: File) -> str:
    """Show a button; return why the file could not be made, where it was pressed and failed."""
    outcomes: Outcomes = st.session_state.setdefault(f"outcome-{file.key}", queue.SimpleQueue())
    make = functools.partial(_held, file, outcomes, LANGUAGE.get())
    pressed = st.download_button(file.label, make, file.name, file.kind, key=file.key)
    return outcome(outcomes) if pressed else ""


def _held(file: File, outcomes: Outcomes, language: str) -> bytes:
    """Make a file (`made`) and hold it under the name by which it is fetched."""
    content = made(file.make, outcomes, language)
    if runtime.exists():
        runtime.get_instance().media_file_mgr.add(
            content,
            file.kind,
            coordinates=f"held-{next(_PLACES) % HELD}",
            file_name=file.name,
            is_for_static_download=True,
        )
    return content


def made(make: Callable[[], bytes], outcomes: Outcomes, language: str) -> bytes:
    """Make a file outside any page, so in a language handed on, and leave word of the outcome.

    Raises:
        EwdashError: If it cannot be made for a named reason; what else is raised is told as not foreseen.
    """
    LANGUAGE.set(language)
    fault = translate("download-failed")
    try:
        content = make()
        fault = ""
    except EwdashError as error:
        fault = f"{error} {error.advice}"
        raise
    finally:
        outcomes.put(fault)
    return content


def outcome(outcomes: Outcomes, *, wait: float = WAIT) -> str:
    """Return the sentence on the file just asked for, nothing where it was made."""
    try:
        sentences = [outcomes.get(timeout=wait)]
    except queue.Empty:
        return translate("download-late")
    with suppress(queue.Empty):  # of presses whose page was left before it could tell
        while True:
            sentences.append(outcomes.get_nowait())
    return sentences[-1]
