"""A pack's tables as one archive: each as CSV in two forms, all in one workbook, and what they are."""

from ewdash.exports.archive import zipped
from ewdash.exports.briefing import Briefing
from ewdash.exports.tables import csv, key, workbook
from ewdash.i18n import translate

REGIONAL = "semicolon"  # folder of the form that a spreadsheet set to French or German reads


def bundle(pack: Briefing) -> bytes:
    """Return the pack's tables as a ZIP with a text on them; the same pack gives the same bytes."""
    about = _about(pack)
    return zipped(
        {
            "README.txt": "\n\n".join(about).encode("utf-8-sig"),
            f"{pack.name}.xlsx": workbook(pack.tables, about),
            **{f"{table.name}.csv": csv(table) for table in pack.tables},
            **{f"{REGIONAL}/{table.name}.csv": csv(table, regional=True) for table in pack.tables},
        }
    )


def _about(pack: Briefing) -> list[str]:
    """Return what stands beside the tables, a paragraph each."""
    codes = [f"{name}: {meaning}" for name, meaning in key(pack.tables)]
    files = [f"{table.name}: {table.title}" for table in pack.tables]
    lists = [(translate("pack-files"), files), (translate("sheet-key"), codes), *pack.references]
    note = [translate("pack-note"), pack.note.text, pack.note.signature] if pack.note is not None else []
    return [
        f"{pack.title}. {pack.subtitle}.",
        pack.headline,
        *pack.notes,
        pack.stamp,
        translate("pack-forms", folder=REGIONAL),
        *note,
        *pack.sources,
        *("\n".join([title, *(f"- {line}" for line in lines)]) for title, lines in lists if lines),
        *(f"{part.title}. {part.boundary}" for part in pack.parts if part.boundary),
        pack.boundary,
        f"{translate('pack-made')} {pack.address}",
    ]
