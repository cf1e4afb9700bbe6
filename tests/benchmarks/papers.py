"""Times the files of a briefing after warm-up and prints them as ratios to three seconds each.

Run by hand: ``python tests/benchmarks/papers.py``. ``--short`` times the files of one briefing once,
of a country with little on record and without warm-up.
"""

import time

import pandas as pd
from common import machine, options, written

from ewdash.data.record import Record
from ewdash.exports.bundle import bundle
from ewdash.exports.document import document
from ewdash.exports.pdf import pdf
from ewdash.exports.slides import slides
from ewdash.exports.slideshow import show
from ewdash.views.briefings.comparison import comparison_briefing
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.briefings.region import region_briefing
from ewdash.views.subjects import PARTS

TARGET, RUNS = 3.0, 3
SHARED = {"address": "http://localhost", "note": None, "record": Record()}
MONTH = pd.Timestamp("2024-12-01")
CHOICE = {"measure": "absolute", "by": "calendar", "span": "year", "axis": "linear", "onset": "latest"}


def packs(short):
    parts = {kind: {"sections": keys} for kind, keys in PARTS.items()}
    if short:
        yield (
            "Iceland",
            situation_briefing(country="ISL", month=MONTH, years=5, **parts["situation"], **SHARED),
        )
        return
    yield (
        "Syria, whole record",
        situation_briefing(country="SYR", month=MONTH, years=None, **parts["situation"], **SHARED),
    )
    yield (
        "Africa",
        region_briefing(
            month=MONTH,
            region="africa",
            group=None,
            back=1,
            years=5,
            scale="common",
            **parts["region"],
            **SHARED,
        ),
    )
    six = ("SDN", "SSD", "ETH", "MMR", "UKR", "ISR")
    yield (
        "six situations",
        comparison_briefing(countries=six, month=MONTH, years=10, **parts["comparison"], **CHOICE, **SHARED),
    )


def main():
    asked, figures = options(__doc__), {}
    print(machine())
    for name, pack in packs(asked.short):
        for make in (pdf, slides, document, bundle, show):
            if not asked.short:
                make(pack)
            times = []
            for _ in range(1 if asked.short else RUNS):
                begin = time.perf_counter()
                make(pack)
                times.append(time.perf_counter() - begin)
            best = figures[f"{name}, {make.__name__}"] = min(times)
            print(f"{name:<22}{make.__name__:<10}{best:6.2f} s  ratio {best / TARGET:.2f}", flush=True)
    written(asked.json, {"machine": machine(), "seconds": figures})


if __name__ == "__main__":
    main()
