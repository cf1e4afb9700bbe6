"""Whether somebody is being served, so that what is prepared for later lets them go first."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

QUIET = 2.0  # seconds without a sign of a reader after which none is taken to wait: a browser loads so long
LONGEST = 5.0  # seconds that one step waits at most: in a full room there is always somebody
LOOK = 0.05  # seconds from one look to the next


class Readers:
    """When a reader last asked for something, and how many views are being made for readers now."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._last, self._served = float("-inf"), 0
        self._lock = threading.Lock()

    def came(self) -> None:
        """Take note that a reader asked for something."""
        self._last = time.monotonic()

    @contextmanager
    def served(self) -> Iterator[None]:
        """Take note that a reader waits for what is made inside."""
        with self._lock:
            self._served += 1
        try:
            yield
        finally:
            with self._lock:
                self._served -= 1
            self.came()

    def let_pass(self) -> None:
        """Wait until no reader has been served for `QUIET` seconds, `LONGEST` at most."""
        end = time.monotonic() + LONGEST
        while (now := time.monotonic()) < end and (self._served or now - self._last < QUIET):
            time.sleep(LOOK)


READERS = Readers()
