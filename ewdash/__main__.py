"""Command line: ``python -m ewdash build | check | signals | evaluate | digest``."""

import argparse
import codecs
import io
import sys
from pathlib import Path

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
    digest = commands.add_parser("digest", help=translate("cli-digest"))
    digest.add_argument("--since", required=True, help=translate("cli-since"))
    place = digest.add_mutually_exclusive_group()
    place.add_argument("--countries", help=translate("cli-countries"))
    place.add_argument("--region", help=translate("cli-region"))
    digest.add_argument(
        "--format", choices=("text", "html", "atom"), default="text", help=translate("cli-format")
    )
    digest.add_argument("--to", type=Path, help=translate("cli-to"))
    digest.add_argument("--state", type=Path, help=translate("cli-state"))
    given = parser.parse_args(arguments)
    if given.command == "digest" and given.to and given.state and given.to.resolve() == given.state.resolve():
        digest.error(translate("cli-same-file"))
    try:
        if given.command == "build":
            from ewdash.data.build import BY_HAND, FIGURES, rebuild
            from ewdash.data.build import build as build_tables

            if given.folder is None:
                rebuild(tables=tuple(given.table or BY_HAND), started=_begun, saved=_told)
            else:
                build_tables(given.folder, tables=tuple(given.table or FIGURES), started=_begun, saved=_told)
            from ewdash.signals.run import update

            _finished(update(progress=_computing))
        elif given.command == "signals":
            from ewdash.signals.run import update

            _finished(update(fresh=given.fresh, progress=_computing))
        elif given.command == "evaluate":
            from ewdash.signals.run import evaluate as evaluate_tables

            _finished(evaluate_tables(peers=given.peers, progress=_computing))
        elif given.command == "digest":
            from ewdash.data.record import opened
            from ewdash.views.digest import area, edition

            words = given.countries.split(",") if given.countries is not None else None
            made = edition(
                opened(),
                moment=given.since,
                area=area(opened(), countries=words, region=given.region),
                form=given.format,
                to=given.to,
                state=given.state,
            )
            if made is not None:
                print(made.hand_out(given.to), end="", flush=True)
                made.remember()
        else:
            from ewdash.data.check import check
            from ewdash.data.store import card, current, outdated

            for table in LAYOUTS:
                _told(check(table))
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
