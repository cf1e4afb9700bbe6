"""How the server takes memory from the system, so that what is no longer used goes back to it."""

import ctypes
import sys

import pyarrow as pa

_MMAP_THRESHOLD, _ARENAS = -3, -8  # `M_MMAP_THRESHOLD` and `M_ARENA_MAX` of malloc.h
LARGE = 1 << 20  # bytes from which a block is the system's own: tables and columns of all countries


def give_back() -> None:
    """Take large blocks one by one, which go back when they are freed, and small ones from few places.

    Arrow keeps what it once had for itself, and the C library puts large blocks among small ones once it
    has seen one freed: of both, nothing goes back while anything beside it is in use. Where the C library
    is another than that of GNU, only the former is changed.

    References:
        mallopt(3), on the dynamic threshold of mmap.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        change = getattr(library, "mallopt", None)
        if change is not None and hasattr(library, "gnu_get_libc_version"):
            change(_MMAP_THRESHOLD, LARGE)
            change(_ARENAS, 2)
