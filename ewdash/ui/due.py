"""What is due: the day from which it is looked ahead, the filters, and the calendar file."""

import functools
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ewdash import i18n
from ewdash.i18n import translate
from ewdash.model import moments
from ewdash.model.errors import UnknownChoiceError
from ewdash.model.places import Places
from ewdash.ui import cache, clock, figure, files, frame, notices, selectors, situation_links
from ewdash.ui.files import File
from ewdash.views import due, due_calendar
from ewdash.views.block import Block

NAME = "from"
MAX_YEARS = 5  # after today that the day may lie
WRAPPED = "due-both"  # the block whose cells hold sentences
HEADING, ROW, MAX_ROWS = 40, 132, 5  # pixels of the heading, and of a row; rows in view
COUNTRY = 130  # pixels of a column
WIDTHS = {
    "due_hrc": 230,
    "due_sc": 230,
    "apart": 100,
    "to_new_york": 280,
    "to_geneva": 260,
    "confidence": 120,
}


def selection(places: Places) -> dict[str, Any]:
    """Show the controls of the page; return what is asked for (`due.scoped`)."""
    with st.container(key="controls"):
        row = st.columns([1.2, 1.3, 1.1, 1.1, 0.8, 0.9], vertical_alignment="bottom")
    with row[0]:
        region = selectors.region(places)
    with row[1]:
        group = selectors.group(places.groups())
    with row[2]:
        bodies = {body: translate(f"due-body-{body}") for body in due.BODIES}
        body = selectors.one_of("body", bodies, default=due.ALL)
    with row[3]:
        kinds = {kind: translate(f"due-kind-{kind}") for kind in due.KINDS}
        kind = selectors.one_of("kind", kinds, default=due.ALL)
    with row[4]:
        months = {key: translate("due-months", months=span) for key, span in due.HORIZONS.items()}
        horizon = selectors.one_of("horizon", months, default=next(iter(months)))
    with row[5]:
        day = _day()
    return {
        "day": day,
        "region": region,
        "group": group,
        "months": due.HORIZONS[horizon],
        "body": body,
        "kind": kind,
    }


def _day() -> pd.Timestamp:
    """Let the reader choose the day, today at first; the address holds it, so that a link shows the same."""
    now = clock.today().date()
    last = now.replace(year=now.year + MAX_YEARS, day=1)
    given, day = st.query_params.get(NAME), now
    if given is not None:
        chosen = moments.day_of(given, pd.DataFrame(columns=["session", "end"]))
        if chosen is None or not moments.FIRST <= chosen <= last:
            error = UnknownChoiceError(given=given, control=translate("choose-from"), shown=i18n.day(now))
            frame.show_refusal(f"{error} {error.advice}")
        else:
            day = chosen
    st.query_params[NAME] = day.isoformat()
    st.session_state[NAME] = day

    def keep() -> None:
        choice = st.session_state[NAME]
        if isinstance(choice, date):
            st.query_params[NAME] = choice.isoformat()

    st.date_input(translate("choose-from"), key=NAME, min_value=moments.FIRST, max_value=last, on_change=keep)
    return pd.Timestamp(day)


def show(block: Block) -> None:
    """Show a block: with its list open under the picture, or as a table whose words wrap."""
    if block.name == WRAPPED:
        _show_wrapped(block)
        return
    st.session_state.setdefault(f"{block.name}-numbers", True)  # the list is what most come for
    figure.show_block(block)


@st.fragment
def show_folded(region: str | None, group: str | None) -> None:
    """Show what is due in a region or group within twelve months, folded; it is made when opened."""
    frame.resume()  # a fragment runs alone, without the page's opening
    expander = st.expander(translate("page-due"), key="due-of-region", on_change="rerun")
    if expander.open:
        with expander, notices.show_errors():
            day = clock.today()
            figure.show_block(cache.view(due.listed, day=day, region=region, group=group))


@st.fragment
def _show_wrapped(block: Block) -> None:
    frame.resume()  # a fragment runs alone, without the page's opening
    st.header(block.title, anchor=False)
    for note in block.notes:
        st.info(note, icon=":material/info:")
    numbers, _, shared = figure.grid(block)
    figure.show_shared(shared)
    columns: dict[str, Any] = {
        translate(f"column-{name.replace('_', '-')}"): st.column_config.Column(width=width)
        for name, width in WIDTHS.items()
    }
    columns[translate("column-country")] = situation_links.column(width=COUNTRY, pinned=True)
    st.dataframe(
        situation_links.linked(numbers),
        hide_index=True,
        row_height=ROW,
        height=HEADING + ROW * min(len(numbers), MAX_ROWS),
        placeholder=translate("cell-unknown"),
        column_config=columns,
        alt=block.alt,
    )
    figure.show_files(block)


@st.fragment
def show_calendar(of: str, chosen: dict[str, Any]) -> None:
    """Show the button that hands out the calendar file.

    Args:
        of: The selection in the name of the file.
        chosen: `selection`.
    """
    frame.resume()  # a fragment runs alone, without the page's opening
    make = functools.partial(due_calendar.calendar_file, cache.record(), **chosen)
    name = f"due-{of}-{chosen['day']:%Y-%m-%d}.ics"
    files.buttons(
        [File(translate("due-calendar"), make, name, "text/calendar", "due-calendar")], key="due-calendar-row"
    )
