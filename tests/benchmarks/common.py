"""What the benchmarks share: the way to the code, their options, what a process uses, and percentiles.

Imported first, it lets a benchmark run as ``python tests/benchmarks/x.py`` in a folder of any name.
"""

import argparse
import json
import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]


def options(about, *more):
    """Read `--short`, `--json FILE`, and the benchmark's own options (name, type, default, help)."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--short", action="store_true", help="as little as shows that it works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    for name, kind, default, told in more:
        parser.add_argument(name, type=kind, default=default, help=f"{told} ({default})")
    return parser.parse_args()


def between(low, high, kind):
    """Return a reader of options that refuses what is out of bounds."""

    def read(text):
        value = kind(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"must lie between {low} and {high}")
        return value

    return read


def machine():
    return f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors"


def percentile(values, share):
    """Return the value under which a share of the values lies, by nearest rank."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, round(share * len(ranked)) - 1))]


def memory(pid):
    """Return the resident memory of a process in MB, or None where the system has no /proc (not Linux)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def processor(pid):
    """Return the processor time of a process in seconds, or None where the system has no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def written(path, figures):
    if path is not None:
        path.write_text(json.dumps(figures, indent=1), encoding="utf-8")
