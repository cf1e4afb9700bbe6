"""Shows a block: title, figure, caption, and the numbers to take away."""

import functools
from html import escape
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st
from streamlit.dataframe_util import convert_pandas_df_to_arrow_table as as_sent

from ewdash.charts.figures import Figure
from ewdash.charts.theme import MAP_HEIGHT, Form
from ewdash.i18n import translate
from ewdash.model.symbols import ADDRESS, address
from ewdash.ui import files, frame, legend, notices, situation_links, terms, text_table
from ewdash.ui.files import File
from ewdash.views.block import Block, said_once, with_headings
from ewdash.views.pictures import drawable, file_name, picture

ROW, HEADING = 35, 40  # pixels of Streamlit's grid
PICTURES: dict[Form, str] = {"png": "image/png", "svg": "image/svg+xml"}
# Columns of people: written with separators.
COUNTS = {"deaths_12", "low_12", "high_12", "deaths_before", "deaths_best", "deaths_low", "deaths_high"}
COUNTS |= {"population"}
Grid: TypeAlias = tuple[pa.Table, dict[str, Any], tuple[str, ...]]
_GRIDS: WeakKeyDictionary[Block, Grid] = WeakKeyDictionary()
_SPECS: WeakKeyDictionary[Block, dict[str, Any]] = WeakKeyDictionary()
MIN_COLUMNS, WIDTH_NAME = 7, 250  # columns from which the name of the country stays in view; pixels for it
WIDTH_HEADING = 150  # pixels for the heading of a column of countries
SAMPLE_ROWS = 5  # first rows, by which the grid finds the width of a column
MAX_LETTERS, LETTER, PADDING = (
    38,
    6.6,
    20,
)  # letters of a cell that are never cut; pixels for one, and around all


class _Ready(go.Figure):  # type: ignore[misc]
    """A figure that Streamlit takes as it is: any other one it checks anew in each run."""

    def __init__(self, spec: dict[str, Any]) -> None:
        # Plotly's own constructor would check it, too; only `to_dict` is asked of it.
        self.__dict__["_spec"] = spec

    def to_dict(self) -> dict[str, Any]:
        """Return the figure's data, which is all that Streamlit asks for."""
        spec: dict[str, Any] = self.__dict__["_spec"]
        return spec


def _ready(block: Block) -> _Ready:
    """Return the figure of a block, which nothing changes any more, as it is sent; made once."""
    if block not in _SPECS:
        assert isinstance(block.figure, Figure)  # who asks has looked
        _SPECS[block] = block.figure.as_drawn()
    return _Ready(_SPECS[block])


def _config(figure: Figure) -> dict[str, object]:
    """Return Plotly's settings: buttons to zoom where an axis can be stretched, and no others.

    Plotly's own picture is not offered: it would lack caption, notes and boundary note.
    """
    free = any(axis.get("fixedrange") is not True for axis in figure.axes("x"))
    return {
        "displaylogo": False,
        "displayModeBar": free,
        "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d"]],
        "scrollZoom": False,
    }


@st.fragment
def show_block(block: Block) -> None:
    """Show one figure, or a table where nothing is drawn, with caption and downloads."""
    frame.resume()  # a fragment runs alone, without the page's opening
    st.header(block.title, anchor=False)
    if block.figure is None:
        _notes(block)
    if isinstance(block.figure, Figure):
        st.plotly_chart(
            _ready(block), theme=None, config=_config(block.figure), alt=block.alt, key=block.name
        )
        st.caption(block.source)  # beside the picture, whatever stands between it and its caption
    elif block.figure is not None:
        legend.show_legend(block.legend)
        st.pydeck_chart(block.figure, alt=block.alt, key=block.name, height=MAP_HEIGHT)
    else:
        _numbers(block)
    if block.figure is not None:
        _notes(block)
    show_reading(block)
    if block.figure is not None:
        _numbers_expander(block)
    if block.read:
        _reading_expander(block)


@st.fragment
def show_without_files(block: Block) -> None:
    """Show one figure that is not to be passed on: nothing of it can be taken away."""
    frame.resume()
    st.header(block.title, anchor=False)
    if isinstance(block.figure, Figure):
        st.plotly_chart(
            _ready(block), theme=None, config=_config(block.figure), alt=block.alt, key=block.name
        )
    st.caption(notices.plain(block.source))  # it repeats the name of a file
    _notes(block)
    st.caption(block.caption)
    expander = st.expander(translate("numbers"), key=f"{block.name}-numbers", on_change="rerun")
    if expander.open:
        with expander:
            _table(block)


def _notes(block: Block) -> None:
    for note in block.notes:
        st.info(note, icon=":material/info:")


@st.fragment
def show_text(block: Block) -> None:
    """Show caption and numbers of a figure that is drawn elsewhere."""
    frame.resume()
    show_reading(block)
    _numbers_expander(block)


@st.fragment
def show_files(block: Block) -> None:
    """Show the files of a table that is drawn elsewhere, and its caption."""
    frame.resume()
    download(block)
    show_reading(block)


def show_reading(block: Block) -> None:
    """Show the caption, what does not stand beside a figure, and the picture to take away."""
    parts = [block.caption, block.handling]
    if not isinstance(block.figure, Figure):  # which has its source beside it
        parts.append(block.source)
    if block.figure is not None and not isinstance(block.figure, Figure):
        parts += block.boundaries
    if block.method:
        method = translate("method-behind", name=translate(f"method-{block.method}"))
        parts.append(f"[{method}]({terms.method_address(block.method)})")
    st.caption(" ".join(part for part in parts if part))
    frame.folded(translate("caption-more"), block.more)
    if not drawable(block):
        return
    pictures = [
        File(
            translate(f"picture-{form}"),
            functools.partial(picture, block, form=form),
            file_name(block, form=form),
            kind,
            f"{block.name}-{form}",
        )
        for form, kind in PICTURES.items()
    ]
    files.buttons(pictures, key=f"{block.name}-pictures")


def _numbers_expander(block: Block) -> None:
    """Show the numbers behind a figure; they are sent only when opened."""
    expander = st.expander(translate("numbers"), key=f"{block.name}-numbers", on_change="rerun")
    if expander.open:
        with expander:
            _numbers(block)


def _reading_expander(block: Block) -> None:
    """Show the marks of a figure as a list in order, for a keyboard or a screen reader."""
    expander = st.expander(translate("reading"), key=f"{block.name}-reading", on_change="rerun")
    if expander.open:
        expander.html(
            "".join(
                f"<p><strong>{escape(heading)}</strong></p><ul>"
                + "".join(f"<li>{escape(line)}</li>" for line in lines)
                + "</ul>"
                for heading, lines in block.reading
            )
        )


def _table_with_links(table: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the table with symbols as links to the UN's documents; the CSV keeps them plain.

    Where each symbol leads to a document, the link is written as the symbol; else it stands beside it.
    """
    if "symbol" not in table:
        return table, {}
    symbols = [None if pd.isna(symbol) else symbol for symbol in table["symbol"].tolist()]
    links = [address(symbol) for symbol in symbols]
    if any(symbol and link is None for symbol, link in zip(symbols, links, strict=True)):
        column = st.column_config.LinkColumn(display_text=translate("open-document"))
        document = pd.Series(links, table.index, dtype="object")
        return table.assign(document=document), {translate("column-document"): column}
    length = max((len(link) - len(ADDRESS) for link in links if link), default=0)
    width = round(LETTER * min(length, MAX_LETTERS) + PADDING)
    column = st.column_config.LinkColumn(display_text=f"{ADDRESS}(.+)", width=width)
    shown = ["" if symbol == "" else link for symbol, link in zip(symbols, links, strict=True)]
    return table.assign(symbol=pd.Series(shown, table.index, dtype="object")), {
        translate("column-symbol"): column
    }


def _widths(table: pd.DataFrame) -> dict[str, int]:
    """Return pixels by heading where words grow longer below the rows that the grid measures, or lack."""
    letters_by_heading: dict[str, int] = {}
    for heading in table.columns:
        column = table[heading]
        if isinstance(column.dtype, pd.StringDtype):
            letters = [min(len(cell), MAX_LETTERS) for cell in column.tolist() if not pd.isna(cell)]
            # the grid takes long words among blank cells for outliers
            if letters and (max(letters[:SAMPLE_ROWS]) < max(letters) or 0 in letters):
                letters_by_heading[heading] = max(letters)
        elif pd.api.types.is_numeric_dtype(column) and column.isna().any():
            letters_by_heading[heading] = len(translate("cell-unknown"))
    return {
        name: round(LETTER * max(letters, len(name)) + PADDING)
        for name, letters in letters_by_heading.items()
    }


def grid(block: Block) -> Grid:
    """Return the numbers as they are sent, how the grid shows them, and what all rows share; made once."""
    if block not in _GRIDS:
        _GRIDS[block] = _headed(block)
    return _GRIDS[block]


def _headed(block: Block) -> Grid:
    table, shared = said_once(block.table)
    table, links = _table_with_links(table)
    headed = with_headings(table)
    widths = {name: st.column_config.Column(width=width) for name, width in _widths(headed).items()}
    counts = {
        translate(f"column-{name.replace('_', '-')}"): st.column_config.NumberColumn(format="localized")
        for name in COUNTS & set(table.columns)
    }
    links = widths | counts | links
    if situation_links.COUNTRY in table:
        many = len(table.columns) > MIN_COLUMNS
        names = table[situation_links.COUNTRY].tolist()
        letters = min(max((len(name) for name in names if not pd.isna(name)), default=0), MAX_LETTERS)
        width = WIDTH_NAME if many else max(round(LETTER * letters + PADDING), WIDTH_HEADING)
        links[translate("column-country")] = situation_links.column(width=width, pinned=many)
    return as_sent(headed, preserve_index=False), links, shared


def _numbers(block: Block) -> None:
    _table(block)
    download(block)


def _table(block: Block) -> None:
    numbers, links, shared = grid(block)
    show_shared(shared)
    numbers = situation_links.linked(numbers)
    if 0 < len(numbers) <= text_table.MAX_ROWS:
        st.html(text_table.written(numbers, name=block.alt, columns=links))
        return
    st.dataframe(
        numbers,
        hide_index=True,
        alt=block.alt,
        placeholder=translate("cell-unknown"),
        column_config=links,
        height=HEADING + ROW * text_table.MAX_ROWS if len(numbers) else "auto",
    )


def show_shared(sentences: tuple[str, ...]) -> None:
    """Show over a table what all its rows share."""
    if sentences:
        st.markdown(" ".join(sentences))


def download(block: Block) -> None:
    """Show the buttons that hand out a block's numbers; call it inside a fragment."""
    files.table_buttons(lambda: (block.numbers, block.about), name=block.name, key=block.name)
