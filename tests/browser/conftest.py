"""One server and one browser for all browser tests; no other machine is reachable."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu-compositing",
    "--no-first-run",
]

SHARED = "EWDASH_TESTS_SERVER"  # the address of the server that the workers of one run share

FORBIDDEN = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`forbidden: ${event.effectiveDirective} ${event.blockedURI}`));
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def started(port, *, folder=ROOT):
    """Start the dashboard, or another folder's `app.py`, and wait until it answers."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.headless=true",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]
    nobody = tempfile.mkdtemp()  # what users of this machine wrote or loaded is none of the tests'
    places = {"EWDASH_NOTES": nobody, "EWDASH_DATA": nobody}
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ | {"NO_COLOR": "1"} | places
    )
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return server
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise RuntimeError("the dashboard did not start")


def pytest_configure(config):
    """Start the one server that all workers ask: each page is made once, not once a worker."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        port = free_port()
        server = started(port)
        os.environ[SHARED] = f"http://127.0.0.1:{port}"
        config.add_cleanup(lambda: stopped(server))


def stopped(server):
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def address():
    if SHARED in os.environ:
        yield os.environ[SHARED]
        return
    port = free_port()
    server = started(port)
    yield f"http://127.0.0.1:{port}"
    stopped(server)


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is not installed"
    with playwright.sync_playwright() as run:
        chromium = run.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


def reader(browser):
    """A browser's profile: what one reader's visits share, such as files kept from the server."""
    context = browser.new_context(locale="en-GB")
    # The browser does not write everything that the server's policy forbids on its console.
    context.add_init_script(FORBIDDEN)
    return context


class Visit:
    """A page in a browser, and everything that went wrong on it."""

    def __init__(self, context, address, *, width=1366, height=768):
        self.context = context
        self.page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": height})
        self.address = address
        self.faults = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message):
        # On a deep link Streamlit first asks for its health below the page's own path; the answer
        # 404 tells it where the root is.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            self.faults.append(f"console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.address, "data:", "blob:", "ws://127.0.0.1")):
            self.faults.append(f"left the machine: {request.url}")

    def open(self, path):
        self.page.goto(self.address + path)
        return self.settled()

    def settled(self):
        """Wait until the script has run and what it draws is there."""
        self.page.wait_for_selector(
            "[data-testid='stApp'][data-test-script-state='notRunning']", timeout=30_000
        )
        self.page.wait_for_selector("h1", timeout=30_000)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def text(self):
        return self.page.inner_text("body")


@pytest.fixture(scope="session")
def regular(browser):
    context = reader(browser)
    yield context
    context.close()


@pytest.fixture
def visit(browser, regular, address):
    """Make visits of a reader who has been here before, or with `first` of one who has not."""
    opened, newcomers = [], []

    def make(*, first=False, **size):
        if first:
            newcomers.append(reader(browser))
        opened.append(Visit(newcomers[-1] if first else regular, address, **size))
        return opened[-1]

    yield make
    for one in opened:
        one.page.close()
    for context in newcomers:
        context.close()


# What it finds of this rule is moderate at most, and finding it takes a seventh of axe's time.
ASKED = {"resultTypes": ["violations"], "rules": {"region": {"enabled": False}}}


@pytest.fixture
def barriers():
    """Return what axe finds on a page that seriously keeps somebody out."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def found(page):
        return [
            f"{each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in axe.run(page, options=ASKED).response["violations"]
            if each["impact"] in ("serious", "critical")
        ]

    return found
