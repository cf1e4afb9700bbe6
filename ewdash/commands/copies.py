"""``import FILE``: a user's own copy of another producer's data by the command line."""

import argparse
from pathlib import Path

from ewdash.data import copies
from ewdash.data.copies import Draft
from ewdash.data.layouts import Reading, files, recognise
from ewdash.data.record import opened
from ewdash.i18n import repeated, translate
from ewdash.model.errors import FileUnreadableError, LayoutUnknownError
from ewdash.views import copies as views

MAX_LINES = 20  # of refusals and of unknown codes printed; the rest is counted
# What only another producer's file can be: a file of own records has none of these forms.
NO_RECORDS = ("locked", "several", "nested", "link", "parquet", "device", "folder")


def recognises(path: Path) -> bool:
    """Tell whether a file has another producer's layout.

    Raises:
        FileUnreadableError, FileTooLargeError: If it cannot be read, and is no file of own records.
        LayoutUnknownError: If it is packed so, and its columns are those of no layout we know.
        LayoutIncompleteError, HeadingTwiceError: If it is nearly of one.
    """
    try:
        recognise(path)
    except FileUnreadableError as error:
        if error.facts["fault"] in NO_RECORDS:
            raise
        return False
    except LayoutUnknownError:
        found = files.shape(path)
        if found.packing or found.kind == "parquet":
            raise
        return False
    return True


def bring(path: Path, given: argparse.Namespace) -> int:
    """Print what a file holds, and keep it unless rows are refused; return the exit code.

    Raises:
        EwdashError: If it cannot be read or kept.
    """
    made = copies.draft(path, countries=opened().table("country"))
    reading = made.reading
    print(views.summary(made))
    for line in views.told(reading):
        print(line)
    print_left(reading)
    if not reading.written:
        print(translate("copy-nothing"))
        return 1
    if reading.refused and not given.keep_good:
        print(translate("copy-not-kept"))
        return 1
    _keep(made)
    return 0


def print_left(reading: Reading) -> None:
    """Print what of a file is unknown or refused."""
    _print_unknown(reading)
    _print_refusals(reading)


def _keep(made: Draft) -> None:
    if replaced := views.replaces(copies.listed(), made.reading):
        print(replaced)
    copies.keep(made)
    print(translate("copies-kept"))


def _print_unknown(reading: Reading) -> None:
    for one in reading.unknown[:MAX_LINES]:
        deaths = "none" if one.deaths is None else one.deaths
        code, name = repeated(one.code) or "none", repeated(one.name) or translate("unknown")
        print(translate("copy-unknown-line", code=code, name=name, rows=one.rows, deaths=deaths))
    _print_more(len(reading.unknown) - MAX_LINES)


def _print_refusals(reading: Reading) -> None:
    for one in reading.refusals[:MAX_LINES]:
        print(
            translate(
                "copy-refused-line",
                row=str(one.row),
                whole="no" if one.column else "yes",
                column=repeated(one.column),
                value=repeated(one.value),
                why=translate(f"refused-{one.reason}"),
            )
        )
    _print_more(reading.refused - min(len(reading.refusals), MAX_LINES))


def _print_more(number: int) -> None:
    if number > 0:
        print(translate("cli-more", number=number))
