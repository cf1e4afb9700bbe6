"""A copy could be half kept, given up for a file that was not read, or be shown although it is damaged."""

import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from ewdash.data import copies, home, own_file, store
from ewdash.model.errors import (
    CopyDamagedError,
    EventsNoCopyError,
    FileUnreadableError,
    HomeUnusableError,
    UpdateRunningError,
)
from tests.copy_files import acled_file, draft, events_file, vdem_file

ROOT = Path(__file__).resolve().parents[2]


def names():
    return sorted(file.name for file in copies.place().iterdir())


def test_a_copy_comes_back_with_its_figures_and_facts(tmp_path):
    made = draft(acled_file(tmp_path / "my export.csv"))
    assert copies.listed() == copies.Shelf((), ())
    kept = copies.keep(made)
    copy, rows = copies.load("acled")
    assert copy == kept == copies.listed().copies[0]
    assert (copy.file, copy.rows, copy.kept, copy.refused) == ("my export.csv", 6, 4, 1)
    assert [(one.name, one.rows, one.deaths) for one in copy.unknown] == [("Atlantis", 1, 5)]
    assert copy.counts["placeholder"] == 1
    assert (str(copy.first), str(copy.last)) == ("2025-05-01", "2025-07-01")
    of_sudan = copies.load("acled", country="SDN")[1]
    deaths = of_sudan[of_sudan["measure"] == "acled_fatalities"]
    assert deaths["value"].tolist() == [13.0, 2.0]
    assert len(rows) == copy.written
    assert copies.load("acled", country="FRA")[1].empty


def test_the_same_layout_again_replaces_the_older_copy_and_no_other(tmp_path):
    copies.keep(draft(acled_file(tmp_path / "old.csv")))
    copies.keep(draft(vdem_file(tmp_path / "vdem.csv")))
    copies.keep(draft(acled_file(tmp_path / "new.csv", deaths=4)))
    assert [copy.file for copy in copies.listed().copies] == ["new.csv", "vdem.csv"]
    assert len([name for name in names() if name.endswith(".parquet")]) == 2
    copies.remove("acled")
    assert [copy.file for copy in copies.listed().copies] == ["vdem.csv"]
    assert len(names()) == 2


def test_a_file_that_is_not_read_whole_leaves_the_older_copy(tmp_path):
    kept = copies.keep(draft(acled_file(tmp_path / "old.csv")))
    before = {name: (copies.place() / name).read_bytes() for name in names()}
    bad = tmp_path / "new.zip"
    bad.write_bytes(b"PK\x03\x04" + acled_file(tmp_path / "x.csv").read_bytes()[:50])
    with pytest.raises(FileUnreadableError):
        draft(bad)
    assert {name: (copies.place() / name).read_bytes() for name in names()} == before
    assert copies.load("acled")[0] == kept


@pytest.mark.parametrize("step", [1, 2])
def test_a_change_that_is_cut_off_leaves_one_copy_whole(tmp_path, monkeypatch, step):
    copies.keep(draft(acled_file(tmp_path / "old.csv")))
    made, real, calls = draft(acled_file(tmp_path / "new.csv", deaths=4)), own_file.write_private, []

    def cut_off(path, content):
        calls.append(path)
        if len(calls) == step:
            (path.parent / f".{path.name}-half").write_bytes(content[:10])
            raise KeyboardInterrupt
        real(path, content)

    monkeypatch.setattr(own_file, "write_private", cut_off)
    with pytest.raises(KeyboardInterrupt):
        copies.keep(made)
    monkeypatch.setattr(own_file, "write_private", real)
    copy, rows = copies.load("acled")
    assert copy.file == "old.csv"
    assert len(rows) == copy.written
    copies.keep(made)  # sweeps what was left
    assert len(names()) == 2
    assert copies.load("acled")[0].file == "new.csv"


def test_a_full_disk_is_told_and_the_older_copy_stays(tmp_path, monkeypatch):
    kept = copies.keep(draft(acled_file(tmp_path / "old.csv")))

    def full(path, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own_file, "write_private", full)
    with pytest.raises(HomeUnusableError, match="No space left"):
        copies.keep(draft(acled_file(tmp_path / "new.csv", deaths=4)))
    assert copies.load("acled")[0] == kept


def test_a_folder_that_cannot_be_read_is_told():
    home.place().mkdir()
    copies.place().write_text("no folder")
    with pytest.raises(HomeUnusableError, match="cannot be used"):
        copies.listed()
    assert copies.state() == ""


def _hold(place, taken, done):
    os.environ[home.PLACE] = place
    with home.changing():
        taken.set()
        done.wait(30)


def test_two_changes_at_once_are_told(tmp_path):
    made = draft(acled_file(tmp_path / "a.csv"))
    context = multiprocessing.get_context("spawn")
    taken, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(home.place()), taken, done))
    other.start()
    assert taken.wait(30)
    with pytest.raises(UpdateRunningError):
        copies.keep(made)
    done.set()
    other.join()
    assert copies.keep(made).layout == "acled"


def damage(how):
    facts, stored = copies.place() / "acled.json", copies.place() / copies.listed().copies[0].stored
    told = json.loads(facts.read_text())
    if how == "gone":
        stored.unlink()
    elif how == "cut":
        stored.write_bytes(stored.read_bytes()[:-20])
    elif how == "another":
        facts.write_text(json.dumps(told | {"stored": "../../../etc/passwd", "layout": "acled"}))
    elif how == "newer":
        facts.write_text(json.dumps(told | {"version": copies.VERSION + 1}))
    elif how == "number":
        facts.write_text(json.dumps(told | {"rows": "many"}))
    else:
        facts.write_text(how)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    return draft(acled_file(folder / "a.csv")), draft(vdem_file(folder / "v.csv"))


@pytest.mark.parametrize(
    "how", ["gone", "cut", "another", "newer", "number", "", "[]", "{}", '"x"', "[" * 5000, "\x00"]
)
def test_a_damaged_copy_is_told_and_can_be_removed_or_replaced(drafts, how):
    acled, vdem = drafts
    copies.keep(acled)
    copies.keep(vdem)
    damage(how)
    shelf = copies.listed()
    assert ([copy.layout for copy in shelf.copies], shelf.damaged) == (["vdem"], ("acled",))
    with pytest.raises(CopyDamagedError, match="not as it was kept"):
        copies.load("acled")
    copies.keep(vdem)  # leaves what may be another version's
    assert copies.listed().damaged == ("acled",)
    copies.remove("acled")
    assert copies.listed().damaged == ()
    assert len(names()) == 2
    copies.keep(acled)
    assert len(copies.listed().copies) == 2


def test_events_of_ucdp_are_no_copy(tmp_path):
    with pytest.raises(EventsNoCopyError) as told:
        draft(events_file(tmp_path / "ged.csv"))
    assert "python -m ewdash update --from" in told.value.advice
    assert not copies.place().exists()


def test_a_file_without_a_figure_is_not_kept(tmp_path):
    made = draft(acled_file(tmp_path / "a.csv", only_unknown=True))
    assert made.reading.written == 0
    with pytest.raises(ValueError, match="nothing to keep"):
        copies.keep(made)
    assert not copies.place().exists()


def test_only_the_owner_reads_a_copy(tmp_path):
    copies.keep(draft(acled_file(tmp_path / "a.csv")))
    assert copies.place().stat().st_mode & 0o077 == 0
    assert all((copies.place() / name).stat().st_mode & 0o077 == 0 for name in names())


def test_what_is_kept_changes_the_state(tmp_path):
    states = {copies.state()}
    copies.keep(draft(acled_file(tmp_path / "a.csv")))
    states.add(copies.state())
    (copies.place() / copies.listed().copies[0].stored).write_bytes(b"x")
    states.add(copies.state())
    copies.remove("acled")
    assert len(states | {copies.state()}) == 4


def test_figures_of_the_record_come_back_as_they_are(tmp_path):
    copies.keep(draft(vdem_file(tmp_path / "v.csv")))
    rows = copies.load("vdem", country="SDN")[1]
    own = store.load("rights_year")
    own = own[(own["iso3"] == "SDN") & (own["version"] == "v16") & (own["indicator"] == "v2x_clphy")]
    rows = rows.assign(year=rows["period"].dt.year)
    got = rows[rows["measure"] == "v2x_clphy"].set_index("year")["value"]
    expected = own.set_index("year")["value"]
    pd.testing.assert_series_equal(got, expected, check_names=False, check_index_type=False, rtol=1e-9)


def test_killed_at_any_step_one_copy_stands_whole(tmp_path):
    files = [str(acled_file(tmp_path / "old.csv")), str(acled_file(tmp_path / "new.csv", deaths=4))]
    command = [sys.executable, "-m", "tests.data.stopped_copies", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""
    stood = done.stdout.split()
    assert stood == sorted(stood, reverse=True)  # the old one, and from one step on the new
    assert set(stood) == {"old.csv", "new.csv"}
    assert len(names()) == 2
