"""UN document symbols, and where each document is kept."""

ADDRESS = "https://undocs.org/"
# Symbols of the organs whose documents that address resolves; a court's case has none there.
ORGANS = ("A/", "S/", "E/", "ST/")


def address(symbol: object) -> str | None:
    """Return the address of a document, None where the symbol is not one (``S/RES/1970 (2011)``)."""
    if not isinstance(symbol, str) or not symbol.startswith(ORGANS):
        return None
    return ADDRESS + symbol.replace(" ", "")


def bracketed(symbol: object) -> str:
    """Return a symbol in brackets, to stand after the name of a text; nothing where there is none."""
    return f" ({symbol})" if isinstance(symbol, str) else ""
