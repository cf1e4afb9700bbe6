"""Times the computed tables, as ratios to their budgets: ``python tests/benchmarks/signals.py``.

``--short`` leaves out the evaluation.
"""

import functools
import time

from common import machine, options, written

from ewdash.data import store
from ewdash.signals import compute, evaluation, training

BUDGETS = {"signals": 10, "one new month": 1, "signals and fans": 10, "evaluate": 600}  # seconds


def timed(name, act, figures):
    start = time.perf_counter()
    found = act()
    figures[name] = time.perf_counter() - start
    print(f"{name:18} {figures[name]:7.2f} s  {figures[name] / BUDGETS[name]:5.2f} of its budget", flush=True)
    return found


def main():
    asked, figures = options(__doc__), {}
    print(machine())
    load = functools.cache(store.load)
    for table in compute.SOURCES:
        load(table)
    signals = timed("signals", lambda: compute.signals(load), figures)
    kept = signals[signals["vintage"] == "final"]
    timed("one new month", lambda: compute.signals(load, final_rows=kept), figures)
    if not asked.short:
        timed("signals and fans", lambda: (compute.signals(load), compute.fans(load)), figures)
        timed("evaluate", lambda: (training.fit(load), evaluation.evaluate(load)), figures)
    written(asked.json, {"machine": machine(), "seconds": figures})


if __name__ == "__main__":
    main()
