"""One table of an R file as Parquet: a program of its own, which `debates` starts for a file of a user.

Whatever a hostile file does to its reader ends this process, not the dashboard: it has no open connection,
its memory and time are bounded, it runs nothing that the file holds, and what it gives back are the cells
of the columns asked for, as text.

Usage: ``python -I r_table.py FILE OBJECT FOLDER COLUMN…``; ``FOLDER`` then holds ``columns.json``, the
names of all columns, and ``rows.parquet``.
"""

import contextlib
import functools
import json
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pandas as pd

Unit: TypeAlias = Literal["D", "s"]
NO_OBJECT = 3  # the exit code; any other that is not 0 is a file that cannot be read
# R's classes of days and times -> what their numbers count.
UNITS: dict[str, Unit] = {"Date": "D", "POSIXct": "s"}
MEMORY = 6 * 2**30  # bytes of addresses; the corpus needs less than two


def _days(unit: Unit, numbers: Any, attributes: Any) -> Any:  # noqa: ANN401 - as the package calls it
    """Return R's dates or times, numbers since 1970 with their class beside them, as days in text."""
    del attributes
    times = pd.to_datetime(pd.Series(numbers, dtype="float64"), unit=unit, errors="coerce")
    return times.dt.strftime("%Y-%m-%d").to_numpy()


def _bounded() -> None:
    """Bound the memory of this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main(file: str, wanted: str, folder: str, *columns: str) -> int:
    """Write the columns of one object; return the exit code."""
    _bounded()
    import rdata  # here, because the dashboard knows this module by its exit code alone
    from rdata.conversion import DEFAULT_CLASS_MAP

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of objects that are no tables
        days: dict[str | bytes, Callable[..., Any]] = {
            kind: functools.partial(_days, unit) for kind, unit in UNITS.items()
        }
        objects = rdata.read_rda(file, constructor_dict={**DEFAULT_CLASS_MAP, **days})
    if wanted not in objects:
        return NO_OBJECT
    frame = objects[wanted]
    out = Path(folder)
    (out / "columns.json").write_text(json.dumps([str(name) for name in frame.columns]), encoding="utf-8")
    frame = frame[[name for name in columns if name in frame.columns]]
    cells = frame.astype("object").where(frame.notna(), None)
    for name in cells.columns:
        cells[name] = cells[name].map(str, na_action="ignore").astype("str")
    cells.reset_index(drop=True).to_parquet(out / "rows.parquet", index=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
