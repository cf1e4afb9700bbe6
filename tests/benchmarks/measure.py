"""Measures the dashboard in a browser and prints figures as ratios to the targets.

Run by hand on a quiet machine: ``python tests/benchmarks/measure.py``. Needs Chromium and the
packages of `.ci/requirements.txt`. Times run from the click to the last change of the page.
"""

import os
import platform
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from conftest import ARGUMENTS, free_port, started

MAP = ".ew-map[data-drawn]"
CHART = ".js-plotly-plot .main-svg"
RUNS = 20
SESSIONS = 10
# What the reader sees of the answer: headline, chart paths, and the map inside its component. The
# time is taken at the last change of it; the wait for stillness does not count.
WATCH = """
(act) => new Promise((done, failed) => {
  const hosts = "*"; // the map lives in a shadow root
  const length = (path) => (path.getAttribute("d") || "").length;
  const seen = () => {
    const drawn = [...document.querySelectorAll(hosts)]
      .map((node) => node.shadowRoot?.querySelector(".ew-map")?.dataset.drawn);
    const paths = [...document.querySelectorAll(".js-plotly-plot path")]
      .reduce((sum, path) => sum + length(path), 0);
    return `${document.querySelector("h4")?.innerText}|${drawn.filter(Boolean)}|${paths}`;
  };
  const before = seen(), start = performance.now();
  let now = before, last = start;
  const look = () => {
    const next = seen(), time = performance.now();
    if (next !== now) { now = next; last = time; }
    if (now !== before && time - last > 800) return done(last - start);
    if (time - start > 15000) return failed(new Error("no answer"));
    requestAnimationFrame(look);
  };
  const links = [...document.querySelectorAll(".st-key-menu a")];
  if (act) links.find((link) => link.innerText.includes(act)).click();
  requestAnimationFrame(look);
})
"""
REGIONS = ("Western Africa", "Asia", "Europe", "South America", "Oceania", "Middle Africa", "Americas")
MONTHS = ("December 2024", "June 2019", "March 2011", "August 2017", "May 2022", "July 2005", "May 1999")


def chromium(run):
    import shutil

    return run.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)


def visited(page: Page, name: str) -> float:
    """Follow a link of the menu and return milliseconds until the page is drawn."""
    page.wait_for_selector(f".st-key-menu a:has-text('{name}')")
    return float(page.evaluate(WATCH, name))


def received(page: Page) -> list[int]:
    """Count the bytes of every websocket frame the page receives from now on."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def frame(event: dict) -> None:
        data = event["response"]["payloadData"]
        sizes.append(len(data) * 3 // 4 if event["response"]["opcode"] == 2 else len(data))

    session.on("Network.webSocketFrameReceived", frame)
    return sizes


def memory(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def choose(page: Page, label: str, option: str) -> float:
    """Choose an option of a select box by typing and time the answer to Enter."""
    page.get_by_label(label, exact=False).first.click()
    page.keyboard.type(option)
    page.wait_for_timeout(300)
    page.evaluate(f"() => {{ window.__answer = ({WATCH})(); }}")
    page.keyboard.press("Enter")
    return float(page.evaluate("window.__answer"))


def report(name: str, value: float, target: float, unit: str) -> None:
    print(f"{name:<52}{value:>9.0f} {unit:<3} target {target:>6.0f}  ratio {value / target:.2f}", flush=True)


def spread(name: str, times: list[float], target: float) -> None:
    ranked = sorted(times)
    p95 = ranked[min(len(ranked) - 1, round(0.95 * len(ranked)))]
    print(f"{name}: n={len(times)} min {ranked[0]:.0f} median {statistics.median(times):.0f} ms")
    report(f"{name}, 95th percentile", p95, target, "ms")


def main() -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with sync_playwright() as run:
        browser = chromium(run)
        browser.new_page().close()
        port, begin = free_port(), time.perf_counter()
        server = started(port)
        root = f"http://127.0.0.1:{port}"
        try:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            sizes = received(page)
            fetched: list[str] = []
            page.on(
                "response",
                lambda answer: fetched.append(answer.url) if "/ewdash/world" in answer.url else None,
            )
            page.goto(root)
            page.wait_for_selector(MAP)
            report("Cold start to a usable World page", (time.perf_counter() - begin) * 1000, 5000, "ms")
            page.wait_for_timeout(2000)
            report("First view, World: websocket", sum(sizes) / 1000, 500, "KB")

            filters, weights = [], []
            for turn in range(RUNS):
                before = len(sizes)
                filters.append(choose(page, "Region (M49)", REGIONS[turn % len(REGIONS)]))
                weights.append(sum(sizes[before:]) / 1000)
            spread("Filter change, World", filters, 700)
            report("Filter change, World: websocket, largest", max(weights), 120, "KB")

            page.goto(f"{root}/situation?country=SYR&years=all")
            page.wait_for_selector(CHART)
            page.wait_for_timeout(2000)
            filters, weights = [], []
            for turn in range(RUNS):
                before = len(sizes)
                filters.append(choose(page, "Twelve months ending", MONTHS[turn % len(MONTHS)]))
                weights.append(sum(sizes[before:]) / 1000)
            spread("Filter change, Situation", filters, 700)
            report("Filter change, Situation: websocket, largest", max(weights), 120, "KB")

            for name, path, label, options in (
                ("Region", "/region?month=2024-12", "Region (M49)", REGIONS),
                ("Compare", "/compare?countries=SDN,SSD,ETH,MMR,UKR,ISR", "Twelve months ending", MONTHS),
            ):
                page.goto(root + path)
                page.wait_for_selector(CHART)
                page.wait_for_timeout(2000)
                filters, weights = [], []
                for turn in range(RUNS):
                    before = len(sizes)
                    filters.append(choose(page, label, options[turn % len(options)]))
                    weights.append(sum(sizes[before:]) / 1000)
                spread(f"Filter change, {name}", filters, 700)
                report(f"Filter change, {name}: websocket, largest", max(weights), 120, "KB")

            pages: dict[str, list[float]] = {"World": [], "Situation": [], "Sources": []}
            for _ in range(RUNS):
                for name in ("Sources", "Situation", "World"):
                    pages[name].append(visited(page, name))
            for name, times in pages.items():
                spread(f"Page change to {name}", times, 700)

            others = [browser.new_context().new_page() for _ in range(SESSIONS - 1)]
            for place, other in enumerate(others):
                other.goto(root + ("/" if place % 2 else "/situation?country=UKR"))
            page.wait_for_timeout(8000)
            report(f"Server memory, {SESSIONS} sessions", memory(server.pid), 600, "MB")
            first = [entry for entry in fetched if entry]
            print(f"Geometry fetched by one browser over {3 * RUNS} page changes and two loads: {len(first)}")
        finally:
            server.terminate()
            browser.close()


if __name__ == "__main__":
    main()
