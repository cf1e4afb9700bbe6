"""Times the pages in a browser, beside the least that Streamlit needs on the same machine in the same run.

Run by hand on a quiet machine: ``python tests/benchmarks/measure.py``. Needs Chromium and the packages
of `.ci/requirements.txt`. The floor is a page of one select box with a chart, and one with a table,
served by the same Streamlit with the same settings; it is measured before and after our pages.

An answer lasts from Enter to the last change of the page after which the script no longer ran. Answers
that the server had never been asked for stand apart from the same answers asked for again, because the
server keeps the latter. ``--short`` asks for two of each, on World alone.
"""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

from common import ROOT, between, machine, memory, options, percentile, written
from conftest import ARGUMENTS, free_port, started
from playwright.sync_api import sync_playwright

ROUNDS, SESSIONS = 10, 10
# The answer has come when the script has run and ended, and nothing on the page changed for a while, the
# map inside its component included. Changes are listened for: looking for them at each frame would slow
# the very pages that have the most on them. Each change is dated when its frame has been painted.
WATCH = """
(act) => new Promise((done, failed) => {
  const app = document.querySelector("[data-testid='stApp']"), start = performance.now();
  const running = () => app.dataset.testScriptState !== "notRunning";
  const headline = () => document.querySelector("h1")?.innerText, before = headline();
  const place = location.pathname;
  let last = start, ran = false, waiting = false;
  const painted = () => { waiting = false; last = performance.now(); };
  const changed = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => setTimeout(painted));
  };
  const changes = new MutationObserver(changed), heard = new Set();
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  const hear = (node) => { if (node && !heard.has(node)) { heard.add(node); changes.observe(node, all); } };
  const states = new MutationObserver(() => { ran = true; }); // a run may be over before this is told
  states.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  const look = () => {
    hear(document.querySelector("[data-testid='stMain']"));
    for (const node of document.querySelectorAll("[data-testid^='stBidiComponent']")) hear(node.shadowRoot);
    const time = performance.now();
    // A short run is over before the page shows it: then another headline, or another page drawn, tells it.
    const answered = ran || headline() !== before || (location.pathname !== place && last > start);
    const over = answered && !running() && !waiting && time - last > 800;
    if (!over && time - start < 90000) return;
    clearInterval(timer); changes.disconnect(); states.disconnect();
    if (over) done(last - start); else failed(new Error("no answer"));
  };
  const timer = setInterval(look, 50);
  const links = [...document.querySelectorAll(".st-key-menu a")];
  if (act) links.find((link) => link.innerText.includes(act)).click();
  look();
})
"""
STILL = "[data-testid='stApp'][data-test-script-state='notRunning']"
MAP = ".ew-map[data-drawn]"
CHART = ".js-plotly-plot .main-svg"
GRID = "[data-testid='stDataFrame'] canvas"
REGIONS = (
    "Western Africa",
    "Asia",
    "Europe",
    "South America",
    "Oceania",
    "Middle Africa",
    "Americas",
    "Northern Africa",
    "Western Asia",
    "Eastern Africa",
)
MONTHS = (
    "December 2024",
    "June 2019",
    "March 2011",
    "August 2017",
    "May 2022",
    "July 2005",
    "May 1999",
    "October 2014",
    "April 1994",
    "January 2021",
)
LETTERS = ("Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa", "Lambda")
MONTH, REGION = "Twelve months ending", "Region or set"
# What is measured: the page, what stands on it when it is drawn, the control, its options, its floor.
FLOORS = {
    "Floor: a chart": ("/", CHART, "Letter", LETTERS),
    "Floor: a table": ("/table", GRID, "Letter", LETTERS),
}
PAGES = {
    "World, month": ("/", MAP, MONTH, MONTHS, "Floor: a table"),
    "World, region": ("/?month=2020-03", MAP, REGION, REGIONS, "Floor: a table"),
    "Situation, month": ("/situation?country=SYR&years=all", CHART, MONTH, MONTHS, "Floor: a chart"),
    "Region, month": ("/region", CHART, MONTH, MONTHS, "Floor: a chart"),
    "Compare, month": (
        "/compare?countries=SDN,SSD,ETH,MMR,UKR,ISR",
        CHART,
        MONTH,
        MONTHS,
        "Floor: a chart",
    ),
    "Briefing, month": ("/briefing?country=SYR&years=all", "h1", MONTH, MONTHS, "Floor: a table"),
}
MENU = ("Sources", "Situation", "World")  # visited in turn
FLOOR = {
    "app.py": """
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
with st.container(key="menu"):
    st.page_link("app.py", label="Chart")
    st.page_link("pages/table.py", label="Table")
chosen = st.selectbox("Letter", {letters})
st.markdown(f"# {{chosen}}")
heights = [(place * len(chosen) * ord(chosen[0])) % 97 for place in range(36)]
st.plotly_chart(go.Figure(go.Scatter(x=list(range(36)), y=heights)))
""",
    "pages/table.py": """
import pandas as pd
import streamlit as st

st.set_page_config(layout="wide")
with st.container(key="menu"):
    st.page_link("app.py", label="Chart")
    st.page_link("pages/table.py", label="Table")
chosen = st.selectbox("Letter", {letters})
st.markdown(f"# {{chosen}}")
st.dataframe(pd.DataFrame({{"name": [f"{{chosen}} {{row}}" for row in range(20)], "value": range(20)}}))
""",
}


@contextlib.contextmanager
def served(folder):
    """Serve a folder's app; give its process, its address and when it was started."""
    port, begin = free_port(), time.perf_counter()
    server = started(port, folder=folder)
    try:
        yield server, f"http://127.0.0.1:{port}", begin
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def floor():
    """Write the floor's app into a folder of its own, with our settings of Streamlit, and serve it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / ".streamlit", Path(folder, ".streamlit"))
        for name, text in FLOOR.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.format(letters=("Alpha", *LETTERS)), encoding="utf-8")
        with served(folder) as found:
            yield found


def first_visit(browser, address, mark, begin):
    """Open a page for the first time: seconds until it is drawn, and what was sent for it."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    sent = {"KB over HTTP": 0.0, "KB over the websocket": 0.0}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def loaded(event):
        sent["KB over HTTP"] += event["encodedDataLength"] / 1000

    def frame(event):
        data, binary = event["response"]["payloadData"], event["response"]["opcode"] == 2
        sent["KB over the websocket"] += (len(data) * 3 / 4 if binary else len(data)) / 1000

    session.on("Network.loadingFinished", loaded)
    session.on("Network.webSocketFrameReceived", frame)
    page.goto(address)
    page.wait_for_selector(mark, timeout=90_000)
    drawn = time.perf_counter() - begin
    page.wait_for_selector(STILL, timeout=90_000)
    page.wait_for_load_state("networkidle")
    page.context.close()
    return {"cold start, s": drawn, **sent}


def choose(page, label, option):
    """Choose an option of a select box by typing and time the answer to Enter, in milliseconds."""
    page.get_by_label(label, exact=False).first.click()
    page.keyboard.type(option)
    page.wait_for_timeout(300)
    page.evaluate(f"() => {{ window.__answer = ({WATCH})(); }}")
    page.keyboard.press("Enter")
    return float(page.evaluate("window.__answer"))


def answers(browser, root, place, rounds):
    """Ask for options that this server was never asked for, then for the same again."""
    path, mark, label, choices = place[:4]
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.goto(root + path)
    page.wait_for_selector(mark, timeout=90_000)
    page.wait_for_selector(STILL, timeout=90_000)
    page.wait_for_timeout(1500)
    found = [[choose(page, label, option) for option in choices[:rounds]] for _ in range(2)]
    page.context.close()
    return found


def visits(browser, root, names, rounds):
    """Follow the links of the menu in turn, after each page was opened once: milliseconds per page."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.goto(root)
    found = {name: [] for name in names}
    for turn in range(rounds + 1):
        for name in names:
            page.wait_for_selector(STILL, timeout=90_000)
            page.wait_for_selector(f".st-key-menu a:has-text('{name}')")
            spent = float(page.evaluate(WATCH, name))
            if turn:
                found[name].append(spent)
    page.context.close()
    return found


def told(name, never, again, least):
    """Print the answers of a page, and their medians and 95th percentiles as ratios to the floor's."""
    figures = {}
    for kind, times in (("never asked", never), ("asked before", again)):
        for share in (0.5, 0.95):
            figures[f"{kind}, p{share * 100:.0f}"] = percentile(times, share)
    against = {key: value / least[key] for key, value in figures.items()} if least else {}
    cells = [f"{value:8.0f}{against.get(key, 1):8.1f}" for key, value in figures.items()]
    print(f"{name:<20}{len(never):>4}" + "".join(cells), flush=True)
    return {"n": len(never), "ms": figures, "ratio to the floor": against}


def beside(name, ours, least, unit):
    """Print a figure beside the floor's and their ratio."""
    if ours is None or least is None:
        print(f"{name:<44} not measured: needs Linux")
        return {"ours": None, "floor": None}
    print(f"{name:<44}{ours:>9.1f} {unit:<3} floor {least:>8.1f}  ratio {ours / least:6.1f}", flush=True)
    return {"ours": ours, "floor": least, "ratio": ours / least, "unit": unit}


def occupied(browser, root, pid, paths, sessions):
    """Hold some sessions open at once and return the memory of the server in MB."""
    pages = [browser.new_context().new_page() for _ in range(sessions)]
    for place, page in enumerate(pages):
        page.goto(root + paths[place % len(paths)])
        page.wait_for_selector(STILL, timeout=90_000)
    used = memory(pid)
    for page in pages:
        page.context.close()
    return used


def main():
    asked = options(
        __doc__,
        ("--rounds", between(2, ROUNDS, int), ROUNDS, "answers of each kind on each page"),
        ("--sessions", between(1, 50, int), SESSIONS, "browsers whose sessions the memory is measured with"),
    )
    rounds, sessions = (2, 1) if asked.short else (asked.rounds, asked.sessions)
    figures = {"machine": machine(), "answers": {}, "other": {}}
    print(f"{machine()}; {rounds} answers of each kind")
    with sync_playwright() as run, contextlib.ExitStack() as stack:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = run.chromium.launch(executable_path=found, args=ARGUMENTS)
        stack.callback(browser.close)
        browser.new_page().close()
        # Cold starts first, each with no other server beside it.
        with floor():
            pass  # reads Python and Streamlit from the disk, so that neither of the two pays for it
        with floor() as (_, root, begin):
            least = first_visit(browser, root + "/table", GRID, begin)
        ours, root, begin = stack.enter_context(served(ROOT))
        first = first_visit(browser, root, MAP, begin)
        for key, value in first.items():
            name, unit = key.split(", ") if ", " in key else (f"first World page, {key}", "KB")
            figures["other"][name] = beside(name, value, least[key], unit)
        base, floor_root, _ = stack.enter_context(floor())

        floors = {name: answers(browser, floor_root, place, rounds) for name, place in FLOORS.items()}
        pages = {"World, month": PAGES["World, month"]} if asked.short else PAGES
        times = {name: answers(browser, root, place, rounds) for name, place in pages.items()}
        for name, place in (
            FLOORS.items() if not asked.short else ()
        ):  # again, asked before: so a change of the machine's load shows
            for before, after in zip(floors[name], answers(browser, floor_root, place, rounds), strict=True):
                before.extend(after)
        print("\nMilliseconds to an answer, with the ratio to the floor (chart; World and Briefing: table)")
        print(f"{'':<20}{'n':>4}{'never asked p50':>16}{'p95':>16}{'asked before p50':>16}{'p95':>16}")
        told_floors = {}
        for name, (never, again) in floors.items():
            told_floors[name] = told(name, never, again, None)
        for name, (never, again) in times.items():
            figures["answers"][name] = told(name, never, again, told_floors[PAGES[name][4]]["ms"])
        figures["answers"] |= told_floors

        print("\nFollowing the menu to a page opened before, p50; floor: from a chart to a table")
        changes = visits(browser, floor_root, ("Table", "Chart"), rounds)
        for name, spent in visits(browser, root, MENU[:2] if asked.short else MENU, rounds).items():
            figures["other"][f"to {name}"] = beside(
                f"to {name}", percentile(spent, 0.5), percentile(changes["Table"], 0.5), "ms"
            )
        print()
        name = f"server memory, {sessions} sessions open"
        figures["other"][name] = beside(
            name,
            occupied(browser, root, ours.pid, ("/", "/situation?country=UKR"), sessions),
            occupied(browser, floor_root, base.pid, ("/", "/table"), sessions),
            "MB",
        )
    written(asked.json, figures)


if __name__ == "__main__":
    main()
