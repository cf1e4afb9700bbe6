"""A pack's tables as one archive, and archives whose bytes depend on their content alone."""

import io
import zipfile

from ewdash.exports.briefing import Briefing
from ewdash.i18n import translate

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest day an archive can hold: no clock is written


def archive(pack: Briefing) -> bytes:
    """Return the pack's tables as a ZIP of CSV files, with a text that says what they are."""
    about = "\n\n".join(
        [
            f"{pack.title}. {pack.subtitle}.",
            pack.headline,
            pack.stamp,
            *([translate("pack-note"), pack.note.text, pack.note.signature] if pack.note is not None else []),
            *pack.sources,
            *("\n".join([title, *(f"- {line}" for line in lines)]) for title, lines in pack.references),
            pack.boundary,
            f"{translate('pack-made')} {pack.address}",
        ]
    )
    return _zipped({"README.txt": about.encode(), **dict(pack.data)})


def settled(content: bytes) -> bytes:
    """Return an archive (PPTX and DOCX are such) without the times at which its parts were written."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return _zipped({name: source.read(name) for name in source.namelist()})


def _zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(zipfile.ZipInfo(name, FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
