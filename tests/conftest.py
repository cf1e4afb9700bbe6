"""No test may read or leave an analyst's own file in the home folder."""

import pytest

from ewdash.data import overrides


@pytest.fixture(autouse=True)
def own_notes(tmp_path, monkeypatch):
    monkeypatch.setenv(overrides.PLACE, str(tmp_path / "notes"))
