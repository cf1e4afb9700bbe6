"""A calendar could refuse the file, cut a word in two, show an entry twice, or a day too late."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ewdash.exports.calendar import Entry, calendar

icalendar = pytest.importorskip("icalendar")  # as installed by requirements.txt
LONG = "Commission d’enquête; sur l’Érythrée, \\ et Côte d’Ivoire " * 4
ENTRY = Entry(
    key="SC|A mission|SDN|term|S/RES/2814 (2026)|SC 2027-01",
    first=date(2027, 1, 31),
    last=date(2027, 1, 31),
    title="Recorded end, A mission; Sudan, north",
    lines=("One line", LONG, "back\\slash"),
    categories=("SC", "term"),
    link="https://undocs.org/S/RES/2814(2026)",
)
SPAN = Entry("HRC 64", date(2027, 2, 22), date(2027, 4, 5), "A report", (), ("HRC",), tentative=True)


def made(*entries, name="What is due"):
    return calendar(entries, name=name, about=("Source", "Limits"), stamp=date(2026, 11, 23))


def unfolded(content):
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_lines_end_as_the_standard_asks_and_have_at_most_75_octets():
    content = made(ENTRY, SPAN)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert sum(line.startswith(b" ") for line in lines) >= 3
    for line in lines:  # no letter is cut in two
        line.decode()


def test_commas_semicolons_backslashes_and_new_lines_are_escaped():
    lines = unfolded(made(ENTRY))
    assert "SUMMARY:Recorded end\\, A mission\\; Sudan\\, north" in lines
    description = next(line for line in lines if line.startswith("DESCRIPTION:One line"))
    assert "One line\\nCommission d’enquête\\; sur l’Érythrée\\, \\\\ et Côte" in description
    assert description.endswith("back\\\\slash")
    named = unfolded(made(name="What is due, Africa; north"))
    assert "NAME:What is due\\, Africa\\; north" in named
    assert "X-WR-CALNAME:What is due\\, Africa\\; north" in named


def test_entries_take_whole_days_and_end_on_the_day_after_the_last():
    lines = unfolded(made(ENTRY, SPAN))
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND"))] == [
        "DTSTART;VALUE=DATE:20270131",
        "DTEND;VALUE=DATE:20270201",
        "DTSTART;VALUE=DATE:20270222",
        "DTEND;VALUE=DATE:20270406",
    ]
    assert lines.count("TRANSP:TRANSPARENT") == 2
    assert [line for line in lines if line.startswith("STATUS")] == ["STATUS:CONFIRMED", "STATUS:TENTATIVE"]


def test_an_entry_keeps_its_identifier_whatever_is_said_of_it_and_is_stamped_by_the_record():
    one, other = made(ENTRY), made(replace(ENTRY, title="Otherwise", lines=()))
    found = [re.search(rb"UID:(\S+)", content)[1] for content in (one, other)]
    assert found[0] == found[1] == ENTRY.uid.encode()
    assert replace(ENTRY, key="another").uid != ENTRY.uid
    assert "DTSTAMP:20261123T000000Z" in unfolded(one)


def test_the_same_record_gives_the_same_bytes():
    assert made(ENTRY, SPAN) == made(ENTRY, SPAN)


def test_it_is_read_back_as_it_was_written():
    events = icalendar.Calendar.from_ical(made(ENTRY, SPAN)).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [ENTRY.title, SPAN.title]
    assert str(events[0]["description"]) == "\n".join(ENTRY.lines)
    assert events[0].decoded("dtstart") == date(2027, 1, 31)
    assert str(events[0]["url"]) == ENTRY.link
    assert [str(word) for word in events[0]["categories"].cats] == ["SC", "term"]


def test_a_calendar_without_entries_is_still_one():
    content = made()
    assert icalendar.Calendar.from_ical(content).walk("VEVENT") == []
    assert "X-WR-CALNAME:What is due" in unfolded(content)
