"""``import FILE``: the corpus of Security Council debates; ``update --forget`` takes it away."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from ewdash.data import debates
from ewdash.data.record import opened
from ewdash.i18n import translate
from ewdash.views import debates as views

recognises = debates.recognises


def bring(path: Path, given: argparse.Namespace) -> int:
    """Print what a file holds, and keep what it brings; return the exit code.

    Raises:
        EwdashError: If it cannot be read or kept.
    """
    del given  # nothing is refused row by row: what is left out is counted, and is no fault of the file
    today = datetime.now(tz=UTC).date()
    reading = debates.read(path, acts=opened().table("council_action"), today=today)
    for line in views.summary(opened(), reading):
        print(line)
    if reading.rows.empty:
        print(translate("debates-nothing"))
        return 1
    debates.keep(reading, today=today)
    print(translate("debates-kept"))
    return 0
