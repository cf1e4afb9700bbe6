"""An expected error becomes a sentence and a next step; any other error stays an error."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ewdash.data import own_file
from ewdash.model.errors import EwdashError, NotCoveredError, NothingRecordedError

_MARKUP = re.compile(r"[\\`*\[\]<>$~&|]|(?<!\w)_|_(?!\w)")
# Links, icons and colours that are looked for in the text itself, where no backslash helps.
_AUTOLINKS = re.compile(r"(?<=:)(?=\w)|(?=://)|(?=@)|(?<=www)(?=\.)", re.IGNORECASE)
JOINER = "\u2060"  # takes no room


def plain(sentence: str) -> str:
    """Return a sentence that repeats what an address or a file says, so that none of it is markup."""
    return _MARKUP.sub(r"\\\g<0>", _AUTOLINKS.sub(JOINER, sentence))


def has_notes_folder() -> str:
    """Tell whether the folder of notes was named at the start, as the catalogue asks it: yes or no."""
    return "yes" if os.environ.get(own_file.PLACE) else "no"


@contextmanager
def show_errors() -> Iterator[None]:
    """Show an expected error in place of what it prevented; the rest of the page goes on."""
    try:
        yield
    except (NotCoveredError, NothingRecordedError) as error:
        st.info(plain(f"{error} {error.advice}"), icon=":material/info:")
    except EwdashError as error:
        st.error(plain(f"{error} {error.advice}"), icon=":material/error:")
