"""``update``: the newest releases of the producer by the command line."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from ewdash.data import home
from ewdash.i18n import translate


def add_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    update = commands.add_parser("update", help=translate("cli-update"))
    update.add_argument("--from", dest="files", nargs="+", type=Path, help=translate("cli-update-from"))
    update.add_argument("--version", default="", help=translate("cli-update-version"))
    update.add_argument("--history", action="store_true", help=translate("cli-update-history"))
    update.add_argument("--accept", action="store_true", help=translate("cli-update-accept"))
    update.add_argument("--forget", action="store_true", help=translate("cli-update-forget"))
    update.set_defaults(run=_update)


def _update(given: argparse.Namespace) -> int:
    if given.forget:
        with home.changing():
            home.forget_everything()
        print(translate("cli-update-forgotten"))
        return 0
    from ewdash.signals import refresh

    today, said = datetime.now(UTC).date(), dict[str, int]()

    def progress(part: str, share: float) -> None:
        if said.get(part, -10) + 10 <= 100 * share:
            said[part] = int(100 * share)
            message = "cli-update-part" if share else "cli-update-step"
            print(translate(message, part=part, share=said[part]), flush=True)

    if given.files:
        report = refresh.install(
            given.files, today=today, version=given.version, accept=given.accept, progress=progress
        )
    else:
        report = refresh.update(today=today, history=given.history, accept=given.accept, progress=progress)
    for line in report.lines():
        print(line)
    return 0
