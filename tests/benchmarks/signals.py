"""Times the computed tables, as ratios to their budgets: python tests/benchmarks/signals.py."""

import functools
import time

from ewdash.data import store
from ewdash.signals import compute, evaluation, training

BUDGETS = {"signals": 10, "one new month": 1, "signals and fans": 10, "evaluate": 600}  # seconds


def timed(name, act):
    start = time.perf_counter()
    found = act()
    spent = time.perf_counter() - start
    print(f"{name:18} {spent:7.2f} s  {spent / BUDGETS[name]:5.2f} of its budget")
    return found


def main():
    load = functools.cache(store.load)
    for table in compute.SOURCES:
        load(table)
    signals = timed("signals", lambda: compute.signals(load))
    kept = signals[signals["vintage"] == "final"]
    timed("one new month", lambda: compute.signals(load, kept=kept))
    timed("signals and fans", lambda: (compute.signals(load), compute.fans(load)))
    timed("evaluate", lambda: (training.fit(load), evaluation.evaluate(load)))


if __name__ == "__main__":
    main()
