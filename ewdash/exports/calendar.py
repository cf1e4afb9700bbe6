"""What is due as a calendar file (iCalendar, RFC 5545), for any calendar that people keep.

Every entry is a whole day or several, takes no time from anybody, and keeps its identifier from one
file to the next. No clock is read: an entry is stamped with the day of the record, so that the same
record gives the same bytes.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

IDS = uuid.UUID("0d0b7c35-5f52-5b0e-8f0e-6f8d2a0c9e41")  # of this project's calendars: drawn once
PRODUCT = "-//ewdash//due//EN"


@dataclass(frozen=True)
class Entry:
    """One thing due."""

    key: str  # what tells it from every other, in words of the record
    first: date
    last: date  # the last day that it takes
    title: str
    lines: tuple[str, ...]  # mandate, session or month, end, source, confidence
    categories: tuple[str, ...]
    link: str = ""  # the document
    tentative: bool = False  # its days are by rule, or it is not verified

    @property
    def uid(self) -> str:
        """Return its identifier: the same wherever and whenever it is written."""
        return str(uuid.uuid5(IDS, self.key))


def calendar(entries: Sequence[Entry], *, name: str, about: Sequence[str], stamp: date) -> bytes:
    """Return entries as one iCalendar file.

    Args:
        entries: In the order in which they are written.
        name: Of the calendar.
        about: What must be known of it, a line each.
        stamp: The day of the record.
    """
    import icalendar  # here, because no page needs it

    made = datetime.combine(stamp, time(), tzinfo=UTC)
    out = icalendar.Calendar()
    out.add("prodid", PRODUCT)
    out.add("version", "2.0")
    out.add("calscale", "GREGORIAN")
    out.add("method", "PUBLISH")
    out.add("name", icalendar.vText(name))
    out.add("x-wr-calname", icalendar.vText(name))  # as most calendars read the name
    out.add("description", "\n".join(about))
    out.add("x-wr-caldesc", icalendar.vText("\n".join(about)))
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made)
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))  # the first day that it does not take
        event.add("summary", entry.title)
        event.add("description", "\n".join(entry.lines))
        event.add("categories", list(entry.categories))
        event.add("transp", "TRANSPARENT")
        event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
        if entry.link:
            event.add("url", entry.link)
        out.add_component(event)
    return bytes(out.to_ical())
