"""Writes two tables and is stopped at each step in turn; run by `test_all_or_none`.

A step is whatever the interpreter reports to its auditors (open, make, rename, remove a file or folder ...)
inside the data folder, and each flush to the disk: a step that is added to the code is counted with the rest.

``python -m tests.data.stopping FOLDER WAY``: leaves one data folder a step in ``FOLDER``. Ways:
``killed`` by the system, ``dead`` the same within this process, ``refused`` that step alone,
``full`` after so many bytes a file, ``watched`` by a reader at each step, ``overtaken`` while it reads.
"""

import errno
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

from ewdash.data import store

TABLES = ("membership", "upr_review")
SIZES = (0, 1, 1000, 3000)  # bytes at which a disk is full; both tables and no card are larger than the last
SOME = 4  # a copy of a process is dear: it is killed at every fourth step


class Steps:
    """Counts the steps inside a folder, and acts at them."""

    def __init__(self):
        self.root, self.act, self.count = None, None, 0
        sys.addaudithook(self.heard)
        flush = os.fsync
        os.fsync = lambda handle: (self.step(), flush(handle))

    def heard(self, event, args):
        path = args[0] if self.act and args else None
        if isinstance(path, (str, os.PathLike)) and Path(path).is_relative_to(self.root):
            self.step()

    def step(self):
        if self.act:
            act, self.act = self.act, None  # what the act itself does is no step
            self.count += 1
            try:
                act(self.count)
            finally:
                self.act = act


def made(shorter=1):
    """Return the tables as a build would write them next: some rows less."""
    for table in TABLES:
        frame = store.load(table).iloc[:-shorter]
        provenance = store.card(table).provenance
        yield store.Made(table, store.parquet_bytes(frame), len(frame), f"{table}.parquet", provenance)


def rows(root):
    return [len(store.load(table, root=root)) for table in TABLES]


class DeadError(BaseException):
    """Nothing is done after a process is dead: not even what is done after an error."""


def stop(way, place):
    """Return what happens at each step of a write that is stopped at a place."""

    def act(at):
        if way == "dead" and at >= place:
            raise DeadError
        if way == "killed" and at == place:
            os.kill(os.getpid(), signal.SIGKILL)
        if way == "refused" and at == place:
            raise OSError(errno.EACCES, "refused by the test")

    return act


def stopped(steps, root, way, place, batch):
    """Write, and stop at the place; tell whether it came so far."""
    steps.root, steps.count, steps.act = root, 0, stop(way, place)
    with suppress(store.TablesUnwritableError, DeadError):
        store.save(batch, root=root)
    steps.act = None
    return steps.count >= place


def killed(steps, root, way, place, batch):
    """As `stopped`, in a child that the system kills."""
    child = os.fork()
    if not child:
        stopped(steps, root, way, place, batch)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), status
    return status != 0


def main(folder, way):
    before, batch, steps = folder / "before", list(made()), Steps()
    for table in TABLES:
        shutil.copytree(store.DATA / table, before / table)
    old, new = rows(before), [made.rows for made in batch]

    def fresh(name):
        return Path(shutil.copytree(before, folder / str(name)))

    if way == "full":
        import resource

        for size in SIZES:
            root = fresh(f"step-{size}")
            if child := os.fork():
                assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
            else:
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
                try:
                    store.save(batch, root=root)
                except store.TablesUnwritableError:
                    os._exit(3)
                finally:
                    os._exit(1)
    elif way == "watched":
        root, seen = fresh("step-0"), []
        steps.root, steps.act = root, lambda at: seen.append(rows(root))
        store.save(batch, root=root)
        steps.act = None
        assert [seen[0], seen[-1]] == [old, new]
        assert all(found in (old, new) for found in seen)
    elif way == "overtaken":
        place = 0
        while place <= steps.count:  # until the reader has no step left at which it could be overtaken
            place += 1
            root = fresh(f"step-{place}")
            steps.root, steps.count = root, 0
            steps.act = lambda at, place=place, root=root: at == place and store.save(batch, root=root)
            found = rows(root)
            steps.act = None
            assert all(length in pair for length, *pair in zip(found, old, new, strict=True)), found
            if steps.count < place:
                store.save(batch, root=root)
    else:
        write, each = (killed, SOME) if way == "killed" else (stopped, 1)
        place = 1
        while write(steps, fresh(f"step-{place}"), way, place, batch):
            place += each


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
