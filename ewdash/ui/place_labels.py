"""Labels by which the browser finds a place: the name that is seen, and behind it the words that are not.

Streamlit's boxes filter their options in the browser by the whole label, as `fzy` does: the letters
typed must occur in that order; a run of letters scores 1 each, and the first of a run by the sign before
it (after ``/`` 0.9, after a space 0.8, a capital after another sign 0.7, after a point 0.6); each letter
of a label that is not typed costs 0.005. So short codes stand after ``/``, the three-letter code after a
space, the words of the name shown after a sign without width, and those of other names after a point: they
come in this order. Labels are filled up to the longest of a member State, and by a third of the name, so
that the shorter of two names comes first. What follows the tab is out of sight (`style.CSS`); without that
rule it is merely seen.

References:
    Streamlit 1.67, `selectbox`, `filter_mode="fuzzy"`; github.com/jhawthorn/fzy (scores).
"""

import re

from ewdash.data.record import Record

WORD_START = "\u2060"  # word joiner: without width, and no letter
OTHER_START = "."
OUT_OF_SIGHT = "\t"
PER_LETTER = 3  # letters of a name that cost one: the longest loses less (17) than a code wins (20)


def search_labels(record: Record, *, language: str) -> dict[str, str]:
    """Return iso3 -> label of every place with a page, in the order of the names.

    Args:
        record: The tables.
        language: The reader's; places are found by their names in it, too.

    Raises:
        DatasetMissingError, DatasetVersionError, DatasetDamagedError: If a table cannot be read.
    """
    gazetteer = record.gazetteer
    names = record.places.options()
    labels = {}
    for iso3, name in names.items():
        words = [name]
        for word in gazetteer.other_names(iso3, language=language):
            if word.casefold() not in " ".join(words).casefold():
                words.append(word)
        codes = "".join(f"/{code}" for code in gazetteer.short_codes(iso3))
        shown = f"{_started(name, WORD_START)}{OUT_OF_SIGHT}{codes}"
        labels[iso3] = " ".join((shown, iso3, *(_started(word, OTHER_START) for word in words[1:])))
    filled = max(len(label) for iso3, label in labels.items() if record.places.row(iso3)["kind"] == "member")
    return {iso3: label.ljust(filled + len(names[iso3]) // PER_LETTER) for iso3, label in labels.items()}


def _started(text: str, sign: str) -> str:
    """Put a sign where each word of a name starts."""
    return re.sub(r"(^|[ -])(?=\w)", lambda start: start[1] + sign, text)
