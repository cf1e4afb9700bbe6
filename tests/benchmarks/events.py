"""Times questions to 400 thousand and to 30 million events: ``python tests/benchmarks/events.py``.

The rows are drawn from our own in SQL: each stands as often as is needed, moved by some days and kilometres.
``--short`` asks the built-in ones alone, each question once; ``--folder`` keeps what was made for the next
time (2 GB).
"""

import multiprocessing
import re
import resource
import tempfile
import time
from pathlib import Path

from common import machine, options, written

SIZES = (None, 400_000, 30_000_000)  # rows, to the whole turn below; None is the table as it is built in
COUNTRIES = ("SDN", "UKR", "YEM", "MEX")
TURNS = 5


def made(folder, rows):
    """Write a folder of tables whose events are so many, in the order in which a release writes them."""
    from ewdash.data import event_engines, store

    if (folder / "conflict_event" / "card.toml").exists():
        return
    (folder / "conflict_event").mkdir(parents=True, exist_ok=True)
    for table in store.DATA.iterdir():
        if table.name != "conflict_event" and not (folder / table.name).exists():
            (folder / table.name).symlink_to(table)
    source, known = store.path("conflict_event"), store.card("conflict_event").rows
    target = folder / "conflict_event" / source.name
    with event_engines._memory().cursor() as cursor:
        cursor.execute(
            f"COPY (SELECT * EXCLUDE (turn, days) REPLACE ("
            f"event_id + turn * 10_000_000 AS event_id, date + days AS date, "
            f"date_end + days AS date_end, date_trunc('month', date + days) AS month, "
            f"round(latitude + (random() - 0.5) / 10, 2) AS latitude, "
            f"round(longitude + (random() - 0.5) / 10, 2) AS longitude) FROM "
            f"(SELECT *, unnest(range({rows // known})) AS turn, "
            f"to_days(CAST(random() * 20 AS INTEGER) - 10) AS days FROM read_parquet($source))) "
            f"TO '{target}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {event_engines.ROW_GROUP})",
            {"source": str(source)},
        )
    card = (store.DATA / "conflict_event" / "card.toml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^rows = \d+$", f"rows = {rows // known * known}", card)
    seal = event_engines._seal(target, 0, target.stat().st_size)
    text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{seal}"', text)
    (folder / "conflict_event" / "card.toml").write_text(text, encoding="utf-8")


def timed(act, turns):
    """Return the best of some turns and the processor time of one, in milliseconds."""
    took, used = [], time.process_time()
    for _ in range(turns):
        start = time.perf_counter()
        act()
        took.append(1000 * (time.perf_counter() - start))
    return {"best": round(min(took)), "processor": round(1000 * (time.process_time() - used) / turns)}


def asked(folder, turns, answers):
    """Ask the questions of the pages in a process of their own."""
    import pandas as pd

    from ewdash.data.record import Record
    from ewdash.views import events, long_events, peaks, provinces, review_notes, violence
    from ewdash.views.months import country_months

    record, month = Record(folder), pd.Timestamp("2026-04-01")
    country_months(record)  # other tables
    first, last = pd.Timestamp("2016-07-01"), pd.Timestamp("2026-06-30")
    found = {"rows": record.events.count()}
    found["months of all countries"] = timed(record.events.months, turns)
    start, used = time.perf_counter(), time.process_time()
    for once in (long_events._crossing, peaks._largest, review_notes._excepted, review_notes._largest):
        record.once(once)
    found["once for Situation"] = {
        "best": round(1000 * (time.perf_counter() - start)),
        "processor": round(1000 * (time.process_time() - used)),
    }
    for country in COUNTRIES:
        chosen = {"country": country, "month": month, "years": 10}
        found[f"{country} Situation"] = timed(
            lambda chosen=chosen: violence.escalation(record, **chosen), turns
        )
        found[f"{country} areas"] = timed(
            lambda country=country: record.events.areas(country, first=first, last=last), turns
        )
        found[f"{country} provinces"] = timed(
            lambda chosen=chosen: provinces.provinces(record, **chosen), turns
        )
        found[f"{country} where"] = timed(lambda chosen=chosen: events.where(record, **chosen), turns)
    found["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answers.put(found)


def main():
    given = options(__doc__, ("--folder", Path, None, "where the rows are kept"))
    from ewdash.data import store

    print(machine())
    figures, start = {}, multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as aside:
        for rows in SIZES[:1] if given.short else SIZES:
            folder = store.DATA if rows is None else (given.folder or Path(aside)) / str(rows)
            if rows is not None:
                made(folder, rows)
            answers = start.Queue()
            process = start.Process(target=asked, args=(folder, 1 if given.short else TURNS, answers))
            process.start()
            found = answers.get(timeout=1800)
            process.join()
            figures[str(rows)] = found
            for name, value in found.items():
                told = (
                    value
                    if isinstance(value, int | float)
                    else f"{value['best']} ms, processor {value['processor']}"
                )
                print(f"{found['rows']:>11,}  {name:26} {told}", flush=True)
    written(given.json, {"machine": machine(), "milliseconds": figures})


if __name__ == "__main__":
    main()
