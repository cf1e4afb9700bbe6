"""A command could end in the middle because a console lacks a letter."""

import io
import os
import subprocess
import sys

import pytest

from ewdash import __main__ as command
from ewdash.data import store
from ewdash.i18n import translate

ROOT = store.DATA.parent
# What the interpreter is told of the console: a code page, or the plain language of a server.
CONSOLES = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def run(console, *arguments):
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "ewdash", *arguments],
        cwd=ROOT,
        env=plain | CONSOLES[console],
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("console", CONSOLES)
def test_help_and_refusals_reach_every_console(console, tmp_path):
    helped = run(console, "build", "--help")
    assert helped.returncode == 0
    assert b"--from" in helped.stdout
    refused = run(console, "build", "--table", "conflict_year", "--from", str(tmp_path))
    assert refused.returncode == 1
    assert b"building conflict_year" in refused.stdout
    assert b"is not in the folder given" in refused.stderr
    assert b"data/README.md lists the files the build reads." in refused.stderr
    assert b"Traceback" not in helped.stderr + refused.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1", "utf-8"])
def test_a_console_without_a_letter_gets_the_sentence_to_its_end(encoding, monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    command._any_console()
    sys.stdout.write("Côte d’Ivoire, “Türkiye” … 苏丹 – end\n")
    sys.stdout.flush()
    told = written.getvalue().decode(encoding)
    assert told.endswith("end\n")
    if encoding == "ascii":
        assert told == 'Cote d\'Ivoire, "Turkiye" ... ?? - end\n'
    if encoding == "utf-8":
        assert told == "Côte d’Ivoire, “Türkiye” … 苏丹 – end\n"


def test_what_the_commands_say_has_letters_that_some_consoles_lack():
    # Else the tests above would prove nothing.
    assert not translate("cli-building", table="conflict_year").isascii()
