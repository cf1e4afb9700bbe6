"""Memory could grow with each reader, though what was made for the one before is no longer used."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import json, sys
import numpy as np, pyarrow as pa
from ewdash.ui import memory

def resident():
    status = open("/proc/self/status").read()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

if sys.argv[1] == "given back":
    memory.give_back()
first = np.ones(2_000_000)  # after the first large block that is freed, others lie among small ones
del first
before = resident()
large, small = [], []
for place in range(100):
    large.append(np.ones(250_000))  # 2 MB
    small.append(np.ones(10_000))
most = resident() - before
del large
print(json.dumps([most, resident() - before, pa.default_memory_pool().backend_name, len(small)]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what is in use is read from /proc")
def test_what_is_freed_goes_back_to_the_system():
    left, pools = {}, {}
    for how in ("given back", "as it is"):
        run = subprocess.run(
            [sys.executable, "-c", RUN, how], capture_output=True, text=True, check=True, cwd=ROOT
        )
        most, left[how], pools[how], _ = json.loads(run.stdout.splitlines()[-1])
        assert most > 190
    assert left["given back"] < 30
    assert left["given back"] < left["as it is"] / 2
    assert pools["given back"] == "system"
