"""A figure could hang on the processor's last bits, the number of threads or the order of a set."""

import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from ewdash.data import store
from ewdash.model.datasets import DERIVED, FROM_OWN_FILES

ROOT = Path(__file__).resolve().parents[2]
COMPUTED = [table for table in DERIVED if table not in FROM_OWN_FILES]
X86 = platform.machine() in ("x86_64", "AMD64")
# The linear algebra of four processors. On x86 numpy's own fast logarithms are switched off in one.
KERNELS = (
    ("Prescott", "Nehalem", "Sandybridge", "Haswell")
    if X86
    else ("ARMV8", "CORTEXA57", "NEOVERSEN1", "THUNDERX")
)
THREADS = ("1", "2", "2", "1")
SEEDS = ("0", "1", "2", "1")
PLAIN = ("X86_V3", "", "", "") if X86 else ("", "", "", "")
SETTINGS = tuple(zip(KERNELS, THREADS, SEEDS, PLAIN, strict=True))
WHERE = "import threadpoolctl, numpy; print({lib['architecture'] for lib in threadpoolctl.threadpool_info()})"


def environment(setting):
    kernel, threads, seed, plain = setting
    return os.environ | {
        "OPENBLAS_CORETYPE": kernel,
        "OPENBLAS_NUM_THREADS": threads,
        "OMP_NUM_THREADS": threads,
        "PYTHONHASHSEED": seed,
        "NPY_DISABLE_CPU_FEATURES": plain,
    }


def ran(setting, *arguments, folder=ROOT):
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment(setting), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def copied(folder, *, every=1):
    """Code and tables without the computed ones; of the record, every so many-th country where asked."""
    for part in ("ewdash", "data"):
        shutil.copytree(ROOT / part, folder / part)
    for table in COMPUTED:
        shutil.rmtree(folder / "data" / table)
    for table in ("conflict_month", "conflict_month_recent") if every > 1 else ():
        rows, card = store.load(table), store.card(table)
        rows = rows[rows["iso3"].isin(sorted(rows["iso3"].unique())[::every])]
        made = store.Made(table, store.parquet_bytes(rows), len(rows), card.file, card.provenance)
        store.save([made], root=folder / "data")
    return folder


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """The whole record evaluated on the plainest machine, and an eighth of it on each."""
    whole = copied(tmp_path_factory.mktemp("whole"))
    eighths = [copied(tmp_path_factory.mktemp(kernel), every=8) for kernel in KERNELS]
    asked = zip((SETTINGS[0], *SETTINGS), (whole, *eighths), strict=True)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda pair: ran(pair[0], "-m", "ewdash", "evaluate", folder=pair[1]), asked))
    return whole, eighths


def test_the_settings_are_of_different_processors():
    assert len({ran(setting, "-c", WHERE) for setting in SETTINGS}) >= (4 if X86 else 1)


def files(folder):
    paths = (path for table in COMPUTED for path in sorted((folder / "data" / table).iterdir()))
    return {path.name + path.parent.name: path.read_bytes() for path in paths}


def test_another_machine_computes_the_tables_in_the_repository(machines):
    """Without the processor's fast instructions, on one thread: every byte of tables and cards."""
    found, published = files(machines[0]), files(ROOT)
    assert found.keys() == published.keys()
    assert [name for name in published if found[name] != published[name]] == []


def test_all_machines_compute_the_same_bytes(machines):
    first, *others = (files(folder) for folder in machines[1])
    for kernel, other in zip(KERNELS[1:], others, strict=True):
        assert [name for name in first if other[name] != first[name]] == [], kernel


def test_check_holds_after_evaluate_and_says_what_stays_as_it_was(machines):
    """Other tools' warnings do not ship, so nobody can be asked to compare with them again."""
    whole, eighths = machines
    assert "stays as it was" not in ran(SETTINGS[0], "-m", "ewdash", "check", folder=whole)
    assert "track_peer was computed from other figures" in ran(
        SETTINGS[1], "-m", "ewdash", "check", folder=eighths[1]
    )


def test_scores_that_differ_in_their_last_bits_give_one_answer():
    from ewdash.analysis import scores

    score = scores.Score("quiet", ("a",), np.zeros(1), np.ones(1), np.ones(1), 0.0)
    near = np.array([[1e-12], [-1e-12]])
    assert (scores.probability(score, near) == 0.5).all()
