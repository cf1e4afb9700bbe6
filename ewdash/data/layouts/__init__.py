"""Importers by layout: a file that somebody brings, recognised by its columns, as rows of our normal form."""

from ewdash.data.layouts.reading import Reading, Refusal, Unknown, read
from ewdash.data.layouts.recognition import recognise

__all__ = ["Reading", "Refusal", "Unknown", "read", "recognise"]
