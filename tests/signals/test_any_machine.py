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

from ewdash.model.datasets import DERIVED, FROM_OWN_FILES

ROOT = Path(__file__).resolve().parents[2]
COMPUTED = [table for table in DERIVED if table not in FROM_OWN_FILES]
X86 = platform.machine() in ("x86_64", "AMD64")
# The linear algebra of four processors. On x86 numpy's own fast logarithms are switched off in one.
KERNELS = ("Prescott", "Nehalem", "Sandybridge", "Haswell") if X86 else ("ARMV8", "CORTEXA57", "NEOVERSEN1", "THUNDERX")
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


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """A copy of code and tables for each setting, with every computed table computed there."""
    folders = [tmp_path_factory.mktemp(kernel) for kernel in KERNELS]
    for folder in folders:
        for part in ("ewdash", "data"):
            shutil.copytree(ROOT / part, folder / part)
        for table in COMPUTED:
            shutil.rmtree(folder / "data" / table)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda s, f: ran(s, "-m", "ewdash", "evaluate", folder=f), SETTINGS, folders))
    return folders


def test_the_settings_are_of_different_processors():
    assert len({ran(setting, "-c", WHERE) for setting in SETTINGS}) >= (4 if X86 else 1)


@pytest.mark.parametrize("place", range(len(SETTINGS)), ids=KERNELS)
def test_every_machine_computes_the_tables_in_the_repository(machines, place):
    for table in COMPUTED:
        for file in sorted((ROOT / "data" / table).iterdir()):
            assert (machines[place] / "data" / table / file.name).read_bytes() == file.read_bytes(), file.name


def test_check_holds_after_evaluate(machines):
    assert "track_peer" in ran(SETTINGS[0], "-m", "ewdash", "check", folder=machines[0])


def test_a_comparison_of_earlier_figures_stays_and_check_says_so(machines):
    """Other tools' warnings do not ship, so nobody can be asked to compare with them again."""
    card = machines[1] / "data" / "track_peer" / "card.toml"
    text = card.read_text(encoding="utf-8")
    named = next(line for line in text.splitlines() if '"score_model ' in line)
    card.write_text(text.replace(named, '    "score_model 000000000000",'), encoding="utf-8")
    assert "stays as it was" in ran(SETTINGS[1], "-m", "ewdash", "check", folder=machines[1])


def test_scores_that_differ_in_their_last_bits_give_one_answer():
    from ewdash.analysis import scores

    score = scores.Score("short", ("a",), np.zeros(1), np.ones(1), np.ones(1), 0.0, 0.5, 0.7)
    near = np.array([[1e-12], [-1e-12]])
    assert (scores.probability(score, near) >= score.alert).all()
