"""A file that cannot be made could say nothing, and a paper could hold what is no longer asked for."""

import functools
import queue
from types import SimpleNamespace

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from ewdash.i18n import LANGUAGE
from ewdash.model.errors import PaperFailedError, PaperOutdatedError
from ewdash.ui import files
from ewdash.ui.downloads import ASKED_KEY, FILES, Later, paper
from tests.exports.test_papers import RIGHT_TO_LEFT, pack
from tests.pages.test_pages import opened


def refused():
    raise PaperFailedError(reason="no room")


def broken():
    raise ZeroDivisionError


def test_a_file_that_is_made_leaves_no_word():
    outcomes = queue.SimpleQueue()
    assert files.made(lambda: b"x", outcomes, "en") == b"x"
    assert files.outcome(outcomes) == ""


def test_a_file_refused_for_a_named_reason_is_told_with_the_next_step():
    outcomes = queue.SimpleQueue()
    with pytest.raises(PaperFailedError):
        files.made(refused, outcomes, "en")
    told = files.outcome(outcomes)
    assert told.startswith("The paper cannot be set: no room. The slides, the document")
    assert LANGUAGE.get() == "en"


def test_a_fault_that_nobody_foresaw_is_told_and_stays_a_fault():
    outcomes = queue.SimpleQueue()
    with pytest.raises(ZeroDivisionError):
        files.made(broken, outcomes, "en")
    assert "could not be made, for a reason that is not foreseen" in files.outcome(outcomes)


def test_a_file_can_be_fetched_after_other_readers_pages_have_run(monkeypatch):
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    monkeypatch.setattr(files.runtime, "exists", lambda: True)
    monkeypatch.setattr(files.runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=manager))

    def fetched(place):
        file = files.File("Paper", lambda: f"content {place}".encode(), f"{place}.csv", "text/csv", "paper")
        make = functools.partial(files._held, file, queue.SimpleQueue(), "en")
        asked = manager.add_deferred(make, file.kind, f"button-{place}", file_name=file.name)
        address = manager.execute_deferred(asked)
        for _ in range(3):  # three runs of anybody's pages end
            manager.remove_orphaned_files()
        return address.rsplit("/", 1)[1]

    names = [fetched(place) for place in range(files.HELD + 1)]
    assert storage.get_file(names[-1]).content == f"content {files.HELD}".encode()
    assert storage.get_file(names[1]).filename == "1.csv"
    with pytest.raises(MediaFileStorageError):  # its place was taken
        storage.get_file(names[0])


def test_the_last_press_is_told_and_one_that_never_ends_is_told_as_late():
    outcomes = queue.SimpleQueue()
    assert "not made yet" in files.outcome(outcomes, wait=0.01)
    outcomes.put("of a page that was left")
    outcomes.put("")
    assert files.outcome(outcomes) == ""


def test_the_page_tells_what_the_button_could_not_make(monkeypatch):
    monkeypatch.setattr(files.st, "download_button", lambda *given, **asked: True)
    monkeypatch.setattr(files, "outcome", lambda outcomes: "No room *here*.")

    def page():
        from ewdash.ui import files as shown

        shown.buttons([shown.File("Paper", bytes, "a.pdf", "application/pdf", "a")], key="row")

    at = AppTest.from_function(page, default_timeout=30).run()
    assert [error.value for error in at.error] == ["No room \\*here\\*."]


@pytest.mark.parametrize("ending", FILES)
def test_a_button_of_another_selection_or_note_makes_no_file(ending):
    maker, _ = FILES[ending]
    whole, noted = pack(sections=("gap",)), pack(sections=("gap",), note=RIGHT_TO_LEFT)
    now = {"address": whole.address, "note": None}
    assert paper(maker, whole, now)
    for late, asked in (
        (noted, now),
        (whole, now | {"note": RIGHT_TO_LEFT}),
        (whole, now | {"address": "http://localhost:8501/briefing?country=TCD"}),
        (whole, {}),
    ):
        with pytest.raises(PaperOutdatedError):
            paper(maker, late, asked)


def test_a_pack_that_is_put_together_later_is_so_when_its_button_is_pressed_and_not_for_another_selection():
    whole, made = pack(sections=("gap",)), []
    later = Later(whole.name, whole.single, whole.address, lambda: made.append(whole) or whole)
    maker, _ = FILES["docx"]
    with pytest.raises(PaperOutdatedError):
        paper(maker, later, {"address": "http://localhost:8501/briefing?country=TCD"})
    assert not made
    assert paper(maker, later, {"address": whole.address}) == paper(
        maker, whole, {"address": whole.address, "note": None}
    )
    assert made == [whole]


def test_a_situation_offers_its_page_to_new_york_without_putting_it_together(monkeypatch):
    from ewdash.views.briefings import forward

    made = []
    monkeypatch.setattr(forward, "forward_briefing", lambda *given, **asked: made.append(asked))
    at = opened("pages/situation.py", country="SDN", section="bridge")
    assert not at.exception
    assert any("On record in Geneva on the Sudan" in line.value for line in at.markdown)
    assert not made


def test_the_switch_of_the_note_is_known_to_every_button_of_the_session():
    from ewdash.data import notes

    notes.save("SDN", text="Seen on the ground", author="A. Analyst")
    at = opened("pages/briefing.py", country="SDN", month="2024-12", parts="gap")
    asked = at.session_state[ASKED_KEY]
    assert asked.get("note") is None
    at.toggle(key="note").set_value(True).run()
    assert at.session_state[ASKED_KEY] is asked
    assert asked["note"].text == "Seen on the ground"
    assert "note=yes" in asked["address"]
    at.toggle(key="note").set_value(False).run()
    assert asked.get("note") is None
    assert "note" not in asked["address"]
