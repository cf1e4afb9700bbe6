"""The typefaces of papers: from Python packages, so that a paper looks the same on every machine."""

import functools
from importlib.resources import files

import typst

# Latin, Cyrillic and Greek as on the screen; then Arabic; then Chinese.
PACKAGES = ("font_source_sans_pro", "fontpkg_noto_sans_arabic", "pylopdf_fonts_zh_cn")


@functools.cache
def fonts() -> typst.Fonts:
    """Return the typefaces, found once; fonts of the machine play no part."""
    folders = [str(files(package)) for package in PACKAGES]
    return typst.Fonts(font_paths=folders, include_system_fonts=False)
