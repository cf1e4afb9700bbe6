"""``import FILE`` and ``export-own FILE``: what a user brings, and own records, by the command line."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ewdash.commands import adopted_texts, cooperation, copies, debates
from ewdash.data import cooperation_files, own_export, own_file, own_records, record_sheets, spreadsheets
from ewdash.data.own_records import STORED
from ewdash.data.record import opened
from ewdash.data.record_sheets import Reading
from ewdash.exports.record_sheets import CORRECTED, as_csv, corrected, said
from ewdash.i18n import repeated, translate
from ewdash.model.errors import NamedFileError, UploadRefusedError
from ewdash.model.violations import TEAM
from ewdash.views.own_records import summary

START = 64 * 1024  # bytes by which a large file is recognised
MAX_LINES = 20  # of refusals and likenesses printed; the rest is counted
Importer = Callable[[Path, argparse.Namespace], int]


def add_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the two commands."""
    taking = commands.add_parser("import", help=translate("cli-import"))
    taking.add_argument("file", type=Path, help=translate("cli-import-file"))
    taking.add_argument("--owner", default="", help=translate("cli-owner"))
    taking.add_argument("--team", action="store_true", help=translate("cli-team"))
    taking.add_argument("--keep-good", action="store_true", help=translate("cli-keep-good"))
    taking.add_argument("--alike", choices=("keep", "leave"), help=translate("cli-alike"))
    taking.add_argument("--refused", type=Path, help=translate("cli-refused"))
    give = commands.add_parser("export-own", help=translate("cli-export-own"))
    give.add_argument("file", type=Path, help=translate("cli-export-file"))
    for command in (taking, give):
        command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Run one of the two commands; return the exit code.

    Raises:
        EwdashError: If the file is refused, or what users wrote cannot be read or kept.
    """
    return export(given.file) if given.command == "export-own" else bring(given.file, given)


def bring(path: Path, given: argparse.Namespace) -> int:
    """Read a file with the first importer that recognises it; return the exit code.

    Raises:
        UploadRefusedError: If none does.
    """
    for recognises, importer in IMPORTERS:
        if recognises(path):
            return importer(path, given)
    raise UploadRefusedError(fault="layout", value="")


def _content(path: Path, most: int = own_export.MAX_BYTES + 1) -> bytes:
    """Return the first bytes of a file; by default one more than any file of ours may have.

    Raises:
        NamedFileError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise NamedFileError(file=path.name, reason=error.strerror or type(error).__name__) from error


def _is_export(path: Path) -> bool:
    return own_export.is_export(_content(path, START))


def _restore(path: Path, given: argparse.Namespace) -> int:
    told = own_export.restore(_content(path), by=given.owner or own_file.person())
    counts = {"added": told.added, "known": told.known, "aside": told.set_aside, "left": told.left_out}
    print(translate("records-restored", **counts, renamed=told.renamed))
    return 0


def _is_records(path: Path) -> bool:
    """Tell whether a file is of the layout of own records; a file that is no table at all is told there."""
    content = _content(path, spreadsheets.MAX_BYTES + 1)
    if len(content) > spreadsheets.MAX_BYTES:  # told where it is read, if its first line is of this layout
        content = content[:START].partition(b"\n")[0] + b"\nx"
    return record_sheets.recognised(spreadsheets.read(content, sheet=record_sheets.SHEET).headings)


def _bring_records(path: Path, given: argparse.Namespace) -> int:
    """Print what a file of own records brings, and keep it if nothing speaks against it."""
    today = datetime.now(tz=UTC).date()
    reading = record_sheets.read(_content(path), opened().gazetteer, today=today, kept=own_records.kept_ids())
    print(summary(reading))
    _print_refusals(reading, given.refused)
    kept = [dict(zip(STORED, row, strict=True)) for row in own_records.standing_sound()]
    alike = own_records.likenesses(reading.records, kept)
    for like in alike[:MAX_LINES]:
        other = like.other or translate("cli-row", row=str(reading.numbers[like.other_new or 0]))
        row = str(reading.numbers[like.new])
        print(translate("cli-alike-line", row=row, other=repeated(other), days=like.days))
    _print_more(len(alike) - MAX_LINES)
    if reading.refused and not given.keep_good:
        print(translate("cli-not-kept-refused"))
        return 1
    if alike and given.alike is None:
        print(translate("cli-not-kept-alike"))
        return 1
    left = {like.new for like in alike} if given.alike == "leave" else set()
    records = [record for place, record in enumerate(reading.records) if place not in left]
    by = own_file.clean(given.owner)[: own_file.AUTHOR] or own_file.person()
    own_records.add(records, owner=TEAM if given.team else by, by=by)
    print(translate("records-kept", records=len(records)))
    return 0


def _print_refusals(reading: Reading, to: Path | None) -> None:
    for one in reading.refusals[:MAX_LINES]:
        value = repeated(one.value)
        print(translate("cli-refused-line", row=str(one.row), column=one.column, value=value, why=said(one)))
    _print_more(len(reading.refusals) - MAX_LINES)
    if to is not None and reading.refused:
        _write(to, as_csv(corrected(reading), CORRECTED))
        print(translate("cli-written", file=to.name))


def _print_more(number: int) -> None:
    if number > 0:
        print(translate("cli-more", number=number))


def _write(path: Path, content: bytes) -> None:
    """Write a file that only its owner reads, wholly or not at all.

    Raises:
        NamedFileError: If it cannot be written.
    """
    try:
        own_file.write_private(path, content)
    except OSError as error:
        raise NamedFileError(file=path.name, reason=error.strerror or type(error).__name__) from error


def export(path: Path) -> int:
    """Write everything that users wrote, with its history, to one file; return the exit code."""
    _write(path, own_export.exported())
    print(translate("cli-written", file=path.name))
    return 0


# What recognises a file -> what brings it, in order. Other layouts join here.
IMPORTERS: tuple[tuple[Callable[[Path], bool], Importer], ...] = (
    (_is_export, _restore),
    (debates.recognises, debates.bring),
    (cooperation_files.recognises, cooperation.bring),
    (adopted_texts.recognises, adopted_texts.bring),
    (copies.recognises, copies.bring),
    (_is_records, _bring_records),
)
