"""Which layout a file has: by its columns, never by its name."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ewdash import i18n
from ewdash.data.layouts import (
    acled,
    adopted,
    files,
    hapi,
    hdx_signals,
    idmc,
    sheets,
    terror_scale,
    ucdp_country_year,
    ucdp_events,
    unhcr,
    vdem,
    views,
)
from ewdash.data.layouts.layout import Layout
from ewdash.i18n import translate
from ewdash.model.errors import (
    FileTooLargeError,
    HeadingTwiceError,
    LayoutIncompleteError,
    LayoutUnknownError,
)

LAYOUTS: tuple[Layout, ...] = (
    ucdp_events.LAYOUT,
    ucdp_country_year.LAYOUT,
    acled.LAYOUT,
    hapi.LAYOUT,
    unhcr.LAYOUT,
    idmc.LAYOUT,
    terror_scale.LAYOUT,
    hdx_signals.LAYOUT,
    views.LAYOUT,
    vdem.LAYOUT,
    *adopted.LAYOUTS,
)
ENOUGH, MIN_FOUND = 0.6, 4  # share and number of a layout's columns that make a file a damaged one of it
NAMED = 6  # headings that a sentence repeats


@dataclass(frozen=True)
class Recognised:
    """A layout found in a file.

    Attributes:
        layout: Which.
        columns: Heading in lower case -> its place, of all columns; a heading twice is there once.
        written: Heading in lower case -> as it is written.
        width: Columns of the file.
        header: Whether the first row holds the headings.
        delimiter: Between the cells of a text.
        sheet: Of a workbook.
    """

    layout: Layout
    columns: dict[str, int]
    written: dict[str, str] = field(default_factory=dict)
    width: int = 0
    header: bool = True
    delimiter: str = ","
    sheet: str = ""


def recognise(path: Path) -> str:
    """Return the key of a file's layout.

    Raises:
        FileUnreadableError: If the file is no table, damaged or locked.
        FileTooLargeError: If it holds more columns than the bounds, or a workbook more than Excel can.
        LayoutUnknownError: If its columns are those of no layout we know.
        LayoutIncompleteError: If columns of the nearest layout are missing.
        HeadingTwiceError: If a column that is needed stands in it twice.
    """
    shape = shape_of(path)
    if not shape.packing or shape.kind == "text":
        return of(path, shape, path).layout.key
    with tempfile.TemporaryDirectory() as folder:
        return of(path, shape, files.unpack(path, shape, Path(folder), lambda share: None)).layout.key


def shape_of(path: Path) -> files.Shape:
    """Return what a file is; of an archive with several files, the one whose columns are known.

    Raises:
        FileUnreadableError: If it is not a table that can be read.
    """
    return files.shape(path, known=_known)


def _known(path: Path, head: bytes) -> bool:
    rows = (files.first_records(head, delimiter) for delimiter in files.DELIMITERS)
    return any(_of_rows(path, records, "", "") for records in rows)


def of(path: Path, shape: files.Shape, unpacked: Path) -> Recognised:
    """Return the layout of a file, with the places of its columns.

    Args:
        path: The file as it was brought.
        shape: What it is.
        unpacked: The file inside it where it is an archive; the same file where the head is enough.
    """
    candidates = list(_candidates(path, shape, unpacked))
    for rows, delimiter, sheet in candidates:
        found = _of_rows(path, rows, delimiter, sheet)
        if found:
            return found
    widest = max((rows[0] for rows, *_ in candidates if rows), key=len, default=[])
    headings = [_heading(cell) for cell in widest]
    layout = max(LAYOUTS, key=lambda layout: _share(layout, headings))
    there = sum(name in headings for name in layout.required)
    if _share(layout, headings) >= ENOUGH and there >= MIN_FOUND and there < len(layout.required):
        missing = [name for name in layout.required if name not in headings]
        raise LayoutIncompleteError(
            layout=translate(f"layout-{layout.key}"), missing=_listed(missing), count=len(missing)
        )
    known = i18n.listing(translate(f"layout-{layout.key}") for layout in LAYOUTS)
    raise LayoutUnknownError(found=_listed(widest), columns=len(widest), layouts=known)


def _candidates(path: Path, shape: files.Shape, unpacked: Path) -> Iterator[tuple[list[list[str]], str, str]]:
    """Yield the first rows of a file in each way it can be read, with the delimiter and the sheet."""
    if shape.kind == "workbook":
        for sheet, rows in sheets.headings(unpacked).items():
            yield rows, "", sheet
    elif shape.kind == "parquet":
        yield [list(files.parquet_headings(unpacked)[0])], "", ""
    else:
        for delimiter in files.DELIMITERS:
            yield files.first_records(shape.head, delimiter), delimiter, ""


def _of_rows(path: Path, rows: list[list[str]], delimiter: str, sheet: str) -> Recognised | None:
    if not rows:
        return None
    first = rows[0]
    if len(first) > files.MAX_COLUMNS:
        raise FileTooLargeError(given=path.name, most=files.MAX_COLUMNS, unit="columns")
    headings = [_heading(cell) for cell in first]
    while headings and not headings[-1]:
        headings.pop()  # a comma at the end
    there = set(headings)
    delimiter = delimiter or ","
    for layout in LAYOUTS:
        if there.issuperset(layout.required) and (not layout.some or there & layout.some):
            doubled = [name for name, times in Counter(headings).items() if times > 1 and name]
            columns = {name: place for place, name in enumerate(headings) if name}
            read = layout.query(frozenset(columns)).reads
            for name in doubled:
                if name in read:
                    raise HeadingTwiceError(layout=translate(f"layout-{layout.key}"), column=_shown(name))
            return Recognised(
                layout=layout,
                columns={name: columns[name] for name in columns if name in read},
                written={name: first[columns[name]] for name in columns if name in read},
                width=len(headings),
                delimiter=delimiter,
                sheet=sheet,
            )
    for layout in LAYOUTS:
        if layout.known and layout.known(first):
            read = layout.query(frozenset(layout.order)).reads
            columns = {name: place for place, name in enumerate(layout.order) if name in read}
            return Recognised(
                layout=layout,
                columns=columns,
                width=len(layout.order),
                header=False,
                delimiter=delimiter,
                sheet=sheet,
            )
    return None


def _heading(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").replace("’", "'").split()).casefold()


def _share(layout: Layout, headings: Iterable[str]) -> float:
    there = set(headings)
    return sum(name in there for name in layout.required) / len(layout.required)


def _shown(text: str) -> str:
    return i18n.repeated(text)


def _listed(names: list[str]) -> str:
    """Return headings one after the other, the first few where they are many."""
    shown = [f"“{_shown(name)}”" for name in names[:NAMED]]
    return i18n.listing([*shown, "…"] if len(names) > NAMED else shown)
