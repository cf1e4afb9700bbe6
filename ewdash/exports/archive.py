"""Archives whose bytes depend on their content alone."""

import io
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest day an archive can hold: no clock is written


def settled(content: bytes) -> bytes:
    """Return an archive (PPTX and DOCX are such) without the times at which its parts were written."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return zipped({name: source.read(name) for name in source.namelist()})


def zipped(entries: dict[str, bytes]) -> bytes:
    """Return an archive of files by name, without the times at which they were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(zipfile.ZipInfo(name, FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
