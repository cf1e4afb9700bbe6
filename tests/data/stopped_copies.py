"""Keeps a copy and is killed at each step in turn; run by `test_copies`.

A step is whatever the interpreter reports to its auditors inside the folder of copies.

``python -m tests.data.stopped_copies OLD NEW``: two exports of ACLED; prints after each kill which stands.
"""

import os
import signal
import sys
from pathlib import Path

from ewdash.data import copies
from tests.copy_files import draft


def killed_at(step, made):
    """Keep a draft in a process that is killed at a step; return whether it came to its end before."""
    child = os.fork()
    if child == 0:
        count, root = [0], str(copies.place())

        def heard(_event, args):
            if args and isinstance(args[0], (str, os.PathLike)) and str(args[0]).startswith(root):
                count[0] += 1
                if count[0] == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(heard)
        copies.keep(made)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    old, new = (draft(Path(name)) for name in sys.argv[1:])
    done, at = False, 0
    while not done:
        at += 1
        copies.keep(old)
        done = killed_at(at, new)
        copy, rows = copies.load("acled")
        assert copies.listed().damaged == ()
        assert len(rows) == copy.written
        sys.stdout.write(f"{copy.file}\n")
