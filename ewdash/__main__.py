"""Command line: ``python -m ewdash build | check | signals | evaluate | update | import | export-own``."""

import argparse
import codecs
import io
import sys
from pathlib import Path

from ewdash.commands import own_records
from ewdash.i18n import translate
from ewdash.model.datasets import DERIVED, FROM_OWN_FILES, LAYOUTS, Card
from ewdash.model.errors import EwdashError
from ewdash.model.gazetteer import unaccented

PLAIN = "ewdash-plain"  # how a console writes what its letters lack
SIGNS = str.maketrans({"“": '"', "”": '"', "…": "...", "\xa0": " "})


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Return what a console can write in place of letters that it lacks, as codecs ask for it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = unaccented(error.object[error.start : error.end].translate(SIGNS))
    return text.encode("ascii", "replace").decode(), error.end


def _any_console() -> None:
    """Let every console be written to, whatever its letters: a sentence loses its accents, not its end."""
    codecs.register_error(PLAIN, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)


def _told(card: Card) -> None:
    print(translate("cli-built", table=card.table, rows=card.rows, digest=card.sha256[:12]), flush=True)


def _begun(table: str) -> None:
    print(translate("cli-building", table=table), flush=True)


def _computing(part: str) -> None:
    print(translate("cli-computing", part=part), flush=True)


def _finished(cards: list[Card]) -> None:
    for card in cards:
        _told(card)


def _refresh(*, fresh: bool = False) -> None:
    """Compute what rests on the tables of the repository, and on the releases loaded above them."""
    from ewdash.data import home, store
    from ewdash.signals.run import update

    for root in dict.fromkeys((store.DATA, home.shown())):
        _finished(update(root=root, fresh=fresh, progress=_computing))


def _update(given: argparse.Namespace) -> None:
    """Bring in the newest releases, or return to those of the repository."""
    from datetime import UTC, datetime

    from ewdash.data import home
    from ewdash.signals import refresh

    if given.forget:
        with home.changing():
            home.forget_everything()
        print(translate("cli-update-forgotten"))
        return
    today, said = datetime.now(UTC).date(), dict[str, int]()

    def progress(part: str, share: float) -> None:
        if said.get(part, -10) + 10 <= 100 * share:
            said[part] = int(100 * share)
            message = "cli-update-part" if share else "cli-update-step"
            print(translate(message, part=part, share=said[part]), flush=True)

    if given.files:
        report = refresh.install(given.files, today=today, accept=given.accept, progress=progress)
    else:
        report = refresh.update(today=today, history=given.history, accept=given.accept, progress=progress)
    for line in report.lines():
        print(line)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    _any_console()
    parser = argparse.ArgumentParser(prog="python -m ewdash", description=translate("cli-about"))
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help=translate("cli-build"))
    build.add_argument("--from", dest="folder", type=Path, help=translate("cli-from"))
    build.add_argument("--table", action="append", choices=tuple(LAYOUTS), help=translate("cli-table"))
    commands.add_parser("check", help=translate("cli-check"))
    signals = commands.add_parser("signals", help=translate("cli-signals"))
    signals.add_argument("--fresh", action="store_true", help=translate("cli-fresh"))
    evaluate = commands.add_parser("evaluate", help=translate("cli-evaluate"))
    evaluate.add_argument("--peers", type=Path, help=translate("cli-peers"))
    newer = commands.add_parser("update", help=translate("cli-update"))
    newer.add_argument("--from", dest="files", nargs="+", type=Path, help=translate("cli-update-from"))
    newer.add_argument("--history", action="store_true", help=translate("cli-update-history"))
    newer.add_argument("--accept", action="store_true", help=translate("cli-update-accept"))
    newer.add_argument("--forget", action="store_true", help=translate("cli-update-forget"))
    own_records.add_arguments(commands)
    given = parser.parse_args(arguments)
    try:
        if given.command in ("import", "export-own"):
            return own_records.run(given)
        if given.command == "build":
            from ewdash.data.build import BY_HAND, FIGURES, rebuild
            from ewdash.data.build import build as build_tables

            if given.folder is None:
                rebuild(tables=tuple(given.table or BY_HAND), started=_begun, saved=_told)
            else:
                build_tables(given.folder, tables=tuple(given.table or FIGURES), started=_begun, saved=_told)
            _refresh()
        elif given.command == "signals":
            _refresh(fresh=given.fresh)
        elif given.command == "evaluate":
            from ewdash.data.home import shown
            from ewdash.signals.run import evaluate as evaluate_tables

            _finished(evaluate_tables(root=shown(), peers=given.peers, progress=_computing))
        elif given.command == "update":
            _update(given)
        else:
            from ewdash.data.check import check
            from ewdash.data.home import shown
            from ewdash.data.store import DATA, card, current, layer, outdated

            for table in LAYOUTS:
                _told(check(table))
            for table in LAYOUTS if shown() != DATA else ():
                if layer(table, root=shown()) == shown():
                    _told(check(table, root=shown()))
            for table in DERIVED:
                if table not in FROM_OWN_FILES:
                    current(card(table))
                elif outdated(card(table)):
                    print(translate("cli-stays", table=table), flush=True)
    except EwdashError as error:
        print(f"{error} {error.advice}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
