"""Command line: ``python -m ewdash`` and one of its commands (``--help`` names them)."""

import argparse
import codecs
import io
import sys

from ewdash.commands import digest, own_records, releases, tables
from ewdash.i18n import translate
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


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    _any_console()
    parser = argparse.ArgumentParser(prog="python -m ewdash", description=translate("cli-about"))
    commands = parser.add_subparsers(dest="command", required=True)
    for room in (tables, releases, own_records, digest):
        room.add_arguments(commands)
    given = parser.parse_args(arguments)
    try:
        code: int = given.run(given)
    except EwdashError as error:
        print(f"{error} {error.advice}", file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
