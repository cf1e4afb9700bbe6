"""``import FILE``: adopted texts and votes by the command line; ``update --forget`` takes them away."""

import argparse
from pathlib import Path

from ewdash.commands import copies
from ewdash.data import adopted_texts
from ewdash.data.layouts import adopted, recognise
from ewdash.data.record import opened
from ewdash.i18n import translate
from ewdash.signals import texts
from ewdash.views import adopted_texts as views


def recognises(path: Path) -> bool:
    """Tell whether a file holds adopted texts.

    Raises:
        FileUnreadableError, FileTooLargeError, LayoutIncompleteError, HeadingTwiceError: See
            `copies.recognises`.
    """
    return copies.recognises(path) and recognise(path) in adopted.KEYS


def bring(path: Path, given: argparse.Namespace) -> int:
    """Print what a file holds, and keep it unless rows are refused or unknown; return the exit code.

    Raises:
        EwdashError: If it cannot be read or kept.
    """
    made = adopted_texts.draft(path, countries=opened().table("country"))
    reading = made.reading
    for line in views.summary(opened(), made):
        print(line)
    copies.print_left(reading)
    if not reading.written:
        print(translate("copy-nothing"))
        return 1
    if (reading.refused or reading.unknown) and not given.keep_good:
        print(translate("texts-not-kept"))
        return 1
    texts.keep(made)
    print(translate("texts-kept"))
    return 0
