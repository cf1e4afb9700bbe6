"""Early-warning dashboard: facts about situations, and what two Councils did about them.

From a notebook or a script, ``ewdash.open()`` gives what the pages show (see `Library`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ewdash.views.library import Library


def open(folder: str | Path | None = None) -> "Library":  # noqa: A001 - read as ``ewdash.open()``
    """Open the installed tables, or those of another data folder, for a notebook or a script.

    Args:
        folder: A data folder; None is the one beside the code.
    """
    from ewdash.data.record import opened
    from ewdash.views.library import Library

    return Library(opened(None if folder is None else Path(folder)))
