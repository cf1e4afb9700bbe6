"""``import FILE``: treaties, standing invitations and visits of special procedures, by the command line."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from ewdash.data import cooperation_files as files
from ewdash.data import spreadsheets
from ewdash.data.record import opened
from ewdash.i18n import repeated, translate
from ewdash.model.errors import NamedFileError

MAX_LINES = 20  # of refusals printed; the rest is counted


def bring(path: Path, given: argparse.Namespace) -> int:
    """Print what a file holds, and keep it unless rows are refused; return the exit code.

    Raises:
        EwdashError: If it cannot be read or kept.
    """
    today = datetime.now(tz=UTC).date()
    try:
        with path.open("rb") as file:
            content = file.read(spreadsheets.MAX_BYTES + 1)
    except OSError as error:
        raise NamedFileError(file=path.name, reason=error.strerror or type(error).__name__) from error
    reading = files.read(content, opened().gazetteer, today=today, file=path.name)
    refused = len({one.row for one in reading.refusals})
    layout = translate(f"layout-{reading.layout}")
    print(translate("coop-read", layout=layout, rows=len(reading.rows), refused=refused))
    for one in reading.refusals[:MAX_LINES]:
        why = translate(f"coop-fault-{one.fault}")
        value = repeated(one.value)
        print(translate("cli-refused-line", row=str(one.row), column=one.column, value=value, why=why))
    if len(reading.refusals) > MAX_LINES:
        print(translate("cli-more", number=len(reading.refusals) - MAX_LINES))
    if reading.rows.empty:
        print(translate("copy-nothing"))
        return 1
    if any(one.fault == "days" for one in reading.refusals) or (refused and not given.keep_good):
        print(translate("copy-not-kept"))
        return 1
    files.keep(reading, today=today)
    print(translate("coop-kept", layout=layout))
    return 0
