"""Times questions to 400 thousand and to 30 million events: ``python tests/benchmarks/events.py``.

The rows are drawn from our own in SQL: each stands as often as is needed, moved by some days and kilometres.
``--short`` leaves the 30 million out; ``--folder`` keeps what was made for the next time (2 GB).
"""

import multiprocessing
import re
import resource
import tempfile
import time
from pathlib import Path

from common import machine, options, written

SIZES = (None, 400_000, 30_000_000)  # rows; None is the table as it is built in
COUNTRIES = ("SDN", "UKR", "YEM", "MEX")
TURNS = 5


def made(folder, rows):
    """Write a folder of tables whose events are so many, and return how long that took."""
    from ewdash.data import events, store

    if (folder / "conflict_event" / "card.toml").exists():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    for table in store.DATA.iterdir():
        if table.name != "conflict_event" and not (folder / table.name).exists():
            (folder / table.name).symlink_to(table)
    (folder / "conflict_event").mkdir(exist_ok=True)
    source, raw = store.path("conflict_event"), folder / "raw.parquet"
    card = (store.DATA / "conflict_event" / "card.toml").read_text(encoding="utf-8")
    known = store.card("conflict_event").rows
    with events._memory().cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(
            f"COPY (SELECT * EXCLUDE (turn, days) REPLACE ("
            f"event_id + turn * 10_000_000 AS event_id, date + days AS date, "
            f"date_end + days AS date_end, date_trunc('month', date + days) AS month, "
            f"round(latitude + (random() - 0.5) / 10, 2) AS latitude, "
            f"round(longitude + (random() - 0.5) / 10, 2) AS longitude) FROM "
            f"(SELECT * EXCLUDE (place_in), to_days(CAST(random() * 20 AS INTEGER) - 10) AS days FROM "
            f"(SELECT *, row_number() OVER (ORDER BY hash(event_id)) AS place_in "
            f"FROM read_parquet($source)), "
            f"range({rows // known + 1}) AS turns(turn) WHERE turn * {known} + place_in <= {rows})) "
            f"TO '{raw}' (FORMAT parquet)",
            {"source": str(source)},
        )
    start = time.perf_counter()
    events.arranged(raw, folder / "conflict_event" / source.name)
    took = time.perf_counter() - start
    raw.unlink()
    text = re.sub(r"(?m)^rows = \d+$", f"rows = {rows}", card)
    digest = "" if rows > 1_000_000 else events._seal(folder / "conflict_event" / source.name, 0, 0)
    text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{digest}"', text)
    (folder / "conflict_event" / "card.toml").write_text(text, encoding="utf-8")
    return took


def timed(act):
    """Return the best of some turns and the processor time of one, in milliseconds."""
    took, used = [], time.process_time()
    for _ in range(TURNS):
        start = time.perf_counter()
        act()
        took.append(1000 * (time.perf_counter() - start))
    return {"best": round(min(took)), "processor": round(1000 * (time.process_time() - used) / TURNS)}


def asked(folder, answers):
    """Ask the questions of the pages in a process of their own."""
    import pandas as pd

    from ewdash.data.record import Record
    from ewdash.views import events, long_events, peaks, provinces, review_notes, violence
    from ewdash.views.months import country_months

    record, month = Record(folder), pd.Timestamp("2026-04-01")
    country_months(record)  # other tables
    first, last = pd.Timestamp("2016-07-01"), pd.Timestamp("2026-06-30")
    found = {"rows": record.events.count()}
    found["months of all countries"] = timed(record.events.months)
    start, used = time.perf_counter(), time.process_time()
    for once in (long_events._crossing, peaks._largest, review_notes._excepted, review_notes._largest):
        record.once(once)
    found["once for Situation"] = {
        "best": round(1000 * (time.perf_counter() - start)),
        "processor": round(1000 * (time.process_time() - used)),
    }
    for country in COUNTRIES:
        chosen = {"country": country, "month": month, "years": 10}
        found[f"{country} Situation"] = timed(lambda chosen=chosen: violence.escalation(record, **chosen))
        found[f"{country} areas"] = timed(
            lambda country=country: record.events.areas(country, first=first, last=last)
        )
        found[f"{country} provinces"] = timed(lambda chosen=chosen: provinces.provinces(record, **chosen))
        found[f"{country} where"] = timed(lambda chosen=chosen: events.where(record, **chosen))
    found["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answers.put(found)


def main():
    given = options(__doc__, ("--folder", Path, None, "where the rows are kept"))
    from ewdash.data import store

    print(machine())
    figures, start = {}, multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as aside:
        for rows in SIZES[:2] if given.short else SIZES:
            folder = store.DATA if rows is None else (given.folder or Path(aside)) / str(rows)
            took = None if rows is None else made(folder, rows)
            answers = start.Queue()
            process = start.Process(target=asked, args=(folder, answers))
            process.start()
            found = answers.get(timeout=1800)
            process.join()
            if took is not None:
                found["arranged, s"] = round(took, 1)
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
