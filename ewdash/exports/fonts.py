"""The typefaces of papers: from Python packages, so that a paper looks the same on every machine."""

import functools
import unicodedata
from importlib.resources import files
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

# Latin, Cyrillic and Greek as on the screen; then Arabic and the scripts of Asia and Africa, symbols
# and emoji (in one colour); then Chinese; then Korean.
PACKAGES = ("font_source_sans_pro", "manimgx_fonts", "pylopdf_fonts_zh_cn", "pylopdf_fonts_ko")
ENDINGS = (".ttf", ".otf")
LACKING = "□"  # stands for a letter that no typeface has
# What is drawn by no typeface, and needs none: joiners, marks of direction, selectors of a variant.
INVISIBLE = frozenset(
    chr(code)
    for code in (
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
    )
)
MAX_NAMED = 12  # letters that a sentence names


@functools.cache
def fonts() -> typst.Fonts:
    """Return the typefaces, found once; fonts of the machine play no part."""
    folders = [str(files(package)) for package in PACKAGES]
    return typst.Fonts(font_paths=folders, include_system_fonts=False, include_embedded_fonts=False)


@functools.cache
def letters(package: str) -> frozenset[int]:
    """Return the code points that some typeface of a package has."""
    paths = [path for path in Path(str(files(package))).rglob("*") if path.suffix.lower() in ENDINGS]
    return frozenset().union(*(TTFont(path, lazy=True).getBestCmap() for path in paths))


def lacks(letter: str) -> bool:
    """Tell whether no typeface has a letter that would have to be drawn."""
    if letter.isascii() or letter in INVISIBLE or letter.isspace():
        return False
    return not any(ord(letter) in letters(package) for package in PACKAGES)


def named(letter: str) -> str:
    """Return a letter's code point and name, as Unicode writes them, such as "U+1F600 GRINNING FACE"."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
