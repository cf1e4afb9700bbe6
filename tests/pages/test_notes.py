"""What one analyst wrote could be lost to another, or one bad line or a lock could take a page with it."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest

from ewdash.data import notes, overrides, own_file, store
from tests.pages.test_pages import charts, opened, said

STAGES = {"page": "pages/situation.py", "country": "SDN", "month": "2024-12", "section": "stages"}
BRIEFING = {"page": "pages/briefing.py", "country": "SDN", "month": "2024-12"}
MONTH = pd.Timestamp(2024, 3, 1)


def press(at, label):
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception
    return at


def give(at, reason, author):
    at.text_input[0].set_value(reason)
    at.text_input[1].set_value(author)
    return press(at, "Save")


def reasons():
    return store.load("override")["reason"].tolist()


def test_a_stage_over_anothers_asks_and_says_whose_and_of_what_day():
    at = give(opened(**STAGES), "their *reports*", "B. Other")
    assert not at.warning
    at = give(opened(**STAGES), "my reports", "A. Analyst")
    (asked,) = [entry.value for entry in at.warning]
    day = pd.Timestamp.now("UTC")
    assert f"By B. Other, {day.day} {day:%B %Y}" in asked
    assert "their \\*reports\\*" in asked
    assert "my reports" in asked
    assert reasons() == ["their *reports*"]
    press(at, "Leave it as it is")
    assert not at.warning
    assert reasons() == ["their *reports*"]
    press(give(at, "my reports", "A. Analyst"), "Replace it")
    assert not at.warning
    assert reasons() == ["my reports"]


def test_the_same_stage_again_asks_nothing():
    at = give(opened(**STAGES), "reports", "A. Analyst")
    give(at, "reports", "A. Analyst")
    assert not at.warning
    assert reasons() == ["reports"]


def test_stages_are_removed_when_that_is_confirmed():
    for month, author in ((MONTH, "A. Analyst"), (pd.Timestamp(2024, 5, 1), "B. Other")):
        overrides.save(iso3="SDN", month=month, stage=3, reason="reports", author=author)
    at = press(opened(**STAGES), "Remove all for this country")
    assert "A. Analyst" in at.warning[0].value
    assert "B. Other" in at.warning[0].value
    assert "Remove all 2?" in at.warning[0].value
    assert len(reasons()) == 2
    press(at, "Remove")
    assert reasons() == []


def test_a_question_on_one_country_is_not_asked_on_another():
    overrides.save(iso3="SDN", month=MONTH, stage=3, reason="reports", author="")
    at = press(opened(**STAGES), "Remove all for this country")
    assert at.warning
    at.selectbox(key="country").set_value("TCD").run()
    assert not at.warning
    assert len(reasons()) == 1


def test_a_confirmation_counts_for_what_was_shown_only():
    notes.save("SDN", text="theirs", author="B. Other")
    at = opened(**BRIEFING)
    at.text_area[0].set_value("mine")
    press(at, "Save the note")
    assert "by B. Other" in at.warning[0].value
    notes.save("SDN", text="theirs, corrected", author="B. Other", shown=notes.standing("SDN"))
    press(at, "Replace it")
    assert "Somebody has changed" in at.error[0].value
    assert notes.load("SDN").text == "theirs, corrected"


def test_a_note_that_comes_while_another_is_written_does_not_take_its_place_in_the_form():
    at = opened(**BRIEFING)
    notes.save("SDN", text="theirs", author="B. Other")
    at.text_area[0].set_value("mine")
    press(at, "Save the note")
    assert at.text_area[0].value == "mine"
    assert "“theirs” Replace it with yours?" in at.warning[0].value
    press(at, "Replace it")
    assert notes.load("SDN").text == "mine"


def test_a_note_is_removed_when_that_is_confirmed():
    notes.save("SDN", text="Seen\non the ground", author="A. Analyst")
    at = press(opened(**BRIEFING), "Remove the note")
    assert "by A. Analyst" in at.warning[0].value
    assert "“Seen on the ground”" in at.warning[0].value
    assert notes.load("SDN")
    press(at, "Remove")
    assert notes.load("SDN") is None
    assert at.text_area[0].value == ""


def test_the_forms_say_who_can_read_what_is_kept(monkeypatch, tmp_path):
    for asked in (STAGES, BRIEFING):
        assert "Anybody who can open this dashboard can read, change and remove it" in said(opened(**asked))
    monkeypatch.delenv(own_file.PLACE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert "in the home folder of whoever started it" in said(opened(**BRIEFING))


def changed(command, values=()):
    with closing(sqlite3.connect(own_file.place())) as connection, connection:
        connection.execute(command, values)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("stage", 9, "its stage is not a whole number from 0 to 6"),
        ("stage", "high", "its stage is not a whole number from 0 to 6"),
        ("month", "9999-01-01", "its month is not a month of the record"),
        ("reason", "", "its reason is missing"),
        ("iso3", "ZZZ", "it is of no country or territory"),
    ],
)
def test_a_line_that_the_form_could_not_have_written_is_told_and_the_others_drawn(column, value, told):
    overrides.save(iso3="SDN", month=MONTH, stage=2, reason="good", author="")
    overrides.save(iso3="SDN", month=pd.Timestamp(2024, 5, 1), stage=3, reason="bad", author="")
    changed(f"UPDATE override SET {column} = ? WHERE reason = 'bad'", (value,))
    at = opened(**STAGES)
    assert not at.error
    assert told in said(at)
    assert "Analyst’s reading from March 2024: 2" in said(at)
    assert "Analyst’s reading from May 2024" not in said(at)
    assert '"Analyst"' in charts(at)[0].proto.spec


def test_a_note_that_the_form_could_not_have_written_is_told_and_can_be_replaced():
    notes.save("SDN", text="Seen", author="A. Analyst")
    changed("UPDATE note SET written = 'soon'")
    at = opened(**BRIEFING, note="yes")
    assert all("the day on which it was written is no day" in entry.value for entry in at.error)
    assert len(at.get("download_button")) == 4
    at.text_area[0].set_value("Seen again")
    press(press(at, "Save the note"), "Replace it")
    assert notes.load("SDN").text == "Seen again"


def test_a_locked_file_is_told_as_locked_and_forgotten_once_it_is_free():
    overrides.save(iso3="SDN", month=MONTH, stage=2, reason="good", author="")
    with closing(sqlite3.connect(own_file.place(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for asked in (STAGES, BRIEFING):
            at = opened(**asked)
            assert "another program holds the file" in said(at)
            assert "damaged" not in said(at)
    for asked in (STAGES, BRIEFING):
        assert "another program" not in said(opened(**asked))
    assert "Analyst’s reading from March 2024: 2" in said(opened(**STAGES))
