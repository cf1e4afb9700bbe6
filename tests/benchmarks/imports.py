"""How long a file of UCDP events takes to read, and how much memory, at 418 thousand and at 30 million rows.

Run by hand: ``python tests/benchmarks/imports.py --rows 30000000 --folder /somewhere/large``. The file is
generated (49 columns, some 420 bytes a row, no real event in it), kept in the folder and used again.
"""

import resource
import tempfile
import time
from pathlib import Path

from common import machine, options, written

TARGETS = {418_000: 10.0, 30_000_000: 180.0}  # seconds on two cores
MAX_MEMORY = 2000  # MB


def generate(path, rows):
    """Write rows in the layout of UCDP GED with DuckDB: invented, spread over 35 years and ten countries."""
    import duckdb

    duckdb.execute(
        f"""
        COPY (
          WITH seeds AS (
            SELECT i, hash(i) AS h, hash(i + 7) AS k, DATE '1989-01-01' + (i * 13 % 12700)::INT AS d
            FROM range({rows}) AS t(i)
          ), parts AS (
            SELECT *, (h % 40)::INT AS a, (k % 30)::INT AS b, (h // 64 % 20)::INT AS c,
              (k // 64 % 4)::INT AS u, h % 150 AS land, h % 700 AS side, 'Town ' || (k % 20000) AS town,
              round((k % 120000) / 1000.0 - 60, 6) AS lat, round((h % 300000) / 1000.0 - 150, 6) AS lon
            FROM seeds
          )
          SELECT i + 1 AS id, 'XXX-' || year(d) || '-1-' || (h % 900) || '-' || i AS relid, year(d) AS year,
            h % 2 = 0 AS active_year, 'Clear' AS code_status, 1 + h % 3 AS type_of_violence,
            h % 500 AS conflict_dset_id, h % 500 AS conflict_new_id,
            'Country ' || land || ': Government' AS conflict_name, h % 900 AS dyad_dset_id,
            h % 900 AS dyad_new_id, 'Government of Country ' || land || ' - Group ' || side AS dyad_name,
            land AS side_a_dset_id, land AS side_a_new_id, 'Government of Country ' || land AS side_a,
            side AS side_b_dset_id, side AS side_b_new_id, 'Group ' || side AS side_b,
            2 AS number_of_sources, NULL AS source_article, NULL AS source_office,
            d::VARCHAR AS source_date, NULL AS source_headline, NULL AS source_original,
            1 + k % 7 AS where_prec, town AS where_coordinates,
            town || ', a village in the district' AS where_description,
            'Province ' || (k % 1500) AS adm_1, 'District ' || (k % 9000) AS adm_2, lat AS latitude,
            lon AS longitude, 'POINT (' || lon || ' ' || lat || ')' AS geom_wkt, k % 250000 AS priogrid_gid,
            'Country ' || land AS country,
            [700, 652, 625, 369, 678, 520, 500, 490, 530, 437][1 + (h % 10)::INT] AS country_id,
            'Asia' AS region, 1 AS event_clarity, 1 + h % 5 AS date_prec,
            d || ' 00:00:00.000' AS date_start, (d + (h % 3)::INT) || ' 00:00:00.000' AS date_end,
            a AS deaths_a, b AS deaths_b, c AS deaths_civilians, u AS deaths_unknown,
            a + b + c + u AS best, a + b + c + u + h % 5 AS high, a + b + c AS low, 700 AS gwnoa,
            NULL AS gwnob
          FROM parts
        ) TO '{path}' (HEADER, DELIMITER ',')
        """
    )


def main():
    asked = options(
        __doc__,
        ("--rows", int, 418_000, "rows of the file"),
        ("--folder", Path, None, "where the file lies and the result is written"),
    )
    from ewdash.data import store
    from ewdash.data.layouts import read

    rows = 1000 if asked.short else asked.rows
    print(machine())
    with tempfile.TemporaryDirectory() as aside:
        folder = asked.folder or Path(aside)
        path = folder / f"events_{rows}.csv"
        if not path.exists():
            generate(path, rows)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        shares, begin, processor = [], time.perf_counter(), time.process_time()
        done = read(
            path,
            into=folder / "rows.parquet",
            countries=store.load("country"),
            release="26.1",
            progress=shares.append,
        )
        seconds, used = time.perf_counter() - begin, time.process_time() - processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert done.kept == done.rows == rows
    assert shares == sorted(shares)
    target = TARGETS.get(rows)
    print(f"{rows:,} rows, {path.name}: {seconds:.1f} s ({used:.1f} s of processor), target {target} s")
    print(f"memory at most {peak:.0f} MB ({before:.0f} before), target {MAX_MEMORY} MB")
    print(f"{len(shares)} reports of progress")
    written(
        asked.json,
        {"machine": machine(), "rows": rows, "seconds": seconds, "processor": used, "memory": peak},
    )


if __name__ == "__main__":
    main()
