"""A write that is stopped anywhere could leave a table with the card of another, or half of an update."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ewdash.data import store
from ewdash.data.check import check
from ewdash.data.record import state
from ewdash.model.errors import TablesUnwritableError
from tests.data.stopping import SIZES, SOME, TABLES, made, rows

ROOT = Path(__file__).resolve().parents[2]
FEWEST = 20  # steps of a write of two tables: fewer would mean that they are not seen


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot stop a copy of a process")
@pytest.mark.parametrize("way", ["killed", "refused", "dead", "full", "watched", "overtaken"])
def test_wherever_a_write_stops_all_its_tables_are_old_or_all_new(tmp_path, way):
    subprocess.run([sys.executable, "-m", "tests.data.stopping", tmp_path, way], cwd=ROOT, check=True)
    old, new, following = rows(store.DATA), [one.rows for one in made()], list(made(shorter=2))
    found = sorted(tmp_path.glob("step-*"))
    states = []
    for root in found:
        states.append(rows(root))
        assert states[-1] in (old, new), root.name
        for table in TABLES if states.count(states[-1]) == 1 else ():  # `load` has compared the digest
            check(table, root=root)
        for left in root.glob(f"{store.STAGING}*"):
            os.utime(left, (0, 0))
        store.save(following, root=root)
        assert rows(root) == [length - 2 for length in old]
        assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()) == [
            f"{table}/{file}" for table in TABLES for file in ("card.toml", f"{table}.parquet")
        ]
        assert sorted(path.name for path in root.iterdir()) == sorted(TABLES)
    if way in ("killed", "refused", "dead"):
        assert len(found) > FEWEST / (SOME if way == "killed" else 1)
        assert old in states
        assert new in states
    elif way == "full":
        assert states == [old] * len(SIZES)
    else:
        assert new in states


def test_an_update_that_cannot_be_settled_is_read_where_it_is_and_settled_later(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(store, "DATA", tmp_path)
    first, second = list(made()), list(made(shorter=2))
    store.save(first, root=tmp_path)
    stamp = state(tmp_path)
    with monkeypatch.context() as closed:
        closed.setattr(Path, "replace", refuse)  # as for a file that is open on Windows
        store.save(second, root=tmp_path)
        assert rows(tmp_path) == [one.rows for one in second]
        assert state(tmp_path) != stamp
        with pytest.raises(TablesUnwritableError):
            store.save(first, root=tmp_path)
        assert rows(tmp_path) == [one.rows for one in second]
    assert rows(tmp_path) == [one.rows for one in second]
    assert not (tmp_path / store.UPDATE).exists()


def test_the_folder_of_a_write_that_goes_on_is_left_alone(tmp_path):
    other = tmp_path / f"{store.STAGING}other"
    other.mkdir()
    store.save(list(made()), root=tmp_path)
    assert other.exists()


def test_a_data_folder_that_is_none_is_told_in_words(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(TablesUnwritableError, match="cannot be written: File exists"):
        store.save(list(made()), root=tmp_path / "data")
