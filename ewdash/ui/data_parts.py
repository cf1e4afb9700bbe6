"""The part of Data that is chosen."""

from ewdash.ui import official

PARTS = ("official", "own-records", "copies")


def show(part: str) -> None:
    """Show a part; those that take what a reader brings load all that reads files, when first opened.

    Args:
        part: One of `PARTS`.
    """
    if part == "official":
        official.show()
    elif part == "own-records":
        from ewdash.ui import own_records

        own_records.show()
    else:
        from ewdash.ui import copies

        copies.show()
