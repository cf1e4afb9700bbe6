"""A command of the README could fail, or name a step that another system's command does not."""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests import debate_files

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ("README.md", "data/README.md")
FENCED = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:python3? |pytest|streamlit |pip |\.venv/|\.ci/run)[^`\n]*)`")
BENCHMARK = "python tests/benchmarks/"
# Run by .ci/run, in a fresh clone; here they would install a second environment, or run all tests again.
IN_CI = {
    "python3 -m venv .venv",
    ".venv/bin/pip install -q -r requirements.txt",
    ".venv/bin/python -m pytest -n auto",
    "python -m pytest -m browser -n 2",
    ".ci/run",
}
SERVED = ".venv/bin/streamlit run app.py"
EVALUATED = "python -m ewdash evaluate"  # half a minute: tests/signals/test_any_machine.py
ROOM = "python tests/benchmarks/room.py"
SAME = "python tests/benchmarks/same.py --write before.json"  # some four hundred addresses: one is asked here
MEASURED = "python tests/benchmarks/measure.py"  # needs a browser
NO_FILES = "python -m ewdash build --from DIR"  # the source files are not in the repository


def commands():
    """Return every command of the texts, in their order."""
    found = []
    for name in TEXTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        for block in FENCED.findall(text):
            for line in block.splitlines():
                found += [step.strip() for step in line.partition(" #")[0].split("&&")]
        found += INLINE.findall(FENCED.sub("", text))
    return [command for command in dict.fromkeys(found) if command]


GIVEN, TAKEN = "python -m ewdash export-own FILE", "python -m ewdash import FILE"
UPDATED, FROM_FILES = "python -m ewdash update", "python -m ewdash update --from FILE…"  # needs a network
APART = {SERVED, EVALUATED, ROOM, SAME, MEASURED, NO_FILES, GIVEN, TAKEN, UPDATED, FROM_FILES}
HERE = [command for command in commands() if command not in IN_CI | APART]


def steps(kind):
    """Return the steps of one of the README's marked commands."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"<!-- {kind} -->\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [step.strip() for step in re.split(r"&&|;", block[1])]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Return a copy of the code and tables, in a folder with a name of its own, that commands may change."""
    folder = tmp_path_factory.mktemp("readme") / "any name"
    for name in ("app.py", "pages", "ewdash", "data", "tests", ".streamlit", "README.md", "requirements.txt"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def own(command):
    """Return a command as it is run here: by this Python instead of the README's."""
    first, *rest = shlex.split(command)
    name = first.rpartition("/")[2]
    return [sys.executable, *([] if name.startswith("python") else ["-m", name]), *rest]


def run(command, folder, *more):
    found = subprocess.run(
        [*own(command), *more],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert "Traceback" not in found.stderr, found.stderr
    return found


def test_the_texts_hold_commands():
    """A change of the texts' form could leave nothing to run."""
    assert set(commands()) > APART
    assert set(commands()) > IN_CI
    assert {"python -m ewdash check", "python -m ewdash build", "python -m ewdash signals"} <= set(HERE)


def test_each_benchmark_is_in_the_readme():
    scripts = {path.name for path in (ROOT / "tests" / "benchmarks").glob("*.py")} - {"common.py"}
    named = {command.removeprefix(BENCHMARK).split()[0] for command in commands() if BENCHMARK in command}
    assert named == scripts


def test_an_update_without_its_server_or_file_says_so(checkout, tmp_path, monkeypatch):
    monkeypatch.setenv("EWDASH_DATA", str(tmp_path / "releases"))
    for place in ("EWDASH_UCDP", "EWDASH_UNHCR"):
        monkeypatch.setenv(place, "http://127.0.0.1:9/")
    found = run(UPDATED, checkout)
    assert (found.returncode, "cannot be reached" in found.stderr) == (1, True)
    found = run(FROM_FILES.replace("FILE…", "absent.csv"), checkout)
    assert (found.returncode, "absent.csv" in found.stderr) == (1, True)


@pytest.mark.parametrize("command", HERE)
def test_a_command_of_the_readme_runs(command, checkout, tmp_path):
    figures = tmp_path / "figures.json"
    more = ("--short", "--json", str(figures)) if command.startswith(BENCHMARK) else ()
    found = run(command, checkout, *more)
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip()
    if more:
        assert json.loads(figures.read_text(encoding="utf-8"))["machine"]


def test_the_room_gets_an_answer_of_its_own_to_each_act(checkout, tmp_path):
    figures = tmp_path / "figures.json"
    assert run(ROOM, checkout, "--short", "--json", str(figures)).returncode == 0
    found = json.loads(figures.read_text(encoding="utf-8"))
    assert not found["errors"]
    assert found["waits, s"]["all"]["n"] == 6
    assert found["headlines"] > 1


def test_an_address_kept_before_shows_the_same_again(checkout):
    pytest.importorskip("resource", reason="same.py asks for processor time as Linux and macOS tell it")
    for command in (SAME, SAME.replace("--write", "--against")):
        found = run(command, checkout, "--match", "standing=both", "--jobs", "1")
        assert found.returncode == 0, found.stdout + found.stderr
    assert (checkout / "before.json").exists()


def test_the_build_from_source_files_names_the_one_that_is_missing(checkout, tmp_path):
    """With the files themselves: tests/data/test_build.py, where EWDASH_SOURCES names their folder."""
    found = run(NO_FILES.replace("DIR", shlex.quote(str(tmp_path))), checkout)
    assert found.returncode == 1
    assert "is not in the folder given" in found.stderr


def test_what_users_wrote_is_written_out_and_taken_back(checkout, tmp_path):
    file = shlex.quote(str(tmp_path / "own.json"))
    for command in (GIVEN, TAKEN):
        found = run(command.replace("FILE", file), checkout)
        assert found.returncode == 0, found.stderr
        assert found.stdout.strip()


def test_the_corpus_of_debates_is_taken_by_the_same_command(checkout, tmp_path):
    file = shlex.quote(str(debate_files.r_file(tmp_path / "docs_meta.RData")))
    found = run(TAKEN.replace("FILE", file), checkout)
    assert (found.returncode, "Kept. Councils lists the meetings" in found.stdout) == (0, True), found.stderr


def test_the_command_to_open_it_serves_the_dashboard(checkout):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"HEADLESS": "true", "PORT": str(port), "ADDRESS": "127.0.0.1"}
    server = subprocess.Popen(
        own(SERVED),
        cwd=checkout,
        stdout=subprocess.DEVNULL,
        env=os.environ | {f"STREAMLIT_SERVER_{name}": value for name, value in settings.items()},
    )
    try:
        for _ in range(600):
            assert server.poll() is None, "the server ended"
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
                    assert answer.read() == b"ok"
                break
            except OSError:
                time.sleep(0.1)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            assert b"<title>" in answer.read()
    finally:
        server.terminate()
        server.wait(30)


@pytest.mark.parametrize("kind", ["run", "test"])
def test_windows_is_given_the_same_steps(kind):
    """They are not run on Windows; their words are those of the command that is run."""
    plain = [step.replace("python3 ", "python ").replace(".venv/bin/", "") for step in steps(kind)]
    windows = [re.sub(r"^py ", "python ", step) for step in steps(f"{kind}-windows")]
    assert [step.replace(".venv\\Scripts\\", "") for step in windows] == plain
    assert windows[1:] == [f".venv\\Scripts\\{step}" for step in plain[1:]]


def test_what_is_not_run_here_is_run_in_ci():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- test -->" in text
    assert set(steps("test")) < IN_CI
    assert steps("run") == [*steps("test")[:2], SERVED]
    assert ".venv/bin/python -m pytest -m browser" in text
    record = (ROOT / "tests" / "signals" / "test_any_machine.py").read_text(encoding="utf-8")
    assert f'"-m", "ewdash", "{EVALUATED.rpartition(" ")[2]}"' in record


@pytest.mark.browser
def test_the_pages_are_timed_in_a_browser(checkout, tmp_path):
    figures = tmp_path / "figures.json"
    found = run(MEASURED, checkout, "--short", "--json", str(figures))
    assert found.returncode == 0, found.stderr
    answers = json.loads(figures.read_text(encoding="utf-8"))["answers"]
    assert "World, month" in answers
    assert all(value > 0 for answer in answers.values() for value in answer["ms"].values())
