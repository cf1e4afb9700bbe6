"""Cells of a paper's tables as text, the widths of their columns, and lines by the slide."""

import numbers
from collections.abc import Iterator, Sequence

import pandas as pd

from ewdash import i18n
from ewdash.i18n import translate

ROOM = 130  # characters side by side on a page: where more are needed, long cells are broken into lines
MANY = 10  # columns beyond which a word can be wider than its column's share
EDGE = 3  # characters of the room around a cell
CAPITAL = 1.4  # of a small letter's width
MAX_LETTERS = 46  # characters beyond which a cell is broken into lines


def cell(value: object) -> str:
    """Return a cell as text: numbers with separators, and what is not given is said."""
    if pd.isna(value):  # type: ignore[call-overload]
        return translate("cell-unknown")
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return str(value)
    whole = isinstance(value, numbers.Integral) or float(value).is_integer()
    return i18n.number(float(value), decimals=0 if whole else 2)


def widths(table: pd.DataFrame) -> list[int]:
    """Return the characters that each column needs: its longest cell within bounds, and no word broken."""
    letters = []
    for name in table.columns:
        cells = [cell(value) for value in table[name]]
        words = [word for text in (str(name), *cells) for word in text.split()] or [""]
        longest = min(max((len(text) for text in cells), default=0), MAX_LETTERS)
        letters.append(max(longest, *(len(word) + 3 for word in words)))
    return letters


def shares(table: pd.DataFrame) -> list[float]:
    """Return the share of the width that each column takes; they add up to one.

    Where the columns need more than a page holds, those that hold long cells give way, not words.
    """
    columns = [float(letters) for letters in widths(table)]
    if len(columns) > MANY and sum(columns) > ROOM:
        words = [_word_width(table, place) for place in range(len(columns))]
        over = [max(letters - word, 0.0) for letters, word in zip(columns, words, strict=True)]
        left = max(ROOM - sum(words), 0.0) / (sum(over) or 1.0)
        columns = [word + part * min(left, 1.0) for word, part in zip(words, over, strict=True)]
    return [letters / sum(columns) for letters in columns]


def _word_width(table: pd.DataFrame, place: int) -> float:
    """Return the characters that a column's widest word needs with its edges; capitals are wider."""
    texts = [str(table.columns[place]), *(cell(value) for value in table.iloc[:, place])]
    words = [word for text in texts for word in text.split()] or [""]
    return max(sum(CAPITAL if letter.isupper() else 1.0 for letter in word) for word in words) + EDGE


def paged(lines: Sequence[str], most: int) -> Iterator[list[str]]:
    """Yield lines by the slide: as many as do not pass so many characters together, and at least one."""
    page: list[str] = []
    for line in lines:
        if page and sum(map(len, page)) + len(line) > most:
            yield page
            page = []
        page.append(line)
    if page:
        yield page
