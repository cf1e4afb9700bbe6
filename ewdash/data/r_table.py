"""One table of an R file as Parquet: a program of its own, which `debates` starts for a file of a user.

R's files are read by compiled code that was not written for hostile ones. Whatever such a file does to it
ends this process, not the dashboard: it has no open connection, its memory and time are bounded, it runs
nothing that the file holds, and what it gives back are the cells of the columns asked for, as text.

Usage: ``python -I r_table.py FILE OBJECT FOLDER COLUMN…``; ``FOLDER`` then holds ``columns.json``, the
names of all columns, and ``rows.parquet``.
"""

import contextlib
import json
import sys
import warnings
from pathlib import Path

NO_PACKAGE, NO_OBJECT = 3, 4  # exit codes; any other that is not 0 is a file that cannot be read
MEMORY = 6 * 2**30  # bytes of addresses; the corpus needs less than one


def _bounded() -> None:
    """Bound the memory of this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main(file: str, wanted: str, folder: str, *columns: str) -> int:
    """Write the columns of one object; return the exit code."""
    _bounded()
    try:
        import pyreadr
    except ImportError:
        return NO_PACKAGE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of objects that are no tables
        objects = pyreadr.read_r(file, use_objects=[wanted])
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
