"""An expected error becomes a sentence and a next step; any other error stays an error."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ewdash.model.errors import EwdashError, NotCoveredError, NothingRecordedError


@contextmanager
def told() -> Iterator[None]:
    """Show an expected error in place of what it prevented; the rest of the page goes on."""
    try:
        yield
    except (NotCoveredError, NothingRecordedError) as error:
        st.info(f"{error} {error.advice}", icon=":material/info:")
    except EwdashError as error:
        st.error(f"{error} {error.advice}", icon=":material/error:")
