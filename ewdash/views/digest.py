"""What is new since a day for chosen countries or a region, to be sent: as the page What is new says it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ewdash import i18n
from ewdash.data.record import Record
from ewdash.exports import told
from ewdash.exports.digest import FORMS, Digest, Entry
from ewdash.i18n import translate
from ewdash.model import symbols
from ewdash.views import dataset, since
from ewdash.views.block import with_headings

DETAILS = ("vintage", "symbol", "confidence", "reason")


def digest(record: Record, *, moment: str, area: str | None) -> Digest:
    """Return what is new.

    Args:
        moment: As the page's address writes it: a day, a session, a month of presidency.
        area: `area`; None is the world.
        record: The installed tables.

    Raises:
        UnknownMomentError: If the moment is not on record, or nothing could be new after it.
    """
    places = record.places
    since.starts(record, since=moment)
    alone = places.own_list(area) if area and "," not in area else ()
    scope = alone or places.scope(region=area, group=None)
    notes = tuple(places.notes(alone[0])) if alone else places.membership_notes(area)
    news = since.news(record, since=moment, scope=scope)
    pack = since.digest_briefing(
        record,
        since=moment,
        scope=scope,
        name=places.name(alone[0]) if alone else places.scope_name(region=area, group=None),
        of=alone[0].lower() if alone else places.scope_key(region=area, group=None),
        address="",
    )
    return Digest(
        pack=pack,
        scope=area or "world",
        entries=tuple(_entry(row) for row in news.table.to_dict("records")),
        updated=max(record.card(table).provenance.accessed for table in since.TABLES),
        lines=news.lines[:-1],  # the last says how far the record reaches, as what is not known
        notes=notes,
    )


def _entry(row: dict[Hashable, Any]) -> Entry:
    """Return an item of `since.news` as an entry."""
    kind = translate(f"since-kind-{row['kind']}")
    when = i18n.month(row["date"]) if row["kind"] in since.SIGNS else i18n.day(row["date"])
    given = pd.DataFrame([{name: row[name] for name in DETAILS if isinstance(row[name], str)}])
    named = isinstance(row["country"], str)
    where = translate("digest-where", country=row["country"], when=when) if named else when
    return Entry(
        key=row["key"],
        day=row["date"],
        kind=kind,
        title=translate("digest-entry", kind=kind, where=where, what=row["what"]),
        details=tuple((str(name), str(value)) for name, value in with_headings(given).iloc[0].items()),
        link=symbols.address(row["symbol"]) or "",
        # the title of a change names its table, and another name of a table is no change of it
        said=row["key"] if row["kind"] in since.DATA else "",
    )


def area(record: Record, *, countries: Sequence[str] | None, region: str | None) -> str | None:
    """Return the key of a selection: a region, a set, or codes with commas between; None is the world.

    Args:
        countries: Codes or names.
        region: Key or M49 number of a region or set of countries.
        record: The installed tables.

    Raises:
        UnknownCountryError: If a word means no country or territory.
        FormerCodeError: If a code became several places.
        UnknownRegionError: If there is no such region or set.
    """
    places = record.places
    if countries is not None:
        codes = {dataset.country(record, word) for word in countries}
        return ",".join(code for code in places.options() if code in codes)
    return (dataset.region(places, region) or None) if region is not None else None


@dataclass(frozen=True)
class Edition:
    """A digest to hand out, and what is remembered of it once it was."""

    content: str
    of: str  # day, selection, form and file, as the state file names them
    told: told.Told
    state: Path | None
    instead: str = ""  # what was told of the same from an earlier day, and is replaced

    def hand_out(self, to: Path | None) -> str:
        """Write it to a file; return what is to be printed where none is named.

        A page or feed is printed in letters that every console has.

        Raises:
            FileUnwritableError: If the file cannot be written.
        """
        if to is not None:
            told.write(to, self.content.encode("utf-8", "replace"))
            return ""
        marked_up = self.content.startswith("<")
        return self.content.encode("ascii", "xmlcharrefreplace").decode() if marked_up else self.content

    def remember(self) -> None:
        """Keep in the state file that it was handed out.

        Raises:
            StateUnreadableError, FileUnwritableError: If the file cannot be read or written.
        """
        if self.state is not None:
            before = told.read(self.state)
            before.pop(self.instead, None)
            told.write(self.state, told.state(before | {self.of: self.told}))


def edition(
    record: Record, *, moment: str, area: str | None, form: str, to: Path | None, state: Path | None
) -> Edition | None:
    """Return what is new in one form; None where nothing changed since it was last handed out.

    What was told of an earlier day holds for a later one. An earlier day than any that was told is told
    whole: what lies before the days told is old, and not new since then.

    Args:
        record: The installed tables.
        moment: See `digest`.
        area: See `area`.
        form: One of `FORMS`.
        to: The file it is for; one that is not there is written, whatever was told.
        state: The file that remembers what was told.

    Raises:
        UnknownMomentError: See `digest`.
        StateUnreadableError: If the state file cannot be read.
    """
    whole = digest(record, moment=moment, area=area)
    day = since.starts(record, since=moment)
    same = " ".join([area or "world", form, str(to.resolve()) if to else ""]).strip()
    known = told.read(state) if state is not None else {}
    days = [start for start, _, of in (key.partition(" ") for key in known) if of == same]
    start = max((one for one in days if one <= day.isoformat()), default="")
    of, instead = f"{day} {same}", f"{start} {same}"
    before = known.get(instead)
    now = told.told(whole.entries)
    if before is not None and (to is None or to.exists()):
        anew = told.changed(whole, before, day)
        if anew is None:
            return None
        whole = anew
    return Edition(FORMS[form](whole), of, now, state, instead)
