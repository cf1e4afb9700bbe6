"""No test may read or leave an analyst's own file in the home folder, or spoil the tables."""

import shutil

import pytest

from ewdash.data import home, own_file, store


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
