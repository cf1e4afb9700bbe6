"""No test may read or leave an analyst's own file in the home folder, or spoil the tables."""

import functools
import shutil

import pytest

import ewdash.ui.cache  # noqa: F401 - words are held as the server holds them, from the first table on
from ewdash.data import home, own_file, store

# The files that take longest, longest first: begun at the end, one would keep the others waiting.
LONG = (
    "tests/signals/test_any_machine.py",
    "tests/test_readme.py",
    "tests/exports/test_papers.py",
    "tests/charts/test_stills.py",
    "tests/pages/test_pages.py",
    "tests/signals/test_refresh_figures.py",
    "tests/signals/test_refresh.py",
    "tests/data/test_adopted_texts.py",
    "tests/data/layouts/test_bad_input.py",
    "tests/pages/test_new_since.py",
    "tests/pages/test_briefing.py",
    "tests/views/test_briefing_preview.py",
    "tests/views/test_what_is_due.py",
    "tests/signals/test_track_record.py",
    "tests/data/test_hand_files.py",
    "tests/views/test_digest.py",
    "tests/pages/test_addresses.py",
    "tests/data/layouts/test_ucdp_events.py",
    "tests/data/test_event_store.py",
    "tests/test_command_line.py",
    "tests/views/test_investigations.py",
    "tests/exports/test_forward.py",
    "tests/data/test_own_records.py",
    "tests/data/test_all_or_none.py",
    "tests/data/test_copies.py",
)


def pytest_collection_modifyitems(items):
    def place(item):
        file = item.nodeid.partition("::")[0]
        return LONG.index(file) if file in LONG else len(LONG)

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give each process whole files, in their order: what the tests of a file share is then made once."""
    from xdist.scheduler import LoadFileScheduling

    if config.option.markexpr == "browser":
        return None
    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)


@pytest.fixture(autouse=True, scope="session")
def components():
    """Let Streamlit look through the installed packages once, not at each page a test opens."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(autouse=True)
def own_notes(tmp_path, monkeypatch):
    monkeypatch.setenv(own_file.PLACE, str(tmp_path / "notes"))
    monkeypatch.setenv(home.PLACE, str(tmp_path / "releases"))


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """Run on a copy of the data folder that a test may change."""
    root = tmp_path / "data"
    shutil.copytree(store.DATA, root)
    monkeypatch.setattr(store, "DATA", root)
    for function in (store.load, store.card, store.content):
        monkeypatch.setitem(function.__kwdefaults__, "root", root)
    return root
