"""The tree could grow rooms nobody asked for, and pages could grow logic."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
VISIBLE = {"app.py", "pages", "ewdash", "data", "tests", "requirements.txt", "README.md"}


def test_nothing_else_is_visible_at_the_top():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    names = {name.split("/")[0] for name in listed} or VISIBLE
    assert {name for name in names if not name.startswith(".")} <= VISIBLE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_thin(page):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 80


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_speaks_to_the_ui_and_the_views_only(page):
    for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) else []
        assert all(name.startswith(("streamlit", "ewdash.ui", "ewdash.views")) for name in names)


def test_each_page_is_in_the_menu():
    from ewdash.ui.frame import PAGES as MENU

    assert {path.relative_to(ROOT).as_posix() for path in PAGES} == set(MENU)


@pytest.mark.parametrize("path", sorted((ROOT / "ewdash").rglob("*.py")), ids=lambda path: path.name)
def test_no_module_offers_more_than_a_reader_keeps_in_mind(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert len([name for name in functions if not name.startswith("_")]) <= 18


@pytest.mark.parametrize("path", sorted((ROOT / "ewdash").rglob("*.[jp][sy]")), ids=lambda path: path.name)
def test_no_colour_stands_outside_the_theme(path):
    if path != ROOT / "ewdash" / "charts" / "theme.py":
        assert not re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))


def one_key_in_no_fixed_order(path):
    """Return the lines that sort by one key, where rows of one value would stand as a processor likes."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        settings = {keyword.arg for keyword in node.keywords}
        by = node.args[0] if node.args else None
        one = isinstance(by, ast.Constant) or (by is None and "ascending" in settings)
        one |= isinstance(by, ast.List) and len(by.elts) == 1
        if node.func.attr == "sort_values" and one and "kind" not in settings:
            found.append(f"{path.name}:{node.lineno}")
    return found


def test_equal_rows_stay_in_their_order_on_any_processor():
    """Sorting numbers by one key is left to the processor's own way, which differs for equal ones."""
    assert not [line for path in (ROOT / "ewdash").rglob("*.py") for line in one_key_in_no_fixed_order(path)]
