import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What builds tables, reads files that users bring, draws maps of events and writes papers.
UNASKED = {
    "pandera",
    "openpyxl",
    "duckdb",
    "geopandas",
    "shapely",
    "pydeck",
    "typst",
    "docx",
    "pptx",
    "sklearn",
}
RUN = """
import json, sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=120).run()
print(json.dumps({"title": [title.value for title in page.title], "loaded": sorted(sys.modules)}))
"""


def test_the_first_world_page_loads_nothing_that_it_does_not_show():
    run = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=True, cwd=ROOT)
    said = json.loads(run.stdout.splitlines()[-1])
    assert len(said["title"]) == 1
    assert not UNASKED & set(said["loaded"])


READY = """
import json, sys
from ewdash.ui import cache, usual
usual.READERS.let_pass = lambda: None
usual.prepare()
print(json.dumps({"views": len(cache._VIEWS), "loaded": sorted(sys.modules)}))
"""


def test_what_most_readers_ask_first_needs_neither_an_engine_nor_what_writes_files():
    run = subprocess.run([sys.executable, "-c", READY], capture_output=True, text=True, check=True, cwd=ROOT)
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["views"] > 20
    assert not (UNASKED | {"ibis", "xlsxwriter"}) & set(said["loaded"])


def imports_of(page):
    """Return the import statements of a page, wherever they stand in it."""
    tree = ast.parse((ROOT / page).read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return "\n".join(map(ast.unparse, found))


PAGES = sorted(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))


@pytest.fixture(scope="module")
def loaded():
    """Return what the imports of each page load that no page before it did: one process imports them all."""
    told = ["import json, sys", "found, before = {}, set()"]
    for page in PAGES:
        told += [imports_of(page), f"found[{page!r}] = sorted(set(sys.modules) - before)"]
        told += ["before |= set(sys.modules)"]
    program = "\n".join([*told, "print(json.dumps(found))"])
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(run.stdout.splitlines()[-1])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_only_shows_loads_nothing_that_reads_or_checks_files(page, loaded):
    assert not {"pandera", "openpyxl", "geopandas"} & set(loaded[page])


def test_what_the_pages_load_is_seen(loaded):
    assert {"streamlit", "ewdash.ui.frame"} <= set(loaded[PAGES[0]])
