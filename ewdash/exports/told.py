"""What was told before: a small file beside a digest, so that nothing is told twice."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ewdash.exports.digest import Digest, Entry
from ewdash.model.errors import FileUnwritableError, StateUnreadableError

VERSION = 1  # of the file's layout
_FIELDS = {"words": str, "day": str, "title": str}  # what is kept of each entry


@dataclass(frozen=True)
class Told:
    """The entries of an earlier digest by id: a digest of their words, their day and title."""

    entries: dict[str, dict[str, str]]


def read(file: Path) -> dict[str, Told]:
    """Return what a state file remembers, by what was told; nothing where there is no such file yet.

    Raises:
        StateUnreadableError: If it cannot be read, or is not one that `kept` wrote.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StateUnreadableError(file=str(file), reason=error.strerror or type(error).__name__) from error
    try:
        facts = json.loads(content)
        if facts["version"] != VERSION:
            raise ValueError(facts["version"])
        return {of: Told(_checked(entries)) for of, entries in facts["told"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StateUnreadableError(file=str(file), reason="layout") from error


def _checked(entries: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return entries of a state file, each with its fields.

    Raises:
        ValueError: If one lacks a field, or holds something else there.
    """
    for entry in entries.values():
        if {name: type(value) for name, value in entry.items()} != _FIELDS:
            raise ValueError(entry)
        date.fromisoformat(entry["day"])
    return entries


def _words(entry: Entry) -> str:
    told = json.dumps([entry.said or entry.title, entry.details, entry.link], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def changed(digest: Digest, before: Told, since: date) -> Digest | None:
    """Return a digest with what was not told before or is no longer on record; None where nothing changed.

    An entry that ended before the day from which is told is not missed: only its time has passed.

    Args:
        digest: What is new now.
        before: What was told.
        since: The day after which things are new.
    """
    now = {entry.uid for entry in digest.entries}
    fresh = tuple(
        entry for entry in digest.entries if before.entries.get(entry.uid, {}).get("words") != _words(entry)
    )
    gone = tuple(
        entry["title"]
        for uid, entry in before.entries.items()
        if uid not in now and date.fromisoformat(entry["day"]) > since
    )
    return replace(digest, fresh=fresh, gone=gone) if fresh or gone else None


def told(entries: Iterable[Entry]) -> Told:
    """Return what is remembered of entries."""
    return Told(
        {
            entry.uid: {"words": _words(entry), "day": entry.day.isoformat(), "title": entry.title}
            for entry in entries
        }
    )


def state(remembered: dict[str, Told]) -> bytes:
    """Return a state file."""
    facts = {"version": VERSION, "told": {of: one.entries for of, one in sorted(remembered.items())}}
    return json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def write(file: Path, content: bytes) -> None:
    """Write a file whole, or leave the one before as it was.

    Raises:
        FileUnwritableError: If it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name[:40]}-", dir=file.resolve().parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            target = file.resolve()
            mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
            Path(name).chmod(mode & 0o777)
            Path(name).replace(target)
        finally:
            with suppress(OSError):  # once renamed there is none
                Path(name).unlink()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileUnwritableError(file=str(file), reason=reason) from error


def _umask() -> int:
    """Return which permissions a new file does not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
